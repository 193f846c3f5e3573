"""Phrases at the beginning of a line, found by their first word: no pattern to compile, and fast to miss."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def listed(*tables: dict[str, str]) -> frozenset[str]:
    """Return the phrases of all languages of some tables of words."""
    return frozenset(phrase for table in tables for names in table.values() for phrase in names.split("|"))


class Phrases:
    """Phrases in small letters that a line may begin with."""

    __slots__ = ("_by_word",)

    def __init__(self, phrases: Iterable[str]) -> None:
        by_word: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
            word = _WORD.match(phrase)
            by_word.setdefault(word.group() if word else "", []).append(phrase)
        self._by_word = by_word

    def length(self, line: str) -> int:
        """Return how much of ``line``, in small letters, the longest fitting phrase takes up; 0 where none fits."""
        word = _WORD.match(line)
        if word is None:
            return 0
        for phrase in self._by_word.get(word.group(), ()):
            if line.startswith(phrase):
                end = len(phrase)
                if end == len(line) or not (line[end].isalnum() or line[end] == "_") or not phrase[-1].isalnum():
                    return end
        return 0
