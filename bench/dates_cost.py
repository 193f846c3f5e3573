"""What reading dates and times costs: ``python bench/dates_cost.py [FILE…]``.

Prints the CPU milliseconds of the facts that dates rest on (language, quotations, links, addresses) and of the date and
time facts themselves, best of several, for each file and scaled to 4,000 characters.
"""

import sys
import time
from pathlib import Path

from presslint.facts import Facts
from presslint.load import load, read_source
from presslint.model import facts as kinds
from presslint.model.house import House

BELOW: tuple[type, ...] = (kinds.Language, kinds.QuoteFact, kinds.LinkFact, kinds.EmailFact)
DATES: tuple[type, ...] = (kinds.DateFact, kinds.RangeFact, kinds.TimeFact, kinds.ReleaseDate)
EXAMPLE = Path(__file__).parents[1] / "examples" / "de" / "behoerdenbesuch.md"


def cost(path: str) -> tuple[int, float, float]:
    """Return the length of the prose, and the milliseconds of what dates rest on and of the dates."""
    release = load(read_source(path), House())
    below = dates = float("inf")
    for _ in range(200):
        facts = Facts(release, House())
        started = time.process_time()
        for kind in BELOW:
            facts.of(kind)
        between = time.process_time()
        for kind in DATES:
            facts.of(kind)
        ended = time.process_time()
        below, dates = min(below, between - started), min(dates, ended - between)
    return len(release.text), below * 1000, dates * 1000


if __name__ == "__main__":
    for name in sys.argv[1:] or [str(EXAMPLE)]:
        length, under, over = cost(name)
        print(f"{Path(name).name}: {length} characters; below {under:.2f} ms, dates and times {over:.2f} ms, ", end="")
        print(f"{over * 4000 / length:.2f} ms per 4,000 characters")
