"""Time zones as press releases name them, and the moments that local times are."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple


class ZoneName(NamedTuple):
    """What an abbreviation stands for.

    ``place`` is an IANA zone; ``minutes`` its distance from UTC, None for a generic name that follows the clock there.
    ``other`` is the name of the other half of the year, ``generic`` the one that holds in both.
    """

    place: str
    minutes: int | None
    other: str = ""
    generic: str = ""


_AMERICA = {"E": ("New_York", -5), "C": ("Chicago", -6), "M": ("Denver", -7), "P": ("Los_Angeles", -8)}
ZONES: dict[str, ZoneName] = {
    "MEZ": ZoneName("Europe/Berlin", 60, "MESZ"),
    "MESZ": ZoneName("Europe/Berlin", 120, "MEZ"),
    "CET": ZoneName("Europe/Berlin", 60, "CEST"),
    "CEST": ZoneName("Europe/Berlin", 120, "CET"),
    "WET": ZoneName("Europe/Lisbon", 0, "WEST"),
    "WEST": ZoneName("Europe/Lisbon", 60, "WET"),
    "EET": ZoneName("Europe/Athens", 120, "EEST"),
    "EEST": ZoneName("Europe/Athens", 180, "EET"),
    "GMT": ZoneName("Europe/London", 0, "BST"),
    "BST": ZoneName("Europe/London", 60, "GMT"),
    "UTC": ZoneName("UTC", 0),
    "Z": ZoneName("UTC", 0),
    "MSK": ZoneName("Europe/Moscow", 180),
    "JST": ZoneName("Asia/Tokyo", 540),
    "SGT": ZoneName("Asia/Singapore", 480),
    "HKT": ZoneName("Asia/Hong_Kong", 480),
    "AEST": ZoneName("Australia/Sydney", 600, "AEDT"),
    "AEDT": ZoneName("Australia/Sydney", 660, "AEST"),
}
for letter, (city, hours) in _AMERICA.items():
    place, generic = f"America/{city}", f"{letter}T"
    ZONES[f"{letter}ST"] = ZoneName(place, hours * 60, f"{letter}DT", generic)
    ZONES[f"{letter}DT"] = ZoneName(place, hours * 60 + 60, f"{letter}ST", generic)
    ZONES[generic] = ZoneName(place, None)
ZONES |= {
    "Eastern": ZONES["ET"],
    "Central": ZONES["CT"],
    "Mountain": ZONES["MT"],
    "Pacific": ZONES["PT"],
}
# names of the half of the year that a clock there may keep all year round
HOUSE_ZONES = {"de": "Europe/Berlin"}


FIRST_YEAR, LAST_YEAR = 1900, 2200  # zones are an affair of these years; outside them no clock is asked


@lru_cache(maxsize=32)
def clock_of(place: str) -> tzinfo | None:
    """Return the clock of an IANA zone, None where it is not known."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - most releases name no zone

    try:
        return ZoneInfo(place)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def offset_at(place: str, day: date, at: time = time(12)) -> timedelta | None:
    """Return how far the clock of a place is from UTC at a local time, None where the place is not known."""
    clock = clock_of(place) if FIRST_YEAR <= day.year <= LAST_YEAR else None
    return None if clock is None else datetime.combine(day, at, clock).utcoffset()


def moments(day: date, at: time, zone: str) -> tuple[datetime, ...]:
    """Return the moments, in UTC, that a local time with a zone may be; none where the zone is not known.

    An abbreviation is read as the offset that it names and as the clock that people there keep on that day: many
    write ``EST`` and ``MEZ`` all year round.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return ()
    name = ZONES.get(zone)
    offsets: list[timedelta | None] = []
    if name is not None:
        if name.minutes is not None:
            offsets.append(timedelta(minutes=name.minutes))
        if name.minutes is None or (name.other and zone != "GMT"):
            offsets.append(offset_at(name.place, day, at))
    elif (fixed := _numeric(zone)) is not None:
        offsets.append(fixed)
    known = [timezone(offset) for offset in offsets if offset is not None]
    found = (datetime.combine(day, at, clock).astimezone(UTC) for clock in known)
    return tuple(dict.fromkeys(found))


def _numeric(zone: str) -> timedelta | None:
    digits = zone.removeprefix("UTC").removeprefix("GMT").strip().replace(":", "")
    if len(digits) not in {3, 5} or digits[0] not in "+-" or not digits[1:].isdigit():
        return None
    value = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:] or 0))
    return value if digits[0] == "+" else -value


class LocalTime(NamedTuple):
    """Whether the clock of a place shows a local time: never (``skipped``), or ``twice``."""

    skipped: bool
    twice: bool


def local_time(place: str, day: date, at: time) -> LocalTime | None:
    """Tell whether the clock of a place skips a local time or shows it twice; None where the place is not known."""
    clock = clock_of(place) if FIRST_YEAR <= day.year <= LAST_YEAR else None
    if clock is None:
        return None
    local = datetime.combine(day, at, clock)
    first, second = local.utcoffset(), local.replace(fold=1).utcoffset()
    there = local.astimezone(timezone.utc).astimezone(clock).replace(tzinfo=None)  # noqa: UP017
    skipped = there != local.replace(tzinfo=None)
    return LocalTime(skipped, not skipped and first != second)
