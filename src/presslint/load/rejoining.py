"""Blocks made whole: sentences broken over an empty line are joined, furniture and paragraphs of their own parted."""

import re
from collections.abc import Iterator
from itertools import pairwise

from presslint.load.contact_blocks import is_contact
from presslint.load.continuation import begins_anew, goes_on, has_ended
from presslint.load.drafts import APART, Draft, Line
from presslint.load.furniture import (
    MONTH_NAMES,
    is_dateline,
    is_issuer,
    is_label,
    zone_of,
)
from presslint.load.wrapping import glue, usual_width
from presslint.model.release import BlockKind, Zone
from presslint.text.lazy import regex

_DAY_FIRST = regex(r"(?:0?[1-9]|[12]\d|3[01])\.\s{1,3}([^\W\d_]{3,12})\b")
_ADDRESS_LAST = regex(r"(?:https?://|www\.|@)\S+$", re.IGNORECASE)


def settle(drafts: list[Draft], *, flowing: bool) -> list[Draft]:
    """Return the blocks with every line end judged and every broken sentence in one block.

    ``flowing`` says that the format takes a line end for a blank, as Markdown does.
    """
    for draft in drafts:
        if draft.kind is BlockKind.ITEM and _is_dated(draft.lines[0].text):
            _make_paragraph(draft)
    drafts = _without_furniture(drafts)
    several = [draft for draft in drafts if len(draft.lines) > 1]
    width = usual_width(several)
    for draft in several:
        glue(draft, width, flowing=flowing)
    drafts = _rejoined(drafts)
    return _parted(drafts) if several and not flowing else drafts


def _is_dated(text: str) -> bool:
    match = _DAY_FIRST.match(text)
    return match is not None and match.group(1).casefold() in MONTH_NAMES


def _make_paragraph(draft: Draft) -> None:
    """Take back what CommonMark made of a date at the beginning of a line: an item with that number."""
    draft.kind, draft.level = BlockKind.PARAGRAPH, 0
    if draft.zone is Zone.LIST:
        draft.zone = Zone.UNKNOWN


def _without_furniture(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with page markers and end marks, which are in no sentence, as blocks of their own."""
    parted: list[Draft] = []
    for draft in drafts:
        if draft.zone is not Zone.UNKNOWN or draft.kind not in _PARTED:
            parted.append(draft)
            continue
        zones = [zone_of(line.text) for line in draft.lines]
        if len(zones) == 1 or not any(zones):
            draft.zone = zones[0] or draft.zone
            parted.append(draft)
        else:
            parted += _parts(draft, zones)
    return parted


_PARTED = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING))


def _parts(draft: Draft, zones: list[Zone | None]) -> Iterator[Draft]:
    lines: list[Line] = []
    gap = draft.gap
    for line, zone in zip(draft.lines, zones, strict=True):
        if zone is None:
            lines.append(line)
            continue
        if lines:
            yield draft.part(lines, gap)
            lines, gap = [], 0
        part = draft.part([line], gap)
        part.zone, gap = zone, 0
        yield part
    if lines:
        yield draft.part(lines, gap)


def _rejoined(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with those joined that an empty line broke in the middle of a sentence.

    Where that happened at least twice beyond doubt, the text went through a machine that put empty lines between
    lines: then any line of the body without an end mark goes on in the next block.
    """
    pairs = list(pairwise(drafts))
    certain = [_belongs(*pair) for pair in pairs]
    broken = sum(certain) >= 2
    body = _body(drafts) if broken else 0
    joined = drafts[:1]
    for number, (before, draft) in enumerate(pairs):
        if certain[number] or (broken and number >= body and _runs_on(before, draft)):
            draft.lines[0].glue = " "
            joined[-1].extend(draft.lines)
        else:
            joined.append(draft)
    return joined


def _alike(before: Draft, draft: Draft) -> bool:
    return (
        before.kind is BlockKind.PARAGRAPH
        and draft.kind is BlockKind.PARAGRAPH
        and before.zone is Zone.UNKNOWN
        and draft.zone is Zone.UNKNOWN
        and draft.gap < APART
    )


def _belongs(before: Draft, draft: Draft) -> bool:
    """Tell whether a block continues, beyond doubt, the block before it."""
    if not _alike(before, draft):
        return False
    line, following = before.lines[-1].text, draft.lines[0].text
    if len(line) <= 20 and following[0].islower() and line[-1].isalnum():
        return False
    return goes_on(line, following) and (line[-1] != "-" or following[0].islower())


def _runs_on(before: Draft, draft: Draft) -> bool:
    line, following = before.lines[-1].text, draft.lines[0].text
    return (
        _alike(before, draft)
        and len(line) >= 20
        and not has_ended(line)
        and line[-1] != ")"
        and not begins_anew(following)
        and not _ADDRESS_LAST.search(line[-60:])
    )


def _body(drafts: list[Draft]) -> int:
    """Return the index of the first block that can be running text: behind date, issuer and headline."""
    named = False
    for index, draft in enumerate(drafts):
        text = draft.text
        if named and len(text) <= 250:
            return index + 1
        if len(text) > 120 or has_ended(text):
            return index
        named = is_issuer(text)
        if draft.kind is BlockKind.HEADING or not (named or is_dateline(text) or is_label(text)):
            return index + 1
    return len(drafts)


def _parted(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with paragraphs that only a line end parts as blocks of their own.

    Before the first paragraph of prose every line stands for itself: label, date, headline; but not in a contact
    block.
    """
    result: list[Draft] = []
    top = True
    for draft in drafts:
        if len(draft.lines) == 1:
            top = top and not _is_paragraph(draft.lines)
            result.append(draft)
            continue
        pieces = _pieces(draft) if draft.kind is BlockKind.PARAGRAPH else [draft.lines]
        prose = [_is_paragraph(piece) for piece in pieces]
        alone = top and len(result) < 6 and len(pieces) <= 12 and not is_contact(draft)
        group = pieces[0]
        gap = draft.gap
        for number, piece in enumerate(pieces[1:]):
            top = top and not prose[number]
            if prose[number] or prose[number + 1] or (alone and top):
                result.append(draft.part(group, gap))
                group, gap = piece, 0
            else:
                group.extend(piece)
        top = top and not prose[-1]
        result.append(draft.part(group, gap))
    return result


def _pieces(draft: Draft) -> list[list[Line]]:
    """Return the lines of a block, those that belong to one sentence together."""
    pieces: list[list[Line]] = []
    for line in draft.lines:
        if line.glue == " ":
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return pieces


def _is_paragraph(lines: list[Line]) -> bool:
    length = sum(len(line.text) + 1 for line in lines)
    return length > 120 or (length > 60 and has_ended(lines[-1].text))
