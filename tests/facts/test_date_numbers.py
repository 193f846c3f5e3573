"""Numbers in front of words are told apart without the pattern that tells all others: both must agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.facts.date_lexer import lexer_for
from presslint.facts.date_words import DATE_WORDS

_BEHIND = st.sampled_from(
    ("Uhr", "uhr", "h", "H30", "hours", "a.m.", "am", "PM", "o'clock", "hora", "heures", "u", "Gäste", "st", "°", "x")
)
_GAP = st.sampled_from((*" \u00a0\t.:-/", ". ", ".  ", ".\u00a0", ".000 "))
_TEXT = st.text(alphabet="0123456789 \u00a0.,:/-'hauprosº€%tdäx²٣\n", max_size=8)


@pytest.mark.parametrize("language", sorted(DATE_WORDS))
@given(st.integers(0, 99999), _GAP, _BEHIND, _TEXT)
def test_a_plain_number_has_the_kind_that_the_pattern_gives(
    language: str, number: int, gap: str, word: str, rest: str
) -> None:
    lexer = lexer_for((language,))
    text = f"{number}{gap}{word}{rest}"
    match = lexer._number.match(text)
    assert match is not None
    assert lexer._number_at(text, 0, len(str(number))) == (match.lastgroup, match.end())
