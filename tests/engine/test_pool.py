"""Processes may die; no file gets lost."""

import gc
import io
import marshal
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presslint.engine import pool as module
from presslint.engine.flat import result_of
from presslint.engine.pool import Answer, Pool, Setup, Task
from presslint.engine.worker import answer_all, read_frame, write_frame

SETUP = Setup({}, date(2026, 3, 2), None, "en")
BAD = "# Messe\n\nDie Messe beginnt am Montag, 3. März 2026, um 10 Uhr.\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Return the paths of some releases."""
    paths = [tmp_path / f"{number:02}.md" for number in range(20)]
    for path in paths:
        path.write_text(BAD, encoding="utf-8")
    return [str(path) for path in paths]


@pytest.fixture
def pool() -> Iterator[Pool]:
    """Return a pool of two."""
    made = Pool(SETUP, 2)
    yield made
    made.close()


def put(pool: Pool, files: list[str]) -> None:
    """Have all files checked."""
    for ticket, path in enumerate(files):
        pool.put(Task(ticket, path, path))
    pool.push()


def gathered(pool: Pool, count: int) -> dict[int, Answer]:
    """Return the answers for so many files."""
    answers: dict[int, Answer] = {}
    while len(answers) < count:
        for answer in pool.take(wait=True):
            assert answer.ticket not in answers, "no file twice"
            answers[answer.ticket] = answer
    return answers


def checked(pool: Pool, files: list[str]) -> dict[int, Answer]:
    """Return the answers for the files."""
    put(pool, files)
    return gathered(pool, len(files))


def test_all_files_are_checked(pool: Pool, files: list[str]) -> None:
    missing = [*files, "/no/such/file.md"]
    put(pool, missing)
    answers = gathered(pool, len(missing))
    assert len(pool.processes) == 2
    for ticket, path in enumerate(files):
        kind, plain, text, digest, looks = answers[ticket].value
        assert (kind, text, len(digest), looks) == ("result", BAD, 64, ())
        result = result_of(plain, path, text)
        assert "DAT002" in {finding.rule for finding in result.findings}
    last = answers[len(files)].value
    assert result_of(last[1], "", "").error == "there is no such file"


def test_a_process_that_is_killed_loses_nothing(pool: Pool, files: list[str]) -> None:
    put(pool, files[:1])
    gathered(pool, 1)
    put(pool, files)
    for process in pool.processes:
        os.kill(process, signal.SIGKILL)
    answers = gathered(pool, len(files))
    assert {answer.lost for answer in answers.values()} == {None}


def test_a_file_that_kills_its_process_is_told(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # stands for a file that makes the system kill whoever reads it
    (tmp_path / "sitecustomize.py").write_text(
        "import os\nfrom presslint.engine import worker\nread = worker.read_source\n"
        "def deadly(path, shown):\n"
        "    return os.kill(os.getpid(), 9) if path.endswith('07.md') else read(path, shown)\n"
        "worker.read_source = deadly\n"
    )
    monkeypatch.setattr(
        module,
        "_START",
        "import sys; sys.path[:] = sys.argv[1:]; import sitecustomize; "
        "from presslint.engine.worker import serve; serve()",
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    pool = Pool(SETUP, 2)
    put(pool, files[8:10])
    gathered(pool, 2)
    put(pool, files)
    answers = gathered(pool, len(files))
    pool.close()
    assert [ticket for ticket, answer in answers.items() if answer.lost is not None] == [7]
    assert answers[7].lost == -signal.SIGKILL


def test_processes_that_cannot_begin_are_an_error(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_START", "raise SystemExit(3)")
    pool = Pool(SETUP, 2)
    with pytest.raises(OSError, match="end with 3 before"):
        checked(pool, files)
    pool.close()
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(FileNotFoundError):
        put(Pool(SETUP, 2), files)


def test_one_process_is_enough_where_there_can_be_no_more(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(SETUP, 2)
    started: list[Any] = []
    start = subprocess.Popen

    def once(*args: Any, **kwargs: Any) -> Any:
        if started:
            raise OSError("too many processes")
        started.append(start(*args, **kwargs))
        return started[0]

    monkeypatch.setattr(subprocess, "Popen", once)
    put(pool, files)
    assert len(gathered(pool, len(files))) == len(files)
    assert len(pool.processes) == 1
    pool.close()


def test_nothing_to_wait_for_is_no_wait(pool: Pool) -> None:
    assert pool.take(wait=True) == []
    assert pool.take(wait=False) == []


def test_a_worker_ends_when_nobody_is_there_any_more(files: list[str]) -> None:
    program = (
        "import sys, os, time\n"
        "from datetime import date\n"
        "from presslint.engine.pool import Pool, Setup, Task\n"
        "pool = Pool(Setup({}, date(2026, 3, 2), None, 'en'), 2)\n"
        "for ticket, path in enumerate(sys.argv[1:]): pool.put(Task(ticket, path, path))\n"
        "pool.push()\n"
        "print(*pool.processes, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    run = subprocess.run([sys.executable, "-c", program, *files], capture_output=True, check=False)
    workers = [int(number) for number in run.stdout.split()]
    assert len(workers) == 2
    deadline = time.monotonic() + 20
    while any(alive(worker) for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def alive(process: int) -> bool:
    """Tell whether a process still runs: one that nobody has waited for has ended too."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] not in ("Z", "X")


def test_a_worker_answers_each_file(files: list[str], tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/presslint.toml").write_text("nothing = 1\n")
    broken = str(tmp_path / "broken" / "a.md")
    asked, answers = io.BytesIO(), io.BytesIO()
    answer_all(io.BytesIO(), answers)
    assert not answers.getvalue()
    write_frame(asked, pickle.dumps(tuple(SETUP)))
    write_frame(asked, marshal.dumps([(files[0], "x.md"), (broken, broken)]))
    asked.seek(0)
    gc.disable()
    try:
        answer_all(asked, answers)
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
    answers.seek(0)
    frame = read_frame(answers)
    assert frame is not None
    good, bad = marshal.loads(frame)  # noqa: S302 - what has just been written
    assert (good[0], good[2]) == ("result", BAD)
    assert bad[:2] == ("error", "ConfigError")
    assert "presslint.toml:1" in bad[2]


def test_half_a_frame_is_none(tmp_path: Path) -> None:
    with (tmp_path / "pipe").open("wb") as file:
        write_frame(file, b"whole")
    whole = (tmp_path / "pipe").read_bytes()
    for length in range(len(whole) + 1):
        (tmp_path / "pipe").write_bytes(whole[:length])
        with (tmp_path / "pipe").open("rb") as file:
            assert read_frame(file) == (b"whole" if length == len(whole) else None)
