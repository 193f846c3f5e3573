"""The language of a release."""

from collections.abc import Callable

import pytest

from presslint.facts import Facts
from presslint.facts.language import UNKNOWN, detect, likely
from presslint.model.facts import DateFact, Language
from presslint.model.finding import Confidence

Read = Callable[..., Facts]

TEXTS = {
    "de": "Die Stadt hat am Freitag ein neues Programm für die Schulen vorgestellt, das von allen getragen wird.",
    "en": "The town has presented a new programme for its schools on Friday, and it will be carried by all of them.",
    "fr": "La ville a présenté vendredi un nouveau programme pour les écoles, qui est soutenu par tous les partis.",
    "es": "La ciudad ha presentado el viernes un nuevo programa para las escuelas que será apoyado por todos.",
    "it": "La città ha presentato venerdì un nuovo programma per le scuole che è sostenuto da tutti i partiti.",
    "nl": "De stad heeft op vrijdag een nieuw programma voor de scholen gepresenteerd dat door allen wordt gesteund.",
    "pl": "Miasto przedstawiło w piątek nowy program dla szkół, który jest wspierany przez wszystkich i będzie dalej.",
    "pt": "A cidade apresentou na sexta-feira um novo programa para as escolas que é apoiado por todos os partidos.",
    "da": "Byen har fredag præsenteret et nyt program for skolerne, som bliver støttet af alle og ikke kun af nogle.",
    "sv": "Staden har på fredag presenterat ett nytt program för skolorna som är stött av alla och inte bara av några.",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_the_frequent_words_tell(language: str) -> None:
    assert detect(TEXTS[language]).code == language


def test_a_long_text_is_sure() -> None:
    assert detect(TEXTS["de"]).confidence is Confidence.MEDIUM
    assert detect(" ".join([TEXTS["de"]] * 5)) == Language("de", declared=False, confidence=Confidence.HIGH)


@pytest.mark.parametrize("text", ["", "Seite 1 von 2", "12345", "nicht und ist the and was"])
def test_too_little_or_too_mixed_to_tell(text: str) -> None:
    assert detect(text) == Language("", declared=False, confidence=Confidence.LOW)


def test_what_is_declared_wins(facts_of: Read) -> None:
    assert facts_of(TEXTS["de"], "en").one(Language) == Language("en", declared=True, confidence=Confidence.HIGH)
    assert facts_of(TEXTS["de"]).language == "de"


def test_without_a_clear_language_the_likely_ones_are_tried(facts_of: Read) -> None:
    from presslint.facts.reading import Reading

    facts = facts_of("La foire ouvre le lundi 3 mars 2018 à la place de la gare")
    assert facts.language == ""
    assert facts.one(Reading).lexer.languages[0] == "fr"
    assert [fact.text for fact in facts.of(DateFact)] == ["lundi 3 mars 2018"]
    assert likely("12345") == UNKNOWN
    assert likely("in 12345") == ("en", "nl", "de")


def test_a_language_without_a_table_is_read_as_german_and_english(facts_of: Read) -> None:
    from presslint.facts.reading import Reading

    assert facts_of("Ahoj", "cs").one(Reading).lexer.languages == UNKNOWN
