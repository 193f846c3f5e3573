"""Results as the plain values that travel between processes and into the cache.

``marshal`` takes them as they are, in a tenth of the time that objects would need. The values that messages were made
of (``Finding.args``) stay behind: what is shown has been rendered.
"""

from typing import Any

from presslint.model.finding import (
    Confidence,
    Finding,
    Fix,
    Location,
    RelatedFinding,
    Safety,
    Severity,
    State,
)
from presslint.model.verdict import FileResult, Skipped
from presslint.text.edits import Edit
from presslint.text.span import SourceSpan

_SEVERITY = {int(one): one for one in Severity}
_CONFIDENCE = {int(one): one for one in Confidence}
_SAFETY = {int(one): one for one in Safety}
_STATE = {one.value: one for one in State}


def flat(result: FileResult) -> tuple[Any, ...]:
    """Return a result without its path and its text as tuples, texts, numbers and None."""
    return (
        result.format,
        result.language,
        result.release_date,
        result.error,
        tuple([_finding(finding) for finding in result.findings]),
        tuple([tuple(skipped) for skipped in result.not_checked]),
        result.crashed,
        tuple([_part(part, result.path) for part in result.parts]),
        result.entry,
    )


def result_of(value: tuple[Any, ...], path: str, text: str) -> FileResult:
    """Return the result that :func:`flat` was given, with ``path`` and ``text`` in their places."""
    format_, language, release_date, error, findings, skipped, crashed, parts, entry = value
    return FileResult(
        path,
        format_,
        language,
        release_date,
        error,
        tuple([_found(finding) for finding in findings]),
        tuple([Skipped(rule, reason) for rule, reason in skipped]),
        text if findings else "",
        crashed,
        tuple([result_of(part, path + inside, shown) for inside, shown, part in parts]),
        entry,
    )


def slim(result: FileResult) -> FileResult:
    """Return a result as one from the cache is: the text is there only where findings point into it."""
    if result.parts:
        result = result._replace(parts=tuple([slim(part) for part in result.parts]))
    return result._replace(text="") if result.text and not result.findings else result


def tells(value: tuple[Any, ...]) -> bool:
    """Tell whether a result that :func:`flat` gave says what stands in the file, and not only what it is."""
    return bool(value[4] or value[7])


def _part(part: FileResult, path: str) -> tuple[Any, ...]:
    return (part.path.removeprefix(path), part.text if part.findings else "", flat(part))


def _finding(finding: Finding) -> tuple[Any, ...]:
    return (
        finding.rule,
        finding.name,
        int(finding.severity),
        int(finding.confidence),
        finding.message,
        tuple(finding.where),
        None if finding.span is None else tuple(finding.span),
        finding.snippet,
        tuple([_related(related) for related in finding.related]),
        tuple([_fix(fix) for fix in finding.fixes]),
        finding.fingerprint,
        finding.state.value,
        finding.url,
        finding.reason,
    )


def _found(value: tuple[Any, ...]) -> Finding:
    (rule, name, severity, confidence, message, where, span, snippet, related, fixes, mark, state, url, reason) = value
    return Finding(
        rule,
        name,
        _SEVERITY[severity],
        _CONFIDENCE[confidence],
        message,
        Location(*where),
        None if span is None else SourceSpan(*span),
        snippet,
        tuple([_found_related(one) for one in related]),
        tuple([_found_fix(one) for one in fixes]),
        mark,
        _STATE[state],
        url,
        reason,
    )


def _related(related: RelatedFinding) -> tuple[Any, ...]:
    span = None if related.span is None else tuple(related.span)
    return (tuple(related.where), span, related.note, related.path)


def _found_related(value: tuple[Any, ...]) -> RelatedFinding:
    where, span, note, path = value
    return RelatedFinding(Location(*where), None if span is None else SourceSpan(*span), note, path)


def _fix(fix: Fix) -> tuple[Any, ...]:
    return (fix.title, int(fix.safety), tuple([(tuple(edit.span), edit.text) for edit in fix.edits]))


def _found_fix(value: tuple[Any, ...]) -> Fix:
    title, safety, edits = value
    return Fix(title, _SAFETY[safety], tuple([Edit(SourceSpan(*span), text) for span, text in edits]))
