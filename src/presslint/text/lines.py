"""Offsets to lines and columns, as people and editors count them."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from presslint.text.lazy import regex

_LINE_END = regex(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place for people: line and column count from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    """The line starts of one text. CRLF, CR and LF end a line; no other character does."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        if "\r" not in text:  # as in most
            self._starts = list(accumulate([len(line) + 1 for line in text.split("\n")[:-1]], initial=0))
        else:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    @property
    def count(self) -> int:
        """Number of lines; a text that ends with a line end has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the place of ``offset``, which may be the end of the text.

        Raises ValueError for an offset outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} outside a text of {len(self.text)} characters")
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of a place; the inverse of :meth:`position`.

        Raises ValueError for a line or column that the text does not have.
        """
        if not 1 <= position.line <= self.count or position.column < 1:
            raise ValueError(f"no line {position.line}, column {position.column}")
        start = self._starts[position.line - 1]
        end = self._starts[position.line] if position.line < self.count else len(self.text) + 1
        if start + position.column - 1 >= end:
            raise ValueError(f"no line {position.line}, column {position.column}")
        return start + position.column - 1

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < self.count else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def start(self, number: int) -> int:
        """Return the offset at which a line, counted from 1, begins."""
        return self._starts[number - 1]

    def utf16_column(self, position: Position) -> int:
        """Return the column as editors count it: in UTF-16 code units, from 0."""
        start = self._starts[position.line - 1]
        before = self.text[start : start + position.column - 1]
        return len(before) + sum(character > "\uffff" for character in before)
