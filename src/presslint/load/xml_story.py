"""The text of a word processor's document: one line for each paragraph, in the order of the document."""

from typing import NamedTuple

from presslint.load.drafts import MOST, RawMark, too_many
from presslint.model.release import BlockKind, MarkKind, Trace, TraceKind, Zone
from presslint.text.span import SourceSpan

BREAK = "\u2028"  # a line break within a paragraph: readers see a new line, but nobody counts it as a paragraph
MAX_TRACE = 500
MAX_TEXT = 4_000_000  # characters: a book has two million
_SPACES = {ord(character): " " for character in "\r\n\u2029\x85\x0b\x0c"}


class Look(NamedTuple):
    """How a stretch of text looks. ``language`` is what somebody said of it, not what a style or template does."""

    bold: bool = False
    vanish: bool = False
    white: bool = False
    tiny: bool = False
    shaded: bool = False
    language: str = ""

    @property
    def hidden(self) -> bool:
        """Tell whether nobody sees it."""
        return self.vanish or self.tiny


PLAIN = Look()


class Cell(NamedTuple):
    """Where in a table a paragraph stands: which table, which row, which cell, each counted from 1 in the document."""

    table: int
    row: int
    cell: int


class Margin(NamedTuple):
    """A header or footer of the first page: which paragraphs of the story, the last exclusive."""

    kind: str
    first: int
    last: int


class Paragraph:
    """One paragraph: its stretch of the text, its shape, and where it stands.

    ``apart`` says that it does not continue what stands before it, as in a text box; ``joined`` that the sign that
    ends it is to be deleted, so that the next one continues it. ``strong`` says that all of it is bold.
    """

    __slots__ = ("apart", "cell", "end", "joined", "kind", "level", "start", "strong", "zone")

    def __init__(self, start: int, kind: BlockKind, level: int, cell: Cell | None, zone: Zone) -> None:
        self.start = start
        self.end = start
        self.kind = kind
        self.level = level
        self.cell = cell
        self.zone = zone
        self.apart = False
        self.joined = False
        self.strong = False


class Story:
    """Collects the paragraphs of a document with their marks and with what travels beside the text."""

    __slots__ = ("_lines", "_parts", "_strong", "_weak", "images", "marks", "offset", "paragraphs", "traces")

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.marks: list[RawMark] = []
        self.traces: list[Trace] = []
        self.images = 0
        self.offset = 0
        self._parts: list[str] = []
        self._lines = 0
        self._strong = self._weak = False

    def open(
        self,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        *,
        cell: Cell | None = None,
        zone: Zone = Zone.UNKNOWN,
    ) -> Paragraph:
        """Begin a paragraph on a line of its own."""
        if self.paragraphs:
            self._add("\n")
        if len(self.paragraphs) >= MOST:
            raise too_many("paragraphs", "Absätze")
        if zone is Zone.QUOTE and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.QUOTE
        paragraph = Paragraph(self.offset, kind, level, cell, zone)
        self.paragraphs.append(paragraph)
        self._strong = self._weak = False
        return paragraph

    def close(self) -> None:
        """End the paragraph."""
        paragraph = self.paragraphs[-1]
        paragraph.end = self.offset
        paragraph.strong = self._strong and not self._weak

    def text(self, text: str, *, strong: bool = False) -> None:
        """Show text in the paragraph that is open."""
        text = text.translate(_SPACES)
        if not text.isspace():
            if strong:
                self._strong = True
            else:
                self._weak = True
        self._add(text)

    def line_break(self) -> None:
        """Begin a new line in the paragraph."""
        self._lines += 1
        if self._lines > MOST:
            raise too_many("line breaks", "Zeilenumbrüche")
        self._add(BREAK)

    def mark(self, kind: MarkKind, start: int, target: str = "", title: str = "") -> None:
        """Note a mark over the text since ``start``."""
        if len(self.marks) >= MOST:
            raise too_many("marks", "Auszeichnungen")
        span = SourceSpan(start, self.offset)
        self.marks.append(RawMark(kind, span, span, target, None, title))

    def trace(
        self, kind: TraceKind, text: str = "", author: str = "", start: int | None = None, where: str = ""
    ) -> None:
        """Note what travels with the document, at the text since ``start``, or at the place where the story is."""
        if len(self.traces) >= MOST:
            raise too_many("changes and comments", "Änderungen und Kommentare")
        at = SourceSpan(self.offset if start is None else start, self.offset)
        self.traces.append(Trace(kind, text[: 4 * MAX_TRACE], author[:MAX_TRACE], at, where))

    def hide(self, text: str, at: int, where: str = "") -> None:
        """Note text that readers do not see, at the place where it would stand."""
        self.traces.append(Trace(TraceKind.HIDDEN, text[: 4 * MAX_TRACE], at=SourceSpan(at, at), where=where))

    def comment(self, text: str, author: str, at: tuple[int, int] | None) -> None:
        """Note a comment at a stretch of the text; one for presslint is a mark, as in Markdown."""
        text = text[: 4 * MAX_TRACE].strip()
        if at is not None and text.startswith("presslint:"):
            place = SourceSpan(at[0], at[0])
            self.marks.append(RawMark(MarkKind.COMMENT, place, place, text))
            return
        self.traces.append(Trace(TraceKind.COMMENT, text, author[:MAX_TRACE], SourceSpan(*at) if at else None))

    def beside(self, kind: TraceKind, text: str = "", where: str = "") -> None:
        """Note what travels with the document and has no place in its text."""
        self.traces.append(Trace(kind, text[: 4 * MAX_TRACE], where=where))

    def since(self, start: int) -> str:
        """Return the text since a place of it."""
        parts: list[str] = []
        place = self.offset
        for part in reversed(self._parts):
            if place <= start:
                break
            place -= len(part)
            parts.append(part)
        return "".join(reversed(parts))[max(start - place, 0) :]

    def whole(self) -> str:
        """Return all of the text."""
        return "".join(self._parts)

    def _add(self, text: str) -> None:
        if self.offset > MAX_TEXT:
            raise too_many("characters", "Zeichen", MAX_TEXT)
        self._parts.append(text)
        self.offset += len(text)


def cut(text: str) -> str:
    """Return the lines of a text without the white space that shows nothing, no longer than a trace may be."""
    lines = (" ".join(line.split()) for line in text[: 4 * MAX_TRACE].replace(BREAK, "\n").split("\n"))
    return "\n".join(line for line in lines if line)[:MAX_TRACE]
