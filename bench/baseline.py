"""How much of a baseline survives work on the releases: ``python bench/baseline.py [CORPUS] [--limit N] [--show N]``.

Takes a copy of all text and Markdown releases, writes a baseline, and then works on the copy: paragraphs change places,
lines are put in, files get other names and folders, and lines are wrapped elsewhere. Each alone, then all together.
Of the findings that are still there, as many as possible must stay hidden; one sentence with new faults is planted in
each release, and nothing of it may be hidden.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

DEFAULT = Path(__file__).parents[1].parent / "shared" / "corpus"
TODAY = ["--today", "2026-01-01", "--lang", "en"]
PRESSLINT = [sys.executable, "-m", "presslint"]
INSERTED = (
    "Die Arbeiten dauern voraussichtlich bis zum Ende des Jahres.",
    "Rückfragen beantwortet die Pressestelle gern.",
    "The work is expected to go on until the end of the year.",
)
# a weekday that is wrong, and a link to nowhere, with words that no release has
PLANTED = "Zum Ahrenfelder Kranfest am Montag, 3. März 2026, lädt http://localhost/kranfest ein."


class Outcome(NamedTuple):
    """What became of the findings: old ones hidden and not hidden, planted ones reported and hidden, others."""

    hidden: int
    resurfaced: int
    planted: int
    swallowed: int
    new: int


def paragraphs(text: str) -> tuple[str, list[str]]:
    """Return front matter and the paragraphs behind it."""
    head = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    start = head.end() if head else 0
    return text[:start], re.split(r"\n[ \t]*\n", text[start:])


def shuffled(text: str, chance: random.Random) -> str:
    """Put the paragraphs in another order."""
    head, body = paragraphs(text)
    chance.shuffle(body)
    return head + "\n\n".join(body)


def inserted(text: str, chance: random.Random) -> str:
    """Put in a few lines between paragraphs, and one between two lines of one."""
    head, body = paragraphs(text)
    for _ in range(3):
        body.insert(chance.randrange(len(body) + 1), chance.choice(INSERTED))
    lines = "\n\n".join(body).split("\n")
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(INSERTED))
    return head + "\n".join(lines)


def wrapped(text: str, chance: random.Random) -> str:
    """Break the lines of long paragraphs elsewhere."""
    head, body = paragraphs(text)
    width = chance.choice((60, 80, 100))
    plain = re.compile(r"[^\s#>*+|`<-][^\n|]{120,}\Z")
    wrap = [
        textwrap.fill(one, width, break_long_words=False, break_on_hyphens=False) if plain.match(one) else one
        for one in body
    ]
    return head + "\n\n".join(wrap)


def everything(text: str, chance: random.Random) -> str:
    """Do all of it."""
    return wrapped(inserted(shuffled(text, chance), chance), chance)


def same(text: str, _: random.Random) -> str:
    """Leave the text as it is."""
    return text


def with_planted(text: str, chance: random.Random) -> str:
    """Put the sentence with new faults between two paragraphs."""
    head, body = paragraphs(text)
    body.insert(chance.randrange(len(body) + 1), PLANTED)
    return head + "\n\n".join(body)


def check(folder: Path, *more: str) -> dict[str, list[dict[str, Any]]]:
    """Return the findings of each file."""
    run = subprocess.run(
        [*PRESSLINT, "check", ".", "--format", "json", "--no-cache", *TODAY, *more],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    files = json.loads(run.stdout)["files"]
    return {file["path"]: file["findings"] for file in files}


def copies(corpus: Path, limit: int) -> dict[str, str]:
    """Return the releases of the corpus that are text, by a name for each copy that keeps the date of its own."""
    found: dict[str, str] = {}
    for number, file in enumerate(sorted(path for path in corpus.rglob("*") if path.suffix in {".md", ".txt"})):
        if "gold" in file.parts:
            continue
        try:
            text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
        if text.strip():
            found[f"{number:04}/{file.name}"] = text
    return dict(list(found.items())[:limit])


def measure(texts: dict[str, str], change: Callable[[str, random.Random], str], *, renames: bool, show: int) -> Outcome:
    """Write a baseline for the texts, change them and say what became of the findings."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "releases"
        write(folder, texts)
        subprocess.run(
            [*PRESSLINT, "baseline", ".", "--no-cache", *TODAY], cwd=folder, capture_output=True, check=False
        )
        before = check(folder)
        worked = {name: with_planted(change(text, chance), chance) for name, text in texts.items()}
        names = {
            name: f"archiv/{name.replace('/', '-')[:4]}/{name.partition('/')[2]}" if renames else name for name in texts
        }
        kept = folder / "presslint-baseline.json"
        baseline = kept.read_bytes()
        shutil.rmtree(folder)
        write(folder, {names[name]: text for name, text in worked.items()})
        kept.write_bytes(baseline)
        after = check(folder, "--baseline", "presslint-baseline.json")
    places = {name: text.split("\n").index(PLANTED) + 1 for name, text in worked.items()}
    return compared(before, {name: after[names[name]] for name in texts}, places, show)


