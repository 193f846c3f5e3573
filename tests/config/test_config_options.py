"""The command line over a configuration, and where every value comes from."""

import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint import config
from presslint.config.options import _MANY, _known
from presslint.config.suggest import did_you_mean
from presslint.config.tomllines import dotted, line_at, lines_of
from presslint.errors import ConfigError
from presslint.model.finding import Severity
from presslint.model.house import House
from presslint.model.options import Options

TODAY = date(2026, 1, 15)
FILE = """\
profile = "base"
select = ["DAT"]
ignore = ["DAT003"]
exclude = ["old/"]
packs = ["rules"]

[rules]
DAT004 = "off"
DAT005 = "info"

[house]
names = ["Acme"]

[fields]
datum = "date"

[per_path."*.txt"]
ignore = ["EXT"]
"""


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    config.forget()
    yield
    config.forget()


@pytest.fixture
def file() -> Path:
    path = Path("presslint.toml")
    path.write_text(FILE, encoding="utf-8")
    return path


def options(**overrides: Any) -> Options:
    return config.options_for("a.md", overrides, today=TODAY)


def test_without_anything_there_are_defaults() -> None:
    found = options()
    assert found == Options(
        TODAY, origins={}, severity={}, params={}, house=House(fields={}, redirects={}), fail_on=Severity.ERROR
    )
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - options travel to worker processes


@pytest.mark.usefixtures("file")
def test_a_selection_on_the_command_line_starts_afresh() -> None:
    found = options(select=["DAT003", "LNK"])
    assert (found.select, found.ignore) == (("DAT003", "LNK"), ())
    assert options(select=("DAT",), ignore=("DAT001",)).ignore == ("DAT001",)
    assert [path.ignore for path in found.per_path] == [("EXT",)]


@pytest.mark.usefixtures("file")
def test_what_the_command_line_ignores_is_ignored_besides() -> None:
    assert options(ignore=["LNK"]).ignore == ("DAT003", "DAT004", "LNK")
    assert options(exclude=["new/"]).exclude == ("old/", "new/")
    assert options(packs=["more"]).packs == (str(Path("rules").absolute()), str(Path("more").absolute()))
    assert options(packs=["rules"]).packs == options().packs


@pytest.mark.usefixtures("file")
def test_the_command_line_beats_the_file() -> None:
    found = options(
        profile="strict",
        fail_on="never",
        max_warnings=0,
        language="de",
        release_date=date(2018, 2, 23),
        severity={"DAT005": "error", "DAT006": Severity.INFO},
        params={"STR002": {"max": 3}},
        house=House(names=("Other",)),
        root="/",
    )
    assert (found.profile, found.fail_on, found.max_warnings, found.language) == ("strict", None, 0, "de")
    assert found.release_date == date(2018, 2, 23)
    assert found.severity == {"DAT005": Severity.ERROR, "DAT006": Severity.INFO}
    assert (found.params, found.house.names, found.root) == ({"STR002": {"max": 3}}, ("Other",), "/")


