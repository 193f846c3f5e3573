"""Months that are misspelt by one letter, between a day and a year: ``23. Feburar 2018``, "Septmber 5, 2018"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from presslint.facts.date_patterns import BLANK, LETTER, Token
from presslint.text.calendar_names import MONTHS_WIDE
from presslint.text.lazy import regex

_SHORTEST = 5  # letters of a name that can be told in spite of a slip
_YEAR = r"(?=(?:19|20)\d\d(?!\d))"


class MisspeltMonths:
    """The months of one language, or of several at once, as they are misspelt."""

    __slots__ = ("_before", "_behind", "_lowered", "_names", "_right", "_year")

    def __init__(self, languages: Sequence[str]) -> None:
        self._names = tuple(
            (name.lower(), number)
            for language in languages
            for number, name in enumerate(MONTHS_WIDE[language], 1)
            if len(name) >= _SHORTEST
        )
        names = [name for name, _ in self._names]
        self._right = frozenset(name for name in names if not any(is_one_slip(name, other) for other in names))
        self._lowered = {
            name.lower(): number for language in languages for number, name in enumerate(MONTHS_WIDE[language], 1)
        }
        self._behind = regex(rf"{BLANK}({LETTER}{{3,11}})\.?,?{BLANK}{_YEAR}")
        self._before = regex(rf"({LETTER}{{4,11}})\.?{BLANK}$")
        self._year = regex(rf"(?:st|nd|rd|th)?,?{BLANK}{{1,2}}{_YEAR}")

    def behind(self, text: str, offset: int) -> Token | None:
        """Return the month between a day that ends at ``offset`` and a year, misspelt or without its capital."""
        word = self._behind.match(text, offset)
        if word and word[1] in self._lowered:
            return Token("M", word.start(1), word.end(1), (self._lowered[word[1]], 0))
        return self._token(word) if word and len(word[1]) >= _SHORTEST - 1 else None

    def before(self, text: str, start: int, end: int) -> Token | None:
        """Return the misspelt month in front of a day from ``start`` to ``end`` that a year follows."""
        if not self._year.match(text, end):
            return None
        word = self._before.search(text, max(0, start - 14), start)
        return self._token(word) if word and word[1][0].isupper() else None

    def _token(self, word: re.Match[str]) -> Token | None:
        written = word[1].lower()
        if written in self._right:
            return None
        month = _month_meant(written, self._names)
        return None if month is None else Token("M", word.start(1), word.end(1), (month, 0))


@lru_cache(maxsize=1024)
def _month_meant(written: str, names: tuple[tuple[str, int], ...]) -> int | None:
    return next((number for name, number in names if is_one_slip(written, name)), None)


def is_one_slip(written: str, name: str) -> bool:
    """Tell whether two words differ by one letter left out, added or replaced, or by two neighbours swapped."""
    if written == name or abs(len(written) - len(name)) > 1:
        return False
    first = next((at for at, (one, other) in enumerate(zip(written, name, strict=False)) if one != other), None)
    if first is None:
        return True  # one letter more, or one less, at the end
    one, other = written[first:], name[first:]
    if one[1:] == other[1:] or one[1:] == other or one == other[1:]:
        return True
    return one[:2] == other[1::-1] and one[2:] == other[2:]
