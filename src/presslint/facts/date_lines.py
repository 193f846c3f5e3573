"""Which date of a text is that of its release: a line that has nothing else, or a dateline in front of the text."""

import re

from presslint.facts.date_mentions import Mention
from presslint.facts.reading import Reading
from presslint.model.release import BlockKind, MarkKind, Release, Zone
from presslint.text.lazy import regex

LINE, DATELINE = "line", "dateline"
_ELSEWHERE = frozenset({Zone.EMBARGO, Zone.NOTE, Zone.BOILERPLATE, Zone.QUOTE, Zone.TABLE, Zone.LIST, Zone.CAPTION})
_HEADLINES = (Zone.HEADLINE, Zone.SUBHEAD)
_LONGEST_BEFORE, _LONGEST_BEHIND = 80, 60
_FLAT = 600  # characters before a dateline in a text that lost its lines, not counting wide blanks
_LABEL_REACH = 40  # characters in front of a date that may be its label

# labels of other days, in front of a date or on its line
_OTHER_DAY = regex(
    r"sperr(?:frist|vermerk)|embargo|not for (?:release|publication)|"
    r"nicht vor|frei ab|aktualisiert|\bupdated?\b|geändert|"
    r"einladung|termin\b|\bwann\b|\bwhen\b|\bdates?\b(?! ?:)|veranstaltung|uhrzeit|\bbeginn|\bevent|deadline|"
    r"frist\b|schluss\b|geboren|\btoday\b|heute|mise à jour|aggiorna|actualiza|bijgewerkt|gewijzigd|opdateret|"
    r"ändrad|uppdaterad|aktualizac|(?-i:\bStand)[: ]|\b(?:good|easter|whit|shrove|ash|palm|boxing) (?:\w+day)|"
    r"\w{3,20}(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b",
    re.IGNORECASE,
)
_FOREIGN_LABEL = regex(r"([^\W\d_]{3,40}):[\s\u00a0]{0,3}(?:[^\W\d_]{2,12}[.,]{1,2}[\s\u00a0])?$")
_ISSUED = regex(
    r"^\W{0,3}(?:first |erst)?(?:published|issued|posted|released|veröffentlicht|erschienen|publiziert|erstellt"
    r"|eingestellt|publié|mis en ligne|pubblicato|publicado|gepubliceerd|geplaatst|offentliggjort|udgivet|publicerad"
    r"|opublikowano)(?: on| am| le| il| el| em| op| den| dnia)?[:,]?[\s\u00a0](?:[^\W\d_]{2,12}[.,]{0,2}[\s\u00a0])?$",
    re.IGNORECASE,
)
# all that stands in front of a date in a list of what a page says of a release, or alone above it
_DATED = regex(
    r"\W{0,3}(?:datum|date|data|fecha|dato|erscheinungsdatum|veröffentlichungsdatum|publikationsdatum|publication date)"
    r"\W{1,4}$",
    re.IGNORECASE,
)
_ANNOUNCING = regex(
    r"(?:erschienen|veröffentlicht|veröffentlichungsdatum|erscheinungsdatum|publikationsdatum|published"
    r"|publication date|release date|date of publication|date de publication|publié"
    r"|data di pubblicazione|fecha de publicación)"
    r"(?: am| on| le| il| el)?\s?:?",
    re.IGNORECASE,
)
_SIGNED = regex(
    r"[\s\u00a0*_]{0,4}[A-ZÄÖÜ][^\W\d_]{1,30}(?:[ /-][^\W\d_]{1,30}){0,4},[ \u00a0]{1,2}(?:den|am|le|im|dnia|d\.)"
    r"[ \u00a0](?:[^\W\d_]{2,12}[.,]{0,2}[\s\u00a0])?$"
)
_CLOCK = regex(r"\d[:.]\d\d|\d[\s\u00a0]?(?:uhr|h|[ap]\.?m)\b", re.IGNORECASE)
_MOMENT = regex(r"(?:\bm\.?|[A-Z]{2,4}T|\bUhr)[\s\u00a0]*$")  # behind a time, a date is that of an event
_EVENT = regex(r"(?:^|[^,\s][\s\u00a0])(?:am|ab|bis|seit|on|by|until|from|since)[\s\u00a0]+$", re.IGNORECASE)
_LABEL = regex(
    r"presse|medien|mitteilung|meldung|information|news|release|statement|communiqu|comunicato|comunicado|nota|"
    r"persbericht|komunikat|meddelelse|nr\.|no\.|dat(?:um|e|a)\b|veröffentlich|erschienen|publi|issued|posted|stamp",
    re.IGNORECASE,
)
# what a date line may hold besides capitalised words (labels, places) and numbers
_LINKING = (
    "am an der im in bei vom von den dem le la les di de des du of the for to and on og och und für zur zum a.m. p.m. "
    "a p m pm at o. ob v. d. il dnia dne r. kl. et est edt cet uhr h w na em do da i del della sur ots "
    "presse stampa prensa imprensa à um om alle las às "
    "release released press media news statement date dated published issued posted immediate veröffentlicht erschienen"
)
_NEAR = 500  # characters of a line on either side of a date: a text without line ends may have thousands of dates
_LINKS = frozenset(_LINKING.split())
_BARE = frozenset(("Le", "le", "r."))  # around a date that stands alone, in French and Polish
_BEFORE_RUNNING_DATES = (
    "on by of since until till from dated through in before after the for and to or between this last next at than "
    "am vom bis zum seit ab dem den der und im"
)
_RUNNING = frozenset(_BEFORE_RUNNING_DATES.split())
_WORD = regex(r"[^\s,;:|–—()\[\]+*•]+")
_NUMBER = regex(r"\d{1,6}(?:[.:/h]\d{1,4})?(?:\.|hrs?|am|pm|h)?$", re.IGNORECASE)
_WIRE = r"(?:[\s\u00a0]{0,3}\([A-Z][\w .&/-]{1,40}\))?"  # (GLOBE NEWSWIRE)
_AFTER_DATELINE = regex(rf"{_WIRE}[\s\u00a0]{{0,60}}(?:[)\]|–—:|/]|--|-\s|\.\s?[–—-]|\n|\(ots)")
_FULL_STOP = regex(r"\.[\s\u00a0]+[\"„“”»«‚‘']?[A-ZÄÖÜÉ0-9]")
_APART = regex(
    r"(?:^|[,(|.–—:-])[\s\u00a0*_]{0,4}(?:(?:den|am|le|im|the)[\s\u00a0])?$"
)  # what a date follows behind a place
_CAPITAL = regex(r"[\s\u00a0]{0,60}[A-ZÄÖÜ„\"“]")
_LETTER_HEAD = regex(r"[\s\u00a0]{0,60}(?:Dear|The Hon|Mr|Mrs|Ms|Sehr geehrte|Liebe)\b")
_SHOUTED = regex(r"[\s\u00a0]{1,60}[A-ZÄÖÜ]{2}")
_GAP = regex(r"(?:^|[\s\u00a0]{2})$")


