"""Documents on the command line: they are read wherever they come from, and never written."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Presslint = Callable[..., Any]
Write = Callable[..., Path]

DATA = Path(__file__).parents[1] / "load" / "data"
RULES = ("--select", "DAT002,LEF006", "--today", "2026-04-10")


@pytest.fixture(params=["docx", "odt"])
def document(request: pytest.FixtureRequest, write: Write) -> Path:
    """Return a document in the current folder."""
    return write(f"stadtbad.{request.param}", (DATA / f"stadtbad.{request.param}").read_bytes())


def test_a_folder_with_documents_is_checked(presslint: Presslint, document: Path) -> None:
    run = presslint("check", ".", *RULES, "--format", "json")
    (file,) = json.loads(run.out)["files"]
    assert (run.code, file["path"], file["format"]) == (1, document.name, document.suffix[1:])
    assert [(one["rule"], one["line"]) for one in file["findings"]] == [("DAT002", 3), ("LEF006", 3)]


def test_a_document_comes_from_standard_input(presslint: Presslint, document: Path) -> None:
    run = presslint("check", "-", *RULES, "--format", "concise", stdin=document.read_bytes())
    assert run.code == 1
    assert run.out.startswith("-:3:34: E DAT002 ")
    named = presslint("check", "-", "--stdin-filename", "x.md", *RULES, stdin=document.read_bytes())
    assert named.code == 2
    assert "although its name says Markdown" in named.out + named.err


@pytest.mark.parametrize("options", [("--fix",), ("--fix", "--unsafe-fixes"), ("--diff",)])
def test_a_document_is_never_written(presslint: Presslint, document: Path, options: tuple[str, ...]) -> None:
    before = document.read_bytes()
    run = presslint("check", document.name, *options, *RULES)
    assert document.read_bytes() == before
    assert run.code == 1
    assert f"{document.name}: documents are never written; fixes to make by hand: 1\n" in run.err


def test_a_document_goes_through_a_pipe_as_it_came(presslint: Presslint, document: Path) -> None:
    run = presslint("check", "-", "--fix", *RULES, stdin=document.read_bytes(), environment={"PRESSLINT_LANG": "de"})
    assert run.code == 1
    assert "-: Dokumente werden nie geschrieben; Korrekturen von Hand: 1" in run.err


def test_the_facts_of_a_document_name_its_format(presslint: Presslint, document: Path) -> None:
    assert f"format        {document.suffix[1:]}\n" in presslint("facts", document.name).out
