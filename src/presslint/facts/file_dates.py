"""Dates in file names and in the numbers of press offices: ``2018-02-23_x.txt``, ``19_08_02_…``, ``190426 – 470``."""

import re
from datetime import date
from typing import NamedTuple

from presslint.text.calendar_names import MONTHS
from presslint.text.lazy import regex

_MONTHS = {
    name.lower()[:3]: number
    for language in ("de", "en")
    for number, names in enumerate(MONTHS[language], 1)
    for name in names
}
_FIRST, _LAST = 1990, 2099
_YMD = regex(r"(?<!\d)((?:19|20)\d\d)[-_. /]?(\d\d)[-_. /]?(\d\d)(?!\d)")
_DMY = regex(r"(?<!\d)(\d{1,2})[-_. ](\d{1,2})[-_. ]((?:19|20)\d\d)(?!\d)")
_NAMED = regex(r"(?<!\d)(\d{1,2})[-_. ]{0,2}([^\W\d_]{3,9})[-_. ]{0,2}((?:19|20)\d\d)(?!\d)")
_SHORT = regex(r"^(\d\d)([-_.])(\d\d)\2(\d\d)(?=[-_. ])")
_SIX = regex(r"(?:^|[-_ ])(\d\d)(\d\d)(\d\d)(?=[-_ ]|$)")
# begins with one set of characters, so that the search skips the rest of the text at full speed
_CODE = regex(r"[0-9][0-9]{5}(?<![\w-][0-9]{6})[ \u00a0]?[-–][ \u00a0]?\d{2,4}(?!\d|[-–.]\d)")


class Found(NamedTuple):
    """A day, where it stands in the text that was searched, and whether other readings of the digits are likely."""

    day: date
    start: int
    end: int
    weak: bool


def in_file_name(path: str) -> Found | None:
    """Return the day that the name of a file carries, or None. A bare group of six digits is weak."""
    folder, _, name = path.replace("\\", "/").rpartition("/")
    stem = name.rpartition(".")[0] or name
    if not has_digit(stem):
        return None
    offset = len(folder) + 1 if folder else 0
    for pattern, read in ((_YMD, _ymd), (_DMY, _dmy), (_NAMED, _named), (_SHORT, _short), (_SIX, _six)):
        for match in pattern.finditer(stem):
            day = read(match)
            if day is not None:
                return Found(day, offset + match.start(), offset + match.end(), weak=pattern is _SIX)
    return None


def has_digit(name: str) -> bool:
    """Tell whether a name has one of the digits without which it tells no day and no number."""
    return any(map(str.isdigit, name))


def in_code(text: str) -> Found | None:
    """Return the day in a press office's number such as ``190426 – 470``, or None. It is weak evidence."""
    for match in _CODE.finditer(text):
        start = match.start()
        day = _short_day(text[start : start + 2], text[start + 2 : start + 4], text[start + 4 : start + 6])
        if day is not None:
            return Found(day, start, start + 6, weak=True)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


def _ymd(match: re.Match[str]) -> date | None:
    return _day(int(match[1]), int(match[2]), int(match[3]))


def _dmy(match: re.Match[str]) -> date | None:
    return _day(int(match[3]), int(match[2]), int(match[1]))


def _named(match: re.Match[str]) -> date | None:
    month = _MONTHS.get(match[2].lower()[:3])
    return _day(int(match[3]), month, int(match[1])) if month else None


def _short(match: re.Match[str]) -> date | None:
    return _day(2000 + int(match[1]), int(match[3]), int(match[4]))


def _six(match: re.Match[str]) -> date | None:
    return _short_day(match[1], match[2], match[3])


def _short_day(year: str, month: str, day: str) -> date | None:
    return _day(int(year) + (1900 if int(year) >= 90 else 2000), int(month), int(day))
