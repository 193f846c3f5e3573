"""What stands in a paragraph of a Word document: text, links, changes, fields and pictures.

What is linted is the text as it will be when all tracked changes are accepted (ISO/IEC 29500-1, 17.13.5).
"""

import posixpath
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presslint.load import docx_symbols
from presslint.load.docx_drawing import Drawing
from presslint.load.docx_fields import NUMBER, Field
from presslint.load.ooxml_names import MC, M, R, W, chosen, value
from presslint.load.ooxml_numbering import Numbering
from presslint.load.ooxml_package import Relation
from presslint.load.ooxml_styles import Styles, looked
from presslint.load.xml_story import Look, Story
from presslint.load.xml_tree import too_deep
from presslint.model.release import MarkKind, TraceKind

_FORMATTING = frozenset(
    f"{W}{name}"
    for name in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange")
)
_NO_BREAK_HYPHEN = "\u2011"
_SOFT_HYPHEN = "\u00ad"
_R, _T, _RPR, _SDT = (f"{W}{name}" for name in ("r", "t", "rPr", "sdt"))
_LOOKS_CHANGED = f"{W}rPrChange"
_NESTED = 50  # fields in one another
ALTERNATE = f"{MC}AlternateContent"
_MOVE_TO = f"{W}moveTo"
# what kind of change it is, and whether its text is gone when it is accepted
CHANGED = {
    f"{W}ins": (TraceKind.INSERTION, False),
    f"{W}del": (TraceKind.DELETION, True),
    f"{W}moveFrom": (TraceKind.MOVE, True),
    _MOVE_TO: (TraceKind.MOVE, False),
}
COMMENT_MARKS = frozenset((f"{W}commentRangeStart", f"{W}commentRangeEnd"))
# element → method that reads it
_INLINE = {
    f"{W}hyperlink": "_link",
    f"{W}fldSimple": "_simple_field",
    _SDT: "_sdt",
    ALTERNATE: "_alternate",
    f"{M}oMath": "_math",
    f"{M}oMathPara": "_math",
    **dict.fromkeys(CHANGED, "changed"),
    **dict.fromkeys(COMMENT_MARKS, "anchor"),
    **dict.fromkeys((f"{W}{name}" for name in ("smartTag", "customXml", "dir", "bdo")), "inline"),
}
_RUN = {
    f"{W}delText": "_deleted_text",
    f"{W}tab": "_tab",
    f"{W}ptab": "_tab",
    f"{W}br": "_line_break",
    f"{W}cr": "_line_break",
    f"{W}noBreakHyphen": "_no_break_hyphen",
    f"{W}softHyphen": "_soft_hyphen",
    f"{W}sym": "_symbol",
    f"{W}pgNum": "_page_number",
    f"{W}footnoteReference": "_note",
    f"{W}endnoteReference": "_note",
    f"{W}commentReference": "_comment",
    f"{W}ruby": "_ruby",
    f"{W}drawing": "_drawing",
    f"{W}pict": "_drawing",
    f"{W}object": "_drawing",
    f"{W}fldChar": "_field_sign",
    f"{W}instrText": "_field_code",
    ALTERNATE: "_alternate_run",
}


class Settings(NamedTuple):
    """What the parts of a document share. ``where`` names a part beside the body: ``header``, ``footnote``.

    ``coloured`` says that the pages may have a colour or a picture behind the text.
    """

    styles: Styles
    numbering: Numbering
    relations: Mapping[str, Relation]
    where: str = ""
    coloured: bool = False


