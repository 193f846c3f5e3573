from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.text.span import Span


def found(text: str) -> list[str]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    facts = Facts(release, release_date=date(2018, 5, 2))
    check = find("duration.mismatch")
    hits = check.run(Context(release, facts, date(2026, 1, 15)), check.params())
    return [hit.at.of(text) for hit in hits if isinstance(hit.at, Span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die dreitägige Messe findet vom 5. bis 10. Juni 2018 in der Stadt statt.", ["dreitägige"]),
        ("Die 3-tägige Messe findet vom 5. bis 10. Juni 2018 in der Stadt statt.", ["3-tägige"]),
        ("Der zweiwöchige Kurs der Stadt geht vom 5. bis 7. Juni 2018.", ["zweiwöchige"]),
        ("Die dreimonatige Schau der Stadt geht vom 5. bis 27. Juni 2018.", ["dreimonatige"]),
        ("The four-day fair will be held from 5 to 6 June 2018 in the town hall.", ["four-day"]),
        ("The fair will be held for 9 days from 5 to 6 June 2018 in the town hall.", ["9 days"]),
    ],
)
def test_a_length_that_does_not_fit_its_range(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die sechstägige Messe findet vom 5. bis 10. Juni 2018 in der Stadt statt.",
        "Die fünftägige Messe findet vom 5. bis 10. Juni 2018 in der Stadt statt.",
        "Der einwöchige Kurs der Stadt geht vom 4. bis 8. Juni 2018.",
        "Die einmonatige Schau der Stadt geht vom 1. bis 30. Juni 2018.",
        "Die dreitägige Messe hat vom 5. bis 10. Juni 2018 zwei Nächte in der Stadt.",
        "Die dreitägige Messe folgt dem zweitägigen Fest vom 5. bis 10. Juni 2018 in der Stadt.",
        "Die dreitägige Messe ist vom 5. bis 10. Juni und vom 15. bis 17. Juni 2018 in der Stadt.",
        "Die dreitägige Messe war gut. Vom 5. bis 10. Juni 2018 ist Markt in der Stadt.",
        "Sie sagte: „Die dreitägige Messe ist vom 5. bis 10. Juni 2018 in der Stadt.“",
        "Die dreitägige Messe findet von Montag bis Freitag in der Stadt statt.",
        "Die dreitägige Messe findet vom 15. bis 10. Juni 2018 in der Stadt statt.",
        "La feria de tres días tendrá lugar del 5 al 10 de junio de 2018 en la ciudad.",
    ],
)
def test_lengths_that_may_fit_are_left_alone(text: str) -> None:
    assert found(text) == []
