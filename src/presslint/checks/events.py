"""Dates of what a release announces, and whether words in front or behind say so."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from presslint.checks import Context, english, german
from presslint.checks.neighbours import Neighbours, neighbours
from presslint.facts import Facts
from presslint.model.facts import DateFact, DateForm, DateRole, Precision, RangeFact, YearFrom
from presslint.model.finding import Confidence
from presslint.model.release import Zone
from presslint.text.span import Span

EXPLICIT = frozenset({DateForm.WORDS, DateForm.NUMERIC, DateForm.ISO})
# looked up once: a member of an enumeration takes five times as long to look up as a global
_DAY, _NO_YEAR, _BOILERPLATE, _LOW = Precision.DAY, YearFrom.NONE, Zone.BOILERPLATE, Confidence.LOW
_COMING = {"de": german.coming, "en": english.coming}


def is_day(fact: DateFact) -> bool:
    """Tell whether a date is a day that is written out and may be judged."""
    return (
        fact.precision is _DAY
        and fact.form in EXPLICIT
        and fact.start is not None
        and fact.year_from is not _NO_YEAR
        and not fact.quoted
        and fact.zone is not _BOILERPLATE
        and fact.confidence > _LOW
    )


def range_of(ctx: Context, fact: DateFact) -> RangeFact | None:
    """Return the range that a date begins or ends, or None."""
    return next(ranges_of(ctx, fact), None) if ctx.facts.of(RangeFact) else None


def ranges_of(ctx: Context, fact: DateFact) -> Iterator[RangeFact]:
    """Yield the ranges that hold a date, in their order."""
    ranges = ctx.facts.of(RangeFact)
    if ranges:
        place = bisect_left(_ends(ctx.facts), fact.span.end)
        while place < len(ranges) and ranges[place].span.start <= fact.span.start:
            if fact.span.end <= ranges[place].span.end:
                yield ranges[place]
            place += 1


@lru_cache(maxsize=1)
def _ends(facts: Facts) -> list[int]:
    """Return how far the ranges up to each one reach: the first that reaches behind a date holds it or none does."""
    return list(accumulate((range_.span.end for range_ in facts.of(RangeFact)), max))


def place_of(ctx: Context, fact: DateFact) -> Span:
    """Return the place of a date, or of the range that it begins or ends."""
    range_ = range_of(ctx, fact)
    return fact.span if range_ is None else range_.span


def around(ctx: Context, fact: DateFact) -> Neighbours:
    """Return what stands around a date, or around its range, in its sentence."""
    known = _around(ctx.facts)
    found = known.get(fact.span)
    if found is None:
        block = ctx.release.blocks[fact.block].span
        found = known[fact.span] = neighbours(ctx.release.text, place_of(ctx, fact), block)
    return found


@lru_cache(maxsize=1)
def _around(facts: Facts) -> dict[Span, Neighbours]:
    """Return what is known of the release at hand: several checks ask for the same dates."""
    del facts  # only tells one release from the next
    return {}


def announcement(ctx: Context, fact: DateFact) -> Span | None:
    """Return the words that announce what is dated, or None where none do."""
    coming = _COMING.get(ctx.facts.language)
    if coming is None:
        return None
    known = _announced(ctx.facts)
    if fact.span not in known:
        known[fact.span] = coming(around(ctx, fact))
    return known[fact.span]


@lru_cache(maxsize=1)
def _announced(facts: Facts) -> dict[Span, Span | None]:
    """Return what is known of the release at hand, as above."""
    del facts
    return {}


def is_event(ctx: Context, fact: DateFact) -> bool:
    """Tell whether a day is that of an event: it has a weekday or a time, or it is announced."""
    return is_day(fact) and (fact.role is DateRole.EVENT or announcement(ctx, fact) is not None)
