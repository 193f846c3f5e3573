"""Periods: months, seasons, quarters, half-years and years, as intervals; and words that count from the release."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts.date_cues import FISCAL
from presslint.facts.date_lexer import Lexer
from presslint.facts.date_mentions import Mention
from presslint.facts.date_patterns import UNITS, Token
from presslint.facts.period_cues import MODERN, Around
from presslint.facts.years import NEW_YEAR
from presslint.model.facts import DateForm, Precision
from presslint.model.finding import Confidence
from presslint.text.lazy import regex

_TAKEN = "#"
# each branch begins with a character: the search skips all others at full speed
_PERIOD = regex(
    "M(?:[-&/,]M){0,11}(?:[_,~]Y)?|S(?:[_,~][YV])?|q(?:[_,~/]Y)?|Q(?:[_,~/]Y)?|h(?:[_,~/]Y)?|H(?:[_,~/]Y)?"
    "|Y(?:[-&/,]Y){0,11}|V|u|R|W"
)
_ARTICLES = frozenset({"am", "guten", "vom", "jeden", "frühen", "späten", "der", "den", "zum"})


class Period(NamedTuple):
    """A period, or a word that counts from the release, as written.

    ``number`` says which month, season (1 is spring), quarter or half-year; ``last_year`` is the second year of
    ``2017/18``. ``edge`` is ``early``, ``mid``, ``late``, ``fiscal`` or empty. ``offset`` counts from the release in
    the unit of the precision. ``direction`` says that a bare weekday lies before (-1) or after (1) the release, 0 that
    nothing tells. ``joined`` is as for days.
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
    reader = _Reader(text, lexer)
    for match in _PERIOD.finditer(_free(tokens, shape, taken)):
        found = tokens[match.start() // 2 : (match.end() + 1) // 2]
        yield from reader.read(found, match[0])


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

    __slots__ = ("around", "cues", "text")

    def __init__(self, text: str, lexer: Lexer) -> None:
        self.text = text
        self.cues = lexer.cues
        self.around = Around(text, lexer)

    def read(self, found: list[Token], shape: str) -> Iterator[Period]:
        kind = shape[0]
        if kind in "MY":
            return self._months(found, shape) if kind == "M" else self._years(found, shape)
        if kind in "uRW":
            read = self._unit if kind == "u" else self._relative if kind == "R" else self._weekday
            return read(found[0])
        if kind in "SV":
            return self._season(found) if kind == "S" else self._school(found[0])
        return self._counted("quarter" if kind in "qQ" else "half", found)

    def _weekday(self, token: Token) -> Iterator[Period]:
        if not self.around.is_feast(token):
            yield Period(
                token.start,
                token.end,
                DateForm.WEEKDAY,
                Precision.DAY,
                token.value[0],
                direction=self.around.direction(token) or 0,
                confidence=self.around.weekday_confidence(token),
            )

    def _months(self, found: list[Token], shape: str) -> Iterator[Period]:
        year_token = found.pop() if found[-1].kind == "Y" else None
        if year_token is not None and year_token.value[0] not in MODERN:  # „im Mai 1500 Gäste"
            year_token = None
        year = year_token.value[0] if year_token else None
        edge, start = self.around.edge(found[0].start)
        if year is None and not edge and self.around.word(found[0].start) not in self.cues.in_:
            return
        for index, token in enumerate(found):
            last = index == len(found) - 1
            yield Period(
                start if index == 0 else token.start,
                year_token.end if last and year_token else token.end,
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
        start, end, number = season.start, season.end, season.value[0]
        if len(found) == 1:
            direction = self.around.direction(season)
            if direction is not None:
                yield Period(
                    start,
                    end,
                    DateForm.RELATIVE,
                    Precision.SEASON,
                    number,
                    direction=direction,
                    confidence=Confidence.MEDIUM,
                )
            elif self.around.word(start) in self.cues.in_:  # the year may follow: „im Herbst vergangenen Jahres"
                yield Period(start, end, DateForm.PERIOD, Precision.SEASON, number, confidence=Confidence.LOW)
            return
        edge, start = self.around.edge(start)
        year, *second = found[1].value
        last = year // 100 * 100 + second[0] % 100 if second else None
        if year in MODERN:
            end = found[1].end
            yield Period(start, end, DateForm.PERIOD, Precision.SEASON, number, year=year, last_year=last, edge=edge)

    def _counted(self, kind: str, found: list[Token]) -> Iterator[Period]:
        """Read ``1. Quartal 2018``, "second half of 2018", ``Q3 2018``."""
        noun = found[0]
        number, start = noun.value[0] if noun.value else 0, noun.start
        if not number:
            word, start = self.around.word_at(start)
            number = int(word) if word.isdecimal() and len(word) == 1 else self.cues.count(word)
        if self.text[noun.end : noun.end + 1] == "-" or not 1 <= number <= (4 if kind == "quarter" else 2):
            return
        year = found[1].value[0] if len(found) == 2 else None
        if year is not None and year not in MODERN:
            return
        precision = Precision.QUARTER if kind == "quarter" else Precision.HALF
        confidence = Confidence.HIGH if year else Confidence.LOW
        yield Period(start, found[-1].end, DateForm.PERIOD, precision, number, year=year, confidence=confidence)

    def _years(self, found: list[Token], shape: str) -> Iterator[Period]:
        sure = [self.around.year_confidence(token) for token in found]
        best = max((confidence for confidence in sure if confidence), default=None)
        if best is None:
            return
        for index, token in enumerate(found):
            confidence = sure[index] or (best if token.value[0] in MODERN else None)
            if confidence is None:
                continue
            edge, start = self.around.edge(token.start)
            yield Period(
                start,
                token.end,
                DateForm.PERIOD,
                Precision.YEAR,
                year=token.value[0],
                edge=FISCAL if self.around.is_fiscal(token.start) else edge,
                joined=shape[index * 2 - 1] if index else "",
                confidence=confidence,
            )

    def _school(self, token: Token) -> Iterator[Period]:
        year, last = token.value
        last = last if last > 99 else year // 100 * 100 + last
        word = self.around.word(token.start)
        if last == year + 1 and (word in self.cues.school or self.cues.is_year_word(word)):
            yield Period(token.start, token.end, DateForm.PERIOD, Precision.YEAR, year=year, last_year=last)

    def _unit(self, token: Token) -> Iterator[Period]:
        unit = UNITS[token.value[0]]
        direction = self.around.direction(token) if unit != "week" else None
        if direction is None:
            return
        before, start = self.around.word_at(token.start)
        start = start if before in self.cues.directions else token.start
        precision = Precision.YEAR if unit == "year" else Precision.MONTH
        yield Period(start, token.end, DateForm.RELATIVE, precision, offset=direction, confidence=Confidence.MEDIUM)

    def _relative(self, token: Token) -> Iterator[Period]:
        word = self.text[token.start : token.end].lower()
        before, place = self.around.word_at(token.start)
        start, offset = token.start, token.value[0]
        if word in self.cues.day_parts and (before in _ARTICLES or self.text[start].isupper()):
            return  # „am Morgen"
        if before in self.cues.morning and offset == 1:
            return  # "la mañana"
        if word in self.cues.prefixed:
            if before != self.cues.prefixed[word]:
                return
            start = place
        if offset == 1 and self.around.ends_with(start, self.cues.overmorrow):
            offset = 2
        confidence = Confidence.LOW if before in self.cues.lasting else Confidence.MEDIUM
        yield Period(start, token.end, DateForm.RELATIVE, Precision.DAY, offset=offset, confidence=confidence)


def _year_of_earlier(token: Token, last: Token, year: int) -> int:
    """Return the year of a month that is joined to a later one: „November und Januar 2019"."""
    return year - 1 if token.value[0] - last.value[0] >= NEW_YEAR else year
