"""Workflow commands that a code hosting service turns into annotations on the lines of a change.

Nothing of a release can become a command of its own: everything is on one line, and the characters that end a value
are escaped. The service shows only so many annotations of a kind per step; the rest is named below them.
"""

from collections.abc import Mapping

from presslint.model.finding import Finding, Severity, State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, Summary
from presslint.report.closing import closing
from presslint.report.face import Face
from presslint.report.frame import Look
from presslint.report.programs import ProgramReporter, portable
from presslint.report.rows import plain

# https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
_KINDS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
_VALUE = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_FACE = Face()
_PROPERTY = _VALUE | {ord(":"): "%3A", ord(","): "%2C"}


class GithubReporter(ProgramReporter):
    """The format ``github``."""

    def file(self, result: FileResult) -> None:
        """Write a command for each finding of one file, or one that says why it could not be read."""
        self._tally.add(result)
        if result.error is not None:
            message = self._phrases("unread", reason=result.error)
            self._write(_command(Severity.ERROR, {"file": result.path, "title": "SYS001"}, message))
        for finding in result.findings:
            if finding.state is State.REPORTED:
                self._write(_command(finding.severity, _properties(finding, result.path), finding.message))

    def _head(self, info: RunInfo) -> str:  # noqa: ARG002 - annotations need no head
        return ""

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:  # noqa: ARG002 - the shell has the code
        message = self._phrases("aborted", reason=aborted)
        command = _command(Severity.ERROR, {"title": "presslint"}, message) if aborted else ""
        look = Look(_FACE, self._phrases, self._display.width)
        lines = [plain(row) for row in closing(summary, self._tally, look)]
        hidden = sum(
            max(count - _SHOWN, 0) for count in (summary.errors + summary.unreadable, summary.warnings, summary.infos)
        )
        if hidden:
            findings = self._phrases.count("finding", hidden)
            lines.append(self._phrases("not_shown", count=findings, limit=_SHOWN))
        return command + "".join(f"{line}\n" for line in lines)


def _command(severity: Severity, properties: Mapping[str, object], message: str) -> str:
    listed = ",".join(f"{key}={_shown(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{_KINDS[severity]} {listed}::{_shown(message).translate(_VALUE)}\n"


def _shown(value: object) -> str:
    return _FACE.show(portable(str(value)))


def _properties(finding: Finding, path: str) -> dict[str, object]:
    where = finding.where
    place: dict[str, object] = {"file": path, "line": where.line}
    if finding.span and where.line == where.end_line:
        # the service takes columns only where both ends are on one line
        place |= {"col": where.column, "endLine": where.end_line, "endColumn": where.end_column}
    elif finding.span:
        place["endLine"] = where.end_line
    return {**place, "title": f"{finding.rule} {finding.name}"}
