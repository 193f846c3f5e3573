from datetime import date

import pytest

from presslint.checks import Context
from presslint.checks.office import Properties, properties
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.house import House
from presslint.model.release import Field, FieldOrigin

PARAMS = Properties(
    people=("dc:creator", "pdf:Author"),
    companies=("Company",),
    made=("dcterms:created",),
    saved=("dcterms:modified",),
    ignored=("Application",),
    allowed=("Agentur Blauwal",),
    generic=("python-docx",),
    roles=("praktikant",),
    forms=("gmbh", "ag"),
)
TEXT = "Die Ahrenfelder Werke eröffnen ein Labor, sagt Jana Wolters."


def found(*told: tuple[str, str], names: tuple[str, ...] = (), day: date | None = None) -> list[str]:
    release = load(source_from_bytes(TEXT.encode(), "a.txt"))
    fields = tuple(Field(key, key, value, FieldOrigin.PROPERTY) for key, value in told)
    release = release._replace(fields=fields, format="docx")
    context = Context(release, Facts(release, House(names=names), day), date(2026, 3, 2))
    return [hit.case for hit in properties(context, PARAMS)]


@pytest.mark.parametrize(
    ("value", "case"),
    [
        ("Jana Wolters", ""),
        ("Wolters, Dr. Jana", ""),
        ("jana wolters", ""),
        ("Ahrenfelder Werke AG", ""),
        ("Agentur Blauwal GmbH", ""),
        ("!?", ""),
        ("AG", ""),
        ("Petra", ""),
        ("Petra Lindner", "person"),
        ("plindner", "account"),
        ("p.lindner", "account"),
        ("PL0815", "account"),
        ("Rechner 12", "account"),
        ("petra.lindner@stadt-ahrenfeld.de", "account"),
        ("Praktikant", "account"),
        ("Python-Docx", "generic"),
        ("Blaumeise GmbH", "firm"),
        (r"C:\Users\petra\x", "path"),
    ],
)
def test_names_of_people(value: str, case: str) -> None:
    assert found(("dc:creator", value)) == [case] * bool(case)


def test_a_house_that_says_who_it_is_knows_who_is_another() -> None:
    assert found(("Company", "Blaumeise GmbH"), names=("Stadt Ahrenfeld",)) == ["company"]
    assert found(("Company", "Blaumeise GmbH"), names=("Blaumeise",)) == []
    assert found(("dc:creator", "Blaumeise GmbH"), names=("Stadt Ahrenfeld", "GmbH")) == ["company"]
    assert found(("Company", "Blaumeise GmbH")) == ["firm"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (r"C:\Vorlagen\PM.dotx", True),
        ("C:/Vorlagen/PM.dotx", True),
        (r"\\srv01\vorlagen\PM.dotx", True),
        ("//srv01/vorlagen/PM.dotx", True),
        ("file:///srv/PM.dotx", True),
        ("/Users/jana/Desktop/PM.docx", True),
        ("/home/jana/PM.odt", True),
        ("https://www.stadt-ahrenfeld.de/home/x", False),
        ("Normal.dotm", False),
        ("Bad/Sport", False),
        ("D: Einleitung", False),
    ],
)
def test_paths(value: str, told: bool) -> None:  # noqa: FBT001 - what is expected
    assert found(("Template", value)) == ["path"] * told


def test_a_value_is_reported_once_and_programs_are_none() -> None:
    assert found(("dc:creator", "Petra Lindner"), ("pdf:Author", "petra lindner")) == ["person"]
    assert found(("Application", "C:\\x")) == []


@pytest.mark.parametrize(
    ("key", "value", "case"),
    [
        ("dcterms:created", "2026-03-04T08:00:00Z", "made"),
        ("dcterms:created", "2026-03-03T08:00:00Z", ""),
        ("dcterms:created", "2020-03-03T08:00:00Z", ""),
        ("dcterms:created", "D:20260304", "made"),
        ("dcterms:created", "gestern", ""),
        ("dcterms:created", "2026-13-40", ""),
        ("dcterms:modified", "2026-03-04", ""),
        ("dcterms:modified", "2025-02-01", "saved"),
    ],
)
def test_times(key: str, value: str, case: str) -> None:
    assert found((key, value), day=date(2026, 3, 3)) == [case] * bool(case)
    assert found((key, value)) == []
