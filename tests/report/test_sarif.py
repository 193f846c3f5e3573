import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from presslint import packs
from presslint.model.finding import Confidence, Location, RelatedFinding, Safety, Severity, State
from presslint.model.rule import RulePage
from presslint.model.values import Words
from presslint.model.verdict import FileResult, Skipped
from presslint.report.sarif import uri

Write = Callable[..., str]

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
PAGE = RulePage(Words("It confuses.", "Es verwirrt."), Words("Check it.", "Prüfen."), (), (), "0.1.0")


@pytest.fixture(autouse=True)
def _pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "pages", lambda _: {"DAT002": PAGE})


@pytest.fixture(name="results")
def _results(draft: Any) -> tuple[FileResult, ...]:
    release = draft("Titel\n\tä👩 Montag, 3. März 2026\nPer-\n\nspektivisch\n")
    fix = release.fix("Write [Dienstag](x)", Safety.MANUAL, ("Montag", "Dienstag"), ("3", "4"))
    first = release.finding(
        "Montag", "[Montag](https://evil.de).", related=[("Titel", "headline")], fixes=[fix], url="https://a.de/"
    )
    there = RelatedFinding(Location(1, 1, 1, 1), None, "", "other.md")
    second = release.finding("Titel", rule="STR001", name="x", severity=Severity.INFO, confidence=Confidence.LOW)
    top = Location(1, 1, 1, 1)
    return (
        release.result(
            first,
            second._replace(related=(there,)),
            first._replace(state=State.SUPPRESSED, reason="quoted letter"),
            first._replace(state=State.SUPPRESSED),
            first._replace(state=State.BASELINED),
            second._replace(rule="CON001", severity=Severity.WARNING, span=None, where=top),
            path="releases/März [1] #2.md",
            not_checked=(Skipped("LNK016", "needs --online"),),
        ),
        FileResult("b.docx", error="not supported yet", not_checked=()),
        release.result(path="c.md", not_checked=(Skipped("LNK016", "needs --online"),)),
    )


def run_of(text: str) -> Any:
    log = json.loads(text)
    jsonschema.Draft7Validator(SCHEMA).validate(log)
    assert log["version"] == "2.1.0"
    assert text.endswith("}\n")
    (run,) = log["runs"]
    return run


def test_it_follows_the_official_schema(results: tuple[FileResult, ...], written: Write) -> None:
    for some in ((), results, results[1:]):
        for abort in ("", "interrupted"):
            for language in ("en", "de"):
                run = run_of(written("sarif", *some, abort=abort, language=language))
                assert run["language"] == language


def test_places_count_code_points_and_have_relative_paths(results: tuple[FileResult, ...], written: Write) -> None:
    run = run_of(written("sarif", *results))
    assert run["columnKind"] == "unicodeCodePoints"
    assert list(run["originalUriBaseIds"]) == ["SRCROOT"]
    first = run["results"][0]
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "releases/M%C3%A4rz%20%5B1%5D%20%232.md", "uriBaseId": "SRCROOT"},
                "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 11},
            }
        }
    ]
    assert first["relatedLocations"][0]["message"] == {"text": "headline"}
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 1
    other = run["results"][1]["relatedLocations"][0]
    assert other["physicalLocation"] == {"artifactLocation": {"uri": "other.md", "uriBaseId": "SRCROOT"}}
    assert "region" not in run["results"][5]["locations"][0]["physicalLocation"]


def test_results_say_what_they_are(results: tuple[FileResult, ...], written: Write) -> None:
    run = run_of(written("sarif", *results))
    found = run["results"]
    assert [result["level"] for result in found] == ["error", "note", "error", "error", "error", "warning"]
    assert [result["ruleIndex"] for result in found] == [0, 1, 0, 0, 0, 2]
    assert found[0]["partialFingerprints"] == {"presslint/v1": "0123456789abcdef"}
    assert found[0]["properties"] == {"confidence": "high", "place": "body"}
    assert found[0]["message"] == {"text": "\\[Montag](https://evil.de)."}
    assert found[0]["fixes"] == [
        {
            "description": {"text": "Write \\[Dienstag](x)"},
            "artifactChanges": [
                {
                    "artifactLocation": found[0]["locations"][0]["physicalLocation"]["artifactLocation"],
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 11},
                            "insertedContent": {"text": "Dienstag"},
                        },
                        {
                            "deletedRegion": {"startLine": 2, "startColumn": 13, "endLine": 2, "endColumn": 14},
                            "insertedContent": {"text": "4"},
                        },
                    ],
                }
            ],
            "properties": {"safety": "manual"},
        }
    ]


def test_every_result_says_whether_it_is_suppressed(results: tuple[FileResult, ...], written: Write) -> None:
    run = run_of(written("sarif", *results))
    assert [result["suppressions"] for result in run["results"]] == [
        [],
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "quoted letter"}],
        [{"kind": "inSource", "status": "accepted"}],
        [{"kind": "external", "status": "accepted", "justification": "In the baseline."}],
        [],
    ]


def test_rules_come_with_their_words(results: tuple[FileResult, ...], written: Write) -> None:
    driver = run_of(written("sarif", *results, language="de"))["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("presslint", "0.1.0")
    assert driver["rules"][0] == {
        "id": "DAT002",
        "name": "weekday-date-mismatch",
        "helpUri": "https://a.de/",
        "defaultConfiguration": {"level": "error"},
        "properties": {"precision": "high"},
        "shortDescription": {"text": "Es verwirrt."},
        "fullDescription": {"text": "Es verwirrt. Prüfen."},
        "help": {"text": "Es verwirrt.\n\nPrüfen.", "markdown": "Es verwirrt.\n\n**Prüfen.**"},
    }
    assert [rule["id"] for rule in driver["rules"]] == ["DAT002", "STR001", "CON001"]
    assert "help" not in driver["rules"][1]


def test_what_was_not_done_is_told(results: tuple[FileResult, ...], written: Write) -> None:
    (invocation,) = run_of(written("sarif", *results))["invocations"]
    assert invocation == {
        "executionSuccessful": False,
        "exitCode": 2,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": "could not be read: not supported yet"},
                "descriptor": {"id": "SYS001"},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": "b.docx", "uriBaseId": "SRCROOT"}}}],
            },
            {
                "level": "note",
                "message": {"text": "LNK016 did not run on 2 files: needs --online"},
                "descriptor": {"id": "LNK016"},
            },
        ],
    }
    assert run_of(written("sarif", results[0]))["invocations"][0]["executionSuccessful"] is True
    broken = run_of(written("sarif", results[0], abort="disk full"))["invocations"][0]
    assert broken["executionSuccessful"] is False
    assert broken["toolExecutionNotifications"][0]["message"] == {"text": "The run did not finish: disk full"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.md", "a.md"),
        ("-", "-"),
        ("a:b.md", "a%3Ab.md"),
        ("ä b?.md", "%C3%A4%20b%3F.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("../a.md", "../a.md"),
    ],
)
def test_paths_become_references(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_no_absolute_path_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert uri(str(tmp_path / "releases" / "a.md")) == "releases/a.md"

    def another_drive(_: str) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", another_drive)
    assert not uri(str(tmp_path / "a.md")).startswith("/")


def test_no_page_is_read_where_nothing_was_found(monkeypatch: pytest.MonkeyPatch, written: Write) -> None:
    def refuse(_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(packs, "pages", refuse)
    assert run_of(written("sarif", FileResult("a.md")))["tool"]["driver"]["rules"] == []
