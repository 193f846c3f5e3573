"""Words: how many there are, and the closed lists of small ones that decide how a hyphen at a line end is read."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from presslint.text.lazy import regex

# what is between white space and has a letter or a digit is a word: "well-known", "3.400", "Op"
_WORD = regex(r"[^\s\u00a0]*\w[^\s\u00a0]*")
_LETTERS = regex(r"[^\W\d_]+")
_LETTERS_BEFORE = regex(r"[^\W\d_]{1,40}$")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# behind these a hyphen stands for the rest of a compound: „Stiftungs- und Drittmittel“
CONJUNCTIONS = _set(
    "und oder sowie bzw bzgl beziehungsweise respektive bis als auch noch statt wie aber nicht samt plus weder"
    " sondern anstatt doch mit ohne"
    " and or to nor but than versus vs plus as through rather not"
    " et ou que en of tot y o u e ed od og eller och i lub oraz do"
)

# what may begin a sentence in front of a number of things
BEFORE_COUNTS = _set(
    "mit die der das den am im in für rund über etwa circa von bis nach um ab zu zum an auf unter seit vor alle"
    " insgesamt the with about over for at on from more nearly some up all by between around a"
)

# first parts that are set before another word with a hyphen, for good
_FIRST_PARTS = {
    "de": _set("nordrhein baden rheinland schleswig mecklenburg sachsen corona covid online offline"),
    "en": _set(
        "well ill long short high low mid full half part self co non anti multi semi cross all ever never first"
        " second third one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy"
        " eighty ninety state year month week day old new best better much so far near right left hard soft open"
        " close large small big fast slow deep wide single double triple common public private post quasi ex vice"
        " time cost risk world community family user data evidence science carbon climate energy water air land tax"
        " market job decision award record free mother father brother sister son daughter attorney secretary"
        " commander runner passer face hand"
    ),
}
_SECOND_PARTS = _set(
    "based related term scale level quality known style wide free friendly driven led funded owned old off elect"
    " up out year month week hour minute mile foot pound dollar percent"
)
_COLOURS = _set("schwarz rot grün gelb blau weiß orange rosa lila grau braun")
_PAIRED_LEFT = regex(r"[a-zäöüß]{2,}(?:sch|lich|al|iv)")
_PAIRED_RIGHT = regex(r"[a-zäöüß]{3,}(?:isch|lich|ig|al|iv)(?:e[rnsm]?)?")
_VOWEL = regex(r"[aeiouyäöüáéíóúàèìòùâêîôûåæøœ]", re.IGNORECASE)


def count_words(text: str) -> int:
    """Return the number of words as word processors count them; dashes alone are none."""
    return sum(1 for _ in _WORD.finditer(text))


def _compounds(text: str) -> Iterator[str]:
    """Yield the words joined by a hyphen, two by two."""
    for left, right in pairwise(text.split("-")):
        first, second = _LETTERS_BEFORE.search(left[-40:]), _LETTERS.match(right)
        if first is not None and second is not None:
            yield f"{first[0]}-{second[0]}"


class Vocabulary:
    """The words of one text, without case: to tell whether a word that may be split stands elsewhere."""

    __slots__ = ("_compounds", "_words")

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        self._words = Counter(_LETTERS.findall(lowered))
        self._compounds = frozenset(_compounds(lowered))

    def has(self, word: str) -> bool:
        """Tell whether the text has the word."""
        return word.lower() in self._words

    def has_compound(self, first: str, second: str, *, pairs: bool) -> bool:
        """Tell whether the text has the two words with a hyphen on one line, or (``pairs``) each of them elsewhere."""
        first, second = first.lower(), second.lower()
        if f"{first}-{second}" in self._compounds:
            return True
        return pairs and self._words[first] > 1 and self._words[second] > 1


def keeps_its_hyphen(left: str, right: str, language: str) -> bool:
    """Tell whether the hyphen between two halves at a line end is there for good, so that no word is split.

    That holds before a capital and before a conjunction, behind an abbreviation, and in compounds such as
    ``deutsch-französisch`` or ``long-term``.
    """
    if right[:1].isupper() or right.casefold() in CONJUNCTIONS:
        return True
    if not _VOWEL.search(left) or any(character.isupper() for character in left[1:]):
        return True
    first, second = left.lower(), right.lower()
    if language == "en":
        return first in _FIRST_PARTS["en"] or second in _SECOND_PARTS
    paired = _PAIRED_LEFT.fullmatch(first) and _PAIRED_RIGHT.fullmatch(second)
    return bool(paired) or first in _FIRST_PARTS["de"] or (first in _COLOURS and second.rstrip("enrsm") in _COLOURS)
