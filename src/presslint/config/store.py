"""Compiled files in the user's cache folder.

What cannot be stored is compiled again next time, and what was damaged, changed or written by another version is not
used: a cache may be slow, never wrong. Nothing of a release is ever kept here.
"""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import presslint


def digest(*floors: str) -> str:
    """Return what identifies this version of the code on ``floors`` of the package: any change to it changes this."""
    package = os.path.dirname(presslint.__file__)  # noqa: PTH120 - on every start, for hundreds of files
    paths = []
    for floor in floors:
        with os.scandir(f"{package}/{floor}") as entries:
            paths += sorted([entry.path for entry in entries if entry.name.endswith(".py")])
    return f"{presslint.__version__} {states(paths)}"


def states(paths: Iterable[str]) -> str:
    """Return what changes whenever one of these files is written to or another takes its place.

    Raises OSError for a file that is not there. To read them all would take longer than to check a release.
    """
    told = []
    for path in paths:
        state = os.stat(path)  # noqa: PTH116 - as above
        told.append((path, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino))
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()


def recall(name: str, key: str) -> Any | None:
    """Return what was stored under ``name`` for ``key``, or None."""
    place = folder()
    if place is None or not trusted(place):
        return None
    try:
        head, _, body = (place / name).read_bytes().partition(b"\n")
        return json.loads(body) if head == _head(key, body) else None
    except (OSError, ValueError):
        return None


def remember(name: str, key: str, value: Any) -> None:
    """Store ``value``, made of JSON's types, under ``name``; what was there for another key is replaced."""
    place = folder()
    if place is None:
        return
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    part = place / f"{name}.{os.getpid()}"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not trusted(place):
            return
        part.write_bytes(_head(key, body) + b"\n" + body)
        part.replace(place / name)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _head(key: str, body: bytes) -> bytes:
    return f"presslint 1 {key} {sha256(body).hexdigest()}".encode()


def folder() -> Path | None:
    """Return the user's cache folder for presslint, None where the system has none.

    ``PRESSLINT_CACHE_DIR`` beats what the system says.
    """
    own = os.environ.get("PRESSLINT_CACHE_DIR", "")
    if own:
        return Path(own).absolute()
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA", "")
    if Path(given).is_absolute():
        return Path(given) / "presslint"
    home = Path("~").expanduser()
    usual = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    return usual / "presslint" if home.is_absolute() else None


def trusted(place: Path) -> bool:
    """Tell whether nobody else can write there, where the system can tell: a foreign rule could hide every finding."""
    if not hasattr(os, "getuid"):
        return True
    try:
        status = place.stat()
    except OSError:
        return False
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
