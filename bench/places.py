"""Whether places are right: ``python bench/places.py [--count N] [--seed N] [--folder DIR]``.

Faults are planted into invented releases, these are saved in every format (by LibreOffice where it is installed), and
``presslint check`` reports places in them. Of all findings, N are drawn by chance, the same share from each format;
each place is opened by a reader of that format that shares no code with presslint and must hold the reported text.
"""

import argparse
import html
import json
import random
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from place_files import Invented, invented, save
from place_readers import folded, right

_NAMES = {"json": "ninjs", "xml": "newsml", "md": "markdown", "txt": "text"}


def findings(folder: Path, formats: list[str]) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """Return what presslint reports, by format: the path of the file and the finding."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for suffix in formats:
        files = sorted(str(path) for path in (folder / suffix).iterdir())
        command = [sys.executable, "-m", "presslint", "check", "--format", "json", "--today", "2026-03-02", *files]
        run = subprocess.run(command, capture_output=True, check=False)
        for file in json.loads(run.stdout)["files"]:
            if file["error"]:
                print(f"{file['path']}: {file['error']}")
            found[suffix] += [(file["path"], finding) for finding in file["findings"]]
    return found


def recall(releases: list[Invented], found: list[tuple[str, dict[str, Any]]]) -> tuple[int, int]:
    """Return how many of the planted faults are reported, and how many there are."""
    shown = defaultdict(list)
    for path, finding in found:
        shown[Path(path).stem].append(unicodedata.normalize("NFC", _plain(finding["snippet"])))
    planted = [(one.name, unicodedata.normalize("NFC", _plain(text))) for one in releases for text in one.planted]
    hit = sum(any(part and (part in text or text in part) for part in shown[name]) for name, text in planted)
    return hit, len(planted)


def _plain(text: str) -> str:
    """Return a text without what formats escape and break."""
    try:
        text = json.loads(f'"{text}"')
    except ValueError:
        text = html.unescape(text)
    return folded(text).replace("- ", "-").replace("\\", "")


def draw(
    found: dict[str, list[tuple[str, dict[str, Any]]]], count: int, seed: int
) -> list[tuple[str, str, dict[str, Any]]]:
    """Return ``count`` findings, by chance, as evenly over the formats as there are enough of them."""
    chance = random.Random(seed)
    waiting = {suffix: chance.sample(listed, len(listed)) for suffix, listed in found.items()}
    drawn: list[tuple[str, str, dict[str, Any]]] = []
    while len(drawn) < count and any(waiting.values()):
        drawn += [(suffix, *listed.pop()) for suffix, listed in waiting.items() if listed][: count - len(drawn)]
    return drawn


def judge(drawn: list[tuple[str, str, dict[str, Any]]]) -> int:
    """Print how many places are right, format by format, and those that are wrong; return how many are."""
    total: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for suffix, path, finding in drawn:
        total[suffix] += 1
        if not right(path, finding):
            wrong[suffix] += 1
            place = f"{finding['line']}:{finding['column']}-{finding['end_line']}:{finding['end_column']}"
            print(f"wrong: {path}:{place} page {finding['page']} {finding['rule']} {finding['snippet']!r}")
    for suffix in sorted(total):
        held = total[suffix] - wrong[suffix]
        print(f"  {_NAMES.get(suffix, suffix):10} {held:5} of {total[suffix]:5} places hold their text")
    print(f"{sum(total.values()) - sum(wrong.values())} of {sum(total.values())}")
    return sum(wrong.values())


def main() -> int:
    """Make the files, check them, draw, and judge."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--releases", type=int, default=24)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, help="keep the files here")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        releases = invented(chosen.releases, chosen.seed)
        formats = save(folder, releases, shutil.which("soffice"))
        found = findings(folder, formats)
        for suffix in formats:
            reported, planted = recall(releases, found[suffix])
            counts = f"{len(found[suffix]):5} findings, {reported:4} of {planted:4} planted faults reported"
            print(f"  {_NAMES.get(suffix, suffix):10} {counts}")
        return 1 if judge(draw(found, chosen.count, chosen.seed)) else 0


if __name__ == "__main__":
    sys.exit(main())
