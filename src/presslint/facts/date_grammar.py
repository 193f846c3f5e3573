"""The grammar of days: from the shape of a text to the days it names, singly, in lists and in ranges.

It knows no release: a year that is not written, nor given by the other end of a range, stays open.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from presslint.facts.date_lexer import Lexer, Token
from presslint.model.facts import DateForm, DateOrder

LAST_YEAR = 2199  # a later year is taken for a slip of the pen
FIRST_YEAR = 1000
GREGORIAN = date(1582, 10, 15)  # before it, weekdays followed another calendar
_WRAP = 4  # so many months backwards, and a range without its own years has crossed New Year


class Mention(NamedTuple):
    """One day as written. ``weekday`` is a position in the tokens' order of days, ``night`` that it may be the next.

    ``start`` to ``end`` is all of it, ``day_start`` to ``day_end`` without the weekday. ``joined`` is how it is joined
    to the mention before it: ``-`` as the end of a range, ``&`` in a list, ``>`` as the end of a night, or empty.
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
    vague: bool = False  # nothing but its digits shows that it is a date
    swapped: tuple[int, int] | None = None  # month and day in the other order


_YEAR = "(?:[_,~]Y|_y)?"
_WEEKDAY = "(?:[Ww][_,;(=])?"
_AFTER = "(?:[(,][Ww](?![_,;(=][DdFfIoM]))?"
_DMY = f"[Ddo][_~]M{_YEAR}"
_MDY = f"M[_;][dD]{_YEAR}"
_WHOLE = "[FIf]"
_JOIN = "[-&/>,]"


class Grammar(NamedTuple):
    """The patterns over shapes for languages that agree on the order of day and month."""

    chain: re.Pattern[str]
    item: re.Pattern[str]


def _grammar(*, month_first: bool) -> Grammar:
    core = f"{_DMY}|{_MDY}|{_WHOLE}" if month_first else f"{_DMY}|{_WHOLE}"
    part = f"{_WEEKDAY}[Ddo]" + ("(?:[_,]Y)?" if month_first else "")
    item = f"{_WEEKDAY}(?:{core}){_AFTER}"
    later = f"(?:{item}|{part})" if month_first else f"(?:{part}{_JOIN}){{0,9}}{item}"
    group = "(?:[Ww](?:[-&/>,][Ww]){1,6}[_,;(=])?"
    return Grammar(
        re.compile(f"(?P<group>{group})(?P<days>(?:{part}{_JOIN}){{0,9}}{item}(?:{_JOIN}{later}){{0,12}})"),
        re.compile(
            f"(?P<before>{_WEEKDAY})(?:(?P<dmy>{_DMY})|(?P<mdy>{_MDY if month_first else '(?!)'})|(?P<whole>{_WHOLE})"
            f"|(?P<part>[Ddo]{'(?:[_,]Y)?' if month_first else ''}))(?P<after>{_AFTER})"
        ),
    )


_DAY_FIRST = _grammar(month_first=False)
_EITHER = _grammar(month_first=True)


def days(text: str, tokens: list[Token], shape: str, lexer: Lexer) -> Iterator[Mention]:
    """Yield the days that ``text`` names, in order, years filled in from their neighbours in lists and ranges."""
    grammar = _EITHER if any(table.month_first for table in lexer.tables) else _DAY_FIRST
    for match in grammar.chain.finditer(shape):
        reader = _Reader(text, tokens, shape, lexer)
        yield from reader.chain(match, grammar)