def carrier(release: Release, reading: Reading, mention: Mention) -> str:
    """Return ``line`` for a date on a line of its own, ``dateline`` for one in front of the text, else nothing.

    A line may have a place, a label and a time besides its date, but no word that makes it another day: an event, a
    deadline, an update, the end of an embargo.
    """
    text = release.text
    block = release.blocks[reading.block_of(mention.start)] if release.blocks else None
    first, last = (block.span.start, block.span.end) if block is not None else (0, len(text))
    start = max(text.rfind("\n", first, mention.start) + 1, first)
    end = text.find("\n", mention.end, last)
    before, after = text[start : mention.start], text[mention.end : end if end >= 0 else last]
    if block is not None and block.zone in _ELSEWHERE and not (block.zone is Zone.LIST and _DATED.match(before)):
        return ""
    if before and _OTHER_DAY.search(before[-_LABEL_REACH:]):
        return ""
    zone = block.zone if block is not None else Zone.UNKNOWN
    if len(before) <= _LONGEST_BEFORE and len(after) <= _LONGEST_BEHIND and _is_date_line(before, after, zone):
        return "" if after and _OTHER_DAY.search(after) else LINE
    if zone in _HEADLINES or not after.strip() or (_EVENT.search(before) and not _ISSUED.match(before)):
        return ""
    if start == first and len(before) <= _LONGEST_BEHIND and _is_furniture(before):
        place = _WORD.search(before) is not None
        apart = _APART.search(before) and not _has_foreign_label(before)
        ends = apart and (_FULL_STOP.match(after) or _ends_strong(release, mention.end))
        if _AFTER_DATELINE.match(after) or (not place and _CAPITAL.match(after)) or ends:
            return DATELINE
    return DATELINE if start == first and _is_flat_dateline(before, after) else ""


def is_listed(release: Release, reading: Reading, mention: Mention) -> bool:
    """Tell whether a date stands in a list: only above the text it can be that of the release."""
    return bool(release.blocks) and release.blocks[reading.block_of(mention.start)].zone is Zone.LIST


