"""Which line ends are meant and which only came from the width of a page.

A release that went through mail, PDF or an old content system has its sentences broken: at a column, over an empty
line, or with an empty line after every line. Facts need whole sentences, contact blocks need their lines.
"""

import re
from collections.abc import Sequence

from presslint.load.drafts import Draft, Line
from presslint.load.furniture import is_endmark, is_pagemark
from presslint.model.release import BlockKind, Zone
from presslint.text.calendar_names import MONTHS, WEEKDAYS

# page widths in characters: below, a line is short on purpose; above, nobody broke it
NARROW, WIDE = 40, 110

_MONTH_NAMES = frozenset(name.casefold() for months in MONTHS.values() for names in months for name in names)
_WEEKDAY_NAMES = frozenset(name.casefold() for days in WEEKDAYS.values() for names in days for name in names)

_END = re.compile(r"[.!?…:;]['\"“”’»«›‹)\]]{0,3}$")
_OPEN_DAY = re.compile(r"(?:^|[^\d.,:])(?:[12]\d|3[01]|0?[1-9])\.$")
_DAY_MONTH = re.compile(r"\d{1,2}\.?\s{1,3}(?:de\s|of\s)?(\w{3,12})\.?$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_DAY_FIRST = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.\s{1,3}([^\W\d_]{3,12})\b")
_WORD = re.compile(r"\S+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_ADDRESS = re.compile(
    r"https?:|www\.|\S{1,64}@\S|[a-z][\w-]{1,14}\s?:(?!\S)|[a-z0-9]{1,3}[.)]\s|mailto:|tel\b", re.IGNORECASE
)
_ITEM = re.compile(r"[-–—*•·‣▪◦●○■□►+]\s|\(?[0-9a-z]{1,2}[.)]\s")
_LABELLED = re.compile(r"[\w./ -]{2,30}:(?:\s|$)")

# an abbreviation at a line end does not end the sentence; those that may end one are left out
_ABBREVIATIONS = frozenset(
    "dr prof dipl ing st nr str tel z u d b h i ca bzw vgl sog inkl exkl evtl ggf mind max mr mrs ms sen rep gov gen".split()
)
# words that no sentence ends with
_OPEN_WORDS = frozenset(
    (
        "der die das den dem des ein eine einen einem einer eines und oder sowie bzw am im in vom zum zur von zu mit bei"
        " für auf an aus nach über unter vor durch gegen ohne um seit bis dass als wie ist sind war waren wird werden"
        " wurde wurden hat haben hatte kann können soll sollen sich nicht auch seine seiner ihre ihrer ihren"
        " the a an and or of in on at by for with from to that which who is are was were will has have had be been as"
        " its their his her this these those into about between"
        " le la les du des et ou au aux dans par pour sur avec que qui un une est"
        " el los las y o del al en por para con que un una es su"
        " il lo gli di e da nel della delle dei per che"
        " het een en van te op voor met dat zijn"
        " i w z na do od oraz że się jest"
        " os um uma do da dos das em com"
        " og af på til med den det er ett och av för som att är"
    ).split()
)


