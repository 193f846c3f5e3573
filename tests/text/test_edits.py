import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.text.edits import Edit, apply_edits, unified_diff
from presslint.text.span import SourceSpan


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(SourceSpan(start, end), text)


def test_edits_replace_insert_and_delete_in_any_order() -> None:
    edits = [edit(10, 16, ""), edit(3, 9, "Dienstag"), edit(0, 0, "¶ ")]
    assert apply_edits("Am Montag, 3. März", edits) == "¶ Am Dienstag,rz"


def test_insertions_at_one_place_come_in_the_order_given() -> None:
    assert apply_edits("ab", [edit(1, 1, "z"), edit(1, 1, "y"), edit(1, 2, "B")]) == "azyB"


def test_without_edits_the_text_stays() -> None:
    assert apply_edits("abc", []) == "abc"


@pytest.mark.parametrize(
    "edits",
    [
        [edit(0, 3, "x"), edit(2, 4, "y")],
        [edit(3, 2, "x")],
        [edit(2, 9, "x")],
        [edit(-1, 2, "x")],
    ],
)
def test_edits_that_cannot_all_be_meant_are_an_error(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits("abcdef", edits)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [edit(start, end, draw(st.text(max_size=4))) for start, end in spans]


@given(texts_with_edits())
@settings(deadline=None)
def test_edits_can_be_taken_back(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    changed = apply_edits(text, edits)
    back, shift = [], 0
    for span, replacement in edits:
        start = span.start + shift
        back.append(edit(start, start + len(replacement), text[span.start : span.end]))
        shift += len(replacement) - (span.end - span.start)
    assert apply_edits(changed, back) == text


def test_a_diff_names_both_sides_and_shows_the_lines() -> None:
    assert unified_diff("eins\nzwei\n", "eins\ndrei\n", "a.md") == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n eins\n-zwei\n+drei\n"
    )


def test_a_diff_says_where_the_last_line_has_no_end() -> None:
    assert unified_diff("eins", "zwei", "a.md").endswith(
        "-eins\n\\ No newline at end of file\n+zwei\n\\ No newline at end of file\n"
    )


def test_a_diff_counts_lines_as_editors_do() -> None:
    diff = unified_diff("a\u2028b\r\nc\rd\n", "a\u2028b\r\nc\rD\n", "a.txt")
    assert "@@ -1,3 +1,3 @@" in diff
    assert diff.endswith("-d\n+D\n")


def test_nothing_changed_gives_no_diff() -> None:
    assert unified_diff("a\n", "a\n", "a.md") == ""
