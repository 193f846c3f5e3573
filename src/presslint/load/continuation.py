"""Whether a sentence goes on behind the end of a line, judged by the words on both sides of it."""

import re

from presslint.load import open_words
from presslint.load.contact_blocks import is_channel
from presslint.load.furniture import MONTH_NAMES, WEEKDAY_NAMES, is_salutation
from presslint.text.lazy import regex

_OPEN = frozenset(open_words.OPEN.split())
_BEFORE_DATA = frozenset(open_words.BEFORE_DATA.split())
_BEFORE_NAMES = frozenset(open_words.BEFORE_NAMES.split())
_BEFORE_NUMBERS = frozenset(open_words.BEFORE_NUMBERS.split())
_BEFORE_SMALL_LETTERS = frozenset(open_words.BEFORE_SMALL_LETTERS.split())
_UNITS = frozenset(open_words.UNITS.split())

# shorter lines are names, labels, cells of a table
_SHORTEST, _SHORT, _LONG = 12, 20, 40
_HYPHENS = "-\u00ad\u2010"
_BULLETS = "-–—*•·‣▪◦●○■□►"
_ENDS = frozenset(".!?…:;")
_CLOSING = "'\"“”‘’»«›‹)]"
_OPEN_DAY = regex(r"(?:^|[^\d.,:])(?:[12]\d|3[01]|0?[1-9])\.$")
_DAY_MONTH = regex(r"\d{1,2}\.?\s{1,3}(?:de\s|of\s)?(\w{3,12})\.?$")
_DAY_MONTH_FIRST = regex(r"(?:0?[1-9]|[12]\d|3[01])\.?\s{1,3}(?:de\s|of\s)?([^\W\d_]{3,12})\b")
_YEAR = regex(r"(?:19|20)\d\d\b")
_DAY = regex(r"[0-3]?\d(?:st|nd|rd|th)?,?\s(?:19|20)\d\d\b")
_FIRST_WORD = regex(r"[^\W\d_]+")
# the end of a mail or web address is no word
_LAST_WORD = regex(r"(?<![.@/_\w-])[^\W\d_]+$")
_LAST_LETTERS = regex(r"[^\W\d_]+$")
_ITEM = regex(r"[-–—*•·‣▪◦●○■□►+]\s|\(?[0-9a-z]{1,2}[.)]\s")
_ADDRESS = regex(r"https?:|www\.|\S{1,64}@\S|mailto:|[a-z][\w-]{1,14}\s?:(?!\S)", re.IGNORECASE)
_NUMBER = regex(r"[+(]?\d[\d /()-]{4}")
_LABELLED = regex(r"[\w./-]{2,20}:(?:\s|$)")


def has_ended(line: str) -> bool:
    """Tell whether a line ends with an end mark, which closing quotation marks or brackets may follow."""
    last = line[-1:]
    if last in _ENDS:
        return True
    return last in _CLOSING and line[-4:].rstrip(_CLOSING)[-1:] in _ENDS


def is_item(line: str) -> bool:
    """Tell whether a line begins with a bullet, or a number or letter of a list."""
    return bool(_ITEM.match(line))


def begins_anew(line: str) -> bool:
    """Tell whether a line begins something of its own: ``Telefon: …``, ``Hinweis: …``, an item with a bullet."""
    if _LABELLED.match(line):
        return not line[0].islower()
    return line[1:2].isspace() and line[0] in _BULLETS and not line[2:3].islower()


def goes_on(line: str, following: str) -> bool:
    """Tell beyond reasonable doubt whether ``following`` continues the sentence of ``line``; neither is empty."""
    if has_ended(line):
        return line[-1] == "." and _goes_on_behind_dot(line, following)
    first = following[0]
    if line[-1] in _HYPHENS and line[-2:-1].isalpha() and first.isalpha():
        return first.islower() or len(line) > _LONG
    if first.islower():
        return len(line) > _SHORTEST and not _stands_alone(line, following)
    if first.isdigit() and _is_rest_of_date(line, following):
        return True
    if line[-1] == ",":
        word = _LAST_WORD.search(line[-20:-1])
        return word is not None and (len(line) > _LONG or word.group().casefold() in WEEKDAY_NAMES)
    return len(line) > _SHORT and _ends_open(line, following)


def _goes_on_behind_dot(line: str, following: str) -> bool:
    """Tell whether a dot belongs to a day („am 12.“ „März“) or to an abbreviation that something must follow."""
    if line[-2:-1].isdigit() and _OPEN_DAY.search(line[-4:]):
        month = _FIRST_WORD.match(following)
        return month is not None and month.group().casefold() in MONTH_NAMES
    last = _LAST_LETTERS.search(line[-12:-1])
    if last is None:
        return False
    first, word = following[0], last.group()
    if first.isupper():
        return word in _BEFORE_NAMES
    if first.islower():
        return word in _BEFORE_SMALL_LETTERS
    return (first.isdigit() or first in "+(") and word in _BEFORE_NUMBERS


def _stands_alone(line: str, following: str) -> bool:
    """Tell whether small letters at the beginning of a line are no half of a sentence: an address, an item."""
    last = _LAST_WORD.search(line[-20:])
    if last is not None and last.group() in _BEFORE_DATA:
        return False
    if line[-1] == "," and is_salutation(line):
        return True
    return bool(_ITEM.match(following) or _ADDRESS.match(following) or is_channel(following) or _LABELLED.match(line))


def _is_rest_of_date(line: str, following: str) -> bool:
    """Tell whether „3. Mai“ is followed by its year, "May" by its day and year, „am“ by a day and a month."""
    if _YEAR.match(following):
        month = _DAY_MONTH.search(line[-24:])
        return month is not None and month.group(1).casefold() in MONTH_NAMES
    word = _LAST_WORD.search(line[-12:])
    if word is None:
        return False
    if word.group() in _OPEN:
        day = _DAY_MONTH_FIRST.match(following)
        return day is not None and day.group(1).casefold() in MONTH_NAMES
    return word.group().casefold() in MONTH_NAMES and bool(_DAY.match(following))


def _ends_open(line: str, following: str) -> bool:
    """Tell whether the last word of a line asks for more: an article, a number before its unit."""
    last = _LAST_WORD.search(line[-20:])
    if last is None:
        word = _FIRST_WORD.match(following)
        return line[-1].isdigit() and word is not None and word.group() in _UNITS
    if last.group() in _BEFORE_DATA:
        return bool(is_channel(following) or _NUMBER.match(following) or _ADDRESS.match(following))
    return last.group() in _OPEN and not _ITEM.match(following)
