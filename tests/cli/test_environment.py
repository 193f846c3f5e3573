import io
import os
from datetime import date
from typing import Any

import pytest

from presslint.cli import environment
from presslint.errors import ConfigError


class Terminal(io.TextIOWrapper):
    """A stream at which a person looks."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding)

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "DE_CH.UTF-8"}, "de"),
        ({"LANG": "de_AT@euro"}, "de"),
        ({"LANG": "desert"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "", "LANG": "de"}, "de"),
        ({"LC_ALL": "en_US", "LANG": "de"}, "en"),
    ],
)
def test_the_locale_says_the_language(variables: dict[str, str], language: str) -> None:
    assert environment.locale_language(variables) == language


def test_what_is_given_wins_over_the_variable() -> None:
    assert environment.ui_language("de", {"PRESSLINT_LANG": "nonsense"}) == "de"
    assert environment.ui_language(None, {"PRESSLINT_LANG": "de"}) == "de"
    assert environment.ui_language(None, {}) is None
    with pytest.raises(ConfigError, match="PRESSLINT_LANG=fr"):
        environment.ui_language(None, {"PRESSLINT_LANG": "fr"})


def test_days() -> None:
    assert environment.day("2026-03-02", "--today") == date(2026, 3, 2)
    assert environment.day(None, "--today") is None
    for wrong in ("2026-3-2", "20260302", "2026-W10-1", "", "2026-02-30", "heute"):
        with pytest.raises(ConfigError, match="--today"):
            environment.day(wrong, "--today")


def test_today_is_a_day() -> None:
    assert isinstance(environment.today(), date)


def test_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert environment.width(io.BytesIO()) == 100
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((57, 20)))
    terminal: Any = type("T", (), {"fileno": lambda self: 1})()
    assert environment.width(terminal) == 57
    for columns, width in (("80", 80), ("0", 57), ("wide", 57)):
        monkeypatch.setenv("COLUMNS", columns)
        assert environment.width(terminal) == width


def test_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert environment.colored("auto", Terminal())
    assert not environment.colored("auto", io.StringIO())
    assert environment.colored("always", io.StringIO())
    assert not environment.colored("never", Terminal())
    monkeypatch.setenv("TERM", "dumb")
    assert not environment.colored("auto", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not environment.colored("auto", Terminal())
    assert environment.colored("always", Terminal())


def test_frames_are_drawn_where_they_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert not environment.plain(Terminal())
    assert environment.plain(Terminal("ascii"))
    assert environment.plain(Terminal("cp1252"))
    monkeypatch.setenv("TERM", "dumb")
    assert environment.plain(Terminal())
    assert not environment.plain(io.TextIOWrapper(io.BytesIO(), "utf-8"))
