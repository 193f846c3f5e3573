"""„Heute", "tomorrow" beside an explicit date that is another day."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.events import ranges_of
from presslint.checks.releaseday import reading_day, release_related
from presslint.checks.weekdays import calendar_day, later
from presslint.facts import Facts
from presslint.model.facts import DateFact, DateForm, EmbargoFact, Precision, RangeFact, ReleaseDate, YearFrom
from presslint.model.finding import Confidence, Hit, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted, Value, Weekday
from presslint.text.lazy import regex
from presslint.text.span import Span

_FORMS = frozenset({DateForm.WORDS, DateForm.NUMERIC, DateForm.ISO})
# what may stand between the word and its date without parting them: „heute (", „heute, am ", "tomorrow, on "
_APPOSITION = regex(
    r"\s?(?:abend|Abend|früh|Früh|[Mm]orgen|[Nn]achmittag|[Vv]ormittag|[Mm]ittag|[Nn]acht|morning|afternoon|evening|night)?"
    r"\s?[,(–-]?\s?(?:(?:also|dem|den|der|am|on|the)\s){0,2}",
)
# an event beside „heutig" that a date may follow: „der heutigen Sitzung am 22. Februar"
_EVENT = regex(
    r"\s(?:\([^()\n]{0,30}|(?:[\w-]+\s){0,2}(?:[\w-]*(?:station|besuch|sitzung|konferenz|gespräch|termin|veranstaltung"
    r"|tagung|premiere|eröffnung|feier|versammlung|kundgebung|demonstration|anhörung|messe|hearing|meeting|conference"
    r"|event|visit|briefing|ceremony|debate|vote|session)(?:s|es|e|en)?),?\s(?:am|vom|on|of|\()\s?)",
    re.IGNORECASE,
)
_BEHIND = regex(r"\s?[(,–]\s?")
_MORNING = regex(r"(?:tag|abend|heute|gestern|jeden|am|frühen|späten|eines)\s+$", re.IGNORECASE)
_LISTED = regex(r"(?:heute|morgen|gestern|today|yesterday)\s+(?:und|sowie|oder|and|or)\s+$", re.IGNORECASE)


# a weekday that explains the word: „heute (Mittwoch)", „am heutigen Mittwoch", "today, Wednesday,"
_WEEKDAY_BEHIND = regex(r"\s?(?P<open>\((?:also\s)?)|(?P<comma>,\s)|\s")
_TOMORROW = regex(r"(?:^|[.!?:–—]\s|\n)(?P<word>Morgen)(?:\s\(|,\s)$")
_CLOSED = regex(r"\s?[,)]")


_REACH = 60  # characters between a word and the date behind it
_FEW = 3  # dates before a word, of which the last may explain it


class Conflict(NamedTuple):
    """A word that means a day from the release on, and the other date that stands beside it."""

    fact: DateFact
    word: DateFact
    expected: tuple[date, ...]


def conflicts(ctx: Context, release: date, speaks: date) -> list[Conflict]:
    """Return the words whose own date is another day, if the release is dated ``release`` and speaks on ``speaks``."""
    known = _conflicts(ctx.facts)
    if (release, speaks) not in known:
        known[release, speaks] = _conflicts_of(ctx, release, speaks)
    return known[release, speaks]


@lru_cache(maxsize=1)
def _conflicts(facts: Facts) -> dict[tuple[date, date], list[Conflict]]:
    """Return what is known of the release at hand: several checks ask for the same days."""
    del facts  # only tells one release from the next
    return {}


def _conflicts_of(ctx: Context, release: date, speaks: date) -> list[Conflict]:
    facts = ctx.facts.of(DateFact)
    found: list[Conflict] = []
    starts: list[int] = []
    relative = DateForm.RELATIVE
    for word in (*facts, *_tomorrows(ctx, facts)):
        if word.form is not relative or word.offset is None or not _means_a_day(ctx, word):
            continue
        starts = starts or [fact.span.start for fact in facts]
        near = _near(word, facts, starts)
        weekday = _weekday_of(ctx, word, near)
        if weekday is not None:
            expected = tuple(later(day, word.offset) for day in sorted({release, speaks}))
            if all(day.weekday() != weekday.weekday for day in expected):
                found.append(Conflict(weekday, word, expected))
            continue
        dated = _attached(ctx, word, near)
        if dated is None or dated.start is None:
            continue
        expected = tuple(later(day, word.offset) for day in sorted({release, speaks}))
        if not any(is_same_day(dated, day) for day in expected) and not _in_range(ctx, dated, expected):
            found.append(Conflict(dated, word, expected))
    return found


@check(
    "relative.day",
    needs=(DateFact, RangeFact, EmbargoFact, ReleaseDate),
    says=("text", "date", "word", "expected", "release", "weekday"),
    requires=("release_date",),
    when=(DateFact,),
)
def relative_day(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find words such as „heute" whose own date is not the day that they mean on the day of the release."""
    release = ctx.facts.one(ReleaseDate).value
    if release is None:
        return
    for fact, word, expected in conflicts(ctx, release, reading_day(ctx) or release):
        related = (Related(word.span, "word"), *release_related(ctx))
        if fact.form is DateForm.WEEKDAY:
            known: dict[str, Value] = {"text": Quoted(fact.text), "word": Quoted(word.text), "expected": expected[0]}
            yield Hit(fact.span, {**known, "weekday": Weekday(expected[0].weekday())}, "weekday", related=related)
            continue
        args: dict[str, Value] = {
            "text": Quoted(fact.day_span.of(ctx.release.text)),
            "word": Quoted(word.text),
            "date": fact.start or release,
            "expected": expected[0],
            "release": release,
        }
        yield Hit(fact.day_span, args, related=related)


