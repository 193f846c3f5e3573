"""Names of Office Open XML (ISO/IEC 29500) and what its values mean."""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that everybody uses
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

VAL = f"{W}val"
_OFF = frozenset(("0", "false", "off", "none"))


def value(parent: Element, name: str) -> str | None:
    """Return the ``w:val`` of a child; None where there is no such child."""
    child = parent.find(W + name)
    return None if child is None else child.get(VAL, "")


def switch(parent: Element, name: str) -> bool | None:
    """Return what a child that switches something on or off says, None where there is none; by itself it says on."""
    child = parent.find(W + name)
    return None if child is None else is_on(child)


def is_on(child: Element) -> bool:
    """Tell whether an element that switches something says on."""
    return child.get(VAL, "1").lower() not in _OFF


def number(text: str | None) -> int:
    """Return a value that is a whole number, 0 for any other."""
    try:
        return int(text or "0")
    except ValueError:
        return 0


def chosen(element: Element) -> Element:
    """Return the one of several forms of the same content that is read: the first, else the one for older programs."""
    for name in ("Choice", "Fallback"):
        found = element.find(f"{MC}{name}")
        if found is not None and len(found):
            return found
    return Element("nothing")
