"""A cluster of this machine: results are those of a plain run, also when a worker is killed."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed", reason="the extra dask is not here")

from distributed import Client, LocalCluster

from presslint.batch import distributed, jsonl, local
from presslint.batch.rows import Setup
from presslint.errors import ConfigError

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(name="client", scope="module")
def _client() -> Iterator[Client]:
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)
    with cluster, Client(cluster) as client:
        yield client


def test_a_killed_worker_loses_no_row_and_doubles_none(
    client: Client, setup: Setup, archive: Callable[[Any], Path], texts: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "_ROWS", 10)
    path = archive(texts)
    with path.open("rb") as stream:
        expected = [checked.lines for checked in local.serial(setup, jsonl.chunks(stream))]
    got: list[bytes] = []
    with path.open("rb") as stream:
        for checked in distributed.spread(setup, jsonl.chunks(stream), client):
            if len(got) == 1:
                os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
            got.append(checked.lines)
    assert got == expected


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed, "_PATIENCE", "1s")
    with pytest.raises(ConfigError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        distributed.connected("tcp://127.0.0.1:1")
