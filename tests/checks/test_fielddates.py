from datetime import UTC, date, datetime

import pytest

from presslint.checks.fielddates import Moment, Written, date_field, moment
from presslint.model.release import Field


def field(value: str, key: str = "date") -> Field:
    return Field(key, key, value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018-02-30", Written(2018, 2, 30)),
        ("2018-2-3T10:00", Written(2018, 2, 3)),
        ("31.04.2018", Written(2018, 4, 31)),
        ("31. 4. 2018", Written(2018, 4, 31)),
        ("tomorrow", None),
        ("2018-02-301", None),
    ],
)
def test_the_numbers_of_a_date(value: str, expected: Written | None) -> None:
    assert date_field(field(value)) == expected


def test_only_keys_of_dates_are_read() -> None:
    assert date_field(field("2018-02-30", "version")) is None
    assert date_field(Field("date", "when", "2018-02-28")) == Written(2018, 2, 28)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018-02-23", Moment(date(2018, 2, 23))),
        ("2018-02-23 10:00", Moment(date(2018, 2, 23), datetime(2018, 2, 23, 10, 0))),  # noqa: DTZ001 - none is written
        ("2018-02-23T10:00:30Z", Moment(date(2018, 2, 23), datetime(2018, 2, 23, 10, 0, 30, tzinfo=UTC))),
        ("2018-02-23T10:00:00+00", Moment(date(2018, 2, 23), datetime(2018, 2, 23, 10, 0, tzinfo=UTC))),
        ("2018-02-23T25:00:00Z", Moment(date(2018, 2, 23))),
        ("2018-02-31", None),
        ("soon", None),
    ],
)
def test_the_moment_of_a_value(value: str, expected: Moment | None) -> None:
    assert moment(field(value)) == expected


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2018-02-22", "2018-02-23", True),
        ("2018-02-23", "2018-02-23", False),
        ("2018-02-23T09:00", "2018-02-23T10:00", True),
        ("2018-02-23T10:00+01:00", "2018-02-23T09:30Z", True),
        ("2018-02-23T09:00", "2018-02-23T10:00Z", False),  # not comparable within a day
        ("2018-02-23T09:00", "2018-02-23", False),
    ],
)
def test_the_order_of_moments(one: str, other: str, before: bool) -> None:  # noqa: FBT001 - a column of the table
    first, second = moment(field(one)), moment(field(other))
    assert first is not None
    assert second is not None
    assert first.before(second) is before
