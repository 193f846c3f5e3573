from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import DateFact
from presslint.model.finding import Hit
from presslint.model.house import House
from presslint.model.release import Field

TEXT = "The doors of the new town library open on 03/04/2018 for all the readers of the town."


def hits(text: str = TEXT, fields: dict[str, str] | None = None, house: House | None = None) -> list[Hit]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    release = release._replace(fields=tuple(Field(key, key, value) for key, value in (fields or {}).items()))
    check = find("slashdates.ambiguous")
    return list(check.run(Context(release, Facts(release, house), date(2026, 1, 15)), check.params()))


def test_both_readings_are_named() -> None:
    (hit,) = hits()
    assert hit.case == "default"
    assert (hit.args["first"], hit.args["second"]) == (date(2018, 4, 3), date(2018, 3, 4))


@pytest.mark.parametrize(
    ("fields", "house"),
    [({"language": "en-GB"}, None), ({"language": "en_US"}, None), ({}, House(region="GB")), ({}, House(country="US"))],
)
def test_a_declared_country_says_which_one_is_meant(fields: dict[str, str], house: House | None) -> None:
    (hit,) = hits(fields=fields, house=house)
    assert hit.case == "declared"


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("03/04/2018", "13/04/2018"),
        TEXT.replace("03/04/2018", "04/04/2018"),
        TEXT.replace("03/04/2018", "2018-04-03"),
        "Die Türen der neuen Bibliothek öffnen am 03/04/2018 für alle Leser der Stadt.",
    ],
)
def test_one_reading_is_none_too_many(text: str) -> None:
    assert not hits(text)


def test_metadata_has_no_language() -> None:
    (hit,) = hits(
        "Die Bibliothek der Stadt hat neue Zeiten für die Leser.", {"publishDate": "3/4/18", "issue": "3/4/18"}
    )
    assert (hit.args["first"], hit.args["second"]) == (date(2018, 4, 3), date(2018, 3, 4))


def test_a_day_that_is_none_has_one_reading_only() -> None:
    assert not hits("Die Stadt hat neue Zeiten für die Leser.", {"date": "02/02/1899"})
    assert [hit.args["first"] for hit in hits("Die Stadt hat Zeit.", {"date": "03/04/99"})] == [date(1999, 4, 3)]


def test_an_ambiguous_fact_that_is_written_otherwise_is_left_alone() -> None:
    release = load(source_from_bytes(TEXT.encode(), "-"), format="text")
    facts = Facts(release)
    odd = [fact._replace(day_span=fact.day_span._replace(start=fact.day_span.start - 3)) for fact in facts.of(DateFact)]
    facts._known[DateFact] = tuple(odd)
    check = find("slashdates.ambiguous")
    assert not list(check.run(Context(release, facts, date(2026, 1, 15)), check.params()))
