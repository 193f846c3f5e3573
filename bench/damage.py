"""What the fuzzers share: bytes that are lost, doubled, changed or mixed with signs, and the oracles of the tests."""

import importlib.util
import random
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent


def borrowed(path: Path) -> ModuleType:
    """Load a module that no package holds, such as a test whose oracle is wanted. Ends the program where it is not."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"{path} is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def damage(
    data: bytearray, chance: random.Random, signs: Sequence[bytes], times: int, longest: tuple[int, int]
) -> None:
    """Damage ``data`` so many times; at most ``longest`` bytes are lost, and doubled, at once."""
    for _ in range(times):
        place = chance.randrange(len(data) + 1)
        what = chance.random()
        if what < 0.45:
            data[place:place] = chance.choice(signs)
        elif what < 0.7:
            del data[place : place + chance.randrange(1, longest[0])]
        elif what < 0.85:
            data[place:place] = data[place : place + chance.randrange(1, longest[1])]
        elif place < len(data):
            data[place] = chance.randrange(256)
