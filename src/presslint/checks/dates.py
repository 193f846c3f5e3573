"""Checks of single dates: days that do not exist, and weekdays that are not theirs."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.clauses import sentence
from presslint.checks.fielddates import Written, date_field
from presslint.checks.restate import date_like, weekday_like
from presslint.checks.weekdays import Mismatch, mismatch, nearest
from presslint.model.facts import DateFact, DateForm, ReleaseDate, YearFrom
from presslint.model.finding import Confidence, FieldRef, Hit, Proposal, Related
from presslint.model.values import Quoted, Value, Weekday, Words
from presslint.text.calendar_names import MONTHS_WIDE
from presslint.text.lazy import regex
from presslint.text.span import Span

LEAP_YEAR = 2000
# a year of this century with its digits mixed up; other groups of four digits are times and telephone numbers
_EARLY_YEAR = regex(r"\s0(?:2[0-3]|1[89])\d\b(?!\s*(?:Uhr|h\b|hrs|hours|o'clock|\d|[A-Z]{2,5}\b)|[-/.:,]\d)")

_BEFORE_A_DATE = regex(
    r"\b(?:am|vom|zum|seit|ab|bis|den|dem|der|on|by|from|until|till|since|before|after|le|el|il|op|dnia|em|den)"
    r"(?:\s\w+,?(?:\s(?:den|dem))?)?\s*$",
    re.IGNORECASE,
)
_CORRECTION = regex(
    r"\b(?:versehentlich|irrtümlich|fälschlich|fehlerhaft|korrigiert|mistakenly|erroneously|incorrectly|corrected"
    r"|par erreur|por error|per errore|per abuis|abusievelijk|omyłkowo|por engano|ved en fejl|av misstag)",
    re.IGNORECASE,
)


@check(
    "dates.weekday",
    needs=(DateFact, ReleaseDate),
    says=("text", "date", "weekday", "actual", "nearest", "fits", "year"),
    when=(DateFact,),
)
def weekday(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find weekdays that are not those of the dates beside them."""
    facts = ctx.facts.of(DateFact)
    if not any(fact.weekday is not None for fact in facts):
        return
    release = ctx.facts.one(ReleaseDate).value
    for fact in facts:
        found = mismatch(fact, release)
        if found is not None and not _corrected(ctx, fact):
            yield _weekday_hit(ctx, found)


def _corrected(ctx: Context, fact: DateFact) -> bool:
    """Tell whether the sentence itself says that the date was wrong."""
    text = ctx.release.text
    around = sentence(text, fact.span, ctx.release.blocks[fact.block].span)
    return _CORRECTION.search(text, around.start, around.end) is not None


def _weekday_hit(ctx: Context, found: Mismatch) -> Hit:
    fact, day = found.fact, found.day
    args: dict[str, Value] = {
        "text": Quoted(fact.text),
        "date": day,
        "weekday": Weekday(found.weekday),
        "actual": Weekday(day.weekday()),
        "year": day.year,
    }
    case = "default"
    if fact.year_from is YearFrom.RELEASE:
        case = "any-year" if found.fits is None else "other-year"
        args["fits"] = found.fits or day
    return Hit(
        found.at,
        args,
        case,
        related=(Related(fact.day_span, "date", {"date": day, "actual": Weekday(day.weekday())}),),
        proposals=tuple(_weekday_proposals(ctx, found)),
    )


def _weekday_proposals(ctx: Context, found: Mismatch) -> Iterator[Proposal]:
    fact, text, language = found.fact, ctx.release.text, ctx.facts.language
    written = weekday_like(found.at.of(text), found.weekday, found.day.weekday(), language)
    if written is not None:
        yield Proposal(((found.at, written),), 0, {"actual": written})
    if fact.start is None:
        return
    other = nearest(found.day, found.weekday)
    rewritten = date_like(fact, fact.day_span.of(text), other, language)
    if rewritten is not None:
        yield Proposal(((fact.day_span, rewritten),), 1, {"nearest": rewritten})


@check(
    "dates.impossible",
    needs=(DateFact,),
    says=("text", "month", "last", "year", "number"),
    when=(
        DateFact,
        "fields",
    ),
)
def impossible(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find dates that no calendar has, in the text and in the metadata."""
    for fact in ctx.facts.of(DateFact):
        if fact.month == 0 and fact.day == 0:
            continue  # „00.00.2026" is a date still to come: a placeholder
        if year := _with_early_year(fact, ctx.release.text):
            args: dict[str, Value] = {"text": Quoted(year.of(ctx.release.text)), "number": 0, "last": 0, "month": ""}
            yield Hit(year, {**args, "year": ctx.release.text[year.end - 4 : year.end]}, "year")
        elif fact.problem and not fact.quoted and _is_date(fact, ctx.release.text):
            day = Written(fact.year, fact.month, fact.day)
            found = no_such_day(day)
            if found is not None:
                yield Hit(fact.day_span, {**found.args, "text": Quoted(fact.day_span.of(ctx.release.text))}, found.case)
    for field in ctx.release.fields:
        written = date_field(field)
        found = no_such_day(written) if written else None
        if found is not None:
            yield Hit(FieldRef(field.key), {**found.args, "text": Quoted(field.value)}, found.case)


def _with_early_year(fact: DateFact, text: str) -> Span | None:
    """Return a day and the year behind it that has its digits mixed up: ``12. Mai 0218``."""
    if fact.form is not DateForm.WORDS or fact.year is not None or fact.day is None or fact.quoted:
        return None
    found = _EARLY_YEAR.match(text, fact.span.end)
    return None if found is None else Span(fact.day_span.start, found.end())


class NoSuchDay(NamedTuple):
    """Why a day is not in the calendar: the case of the rule, and what to say."""

    case: str
    args: dict[str, Value]


def no_such_day(written: Written) -> NoSuchDay | None:
    """Return why the calendar has no such day, or None where it has, in this year or, without a year, in any."""
    year, month, day = written
    if month is None or day is None:
        return None
    args: dict[str, Value] = {"year": year or 0, "number": month, "last": 0, "month": ""}
    if not 1 <= month <= 12:
        return NoSuchDay("month", args)
    last = last_day(year if year is not None and 1 <= year <= 9999 else LEAP_YEAR, month)
    args |= {"last": last, "month": Words(MONTHS_WIDE["en"][month - 1], MONTHS_WIDE["de"][month - 1])}
    if 1 <= day <= last:
        return None
    if month == 2 and day == 29:
        return NoSuchDay("leap-day", args)
    return NoSuchDay("default", args)


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def _is_date(fact: DateFact, text: str) -> bool:
    """Tell whether numbers are surely a date: version numbers, prices and scores look like impossible ones."""
    if fact.confidence is Confidence.LOW:
        return False
    if fact.form is not DateForm.NUMERIC or (fact.year or 0) > 999:
        return True
    return _BEFORE_A_DATE.search(text, max(fact.span.start - 20, 0), fact.span.start) is not None
