"""The hooks for pre-commit, and what checkers of workflows say of the ready parts."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from presslint.load import SUFFIXES

ROOT = Path(__file__).parents[2]
HOOKS: Any = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())


def program(name: str) -> str:
    """Return the path of a program beside this Python or on the path; skip where there is none."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not here")
    return found


def test_hooks_take_the_files_that_presslint_reads() -> None:
    wanted = re.compile(HOOKS[0]["files"])
    # JSON and XML are news items in few repositories: who has them says so
    assert {suffix for suffix in SUFFIXES if not wanted.search(f"a{suffix}")} <= {
        ".json", ".xml", ".text", ".xhtml", ".dotx", ".docm", ".ott",
    }  # fmt: skip


def test_a_hook_runs_on_what_pre_commit_hands_it(tmp_path: Path) -> None:
    release = tmp_path / "a b.md"
    release.write_text("# Tag der offenen Tür\n\nDie Pressekonferenz ist am Montag, 3. März 2026.\n")
    for hook in HOOKS:
        _, *arguments = hook["entry"].split()
        command = [sys.executable, "-m", "presslint", *arguments, release.name]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "DAT002" in done.stdout


def test_pre_commit_reads_the_hooks() -> None:
    command = [program("pre-commit"), "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    subprocess.run(command, check=True, capture_output=True)


def test_zizmor_finds_nothing_in_the_ready_parts() -> None:
    files = [str(ROOT / "action.yml"), str(ROOT / "docs" / "examples" / "github-workflow.yml")]
    command = [program("zizmor"), "--offline", "--no-progress", "--persona=pedantic", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
