"""Chunks on one machine: by this process, or by several of which any may die without a row getting lost."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from presslint.batch.checking import check_chunk, checker_for
from presslint.batch.rows import Checked, Chunk, Setup
from presslint.batch.single import lost, singles

_AHEAD = 3  # chunks per process that wait or are worked on: memory does not grow with the archive


def serial(setup: Setup, chunks: Iterator[Chunk]) -> Iterator[Checked]:
    """Yield what came of each chunk, in order."""
    for chunk in chunks:
        yield check_chunk(setup, chunk)


def parallel(setup: Setup, chunks: Iterator[Chunk], processes: int) -> Iterator[Checked]:
    """Yield the same as :func:`serial`, worked on by so many processes.

    When a process dies, its chunk is tried again row by row, each in a process of its own; a row that ends its process
    has an error.
    """
    checker_for(setup)  # a mistake in the configuration is found here, not in every process
    with _Pool(setup, processes) as pool:
        waiting: deque[tuple[Chunk, Future[Checked]]] = deque()
        for chunk in chunks:
            waiting.append((chunk, pool.submit(chunk)))
            if len(waiting) >= processes * _AHEAD:
                yield _first(pool, waiting)
        while waiting:
            yield _first(pool, waiting)


class _Pool:
    """Processes that are replaced by new ones when one of them has died."""

    def __init__(self, setup: Setup, processes: int) -> None:
        self._setup = setup
        self._processes = processes
        self._executor = self._started(processes)

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _started(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(processes, get_context("spawn"))

    def submit(self, chunk: Chunk) -> "Future[Checked]":
        try:
            return self._executor.submit(check_chunk, self._setup, chunk)
        except BrokenProcessPool:
            self.restart()
            return self._executor.submit(check_chunk, self._setup, chunk)

    def restart(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._started(self._processes)

    def alone(self, chunk: Chunk) -> Checked | None:
        """Check a chunk in a process of its own; None where the process dies."""
        with self._started(1) as executor:
            try:
                return executor.submit(check_chunk, self._setup, chunk).result()
            except BrokenProcessPool:
                return None


def _first(pool: _Pool, waiting: "deque[tuple[Chunk, Future[Checked]]]") -> Checked:
    """Return what came of the chunk that waits longest."""
    chunk, future = waiting.popleft()
    try:
        return future.result()
    except BrokenProcessPool:
        pool.restart()
        again = [(other, pool.submit(other)) for other, _ in waiting]
        waiting.clear()
        waiting.extend(again)
        return pool.alone(chunk) or singles(chunk, lambda single: pool.alone(single) or lost(single))
