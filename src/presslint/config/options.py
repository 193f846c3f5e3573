"""A configuration and a command line to the options of one file."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from presslint.config.find import Config, find_config, named_config
from presslint.config.house import house_of
from presslint.config.online import online_of
from presslint.config.registries import registries_of
from presslint.config.suggest import did_you_mean
from presslint.errors import ConfigError
from presslint.model.finding import Severity
from presslint.model.house import House
from presslint.model.options import Options, PathRules

COMMAND_LINE = "command line"

_MANY = 256
_known: dict[tuple[Any, ...], tuple[Config | None, Options]] = {}


def options_for(path: str, overrides: Mapping[str, Any], *, today: date, config_file: str | None = None) -> Options:
    """Return the options for the file at ``path``; ``-`` is a file of the current folder.

    ``overrides`` come from the command line, are keyed like the fields of Options (levels may be names) and beat a
    configuration; None means "not given". ``select`` beats the configuration's ``ignore`` too, for whoever asks for a
    rule wants to see it; ``ignore``, ``exclude`` and ``packs`` add to the configuration's. ``config_file`` is used
    instead of those that are found, and then patterns are relative to the current folder.

    Files with the same configuration get the same object. Raises ConfigError.
    """
    config = config_for(path, config_file)
    given = tuple((name, repr(value)) for name, value in sorted(overrides.items()))
    key = (id(config), config_file is None, str(Path.cwd()), today, given)
    known = _known.get(key)
    if known is None or known[0] is not config:
        if len(_known) >= _MANY:
            _known.clear()
        root = "" if config is None or config_file is not None else str(config.path.parent)
        known = _known[key] = (config, _merged(config, overrides, root)._replace(today=today))
    return known[1]


def config_for(path: str, config_file: str | None = None) -> Config | None:
    """Return the configuration that holds for the file at ``path``, or None. Raises ConfigError."""
    if config_file is not None:
        return named_config(Path(config_file).absolute())
    return find_config(Path.cwd() if path == "-" else Path(path).absolute().parent)


def forget() -> None:
    """Forget all options: configurations may have changed."""
    _known.clear()


def _merged(config: Config | None, overrides: Mapping[str, Any], root: str) -> Options:
    given = {name: value for name, value in overrides.items() if value is not None}
    for name in given:
        if name not in Options._fields:
            raise ConfigError(f'unknown option "{name}"{did_you_mean(name, Options._fields)}')
    values = config.values if config is not None else {}
    rules: dict[str, dict[str, Any]] = values.get("rules", {})
    off = () if "select" in given else _off({name: rule.get("severity") for name, rule in rules.items()})
    ignore = () if "select" in given else tuple(values.get("ignore", ()))
    return Options(
        today=date.min,
        profile=given.get("profile", values.get("profile", "base")),
        select=tuple(given.get("select", values.get("select", ()))),
        ignore=(*ignore, *off, *given.get("ignore", ())),
        severity=_levels({name: rule.get("severity") for name, rule in rules.items()})
        | _levels(given.get("severity", {})),
        params={name: _params(rule) for name, rule in rules.items() if _params(rule)} | dict(given.get("params", {})),
        per_path=tuple(_path_rules(pattern, table) for pattern, table in values.get("per_path", {}).items())
        + tuple(given.get("per_path", ())),
        exclude=(*values.get("exclude", ()), *given.get("exclude", ())),
        packs=tuple(
            dict.fromkeys((*_folders(config, values.get("packs", ())), *_folders(None, given.get("packs", ()))))
        ),
        house=given.get("house") or _house(config, values),
        fail_on=_level(given.get("fail_on", values.get("fail_on", "error"))),
        max_warnings=given.get("max_warnings", values.get("max_warnings")),
        language=given.get("language", values.get("lang", "en")),
        release_date=given.get("release_date"),
        root=given.get("root", root),
        origins=_origins(config, given),
        online=given.get("online", online_of(values.get("online", {}))),
        site_root=given.get("site_root", _place(config, values, "site_root")),
        baseline=given.get("baseline", _place(config, values, "baseline")),
    )


def _house(config: Config | None, values: Mapping[str, Any]) -> House:
    house = house_of(values.get("house", {}), values.get("fields", {}))
    if config is None:
        return house
    return house._replace(registries=registries_of(values, config.path.parent, config.at))


def _path_rules(pattern: str, table: Mapping[str, Any]) -> PathRules:
    severity = table.get("severity", {})
    ignore = (*table.get("ignore", ()), *_off(severity))
    return PathRules(pattern, tuple(table.get("select", ())), ignore, _levels(severity))


def _off(levels: Mapping[str, str | None]) -> tuple[str, ...]:
    return tuple(name for name, level in levels.items() if level == "off")


def _levels(levels: Mapping[str, str | Severity | None]) -> dict[str, Severity]:
    found = {name: _level(level) for name, level in levels.items() if level not in {None, "off"}}
    return {name: level for name, level in found.items() if level is not None}


def _level(name: str | Severity | None) -> Severity | None:
    if not isinstance(name, str):
        return name
    if name == "never":
        return None
    try:
        return Severity[name.upper()]
    except KeyError as error:
        known = [level.name.lower() for level in Severity]
        raise ConfigError(f'"{name}" is not one of {", ".join(known)}{did_you_mean(name, known)}') from error


def _params(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in rule.items() if name != "severity"}


def _folders(config: Config | None, folders: Iterable[str]) -> list[str]:
    base = config.path.parent if config is not None else Path.cwd()
    return [str(base / Path(folder).expanduser()) for folder in folders]


def _place(config: Config | None, values: Mapping[str, Any], key: str) -> str:
    return _folders(config, [values[key]])[0] if key in values else ""


def _origins(config: Config | None, given: Mapping[str, Any]) -> dict[str, str]:
    origins: dict[str, str] = {}
    if config is not None:
        values = config.values
        origins = {key: config.at(key) for key in values}
        origins |= {f"rules.{name}": config.at("rules", name) for name in values.get("rules", {})}
        origins |= {
            f"rules.{name}.{key}": config.at("rules", name, key)
            for name, table in values.get("rules", {}).items()
            for key in table
        }
        origins |= {f"ignore.{name}": config.at("rules", name) for name in values.get("rules", {})}
        origins |= {f"ignore.{name}": config.at("ignore") for name in values.get("ignore", ())}
        origins |= {f"per_path.{pattern}": config.at("per_path", pattern) for pattern in values.get("per_path", {})}
    origins |= {f"ignore.{name}": COMMAND_LINE for name in given.get("ignore", ())}
    return origins | {key: COMMAND_LINE for key in given if key not in {"ignore", "exclude", "packs"}}
