"""The metadata of a NewsML-G2 item: its scalars, with the release field that each is evidence of, and its contacts."""

from collections.abc import Iterator, Mapping

from presslint.load.drafts import APART, Draft, Line, Run
from presslint.load.newsml_tree import Node
from presslint.load.newsml_xml import value_at
from presslint.model.release import BlockKind, Field, FieldOrigin, Zone

# path of an element below the item → release field
_NAMES = {
    "itemMeta.versionCreated": "issued",
    "itemMeta.firstCreated": "created",
    "itemMeta.embargoed": "embargo",
    "itemMeta.expires": "expires",
    "itemMeta.pubStatus": "status",
    "contentMeta.contentCreated": "created",
    "contentMeta.contentModified": "modified",
    "contentMeta.headline": "title",
    "contentMeta.language": "language",
    "contentMeta.slugline": "slug",
    "contentMeta.by": "author",
    "contentMeta.dateline": "place",
    "rightsInfo.copyrightHolder": "rights",
}
_PARTS = ("rightsInfo", "itemMeta", "contentMeta")
_VALUES = ("qcode", "uri", "literal", "tag", "href", "residref")
_ROOT = ("guid", "version", "standard", "standardversion", "conformance", "lang")
_PARTIES = ("creator", "contributor", "infoSource", "provider")
_CHANNELS = {"phone": ("Phone: ", "Telefon: "), "fax": ("Fax: ", "Fax: "), "email": ("E-mail: ", "E-Mail: ")}
_OTHERS = frozenset(("web", "im", "note", "line", "locality", "area", "postalCode", "country"))


def fields_of(source: str, root: Node, item: Node, house: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the scalars of an item and of its message; ``house`` maps keys to release fields and wins."""
    found: list[Field] = []
    for node in (root, item) if root is not item else (item,):
        for name in _ROOT:
            if name in node.attributes:
                key = f"{node.name}@{'xml:' if name == 'lang' else ''}{name}"
                release = "language" if name == "lang" else key
                found.append(_field(release, key, node.attributes[name], source, node, name))
    sent = root.child("header", "sent")
    if sent is not None:
        found.append(Field("sent", "header.sent", sent.text(source), FieldOrigin.XML, sent.span(source)))
    for part in _PARTS:
        parent = item.child(part)
        if parent is not None:
            found += _below(source, parent, part)
    return tuple(field._replace(name=house.get(field.key, field.name)) for field in found)


def _below(source: str, parent: Node, path: str) -> Iterator[Field]:
    counts: dict[str, int] = {}
    for node in parent.children():
        number = counts.get(node.name, 0)
        counts[node.name] = number + 1
        key = f"{path}.{node.name}" + (f"[{number}]" if number else "")
        name = _NAMES.get(f"{path}.{node.name}", key) if not number or node.name == "language" else key
        text = node.text(source)
        if text and not any(node.children("name", "contactInfo", "personDetails", "organisationDetails")):
            yield Field(name, key, text, FieldOrigin.XML, node.span(source))
            continue
        attribute = next((one for one in _VALUES if one in node.attributes), "")
        if attribute:
            yield _field(name, key, node.attributes[attribute], source, node, attribute)
        inner = node.child("name")
        if inner is not None and inner.text(source):
            shown = "place" if node.name == "located" else f"{key}.name"
            yield Field(shown, f"{key}.name", inner.text(source), FieldOrigin.XML, inner.span(source))


def _field(name: str, key: str, value: str, source: str, node: Node, attribute: str) -> Field:
    return Field(name, key, value, FieldOrigin.XML, value_at(source, node.at, attribute))


def contact_drafts(source: str, item: Node) -> Iterator[Draft]:
    """Yield the contacts that an item names, each as one block with a line for each of its parts."""
    german = item.attributes.get("lang", "").lower().startswith("de")
    for part in ("itemMeta", "contentMeta"):
        parent = item.child(part)
        for party in parent.children(*_PARTIES) if parent is not None else ():
            lines = [line for node in _contacts(party) for line in _lines(source, node, german=german)]
            name = party.child("name")
            if lines and name is not None:
                lines = [*_line(source, name, ""), *lines]
            if lines:
                for line in lines[1:]:
                    line.hard = True
                yield Draft(BlockKind.PARAGRAPH, lines, zone=Zone.CONTACT, gap=APART)


def _contacts(node: Node) -> Iterator[Node]:
    for inside in node.children():
        if inside.name == "contactInfo":
            yield inside
        else:
            yield from _contacts(inside)


def _lines(source: str, node: Node, *, german: bool) -> Iterator[Line]:
    for inside in node.children():
        if inside.name in _CHANNELS:
            yield from _line(source, inside, _CHANNELS[inside.name][german])
        elif inside.name in _OTHERS:
            yield from _line(source, inside, "")
        else:
            yield from _lines(source, inside, german=german)


def _line(source: str, node: Node, label: str) -> Iterator[Line]:
    span = node.span(source)
    if span is None:
        return
    shown = node.text(source)
    raw = span.of(source)
    run = Run(span.start, span.end, None if raw == shown else shown)
    runs = [Run(span.start, span.start, label), run] if label else [run]
    yield Line(runs, label + shown)
