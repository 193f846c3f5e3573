"""From prose to tokens: the numbers, names and words that dates are made of, and what stands between them.

A token has a kind, one letter; the gap between two tokens has a kind too, one punctuation mark. Read in turn they
make a short text, the *shape*, in which the grammar looks for dates with ordinary patterns. So the grammar is the same
in every language, and a long text costs no more than its tokens.

Tokens::

    D day with its mark (23., 23rd)   d bare number below 100   o day in words (dritten)     M month      Y four digits
    y three digits                    F numeric date            f day and month (23.2.)      I ISO date   J 2018/02/23   p 10.30
    t 10:30                           T time with its word      W weekday                    w abbreviation of one
    R heute, tomorrow                 S season                  V 2017/18                    q quarter    h half-year
    u Jahr, month                     Q Q1                      H H1                 N noon

Gaps::

    _ blanks or nothing   , comma   ; den, the   ( )   - range   & list   / slash   > night   ~ of   = cell or line end
    | anything else
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from presslint.facts.date_cues import cues_of
from presslint.facts.date_tables import DateWords
from presslint.facts.date_words import DATE_WORDS
from presslint.text.calendar_names import MONTHS, WEEKDAYS

BREAK = "|"
UNITS = ("year", "month", "week")
_LONGEST_GAP = 32
_WIDEST_BLANK = 10  # texts that lost their punctuation have wide blanks instead
_LETTER = r"[^\W\d_]"
_BLANK = "[ \t\u00a0\u2009\u202f]"
_DIGITS = re.compile(r"\d+")
_HYPHENS = ("-", "'", "’")
_EXTENSION = re.compile(rf"['’-]{_LETTER}{{1,9}}")  # segunda-feira, aujourd'hui
_MOST_WORDS = 4  # days in words in one list
_STEM = 6  # letters of a word that the search looks at before the word is looked up
_SHORT = 4  # letters of an abbreviation, at most

Entry = tuple[str, bool, tuple[int, ...]]  # kind, whether a capital is needed, value


class Token(NamedTuple):
    """One part of a date. ``value`` depends on the kind: a number, an offset, or several numbers."""

    kind: str
    start: int
    end: int
    value: tuple[int, ...]


class Lexer:
    """What the tokens of one language, or of several at once, look like."""

    __slots__ = ("_earlier", "_gaps", "_number", "_ordinal", "_part", "_scan", "_words", "cues", "languages", "tables")

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self.tables: tuple[DateWords, ...] = tuple(DATE_WORDS[language] for language in languages)
        self._words = _word_table(languages)
        self._scan = _scanner(self._words)
        self._number = _number_pattern(self.tables)
        self._gaps = _gap_table(self.tables)
        self.cues = cues_of(self.tables)
        of = "|".join(word for table in self.tables for word in table.of.split(",") if word)
        self._ordinal = re.compile(
            rf"({_LETTER}{{3,20}}(?:-{_LETTER}{{3,9}})?){_BLANK}(?:(?:{of}){_BLANK})?$"
            if of
            else rf"({_LETTER}{{3,20}}){_BLANK}$"
        )
        joins = "|".join(re.escape(word) for table in self.tables for word in f"{table.and_},{table.to}".split(","))
        self._earlier = re.compile(rf"({_LETTER}{{3,20}}){_BLANK}(?:{joins}){_BLANK}$")
        parts = "|".join(word for table in self.tables for word in table.day_parts.split())
        self._part = re.compile(rf"[ \u00a0-](?:{parts})(?!\w)" if parts else "(?!)", re.IGNORECASE)

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of ``text``, in order."""
        found: list[Token] = []
        words = self._words
        end = 0
        for match in self._scan.finditer(text):
            start = match.start()
            if start < end:
                continue
            if text[start] <= "9":
                end = self._read_number(text, start, found)
                continue
            stop = match.end()
            entry = words.get(match.group().lower())
            if text[stop : stop + 1] in _HYPHENS and (longer := _EXTENSION.match(text, stop)):
                whole = words.get(text[start : longer.end()].lower())
                entry, stop = (whole, longer.end()) if whole else (entry, stop)
            if entry and not text[start - 1 : start].isalnum():
                end = self._read_word(text, start, stop, entry, found)
        return found

    def _read_word(self, text: str, start: int, end: int, entry: Entry, found: list[Token]) -> int:
        kind, capital, value = entry
        if capital and not text[start].isupper():
            return end
        if text[end : end + 1] == "." and (kind == "w" or (kind == "M" and value[1])):
            end += 1  # the dot of an abbreviation
        if kind in "WR":
            part = self._part.match(text, end)
            if part:
                end = part.end()
        elif kind == "M" and (word := self._ordinal.search(text, max(0, start - 30), start)):
            found += self._ordinals_before(text, word)
        found.append(Token(kind, start, end, value))
        return end

    def _ordinals_before(self, text: str, word: re.Match[str] | None) -> list[Token]:
        """Return the day or the days in words in front of a month: „am zweiten und dritten Mai"."""
        days: list[Token] = []
        while word is not None and len(days) < _MOST_WORDS:
            day = self.cues.ordinals.get(word.group(1).lower())
            if day is None:
                break
            days.insert(0, Token("o", word.start(1), word.end(1), (day,)))
            word = self._earlier.search(text, max(0, word.start(1) - 40), word.start(1))
        return days

    def _read_number(self, text: str, start: int, found: list[Token]) -> int:
        match = self._number.match(text, start)
        if match is None:  # pragma: no cover: the last alternative takes any digits
            return start + 1
        kind = match.lastgroup or "x"
        if kind == "I" and text[start - 1 : start] in ("/", "_", "=", "-"):
            kind = "x"  # part of an address or a file name
        if kind == "x" or (text[start - 1 : start].isalpha() and _is_glued(text, start, found)):
            return match.end()
        number = match[kind]
        value = (int(number),) if kind in "dYy" else tuple(map(int, _DIGITS.findall(number)))
        found.append(Token(kind, start, match.end(), value))
        return match.end()

    def shape(self, text: str, tokens: list[Token]) -> str:
        """Return the kinds of the tokens with the kinds of the gaps between them."""
        gaps = self._gaps
        parts: list[str] = []
        place = -1
        for token in tokens:
            if place >= 0:
                gap = text[place : token.start]
                parts.append(gaps.get(gap) or (self._gap(gap) if len(gap) <= _LONGEST_GAP else BREAK))
            parts.append(token.kind)
            place = token.end
        return "".join(parts)

    def _gap(self, gap: str) -> str:
        plain = " ".join(gap.split()).lower()
        if "\n\n" in gap:  # a paragraph may end in the middle of a date, but then with its article
            return ";" if self._gaps.get(plain) == ";" else BREAK
        if "\n" in gap or "\t" in gap:
            return "=" if plain in ("", ",", ":") else self._gaps.get(plain, BREAK)
        if not plain and len(gap) > _WIDEST_BLANK:
            return BREAK
        closed = plain.startswith(")")
        plain = plain.lstrip(") ") if closed else plain
        kind = self._gaps.get(plain) or self._gaps.get(plain.rstrip("."), BREAK) if plain != "." else BREAK
        return ")" if closed and kind in "_,|" else kind


