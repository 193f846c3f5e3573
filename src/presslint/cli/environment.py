"""What the machine says: the day, the language of the user, the terminal. Read here and nowhere below."""

import os
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from presslint.errors import ConfigError
from presslint.text.lazy import regex

_DAY = regex(r"\d{4}-\d\d-\d\d")
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def ui_language(given: str | None, environment: Mapping[str, str] | None = None) -> str | None:
    """Return the language of messages: as given, else ``PRESSLINT_LANG``; None where neither says.

    Raises ConfigError for a value of the variable that is no language of presslint.
    """
    environment = os.environ if environment is None else environment
    named = environment.get("PRESSLINT_LANG", "")
    if given or not named:
        return given
    if named not in {"de", "en"}:
        raise ConfigError(f"PRESSLINT_LANG={named}: presslint speaks de and en")
    return named


def locale_language(environment: Mapping[str, str] | None = None) -> str:
    """Return ``de`` where the locale is German, else ``en``. The first variable that is set decides."""
    environment = os.environ if environment is None else environment
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    language = locale[:3].lower()
    return "de" if language[:2] == "de" and not "a" <= language[2:] <= "z" else "en"


def day(text: str | None, option: str) -> date | None:
    """Return a day that was given as ``YYYY-MM-DD``. Raises ConfigError for anything else."""
    if text is None:
        return None
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ConfigError(f"{option} {text}: expected a day such as 2026-03-02")


def today() -> date:
    """Return the day it is for the user."""
    return datetime.now().astimezone().date()


def width(stream: Any) -> int:
    """Return how many characters fit on a line: of the terminal, or 100 where there is none."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 100
    except (OSError, ValueError):
        return 100


def sized(stream: Any) -> bool:
    """Tell whether lines have a width: that of a terminal, or of ``COLUMNS``."""
    columns = os.environ.get("COLUMNS", "")
    return (columns.isdigit() and int(columns) > 0) or stream.isatty()


def colored(choice: str, stream: Any) -> bool:
    """Tell whether to write colours: ``always``, ``never``, or with ``auto`` where a terminal can show them."""
    if choice != "auto":
        return choice == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def plain(stream: Any) -> bool:
    """Tell whether frames are to be drawn in ASCII, since the stream can show nothing else."""
    try:
        "─│╭…".encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):
        return True
    return os.environ.get("TERM") == "dumb" and stream.isatty()
