"""Pictures, text boxes and watermarks of a Word document, in the form of today and in that of before 2010."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presslint.load.ooxml_names import CHART, DECORATIVE, MC, PIC, WP, A, R, V, W, chosen

_ALTERNATE = f"{MC}AlternateContent"
_BOX = f"{W}txbxContent"
_PICTURES = (f"{PIC}pic", f"{A}blip", f"{CHART}chart", f"{V}imagedata")
_OLDER = frozenset(("pict", "object"))


class Drawing(NamedTuple):
    """What a drawing holds. ``alt`` describes it for those who cannot see it; ``decorative``: it needs none.

    ``relation`` is the id of the part with the picture.
    """

    boxes: tuple[Element, ...]
    is_image: bool
    alt: str
    decorative: bool
    watermark: str
    relation: str

    @classmethod
    def of(cls, element: Element) -> "Drawing":
        """Read a ``w:drawing``, ``w:pict`` or ``w:object``."""
        older = element.tag.rpartition("}")[2] in _OLDER
        alt, decorative = _older_words(element) if older else _words(element)
        is_image = any(next(_outside(element, tag), None) is not None for tag in _PICTURES)
        watermark = next((shown.get("string", "") for shown in element.iter(f"{V}textpath")), "")
        return cls(tuple(_outside(element, _BOX)), is_image, alt, decorative, watermark, _relation(element))


def _relation(element: Element) -> str:
    """Return the id of the part that holds the picture; nothing where it names none."""
    for tag, name in ((f"{A}blip", f"{R}embed"), (f"{A}blip", f"{R}link"), (f"{V}imagedata", f"{R}id")):
        for picture in _outside(element, tag):
            if picture.get(name):
                return picture.get(name, "")
    return ""


def _outside(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the elements of that name that are in no text box within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == _ALTERNATE:
            yield from _outside(chosen(child), tag)
        elif child.tag != _BOX:
            yield from _outside(child, tag)


def _words(element: Element) -> tuple[str, bool]:
    for properties in element.iter(f"{WP}docPr"):
        flag = next(properties.iter(DECORATIVE), None)
        decorative = flag is not None and flag.get("val", "1") not in ("0", "false")
        return properties.get("descr") or properties.get("title") or "", decorative
    return "", False


def _older_words(element: Element) -> tuple[str, bool]:
    for name in ("shape", "rect", "roundrect", "oval", "group"):
        for shape in element.iter(f"{V}{name}"):
            return shape.get("alt", ""), False
    return "", False
