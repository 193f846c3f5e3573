"""Bytes to text: byte order marks, encodings, and what is no text at all."""

import codecs
import hashlib
import re

from presslint.errors import LoadError
from presslint.model.source import Source

MAX_BYTES = 64 * 1024 * 1024

_COMPOUND = b"\xd0\xcf\x11\xe0"  # [MS-CFB]: old Word documents, and new ones that are encrypted
# what these begin with is documented by their makers; the advice is what a press office can do about it
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (_COMPOUND, "an old Word document", "ein altes Word-Dokument"),
    (b"{\\rtf", "an RTF document", "ein RTF-Dokument"),
    (b"\x89PNG", "an image", "ein Bild"),
    (b"\xff\xd8\xff", "an image", "ein Bild"),
    (b"GIF8", "an image", "ein Bild"),
    (b"\x1f\x8b", "a compressed file", "eine komprimierte Datei"),
)
PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
_PDF_WITHIN = 1024  # bytes: readers accept rubbish before the header (ISO 32000-1, Annex H.3.4.1)
_EMPTY = ("the file is empty: there is no text to check", "die Datei ist leer: es gibt keinen Text zu prüfen")
# the longer mark first: that of UTF-32 begins with that of UTF-16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKED = frozenset(bom[0] for bom, _ in _BOMS)
_MAIL_START = re.compile(rb"(?:From [^\r\n]{1,200}\r?\n)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")
_MAIL_FIELD = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path):[ \t]", re.MULTILINE | re.IGNORECASE)
# the declarations of XML and HTML; browsers look no further (WHATWG HTML, 13.2.3.2)
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,60}\sencoding\s?=\s?[\"']([A-Za-z0-9_.:-]{2,40})|"
    rb"<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_LATIN = frozenset(("iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii", "windows-1252", "cp1252"))
# codecs of texts: Python has others, such as that of archives
_TEXTS = (
    "iso-8859-",
    "iso8859-",
    "windows-125",
    "cp125",
    "koi8-",
    "mac",
    "macintosh",
    "x-mac",
    "gb",
    "big5",
    "shift",
    "euc-",
)
# no text has these; escape sequences (\x1b) and form feeds do occur in pasted text
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def source_from_bytes(data: bytes, path: str) -> Source:
    """Decode the bytes of one file; ``path`` is how it is shown to people.

    UTF-8 unless a byte order mark says otherwise, else what an HTML or XML file declares, else Windows-1252
    (``encoding`` is ``cp1252`` then). What is no text
    but a document or a mail has neither text nor encoding: its loader reads the bytes. Raises LoadError for what is
    empty, too large, or nothing that any loader reads.
    """
    _refuse(data)
    if is_document(data, path):
        return Source(path, "", "", digest=hashlib.sha256(data).hexdigest(), data=data)
    bom, encoding = b"", "utf-8"
    if data[0] in _MARKED:
        bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    text, encoding = _decoded(data[len(bom) :] if bom else data, encoding, sure=bool(bom))
    nul = text.find("\0")
    if nul >= 0:
        raise _nul_reason(text, nul)
    if not text or text.isspace():
        raise LoadError(*_EMPTY)
    return Source(path, text, encoding, _newline(text), bool(bom), hashlib.sha256(data).hexdigest(), data)


def _refuse(data: bytes) -> None:
    if not data:
        raise LoadError(*_EMPTY)
    if len(data) > MAX_BYTES:
        raise LoadError(
            f"the file has {len(data)} bytes: more than {MAX_BYTES} is no press release",
            f"die Datei hat {len(data)} Bytes: mehr als {MAX_BYTES} hat keine Pressemitteilung",
        )
    if data.startswith(_COMPOUND):
        from presslint.load.archive import is_locked, locked  # noqa: PLC0415 - nothing of the kind is read

        if is_locked(data):
            raise locked("a Word document", "ein Word-Dokument")
    for magic, what, was in _MAGIC:
        if data.startswith(magic):
            raise LoadError(
                f"this is {what}, which presslint does not read: save it as DOCX, ODT, PDF or text",
                f"das ist {was}; presslint liest das nicht: als DOCX, ODT, PDF oder Text speichern",
            )


def is_document(data: bytes, path: str) -> bool:
    """Tell whether the bytes are those of a format that is no text: PDF, a ZIP archive such as DOCX, or mail."""
    return data.startswith((PDF, ZIP)) or PDF in data[:_PDF_WITHIN] or is_mail(data, path)


def is_mail(data: bytes, path: str) -> bool:
    """Tell whether the bytes are a mail (RFC 5322), by the name of the file or by fields that no draft begins with."""
    if path[-4:].lower() == ".eml":
        return True
    return _MAIL_START.match(data) is not None and _MAIL_FIELD.search(data, 0, 16_384) is not None


def _decoded(data: bytes, encoding: str, *, sure: bool) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if sure:
            name = encoding.upper()
            raise LoadError(
                f"byte {error.start} is not valid {name}, which the byte order mark promises: save the file as UTF-8",
                f"Byte {error.start} ist kein gültiges {name}, wie es die Bytereihenfolge-Marke verspricht:"
                " die Datei als UTF-8 speichern",
            ) from None
    if len(_CONTROL.findall(data)) * 50 > len(data) or b"\0" in data:
        raise LoadError(
            "this is no text but binary data: save the release as text or Markdown",
            "das ist kein Text, sondern binär: die Mitteilung als Text oder Markdown speichern",
        )
    declared = _declared(data)
    if declared:
        try:
            return data.decode(declared), declared
        except UnicodeDecodeError:
            pass  # the file is not what it says it is
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        raise LoadError(
            f"byte {error.start} (0x{data[error.start]:02x}) is neither UTF-8 nor Windows-1252: save the file as UTF-8",
            f"Byte {error.start} (0x{data[error.start]:02x}) ist weder UTF-8 noch Windows-1252:"
            " die Datei als UTF-8 speichern",
        ) from None


def _declared(data: bytes) -> str:
    """Return the codec that an HTML or XML file declares at its beginning, or nothing."""
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if found is None:
        return ""
    name = (found[1] or found[2]).decode("ascii").lower()
    if name in _LATIN:
        return "windows-1252"  # for which browsers take it (WHATWG Encoding, 4.2)
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return ""
    return codec.name if name.startswith(_TEXTS) else ""


def _nul_reason(text: str, place: int) -> LoadError:
    if text.count("\0") * 3 > len(text):
        return LoadError(
            "the file has NUL bytes as UTF-16 does, but no byte order mark: save it as UTF-8",
            "die Datei hat NUL-Bytes wie UTF-16, aber keine Bytereihenfolge-Marke: als UTF-8 speichern",
        )
    line = text.count("\n", 0, place) + 1
    return LoadError(
        f"line {line} has a NUL byte, so this is no text: save the release as text or Markdown",
        f"Zeile {line} hat ein NUL-Byte, das ist also kein Text: die Mitteilung als Text oder Markdown speichern",
    )


def _newline(text: str) -> str:
    if "\r" not in text:
        return "\n"
    crlf = text.count("\r\n")
    counts = ((text.count("\n") - crlf, "\n"), (crlf, "\r\n"), (text.count("\r") - crlf, "\r"))
    return max(counts, key=lambda count: count[0])[1]
