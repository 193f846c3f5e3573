"""Faults planted in a repository of invented releases, and real translations: ``python bench/accuracy/repository.py``.

The invented repository is that of the tests: each fault is planted alone, and all of them at once; what is found beyond
them counts as false. ``--pairs FOLDER`` takes pairs of real releases (``x.de.html``, ``x.en.html``), tells what REP005
says of them as they are, and how many planted hours, days and numbers it finds.
"""

import argparse
import importlib.util
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

TESTS = Path(__file__).parents[2] / "tests" / "repository" / "conftest.py"
_FACTS = re.compile(
    r"(?<![\d.,:/-])(\d{2,3})(?= (?:%|percent|per cent|packages|bugs|developers|languages))|(?<!\d)(\d{1,2})(?=:\d\d)"
)


def invented() -> ModuleType:
    """Return the module that makes the repository."""
    spec = importlib.util.spec_from_file_location("invented", TESTS)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(TESTS)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def checked(folder: Path) -> set[tuple[str, str, str]]:
    """Return the findings of a run over a folder: rule, file, severity."""
    command = [sys.executable, "-m", "presslint", "check", ".", "--select", "REP", "--format", "json", "--no-cache"]
    run = subprocess.run([*command, "--today", "2019-06-01"], cwd=folder, capture_output=True, check=False)
    found: dict[str, Any] = json.loads(run.stdout)
    return {(one["rule"], file["path"], one["severity"]) for file in found["files"] for one in file["findings"]}


def planted(town: ModuleType) -> None:
    """Plant each fault alone and print what came of it."""
    found = false = 0
    faults = town.faults()
    for fault in (None, *faults):
        with tempfile.TemporaryDirectory() as folder:
            texts = town.clean()
            if fault is not None:
                fault.plant(texts)
            town.write(Path(folder), texts)
            told = checked(Path(folder))
        expected = {fault.finding, *fault.others} if fault is not None else set()
        hit = fault is None or fault.finding in told
        found += hit and fault is not None
        false += len(told - expected)
        print(f"{'ok ' if hit and not told - expected else 'BAD'} {fault.name if fault else 'no fault'}")
        for rule, path, severity in sorted(told - expected):
            print(f"      beyond it: {rule} {severity} {path}")
    print(f"{found} of {len(faults)} planted faults found, {false} findings beyond them")


def pairs(folder: Path) -> None:
    """Print what is said of real pairs, and how many facts are missed that were changed in one of them."""
    texts = {path.name: path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.glob("*.??.html"))}
    both = [name for name in texts if name.endswith(".en.html") and name.replace(".en.", ".de.") in texts]
    as_they_are = {path for rule, path, _ in checked(folder) if rule == "REP005"}
    print(f"{len(both)} pairs, findings as they are: {len(as_they_are)} {sorted(as_they_are)}")
    chance = random.Random(1)
    planted_in = []
    with tempfile.TemporaryDirectory() as copy:
        for name in both:
            text = texts[name]
            about = text.find(">About ")  # boilerplates are not compared
            places = list(_FACTS.finditer(text, 0, about if about >= 0 else len(text)))
            if places:
                place = chance.choice(places)
                text = text[: place.start()] + str(int(place[0]) + 1) + text[place.end() :]
                planted_in.append(name)
            (Path(copy) / name).write_text(text, encoding="utf-8")
            other = name.replace(".en.", ".de.")
            (Path(copy) / other).write_text(texts[other], encoding="utf-8")
        told = {path for rule, path, _ in checked(Path(copy)) if rule == "REP005"}
    print(f"one number changed in {len(planted_in)} of them: found in {len(told & set(planted_in))}")


def main() -> None:
    """Read the arguments and measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pairs", type=Path)
    chosen = options.parse_args()
    if chosen.pairs is not None:
        pairs(chosen.pairs)
    else:
        planted(invented())


if __name__ == "__main__":
    main()
