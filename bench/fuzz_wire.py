"""Throw damaged mails, ninjs and NewsML-G2 items at their loaders.

    python bench/fuzz_wire.py --count 100000 --seed 1 [--gold FOLDER]

Every input must give a release whose places are right, or a LoadError, in a time that its length explains. Seeds are
those of the tests, and the examples of IPTC where the folder with them is given. Prints what failed, with its seed;
exit code 1 then.
"""

import argparse
import random
import sys
import time
import traceback
from pathlib import Path
from types import ModuleType

from damage import ROOT, borrowed, damage

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes


def seeds(module: ModuleType, gold: Path | None) -> list[tuple[str, bytes]]:
    """Return the files to damage, each with a name of its suffix."""
    found = list(module.SEEDS.items())
    for pattern, name in (("**/examples/**/*.json", "a.json"), ("**/*.xml", "a.xml")) if gold else ():
        found += [(name, path.read_bytes()[:20_000]) for path in sorted(gold.glob(pattern))] if gold else []
    return found


def damaged(data: bytes, chance: random.Random, signs: list[bytes]) -> bytes:
    """Return a file with some of it lost, doubled, changed, or mixed with signs."""
    made = bytearray(data)
    damage(made, chance, signs, chance.choice((1, 1, 1, 2, 9)), (60, 200))
    return bytes(made)


def trial(seed: int, files: list[tuple[str, bytes]], module: ModuleType) -> tuple[str, str, bytes]:
    """Try one damaged file; return what came of it, what is wrong with it (or nothing), and the file."""
    chance = random.Random(seed)
    name, data = chance.choice(files)
    data = damaged(data, chance, module.SIGNS)
    began = time.process_time()
    outcome = "release"
    try:
        module.check(load(source_from_bytes(data, name)))
    except LoadError:
        outcome = "refused"
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return outcome, traceback.format_exc(limit=-3), data
    taken = time.process_time() - began
    return outcome, f"took {taken:.2f} s for {len(data)} bytes" if taken > 0.5 else "", data


def main() -> int:
    """Run the trials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    module = borrowed(ROOT / "tests" / "load" / "test_wire_fuzz.py")
    files = seeds(module, options.gold)
    counts = {"release": 0, "refused": 0, "failed": 0}
    began = time.perf_counter()
    for seed in range(options.seed, options.seed + options.count):
        outcome, problem, data = trial(seed, files, module)
        counts["failed" if problem else outcome] += 1
        if problem:
            print(f"seed {seed}: {data[:300]!r}\n{problem}", flush=True)
        if counts["failed"] >= 20:
            break
    shown = ", ".join(f"{count} {name}" for name, count in counts.items())
    print(f"{options.count} files: {shown}, {time.perf_counter() - began:.0f} s")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
