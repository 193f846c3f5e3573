"""A summary of a run in Markdown, for the page of a CI job.

Nothing of a release is markup here: what could begin any is escaped, addresses and names become no links or mentions.
Services cut a long page, so only so many findings are listed, the errors of all files first.
"""

import heapq
from collections.abc import Mapping
from typing import BinaryIO

from presslint.model.finding import Finding, Severity, State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, Summary
from presslint.report import Display
from presslint.report.closing import closing
from presslint.report.face import Face
from presslint.report.frame import Look
from presslint.report.programs import ProgramReporter, portable
from presslint.report.rows import plain
from presslint.text.lazy import regex

# a job summary may have 1 MiB; a finding takes at most about 1 kB
_MOST = 500
_LONGEST = 400  # characters of one cell
_FACE = Face()
_SPECIAL = regex(r"[\\`*_{}\[\]()#+!|~$^=]")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("@"): "&#64;", ord(":"): "&#58;"}
_SIGNS: Mapping[Severity, str] = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}


class MarkdownReporter(ProgramReporter):
    """The format ``markdown``."""

    def __init__(self, stream: BinaryIO, display: Display) -> None:
        super().__init__(stream, display)
        self._rows: list[tuple[int, int, str]] = []
        self._listed = 0

    def file(self, result: FileResult) -> None:
        """Remember the worst findings of one file."""
        self._tally.add(result)
        if result.error is not None:
            reason = self._phrases("unread", reason=result.error)
            self._keep(
                Severity.ERROR + 1, f"| 🔴 {self._phrases('error')} | {_cell(result.path)} | SYS001 | {_cell(reason)} |"
            )
        for finding in result.findings:
            if finding.state is State.REPORTED:
                self._keep(finding.severity, self._row(finding, result.path))

    def _keep(self, worth: int, row: str) -> None:
        """Keep a row; of too many the least severe and latest goes."""
        self._listed += 1
        entry = (worth, -self._listed, row)
        if len(self._rows) < _MOST:
            heapq.heappush(self._rows, entry)
        else:
            heapq.heappushpop(self._rows, entry)

    def _row(self, finding: Finding, path: str) -> str:
        where = finding.where
        page = f", {self._phrases('page', number=where.page)}" if where.page else ""
        place = f"{_cell(path)}&#58;{where.line}&#58;{where.column}{page}"
        sign = f"{_SIGNS[finding.severity]} {self._phrases(finding.severity.name.lower())}"
        return f"| {sign} | {place} | {_cell(finding.rule)} | {_cell(finding.message)} |"

    def _head(self, info: RunInfo) -> str:  # noqa: ARG002 - people look at the findings
        return "## presslint\n\n"

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:  # noqa: ARG002 - the shell has the code
        look = Look(_FACE, self._phrases, self._display.width)
        lines = [plain(row) for row in closing(summary, self._tally, look)]
        if aborted:
            lines.insert(0, _FACE.show(self._phrases("aborted", reason=aborted)))
        parts = ["\n".join(f"{_text(line)}  " for line in lines)]
        if self._rows:
            rows = [row for *_, row in sorted(self._rows, key=lambda entry: (-entry[0], -entry[1]))]
            parts.append("\n".join([self._phrases("table_head"), "| --- | --- | --- | --- |", *rows]))
        if self._listed > len(self._rows):
            findings = self._phrases.count("finding", self._listed - len(self._rows))
            parts.append(_text(self._phrases("not_listed", count=findings)))
        return "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    text = _FACE.show(portable(text))
    return _text(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")


def _text(text: str) -> str:
    """Return text as Markdown that is read as that text: neither tags, links and mentions, nor ends of cells."""
    return _SPECIAL.sub(r"\\\g<0>", text).translate(_ENTITIES).replace("www.", "www&#46;").replace("- ", "\\- ", 1)
