"""Where output goes, so that none of it is lost and none of it breaks the run."""

import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, cast

from presslint.errors import PresslintError


class Standard(io.RawIOBase):
    """A standard stream as bytes. Once its reader has gone, the rest is dropped in silence and the verdict stands.

    Other faults, such as a full disk, are raised as PresslintError: what was to be said has not been said.
    """

    name = "<standard stream>"

    def __init__(self, stream: IO[str] | None = None) -> None:
        super().__init__()
        stream = sys.stdout if stream is None else stream
        self._buffer = getattr(stream, "buffer", None)  # there is no stdout where the shell has closed it
        self._descriptor = _descriptor(stream)
        self._encoding = getattr(stream, "encoding", None) or "utf-8"
        if self._descriptor is not None and hasattr(os, "set_blocking"):
            # another program on the same terminal or pipe may have made it non-blocking: a slow reader would then
            # turn into an error in the middle of the output
            with suppress(OSError):  # what cannot be made blocking, as a console of Windows, is so anyway
                os.set_blocking(self._descriptor, True)

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def isatty(self) -> bool:
        """Tell whether a person is looking."""
        return self._descriptor is not None and os.isatty(self._descriptor)

    def fileno(self) -> int:
        """Return the descriptor. Raises OSError where there is none."""
        if self._descriptor is None:
            raise io.UnsupportedOperation("fileno")
        return self._descriptor

    def write(self, data: Any) -> int:
        """Write all of ``data``, which are bytes."""
        buffer = self._buffer
        if buffer is not None:
            self._attempt(lambda: buffer.write(data))
        return len(data)

    def flush(self) -> None:
        """Hand everything over to the reader, however slow it is."""
        if self._buffer is not None and not self.closed:
            self._attempt(self._buffer.flush)

    def text(self) -> io.TextIOWrapper:
        """Return a stream for people: in the encoding of the terminal, what it lacks as escapes."""
        return io.TextIOWrapper(cast("IO[bytes]", self), self._encoding, errors="backslashreplace", write_through=True)

    def _attempt(self, action: Callable[[], object]) -> None:
        try:
            action()
        except BrokenPipeError:
            self._give_up()
        except OSError as error:
            self._give_up()
            raise PresslintError(f"standard output cannot be written: {error.strerror}") from error

    def _give_up(self) -> None:
        """Send what is left in the buffer of the interpreter nowhere, so that its end stays silent too."""
        self._buffer = None
        if self._descriptor is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._descriptor)
            os.close(nowhere)


def _descriptor(stream: IO[str]) -> int | None:
    try:
        return stream.fileno()
    except (AttributeError, OSError, ValueError):
        return None


def show(text: str) -> None:
    """Write ``text`` for people to standard output, all of it. Raises PresslintError where that cannot be."""
    stream = Standard().text()
    stream.write(text)
    stream.flush()


def say(message: str) -> None:
    """Write about the run itself to standard error, each line of ``message`` as one of presslint's own."""
    from presslint.engine.wording import visible  # noqa: PLC0415 - most runs have nothing to say

    if sys.stderr is None:
        return
    try:
        sys.stderr.write("".join(f"presslint: {visible(line)}\n" for line in message.splitlines()))
        sys.stderr.flush()
    except OSError:
        sys.stderr = None
