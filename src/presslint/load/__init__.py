"""Floor 2: bytes to a release. One module per format, found by a table and imported when it is needed."""

import errno
import os
import stat
from importlib import import_module

from presslint.errors import LoadError
from presslint.load.decode import MAX_BYTES, source_from_bytes
from presslint.load.drafts import MOST, too_many
from presslint.model.house import House
from presslint.model.release import Release
from presslint.model.source import Source

__all__ = ["SUFFIXES", "detect", "load", "read_source", "source_from_bytes"]

# format → module whose `load(source, house)` reads it
LOADERS = {
    "text": "presslint.load.plain",
    "markdown": "presslint.load.markdown",
    "html": "presslint.load.html",
    "docx": "presslint.load.docx",
    "odt": "presslint.load.odt",
    "pdf": "presslint.load.pdf",
    "eml": "presslint.load.eml",
    "ninjs": "presslint.load.ninjs",
    "newsml": "presslint.load.newsml",
}

_FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mdx": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".dotx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".pdf": "pdf",
    ".eml": "eml",
    ".json": "ninjs",
    ".xml": "newsml",
}

_PLAIN = frozenset({"text", "markdown"})

# what a walk through a folder picks up; JSON and XML only where they are news items
SUFFIXES = tuple(_FORMATS)

MOST_TEXT = 4_000_000  # characters of a text: the longest books have as many
_USUAL = 64 * 1024  # bytes: a release that is longer is rare, and room for the longest costs time for each


def read_source(path: str | os.PathLike[str], shown: str | None = None) -> Source:
    """Read and decode a file; ``shown`` is the path for people, the given one with forward slashes by default.

    Raises LoadError with the reason where the file cannot be read, is too large, or is no text.
    """
    name = os.fspath(path)
    shown = name.replace(os.sep, "/") if shown is None else shown
    try:
        _refuse_kind(os.stat(name).st_mode)  # noqa: PTH116 - pathlib costs start-up time
        with open(name, "rb") as file:  # noqa: PTH123 - as above
            data = file.read(_USUAL)
            if len(data) == _USUAL:
                data += file.read(MAX_BYTES + 1 - _USUAL)
    except (OSError, ValueError) as error:
        raise _os_reason(name, error) from None
    return source_from_bytes(data, shown)


def _refuse_kind(mode: int) -> None:
    """Refuse what is no regular file before it is opened: a pipe may wait for ever for somebody to write to it."""
    if stat.S_ISDIR(mode):
        raise LoadError("this is a folder, not a file", "das ist ein Ordner, keine Datei")
    if not stat.S_ISREG(mode):
        raise LoadError(
            "this is no regular file; what another program writes is read with the path -",
            "das ist keine gewöhnliche Datei; was ein anderes Programm schreibt, liest der Pfad -",
        )


def _os_reason(path: str, error: OSError | ValueError) -> LoadError:
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):  # noqa: PTH114 - as above
            return LoadError("this link leads to no file", "dieser Link führt zu keiner Datei")
        return LoadError("there is no such file", "diese Datei gibt es nicht")
    if isinstance(error, PermissionError):
        return LoadError("no permission to read this file", "keine Berechtigung, diese Datei zu lesen")
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return LoadError("this link leads back to itself", "dieser Link führt zu sich selbst zurück")
    problem = getattr(error, "strerror", "") or type(error).__name__
    return LoadError(f"the file cannot be read: {problem}", f"die Datei ist nicht lesbar: {problem}")


def detect(source: Source) -> str:
    """Return the format: by what the file begins with, then by its suffix, then by the text.

    Raises LoadError for what is none of the formats that are read, or has the name of another one.
    """
    known = _FORMATS.get(_suffix(source.path), "")
    if known in _PLAIN and source.text:
        return known
    from presslint.load.detection import told  # noqa: PLC0415 - most releases are Markdown or text and say so

    return told(source, known)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 - pathlib costs start-up time


def load(source: Source, house: House | None = None, format: str = "") -> Release:  # noqa: A002 - agreed name
    """Read a release. ``format`` is the name of a loader; empty means that :func:`detect` decides.

    Raises LoadError where the source cannot be read as that format.
    """
    name = format or detect(source)
    if name not in LOADERS:
        raise LoadError(f"there is no format {name!r}: it is one of {', '.join(sorted(LOADERS))}")
    text = source.text
    if max(text.count("\n"), text.count("\r") if "\r" in text else 0) > MOST:
        raise too_many("lines", "Zeilen")
    release: Release = import_module(LOADERS[name]).load(source, house or House())
    if len(release.text) > MOST_TEXT:
        raise too_many("characters", "Zeichen", MOST_TEXT)
    return release
