"""Dates: the days, periods and relative words of a release, as facts."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from presslint.facts import Facts
from presslint.facts.date_mentions import Mention
from presslint.facts.date_roles import REACH, cued_role, is_held
from presslint.facts.periods import Period
from presslint.facts.reading import Reading
from presslint.facts.resolving import Resolver
from presslint.model.facts import DateFact, DateForm, DateOrder, DateRole, Precision, QuoteFact, ReleaseDate, YearFrom
from presslint.model.finding import Confidence
from presslint.model.release import Release, Zone
from presslint.text.lazy import regex
from presslint.text.span import Span

GREGORIAN = date(1582, 10, 15)  # before it, weekdays followed another calendar
_PAST = timedelta(days=730)  # what lies further back is history
_TIME_BEHIND = regex(
    r"[)]?,?[ \u00a0](?:(?:um|gegen|ab|von|at|from|kl\.|à|a las|alle|om|o godz\.|às)[ \u00a0])?"
    r"\d{1,2}(?:[.:]\d\d|[ \u00a0]?(?:Uhr|[ap]\.?m|h\b))"
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
    for mention in maker.resolver.told(reading.days):
        found.append(maker.day(mention, found[-1] if mention.joined else None))
    for period in maker.resolver.told(reading.periods):
        fact = maker.period(period, found[-1] if period.joined else None)
        if fact.start is not None or period.precision is not Precision.SEASON:
            found.append(fact)
    found.sort(key=_place)
    yield from found


def _place(fact: DateFact) -> Span:
    return fact.span


class _Maker:
    """Makes facts of what was read in one release."""

    __slots__ = ("_ends", "_starts", "reading", "release", "resolver", "witnesses")

    def __init__(self, release: Release, reading: Reading, dated: ReleaseDate, quoted: list[Span]) -> None:
        self.release = release
        self.reading = reading
        self.resolver = Resolver(release.text, reading, dated)
        self.witnesses = [at for witness in dated.witnesses if isinstance(at := witness.at, Span)]
        bodies = sorted(quoted)
        self._starts = [body.start for body in bodies]
        self._ends = list(accumulate((body.end for body in bodies), max))

    def day(self, mention: Mention, before: DateFact | None) -> DateFact:
        """Return the fact of a day; ``before`` is the day that it is joined to."""
        start, _, candidates, year_from = self.resolver.day(mention, before)
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
        start, until, candidates, year_from = self.resolver.period(period, before)
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
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._ends[at]

    def _role(self, span: Span, block: int, until: date | None, *, day: bool, written: bool, called: bool) -> DateRole:
        """Return what a date is for.

        ``day`` tells that it is one day, ``written`` that it is one of the calendar, ``called`` that it has a weekday.
        """
        if span in self.witnesses:
            return DateRole.RELEASE
        if self.release.blocks and self.release.blocks[block].zone is Zone.EMBARGO:
            return DateRole.EMBARGO
        text = self.release.text
        first = self.reading.blocks[block] if self.reading.blocks else 0
        cued = cued_role(text[max(first, span.start - REACH) : span.start])
        if cued is not None and (day or cued is DateRole.EMBARGO):
            return cued
        released = self.resolver.released
        if released is not None and until is not None and until < released - _PAST:
            return DateRole.HISTORICAL
        if not day:
            return DateRole.PERIOD
        held = written and (called or _TIME_BEHIND.match(text, span.end) or is_held(text, span.start, span.end))
        return DateRole.EVENT if held else DateRole.MENTION


def _confidence(mention: Mention, year_from: YearFrom) -> Confidence:
    if mention.month is None or (mention.vague and mention.weekday is None):
        return Confidence.MEDIUM
    return Confidence.HIGH if year_from in (YearFrom.WRITTEN, YearFrom.CONTEXT) else Confidence.MEDIUM
