"""Findings per rule over real releases: ``python bench/precision.py [CORPUS] [--show RULE]``.

Lints all text and Markdown releases below the corpus folder, each with its own settings only, and prints how many
findings each rule has per 1,000 releases. Many releases of a corpus are bare bodies, so the rules that miss a contact,
a headline or a date line are counted apart. Folders whose name ends in ``-errors`` hold releases that were chosen
because of an error in them; they say nothing about how often a rule fires and are left out, unless ``--chosen`` asks
for them. ``--show RULE`` prints the findings of one rule with the text around them, to be read by a person.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

APART = ("CON001", "CON002", "STR001", "DAT003")
DEFAULT = Path(__file__).parents[1].parent / "shared" / "corpus"


def lint(files: list[Path]) -> dict[str, Any]:
    """Return what ``presslint check --format json`` says of the files."""
    found: dict[str, Any] = {"files": []}
    for start in range(0, len(files), 500):
        names = [str(file) for file in files[start : start + 500]]
        command = [
            sys.executable,
            "-m",
            "presslint",
            "check",
            "--format",
            "json",
            "--lang",
            "en",
            "--today",
            "2026-01-01",
        ]
        run = subprocess.run([*command, *names], capture_output=True, check=False)
        if run.returncode == 2:
            sys.stderr.buffer.write(run.stderr)
        found["files"] += json.loads(run.stdout)["files"]
    return found


def around(path: str, finding: dict[str, Any], width: int = 110) -> str:
    """Return the text around the place of a finding, on one line."""
    text = Path(path).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    offset = sum(len(line) + 1 for line in lines[: finding["line"] - 1]) + finding["column"] - 1
    joined = "\n".join(lines)
    shown = joined[max(offset - width, 0) : offset] + "⟦" + joined[offset : offset + width]
    return " ".join(shown.split())


def wanted(file: Path, *, chosen: bool) -> bool:
    """Tell whether a file of the corpus belongs to the run."""
    return "gold" not in file.parts and chosen == any(part.endswith("-errors") for part in file.parts)


def show(found: dict[str, Any], rule: str, most: int, skip: int) -> None:
    """Print the findings of one rule for reading."""
    chosen = [(file, finding) for file in found["files"] for finding in file["findings"] if finding["rule"] == rule]
    for file, finding in chosen[skip : skip + most]:
        print(f"{file['path']}:{finding['line']}:{finding['column']} {finding['severity']} {finding['message']}")
        print(f"    {around(file['path'], finding)}")
        for related in finding["related"]:
            print(f"    related {related['line']}:{related['column']} {related['note']}")
    print(f"{len(chosen)} findings of {rule}")


def table(found: dict[str, Any], files: int) -> None:
    """Print findings per rule per 1,000 releases."""
    counts = Counter((f["rule"], f["severity"]) for file in found["files"] for f in file["findings"])
    unread = sum(file["error"] is not None for file in found["files"])
    print(f"{files} releases, {unread} unreadable; findings per 1,000 releases")
    for (rule, severity), count in sorted(counts.items()):
        print(
            f"  {rule} {severity:8} {count:6} {1000 * count / files:8.1f}{'  (counted apart)' if rule in APART else ''}"
        )
    errors = sum(count for (rule, severity), count in counts.items() if severity == "error" and rule not in APART)
    print(f"errors without {', '.join(APART)}: {errors}, {errors / files:.3f} per release (at most 0.1)")


def main() -> None:
    """Read the arguments, lint, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    options.add_argument("--show", metavar="RULE")
    options.add_argument("--most", type=int, default=20)
    options.add_argument("--skip", type=int, default=0)
    options.add_argument("--chosen", action="store_true", help="only the folders chosen for their errors")
    chosen = options.parse_args()
    files = sorted(
        file
        for pattern in ("*.txt", "*.md", "*.markdown")
        for file in chosen.corpus.rglob(pattern)
        if wanted(file.relative_to(chosen.corpus), chosen=chosen.chosen)
    )
    found = lint(files)
    if chosen.show:
        show(found, chosen.show, chosen.most, chosen.skip)
    else:
        table(found, len(files))


if __name__ == "__main__":
    main()
