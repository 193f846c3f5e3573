"""Checks of headings: screen readers and content systems take a text apart by them."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.load.furniture import is_issuer, is_label
from presslint.model.finding import Hit, Proposal, Related
from presslint.model.release import Block, BlockKind, Mark, MarkKind, Release, Zone
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_MOST_WORDS = 15
_MOST_RELATED = 20
_PROSE = 60  # characters that a paragraph below a heading has at least
_ENDS = frozenset('.!?:;,…)"“”»«')
_HEADED = frozenset((Zone.HEADLINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY, Zone.UNKNOWN))
_TEXT = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE))
_EMPTY_TAG = regex(
    r"<h([1-6])\b[^<>]{0,400}>(?:\s|&nbsp;|&#160;|\u00a0|</?(?:br|span|strong|b|em|i)\b[^<>]{0,200}>){0,20}</h\1>",
    re.IGNORECASE,
)
_ENDS_WITH_SIGN = regex(r"#[ \t]{0,20}\r?$", re.MULTILINE)  # so does every match of the next, which takes longer
_EMPTY_LINE = regex(r"^ {0,3}#{1,2}[ \t]{0,20}\r?$", re.MULTILINE)


@check("headings.structure", says=("text", "level", "before", "count"))
def structure(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report headings that mislead whoever moves from one to the next.

    Case ``jump`` at a heading more than one level below the one before (the level of the first tells nothing: content
    systems set the headline), ``empty`` at a heading without text, ``fake`` once for paragraphs all in bold that stand
    where headings do, with the others as related; fix 0 makes them headings in Markdown.
    """
    release = ctx.release
    before = 0
    for block in release.blocks:
        if block.kind is BlockKind.HEADING:
            if before and block.level > before + 1:
                text = block.span.of(release.text)
                yield Hit(block.span, _args(text, level=block.level, before=before), "jump")
            before = block.level
    yield from _empty(release)
    if release.marks:
        yield from _fake(release)


def _args(text: str, *, level: int = 0, before: int = 0, count: int = 0) -> Args:
    return {"text": Quoted(text), "level": level, "before": before, "count": count}


def _empty(release: Release) -> Iterator[Hit]:
    """Report empty headings between the first and the last word; three number signs alone are the end of a release."""
    source = release.source.text
    if not release.blocks or release.source.derived:
        return
    first = release.prose.to_source(release.blocks[0].span).start
    last = release.prose.to_source(release.blocks[-1].span).end
    patterns = []
    if release.format in ("html", "markdown") and ("</h" in source or "</H" in source):
        patterns.append(_EMPTY_TAG)
    if release.format == "markdown" and "#" in source and _ENDS_WITH_SIGN.search(source) is not None:
        patterns.append(_EMPTY_LINE)
    for pattern in patterns:
        for found in pattern.finditer(source, first, last):
            shown = release.prose.to_view(SourceSpan(*found.span()))
            if shown is None or not shown.of(release.text).strip():
                yield Hit(SourceSpan(found.start(), found.end()), _args(found[0].strip()), "empty")


def _fake(release: Release) -> Iterator[Hit]:
    found = list(_bold_lines(release))
    if not found:
        return
    text = release.text
    (block, _), *more = found
    related = tuple(Related(other.span, "more") for other, _ in more[:_MOST_RELATED])
    edits = [_edit(release, other, bold) for other, bold in found] if release.format == "markdown" else [None]
    proposals = (Proposal(tuple(edit for edit in edits if edit is not None)),) if None not in edits else ()
    yield Hit(block.span, _args(block.span.of(text), count=len(found)), "fake", related, proposals)


def _bold_lines(release: Release) -> Iterator[tuple[Block, Mark]]:
    """Yield paragraphs that are bold from end to end and stand above a text as headings do."""
    bold = {mark.span: mark for mark in release.marks if mark.kind is MarkKind.STRONG}
    if not bold:
        return
    for index, block in enumerate(release.blocks[:-1]):
        mark = bold.get(block.span)
        if mark is None or block.kind is not BlockKind.PARAGRAPH or block.zone not in _HEADED:
            continue
        below = release.blocks[index + 1]
        is_prose = below.kind in _TEXT and below.span.end - below.span.start >= _PROSE and below.span not in bold
        text = block.span.of(release.text)
        if is_prose and _is_like_heading(text):
            yield block, mark


def _is_like_heading(text: str) -> bool:
    return (
        text[-1] not in _ENDS
        and "\n" not in text
        and "@" not in text
        and len(text.split()) <= _MOST_WORDS
        and sum(map(str.isalpha, text)) > 3
        and not is_issuer(text)
        and not is_label(text)
    )


def _edit(release: Release, block: Block, mark: Mark) -> tuple[SourceSpan, str] | None:
    """Return the edit that makes a bold paragraph a heading, one level below the headline."""
    headline = next((other for other in release.blocks if other.kind is BlockKind.HEADING), None)
    level = 1 if headline is None or headline.span.start > block.span.start else min(headline.level + 1, 6)
    written = release.prose.to_source(block.span).of(release.source.text)
    return (mark.at, f"{'#' * level} {written}") if "\n" not in written else None
