"""PDF: text in reading order from the boxes of its characters, with real pages."""

from presslint.load.pdf_open import library
from presslint.model.house import House
from presslint.model.release import Release
from presslint.model.source import Source


def load(source: Source, house: House) -> Release:
    """Read a PDF. ``Source.text`` of the answer has the lines of each page in reading order.

    On each page those in the upper margin come first, those in the lower margin last. Raises LoadError where the
    library is missing, and for what is damaged, locked, or too large to be a release.
    """
    del house
    library()
    from presslint.load.pdf_document import read  # noqa: PLC0415 - needs the library

    return read(source)
