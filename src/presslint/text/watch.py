"""Which of many texts another text holds, told in one pass over it."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

# letters and signs of prose from the usual to the rare; whatever is not listed is rarer still
_USUAL = " enisratdhulcgmobwfkzv.,-:p/üäßSDAEMBGKFWVPHRTLö()NIZUJOÖjyxC@%?![]YqÜÄQX"
_SHARE = {sign: 0.14 * 0.9**place for place, sign in enumerate(_USUAL)}  # how much of a text they are, by and large
_RARE = 2e-6
_WORD = 1e-3  # how likely a word is at least, whatever its letters are
_LENGTH = 2000  # of a text
_FIRST = 3  # texts that are looked through one by one: compiling the pattern takes as long as some ten of them
_PLENTY = 500  # places where one of the texts may begin: more than that has no text that was not made to have it
# to look for one text takes as long as trying a pattern at one of so many signs
_EACH = 0.004
_BEHIND = 4  # signs behind the rarest one that the pattern looks at


def rarest(text: str) -> str:
    """Return the sign of ``text`` that prose is least likely to hold. Raises ValueError where there is none."""
    return min(text, key=_share)


def likelihood(texts: Iterable[str]) -> float:
    """Return how likely it is that prose holds one of ``texts``: a number to compare with others, no more than that."""
    return sum(map(_likelihood, texts))


def _likelihood(text: str) -> float:
    likely = float(_LENGTH)
    for sign in text:
        if sign != " ":  # where one may stand, it mostly does
            likely *= min(3 * _share(sign), 1.0)
    return likely + _WORD * text.strip().isalpha()


def _share(sign: str) -> float:
    return _SHARE.get(sign, _RARE)


class Seen(NamedTuple):
    """Which texts have been looked for in ``text``, and which of them it holds."""

    text: str
    watched: Mapping[str, int]
    found: frozenset[str]


_last = Seen("", {}, frozenset())


def seen(text: str) -> Seen | None:
    """Return what is known of ``text`` where it is the one that was looked at last."""
    return _last if _last.text is text else None


def is_absent(wanted: str, text: str) -> bool:
    """Tell whether ``text`` is known not to hold what is wanted; where nothing is known, it may."""
    known = seen(text)
    return known is not None and wanted in known.watched and wanted not in known.found


class Watch:
    """Looks for texts, each with the bits that stand for it. No text is empty."""

    __slots__ = ("_alone", "_keys", "_pattern", "_seen", "_texts", "_wanted")

    def __init__(self, texts: Mapping[str, int]) -> None:
        self._wanted = dict(texts)
        self._texts = [(rarest(text), text) for text in texts]
        self._alone = self._texts
        self._keys: dict[str, list[tuple[int, str]]] = {}
        self._pattern: re.Pattern[str] | None = None
        self._seen = 0

    def bits(self, text: str) -> int:
        """Return the bits of all texts that ``text`` holds."""
        global _last  # noqa: PLW0603 - rules ask next for what has just been looked for
        found = self._found(text)
        _last = Seen(text, self._wanted, frozenset(found))
        bits = 0
        for wanted in _last.found:
            bits |= self._wanted[wanted]
        return bits

    def _found(self, text: str) -> list[str]:
        if self._pattern is None:
            if self._seen < _FIRST:
                self._seen += 1
                return _one_by_one(self._texts, text)
            self._pattern = self._compiled()
        found = _one_by_one(self._alone, text)
        keys = self._keys
        for places, match in enumerate(self._pattern.finditer(text)):
            if places > _PLENTY:
                return _one_by_one(self._texts, text)
            at = match.start()
            for before, wanted in keys[text[at]]:
                if at >= before and text.startswith(wanted, at - before):
                    found.append(wanted)
        return found

    def _compiled(self) -> re.Pattern[str]:
        """Return a pattern of rare signs, each before what may follow it: the search skips what is no such sign.

        Texts without a rare sign are left to be looked for one by one.
        """
        for _, wanted in self._texts:
            if len(wanted) > 1:
                before = min(range(len(wanted) - 1), key=lambda place: _share(wanted[place]))
                self._keys.setdefault(wanted[before], []).append((before, wanted))
        for sign in [sign for sign, known in self._keys.items() if _share(sign) > _EACH * len(known)]:
            del self._keys[sign]
        inside = {wanted for known in self._keys.values() for _, wanted in known}
        self._alone = [one for one in self._texts if one[1] not in inside]
        branches = [
            re.escape(sign) + _followed_by({wanted[before + 1 :][:_BEHIND] for before, wanted in known})
            for sign, known in sorted(self._keys.items(), key=lambda one: -_share(one[0]))
        ]
        return re.compile("|".join(branches) or r"(?!)")


def _followed_by(texts: Iterable[str]) -> str:
    return f"(?={'|'.join(map(re.escape, sorted(texts)))})"


def _one_by_one(texts: Iterable[tuple[str, str]], text: str) -> list[str]:
    return [wanted for sign, wanted in texts if sign in text and wanted in text]
