"""Formats and files: which output of a run goes where."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from presslint.errors import ConfigError

_FORMATS = {
    ".md": "markdown",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".sarif": "sarif",
    ".xml": "junit",
    ".txt": "rich",
}


class Target(NamedTuple):
    """One output: a format, and the file for it; None is standard output."""

    format: str
    file: str | None


def pair(arguments: Sequence[str], default: str) -> tuple[Target, ...]:
    """Return the outputs that a command line asks for.

    A ``--output`` belongs to the ``--format`` before it, or to the only one there is, or has the format of its suffix;
    a format without one goes to standard output. Raises ConfigError where that leaves an output without a format, or
    two formats for one place.
    """
    given = _options(arguments)
    names = [value for option, value in given if option == "--format"]
    files = [value for option, value in given if option == "--output"]
    if len(names) <= 1 and len(files) <= 1:
        file = files[0] if files else None
        targets = [Target(names[0] if names else _format_of(file, default), file)]
    else:
        targets = _in_order(given)
    _distinct(targets)
    return tuple(target._replace(file=None) if target.file == "-" else target for target in targets)


def _in_order(given: Sequence[tuple[str, str]]) -> list[Target]:
    targets: list[Target] = []
    for option, value in given:
        if option == "--format":
            targets.append(Target(value, None))
        elif targets and targets[-1].file is None:
            targets[-1] = targets[-1]._replace(file=value)
        else:
            targets.append(Target(_format_of(value), value))
    return targets


def _format_of(file: str | None, default: str = "") -> str:
    """Return the format that the suffix of a file means; ``default`` is that of standard output."""
    if file is None or (file == "-" and default):
        return default
    name = _FORMATS.get(Path(file).suffix.lower())
    if name is None:
        raise ConfigError(f"--output {file}: which --format is it for? Put it behind its --format")
    return name


def _distinct(targets: Sequence[Target]) -> None:
    seen: set[str] = set()
    for target in targets:
        place = "standard output" if target.file in {None, "-"} else str(Path(str(target.file)).absolute())
        if place in seen:
            raise ConfigError(f"--format {target.format}: {place} has a format already; give it an --output of its own")
        seen.add(place)


def _options(arguments: Sequence[str]) -> list[tuple[str, str]]:
    """Return the formats and outputs in their order; the command line has been found valid before."""
    found = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            break
        option, equals, value = argument.partition("=")
        if option in {"--format", "--output"}:
            found.append((option, value if equals else next(rest)))
    return found
