"""One line per finding: ``path:line:column: E DAT002 message``, as editors and grep like it.

Of a document with pages, the line is one of the page that is named behind the message.

The last line sums up, unless the display is quiet. Findings that are suppressed or in the baseline are only counted.
"""

from typing import TextIO

from presslint.model.finding import Severity, State
from presslint.model.verdict import FileResult, RunInfo, RunResult, Summary
from presslint.report import Display
from presslint.report.closing import one_line, statistics
from presslint.report.face import Face
from presslint.report.frame import Look, place_of
from presslint.report.paint import painter
from presslint.report.phrases import Phrases
from presslint.report.rows import Row
from presslint.report.tally import Tally

# the same in all languages: this format is read by programs, too
_LETTERS = {Severity.ERROR: ("E", "error"), Severity.WARNING: ("W", "warning"), Severity.INFO: ("I", "info")}


class ConciseReporter:
    """The format ``concise``."""

    binary = False

    def __init__(self, stream: TextIO, display: Display) -> None:
        self._stream = stream
        self._display = display
        self._painter = painter(stream, display.width, color=display.color)
        face = Face(getattr(stream, "encoding", None), plain=display.ascii)
        self._look = Look(face, Phrases(display.language), display.width)
        self._tally = Tally()

    def begin(self, info: RunInfo) -> None:
        """Write nothing."""

    def file(self, result: FileResult) -> None:
        """Write a line for each finding of one file, or one that says why it could not be read."""
        self._tally.add(result)
        show = self._look.face.show
        rows: list[Row] = []
        if result.error is not None:
            message = self._look.phrases("unread", reason=result.error)
            rows.append(self._row(f"{show(result.path)}:1:1", Severity.ERROR, "SYS001", message))
        for finding in result.findings:
            if finding.state is State.REPORTED:
                place = place_of(result.path, finding.where._replace(page=None), self._look)
                page = finding.where.page
                told = f" ({self._look.phrases('page', number=page)})" if page is not None else ""
                rows.append(self._row(place, finding.severity, finding.rule, finding.message + told))
        if rows:
            self._painter.paint(rows)

    def end(self, result: RunResult) -> None:
        """Write the last line."""
        self._close(result.summary, [])

    def abort(self, reason: str) -> None:
        """Write the last line, and that it is not the last word."""
        message = self._look.phrases("aborted", reason=reason)
        self._close(self._tally.summary(), [[(self._look.face.show(message), "error")]])

    def _close(self, summary: Summary, last: list[Row]) -> None:
        rows = statistics(self._tally) if self._display.statistics else []
        if not self._display.quiet:
            rows.append([(one_line(summary, self._tally, self._look), "")])
        if rows or last:
            self._painter.paint([*rows, *last])
        self._stream.flush()

    def _row(self, place: str, severity: Severity, code: str, message: str) -> Row:
        letter, style = _LETTERS[severity]
        return [(f"{place}: ", "dim"), (f"{letter} {code}", style), (f" {self._look.face.show(message)}", "")]
