"""Regular expressions that are compiled when they are first used.

Compiling is what costs most when a module is imported, and a release needs few of the patterns that there are.
"""

import re
from collections.abc import Iterator
from sys import maxsize

from presslint.text.lazy import regex


class LatePattern:
    """A pattern of ``re`` with the methods of a compiled one. Raises re.error on first use, not when it is made."""

    __slots__ = ("_compiled", "flags", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = regex(self.pattern, self.flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the first match between two places."""
        return self._ready().search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match that begins at ``start``."""
        return self._ready().match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Return the match of all that lies between two places."""
        return self._ready().fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches between two places, from left to right."""
        return self._ready().finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = maxsize) -> list[str]:
        """Return the texts of all matches between two places."""
        return self._ready().findall(text, start, end)
