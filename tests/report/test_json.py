"""The contract that other programs rely on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from presslint.model.finding import Confidence, Location, RelatedFinding, Safety, Severity, State
from presslint.model.verdict import FileResult, Skipped

Write = Callable[..., str]

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "findings.schema.json").read_text(encoding="utf-8"))
REPORT = jsonschema.Draft202012Validator(SCHEMA)
LINE = jsonschema.Draft202012Validator({"$ref": "#/$defs/line", "$defs": SCHEMA["$defs"]})

TEXT = "Titel\r\n\tä👩 Montag, 3. März 2026\r\nPer-\r\n\r\nspektivisch\r\n"


@pytest.fixture(name="results")
def _results(draft: Any) -> tuple[FileResult, ...]:
    release = draft(TEXT)
    fix = release.fix("Write Dienstag", Safety.SAFE, ("Montag", "Dienstag"), ("3", "4"))
    first = release.finding("Montag", "„Montag“.", related=[("Titel", "headline")], fixes=[fix], url="https://a.de/")
    second = release.finding(
        "Per-\r\n\r\nspektivisch", severity=Severity.INFO, confidence=Confidence.LOW, state=State.SUPPRESSED
    )
    elsewhere = RelatedFinding(Location(1, 1, 1, 1), None, "file name", "b.md")
    third = release.finding(
        "Titel", severity=Severity.WARNING, confidence=Confidence.MEDIUM, state=State.BASELINED,
        where=Location(1, 1, 1, 1, page=3, place="field:title"), span=None, related=(),
    )._replace(related=(elsewhere,))  # fmt: skip
    return (
        release.result(first, second, third, not_checked=(Skipped("acme:LNK016", "needs --online"),)),
        FileResult("b\udce9.docx", error="not supported yet"),
        FileResult("c.md", "markdown", "", None),
    )


def test_it_is_one_object_with_keys_in_the_order_of_the_contract(
    results: tuple[FileResult, ...], written: Write
) -> None:
    text = written("json", *results)
    log = json.loads(text)
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert list(log) == ["version", "presslint", "today", "profile", "files", "summary"]
    assert list(log["files"][0]) == [
        "path", "format", "language", "release_date", "error", "findings", "not_checked",
    ]  # fmt: skip
    finding = log["files"][0]["findings"][0]
    assert list(finding) == [
        "rule", "name", "severity", "confidence", "message", "line", "column", "end_line", "end_column", "page",
        "place", "snippet", "related", "fixes", "state", "fingerprint", "url",
    ]  # fmt: skip
    assert list(finding["related"][0]) == ["line", "column", "end_line", "end_column", "path", "note"]
    assert list(finding["fixes"][0]) == ["title", "safety", "edits"]
    assert list(finding["fixes"][0]["edits"][0]) == ["line", "column", "end_line", "end_column", "text"]
    assert list(log["summary"]) == [
        "files", "errors", "warnings", "infos", "fixable", "suppressed", "baselined", "unreadable",
    ]  # fmt: skip


def test_the_values(results: tuple[FileResult, ...], written: Write) -> None:
    log = json.loads(written("json", *results))
    assert [log[key] for key in ("version", "presslint", "today", "profile")] == [1, "0.1.0", "2026-03-02", "base"]
    first, unread, clean = log["files"]
    assert first["findings"][0] == {
        "rule": "DAT002", "name": "weekday-date-mismatch", "severity": "error", "confidence": "high",
        "message": "„Montag“.", "line": 2, "column": 5, "end_line": 2, "end_column": 11, "page": None,
        "place": "body", "snippet": "Montag",
        "related": [{"line": 1, "column": 1, "end_line": 1, "end_column": 6, "path": None, "note": "headline"}],
        "fixes": [
            {"title": "Write Dienstag", "safety": "safe", "edits": [
                {"line": 2, "column": 5, "end_line": 2, "end_column": 11, "text": "Dienstag"},
                {"line": 2, "column": 13, "end_line": 2, "end_column": 14, "text": "4"},
            ]}
        ],
        "state": "reported", "fingerprint": "0123456789abcdef", "url": "https://a.de/",
    }  # fmt: skip
    second, third = first["findings"][1:]
    assert (second["line"], second["end_line"], second["end_column"], second["state"]) == (3, 5, 12, "suppressed")
    assert (third["severity"], third["confidence"], third["page"]) == ("warning", "medium", 3)
    assert third["related"][0]["path"] == "b.md"
    assert first["not_checked"] == [{"rule": "acme:LNK016", "reason": "needs --online"}]
    assert unread == {
        "path": "b\\xe9.docx", "format": "", "language": "", "release_date": None, "error": "not supported yet",
        "findings": [], "not_checked": [],
    }  # fmt: skip
    assert clean["error"] is None
    assert log["summary"]["unreadable"] == 1


def test_the_schema_describes_what_is_written(results: tuple[FileResult, ...], written: Write) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for run in ((), results):
        for abort in ("", "interrupted"):
            REPORT.validate(json.loads(written("json", *run, abort=abort)))
            for line in written("jsonl", *run, abort=abort).splitlines():
                LINE.validate(json.loads(line))


@pytest.mark.parametrize(
    "change",
    [
        {"error": "unreadable"},
        {"path": None},
        {"more": 1},
        {"release_date": "yesterday"},
        {"findings": [{}]},
        {"not_checked": [{"rule": "x", "reason": ""}]},
    ],
)
def test_the_schema_describes_nothing_else(
    change: dict[str, Any], results: tuple[FileResult, ...], written: Write
) -> None:
    log = json.loads(written("json", *results))
    log["files"][0] |= change
    assert not REPORT.is_valid(log)
    assert not LINE.is_valid(log["files"][0])


def test_lines_hold_the_same_as_the_object(results: tuple[FileResult, ...], written: Write) -> None:
    head, *files, last = [json.loads(line) for line in written("jsonl", *results).splitlines()]
    assert {**head, "files": files, **last} == json.loads(written("json", *results))
    assert [next(iter(line)) for line in (head, files[0], last)] == ["version", "path", "summary"]


def test_the_last_line_of_a_broken_run_says_why(results: tuple[FileResult, ...], written: Write) -> None:
    last = json.loads(written("jsonl", *results, abort="interrupted").splitlines()[-1])
    assert last["aborted"] == "interrupted"
    assert last["summary"] == {
        "files": 3, "errors": 1, "warnings": 0, "infos": 0, "fixable": 1, "suppressed": 1, "baselined": 1,
        "unreadable": 1,
    }  # fmt: skip


def test_text_is_readable_and_what_does_not_show_is_escaped(draft: Any, written: Write) -> None:
    release = draft("für \u202e\x9b Montag")
    text = written("json", release.result(release.finding("für \u202e\x9b", "für \u200b")))
    assert '"snippet": "für \\u202e\\u009b"' in text
    assert json.loads(text)["files"][0]["findings"][0]["snippet"] == "für \u202e\x9b"
    assert json.loads(text)["files"][0]["findings"][0]["message"] == "für \u200b"


def test_a_fix_outside_the_text_is_not_passed_over(draft: Any, written: Write) -> None:
    release = draft("Am Montag")
    finding = release.finding("Montag", fixes=[release.fix("x", Safety.SAFE, ("Montag", "y"))])
    with pytest.raises(ValueError, match="outside"):
        written("json", release.result(finding)._replace(text=""))


def test_edits_count_lines_from_the_top_of_their_page(draft: Any, written: Write) -> None:
    release = draft("Seite eins\n\fSeite zwei\nAm Montag, 3. März.")
    fix = release.fix("Write Dienstag", Safety.MANUAL, ("Montag", "Dienstag"))
    finding = release.finding("Montag", fixes=[fix])
    where = finding.where._replace(line=2, end_line=2, page=2)
    log = json.loads(written("json", release.result(finding._replace(where=where))))
    (record,) = log["files"][0]["findings"]
    (edit,) = record["fixes"][0]["edits"]
    assert (record["page"], record["line"], edit["line"], edit["end_line"]) == (2, 2, 2, 2)
