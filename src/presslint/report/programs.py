"""What the formats for programs share: UTF-8 with LF whatever the locale says, and JSON that is safe to look at."""

import json
import os
from pathlib import PurePath
from typing import Any, BinaryIO

from presslint.model.verdict import ExitCode, RunInfo, RunResult, Summary
from presslint.report import Display
from presslint.report.phrases import Phrases
from presslint.report.tally import Tally
from presslint.text.lazy import regex

# legal in JSON, but a terminal that shows the file would act on them, or the order of the line would lie
_UNSEEN = regex("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]")
_encoded = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make an encoder for each value


class ProgramReporter:
    """Base of the reporters that write bytes: a head, something per file, and a tail that also closes a broken run."""

    binary = True

    def __init__(self, stream: BinaryIO, display: Display) -> None:
        self._stream = stream
        self._display = display
        self._phrases = Phrases(display.language)
        self._tally = Tally()
        self._begun = False

    def begin(self, info: RunInfo) -> None:
        """Write what holds for the whole run."""
        self._begun = True
        self._write(self._head(info))

    def end(self, result: RunResult) -> None:
        """Write the verdict."""
        self._close(self._tail(result.summary, result.exit_code, ""))

    def abort(self, reason: str) -> None:
        """Close what was begun, with the reason why the run did not finish; nothing where nothing was begun."""
        if self._begun:
            self._close(self._tail(self._tally.summary(), ExitCode.FAILED, reason))

    def _head(self, info: RunInfo) -> str:
        """Return the text before the first file."""
        raise NotImplementedError

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:
        """Return the text after the last file; ``aborted`` is empty for a run that finished."""
        raise NotImplementedError

    def _write(self, text: str) -> None:
        self._stream.write(text.encode())

    def _close(self, text: str) -> None:
        self._write(text)
        self._stream.flush()


def dumps(value: Any) -> str:
    """Return ``value`` as JSON on one line, with characters that do not show as escapes."""
    text = _encoded(value)
    # what is printable shows: asking that is quicker than making the pattern
    return text if text.isascii() or text.isprintable() else _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def portable(path: str) -> str:
    r"""Return a path that every reader of UTF-8 takes: bytes that are no UTF-8 are written as ``\xe4``."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    return path


def relative(path: str) -> str:
    """Return a path from the folder of the run that every reader of UTF-8 takes, as :func:`from_here` does."""
    return portable(from_here(path))


def from_here(path: str) -> str:
    """Return a path from the folder of the run, with forward slashes: no absolute path leaves the machine."""
    if PurePath(path).is_absolute():
        try:
            path = os.path.relpath(path)
        except ValueError:  # on another drive there is no way from here to there
            path = os.path.splitdrive(path)[1].lstrip("\\/")
    return path.replace(os.sep, "/")
