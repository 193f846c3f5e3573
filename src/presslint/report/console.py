"""The output for people: each finding with the lines it is about, then what the run came to.

Findings that are suppressed or in the baseline are counted and not shown. ``quiet`` leaves findings and unreadable
files; the table of ``statistics`` is shown also then, since it was asked for.
"""

from typing import TextIO

from presslint.model.finding import Finding, Severity, State
from presslint.model.rule import RulePage
from presslint.model.values import Words
from presslint.model.verdict import FileResult, RunInfo, RunResult, Summary
from presslint.report import Display
from presslint.report.background import Background
from presslint.report.closing import closing, statistics
from presslint.report.face import Face
from presslint.report.frame import Look, frame, header, place_of, remark
from presslint.report.paint import painter
from presslint.report.phrases import Phrases
from presslint.report.rows import Row, wrapped
from presslint.report.sheet import Sheet
from presslint.report.tally import Tally

# narrower than this nothing can be shown; wider than this nobody reads
_NARROW, _WIDE = 40, 200


class ConsoleReporter:
    """The format ``rich``: frames with colours where the display has them, and the same text without."""

    binary = False

    def __init__(self, stream: TextIO, display: Display) -> None:
        self._stream = stream
        self._display = display
        self._painter = painter(stream, display.width, color=display.color)
        face = Face(getattr(stream, "encoding", None), plain=display.ascii)
        self._look = Look(face, Phrases(display.language), min(max(display.width, _NARROW), _WIDE))
        self._tally = Tally()
        self._begun = False
        self._explained: set[str] = set()
        self._background = Background(display.packs)

    def begin(self, info: RunInfo) -> None:
        """Write nothing: who reads this knows what was started."""

    def file(self, result: FileResult) -> None:
        """Write the findings of one file, or why it could not be read."""
        self._tally.add(result)
        if result.error is not None:
            message = self._look.phrases("unread", reason=result.error)
            place: Row = [(" --> ", "frame"), (place_of(result.path, None, self._look), "")]
            self._paint([header(Severity.ERROR, "SYS001", message, "", self._look), place])
        sheet = Sheet(result.text)
        for finding in result.findings:
            if finding.state is State.REPORTED:
                self._paint([*frame(finding, result.path, sheet, self._look), *self._explanation(finding)])

    def end(self, result: RunResult) -> None:
        """Write the closing lines."""
        self._close(result.summary, [])

    def abort(self, reason: str) -> None:
        """Write the closing lines for what was done, and that it is not all."""
        message = self._look.phrases("aborted", reason=reason)
        self._close(self._tally.summary(), [[(self._look.face.show(message), "error")]])

    def _close(self, summary: Summary, last: list[Row]) -> None:
        if self._display.statistics and self._tally.rules:
            self._paint(statistics(self._tally))
        rows = ([] if self._display.quiet else closing(summary, self._tally, self._look)) + last
        if rows:
            self._paint(rows)
        self._stream.flush()

    def _paint(self, rows: list[Row]) -> None:
        """Write rows that belong together, an empty row before them unless they are the first."""
        if self._display.wraps:
            rows = [part for row in rows for part in wrapped(row, self._look.width, self._look.face)]
        self._painter.paint([[], *rows] if self._begun else rows)
        self._begun = True

    def _explanation(self, finding: Finding) -> list[Row]:
        """Say why the rule is there, at the first finding of each rule, where that was asked for."""
        if not self._display.explain or finding.rule in self._explained:
            return []
        self._explained.add(finding.rule)
        page = self._background.page(finding.rule)
        say = self._look.phrases
        texts = [f"{say(key)}: {words.in_(say.language)}" for key, words in _words(page)]
        texts += [f"{say('more')}: {finding.url}"] if finding.url else []
        return [row for text in texts for row in self._wrapped(text)]

    def _wrapped(self, text: str) -> list[Row]:
        from textwrap import wrap  # noqa: PLC0415 - only explanations are longer than a line

        lines = wrap(self._look.face.show(text), self._look.width - 4, break_on_hyphens=False)
        return [remark(line, " ") if line == lines[0] else [(f"    {line}", "")] for line in lines]


def _words(page: RulePage | None) -> list[tuple[str, Words]]:
    return [("why", page.why), ("instead", page.instead)] if page else []
