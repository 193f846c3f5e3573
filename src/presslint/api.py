"""presslint for other programs: texts and paths in, results out.

All functions take ``today``, the day of the run, since results must not depend on when they are computed; ``select``
and ``ignore`` name rules by code, name or group; ``release_date`` is the day of a release whose text does not say it;
``language`` (``en`` or ``de``) is that of messages; ``config_file`` is a configuration to use instead of those found
upward from each path. They raise ConfigError or PackError where the configuration or a rule is wrong; what is wrong
with a release is the ``error`` of its result.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date

from presslint.engine.linter import Linter
from presslint.engine.many import Checker
from presslint.engine.parting import is_together
from presslint.engine.together import Together
from presslint.engine.walk import Input, find
from presslint.errors import LoadError
from presslint.load import read_source, source_from_bytes
from presslint.model.finding import Safety
from presslint.model.source import Source
from presslint.model.verdict import FileResult

__all__ = ["check_path", "check_paths", "check_text", "fix_text"]


def check_text(  # noqa: PLR0913 - all but the text are optional
    text: str,
    path: str = "-",
    *,
    today: date,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    release_date: date | None = None,
    language: str | None = None,
    config_file: str | None = None,
) -> FileResult:
    """Check a text. ``path`` says which configuration holds, and by its suffix the format; the file need not exist."""
    linter = _linter(today, select, ignore, release_date, language, config_file)
    try:
        source = _source(text, path)
    except LoadError as error:
        return FileResult(path, error=str(error))
    return linter.check(source)


def check_path(  # noqa: PLR0913 - all but the path are optional
    path: str,
    *,
    today: date,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    release_date: date | None = None,
    language: str | None = None,
    config_file: str | None = None,
) -> FileResult:
    """Check one file."""
    return _checked(Input(path, path), _linter(today, select, ignore, release_date, language, config_file))


def check_paths(  # noqa: PLR0913 - all but the paths are optional
    paths: Iterable[str],
    *,
    today: date,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    release_date: date | None = None,
    language: str | None = None,
    config_file: str | None = None,
    jobs: int = 1,
) -> Iterator[FileResult]:
    """Check files and folders, sorted by path, each file when its result is asked for.

    Where a rule compares the files with each other, results come when all files have been read.

    Releases inside a file, such as those attached to a mail, follow it.
    A folder without a file to check has an ``error`` too. ``-`` is a file of that name here.
    ``jobs`` is the number of processes, each a fresh interpreter; 0 is as many as are worth it. They end when the
    results do, or when these are not asked for any more.
    """
    linter = _linter(today, select, ignore, release_date, language, config_file)
    files = find((path if path != "-" else "./-" for path in paths), linter.options).files
    linter.gathers = is_together(files, linter)
    with closing(Checker(linter, _read, jobs=jobs).over(files)) as results:
        for result in Together(linter, files).over(results):
            yield from result.unfolded()


def fix_text(  # noqa: PLR0913 - all but the text are optional
    text: str,
    path: str = "-",
    *,
    today: date,
    unsafe: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    release_date: date | None = None,
    config_file: str | None = None,
) -> str:
    """Return the text with all safe fixes made, with ``unsafe`` also those that need a look.

    Raises LoadError for a text that cannot be read.
    """
    linter = _linter(today, select, ignore, release_date, None, config_file)
    fixed = linter.fix(_source(text, path), Safety.UNSAFE if unsafe else Safety.SAFE)
    if fixed.result.error is not None:
        raise LoadError(fixed.result.error)
    return fixed.text


def _linter(
    today: date,
    select: Sequence[str],
    ignore: Sequence[str],
    release_date: date | None,
    language: str | None,
    config_file: str | None,
) -> Linter:
    given = {"select": tuple(select), "ignore": tuple(ignore), "release_date": release_date, "language": language}
    return Linter({name: value for name, value in given.items() if value}, today=today, config_file=config_file)


def _source(text: str, path: str) -> Source:
    try:
        return source_from_bytes(text.encode(), path)
    except UnicodeEncodeError as error:
        raise LoadError(f"character {error.start} is half of a surrogate pair, so this is no text") from error


def _checked(file: Input, linter: Linter) -> FileResult:
    try:
        source = _read(file)
    except LoadError as error:
        return FileResult(file.shown, error=error.in_(linter.options(file.shown).language))
    return linter.check(source)


def _read(file: Input) -> Source:
    if file.error is not None:
        raise file.error
    return read_source(file.path, file.shown)
