from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.text.watch import Watch, likelihood, rarest, seen

TEXTS = ("XX", "prüfen", "[", "{{", "noch ", "......", "ß", "Straße", "eX", "N.", ".", "REF!", "nil")


def test_the_rarest_sign_is_the_one_that_prose_seldom_holds() -> None:
    assert rarest("Expose") == "x"
    assert rarest("{name}") == "{"


def test_few_long_texts_are_less_likely_than_many_or_short_ones() -> None:
    assert likelihood(["Mustermann"]) < likelihood(["um "])
    assert likelihood(["«"]) < likelihood(["Firma", "Straße", "Anrede", "Vorname", "Nachname"])


@settings(deadline=None, max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(TEXTS), st.text(alphabet="Xe nß.[!\n", max_size=3)), max_size=9).map("".join))
def test_all_texts_are_found_that_are_there(text: str) -> None:
    watched = Watch({wanted: 1 << place for place, wanted in enumerate(TEXTS)})
    expected = sum(1 << place for place, wanted in enumerate(TEXTS) if wanted in text)
    for _ in range(5):  # one by one at first, in one pass later
        assert watched.bits(text) == expected


def test_a_text_made_of_what_is_looked_for_is_read_in_another_way() -> None:
    watched = Watch({"XX": 1, "Xa": 2, "b": 4})
    for _ in range(5):
        assert watched.bits("X" * 5000 + "a") == 3


def test_texts_share_bits() -> None:
    watched = Watch({"XX": 1, "prüfen": 1, "noch ": 3})
    for _ in range(5):
        assert watched.bits("noch zu prüfen") == 3
        assert watched.bits("zu prüfen") == 1
        assert watched.bits("") == 0


def test_what_was_found_last_is_known() -> None:
    text = "Das ist noch XX."
    Watch({"XX": 1, "prüfen": 1}).bits(text)
    known = seen(text)
    assert known is not None
    assert known.found == {"XX"}
    assert seen("another") is None


def test_nothing_is_watched() -> None:
    assert [Watch({}).bits("text") for _ in range(2)] == [0, 0]
    alone = Watch({"{": 1})
    assert [alone.bits("a {") for _ in range(5)] == [1] * 5
