"""Dates and times in the metadata of a release."""

import re
from datetime import date, datetime
from typing import NamedTuple

from presslint.model.release import Field
from presslint.text.lazy import regex

DATE_KEY = regex(r"date|datum|embargo|expir|publish|updated|created|modified|deadline|^start|^end", re.IGNORECASE)
_ISO = regex(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DOTTED = regex(r"\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
# YAML allows a blank before the time and before the offset, and offsets without minutes
_TIME = regex(r"[ T]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?\s*$")


class Written(NamedTuple):
    """The numbers of a date as written, None where left out."""

    year: int | None
    month: int | None
    day: int | None


class Moment(NamedTuple):
    """A day of the metadata, and the time of it where one is given; with an offset where one is written."""

    day: date
    time: datetime | None = None

    def before(self, other: "Moment") -> bool:
        """Tell whether this lies before ``other``: by the clock where both have comparable times, else by the day."""
        if self.time is not None and other.time is not None:
            aware = {self.time.tzinfo is None, other.time.tzinfo is None}
            if len(aware) == 1:
                return self.time < other.time
        return self.day < other.day


def date_field(field: Field) -> Written | None:
    """Return the numbers of a metadata value that is a date, or None where it is none."""
    if not DATE_KEY.search(field.name) and not DATE_KEY.search(field.key):
        return None
    return _numbers(field.value)


def _numbers(value: str) -> Written | None:
    if found := _ISO.match(value):
        return Written(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.match(value):
        return Written(int(found[3]), int(found[2]), int(found[1]))
    return None


def moment(field: Field) -> Moment | None:
    """Return the moment that a metadata value names, or None where it names none that exists."""
    numbers = _numbers(field.value)
    if numbers is None or numbers.year is None or numbers.month is None or numbers.day is None:
        return None
    try:
        day = date(numbers.year, numbers.month, numbers.day)
    except ValueError:
        return None
    found = _TIME.search(field.value)
    if found is None:
        return Moment(day)
    offset = (found[4] or "").replace("Z", "+00:00")
    offset = offset if len(offset) != 3 else offset + ":00"
    try:
        at = datetime.fromisoformat(f"{day}T{found[1].zfill(2)}:{found[2]}:{found[3] or '00'}{offset}")
    except ValueError:
        return Moment(day)
    return Moment(day, at)
