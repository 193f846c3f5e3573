"""The example releases: every planted error is found at its place, the clean ones stay clean."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXPECTED = {
    # the same defects as in a real ministry's release: a slipped year, a page marker without its second page, a word
    # broken over a page, an escape of an escape, a link without encryption
    "de/behoerdenbesuch.md": (
        "7:1 warning DAT007",
        "9:1 error PAG001",
        "9:1 warning PAG005",
        "18:100 error DAT005",
        "22:185 warning EXT001",
        "26:49 error LNK006",
        "32:17 warning EXT003",
    ),
    "de/messe.md": (
        "9:56 error DAT002",
        "11:104 error DAT012",
        "11:182 error DAT001",
        "11:227 warning LNK012",
        "13:1 warning QUO001",
        "23:6 error CON009",
        "24:9 error CON013",
    ),
    "de/polizei.txt": ("8:57 error DAT002", "13:25 warning CON005"),
    "de/werkseroeffnung.md": (),
    "en/draft.txt": (
        "5:52 error LEF001",
        "6:1 error LEF002",
        "6:17 error LEF003",
        "8:1 error LEF005",
        "10:1 error LEF005",
        "12:1 error LEF005",
        "14:1 error EXT002",
        "14:39 warning LEF001",
        "17:1 error PAG001",
        "17:1 warning PAG005",
        "22:8 error CON013",
    ),
    "en/library-award.md": (),
    "en/product-launch.md": (
        "1:1 error EMB002",
        "3:1 error EMB001",
        "7:141 warning DAT010",
        "7:169 warning LNK007",
        "7:222 warning LNK012",
        "7:234 warning LNK008",
        "9:129 error DAT005",
        "11:31 error DAT002",
        "11:72 error LNK002",
        "11:152 error LNK003",
        "15:13 warning LNK014",
        "21:9 error CON012",
    ),
}


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[str, ...]]:
    command = [sys.executable, "-m", "presslint", "check", "examples", "--format", "json", "--today", "2026-03-02"]
    run = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    assert run.returncode == 1, run.stderr.decode()
    return {
        file["path"].removeprefix("examples/"): tuple(
            f"{finding['line']}:{finding['column']} {finding['severity']} {finding['rule']}"
            for finding in file["findings"]
        )
        for file in json.loads(run.stdout)["files"]
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_has_just_the_findings_that_were_planted(found: dict[str, tuple[str, ...]], name: str) -> None:
    assert found[name] == EXPECTED[name]


def test_every_example_is_expected(found: dict[str, tuple[str, ...]]) -> None:
    assert set(found) == set(EXPECTED)


def test_the_related_place_of_the_slipped_year_is_what_contradicts_it() -> None:
    release = "examples/de/behoerdenbesuch.md"
    command = [sys.executable, "-m", "presslint", "check", release, "--format", "json", "--select", "DAT007"]
    run = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    (finding,) = json.loads(run.stdout)["files"][0]["findings"]
    assert [related["line"] for related in finding["related"]] == [18]
