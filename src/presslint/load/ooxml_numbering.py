"""Numbers that Word prints before the paragraphs of a list: they stand nowhere in its text, but readers see them."""

import re
from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from presslint.load.ooxml_names import W, number, value
from presslint.text.lazy import regex

_PLACE = regex(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_UNNUMBERED = frozenset(("bullet", "none"))
_DEEPEST = 9


class _Level(NamedTuple):
    form: str
    text: str
    start: int


class Numbering:
    """The lists of one document, and how far each of them has come."""

    __slots__ = ("_abstract", "_counts", "_lists", "_restarted", "_restarts")

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._restarted: set[str] = set()
        self._counts: dict[str, list[int]] = {}
        if root is None:
            return
        for abstract in root.iter(f"{W}abstractNum"):
            levels = {number(level.get(f"{W}ilvl")): _level(level) for level in abstract.iter(f"{W}lvl")}
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = levels
        for listed in root.iter(f"{W}num"):
            name = listed.get(f"{W}numId", "")
            self._lists[name] = value(listed, "abstractNumId") or ""
            self._restarts[name] = {
                number(override.get(f"{W}ilvl")): number(start)
                for override in listed.iter(f"{W}lvlOverride")
                if (start := value(override, "startOverride")) is not None
            }

    def next(self, list_: str, depth: int) -> str:
        """Return what stands before the next paragraph of a list at a depth (from 0): ``1.``, nothing for a bullet."""
        abstract = self._lists.get(list_, "")
        levels = self._abstract.get(abstract, {})
        level = levels.get(depth)
        if level is None or depth >= _DEEPEST:
            return ""
        counts = self._counts.setdefault(abstract, [-1] * _DEEPEST)
        if list_ not in self._restarted:
            self._restarted.add(list_)
            for restarted, start in self._restarts.get(list_, {}).items():
                if 0 <= restarted < _DEEPEST:
                    counts[restarted] = start - 1
        counts[depth] = level.start if counts[depth] < 0 else counts[depth] + 1
        counts[depth + 1 :] = [-1] * (_DEEPEST - depth - 1)
        if level.form in _UNNUMBERED or "%" not in level.text:
            return ""

        def counted(place: re.Match[str]) -> str:
            at = int(place.group(1)) - 1
            other = levels.get(at, level)
            return written(other.form, max(counts[at], other.start))

        return _PLACE.sub(counted, level.text)


def written(form: str, count: int) -> str:
    """Return a number in one of the forms of Office Open XML (``lowerLetter``, ``upperRoman`` …), else in digits."""
    return _FORMS.get(form, str)(count)


def _level(level: Element) -> _Level:
    start = value(level, "start")
    text = value(level, "lvlText") or ""
    return _Level(value(level, "numFmt") or "decimal", text[:20], 1 if start is None else number(start))


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9) if count > 0 else ""


def _roman(count: int) -> str:
    written = ""
    rest = min(max(count, 0), 4999)
    for size, sign in _ROMAN:
        times, rest = divmod(rest, size)
        written += sign * times
    return written


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
}
