"""Lengths of time as people write them."""

import re

from presslint.errors import ConfigError
from presslint.text.lazy import regex

_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}
_MOST = 10**9  # seconds: thirty years
_LENGTH = regex(r"(\d{1,9}(?:\.\d{1,3})?) ?([smhd]?)", re.ASCII)

PATTERN = f"^{_LENGTH.pattern}$"


def seconds(value: object) -> float:
    """Return the seconds of ``60s``, ``1.5m``, ``2h``, ``1d`` or of a plain number. Raises ConfigError."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < _MOST:
        return float(value)
    match = _LENGTH.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ConfigError(f'"{value}" is not a length of time such as 60s, 2m or 1d')
    return float(match[1]) * _UNITS[match[2]]
