"""One day as written: read from its tokens, completed by its neighbours, and judged against the calendar."""

from itertools import pairwise
from typing import NamedTuple

from presslint.facts.date_patterns import Token
from presslint.facts.intervals import last_day
from presslint.facts.years import NEW_YEAR
from presslint.model.facts import DateForm, DateOrder
from presslint.text.lazy import regex

FIRST_YEAR = 1000
LAST_YEAR = 2199  # a later year is taken for a slip of the pen
USUAL_YEARS = range(1900, 2101)
_CENTURY = 70  # two digits from here on mean the twentieth century

# behind a year: anything but the thing that is counted (1500 Besucher, 1500 people)
_COUNTED = regex(r"[ \u00a0]+(?:[A-ZÄÖÜ][\wäöüß]|(?:people|guests|visitors|students|participants|euros?|dollars)\b)")


class Mention(NamedTuple):
    """One day as written.

    ``start`` to ``end`` is all of it, ``day_start`` to ``day_end`` without the weekday. ``year`` and ``month`` are
    None where the text leaves them out; ``context_year`` is the one that a neighbour gives. ``night`` means that the
    day may also be the one after ``weekday``. ``joined`` is how it is joined to the mention before it: ``-`` as the
    end of a range, ``>`` as the end of a night, ``&``, ``,`` or ``/`` in a list, or empty. ``vague`` means that
    nothing but its digits shows that it is a date.
    """

    start: int
    end: int
    day_start: int
    day_end: int
    form: DateForm
    order: DateOrder
    year: int | None
    month: int | None
    day: int
    weekday: int | None = None
    weekday_start: int = 0
    weekday_end: int = 0
    night: bool = False
    context_year: int | None = None
    problem: str = ""
    joined: str = ""
    vague: bool = False
    spelled: bool = True  # the month is written here and not beside

    def bound(self, token: Token, *, end: int | None = None) -> "Mention":
        """Return the mention with the weekday of ``token``, which stands in front of it, or behind it up to ``end``."""
        return Mention(
            token.start if end is None else self.start,
            self.end if end is None else end,
            self.day_start,
            self.day_end,
            self.form,
            self.order,
            self.year,
            self.month,
            self.day,
            token.value[0],
            token.start,
            token.end,
            token.kind == "W" and bool(token.value[1]),
            self.context_year,
            self.problem,
            self.joined,
            self.vague,
            self.spelled,
        )


def read_words(parts: list[Token], text: str, *, month_first: bool) -> Mention | None:
    """Read day, month and perhaps year: ``23. Februar 2018``, ``February 23, 2018``. None if it is no date."""
    month, day = (parts[0], parts[1]) if month_first else (parts[1], parts[0])
    start, end = parts[0].start, parts[1].end
    year = None
    if len(parts) == 4 and (whole := _split_year(parts[2], parts[3])):
        year, end = whole, parts[3].end
    elif len(parts) > 2 and _is_year(parts[2], text):
        year, end = parts[2].value[0], parts[2].end
    if not 1 <= day.value[0] <= 31 and (
        year is None or (day.value[0] == 0 and day.kind != "D") or (day.kind == "d" and day.value[0] > 40)
    ):
        return None
    if month.value[1] and year is None and text[month.start].islower() and text[month.end - 1] != ".":
        return None  # "2 set": an abbreviation needs its dot or its year, for it may be a word
    order = DateOrder.MDY if month_first else DateOrder.DMY
    return Mention(start, end, start, end, DateForm.WORDS, order, year, month.value[0], day.value[0])


def read_named(parts: list[Token], text: str) -> Mention | None:
    """Read ``23-Sep-2020`` in any order: the name tells the month, the four digits tell the year."""
    start, end = parts[0].start, parts[-1].end
    signs = {text[before.end : after.start] for before, after in pairwise(parts)}
    by_kind = {part.kind: part.value[0] for part in parts}
    day = by_kind.get("d", by_kind.get("D", 0))
    if len(signs) != 1 or signs.isdisjoint({"-", "/", "–"}) or not 1 <= day <= 31:
        return None
    order = {"d": DateOrder.DMY, "M": DateOrder.MDY}.get(parts[0].kind, DateOrder.YMD)
    return Mention(start, end, start, end, DateForm.WORDS, order, by_kind["Y"], by_kind["M"], day)


def _split_year(token: Token, last: Token) -> int | None:
    """Return the year whose last digit stands apart (``202 3``), or None where the two are no year."""
    split = last.end - last.start == 1 and last.start - token.end == 1
    year = token.value[0] * 10 + last.value[0]
    return year if split and year in USUAL_YEARS else None


def _is_year(token: Token, text: str) -> bool:
    year, behind = token.value[0], text[token.end : token.end + 1]
    if token.kind == "y":  # a year that lost a digit
        return behind in ",.;:)\n" and year >= 100
    return year in USUAL_YEARS or not _COUNTED.match(text, token.end)


