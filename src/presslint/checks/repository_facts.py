"""Facts that a house has declared to be fixed, in every release that tells them."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.facts.date_words import ENGLISH, GERMAN
from presslint.facts.intervals import interval
from presslint.model.facts import DateFact, Precision, ReleaseDate
from presslint.model.finding import Hit
from presslint.model.repository import Declared
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span

_ISO = regex(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?")
_SEASON = regex(r"([^\W\d_]+)\s+(\d{4})")
_NUMBER = regex(
    r"(?<![\w.,])[0-9]{1,3}(?:[.,'  ][0-9]{3})+(?![0-9])|(?<![\w.,])[0-9]{1,15}(?:[.,][0-9]{1,3})?(?![0-9])"
)
_SEASONS = (GERMAN.seasons, ENGLISH.seasons)
_YEAR = 4  # digits
_BEFORE = 160
_GAP = r"[\s„“”\"»«(]{1,4}"


class _Slots(NamedTuple):
    """A pattern, cut where the fact stands."""

    before: "re.Pattern[str] | None"
    after: "re.Pattern[str] | None"


@check("repository_facts.declared", needs=(DateFact,), says=("id", "found", "expected"), requires=("declared",))
def declared(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find places that tell a declared fact otherwise."""
    day = ctx.facts.one(ReleaseDate).value
    seen: set[Span] = set()
    for fact in ctx.facts.house.registries.declared:
        if day is not None and not ((fact.since or date.min) <= day <= (fact.until or date.max)):
            continue
        for pattern in fact.patterns:
            for span in _differing(ctx, fact, _cut(pattern)):
                if span not in seen:
                    seen.add(span)
                    yield Hit(span, _args(ctx, fact, span))


def _args(ctx: Context, fact: Declared, span: Span) -> Args:
    return {"id": Quoted(fact.id), "found": Quoted(span.of(ctx.release.text)), "expected": Quoted(fact.value)}


def _differing(ctx: Context, fact: Declared, slots: _Slots) -> Iterator[Span]:
    text = ctx.release.text
    period = _period(fact.value)
    if period is not None:
        for told in ctx.facts.of(DateFact):
            if told.start is None or told.until is None or told.offset is not None:
                continue
            if not _agree((told.start, told.until), period) and _stands(text, told.span, slots):
                yield told.span
    elif fact.value[:1].isdigit():
        wanted = _digits(fact.value)
        for match in _NUMBER.finditer(text):
            span = Span(match.start(), match.end())
            if _digits(match[0]) != wanted and _stands(text, span, slots):
                yield span
    else:
        yield from _texts(text, fact.value, slots)


def _texts(text: str, value: str, slots: _Slots) -> Iterator[Span]:
    """Yield what stands in the place of a fact that is neither a date nor a number: as many words as it has."""
    words = len(value.split())
    slot = re.compile(r"[^\s.,;:!?()\"„“”]+" + r"[ \n][^\s.,;:!?()\"„“”]+" * (words - 1))
    wanted = " ".join(value.casefold().split())
    if slots.before is not None:
        for match in slots.before.finditer(text):
            found = slot.match(text, match.end())
            if found is None or " ".join(found[0].casefold().split()) == wanted:
                continue
            if slots.after is None or slots.after.match(text, found.end()):
                yield Span(found.start(), found.end())


def _stands(text: str, span: Span, slots: _Slots) -> bool:
    """Tell whether a value stands where a pattern has its place."""
    if slots.after is not None and slots.after.match(text, span.end) is None:
        return False
    if slots.before is None:
        return True
    return any(
        match.end() == span.start for match in slots.before.finditer(text, max(span.start - _BEFORE, 0), span.start)
    )


@lru_cache(maxsize=512)
def _cut(pattern: str) -> _Slots:
    """Return a pattern as expressions for what stands before and behind the fact; ``*`` is the rest of a word."""
    before, _, after = pattern.partition("{value}")
    return _Slots(
        re.compile(rf"(?<!\w){_words(before)}{_GAP}", re.IGNORECASE) if before.strip() else None,
        re.compile(rf"{_GAP}{_words(after)}(?!\w)", re.IGNORECASE) if after.strip() else None,
    )


def _words(text: str) -> str:
    return r"\s+".join(r"\w{0,20}".join(re.escape(part) for part in word.split("*")) for word in text.split())


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


Period = tuple[date, date]


def _period(value: str) -> Period | None:
    """Return the days of ``2017-Q3``, ``2017-05-01`` or ``Sommer 2017``, None for what is no period."""
    match = _ISO.fullmatch(value.strip())
    if match is not None and match.end() > _YEAR and 1000 <= int(match[1]) <= 2200:  # a year alone is a number too
        return _iso(match)
    season = _SEASON.fullmatch(value.strip())
    if season is None:
        return None
    number = next((names[season[1].casefold()] for names in _SEASONS if season[1].casefold() in names), None)
    return interval(Precision.SEASON, number, int(season[2])) if number is not None else None


def _iso(match: "re.Match[str]") -> Period | None:
    year, month = int(match[1]), int(match[4] or 1)
    try:
        if match[5]:
            day = date(year, month, int(match[5]))
            return day, day
        if match[2]:
            return interval(Precision.QUARTER, int(match[2]), year)
        if match[3]:
            return interval(Precision.HALF, int(match[3]), year)
        return interval(Precision.MONTH if match[4] else Precision.YEAR, month, year)
    except ValueError:
        return None


def _agree(one: Period, other: Period) -> bool:
    """Tell whether the middle of one period lies in the other: summer and the third quarter are one, autumn is not."""
    return any(
        last[0] <= first[0] + (first[1] - first[0]) / 2 <= last[1] for first, last in ((one, other), (other, one))
    )
