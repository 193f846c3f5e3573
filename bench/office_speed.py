"""What a Word or OpenDocument file costs: its loader alone, and one ``presslint check`` of it with everything.

    python bench/office_speed.py [FILE …]

Without files: the samples of the tests. Prints the best of several times of the loader in milliseconds, and the median
CPU seconds of the command beside those of a Markdown release.
"""

import argparse
import sys
import time
from pathlib import Path

from speed import PRESSLINT, RELEASE, median

from presslint.load import load, read_source

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "load" / "data"
RUNS = 30


def loading(path: str) -> float:
    """Return the best of several times that the loader takes, in milliseconds."""
    source = read_source(path)
    load(source)
    best = float("inf")
    for _ in range(RUNS):
        begin = time.process_time()
        load(source)
        best = min(best, time.process_time() - begin)
    return best * 1000


def main() -> int:
    """Measure and print a table; exit code 1 where a check takes more than half a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    files = options.files or [str(path) for path in sorted(DATA.glob("*")) if path.suffix in (".docx", ".odt")]
    slow = False
    print(f"{'file':40} {'bytes':>8} {'load, ms':>9} {'check, CPU-s':>13}")
    for path in (str(RELEASE), *files):
        seconds = median([*PRESSLINT, "check", "--no-cache", path], options.runs)
        slow = slow or seconds > 0.5
        print(f"{Path(path).name:40} {Path(path).stat().st_size:8} {loading(path):9.2f} {seconds:13.3f}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
