from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.checks.holidays import HOLIDAYS, easter, holiday
from presslint.checks.workday import WorkdayParams
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import Hit
from presslint.model.house import House

BODY = "\n\nDie Stadt Ahrenfeld saniert ihre alte Turnhalle an der Lindenstraße."


def hits(text: str, region: str = "", params: WorkdayParams | None = None, day: date | None = None) -> list[Hit]:
    release = load(source_from_bytes((text + BODY).encode(), "-"), format="text")
    context = Context(release, Facts(release, House(region=region), day), date(2026, 1, 15))
    return list(find("workday.published").run(context, params or WorkdayParams()))


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2018, date(2018, 4, 1)), (2025, date(2025, 4, 20)),
     (2038, date(2038, 4, 25)), (2049, date(2049, 4, 18))],
)  # fmt: skip
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("day", "region", "name"),
    [
        (date(2018, 10, 3), "DE", "Tag der Deutschen Einheit"),
        (date(2018, 10, 3), "DE-NW", "Tag der Deutschen Einheit"),
        (date(2018, 3, 30), "DE-BE", "Karfreitag"),
        (date(2018, 11, 1), "DE-NW", "Allerheiligen"),
        (date(2018, 11, 22), "US", "Thanksgiving"),
        (date(2018, 11, 1), "DE-BE", None),
        (date(2018, 11, 1), "DE", None),
        (date(2018, 10, 3), "AT", None),
        (date(2018, 10, 26), "AT-9", "Nationalfeiertag"),
        (date(2018, 10, 3), "", None),
        (date(2018, 10, 3), "XX", None),
    ],
)
def test_holidays_by_region(day: date, region: str, name: str | None) -> None:
    found = holiday(day, region)
    assert (None if found is None else found.de) == name


@pytest.mark.parametrize("country", sorted(HOLIDAYS))
def test_every_country_has_its_new_year(country: str) -> None:
    found = holiday(date(2019, 1, 1), country)
    assert found is not None
    assert found.en == "New Year's Day"


def test_weekends_and_holidays_are_named() -> None:
    assert [str(hit.args["what"]) for hit in hits("Ahrenfeld, 24. Februar 2018")] == [
        "Words(en='a Saturday', de='ein Samstag')"
    ]
    assert hits("Ahrenfeld, 3. Oktober 2018") == []
    assert [hit.case for hit in hits("Ahrenfeld, 3. Oktober 2018", "DE-NW")] == ["default"]
    assert hits("Ahrenfeld, 23. Februar 2018", "DE-NW") == []


def test_a_house_may_work_on_weekends_or_holidays() -> None:
    assert hits("Ahrenfeld, 24. Februar 2018", params=WorkdayParams(weekend=False)) == []
    assert hits("Ahrenfeld, 3. Oktober 2018", "DE-NW", WorkdayParams(holidays=False)) == []
    assert hits("Ahrenfeld, 3. Oktober 2018", params=WorkdayParams(region="DE-NW")) != []


def test_some_work_every_day() -> None:
    assert hits("Polizei Ahrenfeld, 24. Februar 2018") == []


def test_the_end_of_an_embargo_counts_before_the_release() -> None:
    (hit,) = hits("Sperrfrist: 25. Februar 2018, 10 Uhr\n\nAhrenfeld, 23. Februar 2018")
    assert hit.args["date"] == date(2018, 2, 25)


def test_a_doubtful_date_on_a_weekend_is_worse() -> None:
    (hit,) = hits("Ahrenfeld, 24. Februar 2018\n\nDer Rat tagt am Montag, 6. März 2018.")
    assert hit.case == "suspicious"
    (hit,) = hits("Ahrenfeld, 24. Februar 2018", day=date(2018, 2, 25))
    assert hit.case == "suspicious"


def test_an_undated_release_has_no_day() -> None:
    assert hits("Ein Titel") == []
