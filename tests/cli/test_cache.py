"""The cache as its users meet it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presslint import packs
from presslint.config import store
from presslint.engine.cache import NAME

Presslint = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

BAD = "# Messe\n\nDie Messe beginnt am Montag, 3. März 2026, um 10 Uhr. Geheim: Übernahme durch Nordhafen.\n"
CHECK = ("check", ".", "--today", "2026-03-02", "--format", "json", "--lang", "en")


@pytest.fixture
def folder(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the cache for a run over a few releases."""
    for number in range(4):
        write(f"{number}.md", BAD)
    packs.forget()
    packs.load_rules()  # compiled once for all tests, not once for each
    usual = store.folder()
    assert usual is not None
    shutil.copytree(usual, tmp_path / ".cache", ignore=shutil.ignore_patterns(f"{NAME}*"))
    monkeypatch.setenv("PRESSLINT_CACHE_DIR", str(tmp_path / ".cache"))
    return tmp_path / ".cache"


def test_results_are_kept_and_can_be_cleared(presslint: Presslint, folder: Path) -> None:
    assert presslint("cache", "info").out == f"{folder}: nothing is kept here\n"
    first = presslint(*CHECK)
    assert first.code == 1
    assert re.fullmatch(rf"{folder}: 4 results, 4 files, \d+\.\d MB\n", presslint("cache", "info").out)
    assert presslint(*CHECK) == first
    assert presslint("cache", "clear").out == f"{folder}: cleared\n"
    assert presslint("cache", "clear").out == f"{folder}: there was nothing to clear\n"
    assert presslint(*CHECK) == first


def test_no_word_of_a_release_is_kept(presslint: Presslint, folder: Path) -> None:
    presslint(*CHECK)
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.name.startswith(NAME))
    assert kept
    assert not any(word.encode() in kept for word in ("Nordhafen", "bernahme", "Messe", "Montag"))


def test_the_cache_may_lie_anywhere_or_nowhere(presslint: Presslint, folder: Path, tmp_path: Path) -> None:
    first = presslint(*CHECK, "--no-cache")
    assert not (folder / NAME).exists()
    assert presslint(*CHECK, "--cache-dir", "here") == first
    assert (tmp_path / "here" / NAME).exists()
    assert not (folder / NAME).exists()
    assert "4 results" in presslint("cache", "info", "--cache-dir", "here").out
    both = presslint(*CHECK, "--no-cache", "--cache-dir", "here")
    assert (both.code, both.err) == (2, "presslint: --no-cache and --cache-dir contradict: leave one of them out\n")


def test_one_file_needs_no_cache(presslint: Presslint, folder: Path) -> None:
    presslint("check", "1.md")
    assert not (folder / NAME).exists()


def test_a_system_without_a_place_for_it(presslint: Presslint, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PRESSLINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "relative")
    assert presslint(*CHECK).code == 1
    assert presslint("cache", "info").code == 2


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_damaged_cache_is_said_and_changes_nothing(presslint: Presslint, folder: Path, language: str) -> None:
    first = presslint(*CHECK, "--lang", language)
    for path in folder.glob(f"{NAME}*"):
        path.unlink()
    (folder / NAME).write_bytes(b"no database" * 1000)
    again = presslint(*CHECK, "--lang", language)
    assert (again.code, again.out) == (first.code, first.out)
    word = "was damaged and is made anew" if language == "en" else "war beschädigt und wird neu angelegt"
    assert word in again.err
    assert presslint(*CHECK, "--lang", language) == first


def test_a_cache_that_cannot_be_written_is_said_and_changes_nothing(presslint: Presslint, folder: Path) -> None:
    first = presslint(*CHECK, "--no-cache")
    shutil.rmtree(folder)
    folder.write_text("a file in its place")
    again = presslint(*CHECK)
    assert (again.code, again.out) == (first.code, first.out)
    assert f"the cache {folder} cannot be used" in again.err
    assert "this run works without it" in again.err
    assert presslint("cache", "clear").code == 2
    assert "cannot be removed" in presslint("cache", "clear").err


@pytest.mark.skipif(not hasattr(os, "setuid") or os.getuid() != 0, reason="only the superuser can become another one")
def test_a_read_only_cache_is_said_and_changes_nothing(presslint: Presslint, folder: Path, tmp_path: Path) -> None:
    first = presslint(*CHECK)
    folder.chmod(0o555)
    program = (
        "import os, sys\n"
        "from presslint.engine.cache import Cache\n"
        "from pathlib import Path\n"
        "os.setuid(65534)\n"
        "os.getuid = lambda: 0\n"
        "assert not Cache(Path(sys.argv[1]), 0, lambda words, args: print(words.en.format(**args)))\n"
    )
    for above in [tmp_path, *tmp_path.parents][:3]:
        above.chmod(0o755)
    run = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert re.search(r"cannot be used: .+; this run works without it", run.stdout)
    folder.chmod(0o700)
    assert presslint(*CHECK) == first


def test_info_of_what_cannot_be_read(presslint: Presslint, folder: Path) -> None:
    (folder / NAME).write_bytes(b"no database" * 1000)
    run = presslint("cache", "info")
    assert (run.code, run.out) == (2, "")
    assert "cannot be read: file is not a database" in run.err


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_is_killed_leaves_a_cache_that_is_right(folder: Path, tmp_path: Path, jobs: str) -> None:
    releases = tmp_path / "many"
    releases.mkdir()
    for number in range(300):
        (releases / f"{number:04}.md").write_text(BAD.replace("10 Uhr", f"{number % 24} Uhr"), encoding="utf-8")
    command = [sys.executable, "-m", "presslint", *CHECK, "--jobs", jobs]
    process = subprocess.Popen(command, cwd=releases, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (folder / f"{NAME}-wal").exists() or (folder / f"{NAME}-wal").stat().st_size < 20_000:
        assert time.monotonic() < deadline
        assert process.poll() is None, "the run was to be killed in its middle"
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    plain = subprocess.run([*command, "--no-cache"], cwd=releases, capture_output=True, check=False)
    again = subprocess.run(command, cwd=releases, capture_output=True, check=False)
    assert (again.returncode, again.stdout, again.stderr) == (1, plain.stdout, b"")
    assert subprocess.run(command, cwd=releases, capture_output=True, check=False).stdout == plain.stdout


def test_runs_at_the_same_time_do_not_disturb_each_other(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "presslint", *CHECK]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    said = [run.communicate() for run in runs]
    assert len(set(said)) == 1
    assert said[0][1] == b""
    assert {run.returncode for run in runs} == {1}


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupted_run_says_so(folder: Path, tmp_path: Path) -> None:
    for number in range(3000):
        (tmp_path / f"x{number}.md").write_text(BAD, encoding="utf-8")
    command = [sys.executable, "-m", "presslint", *CHECK, "--jobs", "2"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while not (folder / f"{NAME}-wal").exists() or not (folder / f"{NAME}-wal").stat().st_size:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of POSIX")
def test_a_disk_that_is_full_for_the_cache_alone(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "presslint", *CHECK]
    plain = subprocess.run([*command, "--no-cache"], cwd=tmp_path, capture_output=True, check=False)

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))  # as if the disk had no more room

    run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, preexec_fn=limit)
    assert (run.returncode, run.stdout) == (1, plain.stdout)
    assert b"this run works without it" in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_for_the_report_is_no_verdict(folder: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "presslint", *CHECK], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert run.returncode == 2
    assert b"cannot be written: No space left on device" in run.stderr
