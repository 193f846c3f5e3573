"""The action's steps, run as scripts: what a job sees, without the service."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BAD = "Die Pressekonferenz ist am Montag, 3. März 2026.\n\nPressekontakt: Wibke Olsen, Tel. 0421 98765-17\n"
GOOD = BAD.replace("Montag", "Dienstag")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")


class Step(NamedTuple):
    code: int
    out: str
    summary: str
    outputs: str


@pytest.fixture(name="program")
def _program(tmp_path: Path) -> Path:
    program = tmp_path / "bin" / "presslint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m presslint "$@"\n')
    program.chmod(0o755)
    return program


@pytest.fixture(name="releases")
def _releases(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "bad.txt").write_text(BAD)
    (folder / "good.txt").write_text(GOOD)
    return folder


def run(program: Path, folder: Path, **inputs: str) -> Step:
    home = folder.parent
    summary, outputs = home / "summary.md", home / "outputs"
    environment = {
        **os.environ,
        "RUNNER_TEMP": str(home),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_OUTPUT": str(outputs),
        "PRESSLINT": str(program),
        "PRESSLINT_LANG": "en",
        **{f"PRESSLINT_{name.upper()}": value for name, value in inputs.items()},
    }
    script = ROOT / "ci" / "action.sh"
    done = subprocess.run(
        ["bash", str(script), "check"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return Step(
        done.returncode,
        done.stdout + done.stderr,
        summary.read_text() if summary.exists() else "",
        outputs.read_text() if outputs.exists() else "",
    )


def test_findings_are_annotated_summed_up_and_fail_the_job(program: Path, releases: Path) -> None:
    step = run(program, releases, sarif="out.sarif")
    assert step.code == 1
    assert "::error file=bad.txt,line=1," in step.out
    assert "DAT002" in step.summary
    assert step.outputs == "exit-code=1\n"
    assert '"ruleId": "DAT002"' in (releases / "out.sarif").read_text()


def test_a_summary_is_added_to_what_is_there(program: Path, releases: Path) -> None:
    (releases.parent / "summary.md").write_text("before\n")
    step = run(program, releases)
    assert step.summary.startswith("before\n## presslint\n")


def test_paths_and_arguments_are_lines_and_no_shell(program: Path, releases: Path) -> None:
    odd = releases / "a b $(touch pwned).txt"
    odd.write_text(GOOD)
    step = run(program, releases, paths=f"good.txt\n{odd.name}", arguments="--fail-on\nwarning\n--ignore=LNK016,STR001")
    assert step.code in {0, 1}
    assert "2 files" in step.out
    assert not (releases / "pwned").exists()


def test_a_path_that_looks_like_an_option_is_a_path(program: Path, releases: Path) -> None:
    step = run(program, releases, paths="--fix", annotations="false", summary="false")
    assert step.code == 2
    assert (releases / "bad.txt").read_text() == BAD
    assert step.summary == ""


def test_an_unknown_step_is_refused(releases: Path) -> None:
    done = subprocess.run(["bash", str(ROOT / "ci" / "action.sh")], cwd=releases, capture_output=True, check=False)
    assert done.returncode == 2


def metadata() -> Any:
    return yaml.safe_load((ROOT / "action.yml").read_text())


def test_every_input_reaches_the_script_as_a_variable() -> None:
    action = metadata()
    steps = action["runs"]["steps"]
    script = (ROOT / "ci" / "action.sh").read_text()
    handed = {value for step in steps for value in step["env"].values()}
    assert handed == {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]}
    for step in steps:
        assert "${{" not in step["run"]
        assert all(name in script for name in step["env"])
