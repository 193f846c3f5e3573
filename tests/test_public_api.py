"""What other programs may rely on: names, signatures and results."""

import ast
import inspect
from datetime import date
from pathlib import Path

import pytest

import presslint
from presslint import api
from presslint.errors import ConfigError, LoadError, PackError, PresslintError
from presslint.model.verdict import FileResult

TODAY = date(2026, 3, 2)
BAD = "Die Messe in Ahrenfeld beginnt am Montag, 3. März 2026.\n"
ESCAPED = "Hart &amp;amp; Sons opens a shop in Harwell Green.\n"


def test_the_public_names() -> None:
    assert (
        dir(presslint)
        == sorted(presslint.__all__)
        == [
            "ConfigError",
            "FileResult",
            "Finding",
            "LoadError",
            "PackError",
            "PresslintError",
            "__version__",
            "check_path",
            "check_paths",
            "check_text",
            "fix_text",
        ]
    )
    for name in presslint.__all__:
        assert getattr(presslint, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        presslint.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_type_checkers_know_the_same_names() -> None:
    stub = ast.parse(Path(presslint.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    imported = {name.name for node in stub.body if isinstance(node, ast.ImportFrom) for name in node.names}
    exported = next(ast.literal_eval(node.value) for node in stub.body if isinstance(node, ast.Assign))
    assert {*imported, "__version__"} == set(exported) == set(presslint.__all__)


def test_errors_have_one_base() -> None:
    assert {kind.__base__ for kind in (ConfigError, LoadError, PackError)} == {PresslintError}


@pytest.mark.parametrize("name", api.__all__)
def test_the_day_is_always_given(name: str) -> None:
    parameter = inspect.signature(getattr(api, name)).parameters["today"]
    assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
    assert parameter.default is inspect.Parameter.empty


def rules(result: FileResult) -> list[str]:
    assert result.error is None
    return [finding.rule for finding in result.findings]


def test_a_text_is_checked() -> None:
    result = presslint.check_text(BAD, today=TODAY, select=["DAT002"])
    assert rules(result) == ["DAT002"]
    assert result.path == "-"
    assert "Dienstag" in presslint.check_text(BAD, today=TODAY, select=["DAT002"], language="de").findings[0].message
    assert "DAT002" not in rules(presslint.check_text(BAD, today=TODAY, ignore=["DAT"]))


def test_the_path_of_a_text_says_its_format() -> None:
    assert presslint.check_text(BAD, "a.txt", today=TODAY).format == "text"
    assert presslint.check_text(BAD, "a.md", today=TODAY).format == "markdown"


def test_the_date_of_a_release_can_be_given() -> None:
    assert presslint.check_text(BAD, today=TODAY, release_date=date(2026, 2, 1)).release_date == "2026-02-01"


@pytest.mark.parametrize("text", ["", "a\0b", "\ud800", "---\ntitle: [x\n---\n\nText.\n"])
def test_a_text_that_cannot_be_read_has_an_error(text: str) -> None:
    assert presslint.check_text(text, "a.md", today=TODAY).error
    with pytest.raises(LoadError):
        presslint.fix_text(text, "a.md", today=TODAY)


def test_a_path_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(BAD, encoding="utf-8")
    assert rules(presslint.check_path(str(path), today=TODAY, select=["DAT002"])) == ["DAT002"]
    assert presslint.check_path(str(tmp_path / "none.md"), today=TODAY).error


def test_paths_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.md", "a.txt", "c.rst"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    results = list(presslint.check_paths([".", "empty", "-"], today=TODAY, select=["DAT002"]))
    assert [(result.path, bool(result.error)) for result in results] == [
        ("-", True),
        ("a.txt", False),
        ("b.md", False),
        ("empty", True),
    ]


def test_a_text_is_mended() -> None:
    assert presslint.fix_text(ESCAPED, "a.md", today=TODAY) == ESCAPED.replace("&amp;amp;", "&amp;")
    assert presslint.fix_text(ESCAPED, "a.md", today=TODAY, ignore=["EXT003"]) == ESCAPED
    assert presslint.fix_text(BAD, today=TODAY, unsafe=True, select=["DAT002"]) == BAD


def test_mistakes_are_raised(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="DAT999"):
        presslint.check_text(BAD, today=TODAY, select=["DAT999"])
    config = tmp_path / "x.toml"
    config.write_text("nonsense = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="nonsense"):
        presslint.check_text(BAD, today=TODAY, config_file=str(config))
    with pytest.raises(ConfigError, match=r"x\.toml"):
        list(presslint.check_paths([str(tmp_path)], today=TODAY, config_file=str(config)))


def test_several_processes_give_the_same_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    (tmp_path / "d.md").touch()
    one, two = (list(presslint.check_paths(["."], today=TODAY, jobs=jobs)) for jobs in (1, 2))
    assert [result.path for result in one] == ["a.md", "b.md", "c.md", "d.md"]
    assert [result.error for result in one] == [result.error for result in two]
    assert [[(finding.rule, finding.where, finding.message) for finding in result.findings] for result in one] == [
        [(finding.rule, finding.where, finding.message) for finding in result.findings] for result in two
    ]
