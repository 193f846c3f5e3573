"""The project keeps its own rules of size and naming."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for folder in ("src", "tests", "bench", "tools") for path in (ROOT / folder).rglob("*.py"))
GENERATED = {"calendar_names.py"}


def _names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("path", MODULES, ids=_names(MODULES))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name not in GENERATED:
        assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_every_module_has_a_concept() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "util", "helpers", "helper", "common", "misc"}]


@pytest.mark.parametrize("path", [path for path in MODULES if "src" in path.parts], ids=lambda path: path.stem)
def test_nothing_is_left_for_later(path: Path) -> None:
    comments = re.findall(r"#.*", path.read_text(encoding="utf-8"))
    assert not [comment for comment in comments if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", comment)]


def test_the_readme_shows_the_two_commands_first() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.index("make demo") < readme.index("pipx install presslint")
    assert readme.index("make test") < readme.index("pipx install presslint")


def test_no_prose_counts_the_rules() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "rules").rglob("*.md")]
    counted = re.compile(r"\b\d+ (?:built-in |of its )?(?:rules|Regeln)\b")
    assert pages
    assert not [page.name for page in pages if counted.search(page.read_text(encoding="utf-8"))]
