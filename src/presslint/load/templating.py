"""What site generators take out of Markdown before a reader sees it: shortcodes, Liquid tags, components of MDX.

The text of components stays: only their tags, expressions and imports go. What is taken out keeps its place, filled
with signs that Markdown takes for part of a word, or with blanks where it has its lines for itself.
"""

import re
from bisect import bisect_left

from presslint.text.lazy import regex

_FILLER = "\u200b"
# {{< figure src="a.jpg" >}}, {{% note %}} of Hugo, {% include a.html %} of Jekyll
_SHORTCODE = regex(r"\{\{<[^{}]{0,2000}>\}\}|\{\{%[^{}]{0,2000}%\}\}|\{%-?[^{}%]{0,2000}-?%\}")
# {{ site.title }}, {{ "/a" | relative_url }} of Jekyll; {{name}} alone is what somebody forgot to fill in
_OUTPUT = regex(
    r"\{\{-?\s{0,9}(?:(?:site|page|include|content|layout|theme|post|jekyll)\b[\w.\[\]\"' -]{0,200}(?:\|[^{}]{0,500})?"
    r"|[\"'][^\"'{}]{0,500}[\"']\s{0,9}\|[^{}]{0,500})-?\}\}"
)
_MODULE = regex(r"^(?:import\s[^\n]{1,2000}|export\s(?:const|let|default|function|async)\b[^\n]{0,2000})", re.MULTILINE)
# of a component, a fragment, or of an element with an expression
_TAG = regex(r"</?(?:[A-Z][\w.]{0,80}|(?=>))|<[a-z][\w-]{0,30}(?=[^<>{}]{0,2000}=\{)")
_BRACE = regex(r"[{}]")
_STRING = regex(r"\{\s{0,9}([\"'`])([^\"'`{}]{1,2000})\1\s{0,9}\}")
_STATEMENT_END = regex(r"\n[ \t]*\n|\Z")
_INSIDE = regex(r"[^{}<>\"']++|\"[^\"]*+\"|'[^']*+'|=>|<")
_LONGEST_TAG = 5000
_FENCE = regex(
    r"^[ ]{0,3}(`{3,}|~{3,})[^\n]*\n(?:.{0,20000}?\n)??[ ]{0,3}\1[^\n]*$"
    r"|(?<!`)(`{1,3})(?!`)[^`\n]{1,300}(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)

Spans = list[tuple[int, int]]


def template_spans(text: str, start: int, *, components: bool) -> Spans:
    """Return the stretches of a text behind ``start`` that are no text but a program; ``components`` for MDX.

    Behind front matter (``start`` is not 0) the outputs of Liquid are such too.
    """
    if not components and "{%" not in text and "{{" not in text:
        return []
    code = [match.span() for match in _FENCE.finditer(text, start)] if "`" in text or "~~~" in text else []
    found = [match.span() for match in _SHORTCODE.finditer(text, start)]
    if start:
        found += [match.span() for match in _OUTPUT.finditer(text, start)]
    if components:
        found += _components(text, start)
    return _apart(found, code)


def filled(text: str, spans: Spans) -> str:
    """Return the text with the stretches filled so that every character keeps its place."""
    parts: list[str] = []
    place = 0
    for start, end in spans:
        parts += text[place:start], _filling(text, start, end)
        place = end
    return "".join((*parts, text[place:]))


def _filling(text: str, start: int, end: int) -> str:
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = text.find("\n", end)
    alone = not text[first:start].strip() and not text[end : last if last >= 0 else len(text)].strip()
    sign = " " if alone else _FILLER
    return "".join(character if character in "\r\n" else sign for character in text[start:end])


def outside(spans: Spans, start: int, end: int) -> Spans:
    """Return what is left of a stretch of text without the spans."""
    left: Spans = []
    place = start
    for first, last in spans[max(bisect_left(spans, (start, start)) - 1, 0) :]:
        if first >= end:
            break
        if last > place:
            if first > place:
                left.append((place, first))
            place = last
    if place < end:
        left.append((place, end))
    return left


def _apart(found: Spans, code: Spans) -> Spans:
    """Return the stretches in order, without those in code and in one another."""
    spans: Spans = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        before = code[bisect_left(code, (start + 1, 0)) - 1] if code else (0, 0)
        if end > start and (not spans or start >= spans[-1][1]) and not before[0] <= start < before[1]:
            spans.append((start, end))
    return spans


def _components(text: str, start: int) -> Spans:
    pairs = _pairs(text, start)
    found: Spans = []
    for match in _MODULE.finditer(text, start):
        end = _STATEMENT_END.search(text, match.end())
        found.append((match.start(), end.start() if end else len(text)))
    for match in _TAG.finditer(text, start):
        end_of_tag = _tag_end(text, match.end(), pairs)
        if end_of_tag:
            found.append((match.start(), end_of_tag))
    for opening, closing in pairs.items():
        string = _STRING.match(text, opening, closing + 1)
        if string:
            found += (opening, string.start(2)), (string.end(2), closing + 1)
        else:
            found.append((opening, closing + 1))
    return found


def _pairs(text: str, start: int) -> dict[int, int]:
    """Return where the outermost braces open and close."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(text, start):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            opening = opened.pop()
            if not opened:
                pairs[opening] = brace.start()
    return pairs


def _tag_end(text: str, place: int, pairs: dict[int, int]) -> int:
    """Return where a tag ends, whose attributes may hold expressions; 0 where it does not."""
    limit = min(len(text), place + _LONGEST_TAG)
    while place < limit:
        if text[place] == ">":
            return place + 1
        if text[place] == "{":
            closing = pairs.get(place)
            if closing is None:
                return 0
            place = closing + 1
            continue
        inside = _INSIDE.match(text, place)
        if inside is None or inside[0] == "<":
            return 0
        place = inside.end()
    return 0
