"""What a run does not tell of: findings that a baseline knows, and those on lines that have not changed."""

import os
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from presslint import packs
from presslint.cli.streams import say
from presslint.engine.linter import Linter
from presslint.engine.walk import Input
from presslint.engine.wording import render
from presslint.model.values import Words
from presslint.model.verdict import FileResult

if TYPE_CHECKING:
    from presslint.engine.baseline import Baseline
    from presslint.engine.changes import Changes

_VANISHED = Words(
    "{path}: {count} entries are no longer found; presslint baseline --prune takes them out",
    "{path}: {count} Einträge werden nicht mehr gefunden; presslint baseline --prune nimmt sie heraus",
)
_ELSEWHERE = Words(
    "findings on lines that have not changed since {ref}: {count}",
    "Befunde auf Zeilen, die seit {ref} unverändert sind: {count}",
)


class Baselines:
    """The baselines of a run, each as the configuration of a file names it. Raises ConfigError for one that is none."""

    def __init__(self, linter: Linter, files: Iterable[Input]) -> None:
        self._linter = linter
        self._known: dict[str, Baseline] = {}
        paths = dict.fromkeys(linter.options(file.shown).baseline for file in files)
        for path in paths:
            if path:
                from presslint.engine.baseline import read  # noqa: PLC0415 - bound to there being one

                self._known[path] = read(path)

    def mark(self, result: FileResult) -> FileResult:
        """Return the result with its known findings marked."""
        if not self._known:
            return result
        baseline = self._known.get(self._linter.options(result.path).baseline)
        return result if baseline is None else baseline.mark(result, lambda: ran(self._linter, result))

    def known(self, result: FileResult) -> FileResult:
        """Return the same and count nothing: the file is still being mended."""
        baseline = self._known.get(self._linter.options(result.path).baseline)
        return result if baseline is None else baseline.mark(result, None)

    def close(self, language: str) -> None:
        """Say how many known findings were not there any more."""
        for path, baseline in self._known.items():
            if count := baseline.vanished():
                say(render(_VANISHED, {"path": os.path.relpath(path), "count": count}, language))


def ran(linter: Linter, result: FileResult) -> Collection[str]:
    """Return the codes of the rules that have looked at all of a file."""
    rules = packs.rules_for(linter.options(result.path), result.path)
    return {bound.rule.code for bound in rules} - {skipped.rule for skipped in result.not_checked}


class OnChangedLines:
    """Leaves out findings on lines that have not changed, and counts them."""

    def __init__(self, changes: "Changes", ref: str, files: Iterable[Input]) -> None:
        self._changes = changes
        self._ref = ref
        self._paths = {file.shown: file.path for file in files}
        self._left_out = 0

    def of(self, result: FileResult) -> FileResult:
        """Return the result with findings on changed lines alone."""
        kept = self._changes.on_lines(result, self._paths[result.path])
        self._left_out += len(result.findings) - len(kept.findings)
        return kept

    def close(self, language: str) -> None:
        """Say how many findings were left out."""
        if self._left_out:
            say(render(_ELSEWHERE, {"ref": self._ref, "count": self._left_out}, language))


class Sieve:
    """What is not told of in one run, in the order in which it is decided."""

    def __init__(self, baselines: Baselines, lines: OnChangedLines | None) -> None:
        self._baselines = baselines
        self._lines = lines

    def over(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Yield the results as they are to be judged."""
        for result in results:
            marked = self._baselines.mark(result)
            if result.parts:
                marked = marked._replace(parts=tuple([self._baselines.mark(part) for part in result.parts]))
            yield marked if self._lines is None else self._lines.of(marked)

    def known(self, result: FileResult) -> FileResult:
        """Return the result with its known findings marked, which no fix is to touch; may be asked again and again."""
        return self._baselines.known(result)

    def close(self, language: str) -> None:
        """Say what was left out that a reader would want to know of."""
        self._baselines.close(language)
        if self._lines is not None:
            self._lines.close(language)
