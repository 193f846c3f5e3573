"""One chunk, from its bytes to lines of JSON: the work that every engine hands to its workers."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from presslint import packs
from presslint.batch.rows import MOST, Checked, Chunk, Counts, Row, Setup
from presslint.engine import run
from presslint.engine.linter import Linter
from presslint.errors import LoadError
from presslint.load import source_from_bytes
from presslint.model.finding import Severity, State
from presslint.model.options import Options
from presslint.model.values import Words
from presslint.model.verdict import FileResult
from presslint.report.programs import dumps
from presslint.report.records import file_record, finding_record, not_checked_records
from presslint.report.sheet import Sheet

_TOO_LONG = Words(
    "the row has more than {most} bytes: that is no release",
    "die Zeile hat mehr als {most} Bytes: das ist keine Mitteilung",
)
_NO_DATE = Words('"{value}" is no date: YYYY-MM-DD is expected', "„{value}“ ist kein Datum: JJJJ-MM-TT wird erwartet")
_HALF = Words(
    "character {place} is half of a surrogate pair: this is no text",
    "Zeichen {place} ist ein halbes Ersatzpaar: das ist kein Text",
)

_KNOWN: dict[int, tuple[Setup, "Checker"]] = {}


def check_chunk(setup: Setup, chunk: Chunk) -> Checked:
    """Check one chunk. Raises ConfigError and PackError where the configuration or a rule is wrong."""
    return checker_for(setup).check(_rows(chunk, setup))


def checker_for(setup: Setup) -> "Checker":
    """Return what checks by ``setup``; a worker that is asked again has it at hand."""
    known = _KNOWN.get(0)
    if known is None or known[0] != setup:
        known = _KNOWN[0] = (setup, Checker(setup))
    return known[1]


def _rows(chunk: Chunk, setup: Setup) -> Iterator[Row]:
    if chunk.problem:
        return iter((Row(chunk.first, problem=chunk.problem),))
    if chunk.kind == "jsonl":
        from presslint.batch import jsonl  # noqa: PLC0415 - one of two

        return jsonl.rows(chunk, setup.columns)
    from presslint.batch import arrow  # noqa: PLC0415 - Arrow is no part of a plain installation

    return arrow.rows(chunk, setup.columns)


class Checker:
    """The rules and options for all rows: those of the current folder, whatever a row calls itself."""

    def __init__(self, setup: Setup) -> None:
        linter = Linter(setup.overrides, today=setup.today, config_file=setup.config_file, language=setup.language)
        self.options: Options = linter.options("-")
        self._names = linter.names(self.options)
        linter.prepare("-")  # a mistake in a rule is found before any row is read

    def check(self, rows: Iterable[Row]) -> Checked:
        """Return the lines and counts of rows."""
        lines: list[str] = []
        counts = Counts()
        for row in rows:
            result = self.result(row)
            counts = counts.plus(_counts(result))
            lines.append(dumps(record(row, result)))
        return Checked("".join(f"{line}\n" for line in lines).encode(), counts)

    def result(self, row: Row) -> FileResult:
        """Check one row; what is wrong with it is the ``error`` of the result."""
        path = row.path or f"row-{row.number}"
        try:
            data = self._data(row)
            options = self._dated(row)
            source = source_from_bytes(data, path)
        except LoadError as error:
            return FileResult(path, error=error.in_(self.options.language))
        rules = packs.rules_for(self.options, path)
        return run.check_source(source, rules, options, self._names)

    def _data(self, row: Row) -> bytes:
        if row.problem:
            raise LoadError(row.problem)
        content = row.content if row.content is not None else ""
        if len(content) > MOST:
            raise _error(_TOO_LONG, most=MOST)
        try:
            return content.encode() if isinstance(content, str) else content
        except UnicodeEncodeError as error:
            raise _error(_HALF, place=error.start) from None

    def _dated(self, row: Row) -> Options:
        if not row.release_date:
            return self.options
        try:
            day = date.fromisoformat(row.release_date[:10])
        except ValueError:
            raise _error(_NO_DATE, value=row.release_date[:40]) from None
        return self.options._replace(release_date=day)


def record(row: Row, result: FileResult) -> dict[str, Any]:
    """Return the output of one row. Findings in what is attached to it (``part``) follow its own."""
    findings = [
        {**finding_record(finding, sheet), "part": None if inner is result else inner.path}
        for inner in result.unfolded()
        for sheet in (Sheet(inner.text),)
        for finding in inner.findings
    ]
    not_checked = not_checked_records(result)
    return {"row": row.number, "id": row.id, **file_record(result), "findings": findings, "not_checked": not_checked}


def _counts(result: FileResult) -> Counts:
    found = [
        finding.severity for inner in result.unfolded() for finding in inner.findings if finding.state is State.REPORTED
    ]
    unread = int(any(inner.error is not None or inner.crashed for inner in result.unfolded()))
    errors, warnings, infos = (found.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    return Counts(1, errors, warnings, infos, unread)


def _error(words: Words, **values: object) -> LoadError:
    return LoadError(words.en.format(**values), words.de.format(**values))
