"""A baseline hides what it knows, and nothing else."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presslint.engine import baseline as module
from presslint.engine.baseline import Baseline, Known, known, read, written
from presslint.errors import ConfigError
from presslint.model.finding import Confidence, Finding, Location, Severity, State
from presslint.model.verdict import FileResult
from presslint.text.span import SourceSpan

DAY = "2026-03-02"
ALL = {"DAT002", "LNK006"}
BODY = (
    "Die Messe in Ahrenfeld hat auch in diesem Jahr viele Gäste angezogen.\n\n"
    "Sie beginnt wie immer am Montag, 3. März 2026, um zehn Uhr in der Halle.\n\n"
    "Alle Händler der Stadt bieten dort an, was sie haben und was sie können.\n"
)

Save = Callable[..., str]


def result(path: str, text: str = BODY, *, word: str = "Montag", error: str | None = None) -> FileResult:
    """Return a result with a finding for each time that a word stands in a text."""
    findings = []
    start = text.find(word)
    while start >= 0 and not error:
        span = SourceSpan(start, start + len(word))
        where = Location(text.count("\n", 0, start) + 1, 1, 1, 1)
        findings.append(Finding("DAT002", "x", Severity.ERROR, Confidence.HIGH, "m", where, span, word))
        start = text.find(word, span.end)
    return FileResult(path, "markdown", findings=tuple(findings), text=text, error=error)


@pytest.fixture
def save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Save:
    """Return a function that writes a baseline of results, and the files that they are of."""
    monkeypatch.chdir(tmp_path)

    def made(*results: FileResult, path: str = "known.json") -> str:
        files = {}
        for one in results:
            Path(one.path).parent.mkdir(parents=True, exist_ok=True)
            Path(one.path).write_text(one.text, encoding="utf-8")
            files[one.path] = known(one, lambda _: DAY)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(written({path: one for path, one in files.items() if one is not None}, DAY))
        return path

    return made


def states(baseline: Baseline, one: FileResult) -> list[str]:
    """Return the states of the findings of a result."""
    return [finding.state.value for finding in baseline.mark(one, lambda: ALL).findings]


def test_what_is_known_is_marked_and_what_is_new_is_not(save: Save) -> None:
    baseline = read(save(result("a.md")))
    assert states(baseline, result("a.md")) == ["baselined"]
    planted = "Am Montag, 9. März 2026, schließt die Halle.\n\n" + BODY
    assert states(baseline, result("a.md", planted)) == ["reported", "baselined"]
    assert states(baseline, result("b.md", planted)) == ["reported", "reported"], "a.md is still there"
    assert baseline.vanished() == 0


def test_what_is_suppressed_stays_so(save: Save) -> None:
    baseline = read(save(result("a.md")))
    one = result("a.md")
    one = one._replace(findings=(one.findings[0]._replace(state=State.SUPPRESSED),))
    assert states(baseline, one) == ["suppressed"]
    assert baseline.vanished() == 1


def test_a_renamed_file_is_known_by_its_words(save: Save, tmp_path: Path) -> None:
    other = (
        BODY.replace("Messe", "Kirmes")
        .replace("Halle", "Scheune")
        .replace("Händler", "Wirte")
        .replace("Gäste", "Leute")
    )
    baseline = read(save(result("a.md"), result("b.md", other)))
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.md").rename("deep/neu.md")
    (tmp_path / "b.md").rename("deep/alt.md")
    assert states(baseline, result("deep/alt.md", other)) == ["baselined"]
    assert states(baseline, result("deep/neu.md", "Neu.\n\n" + BODY)) == ["baselined"]
    assert states(baseline, result("deep/neu.md", BODY)) == ["baselined"], "asked again"
    assert states(baseline, result("deep/copy.md", BODY)) == ["reported"], "there was one of it"
    assert baseline.vanished() == 0


def test_another_release_in_the_place_of_a_deleted_one_is_new(save: Save, tmp_path: Path) -> None:
    baseline = read(save(result("a.md")))
    (tmp_path / "a.md").unlink()
    text = "Am Montag, 9. März 2026, tagt der Rat.\n\nEs geht um Schulen, Straßen und das neue Bad am Fluss.\n"
    assert states(baseline, result("b.md", text)) == ["reported"]
    assert baseline.mark(FileResult("c.md"), lambda: ALL) == FileResult("c.md")
    assert baseline.vanished() == 1


def test_many_renamed_files_find_their_own(save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TRIED", 3)
    texts = {
        f"{number}.md": f"{BODY}\n\n" + " ".join(f"Wort{number}x{place}" for place in range(200))
        for number in range(12)
    }
    baseline = read(save(*[result(path, text) for path, text in texts.items()]))
    for path, text in texts.items():
        (tmp_path / path).rename(tmp_path / f"neu-{path}")
        assert text
    for path, text in texts.items():
        assert states(baseline, result(f"neu-{path}", text)) == ["baselined"]
    assert baseline.vanished() == 0


def test_what_is_attached_to_a_mail_is_there_as_long_as_the_mail(save: Save, tmp_path: Path) -> None:
    path = save(result("mail.eml"))
    data = read(path)
    entry = data.files["mail.eml"]
    Path(path).write_bytes(written({"mail.eml": entry, "mail.eml/text.docx": entry, "gone.eml/text.docx": entry}, DAY))
    baseline = read(path)
    assert baseline.missing() == ["gone.eml/text.docx"]
    assert states(baseline, result("mail.eml/text.docx")) == ["baselined"]


def test_vanished_are_counted_where_the_rule_looked(save: Save) -> None:
    baseline = read(save(result("a.md"), result("b.md")))
    clean = FileResult("a.md", "markdown")
    baseline.mark(clean, lambda: {"LNK006"})
    assert baseline.vanished() == 0, "the rule did not run"
    baseline.mark(FileResult("a.md", error="unreadable"), lambda: ALL)
    assert baseline.vanished() == 0
    baseline.mark(clean, None)
    assert baseline.vanished() == 0
    baseline.mark(clean, lambda: ALL)
    assert baseline.vanished() == 1


def test_what_went_wrong_is_never_known(save: Save) -> None:
    one = result("a.md")
    crashed = one._replace(findings=(one.findings[0]._replace(rule="SYS008"),))
    assert known(crashed, lambda _: DAY) is None
    assert known(FileResult("a.md"), lambda _: DAY) is None


@pytest.mark.parametrize(("home", "name"), [(".", "r/a.md"), ("r", "a.md"), ("ci/base", "../../r/a.md")])
def test_paths_are_relative_to_the_baseline(
    save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str, name: str
) -> None:
    save(result("r/a.md"))
    path = f"{home}/known.json"
    one = known(result("r/a.md"), lambda _: DAY)
    assert one is not None
    Path(home).mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(written({name: one}, DAY))
    assert states(read(path), result("r/a.md")) == ["baselined"]
    assert states(read(path), result(str(tmp_path / "r/a.md"))) == ["baselined"]
    monkeypatch.chdir(tmp_path / "r")
    assert states(read(os.path.relpath(tmp_path / path)), result("a.md")) == ["baselined"]


def test_the_file_says_nothing_of_what_is_in_a_release(save: Save) -> None:
    data = Path(save(result("a.md"), result("b.md"))).read_text(encoding="utf-8")
    assert not any(word in data for word in ("Montag", "Messe", "Ahrenfeld", "Halle"))
    value = json.loads(data)
    assert list(value) == ["version", "presslint", "created", "files"]
    assert list(value["files"]) == ["a.md", "b.md"]
    assert value["files"]["a.md"]["findings"][0][0::2] == ["DAT002", DAY]


def test_the_same_findings_give_the_same_bytes() -> None:
    one = known(result("a.md", BODY * 3), lambda _: DAY)
    assert one is not None
    turned = Known(one.sketch, tuple(reversed(one.entries)))
    assert written({"b": one, "a": one}, DAY) == written({"a": turned, "b": turned}, DAY)


BROKEN: dict[str, Any] = {
    "": "damaged",
    "{": "known.json:1: the baseline is damaged",
    "<<<<<<< HEAD\n{}": "known.json:1: the baseline is damaged",
    "\xff": "damaged",
    "[]": "this is no baseline",
    "{}": "this is no baseline",
    "null": "this is no baseline",
    '{"version": 2}': "a baseline of version 2; this presslint reads version 1",
    '{"version": 1}': "damaged",
    '{"version": 1, "created": "x", "files": []}': "damaged",
    '{"version": 1, "created": "x", "files": {"a.md": {}}}': "damaged",
    '{"version": 1, "created": "x", "files": {"a.md": {"sketch": "", "findings": [["DAT002", "a", ""]]}}}': "damaged",
    '{"version": 1, "created": "x", "files": {"a.md": {"sketch": "", "findings": [["DAT002"]]}}}': "damaged",
    '{"version": 1, "created": "x", "files": {"a.md": {"sketch": 1, "findings": []}}}': "damaged",
}


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_baseline_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("known.json").write_bytes(data.encode("latin-1"))
    with pytest.raises(ConfigError, match=BROKEN[data]):
        read("known.json")


def test_a_baseline_that_is_not_there_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such baseline; presslint baseline makes one"):
        read(str(tmp_path / "none.json"))
    with pytest.raises(ConfigError, match="cannot be read"):
        read(str(tmp_path))
