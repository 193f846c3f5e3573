"""The release date of real releases whose date is known, judged under neutral names and without their sidecar files.

``python bench/accuracy/release_dates.py [CORPUS]``. The known date comes from the file name, or from the ``date`` of
the sidecar file where the name has none. A release counts when its text carries the known date: written in some form
within its front matter or the first 1,200 characters that are left when runs of white space are folded. Releases that
carry none are counted apart: for them the right answer is "unknown".
"""

import json
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import ReleaseDate
from presslint.model.house import House
from presslint.text.calendar_names import MONTHS

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus"
ISO_NAME = re.compile(r"(?<!\d)(\d{4})[-_](\d\d)[-_](\d\d)(?!\d)")
WORD_NAME = re.compile(r"(?<!\d)(\d{1,2})([A-Z][a-z]{2})(\d{4})")
ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def known(path: Path) -> date | None:
    """Return the date that the file name, or else the sidecar file, gives a release."""
    match = ISO_NAME.search(path.name)
    if match:
        return date(*map(int, match.groups()))
    match = WORD_NAME.search(path.name)
    if match and match[2].lower() in ENGLISH:
        return date(int(match[3]), ENGLISH.index(match[2].lower()) + 1, int(match[1]))
    sidecar = path.with_name(path.name + ".meta.json")
    if sidecar.exists():
        written = re.match(
            r"(\d{4})-(\d\d)-(\d\d)", str(json.loads(sidecar.read_text(encoding="utf-8")).get("date", ""))
        )
        return date(*map(int, written.groups())) if written else None
    return None


def carries(text: str, day: date) -> bool:
    """Tell whether the head of a text has a day written in some form, found without presslint's own reading."""
    end = text.find("\n---", 3) if text.startswith("---") else 0
    head = text[: max(end, 0)] + " " + " ".join(text[max(end, 0) :].split())[:1200]
    numbers = rf"0?{day.day}\.\s?0?{day.month}\.\s?(?:{day.year}|{day.year % 100:02})(?!\d)"
    forms = [rf"(?<!\d){numbers}", rf"{day.year}-{day.month:02}-{day.day:02}", rf"0?{day.month}/0?{day.day}/{day.year}"]
    for language in ("de", "en"):
        names = "|".join(re.escape(name) for name in MONTHS[language][day.month - 1])
        forms.append(rf"(?<!\d)0?{day.day}(?:\.|st|nd|rd|th)?\s?(?:{names})\.?,?\s+{day.year}")
        forms.append(rf"(?:{names})\.?\s+0?{day.day}(?:st|nd|rd|th)?,?\s+{day.year}")
    return re.search("|".join(forms), head, re.IGNORECASE) is not None


def score(corpus: Path) -> dict[str, Any]:
    """Return counts and misses per language and whether the text carries the date."""
    counts: Counter[str] = Counter()
    misses = []
    for language in ("de", "en"):
        for path in sorted((corpus / language).rglob("*")):
            day = known(path) if path.suffix in {".txt", ".md", ".markdown"} else None
            if day is None:
                continue
            try:
                source = source_from_bytes(path.read_bytes(), "release" + path.suffix)
                release = load(source, House())
            except LoadError as error:
                print(f"{path}: {error}", file=sys.stderr)
                continue
            value = Facts(release, House()).one(ReleaseDate).value
            kind = "carried" if carries(source.text, day) else "not carried"
            verdict = "right" if value == day else "unknown" if value is None else "wrong"
            counts[f"{language} {kind} {verdict}"] += 1
            if verdict == "wrong" or (kind == "carried" and verdict == "unknown"):
                misses.append(f"{kind}: {path.name}: known {day}, read {value}")
    return {"counts": dict(sorted(counts.items())), "misses": misses}


def main() -> None:
    """Score and print."""
    result = score(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
    print(*result["misses"], sep="\n")
    for name, count in result["counts"].items():
        print(f"{name:28} {count:5}")
    for language in ("de", "en"):
        right = result["counts"].get(f"{language} carried right", 0)
        total = sum(count for name, count in result["counts"].items() if name.startswith(f"{language} carried"))
        print(f"{language}: {right} of {total} that carry their date: {100 * right / max(total, 1):.1f} %")


if __name__ == "__main__":
    main()
