"""Embargoes that are incomplete, contradicted by the release itself, or end at an impossible moment."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.events import EXPLICIT, is_event
from presslint.checks.releaseday import release_place
from presslint.facts.embargo import within
from presslint.model.facts import DateFact, EmbargoFact, RangeFact, ReleaseDate, TimeFact
from presslint.model.finding import Hit, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted, Value
from presslint.text.calendar_names import MONTHS
from presslint.text.lazy import regex
from presslint.text.span import Span

TOP_LINES = 15
# a time of day that is no fact of its own: „Mitternacht", "0001 hrs", "10am"
_TIME = regex(
    r"\b(?:mitternacht|mittag|midnight|noon|midday|minuit|midi|medianoche|mediodía|mezzanotte|mezzogiorno|middernacht"
    r"|północ|meia-noite|meio-dia|midnat|midnatt)\b|\b\d{4}\s?(?:hrs?|hours|h|gmt|bst|utc|z|uhr)\b"
    r"|\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h|hrs?)(?!\w)|\b\d{1,2}[:h]\d{2}\b",
    re.IGNORECASE,
)
_ZONE = regex(
    r"\b(?:ME?S?Z|CES?T|GMT|BST|UTC|WES?T|EES?T|[ECMP][SD]?T|AK[SD]T|HST|AE[SD]?T|AW[SD]?T|NZ[SD]?T|JST|KST|IST|HKT|SGT"
    r"|SAST)\b|\b(?:Ortszeit|[Ll]ocal [Tt]ime|Zulu)\b|[+-]\d{2}:?\d{2}\b|\d\s?Z\b"
    r"|\b[A-Z][\w.]*\s+(?:Standard |Daylight |Summer )?[Tt]ime\b"
)
# countries that keep Central European Time, by their calling codes
_CENTRAL_EUROPE = (
    "31 32 33 34 36 39 41 43 45 46 47 48 49 350 352 355 356 376 377 378 381 382 383 385 386 387 389 420 421 423"
)
_CALLING_CODE = regex(
    r"(?<![\w+])\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d\d)(?=[\s()/.-]*\d)"
)


class IncompleteParams(NamedTuple):
    """``zone_languages`` are the languages in which an embargo must name a time zone; ``zone`` demands it always."""

    zone_languages: tuple[str, ...] = ("en",)
    zone: bool = False


@check("embargo.incomplete", needs=(EmbargoFact,), says=("text",), params=IncompleteParams, when=(EmbargoFact,))
def incomplete(ctx: Context, params: IncompleteParams) -> Iterator[Hit]:
    """Find an embargo that does not say on which day, at what time or in which time zone it ends."""
    facts = ctx.facts.of(EmbargoFact)
    if not facts:
        return
    zoned = _needs_zone(ctx, params)
    lacks = [(fact, _lacks(ctx, fact, zoned=zoned)) for fact in facts]
    if any(not case for _, case in lacks):
        return  # what names the end elsewhere only reminds of it
    fact, case = lacks[0]
    yield Hit(fact.span, {"text": Quoted(fact.text)}, case)


def _lacks(ctx: Context, fact: EmbargoFact, *, zoned: bool) -> str:
    """Return what an embargo does not say: ``date``, ``time``, ``date-and-time``, ``zone``, or nothing."""
    if fact.event:
        return ""
    text = ctx.release.text
    rest = text[fact.trigger.end : fact.span.end]
    day = (fact.date is not None and fact.date.form in EXPLICIT) or _day().search(rest) is not None
    timed = fact.time is not None or _TIME.search(rest) is not None
    if not day or not timed:
        return "time" if day else "date" if timed else "date-and-time"
    named = (fact.time is not None and fact.time.zone_name != "") or _ZONE.search(rest) is not None
    return "zone" if zoned and not named else ""


@lru_cache(maxsize=1)
def _day() -> re.Pattern[str]:
    """Return what surely is a day in any language: what no fact was made of must not be called missing."""
    months = "|".join(sorted({name for names in MONTHS.values() for month in names for name in month}))
    return regex(
        rf"\b\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?:{months})\b|\b(?:{months})\.?\s+\d{{1,2}}\b"
        r"|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b",
        re.IGNORECASE,
    )


def _needs_zone(ctx: Context, params: IncompleteParams) -> bool:
    if params.zone or ctx.facts.language in params.zone_languages:
        return True
    codes = set(_CALLING_CODE.findall(ctx.release.text))
    return len(codes) > 1 and not codes <= set(_CENTRAL_EUROPE.split())


_AT_ONCE = regex(
    r"\b(?:for\s+immediate\s+(?:release|publication|distribution|use)|zur\s+sofortigen\s+(?:veröffentlichung|freigabe"
    r"|verwendung)|ab\s+sofort\s+(?:zur\s+veröffentlichung\s+)?frei(?:gegeben)?|sofort\s+frei(?:gegeben)?"
    r"|sofortige\s+veröffentlichung|frei\s+(?:ab\s+sofort|zur\s+(?:sofortigen\s+)?veröffentlichung(?:\s+ab\s+sofort|(?!\s+(?:ab|nach|am|unter))))"
    r"|pour\s+(?:publication|diffusion)\s+immédiate|para\s+(?:publicación|difusión)\s+inmediata"
    r"|per\s+(?:la\s+)?(?:pubblicazione|diffusione)\s+immediata|voor\s+(?:directe|onmiddellijke)\s+publicatie"
    r"|do\s+natychmiastowej\s+publikacji|para\s+(?:publicação|divulgação)\s+imediata|til\s+øjeblikkelig\s+offentliggørelse"
    r"|för\s+omedelbar\s+publicering)\b",
    re.IGNORECASE,
)
# staged embargoes: the agencies may have it at once, under the embargo
_STAGED = regex(r"\b(?:unter\s+angabe|nach\s+(?:ablauf|veröffentlichung)|after|agentur|once|when)\b", re.IGNORECASE)


@check("embargo.contradicts", needs=(EmbargoFact,), says=("text",), when=(EmbargoFact,))
def contradicts(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find a line that lets a release go at once although the release has an embargo."""
    facts = ctx.facts.of(EmbargoFact)
    top = _top(ctx) if facts else 0
    embargoes = [fact for fact in facts if fact.span.start < top]
    if not embargoes:
        return
    text = ctx.release.text
    for found in _AT_ONCE.finditer(text, 0, top):
        line = Span(text.rfind("\n", 0, found.start()) + 1, _line_end(text, found.end()))
        if _STAGED.search(text, line.start, line.end) or ctx.release.zone_at(found.start()) is Zone.BOILERPLATE:
            continue
        yield Hit(Span(*found.span()), {"text": Quoted(found[0])}, related=(Related(embargoes[0].span, "embargo"),))
        return


