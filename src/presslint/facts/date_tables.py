"""The shape of the tables of words that dates are made of, besides the names of CLDR."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NONE: Mapping[str, int] = MappingProxyType({})


class DateWords(NamedTuple):
    """The words of one language, lower case. Lists are blank-separated, or comma-separated where entries have blanks.

    Names: ``months`` and ``weekdays`` are spellings that CLDR lacks; ``wordlike`` are abbreviations of weekdays that
    are also words; ``day_parts`` follow a weekday, as a word of their own or (``joined``) as the end of it, and
    ``nights`` are those of them that reach into the next day;
    ``capital`` means that these names always begin with a capital; ``feasts`` make a weekday part of a name.

    Between the parts of a date: ``of``, ``the`` (apposition), ``to`` (range), ``and_`` (list), ``night`` (the turn of
    one night).

    Numbers: ``ordinals`` are day numbers in words, ``suffixes`` a pattern of what makes a number an ordinal,
    ``endings`` one of the letters that some write instead (``12ten``),
    ``counted`` stems of the words for first to fourth, ``month_first`` the order of ``February 23``, ``slash_order``
    that of ``02/03/2018`` (empty: either).

    In front: ``before`` shows that digits are a day (``on`` even without a month), ``in_`` that a word or number is a
    month or year (``firm`` even before a noun, ``clause`` in the middle of a clause without preposition), ``years``
    that digits are a year.

    From the release: ``relative`` words with their distance in days (``lasting`` in front makes them vague, ``prefix``
    in front of them is needed as in ``i dag``, ``overmorrow`` in front of *tomorrow* adds a day, ``morning`` makes it
    one), and ``last``, ``this``, ``next_`` in front of a weekday, a season, or one of ``units`` (``postposed``: or
    behind it).

    Periods: ``seasons``, ``quarters``, ``halves``, ``early``, ``mid``, ``late``, ``school`` (in front of 2017/18).

    Times: ``hours`` behind (``hour_minutes``: with minutes behind that, as in ``15h30``) or ``clock`` in front of the
    number, ``at`` in front of ``10:30``, ``meridiem`` for a.m. and p.m., ``noon``, ``midnight``.
    """

    months: Mapping[str, int] = _NONE
    weekdays: Mapping[str, int] = _NONE
    wordlike: str = ""
    day_parts: str = ""
    nights: str = ""
    joined: bool = False
    capital: bool = False
    feasts: str = ""
    of: str = ""
    the: str = ""
    to: str = ""
    and_: str = ""
    night: str = ""
    ordinals: Mapping[str, int] = _NONE
    suffixes: str = r"\."
    endings: str = ""
    counted: str = ""
    month_first: bool = False
    slash_order: str = "dmy"
    before: str = ""
    on: str = ""
    in_: str = ""
    firm: str = ""
    clause: str = ""
    years: str = ""
    relative: Mapping[str, int] = _NONE
    lasting: str = ""
    last: str = ""
    this: str = ""
    next_: str = ""
    units: Mapping[str, str] = MappingProxyType({})
    seasons: Mapping[str, int] = _NONE
    quarters: str = ""
    halves: str = ""
    early: str = ""
    mid: str = ""
    late: str = ""
    school: str = ""
    postposed: bool = False
    prefix: str = ""
    overmorrow: str = ""
    morning: str = ""
    hours: str = ""
    hour_minutes: bool = False
    clock: str = ""
    at: str = ""
    meridiem: bool = False
    noon: str = ""
    midnight: str = ""


def numbered(words: str) -> dict[str, int]:
    """Return the place of each word in a blank-separated list, counted from 1."""
    return {word: number for number, word in enumerate(words.split(), 1)}


def inflected(stems: Mapping[str, int], endings: str) -> dict[str, int]:
    """Return each stem with each of the blank-separated endings."""
    return {stem + ending: number for stem, number in stems.items() for ending in endings.split()}
