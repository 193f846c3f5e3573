"""Where in a text a phone number stands.

A candidate is a run of digits with the separators that people put between them. It is taken for a phone number when a
label stands in front, when it has a line of a contact block for itself, or when it begins with ``+`` and a country.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.facts.phone_labels import REACH, Label, is_signed, label_before, stands_alone
from presslint.text.cover import Cover
from presslint.text.lazy import regex
from presslint.text.span import Span

_GAP = r"(?:[ /–‑-]{0,2}\(0\)[ /–‑-]{0,2}| ?[/–‑-] ?|\) ?[/-]? ?|[ \u00a0\u202f\u2009]{1,2}|\.)"
_NUMBER = regex(
    r"(?:(?<![^\W_])|(?<!\d)(?=\(?\+))(?<!\d[.,])(?:(?:(?:\+ ?)?\d{1,3}[ -]?)?\(\+?\d[\d ]{0,7}\)(?: ?\(\d{1,5}\))?"
    r"|\(?\+ ?\d|\d|[Oo](?=\d))"
    rf"(?:{_GAP}?(?:\d|(?<=[\d-])[OolI](?![^\W\d_]))){{1,24}}"
)
# finds what may hold a number in a tenth of the time that the pattern above takes
_RUN = regex(r"[0-9][\d ()/.\u00a0\u202f\u2009–‑OolI-]{1,45}")
_FEW = regex(r"(?:\d\D*){5}")
_ENOUGH = 4  # characters of a run that cannot hold so many digits
_EXTENSION_LABELS = ("durchwahl", "dw", "apparat", "nebenstelle", "extension", "ext")
_LABEL_ENDS = frozenset(label[-2:] for label in _EXTENSION_LABELS)
_LAST_SIGNS = frozenset("".join(end[-1] + end[-1].upper() for end in _LABEL_ENDS) + " .:\u00a0")
_AFTER_LABEL = frozenset((" ", ".", ":", "\u00a0"))
_BESIDE = frozenset("+Oo-–‑")
_DATE = regex(
    r"\d{1,2}\. ?\d{1,2}\. ?(?:(?:19|20)?\d{2}(?!\.?\d)|$)|(?:19|20)\d\d-\d\d-\d\d(?!\d)"
    r"|(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d)$|\d{1,2}/\d{1,2}/(?:19|20)\d\d|\d{1,2}[.:]\d\d(?!\d|\.\d)"
)
_AMERICAN = regex(r"(?:\+?1[ .-]{0,2})?\(?[2-9]\d{2}\)?[ ./-]{1,2}\d{3}[ .-]{1,2}\d{4}")
# one digit too few or too many, and still beyond doubt: with hyphens alone it may be a number of many countries
_NEARLY = regex(r"(?:1[ ./-]\(?[2-9]\d{1,3}\)? ?[./-]? ?|\(?[2-9]\d{1,3}\)? ?/ ?|\([2-9]\d{2}\) ?)\d{2,4}-\d{3,5}")
_FIELD_END = regex(r"[ \t\u00a0]{0,4}(?:[\n,;|]|$)")
_SHORT = regex(r"11[0-9](?: ?\d{3}|\d{2})?|9(?:11|99)|[34]11")
_ALTERNATIVE = regex(
    r"(?: ?[/,] ?|,? (?:oder|bzw\.|und|or|and|bis|sowie) ?)(?:[–‑-] ?\d{1,5}(?![\d\w])|(?<=/)\d{1,4}(?!\w|[.,]\d))"
)
_THOUSANDS = regex(r"\d{1,3}(?:[ .\u00a0]\d{3})+")
_SHORTEST_AMOUNT = 6  # digits: with fewer, an amount is no number of a phone, but may be an extension
_LETTERS = str.maketrans("OolI", "0011")
_NO_DIGIT = regex(r"\D+")
_DASHES = "-–‑"
_LONGEST = 15


class Candidate(NamedTuple):
    """A number as it stands in the text. ``extension`` means that only the last digits are given (``-2418``)."""

    start: int
    end: int
    label: Label | None
    extension: bool = False


def find(text: str, stretches: list[Span]) -> Iterator[Candidate]:
    """Yield the candidates in order, without overlap. ``stretches`` are those of the contact blocks."""
    contact = Cover(stretches)
    place = 0
    while (run := _next_run(text, place)) is not None:
        match = _NUMBER.match(text, _beginning(text, run.start())) or _NUMBER.match(text, run.start())
        place = run.start() + 1 if match is None else match.end()
        if match is None:
            continue
        for start, end in _parts(text, match.start(), match.end()):
            item = _judged(text, start, end, contact)
            if item is not None:
                yield item
                for other in _alternatives(text, item):
                    place = max(place, other.end)
                    yield other


def _next_run(text: str, place: int) -> re.Match[str] | None:
    """Return the next run of digits behind ``place`` that may be a number."""
    for run in _RUN.finditer(text, place):
        start, end = run.span()
        if end - start > _ENOUGH and _FEW.match(text, start, end):
            return run
        # most numbers stand behind a blank and a word that ends like no label of an extension
        plain = start > 1 and text[start - 1] == " " and text[start] not in "1349"
        if not (plain and text[start - 2] not in _LAST_SIGNS) and _may_be_short(text, start):
            return run
    return None


def _may_be_short(text: str, start: int) -> bool:
    """Tell whether the few digits at ``start`` can be an extension or an emergency number."""
    before = text[start - 1 : start]
    if before in _BESIDE or (text[start] in "1349" and _SHORT.match(text, start)):
        return bool(before)
    if before not in _AFTER_LABEL:
        return False
    last = text[start - 3 : start - 1]
    if last.isalpha() and last.lower() not in _LABEL_ENDS:
        return False
    return text[max(start - 14, 0) : start].rstrip(" .:").lower().endswith(_EXTENSION_LABELS)


def _beginning(text: str, place: int) -> int:
    """Return where the number begins that has its first digit at ``place``: at its bracket, plus, or O for a zero."""
    if text[place - 1 : place] in ("O", "o"):
        place -= 1
    if text[place - 2 : place] == "+ ":
        place -= 1
    while place and text[place - 1] in "(+":
        place -= 1
    return place


@lru_cache(maxsize=4096)
def digits_of(text: str) -> str:
    """Return the digits of a number as dialled: letters that look like digits are read as those."""
    return _NO_DIGIT.sub("", text.translate(_LETTERS))


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a run of digits where a second number begins, or where the sentence goes on behind a whole one."""
    parts: list[tuple[int, int]] = []
    count = 0
    place = start
    international = "+" in text[start : start + 3]
    for at in range(start, end):
        sign = text[at]
        if sign.isdigit():
            if sign == "0" and count > 7 and text[at - 1] in " \u00a0" and len(digits_of(text[at:end])) > 6:
                parts.append((place, at - 1))
                place, count = at, 0
            count += 1
        elif sign == "/" or (sign in _DASHES and text[at - 1] == " "):
            second = text[at + 1 : end].lstrip(" ")[:1] in ("0", "+", "(")
            if count >= (6 if second else 8) + 2 * international:
                parts.append((place, at))
                if not second:
                    return _stripped(text, parts)
                place, count = at + 1, 0
    return _stripped(text, [*parts, (place, end)])


