"""XML as events with places in the text: what expat reads, safely.

Document type definitions are refused: they hold entities that multiply or lead to files, and no feed needs them.
"""

import re
from typing import NamedTuple, Protocol
from xml.parsers import expat

from presslint.errors import LoadError
from presslint.load.bytemap import ByteMap
from presslint.load.drafts import MOST, too_many
from presslint.model.source import Source
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

NAR = "http://iptc.org/std/nar/2006-10-01/"
MAX_DEPTH = 200

_DECLARATION = regex(r"\s{0,100}<\?xml\s[^?<>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([\w.-]{1,40})[\"']")

_ATTRIBUTE = regex(r"(?<![\w:.-])([\w:.-]{1,100})\s{0,100}=\s{0,100}(?:\"([^\"]*)\"|'([^']*)')")
_GERMAN = {
    "mismatched tag": "ein Tag wird nicht oder falsch geschlossen",
    "not well-formed (invalid token)": "hier steht ein Zeichen, das hier nicht stehen darf",
    "no element found": "die Datei hört mittendrin auf",
    "unclosed token": "ein Tag endet nirgends",
    "junk after document element": "hinter dem Ende steht noch etwas",
    "undefined entity": "die Entität ist nicht bestimmt; außer &amp; &lt; &gt; &quot; und &apos; gibt es keine",
    "duplicate attribute": "ein Attribut steht zweimal da",
    "unbound prefix": "das Präfix gehört zu keinem Namensraum",
}


class Tag(NamedTuple):
    """A start tag: the name without its prefix, the namespace, the attributes by local name, and where it stands."""

    name: str
    space: str
    attributes: dict[str, str]
    at: SourceSpan


class Handler(Protocol):
    """Who takes the events. ``text`` is None where the source from ``start`` to ``end`` is the text itself."""

    def start(self, tag: Tag) -> None:
        """Take a start tag."""

    def end(self, name: str, space: str, at: SourceSpan) -> None:
        """Take an end tag; it is empty for an element that is closed in its start tag."""

    def text(self, start: int, end: int, text: str | None) -> None:
        """Take text."""


def read_xml(text: str, handler: Handler) -> None:
    """Read ``text`` and tell ``handler`` what is in it. Raises LoadError for what is no XML, or not safe to read."""
    _Reader(text, handler).read()


def declared(source: Source) -> Source:
    """Return a source that is no UTF-8 as the encoding that its XML declaration names, where that fits.

    Raises LoadError where it does not.
    """
    found = _DECLARATION.match(source.text)
    if found is None or source.encoding != "cp1252" or found[1].lower() in ("windows-1252", "cp1252"):
        return source
    try:
        text = source.data.decode(found[1])
    except (LookupError, UnicodeDecodeError):
        raise LoadError(
            f"the file says that it is {found[1]}, but it is not: save it as UTF-8",
            f"die Datei sagt, sie sei {found[1]}, ist es aber nicht: als UTF-8 speichern",
        ) from None
    return source._replace(text=text, encoding=found[1].lower())


def value_at(text: str, tag: SourceSpan, name: str) -> SourceSpan | None:
    """Return where the value of an attribute stands in a tag; ``name`` is as written, or without its prefix."""
    for found in _ATTRIBUTE.finditer(text, tag.start, tag.end):
        if found[1] == name or found[1].rpartition(":")[2] == name:
            return SourceSpan(*found.span(2 if found[2] is not None else 3))
    return None


class _Reader:
    """Parses the text as UTF-8, whatever it was in the file.

    An event knows where it begins, and the next one where it ends, so that each is told when the next one comes.
    """

    def __init__(self, text: str, handler: Handler) -> None:
        self.source = text
        self.handler = handler
        self.places = ByteMap(text)
        self.depth = 0
        self.count = 0
        self._waiting: tuple[int, object] | None = None
        self.parser = parser = expat.ParserCreate("utf-8", namespace_separator="\x1f")
        parser.buffer_text = False
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.CommentHandler = parser.ProcessingInstructionHandler = self._other
        parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = self._other

    def read(self) -> None:
        data = self.source.encode("utf-8", "surrogatepass")
        try:
            self.parser.Parse(data, True)  # noqa: FBT003 - positional in the library
        except expat.ExpatError as error:
            raise self._problem(error) from None
        self._settle(len(self.source))

    def _problem(self, error: expat.ExpatError) -> LoadError:
        english = expat.ErrorString(error.code) or "not well-formed"
        line, column = error.lineno, error.offset + 1
        german = _GERMAN.get(english, english)
        return LoadError(
            f"line {line}, column {column}: this is no XML: {english}",
            f"Zeile {line}, Spalte {column}: das ist kein XML: {german}",
        )

    def _here(self) -> int:
        return self.places.character(self.parser.CurrentByteIndex)

    def _settle(self, end: int) -> None:
        """Tell the event that was waiting for its end."""
        if self._waiting is None:
            return
        (start, event), self._waiting = self._waiting, None
        if isinstance(event, str):
            self.handler.text(start, end, None if self.source[start:end] == event else event)
        elif isinstance(event, tuple):
            name, space, attributes = event
            self.handler.start(Tag(name, space, attributes, SourceSpan(start, _tag_end(self.source, start, end))))
        elif isinstance(event, list):
            self.handler.end(event[0], event[1], SourceSpan(start, _tag_end(self.source, start, end)))

    def _next(self, event: object) -> None:
        here = self._here()
        self._settle(here)
        self._waiting = (here, event)
        self.count += 1
        if self.count > MOST:
            raise too_many("tags and texts", "Tags und Texte")

    def _start(self, full: str, flat: list[str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            line = self.parser.CurrentLineNumber
            raise LoadError(
                f"line {line}: the elements are nested more than {MAX_DEPTH} levels deep",
                f"Zeile {line}: die Elemente sind mehr als {MAX_DEPTH} Ebenen tief verschachtelt",
            )
        space, _, name = full.rpartition("\x1f")
        names = (key.rpartition("\x1f")[2] for key in flat[::2])
        self._next((name, space, dict(zip(names, flat[1::2], strict=True))))

    def _end(self, full: str) -> None:
        self.depth -= 1
        space, _, name = full.rpartition("\x1f")
        self._next([name, space])

    def _characters(self, data: str) -> None:
        self._next(data)

    def _other(self, *_: object) -> None:
        self._next(None)

    def _doctype(self, *_: object) -> None:
        line = self.parser.CurrentLineNumber
        raise LoadError(
            f"line {line}: the file has a document type definition (DOCTYPE), which can hold traps: take it out",
            f"Zeile {line}: die Datei hat eine Dokumenttyp-Definition (DOCTYPE), die Fallen enthalten kann: entfernen",
        )


_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


def _tag_end(source: str, start: int, end: int) -> int:
    """Return where a tag ends: what stands between it and the next event, such as CDATA marks, is no part of it."""
    if source[end - 1 : end] == ">" and source.find(">", start) == end - 1:
        return end
    found = _TAG.match(source, start, end)
    return found.end() if found else end
