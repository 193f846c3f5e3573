"""Raw HTML inside Markdown: what of it a reader sees."""

import re

from presslint.load.collector import Collector
from presslint.load.targets import unescaped
from presslint.model.release import BlockKind, MarkKind
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_TOKEN = regex(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<(?P<hidden>script|style|template)\b.*?(?:</(?P=hidden)[^<>]{0,100}>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-z][a-z0-9-]{0,30})(?P<rest>[^<>]{0,4000})>"
    r"|<[!?][^<>]{0,4000}>"
    r"|(?P<line>\r\n|\r|\n)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)"
    r"|(?P<text>[^<&\r\n]+|[<&])",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = regex(r"(?<![\w-])(href|src|alt)\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_BLOCK_NAMES = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main menu nav ol option p pre search "
    "section summary table tbody tfoot thead title tr ul "
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())


class HtmlReader:
    """Reads tags into a collector: text is text, links and images are marks, tags are invisible."""

    __slots__ = ("_anchors", "_out")

    def __init__(self, out: Collector) -> None:
        self._out = out
        self._anchors: list[tuple[int, str, SourceSpan | None, list[int]]] = []

    def read(self, start: int, end: int, *, inline: bool = False) -> None:
        """Read the HTML from ``start`` to ``end`` of the source. Inline, no tag ends a paragraph."""
        text, out = self._out.text, self._out
        for token in _TOKEN.finditer(text, start, end):
            what = token.lastgroup
            if what == "text":
                out.piece(*token.span())
            elif what == "line":
                out.newline()
            elif what == "entity":
                shown = unescaped(token.group())
                out.piece(*token.span(), None if shown == token.group() else shown)
            elif what == "comment":
                at = SourceSpan(*token.span())
                out.mark(MarkKind.COMMENT, at, SourceSpan(at.end, at.end), token.group("comment").strip())
            elif what == "rest":
                self._tag(token.group("name").lower(), token, inline=inline)

    def _tag(self, name: str, token: re.Match[str], *, inline: bool) -> None:
        closing = bool(token.group("close"))
        if name == "br":
            self._out.newline(hard=True)
        elif name == "a":
            if closing:
                self._anchor_ends(token.end())
            else:
                target, target_at, _ = self._attributes(token)
                self._anchors.append((token.start(), target, target_at, self._out.begin()))
        elif name == "img":
            target, target_at, alt = self._attributes(token)
            at = SourceSpan(*token.span())
            self._out.mark(MarkKind.IMAGE, at, SourceSpan(at.end, at.end), target, target_at, alt)
        elif name in _BLOCKS and not inline:
            self._out.close()
            if name[0] == "h" and name[1:].isdigit() and not closing:
                self._out.open(BlockKind.HEADING, int(name[1:]))
        elif name in ("td", "th") and not closing:
            self._out.newline()

    def _anchor_ends(self, end: int) -> None:
        if not self._anchors:
            return
        start, target, target_at, begun = self._anchors.pop()
        if target_at is not None:
            shown = self._out.shown(begun)
            self._out.mark(MarkKind.LINK, SourceSpan(start, end), shown or SourceSpan(end, end), target, target_at)

    def _attributes(self, token: re.Match[str]) -> tuple[str, SourceSpan | None, str]:
        """Return the address of a tag, where it stands, and the alternative text."""
        target, target_at, alt = "", None, ""
        start, end = token.span("rest")
        for attribute in _ATTRIBUTE.finditer(token.string, start, end):
            group = next(number for number in (2, 3, 4) if attribute.group(number) is not None)
            value = unescaped_html(attribute.group(group))
            if attribute.group(1).lower() == "alt":
                alt = alt or value
            elif target_at is None:
                target, target_at = value, SourceSpan(*attribute.span(group))
        return target, target_at, alt


def unescaped_html(raw: str) -> str:
    """Return the value of an attribute with its entities decoded."""
    return unescaped(raw.replace("\\", "\\\\")) if "&" in raw else raw
