"""What is done with a chunk that ends the process which works on it: its rows one by one."""

from collections.abc import Callable, Iterator

from presslint.batch.rows import Checked, Chunk, Counts

DIED = "the process that checked this row ended: it may need more memory than there is"


def singles(chunk: Chunk, check: Callable[[Chunk], Checked]) -> Checked:
    """Return what comes of a chunk when each of its rows is checked alone."""
    done = [check(single) for single in parted(chunk)]
    counts = Counts()
    for one in done:
        counts = counts.plus(one.counts)
    return Checked(b"".join(one.lines for one in done), counts)


def parted(chunk: Chunk) -> Iterator[Chunk]:
    """Yield the rows of a chunk as chunks of one row."""
    if chunk.problem:
        yield chunk
    elif chunk.kind == "jsonl":
        for number, line in enumerate(chunk.data.split(b"\n"), chunk.first):
            if line.strip():
                yield Chunk(number, chunk.kind, line)
    else:
        from presslint.batch.arrow import slices  # noqa: PLC0415 - Arrow is no part of a plain installation

        yield from slices(chunk)


def lost(chunk: Chunk) -> Checked:
    """Return the error of a row that nobody could check."""
    from presslint.batch.checking import record  # noqa: PLC0415 - the engine is needed by workers and here only
    from presslint.batch.rows import Row  # noqa: PLC0415
    from presslint.model.verdict import FileResult  # noqa: PLC0415
    from presslint.report.programs import dumps  # noqa: PLC0415

    row = Row(chunk.first)
    result = FileResult(f"row-{chunk.first}", error=DIED)
    return Checked(f"{dumps(record(row, result))}\n".encode(), Counts(rows=1, unread=1))
