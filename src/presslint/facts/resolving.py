"""What a day or a period means: its interval, resolved from the release date where the text leaves parts of it open."""

from bisect import bisect_left
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from presslint.facts import reading as readings
from presslint.facts.date_mentions import FIRST_YEAR, Mention
from presslint.facts.intervals import interval
from presslint.facts.periods import Period
from presslint.facts.years import (
    NEW_YEAR,
    Reading,
    nearest,
    nearest_day,
    nearest_period,
    season_near,
    shifted,
    weekday_near,
)
from presslint.model.facts import DateFact, DateForm, DateOrder, Precision, ReleaseDate, Witness, YearFrom

M = TypeVar("M", Mention, Period)

_NEAR = timedelta(days=60)  # witnesses of the release date that differ no more than this still tell the year
_YEARS = range(1000, 9000)  # releases out of these years resolve nothing
_UNDATED = (DateForm.RELATIVE, DateForm.WEEKDAY)  # no year belongs to them
_OF = frozenset({"", "of", "des", "de", "del", "dell", "di", "do", "van", "af"})
_OF_LENGTH = 6
_FEW_YEARS = 12


class Resolved(NamedTuple):
    """The interval that is meant, what else it may be, and where the year comes from."""

    start: date | None
    until: date | None
    candidates: tuple[date, ...]
    year_from: YearFrom


_OPEN = Resolved(None, None, (), YearFrom.NONE)


