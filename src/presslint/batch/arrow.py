"""Archives in Parquet, and batches of Arrow, which the distributed engines share: needs the extra ``archive``."""

import json
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from presslint.batch.checking import checker_for, record
from presslint.batch.rows import MOST, TEXT_COLUMNS, Chunk, Columns, Row, Setup
from presslint.errors import ConfigError

_BYTES = 4 * 1024 * 1024  # of the texts of one chunk, about
_ROWS = 128

_FINDING = pa.struct(
    [
        ("rule", pa.string()),
        ("name", pa.string()),
        ("severity", pa.string()),
        ("confidence", pa.string()),
        ("message", pa.string()),
        ("line", pa.int32()),
        ("column", pa.int32()),
        ("end_line", pa.int32()),
        ("end_column", pa.int32()),
        ("page", pa.int32()),
        ("place", pa.string()),
        ("snippet", pa.string()),
        ("related", pa.string()),  # JSON, as in the output of "check --format json"
        ("fixes", pa.string()),  # JSON
        ("state", pa.string()),
        ("fingerprint", pa.string()),
        ("url", pa.string()),
        ("part", pa.string()),
    ]
)
SCHEMA = pa.schema(
    [
        ("row", pa.int64()),
        ("id", pa.string()),
        ("path", pa.string()),
        ("format", pa.string()),
        ("language", pa.string()),
        ("release_date", pa.string()),
        ("error", pa.string()),
        ("findings", pa.list_(_FINDING)),
        ("not_checked", pa.list_(pa.struct([("rule", pa.string()), ("reason", pa.string())]))),
    ]
)


def lint_batch(
    batch: pa.RecordBatch,
    *,
    today: date,
    config_file: str | None = None,
    language: str = "en",
    columns: Columns = Columns(),  # noqa: B008 - a value that nobody can change
    first: int = 1,
) -> pa.RecordBatch:
    """Check a batch of releases and return a row of findings for each, in the same order, with the columns of SCHEMA.

    For engines that map functions over batches (``map_partitions``, ``mapInArrow``, ``map_batches``). ``first`` is the
    number of the first row. Raises ConfigError for a batch without a column that has the release, and where the
    configuration is wrong; PackError for a broken rule.
    """
    found = columns_of(batch.schema, columns)
    checker = checker_for(Setup({}, today, config_file, language, found))
    records = [record(row, checker.result(row)) for row in _batch_rows(batch, first, found)]
    return to_batch(records)


def columns_of(schema: pa.Schema, columns: Columns) -> Columns:
    """Return the columns to read. Raises ConfigError where one is named that is not there, or none has the release."""
    names = tuple(schema.names)
    missing = [name for name in columns if name and name not in names]
    if missing:
        raise ConfigError(f'there is no column "{missing[0]}"; there are: {", ".join(names)}')
    found = columns.among(names)
    if not found.text:
        raise ConfigError(
            f"no column has the releases ({', '.join(TEXT_COLUMNS)}): name it with --text-column;"
            f" there are: {', '.join(names)}"
        )
    kind = schema.field(found.text).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or _is_binary(kind)):
        raise ConfigError(f'the column "{found.text}" has values of the type {kind}: texts or bytes are expected')
    return found


def _is_binary(kind: pa.DataType) -> bool:
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))


def chunks(stream: IO[bytes], columns: Columns) -> Iterator[Chunk]:
    """Yield the rows of a Parquet file, so many at a time that memory does not grow with the file.

    Raises ConfigError for a file that is no Parquet or lacks a column.
    """
    try:
        file = pq.ParquetFile(stream)
        found = columns_of(file.schema_arrow, columns)
        wanted = [name for name in dict.fromkeys(found) if name]
        number = 1
        for group in range(file.num_row_groups):
            size = _size(file, group, wanted)
            for batch in file.iter_batches(size, row_groups=[group], columns=wanted):
                yield Chunk(number, "arrow", _packed(batch))
                number += batch.num_rows
    except (pa.ArrowInvalid, OSError) as error:
        raise ConfigError(f"this is no Parquet file that can be read: {_first_line(error)}") from error


def _size(file: pq.ParquetFile, group: int, wanted: list[str]) -> int:
    """Return how many rows of a group make a chunk, by what they take on average."""
    about = file.metadata.row_group(group)
    size = sum(
        about.column(index).total_uncompressed_size
        for index in range(about.num_columns)
        if about.column(index).path_in_schema in wanted
    )
    return max(1, min(_ROWS, int(_BYTES / max(1, size / max(1, about.num_rows)))))


def _packed(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


def rows(chunk: Chunk, columns: Columns) -> Iterator[Row]:
    """Yield the rows of a chunk."""
    with pa.ipc.open_stream(chunk.data) as reader:
        first = chunk.first
        for batch in reader:
            yield from _batch_rows(batch, first, columns.among(tuple(batch.schema.names)))
            first += batch.num_rows


def slices(chunk: Chunk) -> Iterator[Chunk]:
    """Yield each row of a chunk as a chunk of its own."""
    with pa.ipc.open_stream(chunk.data) as reader:
        first = chunk.first
        for batch in reader:
            for index in range(batch.num_rows):
                yield Chunk(first + index, chunk.kind, _packed(batch.slice(index, 1)))
            first += batch.num_rows


def _batch_rows(batch: pa.RecordBatch, first: int, columns: Columns) -> Iterator[Row]:
    texts = batch.column(columns.text)
    others = [batch.column(name) if name else None for name in (columns.id, columns.path, columns.date)]
    for index in range(batch.num_rows):
        identity, path, day = [_plain(column, index) for column in others]
        row = Row(first + index, identity, path or "", release_date=day or "")
        content = texts[index]
        if not content.is_valid:
            yield row._replace(problem=f'the row has no "{columns.text}"')
        elif content.as_buffer().size > MOST:
            yield row._replace(problem=f"the row has more than {MOST} bytes")
        else:
            yield _read(row, content, columns.text)


def _read(row: Row, content: pa.Scalar, column: str) -> Row:
    try:
        return row._replace(content=content.as_py())
    except UnicodeDecodeError as error:
        return row._replace(problem=f'byte {error.start + 1} of "{column}" is no UTF-8')


def _plain(column: pa.Array | None, index: int) -> str | None:
    if column is None or not column[index].is_valid:
        return None
    try:
        value = column[index].as_py()
    except UnicodeDecodeError:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def to_batch(records: list[dict[str, Any]]) -> pa.RecordBatch:
    """Return records of the output as a batch with the columns of SCHEMA."""
    flat = [{**one, "findings": [_flat_finding(finding) for finding in one["findings"]]} for one in records]
    return pa.RecordBatch.from_pylist(flat, schema=SCHEMA)


def _flat_finding(finding: dict[str, Any]) -> dict[str, Any]:
    nested = {key: json.dumps(finding[key], ensure_ascii=False) for key in ("related", "fixes")}
    return {**finding, **nested}


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]
