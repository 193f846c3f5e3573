"""Whatever decides a verdict changes the key; whatever does not, does not."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presslint.engine import keys
from presslint.model.finding import Severity
from presslint.model.house import House
from presslint.model.options import Options, PathRules
from presslint.packs import find

BASE = Options(date(2026, 3, 2))


@pytest.mark.parametrize(
    "change",
    [
        {"today": date(2026, 3, 3)},
        {"profile": "strict"},
        {"select": ("DAT",)},
        {"ignore": ("DAT002",)},
        {"severity": {"DAT002": Severity.INFO}},
        {"params": {"LNK006": {"hosts": ["a.de"]}}},
        {"per_path": (PathRules("*.md", ignore=("DAT",)),)},
        {"house": House(domains=("acme-werke.de",))},
        {"language": "de"},
        {"release_date": date(2026, 1, 1)},
        {"root": "elsewhere"},
        {"site_root": "static"},
        {"origins": {"select": "command line"}},
    ],
)
def test_what_decides_a_verdict_changes_the_key(change: dict[str, Any]) -> None:
    assert keys.settings(BASE._replace(**change)) != keys.settings(BASE)


@pytest.mark.parametrize(
    "change",
    [
        {"fail_on": None},
        {"max_warnings": 3},
        {"exclude": ("*.txt",)},
        {"baseline": "b.json"},
        {"origins": {"profile": "presslint.toml:3"}},
    ],
)
def test_what_is_decided_later_does_not(change: dict[str, Any]) -> None:
    assert keys.settings(BASE._replace(**change)) == keys.settings(BASE)


def test_a_checkout_elsewhere_has_the_same_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        found.add(keys.settings(BASE._replace(root=str(tmp_path / name), site_root=str(tmp_path / name / "static"))))
    assert len(found) == 1


def test_another_drive_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", refuse)
    assert keys.settings(BASE._replace(root="D:/a")) != keys.settings(BASE._replace(root="D:/b"))


PACK = {
    "pack.yaml": "name: acme\n",
    "house/HOU001-bad.yaml": (
        'severity: error\nconfidence: high\nsince: 0.1.0\ncheck: pages.in_text\nmessage: {en: "One.", de: "Eins."}\n'
        'why: {en: "Why.", de: "Warum."}\ninstead: {en: "This.", de: "Das."}\nbad: [{text: bad, finds: [""]}]\n'
        "good: [fine]\n"
    ),
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Return a folder with a pack."""
    for name, text in PACK.items():
        (tmp_path / "pack" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pack" / name).write_text(text, encoding="utf-8")
    return tmp_path / "pack"


def test_a_changed_pack_changes_the_key(pack: Path, tmp_path: Path) -> None:
    options = BASE._replace(packs=(str(pack),))
    before = keys.settings(options)
    assert before != keys.settings(BASE)
    pack.rename(tmp_path / "moved")
    assert keys.settings(BASE._replace(packs=(str(tmp_path / "moved"),))) == before
    (tmp_path / "moved/house/HOU001-bad.yaml").write_text("x", encoding="utf-8")
    assert keys.settings(BASE._replace(packs=(str(tmp_path / "moved"),))) != before


def test_compiled_rules_count_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "builtin_folder", lambda: str(tmp_path))
    (tmp_path / find.RULES).write_text("one")
    before = keys.settings(BASE)
    (tmp_path / find.RULES).write_text("two")
    assert keys.settings(BASE) != before


def test_the_program_and_its_libraries_are_part_of_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys.program()
    assert keys.program() == before
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "pyromark-9.9.9.dist-info").mkdir()
    with_library = keys.program()
    assert with_library != before
    monkeypatch.setattr("presslint.__version__", "9.9.9")
    assert keys.program() != with_library


def test_changed_code_changes_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change: Callable[[str], object] = (tmp_path / "inside" / "a.py").write_text
    (tmp_path / "inside").mkdir()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.py").touch()
    monkeypatch.setattr("presslint.__file__", str(tmp_path / "__init__.py"))
    change("a = 1\n")
    before = keys.program()
    (tmp_path / "__pycache__" / "x.py").write_text("b = 1\n")
    assert keys.program() == before
    change("a = 2\n")
    assert keys.program() != before
