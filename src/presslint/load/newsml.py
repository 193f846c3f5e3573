"""NewsML-G2, the news of IPTC in XML: news items, packages, and messages that carry them.

https://iptc.org/std/NewsML-G2/guidelines/ says what the elements mean. What people read are the headline, the byline,
the dateline and the content in the file itself; content that only an address leads to is not there.
"""

from collections.abc import Iterator

from presslint.errors import LoadError
from presslint.load.assembly import assemble
from presslint.load.collector import Collector
from presslint.load.drafts import APART, Draft, RawMark
from presslint.load.newsml_fields import contact_drafts, fields_of
from presslint.load.newsml_tree import Node, inset_of, read_elements, tree_of
from presslint.load.newsml_xml import NAR, declared
from presslint.load.wire import MAX_CHARACTERS, Shown, folded, html_drafts, is_markup, plain_drafts, too_long
from presslint.model.house import House
from presslint.model.release import BlockKind, Release, Zone
from presslint.model.source import Source
from presslint.text.lazy import regex

_BLANKED = regex(r"[^\r\n]")
_ITEMS = frozenset(("newsItem", "packageItem"))
_OTHERS = {
    "conceptItem": ("a concept item", "ein Begriff (conceptItem)"),
    "knowledgeItem": ("a list of concepts", "eine Liste von Begriffen (knowledgeItem)"),
    "planningItem": ("a planning item", "eine Planung (planningItem)"),
    "catalogItem": ("a catalogue", "ein Katalog (catalogItem)"),
}
_LINES = (("headline", Zone.HEADLINE), ("by", Zone.SUBHEAD), ("dateline", Zone.DATELINE), ("description", Zone.SUBHEAD))


def load(source: Source, house: House) -> Release:
    """Read a news item, or the first one of a message that has text.

    Raises LoadError for what is no XML, not safe to read, or no news item in the namespace of NewsML-G2.
    """
    if len(source.text) > MAX_CHARACTERS:
        raise too_long()
    source = declared(source)
    root = tree_of(source.text)
    items = items_of(root)
    readers = [_Reader(source.text, item) for item in items]
    reader = next((found for found in readers if found.has_text), readers[0])
    release = assemble(
        source._replace(escaping="xml"),
        "newsml",
        reader.drafts(),
        marks=reader.marks,
        fields=fields_of(source.text, root, reader.item, house.fields),
        reordered=True,
    )
    # one without text is a picture, or only announces a text
    return release._replace(traces=tuple(reader.content.traces), cover=not reader.has_text)


def further_items(source: Source) -> Iterator[tuple[str, Source]]:
    """Yield the other items with text of a message, as sources in which all but that item is blank, with names.

    Lines and columns are those of the message.
    """
    if "newsMessage" not in source.text[:4000]:
        return
    text = source.text
    items = items_of(tree_of(text))
    told = [item for item in items if _Reader(text, item).has_text]
    parts: list[str] = []
    place = 0
    for item in items:
        parts += (text[place : item.at.start], _BLANKED.sub(" ", text[item.at.start : item.end]))
        place = item.end
    blank = "".join((*parts, text[place:]))
    for number, item in enumerate(told[1:], 2):
        start, end = item.at.start, item.end
        yield f"item-{number}.xml", source._replace(text=blank[:start] + text[start:end] + blank[end:])


def items_of(root: Node) -> list[Node]:
    """Return the news items and packages of a file, in order. Raises LoadError where there are none."""
    if root.space != NAR:
        raise _other_root(root)
    if root.name in _ITEMS:
        return [root]
    if root.name != "newsMessage":
        english, german = _OTHERS.get(root.name, (f"<{root.name}>", f"<{root.name}>"))
        raise LoadError(
            f"this is NewsML-G2, but {english}: it has no text of a release",
            f"das ist NewsML-G2, aber {german}: darin steht keine Mitteilung",
        )
    items = [item for part in root.children("itemSet") for item in part.children(*_ITEMS)]
    if not items:
        raise LoadError(
            "this NewsML-G2 message has no news item: there is no text to check",
            "diese NewsML-G2-Nachricht enthält kein newsItem: es gibt keinen Text zu prüfen",
        )
    return items


