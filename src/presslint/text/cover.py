"""Many stretches of a text as one set of places, asked often."""

from bisect import bisect_right
from collections.abc import Iterable

from presslint.text.span import Span


class Cover:
    """The places that any of some stretches covers; stretches that touch or overlap become one."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def contains(self, span: Span) -> bool:
        """Tell whether all of ``span`` is covered."""
        place = bisect_right(self._starts, span.start) - 1
        return place >= 0 and span.end <= self._ends[place]

    def overlaps(self, span: Span) -> bool:
        """Tell whether any of ``span`` is covered."""
        place = bisect_right(self._starts, span.end - 1) - 1
        return place >= 0 and span.start < self._ends[place]
