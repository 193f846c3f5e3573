"""Findings for programs, as one JSON object or as one JSON object per line.

Both are written file by file. ``schemas/findings.schema.json`` describes them. What belongs to a run that could not be
finished is a whole document, too, with the reason under ``aborted``.
"""

from presslint.model.verdict import ExitCode, FileResult, RunInfo, Summary
from presslint.report.programs import ProgramReporter, dumps
from presslint.report.records import file_record, finding_record, not_checked_records, run_record, summary_record
from presslint.report.sheet import Sheet


class JsonReporter(ProgramReporter):
    """The format ``json``: one object with the keys of the run, ``files`` and ``summary``."""

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

    def _head(self, info: RunInfo) -> str:
        return f'{dumps(run_record(info))[:-1]},\n "files": ['

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:  # noqa: ARG002 - the shell has the code
        return f"],\n {dumps(_end_record(summary, aborted))[1:]}\n"


class JsonLinesReporter(ProgramReporter):
    """The format ``jsonl``: a line for the run, one per file as in ``files``, and a last one with the summary.

    A reader tells them apart by their first key: ``version``, ``path`` or ``summary``. Where the last line is missing,
    the run did not finish.
    """

    def file(self, result: FileResult) -> None:
        """Write the line of one file."""
        self._tally.add(result)
        sheet = Sheet(result.text)
        record = file_record(result) | {
            "findings": [finding_record(finding, sheet) for finding in result.findings],
            "not_checked": not_checked_records(result),
        }
        self._write(f"{dumps(record)}\n")

    def _head(self, info: RunInfo) -> str:
        return f"{dumps(run_record(info))}\n"

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:  # noqa: ARG002 - the shell has the code
        return f"{dumps(_end_record(summary, aborted))}\n"


def _end_record(summary: Summary, aborted: str) -> dict[str, object]:
    return {"summary": summary_record(summary)} | ({"aborted": aborted} if aborted else {})
