"""A cache may be slow and it may be empty; it is never wrong, and it never tells what a release says."""

import os
import random
import sqlite3
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from presslint.engine import cache as module
from presslint.engine.cache import NAME, Cache, Kept, extent, remove
from presslint.engine.flat import flat
from presslint.model.finding import Confidence, Finding, Location, Severity
from presslint.model.values import Words
from presslint.model.verdict import FileResult, Skipped
from presslint.text.span import SourceSpan

EMBARGOED = "Die Übernahme durch Nordhafen ist beschlossen"
DIGEST = sha256(b"the bytes of the file").hexdigest()
NOW = 10**19
FINDING = Finding(
    "DAT002", "weekday", Severity.ERROR, Confidence.HIGH, f"„{EMBARGOED}“ geht so nicht.", Location(1, 1, 1, 9),
    SourceSpan(0, 8), EMBARGOED,
)  # fmt: skip
WITH = Kept(flat(FileResult("a.md", "markdown", "de", "2026-03-02", findings=(FINDING,))))
WITHOUT = Kept(flat(FileResult("a.md", "markdown", "de", "2026-03-02", not_checked=(Skipped("LNK016", "offline"),))))
KEY, SLOT = b"k" * 16, b"s" * 16


class Told:
    """What a cache has said about itself."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, words: Words, args: Mapping[str, str]) -> None:
        assert words.de != words.en
        self.words.append(words.en.format(**args))


@pytest.fixture
def told() -> Told:
    """Return what listens."""
    return Told()


@pytest.fixture
def make(tmp_path: Path, told: Told) -> Callable[..., Cache]:
    """Return what opens the cache of a run."""
    return lambda folder="cache", now=NOW: Cache(tmp_path / folder, now, told)


def status(path: Path) -> os.stat_result:
    """Return what the system says of a file, which is made where there is none."""
    if not path.exists():
        path.touch()
    return path.stat()


@pytest.fixture
def filled(make: Callable[..., Cache], tmp_path: Path) -> Path:
    """Return the file of a cache that holds two results."""
    cache = make()
    cache.keep(KEY, DIGEST, WITH)
    cache.seen(SLOT, status(tmp_path / "a.md"), KEY)
    cache.keep(b"other", DIGEST, WITHOUT)
    cache.seen(b"place", status(tmp_path / "b.md"), b"other")
    cache.close()
    return tmp_path / "cache" / NAME


def recalled(cache: Cache) -> Kept | None:
    """Return the result with a finding, as a run of the same settings gets it."""
    row = cache.entry(KEY)
    return None if row is None else cache.open(row, DIGEST)


def test_what_was_kept_is_there_in_the_next_run(filled: Path, make: Callable[..., Cache], tmp_path: Path) -> None:
    cache = make()
    assert recalled(cache) == WITH
    a, b = cache.rows([(SLOT, status(tmp_path / "a.md")), (b"place", status(tmp_path / "b.md"))])
    assert a is not None
    assert b is not None
    assert a.plain is None
    assert b.plain == WITHOUT
    assert cache.open(a, DIGEST) == WITH
    assert cache.entry(b"unknown") is None
    assert cache.rows([(b"unknown", status(tmp_path / "a.md")), (SLOT, None)]) == [None, None]


def test_nothing_of_a_release_lies_in_the_clear(filled: Path) -> None:
    data = b"".join(path.read_bytes() for path in filled.parent.iterdir())
    for word in ("Übernahme", "bernahme", "Nordhafen", "beschlossen", "geht so nicht"):
        assert word.encode() not in data
        assert word.encode("utf-16-le") not in data
    assert b"a.md" not in data
    assert DIGEST.encode() not in data
    assert bytes.fromhex(DIGEST) not in data


def test_only_the_same_file_opens_its_result(filled: Path, make: Callable[..., Cache]) -> None:
    row = make().entry(KEY)
    assert row is not None
    other = sha256(b"another file").hexdigest()
    assert make().open(row, other) is None or make().open(row, other) != WITH


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_nobody_else_may_look(filled: Path) -> None:
    assert filled.parent.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in filled.parent.iterdir()} == {0o600}


def test_a_file_that_changed_just_now_is_read_again(make: Callable[..., Cache], tmp_path: Path) -> None:
    found = status(tmp_path / "a.md")
    for now, trusted in ((found.st_mtime_ns + 10**9, False), (found.st_mtime_ns + 3 * 10**9, True)):
        cache = make(f"cache-{trusted}", now)
        cache.keep(KEY, DIGEST, WITH)
        cache.seen(SLOT, found, KEY)
        cache.close()
        (row,) = make(f"cache-{trusted}").rows([(SLOT, found)])
        assert (row is not None) is trusted
        assert make(f"cache-{trusted}").entry(KEY) is not None


@pytest.mark.parametrize("change", ["size", "mtime", "inode"])
def test_another_file_in_the_same_place_is_seen(
    filled: Path, make: Callable[..., Cache], tmp_path: Path, change: str
) -> None:
    path = tmp_path / "a.md"
    before = path.stat()
    if change == "size":
        path.write_text("x")
        os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))
    elif change == "mtime":
        os.utime(path, ns=(1, 1))
    else:
        (tmp_path / "new").touch()
        os.utime(tmp_path / "new", ns=(before.st_mtime_ns, before.st_mtime_ns))
        (tmp_path / "new").replace(path)
    assert make().rows([(SLOT, path.stat())]) == [None]


@pytest.mark.parametrize("data", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_cache_is_made_anew(filled: Path, make: Callable[..., Cache], told: Told, data: bytes) -> None:
    for path in filled.parent.iterdir():
        path.unlink()
    filled.write_bytes(data)
    cache = make()
    assert cache
    assert recalled(cache) is None
    cache.keep(KEY, DIGEST, WITH)
    cache.close()
    assert recalled(make()) == WITH
    assert [word for word in told.words if "damaged" not in word] == []
    assert len(told.words) == (1 if data else 0)


def test_whatever_byte_is_wrong_no_result_is(filled: Path, make: Callable[..., Cache], tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - the same damage each time
    whole = filled.read_bytes()
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 8, 64))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        for path in filled.parent.iterdir():
            path.unlink()
        filled.write_bytes(data)
        cache = make()
        assert recalled(cache) in (None, WITH)
        a, b = cache.rows([(SLOT, status(tmp_path / "a.md")), (b"place", status(tmp_path / "b.md"))]) or [None, None]
        assert a is None or cache.open(a, DIGEST) in (None, WITH)
        assert b is None or b.plain == WITHOUT
        cache.close()


def test_a_cache_that_breaks_during_the_run_is_made_anew(filled: Path, make: Callable[..., Cache], told: Told) -> None:
    cache = make()
    database: Any = cache._database
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with filled.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (filled.stat().st_size - 100))
    database.execute("PRAGMA shrink_memory")
    assert recalled(cache) is None
    assert told.words == [f"the cache {filled.parent} was damaged and is made anew"]
    cache.keep(KEY, DIGEST, WITH)
    cache.close()
    assert recalled(make()) == WITH


def test_another_version_is_left_alone(filled: Path, make: Callable[..., Cache], told: Told) -> None:
    with sqlite3.connect(filled) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = filled.read_bytes()
    cache = make()
    assert not cache
    assert "another version" in told.words[0]
    cache.keep(KEY, DIGEST, WITH)
    cache.close()
    assert filled.read_bytes() == before
    with pytest.raises(OSError, match="another version"):
        extent(filled.parent)


def test_a_folder_that_cannot_be_is_said_once(make: Callable[..., Cache], tmp_path: Path, told: Told) -> None:
    (tmp_path / "cache").write_text("a file")
    cache = make()
    assert not cache
    cache.mark(KEY)
    assert not cache.marked(KEY)
    assert cache.rows([(SLOT, status(tmp_path / "a.md"))]) == [None]
    cache.close()
    assert len(told.words) == 1
    assert "cannot be used" in told.words[0]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners of POSIX")
def test_a_folder_of_others_is_not_trusted(
    make: Callable[..., Cache], told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o777)
    assert not make()
    assert "other users" in told.words[0]
    (tmp_path / "cache").chmod(0o700)
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    assert not make()


def test_another_process_that_writes_for_long_costs_nothing_but_time(
    filled: Path, make: Callable[..., Cache], told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    cache = make()
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache.keep(b"new", DIGEST, WITH)
    cache.close()
    other.execute("ROLLBACK")
    other.close()
    assert told.words == []
    assert recalled(make()) == WITH
    assert make().entry(b"new") is None


def test_a_full_disk_is_said_and_the_run_goes_on(filled: Path, make: Callable[..., Cache], told: Told) -> None:
    cache = make()
    database: Any = cache._database
    database.execute("PRAGMA max_page_count = 1")
    for number in range(250):
        cache.keep(str(number).encode(), DIGEST, Kept(flat(FileResult("a", findings=(FINDING,) * 9))))
    assert not cache
    assert len(told.words) == 1
    assert "full" in told.words[0]
    assert recalled(make()) == WITH


def test_old_results_go(make: Callable[..., Cache], tmp_path: Path) -> None:
    found = status(tmp_path / "a.md")
    for day in (100, 106, 110):
        cache = make(now=NOW + day * 86_400 * 10**9)
        cache.keep(str(day).encode(), DIGEST, WITHOUT)
        cache.seen(str(day).encode(), found, str(day).encode())
        cache.close()
    kept = extent(tmp_path / "cache")
    assert kept is not None
    assert (kept.results, kept.files) == (2, 2)
    assert make().entry(b"106") is not None
    assert make().entry(b"100") is None


def test_keys_can_be_marked(make: Callable[..., Cache]) -> None:
    cache = make()
    cache.mark(KEY)
    cache.close()
    assert make().marked(KEY)
    assert not make().marked(b"other")


def test_results_can_be_counted_and_removed(filled: Path) -> None:
    found = extent(filled.parent)
    assert found is not None
    assert (found.results, found.files) == (2, 2)
    assert found.size > 0
    assert remove(filled.parent)
    assert not remove(filled.parent)
    assert extent(filled.parent) is None
    filled.write_bytes(b"x" * 5000)
    with pytest.raises(OSError, match="not a database"):
        extent(filled.parent)
