"""``--online``: the links of all files, followed side by side before the first file is judged."""

from collections.abc import Iterable
from time import time

from presslint.cli.check import read
from presslint.cli.progress import Progress
from presslint.config.durations import seconds
from presslint.engine.linter import Linter
from presslint.engine.walk import STDIN, Input
from presslint.errors import ConfigError, LoadError
from presslint.model.finding import Safety
from presslint.model.source import Source

_MISSING = "--online needs aiohttp, which is not installed: pip install 'presslint[online]'"


class Follower:
    """Follows links as the configuration of the current folder says, for at most ``budget``, such as ``60s``.

    ``lowest`` is the least safe kind of fix that will be made, None for none. What a configuration nearer to a file
    allows does not count: strangers' releases must not open the network of who checks them. Raises ConfigError for a
    budget that is no time, and where the extra is missing.
    """

    def __init__(self, linter: Linter, lowest: Safety | None, budget: str | None) -> None:
        self._linter = linter
        self._lowest = lowest
        self._settings = linter.options(STDIN).online
        if budget is not None:
            length = seconds(budget)
            if not length:
                raise ConfigError(f"--online-budget {budget}: this leaves no time at all")
            self._settings = self._settings._replace(budget=length)
        try:
            from presslint.online.run import follow  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("presslint"):
                raise
            raise ConfigError(_MISSING) from error
        self._follow = follow

    def follow(self, files: Iterable[Input]) -> dict[str, Source | LoadError]:
        """Ask for every link that a rule wants to know about; from then on the linter knows what came of it.

        What can be read once only is returned as it was read, by its path.
        """
        asked: dict[str, None] = {}
        # a first check tells which links the rules of each file look at, and those that its fixes would write
        self._linter.web = asked.setdefault
        known: dict[str, Source | LoadError] = {}
        for file in files:
            if file.error is None:
                source = _read(file)
                if file.path == STDIN:
                    known[STDIN] = source
                self._look(source)
        bar = _Bar()
        try:
            self._linter.web = self._follow(asked, self._settings, now=time(), progress=bar.show)
        finally:
            bar.hide()
        return known

    def _look(self, source: Source | LoadError) -> None:
        if isinstance(source, LoadError):
            return
        if self._lowest is None:
            self._linter.check(source)
        else:
            self._linter.fix(source, self._lowest)


class _Bar:
    """The bar of a run that follows links, which knows how many there are when it begins."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def show(self, done: int, total: int) -> None:
        if self._progress is None:
            self._progress = Progress(total)
        self._progress.at(done)

    def hide(self) -> None:
        if self._progress is not None:
            self._progress.hide()


def _read(file: Input) -> Source | LoadError:
    try:
        return read(file)
    except LoadError as error:
        return error
