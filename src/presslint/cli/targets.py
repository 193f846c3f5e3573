"""Formats and files: which output of a run goes where."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from presslint.errors import ConfigError


class Target(NamedTuple):
    """One output: a format, and the file for it; None is standard output."""

    format: str
    file: str | None


def pair(arguments: Sequence[str], default: str) -> tuple[Target, ...]:
    """Return the outputs that a command line asks for.

    A ``--output`` belongs to the ``--format`` before it, or to the only one there is; a format without one goes to
    standard output. Raises ConfigError where that leaves an output without a format, or two formats for one place.
    """
    given = _options(arguments)
    names = [value for option, value in given if option == "--format"]
    files = [value for option, value in given if option == "--output"]
    if len(names) <= 1 and len(files) <= 1:
        targets = [Target(names[0] if names else default, files[0] if files else None)]
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
            raise ConfigError(f"--output {value}: which --format is it for? Put it behind its --format")
    return targets


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
