"""Checks of characters that nobody sees: they break addresses and numbers when somebody copies them."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.checks.link_syntax import without_invisible
from presslint.model.facts import LinkFact
from presslint.model.finding import FieldRef, Hit, Proposal, Related
from presslint.model.release import BlockKind, Field, MarkKind, Release
from presslint.model.values import Args, Quoted
from presslint.text.cover import Cover
from presslint.text.lazy import regex
from presslint.text.oddities import (
    JOINERS,
    MARKS_OF_DIRECTION,
    OVERRIDES,
    SOFT_HYPHEN,
    SPACELESS,
    UNSEEN,
    WORD_JOINER,
    odd_characters,
)
from presslint.text.span import Span

_MOST_RELATED = 20
_MOST = 2000  # of a text: what stands around each is looked at
_REACH = 120  # characters to either side that an address may have
_LONGEST_NUMBER = 40
_WORD_BEFORE = regex(r"\S{0,120}\Z")
_WORD_AFTER = regex(r"\S{0,120}")
_ADDRESS = regex(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|(?:https?://|www\.)[^\s<>\"„“”)\]]{3,200}"
    r"|(?<![\w.@])(?:[\w-]{2,63}\.){1,3}(?:de|at|ch|com|org|net|eu|info|uk|fr|es|it|nl|pl|pt|dk|se)\b(?:/[\w/.-]{0,100})?"
    r"|(?<![\w@#])[@#][\w.]{2,40}\w"
)
_NUMBER = regex(r"[+(]{0,2}\d(?:[ ()/.-]?[ ()/.-]?\d){1,30}")
_RIGHT_TO_LEFT = regex("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# formats in which a soft hyphen is how authors say where a long word may break
_HYPHENATED = frozenset({"html"})


@check("invisible.characters", needs=(LinkFact,), says=("text", "code", "count"))
def characters(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report characters that nobody sees.

    Case ``address`` for each address, handle or number that holds one, with fix 0 where that is a blank without width,
    else fix 1; the others once per release, at the first with the rest as related places: ``override`` for signs that
    turn letters around, ``direction`` for other signs of direction, ``spaceless`` for blanks without width and byte
    order marks (fix 0), ``soft`` for soft hyphens (fix 1), ``joiner`` for joiners that join nothing.

    Joiners in the scripts and emoji that are written with them, signs of direction in a text with letters from right
    to left, and soft hyphens in HTML are as they should be. A link whose target holds one is another rule's.
    """
    release = ctx.release
    text = release.text
    found = [offset for offset, sign in odd_characters(text) if sign in UNSEEN]
    if found:
        yield from _in_text(ctx, found)
    for field in release.fields:
        if not field.value.isascii():
            yield from _in_field(release, field)


def _in_text(ctx: Context, found: list[int]) -> Iterator[Hit]:
    release, text = ctx.release, ctx.release.text
    skipped = _elsewhere(ctx)
    reported = 0
    others: dict[str, list[int]] = {}
    right_to_left = _RIGHT_TO_LEFT.search(text) is not None
    for offset in found[:_MOST]:
        if offset < reported or skipped.overlaps(Span(offset, offset + 1)):
            continue
        broken = _broken_around(text, offset)
        if broken is not None:
            reported = broken.end
            yield _in_address(text, broken)
        elif kind := _kind(text, offset, release.format, right_to_left=right_to_left):
            others.setdefault(kind, []).append(offset)
    for kind, offsets in others.items():
        yield _group(text, kind, offsets)


def _elsewhere(ctx: Context) -> Cover:
    """Return where invisible characters do not count: in code, and in addresses that the rules of links report."""
    release = ctx.release
    code = [block.span for block in release.blocks if block.kind is BlockKind.CODE]
    code += [mark.span for mark in release.marks if mark.kind is MarkKind.CODE]
    shown = [link for link in ctx.facts.of(LinkFact) if link.kind in ("bare", "autolink")]
    links = [link.span for link in shown if without_invisible(link.target) != link.target]
    return Cover([*code, *links])


