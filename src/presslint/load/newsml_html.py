"""HTML that stands inside a news item, as blocks."""

import re

from presslint.load.collector import Collector
from presslint.load.html_tokens import CLOSE, COMMENT, OPEN, REFERENCE, TEXT, tokens
from presslint.load.newsml_elements import Elements
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_ATTRIBUTE = regex(r"(?<![\w-])(href|src|alt)\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))


def read_html(text: str, out: Collector) -> None:
    """Read HTML into a collector, as a browser would show it."""
    reader = Elements(out)
    for kind, start, end, name in tokens(text):
        if kind == TEXT:
            reader.text(start, end)
        elif kind == REFERENCE:
            reader.text(start, end, name)
        elif kind == OPEN:
            attributes, target_at = _attributes(text, start, end) if name in ("a", "img") else ({}, None)
            at = SourceSpan(start, end)
            reader.start(name, attributes, at, target_at)
            if name in _VOID or text[end - 2] == "/":
                reader.end(name, end)
        elif kind == CLOSE:
            reader.end(name, end)
        elif kind == COMMENT:
            continue
    out.close()


def _attributes(text: str, start: int, end: int) -> tuple[dict[str, str], SourceSpan | None]:
    found: dict[str, str] = {}
    target_at = None
    for attribute in _ATTRIBUTE.finditer(text, start, end):
        group = next(number for number in (2, 3, 4) if attribute.group(number) is not None)
        name = attribute.group(1).lower()
        if name in found:
            continue
        value = attribute.group(group)
        if "&" in value:
            from html import unescape  # noqa: PLC0415 - its table of names is large, and few addresses need it

            value = unescape(value)
        found[name] = value
        if name != "alt":
            target_at = SourceSpan(*attribute.span(group))
    return found, target_at
