import ftfy
import pytest
from ftfy.badness import badness
from hypothesis import given
from hypothesis import strategies as st

from presslint.text.mojibake import broken_words, repair

_SENTENCES = {
    "de": "Staatssekretärin Jürgensen eröffnet „Öffnung“ – für Süß’ Café, 3 €, in Zürich.",
    "en": "The mayor’s “café” – naïve, déjà vu… costs £3.",
    "fr": "L’école ouvre à Noël : « été », cœur, garçon, où, 3 €.",
    "es": "El niño abrió mañana el museo “Córdoba”, ¿dónde?",
    "pl": "Zażółć gęślą jaźń, Łódź.",
    "sv": "Åsa Öberg öppnar ”biblioteket” på måndag.",
    "da": "Søren Ærø åbner »biblioteket«.",
    "pt": "A manhã é dos avós, não do João.",
    "it": "La città è più bella, perché no.",
    "nl": "De coördinator zei: “één €”.",
}


def broken(text: str, language: str = "de") -> list[tuple[str, str]]:
    return [(word.text, word.repaired) for word in broken_words(text, language)]


def spoil(text: str) -> str:
    """Read UTF-8 as Windows-1252; the five bytes that it lacks stay control characters, as browsers have it."""
    return "".join(bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in text.encode())


@pytest.mark.parametrize("language", sorted(_SENTENCES))
def test_every_spoilt_sentence_is_repaired(language: str) -> None:
    sentence = _SENTENCES[language]
    spoilt = spoil(sentence)
    mended = spoilt
    for word, repaired in broken(spoilt, language):
        mended = mended.replace(word, repaired)
    assert mended == sentence


@pytest.mark.parametrize("language", sorted(_SENTENCES))
def test_no_sentence_is_broken_as_it_is(language: str) -> None:
    assert broken(_SENTENCES[language], language) == []
    assert not badness(_SENTENCES[language])


@pytest.mark.parametrize("language", sorted(_SENTENCES))
def test_the_repair_is_that_of_the_reference(language: str) -> None:
    spoilt = spoil(_SENTENCES[language])
    assert repair(spoilt) == ftfy.fix_encoding(spoilt)


@given(st.text(alphabet="äöüßéèçñ€–„“’…abc ", min_size=1, max_size=20))
def test_repair_undoes_what_was_spoilt(text: str) -> None:
    assert repair(spoil(text)) == text


def test_what_was_spoilt_twice_is_repaired() -> None:
    assert broken(spoil(spoil("Müller")) + " da") == [(spoil(spoil("Müller")), "Müller")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Menü im »CAFÉ« und „MENÜ“ – „PÄ…“, „SÜ–“", "de"),
        ("« CHÂTEAU », l’âge, ROMÂ » et “É”", "fr"),
        ("A “MAÇÃ” e a “IRMÃ” – câmara", "pt"),
        ("„Å“ og »PÅ« – Å…", "da"),
        ("câte o sală în română", "ro"),
        ("Wer „Ã¼“ liest, hat falsch geöffnet, (Ã¤) auch", "de"),
        ("Ð¡Ð¾Ñ", "de"),
        ("Ärger – Öl – Übung", "de"),
        ("le bâtiment, il est â la fin", "fr"),
        ("Das Wort â kommt vor", "de"),
    ],
)
def test_what_is_not_broken(text: str, language: str) -> None:
    assert broken(text, language) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Staatssekret\ufffdrin", "Staatssekret\ufffdrin"),
        ("Anna Gï¿½ler kommt", "Gï¿½ler"),
        ("The cityâs plan â and the mayorâs", "cityâs"),
    ],
)
def test_what_is_lost(text: str, word: str) -> None:
    found = broken(text, "en")
    assert found[0][0] == word
    assert "\ufffd" in found[0][1]


def test_a_byte_order_mark_that_was_decoded_goes() -> None:
    assert broken("ï»¿Die Stadt", "de") == [("ï»¿Die", "Die")]


def test_two_sequences_prove_the_mistake_where_one_may_be_meant() -> None:
    assert broken("AMANHÃ” “NÃO", "pt") == []
    assert broken("IRMÃ” e AVÃ” e MÃ£e", "pt") != []
