"""A PDF document, open for reading: what cannot or must not be opened is refused with the reason."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import create_string_buffer
from typing import Any

from presslint.errors import LoadError

MOST_PAGES = 100
MOST_CHARACTERS = 100_000
MOST_PIECES = 20_000  # of text: lines, or words that stand apart

_TAIL = 4096  # bytes behind the end that mail programs and servers add at most
# a file made for the web says how long it is (ISO 32000-1, table F.1)
_LINEAR = re.compile(rb"/Linearized\b[^>]{0,200}/L\s{1,3}(\d{1,10})\b")
_COPY = 1 << 4  # permission to copy text (ISO 32000-1, table 22, bit 5)
_REASONS = {
    4: (
        "this PDF needs a password to be opened: save it without one",
        "dieses PDF lässt sich nur mit Passwort öffnen: ohne Passwort speichern",
    ),
    5: (
        "this PDF is encrypted in a way that is not supported: save it without protection",
        "dieses PDF ist auf eine Art verschlüsselt, die nicht gelesen wird: ohne Schutz speichern",
    ),
}
_BROKEN = (
    "this PDF is damaged or incomplete and cannot be opened: export it again",
    "dieses PDF ist beschädigt oder unvollständig und lässt sich nicht öffnen: neu exportieren",
)
_MISSING = (
    'PDF needs the library pypdfium2, which is not installed: pipx install "presslint[pdf]"',
    'Für PDF fehlt die Bibliothek pypdfium2: pipx install "presslint[pdf]"',
)


def too_much(what: str, german: str) -> LoadError:
    """Return the reason why a document is not read that has more of something than any release."""
    return LoadError(
        f"this PDF has more than {what}: that is no press release",
        f"dieses PDF hat mehr als {german}: das ist keine Pressemitteilung",
    )


def library() -> Any:
    """Return the raw interface of PDFium. Raises LoadError with the install line where it is not installed."""
    try:
        from pypdfium2 import raw  # noqa: PLC0415 - an extra, and only PDFs need it
    except ImportError:
        raise LoadError(*_MISSING) from None
    return raw


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a document; it ends with the block. Raises LoadError where it cannot be opened or has too many pages."""
    pdfium = library()
    if _is_cut(data):
        raise LoadError(*_BROKEN)
    buffer = create_string_buffer(data, len(data))  # PDFium reads from it as long as the document is open
    document = pdfium.FPDF_LoadMemDocument64(buffer, len(data), None)
    if not document:
        raise LoadError(*_REASONS.get(pdfium.FPDF_GetLastError(), _BROKEN))
    try:
        pages = pdfium.FPDF_GetPageCount(document)
        if pages < 1:
            raise LoadError("this PDF has no pages: export it again", "dieses PDF hat keine Seiten: neu exportieren")
        if pages > MOST_PAGES:
            raise LoadError(
                f"this PDF has {pages} pages: more than {MOST_PAGES} is no press release",
                f"dieses PDF hat {pages} Seiten: mehr als {MOST_PAGES} hat keine Pressemitteilung",
            )
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _is_cut(data: bytes) -> bool:
    """Tell whether the end of a file is missing, which PDFium would read without a word."""
    linear = _LINEAR.search(data, 0, 2048)
    length = int(linear[1]) if linear is not None else 0
    return len(data) < length or b"%%EOF" not in data[-_TAIL:]


@contextmanager
def page_of(document: Any, index: int) -> Iterator[tuple[Any, Any]]:
    """Open a page and its text. Raises LoadError where the page cannot be read."""
    pdfium = library()
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise LoadError(
            f"page {index + 1} of this PDF is damaged and cannot be read: export it again",
            f"Seite {index + 1} dieses PDFs ist beschädigt und nicht lesbar: neu exportieren",
        )
    try:
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise LoadError(*_BROKEN)
        try:
            yield page, text
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


def is_encrypted(document: Any) -> bool:
    """Tell whether the document is encrypted, though it can be opened without a password."""
    return bool(library().FPDF_GetSecurityHandlerRevision(document) >= 0)


def may_copy(document: Any) -> bool:
    """Tell whether its readers may copy text."""
    return bool(library().FPDF_GetDocPermissions(document) & _COPY)
