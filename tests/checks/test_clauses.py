import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks.clauses import REACH, sentence
from presslint.checks.neighbours import neighbours
from presslint.text.span import Span


def around(text: str, word: str) -> str:
    start = text.index(word)
    return sentence(text, Span(start, start + len(word)), Span(0, len(text))).of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Erster Satz. Am HIER geht es weiter. Letzter.", "Am HIER geht es weiter"),
        ("Am 9. Januar HIER um 17.50 Uhr. Danach.", "Am 9. Januar HIER um 17.50 Uhr"),
        ("Im Jahr 2005. Dann HIER.", "Dann HIER"),
        ("Das sagte Dr. Holm HIER in St. Anton. Ende.", "Das sagte Dr. Holm HIER in St. Anton"),
        ("Sen. J. Smith HIER spoke at 3 p.m. Eastern. End.", "Sen. J. Smith HIER spoke at 3 p.m. Eastern"),
        ("vorstellen.Die Feier HIER!Danach", "Die Feier HIER"),
        ("Ort: Rathaus\nZeit: HIER\nEnde", "Zeit: HIER"),
        ("eins\tHIER\tdrei", "HIER"),
        ("eins; HIER; drei", "HIER"),
        ("wird beraubt    Am HIER war es    Ende", "Am HIER war es"),
        ("wird am    HIER das Fest", "wird am    HIER das Fest"),
        ("Er sagte: „HIER bin ich.“ Danach", "„HIER bin ich"),
        ("So ist es (HIER). Weiter", "So ist es (HIER)"),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: str) -> None:
    assert around(text, "HIER") == expected


def test_a_sentence_stays_inside_its_block_and_within_reach() -> None:
    text = "x" * 3000
    assert sentence(text, Span(1500, 1510), Span(0, 3000)) == Span(1500 - REACH, 1510 + REACH)
    assert sentence(text, Span(1500, 1510), Span(1490, 1520)) == Span(1490, 1520)


@given(st.text("ab. \n!?;:„“A1\t\u00a0", max_size=80), st.integers(0, 80), st.integers(0, 10))
@settings(deadline=None, max_examples=300)
def test_a_sentence_always_holds_its_place(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    place = Span(start, min(start + length, len(text)))
    found = sentence(text, place, Span(0, len(text)))
    assert found.contains(place)


def test_long_texts_cost_no_more_than_their_neighbourhood() -> None:
    text = ". " * 200_000
    begin = time.perf_counter()
    sentence(text, Span(200_000, 200_002), Span(0, len(text)))
    assert time.perf_counter() - begin < 0.5


def test_the_preposition_of_a_period_stands_before_it() -> None:
    text = "Ihre im Sommer 2017 begonnene Tour."
    start = text.index("im")
    found = neighbours(text, Span(start, text.index(" begonnene")), Span(0, len(text)))
    assert found.before == "Ihre im "
    assert found.after == " begonnene Tour"
    assert Span(found.end + 1, found.end + 10).of(text) == "begonnene"
