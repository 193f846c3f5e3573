"""Which blocks are made of contact data, and which only mention some."""

import re

from presslint.load import zone_words as words
from presslint.load.drafts import Draft
from presslint.load.furniture import alternatives, listed
from presslint.model.release import BlockKind, Zone

_DECORATION = " \t*_:+-–—|#>.!\u00a0"
_NAMES = listed(words.CONTACTS)
_CUE = re.compile(rf"(?:{alternatives(words.CONTACT_CUES.split('|'))})\b", re.IGNORECASE)
_CHANNEL = re.compile(rf"(?:{alternatives(words.CONTACT_DATA.split('|'))})\s?[:.]", re.IGNORECASE)
_CHANNEL_WITHIN = re.compile(
    rf"\b(?:{alternatives(word for word in words.CONTACT_DATA.split('|') if len(word) > 2)})\b[\s:./]{{0,4}}[+(]?\d",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\w@[\w-]{1,63}\.\w|\(at\)|\[at\]")
_PHONE = re.compile(r"(?<![\d.,/-])[+(]?\d[\d ()/–\u00a0-]{5,24}\d(?![\d.,]*\d)")
_WEB = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_STOP = re.compile(r"[.!?…][\"“”’»«)\]]{0,2}$")


def is_heading(text: str) -> bool:
    """Tell whether a line is the heading of a contact block: „Pressekontakt“, „Für Rückfragen stehen bereit:“."""
    if len(text) > 90:
        return False
    if text.strip(_DECORATION).casefold() in _NAMES:
        return True
    return text.endswith(":") and bool(_CUE.match(text))


def is_contact(draft: Draft) -> bool:
    """Tell whether a block is made of contact data, and not a sentence that mentions some."""
    lines = draft.text.split("\n")
    head, colon, rest = lines[0].partition(":")
    if len(head) <= 60 and head.strip(_DECORATION).casefold() in _NAMES and (colon or len(lines) > 1):
        behind = len(rest) + sum(map(len, lines[1:]))
        return 1 < behind <= 90 or (behind <= 600 and any(map(_has_data, lines)))
    if any(len(line) > 110 or (len(line) > 50 and _STOP.search(line[-4:])) for line in lines):
        return len(lines) == 1 and _is_card(lines[0])
    data = sum(map(_has_data, lines))
    if len(lines) > 1:
        return data > 0
    return data > 0 and (bool(_CHANNEL.match(lines[0])) or _is_card(lines[0]))


def _has_data(line: str) -> bool:
    if "@" in line or "[at]" in line or "(at)" in line:
        return bool(_MAIL.search(line))
    return bool(_PHONE.search(line)) and bool(_CHANNEL.match(line) or _CHANNEL_WITHIN.search(line))


def _is_card(line: str) -> bool:
    """Tell whether one line is a whole visiting card: a name, then phone and mail, and no sentence."""
    if len(line) > 170 or _STOP.search(line[-4:]):
        return False
    mail, phone = bool(_MAIL.search(line)), bool(_PHONE.search(line))
    return (mail and phone) or (len(line) <= 80 and (mail or phone) and ("," in line or "|" in line))


def spread(drafts: list[Draft]) -> None:
    """Take names, roles and addresses that stand right before contact data into the contact block."""
    for index, draft in enumerate(drafts):
        if draft.zone is not Zone.CONTACT:
            continue
        for near in range(index - 1, max(index - 4, -1), -1):
            other = drafts[near]
            if other.zone is not Zone.UNKNOWN or other.kind is not BlockKind.PARAGRAPH or not _is_name(other):
                break
            other.zone = Zone.CONTACT


def _is_name(draft: Draft) -> bool:
    return all(len(line.text) <= 60 and line.text[:1].isupper() and line.text[-1] not in ".:!?" for line in draft.lines)
