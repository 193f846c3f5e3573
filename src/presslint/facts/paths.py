"""A path of a link, followed name by name through the folders as the disk spells them."""

import unicodedata
from collections.abc import Collection, Sequence
from typing import NamedTuple

from presslint.model.outside import Files

_TEXTS = ("md", "markdown")
# kinds of files that lie side by side
_FAMILIES = (
    _TEXTS,
    ("pdf",),
    ("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "tif", "tiff"),
    ("doc", "docx", "odt", "rtf"),
    ("xls", "xlsx", "ods", "csv"),
    ("mp3", "wav", "ogg", "m4a"),
    ("mp4", "mov", "webm", "avi"),
    ("zip",),
)
_FAMILY = {ending: family for family in _FAMILIES for ending in family}
# what the root of a site has whose generator reads links as addresses of pages and not of files
_GENERATORS = frozenset(("hugo", "config", "_config", ".eleventy", "eleventy.config", "astro.config", "gatsby-config"))
_SETTINGS = frozenset(("toml", "yaml", "yml", "json", "js", "cjs", "mjs", "ts"))
_ALIKE = 0.85
_MANY = 1000  # names among which one that is alike is looked for


class Found(NamedTuple):
    """Where a path leads, or what is wrong with it: ``missing``, or ``case`` with the spelling that was meant."""

    path: str
    problem: str = ""
    meant: str = ""


class _Asked(NamedTuple):
    """A path as it is written, its parts without escapes, and whether the configuration says where it begins."""

    written: str
    parts: list[str]
    is_sure: bool


class Tree:
    """The folders around the release that is shown as ``path``."""

    def __init__(self, files: Files, path: str) -> None:
        self.files = files
        place = files.place(path)
        self.start = joined(place, "..") if place else ""
        self.root = files.root(self.start) if self.start else None
        self._generated: bool | None = None

    def find(self, written: str, path: str, *, near: bool = True) -> Found | None:
        """Follow ``path``, which is ``written`` without its escapes. None where nothing can be said.

        With ``near`` a name that was probably meant is looked for where one is missing.
        """
        asked = _Asked(written, [part for part in path.split("/") if part not in ("", ".")], path.startswith("/"))
        folder = self.files.site if asked.is_sure else self.start
        if not folder or not asked.parts or path.endswith("/") or asked.parts[-1] == "..":
            return None
        actual: list[str] = []
        for part in asked.parts[:-1]:
            name = part if part == ".." else self._spelling(folder, part)
            if name is None:
                return _missing(joined(folder, asked.parts[-1])) if asked.is_sure else None
            folder = joined(folder, name)
            if name == ".." and not self._is_inside(folder):
                return None
            actual.append(name)
        names = self.files.names(folder)
        return None if names is None else self._last(folder, names, actual, asked, near=near)

    def _last(
        self, folder: str, names: Collection[str], actual: list[str], asked: _Asked, *, near: bool
    ) -> Found | None:
        name, raw = asked.parts[-1], asked.written.rpartition("/")[2]
        spelling = raw if raw in names else spelt(name, names)
        if spelling is not None:
            there = joined(folder, spelling)
            wanted = [*asked.parts[:-1], raw if spelling == raw else name]
            if _composed([*actual, spelling]) == _composed(wanted):
                return Found(there)
            if self.root is None and suffix(name) not in _FAMILY:
                return None  # a name without an ending may have been any other file elsewhere
            return Found(there, "case", _rewritten(asked.written, [*actual, spelling]))
        family = _FAMILY.get(suffix(name), ())
        beside = [other for other in names if suffix(other) in family]
        if not asked.is_sure and not (beside and self._has_to_be(folder, family)):
            return None
        likely = alike(name, beside) if near else ""
        return _missing(joined(folder, name), _rewritten(asked.written, [*actual, likely]) if likely else "")

    def _has_to_be(self, folder: str, family: Sequence[str]) -> bool:
        """Tell whether the tree shows that ``folder``, which holds files of this family, is where they have to be."""
        if self.root is None:
            return folder != self.start and family != _TEXTS
        return not self._is_generated()

    def _is_generated(self) -> bool:
        if self._generated is None:
            names = self.files.names(self.root or "") or ()
            self._generated = any(
                name.rpartition(".")[0] in _GENERATORS and suffix(name) in _SETTINGS for name in names
            )
        return self._generated

    def _spelling(self, folder: str, part: str) -> str | None:
        names = self.files.names(folder)
        return None if names is None else spelt(part, names)

    def _is_inside(self, folder: str) -> bool:
        """Tell whether a folder lies in the repository: a release has no business outside of it."""
        return self.root is not None and f"{folder}/".startswith(self.root.rstrip("/") + "/")


def _missing(path: str, meant: str = "") -> Found | None:
    """Return a missing file of a kind that no program makes; of any other it cannot be said that it is missing."""
    return Found(path, "missing", meant) if suffix(path) in _FAMILY else None


def joined(folder: str, name: str) -> str:
    """Return the path of ``name`` in ``folder``, which has no ``..`` itself; of ``..``, the folder around it."""
    if name != "..":
        return f"{folder.rstrip('/')}/{name}"
    return folder.rpartition("/")[0] or "/"


def suffix(name: str) -> str:
    """Return the ending of a file's name in lower case and without the dot; empty where it has none."""
    head, dot, ending = name.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot and head else ""


def spelt(name: str, names: Collection[str]) -> str | None:
    """Return how ``names`` spells ``name``: as it is, with its accents in another form, or in other letter case."""
    if name in names:
        return name
    composed = _composed([name])[0]
    same = sorted(other for other in names if _composed([other])[0].casefold() == composed.casefold())
    return min(same, key=lambda other: _composed([other])[0] != composed, default=None)


def alike(name: str, names: Collection[str]) -> str:
    """Return the one of ``names`` that was probably meant, or an empty text."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a broken link pays for it

    if len(names) > _MANY:
        return ""
    known = {other.casefold(): other for other in sorted(names, reverse=True)}
    near = get_close_matches(name.casefold(), sorted(known), n=1, cutoff=_ALIKE)
    return known[near[0]] if near else ""


def _composed(parts: Sequence[str]) -> list[str]:
    return [unicodedata.normalize("NFC", part) for part in parts]


def _rewritten(written: str, actual: list[str]) -> str:
    """Return a path as the disk spells it, with the beginning that it had, escaped where it has to be."""
    from urllib.parse import quote  # noqa: PLC0415 - only a broken link pays for it

    head = "/" if written.startswith("/") else "./" if written.startswith("./") else ""
    path = "/".join(actual)
    return head + (quote(path) if "%" in written or " " in path else path)
