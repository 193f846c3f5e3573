"""The patterns and tables that the lexer is made of, for one language or for several at once."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts.date_tables import DateWords
from presslint.facts.date_words import DATE_WORDS
from presslint.text.calendar_names import MONTHS, WEEKDAYS
from presslint.text.lazy import regex

LETTER = r"[^\W\d_]"
BLANK = "[ \t\u00a0\u2009\u202f]"
UNITS = ("year", "month", "week")
_STEM = 6  # letters of a word that the search looks at before the word is looked up
_SHORT = 4  # letters of an abbreviation, at most

Entry = tuple[str, bool, tuple[int, ...]]  # kind of the token, whether a capital is needed, value


class Token(NamedTuple):
    """One part of a date. ``value`` depends on the kind: a number, an offset, or several numbers."""

    kind: str
    start: int
    end: int
    value: tuple[int, ...]


def word_table(languages: tuple[str, ...]) -> dict[str, Entry]:
    """Return what each word means, in lower case; the first of the languages wins where they differ."""
    words: dict[str, Entry] = {f"q{number}": ("Q", True, (number,)) for number in range(1, 5)}
    words |= {f"h{number}": ("H", True, (number,)) for number in (1, 2)}
    for language in reversed(languages):
        for word, entry in _words_of(language, DATE_WORDS[language]):
            words[word.lower()] = entry
    return words


def _words_of(language: str, table: DateWords) -> Iterator[tuple[str, Entry]]:
    for kind, numbers in (("S", table.seasons), ("R", table.relative)):
        for word, number in numbers.items():
            yield word, (kind, kind == "S" and language == "de", (number,))
    for kind, listed in (("q", table.quarters), ("h", table.halves)):
        for word in listed.split():
            yield word, (kind, False, ())
    for hour, listed in ((12, table.noon), (0, table.midnight)):
        for word in listed.split():
            yield word, ("N", False, (hour,))
    for word, unit in table.units.items():
        yield word, ("u", False, (UNITS.index(unit),))
    yield from _weekdays(language, table)
    for number, names in enumerate(MONTHS[language], 1):
        for name in names:
            yield name, ("M", table.capital, (number, int(name != names[0])))
    for name, number in table.months.items():
        yield name, ("M", table.capital, (number, int(len(name) <= _SHORT)))


def _weekdays(language: str, table: DateWords) -> Iterator[tuple[str, Entry]]:
    wordlike = table.wordlike.split()
    parts = table.day_parts.split() if table.joined else []
    names = [(name, number) for number, listed in enumerate(WEEKDAYS[language]) for name in listed]
    full = {(number, listed[0]) for number, listed in enumerate(WEEKDAYS[language])}
    for name, number in (*names, *table.weekdays.items()):
        if name in wordlike or ((number, name) not in full and len(name) <= _SHORT + 1):
            yield name, ("w", table.capital, (number, int(name.lower() in wordlike)))
            continue
        yield name, ("W", table.capital, (number, 0))
        for part in parts:
            yield name + part, ("W", table.capital, (number, int(part in table.nights.split())))


def scanner(words: dict[str, Entry]) -> re.Pattern[str]:
    """Return a pattern that stops at digits, and at words that are one of ``words`` or begin as a longer one does.

    Every branch begins with one literal character: from those the engine makes a set and skips the rest of the text
    at full speed.
    """
    heads: dict[str, tuple[set[str], set[str]]] = {}
    for word, (_, capital, _) in words.items():
        stem = word[:_STEM]
        for form in {stem.capitalize(), stem.upper()} | (set() if capital else {stem}):
            heads.setdefault(form[0], (set(), set()))[len(word) > _STEM].add(re.escape(form[1:]))
    branches = [f"{digit}[0-9]*" for digit in "0123456789"]
    for head, (whole, begun) in sorted(heads.items()):
        ends = [f"(?:{'|'.join(sorted(whole))})(?!{LETTER})"] if whole else []
        ends += [f"(?:{'|'.join(sorted(begun))}){LETTER}*"] if begun else []
        branches.append(f"{head}(?:{'|'.join(ends)})")
    return regex("|".join(branches))


def number_pattern(tables: tuple[DateWords, ...]) -> re.Pattern[str]:
    """Return the pattern of everything that begins with a digit; its groups are the kinds of the tokens."""
    suffixes = "|".join(dict.fromkeys(table.suffixes for table in tables if table.suffixes[0] != "\\"))
    endings = "|".join(table.endings for table in tables if table.endings) or "(?!)"
    dot = rf"\.|(?:{endings})(?!{LETTER})" if any(table.suffixes.startswith("\\.") for table in tables) else "(?!)"
    meridiem = any(table.meridiem for table in tables)
    clock = "|".join(_clock_patterns(tables, meridiem=meridiem))
    spelled = rf"{BLANK}\d\d(?={BLANK}?[apAP]{BLANK}?[mM]\b)" if meridiem else "(?!)"
    return regex(
        rf"""
        (?P<I>(?:\d{{4}}-\d{{2}}-\d{{2}}|(?:19|20)\d\d-\d{{1,2}}-\d{{1,2}})(?![\d_-]))
        |(?P<J>[12]\d{{3}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.)\d{{1,2}}(?![\d/_-]))
        |(?P<T>\d{{1,2}}(?:[:.]\d{{2}}|{spelled})?(?!\d)(?:{clock}))
        |(?P<F>\d{{1,2}}(?:(?:\.{BLANK}?\d{{1,2}}\.{BLANK}?|/\d{{1,2}}/|-\d{{1,2}}-)(?:\d{{4}}|\d{{2,3}}))
            (?![\d%€]|[.,:/]\d|-{LETTER}))
        |(?P<f>\d{{1,2}}\.\d{{1,2}}\.(?!\d))
        |(?P<p>\d{{1,2}}\.\d{{1,2}}(?![\d%€]|[.,:/]\d))
        |(?P<t>\d{{1,2}}:\d\d(?::\d\d)?(?![\d%€]|[.,:/]\d))
        |(?P<V>(?:1[89]|20)\d\d/(?:20)?\d\d(?![\d/]))
        |(?P<D>\d{{1,2}}(?:{dot}|(?:{suffixes or "(?!)"})(?![^\W_]))(?!\d))
        |(?P<Y>\d{{4}})(?![\d%€]|[.,:]\d|[a-zäöüß])
        |(?P<y>\d{{3}})(?![\d%€]|[.,:/]\d|{LETTER})
        |(?P<d>\d{{1,2}})(?![\d%€]|[.,:]\d|-[a-zäöüß])
        |(?P<x>\d+(?:[.,:/'’-]\d+){{0,99}})
        """,
        re.VERBOSE,
    )


def hour_letters(tables: tuple[DateWords, ...]) -> frozenset[str]:
    """Return the letters that a word can begin with that makes the number in front of it a time."""
    letters = {word[0] for table in tables for word in table.hours.split()}
    letters |= {"h"} if any(table.hour_minutes for table in tables) else set()
    letters |= {"a", "p"} if any(table.meridiem for table in tables) else set()
    return frozenset(letters | {letter.upper() for letter in letters})


def _clock_patterns(tables: tuple[DateWords, ...], *, meridiem: bool) -> Iterator[str]:
    """Yield what may stand behind a number and makes it a time."""
    hours = "|".join(dict.fromkeys(word for table in tables for word in table.hours.split()))
    if any(table.hour_minutes for table in tables):
        yield rf"{BLANK}?[hH]{BLANK}?\d\d(?!\d)"
    if hours:
        yield rf"{BLANK}{{0,2}}(?i:{hours})(?!{LETTER})"
    if meridiem:
        yield rf"{BLANK}?[apAP](?:\.{BLANK}?[mM]\.|{BLANK}?[mM]\b)"
    if not hours and not meridiem:
        yield "(?!)"


def gap_table(tables: tuple[DateWords, ...]) -> dict[str, str]:
    """Return the kind of each gap, by its text in lower case with single blanks and none at its ends."""
    gaps = {"": "_", " ": "_", ", ": ",", ",": ",", ":": ",", "(": "(", ",(": "(", ", (": "(", "/": "/", " (": "("}
    gaps |= dict.fromkeys(("-", "–", "—", "−", " - ", " – "), "-") | {"+": "&"}
    for table in reversed(tables):
        for kind, words in (("~", table.of), (";", table.the), (">", table.night), ("&", table.and_), ("-", table.to)):
            fronts = ("", ",", ", ", "– ", "- ") if kind == ";" else ("", ",", ", ")
            for word in words.split(",") if words else ():
                gaps |= dict.fromkeys((front + word for front in fronts), kind)
    return gaps