class _Reader:
    """Reads one chain of days."""

    __slots__ = ("lexer", "months_first", "shape", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], shape: str, lexer: Lexer) -> None:
        self.text = text
        self.tokens = tokens
        self.shape = shape
        self.lexer = lexer
        self.months_first = frozenset(not table.slash_order for table in lexer.tables)

    def chain(self, match: re.Match[str], grammar: Grammar) -> list[Mention]:
        mentions: list[Mention] = []
        place = match.start("days")
        while place < match.end():
            item = grammar.item.match(self.shape, place)
            if item is None:
                break
            joined = self.shape[place - 1] if mentions else ""
            mention = self._mention(item, joined)
            if mention is not None:
                mentions.append(mention)
            place = item.end() + 1
        mentions = self._complete(mentions)
        group = match["group"]
        return self._shared_weekdays(mentions, match.start("group"), group) if group else mentions

    def _mention(self, item: re.Match[str], joined: str) -> Mention | None:
        core = "dmy" if item["dmy"] else "mdy" if item["mdy"] else "whole" if item["whole"] else "part"
        first, last = item.start(core) // 2, (item.end(core) - 1) // 2
        parts = self.tokens[first : last + 1]
        mention = _read(core, parts, joined, self.text, self.months_first)
        if mention is None:
            return None
        if item["before"]:
            mention = self._bind(mention, self.tokens[first - 1], self.shape[item.start(core) - 1])
        if mention.weekday is None and item["after"]:
            mention = self._bind_after(mention, item.end() // 2, item["after"][0])
        return mention

    def _bind(self, mention: Mention, token: Token, gap: str) -> Mention:
        """Give a day the weekday in front of it, unless that is no weekday there."""
        if token.kind == "w" and token.value[1] and gap != "," and not self.text[: token.end].endswith("."):
            return mention  # "So", "Do", "Sun" are words
        if self.lexer.feasts and token.kind == "W":
            before = self.text[max(0, token.start - 12) : token.start].lower().split()
            if before and before[-1] in self.lexer.feasts:
                return mention
        return mention._replace(
            start=token.start,
            weekday=token.value[0],
            weekday_start=token.start,
            weekday_end=token.end,
            night=token.kind == "W" and bool(token.value[1]),
        )

    def _bind_after(self, mention: Mention, index: int, gap: str) -> Mention:
        token = self.tokens[index]
        behind = self.text[token.end : token.end + 1]
        if gap == "(":
            fits = behind == ")"
            end = token.end + 1
        else:
            follows = self.shape[index * 2 + 1 : index * 2 + 3]
            fits = behind in ",;:.)\n\t" and not (follows[:1] in "_,;(=" and follows[1:] in "DdFfIoM")
            fits = fits and gap == "," and token.kind == "W"
            end = token.end
        if not fits:
            return mention
        return mention._replace(end=end, weekday=token.value[0], weekday_start=token.start, weekday_end=token.end)

    def _complete(self, mentions: list[Mention]) -> list[Mention]:
        """Give each day the month and the year that it shares with a neighbour; drop days that get no month."""
        whole = [index for index, mention in enumerate(mentions) if mention.month is not None]
        if not whole:
            return []
        for index in range(len(mentions) - 1, -1, -1):
            mention = mentions[index]
            if mention.month is None:
                after = next((mentions[other] for other in whole if other > index), None)
                before = next((mentions[other] for other in reversed(whole) if other < index), None)
                source = before if before is not None and (after is None or _month_leads(before)) else after
                if source is not None:
                    mentions[index] = mention._replace(
                        month=source.month, form=source.form, order=source.order, context_year=source.year
                    )
        mentions = [mention for mention in mentions if mention.month is not None]
        if all(mention.vague for mention in mentions) and not self._is_shown(mentions):
            return []
        return [_judged(mention) for mention in _years_shared(mentions)]

    def _is_shown(self, mentions: list[Mention]) -> bool:
        """Tell whether something besides the digits shows that these are days: a weekday, a word in front, brackets."""
        if any(mention.weekday is not None for mention in mentions):
            return True
        start, end = mentions[0].day_start, mentions[-1].day_end
        before = self.text[max(0, start - 14) : start].lower()
        if before.endswith("(") and self.text[end : end + 1] in "),;":
            return True
        if (
            len(mentions) == 1
            and mentions[0].year
            and not before.rstrip(" ").strip("\n")
            and self.text[end : end + 1] in "\n"
        ):
            return True  # a line of its own
        word = before.split()[-1:]
        return bool(word) and before[-1:].isspace() and word[0].lstrip("(") in self.lexer.before

    def _shared_weekdays(self, mentions: list[Mention], start: int, group: str) -> list[Mention]:
        """Bind ``Montag bis Freitag`` in front of ``19.–23. Februar`` to the first and the last day."""
        tokens = self.tokens[start // 2 : start // 2 + (len(group) // 2)]
        if any(mention.weekday is not None for mention in mentions):
            return mentions
        if len(tokens) == len(mentions):
            pairs = list(zip(range(len(mentions)), tokens, strict=True))
        elif len(tokens) == 2 and group[1] == "-" and len(mentions) > 2:
            pairs = [(0, tokens[0]), (len(mentions) - 1, tokens[1])]
        elif len(tokens) == 2 and group[1] == ">" and len(mentions) == 1:
            # one night, two days: the date may be either, so only the second is kept and marked
            mention = mentions[0]._replace(
                weekday=tokens[0].value[0],
                weekday_start=tokens[1].start,
                weekday_end=tokens[1].end,
                start=tokens[1].start,
                night=True,
            )
            return [mention]
        else:
            return mentions
        for index, token in pairs:
            mentions[index] = mentions[index]._replace(
                weekday=token.value[0], weekday_start=token.start, weekday_end=token.end
            )
        return mentions


def _month_leads(mention: Mention) -> bool:
    return mention.order is DateOrder.MDY


def _read(core: str, parts: list[Token], joined: str, text: str, months_first: frozenset[bool]) -> Mention | None:
    start, end = parts[0].start, parts[-1].end
    year: int | None = None
    if core == "whole":
        return _read_whole(parts[0], joined, text, months_first)
    if core == "part":
        token = parts[0]
        if not 1 <= token.value[0] <= 31:
            return None
        year = parts[1].value[0] if len(parts) == 2 else None
        return Mention(start, end, start, end, DateForm.WORDS, DateOrder.DMY, year, None, token.value[0], joined=joined)
    if len(parts) == 3:
        year = parts[2].value[0]
    day, month = (parts[0], parts[1]) if core == "dmy" else (parts[1], parts[0])
    if day.kind == "d" and not 1 <= day.value[0] <= 31 and year is None:
        return None
    order = DateOrder.DMY if core == "dmy" else DateOrder.MDY
    return Mention(start, end, start, end, DateForm.WORDS, order, year, month.value[0], day.value[0], joined=joined)


def _read_whole(token: Token, joined: str, text: str, months_first: frozenset[bool]) -> Mention | None:
    start, end, numbers = token.start, token.end, token.value
    if token.kind == "I":
        year, month, day = numbers
        return Mention(start, end, start, end, DateForm.ISO, DateOrder.YMD, year, month, day, joined=joined)
    day, month = numbers[:2]
    if token.kind == "f":
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        return Mention(
            start, end, start, end, DateForm.NUMERIC, DateOrder.DMY, None, month, day, joined=joined, vague=True
        )
    order = DateOrder.DMY
    if "." not in text[start:end] and True in months_first and day != month:
        order = _slash_order(day, month)
    if order is DateOrder.MDY:
        day, month = month, day
    return Mention(
        start,
        end,
        start,
        end,
        DateForm.NUMERIC,
        order,
        _century(numbers[2]),
        month,
        day,
        joined=joined,
        vague=numbers[2] < FIRST_YEAR,
    )


def _slash_order(first: int, second: int) -> DateOrder:
    """Return the order of the parts of 02/03/2018 where either may be the month."""
    if first > 12 >= second:
        return DateOrder.DMY
    if second > 12 >= first:
        return DateOrder.MDY
    return DateOrder.AMBIGUOUS if first <= 12 and second <= 12 else DateOrder.DMY


def _century(year: int) -> int:
    """Return the year that two digits mean."""
    return year if year >= 100 else year + (1900 if year >= 70 else 2000)


def _years_shared(mentions: list[Mention]) -> list[Mention]:
    written = [index for index, mention in enumerate(mentions) if mention.year is not None]
    if not written:
        return mentions
    shared = list(mentions)
    for index, mention in enumerate(mentions):
        if mention.year is not None:
            continue
        source = next((other for other in written if other > index), written[-1])
        year = mentions[source].year
        if year is None:
            continue
        gap = (mention.month or 0) - (mentions[source].month or 0)
        if source > index and gap >= _WRAP:
            year -= 1
        elif source < index and gap <= -_WRAP:
            year += 1
        shared[index] = mention._replace(context_year=year)
    return shared


def _judged(mention: Mention) -> Mention:
    """Say what is wrong with a day that cannot be."""
    year = mention.year if mention.year is not None else mention.context_year
    month, day = mention.month or 0, mention.day
    problem = ""
    if not 1 <= month <= 12:
        problem = "no-such-month"
    elif not 1 <= day <= (29 if month == 2 and year is None else monthrange(year if year else 2000, month)[1]):
        problem = "no-such-day"
    elif year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        problem = "absurd-year"
    return mention._replace(problem=problem) if problem else mention
