"""How right the reading of dates is, in one table: ``python bench/accuracy [CORPUS] [--json FILE]``.

Runs extraction against published specs, known weekday errors, planted faults and known release dates, prints what was
reached beside what is wanted, and writes all of it, with the misses, as JSON. Needs no network. Each part is a command
of its own in this folder.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import extraction
import plant
import release_dates
import weekdays

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus"
OUTPUT = Path(__file__).parents[1] / "out" / "accuracy.json"
WANTED = 97.0


def rows(results: dict[str, Any]) -> list[tuple[str, int, int, float]]:
    """Return name, right, all and the percentage wanted, for each line of the table."""
    specs, errors = results["extraction"], results["weekdays"]
    made = [("explicit German dates of the specs", specs["right"], specs["cases"], WANTED)]
    made.append(("known weekday errors on their line", errors["found"], errors["known"], 98.0))
    for name, row in results["planted"].items():
        made.append((f"planted: {name}", row["found"], row["planted"], WANTED))
    counts = results["release dates"]["counts"]
    carried = {name: count for name, count in counts.items() if name[3:].startswith("carried")}
    right = sum(count for name, count in carried.items() if name.endswith("right"))
    made.append(("release date, where the text carries it", right, sum(carried.values()), 98.0))
    return made


def main() -> None:
    """Run all parts, print the table, write the JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--json", type=Path, default=OUTPUT)
    chosen = options.parse_args()
    corpus = chosen.corpus.resolve()
    known = weekdays.gold(corpus)
    found = weekdays.findings(corpus, weekdays.documents(corpus))
    lines = {(document, finding["line"]) for document, listed in found.items() for finding in listed}
    missed = [f"{row.document}:{row.line}" for row in known if (row.document, row.line) not in lines]
    results: dict[str, Any] = {
        "extraction": extraction.score(chosen.corpus),
        "weekdays": {"found": len(known) - len(missed), "known": len(known), "misses": missed},
        "planted": plant.score(chosen.corpus, chosen.seed, 200),
        "release dates": release_dates.score(chosen.corpus),
    }
    for name, right, total, wanted in rows(results):
        print(f"{name:44} {right:4} of {total:4} {100 * right / max(total, 1):6.1f} %   wanted {wanted:.0f} %")
    false = sum(row["false on twins"] for row in results["planted"].values())
    print(f"new findings on the unplanted twins: {false}   wanted 0")
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
