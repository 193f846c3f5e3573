"""Which weekday a date has, and whether the one that is written beside it is right."""

from datetime import date, timedelta
from typing import NamedTuple

from presslint.model.facts import DateFact, DateOrder, Precision, YearFrom
from presslint.model.finding import Confidence
from presslint.model.release import Zone
from presslint.text.span import Span

FIRST_GREGORIAN_YEAR = 1583
# a yearless weekday and day that fit a year this near are no contradiction: invitations look that far ahead
NEAR = timedelta(days=300)


class Mismatch(NamedTuple):
    """A weekday that is not that of its date.

    ``weekday`` stands at ``at``, but ``day`` is the day that the date names; ``fits`` is the day in another year that
    has the weekday, where the year is not written and one of the years beside has it.
    """

    fact: DateFact
    weekday: int
    at: Span
    day: date
    fits: date | None = None


def mismatch(fact: DateFact, release: date | None) -> Mismatch | None:
    """Tell whether the weekday beside a date is wrong.

    A year that is not written is looked for around ``release``: the year of the release, then the years beside it.
    """
    if fact.weekday is None or fact.weekday_span is None or fact.precision is not Precision.DAY:
        return None
    if fact.quoted or fact.zone is Zone.BOILERPLATE or fact.confidence is Confidence.LOW:
        return None
    day = day_of(fact)
    if day is None or day.year < FIRST_GREGORIAN_YEAR:
        return None
    found = Mismatch(fact, fact.weekday, fact.weekday_span, day)
    if fact.order is DateOrder.AMBIGUOUS and any(other.weekday() == fact.weekday for other in fact.candidates):
        return None
    if fact.year_from in {YearFrom.WRITTEN, YearFrom.CONTEXT}:
        return None if day.weekday() == fact.weekday else found
    return None if release is None else _without_year(found, release)


def day_of(fact: DateFact) -> date | None:
    """Return the day that a date names, even in a year that cannot be meant (``3008``); None where it names none."""
    if fact.start is not None:
        return fact.start
    if fact.year is None or fact.month is None or fact.day is None or fact.problem != "absurd-year":
        return None
    return calendar_day(fact.year, fact.month, fact.day)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_year(found: Mismatch, release: date) -> Mismatch | None:
    years = (release.year, release.year - 1, release.year + 1)
    days = [day for year in years if (day := calendar_day(year, found.day.month, found.day.day))]
    fits = [day for day in days if day.weekday() == found.weekday]
    if any(day.year == release.year or abs(day - release) <= NEAR for day in fits):
        return None
    return found._replace(fits=min(fits, key=lambda day: abs(day - release))) if fits else found


def later(day: date, days: int) -> date:
    """Return the day so many days later, or the first or last day that there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def nearest(day: date, weekday: int) -> date:
    """Return the day nearest to ``day`` that is a ``weekday`` (0 = Monday)."""
    return later(day, (weekday - day.weekday() + 3) % 7 - 3)
