"""Things told as done that lie after the release, and things announced that lie before it.

What a date belongs to is read from its close neighbours only, by closed lists of words. Nothing is judged inside
quotations, boilerplate and titles; whatever does not stand exactly as described there is left alone.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from presslint.checks import Context, check, english, german
from presslint.checks.events import announcement, around, range_of
from presslint.checks.releaseday import embargo_of, reading_day, release_related
from presslint.facts import Facts
from presslint.model.facts import DateFact, DateForm, EmbargoFact, Precision, RangeFact, ReleaseDate, YearFrom
from presslint.model.finding import Confidence, Hit, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted
from presslint.text.span import Span

_DONE = {"de": german.done, "en": english.done}
_SILENT = frozenset({Zone.BOILERPLATE, Zone.HEADLINE, Zone.LABEL, Zone.CONTACT, Zone.SOCIAL, Zone.QUOTE, Zone.PAGEMARK})
_UNWRITTEN = frozenset({DateForm.RELATIVE, DateForm.WEEKDAY})
# looked up once: a member of an enumeration takes five times as long to look up as a global
_DAY, _LOW = Precision.DAY, Confidence.LOW
_NO_YEAR, _OF_RELEASE = YearFrom.NONE, YearFrom.RELEASE
_NO_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
# what is announced for a day further back than this is history told in the present tense
HISTORY = timedelta(days=400)
# a day without a year that lies further back than this may be that of the coming year
YEARLESS = timedelta(days=60)


class TenseParams(NamedTuple):
    """Words of a house, by language, besides the built-in ones.

    ``past`` are finite verbs that are past and nothing else, ``participles`` those of completed actions.
    """

    past: Mapping[str, tuple[str, ...]] = _NO_WORDS
    participles: Mapping[str, tuple[str, ...]] = _NO_WORDS


class Statement(NamedTuple):
    """A dated thing, and the words that tell it as done or as coming."""

    fact: DateFact
    start: date
    until: date
    marker: Span


def completed(ctx: Context, params: TenseParams, after: date) -> list[Statement]:
    """Return what is told as done and dated later than ``after``."""
    found: list[Statement] = []
    language = ctx.facts.language
    past, participles = tuple(params.past.get(language, ())), tuple(params.participles.get(language, ()))
    known = _done(ctx.facts).setdefault((past, participles), {})
    for fact in ctx.facts.of(DateFact):
        start, until = fact.start, fact.until
        if start is None or until is None or start <= after or fact.year_from is _OF_RELEASE or not _judged(fact):
            continue
        if fact.span not in known:
            known[fact.span] = _marker(ctx, fact, past, participles)
        marker = known[fact.span]
        if marker is not None:
            found.append(Statement(fact, start, until, marker))
    return found


def announced(ctx: Context, before: date, yearless_before: date) -> list[Statement]:
    """Return what is announced for a day before ``before``; ``yearless_before`` holds where no year is written."""
    found: list[Statement] = []
    for fact in ctx.facts.of(DateFact):
        start, until = fact.start, fact.until
        if start is None or until is None or fact.precision is not _DAY:
            continue
        yearless = fact.year_from is _OF_RELEASE
        limit = yearless_before if yearless else before
        if until >= limit or not _judged(fact):
            continue
        range_ = range_of(ctx, fact)
        until = max(until, range_.last.until or until) if range_ else until
        past = limit - until
        if not timedelta(0) < past <= (YEARLESS if yearless else HISTORY):
            continue
        marker = announcement(ctx, fact)
        if marker is not None:
            found.append(Statement(fact, start, until, marker))
    return found


def _judged(fact: DateFact) -> bool:
    return (
        not fact.quoted
        and fact.zone not in _SILENT
        and fact.confidence > _LOW
        and fact.form not in _UNWRITTEN
        and fact.year_from is not _NO_YEAR
    )


def _marker(ctx: Context, fact: DateFact, past: tuple[str, ...], participles: tuple[str, ...]) -> Span | None:
    done = _DONE.get(ctx.facts.language)
    if done is None or ctx.release.text[fact.span.end : fact.span.end + 1] in {"/", "-", "–"}:
        return None  # 2017/18: a school year, a season
    return done(around(ctx, fact), past, participles)


@lru_cache(maxsize=1)
def _done(facts: Facts) -> dict[tuple[tuple[str, ...], tuple[str, ...]], dict[Span, Span | None]]:
    """Return what is known of the release at hand, by the words of a house: several checks ask for the same dates."""
    del facts  # only tells one release from the next
    return {}


@check(
    "tense.completed",
    needs=(DateFact, RangeFact, EmbargoFact, ReleaseDate),
    says=("text", "release", "marker"),
    params=TenseParams,
    requires=("release_date",),
    when=(DateFact,),
)
def completed_before_it_happened(ctx: Context, params: TenseParams) -> Iterator[Hit]:
    """Find what is told as done although its date lies after the release date."""
    day = reading_day(ctx)
    for told in completed(ctx, params, day) if day else ():
        embargo = embargo_of(ctx, day)
        if embargo is None:
            yield _hit(ctx, told, day)
        else:
            hit = _hit(ctx, told, day)
            related = (hit.related[0], Related(embargo.span, "embargo"))
            yield hit._replace(case="embargo", related=related)


@check(
    "tense.announced",
    needs=(DateFact, RangeFact, ReleaseDate),
    says=("text", "release", "marker"),
    requires=("release_date",),
    when=(DateFact,),
)
def announced_after_it_happened(ctx: Context, _: object) -> Iterator[Hit]:
    """Find what is announced although its date lies before the release date.

    What lies between it and the end of an embargo is the matter of the embargo (``embargo.order``).
    """
    day = ctx.facts.one(ReleaseDate).value
    for told in announced(ctx, day, day) if day else ():
        yield _hit(ctx, told, day)


def _hit(ctx: Context, told: Statement, day: date | None) -> Hit:
    text = ctx.release.text
    return Hit(
        told.fact.span,
        {
            "text": Quoted(told.fact.text),
            "release": day or told.start,
            "marker": Quoted(told.marker.of(text)),
        },
        related=(Related(told.marker, "marker"), *release_related(ctx)),
    )
