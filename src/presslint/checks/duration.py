"""Stated lengths against computed ones: „die dreitägige Messe vom 5. bis 10. Juni"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.clauses import sentence
from presslint.checks.events import is_day
from presslint.model.facts import DateFact, RangeFact
from presslint.model.finding import Hit, Related
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex
from presslint.text.span import Span

_NUMBERS = {
    "de": ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
    "en": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}
_NOT_DAYS = regex(
    r"\b(?:\w*arbeitstag|werktag|schultag|nächt|nacht|übernacht|business day|working day|night|alt\b|old\b|age\b|ferien"
    r"|holidays|vacation|jeweils|each|pro\b|per\b)",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """A stated length, in days at least and at most, and where it stands."""

    at: Span
    least: int
    most: int


@check("duration.mismatch", needs=(DateFact, RangeFact), says=("text", "range", "days"), when=(RangeFact,))
def mismatch(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find lengths in days, weeks or months that are not those of the range in the same sentence."""
    if ctx.facts.language not in _NUMBERS:
        return
    ranges = ctx.facts.of(RangeFact)
    starts = [fact.span.start for fact in ranges]
    for fact in ranges:
        if fact.quoted or not is_day(fact.first) or not is_day(fact.last):
            continue
        around = sentence(ctx.release.text, fact.span, ctx.release.blocks[fact.block].span)
        beside = ranges[bisect_left(starts, around.start) : bisect_left(starts, around.end)]
        if sum(1 for other in beside if around.contains(other.span)) > 1:
            continue
        stated = _stated(ctx, around, fact.span)
        days = _length(fact)
        if stated is not None and days > 0 and not stated.least <= days <= stated.most:
            args: dict[str, Value] = {
                "text": Quoted(stated.at.of(ctx.release.text)),
                "range": Quoted(fact.text),
                "days": days,
            }
            yield Hit(stated.at, args, related=(Related(fact.span, "range"),))


def _length(fact: RangeFact) -> int:
    """Return how many days a range has, the first and the last included."""
    start, until = fact.first.start, fact.last.until
    return 0 if start is None or until is None else (until - start).days + 1


def _stated(ctx: Context, around: Span, range_: Span) -> Stated | None:
    """Return the one length that the sentence states, None where it states none or several."""
    text, language = ctx.release.text, ctx.facts.language
    if _NOT_DAYS.search(text, *around):
        return None
    found = [match for match in _lengths(language).finditer(text, *around) if not range_.contains(Span(*match.span()))]
    if len(found) != 1:
        return None
    match = found[0]
    number = _number(match["number"], language)
    unit = match["unit"].lower().lstrip("- ")[:2]
    at = Span(*match.span())
    if unit in {"ta", "tä", "da"}:
        return Stated(at, number, number + 1)  # counted with the last day or without it
    if unit in {"wo", "wö", "we"}:
        return Stated(at, 7 * number - 3, 7 * number + 2)  # Monday to Friday, or with the days of travel
    return Stated(at, 28 * number - 2, 31 * number + 2)


def _number(word: str, language: str) -> int:
    if word.isdigit():
        return int(word)
    return next(value for value, name in enumerate(_NUMBERS[language], 1) if word.lower().startswith(name))


@lru_cache(maxsize=2)
def _lengths(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(_NUMBERS[language], key=len, reverse=True))
    if language == "de":
        unit = r"(?P<unit>(?:tägig|wöchig|monatig)(?:e[nrsm]?)?\b|\s(?:Tage|Wochen|Monate)n?\s(?:lang|dauer\w+)\b)"
    else:
        unit = r"(?P<unit>-(?:day|week|month)\b|\s(?:days|weeks|months)\b)"
    return regex(rf"\b(?P<number>(?:{words})|\d{{1,3}})(?:-(?=[tw]|mon))?{unit}", re.IGNORECASE)
