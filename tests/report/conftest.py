"""Findings made by hand: places are named by the text that stands there."""

from collections.abc import Callable, Sequence
from io import BytesIO, TextIOWrapper
from typing import Any, NamedTuple

import pytest

from presslint import report
from presslint.model.finding import Confidence, Finding, Fix, Location, RelatedFinding, Safety, Severity, State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, RunResult, Summary
from presslint.report import Display
from presslint.text.edits import Edit
from presslint.text.lines import LineIndex
from presslint.text.span import SourceSpan

INFO = RunInfo("0.1.0", "2026-03-02", "base", "en", "error")


class Draft(NamedTuple):
    """A text, and findings in it."""

    text: str

    def span(self, part: str, occurrence: int = 0) -> SourceSpan:
        start = -1
        for _ in range(occurrence + 1):
            start = self.text.index(part, start + 1)
        return SourceSpan(start, start + len(part))

    def where(self, span: SourceSpan, place: str = "body") -> Location:
        index = LineIndex(self.text)
        return Location(*index.position(span.start), *index.position(span.end), None, place)

    def finding(
        self,
        part: str,
        message: str = "Something is wrong here.",
        *,
        related: Sequence[tuple[str, str]] = (),
        fixes: Sequence[Fix] = (),
        **more: Any,
    ) -> Finding:
        span = self.span(part)
        here = [(self.span(other), note) for other, note in related]
        values: dict[str, Any] = {
            "rule": "DAT002",
            "name": "weekday-date-mismatch",
            "severity": Severity.ERROR,
            "confidence": Confidence.HIGH,
            "message": message,
            "where": self.where(span),
            "span": span,
            "snippet": part[:200],
            "related": tuple(RelatedFinding(self.where(other), other, note) for other, note in here),
            "fixes": tuple(fixes),
            "fingerprint": "0123456789abcdef",
        }
        return Finding(**(values | more))

    def fix(self, title: str, safety: Safety, *edits: tuple[str, str]) -> Fix:
        return Fix(title, safety, tuple(Edit(self.span(part), text) for part, text in edits))

    def result(self, *findings: Finding, path: str = "releases/a.md", **more: Any) -> FileResult:
        return FileResult(path, "markdown", "de", "2026-03-02", None, findings, text=self.text, **more)


def summary(results: Sequence[FileResult]) -> Summary:
    findings = [finding for result in results for finding in result.findings]
    reported = [finding.severity for finding in findings if finding.state is State.REPORTED]
    return Summary(
        len(results),
        reported.count(Severity.ERROR),
        reported.count(Severity.WARNING),
        reported.count(Severity.INFO),
        0,
        sum(finding.state is State.SUPPRESSED for finding in findings),
        sum(finding.state is State.BASELINED for finding in findings),
        sum(result.error is not None for result in results),
    )


def written(name: str, *results: FileResult, encoding: str = "utf-8", abort: str = "", **display: Any) -> str:
    """Return what a reporter writes about a run."""
    if report.is_binary(name):
        stream: Any = BytesIO()
    else:
        stream = TextIOWrapper(BytesIO(), encoding=encoding, newline="\n")
    reporter = report.make(name, stream, Display(**display))
    reporter.begin(INFO)
    for result in results:
        reporter.file(result)
    if abort:
        reporter.abort(abort)
    else:
        counts = summary(results)
        code = ExitCode.FAILED if counts.unreadable else ExitCode.FINDINGS if counts.errors else ExitCode.CLEAN
        reporter.end(RunResult(INFO, counts, code))
    data: bytes = stream.getvalue() if isinstance(stream, BytesIO) else stream.detach().getvalue()
    return data.decode(encoding)


@pytest.fixture(name="draft")
def _draft() -> Callable[[str], Draft]:
    return Draft


@pytest.fixture(name="written")
def _written() -> Callable[..., str]:
    return written
