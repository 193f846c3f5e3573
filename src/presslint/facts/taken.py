"""Stretches of text that are spoken for, asked about often."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from presslint.model.facts import LinkFact
from presslint.text.span import Span


class Taken:
    """A set of stretches, which may nest, that answers in logarithmic time."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(span for span in spans if span.start < span.end)
        self._starts = [span.start for span in ordered]
        # the furthest end of all that begin up to here: one of them reaches over a place or none does
        self._ends = list(accumulate((span.end for span in ordered), max))

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether any stretch shares a character with ``start`` to ``end``."""
        last = bisect_left(self._starts, end)
        return last > 0 and self._ends[last - 1] > start


class Links:
    """Links in the order of the text that can tell which of them a stretch of it belongs to."""

    __slots__ = ("_starts", "links")

    def __init__(self, links: Sequence[LinkFact]) -> None:
        self.links = links
        self._starts = [link.span.start for link in links]

    def around(self, span: Span) -> LinkFact | None:
        """Return the link whose visible text holds ``span``."""
        index = bisect_right(self._starts, span.start) - 1
        return self.links[index] if index >= 0 and self.links[index].span.contains(span) else None
