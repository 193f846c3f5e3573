import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presslint.engine.fix import Fixed
from presslint.engine.linter import Linter
from presslint.model.verdict import FileResult

Presslint = Callable[..., Any]
Write = Callable[..., Path]

BAD = "Hart &amp;amp; Sons opens a shop in Harwell Green.\n"
GOOD = "Hart &amp; Sons opens a shop in Harwell Green.\n"
RULE = ("--select", "EXT003", "--fail-on", "warning", "--today", "2026-03-02")
DIFF = f"--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-{BAD}+{GOOD}"


@pytest.mark.parametrize("command", [["check", "--fix"], ["fix"]])
def test_files_are_mended(presslint: Presslint, write: Write, command: list[str]) -> None:
    path = write("a.md", BAD)
    write("b.md", GOOD)
    run = presslint(*command, ".", *RULE, "--format", "json")
    assert path.read_text(encoding="utf-8") == GOOD
    assert run.code == 0
    assert json.loads(run.out)["summary"]["warnings"] == 0
    assert run.err == "presslint: fixes made: 1, in files: 1\n"


def test_bytes_are_kept(presslint: Presslint, write: Write) -> None:
    path = write("a.md", b"\xef\xbb\xbf" + BAD.replace("\n", "\r\n").encode())
    presslint("fix", "a.md", *RULE)
    assert path.read_bytes() == b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()


def test_without_fix_nothing_is_written(presslint: Presslint, write: Write) -> None:
    path = write("a.md", BAD)
    assert presslint("check", "a.md", *RULE).code == 1
    assert path.read_text(encoding="utf-8") == BAD


@pytest.mark.parametrize("fix", [[], ["--fix"], ["--fix", "--unsafe-fixes"], ["--unsafe-fixes"]])
def test_a_diff_is_shown_and_nothing_written(presslint: Presslint, write: Write, fix: list[str]) -> None:
    path = write("a.md", BAD)
    run = presslint("check", "a.md", *RULE, "--diff", *fix)
    assert run.out == DIFF
    assert run.err == "presslint: fixes that --fix would make: 1, in files: 1\n"
    assert run.code == 1, "the file as it is has a finding"
    assert path.read_text(encoding="utf-8") == BAD


def test_a_diff_leaves_reports_to_standard_error(presslint: Presslint, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    run = presslint("check", "a.md", *RULE, "--diff", "--format", "concise", "--format", "json", "--output", "o.json")
    assert run.out == DIFF
    assert run.err.startswith("a.md:1:6: ")
    assert json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))["summary"]["warnings"] == 1


def test_standard_input_is_mended_to_standard_output(presslint: Presslint) -> None:
    run = presslint("fix", "-", "--stdin-filename", "a.md", *RULE, stdin=BAD.encode())
    assert (run.code, run.out) == (0, GOOD)
    assert run.err == "presslint: fixes made: 1, in files: 1\n"


def test_standard_input_that_is_fine_is_passed_on(presslint: Presslint) -> None:
    assert presslint("fix", "-", "--stdin-filename", "a.md", *RULE, stdin=GOOD.encode()).out == GOOD


def test_standard_input_that_cannot_be_read_is_told(presslint: Presslint) -> None:
    run = presslint("fix", "-", *RULE, stdin=b"")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("presslint: -: the file is empty")


def test_a_file_that_cannot_be_written_has_an_error(
    presslint: Presslint, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.md", BAD)

    def fail(self: Path, target: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "replace", fail)
    run = presslint("fix", "a.md", *RULE)
    assert run.code == 2
    assert "a.md: the file cannot be written: Read-only file system" in run.err
    assert "EXT003" in run.out, "what was found is not lost"
    assert path.read_text(encoding="utf-8") == BAD


def test_a_mended_text_that_the_encoding_lacks_is_refused(
    presslint: Presslint, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a.md", "Größe\n".encode("cp1252"))
    result = FileResult("a.md")
    monkeypatch.setattr(Linter, "fix", lambda self, source, *_: Fixed(source, "Größe →\n", result, result))
    run = presslint("fix", "a.md", *RULE)
    assert run.code == 2
    assert "cannot be written as cp1252" in run.err
    assert path.read_bytes() == "Größe\n".encode("cp1252")


@pytest.mark.parametrize(("language", "word"), [("en", "undo one another"), ("de", "heben einander auf")])
def test_what_was_not_mended_is_told(
    presslint: Presslint, write: Write, monkeypatch: pytest.MonkeyPatch, language: str, word: str
) -> None:
    write("a.md", GOOD)
    result = FileResult("a.md")

    def fix(self: Linter, source: Any, *_: Any) -> Fixed:
        return Fixed(source, source.text, result, result, refused=("EXT001",), cycle=("EXT002", "EXT003"))

    monkeypatch.setattr(Linter, "fix", fix)
    run = presslint("fix", "a.md", *RULE, "--lang", language)
    assert run.code == 0
    assert word in run.err
    assert "EXT002, EXT003" in run.err
    assert "EXT001" in run.err


def test_a_diff_names_files_as_patch_wants_them(presslint: Presslint, write: Write, tmp_path: Path) -> None:
    path = write("x/a.md", BAD)
    outside = write("b.md", BAD)
    run = presslint("check", str(path), *RULE, "--diff")
    assert run.out.startswith("--- a/x/a.md\n+++ b/x/a.md\n")
    (tmp_path / "y").mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(tmp_path / "y")
        run = presslint("check", str(outside), *RULE, "--diff")
    assert run.out.startswith(f"--- a{outside.as_posix()}\n")
