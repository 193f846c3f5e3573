"""Quotations: every pair of quotation marks, also one that runs over several paragraphs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts import Facts
from presslint.model.facts import QuoteFact
from presslint.model.finding import Confidence
from presslint.model.release import BlockKind, MarkKind, Release
from presslint.text.marks import STRAIGHT, Glyph, Pairs, pair_quotes
from presslint.text.span import Span

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM)
_LONGEST_RUN = 6  # paragraphs that one quotation may go on for

# after these the speaker is named outside the quotation, so the paragraph does not end inside it
_ATTRIBUTION = re.compile(
    r",[ \n](?:so|sagt|erklär|beton|berichte|meint|ergänz|kommentier|fordert|unterstreicht|freut|"
    r"said|says|added|adds|explained|explains|noted|notes)\w{0,4}\b"
)


class Found(NamedTuple):
    """A mark without a partner, and its block. A ``closing`` one closes nothing, another is never closed."""

    glyph: Glyph
    block: int
    closing: bool


class Quotes(NamedTuple):
    """All quotation marks of a release: pairs with the index of the block of the first mark, and single ones."""

    pairs: tuple[tuple[int, Glyph, Glyph], ...]
    single: tuple[Found, ...]


def extract(release: Release, facts: Facts) -> Iterator[QuoteFact]:
    """Yield the quotations in the order of the text, nested ones after the one around them.

    A quotation that is never closed reaches to the end of its block, with low confidence. One whose marks depend on
    neighbours (straight and single marks) has medium confidence.
    """
    quotes = read(release, facts.language)
    found = [_closed(release, *pair) for pair in quotes.pairs]
    found += [_unclosed(release, single) for single in quotes.single if not single.closing]
    yield from sorted(found, key=lambda fact: (fact.span.start, -fact.span.end))


def _closed(release: Release, block: int, first: Glyph, last: Glyph) -> QuoteFact:
    span = first.span.join(last.span)
    plain = first.mark in STRAIGHT or first.mark in "'‘‚›‹" or not (first.sure and last.sure)
    return QuoteFact(
        span=span,
        text=span.of(release.text),
        zone=release.blocks[block].zone,
        confidence=Confidence.MEDIUM if plain else Confidence.HIGH,
        body=Span(first.span.end, last.span.start),
        open=first.span,
        close=last.span,
        block=block,
    )


def _unclosed(release: Release, single: Found) -> QuoteFact:
    block = release.blocks[single.block]
    span = Span(single.glyph.span.start, block.span.end)
    return QuoteFact(
        span=span,
        text=span.of(release.text),
        zone=block.zone,
        confidence=Confidence.LOW,
        body=Span(single.glyph.span.end, block.span.end),
        open=single.glyph.span,
        close=None,
        block=single.block,
    )


def read(release: Release, language: str) -> Quotes:
    """Pair the quotation marks of all blocks but code.

    A mark that stays open may be closed in a later paragraph, with or without being repeated at the start of each.
    """
    reader = _Reader(release, language)
    for index in range(len(release.blocks)):
        reader.block(index)
    reader.give_up()
    return Quotes(tuple(sorted(reader.pairs, key=lambda pair: pair[1])), tuple(sorted(reader.single)))


class _Reader:
    """Walks through the blocks; ``carried`` is the one mark that may still be closed in a later block."""

    __slots__ = ("carried", "code", "language", "pairs", "release", "run", "single")

    def __init__(self, release: Release, language: str) -> None:
        self.release = release
        self.language = language
        self.pairs: list[tuple[int, Glyph, Glyph]] = []
        self.single: list[Found] = []
        self.carried: Found | None = None
        self.run = 0
        self.code = [mark.span for mark in release.marks if mark.kind is MarkKind.CODE]

    def give_up(self) -> None:
        """Count the carried mark as never closed."""
        if self.carried is not None:
            self.single.append(self.carried)
        self.carried = None

    def block(self, index: int) -> None:
        """Pair the marks of one block."""
        block = self.release.blocks[index]
        if block.kind is BlockKind.CODE:
            return
        pairs = self._pair(block.span)
        if block.kind not in _RUNNING:
            self._keep(index, pairs)
            return
        if self.carried is not None:
            self.run += 1
            pairs = self._with_carried(block.span, pairs, self.carried)
        unclosed = pairs.unclosed
        if self.carried is None and unclosed and self._goes_on(block.span, unclosed[-1]):
            self._keep(index, pairs._replace(unclosed=unclosed[:-1]))
            self.carried, self.run = Found(unclosed[-1], index, closing=False), 0
        else:
            self._keep(index, pairs)

    def _pair(self, within: Span, carried: Glyph | None = None) -> Pairs:
        pairs = pair_quotes(self.release.text, within, self.language, (carried,) if carried else ())
        if not self.code or not any(code.overlaps(within) for code in self.code):
            return pairs
        return Pairs(
            pairs.closed,
            tuple(glyph for glyph in pairs.unclosed if not self._in_code(glyph)),
            tuple(glyph for glyph in pairs.strays if not self._in_code(glyph)),
        )

    def _in_code(self, glyph: Glyph) -> bool:
        return any(code.contains(glyph.span) for code in self.code)

    def _keep(self, index: int, pairs: Pairs) -> None:
        self.pairs += [(index, first, last) for first, last in pairs.closed]
        self.single += [Found(glyph, index, closing=False) for glyph in pairs.unclosed]
        self.single += [Found(glyph, index, closing=True) for glyph in pairs.strays]

    def _goes_on(self, within: Span, glyph: Glyph) -> bool:
        rest = self.release.text[glyph.span.end : within.end]
        return glyph.sure and glyph.mark != "‚" and not _ATTRIBUTION.search(rest)

    def _may_repeat(self, carried: Found) -> bool:
        """English repeats the mark at each paragraph; elsewhere only a quotation set as a paragraph does."""
        start = self.release.blocks[carried.block].span.start
        before = self.release.text[start : carried.glyph.span.start].rstrip()
        return self.language == "en" or not before or before.endswith(":")

    def _with_carried(self, within: Span, alone: Pairs, carried: Found) -> Pairs:
        """Read the block as the next paragraph of the carried quotation, if it is one; else give the mark up."""
        text = self.release.text
        again = text.startswith(carried.glyph.mark, within.start) and self._may_repeat(carried)
        inner = Span(within.start + len(carried.glyph.mark), within.end) if again else within
        closing = again or any(glyph.sure for glyph in alone.strays)
        together = self._pair(inner, carried.glyph) if closing else None
        if together is not None and carried.glyph not in together.unclosed:
            self.carried = None
            own = [pair for pair in together.closed if pair[0] == carried.glyph]
            self.pairs += [(carried.block, first, last) for first, last in own]
            return together._replace(closed=tuple(pair for pair in together.closed if pair not in own))
        if self.run >= _LONGEST_RUN or not (again or not (alone.closed or alone.unclosed)):
            self.give_up()
            return alone
        if together is not None and again:
            return together._replace(unclosed=tuple(glyph for glyph in together.unclosed if glyph != carried.glyph))
        return alone
