"""Workflow commands that a code hosting service turns into annotations on the lines of a change.

Nothing of a release can become a command of its own: everything is on one line, and the characters that end a value
are escaped. The service shows only so many annotations of a kind per step; the rest is named below them.
"""

from collections.abc import Mapping

from presslint.model.finding import Finding, Severity, State
from presslint.model.verdict import FileResult, RunInfo, RunResult, Summary
from presslint.report.closing import closing
from presslint.report.face import Face
from presslint.report.frame import Look
from presslint.report.programs import ProgramReporter, portable

# https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
_KINDS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
_VALUE = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = _VALUE | {ord(":"): "%3A", ord(","): "%2C"}


class GithubReporter(ProgramReporter):
    """The format ``github``."""

    def begin(self, info: RunInfo) -> None:
        """Write nothing."""

    def file(self, result: FileResult) -> None:
        """Write a command for each finding of one file, or one that says why it could not be read."""
        self._tally.add(result)
        if result.error is not None:
            message = self._phrases("unread", reason=result.error)
            self._command(Severity.ERROR, {"file": result.path, "title": "SYS001"}, message)
        for finding in result.findings:
            if finding.state is State.REPORTED:
                self._command(finding.severity, _properties(finding, result.path), finding.message)

    def end(self, result: RunResult) -> None:
        """Write the summary, for who reads the log."""
        self._close(result.summary)

    def abort(self, reason: str) -> None:
        """Write the summary of what was done, and an annotation that says that it is not all."""
        self._command(Severity.ERROR, {"title": "presslint"}, self._phrases("aborted", reason=reason))
        self._close(self._tally.summary())

    def _command(self, severity: Severity, properties: Mapping[str, object], message: str) -> None:
        face = _FACE
        listed = ",".join(
            f"{key}={face.show(portable(str(value))).translate(_PROPERTY)}" for key, value in properties.items()
        )
        self._write(f"::{_KINDS[severity]} {listed}::{face.show(message).translate(_VALUE)}\n")

    def _close(self, summary: Summary) -> None:
        look = Look(_FACE, self._phrases, self._display.width)
        lines = ["".join(text for text, _ in row) for row in closing(summary, self._tally, look)]
        hidden = sum(
            max(count - _SHOWN, 0) for count in (summary.errors + summary.unreadable, summary.warnings, summary.infos)
        )
        if hidden:
            findings = self._phrases.count("finding", hidden)
            lines.append(self._phrases("not_shown", count=findings, limit=_SHOWN))
        self._finish("".join(f"{line}\n" for line in lines))


_FACE = Face()


def _properties(finding: Finding, path: str) -> dict[str, object]:
    where = finding.where
    place: dict[str, object] = {"file": path, "line": where.line}
    if where.line == where.end_line:
        # the service takes columns only where both ends are on one line
        place |= {"col": where.column, "endLine": where.end_line, "endColumn": where.end_column}
    else:
        place["endLine"] = where.end_line
    return {**place, "title": f"{finding.rule} {finding.name}"}
