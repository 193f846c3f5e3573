"""The same releases through other linters, in one run: ``python bench/peers.py [--count N] [--runs N]``.

proselint, rumdl and markdownlint-cli2 are looked for on the path and beside this Python; what is not there is named.
They look for other things than presslint does, so the figures say what a run costs, not what it is worth.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from make_corpus import make

PEERS = {
    "presslint, every rule, one process": [
        sys.executable, "-m", "presslint", "check", "--no-cache", "--jobs", "1", "--format", "json", "{folder}",
    ],
    "proselint": ["proselint", "check", "{files}"],
    "rumdl": ["rumdl", "check", "--no-cache", "{folder}"],
    "markdownlint-cli2": ["markdownlint-cli2", "{folder}/**/*.md"],
}  # fmt: skip


def found(name: str) -> str | None:
    """Return the path of a program."""
    beside = Path(sys.executable).parent / name
    return name if name == sys.executable else str(beside) if beside.exists() else shutil.which(name)


def cpu(command: list[str], runs: int) -> float:
    """Return the median CPU seconds of a command and all that it starts."""
    taken = []
    for _ in range(runs):
        before = os.times()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = os.times()
        taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return statistics.median(taken)


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        size = make(Path(name), chosen.count)
        files = sorted(str(path) for path in Path(name).rglob("*.md"))
        print(f"{platform.machine()}, Python {platform.python_version()}, median of {chosen.runs} runs")
        print(f"{chosen.count} releases of {size // chosen.count} bytes, CPU seconds")
        own = 0.0
        for label, words in PEERS.items():
            program = found(words[0])
            if program is None:
                print(f"  {label:<40} not installed")
                continue
            command = [program]
            for word in words[1:]:
                command += files if word == "{files}" else [word.replace("{folder}", name)]
            seconds = cpu(command, chosen.runs)
            own = own or seconds
            print(f"  {label:<40} {seconds:8.2f}  {seconds / own:6.2f} x presslint")


if __name__ == "__main__":
    main()
