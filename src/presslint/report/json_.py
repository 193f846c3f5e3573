"""Findings for programs, as one JSON object or as one JSON object per line.

Both are written file by file. ``schemas/findings.schema.json`` describes them. What belongs to a run that could not be
finished is a whole document, too, with the reason under ``aborted``.
"""

from presslint.model.verdict import FileResult, RunInfo, RunResult, Summary
from presslint.report.programs import ProgramReporter, dumps
from presslint.report.records import file_record, finding_record, not_checked_records, run_record, summary_record
from presslint.report.sheet import Sheet


class JsonReporter(ProgramReporter):
    """The format ``json``: one object with the keys of the run, ``files`` and ``summary``."""

    def begin(self, info: RunInfo) -> None:
        """Open the object and its list of files."""
        self._write(f'{dumps(run_record(info))[:-1]},\n "files": [')

    def file(self, result: FileResult) -> None:
        """Write one file, a line per finding."""
        separator = ",\n  " if self._tally.files else "\n  "
        self._tally.add(result)
        sheet = Sheet(result.text)
        findings = ",".join([f"\n    {dumps(finding_record(finding, sheet))}" for finding in result.findings])
        self._write(
            f'{separator}{dumps(file_record(result))[:-1]},\n   "findings": [{findings}],'
            f'\n   "not_checked": {dumps(not_checked_records(result))}}}'
        )

    def end(self, result: RunResult) -> None:
        """Close the object."""
        self._close(result.summary, "")

    def abort(self, reason: str) -> None:
        """Close the object and say why the run was not finished."""
        self._close(self._tally.summary(), f',\n "aborted": {dumps(reason)}')

    def _close(self, summary: Summary, more: str) -> None:
        self._finish(f'],\n "summary": {dumps(summary_record(summary))}{more}}}\n')


class JsonLinesReporter(ProgramReporter):
    """The format ``jsonl``: a line for the run, one per file as in ``files``, and a last one with the summary.

    A reader tells them apart by their first key: ``version``, ``path`` or ``summary``. Where the last line is missing,
    the run did not finish.
    """

    def begin(self, info: RunInfo) -> None:
        """Write the line of the run."""
        self._write(f"{dumps(run_record(info))}\n")

    def file(self, result: FileResult) -> None:
        """Write the line of one file."""
        self._tally.add(result)
        sheet = Sheet(result.text)
        record = file_record(result) | {
            "findings": [finding_record(finding, sheet) for finding in result.findings],
            "not_checked": not_checked_records(result),
        }
        self._write(f"{dumps(record)}\n")

    def end(self, result: RunResult) -> None:
        """Write the line of the summary."""
        self._finish(f"{dumps({'summary': summary_record(result.summary)})}\n")

    def abort(self, reason: str) -> None:
        """Write the line of the summary, with the reason why the run was not finished."""
        self._finish(f"{dumps({'summary': summary_record(self._tally.summary()), 'aborted': reason})}\n")
