"""presslint as its users run it, without the cost of a process for each run."""

import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from presslint import config, packs
from presslint.cli.main import run


class Run(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def presslint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Return a function that runs the command line in a folder of its own, with ``stdin`` and variables."""
    monkeypatch.chdir(tmp_path)
    for name in ("PRESSLINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> Run:
        config.forget()
        packs.forget()
        for name, value in (environment or {}).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        code = run(arguments)
        return Run(code, *capfd.readouterr())

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Return a function that writes a file in the folder of the run."""

    def make(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make
