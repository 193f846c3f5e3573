import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BAD = '{"text": "Am Montag, 3. März 2026, ist etwas."}\n'
GOOD = BAD.replace("Montag", "Dienstag")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(name="batch")
def _batch(tmp_path: Path) -> Run:
    def run(*arguments: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "presslint", "batch", *arguments, "--today", "2026-03-02", "--lang", "en"]
        return subprocess.run(command, cwd=tmp_path, input=stdin, capture_output=True, text=True, check=False)

    return run


@pytest.mark.parametrize(
    ("rows", "code"), [(BAD, 1), (GOOD, 0), (BAD + "no json\n", 2), ("", 2)], ids=["bad", "good", "broken", "empty"]
)
def test_exit_codes(rows: str, code: int, batch: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(rows)
    done = batch("in.jsonl", "--output", "out.jsonl", "--select", "DAT002")
    assert done.returncode == code, done.stderr
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == len(rows.splitlines())
    assert "rows: " in done.stderr


def test_a_threshold_of_ones_own(batch: Run) -> None:
    done = batch("-", "--output", "out.jsonl", "--select", "DAT002", "--fail-on", "never", stdin=BAD)
    assert done.returncode == 0, done.stderr


def test_several_processes_write_the_same(batch: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text((BAD + GOOD) * 100)
    batch("in.jsonl", "--output", "one.jsonl")
    batch("in.jsonl", "--output", "two.jsonl", "--jobs", "2")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_parquet_out_is_the_same_rows(batch: Run, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra archive is not here")
    import pyarrow.parquet as pq

    (tmp_path / "in.jsonl").write_text(BAD + GOOD + "[]\n")
    batch("in.jsonl", "--output", "out.jsonl")
    batch("in.jsonl", "--output", "out.parquet")
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["error"] for row in rows] == [line["error"] for line in lines]
    told = [[finding["fingerprint"] for finding in row["findings"]] for row in rows]
    assert told == [[finding["fingerprint"] for finding in line["findings"]] for line in lines]
    again = batch("out.parquet", "--output", "third.jsonl")
    assert again.returncode == 2
    assert "no column has the releases" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("missing.jsonl", "--output", "out.jsonl"), "missing.jsonl: cannot be read"),
        (("in.data", "--output", "out.jsonl"), "is it JSON Lines or Parquet"),
        (("in.jsonl", "--output", "out.data"), "is it JSON Lines or Parquet"),
        (("in.jsonl", "--output", "in.jsonl"), "would be written over"),
        (("in.jsonl", "--output", "no/such/folder/out.jsonl"), "cannot be written"),
        (("in.jsonl", "--output", "out.jsonl", "--select", "NOPE"), "NOPE"),
    ],
)
def test_mistakes_are_told_and_leave_no_file(
    arguments: tuple[str, ...], reason: str, batch: Run, tmp_path: Path
) -> None:
    (tmp_path / "in.jsonl").write_text(BAD)
    done = batch(*arguments)
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
    assert (tmp_path / "in.jsonl").read_text() == BAD


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_told(batch: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(BAD)
    done = batch("in.jsonl", "--output", "/dev/full", "--output-format", "jsonl")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
