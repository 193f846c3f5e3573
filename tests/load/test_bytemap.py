"""Bytes to characters, as the places that a parser written in Rust gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.load.bytemap import ByteMap


@pytest.mark.parametrize("base", [0, 3])
@pytest.mark.parametrize(
    "text",
    ["", "plain text", "Grüße, „Ä“ 😀 x", "ä" * 700, "a" * 255 + "ß" + "b" * 300, "x" * 256 + "ü" * 256, "ü" * 256],
)
def test_every_character_is_found_by_its_byte(text: str, base: int) -> None:
    whole = "abc"[:base] + text
    at = ByteMap(whole, base).character
    assert [at(len(text[:place].encode())) for place in range(len(text) + 1)] == list(range(base, base + len(text) + 1))


@given(st.text(alphabet="aä€😀\n", max_size=600))
def test_any_text(text: str) -> None:
    at = ByteMap(text).character
    assert all(at(len(text[:place].encode())) == place for place in range(0, len(text) + 1, 7))
