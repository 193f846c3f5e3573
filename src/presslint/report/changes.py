"""What a fix changes, as lines before and after."""

from collections.abc import Sequence
from typing import NamedTuple

from presslint.report.excerpt import Stretch, excerpt
from presslint.report.face import Face
from presslint.report.rows import Row
from presslint.report.sheet import Sheet
from presslint.text.edits import Edit, apply_edits
from presslint.text.span import SourceSpan

# more of a line than any window shows, so that a line of megabytes is not copied for each fix
_NEAR = 400
# of a side with more lines than this, the first two and the last are shown
_MANY = 4


class Change(NamedTuple):
    """The lines that edits touch, before and after, and the stretches that differ."""

    before: str
    after: str
    old: tuple[Stretch, ...]
    new: tuple[Stretch, ...]


class _Line(NamedTuple):
    text: str
    marks: tuple[Stretch, ...]


def changes(edits: Sequence[Edit], sheet: Sheet) -> list[Change]:
    """Return what ``edits`` change, in the order of the text; edits on the same lines belong to one change.

    Raises ValueError for edits that overlap or lie outside the text.
    """
    groups: list[list[Edit]] = []
    last = 0
    for edit in sorted(edits):
        if groups and sheet.index.position(edit.span.start).line <= last:
            groups[-1].append(edit)
        else:
            groups.append([edit])
        last = sheet.index.position(edit.span.end).line
    return [_change(group, sheet) for group in groups]


def _change(edits: list[Edit], sheet: Sheet) -> Change:
    start, end = edits[0].span.start, edits[-1].span.end
    low = max(start - _NEAR, sheet.ends(sheet.index.position(start).line)[0])
    high = max(min(end + _NEAR, sheet.ends(sheet.index.position(end).line)[1]), end)
    before = sheet.text[low:high]
    local = [Edit(SourceSpan(edit.span.start - low, edit.span.end - low), edit.text) for edit in edits]
    new: list[Stretch] = []
    shift = 0
    for (first, last), text in local:
        new.append((first + shift, first + shift + len(text)))
        shift += len(text) - (last - first)
    return Change(
        before, apply_edits(before, local), tuple((edit.span.start, edit.span.end) for edit in local), tuple(new)
    )


def change_rows(change: Change, room: int, face: Face) -> tuple[list[Row], list[Row]]:
    """Return the lines before and those after, each in at most ``room`` cells, without lines that stay as they are."""
    before, after = _lines(change.before, change.old), _lines(change.after, change.new)
    while before and after and before[-1].text == after[-1].text:
        before.pop()
        after.pop()
    while before and after and before[0].text == after[0].text:
        del before[0], after[0]
    before, after = ([line for line in lines if line.text.strip()] for lines in (before, after))
    if len(before) == len(after) == 1:
        # the same words around what differs on both sides, whichever of them is longer
        widths = [sum(face.width(line.text[slice(*mark)]) for mark in line.marks) for line in (before[0], after[0])]
        rooms = [max(room - max(widths) + width, room // 2) for width in widths]
        return [_row(before[0], "old", rooms[0], face)], [_row(after[0], "new", rooms[1], face)]
    return _rows(before, "old", room, face), _rows(after, "new", room, face)


def _lines(text: str, marks: Sequence[Stretch]) -> list[_Line]:
    lines = []
    sheet = Sheet(text)
    for number in range(1, sheet.index.count + 1):
        start, end = sheet.ends(number)
        inside = [(max(first, start), min(last, end)) for first, last in marks if first <= end and last >= start]
        lines.append(_Line(text[start:end], tuple((first - start, last - start) for first, last in inside)))
    return lines


def _rows(lines: list[_Line], style: str, room: int, face: Face) -> list[Row]:
    if len(lines) > _MANY:
        lines = [*lines[:2], _Line(face.glyphs.ellipsis, ()), lines[-1]]
    return [_row(line, style, room, face) for line in lines]


def _row(line: _Line, style: str, room: int, face: Face) -> Row:
    shown = excerpt(line.text, (0, len(line.text)), line.marks, room, face)
    row: Row = []
    at = 0
    for start, end in sorted(shown.places):
        row += [(shown.text[at:start], style), (shown.text[start:end], f"{style}-part")]
        at = end
    return [*row, (shown.text[at:], style)]
