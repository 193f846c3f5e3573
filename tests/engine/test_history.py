"""What git knows of a file: renamed, removed, edited, or nothing at all."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from presslint import api, config
from presslint.engine.history import History
from presslint.engine.linter import Linter
from presslint.engine.together import Together
from presslint.engine.walk import find
from presslint.load import read_source

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

TODAY = date(2019, 1, 1)
TEXT = (
    "---\ndate: 2018-02-23\n---\n\nPressemitteilung Nr. {}/2018\n\n# Bäder\n\n"
    "Die Bäder öffnen um 10 Uhr für alle Gäste der Stadt.\n"
)


def commit(folder: Path, day: str) -> None:
    stamp = f"{day}T12:00:00+01:00"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "a"), ("EMAIL", "a@b.de"))
    }
    environment = {
        **kept,
        **who,
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_DATE": stamp,
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    for command in (["add", "-A"], ["commit", "-q", "-m", "Änderung"]):
        subprocess.run(["git", *command], cwd=folder, env=environment, check=True)


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a file that was renamed, one that was removed, and one that was edited."""
    monkeypatch.chdir(tmp_path)
    config.forget()
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for number, name in enumerate(("alt", "weg", "c"), 1):
        (tmp_path / f"{name}.md").write_text(TEXT.format(number), encoding="utf-8")
    commit(tmp_path, "2018-02-23")
    (tmp_path / "alt.md").rename(tmp_path / "neü.md")
    (tmp_path / "weg.md").unlink()
    commit(tmp_path, "2018-02-25")
    (tmp_path / "c.md").write_text(TEXT.format(3).replace("10 Uhr", "11 Uhr"), encoding="utf-8")
    (tmp_path / "presslint.toml").write_text("[repository]\nhistory = true\n", encoding="utf-8")
    return tmp_path


def test_states_follow_a_renamed_file(town: Path) -> None:
    history = History()
    states = history.versions("neü.md")
    assert states is not None
    assert [(one.day.isoformat(), one.changed) for one in states] == [("2018-02-23", 3), ("2018-02-25", 2)]
    assert states[0].text() == TEXT.format(1)
    assert history.versions("weg.md") == ()
    day = date(2018, 2, 23).toordinal()
    assert history.concerns("neü.md", day)
    assert history.concerns("c.md", day), "edited and not committed"
    assert not history.concerns("c.md", 0)
    assert not history.concerns("nie.md", day)
    assert history.is_whole("c.md")


def test_no_git_and_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert History().versions(str(tmp_path / "a.md")) is None
    assert not History().concerns(str(tmp_path / "a.md"), 1)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert not History().is_whole(str(tmp_path / "a.md"))
    monkeypatch.setenv("PATH", "")
    assert History().versions(str(tmp_path / "a.md")) is None


def test_a_text_that_is_gone(town: Path) -> None:
    states = History().versions("c.md")
    assert states is not None
    shutil.rmtree(town / ".git" / "objects")
    assert states[0].text() is None


def test_a_single_file_is_held_to_its_history(town: Path) -> None:
    (found,) = api.check_paths(["c.md"], today=TODAY, select=["REP010"])
    assert [(one.rule, one.snippet) for one in found.findings] == [("REP010", "11")]
    assert [one.rule for one in found.not_checked] == []


def test_files_that_can_no_longer_be_read_keep_their_results(town: Path) -> None:
    (town / "d.md").write_text(TEXT.format(3), encoding="utf-8")
    linter = Linter({"select": ("REP001", "REP010")}, today=TODAY)
    linter.gathers = True
    inputs = find(["."], linter.options).files
    results = [linter.check(read_source(one.path, one.shown)) for one in inputs]
    (town / "d.md").unlink()
    (town / "c.md").write_bytes(b"\0\0")
    found = list(Together(linter, inputs).over(iter(results)))
    assert [one.path for one in found] == [one.shown for one in inputs]
    assert not [one for result in found for one in result.findings if one.rule == "REP001"]


def test_rules_that_need_others_are_silent_alone_and_say_so_when_asked_for(town: Path) -> None:
    (town / "presslint.toml").write_text("", encoding="utf-8")
    config.forget()
    plain = api.check_path("c.md", today=TODAY)
    assert not [one for one in plain.not_checked if one.rule.startswith("REP")]
    asked = api.check_path("c.md", today=TODAY, select=["REP001", "REP006", "REP010"])
    assert {one.rule for one in asked.not_checked} == {"REP001", "REP006", "REP010"}
