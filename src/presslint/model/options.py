"""What one file is to be checked with: configuration and command line, merged."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from presslint.model.finding import Severity
from presslint.model.house import House
from presslint.model.outside import Online

_NONE: Mapping[str, Any] = MappingProxyType({})


class PathRules(NamedTuple):
    """Exceptions for the files that a pattern matches, relative to the folder of the configuration."""

    pattern: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = _NONE


class Options(NamedTuple):
    """Everything that decides a verdict besides the bytes of the file.

    Rules are named by code (``DAT002``), name (``weekday-date-mismatch``) or group (``DAT``). An empty ``select``
    means the rules of the profile. ``params`` holds a house's own parameters by rule. ``packs`` are folders of
    further rules. ``fail_on`` None means that findings never fail a run. ``root`` is the folder that patterns are
    relative to. ``origins`` says where a value was set (``presslint.toml:3``, ``command line``), by key. ``online`` is
    how links are followed, where they are; ``site_root`` is the folder that links from the root of a site begin in.
    ``baseline`` is the file of findings that are known, or empty.
    """

    today: date
    profile: str = "base"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = _NONE
    params: Mapping[str, Mapping[str, Any]] = _NONE
    per_path: tuple[PathRules, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    house: House = House()
    fail_on: Severity | None = Severity.ERROR
    max_warnings: int | None = None
    language: str = "en"
    release_date: date | None = None
    root: str = ""
    origins: Mapping[str, str] = _NONE
    online: Online = Online()
    site_root: str = ""
    baseline: str = ""
