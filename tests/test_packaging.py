"""What users install works without the checkout beside it."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("src", "rules", "schemas", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from a copy of the checkout and unpack it, as an installer would."""
    copy = tmp_path_factory.mktemp("copy")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / part)
    dist = tmp_path_factory.mktemp("dist")
    build = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist), str(copy)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 0, build.stdout + build.stderr
    (wheel,) = dist.glob("*.whl")
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run(site: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": str(cwd / "cache")}
    command = [sys.executable, "-m", "presslint", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=environment)


def test_the_wheel_carries_the_rules_compiled_and_as_yaml(installed: Path) -> None:
    rules = installed / "presslint" / "rules"
    assert (rules / "compiled.json").is_file()
    assert (rules / "core" / "dates" / "DAT002-weekday-date-mismatch.yaml").is_file()
    assert (installed / "presslint" / "py.typed").is_file()


def test_the_installed_program_lints_and_explains(installed: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("# Hafenforum öffnet\n\nDie Messe beginnt am Montag, 3. März 2026.\n", encoding="utf-8")
    checked = run(installed, "check", "draft.md", "--select", "DAT002", "--format", "concise", cwd=tmp_path)
    assert checked.returncode == 1, checked.stderr
    assert "DAT002" in checked.stdout
    explained = run(installed, "rules", "explain", "DAT002", "--lang", "en", cwd=tmp_path)
    assert explained.returncode == 0, explained.stderr
    assert "weekday-date-mismatch" in explained.stdout


def test_an_installed_program_writes_no_cache_for_its_own_rules(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("# Ein Titel\n\nEin Satz.\n", encoding="utf-8")
    run(installed, "check", "draft.md", "--select", "DAT002", cwd=tmp_path)
    assert not (tmp_path / "cache").exists()
