"""Archives in JSON Lines: one object on each line."""

import json
from collections.abc import Iterator
from typing import IO, Any

from presslint.batch.rows import MOST, Chunk, Columns, Row

_BLOCK = 256 * 1024  # bytes that are read at once
_ROWS = 128  # of a chunk
_SHOWN = 60


def chunks(stream: IO[bytes]) -> Iterator[Chunk]:
    """Yield the lines of a file, so many at a time. Memory does not grow with the file, nor with a line of it.

    Raises OSError.
    """
    lines: list[bytes] = []
    size = first = number = 0
    for line in _lines(stream):
        number += 1
        if line is None or (lines and (size > _BLOCK or len(lines) == _ROWS)):
            if lines:
                yield Chunk(first, "jsonl", b"".join(lines))
            lines, size = [], 0
        if line is None:
            yield Chunk(number, "jsonl", b"", f"the line has more than {MOST} bytes")
            continue
        if not lines:
            first = number
        lines.append(line)
        size += len(line)
    if lines:
        yield Chunk(first, "jsonl", b"".join(lines))


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Yield lines with their ends; None for one that is too long, which is passed over."""
    while line := stream.readline(MOST + 1):
        if len(line) <= MOST or line.endswith(b"\n"):
            yield line
            continue
        while (more := stream.readline(_BLOCK)) and not more.endswith(b"\n"):
            pass
        yield None


def rows(chunk: Chunk, columns: Columns) -> Iterator[Row]:
    """Yield the rows of a chunk; a line of white space is none."""
    for number, line in enumerate(chunk.data.split(b"\n"), chunk.first):
        if line.strip():
            yield _row(number, line, columns)


def _row(number: int, line: bytes, columns: Columns) -> Row:
    try:
        value: Any = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return Row(number, problem=f"byte {error.start + 1} of the line is no UTF-8")
    except json.JSONDecodeError as error:
        return Row(number, problem=f"the line is no JSON: {error.msg} at character {error.pos + 1}")
    except (ValueError, RecursionError):
        return Row(
            number, problem="the line is no JSON that can be read: it is nested too deep, or has a number too long"
        )
    if not isinstance(value, dict):
        return Row(number, problem="the line is no JSON object")
    found = columns.among(value)
    about = Row(number, _shown(value.get(found.id)), _shown(value.get(found.path)) or "")
    content = value.get(found.text) if found.text else None
    if not isinstance(content, str):
        missing = f'the row has no "{found.text}"' if found.text else "the row has no text, body or content"
        wrong = f'"{found.text}" is {_kind(content)}, not a text'
        return about._replace(problem=missing if content is None else wrong)
    return about._replace(content=content, release_date=_shown(value.get(found.date)) or "")


def _shown(value: object) -> str | None:
    """Return a plain value as a text; what is no plain value names nothing."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _kind(value: object) -> str:
    kinds = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), type(value).__name__)
