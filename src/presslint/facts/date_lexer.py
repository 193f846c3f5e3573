"""From prose to tokens: the numbers, names and words that dates are made of, and what stands between them.

A token has a kind, one letter; the gap between two tokens has a kind too, one punctuation mark. Read in turn they
make a short text, the *shape*, in which the grammar looks for dates with ordinary patterns. So the grammar is the same
in every language, and a long text costs no more than its tokens.

Tokens::

    D day with its mark (23., 23rd)   d bare number below 100   o day in words (dritten)     M month      Y four digits
    y three digits                    F numeric date            f day and month (23.2.)      I ISO date   J 2018/02/23
    p 10.30                           t 10:30                   T time with its word         W weekday    w short one
    R heute, tomorrow                 S season                  V 2017/18                    q quarter    h half-year
    u Jahr, month                     Q Q1                      H H1                         N noon

Gaps::

    _ blanks or nothing   , comma   ; den, the   ( )   - range   & list   / slash   > night   ~ of   = cell or line end
    | anything else
"""

import re
from functools import cache

from presslint.facts.date_cues import cues_of
from presslint.facts.date_patterns import (
    LETTER,
    Entry,
    Token,
    gap_table,
    hour_letters,
    number_pattern,
    scanner,
    word_table,
)
from presslint.facts.date_tables import DateWords
from presslint.facts.date_words import DATE_WORDS
from presslint.facts.misspelt import MisspeltMonths
from presslint.facts.spoken_days import SpokenDays
from presslint.text.lazy import regex

BREAK = "|"
_LONGEST_GAP = 32
_WIDEST_BLANK = 10  # texts that lost their punctuation have wide blanks instead
_DIGITS = regex(r"\d+")
_BARE = {1: "d", 2: "d", 3: "y", 4: "Y"}  # kinds of numbers by how many digits they have
_APOSTROPHES = ("'", "’")
_PATHS = ("/", "_", "=", "-")  # in front of an ISO date: it is part of an address or a file name
_HYPHENS = ("-", "'", "’")
_EXTENSION = regex(rf"['’-]{LETTER}{{1,9}}")  # segunda-feira, aujourd'hui


