"""Floor 2: bytes to a release. One module per format, found by a table and imported when it is needed."""

import os
import re
from importlib import import_module

from presslint.errors import LoadError
from presslint.load.decode import MAX_BYTES, source_from_bytes
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

_UNSUPPORTED = {
    ".docx": "Word documents are",
    ".doc": "Word documents are",
    ".dotx": "Word documents are",
    ".odt": "OpenDocument texts are",
    ".pdf": "PDF is",
    ".rtf": "RTF is",
    ".html": "HTML is",
    ".htm": "HTML is",
    ".xhtml": "HTML is",
    ".eml": "Mail is",
    ".msg": "Mail is",
    ".json": "JSON is",
    ".xml": "XML is",
}
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
        with open(name, "rb") as file:  # noqa: PTH123 - pathlib costs start-up time
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise LoadError(_os_reason(name, error)) from None
    return source_from_bytes(data, shown)


def _os_reason(path: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "this link leads to no file" if os.path.islink(path) else "there is no such file"  # noqa: PTH114 - as above
    if isinstance(error, IsADirectoryError):
        return "this is a folder, not a file"
    if isinstance(error, PermissionError):
        return "no permission to read this file"
    return f"the file cannot be read: {error.strerror or type(error).__name__}"


def detect(source: Source) -> str:
    """Return the format: ``text`` or ``markdown``, by the suffix, else by the text.

    Raises LoadError for a format that is known but cannot be read.
    """
    _refuse_suffix(source.path)
    known = _FORMATS.get(_suffix(source.path))
    if known:
        return known
    if _PAGE.match(source.text):
        raise LoadError("HTML and XML are not supported yet: save the release as text or Markdown")
    return "markdown" if _MARKDOWN.search(source.text, 0, 100_000) else "text"


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 - as above


def _refuse_suffix(path: str) -> None:
    what = _UNSUPPORTED.get(_suffix(path))
    if what:
        raise LoadError(f"{what} not supported yet: save the release as text or Markdown")


def load(source: Source, house: House | None = None, format: str = "") -> Release:  # noqa: A002 - agreed name
    """Read a release. ``format`` is ``text`` or ``markdown``; empty means that :func:`detect` decides.

    Raises LoadError where the source cannot be read as that format.
    """
    name = format or detect(source)
    if name not in LOADERS:
        raise LoadError(f"there is no format {name!r}: it is one of {', '.join(sorted(LOADERS))}")
    release: Release = import_module(LOADERS[name]).load(source, house or House())
    return release
