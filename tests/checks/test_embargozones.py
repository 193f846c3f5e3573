from collections.abc import Mapping
from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import TimeFact
from presslint.model.finding import FieldRef, Hit
from presslint.model.house import House
from presslint.model.release import Field
from presslint.text.span import Span

ENGLISH = "\n\nThe institute in Ahrenfeld will present its new study on that day in the hall of the town."
GERMAN = "\n\nDie Stadt Ahrenfeld stellt am Freitag ihren neuen Haushalt im Rathaus der Stadt vor."


def hits(check: str, text: str, fields: Mapping[str, str] | None = None, house: House | None = None) -> list[Hit]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    names = {"publishDate": "published", "embargoUntil": "embargo"}
    made = tuple(Field(names.get(key, key), key, value) for key, value in (fields or {}).items())
    release = release._replace(fields=made)
    known = find(check)
    return list(known.run(Context(release, Facts(release, house), date(2026, 1, 15)), known.params()))


def wrong(line: str) -> list[tuple[str, list[str]]]:
    text = line + ENGLISH
    found = hits("embargozones.arithmetic", text)
    return [
        (hit.at.of(text), [proposal.edits[0][1] for proposal in hit.proposals])
        for hit in found
        if isinstance(hit.at, Span)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Embargoed until 15:00 CET / 9:00 a.m. ET on 20 March 2018", [("9:00 a.m. ET", ["10:00 a.m. ET"])]),
        ("Embargoed until 15:00 CET (9:00 a.m. EST) on 20 February 2018", []),
        ("Embargoed until 15:00 CET / 10:00 a.m. ET on 20 March 2018", []),
        ("Embargoed until 15:00 GMT / 16:30 CET on 20 February 2018", [("16:30 CET", ["16:00 CET"])]),
        ("Embargoed until 11 p.m. GMT / 8 a.m. JST on 20 February 2018", []),  # the next morning there
        ("Embargoed until 11 p.m. GMT / 9 a.m. JST on 20 February 2018", [("9 a.m. JST", ["8 a.m. JST"])]),
        ("Embargoed until 10:00 GMT, television 20:00 GMT on 20 February 2018", []),
        ("Embargoed until 10:00 GMT / 20:00 IST on 20 February 2018", []),
        ("Embargoed until 10:00 GMT on 20 February 2018", []),
        ("The show starts at 10:00 GMT / 20:00 CET in the evening", []),
        ("Embargoed until 9 a.m. PST / 12 noon EST on 20 February 2018", []),
    ],
)
def test_one_moment_in_two_zones(line: str, expected: list[tuple[str, list[str]]]) -> None:
    assert wrong(line) == expected


def test_two_days_are_two_moments() -> None:
    line = "Embargoed until 23:00 GMT on 20 February 2018 / 8:00 JST on 20 February 2018"
    assert wrong(line) in ([], [("8:00 JST", ["08:00 JST"])], [("8:00 JST", ["8:00 JST"])])


def test_a_date_before_the_times_counts_for_both() -> None:
    assert wrong("Embargo: 20 March 2018, 15:00 CET / 9:00 a.m. ET") == [("9:00 a.m. ET", ["10:00 a.m. ET"])]


def test_times_of_an_embargo_without_a_date_cannot_be_compared() -> None:
    assert wrong("Embargo: 15:00 CET / 9:00 a.m. ET") == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"publishDate": "2018-02-23"}, [("earlier", "publishDate")]),
        ({"publishDate": "2018-02-22T10:00:00"}, [("earlier", "publishDate")]),
        ({"publishDate": "2018-02-23T09:00:00"}, [("earlier", "publishDate")]),
        ({"publishDate": "2018-02-23T08:30:00Z"}, [("earlier", "publishDate")]),
        ({"embargoUntil": "2018-02-22"}, [("earlier", "embargoUntil")]),
        ({"date": "2018-02-22"}, [("missing", "")]),
        ({"publishDate": "2018-02-23T09:00:00Z"}, []),
        ({"publishDate": "2018-02-23T10:00:00"}, []),
        ({"embargo": "2018-02-24"}, []),
        ({"date": "2018-02-24"}, []),
        ({"date": "2018-02-22", "embargo": "yes"}, []),
        ({"title": "Haushalt"}, []),
        ({}, []),
    ],
)
def test_text_and_metadata_name_one_end(fields: dict[str, str], expected: list[tuple[str, str]]) -> None:
    found = hits("embargozones.metadata", "Sperrfrist: Freitag, 23. Februar 2018, 10.00 Uhr" + GERMAN, fields)
    assert [(hit.case, hit.at.key if isinstance(hit.at, FieldRef) else "") for hit in found] == expected


def test_an_embargo_that_only_the_metadata_has() -> None:
    (hit,) = hits("embargozones.metadata", "Ein Titel" + GERMAN, {"embargo": "2018-02-23T10:00:00+01:00"})
    assert hit.case == "not-in-text"
    assert not hits("embargozones.metadata", "Ein Titel" + GERMAN, {"publishDate": "2018-02-23"})
    assert not hits("embargozones.metadata", "Sperrfrist: Redebeginn" + GERMAN, {"embargo": "2018-02-23"})


def test_a_midnight_embargo_may_have_a_day_only() -> None:
    text = "Sperrfrist: Freitag, 23. Februar 2018, 0.00 Uhr" + GERMAN
    assert not hits("embargozones.metadata", text, {"publishDate": "2018-02-23"})


def test_without_a_clock_only_days_are_compared() -> None:
    text = "Embargoed until 10:00 on 23 February 2018" + ENGLISH
    assert not hits("embargozones.metadata", text, {"publishDate": "2018-02-23T08:00:00+01:00"})
    assert hits("embargozones.metadata", text, {"publishDate": "2018-02-22T08:00:00"})
    house = House(timezone="No/Where")
    assert not hits("embargozones.metadata", text, {"publishDate": "2018-02-23"}, house)


def test_a_zone_in_the_text_beats_that_of_the_house() -> None:
    text = "Embargoed until 10:00 GMT on 23 February 2018" + ENGLISH
    assert not hits("embargozones.metadata", text, {"publishDate": "2018-02-23T11:00:00+01:00"})
    assert hits("embargozones.metadata", text, {"publishDate": "2018-02-23T10:00:00+01:00"})


def test_times_without_a_zone_are_no_business_of_this() -> None:
    release = load(source_from_bytes(("Embargo: 15:00 / 9:00, 20 March 2018" + ENGLISH).encode(), "-"), format="text")
    facts = Facts(release)
    assert all(not fact.zone_name for fact in facts.of(TimeFact))
    check = find("embargozones.arithmetic")
    assert not list(check.run(Context(release, facts, date(2026, 1, 15)), check.params()))
