"""Recall on known weekday errors: ``python bench/accuracy/weekdays.py [CORPUS] [--json FILE]``.

Checks all German and English text and Markdown releases of the corpus with DAT002 alone. A row of the gold list counts
as found when a finding lies on its line. Every finding that is in no row is printed with its surroundings, to be read
by a person: it is either an error that the list does not know, or a false alarm.
"""

import argparse
import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus"
SUFFIXES = {".txt", ".md", ".markdown"}
LANGUAGES = ("de", "en")
AT_ONCE = 400
AROUND = 60  # characters shown to either side of a finding


class Row(NamedTuple):
    """One known error: the document, relative to the corpus, its line, the weekday and the date as written."""

    document: str
    line: int
    stated: str
    date: str


def gold(corpus: Path) -> list[Row]:
    """Return the known errors."""
    with (corpus / "gold" / "weekday_errors.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [Row(row["document"], int(row["line"]), row["stated"], row["date"]) for row in rows]


def documents(corpus: Path) -> list[Path]:
    """Return all releases of the languages of the list that are text or Markdown."""
    return sorted(
        path for language in LANGUAGES for path in (corpus / language).rglob("*") if path.suffix.lower() in SUFFIXES
    )


def findings(corpus: Path, paths: list[Path]) -> dict[str, list[dict[str, Any]]]:
    """Return the findings of DAT002, by document."""
    command = [sys.executable, "-m", "presslint", "check", "--select", "DAT002", "--format", "json", "--lang", "en"]
    found: dict[str, list[dict[str, Any]]] = {}
    for start in range(0, len(paths), AT_ONCE):
        names = [str(path) for path in paths[start : start + AT_ONCE]]
        run = subprocess.run([*command, *names], capture_output=True, check=False)
        if not run.stdout:
            sys.exit(run.stderr.decode("utf-8", "replace"))
        for file in json.loads(run.stdout)["files"]:
            found[Path(file["path"]).relative_to(corpus).as_posix()] = [
                finding for finding in file["findings"] if finding["rule"] == "DAT002"
            ]
    return found


def surroundings(corpus: Path, document: str, finding: dict[str, Any]) -> str:
    """Return the text around a finding, on one line."""
    text = (corpus / document).read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    lines = text.split("\n")
    offset = sum(len(line) + 1 for line in lines[: finding["line"] - 1]) + finding["column"] - 1
    return " ".join(text[max(offset - AROUND, 0) : offset + 2 * AROUND].split())


def main() -> int:
    """Print the table; return 1 where fewer than 98 % of the known errors are found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    chosen = parser.parse_args()
    corpus = chosen.corpus.resolve()
    rows, paths = gold(corpus), documents(corpus)
    found = findings(corpus, paths)
    lines = {(document, finding["line"]) for document, listed in found.items() for finding in listed}
    missed = [row for row in rows if (row.document, row.line) not in lines]
    known = {(row.document, row.line) for row in rows}
    others = [
        (document, finding)
        for document, listed in found.items()
        for finding in listed
        if (document, finding["line"]) not in known
    ]
    recall = 1 - len(missed) / len(rows)
    print(f"known weekday errors   {len(rows)}")
    print(f"found on their line    {len(rows) - len(missed)}  ({recall:.1%}; wanted: 98 %)")
    for row in missed:
        print(f"  missed {row.document}:{row.line} {row.stated} {row.date}")
    print(f"releases checked       {len(paths)}")
    print(
        f"other findings         {len(others)}  ({1000 * len(others) / len(paths):.1f} per 1,000 releases), to be read:"
    )
    for document, finding in others:
        print(f"  {document}:{finding['line']}:{finding['column']} {finding['message']}")
        print(f"    … {surroundings(corpus, document, finding)} …")
    if chosen.json:
        figures = {
            "known": len(rows),
            "found": len(rows) - len(missed),
            "recall": round(recall, 4),
            "missed": [row._asdict() for row in missed],
            "releases": len(paths),
            "others": [{"document": document, "line": finding["line"]} for document, finding in others],
        }
        chosen.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if recall >= 0.98 else 1


if __name__ == "__main__":
    sys.exit(main())
