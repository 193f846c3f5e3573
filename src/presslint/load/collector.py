"""Collects what a markup parser finds, in the order of the source, as drafts and marks."""

import re
from collections.abc import Iterator

from presslint.load.drafts import MOST, Draft, Line, RawMark, Run, too_many
from presslint.model.release import BlockKind, MarkKind, Zone
from presslint.text.span import SourceSpan


class Collector:
    """The blocks, lines and marks of one text, piece by piece.

    Text that comes while no block is open opens one, of the kind that the surroundings have. A block without text
    leaves no trace.
    """

    __slots__ = (
        "_begun",
        "_block",
        "_hard",
        "_lines",
        "_numbered",
        "_parts",
        "_place",
        "_runs",
        "_strong",
        "_weak",
        "drafts",
        "gap",
        "item",
        "marks",
        "quote",
        "text",
        "zone",
    )

    def __init__(self, text: str, start: int = 0) -> None:
        self.text = text
        self.drafts: list[Draft] = []
        self.marks: list[RawMark] = []
        self.item = 0
        self.quote = 0
        self.zone = Zone.UNKNOWN
        self.gap = 1
        self._block: tuple[BlockKind, int] | None = None
        self._begun: list[list[int]] = []
        self._lines: list[Line] = []
        self._runs: list[Run] = []
        self._parts: list[str] = []
        self._hard = False
        self._numbered = False
        self._place = start
        self._strong = 0
        self._weak = False

    def open(self, kind: BlockKind | None = None, level: int = 0) -> None:
        """Begin a block; one that is open ends."""
        if self._block is not None:
            self.close()
        if kind is None:
            kind = BlockKind.ITEM if self.item else BlockKind.QUOTE if self.quote else BlockKind.PARAGRAPH
            level = self.item
        self._block = (kind, level)
        self._strong, self._weak = 0, False

    def close(self) -> None:
        """End the block that is open, if any."""
        if self._block is None:
            return
        self.newline()
        if self._lines:
            kind, level = self._block
            gap = self.gap if self._empty_line(self._lines[0].start) else 0
            draft = Draft(kind, self._lines, level=level, zone=self._zone(kind), gap=gap)
            draft.strong = not self._weak and kind is not BlockKind.HEADING
            if len(self.drafts) >= MOST:
                raise too_many("blocks", "Blöcke")
            self.drafts.append(draft)
            self._lines = []
            self.gap = 1
        self._block = None
        self._hard = False

    def _empty_line(self, start: int) -> bool:
        end = self.drafts[-1].lines[-1].end if self.drafts else 0
        return self.text.count("\n", end, start) + self.text.count("\r", end, start) > 1

    def _zone(self, kind: BlockKind) -> Zone:
        if self.zone is not Zone.UNKNOWN:
            return self.zone
        return Zone.QUOTE if self.quote else Zone.LIST if kind is BlockKind.ITEM else Zone.UNKNOWN

    def piece(self, start: int, end: int, shown: str | None = None) -> None:
        """Show a stretch of source: as it is, or as ``shown``. What lies before the last piece is not shown again."""
        if start < self._place or end <= start:
            return
        if self._block is None:
            self.open()
        text = self.text[start:end] if shown is None else shown
        if not text:
            return
        if not self._strong and not self._weak and not text.isspace():
            self._weak = True
        if self._numbered:
            self._numbered = False
            gap = self.text[self._place : start]
            waiting, self._begun = self._begun, []
            self.piece(self._place, self._place + len(gap) - len(gap.lstrip(" \t")))
            self._begun = waiting
        if self._begun:
            for begun in self._begun:
                begun.append(start)
            self._begun = []
        runs = self._runs
        if shown is None and runs and runs[-1].end == start and runs[-1].text is None:
            runs[-1] = Run(runs[-1].start, end)
        else:
            if len(runs) >= MOST:
                raise too_many("pieces in a line", "Stücke in einer Zeile")
            runs.append(Run(start, end, shown))
        self._parts.append(text)
        self._place = end

    def folded(self, place: int, stretches: Iterator[re.Match[str]]) -> int:
        """Show the rest of a text, of which some was shown up to ``place``, with its white space folded to blanks.

        ``stretches`` are what stands between such white space. Returns where the last one ends.
        """
        runs, parts, text = self._runs, self._parts, self.text
        for stretch in stretches:
            first, last = stretch.span()
            runs.append(Run(place, first, " "))
            runs.append(Run(first, last))
            parts.append(" ")
            parts.append(text[first:last])
            place = last
        self._place = place
        if len(runs) > MOST:
            raise too_many("pieces in a line", "Stücke in einer Zeile")
        return place

    def number(self, start: int, end: int) -> None:
        """Show the number of an item, and the white space between it and what comes next on its line."""
        self.piece(start, end)
        self._numbered = True

    def newline(self, *, hard: bool = False) -> None:
        """End the line; ``hard`` where the author asked for it."""
        self._numbered = False
        if self._runs:
            row = self._block is not None and self._block[0] is BlockKind.ROW
            line = _line(self._runs, "".join(self._parts), hard=self._hard, row=row)
            self._runs, self._parts = [], []
            if line is not None:
                self._lines.append(line)
                self._hard = False
        self._hard = self._hard or hard

    def begin(self) -> list[int]:
        """Say that a mark begins; the answer is to be given to :meth:`shown` where it ends."""
        begun: list[int] = []
        self._begun.append(begun)
        return begun

    def shown(self, begun: list[int]) -> SourceSpan | None:
        """Return the stretch of source shown since a mark began, from the first piece to the last; None if none is."""
        return SourceSpan(begun[0], self._place) if begun else None

    def tab(self, end: int) -> None:
        """Begin the next cell of a row, whose text begins at ``end`` or later."""
        self.piece(max(self._place, end - 1), end, "\t")

    def strong(self, *, begins: bool) -> None:
        """Say that bold text begins or ends."""
        self._strong += 1 if begins else -1

    def mark(
        self,
        kind: MarkKind,
        at: SourceSpan,
        shown: SourceSpan,
        target: str = "",
        target_at: SourceSpan | None = None,
        title: str = "",
    ) -> None:
        """Note a mark."""
        if len(self.marks) >= MOST:
            raise too_many("marks", "Auszeichnungen")
        self.marks.append(RawMark(kind, at, shown, target, target_at, title))


def _line(runs: list[Run], text: str, *, hard: bool, row: bool) -> Line | None:
    """Return a line without white space at its ends; None where nothing else is in it.

    A row keeps the tabs in front: its first cells are empty.
    """
    if text.isspace():
        return None
    if text[0].isspace() or text[-1].isspace():
        end = len(text.rstrip())
        start = len(text) - len(text.lstrip(" \u00a0" if row else None))
        runs, text = _within(runs, start, end), text[start:end]
    return Line(runs, text, hard=hard)


def _within(runs: list[Run], start: int, end: int) -> list[Run]:
    """Return what shows the characters from ``start`` to ``end`` of a line."""
    kept = []
    place = 0
    for run in runs:
        shown = run.text
        length = run.end - run.start if shown is None else len(shown)
        first, last = max(start - place, 0), min(end - place, length)
        if first < last:
            part = Run(run.start + first, run.start + last) if shown is None else run._replace(text=shown[first:last])
            kept.append(part)
        place += length
    return kept
