"""Many files: what is known of them from earlier runs, the rest checked by one process or by several, all in order."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from presslint.engine import flat
from presslint.engine.linter import Linter
from presslint.engine.walk import STDIN, Input
from presslint.engine.wording import render
from presslint.errors import LoadError, PackError, PresslintError
from presslint.load import read_source
from presslint.model.options import Options
from presslint.model.source import Source
from presslint.model.values import Words
from presslint.model.verdict import FileResult

if TYPE_CHECKING:
    from presslint.engine.cache import Cache, Kept, Row
    from presslint.engine.looks import Look, Present
    from presslint.engine.pool import Answer, Pool

_WINDOW = 1024  # files that are looked at before the first of them is reported: memory does not grow with the run
_BATCH = 256
_PER_FILE, _PER_BYTE = 0.0005, 0.0000004  # seconds that a check takes, roughly: processes must be worth their start
_WORTH = 3.0
_SHARE = 1.5  # seconds of work for each process
_MOST = 32

_LOST = Words(
    "the process that checked this file ended ({how}): it was not checked",
    "der Prozess, der diese Datei prüfte, endete ({how}): sie wurde nicht geprüft",
)


class _Slot:
    """A file on its way: it waits for a check, has a ``row`` to be opened, or has its ``result``."""

    __slots__ = ("cost", "file", "key", "place", "result", "row", "status", "ticket")

    def __init__(self, file: Input) -> None:
        self.file = file
        self.result: FileResult | None = None
        self.row: Row | None = None
        self.status: os.stat_result | None = None
        self.place = b""
        self.key = b""
        self.cost = 0.0
        self.ticket = -1

    @property
    def waits(self) -> bool:
        return self.result is None and self.row is None


class Checker:
    """Checks files with ``linter``, whose rules must have been found right by :meth:`prepare`.

    ``read`` reads what has no path of its own, and everything where no process but this one may. ``jobs`` is the number
    of processes, 0 for as many as are worth it, 1 for this one alone.
    """

    def __init__(
        self, linter: Linter, read: Callable[[Input], Source], *, cache: "Cache | None" = None, jobs: int = 1
    ) -> None:
        self._linter = linter
        self._read = read
        self._cache = cache
        self._jobs = jobs
        self._keys = _Keys(linter) if cache else None
        self._fresh: set[bytes] = set()  # settings of which the cache knows nothing
        self._ahead: deque[_Slot] = deque()
        self._cost = 0.0
        self._left = 0
        self._pool: Pool | None = None
        self._sent: dict[int, _Slot] = {}
        self._tickets = 0
        self._present: dict[str, Present] = {}

    def prepare(self, files: Iterable[Input]) -> None:
        """Find what is wrong with the configuration and the rules of all files. Raises ConfigError or PackError.

        What an earlier run has found right under the same settings is not looked at again.
        """
        right: dict[int, bool] = {}
        marks: dict[bytes, None] = {}
        for file in files:
            options = self._linter.options(file.shown)
            known = right.get(id(options))
            if known is None:
                known = right[id(options)] = self._is_known(options, marks)
            if not known:
                self._linter.prepare(file.shown)
        for mark in marks:
            if self._cache:
                self._cache.mark(mark)

    def over(self, files: Sequence[Input]) -> Generator[FileResult]:
        """Yield the result of each file, in their order."""
        self._left = len(files)
        coming = iter(files)
        try:
            while True:
                if len(self._ahead) <= _WINDOW - _BATCH:
                    self._look_ahead(coming)
                if not self._ahead:
                    break
                slot = self._ahead[0]
                result = self._result(slot)
                self._ahead.popleft()
                self._cost -= slot.cost
                yield result
        finally:
            if self._pool is not None:
                self._pool.close()
            if self._cache is not None:
                self._cache.close()

    def _is_known(self, options: Options, marks: dict[bytes, None]) -> bool:
        if self._keys is None or not self._cache:
            return False
        mark = self._keys.of(options)
        if self._cache.marked(mark):
            return not options.per_path  # each pattern may bring rules that no file has had before
        self._fresh.add(mark)
        marks[mark] = None
        return False

    # looking ahead

    def _look_ahead(self, coming: Iterator[Input]) -> None:
        """Take in files until the window is full: those that the cache knows are as good as checked."""
        fresh: list[_Slot] = []
        while len(self._ahead) < _WINDOW:
            slots = [_Slot(file) for file in islice(coming, _BATCH)]
            if not slots:
                break
            self._left -= len(slots)
            self._recall(slots)
            for slot in slots:
                if slot.waits and slot.status is not None:
                    slot.cost = _PER_FILE + slot.status.st_size * _PER_BYTE
                    self._cost += slot.cost
            self._ahead += slots
            fresh += slots
        if self._pool is None and self._start_when_worth_it():
            fresh = list(self._ahead)
        if self._pool is not None:
            self._send(self._pool, fresh)

    def _recall(self, slots: list[_Slot]) -> None:
        for slot in slots:
            if slot.file.error is None and slot.file.path != STDIN:
                slot.status = _status(slot.file.path)
        cache, keys = self._cache, self._keys
        if cache is None or keys is None or not cache:
            return
        asked = [slot for slot in slots if slot.status is not None]
        for slot in asked:
            slot.place = keys.place(slot.file)
        for slot, row in zip(asked, cache.rows([(slot.place, slot.status) for slot in asked]), strict=True):
            if row is None:
                self._recall_by_content(slot, cache, keys)
                continue
            kept = row.plain
            if kept is None:
                slot.row = row
            else:
                slot.result = flat.result_of(kept.result, slot.file.shown, "")

    def _recall_by_content(self, slot: _Slot, cache: "Cache", keys: "_Keys") -> None:
        if keys.of(self._linter.options(slot.file.shown)) in self._fresh:
            return
        source = self._readable(slot)
        if source is None:
            return
        row = cache.entry(keys.entry(slot.file, source.digest))
        if row is not None:
            slot.result = self._opened(slot, row, source)
            if slot.result is not None:
                cache.seen(slot.place, slot.status, row.key)

    def _readable(self, slot: _Slot) -> Source | None:
        try:
            return read_source(slot.file.path, slot.file.shown)
        except LoadError:
            return None  # the check itself says why

    def _opened(self, slot: _Slot, row: "Row", source: Source) -> FileResult | None:
        """Return what a row says of the file; None where what the file depended on is not as it was."""
        assert self._cache is not None  # noqa: S101 - there is a row
        kept = self._cache.open(row, source.digest)
        if kept is None or (kept.looks and not self._holds(kept, slot.file.shown)):
            return None
        text = source.text
        if kept.result[4] and (not text or source.derived):
            from presslint.load import load  # noqa: PLC0415 - no text of its own: what its loader makes of it

            try:
                text = load(source, self._linter.options(source.path).house).source.text
            except LoadError:
                return None
        return flat.result_of(kept.result, slot.file.shown, text)

    def _holds(self, kept: "Kept", shown: str) -> bool:
        from presslint.engine.looks import Present  # noqa: PLC0415 - few releases lead to files

        options = self._linter.options(shown)
        present = self._present.get(options.site_root)
        if present is None:
            present = self._present[options.site_root] = Present(self._linter.files(options))
        return present.holds(kept.looks, shown)

    # one result

    def _result(self, slot: _Slot) -> FileResult:
        if slot.row is not None:
            slot.result, slot.row = self._reopened(slot, slot.row), None
        if self._pool is not None:
            self._gather(self._pool, slot)
        if slot.result is None:
            slot.result = self._checked(slot)
        return slot.result

    def _reopened(self, slot: _Slot, row: "Row") -> FileResult | None:
        source = self._readable(slot)
        if source is None or self._keys is None or row.key != self._keys.entry(slot.file, source.digest):
            return None
        return self._opened(slot, row, source)

    def _checked(self, slot: _Slot) -> FileResult:
        file = slot.file
        try:
            source = self._read(file)
        except LoadError as error:
            return FileResult(file.shown, error=error.in_(self._linter.options(file.shown).language))
        if self._keys is None:
            return flat.slim(self._linter.check(source))
        result, looks = self._linter.watch(source)
        self._keep(slot, source.digest, result, looks)
        return flat.slim(result)

    def _keep(self, slot: _Slot, digest: str, result: FileResult, looks: "tuple[Look, ...]") -> None:
        cache, keys = self._cache, self._keys
        if not cache or keys is None or slot.status is None:
            return
        if any(one.error is not None or one.crashed for one in result.unfolded()):
            return  # what went wrong may go right next time
        from presslint.engine.cache import Kept  # noqa: PLC0415 - there is a cache

        key = keys.entry(slot.file, digest)
        cache.keep(key, digest, Kept(flat.flat(result), looks))
        cache.seen(slot.place or keys.place(slot.file), slot.status, key)

    # several processes

    def _start_when_worth_it(self) -> bool:
        jobs = self._jobs
        if jobs == 1 or self._linter.web is not None:
            return False
        if jobs == 0:
            cost = self._cost * (1 + self._left / max(len(self._ahead), 1))
            jobs = min(processors(), _MOST, int(cost / _SHARE)) if cost >= _WORTH else 1
        elif sum(slot.waits for slot in self._ahead) < 2:
            return False
        if jobs <= 1:
            return False
        from presslint.engine.pool import Pool, Setup  # noqa: PLC0415 - only now

        linter = self._linter
        setup = Setup(linter.overrides, linter.today, linter.config_file, linter.language, linter.gathers)
        self._pool = Pool(setup, min(jobs, _MOST))
        return True

    def _send(self, pool: "Pool", slots: Iterable[_Slot]) -> None:
        """Have everything checked that waits; where no process can be started, all is checked here."""
        from presslint.engine.pool import Task  # noqa: PLC0415 - there is a pool

        try:
            for slot in slots:
                if slot.waits and slot.status is not None:
                    slot.ticket = self._tickets = self._tickets + 1
                    self._sent[slot.ticket] = slot
                    pool.put(Task(slot.ticket, slot.file.path, slot.file.shown))
            pool.push()
        except OSError:
            self._go_alone(pool)

    def _gather(self, pool: "Pool", slot: _Slot) -> None:
        """Take in what has come, and wait until this file is among it."""
        try:
            while True:
                waits = slot.waits and slot.ticket >= 0
                for answer in pool.take(wait=waits):
                    self._told(self._sent.pop(answer.ticket), answer)
                if not waits or not slot.waits:
                    return
        except OSError:
            self._go_alone(pool)

    def _go_alone(self, pool: "Pool") -> None:
        pool.close()
        self._pool = None
        self._jobs = 1

    def _told(self, slot: _Slot, answer: "Answer") -> None:
        shown = slot.file.shown
        if answer.lost is not None:
            how = f"signal {-answer.lost}" if answer.lost < 0 else f"{answer.lost}"
            language = self._linter.options(shown).language
            slot.result = FileResult(shown, error=render(_LOST, {"how": how}, language))
            return
        if answer.value[0] == "error":
            raise (PackError if answer.value[1] == "PackError" else PresslintError)(answer.value[2])
        _, plain, text, digest, looks = answer.value
        slot.result = flat.result_of(plain, shown, text)
        self._keep(slot, digest, slot.result, looks)


class _Keys:
    """The keys of files under their settings."""

    def __init__(self, linter: Linter) -> None:
        from presslint.engine import keys  # noqa: PLC0415 - there is a cache

        self._linter = linter
        self._settings_of = keys.settings
        self._program = keys.program()
        self._settings: dict[int, tuple[Options, bytes]] = {}
        self._here = os.fsencode(os.getcwd())

    def of(self, options: Options) -> bytes:
        """Return the key of settings."""
        known = self._settings.get(id(options))
        if known is None:
            key = _hash(self._program, self._settings_of(options), b"together" if self._linter.gathers else b"alone")
            known = self._settings[id(options)] = (options, key)  # kept, so that its number stays its own
        return known[1]

    def place(self, file: Input) -> bytes:
        """Return the key of the place on the disk, under its settings."""
        paths = (os.fsencode(file.path), os.fsencode(file.shown))
        return _hash(self.of(self._linter.options(file.shown)), self._here, *paths)

    def entry(self, file: Input, digest: str) -> bytes:
        """Return the key of a content, under its settings and its name: the name of a file may carry its date."""
        shown = os.fsencode(file.shown)
        here = self._here if os.path.isabs(file.shown) else b""
        return _hash(self.of(self._linter.options(file.shown)), here, shown, digest.encode())


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _hash(*parts: bytes) -> bytes:
    return sha256(b"\0".join(parts)).digest()[:16]


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None
