from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.text.span import Span


def found(text: str, day: date | None = date(2018, 5, 2)) -> list[tuple[str, str, int]]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    check = find("anniversary.arithmetic")
    hits = check.run(Context(release, Facts(release, release_date=day), date(2026, 1, 15)), check.params())
    return [(hit.case, hit.at.of(text), int(str(hit.args["right"]))) for hit in hits if isinstance(hit.at, Span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das 1994 gegründete Haus feiert 2018 sein 25-jähriges Bestehen.", [("default", "25-jähriges Bestehen", 24)]),
        ("Der Verein, gegründet im Jahr 1990, feiert 25-jähriges Jubiläum.", [("default", "25-jähriges Jubiläum", 28)]),
        ("The firm, founded in 1994, marks its 25th anniversary.", [("default", "25th anniversary", 24)]),
        ("Das 1994 gegründete Haus feiert im nächsten Jahr sein 26-jähriges Bestehen.",
         [("default", "26-jähriges Bestehen", 25)]),
        ("Das 1994 gegründete Haus feierte im vergangenen Jahr sein 24-jähriges Bestehen.",
         [("default", "24-jähriges Bestehen", 23)]),
        ("Der Lauf findet zum 10. Mal statt, seit 2012 schon.", [("editions", "zum 10. Mal statt, seit 2012", 7)]),
        ("The run takes place for the 10th time, since 2012.", [("editions", "for the 10th time, since 2012", 7)]),
    ],
)  # fmt: skip
def test_numbers_that_do_not_follow(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Das 1994 gegründete Haus feiert 2019 sein 25-jähriges Bestehen.",
        "Das 1993 gegründete Haus feiert sein 25-jähriges Bestehen.",
        "Das 1993 gegründete Haus ist schön. Es feiert sein 30-jähriges Bestehen.",
        "Das 1993 gegründete und 1999 eröffnete Haus feiert sein 30-jähriges Bestehen.",
        "Das 1993 gegründete Haus feiert 30-jähriges Bestehen und 20-jähriges Jubiläum.",
        "Sie sagte: „Das 1994 gegründete Haus feiert 2018 sein 25-jähriges Bestehen.“",
        "Der Lauf findet zum 7. Mal statt, seit 2012 schon.",
        "Der Lauf findet zum 2. Mal statt, seit 2020 schon.",
        "Ein Haus ohne Zahlen.",
    ],
)
def test_numbers_that_may_follow_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("day", "wrong"), [(date(2018, 11, 5), False), (date(2018, 5, 5), True)])
def test_late_in_the_year_the_next_one_may_be_meant(day: date, wrong: bool) -> None:  # noqa: FBT001 - a column
    assert bool(found("Das 1994 gegründete Haus feiert sein 25-jähriges Bestehen.", day)) is wrong
    assert bool(found("Der Lauf findet zum 8. Mal statt, seit 2012 schon.", day)) is wrong


def test_early_in_the_year_the_last_one_may_be_meant() -> None:
    assert found("Das 1994 gegründete Haus feiert sein 25-jähriges Bestehen.", date(2020, 1, 5)) == []


def test_without_a_release_date_nothing_can_be_counted() -> None:
    assert found("Das 1994 gegründete Haus feiert 2018 sein 25-jähriges Bestehen.", None) == []


def test_contacts_celebrate_nothing() -> None:
    contact = "Pressekontakt\n\nJana Holm, Das 1994 gegründete Haus, 25-jähriges Bestehen\nTelefon: 0231 5550143"
    assert found("Ein Titel der Stadt\n\nDie Stadt hat mit ihren Vereinen viel vor.\n\n" + contact) == []
