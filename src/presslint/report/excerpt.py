"""The part of a line that is worth showing.

Releases put a paragraph of 700 characters on one line, and hostile ones put megabytes there. Only what lies around
the marks is drawn, so the cost does not grow with the line.
"""

from collections.abc import Sequence
from typing import NamedTuple

from presslint.report.face import Face

Stretch = tuple[int, int]  # offsets into a text, end exclusive

# how far the edge of a window may move in so as to begin or end with a whole word
_WORD = 14


class Excerpt(NamedTuple):
    """A line as shown. For each mark, in the order given: its place in ``text``, and its cells on the screen."""

    text: str
    places: tuple[Stretch, ...]
    columns: tuple[Stretch, ...]


def excerpt(text: str, line: Stretch, marks: Sequence[Stretch], room: int, face: Face) -> Excerpt:
    """Return what to show of ``text`` between the ends of ``line``: at most ``room`` cells, around the ``marks``.

    Marks must lie on the line. What is left out is shown as an ellipsis, also inside a mark that is longer than the
    room.
    """
    start, end = line
    if end - start <= room and face.width(text[start:end]) <= room:
        return _draw(text, line, [line], marks, face)
    return _draw(text, line, _windows(text, line, marks, room, face), marks, face)


def _windows(text: str, line: Stretch, marks: Sequence[Stretch], room: int, face: Face) -> list[Stretch]:
    """Return what to show of a long line: the marks, and as much around them as there is room for."""
    ellipsis = len(face.glyphs.ellipsis)
    cores = _cores(text, _merged(sorted(marks) or [(line[0], line[0])]), room, face)
    left = (
        room - (len(cores) + 1) * ellipsis - sum(max(face.width(text[start:end]), end - start) for start, end in cores)
    )
    windows = [
        (_first_word(text, start, cores, line), _last_word(text, cores, end, line))
        for start, end in _merged(_grown(text, line, cores, left, face), gap=ellipsis)
    ]
    return _merged(windows, gap=ellipsis)


def _merged(stretches: Sequence[Stretch], gap: int = 0) -> list[Stretch]:
    """Join sorted stretches that overlap, touch, or are at most ``gap`` apart."""
    merged: list[Stretch] = []
    for start, end in stretches:
        if merged and start <= merged[-1][1] + gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _cores(text: str, marks: list[Stretch], room: int, face: Face) -> list[Stretch]:
    """Return the marks; of one that would take more than its share of the room, only its two ends."""
    share = room // len(marks)
    half = max(share // 2 - 2, 4)
    cores: list[Stretch] = []
    for start, end in marks:
        if start + face.fitting(text[start : min(start + share, end)], share) == end:
            cores.append((start, end))
            continue
        head = start + face.fitting(text[start : min(start + half, end)], half)
        tail = end - face.fitting(text[max(end - half, head) : end][::-1], half)
        cores += [(start, head), (tail, end)]
    return cores


def _grown(text: str, line: Stretch, cores: list[Stretch], left: int, face: Face) -> list[Stretch]:
    """Widen the cores evenly to both sides until ``left`` cells are spent or the line is used up."""
    windows = [(line[0], line[0]), *cores, (line[1], line[1])]  # the ends of the line bound the growth as cores do
    before = left + 1
    while 0 < left < before:
        before = left
        step = -(-left // (2 * len(cores)))
        for index in range(1, len(windows) - 1):
            start, end = windows[index]
            ahead = text[max(start - step, windows[index - 1][1]) : start][::-1]
            taken = face.fitting(ahead, min(step, left))
            left -= max(face.width(ahead[:taken]), taken)
            start -= taken
            behind = text[end : min(end + step, windows[index + 1][0])]
            taken = face.fitting(behind, min(step, left))
            left -= max(face.width(behind[:taken]), taken)
            windows[index] = (start, end + taken)
    return windows[1:-1]


def _first_word(text: str, start: int, cores: list[Stretch], line: Stretch) -> int:
    """Move the beginning of a window to the beginning of a word, where one is near and no core is in the way."""
    if start == line[0] or text[start - 1].isspace():
        return start
    core = min(first for first, _ in cores if first >= start)
    return next((offset + 1 for offset in range(start, min(start + _WORD, core)) if text[offset].isspace()), start)


def _last_word(text: str, cores: list[Stretch], end: int, line: Stretch) -> int:
    """Move the end of a window to the end of a word, where one is near and no core is in the way."""
    if end == line[1] or text[end].isspace():
        return end
    core = max(last for _, last in cores if last <= end)
    return next((offset for offset in range(end - 1, max(end - _WORD, core) - 1, -1) if text[offset].isspace()), end)


class _Drawn(NamedTuple):
    """A window as drawn: its stretch of the text, and where it begins in what is shown and on the screen."""

    start: int
    end: int
    place: int
    column: int


def _draw(text: str, line: Stretch, windows: list[Stretch], marks: Sequence[Stretch], face: Face) -> Excerpt:
    """Draw the windows with ellipses between them, and find the marks in what was drawn."""
    shown: list[str] = []
    drawn: list[_Drawn] = []
    index = column = 0
    place = line[0]
    for start, end in windows:
        if start > place:
            shown.append(face.glyphs.ellipsis)
            index += len(face.glyphs.ellipsis)
            column += len(face.glyphs.ellipsis)
        drawn.append(_Drawn(start, end, index, column))
        shown.append(face.show(text[start:end]))
        index += len(shown[-1])
        column += face.width(text[start:end])
        place = end
    if place < line[1]:
        shown.append(face.glyphs.ellipsis)
    ends = [[_locate(text, offset, drawn, face) for offset in mark] for mark in marks]
    return Excerpt(
        "".join(shown),
        tuple((first[0], last[0]) for first, last in ends),
        tuple((first[1], last[1]) for first, last in ends),
    )


def _locate(text: str, offset: int, drawn: list[_Drawn], face: Face) -> Stretch:
    """Return index and column of an offset; one in what was left out of a longer mark is seen at the ellipsis."""
    window = next((window for window in reversed(drawn) if window.start <= offset), drawn[0])
    before = text[window.start : min(offset, window.end)]
    return window.place + len(face.show(before)), window.column + face.width(before)
