"""Write the names of months and weekdays from CLDR (by way of babel) into ``presslint/text/calendar_names.py``.

Run it after an update of babel: ``python tools/gen_calendar.py``. The file is committed, so that presslint itself
needs no babel; a test compares it with what this program would write.
"""

from collections.abc import Iterable
from pathlib import Path

from babel import Locale

LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pl", "pt", "da", "sv")
TARGET = Path(__file__).resolve().parent.parent / "src" / "presslint" / "text" / "calendar_names.py"
WEEK = range(7)  # babel counts weekdays as datetime does: 0 is Monday

_HEAD = '''"""Names of months and weekdays in ten languages, from CLDR. Written by tools/gen_calendar.py; do not edit.

Spellings: the full name first (in a date, then standing alone), then abbreviations without their dot.
"""

'''


_WIDE = """# as a sentence in that language has them
MONTHS_WIDE = {language: tuple(forms[0] for forms in rows) for language, rows in MONTHS.items()}
WEEKDAYS_WIDE = {language: tuple(forms[0] for forms in rows) for language, rows in WEEKDAYS.items()}
"""


def _spellings(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.rstrip(".") for form in forms))


def _months(locale: Locale) -> tuple[tuple[str, ...], ...]:
    kinds = [locale.months[use][width] for width in ("wide", "abbreviated") for use in ("format", "stand-alone")]
    return tuple(_spellings(kind[month] for kind in kinds) for month in range(1, 13))


def _weekdays(locale: Locale) -> tuple[tuple[str, ...], ...]:
    # the "short" width is left out: "di", "ma", "me" are words
    kinds = [locale.days[use][width] for width in ("wide", "abbreviated") for use in ("format", "stand-alone")]
    return tuple(_spellings(kind[day] for kind in kinds) for day in WEEK)


def _table(name: str, rows: dict[str, tuple[object, ...]], shape: str) -> str:
    lines = [f"{name}: dict[str, {shape}] = {{"]
    for language, row in rows.items():
        lines.append(f'    "{language}": (')
        lines += [f"        {_literal(entry)}," for entry in row]
        lines.append("    ),")
    return "\n".join([*lines, "}", ""])


def _literal(entry: object) -> str:
    if isinstance(entry, tuple):
        inner = ", ".join(_literal(part) for part in entry)
        return f"({inner},)" if len(entry) == 1 else f"({inner})"
    return f'"{entry}"'


def render() -> str:
    """Return the text of the module."""
    locales = {language: Locale.parse(language) for language in LANGUAGES}
    months = {language: _months(locale) for language, locale in locales.items()}
    weekdays = {language: _weekdays(locale) for language, locale in locales.items()}
    return _HEAD + "\n".join(
        (
            _table("MONTHS", dict(months), "tuple[tuple[str, ...], ...]"),
            _table("WEEKDAYS", dict(weekdays), "tuple[tuple[str, ...], ...]"),
            _WIDE,
        )
    )


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
    print(f"wrote {TARGET}")
