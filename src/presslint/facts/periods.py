"""Periods: months, seasons, quarters, half-years and years, as intervals; and words that count from the release."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts.date_cues import FISCAL
from presslint.facts.date_lexer import UNITS, Lexer, Token
from presslint.facts.date_mentions import Mention
from presslint.model.facts import DateForm, Precision
from presslint.model.finding import Confidence

_PLAUSIBLE = range(1000, 2200)
_MODERN = range(1800, 2101)
_TAKEN = "#"

_PERIOD = re.compile(
    "(?P<months>M(?:[-&/,]M){0,11}(?:[_,~]Y)?)|(?P<season>S(?:[_,~][YV])?)|(?P<quarter>[qQ](?:[_,~/]Y)?)"
    "|(?P<half>[hH](?:[_,~/]Y)?)|(?P<years>Y(?:[-&/,]Y){0,11})|(?P<school>V)|(?P<unit>u)|(?P<relative>R)|(?P<weekday>W)"
)
_OF = frozenset({"of", "the", "des", "der", "de", "del", "di", "da", "do", "du", "af", "van", "av"})
_VAGUE, _LIKELY = Confidence.LOW, Confidence.MEDIUM
_FISCAL = ("iscal ", "FY ", "Geschäftsjahr", "Wirtschaftsjahr")
_DASHES = ("-", "–", "—", "/")
_RECURRING = frozenset(
    {"each", "every", "jeden", "jedem", "chaque", "cada", "ogni", "elke", "każdy", "hver", "varje", "to", "bis"}
)
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")
_REACH = 28  # characters in front of a word or number that may say what it is
_ARTICLES = frozenset({"am", "guten", "vom", "jeden", "frühen", "späten", "der", "den", "zum"})
_START = re.compile(r"(?:^|[.!?:;]|[.!?:][“\"«»])[\s\u00a0]+$|[„»\n][ ]*$|^$")
_LOWER = re.compile(r"[ \u00a0]+[a-zäöüß]")
_NOUN = re.compile(r"[ \u00a0]+[A-ZÄÖÜ]\w")
_UNIT = re.compile(
    r"[ \u00a0]?(?:%|€|Euro|EUR|US-?\$|USD|Mio|Mrd|Million|m²|km|kg|ha\b|MW|kWh|Uhr|Stück|people|percent|Prozent)",
    re.IGNORECASE,
)


class Period(NamedTuple):
    """A period, or a word that counts from the release, as written.

    ``number`` says which month, season (1 is spring), quarter or half-year; ``last_year`` is the second year of
    ``2017/18``. ``edge`` is ``early``, ``mid``, ``late``, ``fiscal`` or empty. ``offset`` counts from the release in the unit of
    the precision. ``direction`` says that a bare weekday lies before (-1) or after (1) the release, 0 that nothing
    tells. ``joined`` is as for days.
    """

    start: int
    end: int
    form: DateForm
    precision: Precision
    number: int = 0
    year: int | None = None
    last_year: int | None = None
    edge: str = ""
    offset: int | None = None
    direction: int = 0
    confidence: Confidence = Confidence.HIGH
    context_year: int | None = None
    joined: str = ""


def periods(text: str, tokens: list[Token], shape: str, lexer: Lexer, taken: tuple[Mention, ...]) -> Iterator[Period]:
    """Yield the periods, relative words and bare weekdays among the tokens that no day of ``taken`` has."""
    reader = _Reader(text, tokens, lexer)
    for match in _PERIOD.finditer(_free(tokens, shape, taken)):
        found = tokens[match.start() // 2 : (match.end() + 1) // 2]
        kind = match.lastgroup or ""
        yield from reader.read(kind, found, match[kind])


def _free(tokens: list[Token], shape: str, taken: tuple[Mention, ...]) -> str:
    """Return the shape with the tokens blotted out that belong to days."""
    marked = list(shape)
    spans = sorted({span for mention in taken for span in _spans(mention)})
    place = 0
    for index, token in enumerate(tokens):
        while place < len(spans) and spans[place][1] <= token.start:
            place += 1
        if place < len(spans) and spans[place][0] <= token.start:
            marked[index * 2] = _TAKEN
    return "".join(marked)


def _spans(mention: Mention) -> Iterator[tuple[int, int]]:
    yield mention.start, mention.end
    if mention.weekday is not None and mention.weekday_end <= mention.start:
        yield mention.weekday_start, mention.weekday_end


class _Reader:
    """Reads periods of one text."""

    __slots__ = ("cues", "lexer", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], lexer: Lexer) -> None:
        self.text = text
        self.tokens = tokens
        self.lexer = lexer
        self.cues = lexer.cues

    def read(self, kind: str, found: list[Token], shape: str) -> Iterator[Period]:
        first = found[0]
        if kind == "months":
            yield from self._months(found, shape)
        elif kind == "years":
            yield from self._years(found, shape)
        elif kind == "season":
            yield from self._season(found)
        elif kind in ("quarter", "half"):
            yield from self._counted(kind, found)
        elif kind == "school":
            if self._word_before(first.start) in self.cues.school:
                year, last = first.value
                last = last if last > 99 else year // 100 * 100 + last
                if last == year + 1:
                    yield Period(first.start, first.end, DateForm.PERIOD, Precision.YEAR, year=year, last_year=last)
        elif kind == "unit":
            yield from self._unit(first)
        elif kind == "relative":
            yield from self._relative(first)
        elif not self._is_feast(first):
            yield Period(
                first.start,
                first.end,
                DateForm.WEEKDAY,
                Precision.DAY,
                first.value[0],
                direction=self._direction(first) or 0,
                confidence=self._weekday_confidence(first),
            )

    def _weekday_confidence(self, token: Token) -> Confidence:
        """Opening hours (Monday–Friday), recurring days (second Tuesday) and names (Friday Harbor) are no dates."""
        text = self.text
        if text[token.start - 1 : token.start] in _DASHES or text[token.end : token.end + 1] in _DASHES:
            return Confidence.LOW
        word = self._word_before(token.start)
        if word in self.cues.ordinals or word in _RECURRING:
            return Confidence.LOW
        name = "en" in self.lexer.languages and _NAME_BEHIND.match(text, token.end)
        return Confidence.LOW if name and word not in self.cues.before and word not in self.cues.directions else _LIKELY

    def _word_before(self, offset: int) -> str:
        """Return the word in front of a place, in lower case without its dot; empty where no blank parts the two."""
        return self._word_at(offset)[0]

    def _word_at(self, offset: int) -> tuple[str, int]:
        """Return the word in front of a place, and where it begins."""
        before = self.text[max(0, offset - _REACH) : offset].rstrip("(")
        words = before.split()
        if not words or not before[-1].isspace():
            return "", offset
        word = words[-1].lstrip('(„“"»«')
        return word.rstrip(".").lower(), max(0, offset - _REACH) + before.rindex(word)

    def _edge(self, offset: int) -> tuple[str, int]:
        """Return the part of a period that the words in front of it name, and where they begin."""
        before = self.text[max(0, offset - _REACH) : offset]
        words = before.replace("-", " ").split()
        while words and words[-1].lower() in _OF:
            words.pop()
        edge = self.cues.edges.get(words[-1].lower(), "") if words and before[-1] in " -\n\u00a0" else ""
        return (edge, max(0, offset - _REACH) + before.rindex(words[-1])) if edge else ("", offset)

    def _months(self, found: list[Token], shape: str) -> Iterator[Period]:
        year = found.pop().value[0] if found[-1].kind == "Y" else None
        end = self.tokens[self.tokens.index(found[-1]) + 1].end if year is not None else found[-1].end
        edge, start = self._edge(found[0].start)
        if year is None and not edge and self._word_before(found[0].start) not in self.cues.in_:
            return
        if year is not None and year not in _PLAUSIBLE:
            return
        for index, token in enumerate(found):
            last = index == len(found) - 1
            yield Period(
                start if index == 0 else token.start,
                end if last else token.end,
                DateForm.PERIOD,
                Precision.MONTH,
                token.value[0],
                year=year if last else None,
                edge=edge if index == 0 else "",
                context_year=None if last or year is None else _year_of_earlier(token, found[-1], year),
                joined=shape[index * 2 - 1] if index else "",
                confidence=Confidence.HIGH if year else Confidence.MEDIUM,
            )

    def _season(self, found: list[Token]) -> Iterator[Period]:
        season = found[0]
        edge, start = self._edge(season.start)
        if len(found) == 1:
            direction = self._direction(season)
            if direction is None and self._word_before(season.start) in self.cues.in_:
                form = DateForm.PERIOD  # a season of a year that may follow: „im Herbst vergangenen Jahres"
                yield Period(season.start, season.end, form, Precision.SEASON, season.value[0], confidence=_VAGUE)
            if direction is not None:
                yield Period(
                    season.start,
                    season.end,
                    DateForm.RELATIVE,
                    Precision.SEASON,
                    season.value[0],
                    direction=direction,
                    confidence=Confidence.MEDIUM,
                )
            return
        years = found[1].value
        last = years[1] % 100 + years[0] // 100 * 100 if len(years) == 2 else None
        if years[0] in _MODERN:
            yield Period(
                start,
                found[1].end,
                DateForm.PERIOD,
                Precision.SEASON,
                season.value[0],
                year=years[0],
                last_year=last,
                edge=edge,
            )

    def _counted(self, kind: str, found: list[Token]) -> Iterator[Period]:
        """Read ``1. Quartal 2018``, "second half of 2018", ``Q3 2018``."""
        noun = found[0]
        number, start = noun.value[0] if noun.value else 0, noun.start
        if not number:
            word, start = self._word_at(start)
            number = int(word) if word.isdecimal() and len(word) == 1 else self.cues.count(word)
        if self.text[noun.end : noun.end + 1] == "-" or not 1 <= number <= (4 if kind == "quarter" else 2):
            return
        year = found[1].value[0] if len(found) == 2 else None
        if year is not None and year not in _MODERN:
            return
        precision = Precision.QUARTER if kind == "quarter" else Precision.HALF
        confidence = Confidence.HIGH if year else Confidence.LOW
        yield Period(start, found[-1].end, DateForm.PERIOD, precision, number, year=year, confidence=confidence)

    def _years(self, found: list[Token], shape: str) -> Iterator[Period]:
        sure = [self._year_confidence(token) for token in found]
        best = max(confidence for confidence in sure)
        if not best:
            return
        for index, token in enumerate(found):
            if token.value[0] not in _MODERN and not sure[index]:
                continue
            edge, start = self._edge(token.start)
            if self._is_fiscal(token.start):
                edge = FISCAL
            yield Period(
                start,
                token.end,
                DateForm.PERIOD,
                Precision.YEAR,
                year=token.value[0],
                edge=edge,
                joined=shape[index * 2 - 1] if index else "",
                confidence=Confidence(sure[index] or best),
            )

    def _is_fiscal(self, offset: int) -> bool:
        return any(word in self.text[max(0, offset - _REACH) : offset] for word in _FISCAL)

    def _year_confidence(self, token: Token) -> int:
        """Tell how surely four digits are a year: 0 for not at all."""
        year = token.value[0]
        text = self.text
        if year not in _PLAUSIBLE or text[token.start - 1 : token.start] in ("/", "-", "–", ".", "#", "+", "&"):
            return 0
        if _UNIT.match(text, token.end) or text[token.end : token.end + 1] in ("-", "/", "°", "'", "’"):
            return 0
        word = self._word_before(token.start)
        if self.cues.is_year_word(word):
            return Confidence.HIGH
        if year not in _MODERN:
            return 0
        if text[token.start - 1 : token.start] == "(":
            return Confidence.MEDIUM if text[token.end : token.end + 1] in (")", ",", ";") else 0
        if "de" in self.lexer.languages and self._is_german_adverb(token, word):
            return Confidence.HIGH if year % 100 else Confidence.MEDIUM
        if word in self.cues.in_ and not (year % 100 == 0 and _LOWER.match(text, token.end)):
            noun = _NOUN.match(text, token.end) if "de" in self.lexer.languages else None
            return 0 if noun and word not in self.cues.firm else Confidence.HIGH
        return 0

    def _is_german_adverb(self, token: Token, word: str) -> bool:
        """Tell whether a year stands alone as German puts it: „2012 hatte der Landtag", „wurde 2012 gegründet"."""
        text = self.text
        if not _LOWER.match(text, token.end) or token.value[0] == 2000:
            return False
        if _START.search(text, max(0, token.start - 4), token.start):
            return True
        return word in self.cues.clause

    def _direction(self, token: Token) -> int | None:
        """Return -1, 0 or 1 for „vergangenen", „diesem" or „kommenden" beside a word, else None."""
        direction = self.cues.directions.get(self._word_before(token.start))
        if direction is None and self.cues.postposed:
            behind = self.text[token.end : token.end + _REACH].split(None, 1)[:1]
            direction = self.cues.directions.get(behind[0].rstrip(".,;:)").lower()) if behind else None
        return direction

    def _unit(self, token: Token) -> Iterator[Period]:
        direction = self._direction(token)
        unit = UNITS[token.value[0]]
        if direction is None or unit == "week":
            return
        before, start = self._word_at(token.start)
        start = start if before in self.cues.directions else token.start
        precision = Precision.YEAR if unit == "year" else Precision.MONTH
        yield Period(start, token.end, DateForm.RELATIVE, precision, offset=direction, confidence=Confidence.MEDIUM)

    def _relative(self, token: Token) -> Iterator[Period]:
        text = self.text
        word = text[token.start : token.end].lower()
        before, place = self._word_at(token.start)
        if word in self.cues.day_parts and (before in _ARTICLES or text[token.start].isupper()):
            return  # „am Morgen"
        if before in self.cues.morning and token.value[0] == 1:
            return  # "la mañana"
        start, offset = token.start, token.value[0]
        if word in self.cues.prefixed:
            if before != self.cues.prefixed[word]:
                return
            start = place
        if offset == 1 and text[max(0, start - _REACH) : start].lower().rstrip().endswith(self.cues.overmorrow):
            offset = 2
        vague = before in self.cues.lasting
        yield Period(
            start,
            token.end,
            DateForm.RELATIVE,
            Precision.DAY,
            offset=offset,
            confidence=Confidence.LOW if vague else Confidence.MEDIUM,
        )

    def _is_feast(self, token: Token) -> bool:
        return bool(self.cues.feasts) and self._word_before(token.start) in self.cues.feasts


def _year_of_earlier(token: Token, last: Token, year: int) -> int:
    return year - 1 if token.value[0] > last.value[0] + 3 else year
