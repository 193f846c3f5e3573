"""A mail as the tree of its parts (RFC 5322, RFC 2045 to 2047): cut by offsets, nothing decoded before it is asked for.

The parser of the library keeps every line of a mail several times over and follows nesting as deep as its stack; this
one reads a mail of any size in one pass over its bytes, and stops at limits.
"""

import binascii
import codecs
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from typing import NamedTuple

from presslint.errors import LoadError
from presslint.text.lazy import regex

MAX_DEPTH = 20
MAX_PARTS = 500
MAX_TEXT = 4 * 1024 * 1024  # bytes of a part that is to be read as text

_MOST_HEADER = 1_000_000  # bytes
_HEADER_END = re.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r")
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:[ \t]*(.*)", re.DOTALL)
_FOLDED = re.compile(rb"(?:\r\n|\n|\r)(?=[ \t])")
_LINE_END = re.compile(rb"\r\n|\n|\r")
_ENVELOPE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,20}(?:>?From [^\r\n]{0,500}(?:\r\n|\n|\r))?")
_REST_OF_BOUNDARY = re.compile(rb"(--)?[ \t]*(?:\r\n|\n|\r|\Z)")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_SPACES = regex(r"\s{1,1000}")
# names that mails have for what Python calls otherwise, and what is no encoding of text at all
_ALIASES = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "ascii", "ansi": "cp1252"}
_NO_TEXT = frozenset(
    [
        "idna",
        "punycode",
        "unicode_escape",
        "unicode-escape",
        "raw_unicode_escape",
        "raw-unicode-escape",
        "undefined",
        "mbcs",
        "oem",
    ]
)


class Decoded(NamedTuple):
    """A text, the encoding that it was read in, and the one that its part declares, where that is another."""

    text: str
    encoding: str
    said: str = ""


class Part(NamedTuple):
    """One part: its header fields with names in small letters, and where its content stands in the bytes."""

    fields: tuple[tuple[str, bytes], ...]
    start: int
    end: int
    kind: str
    inside: "tuple[Part, ...]" = ()

    def raw(self, name: str) -> str:
        """Return the first field of a name, unfolded but not decoded; empty where there is none."""
        value = next((value for key, value in self.fields if key == name), b"")
        return eight_bit(value)

    def value(self, name: str) -> str:
        """Return the first field of a name as people read it; empty where there is none."""
        return words(self.raw(name))

    @property
    def filename(self) -> str:
        """The name that the part is to be saved under, or empty."""
        name = _headed(self.raw("content-disposition"), "content-disposition").get_filename()
        if not name:
            name = _headed(self.raw("content-type"), "content-type").get_filename()
        return words(name) if name else ""

    @property
    def attached(self) -> bool:
        """Whether a mail program shows the part as an attachment, not in the text."""
        disposition = self.raw("content-disposition").partition(";")[0].strip().lower()
        return disposition == "attachment" or (bool(self.filename) and disposition != "inline")

    def parameter(self, name: str) -> str:
        """Return a parameter of the content type, in small letters."""
        value = _headed(self.raw("content-type"), "content-type").get_param(name, "")
        return value.lower() if isinstance(value, str) else value[2].lower()

    def walk(self) -> "Iterator[Part]":
        """Yield this part and all that are inside it, in order."""
        yield self
        for part in self.inside:
            yield from part.walk()


def read_mail(data: bytes) -> Part:
    """Return the tree of a mail. Raises LoadError for what has no header, or more parts than a mail has."""
    reader = _Reader(data)
    envelope = _ENVELOPE.match(data)
    start = envelope.end() if envelope else 0
    part = reader.part(start, len(data), 0, "text/plain")
    if not part.fields:
        raise LoadError(
            "this is no mail: it does not begin with header fields such as From: and Subject:",
            "das ist keine E-Mail: am Anfang stehen keine Kopfzeilen wie From: und Subject:",
        )
    return part


def content(data: bytes, part: Part) -> bytes:
    """Return the content of a part without its transfer encoding; what is broken in it is left out."""
    raw = data[part.start : part.end]
    encoding = part.raw("content-transfer-encoding").strip().lower()
    if encoding == "base64":
        packed = _NO_BASE64.sub(b"", raw)
        packed = packed[: len(packed) - 1] if len(packed) % 4 == 1 else packed
        try:
            return binascii.a2b_base64(packed + b"=" * (-len(packed) % 4))
        except binascii.Error:  # pragma: no cover - what is left has only signs of the alphabet
            return b""
    if encoding == "quoted-printable":
        return binascii.a2b_qp(raw)
    return raw


def text_of(data: bytes, part: Part) -> Decoded:
    """Return the text of a part, in the encoding that it declares if it fits, else in UTF-8 or Windows-1252.

    Raises LoadError for a text that is longer than any release.
    """
    raw = content(data, part).removeprefix(codecs.BOM_UTF8)
    if len(raw) > MAX_TEXT:
        raise LoadError(
            f"the text of the mail has more than {MAX_TEXT} bytes: that is no press release",
            f"der Text der E-Mail hat mehr als {MAX_TEXT} Bytes: das ist keine Pressemitteilung",
        )
    said = part.parameter("charset").strip().strip("'\"")
    for name in filter(None, (_ALIASES.get(said, said), "utf-8")):
        text = _decoded(raw, name)
        if text is not None:
            return Decoded(text, name, said if said and _same(name) != _same(_ALIASES.get(said, said)) else "")
    return Decoded(raw.decode("cp1252", "replace"), "cp1252", said or "us-ascii")


