"""Makes small PDF files by hand, for tests and for damage: text at its place, and whatever else a page may draw."""

import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

HELVETICA, BOLD = "F1", "F2"
_FIRST_FREE = 20  # object numbers below are those of the frame: catalog, pages, fonts


class Placed(NamedTuple):
    """One line of text with its place in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11
    font: str = HELVETICA
    before: str = ""  # operators in front, such as a colour


def drawn(line: Placed) -> bytes:
    """Return the operators that draw a line."""
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    head = f"q {line.before} BT /{line.font} {line.size} Tf 1 0 0 1 {line.x} {line.y} Tm (".encode()
    return head + text + b") Tj ET Q\n"


def stream(data: bytes, dictionary: str = "", *, packed: bool = True) -> bytes:
    """Return a stream object."""
    if packed:
        data = zlib.compress(data)
        dictionary += "/Filter/FlateDecode"
    return f"<</Length {len(data)}{dictionary}>>\nstream\n".encode() + data + b"\nendstream"


def written(objects: Mapping[int, bytes], trailer: str = "") -> bytes:
    """Return a file with these objects; object 1 is the catalog."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    size = max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        out += f"{places.get(number, 0):010} 00000 {'n' if number in places else 'f'} \n".encode()
    out += f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def document(  # noqa: PLR0913 - each is a part of a PDF
    pages: Iterable[Iterable[Placed] | bytes],
    *,
    catalog: str = "",
    page: str = "",
    resources: str = "",
    info: str = "",
    more: Mapping[int, bytes] | None = None,
    box: str = "[0 0 595 842]",
) -> bytes:
    """Return a PDF with these pages: lines of text, or operators as they are.

    ``catalog``, ``page``, ``resources`` and ``info`` are further entries of those dictionaries; ``more`` are further
    objects, from number 100 on.
    """
    contents = [one if isinstance(one, bytes) else b"".join(map(drawn, one)) for one in pages]
    numbers = range(_FIRST_FREE, _FIRST_FREE + 2 * len(contents), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica{}/Encoding/WinAnsiEncoding>>"
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>".encode(),
        3: font.format("").encode(),
        4: font.format("-Bold").encode(),
        5: f"<<{info}>>".encode(),
    }
    for number, content in zip(numbers, contents, strict=True):
        head = f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents {number + 1} 0 R{page}"
        objects[number] = f"{head}/Resources<</Font<</F1 3 0 R/F2 4 0 R>>{resources}>>>>".encode()
        objects[number + 1] = stream(content)
    return written({**objects, **(more or {})}, "/Info 5 0 R")


def paragraph(text: str, y: float, *, x: float = 60, width: int = 80, size: float = 11) -> list[Placed]:
    """Return a text as lines of at most ``width`` characters, one below the other."""
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [Placed(x, y - 1.25 * size * number, line, size) for number, line in enumerate(lines)]
