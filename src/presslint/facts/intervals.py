"""The first and the last day of a month, a season, a quarter, a half-year or a year."""

from datetime import date, timedelta

from presslint.facts.date_cues import EARLY, FISCAL, MID
from presslint.model.facts import Precision


def interval(
    precision: Precision, number: int, year: int, *, last_year: int | None = None, edge: str = ""
) -> tuple[date, date]:
    """Return the first and the last day of a period, rather too long than too short.

    Seasons take in the months in which people still speak of them (summer: June to September); a winter without its
    second year may be either of two. Edges take in half of the period, the middle the middle half. A fiscal year may
    begin in the summer before.
    """
    if precision is Precision.SEASON and number == 4:
        first = date(year if last_year else year - 1, 12, 1)
        last = date(last_year or year + 1, 3, 31)
        return first, last
    if precision is Precision.YEAR and last_year:
        return date(year, 7, 1), date(last_year, 9, 30)
    if edge == FISCAL:
        return date(year - 1, 7, 1), date(year, 12, 31)
    month, length = _months_of(precision, number)
    first, last = date(year, month, 1), _end(year, month + length - 1)
    if not edge:
        return first, last
    days = (last - first).days
    half, quarter = timedelta(days // 2), timedelta(days // 4)
    if edge == MID:
        return first + quarter, last - quarter
    return (first, first + half) if edge == EARLY else (first + half, last)


def _months_of(precision: Precision, number: int) -> tuple[int, int]:
    """Return the first month of a period and how many months it has."""
    if precision is Precision.HALF:
        return number * 6 - 5, 6
    if precision is Precision.QUARTER:
        return number * 3 - 2, 3
    if precision is Precision.SEASON:
        return number * 3, 4
    return (number, 1) if precision is Precision.MONTH else (1, 12)


def _end(year: int, month: int) -> date:
    return date(year, month, last_day(year, month))


def is_leap(year: int) -> bool:
    """Tell whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month. The standard calendar module would do, but it imports locale."""
    return 28 + is_leap(year) if month == 2 else 30 + (month + month // 8) % 2
