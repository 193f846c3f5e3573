import io
import sys

import pytest

from presslint.cli.progress import Progress


class Terminal(io.StringIO):
    """Standard error at which a person looks."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that moves on at every look."""

    def __init__(self, step: float) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, step: float, total: int = 4) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    assert list(Progress(total, Clock(step)).over(range(total))) == list(range(total))
    return stream.getvalue()


def test_a_long_run_has_a_bar_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    bar = shown(monkeypatch, Terminal(), 0.6)
    assert "\r[#######                       ] 1/4" in bar
    assert "] 3/4" in bar
    assert bar.endswith("\r\x1b[K")


def test_a_short_run_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), 0.01) == ""


def test_where_nobody_looks_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 5) == ""


def test_a_terminal_that_goes_away_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(Terminal):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    assert shown(monkeypatch, Gone(), 5) == ""


def test_without_standard_error_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert list(Progress(2, Clock(5)).over("ab")) == ["a", "b"]
