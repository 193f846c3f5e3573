import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.report.excerpt import Excerpt, excerpt
from presslint.report.face import Face

LONG = "Die Pressekonferenz ist am Montag, 3. März 2026, im Rathaus der Stadt, und viele Gäste haben sich angemeldet. "


def shown(text: str, *marks: str, room: int = 40, face: Face | None = None) -> Excerpt:
    places = [(text.index(mark), text.index(mark) + len(mark)) for mark in marks]
    return excerpt(text, (0, len(text)), places, room, face or Face())


def under(result: Excerpt) -> list[str]:
    return [result.text[start:end] for start, end in result.places]


def test_a_short_line_is_shown_whole() -> None:
    result = shown("Am Montag, 3. März 2026.", "Montag")
    assert result == Excerpt("Am Montag, 3. März 2026.", ((3, 9),), ((3, 9),))


def test_a_long_line_is_shown_around_the_mark_by_whole_words() -> None:
    result = shown(LONG, "Montag")
    assert result.text == "…ist am Montag, 3. März 2026,…"
    assert under(result) == ["Montag"]


def test_the_window_moves_to_the_beginning_and_the_end_of_the_line() -> None:
    assert shown(LONG.strip(), "Die").text == "Die Pressekonferenz ist am Montag, 3.…"
    assert shown(LONG.strip(), "angemeldet.").text == "…und viele Gäste haben sich angemeldet."


def test_two_marks_far_apart_get_a_window_each() -> None:
    result = shown(LONG * 3 + "Ende am Freitag.", "Montag", "Freitag", room=50)
    assert result.text == "…ist am Montag, 3. März…Ende am Freitag."
    assert under(result) == ["Montag", "Freitag"]


def test_marks_may_overlap_and_keep_their_order() -> None:
    result = shown(LONG, "3. März 2026", "März", "Montag", room=50)
    assert under(result) == ["3. März 2026", "März", "Montag"]


def test_the_middle_of_a_mark_that_is_too_long_is_left_out() -> None:
    text = f"Vorher {LONG * 4}nachher"
    result = excerpt(text, (0, len(text)), [(7, len(text) - 8), (200, 205)], 40, Face())
    assert result.text == "…Die Pressekonferen…n sich angemeldet.…"
    assert under(result) == ["Die Pressekonferen…n sich angemeldet.", ""]
    assert Face().width(result.text) <= 40


def test_wide_characters_and_escapes_count_as_what_they_take() -> None:
    text = "日本語 " * 30 + "Montag" + "\x1b" * 50
    result = shown(text, "Montag")
    assert Face().width(result.text) <= 40
    start, end = result.columns[0]
    assert (Face().width(result.text[: result.places[0][0]]), end - start) == (start, 6)


def test_a_place_between_two_characters_is_an_empty_mark() -> None:
    assert excerpt("abc", (0, 3), [(3, 3)], 40, Face()).columns == ((3, 3),)
    assert excerpt("", (0, 0), [(0, 0)], 40, Face()) == Excerpt("", ((0, 0),), ((0, 0),))


def test_a_line_without_marks_is_shown_from_its_beginning() -> None:
    assert shown(LONG).text == "Die Pressekonferenz ist am Montag, 3.…"


def test_plain_ellipses_have_room_of_their_own() -> None:
    result = shown(LONG, "Montag", face=Face(plain=True))
    assert result.text == "...ist am Montag, 3. März..."


@pytest.mark.parametrize("filler", ["x", "x ", "\u0301", "\x1b", "日"])
def test_a_line_of_megabytes_costs_no_more_than_a_short_one(filler: str) -> None:
    text = filler * 2_000_000 + "Montag" + filler * 2_000_000
    place = len(filler) * 2_000_000
    started = time.perf_counter()
    for _ in range(20):
        result = excerpt(text, (0, len(text)), [(place, place + 6)], 80, Face())
    assert time.perf_counter() - started < 1
    assert under(result) == ["Montag"]
    assert len(result.text) < 1000


@given(
    st.text(st.sampled_from("ab cdäß日\t\u0301\x1b\u202e👩"), max_size=120),
    st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=4),
    st.integers(30, 90),
)
def test_every_mark_is_found_in_what_is_shown(text: str, ends: list[tuple[int, int]], room: int) -> None:
    face = Face()
    marks = [(min(first, last, len(text)), min(max(first, last), len(text))) for first, last in ends]
    result = excerpt(text, (0, len(text)), marks, room, face)
    assert face.width(result.text) <= room + len(marks)
    for (start, end), (first, last), (left, right) in zip(marks, result.places, result.columns, strict=True):
        part = result.text[first:last]
        if "…" not in part:
            assert part == face.show(text[start:end])
            assert right - left == face.width(text[start:end])
