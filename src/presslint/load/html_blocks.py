"""Elements to blocks: paragraphs, headings, items, quotations and rows, with links and images as marks."""

from collections.abc import Collection

from presslint.load.collector import Collector
from presslint.load.drafts import APART
from presslint.load.html_attributes import Attribute, attributes
from presslint.load.html_hidden import hides, is_spoken_only
from presslint.load.html_tables import holds_data, table_of
from presslint.load.html_tokens import CLOSE, COMMENT, OPEN, REFERENCE, TEXT, comment_text
from presslint.load.html_tree import HEADINGS, INLINE, UNREAD, VOID, Element, Tree
from presslint.model.release import BlockKind, MarkKind, Trace, TraceKind, Zone
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

# words with single blanks between them: what the reader sees as it is written
_STRETCH = regex(r"[^\t\n\f\r ]++(?: [^\t\n\f\r ]++)*+")
_LINE = regex(r"[^\r\n]+|\r\n|\r|\n")
_STRONG = frozenset(("b", "strong"))
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_CELLS = frozenset(("td", "th"))
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_TRACED = 500
_SENTENCE = 40  # characters: whole pages hide labels, buttons and menus of fewer
_SPACE = "\t\n\f\r "


class BlockReader:
    """Reads ranges of tokens into a collector. What it hides on the way is listed in ``traces``."""

    __slots__ = (
        "_anchors",
        "_blank",
        "_bold",
        "_breaks",
        "_caption",
        "_cell",
        "_heading",
        "_opened",
        "_page",
        "_pre",
        "_row",
        "_skipped",
        "_spaced",
        "_tables",
        "_tree",
        "out",
        "traces",
    )

    def __init__(self, tree: Tree, skipped: Collection[int] = (), *, page: bool = False) -> None:
        self.out = Collector(tree.text)
        self.traces: list[Trace] = []
        self._tree = tree
        self._skipped = skipped
        self._page = page
        self._anchors: list[list[int]] = []
        self._opened = False
        self._spaced = True  # a block or line begins: no white space is shown there
        self._blank: tuple[int, int] | None = None  # white space since the last text
        self._breaks = 0  # <br> since the last text
        self._bold = self._heading = self._pre = self._caption = self._cell = 0
        self._row = False
        self._tables: dict[int, bool] = {}

    def read(self, root: Element) -> None:
        """Read all of an element."""
        tree = self._tree
        begun: list[Element] = [root]
        place = root.first + 1
        self._begin(root)
        while place < root.last:
            while begun[-1].last <= place:
                self._finish(begun.pop())
            kind, start, end, name = tree.tokens[place]
            if kind == TEXT:
                self._text(start, end)
            elif kind == OPEN:
                element = tree.at.get(place)
                if element is None:
                    self._void(name, start, end)
                elif self._is_shown(element):
                    self._begin(element)
                    begun.append(element)
                else:
                    place = max(element.last, place + 1)
                    continue
            elif kind == REFERENCE:
                self._reference(start, end, name)
            elif kind == COMMENT:
                at = SourceSpan(start, end)
                self.out.mark(MarkKind.COMMENT, at, SourceSpan(end, end), comment_text(tree.text, start, end).strip())
            elif kind == CLOSE and name == "br":
                self._void(name, start, end)
            place += 1
        while begun:
            self._finish(begun.pop())
        self._break()

    def _is_shown(self, element: Element) -> bool:
        if element.name in UNREAD:
            return False
        if element.index in self._skipped:
            if element.name not in INLINE:
                self._break()
            if element.attrs and "class" not in element.attrs and "id" not in element.attrs:
                self._trace(element, hides(element), _SENTENCE)  # what scripts of the page show has a name
            return False
        if not element.attrs:
            return True
        how = hides(element)
        self._trace(element, how)
        return not how and not is_spoken_only(element)

    def _trace(self, element: Element, how: str, least: int = 1) -> None:
        """Note what an element hides, if that is as long as it must be at least."""
        if how:
            text = self._tree.shown(element, _TRACED)
            if len(text) >= least:
                self.traces.append(Trace(TraceKind.HIDDEN, text, "", SourceSpan(element.start, element.end), how))

    def _break(self) -> None:
        """End the block that is open."""
        if self._opened:
            self.out.close()
            self._opened = False
        self._spaced = True
        self._blank = None
        self._breaks = 0

    def _ensure(self) -> None:
        """Begin a block of the kind that the elements around say, if none is open."""
        if self._breaks:
            if self._breaks > 1 and not self._row:
                self._break()
            elif self._opened:
                self.out.newline(hard=True)
                self._spaced = True
                self._blank = None
            self._breaks = 0
        if self._opened:
            return
        out = self.out
        out.zone = Zone.CAPTION if self._caption else Zone.UNKNOWN
        if self._row:
            out.open(BlockKind.ROW)
        elif self._heading:
            out.open(BlockKind.HEADING, self._heading)
        else:
            out.open()
        self._opened = True
        for _ in range(self._bold):
            out.strong(begins=True)

    def _text(self, start: int, end: int) -> None:
        if self._pre:
            self._lines(start, end)
            return
        stretches = _STRETCH.finditer(self._tree.text, start, end)
        stretch = next(stretches, None)
        place = start
        if stretch is not None:
            first, place = stretch.span()
            if self._breaks or not self._opened:
                self._ensure()
            if not self._spaced:
                if first > start and self._blank is None:
                    self._blank = (start, first)
                if self._blank is not None:
                    self._show_blank(*self._blank)
            self._blank = None
            self._spaced = False
            self.out.piece(first, place)
            place = self.out.folded(place, stretches)
        if place < end and not self._spaced and self._blank is None:
            self._blank = (place, end)

    def _show_blank(self, start: int, end: int) -> None:
        """Show white space as one blank: only in front of more text, so that none is shown at the end of a block."""
        self.out.piece(start, end, None if end == start + 1 and self._tree.text[start] == " " else " ")

    def _lines(self, start: int, end: int) -> None:
        """Show text whose line ends are kept; an empty line ends a paragraph."""
        text = self._tree.text
        for line in _LINE.finditer(text, start, end):
            if text[line.start()] in "\r\n":
                self._breaks += 1
            elif not line[0].isspace():
                if self._breaks > 1 or not self._opened:
                    self._ensure()
                elif self._breaks:
                    self.out.newline(hard=False)
                    self._breaks = 0
                self.out.piece(*line.span())
                self._spaced = False

    def _reference(self, start: int, end: int, shown: str) -> None:
        if shown in _SPACE:
            if not self._spaced and self._blank is None:
                self._blank = (start, end)
            return
        self._ensure()
        if self._blank is not None and not self._spaced:
            self._show_blank(*self._blank)
        self._blank = None
        self.out.piece(start, end, shown)
        self._spaced = False

    def _void(self, name: str, start: int, end: int) -> None:
        if name == "br":
            self._breaks += 1
        elif name == "img":
            found = attributes(self._tree.text, name, start, end)
            source, alt = next((found[key] for key in _SOURCES if key in found), None), found.get("alt")
            if source is None and self._page:
                return  # a program of the page fills it in
            at = SourceSpan(start, end)
            target, target_at = _place(source, self._tree.text)
            title = alt.value if alt is not None else ""
            self.out.mark(MarkKind.IMAGE, at, SourceSpan(end, end), target, target_at, title)
        elif name == "hr":
            self._break()
            self.out.gap = APART
        elif name not in VOID:
            self._break()

    def _begin(self, element: Element) -> None:
        name = element.name
        if name in INLINE:
            if name == "a" or name in _STRONG or name in _CODE:
                if name in _STRONG:
                    self._bold += 1
                    if self._opened:
                        self.out.strong(begins=True)
                self._anchors.append(self.out.begin())
            return
        if self._row:
            self._begin_in_row(element)
            return
        self._break()
        if name in HEADINGS:
            self._heading = HEADINGS[name]
        elif name in _LISTS:
            self.out.item += 1
        elif name == "blockquote":
            self.out.quote += 1
        elif name in _CAPTIONS:
            self._caption += 1
        elif name == "pre":
            self._pre += 1
        elif name == "tr" and self._is_row(element):
            self._row = True
            self._cell = 0

    def _is_row(self, element: Element) -> bool:
        table = table_of(element)
        if table is None:
            return False
        if table.index not in self._tables:
            self._tables[table.index] = holds_data(table, self._tree)
        return self._tables[table.index]

    def _begin_in_row(self, element: Element) -> None:
        """Begin a cell of a row, or a block in one: there a blank parts blocks."""
        if element.name in _CELLS:
            if self._cell:
                self._ensure()
                self.out.tab(self._tree.tokens[element.first][2])
            self._cell += 1
            self._spaced = True
            self._blank = None
            self._breaks = 0
        elif not self._spaced:
            self._breaks = 1

    def _finish(self, element: Element) -> None:
        name = element.name
        if name in INLINE:
            if name == "a" or name in _STRONG or name in _CODE:
                self._mark(element)
            return
        if self._row:
            if name != "tr":
                self._breaks = 1 if not self._spaced and name not in _CELLS else self._breaks
                return
            self._breaks = 0
        self._break()
        if name in HEADINGS:
            self._heading = 0
        elif name in _LISTS:
            self.out.item -= 1
        elif name == "blockquote":
            self.out.quote -= 1
        elif name in _CAPTIONS:
            self._caption -= 1
        elif name == "pre":
            self._pre -= 1
        elif name == "tr":
            self._row = False

    def _mark(self, element: Element) -> None:
        begun = self._anchors.pop()
        shown = self.out.shown(begun)
        at = SourceSpan(element.start, element.end)
        if element.name == "a":
            href = element.attrs.get("href")
            if href is not None and not (self._page and is_control(href.value)):
                target, target_at = _place(href, self._tree.text)
                title = element.value("title")
                shown = shown or SourceSpan(at.end, at.end)
                self.out.mark(MarkKind.LINK, at, shown, target, target_at, title)
            return
        if element.name in _STRONG:
            self._bold -= 1
            if self._opened:
                self.out.strong(begins=False)
        if shown is not None:
            self.out.mark(MarkKind.CODE if element.name in _CODE else MarkKind.STRONG, at, shown)


def is_control(target: str) -> bool:
    """Tell whether a link of a page is a button of it: it opens, closes or prints something in the browser."""
    target = target.strip().lower()
    return target in ("", "#") or target.startswith(("javascript:", "data:"))


def _place(attribute: Attribute | None, text: str) -> tuple[str, SourceSpan | None]:
    """Return an address without the white space that browsers cut, and where it is written."""
    if attribute is None:
        return "", None
    value, start, end = attribute
    if value and (value[0] in _SPACE or value[-1] in _SPACE):
        written = text[start:end]
        start = min(start + len(written) - len(written.lstrip(_SPACE)), end)
        return value.strip(_SPACE), SourceSpan(start, max(start, end - len(written) + len(written.rstrip(_SPACE))))
    return value, SourceSpan(start, end)