def settle(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with every line end judged, blocks broken over an empty line joined again."""
    for draft in drafts:
        if draft.kind is BlockKind.ITEM and _is_dated(draft.lines[0].text):
            draft.kind, draft.level = BlockKind.PARAGRAPH, 0
            draft.zone = Zone.UNKNOWN if draft.zone is Zone.LIST else draft.zone
    drafts = _without_furniture(drafts)
    width = usual_width(drafts)
    spaced = _double_spaced(drafts, width)
    settled: list[Draft] = []
    for draft in drafts:
        _glue(draft, width)
        last = settled[-1] if settled else None
        if last is not None and _belongs(last, draft, width if spaced and len(settled) > 3 else 0):
            draft.lines[0].glue = " "
            last.lines += draft.lines
        else:
            settled.append(draft)
    return settled


def _is_dated(text: str) -> bool:
    match = _DAY_FIRST.match(text)
    return match is not None and match.group(1).casefold() in _MONTH_NAMES


def _without_furniture(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with lines that are no part of any sentence as blocks of their own."""
    if not any(len(draft.lines) > 1 for draft in drafts):
        return drafts
    parted: list[Draft] = []
    for draft in drafts:
        if len(draft.lines) == 1 or draft.kind is not BlockKind.PARAGRAPH:
            parted.append(draft)
            continue
        lines: list[Line] = []
        gap = draft.gap
        for line in draft.lines:
            if len(line.text) <= 40 and (is_pagemark(line.text) or is_endmark(line.text)):
                if lines:
                    parted.append(Draft(draft.kind, lines, zone=draft.zone, gap=gap))
                parted.append(Draft(draft.kind, [line], zone=draft.zone, gap=0 if lines else gap))
                lines, gap = [], 0
            else:
                lines.append(line)
        if lines:
            rest = Draft(draft.kind, lines, zone=draft.zone, gap=gap)
            rest.strong = draft.strong
            parted.append(rest)
    return parted


def parted(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with every paragraph of prose as a block of its own, where only a line end parts them."""
    result: list[Draft] = []
    for draft in drafts:
        if len(draft.lines) == 1 or draft.kind is not BlockKind.PARAGRAPH:
            result.append(draft)
            continue
        pieces: list[list[Line]] = []
        for line in draft.lines:
            if line.glue == " ":
                pieces[-1].append(line)
            else:
                pieces.append([line])
        group = Draft(draft.kind, pieces[0], zone=draft.zone, gap=draft.gap)
        for before, piece in zip(pieces, pieces[1:], strict=False):
            if _is_paragraph(before) or _is_paragraph(piece):
                result.append(group)
                piece[0].glue = ""
                group = Draft(draft.kind, piece, zone=draft.zone, gap=0)
            else:
                group.lines = group.lines + piece
        result.append(group)
    return result


def _is_paragraph(lines: list[Line]) -> bool:
    length = sum(len(line.text) + 1 for line in lines)
    return length > 100 or (length > 60 and bool(_END.search(lines[-1].text[-4:])))


def usual_width(drafts: Sequence[Draft]) -> int:
    """Return the column at which the text was broken, or 0 where nothing tells."""
    candidates = []
    for line, following in _neighbours(drafts):
        length = len(line.text)
        if NARROW <= length <= WIDE:
            candidates.append((length, len(_first(following.text))))
    if len(candidates) < 2:
        return 0
    lengths = sorted(length for length, _ in candidates)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    full = sum(length + 1 + word > width for length, word in candidates)
    return width if full * 10 >= len(candidates) * 6 else 0


def _neighbours(drafts: Sequence[Draft]) -> list[tuple[Line, Line]]:
    """Return pairs of lines that may be two halves of one."""
    pairs = []
    before: Line | None = None
    for draft in drafts:
        if draft.kind is not BlockKind.PARAGRAPH:
            before = None
            continue
        for line in draft.lines:
            if before is not None and not line.hard and not _END.search(before.text[-4:]):
                pairs.append((before, line))
            before = line
    return pairs


def _double_spaced(drafts: Sequence[Draft], width: int) -> bool:
    """Tell whether an empty line stands after (nearly) every line."""
    if not width:
        return False
    paragraphs = [draft for draft in drafts if draft.kind is BlockKind.PARAGRAPH]
    broken = sum(
        len(draft.lines) == 1 and NARROW <= len(draft.lines[0].text) and not _END.search(draft.lines[0].text[-4:])
        for draft in paragraphs
    )
    return broken >= 3 and broken * 3 >= len(paragraphs)


def _glue(draft: Draft, width: int) -> None:
    before: Line | None = None
    for line in draft.lines:
        if before is not None and not line.glue:
            joined = not line.hard and draft.kind is not BlockKind.CODE and joins(before.text, line.text, width)
            line.glue = " " if joined else "\n"
        before = line


def joins(line: str, following: str, width: int) -> bool:
    """Tell whether a line end stands only where the page was full, or the sentence clearly goes on behind it."""
    return _is_full(line, following, width) or goes_on(line, following)


def _is_full(line: str, following: str, width: int) -> bool:
    length = len(line)
    return bool(width) and length <= width + 8 and length + 1 + len(_first(following)) > width


def _first(text: str) -> str:
    word = _WORD.match(text)
    return word.group() if word else ""


def goes_on(line: str, following: str) -> bool:
    """Tell by the words alone whether ``following`` continues the sentence of ``line``."""
    if _OPEN_DAY.search(line[-4:]):
        word = _FIRST_WORD.match(following)
        return word is not None and word.group().casefold() in _MONTH_NAMES
    if _END.search(line[-4:]):
        word = _LAST_WORD.search(line[-12:-1])
        return line.endswith(".") and word is not None and word.group().casefold() in _ABBREVIATIONS
    if _ITEM.match(following):
        return False
    if _YEAR.match(following):
        month = _DAY_MONTH.search(line[-24:])
        return month is not None and month.group(1).casefold() in _MONTH_NAMES
    if following[:1].islower():
        return len(line) > 20 and not _ADDRESS.match(following) and not _LABELLED.match(line)
    word = _LAST_WORD.search(line[-20:])
    if word is not None and word.group() in _OPEN_WORDS:
        return len(line) > 20
    if line.endswith(","):
        return (
            len(line) > NARROW
            or (word := _LAST_WORD.search(line[-20:-1])) is not None
            and (word.group().casefold() in _WEEKDAY_NAMES)
        )
    return False


def _belongs(last: Draft, draft: Draft, width: int) -> bool:
    """Tell whether a block continues the block before it, over an empty line."""
    if last.kind is not BlockKind.PARAGRAPH or draft.kind is not BlockKind.PARAGRAPH or last.zone is not draft.zone:
        return False
    line, following = last.lines[-1].text, draft.lines[0].text
    if draft.gap > 1 or last.zone is not Zone.UNKNOWN:
        return False
    if line.endswith("-") and line[-2:-1].isalpha() and following[:1].islower():
        return True
    if goes_on(line, following) and (following[:1].islower() or not _LABELLED.match(line)):
        return True
    return bool(width) and not _END.search(line[-4:]) and _is_full(line, following, width)
