"""Where the address of a Markdown link stands in the source.

The parser gives the place of the whole link and the decoded address. What stands between is read here by CommonMark's
rules, and given only if it decodes to just that address.
"""

import re

from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

# white space before an address may hold one line end, with the marks of a quotation on the next line
_GAP = regex(r"[ \t]{0,200}(?:(?:\r\n|\r|\n)[ \t>]{0,200})?")
_ANGLED = regex(r"<((?:[^<>\\\r\n]|\\[^\r\n]){0,10000})>")
_BARE = regex(r"[^\s\x00-\x1f\x7f]{1,10000}")
_LABEL = regex(r"\[(?:[^\[\]\\]|\\.){1,1000}\]:", re.DOTALL)
_ESCAPE = regex(r"\\([!-/:-@\[-`{-~])")


def inline_target(text: str, place: int, target: str) -> SourceSpan | None:
    """Return where the address of ``[…](address)`` stands; ``place`` is that of the closing bracket."""
    if text[place : place + 2] != "](":
        return None
    return _destination(text, place + 2, target)


def definition_target(text: str, place: int, target: str) -> SourceSpan | None:
    """Return where the address of a definition ``[label]: address`` stands; ``place`` is where the definition does."""
    label = _LABEL.match(text, place)
    return _destination(text, label.end(), target) if label else None


def _destination(text: str, place: int, target: str) -> SourceSpan | None:
    gap = _GAP.match(text, place)
    place = gap.end() if gap else place
    angled = _ANGLED.match(text, place)
    if angled:
        start, end = angled.span(1)
    else:
        bare = _BARE.match(text, place)
        if not bare:
            return None
        start, end = place, place + _balanced(bare.group())
    raw = text[start:end]
    return SourceSpan(start, end) if raw == target or unescaped(raw) == target else None


def _balanced(raw: str) -> int:
    """Return how much of ``raw`` stands before a closing bracket that nothing opened."""
    simple = raw.partition(")")[0]
    if "(" not in simple and "\\" not in simple:
        return len(simple)
    depth = 0
    escaped = False
    for place, character in enumerate(raw):
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth < 0:
                return place
    return len(raw)


def unescaped(raw: str) -> str:
    """Return an address without Markdown's backslashes and with its entities decoded."""
    if "\\" in raw:
        raw = _ESCAPE.sub(r"\1", raw)
    if "&" in raw:
        from html import unescape  # noqa: PLC0415 - a table of two thousand names that few releases need

        raw = unescape(raw)
    return raw
