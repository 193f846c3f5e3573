"""Headers and footers of a Word document."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presslint.load.docx_body import Walker
from presslint.load.docx_runs import Settings
from presslint.load.ooxml_names import R, W, switch
from presslint.load.ooxml_package import Package
from presslint.load.xml_story import Margin, Story
from presslint.model.release import TraceKind

_MOST = 60  # headers and footers: a document of twenty sections has as many


class Margins(NamedTuple):
    """What the headers and footers hold. ``shown`` are those of the first page."""

    shown: tuple[Margin, ...] = ()
    texts: tuple[str, ...] = ()
    first_only: tuple[str, ...] = ()
    numbered: bool = False
    totalled: bool = False


class _Reference(NamedTuple):
    kind: str  # "header" or "footer"
    type: str  # "default", "first" or "even"
    part: str
    on_first_page: bool


def read_margins(package: Package, body: Element, story: Story, settings: Settings) -> Margins:
    """Read the headers and footers into the story, each once, behind what is there."""
    shown: list[Margin] = []
    texts: dict[str, None] = {}
    first_only: dict[str, None] = {}
    numbered = totalled = False
    read: set[str] = set()
    for reference in _references(package, body):
        if reference.part in read or len(read) >= _MOST:
            continue
        read.add(reference.part)
        root = package.tree(reference.part)
        if root is None:
            continue
        first = len(story.paragraphs)
        where = f"first {reference.kind}" if reference.type == "first" else reference.kind
        walker = Walker(story, settings._replace(where=where, relations=package.relations_of(reference.part)))
        start = story.offset + bool(first)
        walker.blocks(root)
        walker.end()
        numbered, totalled = numbered or walker.numbered, totalled or walker.totalled
        text = story.since(start).strip()
        if not text:
            continue
        story.trace(TraceKind.MARGIN, text, start=start, where=where)
        texts[text] = None
        if reference.type == "first":
            first_only[text] = None
        if reference.on_first_page:
            shown.append(Margin(reference.kind, first, len(story.paragraphs)))
    return Margins(tuple(shown), tuple(texts), tuple(first_only), numbered, totalled)


def _references(package: Package, body: Element) -> Iterator[_Reference]:
    for number, section in enumerate(body.iter(f"{W}sectPr")):
        titled = bool(switch(section, "titlePg"))
        for kind in ("header", "footer"):
            for reference in section.findall(f"{W}{kind}Reference"):
                relation = package.relations.get(reference.get(f"{R}id", ""))
                type_ = reference.get(f"{W}type", "default")
                if relation is None or relation.external or (type_ == "first" and not titled):
                    continue
                on_first = number == 0 and type_ == ("first" if titled else "default")
                yield _Reference(kind, type_, relation.target, on_first)
