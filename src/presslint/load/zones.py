"""What each block of a release is for.

Judged by the words that name a part (:mod:`presslint.load.zone_words`), by shape, and by what stands around. A block
that nothing tells about is body: a wrong special zone does more harm than none.
"""

from functools import lru_cache

from presslint.load import contact_blocks
from presslint.load import zone_words as words
from presslint.load.drafts import Draft
from presslint.load.furniture import (
    DECORATION,
    is_dateline,
    is_embargo,
    is_issuer,
    is_label,
    is_salutation,
)
from presslint.load.phrases import Phrases, first_word, first_words, listed
from presslint.load.sections import assign_parts, section
from presslint.load.shapes import HEADLINE_LENGTH, SENTENCE_INSIDE, is_prose
from presslint.model.release import BlockKind, Zone
from presslint.text.lazy import regex

_CAPTIONS = Phrases(listed(words.CAPTIONS))
_NETWORKS = Phrases(words.NETWORKS.split("|"))
_DISTRIBUTORS = Phrases(words.DISTRIBUTORS.split("|"))

# what none of a release's own lines can do without: data, a bracket, or one of the words that name a part
_SIGN = regex(r"[\d@©\[(]")
_FIRST_WORDS = frozenset().union(
    *(phrases.first_words for phrases in (_CAPTIONS, _NETWORKS, _DISTRIBUTORS)),
    *map(first_words, (words.LABELS, words.EMBARGOES, words.CONTACTS)),
    words.BARE_LABELS.split("|"),
)
_CAPTION_REST = regex(r"(?:\s\d{1,2})?(?:\s?\([^()]{1,60}\))?\s?:\s")
_PROFILE = regex(r"@\w|https?:|www\.|\.\w{2,6}/")


def assign(drafts: list[Draft], *, titled: bool) -> None:
    """Give every block its zone; ``titled`` says that the metadata has the headline."""
    for draft in drafts:
        if draft.zone is Zone.UNKNOWN:
            draft.zone = _alone(draft)
    lead = _top(drafts, titled=titled)
    contact_blocks.spread(drafts)
    assign_parts(drafts, lead)
    last = _last_prose(drafts)
    for index, draft in enumerate(drafts[lead:], lead):
        if draft.zone is Zone.UNKNOWN:
            draft.zone = Zone.SUBHEAD if _is_subhead(drafts, index) else Zone.BODY
        elif draft.zone in _TOP_ONLY and index < last:
            # a date or a label amid the body is quoted: the date of a letter, not that of the release
            draft.zone = Zone.SUBHEAD if draft.kind is BlockKind.HEADING else Zone.BODY


def _is_subhead(drafts: list[Draft], index: int) -> bool:
    """Tell whether a block is a heading within the body, or a short line like one between two paragraphs."""
    draft = drafts[index]
    if draft.kind is not BlockKind.PARAGRAPH:
        return draft.kind is BlockKind.HEADING
    text = draft.text
    return (
        len(text) <= 100
        and text[-1] not in '.,:;!…)"“”'
        and " " in text
        and "\n" not in text
        and 0 < index < len(drafts) - 1
        and is_prose(drafts[index - 1])
        and is_prose(drafts[index + 1])
    )


_TOP_ONLY = frozenset((Zone.DATELINE, Zone.LABEL))


def _last_prose(drafts: list[Draft]) -> int:
    return max((index for index, draft in enumerate(drafts) if draft.zone in (Zone.LEAD, Zone.UNKNOWN)), default=0)


def _alone(draft: Draft) -> Zone:
    """Return the zone of a block that its own text tells, else UNKNOWN."""
    if draft.kind is BlockKind.ROW:
        return Zone.TABLE
    text = draft.text
    if len(text) > HEADLINE_LENGTH:
        return _long_alone(draft, text)
    return _short_alone(text, heading=draft.kind is BlockKind.HEADING)


@lru_cache(maxsize=1024)
def _short_alone(text: str, *, heading: bool) -> Zone:
    """Return the zone that a short text tells; the releases of one house repeat most of those that tell one."""
    word = first_word(text.lstrip(DECORATION).lower())
    if len(word) > 1 and word not in _FIRST_WORDS and not _SIGN.search(text):
        return Zone.UNKNOWN
    if is_label(text):
        return Zone.LABEL
    if is_embargo(text):
        return Zone.EMBARGO
    return Zone.UNKNOWN if heading else _line_alone(text)


def _long_alone(draft: Draft, text: str) -> Zone:
    if len(text) > 1000 or draft.kind is BlockKind.HEADING:
        return Zone.UNKNOWN
    if len(text) <= 500 and _is_caption(text):
        return Zone.CAPTION
    return Zone.CONTACT if len(draft.lines) > 1 and contact_blocks.is_contact_text(text) else Zone.UNKNOWN


