"""Writing files so that nobody ever sees half of one."""

import os
import stat
import tempfile
from contextlib import suppress
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

    Mode and owner of a file that was there are kept, as far as the system lets them, and a symbolic link stays one. A
    path that is no regular file, such as a pipe or ``/dev/null``, is written to as it is. All methods raise OSError.
    """

    __slots__ = ("_before", "_target", "_temporary", "stream")

    def __init__(self, path: str) -> None:
        self._target = Path(os.path.realpath(path))
        self._before = _status(self._target)
        self._temporary: Path | None = None
        if self._before is None or stat.S_ISREG(self._before.st_mode):
            handle, name = tempfile.mkstemp(dir=self._target.parent, prefix=".presslint-")
            self._temporary = Path(name)
            self.stream: BinaryIO = os.fdopen(handle, "wb")
        else:
            self.stream = self._target.open("wb")

    def keep(self) -> None:
        """Put the file in its place."""
        self.stream.close()
        if self._temporary is not None:
            if self._before is None:
                self._temporary.chmod(_new_file_mode())
            else:
                with suppress(OSError, AttributeError):  # only the superuser may give files away, and not everywhere
                    os.chown(self._temporary, self._before.st_uid, self._before.st_gid)
                self._temporary.chmod(stat.S_IMODE(self._before.st_mode))
            self._temporary.replace(self._target)
            self._temporary = None

    def drop(self) -> None:
        """Forget the file; one that was kept stays."""
        with suppress(OSError):  # a full disk: what did not fit is not wanted any more
            self.stream.close()
        if self._temporary is not None:
            self._temporary.unlink()
            self._temporary = None


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _new_file_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
