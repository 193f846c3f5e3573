"""What is drawn for people: rows of pieces of text, each with the name of a style.

A row knows neither colours nor the terminal; ``paint`` does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from presslint.report.face import Face

Piece = tuple[str, str]  # text, name of a style (a key of ``paint.STYLES``) or empty
Row = list[Piece]


class Mark(NamedTuple):
    """Cells of a line to underline, and what to say about them. ``style`` is ``note`` for a second place."""

    start: int
    end: int
    style: str
    label: str = ""


def trimmed(row: Row) -> Row:
    """Return a row without blanks at its end."""
    row = list(row)
    while row:
        text, style = row.pop()
        if kept := text.rstrip():
            return [*row, (kept, style)]
    return row


def plain(row: Row) -> str:
    """Return the text of a row, without blanks at its end."""
    return "".join([text for text, _ in row]).rstrip()


def underlines(marks: Sequence[Mark], room: int, face: Face) -> list[Row]:
    """Return the rows that go under a line: marks that overlap get a row each, labels stand where there is room."""
    rows: list[Row] = []
    rest = sorted(marks)
    while rest:
        layer: list[Mark] = []
        later: list[Mark] = []
        for mark in rest:
            free = not layer or mark.start >= max(layer[-1].end, layer[-1].start + 1)
            (layer if free else later).append(mark)
        rows += _layer(layer, room, face)
        rest = later
    return rows


def _layer(marks: list[Mark], room: int, face: Face) -> list[Row]:
    glyphs = face.glyphs
    row: Row = []
    at = 0
    for mark in marks:
        row += [(" " * (mark.start - at), ""), (_line(mark, face), mark.style)]
        at = max(mark.end, mark.start + 1)
    pending = [mark for mark in marks if mark.label]
    if pending and pending[-1] is marks[-1] and at + 1 + face.width(marks[-1].label) <= room:
        row.append((f" {face.show(marks[-1].label)}", marks[-1].style))
        pending.pop()
    rows = [row]
    while pending:
        mark = pending.pop()
        label = glyphs.branch + face.show(mark.label)
        start = max(min(mark.start, room - len(glyphs.branch) - face.width(mark.label)), 0)
        rows.append([*_stems(pending, start, face), (label, mark.style)])
    return rows


def _line(mark: Mark, face: Face) -> str:
    width = max(mark.end - mark.start, 1)
    if mark.style == "note":
        return face.glyphs.note * width
    return face.glyphs.caret + face.glyphs.hit * (width - 1)


def _stems(pending: list[Mark], start: int, face: Face) -> Row:
    """Lead down from the marks whose labels come below, as far as the label at ``start`` leaves room."""
    row: Row = []
    at = 0
    for mark in pending:
        if at <= mark.start < start:
            row += [(" " * (mark.start - at), ""), (face.glyphs.bar, mark.style)]
            at = mark.start + 1
    return [*row, (" " * (start - at), "")]
