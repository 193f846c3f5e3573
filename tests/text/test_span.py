from presslint.text.span import SourceSpan, Span


def test_a_span_says_how_long_it_is_and_what_it_covers() -> None:
    assert Span(2, 5).length == 3
    assert Span(2, 5).of("Am Montag") == " Mo"
    assert SourceSpan(3, 9).of("Am Montag") == "Montag"


def test_a_span_contains_itself_and_what_lies_inside() -> None:
    assert Span(2, 5).contains(Span(2, 5))
    assert Span(2, 5).contains(Span(3, 4))
    assert not Span(2, 5).contains(Span(1, 4))
    assert not Span(2, 5).contains(Span(3, 6))


def test_neighbours_do_not_overlap() -> None:
    assert Span(2, 5).overlaps(Span(4, 9))
    assert not Span(2, 5).overlaps(Span(5, 9))
    assert not Span(5, 9).overlaps(Span(2, 5))
    assert SourceSpan(2, 5).overlaps(SourceSpan(0, 3))
    assert not SourceSpan(2, 5).overlaps(SourceSpan(5, 6))


def test_join_covers_both_and_what_lies_between() -> None:
    assert Span(7, 9).join(Span(2, 3)) == Span(2, 9)
