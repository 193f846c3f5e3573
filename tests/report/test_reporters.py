"""What all formats have in common."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from presslint import packs, report
from presslint.errors import ConfigError
from presslint.model.finding import Safety, State
from presslint.model.verdict import FileResult, RunInfo, Skipped

Write = Callable[..., str]


@pytest.fixture(autouse=True)
def _pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "pages", lambda _: {})


def test_an_unknown_format_is_an_error_that_lists_them() -> None:
    with pytest.raises(ConfigError, match=r"unknown format 'yaml'; there are: rich, concise, json"):
        report.make("yaml", io.StringIO())
    with pytest.raises(ConfigError):
        report.is_binary("")


def test_formats_for_programs_take_bytes() -> None:
    assert [name for name in report.REPORTERS if not report.is_binary(name)] == ["rich", "concise"]


def test_a_display_can_be_left_out() -> None:
    stream = io.StringIO()
    report.make("rich", stream).abort("nothing to do")
    assert stream.getvalue() == "The run did not finish: nothing to do\n"


@pytest.mark.parametrize("name", report.REPORTERS)
def test_a_run_that_was_never_begun_leaves_no_half_document(name: str) -> None:
    if report.is_binary(name):
        stream = io.BytesIO()
        report.make(name, stream).abort("nothing to do")
        assert stream.getvalue() == b""


@pytest.mark.parametrize("name", report.REPORTERS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_format_takes_everything(name: str, language: str, draft: Any, written: Write) -> None:
    nasty = "\x00\x1b[2J%0A::error::]]>&<\"'\u202e\ufeff\ufffe😀{}{0}\\\r\n"
    release = draft(f"Vor {nasty} nach")
    finding = release.finding(
        nasty, nasty, related=[("Vor", nasty)], fixes=[release.fix(nasty, Safety.SAFE, (nasty, ""))], url="https://x/"
    )
    results = [
        release.result(
            finding,
            finding._replace(state=State.SUPPRESSED, reason=nasty),
            finding._replace(state=State.BASELINED),
            finding._replace(span=None),
            path=nasty,
            not_checked=(Skipped("LNK016", nasty),),
        ),
        FileResult("caf\udce9.md", error=nasty),
        FileResult("clean.md"),
    ]
    for abort in ("", nasty):
        text = written(name, *results, language=language, abort=abort)
        assert text.endswith("\n")
        assert not set(text) & set("\x00\x1b\u202e\ufeff\ufffe\r\udce9")
        assert written(name, *results, language=language, abort=abort) == text


def test_only_colours_import_rich() -> None:
    code = """
import io, sys
from presslint import report
for name in report.REPORTERS:
    stream = io.BytesIO() if report.is_binary(name) else io.StringIO()
    report.make(name, stream)
print([name for name in ("rich", "pydantic", "yaml", "asyncio") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_files_are_written_as_they_come(draft: Any) -> None:
    release = draft("Am Montag")
    # a summary begins with its counts, and lists so many findings at most
    for name in [name for name in report.REPORTERS if name != "markdown"]:
        stream: Any = io.BytesIO() if report.is_binary(name) else io.StringIO()
        reporter = report.make(name, stream)
        reporter.begin(RunInfo("0.1.0", "2026-03-02", "base", "en", "error"))
        before = len(stream.getvalue())
        reporter.file(release.result(release.finding("Montag")))
        assert len(stream.getvalue()) > before, name


def test_json_of_a_broken_run_is_whole(draft: Any, written: Write) -> None:
    release = draft("Am Montag")
    for results in ((), (release.result(release.finding("Montag")),)):
        log = json.loads(written("json", *results, abort="interrupted"))
        assert log["aborted"] == "interrupted"
        assert len(log["files"]) == log["summary"]["files"] == len(results)
