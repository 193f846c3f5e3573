"""Every planted fault of a repository is found, at its file, and the repository without faults is silent."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from presslint.model.source import Source

Town = Any  # the module of the invented repository: it is a conftest, which tests cannot import


@pytest.fixture(scope="module")
def town(request: pytest.FixtureRequest) -> Town:
    """Return the invented repository."""
    return sys.modules[
        next(name for name in sys.modules if name.endswith("conftest") and hasattr(sys.modules[name], "faults"))
    ]


def checked(folder: Path, *options: str, seed: str = "0", cache: Path | None = None) -> dict[str, Any]:
    """Return what a run over a folder says."""
    keep = ["--cache-dir", str(cache)] if cache is not None else ["--no-cache"]
    command = [sys.executable, "-m", "presslint", "check", ".", "--format", "json", "--today", "2019-06-01"]
    run = subprocess.run(
        [*command, "--lang", "en", *keep, *options],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr.decode()
    return dict(json.loads(run.stdout))


def findings(found: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for file in found["files"]:
        for finding in file["findings"]:
            yield finding["rule"], file["path"], finding["severity"]


@pytest.fixture(scope="module")
def pair(town: Town, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a repository without faults, and its twin with all of them."""
    good, bad = tmp_path_factory.mktemp("good"), tmp_path_factory.mktemp("bad")
    texts = town.clean()
    town.build(good, texts)
    for fault in town.faults():
        fault.plant(texts)
    town.build(bad, texts)
    path, old, new = town.silent()
    release = (bad / path).read_text(encoding="utf-8")
    assert old in release
    (bad / path).write_text(release.replace(old, new), encoding="utf-8")
    town.commit(bad, town.releases()[10].day + town.timedelta(days=3), "Prozentzahl")
    return good, bad


def test_the_clean_twin_is_silent(pair: tuple[Path, Path]) -> None:
    found = checked(pair[0], "--select", "REP")
    assert list(findings(found)) == []
    assert [skip for file in found["files"] for skip in file["not_checked"]] == []
    assert len(found["files"]) == 60


def test_all_faults_are_found_and_nothing_else(town: Town, pair: tuple[Path, Path]) -> None:
    told = set(findings(checked(pair[1], "--select", "REP")))
    expected = {one for fault in town.faults() for one in (fault.finding, *fault.others)}
    expected.add(("REP010", town.silent()[0], "warning"))
    assert told == expected


def test_both_files_are_named(pair: tuple[Path, Path]) -> None:
    found = checked(pair[1], "--select", "REP001,REP003,REP005")
    related = {
        (finding["rule"], one["path"] is not None)
        for file in found["files"]
        for finding in file["findings"]
        for one in finding["related"]
    }
    assert related == {("REP001", True), ("REP003", True), ("REP005", True)}


def test_the_same_bytes_from_caches_processes_and_seeds(pair: tuple[Path, Path], tmp_path: Path) -> None:
    plain = checked(pair[1], "--select", "REP")
    assert checked(pair[1], "--select", "REP", "--jobs", "2", seed="1") == plain
    assert checked(pair[1], "--select", "REP", seed="2", cache=tmp_path) == plain
    assert checked(pair[1], "--select", "REP", seed="3", cache=tmp_path) == plain
    assert checked(pair[1], "--select", "REP", "--jobs", "2", cache=tmp_path) == plain


def test_an_exception_in_the_release_holds(pair: tuple[Path, Path], town: Town) -> None:
    path = pair[1] / next(fault.finding[1] for fault in town.faults() if fault.name == "slug twice")
    before = path.read_text(encoding="utf-8")
    head = "status: published\npresslint: {ignore: {REP003: both pages are meant, REP001: never needed}}\n"
    path.write_text(before.replace("status: published\n", head), encoding="utf-8")
    try:
        found = checked(pair[1], "--select", "REP001,REP003")
        states = [
            (one["rule"], one["state"])
            for file in found["files"]
            if path.match(file["path"])
            for one in file["findings"]
        ]
        assert states == [("REP003", "suppressed"), ("SYS003", "reported")]
    finally:
        path.write_text(before, encoding="utf-8")


def test_one_changed_file_is_read_alone_and_tells_of_its_twin(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from presslint.cli.main import run
    from presslint.load import load

    folder, out = tmp_path / "good", tmp_path / "out.json"
    town.build(folder, town.clean())
    read: list[str] = []

    def noted(source: Source, *rest: Any) -> object:
        read.append(source.path)
        return load(source, *rest)

    monkeypatch.setattr("presslint.engine.run.load", noted)
    monkeypatch.setattr("presslint.engine.neighbours.load", noted)
    monkeypatch.setattr("presslint.engine.cache._RACY", -(10**19))
    monkeypatch.chdir(folder)
    options = [
        "--format",
        "json",
        "--output",
        str(out),
        "--cache-dir",
        str(tmp_path / "cache"),
        "--today",
        "2019-06-01",
    ]
    command = ["check", ".", "--select", "REP", "--lang", "en", *options]
    assert run(command) == 0
    assert len(set(read)) == 60
    read.clear()
    assert run(command) == 0
    assert read == []
    changed = town.releases()[46]
    path = folder / changed.path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"Nr. {changed.number}/", "Nr. 5/"), encoding="utf-8")
    assert run(command) == 1
    told = {(rule, file) for rule, file, _ in findings(json.loads(out.read_text(encoding="utf-8")))}
    twin = next(one.path for one in town.releases() if one.day.year == 2018 and one.number == 5)
    assert ("REP001", changed.path) in told
    # beside the file itself, those that the index compares it with: its twin, and those on both sides of its number
    assert set(read) <= {changed.path, twin, town.releases()[45].path, town.releases()[47].path}


def test_a_change_is_compared_with_what_did_not_change(pair: tuple[Path, Path], town: Town, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    subprocess.run(["git", "clone", "-q", str(pair[0]), str(folder)], check=True)
    path = folder / town.releases()[47].path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"Nr. {town.releases()[47].number}/", "Nr. 5/"), encoding="utf-8")
    found = checked(folder, "--select", "REP001", "--changed-since", "HEAD")
    assert [file["path"] for file in found["files"]] == [town.releases()[47].path]
    assert {rule for rule, _, _ in findings(found)} == {"REP001"}


def test_a_shallow_clone_and_no_git_are_said(pair: tuple[Path, Path], town: Town, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    source = pair[0].as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, str(shallow)], check=True)
    without = tmp_path / "without"
    town.write(without, town.clean())
    for folder in (shallow, without):
        found = checked(folder, "--select", "REP010")
        reasons = {(skip["rule"], skip["reason"]) for file in found["files"] for skip in file["not_checked"]}
        assert reasons == {("REP010", "needs the whole history of the file: no git, or a shallow clone (SYS004)")}
