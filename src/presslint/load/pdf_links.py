"""Links of a PDF: annotations with an address, over the characters they lie on."""

from ctypes import byref, c_int, create_string_buffer
from typing import Any, NamedTuple

from pypdfium2 import raw as pdfium

from presslint.load.drafts import RawMark
from presslint.load.pdf_glyphs import Frame
from presslint.load.pdf_layout import TextLine
from presslint.model.release import MarkKind
from presslint.text.span import SourceSpan

_MOST = 500  # areas of a page
_COMPARED = 100_000  # areas and lines
_LONGEST = 4000


class Area(NamedTuple):
    """A rectangle of a page (left, low, right, high) that leads to an address."""

    target: str
    box: tuple[float, float, float, float]


def areas(document: Any, page: Any, frame: Frame) -> list[Area]:
    """Return the areas of a page that lead to an address outside of the document."""
    found: list[Area] = []
    place, link, box = c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(found) < _MOST and pdfium.FPDFLink_Enumerate(page, byref(place), byref(link)):
        target = _address(document, pdfium.FPDFLink_GetAction(link))
        if target and pdfium.FPDFLink_GetAnnotRect(link, byref(box)):
            found.append(Area(target, frame.box(box.left, box.bottom, box.right, box.top)))
    return found


def _address(document: Any, action: Any) -> str:
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    raw = buffer.raw[: length - 1]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    return "".join(text.split("\0")).strip()


def marks(found: list[Area], lines: list[tuple[TextLine, int]], text: str) -> list[RawMark]:
    """Return the links over the text of one page; ``lines`` have the place of each line in ``text``.

    Areas with the same address and nothing but white space between them are one link.
    """
    result: list[RawMark] = []
    found = found[: _COMPARED // max(len(lines), 1)]
    for span, target in sorted((span, area.target) for area in found for span in covered(area.box, lines)):
        last = result[-1] if result else None
        if last is not None and last.target == target and not text[last.at.end : span.start].strip():
            whole = SourceSpan(last.at.start, max(last.at.end, span.end))
            result[-1] = last._replace(at=whole, shown=whole)
        elif last is None or span.start >= last.at.end:
            result.append(RawMark(MarkKind.LINK, span, span, target))
    return [_named(mark, text) for mark in result]


def _named(mark: RawMark, text: str) -> RawMark:
    shown = "".join(text[mark.at.start : mark.at.end].split())
    return mark._replace(kind=MarkKind.AUTOLINK) if shown == mark.target else mark


def covered(box: tuple[float, float, float, float], lines: list[tuple[TextLine, int]]) -> list[SourceSpan]:
    """Return the stretches of text whose characters have their middle in a rectangle, one for each line."""
    first, low, last, high = box
    spans = []
    for line, start in lines:
        if not low <= line.base + 0.3 * line.size <= high:
            continue
        place = start
        for cell in line.cells:
            inside = [
                index
                for index, (left, right) in enumerate(zip(cell.lefts, cell.rights, strict=True))
                if first <= (left + right) / 2 <= last
            ]
            if inside:
                span = SourceSpan(place + inside[0], place + inside[-1] + 1)
                spans.append(span)
            place += len(cell.chars) + 1
    return spans


def broken_addresses(links: list[RawMark], text: str) -> frozenset[int]:
    """Return the places of the line ends amid an address that is a link: no blank belongs there."""
    places: set[int] = set()
    for link in links:
        shown = text[link.at.start : link.at.end]
        if "\n" in shown and " " not in shown and ("/" in shown or "@" in shown):
            places.update(link.at.start + index for index, char in enumerate(shown) if char == "\n")
    return frozenset(places)
