"""The parts of a release that a heading announces: contacts, notes to editors, the issuer, its social media."""

from functools import lru_cache
from itertools import accumulate

from presslint.load import contact_blocks
from presslint.load import zone_words as words
from presslint.load.drafts import Draft
from presslint.load.furniture import DECORATION
from presslint.load.phrases import Phrases, listed
from presslint.load.shapes import is_prose, is_stopped
from presslint.model.release import BlockKind, Zone

_LONGEST = 90  # characters of a line that announces a part
_NOTES = listed(words.NOTES)
_SOCIAL = Phrases(listed(words.SOCIAL))
_ABOUT = Phrases(listed(words.ABOUT))
_OPEN = frozenset((Zone.UNKNOWN, Zone.CONTACT, Zone.LIST))
_HEADS = frozenset((BlockKind.HEADING, BlockKind.PARAGRAPH))
_SHORT = frozenset((Zone.CONTACT, Zone.SOCIAL))


def assign_parts(drafts: list[Draft], lead: int) -> None:
    """Give the blocks behind the lead that stand under such a heading, or behind an end mark, the zone of that part."""
    ends = _Ends(drafts)
    zone: Zone | None = None
    for index, draft in enumerate(drafts[lead + 1 :], lead + 1):
        if draft.zone is Zone.ENDMARK:
            zone = Zone.BOILERPLATE
        elif draft.zone in _OPEN:
            begins = section(draft) if draft.kind in _HEADS else None
            if begins is Zone.BOILERPLATE and not ends.near(index):
                begins = None
            if begins is not None:
                zone = draft.zone = begins
            elif draft.zone is Zone.UNKNOWN and _describes_issuer(draft) and ends.near(index):
                draft.zone = Zone.BOILERPLATE
                zone = None
            elif draft.kind is BlockKind.HEADING or (zone in _SHORT and is_prose(draft)):
                zone = None
            elif zone is not None and draft.zone is not Zone.CONTACT:
                draft.zone = zone


class _Ends:
    """Tells which blocks stand so near the end that they can describe the issuer."""

    __slots__ = ("_contacts", "_drafts", "_lengths", "_other")

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self._lengths: list[int] = []
        self._contacts: list[int] = []
        self._other = -1

    def near(self, index: int) -> bool:
        """Tell whether what follows is no longer than the text before, or all under headings that name parts."""
        if not self._lengths:
            self._measure()
        before, whole = self._lengths[index], self._lengths[-1]
        contacts = self._contacts[-1] - self._contacts[index]
        if whole - before - contacts <= max(before, 1500):
            return True
        return self._drafts[index].kind is BlockKind.HEADING and index > self._other

    def _measure(self) -> None:
        drafts = self._drafts
        self._lengths = [0, *accumulate(len(draft.text) for draft in drafts)]
        self._contacts = [0, *accumulate(len(draft.text) * (draft.zone is Zone.CONTACT) for draft in drafts)]
        headings = [index for index, draft in enumerate(drafts) if draft.kind is BlockKind.HEADING]
        self._other = max((index for index in headings if section(drafts[index]) is None), default=-1)


def section(draft: Draft) -> Zone | None:
    """Return the zone of the part that a heading, or a short line like one, begins; None for any other line."""
    text = draft.lines[0].text if draft.kind is BlockKind.PARAGRAPH else draft.text
    return _part(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _part(text: str) -> Zone | None:
    if contact_blocks.is_heading(text):
        return Zone.CONTACT
    name = text.strip(DECORATION).lower().replace("\u00ad", "")
    if name in _NOTES:
        return Zone.NOTE
    if _SOCIAL.length(name):
        return Zone.SOCIAL
    return Zone.BOILERPLATE if _is_about(text) else None


def _is_about(text: str) -> bool:
    """Tell whether a line is a heading such as „Über die Acme AG“: a name follows, and no sentence."""
    length = _ABOUT.length(text.lower())
    if not length or is_stopped(text[-2:]):
        return False
    behind = text[length:].strip(" :").split()
    if not behind:
        return True
    return len(behind) <= 9 and not behind[0][0].isdigit() and any(map(_is_name, behind))


def _describes_issuer(draft: Draft) -> bool:
    """Tell whether a paragraph begins with what would else be a heading: „Über die Acme AG: …“."""
    head, colon, rest = draft.text[:100].partition(":")
    return draft.kind is BlockKind.PARAGRAPH and bool(colon and rest) and len(head) <= 70 and _is_about(head)


def _is_name(word: str) -> bool:
    return word != word.lower() or word[0] in '„“"«»('
