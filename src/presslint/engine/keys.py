"""What a verdict depends on besides the bytes of a file: the program, its rules, the settings, the day."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import presslint
from presslint import packs
from presslint.config.options import COMMAND_LINE
from presslint.model.options import Options
from presslint.model.outside import Online

SIZE = 16  # bytes of a key


def program() -> bytes:
    """Return what changes with presslint, with Python, and with whatever is installed beside them.

    Contents count, not times: a machine that installs the same once more has the same key.
    """
    total = blake2b(f"{presslint.__version__} {sys.implementation.cache_tag} {sys.platform}".encode(), digest_size=SIZE)
    for name, data in _code(os.path.dirname(presslint.__file__)):
        total.update(f"{name}\0{len(data)}\0".encode() + data)
    for name in _installed():
        total.update(name.encode("utf-8", "surrogatepass") + b"\0")
    return total.digest()


def settings(options: Options) -> bytes:
    """Return what changes with the settings of a file and the rules that they name.

    Folders count as they are seen from the current one, so that two checkouts of a repository have the same key.
    Raises PackError for a pack that cannot be read.
    """
    asked = options.origins.get("select") == COMMAND_LINE
    plain = options._replace(
        fail_on=None,
        max_warnings=None,
        exclude=(),
        packs=(),
        origins={},
        online=Online(),
        root=_from_here(options.root),
        site_root=_from_here(options.site_root),
        baseline="",
    )
    text = f"{packs.digest(options.packs)}\0{asked}\0{plain!r}"
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def _from_here(folder: str) -> str:
    try:
        return os.path.relpath(folder) if folder else ""
    except ValueError:  # another drive of Windows
        return folder


def _code(folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the files that the program is made of, in the order of their names.

    Rules have a key of their own.
    """
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in ("__pycache__", "rules"):
                yield from _code(entry.path)
        elif entry.name.endswith((".py", ".json")):
            yield entry.name, Path(entry.path).read_bytes()


def _installed() -> list[str]:
    """Return names and versions of all distributions, as the names of their folders tell: libraries decide verdicts."""
    names: set[str] = set()
    for folder in sys.path:
        try:
            names.update(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
    return sorted(names)