def _same(name: str) -> str:
    return name.lower().replace("_", "-").replace("utf8", "utf-8")


def _decoded(raw: bytes, name: str) -> str | None:
    try:
        if name in _NO_TEXT or "\0" in name or not name.isascii():
            return None
        text = raw.decode(name)
    except (LookupError, UnicodeError, ValueError):
        if name != "cp1252":
            return None
        text = raw.decode("cp1252", "replace")
    return None if _has_halves(text) else text


def _has_halves(text: str) -> bool:
    """Tell whether a text has halves of characters, as UTF-7 may: nothing can be done with it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def eight_bit(raw: bytes) -> str:
    """Return a header field as text: UTF-8 (RFC 6532), else Windows-1252."""
    raw = _FOLDED.sub(b"", raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def words(raw: str) -> str:
    """Return a header field with its encoded words decoded (RFC 2047), on one line."""
    if "=?" not in raw:
        return _SPACES.sub(" ", raw).strip()
    parts = []
    try:
        for value, charset in decode_header(raw[:20_000]):
            if isinstance(value, str):
                parts.append(value)
                continue
            name = (charset or "utf-8").lower()
            text = _decoded(value, _ALIASES.get(name, name))
            if text is None:
                text = _decoded(value, "utf-8")
            parts.append(value.decode("cp1252", "replace") if text is None else text)
    except (ValueError, LookupError, HeaderParseError):  # words that are broken are shown as they are
        parts = [raw]
    return _SPACES.sub(" ", "".join(parts)).strip()


def _headed(value: str, name: str) -> Message:
    message = Message()
    if value:
        message[name] = _SPACES.sub(" ", value[:10_000])
    return message


class _Reader:
    __slots__ = ("count", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.count = 0

    def part(self, start: int, end: int, depth: int, usual: str) -> Part:
        """Read the part between two offsets; ``usual`` is what it is where it does not say."""
        self.count += 1
        if self.count > MAX_PARTS:
            raise LoadError(
                f"the mail has more than {MAX_PARTS} parts: save the release in it as a file of its own",
                f"die E-Mail hat mehr als {MAX_PARTS} Teile: die Mitteilung daraus als eigene Datei speichern",
            )
        if depth > MAX_DEPTH:
            raise LoadError(
                f"the parts of the mail are nested more than {MAX_DEPTH} levels deep",
                f"die Teile der E-Mail sind mehr als {MAX_DEPTH} Ebenen tief verschachtelt",
            )
        fields, body = self._fields(start, end)
        declared = next((value for name, value in fields if name == "content-type"), b"")
        message = _headed(eight_bit(declared), "content-type") if declared else None
        kind = message.get_content_type() if message is not None else usual
        boundary = message.get_boundary() if message is not None and kind.startswith("multipart/") else None
        inside: tuple[Part, ...] = ()
        if boundary:
            usual = "message/rfc822" if kind == "multipart/digest" else "text/plain"
            inside = tuple(self.part(*piece, depth + 1, usual) for piece in self._pieces(body, end, boundary))
        elif kind.startswith("multipart/"):
            kind = "text/plain"  # without a boundary there are no parts (RFC 2045, 5.2)
        return Part(fields, body, end, kind, inside)

    def _fields(self, start: int, end: int) -> tuple[tuple[tuple[str, bytes], ...], int]:
        """Return the header fields of a part, and where its content begins."""
        if _LINE_END.match(self.data, start, end):  # no header at all
            return (), start + len(_LINE_END.match(self.data, start, end)[0])  # type: ignore[index]
        found = _HEADER_END.search(self.data, start, min(end, start + _MOST_HEADER))
        if found is None and end - start > _MOST_HEADER:
            raise LoadError(
                f"the header of the mail has more than {_MOST_HEADER} bytes: save the release in it as a file",
                f"der Kopf der E-Mail hat mehr als {_MOST_HEADER} Bytes: die Mitteilung daraus als Datei speichern",
            )
        stop, body = found.span() if found else (end, end)
        fields: list[tuple[str, bytes]] = []
        for line in _unfolded(self.data[start:stop]):
            field = _FIELD.fullmatch(line)
            if field is not None:
                fields.append((field[1].decode("ascii").lower(), field[2].rstrip()))
        return tuple(fields), body

    def _pieces(self, start: int, end: int, boundary: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches between the boundary lines (RFC 2046, 5.1.1)."""
        data, mark = self.data, b"--" + boundary.encode("utf-8", "replace")
        piece: int | None = None
        found = data.find(mark, start, end)
        while found >= 0:
            rest = _REST_OF_BOUNDARY.match(data, found + len(mark), end)
            before = data[found - 1 : found] if found > start else b"\n"
            if rest is None or before not in (b"\n", b"\r"):
                found = data.find(mark, found + len(mark), end)
                continue
            if piece is not None:
                stop = found - 2 if data[found - 2 : found] == b"\r\n" else found - 1
                yield piece, max(stop, piece)
            if rest[1]:
                return
            piece = rest.end()
            found = data.find(mark, piece, end)
        if piece is not None:
            yield piece, end


def _unfolded(header: bytes) -> Iterator[bytes]:
    lines: list[bytes] = []
    for line in _LINE_END.split(header):
        if line[:1] in (b" ", b"\t") and lines:
            lines.append(line)
            continue
        if lines:
            yield b"".join(lines)
        lines = [line]
    if lines:
        yield b"".join(lines)