def write(folder: Path, texts: dict[str, str]) -> None:
    """Write the texts into a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def compared(before: dict[str, Any], after: dict[str, Any], places: dict[str, int], show: int) -> Outcome:
    """Count; ``places`` are the lines of what was planted.

    A reported finding is an old one where the same rule reported the same text before.
    """
    counts: Counter[str] = Counter()
    for path, findings in after.items():
        old = Counter(known(finding) for finding in before[path])
        for finding in findings:
            if finding["state"] == "baselined":
                old[known(finding)] -= 1
        for finding in findings:
            if finding["line"] == places[path] and finding["snippet"]:
                is_told = finding["state"] == "reported"
                counts["planted" if is_told else "swallowed"] += 1
                if show and not is_told:
                    print(f"    hidden: {path}:{finding['line']}: {finding['rule']} {finding['snippet'][:60]!r}")
            elif finding["state"] == "baselined":
                counts["hidden"] += 1
            elif finding["state"] == "reported" and old[known(finding)] > 0:
                old[known(finding)] -= 1
                counts["resurfaced"] += 1
                if counts["resurfaced"] <= show:
                    print(f"    {path}:{finding['line']}: {finding['rule']} {finding['snippet'][:60]!r}")
            elif finding["state"] == "reported":
                counts["new"] += 1
    return Outcome(**{field: counts[field] for field in Outcome._fields})


def known(finding: dict[str, Any]) -> tuple[str, str]:
    """Return what an old finding is told by in this measurement."""
    return finding["rule"], " ".join(finding["snippet"].split()).casefold()


def main() -> int:
    """Measure and print a table; return 1 where less than 99 % stays hidden or anything planted is hidden."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    options.add_argument("--limit", type=int, default=400)
    options.add_argument("--show", type=int, default=0)
    chosen = options.parse_args()
    texts = copies(chosen.corpus, chosen.limit)
    works: list[tuple[str, Callable[[str, random.Random], str], bool]] = [
        ("nothing but the planted", same, False),
        ("paragraphs shuffled", shuffled, False),
        ("lines inserted", inserted, False),
        ("lines wrapped elsewhere", wrapped, False),
        ("files renamed", same, True),
        ("all together", everything, True),
    ]
    print(
        f"{len(texts)} releases\n"
        f"{'':26}{'old hidden':>12}{'shown':>8}{'share':>9}{'planted':>10}{'hidden':>8}{'others':>8}"
    )
    worst = 1.0
    swallowed = 0
    for name, change, renames in works:
        found = measure(texts, change, renames=renames, show=chosen.show)
        share = found.hidden / max(found.hidden + found.resurfaced, 1)
        worst, swallowed = min(worst, share), swallowed + found.swallowed
        print(
            f"{name:26}{found.hidden:12}{found.resurfaced:8}{share:9.2%}{found.planted:10}{found.swallowed:8}{found.new:8}"
        )
    return int(worst < 0.99 or swallowed > 0)


if __name__ == "__main__":
    sys.exit(main())
