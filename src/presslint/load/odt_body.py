"""The body of an OpenDocument text, its notes and margins: from elements to paragraphs, marks and traces.

The text holds what is left when all tracked changes are accepted; what was deleted lies apart (OpenDocument 1.3, 5.5).
"""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from presslint.load.docx_fields import NUMBER
from presslint.load.odt_names import DC, DRAW, LOEXT, OFFICE, SVG, TABLE, TEXT, XLINK, XML, count, flag
from presslint.load.odt_parts import boxes_in, cells, inside, plain
from presslint.load.odt_styles import Styles, numbered
from presslint.load.xml_story import Cell, Look, Story
from presslint.model.release import BlockKind, MarkKind, TraceKind, Zone

_P, _H = f"{TEXT}p", f"{TEXT}h"
_WATERMARK = "PowerPlusWaterMark"  # what programs call the shape of a watermark
_LISTED = 9


class Walker:
    """Reads elements into a story; ``where`` names a part beside the body, ``zone`` that of all paragraphs."""

    def __init__(self, story: Story, styles: Styles, where: str = "") -> None:
        self.story = story
        self.styles = styles
        self.where = where
        self.zone = Zone.UNKNOWN
        self.languages: dict[str, int] = {}
        self.notes: list[Element] = []
        self.changes: dict[str, tuple[TraceKind, str, str]] = {}
        self.numbered = self.totalled = False
        self._began: dict[str, int] = {}  # insertions and comments: where they begin
        self._comments: dict[str, tuple[str, str]] = {}
        self._boxes: list[Element] = []
        self._cell: Cell | None = None
        self._tables = self._rows = self._cells = self._coloured = 0
        self._depth = 0
        self._list = ""
        self._counts: dict[tuple[str, int], int] = {}
        self._item = ""
        self._listed = False
        self._apart = False
        self._space = True
        self._inline: dict[str, Callable[[Element, Look], None]] = {
            tag: getattr(self, name) for tag, name in _INLINE.items()
        }

    # ---- blocks

    def blocks(self, elements: Iterable[Element]) -> None:
        """Read paragraphs, lists, tables, and what holds them."""
        for element in elements:
            tag = element.tag
            if tag in (_P, _H):
                self._paragraph(element)
            elif tag == f"{TEXT}list":
                self._read_list(element)
            elif tag == f"{TABLE}table":
                self._table(element)
            elif tag == f"{TEXT}section":
                self._section(element)
            elif tag == f"{TEXT}tracked-changes":
                self._tracked(element)
            elif tag in _HOLDERS:
                self.blocks(element)
            elif tag in _SHAPES:
                self._box(element)

    def read_notes(self) -> None:
        """Read the notes of what has been read, in its order."""
        self.zone, self.where = Zone.NOTE, "footnote"
        while self.notes:
            notes, self.notes = self.notes, []
            for note in notes:
                self.blocks(note)

    def _paragraph(self, element: Element) -> None:
        style = element.get(f"{TEXT}style-name", "")
        look = self.styles.look("paragraph", style)
        level = count(element, f"{TEXT}outline-level") if element.tag == _H else self.styles.level(style)
        self._open(min(level, 6), style)
        if self._item:
            self.story.text(f"{self._item} ", strong=look.bold)
            self._item = ""
        self._space = True
        self._content(element, look)
        self.story.close()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._box(box)

    def _open(self, level: int, style: str) -> None:
        kind = BlockKind.HEADING if level else BlockKind.ITEM if self._listed else BlockKind.PARAGRAPH
        self._listed = False
        level = level or (self._depth if kind is BlockKind.ITEM else 0)
        zone = self.zone if self.zone is not Zone.UNKNOWN or level else self.styles.zone(style)
        paragraph = self.story.open(kind, level, cell=self._cell, zone=zone)
        paragraph.apart, self._apart = self._apart, False

    def _box(self, box: Element) -> None:
        """Read a text box behind the paragraph that it is anchored in."""
        outer = self._cell, self._depth
        self._cell, self._depth = None, 0
        self._apart = True
        self._coloured += 1
        self.blocks(box)
        self._coloured -= 1
        self._cell, self._depth = outer
        self._apart = True

    def _read_list(self, element: Element) -> None:
        outer = self._list
        self._list = element.get(f"{TEXT}style-name") or outer
        self._depth += 1
        key = (self._list, self._depth)
        if not flag(element, f"{TEXT}continue-numbering") and not element.get(f"{TEXT}continue-list"):
            self._counts[key] = 0
        level = self.styles.list_level(self._list, self._depth)
        for item in element:
            if item.tag == f"{TEXT}list-item":
                start = item.get(f"{TEXT}start-value", "")
                if start.isdigit() and len(start) < _LISTED:
                    self._counts[key] = int(start) - level.start
                # an item that only holds a further list has no number of its own
                if next((child for child in item if child.tag in (_P, _H)), None) is not None:
                    self._item = numbered(level, self._counts.get(key, 0))
                    self._counts[key] = self._counts.get(key, 0) + 1
                    self._listed = True
            self.blocks(item)
            self._listed = False
            self._item = ""
        self._depth -= 1
        self._list = outer

    def _table(self, table: Element) -> None:
        rows = [list(cells(row)) for row in inside(table, f"{TABLE}table-row")]
        outer = self._cell
        # a table of one row or column lays out a page, and so does one with another in it
        nested = any(other is not table for other in table.iter(f"{TABLE}table"))
        layout = len(rows) < 2 or max(map(len, rows), default=0) < 2 or nested
        self._tables += 1
        number = self._tables
        self._coloured += 1  # its cells may have a colour: what stands on a colour can be white
        for row_cells in rows:
            self._rows += 1
            row = self._rows
            for cell in row_cells:
                self._cells += 1
                self._cell = None if layout else Cell(number, row, self._cells)
                self._apart = self._apart or layout
                self.blocks(cell)
        self._coloured -= 1
        self._cell = outer
        self._apart = self._apart or layout

    def _section(self, section: Element) -> None:
        if section.get(f"{TEXT}display") == "none" or flag(section, f"{TEXT}is-hidden"):
            self.story.hide(plain(section), self.story.offset, self.where)
        else:
            self.blocks(section)

    def _tracked(self, element: Element) -> None:
        """Read the list of changes; an insertion is known by its text, which stands in the body."""
        for region in element:
            name = region.get(f"{XML}id", "") or region.get(f"{TEXT}id", "")
            for change in region:
                kind = _CHANGES.get(change.tag)
                if kind is not None:
                    author = next((found.text or "" for found in change.iter(f"{DC}creator")), "")
                    self.changes[name] = (kind, author, plain(change))
        if element.get(f"{TEXT}track-changes", "true") != "false":
            self.story.beside(TraceKind.TRACKING)

    # ---- what stands in a paragraph

    def _content(self, parent: Element, look: Look) -> None:
        if parent.text:
            self._show(parent.text, look)
        for element in parent:
            handler = self._inline.get(element.tag)
            if handler is not None:
                handler(element, look)
            elif not element.tag.startswith((OFFICE, DRAW)):
                self._content(element, look)  # a field shows what it held last
            if element.tail:
                self._show(element.tail, look)

    def _show(self, text: str, look: Look) -> None:
        """Show text, of which any run of white space is one blank (OpenDocument 1.3, 6.1.2)."""
        words = text.split()
        shown = " ".join(words)
        if text[0] in _WHITE and not self._space:
            shown = f" {shown}" if shown else " "
        if words and text[-1] in _WHITE:
            shown += " "
        if shown:
            self._emit(shown, look)
            self._space = shown[-1] == " "

    def _emit(self, text: str, look: Look) -> None:
        bare = look.white and not (look.shaded or self._coloured or self.where)
        if look.hidden or bare:
            if text.strip():
                self.story.hide(text, self.story.offset, self.where)
            return
        if look.language:
            self.languages[look.language] = self.languages.get(look.language, 0) + len(text)
        self.story.text(text, strong=look.bold)

    def _span(self, element: Element, look: Look) -> None:
        self._content(element, self.styles.look("text", element.get(f"{TEXT}style-name", ""), look))

    def _spaces(self, element: Element, look: Look) -> None:
        self._emit(" " * count(element, f"{TEXT}c"), look)
        self._space = False

    def _tab(self, _element: Element, look: Look) -> None:
        self._emit("\t", look)
        self._space = False

    def _break(self, _element: Element, look: Look) -> None:
        if not look.hidden:
            self.story.line_break()
            self._space = True

    def _link(self, element: Element, look: Look) -> None:
        start = self.story.offset
        self._content(element, look)
        target = element.get(f"{XLINK}href", "")
        if target:
            self.story.mark(MarkKind.LINK, start, target, element.get(f"{OFFICE}title", ""))

    def _note(self, element: Element, _look: Look) -> None:
        body = element.find(f"{TEXT}note-body")
        if body is not None:
            self.notes.append(body)

    def _ruby(self, element: Element, look: Look) -> None:
        base = element.find(f"{TEXT}ruby-base")
        if base is not None:
            self._content(base, look)

    def _page_number(self, _element: Element, look: Look) -> None:
        self.numbered = True
        self._emit(NUMBER, look)
        self._space = False

    def _page_count(self, _element: Element, look: Look) -> None:
        self.totalled = True
        self._emit(NUMBER, look)
        self._space = False

    def _hidden_text(self, element: Element, look: Look) -> None:
        if element.get(f"{TEXT}is-hidden", "true").lower() == "true":
            text = element.get(f"{TEXT}string-value") or plain(element)
            if text.strip():
                self.story.hide(text, self.story.offset, self.where)
        else:
            self._content(element, look)

    def _nothing(self, element: Element, look: Look) -> None:
        """Pass over what shows nothing at its place."""

    def _change_begins(self, element: Element, _look: Look) -> None:
        self._began[element.get(f"{TEXT}change-id", "")] = self.story.offset

    def _change_ends(self, element: Element, _look: Look) -> None:
        name = element.get(f"{TEXT}change-id", "")
        start = self._began.pop(name, self.story.offset)
        kind, author, _ = self.changes.get(name, (TraceKind.INSERTION, "", ""))
        text = "" if kind is TraceKind.FORMATTING else self.story.since(start)
        self.story.trace(kind, text, author, start, self.where)

    def _change(self, element: Element, _look: Look) -> None:
        """Note a deletion at the place where its text stood."""
        kind, author, text = self.changes.get(element.get(f"{TEXT}change-id", ""), (TraceKind.DELETION, "", ""))
        self.story.trace(kind, text, author, where=self.where)

    def _comment(self, element: Element, _look: Look) -> None:
        author = next((found.text or "" for found in element.iter(f"{DC}creator")), "")
        text = " ".join(plain(paragraph) for paragraph in element.iter(_P))
        name = element.get(f"{OFFICE}name", "")
        if name:
            self._began[f"comment {name}"] = self.story.offset
            self._comments[name] = (text, author)
        else:
            self.story.comment(text, author, (self.story.offset, self.story.offset))

    def _comment_ends(self, element: Element, _look: Look) -> None:
        name = element.get(f"{OFFICE}name", "")
        if name in self._comments:
            text, author = self._comments.pop(name)
            start = self._began.pop(f"comment {name}", self.story.offset)
            self.story.comment(text, author, (start, self.story.offset))

    def end(self) -> None:
        """Say that the part has ended: comments whose end it does not name end too."""
        for name, (text, author) in self._comments.items():
            start = self._began[f"comment {name}"]
            self.story.comment(text, author, (start, start))
        self._comments.clear()

    def _frame(self, element: Element, _look: Look) -> None:
        """Read a picture, or keep a text box for the end of its paragraph."""
        if element.get(f"{DRAW}name", "").startswith(_WATERMARK):
            self.story.trace(TraceKind.WATERMARK, plain(element), where=self.where)
            return
        boxes = list(boxes_in(element))
        self._boxes += boxes
        picture = next((found for name in ("image", "object") for found in element.iter(f"{DRAW}{name}")), None)
        if picture is None or boxes:
            return
        self.story.images += 1
        words = [found.text or "" for name in ("desc", "title") for found in element.iter(f"{SVG}{name}")]
        if not flag(element, f"{LOEXT}decorative") and not flag(element, f"{DRAW}decorative"):
            name = picture.get(f"{XLINK}href", "").rpartition("/")[2] or "image"
            self.story.mark(MarkKind.IMAGE, self.story.offset, name, next((word for word in words if word.strip()), ""))

    def _linked_frame(self, element: Element, look: Look) -> None:
        for child in element:
            self._frame(child, look)


