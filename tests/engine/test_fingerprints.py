"""Findings are known again wherever they are, and none is taken for another."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.engine.fingerprints import SAME, Print, likeness, pairs, parsed, print_of, sketch
from presslint.model.finding import Confidence, Finding, Location, Severity
from presslint.text.span import SourceSpan

WORDS = ("Messe", "Hafen", "Uferpark", "Halle", "Eröffnung", "Präsidentin", "Brücke", "Wochenmarkt", "Fähre", "Kran")


def finding(text: str, word: str, nth: int = 0, rule: str = "DAT002") -> Finding:
    """Return a finding about the nth time that a word stands in a text; an empty word is the file as a whole."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(word, start + 1)
    span = SourceSpan(start, start + len(word)) if word else None
    return Finding(rule, "x", Severity.ERROR, Confidence.HIGH, "m", Location(1, 1, 1, 1), span, word)


def mark(text: str, word: str, nth: int = 0, rule: str = "DAT002") -> Print:
    return print_of(finding(text, word, nth, rule), text)


TEXT = "Die Messe beginnt wie immer am Montag, 3. März 2026, um zehn Uhr in der großen Halle.\n\nEin zweiter Absatz."


def test_what_surrounds_a_finding_may_look_otherwise() -> None:
    same = [
        f"Davor.\n\n{TEXT}",
        TEXT.replace(" wie ", "\nwie ").replace("\n\n", "\r\n \t\r\n"),
        TEXT.replace("Messe", "**Messe**").replace("zehn Uhr", "_zehn Uhr_"),
        TEXT.replace("beginnt", "BEGINNT"),
        TEXT.replace("Ein zweiter Absatz", "Etwas anderes"),
    ]
    for other in same:
        assert mark(other, "Montag") == mark(TEXT, "Montag")
    assert mark(TEXT, "Montag", rule="DAT003") != mark(TEXT, "Montag")
    assert mark(TEXT.replace("Montag", "Dienstag"), "Dienstag") != mark(TEXT, "Montag")


def test_a_finding_is_known_by_one_side_when_the_other_has_changed() -> None:
    for changed in (
        TEXT.replace("um zehn Uhr in der", "ab elf Uhr vor einer"),
        TEXT.replace("wie immer", "diesmal erst"),
    ):
        assert mark(changed, "Montag") != mark(TEXT, "Montag")
        assert pairs([mark(TEXT, "Montag")], [mark(changed, "Montag")]) == {0: 0}
    both = TEXT.replace("um zehn Uhr in der", "ab elf Uhr vor einer").replace("wie immer", "diesmal erst")
    assert pairs([mark(TEXT, "Montag")], [mark(both, "Montag")]) == {}


def test_a_long_text_is_known_by_itself() -> None:
    address = "http://www.stadt-ahrenfeld.de/messe"
    one, other = f"Mehr dazu steht auf {address} im Netz.", f"Wer alles wissen will: {address} sagt es."
    assert pairs([mark(one, address)], [mark(other, address)]) == {0: 0}


def test_of_two_that_are_alike_the_new_one_is_left() -> None:
    planted = f"Am Montag, 9. März 2026, ist alles vorbei.\n\n{TEXT}"
    old = [mark(TEXT, "Montag")]
    new = [mark(planted, "Montag", 0), mark(planted, "Montag", 1)]
    assert pairs(old, new) == {1: 0}
    twice = f"{TEXT}\n\n{TEXT}"
    assert len(pairs(old, [mark(twice, "Montag", 0), mark(twice, "Montag", 1)])) == 1


def test_the_file_as_a_whole() -> None:
    assert pairs([mark(TEXT, "", rule="CON001")], [mark("Anders.", "", rule="CON001")]) == {0: 0}
    assert pairs([mark(TEXT, "", rule="CON001")], [mark("Anders.", "", rule="CON002")]) == {}


def test_a_text_alone_in_its_paragraph() -> None:
    one, other = "Davor.\n\nMontag\n\nDanach.", "Montag\n\nEtwas anderes."
    assert pairs([mark(one, "Montag")], [mark(other, "Montag")]) == {0: 0}
    assert pairs([mark(one, "Montag")], [mark(TEXT, "Montag")]) == {}


@given(st.text(st.characters(exclude_categories=()), max_size=40), st.integers(0, 40), st.integers(0, 9))
@settings(max_examples=100, deadline=None)
def test_prints_are_kept_as_they_are(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    word = text[start : start + length]
    span = SourceSpan(start, start + len(word))
    found = print_of(finding("x", "")._replace(span=span, snippet=word), text)
    assert parsed("DAT002", str(found)) == found
    assert str(found).isascii()


def release(chance: random.Random, count: int = 8) -> list[str]:
    """Return paragraphs of words."""
    return [" ".join(chance.choice(WORDS) + str(chance.randrange(50)) for _ in range(25)) for _ in range(count)]


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_a_text_is_known_after_work_on_it_and_not_taken_for_another(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - texts, no secrets
    paragraphs = release(chance)
    old = sketch("\n\n".join(paragraphs))
    chance.shuffle(paragraphs)
    paragraphs.insert(3, " ".join(WORDS))
    worked = "\n\n".join(paragraphs).replace(" ", "\n", 5).upper()
    assert likeness(old, sketch(worked)) >= SAME
    boilerplate = paragraphs[0]
    other = "\n\n".join(release(chance)) + "\n\n" + boilerplate
    assert likeness(old, sketch(other)) < SAME


def test_short_texts_are_compared_as_a_whole() -> None:
    assert (
        likeness(sketch("Eins zwei drei vier."), sketch("Null.\n\nEins zwei drei vier.\n\nFünf sechs sieben acht."))
        == 1
    )
    assert likeness(sketch("Eins zwei drei vier."), sketch("Fünf sechs sieben acht.")) == 0
    assert likeness((), sketch("Eins zwei drei.")) == likeness(sketch("Eins zwei drei."), ()) == 0
