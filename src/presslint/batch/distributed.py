"""Chunks on a cluster of Dask workers: needs the extra ``dask``.

Chunks are sent to the workers and their lines come back, so that no file has to be shared. The scheduler gives the
chunks of a lost worker to others; each chunk is taken once, in order, by who asked.
"""

from collections import deque
from collections.abc import Iterator
from typing import Any

from distributed import Client, KilledWorker

from presslint.batch.checking import check_chunk, checker_for
from presslint.batch.rows import Checked, Chunk, Setup
from presslint.batch.single import lost, singles
from presslint.errors import ConfigError

_AHEAD = 4  # chunks per thread of the cluster
_PATIENCE = "30s"


def connected(address: str) -> Client:
    """Return a client of the scheduler at ``address``. Raises ConfigError where none answers."""
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ConfigError(f"no Dask scheduler answers at {address}: {error}") from error


def spread(setup: Setup, chunks: Iterator[Chunk], client: Client) -> Iterator[Checked]:
    """Yield what came of each chunk, in order, worked on by the cluster of ``client``."""
    checker_for(setup)  # a mistake in the configuration is found here, not on every worker
    waiting: deque[tuple[Chunk, Any]] = deque()
    for chunk in chunks:
        waiting.append((chunk, _given(client, setup, chunk)))
        if len(waiting) >= _room(client):
            yield _first(client, setup, waiting)
    while waiting:
        yield _first(client, setup, waiting)


def _room(client: Client) -> int:
    threads: int = sum(client.nthreads().values())
    return max(1, threads) * _AHEAD


def _given(client: Client, setup: Setup, chunk: Chunk) -> Any:
    return client.submit(check_chunk, setup, chunk, pure=False)


def _first(client: Client, setup: Setup, waiting: "deque[tuple[Chunk, Any]]") -> Checked:
    chunk, future = waiting.popleft()
    try:
        return _taken(future)
    except KilledWorker:
        return singles(chunk, lambda single: _alone(client, setup, single))


def _alone(client: Client, setup: Setup, chunk: Chunk) -> Checked:
    try:
        return _taken(_given(client, setup, chunk))
    except KilledWorker:
        return lost(chunk)


def _taken(future: Any) -> Checked:
    try:
        return Checked(*future.result())
    finally:
        future.release()
