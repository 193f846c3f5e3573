"""Configuration files: where they are found, what they may say, and the line of everything that they must not."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presslint import config
from presslint.config import find
from presslint.config.settings import HouseSettings, Settings
from presslint.errors import ConfigError
from presslint.model.finding import Severity
from presslint.model.options import Options

TODAY = date(2026, 1, 15)


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "here").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path / "here")
    config.forget()
    yield
    config.forget()


def write(name: str, text: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def options(path: str = "a.md", config_file: str | None = None, **overrides: Any) -> Options:
    config.forget()
    return config.options_for(path, overrides, today=TODAY, config_file=config_file)


def mistake(text: str | bytes, name: str = "presslint.toml") -> str:
    write(name, text)
    with pytest.raises(ConfigError) as caught:
        options()
    return str(caught.value)


def test_the_nearest_configuration_decides_alone() -> None:
    write("presslint.toml", 'profile = "one"\nignore = ["DAT"]\n')
    write("deep/presslint.toml", 'profile = "two"\n')
    write("deep/er/still/a.md", "")
    assert options("a.md").profile == "one"
    assert (options("deep/er/still/a.md").profile, options("deep/er/still/a.md").ignore) == ("two", ())
    assert options("-").profile == "one"
    assert options("no/such/folder/a.md").profile == "one"


def test_its_own_file_beats_the_shared_one_of_the_same_folder_alone() -> None:
    write("presslint.toml", 'profile = "own"\n')
    write("pyproject.toml", '[tool.presslint]\nprofile = "shared"\n')
    write("deep/pyproject.toml", '[tool.presslint]\nprofile = "deep"\n')
    assert options("a.md").profile == "own"
    assert options("deep/a.md").profile == "deep"


@pytest.mark.parametrize("text", ["", "[tool.other]\na = 1\n", '[project]\ndependencies = ["presslint"]\n', "[tool]\n"])
def test_a_project_file_that_says_nothing_of_presslint_is_passed_over(text: str) -> None:
    write("presslint.toml", 'profile = "up"\n')
    write("deep/pyproject.toml", text)
    assert options("deep/a.md").profile == "up"


def test_an_empty_file_of_its_own_ends_the_search() -> None:
    write("presslint.toml", 'profile = "up"\n')
    write("deep/presslint.toml", "")
    write("other/pyproject.toml", "[tool.presslint]\n")
    assert options("deep/a.md").profile == options("other/a.md").profile == "base"


def test_a_folder_or_a_broken_link_of_that_name_is_a_mistake() -> None:
    Path("presslint.toml").mkdir()
    with pytest.raises(ConfigError, match=r"presslint\.toml: this is a folder"):
        options()
    Path("presslint.toml").rmdir()
    Path("presslint.toml").symlink_to("none.toml")
    with pytest.raises(ConfigError, match=r"presslint\.toml: this link leads to no file"):
        options()
    Path("presslint.toml").unlink()
    Path("pyproject.toml").mkdir()
    assert options().origins == {}


def test_a_named_configuration_beats_those_that_would_be_found() -> None:
    write("presslint.toml", 'profile = "found"\n')
    named = write("else/where.toml", 'profile = "named"\npacks = ["house"]\n[per_path."*.txt"]\nignore = ["DAT"]\n')
    found = options(config_file=str(named))
    assert found.profile == "named"
    assert found.packs == (str(Path("else/house").absolute()),)  # beside the file
    assert found.root == ""  # but patterns mean files of the current folder
    write("else/pyproject.toml", '[tool.presslint]\nprofile = "table"\n')
    assert options(config_file="else/pyproject.toml").profile == "table"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("none.toml", None, "none.toml: there is no such configuration file"),
        ("pyproject.toml", "[tool]\n", "pyproject.toml: has no table [tool.presslint]"),
        ("x.toml", "[a", "x.toml:1: not TOML: Expected ']' at the end of a table declaration"),
    ],
)
def test_a_named_configuration_must_be_one(name: str, text: str | None, message: str) -> None:
    if text is not None:
        write(name, text)
    with pytest.raises(ConfigError) as caught:
        options(config_file=name)
    assert str(caught.value) == message


REGION = '2: house.region: unknown region "de-nw": a country or a part of one as in ISO 3166'
EVERYTHING = """\
profile = "base"
select = ["DAT", "LNK006"]
ignore = ["DAT003"]
fail_on = "warning"
max_warnings = 3
exclude = ["old/"]
lang = "de"
packs = ["house-rules", "~/rules"]

