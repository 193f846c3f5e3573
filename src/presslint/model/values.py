"""Values that messages name in the language of the reader: rendered late, never stored as words."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple


class Weekday(NamedTuple):
    """A day of the week: 0 is Monday, as in ``datetime.date.weekday``."""

    number: int


class Words(NamedTuple):
    """One text in both languages of the user interface."""

    en: str
    de: str

    def in_(self, language: str) -> str:
        """Return the German text for ``de``, else the English one."""
        return self.de if language == "de" else self.en


class Quoted(NamedTuple):
    """Text of the release, shown as written but shortened and without control characters."""

    text: str


Value = date | time | Decimal | int | str | Weekday | Words | Quoted
Args = Mapping[str, Value]
