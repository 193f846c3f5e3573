"""Dates: the days, periods and relative words of a release, as facts."""

from collections.abc import Iterator
from datetime import date, timedelta

from presslint.facts import Facts
from presslint.facts.date_grammar import GREGORIAN, Mention
from presslint.facts.reading import Reading
from presslint.facts.years import nearest
from presslint.model.facts import DateFact, DateForm, DateOrder, Precision, QuoteFact, ReleaseDate, YearFrom
from presslint.model.finding import Confidence
from presslint.model.release import Release
from presslint.text.span import Span


def extract(release: Release, facts: Facts) -> Iterator[DateFact]:
    """Yield one fact for each day, period and relative word, in the order of the text.

    A day without its year is resolved from the release date; without one it stays open.
    """
    reading = facts.one(Reading)
    day = facts.one(ReleaseDate).value
    quoted = [fact.body for fact in facts.of(QuoteFact)]
    for mention in reading.days:
        yield _day(mention, release, reading, day, quoted)


def _day(mention: Mention, release: Release, reading: Reading, released: date | None, quoted: list[Span]) -> DateFact:
    weekday = mention.weekday
    start, candidates, year_from = _resolved(mention, released)
    if weekday is not None and start is not None:
        if start < GREGORIAN:
            weekday = None
        elif mention.night and weekday != start.weekday():
            weekday = (weekday + 1) % 7
    block = reading.block_of(mention.start)
    span = Span(mention.start, mention.end)
    return DateFact(
        span=span,
        text=span.of(release.text),
        zone=release.blocks[block].zone if release.blocks else release.zone_at(span.start),
        confidence=Confidence.HIGH if year_from in (YearFrom.WRITTEN, YearFrom.CONTEXT) else Confidence.MEDIUM,
        start=start,
        until=start,
        precision=Precision.DAY,
        form=mention.form,
        order=mention.order,
        year_from=year_from,
        candidates=candidates,
        quoted=any(body.contains(span) for body in quoted),
        weekday=weekday,
        weekday_text=release.text[mention.weekday_start : mention.weekday_end] if weekday is not None else "",
        weekday_span=Span(mention.weekday_start, mention.weekday_end) if weekday is not None else None,
        day_span=Span(mention.day_start, mention.day_end),
        year=mention.year,
        month=mention.month,
        day=mention.day,
        problem=mention.problem,
        block=block,
    )


def _resolved(mention: Mention, released: date | None) -> tuple[date | None, tuple[date, ...], YearFrom]:
    """Return the day that is meant, what else it may be, and where its year comes from."""
    year = mention.year if mention.year is not None else mention.context_year
    year_from = YearFrom.WRITTEN if mention.year is not None else YearFrom.CONTEXT
    if year is None:
        year_from = YearFrom.NONE
    if mention.month is None or mention.problem in ("no-such-day", "no-such-month"):
        return None, (), year_from
    weekdays = () if mention.weekday is None else (mention.weekday, (mention.weekday + 1) % 7)[: 1 + mention.night]
    if year is None:
        best = nearest(mention.month, mention.day, weekdays, released)
        return best.day, best.candidates, best.year_from
    if year < 1000:
        return None, (), year_from
    day = date(year, mention.month, mention.day)
    if mention.order is not DateOrder.AMBIGUOUS:
        return day, (), year_from
    candidates = (day, date(year, mention.day, mention.month))
    fitting = [candidate for candidate in candidates if candidate.weekday() in weekdays]
    return (fitting[0] if len(fitting) == 1 else None), candidates, year_from
