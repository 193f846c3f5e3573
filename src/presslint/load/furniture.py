"""Lines that are no part of any sentence: page markers, end marks, labels, embargo lines, lines with a date only."""

import re
from functools import lru_cache

from presslint.load import zone_words as words
from presslint.load.phrases import Phrases, listed
from presslint.model.release import Zone
from presslint.text.calendar_names import MONTHS, WEEKDAYS
from presslint.text.lazy import regex

MONTH_NAMES = frozenset(name.casefold() for months in MONTHS.values() for names in months for name in names)
WEEKDAY_NAMES = frozenset(name.casefold() for days in WEEKDAYS.values() for names in days for name in names)

DECORATION = " \t*_:+-–—|#>.!/\u00a0"

_LABELS = Phrases(listed(words.LABELS))
_SALUTATIONS = Phrases(words.SALUTATIONS.split("|"))
_LABEL_NUMBER = regex(r"(?:nr|no|nummer|number|pm|pi|mm)\b\.?\s{0,2}\d[\d/.-]{0,12}(?:\svom\s[\w. ]{4,30})?$")
_BARE_LABELS = frozenset(words.BARE_LABELS.split("|"))
_EMBARGOES = Phrases(listed(words.EMBARGOES))
_ENDS = frozenset(words.ENDS.split("|"))
_PAGES = Phrases(words.PAGES.split("|"))

_LONGEST = 60  # characters of a line that may be furniture
_DIGIT = regex(r"\d")
_PAGE_NUMBER = regex(rf"\s{{0,3}}\d{{1,3}}(?:\s{{0,3}}(?:{words.PAGE_OF}|/)\s{{0,3}}\d{{1,3}})?$", re.IGNORECASE)
_PAGE_OF = regex(r"\d{1,3}\s(?:von|of)\s\d{1,3}$", re.IGNORECASE)
_SLASH = regex(r"[(\[]?(\d{1,2})\s?/\s?(\d{1,2})[)\]]?$")
_DASHES = regex(r"[-–—]\s{0,2}(\d{1,3})\s{0,2}[-–—]$")
_END_SIGNS = regex(r"(?:#{3,12}|#(?:\s#){2,6}|[-–—]{1,3}\s?30\s?[-–—]{1,3}|(?:\*\s?){3,5})$")
_LABEL_REST = regex(
    r"[\s+*|:.,!–—-]{0,8}$"
    r"|[\s+*|:.,–—-]{0,6}(?:(?:nr|no|nummer|number)\b\.?\s{0,2})?[\w/.-]{0,12}\d[\w/.-]{0,12}"
    r"(?:[\s,|–—-]{1,4}(?:vom\s)?[\w. ]{0,30}\d{4})?[\s+*|]{0,6}$"
    r"|\s(?:der|des|von|vom|of|by|from|du|de|della|del|van|från|fra)\s[^:.!?]{2,80}$",
    re.IGNORECASE,
)
_AGENCY = regex(
    r"[^\W\d][\w ./-]{1,40}\s\((?:ots|dpa|apa|afp|ap|reuters|epd|kna|pts)(?:/[\w-]{1,12})?\)[\s–—-]{0,3}$",
    re.IGNORECASE,
)
_ISSUER = regex(
    r"ministeri|polizei|staatsanwaltschaft|universität|hochschule|landratsamt|landkreis|stadtverwaltung|gmbh\b|\bag\b|"
    r"\be\.\s?v\.|verband\b|verein\b|stiftung\b|behörde|department|police|university|council\b|"
    r"\binc\b|\bltd\b|office of",
    re.IGNORECASE,
)
_COLON = regex(r"(?<!\d):\s?|:\s")
_PARTS = regex(r"\s?[,|–—;:/()]\s?|\s-\s|\s-$")
_TOKEN = regex(r"\d+|[^\W\d_]+")
_NUMERIC_DATE = regex(r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}(?!\d)|\d{4}-\d{1,2}-\d{1,2}(?!\d)")
_DATED_LABEL = regex(r"(.{3,40}?)\s(?:vom|of|du|del|van|från|fra)\s(.{6,40})$")
_DATE_WORDS = frozenset(words.DATE_WORDS.split())
_BETWEEN = frozenset(("den", "le", "el", "il"))


def zone_of(line: str) -> Zone | None:
    """Return the zone of a line that can be in no sentence, whatever stands around it; None for any other line."""
    return _short_zone(line) if len(line) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _short_zone(line: str) -> Zone | None:
    if is_endmark(line):
        return Zone.ENDMARK
    if is_pagemark(line):
        return Zone.PAGEMARK
    return Zone.DATELINE if is_agency_line(line) else None


