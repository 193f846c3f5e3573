from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import ReleaseDate
from presslint.text.span import Span


def found(text: str, day: date | None = date(2018, 2, 23)) -> list[str]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    context = Context(release, Facts(release, release_date=day), date(2026, 1, 15))
    check = find("relative.day")
    return [hit.at.of(release.text) for hit in check.run(context, check.params()) if isinstance(hit.at, Span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das sagte sie bei ihrer heutigen (22. Februar) Station in der Stadt.", ["22. Februar"]),
        ("Der Rat hat heute, den 22. Februar 2018, getagt und der Stadt geholfen.", ["22. Februar 2018"]),
        ("Der Rat hat heute Abend (22.02.2018) getagt und der Stadt geholfen.", ["22.02.2018"]),
        ("Der Rat hat am 21. Februar 2018 (gestern) getagt und der Stadt geholfen.", ["21. Februar 2018"]),
        ("Zur heutigen Pressekonferenz am 22. Februar kamen viele in die Stadt.", ["22. Februar"]),
        ("Die Feier ist morgen, am 25. Februar 2018, auf dem Markt der Stadt.", ["25. Februar 2018"]),
        ("The council will meet today (22 February 2018) in the hall of the town.", ["22 February 2018"]),
        ("Morgen (22. Februar) tagt der Rat der Stadt und berät den Haushalt.", ["22. Februar"]),
        ("Der Rat der Stadt tagt am heutigen Montag und berät den Haushalt.", ["Montag"]),
        ("Der Rat tagte gestern (also Freitag) und beriet den Haushalt der Stadt.", ["Freitag"]),
        ("The council will meet tomorrow, Friday, in the hall of the town.", ["Friday"]),
    ],
)
def test_a_word_and_its_date_must_be_one_day(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat heute, den 23. Februar 2018, getagt und der Stadt geholfen.",
        "Der Rat hat gestern, am 22. Februar, getagt und der Stadt geholfen.",
        "Heute ist alles anders. Am 22. Februar 2010 war das noch nicht so in der Stadt.",
        "Am Samstag morgen, 24. Februar 2018, ist die Halle für die Stadt geöffnet.",
        "Heute und morgen, 23. und 24. Februar 2018, ist die Halle für die Stadt geöffnet.",
        "Die Messe läuft heute (22. bis 25. Februar 2018) für alle in der Stadt weiter.",
        "Sie sagte: „Heute, am 22. Februar, ist ein guter Tag.“ Dann ging sie in die Stadt.",
        "Bis heute (Stand 22. Februar 2018) fehlt ein Plan für die Halle in der Stadt.",
    ],
)
def test_words_without_a_date_of_their_own_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_without_a_release_date_nothing_can_be_said() -> None:
    text = "Der Rat hat heute, den 22. Februar 2018, getagt und der Stadt geholfen."
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    facts = Facts(release)
    assert facts.one(ReleaseDate).value is None
    check = find("relative.day")
    assert not list(check.run(Context(release, facts, date(2026, 1, 15)), check.params()))
