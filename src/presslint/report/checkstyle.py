"""Checkstyle's XML, which most CI services and editors read: an element per file, and in it one per finding.

Findings that are suppressed or in the baseline are left out. A file that could not be read has an error ``SYS001``.
"""

from presslint.model.finding import State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, Summary
from presslint.report.markup import attributes
from presslint.report.phrases import SEVERITIES
from presslint.report.programs import ProgramReporter, portable


class CheckstyleReporter(ProgramReporter):
    """The format ``checkstyle``."""

    def file(self, result: FileResult) -> None:
        """Write the element of one file; a file without findings has an empty one: it was looked at."""
        self._tally.add(result)
        errors = []
        if result.error is not None:
            errors.append(_error(1, 1, "error", self._phrases("unread", reason=result.error), "SYS001"))
        for finding in result.findings:
            if finding.state is State.REPORTED:
                where = finding.where
                level = SEVERITIES[finding.severity]
                errors.append(_error(where.line, where.column, level, finding.message, finding.rule))
        self._write(f" <file{attributes(name=portable(result.path))}>\n{''.join(errors)} </file>\n")

    def _head(self, info: RunInfo) -> str:  # noqa: ARG002 - the version in the root is that of the format
        return '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:  # noqa: ARG002 - the shell has the code
        if not aborted:
            return "</checkstyle>\n"
        error = _error(1, 1, "error", self._phrases("aborted", reason=aborted), "aborted")
        return f' <file name="presslint">\n{error} </file>\n</checkstyle>\n'


def _error(line: int, column: int, severity: str, message: str, rule: str) -> str:
    values = attributes(line=line, column=column, severity=severity, message=message, source=f"presslint.{rule}")
    return f"  <error{values}/>\n"