def read_part(parts: list[Token]) -> Mention | None:
    """Read a day whose month stands beside it: the ``3.`` of ``3.–5. Mai``, ``19.02`` of ``19.02–23.02.2018``."""
    token = parts[0]
    start, end = token.start, parts[-1].end
    day, month = token.value[0], token.value[1] if token.kind in "pf" else None
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    year = parts[1].value[0] if len(parts) == 2 else token.value[2] if len(token.value) > 2 else None
    form = DateForm.WORDS if month is None else DateForm.NUMERIC
    return Mention(start, end, start, end, form, DateOrder.DMY, year, month, day, spelled=month is not None)


def read_numeric(token: Token, text: str, *, either_order: bool) -> Mention | None:
    """Read ``23.02.2018``, ``23.2.``, ``02/23/2018`` or ``2018-02-23``; ``either_order`` says that months may lead."""
    start, end, numbers = token.start, token.end, token.value
    if token.kind in "IJ":
        year, month, day = numbers
        form = DateForm.ISO if token.kind == "I" else DateForm.NUMERIC
        return Mention(start, end, start, end, form, DateOrder.YMD, year, month, day)
    day, month = numbers[:2]
    if token.kind == "f":
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        return Mention(start, end, start, end, DateForm.NUMERIC, DateOrder.DMY, None, month, day, vague=True)
    order = DateOrder.DMY
    if either_order and "." not in text[start:end] and day != month:
        order = _order(day, month)
    if order is DateOrder.MDY:
        day, month = month, day
    year = numbers[2]
    vague = year < FIRST_YEAR
    if vague and not (1 <= day <= 31 and 1 <= month <= 12):
        return None  # a version or a section
    if year < 100:
        year += 1900 if year >= _CENTURY else 2000
    return Mention(start, end, start, end, DateForm.NUMERIC, order, year, month, day, vague=vague)


def _order(first: int, second: int) -> DateOrder:
    if first > 12 >= second:
        return DateOrder.DMY
    if second > 12 >= first:
        return DateOrder.MDY
    return DateOrder.AMBIGUOUS if first <= 12 and second <= 12 else DateOrder.DMY


def completed(mentions: list[Mention]) -> list[Mention]:
    """Give each day of a chain the month and the year that it shares with a neighbour.

    A day without a month takes that of the next day that has one, or of the day before where months lead
    (``September 15 and 16``). Days that get no month are left out. Years are taken from the next day that has one,
    else from the last; a range that runs backwards through the months has crossed New Year.
    """
    if len(mentions) == 1:  # as most are
        return [] if mentions[0].month is None else [judged(mentions[0])]
    months = _months_shared(mentions)
    if months and months[0].joined:  # what it was joined to is no day
        months[0] = months[0]._replace(joined="")
    return [judged(mention) for mention in _years_shared(months)]


def _months_shared(mentions: list[Mention]) -> list[Mention]:
    shared = list(mentions)
    source: Mention | None = None
    for index in range(len(shared) - 1, -1, -1):
        mention = shared[index]
        if mention.month is not None:
            source = mention if mention.order is not DateOrder.MDY else None
        elif source is not None:
            shared[index] = mention._replace(month=source.month, form=source.form)
    source = None
    for index, mention in enumerate(shared):
        if mention.month is not None:
            source = mention
        elif source is not None and source.order is DateOrder.MDY:
            shared[index] = mention._replace(month=source.month, form=source.form, order=source.order)
    return [mention for mention in shared if mention.month is not None]


def _years_shared(mentions: list[Mention]) -> list[Mention]:
    written = [index for index, mention in enumerate(mentions) if mention.year is not None]
    if not written:
        return mentions
    shared = list(mentions)
    for index, mention in enumerate(mentions):
        if mention.year is not None or mention.month is None:
            continue
        at = next((other for other in written if other > index), written[-1])
        source = mentions[at]
        if source.year is None or source.month is None:  # pragma: no cover: `written` and the months say otherwise
            continue
        back = mention.month - source.month
        turn = -1 if at > index and back >= NEW_YEAR else 1 if at < index and back <= -NEW_YEAR else 0
        shared[index] = mention._replace(context_year=source.year + turn)
    return shared


def judged(mention: Mention) -> Mention:
    """Return the mention with what is wrong with its day, if it has a month."""
    if mention.month is None:
        return mention
    year = mention.year if mention.year is not None else mention.context_year
    problem = problem_of(year, mention.month, mention.day)
    return mention._replace(problem=problem) if problem else mention


def problem_of(year: int | None, month: int, day: int) -> str:
    """Return what is wrong with a day: no-such-month, no-such-day, absurd-year, or nothing. No year: any may be."""
    if not 1 <= month <= 12:
        return "no-such-month"
    last = 29 if month == 2 and year is None else last_day(year or 2000, month)
    if not 1 <= day <= last:
        return "no-such-day"
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return "absurd-year"
    return ""
