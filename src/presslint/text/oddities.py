"""Characters that have no business in plain prose: what nobody sees, and what only looks like a letter."""

from functools import lru_cache
from itertools import islice

from presslint.text.lazy import regex

MOST = 20_000  # of a text: a release has none or some, and each costs time
SOFT_HYPHEN = "\u00ad"
SPACELESS = frozenset("\u200b\ufeff\u180e\u2061\u2062\u2063\u2064")  # blanks without width, byte order mark, operators
JOINERS = frozenset("\u200c\u200d")  # orthographic in Persian, in scripts of India, and between emoji
WORD_JOINER = "\u2060"
MARKS_OF_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
OVERRIDES = frozenset("\u202d\u202e")  # turn the order of letters around, whatever the script
UNSEEN = frozenset((SOFT_HYPHEN, WORD_JOINER, *SPACELESS, *JOINERS, *MARKS_OF_DIRECTION, *OVERRIDES))

# one set for all who ask, since a text is searched once: the above, superscript letters, letters of private use,
# Latin ligatures, letters of full width, letters made for formulas
_ODD = regex(
    "[\u00ad\u02b0-\u02b8\u02e0-\u02e4\u180e\u1d2c-\u1d6a\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u2071"
    "\u207f\ue000-\uf8ff\ufb00-\ufb06\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
    "\U000f0000-\U0010fffd]"
)


def _is_western(text: str) -> bool:
    """Tell whether a text has characters of Windows-1252 alone, none of them odd: told far sooner than found."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return SOFT_HYPHEN not in text


@lru_cache(maxsize=2)
def odd_characters(text: str) -> tuple[tuple[int, str], ...]:
    """Return the odd characters of a text with their offsets, the first ``MOST``; several checks ask for the same."""
    if text.isascii() or _is_western(text):
        return ()
    return tuple([(found.start(), found[0]) for found in islice(_ODD.finditer(text), MOST)])
