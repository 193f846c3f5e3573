"""Quotations: every pair of quotation marks, also one that runs over several paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from presslint.facts import Facts
from presslint.model.facts import QuoteFact
from presslint.model.finding import Confidence
from presslint.model.release import BlockKind, MarkKind, Release
from presslint.text.cover import Cover
from presslint.text.marks import CLOSERS, STRAIGHT, Glyph, Pairs, marks_in, names_speaker, pair_quotes
from presslint.text.span import Span

_FARTHEST = 1000
_MOST = 20_000  # marks: a text with more is no prose, and to keep each of them would take its memory a hundred times
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM)


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

    A quotation that is never closed reaches to the end of its block, or for 1000 characters, with low confidence. One
    whose marks depend on neighbours (straight and single marks) has medium confidence.
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
    span = Span(single.glyph.span.start, min(block.span.end, single.glyph.span.end + _FARTHEST))
    return QuoteFact(
        span=span,
        text=span.of(release.text),
        zone=block.zone,
        confidence=Confidence.LOW,
        body=Span(single.glyph.span.end, span.end),
        open=single.glyph.span,
        close=None,
        block=single.block,
    )


def read(release: Release, language: str) -> Quotes:
    """Pair the quotation marks of all blocks but code; there are none in a text of nothing but marks.

    A quotation may run over several paragraphs, whether or not its first mark is repeated at the start of each.
    """
    text = release.text
    places = [found.start() for found in islice(marks_in(text, Span(0, len(text))), _MOST + 1)]
    if not places or len(places) > _MOST:
        return Quotes((), ())
    reader = _Reader(release, language)
    for index, block in enumerate(release.blocks):
        first = bisect_left(places, block.span.start)
        if first < len(places) and places[first] < block.span.end:
            reader.block(index)
        else:
            reader.give_up()
    reader.give_up()
    return reader.result()


class _Reader:
    """Walks through the blocks; ``carried`` is a mark that the next block may repeat at its start."""

    __slots__ = ("carried", "code", "language", "pairs", "release", "single")

    def __init__(self, release: Release, language: str) -> None:
        self.release = release
        self.language = language
        self.pairs: list[tuple[int, Glyph, Glyph]] = []
        self.single: list[Found] = []
        self.carried: Found | None = None
        self.code = Cover(mark.span for mark in release.marks if mark.kind is MarkKind.CODE)

    def result(self) -> Quotes:
        """Return what was read, after joining marks that open and close a quotation in different paragraphs."""
        single: list[Found] = []
        for found in sorted(self.single):
            if single and found.closing and self._frame(single[-1], found):
                opening = single.pop()
                self.pairs.append((opening.block, opening.glyph, found.glyph))
            else:
                single.append(found)
        return Quotes(tuple(sorted(self.pairs, key=lambda pair: pair[1])), tuple(single))

    def _frame(self, first: Found, last: Found) -> bool:
        """Tell whether an open mark and the next one without a partner are the two ends of one quotation."""
        if first.closing or first.block == last.block or last.glyph.mark not in CLOSERS.get(first.glyph.mark, ()):
            return False
        blocks = self.release.blocks[first.block : last.block + 1]
        rest = self.release.text[first.glyph.span.end : blocks[0].span.end]
        return all(block.kind in _RUNNING for block in blocks) and not names_speaker(rest)

    def give_up(self) -> None:
        """Count the carried mark as never closed in its paragraph or repeated in the next."""
        if self.carried is not None:
            self.single.append(self.carried)
        self.carried = None

    def block(self, index: int) -> None:
        """Pair the marks of one block."""
        block = self.release.blocks[index]
        if block.kind is BlockKind.CODE:
            return
        carried = self.carried
        if carried is not None and self._repeats(block.span, carried):
            inside = Span(block.span.start + len(carried.glyph.mark), block.span.end)
            pairs = self._pair(inside, carried.glyph)
        else:
            self.give_up()
            carried, pairs = None, self._pair(block.span)
        self._keep(index, pairs, carried)

    def _repeats(self, within: Span, carried: Found) -> bool:
        """Tell whether the block begins with the mark that is open; not all languages repeat it in mid-sentence."""
        if not self.release.text.startswith(carried.glyph.mark, within.start):
            return False
        start = self.release.blocks[carried.block].span.start
        before = self.release.text[start : carried.glyph.span.start].rstrip()
        return self.language == "en" or not before or before.endswith(":")

    def _pair(self, within: Span, carried: Glyph | None = None) -> Pairs:
        pairs = pair_quotes(self.release.text, within, self.language, (carried,) if carried else ())
        if not self.code.overlaps(within):
            return pairs
        return Pairs(
            pairs.closed,
            tuple(glyph for glyph in pairs.unclosed if not self.code.contains(glyph.span)),
            tuple(glyph for glyph in pairs.strays if not self.code.contains(glyph.span)),
        )

    def _keep(self, index: int, pairs: Pairs, carried: Found | None) -> None:
        for first, last in pairs.closed:
            if carried is not None and first == carried.glyph:
                self.pairs.append((carried.block, first, last))
                self.carried = None
            else:
                self.pairs.append((index, first, last))
        self.single += [Found(glyph, index, closing=True) for glyph in pairs.strays]
        unclosed = [
            Found(glyph, index, closing=False) for glyph in pairs.unclosed if not carried or glyph != carried.glyph
        ]
        if self.carried is None and unclosed and self._goes_on(unclosed[-1]):
            self.carried = unclosed.pop()
        self.single += unclosed

    def _goes_on(self, found: Found) -> bool:
        block = self.release.blocks[found.block]
        rest = self.release.text[found.glyph.span.end : block.span.end]
        return block.kind in _RUNNING and found.glyph.sure and found.glyph.mark in CLOSERS and not names_speaker(rest)
