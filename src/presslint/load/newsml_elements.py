"""What a reader sees of the elements that news items are written in: XHTML, HTML and NITF.

The reader of the file calls :class:`Elements` tag by tag, with places; the blocks and marks are in its collector then.
White space is one blank, as in a browser.
"""

from collections.abc import Mapping
from typing import NamedTuple

from presslint.load.collector import Collector
from presslint.model.release import BlockKind, MarkKind, Zone
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_WORDS = regex(r"[ \t\r\n\f]+|[^ \t\r\n\f]+(?: [^ \t\r\n\f]+)*")
_LINES = regex(r"\r\n|[\r\n]|[^\r\n]+")
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "hl1": 1, "hl2": 2}
_BLOCKS_NAMES = (
    "address article aside body body.head body.content body.end byline abstract block caption center dateline dd"
    " details distributor div dl dt fieldset figcaption figure footer form hedline header hr html legend main"
    " media media-caption media-producer nav nitf note ol p pre section series summary table tagline tbody tfoot"
    " thead ul article-entity inlinexml"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_ZONES = {
    "byline": Zone.SUBHEAD,
    "dateline": Zone.DATELINE,
    "figcaption": Zone.CAPTION,
    "media-caption": Zone.CAPTION,
    "media-producer": Zone.CAPTION,
    "credit": Zone.CAPTION,
    "hl1": Zone.HEADLINE,
    "hl2": Zone.SUBHEAD,
}
_LISTS = frozenset(("ul", "ol", "dl", "menu"))
_QUOTES = frozenset(("blockquote", "bq"))
_STRONG = frozenset(("b", "strong"))
# what no reader sees: data about the item
_HIDDEN_NAMES = (
    "head script style template noscript docdata identified-content media-metadata media-reference object svg"
    " math rights iframe select title"
)
_HIDDEN = frozenset(_HIDDEN_NAMES.split())


class _Anchor(NamedTuple):
    start: int
    target: str
    target_at: SourceSpan | None
    begun: list[int]


class Elements:
    """Turns tags and text into blocks. Tags may be closed in any order, or not at all."""

    __slots__ = ("_anchors", "_blank", "_cells", "_deep", "_depth", "_hidden", "_out", "_pre", "_zones")

    def __init__(self, out: Collector) -> None:
        self._out = out
        self._anchors: list[_Anchor] = []
        self._zones: list[tuple[str, Zone]] = []
        self._blank = True
        self._hidden = ""
        self._deep = 0
        self._pre = 0
        self._cells = 0
        self._depth = 0

    def start(
        self, name: str, attributes: Mapping[str, str], at: SourceSpan, target_at: SourceSpan | None = None
    ) -> None:
        """Take a start tag: its name in small letters, and where the value of its ``href`` or ``src`` stands."""
        if self._hidden:
            self._deep += name == self._hidden
            return
        if name in _HIDDEN:
            self._hidden, self._deep = name, 1
            return
        if name in _HEADINGS or name in _BLOCKS or name in _QUOTES or name in ("li", "tr"):
            self._block(name)
        elif name == "br":
            self._out.newline(hard=True)
            self._blank = True
        elif name in ("td", "th"):
            if self._cells:
                self._out.tab(at.end)
            self._cells += 1
            self._blank = True
        elif name == "a":
            self._anchors.append(_Anchor(at.start, attributes.get("href", ""), target_at, self._out.begin()))
        elif name == "img":
            target, alt = attributes.get("src", ""), attributes.get("alt", "")
            self._out.mark(MarkKind.IMAGE, at, SourceSpan(at.end, at.end), target, target_at, alt)
        elif name in _STRONG:
            self._out.strong(begins=True)

    def _block(self, name: str) -> None:
        out = self._out
        out.close()
        self._blank = True
        if name in _ZONES:
            self._zones.append((name, out.zone))
            out.zone = _ZONES[name]
        if name in _HEADINGS:
            out.open(BlockKind.HEADING, _HEADINGS[name])
        elif name in _LISTS:
            self._depth += 1
        elif name in _QUOTES:
            out.quote += 1
        elif name == "li":
            out.item = max(self._depth, 1)
            out.open()
        elif name == "tr":
            self._cells = 0
            out.open(BlockKind.ROW)
        elif name == "pre":
            self._pre += 1
            out.open(BlockKind.PARAGRAPH)

    def end(self, name: str, end: int) -> None:
        """Take an end tag that ends at ``end``."""
        if self._hidden:
            self._deep -= name == self._hidden
            if not self._deep:
                self._hidden = ""
            return
        out = self._out
        if name == "a":
            self._anchor_ends(end)
        elif name in _STRONG:
            out.strong(begins=False)
        elif name in _HEADINGS or name in _BLOCKS or name in _QUOTES or name in ("li", "tr"):
            out.close()
            self._blank = True
            if name in _LISTS:
                self._depth = max(self._depth - 1, 0)
                out.item = 0
            elif name in _QUOTES:
                out.quote = max(out.quote - 1, 0)
            elif name == "li":
                out.item = 0
            elif name == "pre":
                self._pre = max(self._pre - 1, 0)
            if self._zones and self._zones[-1][0] == name:
                out.zone = self._zones.pop()[1]

    def text(self, start: int, end: int, shown: str | None = None) -> None:
        """Take text: the source from ``start`` to ``end``, or what it stands for."""
        if self._hidden:
            return
        out = self._out
        if shown is not None:
            if shown.isspace() and "\u00a0" not in shown and not self._pre:
                self._space(start, end, shown)
            else:
                out.piece(start, end, shown)
                self._blank = False
            return
        if self._pre:
            for line in _LINES.finditer(out.text, start, end):
                if line[0][0] in "\r\n":
                    out.newline(hard=True)
                else:
                    out.piece(*line.span())
            return
        for word in _WORDS.finditer(out.text, start, end):
            first, last = word.span()
            if out.text[first] in " \t\r\n\f":
                self._space(first, last, None)
            else:
                out.piece(first, last)
                self._blank = False

    def _space(self, start: int, end: int, shown: str | None) -> None:
        if self._blank:
            return
        self._blank = True
        same = shown is None and end - start == 1 and self._out.text[start] == " "
        self._out.piece(start, end, None if same else " ")

    def _anchor_ends(self, end: int) -> None:
        if not self._anchors:
            return
        anchor = self._anchors.pop()
        if anchor.target_at is not None:
            shown = self._out.shown(anchor.begun)
            at = SourceSpan(anchor.start, end)
            self._out.mark(MarkKind.LINK, at, shown or SourceSpan(end, end), anchor.target, anchor.target_at)
