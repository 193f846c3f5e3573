"""Patterns that are compiled when they are first used."""

import re

import pytest

from presslint.text.lazy import regex


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    pattern = regex(r"(?P<day>\d+)\.")
    found = pattern.search("am 23. Mai")
    assert found is not None
    assert found["day"] == "23"
    assert pattern.sub("x", "1. 2.") == "x x"
    assert [match[0] for match in pattern.finditer("1. 2.")] == ["1.", "2."]


def test_flags_hold() -> None:
    assert regex("mai", re.IGNORECASE).fullmatch("MAI")
    assert not regex("mai").fullmatch("MAI")


def test_nothing_is_compiled_before_it_is_needed() -> None:
    pattern = regex("(")
    assert pattern.pattern == "("
    with pytest.raises(re.error):
        pattern.match("(")


def test_what_a_pattern_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError):
        regex("a").nothing  # type: ignore[attr-defined]  # noqa: B018
