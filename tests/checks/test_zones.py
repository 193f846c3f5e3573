from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks.zones import ZONES, LocalTime, clock_of, local_time, moments, offset_at

SUMMER, WINTER = date(2018, 7, 12), date(2018, 1, 12)


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)


@pytest.mark.parametrize(
    ("day", "at", "zone", "expected"),
    [
        (WINTER, time(15), "MEZ", (utc(WINTER, 14),)),
        (SUMMER, time(15), "MEZ", (utc(SUMMER, 14), utc(SUMMER, 13))),  # as it says, or as people mean it
        (SUMMER, time(9), "ET", (utc(SUMMER, 13),)),
        (WINTER, time(9), "ET", (utc(WINTER, 14),)),
        (SUMMER, time(9), "Eastern", (utc(SUMMER, 13),)),
        (SUMMER, time(9), "GMT", (utc(SUMMER, 9),)),
        (SUMMER, time(9), "UTC", (utc(SUMMER, 9),)),
        (SUMMER, time(9), "+02:00", (utc(SUMMER, 7),)),
        (SUMMER, time(9), "UTC+0200", (utc(SUMMER, 7),)),
        (SUMMER, time(9), "-03", (utc(SUMMER, 12),)),
        (SUMMER, time(9), "IST", ()),
        (date(9999, 12, 31), time(23), "EST", ()),
        (SUMMER, time(9), "Ortszeit", ()),
    ],
)
def test_the_moments_of_a_local_time(day: date, at: time, zone: str, expected: tuple[datetime, ...]) -> None:
    assert moments(day, at, zone) == expected


def test_every_zone_has_a_clock() -> None:
    assert [name for name, zone in ZONES.items() if clock_of(zone.place) is None] == []
    assert clock_of("Nowhere/Land") is None
    assert offset_at("Nowhere/Land", SUMMER) is None
    assert offset_at("Europe/Berlin", SUMMER) == timedelta(hours=2)


@pytest.mark.parametrize(
    ("place", "day", "at", "expected"),
    [
        ("Europe/Berlin", date(2018, 3, 25), time(2, 30), LocalTime(skipped=True, twice=False)),
        ("Europe/Berlin", date(2018, 3, 25), time(3, 30), LocalTime(skipped=False, twice=False)),
        ("Europe/Berlin", date(2018, 10, 28), time(2, 30), LocalTime(skipped=False, twice=True)),
        ("Europe/Berlin", date(2018, 10, 28), time(3, 30), LocalTime(skipped=False, twice=False)),
        ("America/New_York", date(2018, 3, 11), time(2, 30), LocalTime(skipped=True, twice=False)),
        ("Nowhere/Land", date(2018, 3, 11), time(2, 30), None),
    ],
)
def test_the_night_of_the_clock_change(place: str, day: date, at: time, expected: LocalTime | None) -> None:
    assert local_time(place, day, at) == expected


@given(st.dates(date(1990, 1, 1), date(2036, 12, 31)), st.times(), st.sampled_from(sorted(ZONES)))
@settings(deadline=None, max_examples=100)
def test_a_moment_is_never_further_than_a_day(day: date, at: time, zone: str) -> None:
    for moment in moments(day, at, zone):
        assert abs(moment - datetime.combine(day, at, UTC)) <= timedelta(hours=14)
