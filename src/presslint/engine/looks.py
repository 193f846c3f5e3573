"""What a check has looked at on the disk beside the release, so that its result can be trusted for as long as it holds.

A result that was kept is right only while everything it depended on is as it was. Most questions are whether one name
is in a folder; only a link that is broken looks at all names.
"""

import posixpath
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b

from presslint.model.outside import Files

# what was asked, about which path (relative to the folder of the release), about which name, and the answer
Look = tuple[str, str, str, str]

_ALL, _NAME, _TEXT, _ROOT = "all", "name", "text", "root"
_NONE = "-"


class Looks:
    """Passes questions on to ``files`` and takes down those of one release after the other."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._taken: dict[tuple[str, str, str], str] = {}
        self.files = Files(files.place, self._names, self._text, self._root, files.site)

    def taken(self, shown: str) -> tuple[Look, ...]:
        """Return what was asked since the last call, for the release that is shown as ``shown``; sorted."""
        if not self._taken:
            return ()
        start = _start(self._files, shown)
        looks = []
        for (kind, path, name), answer in self._taken.items():
            answer_here = _from(start, answer) if kind == _ROOT and answer != _NONE else answer
            looks.append((kind, _from(start, path), name, answer_here))
        self._taken = {}
        return tuple(sorted(looks))

    def _names(self, folder: str) -> Collection[str] | None:
        names = self._files.names(folder)
        if names is None:
            self._taken[_ALL, folder, ""] = _NONE
            return None
        self._taken[_NAME, folder, ""] = str(False)  # the folder is there, whatever is in it
        return _Names(names, folder, self._taken)

    def _text(self, path: str) -> str | None:
        text = self._files.text(path)
        self._taken[_TEXT, path, ""] = _of_text(text)
        return text

    def _root(self, folder: str) -> str | None:
        root = self._files.root(folder)
        self._taken[_ROOT, folder, ""] = _NONE if root is None else root
        return root


class _Names(Collection[str]):
    """The names of a folder, which notes what is asked of it."""

    def __init__(self, names: Collection[str], folder: str, taken: dict[tuple[str, str, str], str]) -> None:
        self._of_folder = names
        self._folder = folder
        self._taken = taken

    def __contains__(self, name: object) -> bool:
        found = name in self._of_folder
        self._taken[_NAME, self._folder, str(name)] = str(found)
        return found

    def __iter__(self) -> Iterator[str]:
        self._taken[_ALL, self._folder, ""] = _of_names(self._of_folder)
        return iter(self._of_folder)

    def __len__(self) -> int:
        self._taken[_ALL, self._folder, ""] = _of_names(self._of_folder)
        return len(self._of_folder)


class Present:
    """Tells whether what releases depended on is still so; each folder and text is looked at once."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._known: dict[tuple[str, str], str] = {}

    def holds(self, looks: Iterable[Look], shown: str) -> bool:
        """Tell whether all answers would be the same for the release that is shown as ``shown``."""
        start = _start(self._files, shown)
        return all(
            self._answer(start, kind, posixpath.normpath(f"{start.rstrip('/')}/{path}"), name) == answer
            for kind, path, name, answer in looks
        )

    def _answer(self, start: str, kind: str, path: str, name: str) -> str:
        if kind == _NAME:
            names = self._files.names(path)
            return _NONE if names is None else str(name in names)
        if kind == _ROOT:
            root = self._files.root(path)
            return _NONE if root is None else _from(start, root)
        known = self._known.get((kind, path))
        if known is None:
            if kind == _TEXT:
                known = _of_text(self._files.text(path))
            else:
                names = self._files.names(path)
                known = _NONE if names is None else _of_names(names)
            self._known[kind, path] = known
        return known


def _start(files: Files, shown: str) -> str:
    place = files.place(shown)
    return place.rpartition("/")[0] or "/" if place else "/"


def _from(start: str, path: str) -> str:
    return posixpath.relpath(path, start)


def _of_names(names: Iterable[str]) -> str:
    return _digest("\0".join(sorted(names)))


def _of_text(text: str | None) -> str:
    return _NONE if text is None else _digest(text)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
