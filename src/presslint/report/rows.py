"""What is drawn for people: rows of pieces of text, each with the name of a style.

A row knows neither colours nor the terminal; ``paint`` does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from presslint.report.face import Face
from presslint.text.lazy import regex

_WORD = regex(r"\s*[^\s]+|\s+")
_FRAME = 12  # the widest frame that text is kept behind

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


def wrapped(row: Row, width: int, face: Face) -> list[Row]:
    """Return a row as rows of at most ``width`` cells, broken between words; those behind the first are indented."""
    if sum(face.width(text) for text, _ in row) <= width:
        return [row]
    indent = _indent(row, face)
    rows: list[Row] = [[]]
    room = width
    for text, style in row:
        for word in _WORD.findall(text):
            if rows[-1] and face.width(word.rstrip()) > room:
                rows.append([(" " * indent, "")])
                room = width - indent
                word = word.lstrip()  # noqa: PLW2901 - the blank before it has become the break
            rows[-1].append((word, style))
            room -= face.width(word)
    return [trimmed(one) for one in rows]


def _indent(row: Row, face: Face) -> int:
    """Return how far what follows is indented: as the text behind a frame, else a little."""
    (first, style), *_ = row
    return min(face.width(first), _FRAME) if style == "frame" else len(first) - len(first.lstrip()) + 2


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
