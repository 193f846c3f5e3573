"""Rows onto a stream, with colours or without."""

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, TextIO, cast

from presslint.report.rows import Row, plain


class Painter(Protocol):
    """Writes rows to the stream that it was made for."""

    def paint(self, rows: Iterable[Row]) -> None:
        """Write each row as a line, without blanks at its end."""


class PlainPainter:
    """Writes the text alone."""

    __slots__ = ("_stream",)

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def paint(self, rows: Iterable[Row]) -> None:
        """Write each row as a line, without blanks at its end."""
        self._stream.write("".join([f"{plain(row)}\n" for row in rows]))


def painter(stream: TextIO, width: int, *, color: bool) -> Painter:
    """Return the painter for a stream. Only the one for colours imports rich, which costs more than linting a file."""
    if not color:
        return PlainPainter(stream)
    return cast("Painter", import_module("presslint.report.colors").ColorPainter(stream, width))