@pytest.mark.usefixtures("file")
def test_what_is_not_given_beats_nothing() -> None:
    assert options(select=None, fail_on=None, profile=None)._replace(origins={}) == options()._replace(origins={})


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        ({"selct": ["DAT"]}, 'unknown option "selct"; did you mean "select"?'),
        ({"fail_on": "eror"}, '"eror" is not one of info, warning, error; did you mean "error"?'),
        ({"severity": {"DAT": "bad"}}, '"bad" is not one of info, warning, error'),
    ],
)
def test_an_override_that_does_not_exist_is_an_error(overrides: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        options(**overrides)
    assert str(caught.value) == message


@pytest.mark.usefixtures("file")
def test_files_of_one_configuration_share_one_object() -> None:
    Path("deep").mkdir()
    overrides = {"ignore": ["LNK"]}
    one = config.options_for("a.md", overrides, today=TODAY)
    assert config.options_for("deep/b.md", {"ignore": ["LNK"]}, today=TODAY) is one
    assert config.options_for("b.md", {}, today=TODAY) is not one
    assert config.options_for("b.md", overrides, today=date(2026, 1, 16)).today == date(2026, 1, 16)
    for number in range(_MANY + 5):
        config.options_for("a.md", {"max_warnings": number}, today=TODAY)
    assert len(_known) <= _MANY


@pytest.mark.usefixtures("file")
def test_every_value_says_where_it_was_set() -> None:
    overrides = {"ignore": ["LNK"], "fail_on": "info", "release_date": date(2018, 2, 23), "exclude": None}
    rows = config.show("a.md", overrides, today=TODAY)
    shown = {row.key: (row.value, row.origin) for row in rows}
    assert shown["profile"] == ("base", "presslint.toml:1")
    assert shown["select"] == (["DAT"], "presslint.toml:2")
    assert shown["ignore"] == (["DAT003", "DAT004", "LNK"], "presslint.toml:3, command line")
    assert shown["exclude"] == (["old/"], "presslint.toml:4")
    assert shown["fail_on"] == ("info", "command line")
    assert shown["max_warnings"] == (None, "default")
    assert shown["lang"] == ("en", "default")
    assert shown["rules.DAT005"] == ({"severity": "info"}, "presslint.toml:9")
    assert shown['per_path."*.txt"'] == ({"ignore": ["EXT"]}, "presslint.toml:17")
    assert shown["house.names"] == (["Acme"], "presslint.toml:12")
    assert shown["house.redirects"] == ({}, "default")
    assert shown["fields.datum"] == ("date", "presslint.toml:15")
    assert shown["release_date"] == ("2018-02-23", "command line")
    assert shown["today"] == ("2026-01-15", "this run")
    assert [row.key for row in rows][:3] == ["profile", "select", "ignore"]


def test_without_a_file_everything_is_default_or_command_line() -> None:
    shown = {row.key: row.origin for row in config.show("a.md", {"house": House(fields={"a": "b"})}, today=TODAY)}
    assert (shown["profile"], shown["house.names"], shown["fields.a"]) == ("default", "command line", "command line")
    never = {row.key: row.value for row in config.show("a.md", {"fail_on": "never"}, today=TODAY)}
    assert never["fail_on"] == "never"


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("sel", '; did you mean "select"?'),
        ("selct", '; did you mean "select"?'),
        ("fail-on", '; did you mean "fail_on"?'),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_did_you_mean(word: str, answer: str) -> None:
    assert did_you_mean(word, {"select", "ignore", "fail_on"}) == answer


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=12), st.lists(st.text(max_size=12)))
def test_a_guess_is_one_of_the_known_words(word: str, known: list[str]) -> None:
    guess = did_you_mean(word, known)
    assert guess == did_you_mean(word, list(reversed(known)))
    assert not guess or guess[len('; did you mean "') : -len('"?')] in known


TOML = """\
a = 1
b.c = { d = 2 }   # x = 3
"quo.ted" . 'key' = [
  "x = 1",
]
text = \"\"\"
[no.table]
no = key
\"\"\"
one = \"\"\"closed\"\"\"
after = '''
x = 1'''
[table]  # comment
a = 1
[ table . "sub" ]
b = 2
[[many]]
c = 3
"""


def test_the_lines_of_keys() -> None:
    lines = lines_of(TOML)
    assert lines == {
        ("a",): 1,
        ("b",): 2,
        ("b", "c"): 2,
        ("quo.ted",): 3,
        ("quo.ted", "key"): 3,
        ("text",): 6,
        ("one",): 10,
        ("after",): 11,
        ("table",): 13,
        ("table", "a"): 14,
        ("table", "sub"): 15,
        ("table", "sub", "b"): 16,
        ("many",): 17,
        ("many", "c"): 18,
    }
    assert line_at(lines, ("b", "c", "d", 3)) == 2
    assert line_at(lines, ("nothing",)) is None
    assert line_at(lines, ()) is None


def test_keys_as_people_write_them() -> None:
    assert dotted(("per_path", "*.md", "ignore", 0)) == 'per_path."*.md".ignore[0]'
    assert dotted(("*",)) == '"*"'
    assert dotted(()) == ""
