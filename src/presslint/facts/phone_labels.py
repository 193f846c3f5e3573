"""The words that stand in front of a phone number.

Digits alone are no phone number: a postcode, a date and a file number pass every parser of phone numbers. A word in
front makes one, and says what the number is for.
"""

from typing import NamedTuple

from presslint.facts.person_names import find_names
from presslint.text.lazy import regex
from presslint.text.span import Span

_PHONE = (
    "tel telefon telefonnummer telefonnummern telefonnr telnr telephone phone fon ruf rufnummer rufnummern "
    "telefonisch fernsprecher ph call tél téléphone teléfono tfno tlf telefone telefono telefoon tfn telefonu puhelin "
    "durchwahl durchwahlen dw nebenstelle apparat extension ext"
)
_FAX = "fax telefax faxnummer telefaxnummer faxnr telefaxnr fx télécopie faks facsimile"
_MOBILE = (
    "mobil mobile mobiltelefon mobilnummer handy handynummer mobilfunk cell cellphone portable móvil cellulare mobiel "
    "komórka telemóvel natel"
)
_HOTLINE = "hotline hotlines infoline notruf freephone tollfree servicenummer helpline helpdesk"

LABELS: dict[str, str] = {
    word: kind
    for kind, words in (("phone", _PHONE), ("fax", _FAX), ("mobile", _MOBILE), ("hotline", _HOTLINE))
    for word in words.split()
}

# compounds: Pressetelefon, Bürgerhotline, Zentralfax
_ENDINGS = (
    ("telefonnummer", "phone"),
    ("rufnummer", "phone"),
    ("faxnummer", "fax"),
    ("handynummer", "mobile"),
    ("telefax", "fax"),
    ("hotline", "hotline"),
    ("telefon", "phone"),
    ("phone", "phone"),
)

_FILLER_WORDS = (
    "unter under at on an der die den dem the is ist lautet nr nummer nummern no num number line büro office zentrale "
    "direkt direct dienstlich privat main press presse pressestelle central sekretariat mobil mobile work home free "
    "toll zentral us uk intl int dir und and oder or bzw sowie ou o"
)

_ENDING_WORDS = tuple(ending for ending, _ in _ENDINGS)

# words between a label and its number, or between two numbers that share a label
_FILLERS = frozenset(_FILLER_WORDS.split())

# the label of a number inside a house
_EXTENSIONS = frozenset(("durchwahl", "durchwahlen", "dw", "nebenstelle", "apparat", "extension", "ext"))

# words of a contact: what follows is a phone number only if it looks like a whole one, and a name may stand between
_WEAK_WORDS = (
    "kontakt pressekontakt medienkontakt contact contacts kontaktperson ansprechpartner ansprechpartnerin rückfragen "
    "auskunft reached erreichbar erreichen rufbereitschaft bereitschaft dial"
)
_WEAK = frozenset(_WEAK_WORDS.split())
_NAME_WORDS = 5

# one letter is a label only with a colon, or in front of a number that begins like one
_LETTERS = {"t": "phone", "p": "phone", "f": "fax", "m": "mobile"}

_OTHER_WORDS = (
    "az aktenzeichen iban bic blz konto kontonummer hrb hra vr gnr plz postleitzahl postfach nr nummer no id ust uid "
    "steuernummer stnr isbn issn doi ref kundennummer vat gmbh mwst drs drucksache ean art pin zip pob box "
    "kto spendenkonto swift ustid amtsgericht registergericht vereinsregister register registernummer lobbyregister "
    "kundennr rechnung rechnungsnummer gtin orcid pressemitteilung"
)

# a number behind one of these is something else
_OTHERS = frozenset(_OTHER_WORDS.split())

_WORD = regex(r"[^\W\d_]+")
_SHOWN = regex(r"[^\d\n\t]+")
# behind a number and a full stop begins another sentence, which the label does not reach
_ENDED = regex(r"\d\)?(?:[.!?;]\s|\s{3})")
REACH = 56
_SIGNED = regex(r"\(([^()\d]{4,50})[,/:] ?$")


