import json
from collections.abc import Callable
from typing import Any

import pytest

from presslint.model.finding import Severity, State
from presslint.model.verdict import FileResult

Write = Callable[..., str]


def entries(text: str) -> Any:
    return json.loads(text)


def test_an_entry_has_what_the_service_documents(draft: Any, written: Write) -> None:
    release = draft("Eins\nAm Montag, 3. März,\nund mehr.")
    first, *_ = entries(written("gitlab", release.result(release.finding("Montag, 3. März,\nund"))))
    fingerprint = first.pop("fingerprint")
    assert len(fingerprint) == 64
    assert first == {
        "description": "DAT002 weekday-date-mismatch: Something is wrong here.",
        "check_name": "DAT002",
        "severity": "critical",
        "location": {"path": "releases/a.md", "lines": {"begin": 2, "end": 3}},
    }


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "critical"), (Severity.WARNING, "major"), (Severity.INFO, "info")]
)
def test_severities_are_those_of_the_service(severity: Severity, level: str, draft: Any, written: Write) -> None:
    release = draft("Montag")
    (entry,) = entries(written("gitlab", release.result(release.finding("Montag", severity=severity))))
    assert entry["severity"] == level


def test_no_two_entries_have_one_fingerprint(draft: Any, written: Write) -> None:
    release = draft("Montag")
    finding = release.finding("Montag")
    text = written("gitlab", release.result(finding, finding), release.result(finding, path="releases/b.md"))
    assert len({entry["fingerprint"] for entry in entries(text)}) == 3
    assert text == written("gitlab", release.result(finding, finding), release.result(finding, path="releases/b.md"))


def test_what_does_not_count_is_left_out(draft: Any, written: Write) -> None:
    release = draft("Montag")
    hidden = [release.finding("Montag", state=state) for state in (State.SUPPRESSED, State.BASELINED)]
    assert entries(written("gitlab", release.result(*hidden))) == []


def test_an_unread_file_and_a_broken_run_are_entries(written: Write) -> None:
    text = written("gitlab", FileResult("/abs/caf\udce9.md", error="empty"), abort="interrupted")
    unread, broken = entries(text)
    assert unread["severity"] == broken["severity"] == "blocker"
    assert not unread["location"]["path"].startswith("/")
    assert unread["description"] == "SYS001: could not be read: empty"
    assert "interrupted" in broken["description"]
