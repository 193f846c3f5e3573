"""A PDF as a release: pages, prose, and what travels with them."""

from typing import Any, NamedTuple

from pypdfium2 import raw as pdfium

from presslint.load import pdf_layout, pdf_limits, pdf_links, pdf_margins, pdf_open
from presslint.load.assembly import assemble
from presslint.load.drafts import RawMark
from presslint.load.pdf_blocks import Placed, drafts_of, setting
from presslint.load.pdf_drawn import Drawing, drawing_of
from presslint.load.pdf_fields import fields_of
from presslint.load.pdf_glyphs import Chunk, Frame, PageText, Reader
from presslint.load.pdf_layout import TextLine
from presslint.load.pdf_seams import Wording
from presslint.load.pdf_structure import Structure
from presslint.load.pdf_traces import Boxed, Unseen, annotations, attachments, bookmarks, folded, unseen
from presslint.model.release import Field, Page, Paging, Release, Trace, TraceKind
from presslint.model.source import Source
from presslint.text.span import SourceSpan
from presslint.text.words import Vocabulary

_PICTURED = 0.5  # the share of a page that a scan covers at least
_FEW = 50  # characters: a page with fewer has no text


class _Sheet(NamedTuple):
    """What was read of one page."""

    lines: list[TextLine]
    height: float
    areas: list[pdf_links.Area]
    annotations: list[Boxed]
    unseen: list[Unseen]
    pictured: float
    characters: int
    unmapped: int
    recognised: bool


class _Document(NamedTuple):
    sheets: list[_Sheet]
    fields: tuple[Field, ...]
    traces: list[Trace]


def read(source: Source) -> Release:
    """Read a PDF whose library is there. Raises LoadError."""
    structure = Structure(source.data)
    pdf_limits.refuse(structure)
    with pdf_open.opened(source.data) as document:
        found = _document(document, structure)
    return _release(source, found)


def _document(document: Any, structure: Structure) -> _Document:
    reader = Reader()
    off = structure.layers_off()
    sheets: list[_Sheet] = []
    left = pdf_open.MOST_CHARACTERS
    pieces = pdf_open.MOST_PIECES
    for index in range(pdfium.FPDF_GetPageCount(document)):
        with pdf_open.page_of(document, index) as (page, text):
            left -= max(pdfium.FPDFText_CountChars(text), 0)
            if left < 0:
                raise pdf_open.too_much(f"{pdf_open.MOST_CHARACTERS} characters", f"{pdf_open.MOST_CHARACTERS} Zeichen")
            content = reader.read(text, Frame(page))
            pieces -= len(content.chunks)
            if pieces < 0:
                raise pdf_open.too_much("20,000 pieces of text", "20.000 Textstücke")
            sheets.append(_sheet(document, page, content, off, index + 1))
    lines = frozenset(folded(line.text) for sheet in sheets for line in sheet.lines)
    traces = attachments(document) + bookmarks(document, lines)
    return _Document(sheets, fields_of(document, structure), traces)


def _sheet(document: Any, page: Any, content: PageText, off: frozenset[str], number: int) -> _Sheet:
    frame = Frame(page)
    drawing = drawing_of(page, frame)
    pictured = drawing.pictured(frame)
    shown: list[Chunk] = []
    hidden: list[Unseen] = []
    for chunk in content.chunks:
        why = _why_unseen(chunk, frame, drawing, off, scanned=pictured >= _PICTURED)
        if why:
            hidden.append(Unseen(why, chunk))
            continue
        if not chunk.slant and pictured < _PICTURED and (under := drawing.blackened(chunk)):
            hidden.append(Unseen("covered", chunk, under))
        shown.append(chunk)
    return _Sheet(
        lines=pdf_layout.read(shown),
        height=frame.height,
        areas=pdf_links.areas(document, page, frame),
        annotations=annotations(page, frame, number),
        unseen=hidden,
        pictured=pictured,
        characters=content.characters,
        unmapped=content.unmapped,
        recognised=bool(shown) and pictured >= _PICTURED and all(chunk.look.faint == "invisible" for chunk in shown),
    )


