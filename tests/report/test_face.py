import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.report.face import Face


@pytest.mark.parametrize(
    ("text", "shown", "width"),
    [
        ("plain", "plain", 5),
        ("für", "für", 3),
        ("a\tb", "a    b", 6),
        ("日本", "日本", 4),
        ("👩", "👩", 2),
        ("a\u0308", "a\u0308", 1),
        ("\u2764\ufe0f", "\u2764", 1),
        ("\u00a0", "\u00a0", 1),
        ("\x1b[31m", "\\x1b[31m", 8),
        ("\x9b1m", "\\x9b1m", 6),
        ("\u202e", "\\u202e", 6),
        ("\u200b", "\\u200b", 6),
        ("Presse\u00admitteilung", "Presse\\xadmitteilung", 20),
        ("\x00\r\n", "\\x00\\x0d\\x0a", 12),
        ("\u2029", "\\u2029", 6),
        ("\udce4", "\\udce4", 6),
        ("\U000e0041", "\\U000e0041", 10),
    ],
)
def test_what_is_not_seen_is_shown_and_measured(text: str, shown: str, width: int) -> None:
    face = Face()
    assert face.show(text) == shown
    assert face.width(text) == width


def test_a_stream_that_lacks_characters_gets_legible_ones() -> None:
    face = Face("ascii")
    assert face.show("„Über uns“ – für 5 €… 日") == '"Ueber uns" - fuer 5 EUR... \\u65e5'
    assert face.width("日") == 6
    assert face.glyphs.bar == "|"


def test_a_stream_keeps_what_it_can_write() -> None:
    assert Face("cp1252").show("„Für“ 日") == "„Für“ \\u65e5"


def test_frames_are_drawn_where_the_stream_can() -> None:
    assert Face("UTF-8").glyphs.bar == "│"
    assert Face("utf-8", plain=True).glyphs.bar == "|"
    assert Face("cp1252").glyphs.bar == "|"


@given(st.text(), st.integers(-3, 40))
def test_what_fits_takes_no_more_than_the_room(text: str, room: int) -> None:
    face = Face()
    count = face.fitting(text, room)
    assert face.width(text[:count]) <= max(room, 0)
    assert count <= max(room, 0)
    if room > 0 and count < len(text) and face.width(text[count]) > 0:
        assert sum(max(face.width(character), 1) for character in text[: count + 1]) > room


@given(st.text())
def test_nothing_that_is_shown_controls_a_terminal(text: str) -> None:
    shown = Face().show(text)
    assert all(character.isprintable() or character.isspace() for character in shown)
    assert not set(shown) & set("\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
    assert Face("ascii").show(text).isascii()


def test_a_line_break_in_a_paragraph_is_a_sign() -> None:
    assert Face().show("Jana Wolters\u2028Telefon") == "Jana Wolters↵Telefon"
    assert Face("ascii").show("Jana Wolters\u2028Telefon") == "Jana Wolters|Telefon"
