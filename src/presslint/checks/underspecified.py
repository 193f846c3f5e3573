"""Dates that a reader elsewhere or later cannot resolve: „heute" in an undated text, a far day without its year."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.events import EXPLICIT, is_day
from presslint.model.facts import DateFact, DateForm, Precision, ReleaseDate, YearFrom
from presslint.model.finding import Confidence, Hit
from presslint.model.release import Block, Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span

_ON = regex(
    r"\b(?:am|seit|bis|on|last|next|since|until)(?:\s(?:kommenden|vergangenen|letzten|nächsten))?\s$", re.IGNORECASE
)
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_FIRST = 200  # characters of the lead that must say when
_TEXT = frozenset({Zone.LEAD, Zone.BODY, Zone.LIST, Zone.SUBHEAD})


class UnderspecifiedParams(NamedTuple):
    """What counts as unclear.

    ``relative`` reports relative days in texts that show no date, ``yearless`` days without a year that lie further
    than ``far`` days from the release or in another year, ``vague`` the words of that list in the lead.
    """

    relative: bool = True
    yearless: bool = True
    far: int = 180
    vague: tuple[str, ...] = ("kürzlich", "vor Kurzem", "vor kurzem", "unlängst", "neulich", "recently", "not long ago")


@check(
    "underspecified.date",
    needs=(DateFact, ReleaseDate),
    says=("text", "date"),
    params=UnderspecifiedParams,
)
def underspecified(ctx: Context, params: UnderspecifiedParams) -> Iterator[Hit]:
    """Find days that only someone can resolve who knows when and where the release was issued."""
    facts = [fact for fact in ctx.facts.of(DateFact) if fact.zone in _TEXT and not fact.quoted]
    release = ctx.facts.one(ReleaseDate)
    if params.relative and not any(isinstance(witness.at, Span) for witness in release.witnesses):
        explicit = {fact.block for fact in facts if fact.form in EXPLICIT}
        days = (fact for fact in facts if fact.block not in explicit and _is_deictic(ctx, fact))
        yield from (Hit(fact.span, {"text": Quoted(fact.text)}, "relative") for fact in islice(days, 1))
    if params.yearless and release.value is not None:
        yield from _yearless(ctx, [fact for fact in facts if is_day(fact)], release.value, timedelta(days=params.far))
    yield from islice(_vague(ctx, params.vague), 1)


def _is_deictic(ctx: Context, fact: DateFact) -> bool:
    """Tell whether a word points to a day from the day of the release; „heute" alone mostly means nowadays."""
    if fact.confidence is Confidence.LOW or fact.precision is not Precision.DAY:
        return False
    if fact.form is DateForm.WEEKDAY:
        return _ON.search(ctx.release.text, max(fact.span.start - 30, 0), fact.span.start) is not None
    if fact.form is not DateForm.RELATIVE or fact.offset is None:
        return False
    return fact.offset != 0 or _event().match(ctx.release.text, fact.span.end) is not None


def _yearless(ctx: Context, facts: list[DateFact], release: date, far: timedelta) -> Iterator[Hit]:
    """Yield the first day of each block whose year is a guess; a weekday beside it leaves only one year."""
    seen: set[int] = set()
    for fact in facts:
        if fact.year_from is not YearFrom.RELEASE or fact.start is None or fact.weekday is not None:
            continue
        if fact.block in seen or (abs(fact.start - release) <= far and fact.start.year == release.year):
            continue
        if not _YEAR.search(ctx.release.text, *ctx.release.blocks[fact.block].span):
            seen.add(fact.block)
            yield Hit(fact.span, {"text": Quoted(fact.text), "date": fact.start}, "yearless")


def _vague(ctx: Context, words: tuple[str, ...]) -> Iterator[Hit]:
    if not words:
        return
    pattern = _any(words)
    for block in ctx.release.blocks:
        if block.zone is Zone.LEAD:
            yield from _vague_in(ctx, block, pattern)


def _vague_in(ctx: Context, block: Block, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for found in pattern.finditer(ctx.release.text, block.span.start, min(block.span.end, block.span.start + _FIRST)):
        yield Hit(Span(*found.span()), {"text": Quoted(found[0])}, "vague")


@lru_cache(maxsize=1)
def _event() -> re.Pattern[str]:
    return regex(
        r"\s(?:[\w-]+\s)?[\w-]*(?:station|besuch|sitzung|konferenz|gespräch|termin|veranstaltung|tagung|eröffnung|feier"
        r"|versammlung|kundgebung|anhörung|hearing|meeting|conference|event|visit|briefing|ceremony|vote)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return regex(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
