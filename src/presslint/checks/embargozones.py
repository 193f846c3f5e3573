"""Embargoes against the clock: one moment in several time zones, and what the metadata says."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from presslint.checks import Context, NoParams, check
from presslint.checks.embargo import ends_of
from presslint.checks.fielddates import Moment, moment
from presslint.checks.zones import HOUSE_ZONES, ZONES, clock_of, moments
from presslint.model.facts import DateFact, EmbargoFact, TimeFact
from presslint.model.finding import FieldRef, Hit, Proposal, Related
from presslint.model.release import Field
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex
from presslint.text.span import Span

# between two times that name one moment: a slash, brackets, a dash, „das entspricht"
_SAME = regex(
    r"\s*(?:[/(=;|–—-]|//|\bor\b|\boder\b|\bi\.e\.|\bd\.\s?h\.|\bentspricht\b|\bbzw\.)\s*(?:[A-Z][\w.]*\s?:\s*)?",
    re.IGNORECASE,
)
_AS_WRITTEN = regex(r"(\d{1,2})(?:([.:])(\d\d))?([ \u00a0]?([ap])([. \u00a0]{0,2})m(\.?))?", re.IGNORECASE)
_KEYS = ("embargo", "publish", "release")


@check(
    "embargozones.arithmetic",
    needs=(DateFact, TimeFact, EmbargoFact),
    says=("text", "other", "right"),
    when=(TimeFact,),
)
def arithmetic(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find one moment that is given in several time zones which do not agree."""
    embargoes = ctx.facts.of(EmbargoFact)
    times = [fact for fact in ctx.facts.of(TimeFact) if fact.zone_name and fact.start is not None and not fact.quoted]
    if len(times) < 2:
        return
    dates = {fact.span: fact for fact in ctx.facts.of(DateFact)}
    for first, second in pairwise(times):
        if not _one_moment(ctx.release.text, first, second):
            continue
        day = _day(first, second, dates, embargoes)
        if day is None:
            continue
        # with one day for both, the other side of the world may be a day further
        days = (-1, 0, 1) if second.date in {None, first.date} else (0,)
        here, there = _moments(day, first), _moments(_day(second, first, dates, embargoes) or day, second)
        if here and there and not set(here) & {at + timedelta(days=more) for at in there for more in days}:
            yield _disagreement(first, second, here[-1])


def _one_moment(text: str, first: TimeFact, second: TimeFact) -> bool:
    if second.span.start - first.span.end > 24 or first.until or second.until:
        return False
    return _SAME.fullmatch(text, first.span.end, second.span.start) is not None


def _day(
    first: TimeFact, second: TimeFact, dates: dict[Span, DateFact], embargoes: tuple[EmbargoFact, ...]
) -> date | None:
    for span in (first.date, second.date):
        if span is not None and span in dates and dates[span].start is not None:
            return dates[span].start
    inside = (fact for fact in embargoes if fact.span.contains(first.span) and fact.date is not None)
    return next((fact.date.start for fact in inside if fact.date is not None), None)


def _moments(day: date, fact: TimeFact) -> tuple[datetime, ...]:
    return () if fact.start is None else moments(day, fact.start, fact.zone_name)


def _disagreement(first: TimeFact, second: TimeFact, at: datetime) -> Hit:
    right = _local(at, second.zone_name)
    args: dict[str, Value] = {"text": Quoted(second.text), "other": Quoted(first.text), "right": right or at.time()}
    written = None if right is None else _like(second.text, right)
    proposals = () if written is None else (Proposal(((second.span, written),), 0, {"text": written}),)
    return Hit(second.span, args, related=(Related(first.span, "other"),), proposals=proposals)


def _local(at: datetime, zone: str) -> time | None:
    """Return the time of a moment on the clock of a zone."""
    name = ZONES.get(zone)
    if name is None:
        return None
    if name.minutes is not None:
        return (at + timedelta(minutes=name.minutes)).time()
    clock = clock_of(name.place)
    return None if clock is None else at.astimezone(clock).time()


