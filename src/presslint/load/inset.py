r"""A text that is written inside another with escapes: a string of JSON, text in XML.

A reader of the inner text knows nothing of the file around it; what it found is carried to places in the file here.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from presslint.load.drafts import MOST, Draft, Line, RawMark, Run, too_many
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_ESCAPES = regex(r"\\(?:u[0-9a-fA-F]{4}|.)")
_HIGH = regex(r"\\u[dD][89abAB][0-9a-fA-F]{2}")


class Piece(NamedTuple):
    """A stretch of the inner text, from ``at`` on: ``width`` characters of the file from ``source`` on.

    It is the same text there where ``length`` is 0; else it is ``length`` characters that stand for all of the width.
    """

    at: int
    source: int
    width: int
    length: int = 0


class Inset:
    """An inner text and where each character of it stands in the file."""

    __slots__ = ("_starts", "pieces", "text")

    def __init__(self, text: str, pieces: Iterable[Piece]) -> None:
        self.text = text
        self.pieces = tuple(pieces)
        self._starts = [piece.at for piece in self.pieces]

    def place(self, offset: int) -> int:
        """Return where in the file the character at ``offset`` begins; the end of the text is that of its place."""
        if not self.pieces:
            return 0
        piece = self.pieces[max(bisect_right(self._starts, offset) - 1, 0)]
        inside = offset - piece.at
        if piece.length:
            return piece.source + (piece.width if inside >= piece.length else 0)
        return piece.source + min(inside, piece.width)

    def end(self, offset: int) -> int:
        """Return where in the file the character in front of ``offset`` ends."""
        if not self.pieces:
            return 0
        piece = self.pieces[max(bisect_right(self._starts, offset - 1) - 1, 0)]
        return piece.source + (piece.width if piece.length else min(offset - piece.at, piece.width))

    def span(self, span: SourceSpan) -> SourceSpan:
        """Return the stretch of the file behind a stretch of the inner text."""
        start = self.place(span.start)
        return SourceSpan(start, max(start, self.end(span.end)) if span.end > span.start else start)

    def drafts(self, drafts: Iterable[Draft]) -> list[Draft]:
        """Return the blocks of the inner text as blocks of the file."""
        return [self._draft(draft) for draft in drafts]

    def marks(self, marks: Iterable[RawMark]) -> list[RawMark]:
        """Return the marks of the inner text as marks of the file."""
        return [
            mark._replace(
                at=self.span(mark.at),
                shown=self.span(mark.shown),
                target_at=self.span(mark.target_at) if mark.target_at else None,
            )
            for mark in marks
        ]

    def _draft(self, draft: Draft) -> Draft:
        lines = []
        for line in draft.lines:
            runs = [carried for run in line.runs for carried in self.runs(run)]
            carried = Line(runs, line.text, hard=line.hard, indent=line.indent)
            carried.glue = line.glue
            lines.append(carried)
        outer = draft.part(lines, draft.gap)
        outer.strong = draft.strong
        return outer

    def runs(self, run: Run) -> list[Run]:
        """Return what shows a stretch of the inner text, piece by piece."""
        if run.text is not None:
            start = self.place(run.start)
            return [Run(start, max(start, self.end(run.end)), run.text)]
        runs: list[Run] = []
        number = max(bisect_right(self._starts, run.start) - 1, 0)
        while number < len(self.pieces) and self.pieces[number].at < run.end:
            piece = self.pieces[number]
            number += 1
            start = max(run.start, piece.at) - piece.at
            end = min(run.end - piece.at, piece.length or piece.width)
            if end <= start:
                continue
            if piece.length:
                text = self.text[piece.at + start : piece.at + end]
                runs.append(Run(piece.source, piece.source + piece.width, text))
            else:
                runs.append(Run(piece.source + start, piece.source + end))
        return runs


def json_inset(source: str, value: str, start: int, end: int) -> Inset:
    """Return a string of JSON as an inner text: its value, and the stretch of the file between its quotation marks.

    Raises LoadError for more escapes than any release has.
    """
    if end - start == len(value):  # no escape: they are all longer than what they stand for
        return Inset(value, [Piece(0, start, len(value))] if value else [])
    pieces: list[Piece] = []
    at, place = 0, start
    while place < end:
        if len(pieces) > MOST:
            raise too_many("escapes", "Escape-Zeichen")
        found = _ESCAPES.search(source, place, end)
        plain = (found.start() if found else end) - place
        if plain:
            pieces.append(Piece(at, place, plain))
            at, place = at + plain, place + plain
        if found is None:
            break
        pair = _HIGH.match(source, place) is not None and source[place + 6 : place + 7] == "\\"
        width = 12 if pair else found.end() - place
        pieces.append(Piece(at, place, width, 1))
        at, place = at + 1, place + width
    return Inset(value, pieces)