_WHITE = frozenset(" \t\r\n")
_HOLDERS = frozenset(
    (
        *(f"{TEXT}{name}" for name in ("list-item", "list-header", "index-body", "index-title", "table-of-content")),
        *(f"{TEXT}{name}" for name in ("alphabetical-index", "illustration-index", "user-index", "bibliography")),
        f"{DRAW}text-box",
    )
)
_SHAPES = frozenset(f"{DRAW}{name}" for name in ("frame", "custom-shape", "rect", "g"))
_CHANGES = {
    f"{TEXT}insertion": TraceKind.INSERTION,
    f"{TEXT}deletion": TraceKind.DELETION,
    f"{TEXT}format-change": TraceKind.FORMATTING,
}
# element → method that reads it
_INLINE = {
    f"{TEXT}span": "_span",
    f"{TEXT}s": "_spaces",
    f"{TEXT}tab": "_tab",
    f"{TEXT}line-break": "_break",
    f"{TEXT}a": "_link",
    f"{TEXT}note": "_note",
    f"{TEXT}ruby": "_ruby",
    f"{TEXT}page-number": "_page_number",
    f"{TEXT}page-count": "_page_count",
    f"{TEXT}hidden-text": "_hidden_text",
    f"{TEXT}hidden-paragraph": "_nothing",
    f"{TEXT}change-start": "_change_begins",
    f"{TEXT}change-end": "_change_ends",
    f"{TEXT}change": "_change",
    f"{OFFICE}annotation": "_comment",
    f"{OFFICE}annotation-end": "_comment_ends",
    f"{DRAW}a": "_linked_frame",
    **dict.fromkeys((f"{DRAW}{name}" for name in ("frame", "custom-shape", "rect", "g", "ellipse")), "_frame"),
    **dict.fromkeys(
        (f"{TEXT}{name}" for name in ("alphabetical-index-mark", "user-index-mark", "toc-mark", "script")), "_nothing"
    ),
}
