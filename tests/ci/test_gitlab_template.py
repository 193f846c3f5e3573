"""GitLab's template: its script is run as the service would run it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TEMPLATE: Any = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")


def test_the_job_writes_the_reports_that_it_names(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "presslint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m presslint "$@"\n')
    program.chmod(0o755)
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "bad.txt").write_text("Die Pressekonferenz ist am Montag, 3. März 2026.\n")
    job = TEMPLATE["presslint"]
    environment = {**os.environ, **TEMPLATE["variables"], "PATH": f"{program.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join(job["script"])], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    entries = json.loads((folder / reports["codequality"]).read_text())
    assert "DAT002" in {entry["check_name"] for entry in entries}
    assert (folder / reports["junit"]).read_text().startswith("<?xml")
    assert job["artifacts"]["when"] == "always"
