"""Tables for people: framed by rich on a terminal, else columns that other programs can cut."""

from collections.abc import Sequence
from typing import NamedTuple

from presslint.cli.environment import colored, plain, width
from presslint.cli.streams import Standard
from presslint.engine.wording import visible

_ALIGNED = 60


class Table(NamedTuple):
    """The names of columns, and rows with as many cells."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def show_tables(*tables: Table, color: str = "auto") -> None:
    """Write tables to standard output, those without rows not. Control characters are shown as escapes."""
    standard = Standard()
    stream = standard.text()
    shown = [Table(head, [[visible(cell) for cell in row] for row in rows]) for head, rows in tables if rows]
    if not colored(color, standard):
        stream.write("\n".join(columns(table) for table in shown))
        stream.flush()
        return
    from rich import table as framed  # noqa: PLC0415 - only terminals need it
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, width=width(standard), force_terminal=True, legacy_windows=False)
    for head, rows in shown:
        frame = framed.Table(safe_box=plain(stream))
        for name in head:
            frame.add_column(name, overflow="fold")  # what has no blank to break at is shown too
        for row in rows:
            frame.add_row(*(Text(cell) for cell in row))
        console.print(frame)
    stream.flush()


def columns(table: Table) -> str:
    """Return a table as text: columns aligned by spaces, the last one not padded.

    A cell that is much longer than its like is shown whole and moves what stands behind it.
    """
    lines = [table.head, *table.rows]
    widths = [
        max((len(line[place]) for line in lines if len(line[place]) <= _ALIGNED), default=0)
        for place in range(len(table.head))
    ]
    return "".join(
        "  ".join(cell.ljust(size) for cell, size in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines
    )
