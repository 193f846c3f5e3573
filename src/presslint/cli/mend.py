"""``--fix`` and ``--diff``: what is mended, where it is written, and what is said about it."""

import os
from collections.abc import Callable, Generator, Iterable

from presslint.cli.streams import Standard, say
from presslint.engine.fix import Fixed
from presslint.engine.linter import Linter
from presslint.engine.walk import STDIN, Input
from presslint.engine.wording import render, visible
from presslint.engine.write import encode, write_source
from presslint.errors import LoadError, PresslintError
from presslint.model.finding import Safety
from presslint.model.source import Source
from presslint.model.values import Words
from presslint.model.verdict import FileResult
from presslint.text.edits import unified_diff

_DONE = Words("fixes made: {count}, in files: {files}", "Korrekturen: {count}, in Dateien: {files}")
_WOULD = Words(
    "fixes that --fix would make: {count}, in files: {files}",
    "Korrekturen, die --fix machen würde: {count}, in Dateien: {files}",
)
_CYCLE = Words(
    "{path}: the fixes of {rules} undo one another; the text before them was kept",
    "{path}: die Korrekturen von {rules} heben einander auf; der Text davor blieb",
)
_REFUSED = Words(
    "{path}: a fix of {rules} was not made, since it would bring another finding or change the metadata",
    "{path}: eine Korrektur von {rules} unterblieb: sie brächte einen neuen Befund oder änderte die Metadaten",
)
_BY_HAND = Words(
    "{path}: documents are never written; fixes to make by hand: {count}",
    "{path}: Dokumente werden nie geschrieben; Korrekturen von Hand: {count}",
)


class Mender:
    """Mends files one by one and counts what was mended; findings that ``known`` marks are left as they are."""

    def __init__(
        self, linter: Linter, lowest: Safety, known: Callable[[FileResult], FileResult], *, diff: bool
    ) -> None:
        self._linter = linter
        self._lowest = lowest
        self._known = known
        self._diff = diff
        self._stdout = Standard()
        self.failed = False  # whether a file could not be written
        self._fixes = 0
        self._files = 0

    def over(self, files: Iterable[Input], read: Callable[[Input], Source]) -> Generator[FileResult]:
        """Mend files one by one and yield what came of each."""
        for file in files:
            try:
                source = read(file)
            except LoadError as error:
                yield FileResult(file.shown, error=error.in_(self._linter.options(file.shown).language))
            else:
                yield self.mend(file, source)

    def mend(self, file: Input, source: Source) -> FileResult:
        """Write or show the mended text, and return the result for what then stands in the file.

        A file that cannot be written is as it was: that is said, and so are its findings.
        """
        fixed = self._linter.fix(source, self._lowest, self._known)
        language = self._linter.options(source.path).language
        for words, rules in ((_CYCLE, fixed.cycle), (_REFUSED, fixed.refused)):
            if rules:
                say(render(words, {"path": source.path, "rules": ", ".join(rules)}, language))
        by_hand = 0 if source.encoding else sum(bool(finding.fixes) for finding in fixed.before.findings)
        if by_hand:
            say(render(_BY_HAND, {"path": source.path, "count": by_hand}, language))
        try:
            self._write(file, fixed)
        except PresslintError as error:
            self.failed = True
            say(f"{source.path}: {error}")
            return fixed.before
        self._fixes += sum(count for _, count in fixed.applied)
        self._files += bool(fixed.applied)
        return fixed.before if self._diff else fixed.result

    def close(self, language: str) -> None:
        """Hand over what was written to standard output, and say what was done in all."""
        self._stdout.flush()
        say(render(_WOULD if self._diff else _DONE, {"count": self._fixes, "files": self._files}, language))

    def _write(self, file: Input, fixed: Fixed) -> None:
        if self._diff:
            diff = unified_diff(fixed.source.text, fixed.text, _from_here(fixed.source.path))
            shown = "\n".join(visible(line) for line in diff.split("\n")) if self._stdout.isatty() else diff
            self._stdout.write(shown.encode("utf-8", "backslashreplace"))
        elif file.path == STDIN:
            source = fixed.source
            # a document has no text of its own that could be written: it goes through as it came
            self._stdout.write(encode(source, fixed.text) if source.encoding else source.data)
        elif fixed.text != fixed.source.text:
            write_source(file.path, fixed.source, fixed.text)


def _from_here(path: str) -> str:
    """Return a path as ``patch -p1`` and ``git apply`` want it: relative, from the current folder where that can be."""
    if not os.path.isabs(path):  # noqa: PTH117 - as text, since a path may mean standard input
        return path
    here = os.getcwd().replace(os.sep, "/").rstrip("/") + "/"  # noqa: PTH109 - as above
    return path.removeprefix(here) if path.startswith(here) else os.path.splitdrive(path)[1].lstrip("/")
