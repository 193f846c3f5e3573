"""Markdown, read by pyromark, whose events carry the exact place of every piece of text.

Only this module knows pyromark. What it cannot know of press releases is mended here: a date at a line start that
CommonMark takes for item 23 of a list, an end mark that it takes for an empty heading.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pyromark

from presslint.load.assembly import assemble
from presslint.load.bytemap import ByteMap
from presslint.load.collector import Collector
from presslint.load.drafts import APART
from presslint.load.frontmatter import read_front_matter
from presslint.load.targets import definition_target, inline_target
from presslint.load.templating import Spans, filled, outside, template_spans
from presslint.model.house import House
from presslint.model.release import BlockKind, MarkKind, Release, Zone
from presslint.model.source import Source
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

if TYPE_CHECKING:
    from presslint.load.html_text import HtmlReader

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
_NUMBER = regex(r"\d{1,9}[.)]")
# these begin an item in CommonMark, but stand for themselves: "- 2 -", "+ 49 30 …"
_NO_BULLET = regex(r"([-*+])[ \t]{1,4}[^\s][^\r\n]{0,30}[ \t]\1[ \t]{0,9}(?=[\r\n]|\Z)|\+[ \t]\d")
_SIGNS = regex(r"[ ]{0,3}(#[ \t]*#[ \t]*#[# \t]{0,20}?)[ \t]*(?=[\r\n]|\Z)")
_LINE = regex(r"[^\r\n]+")
_BACKTICKS = regex(r"`+")


def load(source: Source, house: House) -> Release:
    """Read a Markdown release with its front matter. Raises LoadError where the front matter cannot be read."""
    fields, body = read_front_matter(source.text, house.fields)
    components = source.path[-4:].lower() == ".mdx"
    spans = template_spans(source.text, body, components=components) if components or "{" in source.text else []
    reader = _Reader(source.text, body, spans)
    reader.read()
    return assemble(source, "markdown", reader.out.drafts, marks=reader.out.marks, fields=fields)


class _Reader:
    """Turns the events of one text into drafts and marks."""

    def __init__(self, text: str, body: int, templates: Spans) -> None:
        self.text = text
        self.out = Collector(text, body)
        self._templates = templates  # what a site generator takes out
        self._filled = filled(text, templates) if templates else text
        self._at = ByteMap(self._filled, body).character
        self._body = body
        self._html: HtmlReader | None = None
        self._lists: list[bool] = []
        self._opened: list[tuple[Any, int, list[int]]] = []  # links, images and bold text that have begun, and where
        self._previous = 0  # where the event before ended, in bytes
        self._fresh = False  # an item has begun and has no paragraph yet
        self._code = False
        self._regions: list[tuple[int, int]] = []  # of one block of HTML
        self._row = -1
        self._alt: list[str] | None = None  # the description of the image that is being read
        self._images = 0  # images within images
        self._definitions: Mapping[str, Any] | None = None

    def read(self) -> None:
        """Read all of it."""
        at, text = self._at, self.text
        events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(self._source(), options=_OPTIONS)
        for event, place in events:
            if type(event) is str:
                self._break(event)
            else:
                ((name, value),) = event.items()
                if name == "Text":
                    first, last = place["start"], place["end"]
                    start = at(first)
                    width = len(value) if value.isascii() else len(value.encode())
                    if width == last - first and text.startswith(value, start):  # as it stands there
                        self._text(start, start + len(value), None, value)
                    else:
                        self._text(start, at(last), value, value)
                elif name == "Start":
                    self._start(value, at(place["start"]))
                    self._previous = place["start"]
                    continue
                elif name == "End":
                    self._end(value, place)
                else:
                    self._inline(name, value, at(place["start"]), at(place["end"]))
            self._previous = place["end"]
        self.out.close()

    def _source(self) -> str:
        return self._filled[self._body :] if self._body else self._filled

    def _break(self, event: str) -> None:
        if self._alt is not None:
            self._alt.append(" ")
        elif event == "Rule":
            self.out.close()
            self.out.gap = APART
        else:
            self.out.newline(hard=event == "HardBreak")

    def _text(self, start: int, end: int, shown: str | None, value: str) -> None:
        """Take in a piece of text: ``value``, which is ``shown`` where the source has something else."""
        if self._alt is not None:
            self._alt.append(value)
        elif self._templates:
            for first, last in outside(self._templates, start, end):
                plain = value == self._filled[start:end]
                # of the blanks on both sides of what goes, one stays
                twice = first > start and self.text[first] == " " == self._before(first)
                self.out.piece(first + twice, last, None if plain else value)
        elif self._code:
            for match in _LINE.finditer(self.text, start, end):
                self.out.piece(*match.span())
                self.out.newline(hard=True)
        else:
            self.out.piece(start, end, shown)

    def _before(self, place: int) -> str:
        """Return the sign in front of what a site generator takes out, which ends at ``place``."""
        first = self._templates[bisect_left(self._templates, (place, 0)) - 1][0]
        return self.text[first - 1 : first]

    def _inline(self, name: str, value: str, start: int, end: int) -> None:
        if name == "Html":
            if self._regions and self._regions[-1][1] == start:
                self._regions[-1] = (self._regions[-1][0], end)
            else:
                self._regions.append((start, end))
        elif self._alt is not None:
            self._alt.append(value if name == "Code" else "")
        elif name == "InlineHtml":
            self._read_html(start, end, inline=True)
        elif name == "Code":
            self._inline_code(value, start, end)

    def _read_html(self, start: int, end: int, *, inline: bool) -> None:
        if self._html is None:
            from presslint.load.html_text import HtmlReader  # noqa: PLC0415 - few releases have any HTML

            self._html = HtmlReader(self.out)
        self._html.read(start, end, inline=inline)

    def _inline_code(self, value: str, start: int, end: int) -> None:
        ticks = _BACKTICKS.match(self.text, start, end)
        width = len(ticks.group()) if ticks else 0
        inner = self.text[start + width : end - width]
        if inner != value and len(inner) == len(value) + 2 and inner[1:-1] == value:
            width += 1
            inner = value
        shown = SourceSpan(start + width, end - width)
        self.out.piece(*shown, None if inner == value else value)
        self.out.mark(MarkKind.CODE, SourceSpan(start, end), shown)

    def _start(self, value: Any, start: int) -> None:
        if type(value) is str:
            simple = _STARTS.get(value)
            if simple is not None:
                simple(self, start)
            return
        ((name, detail),) = value.items()
        if name in _ANCHORS:
            self._opened.append((detail, start, self.out.begin()))
            if name == "Image":
                self._images += 1
                self._alt = self._alt if self._alt is not None else []
            return
        self._fresh = False
        if name == "Heading":
            self._heading(start, int(detail["level"][1]))
        elif name == "CodeBlock":
            self.out.open(BlockKind.CODE)
            self._code = True
        else:
            self.out.close()
            if name == "List":
                self._lists.append(detail is not None)
                self.out.item += 1
            elif name == "BlockQuote":
                self.out.quote += 1
            elif name == "FootnoteDefinition":
                self.out.zone = Zone.NOTE

    def _heading(self, start: int, level: int) -> None:
        """Begin a heading; number signs alone are the end mark of a release, and shown as written."""
        signs = _SIGNS.match(self.text, start)
        if signs:
            self.out.zone = Zone.ENDMARK
            self.out.open(BlockKind.PARAGRAPH)
            self.out.piece(*signs.span(1))
            self.out.close()
            self.out.zone = Zone.UNKNOWN
        self.out.open(BlockKind.HEADING, level)

    def paragraph(self, _start: int) -> None:
        if not self._fresh:
            self.out.open()
        self._fresh = False

    def item(self, start: int) -> None:
        ordered = self._lists[-1]
        marker = (_NUMBER if ordered else _NO_BULLET).match(self.text, start)
        if marker and not ordered:
            self.out.open(BlockKind.PARAGRAPH)
            self.out.piece(start, start + 2)
        else:
            self.out.open()
            if marker:
                self.out.number(*marker.span())
        self._fresh = True

    def strong(self, start: int) -> None:
        self._opened.append((None, start, self.out.begin()))
        self.out.strong(begins=True)

    def html_block(self, _start: int) -> None:
        self.out.close()
        self._regions = []

    def table_row(self, start: int) -> None:
        self.out.open(BlockKind.ROW)
        self._row = start

    def table_cell(self, start: int) -> None:
        if self._row >= 0:
            self._row = -1
        else:
            self.out.tab(start)

    def _end(self, value: Any, place: Any) -> None:
        if type(value) is not str:
            ((name, _),) = value.items()
            if name == "List":
                self.out.close()
                self._lists.pop()
                self.out.item -= 1
            elif name == "BlockQuote":
                self.out.close()
                self.out.quote -= 1
            elif name == "Heading":
                self.out.close()
        elif value in _ANCHORS:
            self._link_ends(value, place)
        elif value == "Strong":
            self._strong_ends(place)
        elif value == "HtmlBlock":
            for region in self._regions:
                self._read_html(*region, inline=False)
            self.out.close()
        elif value == "FootnoteDefinition":
            self.out.close()
            self.out.zone = Zone.UNKNOWN
        elif value in _CLOSING:
            self.out.close()
            self._code = False
            self._fresh = False

    def _strong_ends(self, place: Any) -> None:
        _, start, begun = self._opened.pop()
        self.out.strong(begins=False)
        if self._alt is None:
            shown = self.out.shown(begun)
            if shown is not None:
                self.out.mark(MarkKind.STRONG, SourceSpan(start, self._at(place["end"])), shown)

    def _link_ends(self, name: str, place: Any) -> None:
        detail, start, begun = self._opened.pop()
        at = SourceSpan(start, self._at(place["end"]))
        if name == "Image":
            self._images -= 1
            if self._images:
                return
            title = "".join(self._alt or ())
            self._alt = None
            target_at = self._target_at(detail, start)
            self.out.mark(MarkKind.IMAGE, at, SourceSpan(at.end, at.end), detail["dest_url"], target_at, title)
            return
        if self._alt is not None:
            return
        shown = self.out.shown(begun) or SourceSpan(at.end, at.end)
        target, kind = detail["dest_url"], detail["link_type"]
        if kind in _AUTOLINKS:
            if kind == "Email" and not target.startswith("mailto:"):
                target = "mailto:" + target
            self.out.mark(MarkKind.AUTOLINK, at, shown, target, shown)
        else:
            self.out.mark(MarkKind.LINK, at, shown, target, self._target_at(detail, start), detail["title"])

    def _target_at(self, detail: Mapping[str, str], start: int) -> SourceSpan | None:
        target, kind = detail["dest_url"], detail["link_type"]
        if kind == "Inline":
            return inline_target(self.text, max(self._at(self._previous), start + 1), target)
        if kind in ("Reference", "Collapsed", "Shortcut"):
            if self._definitions is None:
                definitions = pyromark.reference_definitions(self._source(), options=_OPTIONS)
                self._definitions = {" ".join(key.casefold().split()): value for key, value in definitions.items()}
            definition = self._definitions.get(" ".join(detail["id"].casefold().split()))
            if definition is not None:
                return definition_target(self.text, self._at(definition["span"]["start"]), target)
        return None


_STARTS: dict[str, Callable[[_Reader, int], None]] = {
    "Paragraph": _Reader.paragraph,
    "Item": _Reader.item,
    "Strong": _Reader.strong,
    "HtmlBlock": _Reader.html_block,
    "TableHead": _Reader.table_row,
    "TableRow": _Reader.table_row,
    "TableCell": _Reader.table_cell,
}
_CLOSING = frozenset(("Paragraph", "Item", "CodeBlock", "TableHead", "TableRow", "Table"))
_ANCHORS = frozenset(("Link", "Image"))
_AUTOLINKS = frozenset(("Autolink", "Email"))
