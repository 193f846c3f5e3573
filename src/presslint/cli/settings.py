"""The options of the command line as values."""

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from presslint.cli import environment
from presslint.engine.linter import Linter
from presslint.engine.walk import STDIN
from presslint.errors import ConfigError
from presslint.model.finding import Safety


class Settings(NamedTuple):
    """What a command line asks for. ``lowest`` is the least safe kind of fix to make, None for none at all."""

    paths: tuple[str, ...]
    linter: Linter
    lowest: Safety | None
    diff: bool
    stdin_name: str

    @property
    def takes_stdout(self) -> bool:
        """Tell whether a text or a diff is written to standard output, where reports would spoil it."""
        return self.diff or (self.lowest is not None and STDIN in self.paths)


def settings_of(values: Mapping[str, Any]) -> Settings:
    """Return the settings that the options of ``check`` mean. Raises ConfigError for options that contradict."""
    paths = tuple(values["paths"] or ["."])
    fix, diff, unsafe = values["fix"], values["diff"], values["unsafe_fixes"]
    if unsafe and not (fix or diff):
        raise ConfigError("--unsafe-fixes says which fixes to make: add --fix or --diff")
    if values["stdin_filename"] is not None and STDIN not in paths:
        raise ConfigError("--stdin-filename names standard input: add the path -")
    if fix and not diff and STDIN in paths and len(paths) > 1:
        raise ConfigError("--fix writes standard input to standard output: give - alone, or files")
    if values["changed_lines"] and values["changed_since"] is None:
        raise ConfigError("--changed-lines needs to know since when: add --changed-since")
    if values["changed_lines"] and fix:
        raise ConfigError("--changed-lines tells of fewer findings, and --fix would mend the others too: leave one out")
    safety = Safety.UNSAFE if unsafe else Safety.SAFE
    lowest = safety if fix or diff else None
    return Settings(paths, linter_of(values), lowest, diff, values["stdin_filename"] or STDIN)


def linter_of(values: Mapping[str, Any]) -> Linter:
    """Return the linter with those of the options in ``values`` that decide about findings.

    Messages are in the language of the option, else of ``PRESSLINT_LANG``, else of the configuration, else of the
    locale.
    """
    overrides = {
        "select": _names(values.get("select")),
        "ignore": _names(values.get("ignore")),
        "profile": values.get("profile"),
        "fail_on": values.get("fail_on"),
        "max_warnings": values.get("max_warnings"),
        "language": environment.ui_language(values["lang"]),
        "release_date": environment.day(values.get("release_date"), "--release-date"),
        "baseline": _baseline(values),
    }
    given = {name: value for name, value in overrides.items() if value is not None}
    today = environment.day(values.get("today"), "--today") or environment.today()
    return Linter(given, today=today, config_file=values.get("config"), language=environment.locale_language())


def _baseline(values: Mapping[str, Any]) -> str | None:
    given = values.get("baseline")
    if values.get("no_baseline"):
        if given is not None:
            raise ConfigError("--baseline and --no-baseline contradict: leave one of them out")
        return ""
    return given if given is None else os.path.abspath(given)  # noqa: PTH100 - takes out ".." as text


def _names(given: Iterable[str] | None) -> tuple[str, ...] | None:
    """Return the names in options that may be repeated and may hold several, by commas."""
    if given is None:
        return None
    return tuple(name for part in given for name in (one.strip() for one in part.split(",")) if name)
