"""Ends that come before their beginnings: in ranges, times, deadlines and metadata."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.clauses import sentence
from presslint.checks.events import EXPLICIT, is_day, is_event
from presslint.checks.fielddates import moment
from presslint.model.facts import DateFact, DateRole, RangeFact, ReleaseDate, TimeFact
from presslint.model.finding import Confidence, FieldRef, Hit, Related
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex

_KEY_PARTS = regex(r"[^a-z]+")
# pairs of keys, folded to their letters, of which the second must not lie before the first
_PAIRS = (
    ("startdate", "enddate"),
    ("eventstart", "eventend"),
    ("eventstartdate", "eventenddate"),
    ("dtstart", "dtend"),
    ("start", "end"),
    ("beginn", "ende"),
    ("validfrom", "validuntil"),
)
# a deadline is held against the events of its own and the neighbouring blocks
NEAR_BLOCKS = 2
# a deadline further behind the event belongs to the next round
LATE = timedelta(days=60)
_NEXT_ROUND = regex(
    r"\b(?:nächst|kommend|folgend|next|following|coming|prochain|próxim|prossim|volgend)", re.IGNORECASE
)


class OrderParams(NamedTuple):
    """``longest_night`` is how many hours a span of times may last that ends on the next day (``22 bis 2 Uhr``)."""

    longest_night: int = 18


@check(
    "order.violation",
    needs=(DateFact, RangeFact, TimeFact, ReleaseDate),
    says=("text", "start", "end"),
    params=OrderParams,
)
def violation(ctx: Context, params: OrderParams) -> Iterator[Hit]:
    """Find ends that lie before their beginnings."""
    yield from _ranges(ctx)
    yield from _times(ctx, timedelta(hours=params.longest_night))
    yield from _deadlines(ctx)
    yield from _fields(ctx)


def _ranges(ctx: Context) -> Iterator[Hit]:
    for fact in ctx.facts.of(RangeFact):
        first, last = fact.first, fact.last
        if fact.quoted or fact.confidence is Confidence.LOW or first.start is None or last.until is None:
            continue
        if first.form not in EXPLICIT or last.form not in EXPLICIT or first.problem or last.problem:
            continue
        if _reversed(first, last):
            yield Hit(fact.span, {"text": Quoted(fact.text), "start": first.start, "end": last.until}, "range")


def _reversed(first: DateFact, last: DateFact) -> bool:
    """Tell whether a range ends before it starts, whichever years are meant where they are not written."""
    if first.start is None or last.until is None:
        return False
    if first.year is not None and last.year is not None:
        return last.until < first.start
    same_month = first.month is None or last.month is None or first.month == last.month
    if not same_month or first.day is None or last.day is None:
        return False  # „28. Dezember bis 3. Januar": over New Year
    return last.day < first.day


def _times(ctx: Context, longest: timedelta) -> Iterator[Hit]:
    for fact in ctx.facts.of(TimeFact):
        start, until = fact.start, fact.until
        if start is None or until is None or fact.quoted or fact.midnight_end or fact.confidence is Confidence.LOW:
            continue
        if until < start and _lasting(start, until) > longest:
            yield Hit(fact.span, {"text": Quoted(fact.text), "start": start, "end": until}, "time")


def _lasting(start: time, until: time) -> timedelta:
    """Return how long a span of times lasts that ends on the next day."""
    day = date(2000, 1, 1)
    return datetime.combine(day + timedelta(days=1), until) - datetime.combine(day, start)


def _deadlines(ctx: Context) -> Iterator[Hit]:
    facts = [fact for fact in ctx.facts.of(DateFact) if is_day(fact)]
    for deadline in facts:
        if deadline.role is not DateRole.DEADLINE or deadline.start is None or _next_round(ctx, deadline):
            continue
        near = [fact for fact in facts if _may_be_the_event(fact, deadline)]
        last = max(near, key=lambda fact: fact.until or date.min, default=None)
        if last is None or last.until is None or not timedelta(0) < deadline.start - last.until <= LATE:
            continue
        event = next((fact for fact in near if is_event(ctx, fact) and not _is_over(ctx, fact)), None)
        if event is not None:
            args: dict[str, Value] = {"text": Quoted(deadline.text), "start": deadline.start, "end": last.until}
            yield Hit(deadline.span, args, "deadline", related=(Related(last.span, "event"),))


def _may_be_the_event(fact: DateFact, deadline: DateFact) -> bool:
    return abs(fact.block - deadline.block) <= NEAR_BLOCKS and fact.role in {DateRole.EVENT, DateRole.MENTION}


def _is_over(ctx: Context, fact: DateFact) -> bool:
    """Tell whether an event lies before the release: a deadline after it is for something else."""
    release = ctx.facts.one(ReleaseDate).value
    return release is not None and fact.until is not None and fact.until < release


def _next_round(ctx: Context, deadline: DateFact) -> bool:
    around = sentence(ctx.release.text, deadline.span, ctx.release.blocks[deadline.block].span)
    return _NEXT_ROUND.search(ctx.release.text, around.start, around.end) is not None


def _fields(ctx: Context) -> Iterator[Hit]:
    keys = {_folded(field.key): field for field in ctx.release.fields}
    pairs = [(keys.get(start), keys.get(end)) for start, end in _PAIRS]
    pairs.append((ctx.release.field("date"), ctx.release.field("expires")))
    for start, end in pairs:
        if start is None or end is None:
            continue
        first, last = moment(start), moment(end)
        if first is not None and last is not None and last.before(first):
            args: dict[str, Value] = {"text": Quoted(end.value), "start": first.day, "end": last.day}
            yield Hit(FieldRef(end.key), args, "fields", related=(Related(FieldRef(start.key), "start"),))


def _folded(key: str) -> str:
    return _KEY_PARTS.sub("", key.lower())
