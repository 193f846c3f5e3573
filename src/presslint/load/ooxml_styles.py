"""Styles of a Word document: what a paragraph is by its style, and how a run looks."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from presslint.load.ooxml_names import VAL, W, is_on, number, value
from presslint.load.xml_story import PLAIN, Look
from presslint.load.xml_styles import title_level, zone
from presslint.model.release import Zone
from presslint.text.lazy import regex

# the built-in styles, as Word names them in a file and as other programs do in the language of their user
_HEADING = regex(
    r"(?:heading|überschrift|ueberschrift|titre|título|titolo|kop|overskrift|rubrik|nagłówek|cabeçalho|encabezado|nadpis)"
    r"[ _]?([1-9])(?:\b|_)",
)
_BOLD, _VANISH, _COLOR, _SIZE, _LANG = (f"{W}{name}" for name in ("b", "vanish", "color", "sz", "lang"))
_SHADES = frozenset((f"{W}highlight", f"{W}shd"))
_BODY = 9  # the outline level of text that is no heading
_DEEPEST = 12  # styles that are based on one another
TINY = 4  # half-points: text of two points is not read by anybody
_WHITE = frozenset(("FFFFFF", "WHITE"))
_CLEAR = frozenset(("", "auto", "FFFFFF", "ffffff"))


class Shape(NamedTuple):
    """What the style of a paragraph says of it. ``level`` is that of a heading, 0 for none; ``list_`` the numbering."""

    level: int = 0
    list_: str = ""
    depth: int = 0
    shaded: bool = False
    zone: Zone = Zone.UNKNOWN


class Styles:
    """The styles of one document, by their id."""

    __slots__ = ("_default", "_looks", "_shapes", "_styles", "default_language")

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._shapes: dict[str, Shape] = {}
        self._default = ""
        self.default_language = ""
        if root is None:
            return
        for style in root.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") in ("1", "true"):
                self._default = name
        places = [root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")]
        if self._default:
            places.append(self._styles[self._default].find(f"{W}rPr/{W}lang"))
        for place in places:
            self.default_language = place.get(VAL, "") if place is not None else self.default_language

    def shape(self, name: str) -> Shape:
        """Return what the paragraph style of that id says; an empty one stands for the default."""
        found = self._shapes.get(name)
        if found is None:
            found = self._shapes[name] = self._shape(name or self._default)
        return found

    def _shape(self, name: str) -> Shape:
        level = -1
        list_: str | None = None
        depth = 0
        shaded: bool | None = None
        for_ = Zone.UNKNOWN
        for style in self._chain(name):
            title = (value(style, "name") or "").casefold()
            properties = style.find(f"{W}pPr")
            for_ = zone(title) if for_ is Zone.UNKNOWN else for_
            if level < 0:
                level = _level(title, properties)
            if properties is None:
                continue
            numbering = properties.find(f"{W}numPr")
            if numbering is not None and list_ is None:
                list_, depth = value(numbering, "numId") or "", number(value(numbering, "ilvl"))
            if shaded is None:
                shaded = is_shaded(properties)
        return Shape(max(level, 0), list_ or "", depth, bool(shaded), for_)

    def look(self, paragraph: str, run: str) -> Look:
        """Return how a run looks by the styles of its paragraph and its own."""
        found = self._looks.get((paragraph, run))
        if found is None:
            found = PLAIN
            for name in (paragraph or self._default, run):
                for style in reversed(self._chain(name) if name else []):
                    properties = style.find(f"{W}rPr")
                    if properties is not None:
                        found = looked(found, properties)
            # the language of a style is what the program was set to, not what somebody said of the text
            found = self._looks[paragraph, run] = found._replace(language="")
        return found

    def _chain(self, name: str) -> list[Element]:
        """Return a style and those it is based on, the nearest first."""
        chain: list[Element] = []
        style = self._styles.get(name)
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._styles.get(value(style, "basedOn") or "")
        return chain


def _level(title: str, properties: Element | None) -> int:
    """Return the level of a heading that a style says of itself, 0 for text, -1 where it says nothing."""
    found = _HEADING.match(title)
    if found:
        return min(int(found.group(1)), 6)
    level = title_level(title)
    if level:
        return level
    return outline(properties) if properties is not None else -1


def outline(properties: Element) -> int:
    """Return the level of a heading that the properties of a paragraph name, 0 for text, -1 where they name none."""
    level = value(properties, "outlineLvl")
    if level is None or not level.isdigit():
        return -1
    return 0 if int(level) >= _BODY else min(int(level) + 1, 6)


def looked(look: Look, properties: Element) -> Look:
    """Return a look as the properties of a run change it."""
    bold, vanish, white, tiny, shaded, language = look
    for child in properties:
        tag = child.tag
        if tag == _BOLD:
            bold = is_on(child)
        elif tag == _VANISH:
            vanish = is_on(child)
        elif tag == _COLOR:
            white = _is_white(child)
        elif tag == _SIZE:
            tiny = 0 < number(child.get(VAL)) <= TINY
        elif tag == _LANG:
            language = child.get(VAL, language)
        elif tag in _SHADES:
            shaded = shaded or is_shaded(properties)
    return Look(bold, vanish, white, tiny, shaded, language)


def _is_white(color: Element) -> bool:
    return color.get(VAL, "").upper() in _WHITE and not color.get(f"{W}themeTint")


def is_shaded(properties: Element) -> bool:
    """Tell whether the properties of a paragraph, a run or a cell give it a colour to stand on."""
    if properties.find(f"{W}highlight") is not None:
        return True
    shading = properties.find(f"{W}shd")
    if shading is None:
        return False
    return shading.get(f"{W}fill", "") not in _CLEAR or shading.get(VAL, "clear") not in ("clear", "nil")
