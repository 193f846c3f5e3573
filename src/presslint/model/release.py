"""A release as it is read: prose, blocks with zones, marks and metadata fields."""

from enum import StrEnum
from typing import NamedTuple

from presslint.model.source import Source
from presslint.text.sourcemap import TextView
from presslint.text.span import SourceSpan, Span


class Zone(StrEnum):
    """What a part of a release is for."""

    LABEL = "label"  # "Presseinformation", "News Release", "For immediate release"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    DATELINE = "dateline"  # a place or date of its own before the lead
    LEAD = "lead"  # the first paragraph of the body
    BODY = "body"
    QUOTE = "quote"  # a block quotation
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    CONTACT = "contact"
    BOILERPLATE = "boilerplate"  # "About Acme", "Über Acme"
    NOTE = "note"  # notes to editors
    EMBARGO = "embargo"
    PAGEMARK = "pagemark"
    SOCIAL = "social"
    ENDMARK = "endmark"
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """The shape of a block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    QUOTE = "quote"
    ROW = "row"  # of a table; cells are separated by a tab in the prose
    CODE = "code"


class Block(NamedTuple):
    """A stretch of prose of one shape and purpose. Blocks are ordered, do not overlap and do not nest.

    ``level`` is the level of a heading (1 to 6), the depth of a list item (from 1), else 0.
    """

    kind: BlockKind
    zone: Zone
    span: Span
    level: int = 0


class MarkKind(StrEnum):
    """What markup says about a stretch of prose."""

    LINK = "link"
    AUTOLINK = "autolink"  # the visible text is the target, as in <https://example.org>
    IMAGE = "image"
    CODE = "code"
    STRONG = "strong"
    COMMENT = "comment"  # invisible; the span is empty and lies where the comment stands


class Mark(NamedTuple):
    """Markup that a rule may need.

    ``span`` is the visible text, ``target`` the address as a program would follow it, ``target_at`` where the address
    stands in the source (None where it stands elsewhere, as for reference links whose definition was not located),
    ``at`` the whole mark in the source. For a comment ``target`` is its text.
    """

    kind: MarkKind
    span: Span
    at: SourceSpan
    target: str = ""
    target_at: SourceSpan | None = None
    title: str = ""


class FieldOrigin(StrEnum):
    """Where a metadata field stands."""

    FRONTMATTER = "frontmatter"
    HEADER = "header"
    PROPERTY = "property"  # of a document: DOCX, ODT, PDF
    JSON = "json"  # of ninjs
    XML = "xml"  # of NewsML-G2
    META = "meta"  # the head of an HTML page: title, meta elements, Open Graph
    LINKED_DATA = "linked-data"  # JSON-LD in an HTML page
    ATTRIBUTE = "attribute"  # markup that says something of the whole, such as <html lang>


class Field(NamedTuple):
    """One scalar of the metadata.

    ``key`` is the key as written, nested keys joined by dots and list indices in brackets (``contact[0].phone``).
    ``name`` is the release field that it stands for (``title``, ``date``, ``language``, ``embargo``, ``expires``,
    ``updated``, ``contact`` …), or the key where it stands for none. ``value`` is the text as written, without
    quotation marks; ``span`` is where the value stands.
    """

    name: str
    key: str
    value: str
    origin: FieldOrigin = FieldOrigin.FRONTMATTER
    span: SourceSpan | None = None


class Note(NamedTuple):
    """Something the loader had to guess or repair, by the code of the engine's own findings (``SYS…``)."""

    code: str
    case: str
    args: tuple[tuple[str, str], ...] = ()
    span: SourceSpan | None = None


