import re

import pytest

from presslint.text.late import LatePattern


def test_a_late_pattern_does_what_a_compiled_one_does() -> None:
    late, early = LatePattern(r"b+", re.IGNORECASE), re.compile(r"b+", re.IGNORECASE)
    text = "abBcb"
    for method in ("search", "match", "fullmatch"):
        for places in ((), (1,), (1, 3), (3, 4)):
            found, expected = getattr(late, method)(text, *places), getattr(early, method)(text, *places)
            assert (found and found.span()) == (expected and expected.span())
    assert [found[0] for found in late.finditer(text, 1, 4)] == ["bB"]
    assert late.findall(text, 3) == ["b"]


def test_a_mistake_shows_on_first_use() -> None:
    late = LatePattern("(")
    with pytest.raises(re.error):
        late.search("a")
