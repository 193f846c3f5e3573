"""XML parts of documents as trees, with what can be misused refused before it is parsed."""

from xml.etree.ElementTree import Element, ParseError, XMLParser

from presslint.errors import LoadError
from presslint.load.archive import Archive, damaged

# signs that begin a tag, and signs of equality, which come with every attribute: the text of a thick book has fewer,
# and each takes a hundred bytes of memory
MAX_TAGS = 200_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_ASCII = 0x7F
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_NAMESPACES = tuple(
    (_STRICT + strict, _USUAL + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
        (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
        (b"officeDocument/docPropsVTypes", b"officeDocument/2006/docPropsVTypes"),
        (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
        (b"drawingml/picture", b"drawingml/2006/picture"),
        (b"drawingml/chart", b"drawingml/2006/chart"),
        (b"drawingml/main", b"drawingml/2006/main"),
    )
)


class Parts:
    """The XML parts of one document, which share one limit of elements."""

    __slots__ = ("_left", "archive")

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._left = MAX_TAGS

    def tree(self, name: str) -> Element | None:
        """Return the root of a part; None where the document has none of that name.

        Raises LoadError where it is not well-formed, where it has a document type declaration, as no office program
        writes one and entities are declared in it, or where all that was read has more elements than any release.
        """
        data = self.archive.read(name)
        if not data:
            return None
        text: str | bytes = data
        if data.startswith(_UTF_16):
            text = _from_utf_16(data)
            data = text.encode("utf-8", "surrogatepass")
        # expat takes no other encoding in which these characters are other bytes
        if b"<!DOCTYPE" in data:
            raise LoadError(
                "the file holds a document type declaration, which no office program writes: it is not read",
                "die Datei enthält eine Dokumenttyp-Deklaration, die kein Büroprogramm schreibt: nicht gelesen",
            )
        self._left -= max(data.count(b"<"), data.count(b"="))
        if self._left < 0:
            raise LoadError(
                "the document has more parts than any press release: it is not read",
                "das Dokument hat mehr Teile als jede Pressemitteilung: es wird nicht gelesen",
            )
        if _STRICT in data and text is data:
            text = _transitional(data)
        return _parsed(text)


def _from_utf_16(data: bytes) -> str:
    encoding = "utf-16" if data[0] > _ASCII else "utf-16-le" if data[1] == 0 else "utf-16-be"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise damaged() from error


def _parsed(text: str | bytes) -> Element:
    parser = XMLParser()  # noqa: S314 - without a document type declaration there are no entities to misuse
    try:
        parser.feed(text)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise damaged() from error
    return root


def _transitional(data: bytes) -> bytes:
    """Return a part of a document in the strict form of ISO/IEC 29500 with the names of the form that is usual."""
    for strict, usual in _NAMESPACES:
        data = data.replace(strict, usual)
    return data


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def too_deep() -> LoadError:
    """Return the reason why a document is not read whose parts lie in one another without end."""
    return LoadError(
        "the parts of the document are nested deeper than any program writes: it is not read",
        "die Teile des Dokuments sind tiefer verschachtelt, als ein Programm sie schreibt: es wird nicht gelesen",
    )