def _stripped(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts without separators at their ends and without a bracket that is closed elsewhere."""
    result = []
    for part in parts:
        start, end = part
        while start < end and text[start] in " \u00a0/":
            start += 1
        while start < end and not (text[end - 1].isdigit() or text[end - 1] in "OolI"):
            end -= 1
        if text[start : start + 1] == "(" and ")" not in text[start:end]:
            start += 1
        if start < end:
            result.append((start, end))
    return result


def _judged(text: str, start: int, end: int, contact: Cover) -> Candidate | None:
    raw = text[start:end].translate(_LETTERS)
    count = len(digits_of(raw))
    extension = start > 1 and text[start - 1] in _DASHES and not text[start - 2].isalnum()
    if _DATE.match(raw) or (not extension and count < _SHORTEST_AMOUNT and _is_amount(text, start, raw)):
        return None
    first = start - 1 if extension else start
    label = label_before(text, first)
    if label is not None and label.weak and (extension or not (_is_whole(raw, count) or is_nearly_american(raw))):
        label = None
    if extension or (label is not None and label.extension and raw[0] not in "0+("):
        named = label is not None or is_signed(text, first, end)
        return Candidate(first, end, label, extension=True) if named and 1 < count < 6 else None
    if label is not None:
        likely = _SHORT.fullmatch(raw) or _is_likely(raw, count) or _is_local(text, start, end, contact)
        return Candidate(start, end, label) if likely else None
    alone = contact.contains(Span(start, start + 1)) and stands_alone(text, start)
    whole = _is_whole(raw, count)
    if (whole and raw[0] == "+") or (alone and (whole or is_nearly_american(raw))):
        return Candidate(start, end, None)
    if count >= 6 and is_signed(text, start, end):
        return Candidate(start, end, None)
    return None


def _is_amount(text: str, start: int, raw: str) -> bool:
    """Tell whether few digits are an amount, as „80.000 Euro“: no label of an extension stands in front."""
    if raw[0] == "0" or not _THOUSANDS.fullmatch(raw):
        return False
    before = text[max(start - REACH, 0) : start].lower()
    return not any(label in before for label in _EXTENSION_LABELS)


def _is_local(text: str, start: int, end: int, contact: Cover) -> bool:
    """Tell whether a few digits behind a label are all that a contact gives as the number: ``Telefon: 41273``."""
    if not (4 <= end - start <= 5 and text[start:end].isdecimal() and _FIELD_END.match(text, end)):
        return False
    return contact.contains(Span(start, start + 1))


def _is_likely(raw: str, count: int) -> bool:
    """Tell whether a number behind a label can be one to dial, and is not an amount."""
    if raw[0] in "0+(":
        return count >= 5 or raw[0] == "+"
    return count >= 9 or (count >= 6 and _THOUSANDS.fullmatch(raw) is None)


def _is_whole(raw: str, count: int) -> bool:
    """Tell whether a number without a label looks like a whole one: area code or country and subscriber."""
    if raw[0] == "+":
        return 8 <= count <= _LONGEST and raw[1:2] != "0"
    return (7 <= count <= _LONGEST and raw.lstrip("(")[0] == "0") or _AMERICAN.fullmatch(raw) is not None


def is_nearly_american(raw: str) -> bool:
    """Tell whether a number has the groups of a North American one but lacks a digit, or has one too many."""
    count = len(digits_of(raw)) - raw.startswith("1")
    return count in (9, 11) and _NEARLY.fullmatch(raw) is not None


def _alternatives(text: str, item: Candidate) -> Iterator[Candidate]:
    """Yield the further extensions behind a number: ``-10/-11``, ``-10 oder -11``."""
    place = item.end
    while (match := _ALTERNATIVE.match(text, place)) is not None:
        digits = match.end()
        while text[digits - 1].isdigit():
            digits -= 1
        dashed = text[digits - 1] in _DASHES or text[digits - 2] in _DASHES
        if not dashed and not _has_extension(text[item.start : item.end], match.end() - digits):
            return
        start = digits - (1 if text[digits - 1] in _DASHES else 2) if dashed else digits
        yield Candidate(start, match.end(), item.label, extension=True)
        place = match.end()


def _has_extension(raw: str, length: int) -> bool:
    cut = max(raw.rfind(dash) for dash in _DASHES)
    return cut > 0 and len(raw) - cut - 1 >= length
