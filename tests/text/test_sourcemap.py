import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.text.sourcemap import Segment, TextView, ViewBuilder
from presslint.text.span import SourceSpan, Span

# "12. **März** &amp; 2026" as a reader sees it
SOURCE = "12. **März** &amp; 2026"


def built() -> TextView:
    builder = ViewBuilder(SOURCE)
    builder.verbatim(0, 4)
    builder.verbatim(6, 10)
    builder.verbatim(12, 13)
    builder.replaced("&", 13, 18)
    builder.verbatim(18, 23)
    return builder.build()


def test_the_view_is_what_a_reader_sees() -> None:
    assert built().text == "12. März & 2026"


def test_a_span_in_one_piece_maps_to_its_characters() -> None:
    view = built()
    assert view.to_source(Span(4, 8)) == SourceSpan(6, 10)
    assert view.to_source(Span(5, 7)) == SourceSpan(7, 9)
    assert view.to_source(Span(0, 15)) == SourceSpan(0, 23)


def test_a_span_inside_replaced_text_gets_all_of_what_it_replaces() -> None:
    assert built().to_source(Span(9, 10)) == SourceSpan(13, 18)
    builder = ViewBuilder("a\n\n\nb")
    builder.verbatim(0, 1)
    builder.replaced("\n\n", 1, 4)
    builder.verbatim(4, 5)
    assert builder.build().to_source(Span(2, 3)) == SourceSpan(1, 4)


def test_an_empty_span_gets_the_place_where_its_next_character_begins() -> None:
    view = built()
    assert view.to_source(Span(4, 4)) == SourceSpan(6, 6)
    assert view.to_source(Span(9, 9)) == SourceSpan(13, 13)
    assert view.to_source(Span(15, 15)) == SourceSpan(23, 23)


def test_an_empty_view_maps_to_the_beginning() -> None:
    view = ViewBuilder("<!-- -->").build()
    assert view.to_source(Span(0, 0)) == SourceSpan(0, 0)
    assert not view.editable(Span(0, 0))
    assert view.to_view(SourceSpan(0, 8)) is None


def test_only_an_unbroken_verbatim_stretch_is_editable() -> None:
    view = built()
    assert view.editable(Span(0, 4))
    assert view.editable(Span(5, 7))
    assert not view.editable(Span(0, 8)), "stars are hidden inside"
    assert not view.editable(Span(9, 10)), "an entity"
    assert not view.editable(Span(4, 4)), "nothing to replace"


def test_back_to_the_view() -> None:
    view = built()
    assert view.to_view(SourceSpan(6, 10)) == Span(4, 8)
    assert view.to_view(SourceSpan(7, 9)) == Span(5, 7)
    assert view.to_view(SourceSpan(4, 6)) is None, "the stars show nothing"
    assert view.to_view(SourceSpan(14, 15)) == Span(9, 10), "a part of the entity shows all of it"
    assert view.to_view(SourceSpan(14, 20)) == Span(9, 12)
    assert view.to_view(SourceSpan(0, 23)) == Span(0, 15)


def test_pieces_that_follow_one_another_become_one_segment() -> None:
    builder = ViewBuilder("abcdef")
    builder.verbatim(0, 2)
    builder.verbatim(2, 4)
    builder.verbatim(4, 4)
    builder.replaced("", 4, 5)
    assert builder.build().segments == (Segment(0, 0, 4, 4, verbatim=True),)


def test_the_tail_reaches_over_pieces() -> None:
    builder = ViewBuilder("abcdef")
    assert builder.tail(3) == ""
    builder.verbatim(0, 2)
    builder.replaced(" ", 2, 3)
    builder.verbatim(3, 6)
    assert builder.tail(5) == "b def"
    assert builder.tail(99) == "ab def"
    assert builder.length == 6


@pytest.mark.parametrize(
    ("text", "segments", "problem"),
    [
        ("ab", [Segment(1, 0, 1, 1, verbatim=True)], "gap"),
        ("ab", [Segment(0, 0, 1, 1, verbatim=True), Segment(0, 1, 1, 1, verbatim=True)], "gap"),
        ("a", [Segment(0, 0, 0, 1, verbatim=False)], "gap"),
        ("ab", [Segment(0, 2, 1, 1, verbatim=False), Segment(1, 0, 1, 1, verbatim=False)], "backwards"),
        ("a", [Segment(0, 0, 1, -1, verbatim=False)], "backwards"),
        ("x", [Segment(0, 0, 1, 1, verbatim=True)], "differs"),
        ("a", [Segment(0, 0, 1, 2, verbatim=True)], "differs"),
        ("ab", [Segment(0, 0, 1, 1, verbatim=True)], "covers"),
        ("a", [Segment(0, 2, 1, 9, verbatim=False)], "covers"),
    ],
)
def test_a_wrong_map_is_found_when_it_is_made(text: str, segments: list[Segment], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        TextView(text, tuple(segments), "abc")


@st.composite
def views(draw: st.DrawFn) -> TextView:
    """Hide some of a text, replace some of it, and show the rest as it is."""
    source = draw(st.text(alphabet="abä *&\n", min_size=1, max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=10)))
    builder = ViewBuilder(source)
    for start, end in zip([0, *cuts], [*cuts, len(source)], strict=True):
        kind = draw(st.sampled_from(("shown", "hidden", "replaced")))
        if kind == "shown":
            builder.verbatim(start, end)
        elif kind == "replaced":
            builder.replaced(draw(st.text(alphabet="xy", max_size=3)), start, end)
    return builder.build()


@given(views(), st.data())
@settings(deadline=None)
def test_what_is_editable_is_the_same_text_in_the_source(view: TextView, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    span = Span(start, end)
    source_span = view.to_source(span)
    assert 0 <= source_span.start <= source_span.end
    if view.editable(span):
        assert source_span.end - source_span.start == span.length
        assert view.to_view(source_span) == span


@given(views())
@settings(deadline=None)
def test_places_in_the_source_never_go_backwards(view: TextView) -> None:
    places = [view.to_source(Span(offset, offset)).start for offset in range(len(view.text) + 1)]
    assert places == sorted(places)