_GLUE = re.compile(r"(?:^|\W)(?:am|den|dem|vom|zum|bis|der|on|the)$", re.IGNORECASE)


def _is_glued(text: str, start: int, found: list[Token]) -> bool:
    """Tell whether a number belongs to the letters in front of it (``A5``), and not to a date (``25. Mai2007``)."""
    if found and found[-1].end == start:
        return False
    return not _GLUE.search(text[max(0, start - 5) : start])


def _word_table(languages: tuple[str, ...]) -> dict[str, Entry]:
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
        if name in wordlike or (number, name) not in full and len(name) <= _SHORT + 1:
            yield name, ("w", table.capital, (number, int(name.lower() in wordlike)))
            continue
        yield name, ("W", table.capital, (number, 0))
        for part in parts:
            yield name + part, ("W", table.capital, (number, int(part == "nacht")))


def _scanner(words: dict[str, Entry]) -> re.Pattern[str]:
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
        ends = [f"(?:{'|'.join(sorted(whole))})(?!{_LETTER})"] if whole else []
        ends += [f"(?:{'|'.join(sorted(begun))}){_LETTER}*"] if begun else []
        branches.append(f"{head}(?:{'|'.join(ends)})")
    return re.compile("|".join(branches))


def _number_pattern(tables: tuple[DateWords, ...]) -> re.Pattern[str]:
    suffixes = "|".join(dict.fromkeys(table.suffixes for table in tables if table.suffixes[0] != "\\"))
    dot = r"\." if any(table.suffixes.startswith("\\.") for table in tables) else "(?!)"
    meridiem = any(table.meridiem for table in tables)
    clock = "|".join(_clock_patterns(tables, meridiem=meridiem))
    spelled = rf"{_BLANK}\d\d(?={_BLANK}?[apAP]{_BLANK}?[mM]\b)" if meridiem else "(?!)"
    return re.compile(
        rf"""
        (?P<I>(?:\d{{4}}-\d{{2}}-\d{{2}}|(?:19|20)\d\d-\d{{1,2}}-\d{{1,2}})(?![\d_-]))
        |(?P<J>[12]\d{{3}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.)\d{{1,2}}(?![\d/_-]))
        |(?P<T>\d{{1,2}}(?:[:.]\d{{2}}|{spelled})?(?!\d)(?:{clock}))
        |(?P<F>\d{{1,2}}(?:(?:\.{_BLANK}?\d{{1,2}}\.{_BLANK}?|/\d{{1,2}}/|-\d{{1,2}}-)(?:\d{{4}}|\d{{2,3}}))
            (?![\d%€]|[.,:/]\d|-{_LETTER}))
        |(?P<f>\d{{1,2}}\.\d{{1,2}}\.(?!\d))
        |(?P<p>\d{{1,2}}\.\d{{1,2}}(?![\d%€]|[.,:/]\d))
        |(?P<t>\d{{1,2}}:\d\d(?::\d\d)?(?![\d%€]|[.,:/]\d))
        |(?P<V>(?:1[89]|20)\d\d/(?:20)?\d\d(?!\d))
        |(?P<D>\d{{1,2}}(?:{dot}|(?:{suffixes or "(?!)"})(?![^\W_]))(?!\d))
        |(?P<Y>\d{{4}})(?![\d%€]|[.,:]\d|[a-zäöüß])
        |(?P<y>\d{{3}})(?![\d%€]|[.,:/]\d|{_LETTER})
        |(?P<d>\d{{1,2}})(?![\d%€]|[.,:]\d)
        |(?P<x>\d+(?:[.,:/'’-]\d+)*)
        """,
        re.VERBOSE,
    )