[per_path."drafts/**"]
select = ["LEF"]
ignore = ["CON"]
severity = { DAT002 = "info", DAT001 = "off" }

[rules]
DAT002 = "warning"
DAT004 = "off"
[rules.STR002]
severity = "info"
max = 90

[house]
names = ["Acme Werke"]
domains = ["Acme-Werke.de."]
timezone = "Europe/Berlin"
region = "DE-NW"
country = "DE"
language = "de"
fictitious_contacts = true
contact_external = true
redirects = { "acme.de" = "acme-werke.de" }

[fields]
datum = "date"
"""


def test_everything_that_a_configuration_may_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    write("presslint.toml", EVERYTHING)
    for _ in range(2):  # as read, and as remembered
        found = options()
        assert found.select == ("DAT", "LNK006")
        assert found.ignore == ("DAT003", "DAT004")
        assert (found.fail_on, found.max_warnings, found.language) == (Severity.WARNING, 3, "de")
        assert found.exclude == ("old/",)
        assert found.packs == (str(Path("house-rules").absolute()), "/home/somebody/rules")
        assert found.severity == {"DAT002": Severity.WARNING, "STR002": Severity.INFO}
        assert found.params == {"STR002": {"max": 90}}
        (path,) = found.per_path
        assert path == ("drafts/**", ("LEF",), ("CON", "DAT001"), {"DAT002": Severity.INFO})
        house = found.house
        assert (house.names, house.domains, house.timezone) == (("Acme Werke",), ("acme-werke.de",), "Europe/Berlin")
        assert (house.region, house.country, house.language) == ("DE-NW", "DE", "de")
        assert (house.fictitious_contacts, house.contact_external) == (True, True)
        assert (house.redirects, house.fields) == ({"acme.de": "acme-werke.de"}, {"datum": "date"})
        assert found.root == str(Path.cwd())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["DAT"]', '1: unknown key "selct"; did you mean "select"?'),
        ('fail-on = "info"', '1: unknown key "fail-on"; did you mean "fail_on"?'),
        ('\n\nfail_on = "eror"', '3: fail_on: "eror" is not one of error, warning, info, never; did you mean "error"?'),
        ('select = "DAT"', "1: select: expected a list"),
        ('select = [\n  "DAT",\n  1,\n]', "1: select[1]: expected a text"),
        ('select = [""]', "1: select[0]: must not be empty"),
        ("max_warnings = true", "1: max_warnings: expected a whole number"),
        ("max_warnings = -1", "1: max_warnings: Input should be greater than or equal to 0"),
        ("house = 1", "1: house: expected a table"),
        ('[house]\nname = "x"', '2: house: unknown key "name"; did you mean "names"?'),
        ('[house]\ntimezone = "Europe/berlin"',
         '2: house.timezone: unknown time zone "Europe/berlin"; did you mean "Europe/Berlin"?'),
        ('[house]\ntimezone = "../etc/passwd"', '2: house.timezone: unknown time zone "../etc/passwd"'),
        ('house.timezone = "Mars"', '1: house.timezone: unknown time zone "Mars"'),
        ('[house]\ncountry = "de"',
         '2: house.country: unknown country "de": two capital letters as in ISO 3166; did you mean "DE"?'),
        ('[house]\ncountry = "XX"', '2: house.country: unknown country "XX": two capital letters as in ISO 3166'),
        ('[house]\nregion = "AT-10"',
         '2: house.region: unknown region "AT-10": the parts of AT are 1, 2, 3, 4, 5, 6, 7, 8, 9'),
        ('[house]\nregion = "nw"',
         '2: house.region: unknown region "nw": a country or a part of one as in ISO 3166, such as DE-NW'),
        ('[house]\nregion = "de-nw"', REGION + ', such as DE-NW; did you mean "DE-NW"?'),
        ('[house]\nregion = "FR-ÄÖÜ"', '2: house.region: unknown region "FR-ÄÖÜ"'),
        ('[house]\nlanguage = "xx"', '2: house.language: "xx" is not the code of a language, such as "de"'),
        ('[house]\nlanguage = "deutsch"',
         '2: house.language: "deutsch" is not the code of a language, such as "de"; did you mean "de"?'),
        ('[fields]\nfoo = "dat"', '2: fields.foo: unknown release field "dat"; did you mean "date"?'),
        ('[fields]\nfoo = "date.x"', '2: fields.foo: unknown release field "date.x"; did you mean "date"?'),
        ('[fields]\nfoo = "contact.fon"',
         '2: fields.foo: unknown part of a contact "fon": one of phone, fax, email, name, url'),
        ('[house]\ndomains = ["https://acme.de"]',
         '2: house.domains[0]: "https://acme.de" is not a host name such as "acme-werke.de"'),
        ("[house]\nfictitious_contacts = 3", "2: house.fictitious_contacts: expected true or false"),
        ('[rules]\nDAT002 = "eror"',
         '2: rules.DAT002.severity: "eror" is not one of error, warning, info, off; did you mean "error"?'),
        ("[rules]\nDAT002 = 3", "2: rules.DAT002: expected a table"),
        ('[per_path."*.md"]\nignor = ["DAT"]', '2: per_path."*.md": unknown key "ignor"; did you mean "ignore"?'),
        ("[fields]\ndatum = 3", "2: fields.datum: expected a text"),
        ("[fields]\n'a b' = ['''\n[house]\nx = 1\n''']\n[house]\nx = 2",
         '2: fields."a b": expected a text\npresslint.toml:7: house: unknown key "x"'),
        ("a = 1\na = 2", "2: not TOML: Cannot overwrite a value"),
        ("a = ", "1: not TOML: Invalid value"),
        (b"a = 1\nb = '\xff'", "2: not UTF-8"),
        ("a = " + "[" * 5000, None),
    ],
)  # fmt: skip
def test_mistakes_have_a_line(text: str | bytes, message: str | None) -> None:
    found = mistake(text)
    if message is None:
        assert found.startswith("presslint.toml: not TOML: ")
    else:
        assert found == f"presslint.toml:{message}"


def test_mistakes_in_a_shared_file_have_its_lines_and_their_own_keys() -> None:
    text = '[project]\nselct = 1\n\n[tool.presslint]\nselct = 1\n\n[tool.presslint.house]\nname = "x"\n'
    assert mistake(text, "pyproject.toml") == (
        'pyproject.toml:5: unknown key "selct"; did you mean "select"?\n'
        'pyproject.toml:8: house: unknown key "name"; did you mean "names"?'
    )
    assert mistake("[tool]\npresslint = 3\n", "pyproject.toml") == "pyproject.toml:2: expected a table"
    assert mistake("# presslint\n[tool", "pyproject.toml").startswith("pyproject.toml:2: not TOML")


def test_a_file_that_cannot_be_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    write("presslint.toml", "")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ConfigError) as caught:
        options()
    assert str(caught.value) == "presslint.toml: cannot be read: Permission denied"


def test_a_configuration_is_remembered_until_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    write("presslint.toml", 'profile = "one"\n')
    assert options().profile == "one"

    def forbidden(*_: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr(find, "_parsed", forbidden)
        assert options().profile == "one"
        assert options().origins["profile"] == "presslint.toml:1"
    write("presslint.toml", '\nprofile = "two"\n')
    assert (options().profile, options().origins["profile"]) == ("two", "presslint.toml:2")


def test_unset_texts_of_a_house_may_be_said_to_be_unset() -> None:
    unset = HouseSettings(timezone="", region="", country="", language="", names=[], domains=[], redirects={})
    assert unset == HouseSettings.model_validate({})
    assert Settings.model_validate({"house": {"region": "FR-75", "country": "FR"}}).house.region == "FR-75"
    assert Settings.model_validate({"house": {"region": "AT"}}).house.region == "AT"


def test_the_project_shows_files_of_other_folders_whole(tmp_path: Path) -> None:
    outside = tmp_path / "other" / "presslint.toml"
    outside.parent.mkdir()
    outside.write_text("selct = 1\n")
    with pytest.raises(ConfigError) as caught:
        options(str(outside.parent / "a.md"))
    assert str(caught.value).startswith(f"{outside.as_posix()}:1: unknown key")
    assert os.sep == "/" or "\\" not in str(caught.value)
