"""The other end of a pool: a process that checks the files it is told and answers in plain values.

It reads frames from standard input and writes frames to what was standard output; whatever else is printed goes to
standard error, so that it cannot be taken for an answer. When nobody is there any more, it ends.
"""

import gc
import marshal
import os
import pickle
import signal
import struct
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from presslint.engine.flat import flat
from presslint.engine.linter import Linter
from presslint.engine.looks import Look
from presslint.errors import LoadError, PresslintError
from presslint.load import read_source
from presslint.model.verdict import FileResult

_LENGTH = struct.Struct("<I")


def serve() -> None:
    """Answer until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    gc.disable()  # as in the parent, until the first files are done
    with suppress(OSError):  # the parent is gone
        answer_all(sys.stdin.buffer, answers)
    os._exit(0)  # nothing is left to do, and nobody is there to whom a full pipe could be flushed


def answer_all(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer every frame of ``asked``, of which the first says how to check. Raises OSError where nobody listens."""
    setup = read_frame(asked)
    if setup is None:
        return
    overrides, today, config_file, language, gathers = pickle.loads(setup)  # noqa: S301 - from the parent's own pipe
    linter = Linter(overrides, today=today, config_file=config_file, language=language)
    linter.gathers = gathers
    while (frame := read_frame(asked)) is not None:
        answer = [_answer(linter, path, shown) for path, shown in marshal.loads(frame)]  # noqa: S302 - as above
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        write_frame(answers, marshal.dumps(answer))


def _answer(linter: Linter, path: str, shown: str) -> tuple[Any, ...]:
    try:
        result, digest, looks = _checked(linter, path, shown)
    except PresslintError as error:  # a configuration or a rule that has changed since the parent read it
        return ("error", type(error).__name__, str(error))
    return ("result", flat(result), result.text if result.findings else "", digest, looks)


def _checked(linter: Linter, path: str, shown: str) -> tuple[FileResult, str, tuple[Look, ...]]:
    try:
        source = read_source(path, shown)
    except LoadError as error:
        return FileResult(shown, error=error.in_(linter.options(shown).language)), "", ()
    result, looks = linter.watch(source)
    return result, source.digest, looks


def read_frame(stream: BinaryIO) -> bytes | None:
    """Return the next frame, None where the stream ends."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """Write one frame, all of it. Raises OSError."""
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()
