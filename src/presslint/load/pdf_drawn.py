"""What a page of a PDF draws beside its text: pictures, and the boxes that lie under or over words."""

from ctypes import addressof, byref, c_float, c_int, c_uint
from typing import Any, NamedTuple

from pypdfium2 import raw as pdfium

from presslint.load.pdf_glyphs import Chunk, Frame

_MOST = 20_000  # objects of a page that are looked at
_BOXES = 500  # pictures and boxes of a page
_DEEPEST = 6
_OPAQUE = 230  # of 255
_WHITE = 245
_THICK = 3.0  # points: what is thinner is a rule
_WORD = 3  # characters that are blacked out at least, if they are only a part of a line
BAR = "\u2588"
_GRID = 20  # fields across a page, to measure how much of it is covered


class Shape(NamedTuple):
    """A picture or a filled path. ``order`` counts what is drawn from the bottom up; ``dark`` is what white needs."""

    order: int
    picture: bool
    dark: bool
    left: float
    low: float
    right: float
    high: float


class Drawing(NamedTuple):
    """The shapes of a page, and when each of its pieces of text is drawn, by address."""

    shapes: list[Shape]
    orders: dict[int, int]
    counted: list[int]

    def covers(self, chunk: Chunk) -> bool:
        """Tell whether a filled box or a picture drawn later lies on a chunk."""
        order = self.orders.get(chunk.look.address)
        return order is not None and any(shape.order > order and _holds(shape, chunk) for shape in self.shapes)

    def blackened(self, chunk: Chunk) -> str:
        """Take the characters of a chunk that boxes drawn later hide out of it, and return them.

        Where some words of a line are blacked out, people read a black bar: ``BAR`` for each character.
        """
        order = self.orders.get(chunk.look.address)
        if order is None:
            return ""
        boxes = [
            shape
            for shape in self.shapes
            if shape.order > order and not shape.picture and _is_level(shape, chunk) and shape.left < chunk.right
        ]
        under = [
            any(box.left - 1 <= left and right - 1 <= box.right for box in boxes)
            for left, right in zip(chunk.lefts, chunk.rights, strict=True)
        ]
        if not boxes or sum(under) < _WORD or all(under):
            return ""
        text = "".join(char if hides else " " for char, hides in zip(chunk.chars, under, strict=True))
        chunk.chars = [BAR if hides else char for char, hides in zip(chunk.chars, under, strict=True)]
        return " ".join(text.split())

    def darkens(self, chunk: Chunk) -> bool:
        """Tell whether something that is not white lies under a chunk."""
        order = self.orders.get(chunk.look.address, _MOST)
        return any(shape.order < order and shape.dark and _holds(shape, chunk) for shape in self.shapes)

    def pictured(self, frame: Frame) -> float:
        """Return the share of the page that pictures cover."""
        wide, high = frame.width / _GRID, frame.height / _GRID
        pictures = [shape for shape in self.shapes if shape.picture]
        if not pictures or wide <= 0 or high <= 0:
            return 0.0
        fields = ((column + 0.5, row + 0.5) for column in range(_GRID) for row in range(_GRID))
        filled = sum(
            any(one.left <= x * wide <= one.right and one.low <= y * high <= one.high for one in pictures)
            for x, y in fields
        )
        return filled / _GRID**2


def _is_level(shape: Shape, chunk: Chunk) -> bool:
    middle = chunk.base + 0.3 * chunk.size
    return shape.low <= middle <= shape.high and shape.high - shape.low > 0.5 * chunk.size


def _holds(shape: Shape, chunk: Chunk) -> bool:
    return _is_level(shape, chunk) and shape.left <= chunk.left + 1 and chunk.right - 1 <= shape.right


def drawing_of(page: Any, frame: Frame) -> Drawing:
    """Look at what a page draws; of a page with more than 20,000 objects, at the first of them."""
    drawing = Drawing([], {}, [0])
    count = pdfium.FPDFPage_CountObjects(page)
    _add(drawing, frame, page, pdfium.FPDFPage_GetObject, count, ())
    return drawing


_Matrix = tuple[float, float, float, float, float, float]


def _add(drawing: Drawing, frame: Frame, parent: Any, get: Any, count: int, matrices: tuple[_Matrix, ...]) -> None:
    for index in range(count):
        if drawing.counted[0] >= _MOST:
            return
        drawing.counted[0] += 1
        drawn = get(parent, index)
        if not drawn:
            continue
        kind = pdfium.FPDFPageObj_GetType(drawn)
        order = drawing.counted[0]
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            drawing.orders[addressof(drawn.contents)] = order
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(matrices) < _DEEPEST:
            inner = pdfium.FPDFFormObj_CountObjects(drawn)
            _add(drawing, frame, drawn, pdfium.FPDFFormObj_GetObject, max(inner, 0), (_matrix(drawn), *matrices))
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            shape = _shape(drawn, kind == pdfium.FPDF_PAGEOBJ_IMAGE, order, frame, matrices)
            if shape is not None and len(drawing.shapes) < _BOXES:
                drawing.shapes.append(shape)


def _matrix(drawn: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, byref(found)):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _shape(
    drawn: Any,
    picture: bool,  # noqa: FBT001 - one of two kinds of objects
    order: int,
    frame: Frame,
    matrices: tuple[_Matrix, ...],
) -> Shape | None:
    dark = True
    if not picture:
        filled = _fill(drawn)
        if filled is None:
            return None
        dark = filled
    edges = [c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(drawn, *map(byref, edges)):
        return None
    left, low, right, high = (edge.value for edge in edges)
    corners = [(left, low), (left, high), (right, low), (right, high)]
    for a, b, c, d, e, f in matrices:
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
    box = frame.box(
        min(x for x, _ in corners),
        min(y for _, y in corners),
        max(x for x, _ in corners),
        max(y for _, y in corners),
    )
    return Shape(order, picture, dark, *box) if box[2] - box[0] > _THICK and box[3] - box[1] > _THICK else None


def _fill(drawn: Any) -> bool | None:
    """Return whether a path is filled with more than white; None where it is not filled or lets things through."""
    mode, stroke = c_int(), pdfium.FPDF_BOOL()
    if not pdfium.FPDFPath_GetDrawMode(drawn, byref(mode), byref(stroke)) or not mode.value:
        return None
    if not 4 <= pdfium.FPDFPath_CountSegments(drawn) <= 12 or pdfium.FPDFPageObj_HasTransparency(drawn):
        return None  # a box, not a drawing
    parts = [c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(drawn, *map(byref, parts)):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    return min(red, green, blue) < _WHITE if alpha >= _OPAQUE else None
