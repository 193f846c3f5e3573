"""Ends that come before their beginnings: in ranges, times, deadlines and metadata."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.deadlines import late_deadlines
from presslint.checks.events import EXPLICIT
from presslint.checks.fielddates import moment
from presslint.model.facts import DateFact, Precision, RangeFact, ReleaseDate, TimeFact
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
# years further apart than this are no period that was meant: numbers of another kind, or history
PERIOD_YEARS = 15
_BEFORE_CHRIST = regex(r"\s?(?:v\.|vor\s|BCE?\b|B\.C)")
_BEGINS = regex(r"\b(?:beginnt|beginnen|startet|starten|starts?|begins?)\s+(?:(?:um|gegen|at)\s+)?$")
_AND_ENDS = regex(r",?\s+(?:und|and)\s+(?:endet|enden|schließt|ends?|finishes)\s+(?:(?:um|gegen|at)\s+)?")


class OrderParams(NamedTuple):
    """``longest_night`` is how many hours a span of times may last that ends on the next day (``22 bis 2 Uhr``)."""

    longest_night: int = 18


@check(
    "order.violation",
    needs=(DateFact, RangeFact, TimeFact, ReleaseDate),
    says=("text", "start", "end"),
    params=OrderParams,
    when=(
        DateFact,
        TimeFact,
        RangeFact,
        "fields",
    ),
)
def violation(ctx: Context, params: OrderParams) -> Iterator[Hit]:
    """Find ends that lie before their beginnings."""
    yield from _ranges(ctx)
    yield from _times(ctx, timedelta(hours=params.longest_night))
    yield from _begun_and_ended(ctx, timedelta(hours=params.longest_night))
    yield from late_deadlines(ctx)
    yield from _fields(ctx)


def _ranges(ctx: Context) -> Iterator[Hit]:
    for fact in ctx.facts.of(RangeFact):
        first, last = fact.first, fact.last
        if _years_reversed(ctx, fact):
            args: dict[str, Value] = {"text": Quoted(fact.text), "start": str(first.year), "end": str(last.year)}
            yield Hit(fact.span, args, "years")
        if fact.quoted or fact.confidence is Confidence.LOW or first.start is None or last.until is None:
            continue
        if first.form not in EXPLICIT or last.form not in EXPLICIT or first.problem or last.problem:
            continue
        if _reversed(first, last):
            yield Hit(fact.span, {"text": Quoted(fact.text), "start": first.start, "end": last.until}, "range")


def _years_reversed(ctx: Context, fact: RangeFact) -> bool:
    """Tell whether a period of years ends before it starts: ``2026 bis 2024``."""
    first, last = fact.first, fact.last
    if fact.quoted or {first.precision, last.precision} != {Precision.YEAR} or not (first.year and last.year):
        return False
    if any(not re.fullmatch(r"(?:19|20)\d\d", end.text) for end in (first, last)):
        return False
    before_christ = _BEFORE_CHRIST.match(ctx.release.text, fact.span.end)
    return 0 < first.year - last.year <= PERIOD_YEARS and before_christ is None


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


def _begun_and_ended(ctx: Context, longest: timedelta) -> Iterator[Hit]:
    """Yield „beginnt um 17 Uhr und endet um 15 Uhr"."""
    text = ctx.release.text
    for first, last in pairwise(ctx.facts.of(TimeFact)):
        start, until = first.start, last.start
        if start is None or until is None or first.until or last.until or first.quoted or last.midnight_end:
            continue
        if not until < start or _lasting(start, until) <= longest:
            continue
        joined = _AND_ENDS.fullmatch(text, first.span.end, last.span.start)
        if joined and _BEGINS.search(text, max(first.span.start - 24, 0), first.span.start):
            span = first.span.join(last.span)
            yield Hit(span, {"text": Quoted(span.of(text)), "start": start, "end": until}, "time")


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
