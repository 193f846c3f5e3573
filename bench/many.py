"""Many releases: cold and warm, with one process and two, time and memory: ``python bench/many.py [--files N …]``.

Every figure is the median of several runs; compare ratios, not seconds. Memory is the most that the process had which
was started (0 where the system does not tell). ``--killed`` shows that a run that was killed in its middle leaves a
cache that is right.
"""

import argparse
import hashlib
import json
import os
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from make_corpus import make

FAULT = "\nDie Führung beginnt am Montag, 3. März 2026, um 10 Uhr.\n"
PRESSLINT = [sys.executable, "-m", "presslint", "check", ".", "--format", "json", "--today", "2026-03-02"]


class Run(NamedTuple):
    """What one run took: seconds by the clock, seconds of all processes, MiB of the parent, and a sum of its output."""

    wall: float
    cpu: float
    parent: float
    output: str


def run(folder: Path, *arguments: str) -> Run:
    """Run presslint in a folder to its end."""
    before = os.times()
    start = time.perf_counter()
    said = hashlib.sha256()
    peak = 0.0
    with subprocess.Popen([*PRESSLINT, *arguments], cwd=folder, stdout=subprocess.PIPE) as process:
        while block := process.stdout.read(1 << 20) if process.stdout else b"":
            said.update(block)
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            peak = usage.ru_maxrss / 1024
    wall = time.perf_counter() - start
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall, cpu, peak, said.hexdigest())


def median(folder: Path, runs: int, *arguments: str, cold: Path | None = None) -> Run:
    """Return the median of several runs; ``cold`` is a cache to clear before each."""
    found = []
    for _ in range(runs):
        if cold is not None:
            subprocess.run(
                [sys.executable, "-m", "presslint", "cache", "clear", "--cache-dir", str(cold)],
                check=True, capture_output=True,
            )  # fmt: skip
        found.append(run(folder, *arguments))
    expect(len({one.output for one in found}) == 1, "other bytes the second time")
    wall, cpu, parent = (statistics.median(figures) for figures in zip(*(one[:3] for one in found), strict=True))
    return Run(wall, cpu, parent, found[0].output)


def expect(holds: object, otherwise: str) -> None:
    """End the measurement where something is wrong: figures would mean nothing."""
    if not holds:
        sys.exit(otherwise)


def measured(count: int, runs: int, folder: Path) -> dict[str, Run]:
    """Return the figures for so many releases."""
    releases, cache = folder / f"releases-{count}", folder / f"cache-{count}"
    make(releases, count)
    old = time.time() - 60
    for path in releases.iterdir():
        os.utime(path, (old, old))  # as in a checkout: nobody has just written them
    kept = ("--cache-dir", str(cache))
    rows = {
        "cold, no cache, 1 process": median(releases, runs, "--no-cache", "--jobs", "1"),
        "cold, no cache, 2 processes": median(releases, runs, "--no-cache", "--jobs", "2"),
        "cold, cache is filled, 1 process": median(releases, runs, *kept, "--jobs", "1", cold=cache),
        "warm": median(releases, max(runs, 3), *kept),
    }
    for path in releases.iterdir():
        os.utime(path)
    rows["warm, fresh checkout (other times)"] = run(releases, *kept)
    changed = releases / f"{count // 2:06}.md"
    changed.write_text(changed.read_text(encoding="utf-8") + FAULT, encoding="utf-8")
    rows["warm, one file changed"] = run(releases, *kept)
    expect(rows["warm, one file changed"].output != rows["warm"].output, "a changed file was not seen")
    expect(len({row.output for name, row in rows.items() if "changed" not in name}) == 1, "other bytes another way")
    return rows


def killed(folder: Path) -> None:
    """Kill a run in its middle and compare what the next one says with a run without a cache."""
    releases, cache = folder / "releases-killed", folder / "cache-killed"
    make(releases, 2000)
    command = [*PRESSLINT, "--cache-dir", str(cache), "--jobs", "2"]
    for delay in (1.0, 2.0, 4.0):
        process = subprocess.Popen(command, cwd=releases, stdout=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        print(f"  killed after {delay:.0f} s with {process.returncode}")
    plain, again = run(releases, "--no-cache"), run(releases, "--cache-dir", str(cache))
    expect(plain.output == again.output, "other bytes after a run that was killed")
    print(f"  the next run says the same, in {again.wall:.2f} s instead of {plain.wall:.2f} s")


def main(arguments: Sequence[str]) -> None:
    """Measure and print a table, then the same as one line of JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, nargs="*", default=[1000, 10_000])
    options.add_argument("--runs", type=int, default=1)
    options.add_argument("--killed", action="store_true")
    options.add_argument("--folder", type=Path, help="where to work; a temporary folder by default")
    chosen = options.parse_args(arguments)
    print(
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {chosen.runs} run(s)"
    )
    told: dict[str, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory(dir=chosen.folder) as temporary:
        folder = Path(temporary)
        for count in chosen.files:
            rows = measured(count, chosen.runs, folder)
            print(f"{count} releases{'':28}{'wall s':>9}{'CPU s':>9}{'ms/file':>9}{'MiB':>7}")
            for name, row in rows.items():
                print(f"  {name:38}{row.wall:9.2f}{row.cpu:9.2f}{row.wall / count * 1000:9.3f}{row.parent:7.0f}")
            ratio = rows["cold, no cache, 1 process"].wall / rows["cold, no cache, 2 processes"].wall
            print(f"  two processes are {ratio:.2f} times as fast as one")
            told[str(count)] = {name: [round(value, 4) for value in row[:3]] for name, row in rows.items()}
        if chosen.killed:
            killed(folder)
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
