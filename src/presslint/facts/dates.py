"""Dates: the days, periods and relative words of a release, as facts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from presslint.facts import Facts
from presslint.facts.date_mentions import FIRST_YEAR, Mention
from presslint.facts.date_roles import REACH, cued_role
from presslint.facts.intervals import interval
from presslint.facts.periods import Period
from presslint.facts.reading import Reading
from presslint.facts.years import NEW_YEAR, nearest, nearest_day, nearest_period, season_near, weekday_near
from presslint.model.facts import (
    DateFact,
    DateForm,
    DateOrder,
    DateRole,
    Precision,
    QuoteFact,
    ReleaseDate,
    Witness,
    YearFrom,
)
from presslint.model.finding import Confidence
from presslint.model.release import Release, Zone
from presslint.text.span import Span

M = TypeVar("M", Mention, Period)

GREGORIAN = date(1582, 10, 15)  # before it, weekdays followed another calendar
_PAST = timedelta(days=730)  # what lies further back is history
_NEAR = timedelta(days=60)  # witnesses of the release date that differ no more than this still tell the year
_UNDATED = (DateForm.RELATIVE, DateForm.WEEKDAY)  # no year belongs to them
_OF = frozenset({"", "of", "des", "de", "del", "dell", "di", "do", "van", "af"})
_OF_LENGTH = 6
_TIME_BEHIND = re.compile(
    r"[)]?,?[ \u00a0](?:(?:um|gegen|ab|von|at|from|kl\.|à|a las|alle|om|o godz\.|às)[ \u00a0])?\d{1,2}(?:[.:]\d\d|[ \u00a0]?(?:Uhr|[ap]\.?m|h\b))"
)


def extract(release: Release, facts: Facts) -> Iterator[DateFact]:
    """Yield one fact for each day, period, relative word and bare weekday, in the order of the text.

    A day without its year is resolved from the release date; without one it stays open. The offset of a relative word
    counts days, that of ``last year`` or ``next month`` counts in that unit. A bare weekday has its day only where a
    word such as ``next`` tells the direction; the nearest ones are its candidates.
    """
    reading = facts.one(Reading)
    maker = _Maker(release, reading, facts.one(ReleaseDate), [fact.body for fact in facts.of(QuoteFact)])
    found: list[DateFact] = []
    for mention in maker.told(reading.days):
        found.append(maker.day(mention, found[-1] if mention.joined else None))
    for period in maker.told(reading.periods):
        fact = maker.period(period, found[-1] if period.joined else None)
        if fact.start is not None or period.precision is not Precision.SEASON:
            found.append(fact)
    found.sort(key=_place)
    yield from found


def _place(fact: DateFact) -> Span:
    return fact.span


class _Resolved(NamedTuple):
    """The interval that is meant, what else it may be, and where the year comes from."""

    start: date | None
    until: date | None
    candidates: tuple[date, ...]
    year_from: YearFrom


class _Maker:
    """Makes facts of what was read in one release."""

    __slots__ = ("anchor", "quoted", "reading", "release", "released", "witnesses", "years")

    def __init__(self, release: Release, reading: Reading, dated: ReleaseDate, quoted: list[Span]) -> None:
        self.release = release
        self.reading = reading
        self.released = dated.value
        self.anchor = dated.value or _about(dated.witnesses)
        self.quoted = quoted
        self.years = [
            (period.start, period.offset or 0)
            for period in reading.periods
            if period.form is DateForm.RELATIVE and period.precision is Precision.YEAR
        ]
        self.witnesses = [at for witness in dated.witnesses if isinstance(at := witness.at, Span)]

    def day(self, mention: Mention, before: DateFact | None) -> DateFact:
        """Return the fact of a day; ``before`` is the day that it is joined to."""
        start, _, candidates, year_from = self._resolved_day(mention, before)
        weekday = mention.weekday
        if weekday is not None and start is not None:
            if start < GREGORIAN:
                weekday = None
            elif mention.night and weekday != start.weekday():
                weekday = (weekday + 1) % 7
        span = Span(mention.start, mention.end)
        called = Span(mention.weekday_start, mention.weekday_end) if weekday is not None else None
        block, zone = self._place(span)
        return DateFact(
            span,
            span.of(self.release.text),
            zone,
            _confidence(mention, year_from),
            start,
            start,
            Precision.DAY,
            mention.form,
            mention.order,
            year_from,
            candidates,
            self._role(span, block, start, day=True, written=True, called=weekday is not None),
            self._is_quoted(span),
            weekday=weekday,
            weekday_text=called.of(self.release.text) if called else "",
            weekday_span=called,
            day_span=Span(mention.day_start, mention.day_end),
            year=mention.year,
            month=mention.month,
            day=mention.day,
            problem=mention.problem,
            block=block,
        )

    def period(self, period: Period, before: DateFact | None) -> DateFact:
        """Return the fact of a period, a relative word or a bare weekday; ``before`` is what it is joined to."""
        start, until, candidates, year_from = self._resolved_period(period, before)
        span = Span(period.start, period.end)
        text = span.of(self.release.text)
        block, zone = self._place(span)
        weekday = period.form is DateForm.WEEKDAY
        return DateFact(
            span,
            text,
            zone,
            period.confidence,
            start,
            until,
            period.precision,
            period.form,
            DateOrder.DMY,
            year_from,
            candidates,
            self._role(span, block, until, day=period.precision is Precision.DAY, written=False, called=False),
            self._is_quoted(span),
            weekday=period.number if weekday else None,
            weekday_text=text if weekday else "",
            weekday_span=span if weekday else None,
            day_span=span,
            year=period.year,
            month=period.number if period.precision is Precision.MONTH and period.number else None,
            offset=period.offset,
            block=block,
        )

    def _place(self, span: Span) -> tuple[int, Zone]:
        block = self.reading.block_of(span.start)
        return block, self.release.blocks[block].zone if self.release.blocks else Zone.UNKNOWN

    def _is_quoted(self, span: Span) -> bool:
        return any(body.start <= span.start and span.end <= body.end for body in self.quoted)

    def _role(self, span: Span, block: int, until: date | None, *, day: bool, written: bool, called: bool) -> DateRole:
        """Return what a date is for; ``day`` is one day, ``written`` a day of the calendar, ``called`` by its weekday."""
        if span in self.witnesses:
            return DateRole.RELEASE
        if self.release.blocks and self.release.blocks[block].zone is Zone.EMBARGO:
            return DateRole.EMBARGO
        text = self.release.text
        first = self.reading.blocks[block] if self.reading.blocks else 0
        cued = cued_role(text[max(first, span.start - REACH) : span.start])
        if cued is not None and (day or cued is DateRole.EMBARGO):
            return cued
        if self.released is not None and until is not None and until < self.released - _PAST:
            return DateRole.HISTORICAL
        if not day:
            return DateRole.PERIOD
        return DateRole.EVENT if written and (called or _TIME_BEHIND.match(text, span.end)) else DateRole.MENTION

    def _resolved_day(self, mention: Mention, before: DateFact | None) -> _Resolved:
        year = mention.year if mention.year is not None else mention.context_year
        weekdays = () if mention.weekday is None else (mention.weekday, (mention.weekday + 1) % 7)[: 1 + mention.night]
        if mention.month is None:
            near = before.start if before is not None and before.start is not None else self.anchor
            best = nearest_day(mention.day, weekdays, near, later=near is not self.anchor)
            return _Resolved(best.day, best.day, best.candidates, best.year_from)
        year_from = YearFrom.WRITTEN if mention.year is not None else YearFrom.CONTEXT
        if year is None:
            if mention.problem:
                return _Resolved(None, None, (), YearFrom.NONE)
            best = nearest(mention.month, mention.day, weekdays, self.anchor)
            if before is not None and before.start is not None and best.day is not None:
                best = best.beside(before.start)
            return _Resolved(best.day, best.day, best.candidates, best.year_from)
        if mention.problem in ("no-such-day", "no-such-month") or year < FIRST_YEAR:
            return _Resolved(None, None, (), year_from)
        day = date(year, mention.month, mention.day)
        if mention.order is not DateOrder.AMBIGUOUS:
            return _Resolved(day, day, (), year_from)
        candidates = (day, date(year, mention.day, mention.month))
        fitting = [candidate for candidate in candidates if candidate.weekday() in weekdays]
        known = fitting[0] if len(fitting) == 1 else None
        return _Resolved(known, known, candidates, year_from)

    def _resolved_period(self, period: Period, before: DateFact | None) -> _Resolved:
        year = period.year if period.year is not None else period.context_year
        if year is not None:
            first, last = interval(period.precision, period.number, year, last_year=period.last_year, edge=period.edge)
            return _Resolved(first, last, (), YearFrom.WRITTEN if period.year is not None else YearFrom.CONTEXT)
        if period.form is DateForm.RELATIVE:
            return self._resolved_relative(period)
        if self.anchor is None:
            return _Resolved(None, None, (), YearFrom.NONE)
        if period.form is DateForm.WEEKDAY:
            days = weekday_near(period.number, self.anchor, period.direction)
            known = days[0] if period.direction else None
            return _Resolved(known, known, days, YearFrom.RELEASE)
        if period.precision is not Precision.MONTH:
            return _Resolved(None, None, (), YearFrom.NONE)
        years = nearest_period(period.number, self.anchor)
        if before is not None and before.start is not None:
            beside = before.start.year + (before.start.month - period.number >= NEW_YEAR)
            years = (beside, *(year for year in years if year != beside))
        first, last = interval(period.precision, period.number, years[0], edge=period.edge)
        return _Resolved(first, last, tuple(date(year, period.number, 1) for year in years), YearFrom.RELEASE)

    def told(self, mentions: tuple[M, ...]) -> list[M]:
        """Return the days or periods, those without a year with the one that words behind them or their list tell."""
        if self.released is None or not self.years:
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
        if self.released is None or not self.years:
            return None
        for start, offset in self.years:
            if 0 < start - end <= _OF_LENGTH and self.release.text[end:start].strip().lower() in _OF:
                return self.released.year + offset
        return None

    def _resolved_relative(self, period: Period) -> _Resolved:
        released = self.released
        if released is None:
            return _Resolved(None, None, (), YearFrom.NONE)
        offset = period.offset or 0
        if period.precision is Precision.DAY:
            day = released + timedelta(days=offset)
            return _Resolved(day, day, (), YearFrom.RELEASE)
        if period.precision is Precision.SEASON:
            first, last = season_near(period.number, released, period.direction)
            return _Resolved(first, last, (), YearFrom.RELEASE)
        month = released.month - 1 + (offset if period.precision is Precision.MONTH else 0)
        year = released.year + month // 12 + (offset if period.precision is Precision.YEAR else 0)
        first, last = interval(period.precision, month % 12 + 1, year)
        return _Resolved(first, last, (), YearFrom.RELEASE)


def _confidence(mention: Mention, year_from: YearFrom) -> Confidence:
    if mention.month is None or (mention.vague and mention.weekday is None):
        return Confidence.MEDIUM
    return Confidence.HIGH if year_from in (YearFrom.WRITTEN, YearFrom.CONTEXT) else Confidence.MEDIUM


def _about(witnesses: tuple[Witness, ...]) -> date | None:
    """Return a day near the release where its witnesses disagree by a few weeks only."""
    days = sorted(witness.value for witness in witnesses)
    return days[0] if days and days[-1] - days[0] <= _NEAR else None