def _other_root(root: Node) -> LoadError:
    name = root.name
    if name in (*_ITEMS, "newsMessage", *_OTHERS):
        found = root.space or "none"
        german = f"im Namensraum {root.space}" if root.space else "in keinem Namensraum"
        return LoadError(
            f"<{name}> is in the namespace {found}; NewsML-G2 has {NAR}",
            f"<{name}> steht {german}; NewsML-G2 hat {NAR}",
        )
    what, german = _KNOWN.get(name.lower(), (f"XML with the root <{name}>", f"XML mit der Wurzel <{name}>"))
    return LoadError(
        f"this is {what}, not NewsML-G2: save the release as NewsML-G2, HTML or text",
        f"das ist {german}, nicht NewsML-G2: die Mitteilung als NewsML-G2, HTML oder Text speichern",
    )


_KNOWN = {
    "newsml": ("NewsML 1", "NewsML 1"),
    "nitf": ("NITF alone", "NITF allein"),
    "rss": ("an RSS feed", "ein RSS-Feed"),
    "rdf": ("an RSS 1.0 feed or RDF", "ein RSS-1.0-Feed oder RDF"),
    "feed": ("an Atom feed", "ein Atom-Feed"),
    "urlset": ("a sitemap", "eine Sitemap"),
    "html": ("an HTML page", "eine HTML-Seite"),
    "svg": ("an SVG drawing", "eine SVG-Zeichnung"),
}


def _is_text(node: Node) -> bool:
    """Tell whether inline XML is a text; tables of results and events are data."""
    return "NITF" in node.space or node.space.endswith("/xhtml") or node.name.lower() in ("nitf", "html", "div", "p")


class _Reader:
    """Puts the texts of one item together as people read them."""

    def __init__(self, source: str, item: Node) -> None:
        self.source = source
        self.item = item
        self.marks: list[RawMark] = []
        self.content = next((found for found in self._contents() if found.drafts), Shown([], []))
        self.has_text = bool(self.content.drafts)

    def drafts(self) -> list[Draft]:
        """Return the blocks in the order of reading."""
        content = self.content.drafts
        titled = bool(content) and content[0].kind is BlockKind.HEADING and content[0].level == 1
        top = folded("".join(draft.text for draft in content[:5]))
        found: list[Draft] = []
        for name, zone in _LINES:
            line = self._line(name)
            text = folded("".join(draft.text for draft in line))
            if titled and name == "headline":
                continue
            if text and text not in top[: len(text) + 400]:
                found += self._as(line, name, self._zone(name, zone))
        if content:
            content[0].gap = APART
        self.marks += self.content.marks
        return [*found, *content, *contact_drafts(self.source, self.item)]

    def _line(self, name: str) -> list[Draft]:
        meta = self.item.child("contentMeta")
        nodes = [node for node in (meta.children(name) if meta else ()) if node.text(self.source)]
        if not nodes:
            return []
        out = Collector(self.source)
        read_elements(self.source, nodes[0], out)
        return out.drafts

    def _as(self, line: list[Draft], name: str, zone: Zone) -> Iterator[Draft]:
        for draft in line:
            draft.zone = zone
            draft.gap = APART
            if name == "headline":
                draft.kind, draft.level = BlockKind.HEADING, 1
            yield draft

    def _zone(self, name: str, zone: Zone) -> Zone:
        if name != "description":
            return zone
        kind = self.item.child("itemMeta", "itemClass")
        code = (kind.attributes.get("qcode") or kind.attributes.get("uri") or "") if kind else ""
        if code.rpartition(":")[2].rpartition("/")[2] in ("picture", "graphic", "video", "audio", "animation"):
            return Zone.CAPTION
        return zone if self.has_text else Zone.LEAD

    def _contents(self) -> Iterator[Shown]:
        """Yield the contents in the file: marked-up ones first, then text."""
        inside = [node for part in self.item.children("contentSet") for node in part.children()]
        for node in inside:
            if node.name == "inlineXML" and any(map(_is_text, node.children())):
                out = Collector(self.source)
                read_elements(self.source, node, out)
                yield Shown(out.drafts, out.marks)
        for node in inside:
            if node.name == "inlineData" and "encoding" not in node.attributes:
                inset = inset_of(self.source, node)
                kind = node.attributes.get("contenttype", "")
                markup = "html" in kind or (not kind.startswith("text/plain") and is_markup(inset.text))
                yield html_drafts(inset) if markup else plain_drafts(inset)
