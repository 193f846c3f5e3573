"""Texts of more parts than any release has: refused with a reason before they take the memory of the machine."""

import pytest

from presslint.errors import LoadError
from presslint.load import MOST_TEXT, load, source_from_bytes
from presslint.load.drafts import MOST


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.txt", "a\n" * (MOST + 1), "lines"),
        ("a.txt", "a\r" * (MOST + 1), "lines"),
        ("a.md", "a\n\n" * (MOST + 1), "lines"),
        ("a.md", "3. " * (MOST + 2) + "a", "blocks"),
        ("a.md", "&amp; " * (MOST + 1), "pieces in a line"),
        ("a.md", "[](b)" * (MOST + 1), "marks"),
    ],
)
def test_no_release_has_as_many(name: str, text: str, what: str) -> None:
    with pytest.raises(LoadError, match=f"more than {MOST} {what}"):
        load(source_from_bytes(text.encode(), name))


def test_a_text_that_is_a_single_line_has_an_end_too() -> None:
    text = "Die Stadt öffnet das Bad. " * (MOST_TEXT // 26 + 1)
    with pytest.raises(LoadError, match=f"more than {MOST_TEXT} characters"):
        load(source_from_bytes(text.encode(), "a.txt"))


def test_the_reason_is_given_in_german_too() -> None:
    with pytest.raises(LoadError) as caught:
        load(source_from_bytes(b"a\n" * (MOST + 1), "a.txt"))
    assert "mehr als 200000 Zeilen" in caught.value.in_("de")
