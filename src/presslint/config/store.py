"""Compiled files in the user's cache folder.

What cannot be stored is compiled again next time, and what was damaged, changed or written by another version is not
used: a cache may be slow, never wrong. Nothing of a release is ever kept here.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import presslint


def digest(*folders: str) -> str:
    """Return what identifies this version of the code in ``folders`` of the package: any change to it changes this."""
    total = sha256(presslint.__version__.encode())
    package = Path(presslint.__file__).parent
    for folder in folders:
        for path in sorted((package / folder).glob("*.py")):
            total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def recall(name: str, key: str) -> Any | None:
    """Return what was stored under ``name`` for ``key``, or None."""
    folder = _folder()
    if folder is None or not _trusted(folder):
        return None
    try:
        head, _, body = (folder / name).read_bytes().partition(b"\n")
        return json.loads(body) if head == _head(key, body) else None
    except (OSError, ValueError):
        return None


def remember(name: str, key: str, value: Any) -> None:
    """Store ``value``, made of JSON's types, under ``name``; what was there for another key is replaced."""
    folder = _folder()
    if folder is None:
        return
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    part = folder / f"{name}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _trusted(folder):
            return
        part.write_bytes(_head(key, body) + b"\n" + body)
        part.replace(folder / name)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _head(key: str, body: bytes) -> bytes:
    return f"presslint 1 {key} {sha256(body).hexdigest()}".encode()


def _folder() -> Path | None:
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA", "")
    if Path(given).is_absolute():
        return Path(given) / "presslint"
    home = Path("~").expanduser()
    return home / ".cache" / "presslint" if home.is_absolute() else None


def _trusted(folder: Path) -> bool:
    """Tell whether nobody else can write there, where the system can tell: a foreign rule could hide every finding."""
    if not hasattr(os, "getuid"):
        return True
    try:
        status = folder.stat()
    except OSError:
        return False
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
