"""Which line ends are meant and which only came from the width of a page.

A release that went through mail, PDF or an old content system has its sentences broken at a column. Facts need whole
sentences, contact blocks need their lines.
"""

import re
from collections.abc import Iterable

from presslint.load.contact_blocks import is_channel
from presslint.load.drafts import Draft, Line
from presslint.load.furniture import MONTH_NAMES, WEEKDAY_NAMES
from presslint.model.release import BlockKind

# widths of a page in characters: below, a line is short on purpose; above, nobody broke it
NARROW, WIDE = 40, 110

_BEFORE_DATA = frozenset("unter per via at under on".split())
_BULLETS = "-–—*•·‣▪◦●○■□►"
_NUMBER = re.compile(r"[+(]?\d[\d /()-]{4}")
_HYPHENS = "-\u00ad\u2010"
_ENDS = frozenset(".!?…:;")
_CLOSING = "'\"“”’»«›‹)]"
_OPEN_DAY = re.compile(r"(?:^|[^\d.,:])(?:[12]\d|3[01]|0?[1-9])\.$")
_DAY_MONTH = re.compile(r"\d{1,2}\.?\s{1,3}(?:de\s|of\s)?(\w{3,12})\.?$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_ITEM = re.compile(r"[-–—*•·‣▪◦●○■□►+]\s|\(?[0-9a-z]{1,2}[.)]\s")
_ADDRESS = re.compile(r"https?:|www\.|\S{1,64}@\S|mailto:|[a-z][\w-]{1,14}\s?:(?!\S)", re.IGNORECASE)
_LABELLED = re.compile(r"[\w./-]{2,20}:(?:\s|$)")

# at a line end these do not end a sentence; those that may ("etc.", "usw.") are left out
_ABBREVIATIONS = frozenset(
    (
        "dr prof dipl ing st nr str tel z u d b h i ca bzw vgl sog inkl exkl evtl ggf mind max mr mrs ms sen rep gov gen"
    ).split()
)
# words that no line ends with; those that a verb leaves behind („fiel auf“, "moved on") may end a headline
_OPEN_WORDS = frozenset(
    (
        "der die das den dem des eine einen einem einer eines und oder sowie bzw am im in vom zum zur von beim für"
        " gegen ohne bis seit dass als wie ist sind war waren wird werden wurde wurden hat haben hatte kann können soll"
        " sollen sich nicht auch seine seiner ihre ihrer ihren"
        " the a and or of for with from to that which who is are was were will has have had be been as"
        " its their his her this these those into about between"
        " le la les du des et ou au aux dans par pour sur avec que qui un une est"
        " el los las y o del al en por para con que un una es su"
        " il lo gli di e da nel della delle dei per che"
        " het een en van te voor met dat zijn"
        " i w z na do od oraz że się jest"
        " os uma do da dos das em com"
        " og af på til med det er ett och av för som att är"
    ).split()
)


def has_ended(line: str) -> bool:
    """Tell whether a line ends with an end mark, which closing quotation marks or brackets may follow."""
    last = line[-1:]
    if last in _ENDS:
        return True
    return last in _CLOSING and line[-4:].rstrip(_CLOSING)[-1:] in _ENDS


def usual_width(drafts: Iterable[Draft]) -> int:
    """Return the column at which the text was broken, or 0 where nothing tells.

    Lines that end without an end mark and are followed by another line were broken at a column if nearly all of them
    have no room for the next word.
    """
    candidates = []
    for draft in drafts:
        if draft.kind is BlockKind.PARAGRAPH and len(draft.lines) > 1:
            before = draft.lines[0]
            for line in draft.lines[1:]:
                length = len(before.text)
                if NARROW <= length <= WIDE >= len(line.text) and not line.hard and not has_ended(before.text):
                    candidates.append((length, len(line.text.split(None, 1)[0])))
                before = line
    if len(candidates) < 2:
        return 0
    lengths = sorted(length for length, _ in candidates)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    full = sum(length + 1 + word > width for length, word in candidates)
    return width if full * 10 >= len(candidates) * (6 if len(candidates) > 3 else 10) else 0


def glue(draft: Draft, width: int, *, flowing: bool) -> None:
    """Decide for each line of a block whether a blank or a line break stands before it.

    ``flowing`` says that the format itself takes a line end for a blank, as Markdown does: then a line break needs a
    reason, such as lines that are short on purpose.
    """
    lines = draft.lines
    if draft.kind is not BlockKind.CODE and not width:
        longest = max(len(line.text) for line in lines)
        width = longest if NARROW + 15 <= longest <= WIDE else 0
    before = lines[0]
    for line in lines[1:]:
        if not line.glue:
            line.glue = "\n" if draft.kind is BlockKind.CODE or not _joins(before, line, width, flowing) else " "
        before = line


def _joins(line: Line, following: Line, width: int, flowing: bool) -> bool:
    if following.hard:
        return False
    if goes_on(line.text, following.text):
        return True
    if is_channel(following.text) or _ITEM.match(following.text):
        return False
    ended = has_ended(line.text)
    if ended and following.indent >= line.indent + 2:
        return False
    length = len(line.text)
    if flowing and length >= NARROW + 10:
        return not is_channel(line.text)
    if length < NARROW or length > width + 8 or len(following.text) > max(width + 8, WIDE):
        return False
    return length + 1 + len(following.text.split(None, 1)[0]) > width


def goes_on(line: str, following: str) -> bool:
    """Tell by the words alone whether ``following`` continues the sentence of ``line``."""
    if has_ended(line):
        if not line.endswith("."):
            return False
        if _OPEN_DAY.search(line[-4:]):
            word = _FIRST_WORD.match(following)
            return word is not None and word.group().casefold() in MONTH_NAMES
        word = _LAST_WORD.search(line[-12:-1])
        return word is not None and word.group().casefold() in _ABBREVIATIONS
    first = following[0]
    if line[-1] in _HYPHENS and line[-2:-1].isalpha() and first.isalpha():
        return first.islower() or len(line) > NARROW
    if first.islower():
        return len(line) > 20 and not (
            _ITEM.match(following) or _ADDRESS.match(following) or is_channel(following) or _LABELLED.match(line)
        )
    if first.isdigit() and _YEAR.match(following):
        month = _DAY_MONTH.search(line[-24:])
        if month is not None and month.group(1).casefold() in MONTH_NAMES:
            return True
    if line[-1] == ",":
        word = _LAST_WORD.search(line[-20:-1])
        return word is not None and (len(line) > NARROW or word.group().casefold() in WEEKDAY_NAMES)
    if len(line) <= 20:
        return False
    word = _LAST_WORD.search(line[-20:])
    if word is None:
        return False
    if word.group() in _BEFORE_DATA:
        return bool(is_channel(following) or _NUMBER.match(following) or _ADDRESS.match(following))
    return word.group() in _OPEN_WORDS and not _ITEM.match(following)


def begins_anew(text: str) -> bool:
    """Tell whether a line begins something of its own: ``Telefon: …``, ``Hinweis: …``, an item with a bullet."""
    return bool(_LABELLED.match(text)) or (text[1:2].isspace() and text[0] in _BULLETS and not text[2:3].islower())
