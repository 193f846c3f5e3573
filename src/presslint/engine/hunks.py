"""A patch of git, read for one thing: which lines of which files are not as they were."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from presslint.text.lazy import regex

_HUNK = regex(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = regex(r"\\([0-7]{3}|.)")
_NAMED = {"a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}


class Lines(NamedTuple):
    """Stretches of lines, from 1, both ends included; ``all`` where a file cannot be taken line by line."""

    stretches: tuple[tuple[int, int], ...] = ()
    all: bool = False

    def touches(self, first: int, last: int) -> bool:
        """Tell whether one of the lines from ``first`` to ``last`` is among them."""
        return self.all or any(start <= last and first <= end for start, end in self.stretches)


def changed_lines(patch: bytes) -> dict[str, Lines]:
    """Return the changed lines of each file that a patch without context (``--unified=0``) changes, by its new path.

    Where lines were only taken out, those around the place count. A file whose name or mode alone has changed has none.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    whole: set[str] = set()
    path = ""
    lines = iter(patch.split(b"\n"))
    for line in lines:
        if line.startswith(b"diff --git "):
            path = _path_of(line)
            found.setdefault(path, [])
        elif line.startswith((b"rename to ", b"+++ ")):
            found.pop(path, None)
            path = _named(line)
            found.setdefault(path, [])
        elif line.startswith((b"Binary files ", b"* Unmerged path ")):
            whole.add(path)
        elif line.startswith(b"@@ "):
            hunk = _HUNK.match(line.decode("utf-8", "replace"))
            if hunk is None:
                whole.add(path)
                continue
            taken, start, put = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            found[path].append((start, start + put - 1) if put else (start, start + 1))
            for _ in _inside(lines, taken + put):
                pass
    return {name: Lines(tuple(stretches), name in whole) for name, stretches in found.items()}


def _inside(lines: Iterator[bytes], count: int) -> Iterator[bytes]:
    """Take the lines of a hunk, which may look like anything."""
    while count:
        line = next(lines, None)
        if line is None:
            return
        if not line.startswith(b"\\"):  # "\ No newline at end of file"
            count -= 1
        yield line


def _path_of(line: bytes) -> str:
    """Return the path of a header that names it twice: ``diff --git a/x b/x``."""
    both = line.removeprefix(b"diff --git ")
    return _unquoted(both[len(both) // 2 + 1 :], b"b/")


def _named(line: bytes) -> str:
    if line.startswith(b"+++ "):
        return _unquoted(line.removeprefix(b"+++ "), b"b/")
    return _unquoted(line.removeprefix(b"rename to "), b"")


def _unquoted(name: bytes, prefix: bytes) -> str:
    r"""Return a path as the system has it; one with unusual characters is in quotation marks: ``"b/a\tb"``."""
    if name.startswith(b'"'):
        text = name.rstrip(b"\t")[1:-1].decode("latin-1")
        name = _ESCAPE.sub(lambda match: _character(match[1]), text).encode("latin-1")
    else:
        name = name.removesuffix(b"\t")  # behind a name with blanks
    return os.fsdecode(name.removeprefix(prefix))


def _character(code: str) -> str:
    return chr(int(code, 8)) if len(code) == 3 else _NAMED.get(code, code)
