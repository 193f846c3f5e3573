"""Names of persons in a contact block, told by their shape.

Each part of a line between separators is looked at: two to five words that begin with capitals, maybe with a title in
front and particles between, none of them a word of offices, streets or companies.
"""

from collections.abc import Iterator

from presslint.text.lazy import regex
from presslint.text.span import Span

_PART = regex(r"(?:(?!\s(?:and|und|et|y|e|en|i)\s)[^\n\t,;:|·•/()\[\]<>–&])+")
_TITLES = (
    r"(?:(?:Frau|Herr|Herrn|Dr|Prof|Professor|Professorin|Mag|Dipl|Ing|Mr|Mrs|Ms|Miss|Sir|Dame|med|phil|jur|rer|nat|pol"
    r"|h\. ?c|Univ|BA|MA|MSc|Bc|M|A|B|Sc)\.?[ -]{1,2}){0,6}"
)
_WORD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]{1,30}(?:[-'’][^\W\d_]{1,30}){0,3}"
_NAME = regex(
    rf"\s*(?:(?:and|und|et|y|e|en|i)\s)?{_TITLES}({_WORD}(?:\s(?:[^\W\d_a-z]\.\s?){{0,2}}(?:(?:von|van|vom|zu|zur|de|del|della|der|den|di|da|du|la|le|"
    rf"ten|ter|op|Op|Van|De|bin|al|el|y|e)\s){{0,3}}(?:Mc|Mac|O[’'])?{_WORD}){{1,3}})\s*(?:M\.?A\.?|MBA|MSc|PhD)?\s*"
)
_WORDS = (
    "presse pressestelle pressekontakt pressesprecher pressesprecherin pressereferat pressereferent pressereferentin "
    "kontakt kontaktperson ansprechpartner ansprechpartnerin rückfragen rückfragehinweis redaktion newsroom "
    "kommunikation unternehmenskommunikation öffentlichkeitsarbeit marketing leiter leiterin leitung sprecher "
    "sprecherin referent referentin referat abteilung stabsstelle büro sekretariat ministerium polizei "
    "polizeipräsidium stadt gemeinde kreis landkreis land bund universität hochschule institut verein verband stiftung "
    "gesellschaft gruppe haus zentrum museum klinikum feuerwehr telefon telefax fax mobil mail internet web homepage "
    "tel fon straße strasse platz weg allee postfach gmbh ag se kg ev inc ltd llc corp plc foundation group company "
    "press media contact office officer relations manager director communications public university department "
    "spokesperson spokesman spokeswoman editor editors notes head senior street road avenue suite city united kingdom "
    "states phone email website information informationen weitere bei fragen bitte für und oder an the for more about "
    "deutschland germany österreich schweiz europe international rufbereitschaft team service center centre"
)
_BETWEEN = regex(r"[\s-]+")
_NO_NAMES = frozenset(_WORDS.split())
_NO_ENDINGS = (
    *("straße", "strasse", "platz", "allee", "gasse", "ufer", "damm", "amt", "stelle", "referat", "abteilung"),
    *("gesellschaft", "verband", "institut", "ministerium", "präsidium", "kommunikation", "sprecher", "sprecherin"),
    *("leiter", "leiterin", "referent", "referentin", "redaktion", "kontakt", "beauftragte", "beauftragter", "arbeit"),
    *(
        "zentrum",
        "gewerkschaft",
        "universität",
        "stiftung",
        "gericht",
        "kanzlei",
        "schule",
        "verwaltung",
        "dienst",
        "beratung",
        "management",
    ),
)


def find_names(text: str, span: Span) -> Iterator[Span]:
    """Yield the places of the names in a stretch of text, in order."""
    for part in _PART.finditer(text, span.start, span.end):
        if len(part[0].split(None, 2)) < 2:  # a name has two words
            continue
        match = _NAME.fullmatch(text, part.start(), part.end())
        if match is not None and not any(map(_is_other, _BETWEEN.split(match[1]))):
            yield Span(match.start(1), match.end(1))


def _is_other(word: str) -> bool:
    lower = word.lower()
    return lower in _NO_NAMES or lower.endswith(_NO_ENDINGS)
