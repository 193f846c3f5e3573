"""What stands around a number or a word and tells whether it is a period: looked up, never searched for."""

import re

from presslint.facts.date_lexer import Lexer
from presslint.facts.date_patterns import Token
from presslint.model.finding import Confidence
from presslint.text.lazy import regex

PLAUSIBLE = range(1000, 2200)
MODERN = range(1800, 2101)  # years that need no word such as „Jahr" in front
_REACH = 28  # characters in front of a word or number that may say what it is
_OF = frozenset({"of", "the", "des", "der", "de", "del", "di", "da", "do", "du", "af", "van", "av"})
_FISCAL = ("iscal ", "FY ", "Geschäftsjahr", "Wirtschaftsjahr")
_DASHES = ("-", "–", "—", "/")
_NO_YEAR_BEFORE = ("/", "-", "–", ".", "#", "+", "&")
_NO_YEAR_BEHIND = ("-", "/", "°", "'", "’")
_RECURRING = frozenset(
    {"each", "every", "jeden", "jedem", "chaque", "cada", "ogni", "elke", "każdy", "hver", "varje", "to", "bis"}
)
_NAME_BEHIND = regex(r" [A-Z][a-z]")
_START = regex(r"(?:^|[.!?:;]|[.!?:][“\"«»])[\s\u00a0]+$|[„»\n][ ]*$|^$")
_LOWER = regex(r"[ \u00a0]+[a-zäöüß]")
_NOUN = regex(r"[ \u00a0]+[A-ZÄÖÜ]\w")
_UNIT = regex(
    r"[ \u00a0]?(?:%|€|Euro|EUR|US-?\$|USD|Mio|Mrd|Million|m²|km|kg|ha\b|MW|kWh|Uhr|Stück|people|percent|Prozent)",
    re.IGNORECASE,
)


class Around:
    """The neighbourhood of the tokens of one text."""

    __slots__ = ("_german", "cues", "languages", "text")

    def __init__(self, text: str, lexer: Lexer) -> None:
        self.text = text
        self.cues = lexer.cues
        self.languages = lexer.languages
        self._german = "de" in lexer.languages

    def word(self, offset: int) -> str:
        """Return the word in front of a place, in lower case without its dot; empty where no blank parts the two."""
        return self.word_at(offset)[0]

    def word_at(self, offset: int) -> tuple[str, int]:
        """Return the word in front of a place, and where it begins."""
        reach = max(0, offset - _REACH)
        before = self.text[reach:offset].rstrip("(")
        words = before.split()
        if not words or not before[-1].isspace():
            return "", offset
        word = words[-1].lstrip('(„“"»«')
        return word.rstrip(".").lower(), reach + before.rindex(word)

    def edge(self, offset: int) -> tuple[str, int]:
        """Return the part of a period that the words in front of it name, and where they begin."""
        reach = max(0, offset - _REACH)
        before = self.text[reach:offset]
        words = before.replace("-", " ").split()
        while words and words[-1].lower() in _OF:
            words.pop()
        edge = self.cues.edges.get(words[-1].lower(), "") if words and before[-1] in " -\n\u00a0" else ""
        return (edge, reach + before.rindex(words[-1])) if edge else ("", offset)

    def direction(self, token: Token) -> int | None:
        """Return -1, 0 or 1 for „vergangenen", „diesem" or „kommenden" beside a word, else None."""
        direction = self.cues.directions.get(self.word(token.start))
        if direction is None and self.cues.postposed:
            behind = self.text[token.end : token.end + _REACH].split(None, 1)[:1]
            direction = self.cues.directions.get(behind[0].rstrip(".,;:)").lower()) if behind else None
        return direction

    def ends_with(self, offset: int, endings: tuple[str, ...]) -> bool:
        """Tell whether the text in front of a place ends with one of these words."""
        return self.text[max(0, offset - _REACH) : offset].lower().rstrip().endswith(endings)

    def is_fiscal(self, offset: int) -> bool:
        """Tell whether a year is one of accounts."""
        before = self.text[max(0, offset - _REACH) : offset]
        return any(word in before for word in _FISCAL)

    def is_feast(self, token: Token) -> bool:
        """Tell whether a weekday is part of a name: "Black Friday"."""
        return bool(self.cues.feasts) and self.word(token.start) in self.cues.feasts

    def weekday_confidence(self, token: Token) -> Confidence:
        """Return LOW for opening hours (Monday–Friday), recurring days (second Tuesday) and names (Friday Harbor)."""
        text = self.text
        if text[token.start - 1 : token.start] in _DASHES or text[token.end : token.end + 1] in _DASHES:
            return Confidence.LOW
        word = self.word(token.start)
        if word in self.cues.ordinals or word in _RECURRING:
            return Confidence.LOW
        named = "en" in self.languages and _NAME_BEHIND.match(text, token.end) is not None
        return (
            Confidence.LOW
            if named and word not in self.cues.before and word not in self.cues.directions
            else Confidence.MEDIUM
        )

    def year_confidence(self, token: Token) -> Confidence | None:
        """Tell how surely four digits are a year; None for not at all."""
        year = token.value[0]
        if self._is_other_number(token):
            return None
        word = self.word(token.start)
        if self.cues.is_year_word(word):
            return Confidence.HIGH
        if year not in MODERN:
            return None
        if self.text[token.start - 1 : token.start] == "(":
            return Confidence.MEDIUM if self.text[token.end : token.end + 1] in (")", ",", ";") else None
        if self._german and self._is_german_adverb(token, word):
            return Confidence.HIGH if year % 100 else Confidence.MEDIUM
        return Confidence.HIGH if word in self.cues.in_ and not self._counts_things(token, word) else None

    def _is_other_number(self, token: Token) -> bool:
        text = self.text
        return (
            token.value[0] not in PLAUSIBLE
            or text[token.start - 1 : token.start] in _NO_YEAR_BEFORE
            or text[token.end : token.end + 1] in _NO_YEAR_BEHIND
            or _UNIT.match(text, token.end) is not None
        )

    def _counts_things(self, token: Token, word: str) -> bool:
        """Tell whether a number behind a preposition counts what follows: „in 2018 Fällen", "by 2000 people"."""
        if token.value[0] % 100 == 0 and _LOWER.match(self.text, token.end):
            return True
        return self._german and word not in self.cues.firm and _NOUN.match(self.text, token.end) is not None

    def _is_german_adverb(self, token: Token, word: str) -> bool:
        """Tell whether a year stands alone as German puts it: „2012 hatte der Landtag", „wurde 2012 gegründet"."""
        text = self.text
        if not _LOWER.match(text, token.end) or token.value[0] == 2000:
            return False
        if _START.search(text, max(0, token.start - 4), token.start):
            return True
        return word in self.cues.clause
