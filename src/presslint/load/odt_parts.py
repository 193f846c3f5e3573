"""What lies in an element of an OpenDocument text: its words, its rows and cells, its text boxes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from presslint.load.odt_names import DC, DRAW, OFFICE, TABLE, TEXT

_P, _H = f"{TEXT}p", f"{TEXT}h"
_ROW_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-rows", "table-header-rows", "table-row-group"))
_APART = frozenset((f"{OFFICE}change-info", f"{OFFICE}annotation", f"{DC}creator", f"{DC}date", f"{TEXT}note"))


def plain(element: Element) -> str:
    """Return the text in an element, without who wrote it and when."""
    parts: list[str] = []
    _gather(element, parts)
    return " ".join("".join(parts).split())


def _gather(element: Element, parts: list[str]) -> None:
    if element.tag in (_P, _H, f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
        parts.append(" ")
    parts.append(element.text or "")
    for child in element:
        if child.tag not in _APART:
            _gather(child, parts)
        parts.append(child.tail or "")


def inside(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table, those in groups too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from inside(child, tag)


def cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, those that another one covers too."""
    for child in row:
        if child.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            yield child


def boxes_in(element: Element) -> Iterator[Element]:
    """Yield what holds paragraphs in a frame or shape, outside of one another."""
    if element.tag == f"{DRAW}text-box" or any(child.tag in (_P, _H, f"{TEXT}list") for child in element):
        yield element
        return
    for child in element:
        if child.tag.startswith(DRAW):
            yield from boxes_in(child)
