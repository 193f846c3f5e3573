"""Properties of an OpenDocument text as metadata fields (OpenDocument 1.3, part 3, 4)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from presslint.load.odt_names import DC, META, OFFICE, XLINK
from presslint.load.ooxml_names import number
from presslint.load.ooxml_properties import field
from presslint.load.xml_tree import local
from presslint.model.release import Field

_PREFIXES = {DC: "dc", META: "meta"}
# these tell how long somebody wrote and how often, nothing of what
_COUNTED = frozenset(("document-statistic", "editing-cycles", "editing-duration", "auto-reload", "hyperlink-behaviour"))


def properties(root: Element | None) -> tuple[tuple[Field, ...], int]:
    """Return the properties of a document, and the number of pages that the program counted, 0 for none."""
    meta = root.find(f"{OFFICE}meta") if root is not None else None
    if meta is None:
        return (), 0
    statistic = meta.find(f"{META}document-statistic")
    pages = number(statistic.get(f"{META}page-count")) if statistic is not None else 0
    return tuple(_fields(meta)), max(pages, 0)


def _fields(meta: Element) -> Iterator[Field]:
    for child in meta:
        namespace, _, _ = child.tag.rpartition("}")
        name = local(child)
        if name in _COUNTED:
            continue
        key = f"{_PREFIXES.get(f'{namespace}}}', 'meta')}:{name}"
        text = "".join(child.itertext())
        if name == "user-defined":
            key = f"custom:{child.get(f'{META}name', '')}"
        elif name == "template":
            text = child.get(f"{XLINK}href", "") or child.get(f"{XLINK}title", "")
        found = field(key, text)
        if found is not None:
            yield found