def _like(written: str, at: time) -> str | None:
    """Return a time in the form of ``written``, with its zone."""
    found = _AS_WRITTEN.match(written)
    if found is None:
        return None
    hour, minute = at.hour, f"{found[2] or ':'}{at.minute:02d}" if found[3] or at.minute else ""
    half = ""
    if found[4]:
        letter = "p" if hour >= 12 else "a"
        half = found[4].replace(found[5], letter.upper() if found[5].isupper() else letter, 1)
        hour = hour % 12 or 12
    digits = f"{hour:02d}" if len(found[1]) == 2 and not found[4] else str(hour)
    return f"{digits}{minute}{half}{written[found.end() :]}"


@check(
    "embargozones.metadata",
    needs=(DateFact, TimeFact, EmbargoFact),
    says=("text", "embargo", "date", "time"),
    when=("fields",),
)
def metadata(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find embargoes of which the text and the metadata do not say the same."""
    if not ctx.release.fields:
        return
    fields = [(field, at) for field in ctx.release.fields if (at := _embargo_field(field))]
    ends = ends_of(ctx)
    if not ends:
        # an embargo that the text does not show; a date of publication alone is none
        for field, at in fields:
            if field.name == "embargo" and not ctx.facts.of(EmbargoFact):
                yield Hit(FieldRef(field.key), {"text": Quoted(field.value), "date": at.day}, "not-in-text")
        return
    fact, day = min(ends, key=lambda end: end[1])
    visible = _visible(ctx, fact, day)
    early = [(field, at) for field, at in fields if _lifts_before(ctx, at, visible, day)]
    for field, _at in early[:1]:
        args: dict[str, Value] = {"text": Quoted(field.value), "embargo": Quoted(fact.text), "date": day}
        yield Hit(FieldRef(field.key), args, "earlier", related=(Related(fact.span, "embargo"),))
    issued = ctx.release.field("date")
    at = moment(issued) if issued is not None and not fields and ctx.release.field("embargo") is None else None
    if at is not None and _lifts_before(ctx, at, visible, day):
        yield Hit(fact.span, {"text": Quoted(fact.text), "embargo": Quoted(fact.text), "date": day}, "missing")


def _embargo_field(field: Field) -> Moment | None:
    if field.name not in {"embargo", "published"} and "publishdate" not in field.key.lower():
        return None
    return moment(field)


def _visible(ctx: Context, fact: EmbargoFact, day: date) -> tuple[datetime, ...]:
    """Return the moments that the visible embargo may end at; none without a time or a known zone."""
    if fact.time is None or fact.time.start is None or fact.date is None or fact.date.start != day:
        return ()
    if fact.time.zone_name:
        return moments(day, fact.time.start, fact.time.zone_name)
    clock = _house_clock(ctx)
    return () if not clock else moments_at(day, fact.time.start, clock)


def _house_clock(ctx: Context) -> str:
    return ctx.facts.house.timezone or HOUSE_ZONES.get(ctx.facts.language, "")


def moments_at(day: date, at: time, place: str) -> tuple[datetime, ...]:
    """Return the moment of a local time on the clock of a place, none where the place is not known."""
    clock = clock_of(place)
    return () if clock is None else (datetime.combine(day, at, clock),)


def _lifts_before(ctx: Context, at: Moment, visible: tuple[datetime, ...], day: date) -> bool:
    """Tell whether metadata would publish before the visible embargo ends."""
    if at.time is not None and at.time.tzinfo is not None:
        return bool(visible) and all(at.time < end for end in visible)
    if at.time is not None and visible:
        clock = clock_of(_house_clock(ctx))
        return clock is not None and all(at.time.replace(tzinfo=clock) < end for end in visible)
    if at.time is None and at.day == day:
        return bool(visible) and any((end.hour, end.minute) != (0, 0) for end in visible)
    return at.day < day
