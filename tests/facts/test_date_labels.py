from datetime import date

import pytest

from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import ReleaseDate
from presslint.model.house import House

BODY = "Die Grünliberalen haben den Antrag gestellt, und die Stadt will ihn prüfen und im Rat beraten.\n"


def dated(line: str) -> date | None:
    text = f"Medienmitteilung\n\n{line}\n\nGrünliberale fordern mehr Grün\n\n{BODY}"
    return Facts(load(source_from_bytes(text.encode(), "a.txt")), House(), None).one(ReleaseDate).value


@pytest.mark.parametrize(
    "line", ["20.03.09", "Datum: 20.03.09", "Datum 20.03.09", "Bern, 20.03.09", "Bern, den 20.03.09", "Date: 20.03.09"]
)
def test_two_digits_are_a_year_behind_a_label_or_a_place(line: str) -> None:
    assert dated(line) == date(2009, 3, 20)


@pytest.mark.parametrize(
    "line", ["Version 20.03.09", "Bern, 20.03.09 und später", "Ausgabe vom Amt, Band 20.03.09", "x" * 60 + ", 20.03.09"]
)
def test_two_digits_are_no_year_elsewhere(line: str) -> None:
    assert dated(line) is None


def test_a_date_line_may_begin_with_a_time_and_its_unit() -> None:
    text = "FOR IMMEDIATE RELEASE\n\n10:00hrs Friday 4th April 2014\n\n# Town opens library\n\n"
    text += "The town of Harwell Green opens its new library on the square, and the mayor cuts the ribbon.\n"
    release = load(source_from_bytes(text.encode(), "a.md"))
    assert Facts(release, House(), None).one(ReleaseDate).value == date(2014, 4, 4)
