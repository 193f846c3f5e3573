"""Phrases at the beginning of a line, found by their first word: no pattern to compile, and fast to miss."""

from collections.abc import Iterable

from presslint.text.lazy import regex

_WORD = regex(r"\w+")


def listed(*tables: dict[str, str]) -> frozenset[str]:
    """Return the phrases of all languages of some tables of words."""
    return frozenset(phrase for table in tables for names in table.values() for phrase in names.split("|"))


def first_word(line: str) -> str:
    """Return the word at the beginning of a line, or nothing."""
    word = _WORD.match(line)
    return word.group() if word else ""


def first_words(table: dict[str, str]) -> frozenset[str]:
    """Return the first words of the phrases of a table."""
    return frozenset(map(first_word, listed(table)))


class Phrases:
    """Phrases in small letters that a line may begin with."""

    __slots__ = ("_by_word",)

    def __init__(self, phrases: Iterable[str]) -> None:
        by_word: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
            by_word.setdefault(first_word(phrase), []).append(phrase)
        self._by_word = by_word

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a line must begin with for any of the phrases to fit."""
        return frozenset(self._by_word)

    def length(self, line: str) -> int:
        """Return how much of ``line``, in small letters, the longest fitting phrase takes up; 0 where none fits."""
        for phrase in self._by_word.get(first_word(line), ()):
            if line.startswith(phrase):
                end = len(phrase)
                if end == len(line) or not (line[end].isalnum() or line[end] == "_") or not phrase[-1].isalnum():
                    return end
        return 0
