"""Floor 2: bytes to a release. One module per format, found by a table and imported when it is needed."""

import errno
import os
import re
import stat
from importlib import import_module

from presslint.errors import LoadError
from presslint.load.decode import MAX_BYTES, source_from_bytes
from presslint.load.drafts import MOST, too_many
from presslint.model.house import House
from presslint.model.release import Release
from presslint.model.source import Source
from presslint.text.lazy import regex

__all__ = ["SUFFIXES", "detect", "load", "read_source", "source_from_bytes"]

# format → module whose `load(source, house)` reads it
LOADERS = {"text": "presslint.load.plain", "markdown": "presslint.load.markdown"}

_FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".txt": "text",
    ".text": "text",
}

# what a walk through a folder picks up
SUFFIXES = tuple(_FORMATS)

_WORD = ("Word documents are", "Word-Dokumente werden")
_HTML = ("HTML is", "HTML wird")
_MAIL = ("Mail is", "E-Mail wird")
_UNSUPPORTED = {
    ".docx": _WORD,
    ".doc": _WORD,
    ".dotx": _WORD,
    ".odt": ("OpenDocument texts are", "OpenDocument-Texte werden"),
    ".pdf": ("PDF is", "PDF wird"),
    ".rtf": ("RTF is", "RTF wird"),
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".eml": _MAIL,
    ".msg": _MAIL,
    ".json": ("JSON is", "JSON wird"),
    ".xml": ("XML is", "XML wird"),
}
_USUAL = 64 * 1024  # bytes: a release that is longer is rare, and room for the longest costs time for each
_PAGE = regex(r"\s{0,100}(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)
_MARKDOWN = regex(
    r"^(?:#{1,6} \S|```|---[ \t]*\r?\n[\w\"']|\+\+\+[ \t]*\r?\n|\[[^\]\n]{1,200}\]: ?\S)"
    r"|\]\((?:https?:|mailto:|/|#)|\*\*[^\s*]",
    re.MULTILINE,
)


def read_source(path: str | os.PathLike[str], shown: str | None = None) -> Source:
    """Read and decode a file; ``shown`` is the path for people, the given one with forward slashes by default.

    Raises LoadError with the reason where the file cannot be read, is too large, or is no text.
    """
    name = os.fspath(path)
    shown = name.replace(os.sep, "/") if shown is None else shown
    _refuse_suffix(shown)
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
    """Return the format: ``text`` or ``markdown``, by the suffix, else by the text.

    Raises LoadError for a format that is known but cannot be read.
    """
    _refuse_suffix(source.path)
    known = _FORMATS.get(_suffix(source.path))
    if known:
        return known
    if _PAGE.match(source.text):
        raise LoadError(
            "HTML and XML are not supported yet: save the release as text or Markdown",
            "HTML und XML werden noch nicht unterstützt: die Mitteilung als Text oder Markdown speichern",
        )
    return "markdown" if _MARKDOWN.search(source.text, 0, 100_000) else "text"


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 - as above


def _refuse_suffix(path: str) -> None:
    what = _UNSUPPORTED.get(_suffix(path))
    if what:
        raise LoadError(
            f"{what[0]} not supported yet: save the release as text or Markdown",
            f"{what[1]} noch nicht unterstützt: die Mitteilung als Text oder Markdown speichern",
        )


def load(source: Source, house: House | None = None, format: str = "") -> Release:  # noqa: A002 - agreed name
    """Read a release. ``format`` is ``text`` or ``markdown``; empty means that :func:`detect` decides.

    Raises LoadError where the source cannot be read as that format.
    """
    name = format or detect(source)
    if name not in LOADERS:
        raise LoadError(f"there is no format {name!r}: it is one of {', '.join(sorted(LOADERS))}")
    text = source.text
    if max(text.count("\n"), text.count("\r") if "\r" in text else 0) > MOST:
        raise too_many("lines", "Zeilen")
    release: Release = import_module(LOADERS[name]).load(source, house or House())
    return release
