"""The files around a release, as the disk has them."""

import os
from collections.abc import Collection
from pathlib import Path

from presslint.model.outside import Files

_LARGEST = 4_000_000  # bytes of a file in which anchors are looked for


def files(site: str = "") -> Files:
    """Return the files of the disk; each folder is listed once. ``site`` is the folder of the site, or empty."""
    disk = _Disk()
    return Files(_place, disk.names, _text, disk.root, _slashed(os.path.abspath(site)) if site else "")  # noqa: PTH100


def _place(path: str) -> str | None:
    return None if path in ("", "-") else _slashed(os.path.abspath(path))  # noqa: PTH100 - takes out ".." as text


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")


def _text(path: str) -> str | None:
    try:
        if not os.path.isfile(path):  # noqa: PTH113 - a pipe would wait for a writer
            return None
        with Path(path).open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except (OSError, ValueError):
        return None


class _Disk:
    """Looks and remembers."""

    def __init__(self) -> None:
        self._names: dict[str, Collection[str] | None] = {}
        self._roots: dict[str, str | None] = {}

    def names(self, folder: str) -> Collection[str] | None:
        if folder not in self._names:
            try:
                self._names[folder] = frozenset(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
            except (OSError, ValueError):
                self._names[folder] = None
        return self._names[folder]

    def root(self, folder: str) -> str | None:
        if folder not in self._roots:
            above = folder.rpartition("/")[0] or "/"
            if os.path.lexists(f"{folder.rstrip('/')}/.git"):
                self._roots[folder] = folder
            else:
                self._roots[folder] = None if above == folder or "/" not in folder else self.root(above)
        return self._roots[folder]
