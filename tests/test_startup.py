"""What is imported is what a start costs: a list of modules is the same on every machine, a stopwatch is not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# each of these costs more than checking a release does
HEAVY = {
    "aiohttp",
    "asyncio",
    "babel",
    "bs4",
    "concurrent.futures.process",
    "dateutil.parser",
    "docx",
    "email",
    "html.parser",
    "http",
    "importlib.metadata",
    "logging",
    "lxml",
    "multiprocessing",
    "pathspec",
    "pydantic",
    "pygls",
    "pypdf",
    "regex",
    "rich",
    "socket",
    "ssl",
    "tomllib",
    "unittest",
    "urllib.request",
    "xml",
    "yaml",
}
# parts of presslint that have nothing to do with one Markdown file without metadata, pictures and comments
IDLE = {
    "presslint.checks.images",
    "presslint.checks.iptc_json",
    "presslint.checks.iptc_xml",
    "presslint.checks.languages_declared",
    "presslint.checks.news_schemas",
    "presslint.checks.pdf_basics",
    "presslint.checks.repository_claims",
    "presslint.checks.repository_entries",
    "presslint.checks.repository_index",
    "presslint.checks.repository_names",
    "presslint.checks.repository_translations",
    "presslint.checks.timestamps",
    "presslint.checks.titles",
    "presslint.checks.traces",
    "presslint.config.settings",
    "presslint.engine.cache",
    "presslint.engine.fix",
    "presslint.engine.suppress",
    "presslint.engine.together",
    "presslint.load.archive",
    "presslint.load.html",
    "presslint.load.json_reader",
    "presslint.load.pdf",
    "presslint.load.plain",
    "presslint.online",
    "presslint.packs.compile",
    "presslint.packs.read",
}
RELEASE = """# Messe in Ahrenfeld

Ahrenfeld, 20. Februar 2026. Die Messe beginnt am Montag, 3. März 2026, um 10 Uhr.

Mehr auf [der Seite](http://www.stadt-ahrenfeld.de/messe).

Pressekontakt: Anna Berg, Telefon 0231 9876543, presse@stadt-ahrenfeld.de
"""
PROGRAM = """
import json, sys
before = set(sys.modules)
from presslint.__main__ import main
sys.argv = ["presslint", *sys.argv[1:]]
code = main()
sys.stdout.flush()
print(json.dumps([code, sorted(set(sys.modules) - before)]), file=sys.stderr)
"""


def imported(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """Run presslint in a process of its own; return its exit code and all modules that it imported."""
    (folder / "x.md").write_text(RELEASE, encoding="utf-8")
    # whoever measures the coverage of processes would import more than presslint does
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    code, modules = json.loads(run.stderr.splitlines()[-1])
    return code, set(modules)


@pytest.fixture
def warm(tmp_path: Path) -> Path:
    """Return a folder in which presslint has run once: in a checkout the rules are compiled on the first run."""
    imported(tmp_path, "check", "x.md")
    return tmp_path


@pytest.mark.parametrize("style", ["json", "jsonl", "concise", "github", "junit", "rich"])
def test_a_check_imports_nothing_heavy(warm: Path, style: str) -> None:
    code, modules = imported(warm, "check", "x.md", "--format", style)
    assert code == 1
    assert modules & HEAVY == set()


def test_a_check_imports_what_its_file_needs(warm: Path) -> None:
    _, modules = imported(warm, "check", "--no-cache", "x.md", "--format", "json")
    assert modules & IDLE == set()
    assert "presslint.load.markdown" in modules


def test_checks_wait_for_what_they_judge(warm: Path) -> None:
    (warm / "y.md").write_text("# Messe in Ahrenfeld\n\nDie Messe beginnt bald.\n", encoding="utf-8")
    _, modules = imported(warm, "check", "--no-cache", "y.md", "--format", "json")
    idle = {"phonenumbers", "presslint.checks.phones", "presslint.checks.links", "presslint.checks.dates"}
    assert modules & idle == set()
    assert "presslint.checks.contacts" in modules  # that there is none is what it finds


def test_a_configuration_that_was_read_before_costs_nothing_heavy(warm: Path) -> None:
    (warm / "presslint.toml").write_text('fail_on = "never"\n', encoding="utf-8")
    imported(warm, "check", "x.md")
    code, modules = imported(warm, "check", "x.md", "--format", "json")
    assert code == 0
    assert modules & HEAVY == set()


def test_a_project_that_only_names_presslint_costs_nothing_heavy(warm: Path) -> None:
    (warm / "pyproject.toml").write_text('[dependency-groups]\ndev = ["presslint"]\n', encoding="utf-8")
    imported(warm, "check", "x.md")
    code, modules = imported(warm, "check", "x.md", "--format", "json")
    assert code == 1
    assert modules & HEAVY == set()


def test_a_terminal_alone_needs_rich(warm: Path) -> None:
    _, modules = imported(warm, "check", "x.md", "--color", "always")
    assert modules & HEAVY == {"rich"}


def test_the_version_needs_not_even_the_command_line(tmp_path: Path) -> None:
    code, modules = imported(tmp_path, "--version")
    assert code == 0
    assert {name for name in modules if name.startswith("presslint")} <= {
        "presslint",
        "presslint.__main__",
        "presslint.cli",
        "presslint.cli.streams",
        "presslint.cli.version",
        "presslint.errors",
        "presslint.model",
        "presslint.model.verdict",
    } | {name for name in modules if name.startswith(("presslint.model", "presslint.text"))}
    assert "typer" not in modules
    assert modules & HEAVY == set()


def test_help_needs_no_rules(tmp_path: Path) -> None:
    code, modules = imported(tmp_path, "check", "--help")
    assert code == 0
    assert not {"presslint.engine", "presslint.packs", "presslint.load"} & modules
    assert modules & HEAVY == set()


def test_the_package_alone_imports_nothing(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-S", "-c", "import sys; a = set(sys.modules); import presslint; print(set(sys.modules) - a)"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parent.parent / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "{'presslint'}"
