"""``presslint baseline``: writes down what is found, so that later runs tell only of what is new."""

import os
from collections.abc import Mapping
from contextlib import closing
from typing import Any

from presslint.cli.cache import cache_for
from presslint.cli.check import read as read_input
from presslint.cli.known import ran
from presslint.cli.progress import Progress
from presslint.cli.settings import linter_of
from presslint.cli.streams import say, show
from presslint.engine import baseline
from presslint.engine.baseline import Baseline, Known
from presslint.engine.linter import Linter
from presslint.engine.many import Checker
from presslint.engine.parting import is_together
from presslint.engine.together import Together
from presslint.engine.walk import STDIN, find
from presslint.engine.wording import render, visible
from presslint.engine.write import replace_file
from presslint.errors import ConfigError, PresslintError
from presslint.model.values import Words
from presslint.model.verdict import ExitCode, FileResult

DEFAULT = "presslint-baseline.json"

_WRITTEN = Words(
    "{path}: findings: {count}, new: {new}, no longer found: {gone}, files: {files}",
    "{path}: Befunde: {count}, neu: {new}, nicht mehr gefunden: {gone}, Dateien: {files}",
)
_NOT_ADDED = Words(
    "findings that are not in the baseline: {count}", "Befunde, die nicht in der Baseline stehen: {count}"
)


def run_baseline(values: Mapping[str, Any]) -> int:
    """Check what the command line names, write the baseline and return the exit code.

    Exit code 2 says that a file could not be checked; what is known of it already stays. Raises ConfigError,
    PackError, and PresslintError for a baseline that cannot be written.
    """
    paths = tuple(values["paths"] or ["."])
    if STDIN in paths:
        raise ConfigError("a baseline knows files: standard input has no name")
    linter = linter_of(values)
    inputs = find(paths, linter.options)
    options = linter.options(inputs.files[0].shown)
    path = values["output"] or options.baseline or DEFAULT
    known = baseline.read(path) if os.path.exists(path) else Baseline(path, {}, linter.today.isoformat())  # noqa: PTH110 - as text
    if values["prune"] and not known.files:
        raise ConfigError(f"{path}: --prune takes entries out of a baseline, and there is none")
    cache = cache_for(values, options.language, useful=len(inputs.files) > 1)
    linter.gathers = is_together(inputs.files, linter)
    checker = Checker(linter, read_input, cache=cache, jobs=values["jobs"])
    checker.prepare(inputs.files)
    record = _Record(linter, known, prune=values["prune"])
    with closing(checker.over(inputs.files)) as results:
        compared = Together(linter, inputs.files).over(results) if linter.gathers else results
        for result in Progress(len(inputs.files)).over(compared):
            for one in result.unfolded():
                record.add(one)
    files = record.files()
    try:
        replace_file(path, baseline.written(files, known.created))
    except OSError as error:
        raise PresslintError(f"{path}: cannot be written: {error.strerror}") from error
    args = {"path": path, "count": sum(len(one.entries) for one in files.values()), "files": len(files)}
    show(visible(render(_WRITTEN, {**args, "new": record.new, "gone": record.gone}, options.language)) + "\n")
    if record.not_added:
        say(render(_NOT_ADDED, {"count": record.not_added}, options.language))
    return ExitCode.FAILED if record.failed else ExitCode.CLEAN


class _Record:
    """The baseline that a run comes to."""

    def __init__(self, linter: Linter, known: Baseline, *, prune: bool) -> None:
        self._linter = linter
        self._known = known
        self._prune = prune
        self._files: dict[str, Known] = {}
        self._seen: set[str] = set()
        self.new = self.gone = self.not_added = 0
        self.failed = False

    def add(self, result: FileResult) -> None:
        """Take in what was found in one file."""
        if result.error is not None or result.crashed:
            say(f"{result.path}: {result.error or 'a rule failed (SYS008)'}")
            self.failed = True
        if result.error is not None:
            return
        matched = self._known.match(result)
        own = self._known.name_of(result.path)
        self._seen.add(matched.path)
        codes = ran(self._linter, result) if matched.gone else ()
        kept = [entry for entry in matched.gone if not baseline.is_gone(entry, codes)]
        self.gone += len(matched.gone) - len(kept)
        today = self._linter.today.isoformat()
        found = baseline.known(
            result,
            lambda place: matched.places[place].since if place in matched.places else "" if self._prune else today,
        )
        entries = [] if found is None else [entry for entry in found.entries if entry.since]
        added = (0 if found is None else len(found.entries)) - len(matched.places)
        if self._prune:
            self.not_added += added
        else:
            self.new += added
        if entries or kept:
            self._files[own] = Known(_sketch(found, self._known, matched.path), (*entries, *kept))

    def files(self) -> dict[str, Known]:
        """Return what is to be written: what was found, and what is known of files that were not looked at."""
        missing = set(self._known.missing())
        rest = {path: known for path, known in self._known.files.items() if path not in self._seen}
        self.gone += sum(len(known.entries) for path, known in rest.items() if path in missing)
        return {**{path: known for path, known in rest.items() if path not in missing}, **self._files}


def _sketch(found: Known | None, known: Baseline, path: str) -> tuple[str, ...]:
    return known.files[path].sketch if found is None else found.sketch
