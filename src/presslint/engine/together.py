"""What only all releases of a run show together: numbers given twice, translations that drifted, broken references.

Every file is read once. What comes of it beside its findings is an entry of an index, which the cache keeps too; only
when all entries are there can be said which files have to be looked at again, side by side, and those are few.
"""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, cast

from presslint.engine.flat import flat, result_of
from presslint.engine.seal import opened, sealed
from presslint.engine.walk import Input
from presslint.errors import PresslintError
from presslint.load import read_source
from presslint.model.repository import EXCEPTED, Entry
from presslint.model.source import Source
from presslint.model.verdict import FileResult, Skipped

if TYPE_CHECKING:
    from presslint.checks.repository_claims import Claims
    from presslint.checks.repository_index import Index
    from presslint.engine.linter import Linter
    from presslint.engine.neighbours import Neighbours

_Quiet = tuple[str, str, str | None, tuple[Skipped, ...]]  # format, language, day, rules that did not run

_IN_MEMORY = 4_000_000  # bytes of results that wait, before they go to the disk


class Together:
    """Looks at the results of a run once more, for ``linter``; ``read`` reads a file again.

    ``shown`` are the files whose results are wanted, None for all: the others are there to be compared with.
    """

    def __init__(
        self,
        linter: "Linter",
        files: Sequence[Input],
        read: Callable[[Input], Source] | None = None,
        shown: frozenset[str] | None = None,
    ) -> None:
        self._linter = linter
        self._files = files
        self._read = read or (lambda file: read_source(file.path, file.shown))
        self._shown = shown

    def over(self, results: Iterable[FileResult]) -> Generator[FileResult]:
        """Yield the results in their order, with what the files say together.

        As long as no file has an entry for the index, each result is passed on at once. Raises PresslintError where
        results cannot be set aside.
        """
        coming = iter(results)
        for result in coming:
            if result.entry:
                yield from self._all(result, coming)
            elif self._is_shown(result):
                yield result

    def _is_shown(self, result: FileResult) -> bool:
        return self._shown is None or result.path in self._shown

    def _all(self, first: FileResult, coming: Iterator[FileResult]) -> Generator[FileResult]:
        from presslint.checks.repository_claims import claims_of  # noqa: PLC0415 - only who compares releases
        from presslint.checks.repository_index import Index  # noqa: PLC0415 - as above

        index = Index()
        with _Shelf() as shelf:
            result: FileResult | None = first
            while result is not None:
                if result.entry:
                    index.add(result.path, Entry._make(cast("tuple[Any, ...]", result.entry)))
                if self._is_shown(result):
                    shelf.put(result)
                result = next(coming, None)
            claims = claims_of(index)
            neighbours = self._neighbours(index, claims) if claims or self._is_special(index) else None
            for waiting in shelf:
                yield waiting if neighbours is None else neighbours.judged(waiting)

    def _is_special(self, index: "Index") -> bool:
        """Tell whether files have to be looked at though the index says nothing about them."""
        if any(flags & EXCEPTED for flags in index.flags):
            return True
        return any(self._linter.options(file.shown).house.registries.history for file in self._files)

    def _neighbours(self, index: "Index", claims: "Claims") -> "Neighbours":
        from presslint.engine.neighbours import Neighbours  # noqa: PLC0415 - only where there is an index

        return Neighbours(self._linter, self._files, self._read, index, claims)


class _Shelf:
    """Results that wait until all have come; closed to others where they do not stay in memory.

    Of most files there is nothing to tell: what is the same for many of them is kept once.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with the shelf
        self._secret = os.urandom(16).hex()
        self._rows: list[tuple[str, _Quiet | int]] = []  # path, and what is to be said, or the length of its frame
        self._same: dict[_Quiet, _Quiet] = {}

    def __enter__(self) -> "_Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, result: FileResult) -> None:
        """Set a result aside. Raises PresslintError."""
        path, format_, language, day, error, findings, skipped, text, crashed, parts, _ = result
        if not (findings or parts or error or crashed or text):
            quiet = (format_, language, day, skipped)
            self._rows.append((path, self._same.setdefault(quiet, quiet)))
            return
        frame = sealed((text, flat(result._replace(entry=()))), self._secret, self._key(len(self._rows)))
        try:
            self._file.write(frame)
        except OSError as problem:
            raise PresslintError(f"results cannot be set aside: {problem.strerror or problem}") from problem
        self._rows.append((path, len(frame)))

    def __iter__(self) -> Iterator[FileResult]:
        """Yield the results as they came."""
        self._file.seek(0)
        for number, (path, row) in enumerate(self._rows):
            if isinstance(row, int):
                text, told = opened(self._file.read(row), self._secret, self._key(number))
                yield result_of(told, path, text)
            else:
                format_, language, day, skipped = row
                yield FileResult(path, format_, language, day, not_checked=skipped)

    @staticmethod
    def _key(number: int) -> bytes:
        return number.to_bytes(8, "little")
