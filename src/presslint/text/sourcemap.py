"""A view of a text, and where every character of it came from.

Positions are carried from here on and never searched for: a fact found in the view is reported at the place in the
source that the map gives. The map checks itself when it is made: segments are EQUAL to the source where they say so,
in ORDER, and COMPLETE. Only where a format keeps its texts in any order, as JSON does, may the view have another one.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from presslint.text.span import SourceSpan, Span


class Segment(NamedTuple):
    """One stretch of the view and the stretch of the source it stands for.

    ``verbatim`` means that both hold the same characters; otherwise the view holds something else, such as a decoded
    entity, a joined line end, or the space between two blocks. ``length`` counts in the view, ``width`` in the source.
    """

    view: int
    source: int
    length: int
    width: int
    verbatim: bool


class TextView:
    """A text to read, with the map back to the source it was made from."""

    __slots__ = ("_starts", "in_source_order", "segments", "text")

    def __init__(self, text: str, segments: tuple[Segment, ...], source: str, *, reordered: bool = False) -> None:
        self.text = text
        self.segments = segments
        self.in_source_order = tuple(sorted(segments, key=_source_order)) if reordered else segments
        self._starts = [segment.view for segment in segments]
        self._check(source, reordered=reordered)

    def _check(self, source: str, *, reordered: bool) -> None:
        text = self.text
        view = place = 0
        for start, origin, length, width, verbatim in self.segments:
            if start != view or length <= 0:
                raise ValueError(f"source map has a gap or an overlap at {view}: segment at {start}, {length} long")
            if (origin < place and not reordered) or width < 0:
                raise ValueError(f"source map goes backwards at {view}: from {place} to {origin}, {width} wide")
            view += length
            place = origin + width
            if verbatim and (length != width or text[start:view] != source[origin:place]):
                raise ValueError(f"source map claims equal text where it differs, at {start}")
        if view != len(text) or place > len(source):
            raise ValueError(f"source map covers {view} of {len(text)} characters, and {place} of the source")
        if reordered:
            place = 0
            for _, origin, _, width, _ in self.in_source_order:
                if origin < place:
                    raise ValueError(f"source map shows the source twice, at {origin}")
                place = origin + width

    def _segment(self, offset: int) -> Segment:
        return self.segments[max(bisect_right(self._starts, offset) - 1, 0)]

    def to_source(self, span: Span) -> SourceSpan:
        """Return the stretch of the source behind ``span``.

        A span that begins or ends inside a stretch that is not verbatim gets the whole of that stretch. An empty span
        gets the empty place in the source where its next character begins.
        """
        if not self.segments:
            return SourceSpan(0, 0)
        start = self._start(span.start)
        return SourceSpan(start, start if span.end <= span.start else max(start, self._end(span.end)))

    def _start(self, offset: int) -> int:
        segment = self._segment(offset)
        inside = offset - segment.view
        if segment.verbatim or inside >= segment.length:
            return segment.source + min(inside, segment.width)
        return segment.source

    def _end(self, offset: int) -> int:
        segment = self._segment(offset - 1)
        if segment.verbatim:
            return segment.source + offset - segment.view
        return segment.source + segment.width

    def editable(self, span: Span) -> bool:
        """Tell whether ``span`` is one unbroken stretch of source that an edit may replace.

        That holds when all of it is verbatim and nothing of the source between its characters is hidden from the
        reader, such as the stars of emphasis.
        """
        if not self.segments or span.end <= span.start:
            return False
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        place = None
        for index in range(first, len(self.segments)):
            segment = self.segments[index]
            if segment.view >= span.end:
                break
            if not segment.verbatim or (place is not None and segment.source != place):
                return False
            place = segment.source + segment.width
        return True

    def to_view(self, span: SourceSpan) -> Span | None:
        """Return the stretch of the view that shows any of ``span``; None where the reader sees nothing of it."""
        first, last = self._shown(span)
        if first >= last:
            return None
        begin, finish = self.in_source_order[first], self.in_source_order[last - 1]
        start = begin.view + (max(span.start - begin.source, 0) if begin.verbatim else 0)
        cut = max(finish.source + finish.width - span.end, 0) if finish.verbatim else 0
        end = finish.view + finish.length - cut
        # a stretch of texts that the view has in another order is where it begins
        return Span(start, end if end > start else begin.view + begin.length)

    def _shown(self, span: SourceSpan) -> tuple[int, int]:
        """Return the range of segments whose source shares a character with ``span``."""
        segments = self.in_source_order
        low = bisect_right(segments, span.start, key=_source_end)
        high = bisect_left(segments, span.end, lo=low, key=_source_start)
        return low, high


def _source_order(segment: Segment) -> tuple[int, int, int]:
    return segment.source, segment.width, segment.view


def _source_start(segment: Segment) -> int:
    return segment.source


def _source_end(segment: Segment) -> int:
    return segment.source + segment.width


class ViewBuilder:
    """Collects the view piece by piece, in the order of the source unless ``reordered`` says that it has another."""

    __slots__ = ("_length", "_parts", "_segments", "reordered", "source")

    def __init__(self, source: str, *, reordered: bool = False) -> None:
        self.source = source
        self.reordered = reordered
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    @property
    def length(self) -> int:
        """Number of code points collected so far: the offset of what comes next."""
        return self._length

    def verbatim(self, start: int, end: int) -> None:
        """Show the source from ``start`` to ``end`` as it is."""
        length = end - start
        if length <= 0:
            return
        segments = self._segments
        if segments:
            view, source, before, width, verbatim = segments[-1]
            if verbatim and source + width == start:
                segments[-1] = Segment(view, source, before + length, width + length, True)  # noqa: FBT003 - often
            else:
                segments.append(Segment(self._length, start, length, length, True))  # noqa: FBT003
        else:
            segments.append(Segment(self._length, start, length, length, True))  # noqa: FBT003
        self._parts.append(self.source[start:end])
        self._length += length

    def replaced(self, text: str, start: int, end: int) -> None:
        """Show ``text`` where the source has ``start`` to ``end``."""
        if not text:
            return
        self._segments.append(Segment(self._length, start, len(text), end - start, False))  # noqa: FBT003
        self._parts.append(text)
        self._length += len(text)

    def tail(self, count: int) -> str:
        """Return the last ``count`` characters collected so far, or fewer at the beginning."""
        tail = ""
        for part in reversed(self._parts):
            tail = part + tail
            if len(tail) >= count:
                break
        return tail[-count:]

    def build(self) -> TextView:
        """Return the view. Raises ValueError where the pieces do not fit together."""
        return TextView("".join(self._parts), tuple(self._segments), self.source, reordered=self.reordered)
