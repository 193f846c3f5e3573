"""What markup hides from everybody, and what it keeps for screen readers."""

from presslint.load.html_tree import Element
from presslint.text.lazy import regex

_NOTHING = r"\s{0,9}(?:;|!|$)"
_HIDING = (
    ("display:none", regex(r"(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}none\b")),
    ("visibility:hidden", regex(r"(?:^|;)\s{0,9}visibility\s{0,9}:\s{0,9}(?:hidden|collapse)\b")),
    ("font-size:0", regex(rf"(?:^|;)\s{{0,9}}font-size\s{{0,9}}:\s{{0,9}}0(?:\.0)?(?:px|pt|em|rem|%)?{_NOTHING}")),
    ("opacity:0", regex(rf"(?:^|;)\s{{0,9}}opacity\s{{0,9}}:\s{{0,9}}0(?:\.0)?{_NOTHING}")),
)
_COLOR = regex(r"(?:^|;)\s{0,9}color\s{0,9}:\s{0,9}([^;!]{1,40})")
_BACKGROUND = regex(r"(?:^|;)\s{0,9}background(?:-color)?\s{0,9}:\s{0,9}([^;!]{1,40})")
_SPACE = regex(r"\s+")
_WHITES = frozenset(("white", "#fff", "#ffffff", "rgb(255,255,255)"))
_SPOKEN = frozenset(
    [
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
        "screen-reader-only",
        "screenreader",
        "screenreader-only",
        "aural",
        "a11y-hidden",
        "element-invisible",
        "hide-visually",
        "hidden-visually",
        "u-hidden-visually",
        "invisible-text",
    ]
)


def hides(element: Element) -> str:
    """Return by what an element hides its content (``hidden``, ``display:none`` …), or nothing."""
    attrs = element.attrs
    if "hidden" in attrs:
        return "hidden"
    if element.name == "dialog" and "open" not in attrs:
        return "dialog"
    style = attrs.get("style")
    if style is None:
        return ""
    written = style.value.lower()
    for name, pattern in _HIDING:
        if pattern.search(written):
            return name
    color, background = _COLOR.search(written), _BACKGROUND.search(written)
    if color and background and _plain(color[1]) == _plain(background[1]):
        return "same color as its background"
    return ""


def _plain(color: str) -> str:
    name = _SPACE.sub("", color)
    return "white" if name in _WHITES else name


def is_spoken_only(element: Element) -> bool:
    """Tell whether an element is read out but not shown: headings of menus, the word „Menü“ of a button."""
    classes = element.attrs.get("class")
    return classes is not None and not _SPOKEN.isdisjoint(classes.value.lower().split())