class Resolver:
    """Resolves what was read in one text."""

    __slots__ = ("_offsets", "_starts", "_told_years", "anchor", "reading", "released", "text")

    def __init__(self, text: str, reading: readings.Reading, dated: ReleaseDate) -> None:
        self.text = text
        self.reading = reading
        known = dated.value is not None and dated.value.year in _YEARS
        self.released = dated.value if known else None
        self.anchor = self.released or (_about(dated.witnesses) if dated.value is None else None)
        relative = [
            (period.start, period.offset or 0)
            for period in reading.periods
            if period.form is DateForm.RELATIVE and period.precision is Precision.YEAR
        ]
        self._told_years: dict[int, tuple[int, ...]] | None = None  # found when first asked for
        self._starts = [start for start, _ in relative]
        self._offsets = [offset for _, offset in relative]

    def day(self, mention: Mention, before: DateFact | None) -> Resolved:
        """Return what a day means; ``before`` is the day that it is joined to."""
        year = mention.year if mention.year is not None else mention.context_year
        weekdays = () if mention.weekday is None else (mention.weekday, (mention.weekday + 1) % 7)[: 1 + mention.night]
        if mention.month is None or year is None:
            return self._open_day(mention, before, weekdays)
        year_from = YearFrom.WRITTEN if mention.year is not None else YearFrom.CONTEXT
        if mention.problem in ("no-such-day", "no-such-month") or year < FIRST_YEAR:
            return Resolved(None, None, (), year_from)
        day = date(year, mention.month, mention.day)
        if mention.order is not DateOrder.AMBIGUOUS:
            return Resolved(day, day, (), year_from)
        candidates = (day, date(year, mention.day, mention.month))
        fitting = [candidate for candidate in candidates if candidate.weekday() in weekdays]
        known = fitting[0] if len(fitting) == 1 else None
        return Resolved(known, known, candidates, year_from)

    def _open_day(self, mention: Mention, before: DateFact | None, weekdays: tuple[int, ...]) -> Resolved:
        """Return what a day without its year, or without its month, means."""
        joined = before.start if before is not None else None
        if mention.month is None:
            near = joined or self.anchor
            return _read(nearest_day(mention.day, weekdays, near, later=near is joined) if near else None)
        if mention.problem or self.anchor is None:
            return _OPEN
        best = nearest(mention.month, mention.day, weekdays, self.anchor)
        best = best.beside(joined) if joined is not None else best
        if weekdays and best.day.weekday() not in weekdays:
            told = self._day_in_told_year(mention, best.day, weekdays)
            if told is not None:
                return Resolved(told, told, (told, *best.candidates), YearFrom.CONTEXT)
        return _read(best)

    def _day_in_told_year(self, mention: Mention, day: date, weekdays: tuple[int, ...]) -> date | None:
        """Return the day in a year that the same paragraph names, if it has the weekday there."""
        if self._told_years is None:
            self._told_years = _years_by_block(self.reading)
        for year in self._told_years.get(self.reading.block_of(mention.start), ()):
            told = shifted(day, year)
            if told is not None and told.weekday() in weekdays:
                return told
        return None

    def period(self, period: Period, before: DateFact | None) -> Resolved:
        """Return what a period means; ``before`` is the one that it is joined to."""
        year = period.year if period.year is not None else period.context_year
        if year is not None:
            first, last = interval(period.precision, period.number, year, last_year=period.last_year, edge=period.edge)
            return Resolved(first, last, (), YearFrom.WRITTEN if period.year is not None else YearFrom.CONTEXT)
        if period.form is DateForm.RELATIVE:
            return self._relative(period)
        if self.anchor is None:
            return _OPEN
        if period.form is DateForm.WEEKDAY:
            days = weekday_near(period.number, self.anchor, period.direction)
            known = days[0] if period.direction else None
            return Resolved(known, known, days, YearFrom.RELEASE)
        if period.precision is not Precision.MONTH:
            return _OPEN
        years = nearest_period(period.number, self.anchor)
        if before is not None and before.start is not None:
            beside = before.start.year + (before.start.month - period.number >= NEW_YEAR)
            years = (beside, *(year for year in years if year != beside))
        first, last = interval(period.precision, period.number, years[0], edge=period.edge)
        return Resolved(first, last, tuple(date(year, period.number, 1) for year in years), YearFrom.RELEASE)

    def told(self, mentions: tuple[M, ...]) -> list[M]:
        """Return the days or periods, those without a year with the one that words behind them or their list tell."""
        if self.released is None or not self._starts:
            return list(mentions)
        found: list[M] = []
        year: int | None = None
        for mention in reversed(mentions):
            if mention.year is not None or mention.context_year is not None or mention.form in _UNDATED:
                year = None
                found.append(mention)
            else:
                year = self._year_behind(mention.end) or year
                found.append(mention if year is None else mention._replace(context_year=year))
            year = year if mention.joined else None
        return found[::-1]

    def _year_behind(self, end: int) -> int | None:
        """Return the year that the words behind a date name: „im Mai vergangenen Jahres"."""
        at = bisect_left(self._starts, end + 1)
        if self.released is None or at == len(self._starts) or self._starts[at] - end > _OF_LENGTH:
            return None
        between = self.text[end : self._starts[at]].strip().lower()
        return self.released.year + self._offsets[at] if between in _OF else None

    def _relative(self, period: Period) -> Resolved:
        released = self.released
        if released is None:
            return _OPEN
        offset = period.offset or 0
        if period.precision is Precision.DAY:
            day = released + timedelta(days=offset)
            return Resolved(day, day, (), YearFrom.RELEASE)
        if period.precision is Precision.SEASON:
            first, last = season_near(period.number, released, period.direction)
            return Resolved(first, last, (), YearFrom.RELEASE)
        month = released.month - 1 + (offset if period.precision is Precision.MONTH else 0)
        year = released.year + month // 12 + (offset if period.precision is Precision.YEAR else 0)
        first, last = interval(period.precision, month % 12 + 1, year)
        return Resolved(first, last, (), YearFrom.RELEASE)


def _years_by_block(reading: readings.Reading) -> dict[int, tuple[int, ...]]:
    """Return the first few years that each block names."""
    named: list[Mention | Period] = [*reading.days, *reading.periods]
    years: dict[int, dict[int, None]] = {}
    for mention in named:
        if mention.year is not None and mention.year in _YEARS:
            years.setdefault(reading.block_of(mention.start), {})[mention.year] = None
    return {block: tuple(listed)[:_FEW_YEARS] for block, listed in years.items()}


def _read(reading: Reading | None) -> Resolved:
    return Resolved(reading.day, reading.day, reading.candidates, YearFrom.RELEASE) if reading else _OPEN


def _about(witnesses: tuple[Witness, ...]) -> date | None:
    """Return a day near the release where its witnesses disagree by a few weeks only."""
    days = sorted(witness.value for witness in witnesses)
    return days[0] if days and days[-1] - days[0] <= _NEAR else None
