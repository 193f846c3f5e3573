"""PDF files made to take all time and memory, refused before PDFium sees them.

PDFium has no limits of its own that would do: it unpacks a stream to the end, keeps every path and every saved state,
and draws a form as often as it is called, forms within forms.
"""

import re
import zlib
from collections import Counter

from presslint.errors import LoadError
from presslint.load.pdf_structure import Structure

MOST_UNPACKED = 64 * 1024 * 1024  # bytes of all streams that are no pictures
MOST_DRAWN = 4 * 1024 * 1024  # bytes of instructions for drawing, counted as often as they are carried out
_MOST_SAVED = 20_000  # states of the pen that are saved and not restored
_CHUNK = 1024 * 1024
_DO = re.compile(rb"/([^\s/<>\[\](){}%]{1,100})\s{1,20}Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\](){}%]{1,100})\s{1,5}(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_RESOURCES = re.compile(rb"/(?:Resources|XObject)\s{1,5}(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_CONTENTS = re.compile(rb"/Contents\s{0,5}(?:(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R|\[([^\]]{0,20000})\])")
_REFERENCE = re.compile(rb"(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_KIDS = re.compile(rb"/Kids\s{0,3}\[([^\]]{0,20000})\]")
_PAGE = re.compile(rb"/Type\s{0,3}/Page\b")
_FORM = re.compile(rb"/Subtype\s{0,3}/Form\b")
_PICTURE = re.compile(rb"/Subtype\s{0,3}/Image\b")
_PEN = re.compile(rb"(?<![^\s])[qQ](?![^\s])")


def refuse(structure: Structure) -> None:
    """Raise LoadError for a file that unpacks, or draws, far more than any release."""
    left = MOST_UNPACKED
    pages: list[int] = []
    forms: set[int] = set()
    for number in structure.numbers():
        head = structure.dictionary(number)
        if _PAGE.search(head):
            pages.append(number)
        if structure.is_stream(number) and not _PICTURE.search(head):
            left -= _size(structure, number, left)
            if left < 0:
                raise _too_much("unpacks to more than 64 MB", "entpackt sich auf mehr als 64 MB")
        if _FORM.search(head):
            forms.add(number)
    _refuse_drawing(structure, pages, forms)


def _too_much(english: str, german: str) -> LoadError:
    return LoadError(
        f"this PDF {english}: that is no press release", f"dieses PDF {german}: das ist keine Pressemitteilung"
    )


def _size(structure: Structure, number: int, most: int) -> int:
    """Return how many bytes a stream has when it is unpacked, counted no further than behind ``most``."""
    raw, filters = structure.raw(number)
    if not filters or filters[0] != b"FlateDecode":
        # 2,700 is what the largest entry of an LZW table and a code of 12 bits make of one another
        return len(raw) * (2700 if b"LZWDecode" in filters and len(raw) > 64 * 1024 else 1)
    total = 0
    for part in _unpacked(raw):
        total += sum(map(len, _unpacked(part))) if filters.count(b"FlateDecode") > 1 else len(part)
        if total > most:
            break
    return total


def _unpacked(raw: bytes) -> list[bytes]:
    """Return a packed stream in parts, no more than 65 of them."""
    parts: list[bytes] = []
    unpacker = zlib.decompressobj()
    try:
        while raw and len(parts) <= MOST_UNPACKED // _CHUNK:
            parts.append(unpacker.decompress(raw, _CHUNK))
            raw = unpacker.unconsumed_tail
    except zlib.error:
        pass  # PDFium shows what comes before the damage, and so much has been counted
    return parts


class _Drawing:
    """What carrying out the contents of the pages costs, forms within forms."""

    __slots__ = ("_costs", "_forms", "structure")

    def __init__(self, structure: Structure, forms: set[int]) -> None:
        self.structure = structure
        self._forms = forms
        self._costs: dict[int, int] = {}

    def cost(self, number: int, names: dict[bytes, int], depth: int = 0) -> int:
        """Return the bytes that are carried out when a stream is drawn; one that draws itself is drawn once."""
        if number in self._costs:
            return self._costs[number]
        self._costs[number] = 0
        content = self.structure.stream(number)
        if content.count(b"q") > _MOST_SAVED:
            pens = Counter(_PEN.findall(content))
            if pens[b"q"] - pens[b"Q"] > _MOST_SAVED:
                return MOST_DRAWN + 1
        total = len(content)
        if depth < 60:
            for name, count in Counter(_DO.findall(content)).items():
                form = names.get(name)
                if form is not None:
                    total += count * self.cost(form, self.names(form) or names, depth + 1)
                if total > MOST_DRAWN:
                    break
        self._costs[number] = total
        return total

    def names(self, number: int) -> dict[bytes, int]:
        """Return the forms that a page or form may draw, by the names it has for them."""
        text = self.structure.dictionary(number)
        for _ in range(2):
            text += b"".join(self.structure.dictionary(int(found)) for found in set(_RESOURCES.findall(text)))
        return {name: int(form) for name, form in _NAMED.findall(text) if int(form) in self._forms}


def _refuse_drawing(structure: Structure, pages: list[int], forms: set[int]) -> None:
    drawing = _Drawing(structure, forms)
    total = 0
    shown = Counter(
        int(number)
        for tree in structure.numbers()
        for kids in _KIDS.findall(structure.dictionary(tree))
        for number in _REFERENCE.findall(kids)
    )
    for page in pages:
        names = drawing.names(page)
        for single, several in _CONTENTS.findall(structure.dictionary(page)):
            for number in [single] if single else _REFERENCE.findall(several):
                total += drawing.cost(int(number), names) * max(shown[page], 1)
                if total > MOST_DRAWN:
                    raise _too_much("draws more than a map of a city", "zeichnet mehr als einen Stadtplan")
