"""Which files, and which findings in them, a change is to answer for."""

import os
from collections.abc import Iterable

from presslint.engine.git import Changed, Repository, top_of
from presslint.engine.hunks import Lines, changed_lines
from presslint.engine.walk import STDIN, Input
from presslint.errors import ConfigError
from presslint.model.finding import Finding, Location
from presslint.model.verdict import FileResult

# formats whose lines are those of the file, so that git and presslint speak of the same
_BY_LINE = frozenset({"text", "markdown", "html", "ninjs", "newsml"})
_ALL = Lines(all=True)


class Changes:
    """What has changed since the current work left ``ref``, in every repository that files are asked about.

    All methods raise ConfigError where git cannot tell.
    """

    def __init__(self, ref: str) -> None:
        self._ref = ref
        self._tops: dict[str, str] = {}
        self._known: dict[str, tuple[Repository, Changed]] = {}
        self._lines: dict[str, dict[str, Lines] | None] = {}

    def among(self, files: Iterable[Input]) -> tuple[Input, ...]:
        """Return the files that have changed, have another name, or are unknown to git, and all that have an error.

        A file that was deleted is left out. A symbolic link has changed when what it leads to has.
        """
        return tuple(file for file in files if self._is_changed(file))

    def on_lines(self, result: FileResult, path: str) -> FileResult:
        """Return the result with those findings only that are on changed lines, or have a related place there.

        What is about the file as a whole stays, as does everything in a file that git does not compare line by line.
        """
        if not result.findings or result.format not in _BY_LINE:
            return result
        lines = self._lines_of(path)
        if lines.all or "\r" in result.text.replace("\r\n", ""):  # git ends a line at LF alone
            return result
        return result._replace(findings=tuple(one for one in result.findings if _concerns(one, lines)))

    def _is_changed(self, file: Input) -> bool:
        if file.path == STDIN:
            raise ConfigError("--changed-since compares files: standard input has no history")
        if file.error is not None:
            return True
        states = [(self._repository(top)[1], path) for top, path in self._ways(file.path)]
        if not os.path.lexists(file.path):
            return not any(path in state.tracked or path in state.gone for state, path in states)
        if os.path.islink(file.path) and len(states) == 1:
            return True  # it leads out of all repositories
        return any(path in state.changed or state.is_new(path) for state, path in states)

    def _ways(self, path: str) -> list[tuple[str, str]]:
        """Return the repository and the path in it of a file, and of what it leads to where it is a symbolic link."""
        folder, name = os.path.split(path)
        folder = os.path.realpath(folder or ".")
        top = self._top(folder)
        if top is None:
            raise ConfigError(f"--changed-since {self._ref}: {path} is in no git repository")
        ways = [(top, _within(top, f"{folder}/{name}"))]
        if os.path.islink(path):
            target = os.path.realpath(path)
            there = self._top(os.path.dirname(target))
            ways += [] if there is None else [(there, _within(there, target))]
        return ways

    def _top(self, folder: str) -> str | None:
        """Return the top of the working tree around a folder; git is asked once for each."""
        above = folder
        while above not in self._tops and not os.path.lexists(f"{above}/.git"):
            if os.path.dirname(above) == above:
                return None
            above = os.path.dirname(above)
        if above not in self._tops:
            top = top_of(above)
            if top is None:
                return None
            self._tops[above] = top
        self._tops[folder] = self._tops[above]
        return self._tops[folder]

    def _repository(self, top: str) -> tuple[Repository, Changed]:
        if top not in self._known:
            repository = Repository(top, self._ref)
            self._known[top] = (repository, repository.changed())
        return self._known[top]

    def _lines_of(self, path: str) -> Lines:
        top, within = self._ways(path)[-1]
        if top not in self._lines:
            patch = self._repository(top)[0].lines()
            self._lines[top] = None if patch is None else changed_lines(patch)
        known = self._lines[top]
        if known is None or self._repository(top)[1].is_new(within):
            return _ALL
        return known.get(within, _ALL)


def _within(top: str, path: str) -> str:
    return os.path.relpath(path, top).replace(os.sep, "/")


def _concerns(finding: Finding, lines: Lines) -> bool:
    if finding.span is None or _touches(finding.where, lines):
        return True
    return any(other.path is not None or _touches(other.where, lines) for other in finding.related)


def _touches(where: Location, lines: Lines) -> bool:
    last = where.end_line - 1 if where.end_column == 1 and where.end_line > where.line else where.end_line
    return lines.touches(where.line, last)
