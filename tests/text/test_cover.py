from hypothesis import given
from hypothesis import strategies as st

from presslint.text.cover import Cover
from presslint.text.span import Span

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_a_cover_answers_as_its_places_do(spans: list[Span], asked: Span) -> None:
    cover = Cover(spans)
    places = {place for span in spans for place in range(*span)}
    assert cover.overlaps(asked) == bool(places & set(range(*asked)))
    assert cover.contains(asked) == (set(range(*asked)) <= places)
    assert bool(cover) == bool(spans)
