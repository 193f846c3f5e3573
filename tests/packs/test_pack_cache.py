"""Compiled rules: quick when nothing changed, never wrong when anything did."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import presslint
from presslint import packs
from presslint.config import store
from presslint.errors import PackError
from presslint.packs import find
from presslint.packs.folders import builtin_folder

RULE = """\
severity: error
confidence: high
since: 0.1.0
check: pages.in_text
message: {en: "One.", de: "Eins."}
why: {en: "Why.", de: "Warum."}
instead: {en: "This.", de: "Das."}
bad: [{text: bad, finds: [""]}]
good: [fine]
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    packs.forget()
    yield tmp_path / "cache" / "presslint"
    packs.forget()


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "pack.yaml").write_text('name: acme\ntitle: {en: "Rules", de: "Regeln"}\n')
    (folder / "HOU001-bad.yaml").write_text(RULE)
    return folder


def message(folder: Path) -> str:
    packs.forget()
    rules = packs.load_rules([str(folder)])
    return next(rule.cases["default"].message.en for rule in rules if rule.code == "acme:HOU001")


def files(cache: Path) -> list[Path]:
    return sorted(cache.glob("*compiled.json"))


def test_a_second_run_reads_no_yaml(cache: Path, house: Path) -> None:
    program = (
        "import sys; from presslint import packs; n = len(packs.load_rules(sys.argv[1:]));"
        "print(n, [name for name in ('yaml', 'pydantic') if name in sys.modules])"
    )
    run = [sys.executable, "-c", program, str(house)]
    cold, warm = (subprocess.run(run, capture_output=True, text=True, check=True).stdout for _ in range(2))
    assert "'yaml', 'pydantic'" in cold
    assert warm == cold[: cold.index(" ")] + " []\n"
    assert len(files(cache)) == 2
    assert cache.stat().st_mode & 0o777 == 0o700


def test_a_changed_rule_is_read_again(cache: Path, house: Path) -> None:
    assert message(house) == "One."
    (house / "HOU001-bad.yaml").write_text(RULE.replace("One.", "Two."))
    assert message(house) == "Two."
    (house / "HOU001-bad.yaml").rename(house / "HOU001-other.yaml")
    packs.forget()
    assert "other" in [rule.name for rule in packs.load_rules([str(house)])]
    assert len(files(cache)) == 2  # the old ones are replaced, not kept


def test_a_rule_that_broke_is_no_clean_run(cache: Path, house: Path) -> None:
    assert message(house) == "One."
    (house / "HOU001-bad.yaml").write_text("severity: eror\n")
    with pytest.raises(PackError):
        message(house)


@pytest.mark.parametrize("part", find._READERS)
def test_changed_code_reads_rules_again(
    cache: Path, house: Path, monkeypatch: pytest.MonkeyPatch, part: str, tmp_path: Path
) -> None:
    copy = tmp_path / "presslint"
    for folder in find._READERS:
        target = copy / folder
        target.mkdir(parents=True)
        for path in (Path(presslint.__file__).parent / folder).glob("*.py"):
            (target / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(presslint, "__file__", str(copy / "__init__.py"))
    before = find._key(str(house))
    assert find._key(str(house)) == before
    (copy / part / "__init__.py").write_text("# changed")
    assert find._key(str(house)) != before


def test_another_version_reads_rules_again(cache: Path, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = find._key(str(house))
    monkeypatch.setattr(presslint, "__version__", "99.0.0")
    assert find._key(str(house)) != before


def damage(data: bytes, how: str) -> bytes:
    if how == "empty":
        return b""
    if how == "cut":
        return data[: len(data) // 2]
    if how == "headless":
        return data.partition(b"\n")[2]
    if how == "other key":
        return data.replace(b"presslint 1 ", b"presslint 1 0", 1)
    return data.replace(b"One.", b"Two.", 1)


@pytest.mark.parametrize("how", ["empty", "cut", "headless", "other key", "changed"])
def test_a_damaged_cache_is_not_used(cache: Path, house: Path, how: str) -> None:
    assert message(house) == "One."
    for path in files(cache):
        path.write_bytes(damage(path.read_bytes(), how))
    assert message(house) == "One."


def test_a_cache_that_others_may_write_is_not_used(cache: Path, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o777)
    assert message(house) == "One."
    assert files(cache) == []
    cache.chmod(0o700)
    assert message(house) == "One."
    assert files(cache)
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    assert store.recall(files(cache)[0].name, find._key(str(house))) is None
    monkeypatch.delattr(os, "getuid")
    assert store.trusted(cache)


def test_without_a_place_for_it_there_is_no_cache(
    cache: Path, house: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert message(house) == "One."
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, "relative")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert store.folder() == tmp_path / "home" / ".cache" / "presslint"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert store.folder() == tmp_path / "home" / "Library" / "Caches" / "presslint"
    monkeypatch.setenv("PRESSLINT_CACHE_DIR", str(tmp_path / "own"))
    assert store.folder() == tmp_path / "own"
    monkeypatch.delenv("PRESSLINT_CACHE_DIR")
    monkeypatch.setenv("HOME", "relative")
    assert store.folder() is None
    assert message(house) == "One."


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(cache: Path) -> None:
    (cache / "name").mkdir(parents=True, mode=0o700)
    cache.chmod(0o700)
    store.remember("name", "key", 1)
    assert [path.name for path in cache.iterdir()] == ["name"]


def test_what_is_remembered_is_recalled_for_its_key_alone(cache: Path) -> None:
    store.remember("name", "key", {"ä": [1]})
    assert store.recall("name", "key") == {"ä": [1]}
    assert store.recall("name", "other") is None
    assert store.recall("other", "key") is None


def test_a_release_of_presslint_brings_its_rules_compiled(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Path(builtin_folder())
    rules, pages = packs.load_rules(), packs.pages()
    installed = tmp_path / "rules"
    installed.mkdir()
    for name, data in find.shipped(str(own)).items():
        (installed / name).write_bytes(data)
    monkeypatch.chdir(own)
    assert all((installed / name).read_bytes() == data for name, data in find.shipped(str(own)).items())
    monkeypatch.setattr(find, "builtin_folder", lambda: str(installed))
    packs.forget()
    assert packs.load_rules() == rules
    assert [page.why for page in packs.pages().values()] == [page.why for page in pages.values()]
    assert packs.pages()["PAG001"].source == "rules/core/pages/PAG001-page-sequence-incomplete.yaml"
    value = json.loads((installed / "compiled.json").read_bytes())
    for broken in (json.dumps({**value, "presslint": "0"}), json.dumps({"presslint": presslint.__version__}), "{"):
        (installed / "compiled.json").write_text(broken)
        packs.forget()
        with pytest.raises(PackError, match=r"needs a file pack.yaml|without rules"):
            packs.load_rules()


def test_pages_come_from_the_cache_too(cache: Path, house: Path) -> None:
    first = packs.pages([str(house)])
    assert first["acme:HOU001"].why.de == "Warum."
    assert packs.pages([str(house)]) == first
    assert list(first) == sorted(first)


def test_a_file_that_cannot_be_read_is_no_clean_run(cache: Path, house: Path) -> None:
    (house / "HOU002-gone.yaml").symlink_to(house / "nowhere.yaml")
    with pytest.raises(PackError) as caught:
        packs.load_rules([str(house)])
    assert str(caught.value) == "house/HOU002-gone.yaml:1: No such file or directory"
