"""Time of date extraction on hostile texts: ``python bench/adversarial_dates.py [--json FILE]``.

Each text repeats one piece that makes naive patterns try many ways to read it. The table shows milliseconds for 10 kB,
100 kB and 1 MB, and how much the last step of ten costs: about ten means linear.
"""

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path

from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import DateFact, RangeFact, ReleaseDate, TimeFact
from presslint.model.release import Release

SIZES = (10_000, 100_000, 1_000_000)
STEEP = 25  # times the cost for ten times the text: worse than linear
PIECES = {
    "digits": "1234567890",
    "one digit, blanks": "1 ",
    "dots": "1.",
    "dates without end": "1.1.",
    "ordinals, commas": "1., ",
    "ordinals, dashes": "1.–",
    "day lists": "1., 2. und ",
    "ranges without month": "vom 1. bis 2. ",
    "months": "Mai und ",
    "months and days": "May 1 and ",
    "weekdays": "Montag, ",
    "weekday ranges": "Montag bis ",
    "colons": "1:11",
    "times": "10 Uhr und ",
    "years": "2018, ",
    "year ranges": "2018–",
    "relative": "heute, ",
    "last year": "Mai letzten Jahres ",
    "quotations": "„1.“ ",
    "brackets": "(1.1.",
    "lines": "1.1.18\n",
    "paragraphs": "3. Mai 2018\n\n",
    "weekdays that are wrong": "2017 Montag, 3. Mai, ",
    "full dates": "Montag, den 3. Mai 2018, 10 Uhr, ",
    "slashes": "1/2/",
    "blanks": "Mai          ",
    "letters": "a",
}


def cost(release: Release) -> float:
    """Return the CPU time of all date and time facts of a release, in milliseconds."""
    began = time.process_time()
    facts = Facts(release, release_date=date(2018, 2, 23))
    facts.one(ReleaseDate)
    for kind in (DateFact, RangeFact, TimeFact):
        facts.of(kind)
    return 1000 * (time.process_time() - began)


def text_of(piece: str, size: int, language: str) -> Release:
    """Return a release of about ``size`` bytes."""
    data = (piece * (size // len(piece.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")
    return load(source_from_bytes(data.encode(), "hostile.txt"))._replace(language=language)


def main() -> int:
    """Print the table; return 1 where a text costs more than its length."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    parser.add_argument("--small", action="store_true", help="leave the longest text out")
    chosen = parser.parse_args()
    sizes = SIZES[:2] if chosen.small else SIZES
    print(f"{'text':22} {'':4} {''.join(f'{size // 1000:>9} kB' for size in sizes)}  last step")
    for language in ("de", "en"):
        cost(text_of("1. Mai, May 1 um 10 Uhr ", SIZES[0], language))  # imports and compiles
    figures: dict[str, list[float]] = {}
    steep = False
    for name, piece in PIECES.items():
        language = "en" if "May" in piece else "de"
        spent = [cost(text_of(piece, size, language)) for size in sizes]
        figures[name] = [round(value, 2) for value in spent]
        step = spent[-1] / max(spent[-2], 0.01)
        steep = steep or (step > STEEP and spent[-1] > 100)
        print(f"{name:22} {'ms':4} {''.join(f'{value:12.1f}' for value in spent)}  ×{step:.1f}", flush=True)
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("steeper than linear" if steep else "linear")
    return int(steep)


if __name__ == "__main__":
    sys.exit(main())
