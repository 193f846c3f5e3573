"""Times of day, alone or as start and end, with their zone and the date they belong to."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from presslint.facts import Facts
from presslint.facts.date_patterns import Token
from presslint.facts.reading import Reading
from presslint.model.facts import DateFact, DateForm, Precision, QuoteFact, TimeFact
from presslint.model.finding import Confidence
from presslint.model.release import Release, Zone
from presslint.text.lazy import regex
from presslint.text.span import Span

BETWEEN = frozenset({"zwischen", "between", "entre", "tra", "fra", "tussen", "między", "mellem", "mellan"})
NO_HOUR, NO_MINUTE, MERIDIEM = "no-such-hour", "no-such-minute", "24-hour-with-meridiem"

_TIMES = regex("[Ttpd]-[TN]|[TN]-[TNt]|t-t|[Td]&T|T|t|N|p")
_WITH_CLOCK_WORDS = regex("[Ttpd]-[TN]|[TN]-[TNt]|[dptDf]-[dptDf]|[Td]&T|[TtNpdDf]")  # kl. 15, ore 15
_MERIDIEM = regex(r"([ap])[. \u00a0]{0,2}m\b", re.IGNORECASE)
_ZONE = regex(
    r"[ \u00a0]{0,2}\(?(MESZ|MEZ|CEST|CET|WEST|WET|EEST|EET|UTC|GMT|BST|IST|MSK|JST|SGT|HKT|AEST|AEDT|"
    r"Eastern|Central|Mountain|Pacific|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|MT|PT|Ortszeit|deutscher Zeit|local time|"
    r"Z)(?![\w+-])"
    r"|[ \u00a0]?\(?((?:UTC|GMT)[ ]?[+-]\d{1,2}(?::?[0-5]\d)?|[+-](?:0\d|1[0-4]):?[0-5]\d)(?![\d.])"
)
_DURATION = regex(
    r"[ \u00a0]?(?:Min|Std|Stunde|Sek|minute|hour|second|km|:|Tore|Punkte|points|goals|Uhr)", re.IGNORECASE
)
_SENTENCE_END = regex(r"[.!?…][ \n\u00a0]+[A-ZÄÖÜ„\"]|\n\n|\t")
_REACH_BACK, _REACH_ON = 80, 24
_BESIDE = 6  # characters between two times that name one moment
_ON = regex(
    r"[)]?[, \u00a0]{0,2}(?:(?:am|on|den|dem|vom|des|le|el|il|op|em|den|dnia|\()[ \u00a0]?){0,2}(?:the )?"
    r"(?:[^\W\d_]{4,12}[ \u00a0])?$"
)


def _undotted(token: Token) -> Token:
    """Return the token without the full stop of its sentence."""
    return token._replace(end=token.end - 1) if token.kind in "Df" else token


class Clock(NamedTuple):
    """A time as read: None where it cannot be, with the reason; ``end_of_day`` for 24:00."""

    at: time | None
    problem: str = ""
    end_of_day: bool = False


def extract(release: Release, facts: Facts) -> Iterator[TimeFact]:
    """Yield one fact for each time, and one for each two that are joined as start and end.

    ``10.30`` and ``10`` count as times only with their word (Uhr, a.m.), ``10:30`` also beside a date or behind a word
    such as „um"; running times and scores do not. A time belongs to the date in the same phrase: the nearest one before
    it in the sentence, else one that follows at once.
    """
    reading = facts.one(Reading)
    times = _WITH_CLOCK_WORDS if reading.lexer.cues.clock else _TIMES
    matches = list(times.finditer(reading.shape))
    if not matches:
        return
    reader = _Reader(release, facts, reading)
    found: list[TimeFact] = []
    for match in matches:
        first = match.start() // 2
        last = match.end() // 2
        found += reader.read(reading.tokens[first], reading.tokens[last] if last > first else None, match[0])
    yield from _sharing_dates(found)


def _sharing_dates(found: list[TimeFact]) -> Iterator[TimeFact]:
    """Yield the times, each without a date taking that of a time that follows at once: ``15:00 CET / 9:00 ET on …``."""
    after: TimeFact | None = None
    shared: list[TimeFact] = []
    for fact in reversed(found):
        dated = fact
        if fact.date is None and after is not None and 0 <= after.span.start - fact.span.end <= _BESIDE:
            dated = fact._replace(date=after.date)
        shared.append(dated)
        after = dated
    yield from reversed(shared)


class _Reader:
    """Makes facts of the times of one release."""

    __slots__ = ("cues", "dates", "quoted", "reading", "release", "starts")

    def __init__(self, release: Release, facts: Facts, reading: Reading) -> None:
        self.release = release
        self.reading = reading
        self.cues = reading.lexer.cues
        self.dates = [
            fact for fact in facts.of(DateFact) if fact.precision is Precision.DAY and fact.form is not DateForm.PERIOD
        ]
        self.starts = [fact.span.start for fact in self.dates]
        self.quoted = [fact.body for fact in facts.of(QuoteFact)]

    def read(self, first: Token, last: Token | None, shape: str) -> list[TimeFact]:
        if self._is_taken(first) or (last is not None and self._is_taken(last)):
            if last is None or self._is_taken(last):
                return []
            first, last, shape = last, None, shape[-1]
        if last is not None and shape[1] == "&":
            between = self._before(first).split()[-1:]
            if between and between[0].lower() in BETWEEN:
                return [self._fact(first, last, last)]
            return [self._fact(first, None, last), self._fact(last, None, last)]
        date = self._date_of(first.start, (last or first).end)
        kinds = shape.replace("-", "")
        if not kinds.strip("pdDf"):
            if not self._has_clock_word(first):
                return []
            first, last = _undotted(first), _undotted(last) if last is not None else None
        elif not kinds.strip("t") and not self._is_clock(first, last, date):
            return []
        return [self._fact(first, last, last or first)]

    def _is_taken(self, token: Token) -> bool:
        """Tell whether a number is part of a date."""
        at = bisect_right(self.starts, token.start) - 1
        return at >= 0 and self.dates[at].span.end > token.start

    def _before(self, token: Token) -> str:
        return self.release.text[max(0, token.start - 16) : token.start]

    def _has_clock_word(self, token: Token) -> bool:
        """Tell whether a word in front of a number makes it a time: ``kl. 10.30``, ``ore 10``."""
        words = self._before(token).lower().split()
        return bool(words) and words[-1] in self.cues.clock

    def _is_clock(self, first: Token, last: Token | None, date: Span | None) -> bool:
        text = self.release.text
        end = (last or first).end
        if _DURATION.match(text, end):
            return False
        if date is not None or self._has_clock_word(first) or last is not None or _ZONE.match(text, end):
            return True
        words = self._before(first).lower().split()
        return bool(words) and words[-1].lstrip("(") in self.cues.at

    def _date_of(self, start: int, end: int) -> Span | None:
        """Return the span of the date that a time at ``start`` to ``end`` belongs to."""
        text = self.release.text
        at = bisect_right(self.starts, start)
        if at:
            before = self.dates[at - 1].span
            if start - before.end <= _REACH_BACK and not _SENTENCE_END.search(text, before.end, start):
                return before
        if at < len(self.dates):
            following = self.dates[at].span
            if following.start - end <= _REACH_ON and _ON.match(text[end : following.start]):
                return following
        return None

    def _fact(self, first: Token, last: Token | None, word: Token) -> TimeFact:
        """Make a fact of one time or of two; ``word`` is the token that says a.m. or p.m. for both."""
        text = self.release.text
        end = (last or first).end
        zone = _ZONE.match(text, end)
        meridiem = _MERIDIEM.search(text, word.start, word.end)
        start = self._clock(first, meridiem)
        until = self._clock(last, meridiem) if last is not None else Clock(None)
        if start.at and until.at and start.at > until.at and first.value[0] < 12 and self._borrows(first, meridiem):
            # "10–2 p.m." begins in the morning: the half of the day is that of the end only where this fits
            start = start._replace(at=start.at.replace(hour=first.value[0] % 12))
        span = Span(first.start, zone.end() if zone else end)
        if zone and text[span.end : span.end + 1] == ")" and "(" in zone[0]:
            span = Span(span.start, span.end + 1)
        block = self.reading.block_of(span.start)
        problem = start.problem or until.problem
        return TimeFact(
            span=span,
            text=span.of(text),
            zone=self.release.blocks[block].zone if self.release.blocks else Zone.UNKNOWN,
            confidence=Confidence.HIGH if word.kind in "TN" else Confidence.MEDIUM,
            start=start.at,
            until=until.at,
            zone_name=((zone[1] or zone[2]).strip() if zone else ""),
            date=self._date_of(span.start, span.end),
            problem=problem,
            midnight_end=start.end_of_day or until.end_of_day,
            quoted=any(body.contains(span) for body in self.quoted),
            block=block,
        )

    def _borrows(self, first: Token, meridiem: re.Match[str] | None) -> bool:
        return meridiem is not None and _MERIDIEM.search(self.release.text, first.start, first.end) is None

    def _clock(self, token: Token, meridiem: re.Match[str] | None) -> Clock:
        own = _MERIDIEM.search(self.release.text, token.start, token.end) or meridiem
        return clock(token.value, own[1].lower() if own else "")


def clock(numbers: tuple[int, ...], half: str) -> Clock:
    """Return the time that hour, minute and second name; ``half`` is ``a``, ``p`` or empty for the 24-hour clock."""
    hour, minute, second = (*numbers, 0, 0)[:3]
    if minute > 59 or second > 59:
        return Clock(None, NO_MINUTE)
    if half:
        if not 1 <= hour <= 12:
            return Clock(None, MERIDIEM if 13 <= hour <= 23 else NO_HOUR)
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute == second == 0:
        return Clock(time(0), end_of_day=True)
    if hour > 23:
        return Clock(None, NO_HOUR)
    return Clock(time(hour, minute, second))
