"""One reading of a release for dates, times and ranges: its tokens and the days among them, before any year is guessed.

Facts share it; rules do not see it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts import Facts
from presslint.facts.date_grammar import days
from presslint.facts.date_lexer import Lexer, lexer_for
from presslint.facts.date_mentions import Mention
from presslint.facts.date_patterns import Token
from presslint.facts.date_words import DATE_WORDS
from presslint.facts.language import UNKNOWN, likely
from presslint.facts.periods import Period, periods
from presslint.model.facts import LinkFact
from presslint.model.release import Release
from presslint.text.span import Span

_ADDRESSES = ("bare", "autolink")  # links whose text is an address; the label of another link is prose


class Reading(NamedTuple):
    """The tokens of the prose and their shape, the days, the periods, and the offsets at which blocks begin."""

    lexer: Lexer
    tokens: tuple[Token, ...]
    shape: str
    days: tuple[Mention, ...]
    periods: tuple[Period, ...]
    blocks: tuple[int, ...]

    def block_of(self, offset: int) -> int:
        """Return the index of the block at ``offset``."""
        return max(bisect_right(self.blocks, offset) - 1, 0)


def extract(release: Release, facts: Facts) -> Iterator[Reading]:
    """Yield the one reading of the release, in its language."""
    language = facts.language
    text = release.text
    languages = (language,) if language else likely(text)
    lexer = lexer_for(languages if set(languages) <= DATE_WORDS.keys() else UNKNOWN)
    tokens = _outside(lexer.tokens(text), _addresses(text, facts))
    shape = lexer.shape(text, tokens)
    found = tuple(days(text, tokens, shape, lexer))
    others = tuple(periods(text, tokens, shape, lexer, found))
    yield Reading(lexer, tuple(tokens), shape, found, others, tuple(block.span.start for block in release.blocks))


def _addresses(text: str, facts: Facts) -> list[Span]:
    """Return the addresses in the text: what stands in them is no date."""
    if "://" not in text and "www." not in text:
        return []
    return [fact.span for fact in facts.of(LinkFact) if fact.kind in _ADDRESSES]


def _outside(tokens: list[Token], spans: list[Span]) -> list[Token]:
    if not spans:
        return tokens
    starts = [span.start for span in spans]
    return [token for token in tokens if not _is_inside(token, spans, bisect_right(starts, token.start) - 1)]


def _is_inside(token: Token, spans: list[Span], index: int) -> bool:
    return index >= 0 and token.start < spans[index].end