class Lexer:
    """What the tokens of one language, or of several at once, look like."""

    __slots__ = (
        "_bare_days",
        "_dotted",
        "_gaps",
        "_hours",
        "_misspelt",
        "_month_first",
        "_number",
        "_part",
        "_scan",
        "_spoken",
        "_words",
        "cues",
        "languages",
        "tables",
    )

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self.tables: tuple[DateWords, ...] = tuple(DATE_WORDS[language] for language in languages)
        self._words = word_table(languages)
        self._scan = scanner(self._words)
        self._number = number_pattern(self.tables)
        self._hours = hour_letters(self.tables)
        self._gaps = gap_table(self.tables)
        self.cues = cues_of(self.tables)
        self._spoken = SpokenDays(self.tables, languages)
        self._misspelt = MisspeltMonths(languages)
        self._bare_days = any(table.suffixes != r"\." for table in self.tables)
        day = self._number.match("3. a")  # a day, or a number and a full stop
        self._dotted = day is not None and day.lastgroup == "D"
        self._month_first = any(table.month_first for table in self.tables)
        parts = "|".join(word for table in self.tables for word in table.day_parts.split())
        self._part = regex(rf"[ \u00a0-](?:{parts})(?!\w)" if parts else "(?!)", re.IGNORECASE)

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of ``text``, in order."""
        found: list[Token] = []
        words = self._words
        plain_days = not self._bare_days
        end = 0
        for match in self._scan.finditer(text):
            start, stop = match.span()
            if start < end:
                continue
            if text[start] <= "9":
                kind, end = self._number_at(text, start, stop)
                if kind in "dY" and plain_days and start and text[start - 1] == " " and text[start] != "0":
                    found.append(Token(kind, start, end, (int(text[start:end]),)))
                elif kind != "x":
                    end = self._read_number(text, start, end, kind, found)
                continue
            entry = words.get(match[0].lower())
            if text[stop : stop + 1] in _HYPHENS and (longer := _EXTENSION.match(text, stop)):
                whole = words.get(text[start : longer.end()].lower())
                entry, stop = (whole, longer.end()) if whole else (entry, stop)
            if entry and (not text[start - 1 : start].isalnum() or _is_glued_name(text, start, entry[0])):
                end = self._read_word(text, start, stop, entry, found)
        return found

    def _read_word(self, text: str, start: int, end: int, entry: Entry, found: list[Token]) -> int:
        kind, _, value = entry
        if text[end : end + 1] == "." and (kind == "w" or (kind == "M" and value[1])):
            end += 1  # the dot of an abbreviation
        if kind == "M":
            found += self._spoken.before_month(text, start)
        elif kind in "WR":
            part = self._part.match(text, end)
            if part:
                end = part.end()
                if kind == "W" and part.group()[1:].lower() in self.cues.nights:
                    value = (value[0], 1)
        found.append(Token(kind, start, end, value))
        if kind == "W":
            found += self._spoken.behind_weekday(text, end)
        return end

    def _number_at(self, text: str, start: int, stop: int) -> tuple[str, int]:
        """Return the kind and the end of the number whose first digits reach from ``start`` to ``stop``.

        What stands in front of a word, as most numbers do, is told without the long pattern.
        """
        sign, following = text[stop : stop + 1], text[stop + 1 : stop + 2]
        if sign == " ":
            if following.isalpha() and following not in self._hours:
                return _BARE.get(stop - start, "x"), stop
        elif sign == "." and following == " " and text[stop + 2 : stop + 3].isalpha():
            if self._dotted and stop - start < 3:
                return "D", stop + 1
            return _BARE.get(stop - start, "x"), stop
        match = self._number.match(text, start)
        return (match.lastgroup or "x", match.end()) if match else ("x", stop)

    def _read_number(self, text: str, start: int, end: int, kind: str, found: list[Token]) -> int:
        """Read the number from ``start`` to ``end`` and return where reading goes on."""
        before = text[start - 1 : start]
        if before.isalpha() and _is_glued(text, start, found):
            return end
        number = text[start:end]
        if kind in "dYy":
            if kind == "d" and before in _APOSTROPHES and _is_short_year(text, start, number, found):
                found.append(Token("Y", start - 1, end, (2000 + int(number),)))
                return end
            if (kind == "Y" and number[0] == "0") or (kind == "y" and not _is_behind_month(start, found)):
                return end  # an area code, a house number
            token = Token(kind, start, end, (int(number),))
        elif (kind == "I" and before in _PATHS) or (kind in "FfpJ" and _is_numbering(text, start)):
            return end
        else:
            token = Token(kind, start, end, tuple(map(int, _DIGITS.findall(number))))
        if kind == "D" or (kind == "d" and self._bare_days):
            found += self._with_month(text, token)
        else:
            found.append(token)
        return found[-1].end

    def _with_month(self, text: str, token: Token) -> list[Token]:
        """Return a day with the words around it that are its month, in words or misspelt."""
        month = self._misspelt.behind(text, token.end)
        if month is not None:
            return [token, month]
        month = self._misspelt.before(text, token.start, token.end) if self._month_first else None
        if month is not None:
            return [month, token]
        return self._spoken.beside_number(text, token) if token.kind == "D" else [token]

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
            return "=" if plain in ("", ":") else self._gaps.get(plain, BREAK)
        if not plain and len(gap) > _WIDEST_BLANK:
            return BREAK
        closed = plain.startswith(")")
        plain = plain.lstrip(") ") if closed else plain
        kind = self._gaps.get(plain) or self._gaps.get(plain.rstrip("."), BREAK) if plain != "." else BREAK
        return ")" if closed and kind in "_,|" else kind


# in front of numbers with dots that are no date: versions, reference numbers, sections
_NUMBERING = regex(r"(?:\b(?:v|ver|vers|version|firmware|az|aktenzeichen|gz)\b\.?|§)[: \u00a0]{0,2}$", re.IGNORECASE)
_GLUE = regex(r"(?:^|\W)(?:am|den|dem|vom|zum|bis|der|on|the)$", re.IGNORECASE)


def _is_numbering(text: str, start: int) -> bool:
    """Tell whether a number with dots counts versions or files: ``Version 2.30.2026``."""
    return _NUMBERING.search(text[max(0, start - 16) : start]) is not None


def _is_glued_name(text: str, start: int, kind: str) -> bool:
    """Tell whether a name follows a word in capitals whose line end was lost: ``RELEASEFebruary 10``."""
    return kind in "MW" and text[start - 1].isupper() and text[start + 1 : start + 2].islower()


def _is_short_year(text: str, start: int, number: str, found: list[Token]) -> bool:
    """Tell whether two digits are a year: behind a month and an apostrophe (``Mai ’18``)."""
    if len(number) != 2 or not found or found[-1].kind != "M":
        return False
    return text[found[-1].end : start - 1].strip(" ") == ""


def _is_behind_month(start: int, found: list[Token]) -> bool:
    """Tell whether three digits may be a year that lost one: they stand close behind a month or its day."""
    return bool(found) and found[-1].kind in "MdD" and start - found[-1].end <= len(", ")


def _is_glued(text: str, start: int, found: list[Token]) -> bool:
    """Tell whether a number belongs to the letters in front of it (``A5``), and not to a date (``25. Mai2007``)."""
    if found and found[-1].end == start:
        return False
    return not _GLUE.search(text[max(0, start - 5) : start])


@cache
def lexer_for(languages: tuple[str, ...]) -> Lexer:
    """Return the lexer of these languages, made once."""
    return Lexer(languages)
