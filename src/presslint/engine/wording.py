"""Typed values to words in the language of the reader."""

from datetime import date, time
from decimal import Decimal

from presslint.model.values import Args, Quoted, Value, Weekday, Words
from presslint.text.lazy import regex

SHORT = 60

_PLACEHOLDER = regex(r"\{(\w+)\}")
_BLANKS = regex(r"[ \t\r\n\f\v]+")
_SPACES = frozenset("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")


def render(words: Words, args: Args, language: str) -> str:
    """Return the text of ``words`` in ``language`` with the values of ``args`` in place of ``{name}``.

    Raises KeyError for a name that has no value: a message with a hole must not be shown.
    """
    text = words.in_(language)
    if "{" not in text:
        return text
    return _PLACEHOLDER.sub(lambda match: shown(args[match[1]], language), text)


def shown(value: Value, language: str) -> str:  # noqa: PLR0911 - one answer per type
    """Return one value as it reads in ``language``: ``23. Februar 2018``, ``Freitag``, ``1,5``."""
    match value:
        case Quoted():
            return quoted(value.text)
        case Words():
            return value.in_(language)
        case Weekday():
            return _weekday(value, language)
        case date():
            return _date(value, language)
        case time():
            return f"{value:%H:%M}"
        case Decimal():
            return f"{value:f}".replace(".", ",") if language == "de" else f"{value:f}"
    return visible(str(value))


def quoted(text: str) -> str:
    """Return text of a release on one line, at most 60 characters of it, and without control characters."""
    text = _BLANKS.sub(" ", text[: 4 * SHORT]).strip()
    if len(text) > SHORT:
        text = text[: SHORT - 1].rstrip() + "…"
    return visible(text)


def visible(text: str) -> str:
    r"""Return ``text`` with every character that does not show, or reorders others, as an escape such as ``\x1b``.

    A terminal obeys control characters, and bidirectional ones make a line read as what it is not.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in _SPACES else _escaped(character) for character in text
    )


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _date(value: date, language: str) -> str:
    from presslint.text.calendar_names import MONTHS_WIDE  # noqa: PLC0415 - only messages with a date need it

    month = MONTHS_WIDE["de" if language == "de" else "en"][value.month - 1]
    return f"{value.day}. {month} {value.year}" if language == "de" else f"{value.day} {month} {value.year}"


def _weekday(value: Weekday, language: str) -> str:
    from presslint.text.calendar_names import WEEKDAYS_WIDE  # noqa: PLC0415 - only messages with a weekday need it

    return WEEKDAYS_WIDE["de" if language == "de" else "en"][value.number]
