"""Each floor imports only floors below it, as ``pyproject.toml`` says."""

import subprocess
import sys
from pathlib import Path


def test_the_floors_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    root = Path(__file__).parent.parent
    run = subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
