"""Days in words, found from the month, weekday or number that they stand beside: „am zweiten und dritten Mai"."""

import re
from collections.abc import Sequence

from presslint.facts.date_cues import cues_of
from presslint.facts.date_patterns import BLANK, LETTER, Token
from presslint.facts.date_tables import DateWords
from presslint.text.lazy import regex

_MOST = 4  # days in words in one list
_LONGEST = 40  # characters of a day in words, with what joins it to the next


class SpokenDays:
    """What days in words look like in one language, or in several at once."""

    __slots__ = ("_behind", "_earlier", "_ends", "_in_german", "_ordinal", "_ordinals", "_pair")

    def __init__(self, tables: tuple[DateWords, ...], languages: Sequence[str]) -> None:
        self._ordinals = cues_of(tables).ordinals
        self._in_german = "de" in languages
        self._ends = frozenset(word[-1] for table in tables for word in table.of.split(",") if word)
        of = "".join(rf"(?:{word}{BLANK})?" for table in tables for word in table.of.split(",") if word)
        joins = "|".join(re.escape(word) for table in tables for word in f"{table.and_},{table.to}".split(","))
        the = "|".join(re.escape(word) for table in tables for word in table.the.split(","))
        self._ordinal = regex(rf"({LETTER}{{3,20}}(?:-{LETTER}{{3,9}})?){BLANK}{of}$")
        self._earlier = regex(rf"({LETTER}{{3,20}}){BLANK}(?:{joins}){BLANK}$")
        self._pair = regex(rf",?{BLANK}(?:(?:{the}){BLANK})?({LETTER}{{4,30}}){BLANK}({LETTER}{{4,30}})")
        self._behind = regex(rf"{BLANK}({LETTER}{{4,30}})")

    def before_month(self, text: str, offset: int) -> list[Token]:
        """Return the days in words in front of a month: „am zweiten und dritten Mai", "the third of May"."""
        days: list[Token] = []
        last = text[offset - 2 : offset - 1]  # in front of the blank: most months follow a number with its dot
        if not last.isalnum() and last not in self._ends:
            return days
        word = self._ordinal.search(text, max(0, offset - _LONGEST), offset)
        while word is not None and (day := self._ordinals.get(word[1].lower())) and len(days) < _MOST:
            days.insert(0, Token("o", word.start(1), word.end(1), (day,)))
            word = self._earlier.search(text, max(0, word.start(1) - _LONGEST), word.start(1))
        return days

    def behind_weekday(self, text: str, offset: int) -> list[Token]:
        """Return the two words behind a weekday that are day and month: „Montag, den siebten vierten"."""
        words = self._pair.match(text, offset) if self._in_german else None
        if words is None:
            return []
        numbers = [self._ordinals.get(word.lower()) for word in words.groups()]
        return [
            Token("o", *words.span(at), (number,)) for at, number in enumerate(numbers, 1) if all(numbers) and number
        ]

    def beside_number(self, text: str, token: Token) -> list[Token]:
        """Return a number with the word beside it where the two are day and month: „7. vierten", „siebter 4."."""
        if not self._in_german:
            return [token]
        behind = self._behind.match(text, token.end)
        if behind is not None and (month := self._ordinals.get(behind[1].lower())):
            return [token, Token("o", behind.start(1), behind.end(1), (month,))]
        start = max(0, token.start - _LONGEST)
        before = text[start : token.start].rstrip("/ ").rsplit(None, 1)[-1:]
        day = self._ordinals.get(before[0].lower()) if before else None
        if day is None:
            return [token]
        at = start + text[start : token.start].rindex(before[0])
        return [Token("o", at, at + len(before[0]), (day,)), token]
