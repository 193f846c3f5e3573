"""Names of OpenDocument text (OASIS OpenDocument 1.3, part 3)."""

from xml.etree.ElementTree import Element

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, STYLE, TABLE, DRAW, FO, SVG, META = (
    f"{_OASIS}{name}:1.0}}"
    for name in (
        "office",
        "text",
        "style",
        "table",
        "drawing",
        "xsl-fo-compatible",
        "svg-compatible",
        "meta",
    )
)
MANIFEST = f"{_OASIS}manifest:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DC = "{http://purl.org/dc/elements/1.1/}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

_MOST_SPACES = 200


def count(element: Element, name: str) -> int:
    """Return an attribute that is a number, at least 1; 1 for anything else."""
    try:
        return max(min(int(element.get(name, "1")), _MOST_SPACES), 1)
    except ValueError:
        return 1


def flag(element: Element, name: str) -> bool:
    """Tell whether an attribute says yes."""
    return element.get(name, "").lower() == "true"
