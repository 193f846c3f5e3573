"""The attributes of a tag, with the places of their values."""

from typing import NamedTuple

from presslint.load.html_references import unescaped
from presslint.text.lazy import regex

_ATTRIBUTE = regex(
    r"([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"([^\"]*+)\"|'([^']*+)'|(?![\"'])([^\t\n\f\r >]++)|(?=>)))?+"
)
# a tag with more is no work of a press office, and each attribute takes memory
MOST_ATTRIBUTES = 1000


class Attribute(NamedTuple):
    """A value with its references decoded, and the offsets between which it is written, without quotation marks."""

    value: str
    start: int
    end: int


NONE: dict[str, Attribute] = {}


def attributes(text: str, name: str, start: int, end: int) -> dict[str, Attribute]:
    """Return the attributes of the start tag from ``start`` to ``end``; of two with one name, the first."""
    inner = start + 1 + len(name)
    if end - inner < len(" a>"):
        return NONE
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(text, inner, end):
        key = match[1].lower()
        if key in found:
            continue
        group = match.lastindex or 1
        if group > 1:
            found[key] = Attribute(unescaped(match[group]), *match.span(group))
        else:
            found[key] = Attribute("", match.end(), match.end())
        if len(found) >= MOST_ATTRIBUTES:
            break
    return found
