"""Several notations for the same kind of thing: ``3.5.2018`` beside ``3. Mai 2018``, ``9.00 Uhr`` beside ``18 Uhr``."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.events import is_day, range_of
from presslint.model.facts import DateFact, DateForm, DateRole, RangeFact, TimeFact
from presslint.model.finding import Confidence, Hit, Proposal, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted
from presslint.text.calendar_names import MONTHS_WIDE
from presslint.text.lazy import regex
from presslint.text.span import Span

# in lists, tables and contacts numbers are right where the text has words: each is held against itself alone
_RUNNING_TEXT = frozenset({Zone.LEAD, Zone.BODY, Zone.SUBHEAD})
_GROUPS = (_RUNNING_TEXT, frozenset({Zone.LIST}), frozenset({Zone.TABLE}), frozenset({Zone.CONTACT}))
_SHORT, _WORDS = "short-month", str(DateForm.WORDS)
# months that many styles never shorten: written in full they go with either style
_SELDOM_SHORTENED = range(3, 8)
_SHORT_MONTH = r"[^\W\d_]{3,}\.|\b(?:Jan|Feb|Mär|Mar|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec)\b"
_TWO_DIGITS = regex(r"(?<!\d)\d{2}$")
_SHORTENED = regex(_SHORT_MONTH)
_BARE_DAY = regex(r"\d{1,2}(?:\.|st|nd|rd|th)?")
_HOURS = regex(r"(\d{1,2})(?:([.:])(\d\d))?")
_MERIDIEM = regex(r"[ \u00a0]?([ap]\.\s?m\.|[ap]m|[AP]\.\s?M\.|[AP]M)")


class Written(NamedTuple):
    """One date or time, and the style in which it is written: several, where it goes with each of them.

    ``day`` is None where it must not be rewritten.
    """

    at: Span
    style: str
    day: date | None = None
    yearless: bool = False
    either: bool = False


@check(
    "datestyles.mixed",
    needs=(DateFact, RangeFact, TimeFact),
    says=("text", "other"),
    when=(
        DateFact,
        TimeFact,
    ),
)
def mixed(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find dates and times that are written in another style than most of their kind."""
    text = ctx.release.text
    # of „20. bis 24. April" the first day has no style of its own
    days = [
        fact
        for fact in ctx.facts.of(DateFact)
        if is_day(fact) and fact.role is not DateRole.RELEASE and not _BARE_DAY.fullmatch(fact.day_span.of(text))
    ]
    clock = [fact for fact in ctx.facts.of(TimeFact) if _is_plain(fact)]
    for zones in _GROUPS if len(days) > 1 or len(clock) > 1 else ():
        dates = [fact for fact in days if fact.zone in zones]
        if len(dates) > 1:
            yield from _minorities(ctx, _one_of_either([_style(ctx, fact) for fact in dates]), "date")
        times = [fact for fact in clock if fact.zone in zones]
        if len(times) > 1:
            for kind in (_separator, _full_hours, _meridiem):
                yield from _minorities(ctx, [found for fact in times if (found := kind(fact)) is not None], "time")


def _style(ctx: Context, fact: DateFact) -> Written:
    text = fact.day_span.of(ctx.release.text)
    style = str(fact.form)
    if fact.form is DateForm.NUMERIC and fact.year is not None and _TWO_DIGITS.search(text):
        style = "two-digit-year"
    elif fact.form is DateForm.WORDS and _is_shortened(text):
        style = _SHORT
    either = style == _WORDS and fact.month in _SELDOM_SHORTENED
    day = fact.start if _stands_alone(ctx, fact) else None
    return Written(fact.day_span, style, day, fact.year is None, either)


@lru_cache(maxsize=1024)
def _is_shortened(text: str) -> bool:
    """Tell whether the month of a date is written short."""
    return _SHORTENED.search(text) is not None


def _one_of_either(items: list[Written]) -> list[Written]:
    """Give dates that go with short and with full months the style of the others: „Jan. 1" beside "March 17"."""
    short = sum(1 for item in items if item.style == _SHORT)
    full = sum(1 for item in items if item.style == _WORDS and not item.either)
    return [item._replace(style=_SHORT) if item.either and short > full else item for item in items]


def _stands_alone(ctx: Context, fact: DateFact) -> bool:
    """Tell whether a date may be rewritten: no part of a range, and its last full stop ends no sentence."""
    text, end = ctx.release.text, fact.day_span.end
    if range_of(ctx, fact) is not None:
        return False
    if fact.form is not DateForm.NUMERIC or fact.year is not None:
        return True
    return text[end : end + 2].strip()[:1].islower()


def _is_plain(fact: TimeFact) -> bool:
    return not fact.quoted and not fact.problem and fact.confidence > Confidence.LOW


def _separator(fact: TimeFact) -> Written | None:
    found = _HOURS.match(fact.text)
    return Written(fact.span, found[2]) if found and found[2] else None


def _full_hours(fact: TimeFact) -> Written | None:
    found = _HOURS.match(fact.text)
    if found is None or found[3] not in {None, "00"} or fact.until is not None or int(found[1]) in {0, 24}:
        return None
    return Written(fact.span, "with-minutes" if found[3] else "without-minutes")


def _meridiem(fact: TimeFact) -> Written | None:
    found = _MERIDIEM.search(fact.text)
    if found is None:
        return None
    return Written(fact.span, found[1].replace("p", "a").replace("P", "A"))


def _minorities(ctx: Context, items: list[Written], case: str) -> Iterator[Hit]:
    """Yield one hit for each style that is not the most frequent one; of two as frequent, the first one counts."""
    if len({item.style for item in items}) < 2:
        return
    counted = Counter(item.style for item in items)
    (usual, most), (_, second) = counted.most_common(2)
    example = min((item for item in items if item.style == usual), key=lambda item: item.either)
    for style in list(dict.fromkeys(item.style for item in items if item.style != usual)):
        same = [item for item in items if item.style == style]
        args = {"text": Quoted(same[0].at.of(ctx.release.text)), "other": Quoted(example.at.of(ctx.release.text))}
        edits = tuple(_edits(ctx, same, usual, example)) if case == "date" and most > second else ()
        yield Hit(
            same[0].at,
            args,
            case,
            related=(Related(example.at, "usual"), *(Related(item.at, "also") for item in same[1:4])),
            proposals=(Proposal(edits, 0, args),) if len(edits) == len(same) else (),
        )


def _edits(ctx: Context, items: list[Written], style: str, example: Written) -> Iterator[tuple[Span, str]]:
    for item in items:
        written = _written(ctx, item, style, example)
        if written is not None:
            yield item.at, written


def _written(ctx: Context, item: Written, style: str, example: Written) -> str | None:
    """Return a day in the usual style, None where the style is not one that is surely right."""
    language, day = ctx.facts.language, item.day
    if day is None or language != "de":
        return None
    if style == DateForm.WORDS:
        month = MONTHS_WIDE["de"][day.month - 1]
        return f"{day.day}. {month}" + ("" if item.yearless else f" {day.year}")
    if style == DateForm.NUMERIC and ctx.release.zone_at(item.at.start) not in _RUNNING_TEXT:
        padded = re.search(r"(?<!\d)0\d", example.at.of(ctx.release.text)) is not None
        parts = f"{day.day:02d}.{day.month:02d}." if padded else f"{day.day}.{day.month}."
        return parts + ("" if item.yearless else str(day.year))
    return None
