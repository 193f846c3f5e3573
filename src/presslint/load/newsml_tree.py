"""An XML file as a tree whose texts know where they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.load.collector import Collector
from presslint.load.inset import Inset, Piece
from presslint.load.newsml_elements import Elements
from presslint.load.newsml_xml import Tag, read_xml, value_at
from presslint.text.span import SourceSpan


class Chunk(NamedTuple):
    """A piece of text. ``text`` is None where the source has it as it is."""

    start: int
    end: int
    text: str | None


class Node:
    """An element: its name without prefix, its namespace, its attributes by local name, and what is in it."""

    __slots__ = ("at", "attributes", "end", "inside", "name", "space")

    def __init__(self, tag: Tag) -> None:
        self.name = tag.name
        self.space = tag.space
        self.attributes = tag.attributes
        self.at = tag.at
        self.end = tag.at.end
        self.inside: list[Node | Chunk] = []

    def children(self, *names: str) -> "Iterator[Node]":
        """Yield the elements directly inside that have one of the names; all without names."""
        return (node for node in self.inside if isinstance(node, Node) and (not names or node.name in names))

    def child(self, *path: str) -> "Node | None":
        """Return the first element down a path of names."""
        node: Node | None = self
        for name in path:
            node = next(node.children(name), None) if node is not None else None
        return node

    def chunks(self) -> Iterator[Chunk]:
        """Yield the texts inside, at any depth."""
        for part in self.inside:
            if isinstance(part, Node):
                yield from part.chunks()
            else:
                yield part

    def text(self, source: str) -> str:
        """Return the text inside, white space folded."""
        parts = (source[chunk.start : chunk.end] if chunk.text is None else chunk.text for chunk in self.chunks())
        return " ".join("".join(parts).split())

    def span(self, source: str) -> SourceSpan | None:
        """Return where the text inside stands, without white space around it."""
        chunks = list(self.chunks())
        if not chunks:
            return None
        start, end = chunks[0].start, chunks[-1].end
        shown = source[start:end]
        start += len(shown) - len(shown.lstrip())
        return SourceSpan(start, start + len(shown.strip())) if shown.strip() else None


class _Builder:
    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []

    def start(self, tag: Tag) -> None:
        node = Node(tag)
        if self.open:
            self.open[-1].inside.append(node)
        else:
            self.root = node
        self.open.append(node)

    def end(self, name: str, space: str, at: SourceSpan) -> None:  # noqa: ARG002 - the parser holds names to their tags
        self.open.pop().end = at.end

    def text(self, start: int, end: int, text: str | None) -> None:
        if self.open:
            self.open[-1].inside.append(Chunk(start, end, text))


def tree_of(source: str) -> Node:
    """Return the root of an XML text. Raises LoadError for what is no XML, or not safe to read."""
    builder = _Builder()
    read_xml(source, builder)
    if builder.root is None:  # pragma: no cover - expat wants a root
        raise AssertionError
    return builder.root


def read_elements(source: str, node: Node, out: Collector) -> None:
    """Read what a reader sees of an element and all that is in it into a collector."""
    reader = Elements(out)
    _read(source, node, reader)
    out.close()


def _read(source: str, node: Node, reader: Elements) -> None:
    name = node.name.lower()
    attributes = node.attributes
    target = "href" if "href" in attributes else "src" if "src" in attributes else ""
    reader.start(name, attributes, node.at, value_at(source, node.at, target) if target else None)
    for part in node.inside:
        if isinstance(part, Node):
            _read(source, part, reader)
        else:
            reader.text(*part)
    reader.end(name, node.end)


def inset_of(source: str, node: Node) -> Inset:
    """Return the text inside an element as a text of its own, white space and all."""
    pieces = []
    parts = []
    at = 0
    for chunk in node.chunks():
        width = chunk.end - chunk.start
        shown = source[chunk.start : chunk.end] if chunk.text is None else chunk.text
        if shown:
            pieces.append(Piece(at, chunk.start, width, 0 if chunk.text is None else len(shown)))
            parts.append(shown)
            at += len(shown)
    return Inset("".join(parts), pieces)
