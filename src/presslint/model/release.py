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
    PROPERTY = "property"
    JSON = "json"


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


class Release(NamedTuple):
    """What a reader sees of a file, and what its metadata says.

    ``language`` is the declared language as a primary subtag (``de``), or empty; the language of the text itself is
    a fact. ``format`` is the name of the loader that read it (``text``, ``markdown``).
    """

    source: Source
    format: str
    prose: TextView
    blocks: tuple[Block, ...]
    fields: tuple[Field, ...] = ()
    marks: tuple[Mark, ...] = ()
    language: str = ""
    notes: tuple[Note, ...] = ()

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
