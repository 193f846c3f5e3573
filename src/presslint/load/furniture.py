"""Lines that are no part of any sentence: page markers, end marks, labels, embargo lines, lines with a date only."""

import re

from presslint.load import zone_words as words
from presslint.text.calendar_names import MONTHS, WEEKDAYS

_DASH = "[-–—]"
_PAGE = re.compile(
    rf"[-–—\[(|\s]{{0,3}}(?:(?:{'|'.join(re.escape(word) for word in words.PAGES.split('|'))})\s{{0,3}}\d{{1,3}}"
    rf"(?:\s{{0,3}}(?:{words.PAGE_OF}|/)\s{{0,3}}\d{{1,3}})?|\d{{1,3}}\s(?:von|of)\s\d{{1,3}})[-–—\])|\s]{{0,3}}$",
    re.IGNORECASE,
)
_SLASH = re.compile(r"[(\[]?(\d{1,2})\s?/\s?(\d{1,2})[)\]]?$")
_DASHES = re.compile(rf"{_DASH}\s{{0,2}}(\d{{1,3}})\s{{0,2}}{_DASH}$")
_END = re.compile(
    rf"(?:#{{3,12}}|#(?:\s#){{2,6}}|{_DASH}{{1,3}}\s?30\s?{_DASH}{{1,3}}"
    rf"|(?:\*\s?){{3,5}}|[(\[*\s–—-]{{0,4}}(?:{words.ENDS})[)\]*.\s–—-]{{0,4}})$",
    re.IGNORECASE,
)
_LABEL_NAMES = frozenset(name for listed in words.LABELS.values() for name in listed.split("|"))
_LABEL = re.compile(
    rf"[+*\s|–—-]{{0,6}}(?:{'|'.join(re.escape(name) for name in sorted(_LABEL_NAMES, key=len, reverse=True))})"
    r"(?P<rest>\b.*)$",
    re.IGNORECASE,
)
_LABEL_REST = re.compile(
    r"[\s+*|:.,–—-]{0,6}(?:(?:nr|no|nummer|number)\b\.?\s{0,2})?[\w/.-]{0,12}\d[\w/.-]{0,12}(?:[\s,|–—-]{1,4}(?:vom\s)?[\w. ]{0,30}\d{4})?[\s+*|]{0,6}$"
    r"|[\s+*|:.,!–—-]{0,8}$|\s(?:der|des|von|vom|of|by|from|du|de|della|del|van|da|från|fra)\s.{2,80}$",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    rf"[\W_]{{0,6}}(?:{'|'.join(re.escape(name) for name in sorted({n for l in words.EMBARGOES.values() for n in l.split('|')}, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_MONTH_NAMES = frozenset(name.casefold() for months in MONTHS.values() for names in months for name in names)
_WEEKDAY_NAMES = frozenset(name.casefold() for days in WEEKDAYS.values() for names in days for name in names)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_DATE_WORDS = frozenset(
    "den der vom am um uhr stand the of on at at a p m am pm de del di le du cet est et gmt mez mesz bst edt kl klo st nd rd th o h lunedì".split()
)
_DATE = re.compile(
    r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}\b|\d{4}-\d{2}-\d{2}|\d{1,2}[^\W\d_]{0,2}[.,]?\s{1,3}(?:de\s|of\s)?[^\W\d_]{3,12}|[^\W\d_]{3,12}\.?\s{1,3}\d{1,2}"
)


def is_pagemark(line: str) -> bool:
    """Tell whether a line is a page marker: ``Seite 1 von 2``, ``1/2``, ``– 2 –``."""
    if not any(character.isdigit() for character in line) or is_endmark(line):
        return False
    slash = _SLASH.match(line)
    if slash:
        return 1 <= int(slash[1]) <= int(slash[2]) and int(slash[2]) > 1
    return bool(_PAGE.match(line) or _DASHES.match(line))


def is_endmark(line: str) -> bool:
    """Tell whether a line says that the release ends: ``###``, ``-30-``, ``– Ende –``."""
    return len(line) <= 40 and bool(_END.match(line))


def is_label(line: str) -> bool:
    """Tell whether a line only says what the text is: ``Presseinformation``, ``Pressemitteilung Nr. 12/2018``."""
    match = _LABEL.match(line) if len(line) <= 120 else None
    return match is not None and bool(_LABEL_REST.match(match["rest"]))


def is_embargo(line: str) -> bool:
    """Tell whether a line begins like an embargo notice."""
    return bool(_EMBARGO.match(line))


def is_dateline(line: str) -> bool:
    """Tell whether a line has nothing but a date, with a place and a time perhaps: ``Dortmund, 23. Februar 2017``."""
    if len(line) > 80 or not _DATE.search(line):
        return False
    known = places = months = 0
    tokens = _TOKEN.findall(line)
    for token in tokens:
        folded = token.casefold()
        if token.isdigit() or folded in _DATE_WORDS or folded in _WEEKDAY_NAMES:
            known += 1
        elif folded in _MONTH_NAMES:
            months += 1
        elif token[0].isupper():
            places += 1
        else:
            return False
    numeric = re.search(r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2}|\d{4}-\d\d", line)
    return bool(months or numeric) and places <= 4 and known > 0 and not line.endswith(("!", "?"))
