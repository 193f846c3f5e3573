import io
import json
from datetime import date
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="the extra archive is not here")

import pyarrow.parquet as pq  # noqa: E402

from presslint import batch  # noqa: E402
from presslint.batch import arrow  # noqa: E402
from presslint.batch.checking import check_chunk  # noqa: E402
from presslint.batch.rows import Chunk, Columns, Setup  # noqa: E402
from presslint.batch.single import parted  # noqa: E402
from presslint.errors import ConfigError  # noqa: E402

BAD = "Die Pressekonferenz ist am Montag, 3. März 2026.\n"
TODAY = date(2026, 3, 2)


def parquet(**columns: Any) -> io.BytesIO:
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream, row_group_size=2)
    stream.seek(0)
    return stream


def test_a_batch_comes_back_with_findings() -> None:
    rows = pa.RecordBatch.from_pydict({"id": [1, 2, 3], "text": [BAD, "Nichts.", None]})
    checked = batch.lint_batch(rows, today=TODAY, first=11)
    assert checked.schema == arrow.SCHEMA
    first, second, third = checked.to_pylist()
    assert (first["row"], first["id"]) == (11, "1")
    finding = next(finding for finding in first["findings"] if finding["rule"] == "DAT002")
    assert [fix["title"] for fix in json.loads(finding["fixes"])]
    assert "DAT002" not in {finding["rule"] for finding in second["findings"]}
    assert third["error"] == 'the row has no "text"'


def test_chunks_give_what_lines_give(setup: Setup) -> None:
    texts = [BAD, "Nichts.", BAD, "{\\rtf1 x}", BAD]
    stream = parquet(text=texts, id=[*"abcde"], release_date=[None, TODAY, None, None, None])
    chunks = list(arrow.chunks(stream, Columns()))
    lines = b"".join(check_chunk(setup, chunk).lines for chunk in chunks)
    rows = [
        {"id": name, "text": text} | ({"release_date": "2026-03-02"} if name == "b" else {})
        for name, text in zip("abcde", texts, strict=True)
    ]
    same = Chunk(1, "jsonl", "".join(f"{json.dumps(row)}\n" for row in rows).encode())
    assert lines == check_chunk(setup, same).lines
    alone = b"".join(check_chunk(setup, single).lines for chunk in chunks for single in parted(chunk))
    assert alone == lines


@pytest.mark.parametrize(
    ("columns", "named", "reason"),
    [
        ({"headline": ["a"]}, Columns(), r"no column has the releases .*there are: headline"),
        ({"text": ["a"]}, Columns(path="file"), r'no column "file"; there are: text'),
        ({"text": [1]}, Columns(), r'"text" has values of the type int64'),
    ],
)
def test_a_missing_column_is_told(columns: Any, named: Columns, reason: str) -> None:
    with pytest.raises(ConfigError, match=reason):
        list(arrow.chunks(parquet(**columns), named))


@pytest.mark.parametrize("data", [b"", b"PAR1", b"no parquet at all", b"PAR1" + b"\x00" * 100 + b"PAR1"])
def test_what_is_no_parquet_is_told(data: bytes) -> None:
    with pytest.raises(ConfigError, match="no Parquet file"):
        list(arrow.chunks(io.BytesIO(data), Columns()))


def test_a_row_that_is_too_long_is_an_error(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "MOST", 100)
    (chunk,) = arrow.chunks(parquet(text=["x" * 1000, "Nichts."]), Columns())
    first, second = (json.loads(line) for line in check_chunk(setup, chunk).lines.splitlines())
    assert first["error"] == "the row has more than 100 bytes"
    assert second["error"] is None


def test_long_rows_make_small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "_BYTES", 10)
    assert [chunk.first for chunk in arrow.chunks(parquet(text=["x" * 100] * 4), Columns())] == [1, 2, 3, 4]


def test_bytes_are_documents(setup: Setup) -> None:
    (chunk,) = arrow.chunks(parquet(text=[BAD.encode("cp1252"), b"\xff\xfe\x00"]), Columns())
    first, second = (json.loads(line) for line in check_chunk(setup, chunk).lines.splitlines())
    assert "DAT002" in {finding["rule"] for finding in first["findings"]}
    assert second["error"]
