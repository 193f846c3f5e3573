"""Start-up, one release, many releases: CPU seconds of child processes, best or median of several, as ratios.

``python bench/speed.py [--runs N]``. Compare ratios, not seconds: machines differ.
"""

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from make_corpus import make

PRESSLINT = [sys.executable, "-m", "presslint"]
RELEASE = Path(__file__).parents[1] / "examples" / "de" / "behoerdenbesuch.md"
LETTER = Path(__file__).parents[1] / "tests" / "load" / "data" / "bibliothek.pdf"  # of two pages


def cpu_seconds(command: list[str]) -> float:
    """Run a command to its end and return the CPU seconds of it and of its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def median(command: list[str], runs: int) -> float:
    """Return the median CPU seconds of several runs, after one that warms the caches."""
    cpu_seconds(command)
    return statistics.median(cpu_seconds(command) for _ in range(runs))


def main() -> None:
    """Measure and print a table, then the same as one line of JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--count", type=int, default=1000)
    chosen = options.parse_args()
    bare = median([sys.executable, "-c", "pass"], chosen.runs)
    console = median([sys.executable, "-c", "import rich.console"], chosen.runs)
    version = median([*PRESSLINT, "--version"], chosen.runs)
    check = [*PRESSLINT, "check", "--no-cache", "--jobs", "1", "--format", "json"]
    one = median([*check, str(RELEASE)], chosen.runs)
    letter = median([*check, str(LETTER)], chosen.runs)
    with tempfile.TemporaryDirectory() as folder:
        size = make(Path(folder), chosen.count)
        many = median([*check, folder], min(chosen.runs, 3))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rate = chosen.count / (many - one)
    rows = {
        "bare python, s": bare,
        "import rich.console, s": console,
        "presslint --version, s": version,
        "--version / rich.console": version / console,
        "one release, s": one,
        "one PDF of two pages, s": letter,
        f"{chosen.count} releases of {size // chosen.count} bytes, s": many,
        "releases per CPU-second (start-up not counted)": rate,
        "releases per CPU-second (all in)": chosen.count / many,
        "peak memory, MiB": peak,
    }
    print(f"{platform.machine()}, Python {platform.python_version()}, median of {chosen.runs} runs")
    for name, value in rows.items():
        print(f"  {name:50} {value:10.3f}")
    print(json.dumps({name: round(value, 4) for name, value in rows.items()}))


if __name__ == "__main__":
    main()
