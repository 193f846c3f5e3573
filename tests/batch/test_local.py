import json
import os
import signal
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from presslint.batch import jsonl, local
from presslint.batch.checking import check_chunk
from presslint.batch.rows import Checked, Chunk, Counts, Setup
from presslint.batch.single import DIED, lost, parted, singles

Archive = Callable[[Any], Path]


def test_processes_give_the_bytes_of_one(setup: Setup, archive: Archive, texts: Any) -> None:
    path = archive(texts)
    with path.open("rb") as stream:
        alone = b"".join(checked.lines for checked in local.serial(setup, jsonl.chunks(stream)))
    with path.open("rb") as stream:
        together = b"".join(checked.lines for checked in local.parallel(setup, jsonl.chunks(stream), 2))
    assert alone == together
    assert alone.count(b"\n") == 300
    assert alone.count(b'"DAT002", "name"') == 100


def test_a_killed_process_loses_no_row(
    setup: Setup, archive: Archive, texts: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[ProcessPoolExecutor] = []

    class Watched(ProcessPoolExecutor):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            started.append(self)

    monkeypatch.setattr(local, "ProcessPoolExecutor", Watched)
    monkeypatch.setattr(jsonl, "_ROWS", 10)
    path = archive(texts)
    with path.open("rb") as stream:
        expected = [checked.lines for checked in local.serial(setup, jsonl.chunks(stream))]
    got: list[bytes] = []
    with path.open("rb") as stream:
        for checked in local.parallel(setup, jsonl.chunks(stream), 2):
            if not got:
                os.kill(next(iter(started[0]._processes)), signal.SIGKILL)
            got.append(checked.lines)
    assert got == expected
    assert len(started) > 1


def test_a_row_that_ends_its_process_has_an_error(setup: Setup) -> None:
    chunk = Chunk(3, "jsonl", b'{"text": "Eins."}\n\n{"text": "Zwei."}\n{"text": "Drei."}\n')

    def deadly(single: Chunk) -> Checked:
        return lost(single) if b"Zwei" in single.data else check_chunk(setup, single)

    checked = singles(chunk, deadly)
    told = [json.loads(line) for line in checked.lines.splitlines()]
    assert [(row["row"], row["error"]) for row in told] == [(3, None), (5, DIED), (6, None)]
    assert checked.counts == Counts(rows=3, unread=1)


def test_a_chunk_that_ends_its_process_twice_is_parted(setup: Setup) -> None:
    chunk = Chunk(1, "jsonl", b'{"text": "Eins."}\n{"text": "Zwei."}\n')
    broken: Future[Checked] = Future()
    broken.set_exception(BrokenProcessPool())

    class Pool(local._Pool):
        def __init__(self) -> None:
            pass

        def restart(self) -> None:
            pass

        def alone(self, chunk: Chunk) -> Checked | None:
            return None if b"Zwei" in chunk.data else check_chunk(setup, chunk)

    checked = local._first(Pool(), deque([(chunk, broken)]))
    assert checked.lines.count(DIED.encode()) == 1
    assert checked.counts.rows == 2


def test_a_problem_is_not_parted() -> None:
    chunk = Chunk(7, "jsonl", b"", "too long")
    assert list(parted(chunk)) == [chunk]
