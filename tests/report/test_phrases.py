import string

import pytest

from presslint.report.phrases import PHRASES, Phrases


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_say_the_same_values(key: str) -> None:
    words = PHRASES[key]
    assert words.en
    assert words.de
    assert names(words.en) == names(words.de)


def test_counts_have_their_noun() -> None:
    assert [Phrases("de").count("file", number) for number in (0, 1, 2)] == ["0 Dateien", "1 Datei", "2 Dateien"]
    assert Phrases("en").count("rule", 1) == "1 rule"


def test_other_languages_are_english() -> None:
    assert Phrases("fr")("error") == "error"
