import re
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.text import patterns
from presslint.text.needles import Needle, all_spans, literal_pattern, needles
from presslint.text.patterns import PatternError, compiled, shape
from presslint.text.span import Span


@pytest.mark.parametrize(
    ("pattern", "needles"),
    [
        (r"\bTODO\b", ("TODO",)),
        (r"(?:foo|bar)\d+baz", ("baz",)),
        (r"(?:foo|quux)\d+b", ("foo", "quux")),
        (r"foo|bar", ("foo", "bar")),
        (r"foo|\d+", ()),
        (r"a?bc*de{2}f+", ("dee",)),
        (r"\[(?:[A-Z][^\]\n]{1,40})\](?!\()", ("[",)),
        (r"(?<!\w)N\. ?N\.", ("N.",)),
        (r"\{\{x\}\}", ("{{x}}",)),
        (r"{FIRST}", ("{FIRST}",)),
        (r"(?P<name>abc)", ("abc",)),
        (r"(?:abc)?d", ("d",)),
        (r"[]x]a\x41\u00e4", ("a",)),
        (r"x{2,}?y", ("xx",)),
        (r"\?{2,}", ("??",)),
        (r"[(\[]x{0,3}(?:one|two|three|four)", ("(", "[")),
        (r"[Bb]itte (?:one|two|three)", ("itte ",)),
        (r"«(?:one|two|three)»", ("«",)),
        (r"[a-c][^xy][\w]", ()),
        (r"^.$", ()),
        (r"", ()),
    ],
)
def test_what_a_pattern_cannot_match_without(pattern: str, needles: tuple[str, ...]) -> None:
    found = shape(pattern).needles
    assert found == needles or (len(found) == 1 and found[0] in needles)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a+)+", "a repetition inside a repetition"),
        ("(?:a{1,3})*", "a repetition inside a repetition"),
        ("(?:(?:ab){2,})+", "a repetition inside a repetition"),
        (r"(a)\1", "a reference"),
        ("(a", "an open parenthesis"),
        ("a)", "a closing parenthesis too many"),
        ("[a", "an open bracket"),
        ("*a", "nothing to repeat"),
        ("(?i)a", "an unknown kind of group"),
        ("a\\", "a backslash at the end"),
    ],
)
def test_a_pattern_that_may_not_be_run(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        compiled(pattern)


@pytest.mark.parametrize("pattern", [r"a\q", r".*.*\q", r"[z-a]", r".*.*[z-a]"])
def test_a_pattern_that_is_none(pattern: str) -> None:
    with pytest.raises(PatternError, match="in: "):
        compiled(pattern)


def test_harmless_patterns_run_at_once_and_others_under_a_timeout() -> None:
    assert type(compiled(r"\d{1,3} Euro")).__name__ == "_Plain"
    patient = compiled(r"(?:x|xx)*y\w*\s*z")
    assert type(patient).__name__ == "_Patient"
    assert list(patient.spans("xxya z")) == [Span(0, 6)]


def test_a_pattern_that_runs_away_is_stopped() -> None:
    with mock.patch.object(patterns, "TIMEOUT", 0.01), pytest.raises(TimeoutError):
        list(compiled(r"\w*\w*\w*[0-9]").spans("x" * 3000))


def test_matches_are_found_line_by_line_and_empty_ones_left_out() -> None:
    assert list(compiled("^b?").spans("a\nb\nb")) == [Span(2, 3), Span(4, 5)]
    assert list(compiled(r"(?:x|xx)*\w*\s*").spans("  ")) == [Span(0, 2)]
    assert list(compiled("ab", ignore_case=True).spans("AB")) == [Span(0, 2)]


def test_a_literal_is_found_as_whole_words_over_any_blank() -> None:
    pattern = literal_pattern("Max Muster")
    assert re.findall(pattern, "Max Muster, Max\u00a0Muster, Max\nMuster, Max Mustermann") == [
        "Max Muster",
        "Max\u00a0Muster",
        "Max\nMuster",
    ]
    assert re.findall(literal_pattern("Str."), "Str. 5, xStr.") == ["Str."]
    assert re.findall(literal_pattern("a.b"), "a.b axb") == ["a.b"]


def test_nothing_is_compiled_before_a_text_passes_the_gate() -> None:
    wanted = needles(("Muster AG",), (r"[A-Z]{3}-Code",), ignore_case=False)
    with mock.patch.object(Needle, "scan", side_effect=AssertionError("compiled")):
        assert all_spans(wanted, "Nothing of the kind is here.") == []
    assert all_spans(wanted, "Muster AG, ABC-Code") == [Span(0, 9), Span(11, 19)]


def test_case_is_ignored_in_the_gate_too() -> None:
    wanted = needles(("Lorem Ipsum",), ("BLINDtext",), ignore_case=True)
    assert all_spans(wanted, "LOREM ipsum blindTEXT") == [Span(0, 11), Span(12, 21)]


_ATOMS = st.sampled_from(["a", "b", "ab", r"\d", "[ab]", "a?", "b{0,2}", "(?:a|b)", "(?:ab|1)", "(?:a1)?", r"\w", "b+"])


@given(st.lists(_ATOMS, min_size=1, max_size=5).map("".join), st.text(alphabet="ab1 ", max_size=12))
def test_every_match_holds_a_needle(pattern: str, text: str) -> None:
    found = shape(pattern)
    for match in re.finditer(pattern, text):
        assert not found.needles or any(needle in match[0] for needle in found.needles)
