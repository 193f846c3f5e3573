"""``presslint batch``: an archive of releases in, a row of findings for each out."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from presslint.batch import local
from presslint.batch.checking import checker_for
from presslint.batch.outputs import JsonLines, Output, Parquet, kind_of
from presslint.batch.rows import Checked, Chunk, Columns, Counts, Setup
from presslint.cli.settings import linter_of
from presslint.cli.streams import say
from presslint.engine.walk import STDIN
from presslint.engine.write import NewFile
from presslint.errors import ConfigError, PresslintError
from presslint.model.finding import Severity
from presslint.model.options import Options
from presslint.model.values import Words
from presslint.model.verdict import ExitCode

_MISSING = 'needs the extra {extra}: pipx install "presslint[{extra}]"'
_DONE = Words(
    "{rows} rows: {errors} errors, {warnings} warnings, {infos} infos; {unread} rows could not be checked",
    "{rows} Zeilen: {errors} Fehler, {warnings} Warnungen, {infos} Hinweise; {unread} Zeilen nicht prüfbar",
)


def run_batch(values: Mapping[str, Any]) -> int:
    """Check an archive and return the exit code: 2 where a row could not be checked, or none was there."""
    linter = linter_of(values)
    columns = Columns(*(values[f"{name}_column"] or "" for name in ("text", "id", "path", "date")))
    setup = Setup(linter.overrides, linter.today, linter.config_file, linter.language, columns)
    options = checker_for(setup).options
    came_in = kind_of(values["input"], values["input_format"] or ("jsonl" if values["input"] == STDIN else ""), "input")
    goes_out = kind_of(values["output"], values["output_format"] or "", "output")
    for kind in (came_in, goes_out):
        if kind == "parquet":
            _need("pyarrow", "Parquet", "archive")
    _distinct(values["input"], values["output"])
    with ExitStack() as stack:
        stream = stack.enter_context(_opened(values["input"]))
        checked = _engine(values, setup, _chunks(stream, came_in, setup), stack)
        counts = _written(values["output"], goes_out, checked)
    say(_DONE.in_(options.language).format(**counts._asdict()))
    return _exit_code(counts, options)


def _chunks(stream: IO[bytes], kind: str, setup: Setup) -> Iterator[Chunk]:
    if kind == "jsonl":
        from presslint.batch import jsonl  # noqa: PLC0415 - one of two

        return jsonl.chunks(stream)
    from presslint.batch import arrow  # noqa: PLC0415 - an optional part

    return arrow.chunks(stream, setup.columns)


def _engine(values: Mapping[str, Any], setup: Setup, chunks: Iterator[Chunk], stack: ExitStack) -> Iterator[Checked]:
    if values["scheduler"] is not None:
        _need("distributed", "--scheduler", "dask")
        from presslint.batch import distributed  # noqa: PLC0415 - an optional part

        client = stack.enter_context(distributed.connected(values["scheduler"]))
        return distributed.spread(setup, chunks, client)
    return local.parallel(setup, chunks, values["jobs"]) if values["jobs"] > 1 else local.serial(setup, chunks)


def _need(module: str, what: str, extra: str) -> None:
    try:
        __import__(module)
    except ImportError:
        raise ConfigError(f"{what} {_MISSING.format(extra=extra)}") from None


def _distinct(came_in: str, goes_out: str) -> None:
    if came_in != STDIN and Path(goes_out).exists() and Path(came_in).exists() and Path(goes_out).samefile(came_in):
        raise ConfigError(f"--output {goes_out}: this is the input, and would be written over")


def _opened(path: str) -> IO[bytes]:
    if path == STDIN:
        return sys.stdin.buffer
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise PresslintError(f"{path}: cannot be read: {error.strerror}") from error


def _written(path: str, kind: str, checked: Iterator[Checked]) -> Counts:
    """Write all rows and return their counts; the file takes its place when the last one is in it."""
    counts = Counts()
    try:
        file = NewFile(path)
    except OSError as error:
        raise PresslintError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        output: Output = Parquet(file) if kind == "parquet" else JsonLines(file)
        for chunk in checked:
            output.write(chunk)
            counts = counts.plus(chunk.counts)
        output.close()
        file.keep()
    except OSError as error:
        file.drop()
        raise PresslintError(f"{path}: cannot be written: {error.strerror or error}") from error
    except BaseException:
        file.drop()
        raise
    return counts


def _exit_code(counts: Counts, options: Options) -> ExitCode:
    if counts.unread or not counts.rows:
        return ExitCode.FAILED
    found = {Severity.ERROR: counts.errors, Severity.WARNING: counts.warnings, Severity.INFO: counts.infos}
    fails = options.fail_on is not None and any(
        count for severity, count in found.items() if severity >= options.fail_on
    )
    many = options.max_warnings is not None and counts.warnings > options.max_warnings
    return ExitCode.FINDINGS if fails or many else ExitCode.CLEAN
