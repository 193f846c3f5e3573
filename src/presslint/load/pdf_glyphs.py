"""The characters of a PDF page with their boxes, as chunks: stretches of one line without a wide gap."""

from ctypes import addressof, byref, c_double, c_float, c_uint, create_string_buffer
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any, NamedTuple

from pypdfium2 import raw as pdfium

from presslint.text.lazy import regex

_BOLD = regex(r"bold|black|heavy|semibd|demi\b", 2)
_RAISED = {48 + digit: sign for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
# gaps in multiples of the size of the letters: what parts two chunks, and what parts two words without a blank
_WIDE, _WORD = 1.5, 0.5
_NARROW = 0.12  # between two words of a line whose letters touch
_UNKNOWN = "\ufffd"
_HYPHEN = 2  # what PDFium makes of a hyphen at the end of a line
_NO_INK = frozenset((3, 7))  # text rendering modes (ISO 32000-1, table 106): invisible, and for clipping only
_TINY = 2.0  # points
_PALE = 245  # of 255 in each colour: white on white paper


class Look(NamedTuple):
    """How a piece of text is drawn.

    ``size`` is the size on the page in points; ``faint`` says why nobody sees it, ``turn`` is the direction of its
    lines in degrees, against the clock; ``address`` tells the object of the page that draws it.
    """

    size: float
    bold: bool = False
    faint: str = ""
    layer: str = ""
    turn: float = 0.0
    address: int = 0


class Chunk:
    """Characters that follow one another on one line. ``lefts`` and ``rights`` are the edges of each of them.

    Coordinates are points from the lower left corner of the page as it is shown.
    """

    __slots__ = ("base", "chars", "lefts", "look", "rights", "slant", "strong")

    def __init__(self, base: float, look: Look, slant: int) -> None:
        self.base = base
        self.look = look
        self.slant = slant
        self.strong = True
        self.chars: list[str] = []
        self.lefts: list[float] = []
        self.rights: list[float] = []

    @property
    def text(self) -> str:
        """The characters as one string."""
        return "".join(self.chars)

    @property
    def left(self) -> float:
        """The left edge."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """The right edge."""
        return self.rights[-1]

    @property
    def size(self) -> float:
        """The size of the letters in points."""
        return self.look.size

    def add(self, char: str, left: float, right: float) -> None:
        """Add a character."""
        self.chars.append(char)
        self.lefts.append(left)
        self.rights.append(right)


class PageText(NamedTuple):
    """What was read of one page. ``unmapped`` counts the characters whose meaning the file does not tell."""

    chunks: list[Chunk]
    width: float
    height: float
    characters: int
    unmapped: int


class Reader:
    """Reads the characters of the pages of one document."""

    __slots__ = ("_bold",)

    def __init__(self) -> None:
        self._bold: dict[int, bool] = {}

    def read(self, text: Any, frame: "Frame") -> PageText:
        """Return the chunks of a page in the order in which the file draws them."""
        looks: dict[int, Look] = {}
        chunks: list[Chunk] = []
        chunk: Chunk | None = None
        blank = False
        counted = unmapped = 0
        box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
        refs = byref(box), byref(x), byref(y)
        for index in range(pdfium.FPDFText_CountChars(text)):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code <= 32 and code != _HYPHEN:
                if code in (10, 13):
                    chunk = None
                blank = code not in (10, 13)
                continue
            drawn = pdfium.FPDFText_GetTextObject(text, index)
            address = addressof(drawn.contents) if drawn else 0
            look = looks.get(address)
            if look is None:
                look = looks[address] = self._look(drawn, text, index, address)
            char = _char(code)
            counted += 1
            if char == _UNKNOWN or "\ue000" <= char <= "\uf8ff" or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
                unmapped += 1
            pdfium.FPDFText_GetLooseCharBox(text, index, refs[0])
            pdfium.FPDFText_GetCharOrigin(text, index, refs[1], refs[2])
            slant, left, right, base = frame.placed(look.turn, box, x.value, y.value)
            if char == "\u00a0" and chunk is None:
                continue
            raised = chunk is not None and _is_raised(chunk, look, left, base)
            if chunk is None or not (raised or _continues(chunk, look, slant, left, base)):
                chunk = Chunk(base, look, slant)
                chunks.append(chunk)
            elif blank or left - chunk.right > _WORD * look.size:
                chunk.add(" ", chunk.right, left)
            blank = False
            if len(chunk.chars) == 2 and chunk.chars[1] == " ":
                chunk.look = look  # the first character may be a bullet
            if raised and code in _RAISED:
                char = _RAISED[code]
            chunk.strong = chunk.strong and look.bold
            chunk.add(char, left, right)
        for chunk in chunks:
            _part_words(chunk)
        return PageText(chunks, frame.width, frame.height, counted, unmapped)

    def _look(self, drawn: Any, text: Any, index: int, address: int) -> Look:
        if not drawn:
            return Look(pdfium.FPDFText_GetFontSize(text, index) or 10.0)
        size, matrix = c_float(), pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(drawn, byref(size))
        scale, turn = 1.0, 0.0
        if pdfium.FPDFText_GetMatrix(text, index, byref(matrix)):
            scale, turn = hypot(matrix.c, matrix.d), degrees(atan2(matrix.b, matrix.a))
        points = abs(size.value * scale) or 1.0
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        bold = self._is_bold(drawn) or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return Look(points, bold, _faint(drawn, mode, points), layer_of(drawn), turn, address)

    def _is_bold(self, drawn: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(drawn)
        if not font:
            return False
        address = addressof(font.contents)
        if address not in self._bold:
            name = create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, 200)
            heavy = pdfium.FPDFFont_GetWeight(font) >= 600
            self._bold[address] = heavy or bool(_BOLD.search(name.value.decode("latin-1")))
        return self._bold[address]


class Frame:
    """The page as it is shown: turned as the page says, and counted from its lower left corner."""

    __slots__ = ("height", "left", "low", "turned", "width")

    def __init__(self, page: Any) -> None:
        self.turned = pdfium.FPDFPage_GetRotation(page) % 4
        self.width = pdfium.FPDF_GetPageWidthF(page)
        self.height = pdfium.FPDF_GetPageHeightF(page)
        box = pdfium.FS_RECTF()
        found = pdfium.FPDF_GetPageBoundingBox(page, byref(box))
        self.left: float = box.left if found else 0.0
        self.low: float = box.bottom if found else 0.0

    def placed(self, turn: float, box: Any, x: float, y: float) -> tuple[int, float, float, float]:
        """Return the slant in degrees (0 for upright text), the left and right edge, and the base line."""
        slant = round(turn - 90 * self.turned) % 360
        slant = 0 if slant < 6 or slant > 354 else slant
        left, low, right, high = self.box(box.left, box.bottom, box.right, box.top)
        x, y = self.point(x, y)
        if slant:
            # along and across its own direction, so that slanted text makes chunks as upright text does
            turn = radians(slant)
            along = x * cos(turn) + y * sin(turn)
            width = max(abs((right - left) * cos(turn)), abs((high - low) * sin(turn)), 1.0)
            return slant, along, along + width, y * cos(turn) - x * sin(turn)
        return 0, left, right, y

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the file as one of the page that is shown."""
        x, y = x - self.left, y - self.low
        return ((x, y), (y, self.height - x), (self.width - x, self.height - y), (self.width - y, x))[self.turned]

    def box(self, left: float, low: float, right: float, high: float) -> tuple[float, float, float, float]:
        """Return a rectangle of the file (left, low, right, high) as one of the page that is shown."""
        one, other = self.point(left, low), self.point(right, high)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _char(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    if code < 32 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return _UNKNOWN
    return chr(code)


def _continues(chunk: Chunk, look: Look, slant: int, left: float, base: float) -> bool:
    size = max(chunk.size, look.size)
    if chunk.slant != slant or chunk.look.faint != look.faint or abs(base - chunk.base) > 0.3 * size:
        return False
    return -0.6 * size < left - chunk.right <= _WIDE * size


def _part_words(chunk: Chunk) -> None:
    """Put a blank where words stand apart by less than usual, but by far more than the letters of this line do."""
    chars, lefts, rights = chunk.chars, chunk.lefts, chunk.rights
    gaps = [left - right for left, right in zip(lefts[1:], rights, strict=False)]
    if len(gaps) < 8 or max(gaps) < _NARROW * chunk.size:
        return
    usual = sorted(gaps)[len(gaps) // 2]
    for index in range(len(gaps), 0, -1):
        wide = gaps[index - 1] - usual > _NARROW * chunk.size
        if wide and chars[index - 1].isalnum() and chars[index].isalnum():
            chars.insert(index, " ")
            lefts.insert(index, rights[index - 1])
            rights.insert(index, lefts[index + 1])


def _is_raised(chunk: Chunk, look: Look, left: float, base: float) -> bool:
    """Tell whether a character stands small and high behind others: the sign of a footnote, a square, an ordinal."""
    up = base - chunk.base
    near = -0.3 * chunk.size < left - chunk.right < 0.6 * chunk.size
    return near and look.size < 0.85 * chunk.size and 0.15 * chunk.size < up < 0.8 * chunk.size


def _faint(drawn: Any, mode: int, size: float) -> str:
    """Return why nobody sees this text: ``invisible``, ``tiny``, ``transparent``, ``white``, or nothing."""
    if mode in _NO_INK:
        return "invisible"
    if size <= _TINY:
        return "tiny"
    parts = [c_uint() for _ in range(4)]
    if mode in (1, 5) or not pdfium.FPDFPageObj_GetFillColor(drawn, *map(byref, parts)):
        return ""
    red, green, blue, alpha = (part.value for part in parts)
    if alpha < 8:
        return "transparent"
    return "white" if min(red, green, blue) >= _PALE else ""


def layer_of(drawn: Any) -> str:
    """Return the name of the layer (optional content) that an object of a page is on, or nothing."""
    for index in range(pdfium.FPDFPageObj_CountMarks(drawn)):
        mark = pdfium.FPDFPageObj_GetMark(drawn, index)
        if mark and _string(pdfium.FPDFPageObjMark_GetName, mark) == "OC":
            return _string(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Name")
    return ""


def _string(call: Any, *args: Any) -> str:
    from ctypes import c_ulong  # noqa: PLC0415 - few files have layers

    buffer, length = create_string_buffer(512), c_ulong()
    unicode = (pdfium.FPDF_WCHAR * 256).from_buffer(buffer)
    if not call(*args, unicode, 512, byref(length)):
        return ""
    return buffer.raw[: max(min(length.value, 512) - 2, 0)].decode("utf-16-le", "replace")
