"""Where the rows go: JSON Lines or Parquet, in a file that takes its place when all of it is written."""

import json
from typing import Protocol

from presslint.batch.rows import Checked
from presslint.engine.write import NewFile
from presslint.errors import ConfigError

_GROUP = 2000  # rows of a row group


class Output(Protocol):
    """Takes chunks in order."""

    def write(self, checked: Checked) -> None:
        """Write the rows of one chunk. Raises OSError."""

    def close(self) -> None:
        """Write what is left. Raises OSError."""


class JsonLines:
    """Lines as the workers wrote them."""

    def __init__(self, file: NewFile) -> None:
        self._stream = file.stream

    def write(self, checked: Checked) -> None:
        """Write the rows of one chunk."""
        self._stream.write(checked.lines)

    def close(self) -> None:
        """Write what is left."""
        self._stream.flush()


class Parquet:
    """The same rows with the columns of :data:`presslint.batch.arrow.SCHEMA`."""

    def __init__(self, file: NewFile) -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415 - no part of a plain installation

        from presslint.batch.arrow import SCHEMA  # noqa: PLC0415

        self._writer = pq.ParquetWriter(file.stream, SCHEMA, compression="zstd")
        self._rows: list[dict[str, object]] = []

    def write(self, checked: Checked) -> None:
        """Write the rows of one chunk, as soon as there are enough for a row group."""
        self._rows += [json.loads(line) for line in checked.lines.splitlines()]
        if len(self._rows) >= _GROUP:
            self._flush()

    def close(self) -> None:
        """Write what is left."""
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        from presslint.batch.arrow import to_batch  # noqa: PLC0415 - as above

        self._writer.write_batch(to_batch(self._rows))
        self._rows = []


def kind_of(path: str, named: str, what: str) -> str:
    """Return ``jsonl`` or ``parquet``, as named or by the suffix. Raises ConfigError where neither tells."""
    if named:
        return named
    for suffix, kind in ((".jsonl", "jsonl"), (".ndjson", "jsonl"), (".parquet", "parquet"), (".pq", "parquet")):
        if path.lower().endswith(suffix):
            return kind
    raise ConfigError(
        f"{what} {path}: is it JSON Lines or Parquet? End it with .jsonl or .parquet, or say --{what}-format"
    )