def _broken_around(text: str, offset: int) -> Span | None:
    """Return the address, handle or number that the sign at ``offset`` stands inside of."""
    before = _WORD_BEFORE.search(text, max(offset - _REACH, 0), offset)
    after = _WORD_AFTER.match(text, offset)
    word = Span(before.start() if before else offset, after.end() if after else offset)
    digits = Span(max(offset - _LONGEST_NUMBER, 0), min(offset + _LONGEST_NUMBER, len(text)))
    return _around(_ADDRESS, text, word, offset) or _around(_NUMBER, text, digits, offset)


def _around(pattern: re.Pattern[str], text: str, within: Span, offset: int) -> Span | None:
    places = [place for place in range(*within) if text[place] not in UNSEEN]
    seen = "".join(text[place] for place in places)
    for match in pattern.finditer(seen):
        first, last = places[match.start()], places[match.end() - 1]
        if first < offset < last:
            return Span(first, last + 1)
    return None


def _in_address(text: str, broken: Span) -> Hit:
    unseen = [place for place in range(*broken) if text[place] in UNSEEN]
    seen = "".join(sign for sign in broken.of(text) if sign not in UNSEEN)
    signs = {text[place] for place in unseen}
    args: Args = {"text": Quoted(seen), "code": _code(text[unseen[0]]), "count": len(unseen)}
    edits = tuple((Span(place, place + 1), "") for place in unseen)
    if signs & (MARKS_OF_DIRECTION | OVERRIDES):
        return Hit(broken, args, "address")
    is_link = "/" in seen or seen.startswith("www.")
    return Hit(broken, args, "address", proposals=(Proposal(edits, 0 if signs <= SPACELESS and not is_link else 1),))


def _kind(text: str, offset: int, format_: str, *, right_to_left: bool) -> str:
    """Return the case that a sign outside of addresses is, or empty where it is as it should be."""
    sign = text[offset]
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if sign == SOFT_HYPHEN:
        at_end = not after or after.isspace()  # a word that is split there is another rule's matter
        return "" if format_ in _HYPHENATED or at_end else "soft"
    if sign in OVERRIDES:
        return "" if right_to_left else "override"
    if sign in MARKS_OF_DIRECTION:
        return "" if right_to_left else "direction"
    if sign == WORD_JOINER:
        return ""  # typed on purpose, to keep two words on one line
    if sign in JOINERS:
        between_letters = before.isalpha() and after.isalpha()  # it may part a ligature there
        return "" if between_letters or _is_foreign(before) or _is_foreign(after) else "joiner"
    return "" if offset == 0 or _is_foreign(before) or _is_foreign(after) else "spaceless"


def _is_foreign(sign: str) -> bool:
    """Tell whether a sign is of a script that needs joiners or blanks without width, or an emoji."""
    return bool(sign) and sign > "\u058f" and not "\u1d00" <= sign <= "\u20ff" and sign not in UNSEEN


def _group(text: str, kind: str, offsets: list[int]) -> Hit:
    first, *more = offsets
    args: Args = {"text": Quoted(_word(text, first)), "code": _code(text[first]), "count": len(offsets)}
    related = tuple(Related(Span(place, place + 1), "more") for place in more[:_MOST_RELATED])
    edits = tuple((Span(place, place + 1), "") for place in offsets)
    fix = {"spaceless": 0, "soft": 1}.get(kind)
    proposals = () if fix is None else (Proposal(edits, fix),)
    return Hit(Span(first, first + 1), args, kind, related, proposals)


def _word(text: str, offset: int) -> str:
    """Return the word around a place, as a reader sees it."""
    before = _WORD_BEFORE.search(text, max(offset - _REACH, 0), offset)
    after = _WORD_AFTER.match(text, offset)
    word = (before[0] if before else "") + (after[0] if after else "")
    return "".join(sign for sign in word if sign not in UNSEEN)


def _in_field(release: Release, field: Field) -> Iterator[Hit]:
    value = field.value
    right_to_left = _RIGHT_TO_LEFT.search(value) is not None
    for offset, sign in odd_characters(value):
        if sign not in UNSEEN:
            continue
        broken = _broken_around(value, offset)
        kind = "address" if broken else _kind(value, offset, release.format, right_to_left=right_to_left)
        if kind:
            seen = _word(value, offset) if broken is None else broken.of(value)
            yield Hit(FieldRef(field.key), {"text": Quoted(seen), "code": _code(sign), "count": 1}, kind)
            return


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"
