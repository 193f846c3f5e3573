"""Changes to a source text."""

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

# str.splitlines would also split at form feeds and at Unicode's line separators, which no editor counts
_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Edit(NamedTuple):
    """Replace ``span`` of the source by ``text``; an empty span inserts, an empty text deletes."""

    span: SourceSpan
    text: str


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """Return ``source`` with all edits made; insertions at one place come in the order given.

    Raises ValueError for edits that overlap or lie outside the text: such edits cannot all be meant.
    """
    parts: list[str] = []
    place = 0
    for edit in sorted(edits, key=_place):
        start, end = edit.span
        if start < place or end < start or end > len(source):
            raise ValueError(f"edit {start}:{end} overlaps another one or lies outside the text")
        parts += (source[place:start], edit.text)
        place = end
    return "".join((*parts, source[place:]))


def _place(edit: Edit) -> SourceSpan:
    return edit.span


def unified_diff(before: str, after: str, path: str) -> str:
    """Return a unified diff with three lines of context, empty where nothing changed."""
    return "".join(
        _ended(line)
        for line in difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{path}", f"b/{path}")
    )


def _ended(line: str) -> str:
    return line if line.endswith(("\n", "\r")) else line + "\n\\ No newline at end of file\n"
