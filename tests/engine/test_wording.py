from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.engine.wording import SHORT, quoted, render, shown, visible
from presslint.model.values import Quoted, Value, Weekday, Words


@pytest.mark.parametrize(
    ("value", "en", "de"),
    [
        (date(2018, 2, 23), "23 February 2018", "23. Februar 2018"),
        (date(800, 12, 25), "25 December 800", "25. Dezember 800"),
        (Weekday(4), "Friday", "Freitag"),
        (time(9, 5), "09:05", "09:05"),
        (Decimal("1.50"), "1.50", "1,50"),
        (2018, "2018", "2018"),
        (Words("fax", "Telefax"), "fax", "Telefax"),
        (Quoted("am\n Montag"), "am Montag", "am Montag"),
        ("plain", "plain", "plain"),
        ("a\x07b", "a\\x07b", "a\\x07b"),
    ],
)
def test_values_read_as_the_language_writes_them(value: Value, en: str, de: str) -> None:
    assert shown(value, "en") == en
    assert shown(value, "de") == de


def test_a_message_takes_its_values() -> None:
    words = Words("{day} is {date}, {day}!", "{date} ist {day}!")
    args: dict[str, Value] = {"day": Weekday(0), "date": date(2026, 3, 2)}
    assert render(words, args, "en") == "Monday is 2 March 2026, Monday!"
    assert render(words, args, "de") == "2. März 2026 ist Montag!"
    assert render(Words("as it is", "so"), {}, "de") == "so"


def test_a_value_is_not_read_as_a_placeholder() -> None:
    assert render(Words("{a} {b}", ""), {"a": "{b}", "b": "{a}"}, "en") == "{b} {a}"


def test_a_message_with_a_hole_is_refused() -> None:
    with pytest.raises(KeyError):
        render(Words("{missing}", ""), {}, "en")


def test_long_text_is_cut() -> None:
    assert quoted("wort " * 100_000) == "wort wort wort wort wort wort wort wort wort wort wort wort…"
    assert quoted("x" * SHORT) == "x" * SHORT
    assert len(quoted("x" * (SHORT + 1))) == SHORT


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mrot\x1b[0m", "\\x1b[31mrot\\x1b[0m"),
        ("\u202eabc", "\\u202eabc"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("5\u00a0%, 5\u202f%", "5\u00a0%, 5\u202f%"),
        ("Größe 😀 é", "Größe 😀 é"),
    ],
)
def test_what_does_not_show_is_escaped(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    for seen in (visible(text), quoted(text)):
        assert all(character.isprintable() or character.isspace() for character in seen)
        assert not set(seen) & set("\n\r\x1b\u202e\u2028")
