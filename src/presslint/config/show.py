"""Every value that holds for a file, and where it was set."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from presslint.config.find import Config
from presslint.config.options import COMMAND_LINE, config_for, options_for
from presslint.config.tomllines import dotted
from presslint.model.finding import Severity
from presslint.model.house import House
from presslint.model.options import Options

DEFAULT, RUN = "default", "this run"

# names of the configuration for what Options calls otherwise
_KEYS = {"lang": "language"}
_PLAIN = ("profile", "select", "ignore", "fail_on", "max_warnings", "exclude", "lang", "packs", "site_root", "baseline")

# tables about the releases of a house as a whole
_TABLES = ("numbers", "series", "contacts", "boilerplates", "declared", "repository")


class Shown(NamedTuple):
    """One value of a configuration: its key, its value made of JSON's types, and where it was set."""

    key: str
    value: Any
    origin: str


def show(path: str, overrides: Mapping[str, Any], *, today: date, config_file: str | None = None) -> tuple[Shown, ...]:
    """Return every value that holds for the file at ``path``, in the order of the settings.

    A list to which the command line adds is one value with both origins. Raises ConfigError.
    """
    options = options_for(path, overrides, today=today, config_file=config_file)
    config = config_for(path, config_file)
    given = {name for name, value in overrides.items() if value is not None}
    return tuple(_rows(options, config, given))


def _rows(options: Options, config: Config | None, given: set[str]) -> Iterator[Shown]:
    values = config.values if config is not None else {}
    for key in _PLAIN:
        field = _KEYS.get(key, key)
        origins = [config.at(key)] if config is not None and key in values else []
        if field in given:
            origins = [*(origins if field in {"ignore", "exclude", "packs"} else []), COMMAND_LINE]
        yield Shown(key, _plain(getattr(options, field), key), ", ".join(origins) or DEFAULT)
    if config is not None:
        for table in ("per_path", "rules", *_TABLES):
            for name, value in values.get(table, {}).items():
                yield Shown(dotted((table, name)), value, config.at(table, name))
    yield from _house(options, config, given)
    yield from _online(options, config, given)
    day = options.release_date
    yield Shown("release_date", day and day.isoformat(), COMMAND_LINE if "release_date" in given else DEFAULT)
    yield Shown("today", options.today.isoformat(), RUN)


def _house(options: Options, config: Config | None, given: set[str]) -> Iterator[Shown]:
    values = config.values if config is not None else {}
    for key in House._fields:
        if key in {"fields", "registries"}:
            continue
        origin = config.at("house", key) if config is not None and key in values.get("house", {}) else DEFAULT
        yield Shown(
            f"house.{key}", _plain(getattr(options.house, key), key), COMMAND_LINE if "house" in given else origin
        )
    for key, field in options.house.fields.items():
        origin = config.at("fields", key) if config is not None and "house" not in given else COMMAND_LINE
        yield Shown(dotted(("fields", key)), field, origin)


def _online(options: Options, config: Config | None, given: set[str]) -> Iterator[Shown]:
    table = config.values.get("online", {}) if config is not None else {}
    settings = options.online
    values = {**settings._asdict(), **settings.pace._asdict()}
    values.pop("pace")
    values["hosts"] = {host: pace._asdict() for host, pace in settings.hosts.items()}
    for key, value in values.items():
        origin = config.at("online", key) if config is not None and key in table else DEFAULT
        yield Shown(f"online.{key}", _plain(value, key), COMMAND_LINE if "online" in given else origin)


def _plain(value: Any, key: str) -> Any:
    if key == "fail_on":
        return value.name.lower() if isinstance(value, Severity) else "never"
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value
