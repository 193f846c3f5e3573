"""The configuration that holds for a folder: found upward from it, read and validated once.

``presslint.toml`` beats ``pyproject.toml`` in the same folder; the nearest folder that has one of them decides alone.
A ``pyproject.toml`` without the table ``[tool.presslint]`` is passed over, for it belongs to something else; an empty
``presslint.toml`` is a configuration, and ends the search.
"""

import stat
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from presslint.config import store
from presslint.config.paths import shown_path
from presslint.config.tomllines import Keys, line_at
from presslint.errors import ConfigError

OWN, SHARED = "presslint.toml", "pyproject.toml"
_TOOL = ("tool", "presslint")


class Config(NamedTuple):
    """A configuration file: its values as JSON has them, only those that are set, and the lines of its keys."""

    path: Path
    values: dict[str, Any]
    lines: dict[Keys, int]

    def at(self, *keys: str | int) -> str:
        """Return ``file:line`` of a key, or of the nearest table around it."""
        return _at(shown_path(self.path), self.lines, keys)


@lru_cache(maxsize=4096)
def find_config(folder: Path) -> Config | None:
    """Return the configuration for files in ``folder``, which is absolute; None where there is none.

    Raises ConfigError for one that cannot be read or is wrong.
    """
    own = _read(folder / OWN)
    if own is not None:
        return _config(folder / OWN, own, ())
    shared = _read(folder / SHARED)
    # most projects' files need not be parsed to know that they say nothing about presslint
    if shared is not None and b"presslint" in shared:
        found = _config(folder / SHARED, shared, _TOOL)
        if found is not None:
            return found
    return None if folder.parent == folder else find_config(folder.parent)


@lru_cache(maxsize=16)
def named_config(path: Path) -> Config:
    """Return the configuration in the file at ``path``, which is absolute.

    Raises ConfigError where there is none, or where it is wrong.
    """
    data = _read(path)
    if data is None:
        raise ConfigError(f"{shown_path(path)}: there is no such configuration file")
    found = _config(path, data, _TOOL if path.name == SHARED else ())
    if found is None:
        raise ConfigError(f"{shown_path(path)}: has no table [tool.presslint]")
    return found


def forget() -> None:
    """Read configurations again when they are next asked for."""
    find_config.cache_clear()
    named_config.cache_clear()


def _read(path: Path) -> bytes | None:
    try:
        kind = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None  # nor can a release be read in a folder where nobody may look
    except OSError as error:
        raise ConfigError(f"{shown_path(path)}: cannot be read: {error.strerror or error}") from error
    if stat.S_ISDIR(kind) and path.name == SHARED:
        return None
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(f"{shown_path(path)}: this link leads to no file") from error
    except IsADirectoryError as error:
        raise ConfigError(f"{shown_path(path)}: this is a folder, not a configuration file") from error
    except OSError as error:
        raise ConfigError(f"{shown_path(path)}: cannot be read: {error.strerror or error}") from error


def _config(path: Path, data: bytes, table: tuple[str, ...]) -> Config | None:
    name = f"config-{sha256(str(path).encode()).hexdigest()[:32]}.json"
    key = sha256(store.digest("config").encode() + data).hexdigest()
    stored = store.recall(name, key)
    if stored is not None:
        if stored["values"] is None:
            return None
        return Config(path, stored["values"], {tuple(keys): line for keys, line in stored["lines"]})
    read = _parsed(path, data, table)
    # that a file which names presslint does not configure it is worth remembering, too
    lines = [[list(keys), line] for keys, line in read.lines.items()] if read is not None else []
    store.remember(name, key, {"values": read.values if read is not None else None, "lines": lines})
    return read


def _parsed(path: Path, data: bytes, table: tuple[str, ...]) -> Config | None:
    """Return the validated table of a TOML file; None where the file has no such table."""
    import tomllib  # noqa: PLC0415 - a stored configuration needs none of these

    from pydantic import ValidationError  # noqa: PLC0415

    from presslint.config.problems import problems  # noqa: PLC0415
    from presslint.config.settings import Settings, validated  # noqa: PLC0415
    from presslint.config.tomllines import lines_of  # noqa: PLC0415

    shown = shown_path(path)
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
        values: Any = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{shown}:{line}: not UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(_syntax(shown, str(error), text)) from error
    for part in table:
        values = values.get(part) if isinstance(values, dict) else None
    if values is None:
        return None
    lines = {keys[len(table) :]: line for keys, line in lines_of(text).items() if keys[: len(table)] == table}
    try:
        return Config(path, validated(values), lines)
    except ValidationError as error:
        found = [(line_at(lines, problem.loc) or 0, problem) for problem in problems(error, Settings)]
        found.sort(key=lambda place: place[0])
        message = "\n".join(f"{_at(shown, lines, problem.loc)}: {problem.sentence}" for _, problem in found)
        raise ConfigError(message) from error


def _syntax(shown: str, message: str, text: str) -> str:
    problem, _, place = message.partition(" (at ")
    line = place.removeprefix("line ").partition(",")[0]
    if place.startswith("end of document"):
        line = str(text.rstrip().count("\n") + 1)
    return f"{shown}:{line}: not TOML: {problem}" if line else f"{shown}: not TOML: {message}"


def _at(shown: str, lines: dict[Keys, int], keys: Keys) -> str:
    line = line_at(lines, keys)
    return shown if line is None else f"{shown}:{line}"