def _why_unseen(chunk: Chunk, frame: Frame, drawing: Drawing, off: frozenset[str], *, scanned: bool) -> str:
    """Return why a chunk is no text for a reader, or nothing. Invisible text over a scan is what was recognised."""
    look = chunk.look
    if look.layer and look.layer in off:
        return "layer"
    if chunk.slant:
        return "slanted"
    middle = (chunk.left + chunk.right) / 2
    if not (0 <= middle <= frame.width and 0 <= chunk.base <= frame.height):
        return "outside"
    if scanned or not look.faint:
        return "" if scanned or not drawing.covers(chunk) else "covered"
    return "" if look.faint == "white" and drawing.darkens(chunk) else look.faint


class _Text:
    """Collects ``Source.text`` line by line, and where each line is in it."""

    __slots__ = ("_length", "_parts", "body", "pages", "places")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.pages: list[Page] = []
        self.body: list[Placed] = []
        self.places: list[list[tuple[TextLine, int]]] = []

    @property
    def text(self) -> str:
        return "\n".join(self._parts)

    def add(self, number: int, sheet: _Sheet, margins: pdf_margins.Margins) -> None:
        """Add a page: the lines of its upper margin, its text, the lines of its lower margin."""
        start = self._length
        places = []
        for group in margins:
            for line in group:
                places.append((line, self._length))
                if group is margins.body:
                    self.body.append(Placed(line, self._length, number - 1))
                self._parts.append(line.text)
                self._length += len(self._parts[-1]) + 1
        if not places:
            self._parts.append("")
            self._length += 1
        self.places.append(places)
        at = SourceSpan(start, self._length - 1)
        top, bottom = (tuple(line.text for line in group) for group in (margins.top, margins.bottom))
        page = Page(number, at, top, bottom, sheet.pictured, sheet.characters, sheet.unmapped, sheet.recognised)
        self.pages.append(page)


def _release(source: Source, found: _Document) -> Release:
    margins = pdf_margins.part([pdf_margins.Sheet(sheet.lines, sheet.height) for sheet in found.sheets])
    collected = _Text()
    for number, (sheet, parts) in enumerate(zip(found.sheets, margins, strict=True), 1):
        collected.add(number, sheet, parts)
    text = collected.text
    marks: list[RawMark] = []
    traces: list[Trace] = []
    for page, sheet, places in zip(collected.pages, found.sheets, collected.places, strict=True):
        marks += pdf_links.marks(sheet.areas, places, text)
        if page.characters < _FEW and page.pictured >= _PICTURED:
            traces.append(Trace(TraceKind.IMAGE, where=f"page {page.number}", page=page.number))
        traces += unseen(sheet.unseen, page.number) + [_located(boxed, places) for boxed in sheet.annotations]
    wording = Wording(Vocabulary(text), _language(text), pdf_links.broken_addresses(marks, text))
    set_ = setting(collected.body, wording)
    source = source._replace(text=text, derived=True, encoding="utf-8")
    release = assemble(source, "pdf", drafts_of(collected.body, set_), marks=marks, fields=found.fields)
    paging = Paging(
        total=len(collected.pages), certain=True, pages=tuple(collected.pages), margins=_margins(collected.pages)
    )
    # what a scan lacks may be on the picture
    cover = sum(page.characters for page in collected.pages) < _FEW
    return release._replace(traces=(*traces, *found.traces), paging=paging, cover=cover)


def _located(boxed: Boxed, places: list[tuple[TextLine, int]]) -> Trace:
    """Return an annotation with the text that it lies on."""
    spans = pdf_links.covered(boxed.box, places)
    at = SourceSpan(min(spans).start, max(span.end for span in spans)) if spans else None
    return boxed.trace._replace(at=at)


def _language(text: str) -> str:
    """Return whether a text is English or not, which decides what hyphens at line ends are for."""
    words = text.split()
    return "en" if words.count("the") > words.count("die") + words.count("der") else "de"


def _margins(pages: list[Page]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for page in pages for line in (*page.top, *page.bottom)))
