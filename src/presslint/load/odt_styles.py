"""Styles of an OpenDocument text: what a paragraph is by its style, how a span looks, how a list is numbered."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from presslint.load.odt_names import FO, STYLE, TEXT, count
from presslint.load.ooxml_numbering import written
from presslint.load.xml_story import PLAIN, Look
from presslint.load.xml_styles import title_level, zone
from presslint.model.release import Zone
from presslint.text.lazy import regex

_DEEPEST = 12  # styles that are based on one another
_BOLD = frozenset(("bold", "600", "700", "800", "900"))
_POINTS = regex(r"(\d{1,3}(?:\.\d{1,4})?)pt$")
_TINY = 2.0  # points: nobody reads that
_ESCAPED = regex(r"_([0-9a-f]{1,4})_")


class ListLevel(NamedTuple):
    """How the items of one level of a list are numbered: not at all where ``form`` is empty."""

    form: str = ""
    before: str = ""
    behind: str = ""
    start: int = 1


class Styles:
    """The styles of a document: the common ones, and those of the text itself, which win."""

    __slots__ = ("_lists", "_looks", "_own", "_styles", "default_language")

    def __init__(self, common: Element | None, own: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._own: set[int] = set()
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self._looks: dict[tuple[str, str, Look], Look] = {}
        self.default_language = ""
        for root in (common, own):
            if root is None:
                continue
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
                if root is own:
                    self._own.add(id(style))
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{STYLE}default-style"):
                properties = style.find(f"{STYLE}text-properties")
                if style.get(f"{STYLE}family") == "paragraph" and properties is not None:
                    self.default_language = _language(properties)

    def level(self, name: str) -> int:
        """Return the level of the heading that a paragraph style stands for, 0 where it stands for text."""
        for style in self._chain("paragraph", name):
            level = title_level(_shown(style))
            if level:
                return level
            outline = style.get(f"{STYLE}default-outline-level", "")
            if outline.isdigit():
                return min(int(outline), 6)
        return 0

    def zone(self, name: str) -> Zone:
        """Return what a paragraph of that style is for, UNKNOWN where its name does not tell."""
        found = (zone(_shown(style)) for style in self._chain("paragraph", name))
        return next((one for one in found if one is not Zone.UNKNOWN), Zone.UNKNOWN)

    def master(self, name: str) -> str:
        """Return the kind of page that a paragraph of that style begins; nothing where it begins none."""
        found = (style.get(f"{STYLE}master-page-name", "") for style in self._chain("paragraph", name)[:1])
        return next(found, "")

    def list_level(self, name: str, depth: int) -> ListLevel:
        """Return how a list is numbered at a depth (from 1)."""
        return self._lists.get(name, {}).get(depth, ListLevel())

    def look(self, family: str, name: str, within: Look = PLAIN) -> Look:
        """Return how text looks in a style (``paragraph``, ``text``) within other text."""
        key = (family, name, within)
        found = self._looks.get(key)
        if found is None:
            found = within
            for style in reversed(self._chain(family, name)):
                found = self._looked(found, style)
            self._looks[key] = found
        return found

    def _looked(self, look: Look, style: Element) -> Look:
        paragraph = style.find(f"{STYLE}paragraph-properties")
        shaded = look.shaded or _is_shaded(paragraph) or _is_shaded(style.find(f"{STYLE}graphic-properties"))
        properties = style.find(f"{STYLE}text-properties")
        if properties is None:
            return look._replace(shaded=shaded)
        weight, color = properties.get(f"{FO}font-weight"), properties.get(f"{FO}color")
        size = _POINTS.match(properties.get(f"{FO}font-size", ""))
        display = properties.get(f"{TEXT}display")
        language = _language(properties) if id(style) in self._own else ""
        return Look(
            look.bold if weight is None else weight in _BOLD,
            look.vanish if display is None else display == "none",
            look.white if color is None else color.lower() == "#ffffff",
            look.tiny if size is None else float(size.group(1)) <= _TINY,
            shaded or _is_shaded(properties),
            language or look.language,
        )

    def _chain(self, family: str, name: str) -> list[Element]:
        """Return a style and those it is based on, the nearest first."""
        chain: list[Element] = []
        style = self._styles.get((family, name))
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._styles.get((family, style.get(f"{STYLE}parent-style-name", "")))
        return chain


def numbered(level: ListLevel, place: int) -> str:
    """Return what stands before an item of a list, counted from 0: ``1.``, nothing for a bullet."""
    if not level.form:
        return ""
    return f"{level.before}{written(_FORMS.get(level.form, 'decimal'), level.start + place)}{level.behind}"


_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def _shown(style: Element) -> str:
    """Return the name of a style as people see it."""
    shown = style.get(f"{STYLE}display-name", "") or style.get(f"{STYLE}name", "")
    return _ESCAPED.sub(lambda code: chr(int(code.group(1), 16)), shown)


def _levels(style: Element) -> dict[int, ListLevel]:
    levels = {}
    for level in style.iter(f"{TEXT}list-level-style-number"):
        start = level.get(f"{TEXT}start-value", "1")
        levels[count(level, f"{TEXT}level")] = ListLevel(
            level.get(f"{STYLE}num-format", ""),
            level.get(f"{STYLE}num-prefix", "")[:10],
            level.get(f"{STYLE}num-suffix", "")[:10],
            int(start) if start.isdigit() and len(start) < 7 else 1,
        )
    return levels


def _language(properties: Element) -> str:
    language, country = properties.get(f"{FO}language", ""), properties.get(f"{FO}country", "")
    if language in ("", "none", "zxx"):
        return ""
    return f"{language}-{country}" if country not in ("", "none") else language


def _is_shaded(properties: Element | None) -> bool:
    if properties is None:
        return False
    color = properties.get(f"{FO}background-color", "transparent").lower()
    return color not in ("transparent", "#ffffff", "")
