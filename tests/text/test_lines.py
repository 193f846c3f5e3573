import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.text.lines import LineIndex, Position

TEXTS = st.text(alphabet=st.sampled_from("aä😀\r\n\t\u2028\x0b"), max_size=40)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end: str) -> None:
    index = LineIndex(f"eins{end}zwei{end}{end}vier")
    assert index.count == 4
    assert index.position(4 + len(end)) == Position(2, 1)
    assert [index.line(number) for number in range(1, 5)] == ["eins", "zwei", "", "vier"]
    assert index.start(2) == 4 + len(end)


def test_no_other_character_ends_a_line() -> None:
    assert LineIndex("a\u2028b\x0bc\x0cd\x85e").count == 1


def test_a_text_that_ends_with_a_line_end_has_an_empty_last_line() -> None:
    index = LineIndex("a\n")
    assert index.count == 2
    assert index.position(2) == Position(2, 1)
    assert index.line(2) == ""


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        LineIndex("abc").position(offset)


@pytest.mark.parametrize(
    "place", [Position(0, 1), Position(3, 1), Position(1, 0), Position(1, 5), Position(2, 3), Position(1, 4)]
)
def test_a_place_that_the_text_does_not_have_is_an_error(place: Position) -> None:
    with pytest.raises(ValueError, match="no line"):
        LineIndex("ab\nc").offset(place)


def test_editors_count_an_emoji_twice() -> None:
    index = LineIndex("x\n😀 ab")
    assert index.utf16_column(Position(2, 3)) == 3
    assert index.utf16_column(Position(2, 1)) == 0


@given(TEXTS)
@settings(deadline=None)
def test_offset_is_the_inverse_of_position(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        assert index.offset(index.position(offset)) == offset


@given(TEXTS)
@settings(deadline=None)
def test_lines_and_their_ends_are_the_text(text: str) -> None:
    index = LineIndex(text)
    starts = [index.start(number) for number in range(1, index.count + 1)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        assert text[start:end].startswith(index.line(number))
        assert text[start:end][len(index.line(number)) :].strip("\r\n") == ""
