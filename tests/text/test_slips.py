"""Slips of the hand between two words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.text.slips import slips


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("ahrenfeld", "ahrenfeld", 0),
        ("ahrenfeld", "ahrenfed", 1),
        ("ahrenfeld", "ahrenfelld", 1),
        ("ahrenfeld", "ahrenfelt", 1),
        ("ahrenfeld", "ahrenfedl", 1),
        ("ahrenfeld", "harenfedl", 2),
        ("ahrenfeld", "messe", 3),
        ("a" * 100, "a" * 99, 3),
        ("abcd", "wxyz", 3),
    ],
)
def test_slips_are_counted(one: str, other: str, count: int) -> None:
    assert slips(one, other) == count


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abc", max_size=6), st.text(alphabet="abc", max_size=6))
def test_the_order_makes_no_difference(one: str, other: str) -> None:
    assert slips(one, other) == slips(other, one)
