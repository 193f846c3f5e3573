"""Baselines as their users meet them."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Presslint = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

BAD = "# Messe\n\nDie Messe in Ahrenfeld beginnt wie immer am Montag, 3. März 2026, um zehn Uhr.\n"
NEW = "Sie endet nach fünf Tagen am Freitag, 9. März 2026, gegen Abend.\n"
CHECK = ("check", ".", "--select", "DAT002", "--today", "2026-03-02", "--lang", "en")
JSON = (*CHECK, "--format", "json")
BASELINE = ("baseline", ".", "--select", "DAT002", "--today", "2026-03-02", "--lang", "en")


@pytest.fixture
def known(presslint: Presslint, write: Write, tmp_path: Path) -> Path:
    """Return a baseline of two releases with one finding each."""
    write("a.md", BAD)
    write("b.md", BAD.replace("Messe", "Kirmes").replace("Ahrenfeld", "Nordhafen"))
    run = presslint(*BASELINE, "--output", "known.json")
    assert (run.code, run.err) == (0, "")
    assert run.out == "known.json: findings: 2, new: 2, no longer found: 0, files: 2\n"
    return tmp_path / "known.json"


def test_what_is_known_is_hidden_in_every_report(presslint: Presslint, known: Path) -> None:
    assert presslint(*CHECK).code == 1
    run = presslint(*JSON, "--baseline", "known.json")
    report = json.loads(run.out)
    assert (run.code, report["summary"]["baselined"], report["summary"]["errors"]) == (0, 2, 0)
    assert {finding["state"] for file in report["files"] for finding in file["findings"]} == {"baselined"}
    sarif = json.loads(presslint(*CHECK, "--format", "sarif", "--baseline", "known.json").out)
    results = sarif["runs"][0]["results"]
    assert [result["suppressions"][0]["kind"] for result in results] == ["external", "external"]
    for style in ("rich", "concise", "github", "junit"):
        run = presslint(*CHECK, "--format", style, "--baseline", "known.json")
        assert run.code == 0
        assert "3. März" not in run.out
    assert "2 in the baseline" in presslint(*CHECK, "--baseline", "known.json").out


def test_what_is_new_is_reported(presslint: Presslint, known: Path, write: Write) -> None:
    write("a.md", f"{BAD}\n{NEW}")
    report = json.loads(presslint(*JSON, "--baseline", "known.json").out)
    assert [finding["state"] for finding in report["files"][0]["findings"]] == ["baselined", "reported"]


def test_the_configuration_may_name_it(presslint: Presslint, known: Path, write: Write, tmp_path: Path) -> None:
    write("presslint.toml", 'baseline = "known.json"\n')
    assert presslint(*CHECK).code == 0
    assert presslint(*CHECK, "--no-baseline").code == 1
    assert "known.json" in presslint("config", "show").out
    write("sub/c.md", f"# Titel\n\n{NEW}")
    assert presslint(*CHECK).code == 1
    run = presslint(*BASELINE)
    assert run.out == f"{tmp_path}/known.json: findings: 3, new: 1, no longer found: 0, files: 3\n"
    assert presslint(*CHECK).code == 0
    both = presslint(*CHECK, "--baseline", "known.json", "--no-baseline")
    assert both.code == 2
    assert "contradict" in both.err


def test_days_are_kept_and_what_is_gone_can_be_taken_out(presslint: Presslint, known: Path, write: Write) -> None:
    write("a.md", f"# Messe\n\n{NEW}")
    run = presslint(*CHECK, "--baseline", "known.json")
    assert run.code == 1
    assert (
        run.err == "presslint: known.json: 1 entries are no longer found; presslint baseline --prune takes them out\n"
    )
    run = presslint(*BASELINE, "--output", "known.json", "--prune")
    assert run.out == "known.json: findings: 1, new: 0, no longer found: 1, files: 1\n"
    assert run.err == "presslint: findings that are not in the baseline: 1\n"
    assert presslint(*CHECK, "--baseline", "known.json").err == ""
    run = presslint(*BASELINE, "--output", "known.json", "--today", "2026-03-09")
    assert run.out == "known.json: findings: 2, new: 1, no longer found: 0, files: 2\n"
    files = json.loads(known.read_text())["files"]
    assert [files[name]["findings"][0][2] for name in ("a.md", "b.md")] == ["2026-03-09", "2026-03-02"]


def test_deleted_files_are_taken_out_and_others_left(presslint: Presslint, known: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").unlink()
    run = presslint("baseline", "b.md", "--select", "DAT002", "--output", "known.json", "--prune")
    assert "findings: 1, new: 0, no longer found: 1" in run.out
    (tmp_path / "c.md").write_text(BAD, encoding="utf-8")
    run = presslint("baseline", "c.md", "--select", "DAT002", "--output", "known.json")
    assert "findings: 2, new: 1, no longer found: 0" in run.out


def test_rules_that_did_not_run_lose_nothing(presslint: Presslint, known: Path) -> None:
    run = presslint("check", ".", "--select", "LNK006", "--baseline", "known.json", "--today", "2026-03-02")
    assert (run.code, run.err) == (0, "")
    run = presslint("baseline", ".", "--select", "LNK006", "--output", "known.json", "--prune")
    assert "findings: 2, new: 0, no longer found: 0" in run.out


def test_renamed_files_stay_known(presslint: Presslint, known: Path, tmp_path: Path) -> None:
    (tmp_path / "alt").mkdir()
    (tmp_path / "a.md").rename(tmp_path / "alt/messe.md")
    run = presslint(*CHECK, "--baseline", "known.json")
    assert (run.code, run.err) == (0, "")
    run = presslint(*BASELINE, "--output", "known.json")
    assert "findings: 2, new: 0, no longer found: 0" in run.out
    assert list(json.loads(known.read_text())["files"]) == ["alt/messe.md", "b.md"]


def test_fixes_leave_what_is_known(presslint: Presslint, write: Write, tmp_path: Path) -> None:
    text = "# Messe\n\nDie Messe ist auf [der Seite](http://www.stadt-ahrenfeld.de/x?utm_source=mail) zu finden.\n"
    write("a.md", text)
    fix = ("check", "a.md", "--fix", "--unsafe-fixes", "--select", "LNK007")
    assert "+Die Messe" in presslint(*fix, "--diff").out
    presslint("baseline", "a.md", "--select", "LNK007", "--output", "known.json")
    assert presslint(*fix, "--baseline", "known.json").code == 0
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == text
    presslint(*fix)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") != text


def test_what_cannot_be_read_is_told_and_stays_known(presslint: Presslint, known: Path, write: Write) -> None:
    write("a.md", "")
    run = presslint(*BASELINE, "--output", "known.json")
    assert run.code == 2
    assert "a.md: the file is empty" in run.err
    assert "findings: 2" in run.out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("check", "a.md", "--baseline", "none.json"), "there is no such baseline"),
        (("check", "a.md", "--baseline", "a.md"), "a.md:1: the baseline is damaged"),
        (("baseline", ".", "--output", "a.md"), "a.md:1: the baseline is damaged"),
        (("baseline", ".", "--output", "new.json", "--prune"), "there is none"),
        (("baseline", "-"), "standard input has no name"),
        (("baseline", "a.md", "--output", "none/known.json"), "none/known.json: cannot be written"),
    ],
)
def test_what_cannot_be_done_is_exit_code_2(
    presslint: Presslint, known: Path, arguments: tuple[str, ...], word: str
) -> None:
    run = presslint(*arguments)
    assert run.code == 2
    assert word in run.err
    assert run.out == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_only_what_changed(presslint: Presslint, write: Write, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@b.de", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *names, *arguments], cwd=tmp_path, capture_output=True, check=True)

    write("a.md", BAD)
    write("b.md", BAD)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "one")
    run = presslint(*JSON, "--changed-since", "main")
    assert (run.code, run.err) == (0, "presslint: 0 files changed since main\n")
    assert json.loads(run.out)["files"] == []
    write("b.md", f"{BAD}\n{NEW}")
    report = json.loads(presslint(*JSON, "--changed-since", "main").out)
    assert [(file["path"], len(file["findings"])) for file in report["files"]] == [("b.md", 2)]
    run = presslint(*JSON, "--changed-since", "main", "--changed-lines")
    assert [finding["snippet"] for finding in json.loads(run.out)["files"][0]["findings"]] == ["Freitag"]
    assert run.err == "presslint: findings on lines that have not changed since main: 1\n"
    broken = presslint(*JSON, "--changed-since", "main", "--ignore", "NIX")
    assert (broken.code, broken.out) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--changed-lines",), "add --changed-since"),
        (("--changed-lines", "--changed-since", "main", "--fix"), "--fix would mend the others too"),
        (("--changed-since", "main"), "is in no git repository"),
        (("--jobs", "-1"), "-1"),
    ],
)
def test_options_that_make_no_sense(presslint: Presslint, write: Write, arguments: tuple[str, ...], word: str) -> None:
    write("a.md", BAD)
    run = presslint("check", "a.md", *arguments)
    assert (run.code, run.out) == (2, "")
    assert word in run.err
