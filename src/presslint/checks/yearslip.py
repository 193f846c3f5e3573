"""A wrong year as the one cause of several contradictions: a diagnosis, not a new symptom.

A supposition (another year of the release, or another year of the dates that contradict it) is reported only if it
removes every hard contradiction and adds none. Plausibility alone never counts.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.clauses import sentence
from presslint.checks.markers import ENGLISH_PAST, GERMAN_FUTURE, GERMAN_PAST, words
from presslint.checks.relative import Conflict, conflicts
from presslint.checks.releaseday import reading_day, release_place, release_related
from presslint.checks.restate import date_like
from presslint.checks.tense import Statement, TenseParams, announced, completed
from presslint.checks.weekdays import Mismatch, calendar_day, mismatch
from presslint.model.facts import DateFact, EmbargoFact, Precision, RangeFact, ReleaseDate, Witness, YearFrom
from presslint.model.finding import Hit, Place, Proposal, Related
from presslint.text.lazy import regex
from presslint.text.span import Span

# a date counts as meant for another year only if that brings it this near to the release
NEAR = timedelta(days=92)
# and only if it lies this far from it as written
FAR = timedelta(days=180)
# days this near to the release that have its year speak for that year
CLOSE = timedelta(days=60)
# the months in which people still write last year, and those in which they already write the next
NEW_YEAR_MONTHS = (1, 2, 3)
OLD_YEAR_MONTHS = (11, 12)
# at any other time one date alone speaks for a slip of its year only if that brings it this near to the release
BESIDE = timedelta(days=31)


class Evidence(NamedTuple):
    """All hard contradictions of a release that is read on one day."""

    weekdays: tuple[Mismatch, ...]
    completed: tuple[Statement, ...]
    announced: tuple[Statement, ...]
    relative: tuple[Conflict, ...]

    @property
    def facts(self) -> list[DateFact]:
        """The dates that contradict something, in the order of the text, each once."""
        found: list[Mismatch | Statement | Conflict] = [
            *self.weekdays,
            *self.completed,
            *self.announced,
            *self.relative,
        ]
        facts = {contradiction.fact.span: contradiction.fact for contradiction in found}
        return [facts[span] for span in sorted(facts)]

    @property
    def hard(self) -> bool:
        """Whether there is more than one odd weekday, which a slip of the day would explain as well."""
        return bool(self.completed or self.announced or self.relative or len(self.weekdays) > 1)

    @property
    def days(self) -> int:
        """How many different days contradict something: witnesses that do not depend on one another."""
        return len({(fact.month, fact.day, fact.start) for fact in self.facts})

    def far(self, release: date) -> bool:
        """Tell whether something lies so far from the release that another day of its month does not mend it."""
        facts = [told.fact for told in (*self.completed, *self.announced)]
        facts += [conflict.fact for conflict in self.relative]
        return len(self.weekdays) > 1 or any(
            _distance(fact.start, fact.until, release) > CLOSE for fact in facts if fact.start and fact.until
        )


def evidence(ctx: Context, params: TenseParams, release: date, speaks: date, but: Place = None) -> Evidence:
    """Return what contradicts a release dated ``release`` that speaks on ``speaks``, besides the date at ``but``."""
    wrong = (mismatch(fact, release) for fact in ctx.facts.of(DateFact) if fact.weekday is not None)
    return Evidence(
        tuple(found for found in wrong if found is not None and not _at(found.fact, but)),
        tuple(completed(ctx, params, speaks)),
        tuple(announced(ctx, release, ctx.facts.one(ReleaseDate).value or release)),
        tuple(conflicts(ctx, release, speaks)),
    )


def _at(fact: DateFact, place: Place) -> bool:
    return isinstance(place, Span) and fact.span.overlaps(place)


@check(
    "yearslip.suspected",
    needs=(DateFact, RangeFact, EmbargoFact, ReleaseDate),
    says=("year", "other", "date"),
    params=TenseParams,
)
def suspected(ctx: Context, params: TenseParams) -> Iterator[Hit]:
    """Find a year whose change by one removes every contradiction between the dates of a release."""
    release, speaks = ctx.facts.one(ReleaseDate).value, reading_day(ctx)
    if release is None or speaks is None:
        yield from _two_years(ctx, params)
        return
    found = evidence(ctx, params, release, speaks)
    if not found.facts:
        yield from _odd_witness(ctx, release)
        return
    year = _other_release_year(ctx, params, found, release)
    shift = _other_event_year(ctx, found, release, speaks)
    if year is not None and (shift is None or (year > release.year and release.month in NEW_YEAR_MONTHS)):
        yield _release_hit(ctx, release, year, found.facts)
    elif shift is not None:
        yield _event_hit(ctx, found.facts, shift)


def _other_release_year(ctx: Context, params: TenseParams, found: Evidence, release: date) -> int | None:
    """Return the year of the release that nothing contradicts, or None where none is, or where both are."""
    at = release_place(ctx)
    own = [fact for fact in ctx.facts.of(DateFact) if _at(fact, at)]
    if not found.hard or not found.far(release) or _witnessed(ctx, release, found, at):
        return None
    years = []
    for year, months in ((release.year + 1, NEW_YEAR_MONTHS), (release.year - 1, OLD_YEAR_MONTHS)):
        if release.month not in months and found.days < 2:
            continue
        other = calendar_day(year, release.month, release.day)
        if other is None or any(fact.weekday not in {None, other.weekday()} for fact in own):
            continue
        if not evidence(ctx, params, other, reading_day(ctx, other) or other, but=at).facts:
            years.append(year)
    return years[0] if len(years) == 1 else None


def _witnessed(ctx: Context, release: date, found: Evidence, at: Place) -> bool:
    """Tell whether another date near the release has its year written, too, and contradicts nothing."""
    odd = {fact.span for fact in found.facts}
    return any(
        fact.year == release.year
        and fact.precision is Precision.DAY
        and fact.start is not None
        and abs(fact.start - release) <= CLOSE
        and fact.span not in odd
        and not _at(fact, at)
        for fact in ctx.facts.of(DateFact)
    )


def _other_event_year(ctx: Context, found: Evidence, release: date, speaks: date) -> int | None:
    """Return by how many years all dates in question would have to move, or None."""
    facts = found.facts
    if len({fact.year for fact in facts}) != 1 or any(fact.year_from is not YearFrom.WRITTEN for fact in facts):
        return None
    turn = release.month in NEW_YEAR_MONTHS or release.month in OLD_YEAR_MONTHS
    backed = turn or found.days > 1 or bool(found.relative) or any(fact.weekday is not None for fact in facts)
    for shift in (1, -1):
        within = NEAR if backed else BESIDE
        near = all(
            _near(fact, shift, release, within) and not _told_as_past(ctx, fact, shift, speaks) for fact in facts
        )
        if near and _agrees(found, shift, release, speaks):
            return shift
    return None


def _near(fact: DateFact, shift: int, release: date, within: timedelta) -> bool:
    """Tell whether ``shift`` years bring a date from afar to the days around the release."""
    start, until = _moved(fact.start, shift), _moved(fact.until, shift)
    if start is None or until is None or fact.start is None or fact.until is None:
        return False
    return _distance(start, until, release) <= within and _distance(fact.start, fact.until, release) > FAR


def _agrees(found: Evidence, shift: int, release: date, speaks: date) -> bool:
    """Tell whether the dates in question, moved by ``shift`` years, contradict nothing that is said of them."""
    days = {fact.span: (_moved(fact.start, shift), _moved(fact.until, shift)) for fact in found.facts}
    if any(start is None or until is None for start, until in days.values()):
        return False
    return (
        all(fact.weekday in {None, _moved_weekday(fact, shift)} for fact in found.facts)
        and not any((days[told.fact.span][0] or speaks) > speaks for told in found.completed)
        and not any((days[told.fact.span][1] or release) < release for told in found.announced)
        and all(days[conflict.fact.span][0] in conflict.expected for conflict in found.relative)
    )


def _moved_weekday(fact: DateFact, shift: int) -> int | None:
    day = _moved(fact.start, shift)
    return None if day is None else day.weekday()


def _told_as_past(ctx: Context, fact: DateFact, shift: int, speaks: date) -> bool:
    """Tell whether a date that would lie ahead stands in a sentence that tells of the past alone."""
    start = _moved(fact.start, shift)
    if start is None or start <= speaks:
        return False
    text = ctx.release.text
    around = sentence(text, fact.span, ctx.release.blocks[fact.block].span)
    past, future = _tenses()
    return bool(past.search(text, around.start, around.end)) and not future.search(text, around.start, around.end)


@lru_cache(maxsize=1)
def _tenses() -> tuple[re.Pattern[str], re.Pattern[str]]:
    past = "|".join((*words(GERMAN_PAST), *words(ENGLISH_PAST), "was", "were", "had"))
    future = "|".join(
        (*words(GERMAN_FUTURE), "soll", "sollen", "will", "shall", "may", "to be", "tomorrow", "upcoming")
    )
    return regex(rf"\b(?:{past}|[a-z]{{3,}}ed)\b"), regex(rf"\b(?:{future})\b", re.IGNORECASE)


def _moved(day: date | None, years: int) -> date | None:
    return None if day is None else calendar_day(day.year + years, day.month, day.day)


def _distance(start: date, until: date, day: date) -> timedelta:
    return max(start - day, day - until, timedelta(0))


def _release_hit(ctx: Context, release: date, year: int, facts: list[DateFact]) -> Hit:
    at = release_place(ctx)
    other = calendar_day(year, release.month, release.day)
    return Hit(
        at,
        {"date": release, "year": release.year, "other": year},
        "release",
        related=tuple(Related(fact.span, "evidence") for fact in facts),
        proposals=() if other is None else tuple(_rewritten(ctx, at, other)),
    )


def _rewritten(ctx: Context, at: Place, day: date) -> Iterator[Proposal]:
    for fact in ctx.facts.of(DateFact):
        if _at(fact, at) and fact.start is not None:
            written = date_like(fact, fact.day_span.of(ctx.release.text), day, ctx.facts.language)
            if written is not None:
                yield Proposal(((fact.day_span, written),), 0, {"other": day.year})
            return


def _event_hit(ctx: Context, facts: list[DateFact], shift: int) -> Hit:
    first, text = facts[0], ctx.release.text
    year = first.year or 0
    places = [_year_at(fact, text) for fact in facts]
    edits = tuple((place, str(year + shift)) for place in places if place is not None)
    return Hit(
        first.day_span,
        {"date": first.start or date(year, 1, 1), "year": year, "other": year + shift},
        "event",
        related=(*(Related(fact.span, "evidence") for fact in facts[1:]), *release_related(ctx)),
        proposals=(Proposal(edits, 0, {"other": year + shift}),) if len(edits) == len(facts) else (),
    )


def _year_at(fact: DateFact, text: str) -> Span | None:
    found = re.search(rf"(?<!\d){fact.year}(?!\d)", fact.span.of(text))
    return None if found is None else Span(fact.span.start + found.start(), fact.span.start + found.end())


def _odd_witness(ctx: Context, release: date) -> Iterator[Hit]:
    """Look for a carrier of the release date that names the same day of the year before or after."""
    witnesses = ctx.facts.one(ReleaseDate).witnesses
    odd = [witness for witness in witnesses if witness.value != release]
    if odd and all(_one_year_off(witness.value, release) for witness in odd):
        yield _witness_hit(ctx, odd[0], release.year, [witness for witness in witnesses if witness.value == release])


def _two_years(ctx: Context, params: TenseParams) -> Iterator[Hit]:
    """Decide between two years of a release that its carriers disagree about, by what contradicts each."""
    witnesses = ctx.facts.one(ReleaseDate).witnesses
    days = sorted({witness.value for witness in witnesses})
    if len(days) != 2 or not _one_year_off(*days):
        return
    clean = [day for day in days if not evidence(ctx, params, day, day).facts]
    if len(clean) != 1:
        return
    odd = [witness for witness in witnesses if witness.value != clean[0]]
    yield _witness_hit(ctx, odd[0], clean[0].year, [witness for witness in witnesses if witness.value == clean[0]])


def _one_year_off(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day) and abs(one.year - other.year) == 1


def _witness_hit(ctx: Context, odd: Witness, year: int, others: list[Witness]) -> Hit:
    day = calendar_day(year, odd.value.month, odd.value.day)
    return Hit(
        odd.at,
        {"date": odd.value, "year": odd.value.year, "other": year},
        "release",
        related=tuple(Related(other.at, "evidence") for other in others if other.at is not None),
        proposals=() if day is None else tuple(_rewritten(ctx, odd.at, day)),
    )
