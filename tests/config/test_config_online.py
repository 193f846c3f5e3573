"""How links are to be followed, as a configuration says it."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint import config
from presslint.config.durations import PATTERN, seconds
from presslint.errors import ConfigError
from presslint.model.outside import Online, Pace

TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    config.forget()


def options(text: str) -> Any:
    Path("presslint.toml").write_text(text, encoding="utf-8")
    config.forget()
    return config.options_for("a.md", {}, today=TODAY)


def test_everything_that_may_be_said() -> None:
    text = """
site_root = "static"
[online]
allow = ["Intern.Acme-Werke.de"]
deny = ["archiv.de"]
budget = "5m"
timeout = 3
cache_age = "2d"
delay = 1.5
concurrency = 1
[online.hosts."langsam.de"]
delay = "10s"
"""
    found = options(text)
    assert found.site_root == str(Path.cwd() / "static")
    assert found.online == Online(
        allow=("intern.acme-werke.de",),
        deny=("archiv.de",),
        budget=300.0,
        timeout=3.0,
        cache_age=172800.0,
        pace=Pace(1.5, 1),
        hosts={"langsam.de": Pace(10.0, 1)},
    )
    shown = {row.key: (row.value, row.origin) for row in config.show("a.md", {}, today=TODAY)}
    assert shown["online.budget"] == (300.0, "presslint.toml:6")
    assert shown["online.allow"] == (["intern.acme-werke.de"], "presslint.toml:4")
    assert shown["online.hosts"] == ({"langsam.de": {"delay": 10.0, "concurrency": 1}}, "presslint.toml:3")
    assert shown["site_root"][1] == "presslint.toml:2"


def test_what_is_not_said_is_usual() -> None:
    assert options("[online]\ndelay = 0\n").online == Online()._replace(pace=Pace(0.0, 2))
    found = options("")
    assert (found.online, found.site_root) == (Online(), "")
    shown = {row.key: (row.value, row.origin) for row in config.show("a.md", {}, today=TODAY)}
    assert shown["online.budget"] == (60.0, "default")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[online]\nbudget = 'soon'", '2: online.budget: "soon" is not a length of time such as 60s, 2m or 1d'),
        ("[online]\nbudget = 0", "2: online.budget: must be more than nothing"),
        ("[online]\ntimeout = '0s'", "2: online.timeout: must be more than nothing"),
        ("[online]\ndelay = -1", '2: online.delay: "-1" is not a length of time such as 60s, 2m or 1d'),
        ("[online]\ndelay = inf", '2: online.delay: "inf" is not a length of time such as 60s, 2m or 1d'),
        ("[online]\ndelay = true", '2: online.delay: "True" is not a length of time such as 60s, 2m or 1d'),
        ("[online]\nconcurrency = 0", "2: online.concurrency: "),
        ("[online]\nallow = ['http://a.de']", '2: online.allow[0]: "http://a.de" is not a host name'),
        ("[online]\nallowed = []", '2: online: unknown key "allowed"; did you mean "allow"?'),
        ("[online.hosts.'a.de']\nbudget = 1", '2: online.hosts."a.de": unknown key "budget"'),
        ("site_root = ''", "1: site_root: must not be empty"),
    ],
)
def test_mistakes_have_a_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        options(text)
    assert str(error.value).startswith(f"presslint.toml:{message}")


@pytest.mark.parametrize(
    ("value", "length"),
    [("60s", 60.0), ("1.5m", 90.0), ("2 h", 7200.0), ("1d", 86400.0), ("30", 30.0), (0.2, 0.2), (5, 5.0), (0, 0.0)],
)
def test_lengths_of_time(value: object, length: float) -> None:
    assert seconds(value) == length


@given(st.integers(0, 10**9 - 1) | st.floats(0, 10**6))
def test_a_plain_number_is_seconds(value: float) -> None:
    assert seconds(value) == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize("value", ["", "s", "1 week", "1e3", "-1s", "١s", None, [], float("nan"), "9" * 30])
def test_what_is_no_length_of_time(value: object) -> None:
    with pytest.raises(ConfigError):
        seconds(value)


@pytest.mark.parametrize("text", ["60s", "1.5m", "2 h", "7"])
def test_an_editor_takes_the_same_texts(text: str) -> None:
    assert re.search(PATTERN, text)
    assert not re.search(PATTERN, f"x{text}")
