"""The cache of results: when a run uses it, and ``presslint cache``."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presslint.cli.streams import say, show
from presslint.config import store
from presslint.engine.wording import render
from presslint.errors import ConfigError, PresslintError
from presslint.model.values import Words
from presslint.model.verdict import ExitCode

if TYPE_CHECKING:
    from presslint.engine.cache import Cache

_NO_PLACE = "this system has no cache folder for you; name one with --cache-dir or PRESSLINT_CACHE_DIR"


def cache_for(values: Mapping[str, Any], language: str, *, useful: bool) -> "Cache | None":
    """Return the cache that the options ask for, None where none is wanted or none can be had.

    ``useful`` says whether the run could gain from one. Why a cache cannot be used is said on standard error. Raises
    ConfigError for options that contradict.
    """
    if values["no_cache"]:
        if values["cache_dir"] is not None:
            raise ConfigError("--no-cache and --cache-dir contradict: leave one of them out")
        return None
    place = folder(values["cache_dir"])
    if not useful or place is None:
        return None
    from presslint.engine.cache import Cache  # noqa: PLC0415 - one file needs none

    def tell(words: Words, args: Mapping[str, str]) -> None:
        say(render(words, args, language))

    cache = Cache(place, time.time_ns(), tell)
    return cache or None


def folder(given: str | None) -> Path | None:
    """Return the folder of the cache: the one that is given, or the user's; None where the system has none."""
    return store.folder() if given is None else Path(given).absolute()


def run_clear(given: str | None) -> int:
    """Remove all results. Raises PresslintError where that cannot be."""
    from presslint.engine.cache import NAME, remove  # noqa: PLC0415 - slow to import

    place = _place(given)
    try:
        found = remove(place)
    except OSError as error:
        raise PresslintError(f"{place / NAME}: cannot be removed: {error.strerror}") from error
    show(f"{place}: {'cleared' if found else 'there was nothing to clear'}\n")
    return ExitCode.CLEAN


def run_info(given: str | None) -> int:
    """Say where the cache lies and how much is in it. Raises PresslintError where it cannot be read."""
    from presslint.engine.cache import NAME, extent  # noqa: PLC0415 - slow to import

    place = _place(given)
    try:
        found = extent(place)
    except OSError as error:
        raise PresslintError(f"{place / NAME}: cannot be read: {error.strerror or error}") from error
    if found is None:
        show(f"{place}: nothing is kept here\n")
    else:
        show(f"{place}: {found.results} results, {found.files} files, {found.size / 1e6:.1f} MB\n")
    return ExitCode.CLEAN


def _place(given: str | None) -> Path:
    place = folder(given)
    if place is None:
        raise ConfigError(_NO_PLACE)
    return place