def _tomorrows(ctx: Context, facts: tuple[DateFact, ...]) -> list[DateFact]:
    """Return the words „Morgen" that begin a sentence and have their date behind them: elsewhere it is the morning."""
    text, words = ctx.release.text, []
    if ctx.facts.language != "de" or "Morgen" not in text:
        return []
    for fact in facts:
        found = _TOMORROW.search(text, max(fact.span.start - 12, 0), fact.span.start)
        if found is not None and fact.form in _FORMS and fact.span.start - found.end("word") <= len(", "):
            span = Span(*found.span("word"))
            words.append(fact._replace(span=span, text="Morgen", form=DateForm.RELATIVE, offset=1))
    known = {fact.span for fact in facts}
    return [word for word in words if word.span not in known]


def _means_a_day(ctx: Context, fact: DateFact) -> bool:
    if fact.quoted or fact.zone is Zone.BOILERPLATE or fact.confidence is Confidence.LOW:
        return False
    before = ctx.release.text[max(fact.span.start - 16, 0) : fact.span.start]
    if fact.text.casefold() == "morgen" and _MORNING.search(before):
        return False
    return _LISTED.search(before) is None


def _near(word: DateFact, facts: tuple[DateFact, ...], starts: list[int]) -> tuple[DateFact, ...]:
    """Return the dates that may explain ``word``: all that begin close behind it, and the last before it."""
    first = bisect_left(starts, word.span.start)
    return facts[max(first - _FEW, 0) : bisect_right(starts, word.span.end + _REACH)]


def _attached(ctx: Context, word: DateFact, near: tuple[DateFact, ...]) -> DateFact | None:
    """Return the explicit day that explains ``word``: right behind it, behind its event, or right before it."""
    text = ctx.release.text
    for fact in near:
        if fact.form not in _FORMS or fact.precision is not Precision.DAY or fact.problem or fact.quoted:
            continue
        if fact.block != word.block or fact.confidence is Confidence.LOW:
            continue
        between = Span(word.span.end, fact.span.start)
        if 0 <= between.length <= _REACH and _binds(text, between):
            return fact
        if 0 < word.span.start - fact.span.end <= 3 and text[fact.span.end : word.span.start].strip() in {
            "(",
            ",",
            "–",
        }:
            return fact
    return None


def _weekday_of(ctx: Context, word: DateFact, near: tuple[DateFact, ...]) -> DateFact | None:
    """Return the weekday without a date that explains ``word`` right behind it, or None."""
    text, language = ctx.release.text, ctx.facts.language
    for fact in near:
        if fact.form is not DateForm.WEEKDAY or fact.weekday is None or fact.quoted:
            continue
        if fact.block != word.block or not 0 < fact.span.start - word.span.end <= len(" (also "):
            continue
        joined = _WEEKDAY_BEHIND.fullmatch(text, word.span.end, fact.span.start)
        if joined is None:
            continue
        if joined["open"] or joined["comma"]:
            return fact if _CLOSED.match(text, fact.span.end) else None
        # „heutigen Mittwoch", „heute Mittwoch"; English has „today Wednesday" in no sentence of its own
        return fact if language == "de" and word.text.lower().startswith(("heut", "gestr", "morgig")) else None
    return None


def _binds(text: str, between: Span) -> bool:
    if _APPOSITION.fullmatch(text, between.start, between.end):
        return True
    return _EVENT.fullmatch(text, between.start, between.end) is not None


def is_same_day(fact: DateFact, day: date) -> bool:
    """Tell whether a date may name ``day``; one without a year may name it in any year."""
    if fact.year_from in {YearFrom.WRITTEN, YearFrom.CONTEXT} or fact.start is None:
        return fact.start == day or day in fact.candidates
    return calendar_day(day.year, fact.start.month, fact.start.day) == day


def _in_range(ctx: Context, fact: DateFact, days: tuple[date, ...]) -> bool:
    for range_ in ranges_of(ctx, fact):
        if range_.first.start and range_.last.until:
            return any(range_.first.start <= day <= range_.last.until for day in days)
    return False