class TraceKind(StrEnum):
    """What travels with a file although a reader does not see it, or should not."""

    INSERTION = "insertion"  # tracked; its text is part of the prose
    DELETION = "deletion"  # tracked; its text is not part of the prose
    MOVE = "move"
    FORMATTING = "formatting"  # a tracked change of nothing but looks
    TRACKING = "tracking"  # changes are being recorded from now on
    COMMENT = "comment"  # of a word processor
    ANNOTATION = "annotation"  # of a PDF: ``where`` begins with its subtype
    HIDDEN = "hidden"  # text that is set invisible
    COVERED = "covered"  # text under a filled box
    LAYER = "layer"  # a layer that is switched off
    BOOKMARK = "bookmark"  # an entry of the outline of a document
    ATTACHMENT = "attachment"
    WATERMARK = "watermark"
    MARGIN = "margin"  # the text of a header or footer
    IMAGE = "image"  # a picture that fills a page which has no text


class Trace(NamedTuple):
    """Something that is in a file beside the text of the release.

    ``text`` is what it holds, at most 500 characters; ``author`` who made it. ``at`` is the place in ``Source.text``
    where it stands or belongs, None where it has none. ``where`` says where to look in the program that opens the file
    (``page 2``, ``header``), in English, or is a further word that rules may need.
    """

    kind: TraceKind
    text: str = ""
    author: str = ""
    at: SourceSpan | None = None
    where: str = ""
    page: int | None = None


class Page(NamedTuple):
    """One page of a format that has pages (PDF), in order.

    ``at`` is its stretch of ``Source.text``; lines are counted from its beginning. ``top`` and ``bottom`` are the lines
    in its margins that are not part of the prose, the first and the last ones of the stretch; cells are parted by tabs.
    ``pictured`` is the share of its area that images cover (0 to 1); ``characters`` counts the characters that can be
    copied from it, ``unmapped`` those of them without meaning; ``recognised`` says that they lie invisible over a
    picture: a program has read them from a scan.
    """

    number: int
    at: SourceSpan
    top: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    pictured: float = 0.0
    characters: int = 0
    unmapped: int = 0
    recognised: bool = False


class Paging(NamedTuple):
    """What a document says of its pages.

    ``total`` is the number of pages, 0 where nothing tells; ``certain`` that it was counted in the file itself, not
    copied from what a program once wrote down. ``numbered`` says that a field in a header or footer prints page numbers
    (``PAGE``), ``totalled`` that one prints their total (``NUMPAGES``). ``first_only`` are texts of a margin that only
    the first page has.
    """

    total: int = 0
    certain: bool = False
    numbered: bool = False
    totalled: bool = False
    pages: tuple[Page, ...] = ()
    margins: tuple[str, ...] = ()
    first_only: tuple[str, ...] = ()


NO_PAGES = Paging()


class Release(NamedTuple):
    """What a reader sees of a file, and what its metadata says.

    ``language`` is the declared language as a primary subtag (``de``), or empty; the language of the text itself is
    a fact. ``format`` is the name of the loader that read it (``text``, ``markdown``, ``html`` …). ``cover`` says that
    it is only a letter around a release that is attached, or a picture: what it lacks is no fault. ``other`` is the
    same text in another form, such as the plain text beside the HTML of a mail.
    """

    source: Source
    format: str
    prose: TextView
    blocks: tuple[Block, ...]
    fields: tuple[Field, ...] = ()
    marks: tuple[Mark, ...] = ()
    language: str = ""
    notes: tuple[Note, ...] = ()
    traces: tuple[Trace, ...] = ()
    paging: Paging = NO_PAGES
    cover: bool = False
    other: str = ""

    @property
    def text(self) -> str:
        """The prose that a reader sees."""
        return self.prose.text

    def field(self, name: str) -> Field | None:
        """Return the first field of that name that has a value."""
        return next((field for field in self.fields if field.name == name and field.value), None)

    def zone_at(self, offset: int) -> Zone:
        """Return the zone of the block that holds or last ended before ``offset``."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].span.start <= offset:
                low = middle + 1
            else:
                high = middle
        return self.blocks[low - 1].zone if low else Zone.UNKNOWN
