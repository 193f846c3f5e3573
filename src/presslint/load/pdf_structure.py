"""The objects of a PDF file as far as PDFium does not tell: viewer preferences, XMP, layers that are off.

Reads the bytes without trust: what is not found where the format puts it is taken for absent.
"""

import re
import zlib
from typing import NamedTuple

_OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s{1,3}\d{1,5}\s{1,3}obj\b")
_DICTIONARY = 20_000  # bytes: a longer dictionary is not looked at
_STREAM = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(rb"/Length\s{1,3}(\d{1,9})(?!\s{1,3}\d{1,5}\s{1,3}R)")
_FILTER = re.compile(rb"/Filter\s{0,3}(?:/\w{1,30}|\[[^\]]{0,200}\])")
_FILTER_NAME = re.compile(rb"/(?!Filter\b)(\w{1,30})")
_FILTERS = {b"Fl": b"FlateDecode", b"LZW": b"LZWDecode"}
_ROOT = re.compile(rb"/Root\s{1,3}(\d{1,7})\s")
_TITLE = re.compile(rb"/DisplayDocTitle\s{1,3}true\b")
_VIEWER = re.compile(rb"/ViewerPreferences\s{1,3}(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_METADATA = re.compile(rb"/Metadata\s{1,3}(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_LAYERS = re.compile(rb"/OCProperties\s{1,3}(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_OFF = re.compile(rb"/OFF\s{0,3}\[([^\]]{0,4000})\]")
_OFF_AT = re.compile(rb"/OFF\s{1,3}(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_DEFAULT = re.compile(rb"/D\s{1,3}(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_REFERENCE = re.compile(rb"(\d{1,7})\s{1,3}\d{1,5}\s{1,3}R")
_NAME = re.compile(rb"/Name\s{0,3}(?:\(((?:[^()\\]|\\.){0,200})\)|<([0-9A-Fa-f\s]{0,400})>)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_MOST_OBJECTS = 100_000
_UNPACKED = 8 * 1024 * 1024  # bytes of one stream
_ALL = 32 * 1024 * 1024  # bytes of all streams of objects


class _Place(NamedTuple):
    """Where an object begins, and in which bytes."""

    data: bytes
    start: int
    end: int


class Structure:
    """The objects of a file by their number; the last one of a number counts, as changes are appended."""

    __slots__ = ("_data", "_places", "_unpacked")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places: dict[int, _Place] = {}
        self._unpacked = 0
        streams = []
        for count, found in enumerate(_OBJECT.finditer(data)):
            if count >= _MOST_OBJECTS:
                break
            start = found.end()
            self._places[int(found[1])] = _Place(data, start, start + _DICTIONARY)
            if data.find(b"/ObjStm", start, start + 300) >= 0:
                streams.append(int(found[1]))
        for number in streams:
            self._add_stream(number)

    def _add_stream(self, number: int) -> None:
        """Add the objects that are packed into a stream (ISO 32000-1, 7.5.7)."""
        head = self.dictionary(number)
        first, count = _number(head, b"/First"), _number(head, b"/N")
        if not first or not 0 < count < _MOST_OBJECTS:
            return
        body = self.stream(number)
        numbers = [int(part) for part in body[:first].split()[: 2 * count] if part.isdigit() and len(part) < 9]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        for (inner, offset), (_, after) in zip(pairs, [*pairs[1:], (0, len(body) - first)], strict=False):
            self._places.setdefault(inner, _Place(body, first + offset, first + after))

    def dictionary(self, number: int) -> bytes:
        """Return an object up to its stream or end, at most 20,000 bytes; nothing where there is none."""
        place = self._places.get(number)
        if place is None:
            return b""
        text = place.data[place.start : min(place.end, place.start + _DICTIONARY)]
        ends = [end for end in (text.find(b"endobj"), text.find(b"stream")) if end >= 0]
        return text[: min(ends)] if ends and place.data is self._data else text

    def numbers(self) -> list[int]:
        """Return the numbers of all objects, in ascending order."""
        return sorted(self._places)

    def is_stream(self, number: int) -> bool:
        """Tell whether an object has a stream; packed objects have none."""
        return self._body(number) is not None

    def _body(self, number: int) -> tuple[bytes, int] | None:
        """Return the dictionary of a stream, and where its data begin."""
        place = self._places.get(number)
        if place is None or place.data is not self._data:
            return None
        found = _STREAM.search(self._data, place.start, place.end)
        if found is None:
            return None
        head = self._data[place.start : found.start()]
        return None if b"endobj" in head else (head, found.end())

    def raw(self, number: int) -> tuple[bytes, list[bytes]]:
        """Return the data of a stream as they stand in the file, and the names of its filters."""
        body = self._body(number)
        if body is None:
            return b"", []
        head, start = body
        length = _LENGTH.search(head)
        end = start + int(length[1]) if length else -1
        if not 0 <= end <= len(self._data) or b"endstream" not in self._data[end : end + 20]:
            end = self._data.find(b"endstream", start)  # a length that lies
        filters = _FILTER.search(head)
        names = _FILTER_NAME.findall(filters[0]) if filters else []
        return self._data[start : end if end >= 0 else len(self._data)], [_FILTERS.get(name, name) for name in names]

    def stream(self, number: int) -> bytes:
        """Return the stream of an object, unpacked where it is packed with Flate alone; at most 8 MB of it."""
        raw, filters = self.raw(number)
        if self._unpacked > _ALL:
            return b""
        if not filters:
            return raw[:_UNPACKED]
        if filters != [b"FlateDecode"]:
            return b""
        body = _unpacked(raw)
        self._unpacked += len(body)
        return body

    def catalog(self) -> bytes:
        """Return the dictionary of the document."""
        roots = _ROOT.findall(self._data)
        return self.dictionary(int(roots[-1])) if roots else b""

    def shows_title(self) -> bool:
        """Tell whether the window of a reader is to show the title instead of the name of the file."""
        catalog = self.catalog()
        elsewhere = _VIEWER.search(catalog)
        return bool(_TITLE.search(self.dictionary(int(elsewhere[1])) if elsewhere else catalog))

    def metadata(self) -> str:
        """Return the XMP packet of the document, or nothing."""
        found = _METADATA.search(self.catalog())
        return self.stream(int(found[1]))[:200_000].decode("utf-8", "replace") if found else ""

    def layers_off(self) -> frozenset[str]:
        """Return the names of the layers that are switched off when the document is opened."""
        catalog = self.catalog()
        if b"/OCProperties" not in catalog:
            return frozenset()
        elsewhere = _LAYERS.search(catalog)
        properties = self.dictionary(int(elsewhere[1])) if elsewhere else catalog
        default = _DEFAULT.search(properties)
        default_text = self.dictionary(int(default[1])) if default else properties
        listed = _OFF.search(default_text)
        if listed is None:
            off_at = _OFF_AT.search(default_text)
            references = _REFERENCE.findall(self.dictionary(int(off_at[1]))) if off_at else []
        else:
            references = _REFERENCE.findall(listed[1])
        names = (_NAME.search(self.dictionary(int(number))) for number in references)
        return frozenset(_text(found) for found in names if found)


def _number(head: bytes, key: bytes) -> int:
    found = re.search(re.escape(key) + rb"\s{1,3}(\d{1,8})\b", head)
    return int(found[1]) if found else 0


def _unpacked(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, _UNPACKED)
    except zlib.error:
        return b""


def _text(found: re.Match[bytes]) -> str:
    """Return a string object as text (ISO 32000-1, 7.9.2.2); octal and other escapes are undone."""
    if found[2] is not None:
        digits = b"".join(found[2].split())
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        raw = _ESCAPE.sub(_escape, found[1])
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("latin-1")


def _escape(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 255])
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(code, code)