def _line_alone(text: str) -> Zone:
    if "\n" not in text and is_dateline(text):
        return Zone.DATELINE
    if all(map(_is_profile, text.split("\n"))):
        return Zone.SOCIAL
    if _is_caption(text):
        return Zone.CAPTION
    if _DISTRIBUTORS.length(text[:40].lower()):
        return Zone.BOILERPLATE
    return Zone.CONTACT if contact_blocks.is_contact_text(text) else Zone.UNKNOWN


def _is_profile(line: str) -> bool:
    length = _NETWORKS.length(line[:20].lower())
    return length > 0 and line[length:].lstrip()[:1] == ":" and bool(_PROFILE.search(line, length))


def _is_caption(text: str) -> bool:
    if text[0] == "©":
        return len(text) <= 100
    start = 1 if text[0] == "[" else 0
    length = _CAPTIONS.length(text[start : start + 40].lower())
    return length > 0 and bool(_CAPTION_REST.match(text, start + length))


def _top(drafts: list[Draft], *, titled: bool) -> int:
    """Decide on everything before the body; return the index of the lead, or of the end where there is none."""
    start = _headline_by_markup(drafts)
    headline: Draft | None = drafts[start] if start >= 0 else None
    shorts: list[Draft] = []
    lead = len(drafts)
    for index, draft in enumerate(drafts):
        if draft.zone is not Zone.UNKNOWN or index < start:
            continue
        if draft.kind is BlockKind.HEADING:
            if shorts or section(draft) is not None:
                lead = index
                break
            draft.zone = Zone.SUBHEAD
        elif is_prose(draft):
            if headline is None and not titled and _is_headline_behind(drafts, index, shorts):
                draft.zone = Zone.HEADLINE
                headline = draft
                continue
            draft.zone = Zone.LEAD
            lead = index
            break
        elif draft.kind is BlockKind.PARAGRAPH:
            shorts.append(draft)
    if headline is None and not titled and lead < len(drafts):
        headline = _headline_by_shape(shorts)
    _below_headline(drafts[:lead], headline, shorts)
    return lead if lead < len(drafts) else _first_text(drafts)


def _headline_by_markup(drafts: list[Draft]) -> int:
    """Return the index of the heading that is the headline, or -1.

    It is the first that names no part of the release. A little text may stand before it, such as a request to the
    editors, if the heading is of a high level.
    """
    before = 0
    for index, draft in enumerate(drafts[:30]):
        if draft.kind is BlockKind.HEADING:
            if draft.zone is Zone.UNKNOWN and _can_be_headline(draft, before):
                if before > _BEFORE_HEADLINE.get(draft.level, 0):
                    return -1
                draft.zone = Zone.HEADLINE
                return index
        elif draft.zone is Zone.UNKNOWN and is_prose(draft):
            before += len(draft.text)
    return -1


# level of a heading → length of the prose that may stand before a headline
_BEFORE_HEADLINE = {1: 400, 2: 100}


def _can_be_headline(draft: Draft, before: int) -> bool:
    """Tell whether a heading names no part of the release; with no text before it, „Über Wasser“ names none."""
    part = section(draft)
    return part is None or (part is Zone.BOILERPLATE and not before)


def _is_headline_behind(drafts: list[Draft], index: int, shorts: list[Draft]) -> bool:
    """Tell whether a sentence right behind the date and the issuer is the headline, for more text follows."""
    text = drafts[index].text
    return (
        len(shorts) == 1
        and is_issuer(shorts[0].text)
        and len(text) <= HEADLINE_LENGTH
        and not SENTENCE_INSIDE.search(text)
        and any(is_prose(draft) for draft in drafts[index + 1 : index + 3])
    )


def _headline_by_shape(shorts: list[Draft]) -> Draft | None:
    """Return the short line that is the headline: the first that names neither the issuer nor a part of the release."""
    for draft in shorts[:4]:
        text = draft.text
        if (
            " " in text
            and "\n" not in text
            and text[-1] not in ":,;"
            and not text[0].islower()
            and not is_salutation(text)
            and (draft.strong or not is_issuer(text))
            and section(draft) is None
        ):
            draft.zone = Zone.HEADLINE
            return draft
    return None


def _below_headline(top: list[Draft], headline: Draft | None, shorts: list[Draft]) -> None:
    if headline is None:
        return
    for draft in top[top.index(headline) + 1 :]:
        if draft.zone is Zone.UNKNOWN and draft in shorts and not draft.text.endswith(":"):
            draft.zone = Zone.SUBHEAD


def _first_text(drafts: list[Draft]) -> int:
    """Return the index of the first block that nothing is known about; a text without any prose has its body there."""
    return next((index for index, draft in enumerate(drafts) if draft.zone is Zone.UNKNOWN), len(drafts))
