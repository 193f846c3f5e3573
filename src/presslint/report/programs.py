"""What the formats for programs share: UTF-8 with LF whatever the locale says, and JSON that is safe to look at."""

import json
import os
import re
from typing import Any, BinaryIO

from presslint.report import Display
from presslint.report.phrases import Phrases
from presslint.report.tally import Tally

# legal in JSON, but a terminal that shows the file would act on them, or the order of the line would lie
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


class ProgramReporter:
    """Base of the reporters that write bytes; the stream belongs to the caller."""

    binary = True

    def __init__(self, stream: BinaryIO, display: Display) -> None:
        self._stream = stream
        self._display = display
        self._phrases = Phrases(display.language)
        self._tally = Tally()

    def _write(self, text: str) -> None:
        self._stream.write(text.encode())

    def _finish(self, text: str) -> None:
        self._write(text)
        self._stream.flush()


def dumps(value: Any) -> str:
    """Return ``value`` as JSON on one line, with characters that do not show as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() else _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def portable(path: str) -> str:
    r"""Return a path that every reader of UTF-8 takes: bytes that are no UTF-8 are written as ``\xe4``."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    return path
