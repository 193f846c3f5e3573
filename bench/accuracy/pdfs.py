"""PDFs against Poppler: pages, words and release dates, under neutral names.

``python bench/accuracy/pdfs.py [FOLDER] [--json FILE]``. Needs ``pdfinfo`` and ``pdftotext``. The release date of a
file with a date in its name is right if that date or the day on which the file was made is the same. Prints each miss:
pages, words that Poppler reads and presslint does not, dates.
"""

import argparse
import json
import re
import subprocess
import unicodedata
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import ReleaseDate
from presslint.model.house import House
from presslint.model.release import Release

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus"
LONG_NAME = re.compile(r"(?<!\d)(20\d\d)[-_]?(\d\d)[-_]?(\d\d)(?!\d)")
SHORT_NAME = re.compile(r"(?<!\d)(\d\d)[-_]?(\d\d)[-_]?(\d\d)(?!\d)")
STAMP = re.compile(r"CreationDate:\s+(\d{4})-(\d\d)-(\d\d)")
HYPHEN = re.compile(r"[-\u00ad]\n\f?")


def told(*command: str) -> str:
    """Return what a program prints."""
    return subprocess.run(command, capture_output=True, text=True, check=False, errors="replace").stdout


def words(text: str) -> Counter[str]:
    """Return the words of a text, those at line ends made whole."""
    plain = HYPHEN.sub("", unicodedata.normalize("NFKC", text)).replace("\u00ad", "")
    return Counter(re.findall(r"\w+", plain.casefold()))


def day(found: re.Match[str] | None, century: int = 0) -> date | None:
    """Return three numbers as a day, or None."""
    try:
        return date(int(found[1]) + century, int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def known(path: Path, info: str) -> set[date]:
    """Return the days that the name of a file speaks for, and those around its creation: names may tell of a vote."""
    named = {found for found in (day(LONG_NAME.search(path.name)), day(SHORT_NAME.search(path.name), 2000)) if found}
    made = day(STAMP.search(info)) if named else None
    return named | ({made + timedelta(step) for step in (-1, 0, 1)} if made else set())


def judge(path: Path) -> dict[str, Any]:
    """Return how one file fares."""
    info = told("pdfinfo", "-isodates", str(path))
    pages = re.search(r"Pages:\s+(\d+)", info)
    try:
        release: Release = load(source_from_bytes(path.read_bytes(), "release.pdf"))
    except LoadError as error:
        return {"file": path.name, "error": str(error)}
    wanted = words(told("pdftotext", str(path), "-"))
    got = words(release.text + "\n" + "\n".join(release.paging.margins))
    lost = wanted - got - (words(release.source.text) - got)
    found = Facts(release, House(), None).one(ReleaseDate).value
    days = known(path, info)
    return {
        "file": path.name,
        "pages": pages is not None and int(pages[1]) == release.paging.total,
        "words": wanted.total(),
        "lost": dict(lost.most_common(12)),
        "recall": round(1 - lost.total() / max(wanted.total(), 1), 4),
        "dated": bool(days),
        "date": str(found),
        "right": found in days,
    }


def score(folder: Path) -> list[dict[str, Any]]:
    """Judge all PDFs below a folder."""
    return [judge(path) for path in sorted(folder.rglob("*.pdf"))]


def main() -> None:
    """Print the figures and the misses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    results = score(chosen.folder)
    loaded = [result for result in results if "error" not in result]
    dated = [result for result in loaded if result["dated"]]
    total = sum(result["words"] for result in loaded)
    lost = sum(sum(result["lost"].values()) for result in loaded)
    print(f"loaded             {len(loaded)} of {len(results)}")
    print(f"page count right   {sum(result['pages'] for result in loaded)} of {len(loaded)}")
    print(f"words found        {100 * (1 - lost / max(total, 1)):.2f} % of {total}")
    print(f"release date right {sum(result['right'] for result in dated)} of {len(dated)} whose date is known")
    for result in results:
        if "error" in result:
            print(f"  {result['file']}: {result['error']}")
        elif not result["pages"] or result["recall"] < 0.99 or (result["dated"] and not result["right"]):
            print(f"  {result['file']}: date {result['date']}, words {result['recall']:.3f}, lost {result['lost']}")
    if chosen.json:
        chosen.json.write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
