"""Byte offsets of UTF-8, as parsers written in Rust give them, to offsets of characters."""

from bisect import bisect_right
from itertools import accumulate

_STRIDE = 256  # characters between two places that are remembered


class ByteMap:
    """Maps byte offsets of ``text[base:]`` to character offsets of ``text``."""

    __slots__ = ("_base", "_data", "_place", "_starts")

    def __init__(self, text: str, base: int = 0) -> None:
        self._base = base
        self._data = b""
        self._starts: list[int] = []
        self._place = (0, base)  # a byte that was asked for, and its character: what comes next is mostly near
        if not text.isascii():
            parts = [text[start : start + _STRIDE].encode() for start in range(base, len(text), _STRIDE)]
            self._starts = list(accumulate(map(len, parts[:-1]), initial=0))
            self._data = b"".join(parts)

    def character(self, offset: int) -> int:
        """Return the character that begins at a byte; ``offset`` must not lie inside a character."""
        if not self._starts:
            return self._base + offset
        before, character = self._place
        if not 0 <= offset - before < _STRIDE:
            place = bisect_right(self._starts, offset) - 1
            before, character = self._starts[place], self._base + place * _STRIDE
        if before != offset:
            character += len(self._data[before:offset].decode())
        self._place = (offset, character)
        return character
