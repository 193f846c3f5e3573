"""SARIF 2.1.0, for services that keep findings over time.

Results are written as they come, so they stand before the description of the tool: the order of the keys of an object
means nothing in JSON, and memory does not grow with the run. Paths are relative and no absolute one is ever written.
"""

import os
from collections.abc import Mapping
from typing import Any, BinaryIO
from urllib.parse import quote

from presslint.model.finding import Finding, Fix, Location, RelatedFinding, Severity, State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, Summary
from presslint.report import Display
from presslint.report.background import Background
from presslint.report.phrases import SAFETIES
from presslint.report.programs import ProgramReporter, dumps, from_here
from presslint.report.records import CONFIDENCES, lines_before, located, summary_record
from presslint.report.sheet import Sheet
from presslint.text.lazy import regex

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "SRCROOT"
_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# in a message, "[text](target)" is a link
_LINK = regex(r"\[(?=[^\[\]]*\]\()")


class SarifReporter(ProgramReporter):
    """The format ``sarif``."""

    def __init__(self, stream: BinaryIO, display: Display) -> None:
        super().__init__(stream, display)
        self._language = "de" if display.language == "de" else "en"
        self._background = Background(display.packs)
        self._rules: dict[str, dict[str, Any]] = {}
        self._notes: list[dict[str, Any]] = []

    def file(self, result: FileResult) -> None:
        """Write the results of one file; one that could not be read is remembered for the end."""
        self._tally.add(result)
        if result.error is not None:
            message = self._phrases("unread", reason=result.error)
            self._notes.append(_notification("error", message, "SYS001", result.path))
        sheet = Sheet(result.text)
        for finding in result.findings:
            separator = "," if self._rules else ""
            self._write(f"{separator}\n  {dumps(self._result(finding, result.path, sheet))}")

    def _head(self, info: RunInfo) -> str:
        self._info = info
        home = {_HOME: {"description": {"text": self._phrases("ran_in")}}}
        return (
            f'{{"$schema": {dumps(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n "columnKind": "unicodeCodePoints",'
            f' "language": "{self._language}",\n "originalUriBaseIds": {dumps(home)},\n "results": ['
        )

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:
        properties = {"profile": self._info.profile, "summary": summary_record(summary)}
        return (
            f'],\n "tool": {dumps(self._tool())},\n "invocations": [{dumps(self._invocation(exit_code, aborted))}],\n'
            f' "properties": {dumps(properties)}}}]}}\n'
        )

    def _invocation(self, exit_code: ExitCode, aborted: str) -> dict[str, Any]:
        notes = self._notes
        if aborted:
            notes = [*notes, _notification("error", self._phrases("aborted", reason=aborted), "")]
        for reason, rules in self._tally.skipped.items():
            for rule, count in rules.items():
                files = self._phrases.count("file", count)
                text = self._phrases("not_run_on", rule=rule, files=files, reason=reason)
                notes = [*notes, _notification("note", text, rule)]
        done = exit_code in {ExitCode.CLEAN, ExitCode.FINDINGS}
        return {"executionSuccessful": done, "exitCode": int(exit_code), "toolExecutionNotifications": notes}

    def _tool(self) -> dict[str, Any]:
        rules = [rule | self._help(code) for code, rule in self._rules.items()]
        return {"driver": {"name": "presslint", "semanticVersion": self._info.version, "rules": rules}}

    def _help(self, code: str) -> dict[str, Any]:
        page = self._background.page(code)
        if page is None:
            return {}
        why, instead = page.why.in_(self._language), page.instead.in_(self._language)
        return {
            "shortDescription": {"text": why},
            "fullDescription": {"text": f"{why} {instead}"},
            "help": {"text": f"{why}\n\n{instead}", "markdown": f"{why}\n\n**{instead}**"},
        }

    def _result(self, finding: Finding, path: str, sheet: Sheet) -> dict[str, Any]:
        self._rules.setdefault(finding.rule, _rule(finding))
        related = [_related(number, place, path) for number, place in enumerate(finding.related)]
        fixes = [_fix(fix, path, sheet, lines_before(finding, sheet)) for fix in finding.fixes]
        return {
            "ruleId": finding.rule,
            "ruleIndex": list(self._rules).index(finding.rule),
            "level": _LEVELS[finding.severity],
            "message": {"text": _plain(finding.message)},
            "locations": [{"physicalLocation": _physical(path, finding.where if finding.span else None)}],
            **({"relatedLocations": related} if related else {}),
            "partialFingerprints": {"presslint/v1": finding.fingerprint},
            "suppressions": self._suppressions(finding),
            **({"fixes": fixes} if fixes else {}),
            "properties": {"confidence": CONFIDENCES[finding.confidence], "place": finding.where.place},
        }

    def _suppressions(self, finding: Finding) -> list[dict[str, str]]:
        """Return why a finding does not count; an empty list says that this was looked at."""
        if finding.state is State.SUPPRESSED:
            reason = {"justification": finding.reason} if finding.reason else {}
            return [{"kind": "inSource", "status": "accepted"} | reason]
        if finding.state is State.BASELINED:
            return [{"kind": "external", "status": "accepted", "justification": self._phrases("in_baseline")}]
        return []


def uri(path: str) -> str:
    """Return a path as a relative reference: forward slashes, percent-encoded, from the folder of the run."""
    return quote(os.fsencode(from_here(path)))


def _physical(path: str, where: Location | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(path), "uriBaseId": _HOME}}
    return place | ({"region": _region(where)} if where else {})


def _region(where: Location) -> dict[str, int]:
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }


def _rule(finding: Finding) -> dict[str, Any]:
    link = {"helpUri": finding.url} if finding.url else {}
    return {
        "id": finding.rule,
        "name": finding.name,
        **link,
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"precision": CONFIDENCES[finding.confidence]},
    }


def _related(number: int, related: RelatedFinding, path: str) -> dict[str, Any]:
    place = _physical(related.path or path, related.where if related.span else None)
    note = {"message": {"text": _plain(related.note)}} if related.note else {}
    return {"id": number, "physicalLocation": place, **note}


def _fix(fix: Fix, path: str, sheet: Sheet, before: int) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(located(edit.span, sheet, before)), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": uri(path), "uriBaseId": _HOME}, "replacements": replacements}
    return {
        "description": {"text": _plain(fix.title)},
        "artifactChanges": [change],
        "properties": {"safety": SAFETIES[fix.safety]},
    }


def _notification(level: str, text: str, code: str, path: str | None = None) -> dict[str, Any]:
    return {
        "level": level,
        "message": {"text": _plain(text)},
        **({"descriptor": {"id": code}} if code else {}),
        **({"locations": [{"physicalLocation": _physical(path, None)}]} if path is not None else {}),
    }


def _plain(text: str) -> str:
    return _LINK.sub(r"\\[", text)
