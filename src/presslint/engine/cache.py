"""Results of earlier runs, in one file of the user's cache folder.

A result is found by what it depends on: the bytes of the file, the path it is shown as, the settings, the rules, the
program and the day. Where size, times and number of a file on the disk are as they were, its bytes are not read again.
A cache may be slow and it may be empty; it is never wrong: every row carries a sum of what it says, a row that does not
fit is a miss, and what cannot be read as a database is made anew. Nothing of a release lies there in the clear.
"""

import marshal
import os
import sqlite3
import struct
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from presslint.config import store
from presslint.engine.flat import tells
from presslint.engine.looks import Look
from presslint.engine.seal import opened, sealed
from presslint.model.values import Words

NAME = "results.sqlite"
VERSION = 2

_SCHEMA = (
    "CREATE TABLE files (slot BLOB PRIMARY KEY, stat BLOB NOT NULL, key BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entries (key BLOB PRIMARY KEY, value BLOB NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID",
    f"PRAGMA user_version = {VERSION}",
)
_KNOWN = "SELECT slot, stat, key, value FROM files JOIN entries USING (key) WHERE slot IN "
_PARTS = ("", "-wal", "-shm", "-journal")
_DAYS = 7  # for which results are kept: most hold for one day only
_DAY = 86_400_000_000_000  # nanoseconds
_BATCH = 200  # rows that are written at once
_ASKED = 250  # files that are asked for at once
_PATIENCE = 5.0  # seconds to wait for another process
_RACY = 2_000_000_000  # nanoseconds in which a file may change once more without another time
_STAT = struct.Struct("<qqqQ")
_SUM = 8
# no such table is an error of another kind: it was there
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
_UNKNOWN = bytes(_STAT.size)
_PLAIN, _SEALED = b"\0", b"\1"

_OTHER = Words(
    "the cache {path} was made by another version of presslint; this run works without it (presslint cache clear)",
    "der Cache {path} stammt von einer anderen Version von presslint; dieser Lauf arbeitet ohne ihn"
    " (presslint cache clear)",
)
_DAMAGED = Words(
    "the cache {path} was damaged and is made anew", "der Cache {path} war beschädigt und wird neu angelegt"
)
_UNUSABLE = Words(
    "the cache {path} cannot be used: {problem}; this run works without it",
    "der Cache {path} ist nicht nutzbar: {problem}; dieser Lauf arbeitet ohne ihn",
)
_OPEN_TO_OTHERS = Words(
    "the cache {path} can be changed by other users; this run works without it",
    "den Cache {path} können andere ändern; dieser Lauf arbeitet ohne ihn",
)

Say = Callable[[Words, Mapping[str, str]], None]


class Kept(NamedTuple):
    """What was found out about a file: its result as ``flat`` returns it, and what it was looked for beside it."""

    result: tuple[Any, ...]
    looks: tuple[Look, ...] = ()


class Extent(NamedTuple):
    """How much a cache holds; ``size`` is in bytes."""

    results: int
    files: int
    size: int


class Row(NamedTuple):
    """What the cache has of a file whose ``stat`` is as it was; ``value`` may have to be opened with its bytes."""

    key: bytes
    value: bytes

    @property
    def plain(self) -> Kept | None:
        """What the row says without the bytes of the file; None where they are needed."""
        return Kept(marshal.loads(self.value[1:])) if self.value[:1] == _PLAIN else None  # noqa: S302 - sums match


