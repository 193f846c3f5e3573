"""Times of day: those that no clock shows, those that mean two moments, and zones of the wrong half of the year."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta

from presslint.checks import Context, NoParams, check
from presslint.checks.clauses import sentence
from presslint.checks.zones import HOUSE_ZONES, ZONES, local_time, offset_at
from presslint.model.facts import DateFact, Precision, TimeFact, YearFrom
from presslint.model.finding import Confidence, Hit, Proposal
from presslint.model.release import Zone
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex
from presslint.text.span import Span

_TWELVE = regex(r"12(?:[:.]00)?[ \u00a0]?([ap])[. \u00a0]{0,2}m\b", re.IGNORECASE)
_AFTERNOON = regex(r"(1[3-9]|2[0-3])([:.]\d\d)?([ \u00a0]?p[. \u00a0]{0,2}m\b\.?)", re.IGNORECASE)
_UNTIL = regex(r"(?:\bbis|\buntil|\btill|\bto|–|-)\s*$", re.IGNORECASE)
_NIGHT_END = regex(r"\b0?0[:.]00\b|\b0 Uhr\b")
# places that keep one clock all year round
_ALL_YEAR = regex(
    r"\b(?:Arizona|Phoenix|Tucson|Hawaii|Honolulu|Saskatchewan|Regina|Queensland|Brisbane|Puerto Rico|Jamaica|Panama"
    r"|Canc[uú]n|Bogot[aá]|Lima|Costa Rica|Guatemala|China|Beijing|Shanghai|Dhaka|Bangladesh)\b"
)


def _dates(ctx: Context) -> dict[Span, DateFact]:
    return {fact.span: fact for fact in ctx.facts.of(DateFact) if fact.precision is Precision.DAY}


def _day_of(fact: TimeFact, dates: dict[Span, DateFact]) -> date | None:
    """Return the day that a time belongs to, if one is written beside it."""
    found = None if fact.date is None else dates.get(fact.date)
    return None if found is None or found.year_from is YearFrom.NONE else found.start


@check("clock.time", needs=(TimeFact,), says=("text",), when=(TimeFact,))
def odd_time(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find times that no clock shows, and midnights and noons that can be read two ways."""
    for fact in ctx.facts.of(TimeFact):
        before = ctx.release.text[max(fact.span.start - 1, 0) : fact.span.start]
        if fact.quoted or fact.confidence is Confidence.LOW or before.isdigit() or before in {".", ",", ":"}:
            continue
        args: dict[str, Value] = {"text": Quoted(fact.text)}
        if fact.problem:
            yield Hit(fact.span, args, "impossible", proposals=tuple(_twelve_hours(fact)))
        elif twelve := _TWELVE.search(fact.text):
            place = Span(fact.span.start + twelve.start(), fact.span.start + twelve.end())
            yield Hit(fact.span, args, "twelve", proposals=tuple(_noon(ctx, place, twelve[1])))
        elif _is_open_midnight(ctx, fact):
            yield Hit(fact.span, args, "midnight")


def _twelve_hours(fact: TimeFact) -> Iterator[Proposal]:
    """Offer the afternoon on the clock of twelve hours: ``2:30 p.m.`` for ``14:30 p.m.``."""
    found = _AFTERNOON.fullmatch(fact.text)
    if found:
        written = f"{int(found[1]) - 12}{found[2] or ''}{found[3]}"
        yield Proposal(((fact.span, written),), 0, {"text": written})


def _noon(ctx: Context, place: Span, half: str) -> Iterator[Proposal]:
    word = "midnight" if half.lower() == "a" else "noon"
    end = place.end + (ctx.release.text[place.end : place.end + 1] == "." and _goes_on(ctx, place.end + 1))
    yield Proposal(((Span(place.start, end), word),), 0, {"text": word})


def _goes_on(ctx: Context, place: int) -> bool:
    """Tell whether a full stop belongs to the abbreviation, because the sentence goes on behind it."""
    return ctx.release.text[place : place + 2].strip()[:1].islower() or ctx.release.text[place : place + 1] == ","


def _is_open_midnight(ctx: Context, fact: TimeFact) -> bool:
    """Tell whether a day ends or begins with a time: „Freitag, 24 Uhr" as a start, „bis 0:00 Uhr" as an end."""
    if fact.date is None or fact.until is not None:
        return False
    until = _UNTIL.search(ctx.release.text, max(fact.span.start - 8, 0), fact.span.start) is not None
    if fact.midnight_end:
        return not until
    return until and fact.start == time(0) and _NIGHT_END.search(fact.text) is not None


@check("clock.gap", needs=(DateFact, TimeFact), says=("text", "date"), when=(TimeFact,))
def gap(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find local times that the clock skips, or shows twice, on the day that it is changed."""
    place = ctx.facts.house.timezone or HOUSE_ZONES.get(ctx.facts.language, "")
    times = [fact for fact in ctx.facts.of(TimeFact) if fact.date is not None and fact.start is not None]
    if not place or not times:
        return
    dates = _dates(ctx)
    for fact in times:
        day = _day_of(fact, dates)
        if day is None or fact.start is None or fact.start.hour > 3 or fact.zone_name or fact.quoted:
            continue
        found = local_time(place, day, fact.start)
        if found is not None and (found.skipped or found.twice):
            yield Hit(fact.span, {"text": Quoted(fact.text), "date": day}, "skipped" if found.skipped else "twice")


@check("clock.zone", needs=(DateFact, TimeFact), says=("text", "date", "right"), when=(TimeFact,))
def zone(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find time zones of the other half of the year: EST in July, MESZ in January."""
    times = [fact for fact in ctx.facts.of(TimeFact) if fact.zone_name and fact.date is not None]
    dates = _dates(ctx) if times else {}
    for fact in times:
        name, day = ZONES.get(fact.zone_name), _day_of(fact, dates)
        if name is None or name.minutes is None or not name.other or fact.zone_name == "GMT" or day is None:
            continue
        if fact.quoted or fact.zone is Zone.BOILERPLATE or _keeps_one_clock(ctx, fact):
            continue
        if offset_at(name.place, day) == timedelta(minutes=name.minutes):
            continue
        args: dict[str, Value] = {"text": fact.zone_name, "date": day, "right": name.other}
        case = "everyday" if fact.zone_name in {"MEZ", "CET"} else "default"
        yield Hit(_zone_span(fact), args, case, proposals=tuple(_zones(fact, name.other, name.generic)))


def _keeps_one_clock(ctx: Context, fact: TimeFact) -> bool:
    text = ctx.release.text
    around = sentence(text, fact.span, ctx.release.blocks[fact.block].span)
    return _ALL_YEAR.search(text, around.start, around.end) is not None


def _zone_span(fact: TimeFact) -> Span:
    start = fact.span.start + fact.text.rindex(fact.zone_name)
    return Span(start, start + len(fact.zone_name))


def _zones(fact: TimeFact, other: str, generic: str) -> Iterator[Proposal]:
    for name in (other, generic):
        if name:
            yield Proposal(((_zone_span(fact), name),), 0, {"right": name})