class Label(NamedTuple):
    """What the words in front of a number say: the kind of number, and the words.

    ``extension``: the label is that of the last digits alone. ``weak``: the words fit other numbers as well.
    """

    kind: str
    text: str
    extension: bool = False
    weak: bool = False


def label_before(text: str, start: int) -> Label | None:
    """Return the label of the number that begins at ``start``, or None where no label stands in front."""
    reach = max(start - REACH, 0)
    lowest = max(reach, text.rfind("\n\n", reach, start) + 1)
    place, names = start, 0
    while (word := _word_before(text, lowest, place)) is not None:
        place = word.start
        lower = word.of(text).lower()
        kind = "" if names else _kind(lower) or _letter(text, word, start)
        if kind or lower in _WEAK:
            if _ENDED.search(text, word.end, start) or (names and "\n" in text[word.end : start]):
                return None
            return _label(text, lowest, word, kind, start) if kind else Label("phone", word.of(text), weak=True)
        if lower not in _FILLERS:
            names += 1
            if names > _NAME_WORDS or not text[word.start].isupper() or lower in _OTHERS:
                return None
    return None


def _word_before(text: str, lowest: int, place: int) -> Span | None:
    while place > lowest and not text[place - 1].isalpha():
        place -= 1
    first = place
    while first > lowest and text[first - 1].isalpha():
        first -= 1
    return Span(first, place) if first < place else None


def _kind(word: str) -> str:
    kind = LABELS.get(word)
    if kind is None and word.endswith(_ENDING_WORDS):
        return next(kind for ending, kind in _ENDINGS if word.endswith(ending))
    return kind or ""


def _letter(text: str, word: Span, start: int) -> str:
    kind = _LETTERS.get(word.of(text).lower(), "") if word.length == 1 else ""
    if not kind or (word.start and text[word.start - 1] not in "\n\t |·•,;/(–"):
        return ""
    between = text[word.end : start].strip()
    return kind if between in (":", ".:") or (between in ("", ".") and text[start : start + 1] in "+0(") else ""


def _label(text: str, lowest: int, word: Span, kind: str, start: int) -> Label:
    """Return the label that ends with ``word``; "Tel./Fax" and "Telefon und Fax" are one label for both."""
    first = word.start
    other = _word_before(text, lowest, first)
    if other is not None:
        gap = text[other.end : first].strip(" .-")
        if not gap and other.of(text).lower() in ("und", "and", "u"):
            gap, other = "/", _word_before(text, lowest, other.start) or other
        earlier = _kind(other.of(text).lower())
        if gap in ("/", "&", "+", "|") and earlier and earlier != kind and other.start >= first - 16:
            first, kind = other.start, "combined"
    shown = _SHOWN.match(text, first, start)
    name = word.of(text)
    return Label(kind, (shown[0] if shown else name).rstrip(" :(\u00a0"), name.lower() in _EXTENSIONS)


def is_signed(text: str, start: int, end: int) -> bool:
    """Tell whether the number stands behind a name in brackets, as police reports end: ``(Jo Reiter, 0561 7083)``."""
    if not text[end : end + 2].strip().startswith(")"):
        return False
    opening = _SIGNED.search(text, max(start - 60, 0), start)
    return opening is not None and any(find_names(text, Span(opening.start(1), opening.end(1))))


def stands_alone(text: str, start: int) -> bool:
    """Tell whether the number at ``start`` of a contact block begins a part of a line and is no other number."""
    head = text[max(start - 24, 0) : start].rstrip(" \u00a0")
    if not head or head[-1] in "\n\t|·•,;:/–(":
        words = _WORD.findall(head.rpartition("\n")[2])
        return not words or words[-1].lower() not in _OTHERS
    return False
