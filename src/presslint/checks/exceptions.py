"""Where a match does not count: zones, quotations, link texts, code, addresses, and what a rule allows."""

from collections.abc import Callable

from presslint.checks import Context
from presslint.model.facts import EmailFact, LinkFact, QuoteFact
from presslint.model.release import Block, BlockKind, MarkKind, Release, Zone
from presslint.text.cover import Cover
from presslint.text.needles import all_spans, needles
from presslint.text.span import Span


def _quotations(ctx: Context) -> list[Span]:
    return [quote.span for quote in ctx.facts.of(QuoteFact) if quote.close is not None]


def _link_texts(ctx: Context) -> list[Span]:
    return [mark.span for mark in ctx.release.marks if mark.kind in (MarkKind.LINK, MarkKind.AUTOLINK)]


def _code(ctx: Context) -> list[Span]:
    blocks = [block.span for block in ctx.release.blocks if block.kind is BlockKind.CODE]
    return blocks + [mark.span for mark in ctx.release.marks if mark.kind is MarkKind.CODE]


def _addresses(ctx: Context) -> list[Span]:
    bare = [link.span for link in ctx.facts.of(LinkFact) if link.kind in ("bare", "autolink")]
    return bare + [mail.span for mail in ctx.facts.of(EmailFact)]


CONTEXTS: dict[str, Callable[[Context], list[Span]]] = {
    "quotation": _quotations,
    "link_text": _link_texts,
    "code": _code,
    "address": _addresses,
}
ZONES = frozenset(zone.value for zone in Zone)


class Filter:
    """Decides whether a match counts: its zone, what it stands in, and what the rule allows around it."""

    __slots__ = ("_allow", "_allowed", "_ctx", "_except_in", "_excused", "_not_zones", "_zones")

    def __init__(
        self,
        ctx: Context,
        *,
        zones: tuple[str, ...] = (),
        not_zones: tuple[str, ...] = (),
        except_in: tuple[str, ...] = (),
        allow: tuple[str, ...] = (),
    ) -> None:
        self._ctx = ctx
        self._zones = zones
        self._not_zones = not_zones
        self._except_in = except_in
        self._allow = allow
        self._excused: Cover | None = None
        self._allowed: Cover | None = None

    def counts(self, span: Span) -> bool:
        """Tell whether a match at ``span`` is to be reported. A match across two blocks never is."""
        block = block_at(self._ctx.release, span)
        if (
            block is None
            or block.zone.value in self._not_zones
            or (self._zones and block.zone.value not in self._zones)
        ):
            return False
        if self._excused is None:
            self._excused = Cover(inside for name in self._except_in for inside in CONTEXTS[name](self._ctx))
        if self._excused.contains(span):
            return False
        if self._allowed is None:
            self._allowed = Cover(all_spans(needles((), self._allow, ignore_case=False), self._ctx.release.text))
        return not self._allowed.overlaps(span)


def block_at(release: Release, span: Span) -> Block | None:
    """Return the block that holds all of ``span``, or None."""
    low, high = 0, len(release.blocks)
    while low < high:
        middle = (low + high) // 2
        if release.blocks[middle].span.start <= span.start:
            low = middle + 1
        else:
            high = middle
    return release.blocks[low - 1] if low and release.blocks[low - 1].span.contains(span) else None
