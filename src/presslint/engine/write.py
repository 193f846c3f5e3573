"""Writing files so that nobody ever sees half of one."""

import os
import stat
import tempfile
from pathlib import Path
from typing import BinaryIO

from presslint.errors import LoadError, PresslintError
from presslint.load import source_from_bytes
from presslint.model.source import Source


def encode(source: Source, text: str) -> bytes:
    """Return ``text`` as bytes in the encoding of ``source``, with its byte order mark if it has one.

    Raises PresslintError where that encoding lacks a character, or would not read back as the same text.
    """
    try:
        data = ("\ufeff" + text if source.bom else text).encode(source.encoding)
        same = source_from_bytes(data, source.path).text == text
    except (UnicodeEncodeError, LoadError):
        same = False
    if not same:
        raise PresslintError(f"the mended text cannot be written as {source.encoding}; nothing changed")
    return data


def write_source(path: str, source: Source, text: str) -> None:
    """Write ``text`` over the file that ``source`` was read from.

    Raises PresslintError where the file has changed since it was read, or cannot be written.
    """
    data = encode(source, text)
    try:
        if Path(path).read_bytes() != source.data:
            raise PresslintError("the file changed while it was being checked; it was left alone")
        replace_file(path, data)
    except OSError as error:
        raise PresslintError(f"the file cannot be written: {error.strerror}") from error


def replace_file(path: str, data: bytes) -> None:
    """Put ``data`` in place of the file at once, as :class:`NewFile` does. Raises OSError."""
    new = NewFile(path)
    try:
        new.stream.write(data)
        new.keep()
    except BaseException:
        new.drop()
        raise


class NewFile:
    """A file that takes its place at once, when it is kept: until then what was there before is there.

    The mode of a file that was there is kept, and a symbolic link stays one. A path that is no regular file, such as
    a pipe or ``/dev/null``, is written to as it is. All methods raise OSError.
    """

    __slots__ = ("_mode", "_target", "_temporary", "stream")

    def __init__(self, path: str) -> None:
        self._target = Path(os.path.realpath(path))
        self._mode = _mode(self._target)
        self._temporary: Path | None = None
        if self._mode is None or stat.S_ISREG(self._mode):
            handle, name = tempfile.mkstemp(dir=self._target.parent, prefix=".presslint-")
            self._temporary = Path(name)
            self.stream: BinaryIO = os.fdopen(handle, "wb")
        else:
            self.stream = self._target.open("wb")

    def keep(self) -> None:
        """Put the file in its place."""
        self.stream.close()
        if self._temporary is not None:
            self._temporary.chmod(_new_file_mode() if self._mode is None else stat.S_IMODE(self._mode))
            self._temporary.replace(self._target)
            self._temporary = None

    def drop(self) -> None:
        """Forget the file; one that was kept stays."""
        self.stream.close()
        if self._temporary is not None:
            self._temporary.unlink()
            self._temporary = None


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _new_file_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
