"""Rows in colour, through rich: it knows the terminals, also the older ones of Windows."""

from collections.abc import Iterable, Mapping
from typing import TextIO

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from presslint.report.rows import Row, trimmed

# the sixteen colours are those that the user of the terminal has chosen, so they can be read on any background
STYLES: Mapping[str, Style] = {
    name: Style.parse(style)
    for name, style in {
        "error": "bold red",
        "warning": "bold yellow",
        "info": "bold cyan",
        "message": "bold",
        "frame": "blue",
        "note": "blue",
        "dim": "dim",
        "old": "red",
        "old-part": "bold red",
        "new": "green",
        "new-part": "bold green",
    }.items()
}


class ColorPainter:
    """Hands each piece of text to rich with its style; nothing is read as markup, emoji name or number."""

    __slots__ = ("_console",)

    def __init__(self, stream: TextIO, width: int) -> None:
        self._console = Console(
            file=stream, width=width, force_terminal=True, color_system="standard", no_color=False,
            markup=False, highlight=False, emoji=False,
        )  # fmt: skip

    def paint(self, rows: Iterable[Row]) -> None:
        """Write each row as a line, without blanks at its end."""
        segments = []
        for row in rows:
            segments += [Segment(text, STYLES.get(style)) for text, style in trimmed(row)]
            segments.append(Segment.line())
        self._console.print(Segments(segments), soft_wrap=True, end="")