def is_announced(release: Release, reading: Reading, mention: Mention) -> bool:
    """Tell whether a date is all of a block, and the block before it says „Erschienen am:“ and nothing else."""
    if not release.blocks:
        return False
    index = reading.block_of(mention.start)
    span = release.blocks[index].span
    alone = span.length <= mention.end - mention.start + 1
    return alone and index > 0 and bool(_ANNOUNCING.fullmatch(release.blocks[index - 1].span.of(release.text)))


def _line(text: str, mention: Mention) -> tuple[str, str]:
    """Return what stands before and behind a date on its line, of a very long line only what is near."""
    first, last = max(mention.start - _NEAR, 0), mention.end + _NEAR
    start, end = text.rfind("\n", first, mention.start) + 1, text.find("\n", mention.end, last)
    return text[start or first : mention.start], text[mention.end : end if end >= 0 else last]


def is_clocked(release: Release, mention: Mention) -> bool:
    """Tell whether the line of a date has a time of day."""
    before, after = _line(release.text, mention)
    return bool(_CLOCK.search(before) or _CLOCK.search(after))


def is_signed(release: Release, reading: Reading, mention: Mention) -> bool:
    """Tell whether a date is that of a letter, on a line of its own: ``Ahrenfeld, den 1.9.2021``."""
    zone = release.blocks[reading.block_of(mention.start)].zone if release.blocks else Zone.UNKNOWN
    before, after = _line(release.text, mention)
    return zone not in _ELSEWHERE and after.strip() in ("", ".") and bool(_SIGNED.match(before))


def is_issued(release: Release, reading: Reading, mention: Mention) -> bool:
    """Tell whether a line says nothing but when the release was issued: ``Veröffentlicht am 1.9.2021 um 10:30 Uhr``."""
    zone = release.blocks[reading.block_of(mention.start)].zone if release.blocks else Zone.UNKNOWN
    before, after = _line(release.text, mention)
    short = len(after) <= _LONGEST_BEHIND and not _OTHER_DAY.search(after)
    return short and zone not in _ELSEWHERE and bool(_ISSUED.match(before))


def is_heading(release: Release, reading: Reading, mention: Mention) -> bool:
    """Tell whether a date stands in a heading."""
    return bool(release.blocks) and release.blocks[reading.block_of(mention.start)].kind is BlockKind.HEADING


def _ends_strong(release: Release, offset: int) -> bool:
    """Tell whether bold text, by which a dateline is set apart, ends at an offset or with the full stop there."""
    return any(
        mark.kind is MarkKind.STRONG and offset <= mark.span.end <= offset + 1 and mark.span.end > mark.span.start
        for mark in release.marks
    )


def _has_foreign_label(before: str) -> bool:
    """Tell whether a word with a colon in front of a date names something else than a release: „Preisverleihung:"."""
    label = _FOREIGN_LABEL.search(before)
    return label is not None and not _LABEL.search(before)


def _is_date_line(before: str, after: str, zone: Zone) -> bool:
    """Tell whether a line has nothing but a date, a place or a label, and a time; „Fest am 3. Mai" has more."""
    if before and _ISSUED.match(before):
        return True
    if _has_foreign_label(before) or _EVENT.search(before):
        return False
    rest = f"{before} {after}"
    dated = before.rstrip().endswith((" vom", " of"))  # what is of a day needs a label: a decision may be of one, too
    plain = zone in _HEADLINES and not _BARE.issuperset(_WORD.findall(rest))
    if ((dated and _WORD.search(rest)) or plain) and not _LABEL.search(rest):
        return False
    return _is_furniture(rest)


def _is_furniture(rest: str) -> bool:
    """Tell whether the rest of a line is only labels, places, numbers of releases and times."""
    words = _WORD.findall(rest)
    return len(words) <= 10 and all(
        word[0].isupper()
        or word.lower() in _LINKS
        or not word[0].isalnum()
        or _NUMBER.match(word)
        or word.lower().startswith("publi")
        for word in words
    )


def _is_flat_dateline(before: str, after: str) -> bool:
    """Tell whether a date is the dateline of a text that lost its line ends: ``… and Economy  May 2  2007 U S``.

    Only blanks show where a line ended. A date of the running text follows a preposition, or a word without a gap.
    """
    words = before.split()
    if (
        len(" ".join(words)) > _FLAT
        or not _CAPITAL.match(after)
        or _LETTER_HEAD.match(after)
        or _MOMENT.search(before[-_LABEL_REACH:])
    ):
        return False
    word = words[-1:]
    if not word or word[0].lower() in _RUNNING:
        return False
    label = word[0][0].isupper() or word[0].isdecimal()
    return bool(_GAP.search(before)) or word[0].isupper() or (label and bool(_SHOUTED.match(after)))
