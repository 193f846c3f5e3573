"""The lines of a source text, as a frame needs them."""

from typing import NamedTuple

from presslint.text.lines import LineIndex
from presslint.text.span import SourceSpan

# a span over more lines than this is shown by its first two and its last
_MANY = 5


class Strip(NamedTuple):
    """The part of a span that lies on one line: line number from 1, ends of the line without its line end, part."""

    line: int
    start: int
    end: int
    first: int
    last: int

    @property
    def blank(self) -> bool:
        """Tell whether there is nothing on this line to mark."""
        return self.first == self.last


class Sheet:
    """One source text. Nothing is computed before it is asked for: most files have no findings."""

    __slots__ = ("_index", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._index: LineIndex | None = None

    @property
    def index(self) -> LineIndex:
        """The line starts of the text."""
        if self._index is None:
            self._index = LineIndex(self.text)
        return self._index

    def holds(self, span: SourceSpan) -> bool:
        """Tell whether ``span`` lies in the text: it does not where the text was not handed on."""
        return 0 <= span.start <= span.end <= len(self.text)

    def ends(self, line: int) -> tuple[int, int]:
        """Return where the line, counted from 1, begins and ends, without its line end."""
        start = self.index.start(line)
        end = self.index.start(line + 1) if line < self.index.count else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def strips(self, span: SourceSpan) -> list[Strip]:
        """Return the lines that ``span`` lies on, of many only the outermost."""
        first = self.index.position(span.start).line
        last = self.index.position(max(span.start, span.end - 1)).line
        lines = range(first, last + 1) if last - first < _MANY else (first, first + 1, last)
        strips = []
        for line in lines:
            start, end = self.ends(line)
            strips.append(Strip(line, start, end, min(max(span.start, start), end), max(min(span.end, end), start)))
        return strips
