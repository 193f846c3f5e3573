import pytest

from presslint.text.words import Vocabulary, count_words, keeps_its_hyphen


def test_words_are_counted_as_word_processors_do() -> None:
    assert count_words("Das Haus – so heißt es – kostet 3.400 Euro.") == 8
    assert count_words("well-known\u00a0place") == 2
    assert count_words(" – ") == 0


def test_a_vocabulary_knows_words_and_compounds_without_case() -> None:
    words = Vocabulary("Das „Haus“, das Haus-Boot 3x und das Boot")
    assert words.has("HAUS")
    assert not words.has("Hausboot")
    assert words.has_compound("haus", "boot", pairs=False)
    assert not words.has_compound("boot", "haus", pairs=False)
    assert words.has_compound("boot", "haus", pairs=True)


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Stiftungs", "und", "de"),
        ("Vor", "bzw", "de"),
        ("pre", "or", "en"),
        ("Minden", "Lübbecke", "de"),
        ("CDU", "geführt", "de"),
        ("GmbH", "eigen", "de"),
        ("Kfz", "bezogen", "de"),
        ("deutsch", "französische", "de"),
        ("wirtschaftlich", "technischen", "de"),
        ("schwarz", "weißes", "de"),
        ("Nordrhein", "westfälische", "de"),
        ("long", "term", "en"),
        ("Community", "based", "en"),
    ],
)
def test_a_hyphen_that_stays(left: str, right: str, language: str) -> None:
    assert keeps_its_hyphen(left, right, language)


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Per", "spektivisch", "de"),
        ("bun", "desweiten", "de"),
        ("wirtschaft", "lich", "de"),
        ("infor", "mation", "en"),
        ("Stiftungs", "wesen", "de"),
        ("Klima", "ziel", ""),
    ],
)
def test_a_hyphen_that_splits_a_word(left: str, right: str, language: str) -> None:
    assert not keeps_its_hyphen(left, right, language)
