"""Where a sentence begins and ends around a place: enough to see what a date belongs to.

Ordinal numbers, abbreviations and initials have full stops that end nothing. A hard line break, a cell of a table and a
wide gap do end a sentence.
"""

import re

from presslint.text.lazy import regex
from presslint.text.span import Span

# as far as one looks for the ends of a sentence: longer ones are lists, which no rule should read
REACH = 400

_STOP = regex(r"[.!?…;\n\t:](?:(?<=[.!?…])[.!?…]*[\"“”»«’)\]]*)?")  # begins with a plain set: searched fast
_STOP_OR_GAP = regex(rf"{_STOP.pattern}|[ \u00a0]{{3,}}")
_QUOTES = frozenset('„“"»«')
_NEXT = regex(r"\s+\S")
_NO_GAP = regex(r"(?:\b(?:am|im|in|den|dem|der|die|das|und|um|ab|vom|zum|on|the|of|at|and|to)|[,–-])$")
# what stands before a full stop that ends nothing, besides numbers, single letters and dotted abbreviations
_ABBREVIATED = (
    "Nr Dr Prof St Str Mr Mrs Ms Jr Sr Sen Gov Rep Hon Gen Col Lt Inc Ltd Co Corp No vs bzw ca usw etc evtl ggf inkl "
    "einschl exkl gg geb gest Tel Abs Art Aufl Bd Hr Fr Hrsg Jg Mio Mrd Std vgl zzgl Mo Di Mi Do Sa So Mon Tue Tues "
    "Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mär Mar Apr Jun Jul Aug Sep Sept Okt Oct Nov Dez Dec janv févr avr juil "
    "déc ene abr ago dic gen mag giu lug set ott feb mrt mei okt dec"
)
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())


def sentence(text: str, place: Span, within: Span) -> Span:
    """Return the sentence around ``place``, at most ``REACH`` characters to either side and inside ``within``."""
    first, last = max(within.start, place.start - REACH), min(within.end, place.end + REACH)
    gaps = text.find("   ", first, last) >= 0 or text.find("\u00a0", first, last) >= 0
    stops = (_STOP_OR_GAP if gaps else _STOP).finditer
    before = list(stops(text, first, place.start))
    start = next((found.end() for found in reversed(before) if _ends(text, found, first, last)), first)
    end = next((found.start() for found in stops(text, place.end, last) if _ends(text, found, first, last)), last)
    while start < place.start and text[start].isspace():
        start += 1
    return Span(start, end)


def _ends(text: str, found: re.Match[str], first: int, last: int) -> bool:
    """Tell whether a sentence ends at a mark, by what stands on either side of it."""
    start, end = found.span()
    mark, following = text[start], text[end : end + 1]
    if mark in ";\n\t":
        return True
    if mark == ":":
        return text[end:last].lstrip()[:1] in _QUOTES
    if mark in " \u00a0":
        return not following.islower() and _NO_GAP.search(text, max(first, start - 5), start) is None
    if following.isspace():
        rest = _NEXT.match(text, end, last)
        if rest is not None and rest[0][-1].islower():
            return False
    elif following and end < last and not (following.isupper() and text[end + 1 : end + 2].islower()):
        return False
    return mark != "." or not _is_abbreviated(text[max(first, start - 12) : start])


def _is_abbreviated(before: str) -> bool:
    """Tell whether a full stop behind a text belongs to its last word: ``9.``, ``J.``, ``Dr.``, ``z.B.``."""
    word = before.rsplit(maxsplit=1)[-1].lstrip('(„“"»[*') if before and not before[-1].isspace() else ""
    if word.isdigit():
        return len(word) <= 2
    return len(word) == 1 or word in _ABBREVIATIONS or ("." in word and max(map(len, word.split("."))) <= 3)
