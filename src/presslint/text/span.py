"""Stretches of text, in two coordinate systems that the type checker keeps apart.

Offsets count Unicode code points from 0; ends are exclusive.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of ``Release.prose``: what a reader sees."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the stretch of ``text`` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside; a span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def join(self, other: "Span") -> "Span":
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class SourceSpan(NamedTuple):
    """A stretch of ``Source.text``: what is on disk, decoded, without a byte order mark."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "SourceSpan") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