def _clock_patterns(tables: tuple[DateWords, ...], *, meridiem: bool) -> Iterator[str]:
    """Yield what may stand behind a number and makes it a time."""
    hours = "|".join(dict.fromkeys(word for table in tables for word in table.hours.split()))
    if any(table.hour_minutes for table in tables):
        yield rf"{_BLANK}?[hH]{_BLANK}?\d\d(?!\d)"
    if hours:
        yield rf"{_BLANK}{{0,2}}(?i:{hours})(?!{_LETTER})"
    if meridiem:
        yield rf"{_BLANK}?[apAP](?:\.{_BLANK}?[mM]\.|{_BLANK}?[mM]\b)"
    if not hours and not meridiem:
        yield "(?!)"


def _gap_table(tables: tuple[DateWords, ...]) -> dict[str, str]:
    """Return the kind of each gap, by its text in lower case with single blanks and none at its ends."""
    gaps = {"": "_", " ": "_", ", ": ",", ",": ",", ":": ",", "(": "(", ",(": "(", ", (": "(", "/": "/", " (": "("}
    gaps |= dict.fromkeys(("-", "–", "—", "−", " - ", " – "), "-") | {"+": "&"}
    for table in reversed(tables):
        for kind, words in (("~", table.of), (";", table.the), (">", table.night), ("&", table.and_), ("-", table.to)):
            for word in words.split(",") if words else ():
                for before in ("", ",", ", "):
                    gaps[before + word] = kind
    return gaps


@cache
def lexer_for(languages: tuple[str, ...]) -> Lexer:
    """Return the lexer of these languages, made once."""
    return Lexer(languages)
