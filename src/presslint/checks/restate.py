"""Write another day in the form of the one that stands there: for fixes of dates and weekdays."""

import re
from datetime import date

from presslint.model.facts import DateFact, DateForm, DateOrder
from presslint.text.calendar_names import MONTHS, WEEKDAYS
from presslint.text.lazy import regex

# spellings besides CLDR's: language → spelling → (weekday, position of the form that an answer should have)
_MORE_WEEKDAYS: dict[str, dict[str, tuple[int, int]]] = {
    "de": {"Sonnabend": (5, 0)},
    "en": {"Tues": (1, 1), "Weds": (2, 1), "Thur": (3, 1), "Thurs": (3, 1)},
}
_ACCUSATIVE = {"środę": 2, "sobotę": 5, "niedzielę": 6}
_ACCUSATIVES = ("poniedziałek", "wtorek", "środę", "czwartek", "piątek", "sobotę", "niedzielę")
_NUMBER = regex(r"\d+")
_ORDINAL = regex(r"st|nd|rd|th|er|[ºª°]", re.IGNORECASE)


def weekday_like(written: str, old: int, new: int, language: str) -> str | None:
    """Return weekday ``new`` (0 = Monday) in the form in which ``written`` names weekday ``old``.

    ``Dienstagabend`` becomes ``Mittwochabend``, ``Tue.`` becomes ``Wed.``. None where the form is not known, or where
    the words around the weekday would have to change with it.
    """
    for code in dict.fromkeys((language, *WEEKDAYS)):
        if code not in WEEKDAYS:
            continue
        found = _weekday_in(written, old, code)
        if found is not None:
            form, rest = found
            if code == "pl":
                return _polish(written, new)
            if code == "pt" and (old < 5) != (new < 5):
                return None  # the article before it changes with the gender
            names = WEEKDAYS[code][new]
            return _cased(written, names[min(form, len(names) - 1)]) + rest
    return None


def _weekday_in(written: str, old: int, language: str) -> tuple[int, str] | None:
    forms = [(name, form) for form, name in enumerate(WEEKDAYS[language][old])]
    forms += [(name, form) for name, (day, form) in _MORE_WEEKDAYS.get(language, {}).items() if day == old]
    if language == "pl":
        forms += [(name, 0) for name, day in _ACCUSATIVE.items() if day == old]
    for name, form in sorted(forms, key=lambda item: -len(item[0])):
        rest = written[len(name) :]
        if written[: len(name)].casefold() == name.casefold() and (form == 0 or rest in {"", "."}):
            return form, rest
    return None


def _polish(written: str, new: int) -> str | None:
    if written.casefold() in _ACCUSATIVE:
        return _cased(written, _ACCUSATIVES[new])
    # „w piątek" and „piątek," look alike, „w środę" and „środa," do not
    return None if new in _ACCUSATIVE.values() else _cased(written, _ACCUSATIVES[new])


def _cased(written: str, name: str) -> str:
    if written.isupper() and len(written) > 1:
        return name.upper()
    return name[0].lower() + name[1:] if written[0].islower() else name[0].upper() + name[1:]


def date_like(fact: DateFact, written: str, new: date, language: str) -> str | None:
    """Return the day ``new`` in the form in which ``written``, the text of ``fact`` without its weekday, is given.

    None where the form is not understood or leaves out a part that would have to change.
    """
    old = fact.start
    if old is None or fact.day is None or fact.order is DateOrder.AMBIGUOUS:
        return None
    if new.month != old.month and fact.month is None:
        return None
    if fact.form is DateForm.WORDS:
        return _in_words(fact, written, new, language)
    if fact.form in {DateForm.NUMERIC, DateForm.ISO}:
        return _in_numbers(fact, written, new)
    return None


def _in_numbers(fact: DateFact, written: str, new: date) -> str | None:
    numbers = list(_NUMBER.finditer(written))
    order = {DateOrder.DMY: "dmy", DateOrder.MDY: "mdy", DateOrder.YMD: "ymd"}[fact.order]
    if fact.year is None:
        order = order.replace("y", "")
    if fact.month is None:
        order = order.replace("m", "")
    if len(numbers) != len(order):
        return None
    padded = any(number[0][0] == "0" for number in numbers if len(number[0]) <= 2)
    parts = {"d": new.day, "m": new.month, "y": new.year}
    for number, part in reversed(list(zip(numbers, order, strict=True))):
        value = str(parts[part])
        if part == "y":
            value = value[-len(number[0]) :]
        elif padded or fact.form is DateForm.ISO:
            value = value.zfill(2)
        written = written[: number.start()] + value + written[number.end() :]
    return written


def _in_words(fact: DateFact, written: str, new: date, language: str) -> str | None:
    year = re.search(r"\d{4}", written)
    if year and fact.year != new.year:
        written = written[: year.start()] + str(new.year) + written[year.end() :]
    changed = _with_day(fact, written, new.day, language)
    if changed is None or fact.month is None or fact.month == new.month:
        return changed
    return _with_month(changed, fact.month, new.month, language)


def _with_day(fact: DateFact, written: str, new: int, language: str) -> str | None:
    number = next((found for found in _NUMBER.finditer(written) if int(found[0]) == fact.day), None)
    if number is None or len(number[0]) > 2:
        return None
    value = str(new).zfill(2) if number[0][0] == "0" else str(new)
    rest = written[number.end() :]
    suffix = _ORDINAL.match(rest)
    if suffix and not rest[suffix.end() : suffix.end() + 1].isalpha():
        rest = _ordinal(new, language, suffix[0]) + rest[suffix.end() :]
    return written[: number.start()] + value + rest


def _ordinal(day: int, language: str, written: str) -> str:
    if written.lower() not in {"st", "nd", "rd", "th"}:
        return written if day == 1 else ""  # elsewhere only the first of a month is an ordinal
    if language not in {"en", ""}:
        return written
    suffix = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return suffix.upper() if written.isupper() else suffix


def _with_month(written: str, old: int, new: int, language: str) -> str | None:
    for code in dict.fromkeys((language, *MONTHS)):
        for form, name in enumerate(MONTHS.get(code, ((),) * 12)[old - 1]):
            found = re.search(rf"\b{re.escape(name)}\b(\.?)", written, re.IGNORECASE)
            if found is None:
                continue
            names = MONTHS[code][new - 1]
            if form == 0:
                return written[: found.start()] + _cased(found[0], names[0]) + written[found.end(0) - len(found[1]) :]
            short = form < len(names)
            end = found.end() - len(found[1]) if short else found.end()
            return written[: found.start()] + _cased(found[0], names[form if short else 0]) + written[end:]
    return None
