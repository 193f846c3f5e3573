"""Writing files so that nobody ever sees half of one."""

import os
import stat
import tempfile
from pathlib import Path

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
        raise PresslintError(f"{source.path}: the mended text cannot be written as {source.encoding}; nothing changed")
    return data


def write_source(path: str, source: Source, text: str) -> None:
    """Write ``text`` over the file that ``source`` was read from.

    Raises PresslintError where the file has changed since it was read, or cannot be written.
    """
    data = encode(source, text)
    try:
        if Path(path).read_bytes() != source.data:
            raise PresslintError(f"{source.path}: the file changed while it was being checked; it was left alone")
        replace_file(path, data)
    except OSError as error:
        raise PresslintError(f"{source.path}: cannot be written: {error.strerror}") from error


def replace_file(path: str, data: bytes) -> None:
    """Put ``data`` in place of the file at once; its mode is kept, and a symbolic link stays one.

    A path that is no regular file, such as a pipe or ``/dev/null``, is written to as it is. Raises OSError.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".presslint-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(_new_file_mode() if mode is None else stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink()
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _new_file_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
