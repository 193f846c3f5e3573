"""What each block of a release is for.

Judged by the words that name a part (:mod:`presslint.load.zone_words`), by shape, and by what stands around. A block
that nothing tells about is body: a wrong special zone does more harm than none.
"""

import re

from presslint.load import zone_words as words
from presslint.load.drafts import Draft
from presslint.load.furniture import is_dateline, is_embargo, is_endmark, is_label, is_pagemark
from presslint.model.release import BlockKind, Zone

_DECORATION = " \t*_:+-–—|#>.!\u00a0"


def _set(*groups: dict[str, str]) -> frozenset[str]:
    return frozenset(word for group in groups for listed in group.values() for word in listed.split("|"))


_CONTACTS = _set(words.CONTACTS)
_NOTES = _set(words.NOTES)
_SOCIAL = tuple(sorted(_set(words.SOCIAL)))
_ABOUT = re.compile(
    rf"(?:{'|'.join(re.escape(word) for word in sorted(_set(words.ABOUT)))})(?:\s+(?:\w|['’„“\"«»(])|\s?:?$)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    rf"\[?(?:{'|'.join(re.escape(word) for word in sorted(_set(words.CAPTIONS)))})(?:\s\d{{1,2}})?\s?:\s", re.IGNORECASE
)
_NETWORK = re.compile(rf"(?:{words.NETWORKS})\s?(?:/\s?\w+\s?)?:\s?\S", re.IGNORECASE)
_DATA = re.compile(
    rf"(?:{'|'.join(re.escape(word) for word in words.CONTACT_DATA.split('|'))})\.?(?:\s?:|\s?\.|\s)\s?[+(\d\w]",
    re.IGNORECASE,
)
_LABELLED_DATA = re.compile(
    rf"\b(?:{'|'.join(re.escape(word) for word in words.CONTACT_DATA.split('|') if len(word) > 2)})(?:\.?\s?:|\.)?\s?(?:[+(]?\d|\S{{1,64}}@)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w")
_PHONE = re.compile(r"(?<![\d.,])[+(]?\d[\d ()/–-]{6,24}\d(?![\d.,])")
_WEB = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_STOP = re.compile(r"[.!?…][\"“”’»«)\]]{0,2}$")


def assign(drafts: list[Draft], *, titled: bool) -> None:
    """Give every block its zone; ``titled`` says that the metadata has the headline."""
    for draft in drafts:
        if draft.zone is Zone.UNKNOWN:
            draft.zone = _alone(draft)
    lead = _top(drafts, titled=titled)
    _contact_neighbours(drafts)
    _sections(drafts, lead)
    for draft in drafts[lead:]:
        if draft.zone is Zone.UNKNOWN:
            draft.zone = Zone.SUBHEAD if draft.kind is BlockKind.HEADING else Zone.BODY


def _alone(draft: Draft) -> Zone:
    """Return the zone of a block that its own text tells, else UNKNOWN."""
    if draft.kind is BlockKind.ROW:
        return Zone.TABLE
    text = draft.text
    if len(text) > 600:
        return Zone.UNKNOWN
    if len(text) <= 60:
        if is_pagemark(text):
            return Zone.PAGEMARK
        if is_endmark(text):
            return Zone.ENDMARK
    if len(text) <= 200:
        if is_embargo(text):
            return Zone.EMBARGO
        if is_label(text):
            return Zone.LABEL
        if draft.kind is not BlockKind.HEADING:
            if is_dateline(text):
                return Zone.DATELINE
            if all(_NETWORK.match(line.text) for line in draft.lines):
                return Zone.SOCIAL
            if _CAPTION.match(text):
                return Zone.CAPTION
    return Zone.CONTACT if draft.kind is not BlockKind.HEADING and _is_contact(draft) else Zone.UNKNOWN


def _has_data(text: str) -> bool:
    return bool(_DATA.match(text) and _PHONE.search(text)) or bool(_LABELLED_DATA.search(text) or _MAIL.search(text))


def _is_contact(draft: Draft) -> bool:
    """Tell whether a block is made of contact data, and not a sentence that mentions some."""
    lines = draft.text.split("\n")
    head, colon, rest = lines[0].partition(":")
    if _heads(head, _CONTACTS):
        return bool(colon) and bool(rest.strip() or len(lines) > 1) or len(lines) > 1
    if any(len(line) > 100 or (len(line) > 50 and _STOP.search(line[-4:])) for line in lines):
        return False
    data = sum(_has_data(line) for line in lines)
    if not data:
        return False
    if len(lines) > 1:
        return True
    text = lines[0]
    return bool(_DATA.match(text)) or (len(text) <= 80 and not _STOP.search(text[-4:]) and bool(_PHONE.search(text)))


def _heads(text: str, names: frozenset[str]) -> bool:
    return len(text) <= 60 and text.strip(_DECORATION).casefold() in names


def _is_prose(draft: Draft) -> bool:
    text = draft.text
    return draft.kind is BlockKind.PARAGRAPH and (
        len(text) >= 100 or (len(text) >= 30 and bool(_STOP.search(text[-4:])) and text.count(" ") >= 3)
    )


def _top(drafts: list[Draft], *, titled: bool) -> int:
    """Decide on everything before the body; return the index of the lead, or of the end where there is none."""
    shorts: list[Draft] = []
    headline: Draft | None = None
    lead = len(drafts)
    for index, draft in enumerate(drafts):
        if draft.zone is not Zone.UNKNOWN:
            continue
        if draft.kind is BlockKind.HEADING:
            if headline is None and not shorts_end(draft):
                draft.zone = Zone.HEADLINE
                headline = draft
            elif headline is not None and drafts[index - 1] is headline:
                draft.zone = Zone.SUBHEAD
            else:
                lead = index
                break
        elif _is_prose(draft):
            draft.zone = Zone.LEAD
            lead = index
            break
        elif draft.kind is BlockKind.PARAGRAPH:
            shorts.append(draft)
    if headline is None and shorts and not titled and lead < len(drafts):
        named = shorts[1] if len(shorts) > 1 and _is_issuer(shorts[0].text) else shorts[0]
        if named.text.count(" ") and not named.text.endswith((":", ",")):
            named.zone = Zone.HEADLINE
            headline = named
    _below_headline(drafts[:lead], headline, shorts)
    return lead


def _below_headline(top: list[Draft], headline: Draft | None, shorts: list[Draft]) -> None:
    seen = False
    for draft in top:
        seen = seen or draft is headline
        if seen and draft in shorts and draft.zone is Zone.UNKNOWN and not draft.text.endswith(":"):
            draft.zone = Zone.SUBHEAD


def shorts_end(draft: Draft) -> bool:
    """Tell whether a heading names a part of the release."""
    return _section(draft) is not None


_ISSUER = re.compile(
    r"ministeri|polizei|staatsanwaltschaft|universität|hochschule|landratsamt|landkreis|stadtverwaltung|gmbh\b|\bag\b|\be\.\s?v\.|"
    r"verband\b|verein\b|stiftung\b|behörde|department|police|university|council|\binc\b|\bltd\b|office of",
    re.IGNORECASE,
)


def _is_issuer(text: str) -> bool:
    return len(text) <= 80 and ":" not in text and bool(_ISSUER.search(text))


def _section(draft: Draft) -> Zone | None:
    """Return the zone of the part that a heading, or a short line like one, begins."""
    text = draft.lines[0].text if draft.kind is BlockKind.PARAGRAPH else draft.text
    if len(text) > 80:
        return None
    name = text.strip(_DECORATION).casefold()
    if name in _CONTACTS:
        return Zone.CONTACT
    if name in _NOTES:
        return Zone.NOTE
    if name.startswith(_SOCIAL):
        return Zone.SOCIAL
    if _ABOUT.match(text) and not _STOP.search(text[-4:]) and not re.match(r"\w+\s+\d", text):
        return Zone.BOILERPLATE
    return None


def _contact_neighbours(drafts: list[Draft]) -> None:
    """Take names and roles that stand beside contact data into the contact block."""
    for index, draft in enumerate(drafts):
        if draft.zone is not Zone.CONTACT:
            continue
        for near in range(index - 1, max(index - 4, -1), -1):
            other = drafts[near]
            if other.zone is not Zone.UNKNOWN or other.kind is BlockKind.HEADING or not _is_name(other):
                break
            other.zone = Zone.CONTACT


def _is_name(draft: Draft) -> bool:
    return all(
        len(line.text) <= 60 and line.text[:1].isupper() and not line.text.endswith((".", ":", "!", "?"))
        for line in draft.lines
    )


def _sections(drafts: list[Draft], lead: int) -> None:
    """Give the blocks under a heading such as "Über uns" or "Pressekontakt" the zone of that part."""
    zone: Zone | None = None
    for draft in drafts[lead + 1 :]:
        if draft.zone is Zone.ENDMARK:
            zone = Zone.BOILERPLATE
            continue
        if draft.zone is Zone.UNKNOWN or draft.zone is Zone.CONTACT or draft.zone is Zone.LIST:
            begins = _section(draft) if draft.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) else None
            if begins is not None:
                zone = begins
                draft.zone = zone
                continue
            if draft.kind is BlockKind.HEADING:
                zone = None
            elif zone is Zone.CONTACT and _is_prose(draft):
                zone = None
            elif zone is not None and draft.zone is not Zone.CONTACT:
                draft.zone = zone
