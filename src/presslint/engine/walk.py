"""Paths to files: folders are walked, in one order on every machine."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from presslint.errors import LoadError
from presslint.load import SUFFIXES
from presslint.model.options import Options

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STDIN = "-"

# documents that a release is often sent as and that are not read: a folder with them is not wholly checked.
# Templates can be read, but hold no release yet
_PASSED_OVER = frozenset((".doc", ".dot", ".dotm", ".dotx", ".msg", ".ott", ".pages", ".rtf"))
# most of these are no news items but settings and data of programs: their beginning is looked at
_NEWS = frozenset((".json", ".xml"))
_WALKED = tuple(suffix for suffix in SUFFIXES if suffix not in _PASSED_OVER)
_OWNER = "~$"  # what Word writes beside a document that is open: the name of who has opened it


# how reports and baselines begin: what presslint has written is not passed over
_OURS = b'{"version": 1, "presslint": '


class Input(NamedTuple):
    """A file to check: the path to open, the path for people, and what is wrong with it already."""

    path: str
    shown: str
    error: LoadError | None = None


class Inputs(NamedTuple):
    """What the given paths come to. ``passed_over`` counts the documents in folders that are not read, by suffix."""

    files: tuple[Input, ...]
    passed_over: tuple[tuple[str, int], ...] = ()


def find(paths: Iterable[str], options_for: Callable[[str], Options], stdin_name: str = STDIN) -> Inputs:
    """Return the files behind ``paths``, each once, sorted by the path that is shown.

    ``stdin_name`` is shown for standard input. A file that is named is taken whatever its suffix. In a folder, those
    that ``.gitignore`` or the ``exclude`` of their options name are left out, and so is what begins with a dot;
    folders that are symbolic links are not entered. A folder without a file to check is an input with an error:
    nothing was looked at.
    """
    found: dict[str, Input] = {}
    walker = _Walker(options_for)
    for path in paths:
        if path == STDIN:
            files = [Input(STDIN, stdin_name)]
        else:
            files = list(walker.walk(path)) if os.path.isdir(path) else [Input(path, _shown(path))]  # noqa: PTH112 - it tells of no folder where nobody may look
        for file in files or [Input(path, _shown(path), _nothing_here())]:
            found.setdefault(file.shown, file)
    return Inputs(
        tuple(found[shown] for shown in sorted(found)),
        tuple(sorted(walker.passed_over.items())),
    )


def _nothing_here() -> LoadError:
    suffixes = " ".join(_WALKED)
    return LoadError(
        f"no file to check in this folder ({suffixes})", f"keine Datei zu prüfen in diesem Ordner ({suffixes})"
    )


def _shown(path: str) -> str:
    shown = os.path.normpath(path).replace(os.sep, "/")
    return path if shown == path else shown  # one text for both: there may be a hundred thousand


class _Walker:
    """Walks folders and counts what it passes over."""

    def __init__(self, options_for: Callable[[str], Options]) -> None:
        self.options_for = options_for
        self.passed_over: dict[str, int] = {}

    def walk(self, top: str) -> Iterator[Input]:
        """Yield the files to check in a folder and the folders in it."""
        folders = [(top, tuple(_above(top)))]
        while folders:
            folder, patterns = folders.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = list(listing)
            except OSError as error:
                problem = error.strerror
                unread = LoadError(
                    f"this folder cannot be read: {problem}", f"dieser Ordner ist nicht lesbar: {problem}"
                )
                yield Input(folder, _shown(folder), unread)
                continue
            patterns += tuple(_patterns_in(folder, ""))
            excluded = tuple(self._excluded(folder))
            for entry in entries:
                is_folder = entry.is_dir(follow_symlinks=False)
                name = entry.name + "/" * is_folder
                if name.startswith(".") or _ignored(name, patterns) or _ignored(name, excluded):
                    continue
                if is_folder:
                    inside = tuple(pattern._replace(prefix=f"{pattern.prefix}{entry.name}/") for pattern in patterns)
                    folders.append((entry.path, inside))
                elif self._wanted(entry):
                    yield Input(entry.path, _shown(entry.path))

    def _excluded(self, folder: str) -> Iterator["_Patterns"]:
        options = self.options_for(f"{folder}/release.md")
        if options.exclude:
            yield _Patterns(_compiled(options.exclude), _prefix(folder, options.root))

    def _wanted(self, entry: "os.DirEntry[str]") -> bool:
        suffix = Path(entry.name).suffix.lower()
        with suppress(OSError):  # a link that leads nowhere is reported when it is to be read
            if entry.is_dir():
                return False
        if suffix in _PASSED_OVER:
            self.passed_over[suffix] = self.passed_over.get(suffix, 0) + 1
        if suffix not in _WALKED or entry.name.startswith(_OWNER):
            return False
        if suffix in _NEWS and (head := _head(entry.path)) is not None and not _is_news(head, suffix):
            if not head.startswith(_OURS):
                self.passed_over[suffix] = self.passed_over.get(suffix, 0) + 1
            return False
        return True


def _is_news(head: bytes, suffix: str) -> bool:
    """Tell whether JSON or XML is a news item."""
    from presslint.load.wire import is_news  # noqa: PLC0415 - few folders have such files

    return is_news(head, suffix)


def _head(path: str) -> bytes | None:
    """Return how a file begins; None where it cannot be opened, so that the reason is given later."""
    from presslint.load.wire import BEGINNING  # noqa: PLC0415 - as above

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - one for each of many files
            return file.read(BEGINNING)
    except OSError:
        return None


class _Patterns(NamedTuple):
    """Patterns of one file, and the way from its folder to the folder in question, with a slash at its end."""

    spec: "GitIgnoreSpec"
    prefix: str


def _ignored(name: str, patterns: tuple[_Patterns, ...]) -> bool:
    """Tell whether ``name`` is left out. The nearest file that says anything about it decides."""
    for one in reversed(patterns):
        answer = one.spec.check_file(one.prefix + name).include
        if answer is not None:
            return answer
    return False


def _above(top: str) -> Iterator[_Patterns]:
    """Yield the patterns of the folders above ``top``, from the root of its repository down; none without one.

    A folder that is itself ignored but was named is meant, so that nothing from above holds in it.
    """
    above = []
    folder = Path(top).resolve()
    while not os.path.lexists(folder / ".git"):  # where nobody may look, there is none
        if folder.parent == folder:
            return
        folder = folder.parent
        above.append(str(folder))
    patterns = tuple(one for root in reversed(above) for one in _patterns_in(root, _prefix(top, root)))
    if not _ignored("", patterns):
        yield from patterns


def _patterns_in(folder: str, prefix: str) -> Iterator[_Patterns]:
    file = Path(folder, ".gitignore")
    try:
        if not file.is_file():
            return
        with file.open(encoding="utf-8", errors="surrogateescape") as lines:
            spec = _compiled(lines)
    except OSError:  # one that cannot be read: more is checked then, not less
        return
    yield _Patterns(spec, prefix)


def _compiled(lines: Iterable[str]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - costs as much as typer, and only such folders need it

    return GitIgnoreSpec.from_lines(lines)


def _prefix(folder: str, root: str) -> str:
    way = os.path.relpath(os.path.realpath(folder), os.path.realpath(root)).replace(os.sep, "/")
    return "" if way == "." else f"{way}/"
