"""Findings as the plain values that JSON can hold, with the keys in the order of the published contract."""

from collections.abc import Mapping
from typing import Any

from presslint.model.finding import Confidence, Finding, Fix, Location, RelatedFinding
from presslint.model.verdict import FileResult, RunInfo, Summary
from presslint.report.phrases import SAFETIES, SEVERITIES
from presslint.report.programs import portable
from presslint.report.sheet import Sheet
from presslint.text.edits import Edit
from presslint.text.span import SourceSpan

CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.HIGH: "high",
    Confidence.MEDIUM: "medium",
    Confidence.LOW: "low",
}


def run_record(info: RunInfo) -> dict[str, Any]:
    """Return what holds for the whole run."""
    return {"version": 1, "presslint": info.version, "today": info.today, "profile": info.profile}


def file_record(result: FileResult) -> dict[str, Any]:
    """Return what is known of a file besides its findings."""
    return {
        "path": portable(result.path),
        "format": result.format,
        "language": result.language,
        "release_date": result.release_date,
        "error": result.error,
    }


def finding_record(finding: Finding, sheet: Sheet) -> dict[str, Any]:
    """Return one finding. Raises ValueError for a fix whose edits do not lie in the text of ``sheet``."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": SEVERITIES[finding.severity],
        "confidence": CONFIDENCES[finding.confidence],
        "message": finding.message,
        **region(finding.where),
        "page": finding.where.page,
        "place": finding.where.place,
        "snippet": finding.snippet,
        "related": [_related_record(place) for place in finding.related],
        "fixes": [_fix_record(fix, sheet, lines_before(finding, sheet)) for fix in finding.fixes],
        "state": finding.state.value,
        "fingerprint": finding.fingerprint,
        "url": finding.url,
    }


def not_checked_records(result: FileResult) -> list[dict[str, str]]:
    """Return the rules that did not run on a file, and why."""
    return [{"rule": skipped.rule, "reason": skipped.reason} for skipped in result.not_checked]


def summary_record(summary: Summary) -> dict[str, int]:
    """Return the counts of a run."""
    return summary._asdict()


def region(where: Location) -> dict[str, int]:
    """Return lines and columns, from 1, in code points, the end exclusive."""
    return {
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
    }


def located(span: SourceSpan, sheet: Sheet, before: int = 0) -> Location:
    """Return a span of the source as lines and columns. Raises ValueError for one outside the text.

    ``before`` is the number of lines before its page, as :func:`lines_before` tells it.
    """
    start, end = sheet.index.position(span.start), sheet.index.position(span.end)
    return Location(start.line - before, start.column, end.line - before, end.column)


def lines_before(finding: Finding, sheet: Sheet) -> int:
    """Return how many lines of the text stand before the page of a finding; none where there are no pages."""
    if finding.where.page is None or finding.span is None or not sheet.holds(finding.span):
        return 0
    return sheet.index.position(finding.span.start).line - finding.where.line


def _related_record(related: RelatedFinding) -> dict[str, Any]:
    path = None if related.path is None else portable(related.path)
    return {**region(related.where), "path": path, "note": related.note}


def _fix_record(fix: Fix, sheet: Sheet, before: int) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safety": SAFETIES[fix.safety],
        "edits": [_edit_record(edit, sheet, before) for edit in fix.edits],
    }


def _edit_record(edit: Edit, sheet: Sheet, before: int) -> dict[str, Any]:
    return {**region(located(edit.span, sheet, before)), "text": edit.text}
