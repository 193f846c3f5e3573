"""Floor 5: packs of rules. From YAML files, or what was compiled from them, to rules that are ready to run."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from presslint.packs.bind import bind
from presslint.packs.select import Names, Selection

if TYPE_CHECKING:
    from presslint.model.finding import Severity
    from presslint.model.options import Options
    from presslint.model.rule import BoundRule, Rule, RulePage
    from presslint.packs.compiled import Compiled

__all__ = ["bind", "digest", "forget", "known_names", "load_rules", "pages", "rules_for"]

_selections: dict[int, Selection] = {}
_MANY = 256


def load_rules(folders: Sequence[str] = ()) -> "tuple[Rule, ...]":
    """Return all rules: presslint's own and those of the packs in ``folders``, sorted by code.

    Raises PackError with one line ``file:line: …`` for every mistake. Read once; see :func:`forget`.
    """
    return _load(tuple(folders)).rules


def pages(folders: Sequence[str] = ()) -> "dict[str, RulePage]":
    """Return what only documentation and tests need of the rules, by code. Raises PackError."""
    from presslint.packs.find import find_pages  # noqa: PLC0415 - a check needs no pages

    return find_pages(tuple(folders))


def digest(folders: Sequence[str] = ()) -> str:
    """Return what changes whenever presslint's own rules or those of the packs in ``folders`` change.

    Raises PackError where a folder cannot be read.
    """
    from presslint.packs import find  # noqa: PLC0415 - only who keeps results asks

    return find.digest(tuple(folders))


def rules_for(options: "Options", path: str) -> "tuple[BoundRule, ...]":
    """Return the rules for the file at ``path``, ready to run and sorted by code.

    Raises PackError for a broken pack, ConfigError for a rule, profile or parameter in ``options`` that does not exist.
    """
    return _selection(options).rules(path)


def _selection(options: "Options") -> Selection:
    selection = _selections.get(id(options))
    if selection is None or selection.options is not options:
        loaded = _load(tuple(options.packs))
        selection = Selection(options, Names(loaded.rules), loaded.profiles, loaded.gates)
        if len(_selections) >= _MANY:
            _selections.clear()
        _selections[id(options)] = selection
    return selection


def severity_of_self(options: "Options", path: str, code: str) -> "Severity | None":
    """Return the severity that ``options`` give to a code of presslint itself, None where they give none.

    Raises KeyError where they hide it, and what :func:`rules_for` raises.
    """
    return _selection(options).of_self(code, path)


def known_names(rules: "Iterable[Rule]") -> Collection[str]:
    """Return every way to name one or several of ``rules``: codes, names, groups, packs and ``ALL``, sorted."""
    return tuple(sorted(Names(rules)))


def profiles(folders: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the names of all profiles, sorted. Raises PackError."""
    return tuple(sorted(_load(tuple(folders)).profiles))


def forget() -> None:
    """Read rules again when they are next asked for: for programs that outlive a change of the files."""
    _load.cache_clear()
    _selections.clear()


@lru_cache(maxsize=16)
def _load(folders: tuple[str, ...]) -> "Compiled":
    from presslint.packs.find import find_rules  # noqa: PLC0415 - bound to what is asked for

    return find_rules(folders)
