import io
import json
from typing import Any

import pytest

from presslint.batch import jsonl
from presslint.batch.checking import check_chunk
from presslint.batch.rows import Chunk, Columns, Row, Setup


def read(data: bytes, **columns: str) -> list[Row]:
    return [row for chunk in jsonl.chunks(io.BytesIO(data)) for row in jsonl.rows(chunk, Columns(**columns))]


def test_rows_have_the_numbers_of_their_lines() -> None:
    rows = read(b'{"text": "a"}\n\n  \n{"body": "b", "id": 7, "filename": "x.md"}\n{"content": "c"}')
    assert [(row.number, row.content, row.id, row.path) for row in rows] == [
        (1, "a", None, ""),
        (4, "b", "7", "x.md"),
        (5, "c", None, ""),
    ]


def test_columns_can_be_named() -> None:
    data = b'{"text": "no", "t": "a", "i": "x", "p": "y.txt", "d": "2026-03-02"}'
    assert read(data, text="t", id="i", path="p", date="d") == [Row(1, "x", "y.txt", "a", "2026-03-02")]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"no json", "no JSON: Expecting value at character 1"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": ' + b"1" * 5000 + b"}", "a number too long"),
        (b'{"text": "a\xff"}', "byte 12 of the line is no UTF-8"),
        (b'["a"]', "no JSON object"),
        (b"{}", "no text, body or content"),
        (b'{"text": null}', 'no "text"'),
        (b'{"text": 7}', '"text" is a number, not a text'),
        (b'{"text": true}', "a truth value"),
        (b'{"text": {}}', "an object"),
    ],
)
def test_a_bad_line_is_a_row_with_a_problem(line: bytes, problem: str) -> None:
    first, bad, last = read(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    assert (first.content, last.content, last.number) == ("a", "b", 3)
    assert problem in bad.problem
    assert bad.content is None


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MOST", 50)
    data = b'{"text": "a"}\n{"text": "' + b"x" * 2_000_000 + b'"}\n{"text": "b"}\n{"text": "' + b"y" * 90
    chunks = list(jsonl.chunks(io.BytesIO(data)))
    assert [(chunk.first, bool(chunk.problem)) for chunk in chunks] == [(1, False), (2, True), (3, False), (4, True)]
    assert max(len(chunk.data) for chunk in chunks) < 50


def test_chunks_are_of_a_size_and_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [b'{"text": "%d"}\n' % number for number in range(1000)]
    chunks = list(jsonl.chunks(io.BytesIO(b"".join(lines))))
    assert b"".join(chunk.data for chunk in chunks) == b"".join(lines)
    assert len(chunks) == 8
    monkeypatch.setattr(jsonl, "_BLOCK", 100)
    smaller = list(jsonl.chunks(io.BytesIO(b"".join(lines))))
    assert b"".join(chunk.data for chunk in smaller) == b"".join(lines)
    assert [chunk.first for chunk in smaller][:2] == [1, 9]


def checked(setup: Setup, *rows: Any) -> list[Any]:
    data = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    return [json.loads(line) for line in check_chunk(setup, Chunk(1, "jsonl", data)).lines.splitlines()]


def test_a_row_comes_out_with_its_findings(setup: Setup) -> None:
    text = "Die Pressekonferenz ist am Montag, 3. März 2026."
    (row,) = checked(setup, {"id": "r1", "path": "a/b.md", "text": text})
    assert list(row) == [
        "row", "id", "path", "format", "language", "release_date", "error", "findings", "not_checked",
    ]  # fmt: skip
    assert (row["row"], row["id"], row["path"], row["format"], row["error"]) == (1, "r1", "a/b.md", "markdown", None)
    (finding,) = row["findings"]
    assert (finding["rule"], finding["snippet"], finding["part"]) == ("DAT002", "Montag", None)


def test_the_date_of_a_row_is_that_of_the_release(setup: Setup) -> None:
    good, bad = checked(
        setup,
        {"text": "Ein Text.", "release_date": "2026-03-01T10:00"},
        {"text": "Ein Text.", "release_date": "neulich"},
    )
    assert good["release_date"] == "2026-03-01"
    assert "neulich" in bad["error"]


def test_what_no_loader_takes_is_an_error(setup: Setup) -> None:
    half, empty, zipped = checked(setup, {"text": "a\ud800"}, {"text": " "}, {"text": "{\\rtf1 hello}"})
    assert "surrogate" in half["error"]
    assert "empty" in empty["error"]
    assert "RTF" in zipped["error"]
    assert half["path"] == "row-1"


def test_counts_are_those_of_the_rows(setup: Setup) -> None:
    rows = [{"text": "Am Montag, 3. März 2026, ist etwas."}, {"text": "Nichts."}, {}]
    data = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    assert check_chunk(setup, Chunk(1, "jsonl", data)).counts == (3, 1, 0, 0, 1)
