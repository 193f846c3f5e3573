"""Which blocks are made of contact data, and which only mention some."""

import re
from functools import lru_cache

from presslint.load import zone_words as words
from presslint.load.drafts import Draft
from presslint.load.furniture import DECORATION
from presslint.load.phrases import Phrases, listed
from presslint.model.release import BlockKind, Zone
from presslint.text.lazy import regex

_NAMES = listed(words.CONTACTS)
_CUES = Phrases(words.CONTACT_CUES.split("|"))
_CHANNEL_NAMES = frozenset(words.CONTACT_DATA.split("|"))
_CHANNELS = Phrases(_CHANNEL_NAMES)
_CHANNEL_WITHIN = regex(r"([^\W\d_][\w-]{2,24})[\s:./]{0,4}[+(]?\d")
_MAIL = regex(r"\w@[\w-]{1,63}\.\w|\w\s?[(\[]at[)\]]")
_PHONE = regex(r"(?<![\d.,/-])[+(]?\d[\d ()/–\u00a0-]{5,24}\d(?![\d.,]{0,20}\d)")
# a line that is nothing but a number or an address
_BARE = regex(
    r"(?:(?:[a-z][\s.:]{1,2})?[+(0]\d[\d ()/–\u00a0-]{5,24}\d|\d{3}[-./ ]\d{3}[-. ]\d{4}|[\w.+-]{1,64}@[\w.-]{3,253})$",
    re.IGNORECASE,
)
_STOP = regex(r"[.!?…][\"“”’»«)\]]{0,2}$")


def is_heading(text: str) -> bool:
    """Tell whether a line is the heading of a contact block: „Pressekontakt“, „Für Rückfragen stehen bereit:“."""
    bare = text.strip(DECORATION).lower().replace("\u00ad", "")
    return bare in _NAMES or (text[-1] == ":" and _CUES.length(bare) > 0)


def is_channel(line: str) -> bool:
    """Tell whether a line begins with the name of a channel and a colon or dot: ``Tel.: …``, ``E-Mail: …``."""
    bare = line[:40].lower()
    length = _CHANNELS.length(bare)
    return length > 0 and bare[length : length + 2].lstrip()[:1] in (":", ".")


def is_contact(draft: Draft) -> bool:
    """Tell whether a block is made of contact data, and not a sentence that mentions some."""
    return is_contact_text(draft.text)


@lru_cache(maxsize=256)
def is_contact_text(text: str) -> bool:
    """Tell the same of the text of a block."""
    lines = text.split("\n")
    head, colon, rest = lines[0].partition(":")
    if len(head) <= 60 and (colon or len(lines) > 1) and head.strip(DECORATION).lower() in _NAMES:
        behind = len(rest) + sum(map(len, lines[1:]))
        return 1 < behind <= 90 or (behind <= 600 and any(map(_has_data, lines)))
    if any(len(line) > 110 or (len(line) > 50 and _STOP.search(line[-4:])) for line in lines):
        return len(lines) == 1 and _is_card(lines[0])
    if not any(map(_has_data, lines)):
        return False
    return len(lines) > 1 or is_channel(lines[0]) or bool(_BARE.match(lines[0])) or _is_card(lines[0])


def _has_data(line: str) -> bool:
    if _MAIL.search(line) or _BARE.match(line):
        return True
    if not _PHONE.search(line):
        return False
    return is_channel(line) or any(name.lower() in _CHANNEL_NAMES for name in _CHANNEL_WITHIN.findall(line))


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
    return all(len(line.text) <= 60 and line.text[0].isupper() and line.text[-1] not in ".:!?" for line in draft.lines)
