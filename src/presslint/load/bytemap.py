"""Byte offsets of UTF-8, as parsers written in Rust give them, to offsets of characters."""

from bisect import bisect_left
from itertools import accumulate

from presslint.text.lazy import regex

_WIDE = regex(r"[^\x00-\x7f]")


class ByteMap:
    """Maps byte offsets of ``text[base:]`` to character offsets of ``text``."""

    __slots__ = ("_base", "_bytes", "_extra")

    def __init__(self, text: str, base: int = 0) -> None:
        self._base = base
        wide = [match.start() for match in _WIDE.finditer(text, base)] if not text.isascii() else []
        sizes = [1 if text[place] < "\u0800" else 2 if text[place] < "\U00010000" else 3 for place in wide]
        self._extra = [0, *accumulate(sizes)]
        self._bytes = [place - base + extra for place, extra in zip(wide, self._extra, strict=False)]

    def character(self, offset: int) -> int:
        """Return the character that begins at a byte; ``offset`` must not lie inside a character."""
        return offset - self._extra[bisect_left(self._bytes, offset)] + self._base
