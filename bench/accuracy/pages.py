"""The release date of HTML: releases and whole pages of press offices whose date is known, per language.

``python bench/accuracy/pages.py [CORPUS]``. Each file is read under a neutral name and without its sidecar file, which
gives the known date (``gold_publication_date`` of a page, else ``date``, else the name of the file). A wrong answer is
worse than none and counted apart.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import ReleaseDate
from presslint.model.house import House

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus"
WANTED = {"pages": 90.0, "releases": 98.0}
DATE = re.compile(r"((?:19|20)\d\d)-?(\d\d)-?(\d\d)")


class Known(NamedTuple):
    """One file, its language, whether it is a whole page, and the day it was released."""

    path: Path
    language: str
    kind: str
    day: date


def known(corpus: Path) -> Iterator[Known]:
    """Yield the files whose date is known."""
    for path in sorted(corpus.rglob("*.html")):
        sidecar = path.with_name(path.name + ".meta.json")
        told: dict[str, Any] = json.loads(sidecar.read_text(encoding="utf-8")) if sidecar.exists() else {}
        gold = told.get("gold_publication_date")
        written = DATE.search(str(gold or told.get("date") or path.name))
        language = path.relative_to(corpus).parts[0]
        if written and len(language) == 2:
            yield Known(path, language, "pages" if gold else "releases", date(*map(int, written.groups())))


def score(corpus: Path) -> dict[str, Any]:
    """Return counts per language and kind, and the misses."""
    counts: Counter[tuple[str, str, str]] = Counter()
    misses = []
    for number, one in enumerate(known(corpus), 1):
        try:
            release = load(source_from_bytes(one.path.read_bytes(), f"release-{number:04}.html"), House())
        except LoadError as error:
            counts[one.language, one.kind, "unread"] += 1
            misses.append(f"{one.path.name}: {error}")
            continue
        found = Facts(release, House()).one(ReleaseDate)
        verdict = "right" if found.value == one.day else "unknown" if found.value is None else "wrong"
        counts[one.language, one.kind, verdict] += 1
        if verdict != "right":
            heard = ", ".join(f"{witness.carrier} {witness.value} „{witness.text}“" for witness in found.witnesses)
            misses.append(f"{one.language} {one.path.name}: known {one.day}, read {found.value} ({heard or 'nothing'})")
    table = {}
    for language, kind, _ in counts:
        table[f"{language} {kind}"] = {name: counts[language, kind, name] for name in VERDICTS}
    return {"counts": dict(sorted(table.items())), "misses": misses}


VERDICTS = ("right", "wrong", "unknown", "unread")


def main() -> int:
    """Score and print; exit code 1 where a language has less than is wanted."""
    result = score((Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT).resolve())
    print(*result["misses"], sep="\n")
    low = 0
    for name, row in result["counts"].items():
        total = sum(row.values())
        share, wanted = 100 * row["right"] / total, WANTED[name.split()[1]]
        low += share < wanted
        others = ", ".join(f"{row[verdict]} {verdict}" for verdict in VERDICTS[1:] if row[verdict])
        print(f"{name:12} {row['right']:4} of {total:4} {share:6.1f} %   wanted {wanted:.0f} %   {others}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