class Runs:
    """Reads what stands in paragraphs into a story.

    ``languages`` counts the characters of each language that runs name; ``cited`` are the notes in the order in which
    the text refers to them, ``comments`` the stretches that comments belong to. ``numbered`` and ``totalled`` say
    whether fields print pages and their number.
    """

    def __init__(self, story: Story, settings: Settings) -> None:
        self.story = story
        self.settings = settings
        self.languages: dict[str, int] = {}
        self.cited: list[tuple[str, str]] = []
        self.comments: dict[str, tuple[int, int]] = {}
        self.numbered = self.totalled = False
        self.fields: list[Field] = []
        self.boxes: list[Element] = []
        self.style = ""  # of the paragraph
        self.coloured = False  # the paragraph, or what it stands in, may have a colour behind it
        self._inline: dict[str, Callable[[Element], None]] = {tag: getattr(self, name) for tag, name in _INLINE.items()}
        self._run: dict[str, Callable[[Element, Look], None]] = {tag: getattr(self, name) for tag, name in _RUN.items()}
        self._gone: list[str] = []
        self._unseen: tuple[int, list[str]] | None = None

    def formatting(self, properties: Element) -> None:
        """Note the tracked changes of looks that properties hold."""
        for child in properties:
            if child.tag in _FORMATTING:
                self.trace(TraceKind.FORMATTING, "", child)

    def trace(self, kind: TraceKind, text: str, change: Element, start: int | None = None) -> None:
        """Note a tracked change with its author, at the text since ``start``, or at the place where the story is."""
        self.story.trace(kind, text, change.get(f"{W}author", ""), start, self.settings.where)

    def inline(self, parent: Element) -> None:
        """Read runs and what holds them."""
        for element in parent:
            tag = element.tag
            if tag == _R:
                self._read_run(element)
                continue
            handler = self._inline.get(tag)
            if handler is not None:
                handler(element)

    def _sdt(self, element: Element) -> None:
        content = element.find(f"{W}sdtContent")
        if content is not None:
            self.inline(content)

    def _link(self, element: Element) -> None:
        relation = self.settings.relations.get(element.get(f"{R}id", ""))
        target = relation.target if relation is not None and relation.external else ""
        anchor = element.get(f"{W}anchor", "")
        target = f"{target}#{anchor}" if anchor else target
        start = self.story.offset
        self.inline(element)
        if target:
            self.story.mark(MarkKind.LINK, start, target, element.get(f"{W}tooltip", ""))

    def _simple_field(self, element: Element) -> None:
        field = Field()
        field.code = element.get(f"{W}instr", "")
        self.fields.append(field)
        self._separate(field)
        self.inline(element)
        self._field_ends()

    def _math(self, element: Element) -> None:
        self._show("".join(part.text or "" for part in element.iter(f"{M}t")), self._look(None))

    def _alternate(self, element: Element) -> None:
        self.inline(chosen(element))

    def changed(self, element: Element, read: Callable[[Element], None] | None = None) -> None:
        """Read an insertion, a deletion or a move: what is gone is kept for its trace, and not shown."""
        kind, gone = CHANGED[element.tag]
        read = read or self.inline
        if self._gone and not gone:  # a part of what is deleted
            read(element)
            return
        start = self.story.offset
        before = len(self._gone)
        if gone:
            self._gone.append("")
            read(element)
            text = self._gone.pop()
            if before:
                self._gone[-1] += text
            elif text.strip():
                self.trace(kind, text, element)
            return
        read(element)
        shown = self.story.since(start)
        if shown.strip() and element.tag != _MOVE_TO:
            self.trace(kind, shown, element, start)

    def anchor(self, element: Element) -> None:
        """Note where a comment belongs."""
        name = element.get(f"{W}id", "")
        start, end = self.comments.get(name, (self.story.offset, self.story.offset))
        if element.tag == f"{W}commentRangeEnd":
            end = self.story.offset
        self.comments[name] = (start, max(start, end))

    # ---- runs

    def _read_run(self, run: Element) -> None:
        properties = run.find(f"{W}rPr")
        look = self._look(properties)
        if properties is not None and properties.find(_LOOKS_CHANGED) is not None:
            self.formatting(properties)
        for element in run:
            tag = element.tag
            if tag == _T:
                self._show(element.text or "", look)
            elif tag != _RPR:
                handler = self._run.get(tag)
                if handler is not None:
                    handler(element, look)

    def _look(self, properties: Element | None) -> Look:
        styles = self.settings.styles
        name = (value(properties, "rStyle") or "") if properties is not None else ""
        look = styles.look(self.style, name)
        return look if properties is None else looked(look, properties)

    def _show(self, text: str, look: Look) -> None:
        if not text:
            return
        if self._gone:
            self._gone[-1] += text
            return
        for field in self.fields:
            if field.hides:
                self._number(field)
                return
        if look.hidden or (look.white and self._is_bare(look)):
            if self._unseen is None or self._unseen[0] != self.story.offset:
                self.flush_unseen()
                self._unseen = (self.story.offset, [])
            self._unseen[1].append(text)
            return
        if look.language:
            self.languages[look.language] = self.languages.get(look.language, 0) + len(text)
        self.story.text(text, strong=look.bold)

    def _is_bare(self, look: Look) -> bool:
        """Tell whether nothing but the paper is behind the text, as far as that can be told."""
        return not (look.shaded or self.coloured or self.settings.coloured or self.settings.where)

    def flush_unseen(self) -> None:
        """Note the hidden text so far: what comes next does not belong to it."""
        if self._unseen is not None:
            offset, parts = self._unseen
            text = "".join(parts)
            if text.strip():
                self.story.hide(text, offset, self.settings.where)
            self._unseen = None

    def _number(self, field: Field) -> None:
        """Note a number that the program prints; one sign stands for it, whatever it was when the file was saved."""
        if field.shown and not field.told and (field.is_page or field.is_total):
            field.told = True
            self.story.text(NUMBER)

    def _deleted_text(self, element: Element, _look: Look) -> None:
        if self._gone:
            self._gone[-1] += element.text or ""

    def _tab(self, _element: Element, look: Look) -> None:
        self._show("\t", look)

    def _line_break(self, _element: Element, look: Look) -> None:
        if self._gone:
            self._gone[-1] += " "
        elif not look.hidden and not any(field.hides for field in self.fields):
            self.story.line_break()

    def _no_break_hyphen(self, _element: Element, look: Look) -> None:
        self._show(_NO_BREAK_HYPHEN, look)

    def _soft_hyphen(self, _element: Element, look: Look) -> None:
        self._show(_SOFT_HYPHEN, look)

    def _symbol(self, element: Element, look: Look) -> None:
        self._show(docx_symbols.shown(element.get(f"{W}font", ""), element.get(f"{W}char", "")), look)

    def _page_number(self, _element: Element, _look: Look) -> None:
        self.numbered = True
        self.story.text(NUMBER)

    def _note(self, element: Element, look: Look) -> None:
        if not self._gone and not look.hidden:
            kind = "footnote" if element.tag == f"{W}footnoteReference" else "endnote"
            self.cited.append((kind, element.get(f"{W}id", "")))

    def _comment(self, element: Element, _look: Look) -> None:
        self.anchor(element)

    def _ruby(self, element: Element, _look: Look) -> None:
        base = element.find(f"{W}rubyBase")
        if base is not None:
            self.inline(base)

    def _alternate_run(self, element: Element, look: Look) -> None:
        for part in chosen(element):
            handler = self._run.get(part.tag)
            if handler is not None:
                handler(part, look)

    def _drawing(self, element: Element, look: Look) -> None:
        if self._gone or look.vanish:
            return
        drawing = Drawing.of(element)
        self.boxes += drawing.boxes
        if drawing.watermark:
            self.story.trace(TraceKind.WATERMARK, drawing.watermark, where=self.settings.where)
        self.story.images += drawing.is_image
        if drawing.is_image and not drawing.decorative:
            part = self.settings.relations.get(drawing.relation)
            name = posixpath.basename(part.target) if part is not None else "image"
            self.story.mark(MarkKind.IMAGE, self.story.offset, name, drawing.alt)

    # ---- fields

    def _field_sign(self, element: Element, _look: Look) -> None:
        what = element.get(f"{W}fldCharType", "")
        if what == "begin":
            if len(self.fields) >= _NESTED:
                raise too_deep()
            self.fields.append(Field())
        elif what == "separate" and self.fields:
            self._separate(self.fields[-1])
        elif what == "end" and self.fields:
            self._field_ends()

    def _field_code(self, element: Element, _look: Look) -> None:
        if self.fields and not self.fields[-1].shown:
            self.fields[-1].code += (element.text or "")[:2000]

    def _separate(self, field: Field) -> None:
        field.settle(self.story.offset)
        self.numbered = self.numbered or field.is_page
        self.totalled = self.totalled or field.is_total

    def _field_ends(self) -> None:
        field = self.fields.pop()
        if not field.shown:
            self._separate(field)
            if not self._gone and not any(outer.hides for outer in self.fields):
                self._number(field)
                self.story.text(field.label)
        if field.target and not self._gone:
            self.story.mark(MarkKind.LINK, field.start, field.target)


def words(element: Element) -> list[str]:
    """Return the texts in an element, those that are deleted too."""
    return [part.text for part in element.iter() if part.tag in (_T, f"{W}delText") and part.text]
