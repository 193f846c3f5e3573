"""Properties of an Office Open XML document as metadata fields (ISO/IEC 29500-2, 11; 29500-1, 22)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from presslint.load.ooxml_names import number
from presslint.load.ooxml_package import Package
from presslint.load.xml_tree import local
from presslint.model.release import Field, FieldOrigin

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
}
# of those in app.xml, what says who made the document and with what; the others count its letters
_TOLD = frozenset(("Company", "Manager", "Template", "Application", "HyperlinkBase"))
_COUNTED = frozenset(("revision", "version"))
_FACTORY = ("dc:language", "en-US")  # programs are set to it when nobody has set them
_LONGEST = 2000
_PAGES = "Pages"


def properties(package: Package) -> tuple[tuple[Field, ...], int]:
    """Return the properties of a document, and the number of pages that the program counted, 0 for none."""
    parts = {relation.type: relation.target for relation in package.relations_of("").values() if not relation.external}
    app = package.tree(parts.get("extended-properties", "docProps/app.xml"))
    fields = [
        *_core(package.tree(parts.get("core-properties", "docProps/core.xml"))),
        *_app(app),
        *_custom(package.tree(parts.get("custom-properties", "docProps/custom.xml"))),
    ]
    pages = next((number(child.text) for child in app if local(child) == _PAGES), 0) if app is not None else 0
    return tuple(fields), max(pages, 0)


def field(key: str, value: str | None, name: str = "") -> Field | None:
    """Return a property as a field; None where it is empty. It stands for no field of the release unless named."""
    text = " ".join((value or "")[:_LONGEST].split())
    return Field(name or key, key, text, FieldOrigin.PROPERTY) if text else None


def _core(root: Element | None) -> Iterator[Field]:
    for child in root if root is not None else ():
        namespace, _, name = child.tag.rpartition("}")
        if name in _COUNTED:
            continue
        found = field(f"{_PREFIXES.get(namespace.lstrip('{'), 'cp')}:{name}", child.text)
        if found is not None and (found.key, found.value) != _FACTORY:
            yield found


def _app(root: Element | None) -> Iterator[Field]:
    for child in root if root is not None else ():
        found = field(local(child), child.text) if local(child) in _TOLD else None
        if found is not None:
            yield found


def _custom(root: Element | None) -> Iterator[Field]:
    for child in root if root is not None else ():
        found = field(f"custom:{child.get('name', '')}", "".join(child.itertext()))
        if found is not None:
            yield found
