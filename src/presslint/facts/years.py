"""The year of a day that is written without one."""

from datetime import date, timedelta
from typing import NamedTuple

from presslint.facts.intervals import interval, is_leap
from presslint.model.facts import Precision

_SOON = 60  # days from the release within which the nearest reading is right even if the weekday says otherwise
NEW_YEAR = 4  # so many months backwards, and two joined days have crossed New Year
_MONTHS_AROUND = (0, -1, 1)


class Reading(NamedTuple):
    """What a day without its year may mean: the best reading, and all of them, best first."""

    day: date
    candidates: tuple[date, ...]

    def beside(self, first: date) -> "Reading":
        """Return the reading as the second of two joined days: in the year of the first, or past New Year."""
        year = first.year + (first.month - self.day.month >= NEW_YEAR)
        day = shifted(self.day, year)
        return (
            self
            if day is None or day == self.day
            else Reading(day, (day, *(other for other in self.candidates if other != day)))
        )


def shifted(day: date, year: int) -> date | None:
    """Return the same day in another year; None for a 29 February that the year lacks."""
    return None if (day.month, day.day) == (2, 29) and not is_leap(year) else day.replace(year=year)


def nearest(month: int, day: int, weekdays: tuple[int, ...], release: date) -> Reading:
    """Return the reading of a day and month that lies nearest to the release date.

    A weekday decides between the two nearest readings, but not against one that lies within sixty days: there it is
    the weekday that is wrong. A 29 February looks for the nearest leap years.
    """
    years = range(release.year - 1, release.year + 2)
    if (month, day) == (2, 29):
        years = range(release.year - 8, release.year + 9)
    found = [date(year, month, day) for year in years if is_leap(year) or (month, day) != (2, 29)]
    found.sort(key=lambda reading: abs(reading - release))
    best = found[0]
    if weekdays and best.weekday() not in weekdays and abs(best - release).days > _SOON:
        best = next((reading for reading in found[1:2] if reading.weekday() in weekdays), best)
    return Reading(best, (best, *(reading for reading in found[:3] if reading != best)))


def nearest_day(day: int, weekdays: tuple[int, ...], release: date, *, later: bool = False) -> Reading | None:
    """Return the reading of a day of the month alone that lies nearest to the release date and has its weekday.

    ``later`` looks for the first one that is not before ``release``, which then is the day that this one is joined
    to. None where the months beside it have no such day.
    """
    found = []
    for step in (0, 1) if later else _MONTHS_AROUND:
        month = release.month - 1 + step
        year, month = release.year + month // 12, month % 12 + 1
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if later:
        found = [reading for reading in found if reading >= release]
    found.sort(key=lambda reading: abs(reading - release))
    fitting = [reading for reading in found if reading.weekday() in weekdays] or found
    if not fitting:
        return None
    best = fitting[0]
    return Reading(best, (best, *(reading for reading in found if reading != best)))


def weekday_near(weekday: int, release: date, direction: int) -> tuple[date, ...]:
    """Return the days of that name next to the release date: the one before (-1) or after (1), or both (0).

    The nearest comes first. The release day itself counts as neither before nor after it, but it is the nearest for 0.
    """
    ahead = (weekday - release.weekday()) % 7
    if direction > 0:
        return (release + timedelta(days=ahead or 7),)
    if direction < 0:
        return (release + timedelta(days=ahead - 7),)
    if ahead == 0:
        return (release,)
    both = (release + timedelta(days=ahead), release + timedelta(days=ahead - 7))
    return both if ahead <= 3 else both[::-1]


def nearest_period(month: int, release: date) -> tuple[int, ...]:
    """Return the years in which a month may lie, the nearest to the release first."""
    middle = date(release.year, month, 15)
    other = release.year + (1 if middle < release else -1)
    near = abs(middle - release) <= abs(middle.replace(year=other) - release)
    return (release.year, other) if near else (other, release.year)


def season_near(season: int, release: date, direction: int) -> tuple[date, date]:
    """Return the season before (-1), around (0) or after (1) the release date."""
    years = range(release.year - 2, release.year + 3)
    seasons = [interval(Precision.SEASON, season, year, last_year=year + 1 if season == 4 else None) for year in years]
    if direction < 0:
        return next(found for found in reversed(seasons) if found[0] < release and not found[0] <= release <= found[1])
    if direction > 0:
        return next(found for found in seasons if found[0] > release)
    return min(seasons, key=lambda found: abs(found[0] + (found[1] - found[0]) / 2 - release))
