"""What goes in and out: rows as read, chunks of them, and what is known of a chunk once it was checked."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

# a release has some thousand characters; what is this long is something else, and would take the memory of others
MOST = 16 * 1024 * 1024  # bytes

# the columns that are looked for where none is named, the first that is there
TEXT_COLUMNS = ("text", "body", "content")
ID_COLUMNS = ("id",)
PATH_COLUMNS = ("path", "filename", "file")
DATE_COLUMNS = ("release_date",)


class Columns(NamedTuple):
    """The names of the columns to read; one that is empty is found by its usual names, or not there."""

    text: str = ""
    id: str = ""
    path: str = ""
    date: str = ""

    def among(self, names: Mapping[str, Any] | tuple[str, ...]) -> "Columns":
        """Return the columns there are among ``names``; ``text`` stays empty where none has the release."""
        return Columns(
            self.text or next((name for name in TEXT_COLUMNS if name in names), ""),
            self.id or next((name for name in ID_COLUMNS if name in names), ""),
            self.path or next((name for name in PATH_COLUMNS if name in names), ""),
            self.date or next((name for name in DATE_COLUMNS if name in names), ""),
        )


class Row(NamedTuple):
    """One release of an archive. ``content`` is None where ``problem`` says why there is none.

    ``number`` counts from 1: the line of a file of JSON Lines, else the row. ``path`` is a name for people and for
    telling the format; no file is looked for.
    """

    number: int
    id: str | None = None
    path: str = ""
    content: str | bytes | None = None
    release_date: str = ""
    problem: str = ""


class Chunk(NamedTuple):
    """Neighbouring rows as bytes: lines of JSON (``jsonl``), or one batch as an Arrow stream (``arrow``).

    ``first`` is the number of the first row. ``problem`` stands for the content of a single row that was not read.
    """

    first: int
    kind: str
    data: bytes
    problem: str = ""


class Setup(NamedTuple):
    """What decides about findings: the arguments of a Linter, and the columns."""

    overrides: Mapping[str, Any]
    today: date
    config_file: str | None
    language: str
    columns: Columns


class Counts(NamedTuple):
    """What came of rows; ``unread`` are those with an error."""

    rows: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    unread: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Return the sum."""
        return Counts(*(mine + its for mine, its in zip(self, other, strict=True)))


class Checked(NamedTuple):
    """A chunk that was checked: a line of JSON for each of its rows, and their counts."""

    lines: bytes
    counts: Counts
