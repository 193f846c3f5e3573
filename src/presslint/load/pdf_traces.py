"""What travels with a PDF beside its text: annotations, attachments, the outline, and text that nobody sees."""

from ctypes import byref, create_string_buffer
from itertools import groupby
from typing import Any, NamedTuple

from pypdfium2 import raw as pdfium

from presslint.load.pdf_glyphs import Chunk, Frame
from presslint.model.release import Trace, TraceKind

_LONGEST = 500
_MOST = 500  # annotations of a page, attachments, entries of the outline
_DEEPEST = 8
_WATERMARK = 24.0  # points: smaller slanted text is a file number in the margin
# ISO 32000-1, table 169; links are marks, a popup belongs to its parent, a widget is a field of a form
_SUBTYPES = {
    pdfium.FPDF_ANNOT_TEXT: "Text",
    pdfium.FPDF_ANNOT_FREETEXT: "FreeText",
    pdfium.FPDF_ANNOT_LINE: "Line",
    pdfium.FPDF_ANNOT_SQUARE: "Square",
    pdfium.FPDF_ANNOT_CIRCLE: "Circle",
    pdfium.FPDF_ANNOT_POLYGON: "Polygon",
    pdfium.FPDF_ANNOT_POLYLINE: "PolyLine",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "Highlight",
    pdfium.FPDF_ANNOT_UNDERLINE: "Underline",
    pdfium.FPDF_ANNOT_SQUIGGLY: "Squiggly",
    pdfium.FPDF_ANNOT_STRIKEOUT: "StrikeOut",
    pdfium.FPDF_ANNOT_STAMP: "Stamp",
    pdfium.FPDF_ANNOT_CARET: "Caret",
    pdfium.FPDF_ANNOT_INK: "Ink",
    pdfium.FPDF_ANNOT_FILEATTACHMENT: "FileAttachment",
    pdfium.FPDF_ANNOT_SOUND: "Sound",
    pdfium.FPDF_ANNOT_MOVIE: "Movie",
    pdfium.FPDF_ANNOT_SCREEN: "Screen",
    pdfium.FPDF_ANNOT_WATERMARK: "Watermark",
    pdfium.FPDF_ANNOT_THREED: "3D",
    pdfium.FPDF_ANNOT_RICHMEDIA: "RichMedia",
    pdfium.FPDF_ANNOT_REDACT: "Redact",
}
_KINDS = {"FileAttachment": TraceKind.ATTACHMENT, "Watermark": TraceKind.WATERMARK}
_UNSEEN = {"covered": TraceKind.COVERED, "layer": TraceKind.LAYER}

Box = tuple[float, float, float, float]


class Unseen(NamedTuple):
    """Text of a page that is no part of what people read, and why; ``text`` where that is a part of a chunk only."""

    why: str
    chunk: Chunk
    text: str = ""


class Boxed(NamedTuple):
    """A trace that lies on a rectangle of its page: left, low, right, high."""

    trace: Trace
    box: Box


def unseen(found: list[Unseen], page: int) -> list[Trace]:
    """Return the text of a page that nobody sees as traces, what follows one another in one.

    ``where`` is the reason for hidden text (``invisible``, ``white``, ``tiny``, ``transparent``, ``outside``), and the
    name of the layer for text on a layer that is off.
    """
    traces = []
    for (kind, where), group in groupby(found, key=_kind):
        text = " ".join(one.text or one.chunk.text for one in group)
        traces.append(Trace(kind, text[:_LONGEST], "", None, where, page))
    return traces


def _kind(one: Unseen) -> tuple[TraceKind, str]:
    look = one.chunk.look
    if one.why == "slanted":
        marked = look.size >= _WATERMARK and one.chunk.slant % 90 != 0
        return (TraceKind.WATERMARK if marked else TraceKind.MARGIN), ""
    return _UNSEEN.get(one.why, TraceKind.HIDDEN), look.layer if one.why == "layer" else one.why


def annotations(page: Any, frame: Frame, number: int) -> list[Boxed]:
    """Return the annotations of a page; ``where`` of their traces begins with their subtype."""
    found = []
    box = pdfium.FS_RECTF()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        name = _SUBTYPES.get(pdfium.FPDFAnnot_GetSubtype(annotation))
        if name is not None:
            kind = _KINDS.get(name, TraceKind.ANNOTATION)
            text, author = _value(annotation, b"Contents"), _value(annotation, b"T")
            trace = Trace(kind, text, author, None, f"{name} on page {number}", number)
            shown = pdfium.FPDFAnnot_GetRect(annotation, byref(box))
            edges = (box.left, box.bottom, box.right, box.top) if shown else (0.0, 0.0, 0.0, 0.0)
            found.append(Boxed(trace, frame.box(*edges)))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _value(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= 1_000_000:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return _text(bytes(buffer)[: length - 2])


def _text(raw: bytes) -> str:
    text = raw.decode("utf-16-le", "replace")
    return "".join(char if char.isprintable() else " " for char in text).strip()[:_LONGEST]


def attachments(document: Any) -> list[Trace]:
    """Return the files that are embedded in a document, by their names."""
    traces = []
    for index in range(min(pdfium.FPDFDoc_GetAttachmentCount(document), _MOST)):
        attachment = pdfium.FPDFDoc_GetAttachment(document, index)
        if attachment:
            length = pdfium.FPDFAttachment_GetName(attachment, None, 0)
            buffer = (pdfium.FPDF_WCHAR * (max(min(length, 4000), 2) // 2))()
            pdfium.FPDFAttachment_GetName(attachment, buffer, len(buffer) * 2)
            traces.append(Trace(TraceKind.ATTACHMENT, _text(bytes(buffer)[:-2]), where="attachments"))
    return traces


def bookmarks(document: Any, lines: frozenset[str]) -> list[Trace]:
    """Return the entries of the outline.

    ``where`` is ``heading`` for an entry that repeats a line of the text (``lines``, folded), else ``outline``.
    """
    traces: list[Trace] = []
    _walk(document, pdfium.FPDFBookmark_GetFirstChild(document, None), lines, traces, 1)
    return traces


def _walk(document: Any, bookmark: Any, lines: frozenset[str], traces: list[Trace], depth: int) -> None:
    while bookmark and len(traces) < _MOST:
        buffer = create_string_buffer(2 * _LONGEST)
        length = pdfium.FPDFBookmark_GetTitle(bookmark, buffer, 2 * _LONGEST)
        text = _text(buffer.raw[: max(min(length, 2 * _LONGEST) - 2, 0)])
        target = pdfium.FPDFBookmark_GetDest(document, bookmark)
        page = pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
        where = "heading" if folded(text) in lines else "outline"
        traces.append(Trace(TraceKind.BOOKMARK, text, where=where, page=page + 1 if page >= 0 else None))
        if depth < _DEEPEST:
            _walk(document, pdfium.FPDFBookmark_GetFirstChild(document, bookmark), lines, traces, depth + 1)
        bookmark = pdfium.FPDFBookmark_GetNextSibling(document, bookmark)


def folded(text: str) -> str:
    """Return a text without white space and case."""
    return "".join(text.split()).casefold()
