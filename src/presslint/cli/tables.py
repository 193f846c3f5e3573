"""Tables for people: framed by rich on a terminal, else columns that other programs can cut."""

from collections.abc import Sequence

from presslint.cli.environment import colored, plain, width
from presslint.cli.streams import Standard
from presslint.engine.wording import visible

Row = Sequence[str]


def table(head: Row, rows: Sequence[Row], color: str = "auto", title: str = "") -> None:
    """Write a table to standard output, nothing without rows. Control characters are shown as escapes."""
    if not rows:
        return
    standard = Standard()
    stream = standard.text()
    rows = [[visible(cell) for cell in row] for row in rows]
    if not colored(color, standard):
        stream.write(columns(head, rows, title))
        stream.flush()
        return
    from rich.console import Console  # noqa: PLC0415 - only terminals need it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    framed = Table(*head, title=title or None, title_justify="left", safe_box=plain(stream))
    for row in rows:
        framed.add_row(*(Text(cell) for cell in row))
    Console(file=stream, width=width(standard), force_terminal=True, legacy_windows=False).print(framed)
    stream.flush()


def columns(head: Row, rows: Sequence[Row], title: str = "") -> str:
    """Return a table as text: columns aligned by spaces, the last one not padded."""
    lines = [head, *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    text = "".join(
        "  ".join(cell.ljust(size) for cell, size in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines
    )
    return f"{title}\n{text}" if title else text
