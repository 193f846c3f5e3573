"""Checks of quotation marks."""

from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.facts.quotes import read
from presslint.model.facts import QuoteFact
from presslint.model.finding import Hit
from presslint.model.values import Quoted
from presslint.text.span import Span

_SHOWN = 40


@check("quotes.balanced", needs=(QuoteFact,), says=("mark", "text"))
def balanced(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a quotation mark that is never closed (case ``open``) or closes nothing (case ``closing``).

    Only marks whose neighbours leave no doubt about what they do are reported.
    """
    release = ctx.release
    for single in read(release, ctx.facts.language).single:
        if not single.glyph.sure:
            continue
        block = release.blocks[single.block].span
        start, end = single.glyph.span
        around = (
            Span(max(block.start, start - _SHOWN), end) if single.closing else Span(start, min(block.end, end + _SHOWN))
        )
        args = {"mark": Quoted(single.glyph.mark), "text": Quoted(around.of(release.text))}
        yield Hit(single.glyph.span, args, "closing" if single.closing else "open")
