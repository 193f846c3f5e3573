"""ZIP archives that documents are stored in: opened with care, and told apart by what is in them.

The sizes that an archive states are not believed: what is unpacked is counted while it is unpacked. Nothing is ever
written, and names are only compared, never used as paths.
"""

import struct
import zipfile
import zlib
from io import BytesIO

from presslint.errors import LoadError

MAX_ENTRIES = 5000  # a document of a thousand pictures has fewer
MAX_UNPACKED = 32 * 1024 * 1024  # bytes of all that is read of one document, which is its text, not its pictures
MAX_RATIO = 400  # unpacked to packed, of what is larger than _SMALL; text markup reaches a hundred
_SMALL = 1024 * 1024
_DIRECTORY = 1024 * 1024  # bytes of the list of entries
_END = b"PK\x05\x06"  # ZIP File Format Specification 6.3, section 4.3.16
_END_64 = b"PK\x06\x07"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 0x1
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO], section 2.3.4.4

_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_SAVE = ("save the release as DOCX, ODT, PDF or text", "die Mitteilung als DOCX, ODT, PDF oder Text speichern")
_UNLOCK = (
    "open it in the program that made it and save it without a password",
    "im Programm öffnen, das sie erstellt hat, und ohne Passwort speichern",
)
# what stands for a kind of file: the beginning of the name of an entry, and how people call the kind
_BY_ENTRY = (
    ("xl/", "an Excel workbook (XLSX)", "eine Excel-Mappe (XLSX)"),
    ("ppt/", "a PowerPoint presentation (PPTX)", "eine PowerPoint-Präsentation (PPTX)"),
    ("visio/", "a Visio drawing", "eine Visio-Zeichnung"),
    ("FixedDocSeq.fdseq", "an XPS document", "ein XPS-Dokument"),
    ("Index/Document.iwa", "an Apple Pages document", "ein Dokument von Apple Pages"),
    ("Index.zip", "an Apple Pages document", "ein Dokument von Apple Pages"),
    ("META-INF/MANIFEST.MF", "a Java archive", "ein Java-Archiv"),
)
_BY_TYPE = (
    (f"{_OPENDOCUMENT}spreadsheet", "an OpenDocument spreadsheet", "eine OpenDocument-Tabelle"),
    (f"{_OPENDOCUMENT}presentation", "an OpenDocument presentation", "eine OpenDocument-Präsentation"),
    (f"{_OPENDOCUMENT}graphics", "an OpenDocument drawing", "eine OpenDocument-Zeichnung"),
    ("application/epub+zip", "an EPUB book", "ein EPUB-Buch"),
)


class Archive:
    """The entries of an archive, by name. What is read of it counts towards one limit for the whole document."""

    __slots__ = ("_data", "_entries", "_left", "_zip", "names")

    def __init__(self, data: bytes) -> None:
        """Read the list of entries. Raises LoadError where it is damaged, or is not that of a document."""
        _refuse_directory(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, OSError) as error:
            raise damaged() from error
        entries = self._zip.infolist()
        _refuse_entries(entries, len(data))
        self._data = data
        self._entries = {entry.filename: entry for entry in entries}
        self._left = MAX_UNPACKED
        self.names = tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Return the content of an entry; nothing where there is none of that name.

        Raises LoadError where it is encrypted or damaged, or unpacks to more than any document holds.
        """
        entry = self._entries.get(name)
        if entry is None:
            return b""
        if entry.flag_bits & _ENCRYPTED:
            raise locked("an archive", "ein Archiv")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged()
        if entry.file_size > self._left:
            raise _too_large()
        try:
            with self._zip.open(entry) as file:
                # it stops at the size that the entry states, and then compares the checksum
                content = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise damaged() from error
        size = len(content)
        if size > self._left or (size > _SMALL and size > MAX_RATIO * max(entry.compress_size, 1)):
            raise _too_large()
        self._left -= size
        return content


def document_kind(data: bytes) -> str:
    """Return ``docx`` or ``odt`` for the bytes of a ZIP archive.

    Raises LoadError that says what the archive is otherwise.
    """
    archive = Archive(data)
    names = archive.names
    declared = archive.read("mimetype")[:200].decode("ascii", "replace").strip()
    if declared.startswith(f"{_OPENDOCUMENT}text"):
        return "odt"
    for type_, what, was in _BY_TYPE:
        if declared.startswith(type_):
            raise unread(what, was)
    if any(name.startswith("word/") for name in names):
        return "docx"
    for start, what, was in _BY_ENTRY:
        if any(name.startswith(start) for name in names):
            raise unread(what, was)
    if "content.xml" in names:
        return "odt"
    if "[Content_Types].xml" in names:
        raise damaged()
    raise _plain_archive(names)


def is_locked(data: bytes) -> bool:
    """Tell whether the bytes of a compound file (OLE) are an encrypted DOCX, not an old Word document."""
    return _OLE_ENCRYPTED in data


def locked(what: str, was: str) -> LoadError:
    """Return the reason why an encrypted file is not read."""
    return LoadError(
        f"this is {what} that is password-protected: {_UNLOCK[0]}", f"das ist {was} mit Passwortschutz: {_UNLOCK[1]}"
    )


def unread(what: str, was: str) -> LoadError:
    """Return the reason why a kind of document is not read."""
    return LoadError(
        f"this is {what}, which presslint does not read: {_SAVE[0]}",
        f"das ist {was}; presslint liest das nicht: {_SAVE[1]}",
    )


def damaged() -> LoadError:
    """Return the reason why an archive cannot be unpacked."""
    return LoadError(
        "the file is damaged or was cut off: open it in the program that made it and save it again",
        "die Datei ist beschädigt oder abgeschnitten: im Programm öffnen, das sie erstellt hat, und neu speichern",
    )


def _too_large() -> LoadError:
    return LoadError(
        "the file unpacks to more than any press release holds: it is not read",
        "die Datei wird beim Entpacken größer als jede Pressemitteilung: sie wird nicht gelesen",
    )


def _refuse_directory(data: bytes) -> None:
    """Refuse a list of entries that alone would take seconds to read."""
    end = data.rfind(_END, max(len(data) - _END_SIZE - _LONGEST_COMMENT, 0))
    if end < 0 or end + _END_SIZE > len(data):
        raise damaged()
    disk, first, here, entries, size, _ = struct.unpack_from("<4H2L", data, end + 4)
    if data[max(end - 20, 0) : end].startswith(_END_64) or entries > MAX_ENTRIES or size > _DIRECTORY:
        raise _too_large()
    if disk or first or here != entries:
        raise damaged()


def _refuse_entries(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Refuse what no program writes: a name twice, or entries that lie in one another, as archive bombs have them."""
    if len(entries) > MAX_ENTRIES:
        raise _too_large()
    if len({entry.filename for entry in entries}) < len(entries):
        raise damaged()
    end = 0
    for start, packed in sorted((entry.header_offset, entry.compress_size) for entry in entries):
        if start < end or start + packed > size:
            raise damaged()
        end = start + packed


def _plain_archive(names: tuple[str, ...]) -> LoadError:
    files = [name for name in names if not name.endswith("/")]
    first = "".join(character for character in files[0] if character.isprintable())[:60] if files else ""
    such, wie = (f", such as {first}", f", etwa {first}") if first else ("", "")
    return LoadError(
        f"this is a ZIP archive and no document: unpack it first (files in it: {len(files)}{such})",
        f"das ist ein ZIP-Archiv und kein Dokument: zuerst entpacken (Dateien darin: {len(files)}{wie})",
    )
