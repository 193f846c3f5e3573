"""Heads, feet and side columns of pages that got into the middle of a sentence."""

from collections import Counter
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.load.continuation import has_ended, is_item
from presslint.load.furniture import is_pagemark
from presslint.model.finding import Hit, Proposal
from presslint.model.release import Block, BlockKind, Release, Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_LONGEST = 300  # characters of a head, a foot or an address
_HALF = 40  # characters of a half sentence
_STRANGE = frozenset({Zone.CONTACT, Zone.LABEL, Zone.SOCIAL, Zone.ENDMARK, Zone.DATELINE})
_APART = _STRANGE | {Zone.PAGEMARK}
_TEXT = frozenset({Zone.LEAD, Zone.BODY, Zone.UNKNOWN, Zone.QUOTE, Zone.HEADLINE, Zone.SUBHEAD})
# formats in which page markers in the text have their own rule
_LINED = frozenset({"text", "markdown", "docx", "odt", "eml"})  # whose lines may have been copied from a page
_REFLOWABLE = frozenset({"text", "markdown", "html", "docx", "odt", "eml"})
_SMALL = regex(r"[a-zà-öø-ÿß][^\W\d_]{0,30}[ ,;]")
_LINE = regex(r"[^\r\n]+")
_OPEN = regex(r"[^\W\d_]$|[\w,]$")


@check("furniture.in_sentence", says=("text",))
def in_sentence(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report what stands between the halves of a sentence and is no part of it: a contact, a label, a repeated line.

    The sentence goes on in small letters; nouns and names as second halves are missed on purpose.
    """
    release = ctx.release
    blocks = release.blocks
    for index in [place for place, block in enumerate(blocks) if block.zone in _APART]:
        if not 0 < index < len(blocks) - 1:
            continue
        before, block, following = blocks[index - 1 : index + 2]
        if _is_strange(release, block) and _is_half(release, before) and _goes_on(release, following):
            at, after = _source(release, block), _source(release, following)
            gap = SourceSpan(_source(release, before).end, after.start)
            behind = SourceSpan(after.end, after.end), "\n\n" + at.of(release.source.text)
            yield _hit(at, block.span.of(release.text), (gap, " "), behind)
    if release.format in _LINED and len(blocks) > 1:
        yield from _repeated(release)


def _source(release: Release, block: Block) -> SourceSpan:
    return release.prose.to_source(block.span)


def _hit(at: SourceSpan, text: str, *edits: tuple[SourceSpan, str]) -> Hit:
    """Return the finding, and the change that joins the halves: a block moves behind them, a line goes."""
    return Hit(at, {"text": Quoted(" ".join(text.split()))}, proposals=(Proposal(edits),))


def _repeated(release: Release) -> Iterator[Hit]:
    """Report the lines of the source that come again, alone between two lines of one sentence."""
    text = release.source.text
    written = list(filter(None, map(str.strip, (text.replace("\r", "\n") if "\r" in text else text).split("\n"))))
    if len(set(written)) == len(written) or not any(map(_is_furniture, _repeating(written))):
        return
    lines = [line for line in _LINE.finditer(text) if line[0].strip()]
    counts = Counter(line[0].strip() for line in lines)
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        shown = line[0].strip()
        if counts[shown] < 2 or not _is_furniture(shown) or is_pagemark(shown):
            continue
        apart = "\n" in text[before.end() + 1 : line.start()] or "\n" in text[line.end() + 1 : after.start()]
        half = before[0].strip()
        if apart and len(half) >= _HALF and _is_open(half) and _SMALL.match(after[0].lstrip()):
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            gap = SourceSpan(before.start() + len(before[0].rstrip()), after.end() - len(after[0].lstrip()))
            yield _hit(SourceSpan(start, start + len(shown)), shown, (gap, " "))


def _repeating(lines: list[str]) -> set[str]:
    once: set[str] = set()
    again: set[str] = set()
    for line in lines:
        (again if line in once else once).add(line)
    return again


def _is_furniture(line: str) -> bool:
    return 8 <= len(line) <= _HALF * 2 and line[0].isupper()


def _is_strange(release: Release, block: Block) -> bool:
    if block.span.length > _LONGEST or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return False
    return block.zone in _STRANGE or (block.zone is Zone.PAGEMARK and release.format not in _REFLOWABLE)


def _is_half(release: Release, block: Block) -> bool:
    """Tell whether a block of running text ends without an end mark."""
    if block.kind is not BlockKind.PARAGRAPH or block.zone not in _TEXT:
        return False
    text = block.span.of(release.text)
    last = text[text.rfind("\n") + 1 :]
    return len(last) >= _HALF and _is_open(last)


def _is_open(line: str) -> bool:
    return not has_ended(line) and bool(_OPEN.search(line[-2:])) and not is_item(line)


def _goes_on(release: Release, block: Block) -> bool:
    text = release.text
    whole = block.kind is BlockKind.PARAGRAPH and block.zone in _TEXT and block.span.length >= _HALF // 2
    return whole and _SMALL.match(text, block.span.start) is not None