def is_pagemark(line: str) -> bool:
    """Tell whether a line is a page marker: ``Seite 1 von 2``, ``1/2``, ``– 2 –``."""
    if not _DIGIT.search(line):
        return False
    slash = _SLASH.match(line)
    if slash:
        return 1 <= int(slash[1]) <= int(slash[2]) and int(slash[2]) > 1
    if _DASHES.match(line):
        return not is_endmark(line)
    bare = line.strip(" \t-–—[](|)").lower()
    length = _PAGES.length(bare)
    return bool(_PAGE_NUMBER.match(bare, length) if length else _PAGE_OF.match(bare))


def is_endmark(line: str) -> bool:
    """Tell whether a line says that the release ends: ``###``, ``-30-``, ``– Ende –``."""
    return len(line) <= 40 and (line.strip(" \t*()[].–—-").lower() in _ENDS or bool(_END_SIGNS.match(line)))


def is_label(line: str) -> bool:
    """Tell whether a line only says what the text is: ``Presseinformation``, ``Pressemitteilung Nr. 12/2018``."""
    bare = line.lstrip(DECORATION).lower()
    if bare[1:2] == " " and bare[3:4] == " " and all(len(letter) == 1 for letter in bare.split()):
        bare = bare.replace(" ", "")  # set in spaced letters
    length = _LABELS.length(bare)
    if length and (length == len(bare) or _LABEL_REST.match(bare, length)):
        return True
    return len(bare) <= 50 and (bare.rstrip(DECORATION) in _BARE_LABELS or bool(_LABEL_NUMBER.match(bare)))


def is_salutation(line: str) -> bool:
    """Tell whether a line greets the reader of a letter."""
    return len(line) <= 80 and _SALUTATIONS.length(line.lower()) > 0


def is_embargo(line: str) -> bool:
    """Tell whether a line is an embargo notice.

    A headline may begin with the same word („Sperrfrist beim Arbeitslosengeld verlängert“): a notice has a colon
    behind it, a date or time, or nothing.
    """
    bare = line.lstrip(DECORATION + "([").lower()
    length = _EMBARGOES.length(bare)
    if not length:
        return False
    rest = bare[length:].strip(" *_!.)]")
    return not rest or rest[0] == ":" or bool(_DIGIT.search(rest))


def is_agency_line(line: str) -> bool:
    """Tell whether a line is the place line that a distributor puts in front: ``Ahrenfeld (ots)``."""
    return "(" in line and bool(_AGENCY.match(line))


def is_issuer(text: str) -> bool:
    """Tell whether a short line names an authority, a company or an association."""
    return len(text) <= 80 and ":" not in text and bool(_ISSUER.search(text))


def is_dateline(line: str) -> bool:
    """Tell whether a line has nothing but a date, with a place and a time perhaps: ``Dortmund, 23. Februar 2017``.

    „Stadtfest am 3. Mai 2018“ is none: a place is set apart by a comma, a dash, or „den“. Before a colon stands
    nothing but a word for the date, so „Baubeginn: 3. Mai 2018“ is none either.
    """
    if len(line) > 80 or not _DIGIT.search(line):
        return False
    colon = _COLON.search(line)
    if colon and not all(token.casefold() in _DATE_WORDS for token in _TOKEN.findall(line[: colon.start()])):
        return False
    dated = _NUMERIC_DATE.search(line) is not None
    named = False
    for part in _PARTS.split(line):
        tokens = [token.casefold() for token in _TOKEN.findall(part)]
        foreign = sum(not _is_date_token(token) for token in tokens)
        if foreign and not _is_place(part, tokens, foreign):
            return False
        named = named or (not MONTH_NAMES.isdisjoint(tokens) and len(tokens) > foreign + 1)
    return dated or named


def is_dated_label(line: str) -> bool:
    """Tell whether a line is a label with the day of the release: ``Pressemitteilung vom 12. März 2026``."""
    dated = _DATED_LABEL.match(line) if len(line) <= _LONGEST else None
    return dated is not None and is_label(dated[1]) and is_dateline(dated[2])


def _is_date_token(token: str) -> bool:
    return token.isdigit() or token in _DATE_WORDS or token in MONTH_NAMES or token in WEEKDAY_NAMES


def _is_place(part: str, tokens: list[str], foreign: int) -> bool:
    """Tell whether a part of a line is a place: up to four capitalised words, or three before „den“ and a date."""
    if foreign > 4 or not part[:1].isupper():
        return False
    if foreign == len(tokens) or not _DIGIT.search(part):
        return all(word[:1].isupper() or len(word) <= 3 for word in part.split())
    return foreign <= 3 and tokens[foreign] in _BETWEEN and all(map(_is_date_token, tokens[foreign:]))