class Cache:
    """The results in ``folder``, for one run that began at ``now``, nanoseconds since 1970.

    ``say`` is told, at most once, why the cache is not used. No method raises because of the cache.
    """

    def __init__(self, folder: Path, now: int, say: Say) -> None:
        self._folder = folder
        self._path = folder / NAME
        self._now = now
        self._say = say
        self._files: list[tuple[bytes, bytes, bytes]] = []
        self._entries: list[tuple[bytes, bytes]] = []
        self._written = 0
        self._database: sqlite3.Connection | None = None
        self._attempt(self._open)

    def __bool__(self) -> bool:
        """Tell whether there is anything to be had here."""
        return self._database is not None

    def rows(self, asked: Sequence[tuple[bytes, os.stat_result | None]]) -> list[Row | None]:
        """Return what is known of files by their slots, in their order; None where a file may have changed."""
        found: list[Row | None] = []
        for start in range(0, len(asked), _ASKED):
            some = asked[start : start + _ASKED]
            known = self._attempt(partial(self._known, [slot for slot, _ in some])) or {}
            found += [self._row(slot, status, known.get(slot)) for slot, status in some]
        return found

    def entry(self, key: bytes) -> Row | None:
        """Return the result that was kept under ``key``."""
        query = "SELECT value FROM entries WHERE key = ?"
        found = self._attempt(lambda: self._database and self._database.execute(query, (key,)).fetchone())
        return _checked(key, found[0]) if found else None

    def keep(self, key: bytes, digest: str, kept: Kept) -> None:
        """Keep a result; ``digest`` is the SHA-256 of the bytes, which close it where it says anything of the text."""
        if tells(kept.result) or kept.looks:
            value = _SEALED + sealed(tuple(kept), digest, key)
        else:
            value = _PLAIN + marshal.dumps(kept.result)
        self._entries.append((key, _sum(key, value) + value))
        self._flush_when_many()

    def open(self, row: Row, digest: str) -> Kept | None:
        """Return what a row says of the file with that digest, None where it is about another one."""
        with suppress(ValueError, EOFError, TypeError):
            return row.plain or Kept(*opened(row.value[1:], digest, row.key))
        return None

    def seen(self, slot: bytes, status: os.stat_result | None, key: bytes) -> None:
        """Note that the file of this slot has the result ``key`` while it looks as it did before it was read."""
        if status is None:
            return
        stat = _UNKNOWN if max(status.st_mtime_ns, status.st_ctime_ns) + _RACY > self._now else _packed(status)
        self._files.append((slot, stat + _sum(slot, stat + key), key))
        self._flush_when_many()

    def mark(self, key: bytes) -> None:
        """Remember a key that has no value."""
        self._entries.append((key, _sum(key, b"")))

    def marked(self, key: bytes) -> bool:
        """Tell whether a key was marked."""
        row = self.entry(key)
        return row is not None and not row.value

    def close(self) -> None:
        """Write what is left, and drop what has become old."""
        self._attempt(self._flush)
        if self._written:
            self._attempt(self._trim)
        self._drop()

    # what may fail

    def _attempt(self, action: Callable[[], Any]) -> Any:
        """Return what ``action`` returns; None where the database cannot do it."""
        try:
            return action()
        except (sqlite3.DatabaseError, UnicodeError) as error:  # a damaged one may say so in what is no text
            self._failed(error)
        except OSError as error:
            self._give_up(_UNUSABLE, error.strerror or type(error).__name__)
        return None

    def _failed(self, error: Exception) -> None:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        self._entries, self._files = [], []
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return  # another process has been writing for long: nothing is lost but time
        if code in _BROKEN:
            self._tell(_DAMAGED)
            self._drop()
            self._attempt(self._renew)
            return
        self._give_up(_UNUSABLE, str(error))

    def _renew(self) -> None:
        remove(self._folder)
        try:
            self._open()
        except (sqlite3.DatabaseError, UnicodeError) as error:
            self._give_up(_UNUSABLE, str(error))

    def _give_up(self, why: Words, problem: str = "") -> None:
        self._drop()
        self._tell(why, problem)

    def _tell(self, why: Words, problem: str = "") -> None:
        self._say(why, {"path": str(self._folder), "problem": problem})

    def _drop(self) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None

    def _open(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not store.trusted(self._folder):
            self._give_up(_OPEN_TO_OTHERS)
            return
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))  # nobody else may read it, whatever the mask says
        database = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        self._database = database
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        if not _version(database):
            database.execute("BEGIN IMMEDIATE")
            if not _version(database):  # another process may have been quicker
                for statement in _SCHEMA:
                    database.execute(statement)
            database.execute("COMMIT")
        if _version(database) != VERSION:
            self._give_up(_OTHER)

    def _known(self, slots: list[bytes]) -> dict[bytes, tuple[Any, Any, Any]]:
        if self._database is None:
            return {}
        query = _KNOWN + f"({','.join('?' * len(slots))})"
        return {slot: (stat, key, value) for slot, stat, key, value in self._database.execute(query, slots)}

    def _row(self, slot: bytes, status: os.stat_result | None, known: tuple[Any, Any, Any] | None) -> Row | None:
        if known is None or status is None:
            return None
        stat, key, value = known
        size = _STAT.size
        if not isinstance(stat, bytes) or not isinstance(key, bytes):
            return None
        if stat[:size] != _packed(status) or stat[size:] != _sum(slot, stat[:size] + key):
            return None
        return _checked(key, value)

    def _flush_when_many(self) -> None:
        if len(self._entries) >= _BATCH or len(self._files) >= _BATCH:
            self._attempt(self._flush)

    def _flush(self) -> None:
        entries, files = self._entries, self._files
        self._entries, self._files = [], []
        if self._database is None or not (entries or files):
            return
        self._database.execute("BEGIN IMMEDIATE")
        try:
            rows = [(key, value, self._now // _DAY) for key, value in entries]
            self._database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
            self._database.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", files)
            self._database.execute("COMMIT")
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")
            raise
        self._written += len(entries)

    def _trim(self) -> None:
        if self._database is None:
            return
        gone = self._database.execute("DELETE FROM entries WHERE day < ?", (self._now // _DAY - _DAYS,))
        if gone.rowcount:
            self._database.execute("DELETE FROM files WHERE key NOT IN (SELECT key FROM entries)")


def remove(folder: Path) -> bool:
    """Remove the results in ``folder``; tell whether there were any. Raises OSError."""
    found = False
    for part in _PARTS:
        with suppress(FileNotFoundError):
            (folder / f"{NAME}{part}").unlink()
            found = True
    return found


def extent(folder: Path) -> Extent | None:
    """Return how much is kept in ``folder``, None where nothing is. Raises OSError where it cannot be read."""
    path = folder / NAME
    if not path.exists():
        return None
    try:
        database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
        try:
            if _version(database) != VERSION:
                raise OSError("it was made by another version of presslint")
            results, files = (
                database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names of our own
                for table in ("entries WHERE length(value) > 8", "files")
            )
        finally:
            database.close()
    except sqlite3.DatabaseError as error:
        raise OSError(str(error)) from error
    size = sum(part.stat().st_size for part in (folder / f"{NAME}{one}" for one in _PARTS) if part.exists())
    return Extent(results, files, size)


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _packed(status: os.stat_result) -> bytes:
    return _STAT.pack(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & 0xFFFFFFFFFFFFFFFF)


def _checked(key: bytes, value: object) -> Row | None:
    if not isinstance(value, bytes):  # what is damaged may have changed its kind
        return None
    return Row(key, value[_SUM:]) if value[:_SUM] == _sum(key, value[_SUM:]) else None


def _sum(key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=_SUM, key=key).digest()