def _top(ctx: Context) -> int:
    """Return where the first lines end."""
    text, place = ctx.release.text, 0
    for _ in range(TOP_LINES):
        place = _line_end(text, place)
        while place < len(text) and text[place] == "\n":
            place += 1
    return place


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


class OrderParams(NamedTuple):
    """``ahead`` is how many days an embargo may last from the day of the release."""

    ahead: int = 30


@check(
    "embargo.order",
    needs=(EmbargoFact, DateFact, RangeFact, TimeFact, ReleaseDate),
    says=("text", "embargo", "date", "days"),
    params=OrderParams,
    when=(EmbargoFact,),
)
def order(ctx: Context, params: OrderParams) -> Iterator[Hit]:
    """Find an embargo that ends before the release, after its event, or very late."""
    ends = ends_of(ctx)
    if not ends:
        return
    fact, last = max(ends, key=lambda end: (end[1], -end[0].span.start))
    first = min(day for _, day in ends)
    release = ctx.facts.one(ReleaseDate).value
    args: dict[str, Value] = {"text": Quoted(fact.text), "embargo": last}
    if release is not None and last < release:
        at = release_place(ctx)
        related = () if at is None else (Related(at, "release"),)
        yield Hit(fact.span, {**args, "date": release}, "before-release", related=related)
    elif release is not None and first - release > timedelta(days=params.ahead):
        yield Hit(fact.span, {**args, "date": release, "days": (first - release).days}, "far")
    else:
        yield from _after_event(ctx, fact, first, release)


def ends_of(ctx: Context) -> list[tuple[EmbargoFact, date]]:
    """Return the days on which embargoes end; a staged one has several."""
    ends: list[tuple[EmbargoFact, date]] = []
    for fact in ctx.facts.of(EmbargoFact):
        if fact.date is not None:
            days = (day for day in within(ctx.facts.of(DateFact), fact.span) if day.form in EXPLICIT)
            ends += [(fact, day.start) for day in days if day.start is not None and day.start == day.until]
    return ends


def _after_event(ctx: Context, fact: EmbargoFact, end: date, release: date | None) -> Iterator[Hit]:
    events = [event for event in ctx.facts.of(DateFact) if _is_event(ctx, event, fact, release)]
    if not events:
        return
    last = max(events, key=lambda event: event.until or date.min)
    first = min(events, key=lambda event: event.start or date.max)
    args: dict[str, Value] = {"text": Quoted(fact.text), "embargo": end}
    if last.until is not None and end - last.until > timedelta(days=1):
        args["date"] = last.until
        yield Hit(fact.span, args, "after-event", related=(Related(last.span, "event"),))
    elif first.start is not None and last.until is not None and first.start < end <= last.until:
        args["date"] = first.start
        yield Hit(fact.span, args, "after-start", related=(Related(first.span, "event"),))


def _is_event(ctx: Context, event: DateFact, fact: EmbargoFact, release: date | None) -> bool:
    """Tell whether a date is that of what the release announces: not of what it looks back on."""
    if event.start is None or event.zone is Zone.EMBARGO or fact.span.overlaps(event.span):
        return False
    return (release is None or event.start >= release) and is_event(ctx, event)
