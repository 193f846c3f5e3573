"""Checks of quotation marks."""

from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.facts.quotes import Found, read
from presslint.model.facts import QuoteFact
from presslint.model.finding import Hit
from presslint.model.release import Release
from presslint.model.values import Quoted

_SHOWN = 40
_DOUBLE = '"„“”«»'


@check("quotes.balanced", needs=(QuoteFact,), says=("mark", "text"))
def balanced(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a quotation mark that is never closed (case ``open``) or closes nothing (case ``closing``).

    Only marks whose neighbours leave no doubt about what they do are reported.
    """
    release = ctx.release
    if _is_even(release.text, ctx.facts.of(QuoteFact)):
        return
    for single in read(release, ctx.facts.language).single:
        if not single.glyph.sure:
            continue
        around = _around(release, single)
        args = {"mark": Quoted(single.glyph.mark), "text": Quoted(around)}
        yield Hit(single.glyph.span, args, "closing" if single.closing else "open")


def _is_even(text: str, quotes: tuple[QuoteFact, ...]) -> bool:
    """Tell whether every double mark of the text belongs to a quotation, so that none can be left over."""
    marks = 0
    for quote in quotes:
        if quote.close is None:
            return False
        marks += (text[quote.open.start] in _DOUBLE) + (text[quote.close.start] in _DOUBLE)
    return marks == sum(text.count(mark) for mark in _DOUBLE) and "''" not in text


def _around(release: Release, single: Found) -> str:
    """Return the mark with what it seems to open or to close."""
    block = release.blocks[single.block].span
    start, end = single.glyph.span
    if single.closing:
        words = release.text[max(block.start, start - _SHOWN) : end]
        return words if start - _SHOWN <= block.start else "… " + words.partition(" ")[2]
    words = release.text[start : min(block.end, end + _SHOWN)]
    return words if end + _SHOWN >= block.end else words.rpartition(" ")[0] + " …"
