"""reviewdog's diagnostic format, so that findings and fixes become comments and suggestions on a change.

A suggestion replaces one stretch, and the service offers each suggestion alone: a fix that needs several edits at once
is named in no suggestion. Columns count UTF-8 bytes from 1, as the format says; ends are exclusive.

Source: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from collections.abc import Mapping
from typing import Any

from presslint.model.finding import Finding, Fix, Severity, State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, Summary
from presslint.report.face import Face
from presslint.report.programs import ProgramReporter, dumps, relative
from presslint.report.records import lines_before
from presslint.report.sheet import Sheet
from presslint.text.span import SourceSpan

_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_SOURCE = {"name": "presslint"}
_FACE = Face()


class RdjsonReporter(ProgramReporter):
    """The format ``rdjson``."""

    _written = 0

    def file(self, result: FileResult) -> None:
        """Write the diagnostics of one file."""
        self._tally.add(result)
        if result.error is not None:
            message = self._phrases("unread", reason=result.error)
            self._diagnostic(message, "ERROR", {"path": relative(result.path)}, {"code": {"value": "SYS001"}})
        sheet = Sheet(result.text)
        for finding in result.findings:
            if finding.state is State.REPORTED:
                self._finding(finding, result.path, sheet)

    def _finding(self, finding: Finding, path: str, sheet: Sheet) -> None:
        before = lines_before(finding, sheet)
        more: dict[str, Any] = {
            "code": {"value": finding.rule} | ({"url": finding.url} if finding.url else {}),
            "suggestions": [_suggestion(fix, sheet, before) for fix in finding.fixes if len(fix.edits) == 1],
        }
        location = _location(path, finding.span, sheet, before)
        kept = {key: value for key, value in more.items() if value}
        self._diagnostic(_message(finding), _LEVELS[finding.severity], location, kept)

    def _diagnostic(self, message: str, level: str, location: Mapping[str, Any], more: Mapping[str, Any]) -> None:
        shown = "\n".join(_FACE.show(line) for line in message.split("\n"))
        record = {"message": shown, "location": location, "severity": level, **more}
        self._write(f"{',' if self._written else ''}\n  {dumps(record)}")
        self._written += 1

    def _head(self, info: RunInfo) -> str:  # noqa: ARG002 - the format has no place for it
        return f'{{"source": {dumps(_SOURCE)}, "diagnostics": ['

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:  # noqa: ARG002 - the shell has the code
        if aborted:
            self._diagnostic(self._phrases("aborted", reason=aborted), "ERROR", {"path": "."}, {})
        return "\n]}\n"


def _message(finding: Finding) -> str:
    """Return the message with the places that belong to it: readers of the format refuse fields they do not know."""
    notes = [
        f"{relative(other.path) + ':' if other.path else ''}{other.where.line}:{other.where.column}: {other.note}"
        for other in finding.related
    ]
    return "\n".join([finding.message, *notes]) if notes else finding.message


def _location(path: str, span: SourceSpan | None, sheet: Sheet, before: int) -> dict[str, Any]:
    place: dict[str, Any] = {"path": relative(path)}
    return place | ({"range": _range(span, sheet, before)} if span is not None and sheet.holds(span) else {})


def _suggestion(fix: Fix, sheet: Sheet, before: int) -> dict[str, Any]:
    (edit,) = fix.edits
    return {"range": _range(edit.span, sheet, before), "text": edit.text}


def _range(span: SourceSpan, sheet: Sheet, before: int) -> dict[str, Any]:
    return {"start": _position(span.start, sheet, before), "end": _position(span.end, sheet, before)}


def _position(offset: int, sheet: Sheet, before: int) -> dict[str, int]:
    line = sheet.index.position(offset).line
    shown = sheet.text[sheet.index.start(line) : offset]
    return {"line": line - before, "column": len(shown.encode("utf-8", "surrogatepass")) + 1}
