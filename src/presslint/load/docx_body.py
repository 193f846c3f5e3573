"""The body of a Word document, its notes and margins: from elements to paragraphs, marks and traces.

What is linted is the text as it will be when all tracked changes are accepted (ISO/IEC 29500-1, 17.13.5).
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from presslint.load.docx_runs import ALTERNATE, CHANGED, COMMENT_MARKS, Runs, Settings, words
from presslint.load.ooxml_names import W, chosen, number, value
from presslint.load.ooxml_styles import is_shaded, outline
from presslint.load.xml_story import Cell, Paragraph, Story
from presslint.model.release import BlockKind, TraceKind, Zone


class Walker(Runs):
    """Reads paragraphs, tables and text boxes into a story; ``zone`` is that of all paragraphs, where it is known."""

    def __init__(self, story: Story, settings: Settings) -> None:
        super().__init__(story, settings)
        self.zone = Zone.UNKNOWN
        self._boxed = 0
        self._cell: Cell | None = None
        self._tables = self._rows = self._cells = 0
        self._apart = False

    def blocks(self, elements: Iterable[Element]) -> None:
        """Read paragraphs, tables, and what holds them."""
        for element in elements:
            tag = element.tag
            if tag == _P:
                self._paragraph(element)
            elif tag == _TBL:
                self._table(element)
            elif tag == _SDT:
                content = element.find(f"{W}sdtContent")
                self.blocks(content if content is not None else ())
            elif tag in CHANGED:
                self.changed(element, self.blocks)
            elif tag == ALTERNATE:
                self.blocks(chosen(element))
            elif tag in COMMENT_MARKS:
                self.anchor(element)
            elif tag in _HOLDERS:
                self.blocks(element)

    def end(self) -> None:
        """Say that the part has ended: a field that has begun in it ends too."""
        self.fields.clear()

    def _paragraph(self, element: Element) -> None:
        properties = element.find(f"{W}pPr")
        paragraph = self._opened(properties)
        self.inline(element)
        self.flush_unseen()
        self.story.close()
        # the code of a field that does not end in its paragraph would swallow all that follows
        self.fields = [field for field in self.fields if field.shown]
        if properties is not None:
            self._mark_of(properties, paragraph)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self._box(box)

    def _opened(self, properties: Element | None) -> Paragraph:
        styles = self.settings.styles
        self.style = style = (value(properties, "pStyle") or "") if properties is not None else ""
        shape = styles.shape(style)
        level, list_, depth = shape.level, shape.list_, shape.depth
        self.coloured = shape.shaded or self._boxed > 0
        if properties is not None:
            self.coloured = self.coloured or is_shaded(properties)
            told = outline(properties)
            level = level if told < 0 else told
            numbering = properties.find(f"{W}numPr")
            if numbering is not None:
                list_ = value(numbering, "numId") or list_
                depth = number(value(numbering, "ilvl")) if value(numbering, "ilvl") is not None else depth
        listed = list_ not in ("", "0")
        kind = BlockKind.HEADING if level else BlockKind.ITEM if listed else BlockKind.PARAGRAPH
        level = level or (min(depth, 8) + 1 if listed else 0)
        zone = self.zone if self.zone is not Zone.UNKNOWN or level else shape.zone
        paragraph = self.story.open(kind, level, cell=self._cell, zone=zone)
        paragraph.apart, self._apart = self._apart, False
        before = self.settings.numbering.next(list_, depth) if listed else ""
        if before:
            self.story.text(f"{before} ", strong=self.settings.styles.look(self.style, "").bold)
        return paragraph

    def _mark_of(self, properties: Element, paragraph: Paragraph) -> None:
        """Read what is said of the sign that ends a paragraph."""
        mark = properties.find(f"{W}rPr")
        if mark is not None:
            deleted = mark.find(f"{W}del")
            if deleted is not None:
                paragraph.joined = True
                self.trace(TraceKind.DELETION, "¶", deleted)
            inserted = mark.find(f"{W}ins")
            if inserted is not None:
                self.trace(TraceKind.INSERTION, "", inserted)
            self.formatting(mark)
        self.formatting(properties)

    def _box(self, box: Element) -> None:
        """Read a text box behind the paragraph that it is anchored in."""
        outer = self._cell, self.fields
        self._cell, self.fields = None, []
        self._boxed += 1
        self._apart = True
        self.blocks(box)
        self._boxed -= 1
        self._cell, self.fields = outer
        self._apart = True

    def _table(self, table: Element) -> None:
        rows = [row for row in _inside(table, _TR) if not self._is_deleted(row)]
        cells = [list(_inside(row, _TC)) for row in rows]
        outer = self._cell
        # a table of one row or column lays out a page, and so does one with another in it
        layout = len(rows) < 2 or max(map(len, cells), default=0) < 2 or next(_others(table), None) is not None
        self._tables += 1
        table_number = self._tables
        self._boxed += 1  # its style may colour it: what stands on a colour can be white
        for row, found in zip(rows, cells, strict=True):
            self._rows += 1
            row_number = self._rows
            self._row_change(row)
            for cell in found:
                self._cells += 1
                self._cell = None if layout else Cell(table_number, row_number, self._cells)
                self._apart = self._apart or layout
                self.blocks(cell)
        self._boxed -= 1
        self._cell = outer
        self._apart = self._apart or layout

    def _is_deleted(self, row: Element) -> bool:
        change = row.find(f"{W}trPr/{W}del")
        if change is None:
            return False
        self.trace(TraceKind.DELETION, " ".join(words(row)), change)
        return True

    def _row_change(self, row: Element) -> None:
        properties = row.find(f"{W}trPr")
        if properties is not None:
            inserted = properties.find(f"{W}ins")
            if inserted is not None:
                self.trace(TraceKind.INSERTION, "", inserted)
            self.formatting(properties)


def _inside(parent: Element, tag: str) -> Iterable[Element]:
    """Yield the rows of a table or the cells of a row, those in controls for their content too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (_SDT, f"{W}sdtContent", f"{W}customXml"):
            yield from _inside(child, tag)


def _others(table: Element) -> Iterator[Element]:
    return (other for other in table.iter(_TBL) if other is not table)


_P, _TBL, _TR, _TC, _SDT = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc", "sdt"))
_HOLDERS = frozenset(f"{W}{name}" for name in ("customXml", "smartTag", "txbxContent", "body", "footnote", "endnote"))
