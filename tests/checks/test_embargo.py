from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.checks.embargo import IncompleteParams, OrderParams
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import Hit
from presslint.text.span import Span

BODY = "\n\nDie Stadt Ahrenfeld stellt am Freitag ihren neuen Haushalt im Rathaus der Stadt vor."
ENGLISH = "\n\nThe town of Ahrenfeld will present its new budget on Monday in the hall of the town."


def hits(check: str, text: str, params: object = None, *, day: date | None = None, format_: str = "text") -> list[Hit]:
    release = load(source_from_bytes(text.encode(), "-"), format=format_)
    known = find(check)
    return list(
        known.run(Context(release, Facts(release, release_date=day), date(2026, 1, 15)), params or known.params())
    )


def cases(check: str, text: str, **more: object) -> list[str]:
    return [hit.case for hit in hits(check, text, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("Sperrfrist: Freitag, 10 Uhr", "date"),
        ("Sperrfrist: heute, 10 Uhr", "date"),
        ("Sperrfrist: 23. Februar 2018", "time"),
        ("Sperrfrist: Freitag", "date-and-time"),
        ("Sperrfrist", "date-and-time"),
        ("Sperrfrist: 23. Februar 2018, Mitternacht", ""),
        ("Sperrfrist: 23. Februar 2018, 10 Uhr", ""),
        ("Sperrfrist: 23.02.2018, 10.00 Uhr", ""),
        ("Sperrfrist: Redebeginn", ""),
    ],
)
def test_a_german_embargo_has_a_day_and_a_time(line: str, case: str) -> None:
    assert cases("embargo.incomplete", line + BODY) == ([case] if case else [])


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("EMBARGOED until Monday", "date-and-time"),
        ("Embargoed until 10 a.m. on 5 March 2018", "zone"),
        ("Embargoed until 0001 hrs on 5 March 2018", "zone"),
        ("Embargoed until 10 a.m. GMT on 5 March 2018", ""),
        ("Embargoed until 5 March 2018, 10:00 Eastern Time", ""),
        ("Embargoed until 5 March 2018, 10:00 local time", ""),
        ("Embargoed until 5 March 2018, 10:00 UK time", ""),
        ("Embargoed until 5 March 2018, noon London time", ""),
        ("Embargoed until delivery", ""),
    ],
)
def test_an_english_embargo_has_a_time_zone_too(line: str, case: str) -> None:
    assert cases("embargo.incomplete", line + ENGLISH) == ([case] if case else [])


def test_a_day_of_a_language_that_has_no_dates_yet_is_no_lack() -> None:
    assert cases("embargo.incomplete", "Embargo till 5 mars 2018\n\nEt cetera.") == ["time"]


def test_readers_in_other_time_zones_need_one() -> None:
    line = "Sperrfrist: 23. Februar 2018, 10 Uhr" + BODY
    assert cases("embargo.incomplete", line + "\n\nTelefon: +49 231 5550143, +43 1 5550143") == []
    assert cases("embargo.incomplete", line + "\n\nTelefon: +49 231 5550143, +1 212 5550143") == ["zone"]
    assert cases("embargo.incomplete", line, params=IncompleteParams(zone=True)) == ["zone"]


def test_a_reminder_of_a_complete_embargo_needs_no_date() -> None:
    assert cases("embargo.incomplete", "Sperrfrist: 23. Februar 2018, 10 Uhr\n\nSperrfrist beachten!" + BODY) == []
    assert cases("embargo.incomplete", "Ein Titel" + BODY) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("FOR IMMEDIATE RELEASE\n\nEmbargoed until 10:00 GMT, 5 March 2018" + ENGLISH, True),
        ("Zur sofortigen Veröffentlichung\n\nSperrfrist: 23. Februar 2018, 10 Uhr" + BODY, True),
        ("FOR IMMEDIATE RELEASE" + ENGLISH, False),
        ("Sperrfrist: 23. Februar 2018, 10 Uhr" + BODY, False),
        ("Sperrfrist: 23. Februar 2018, 10 Uhr\n\nAgenturen: sofort frei unter Angabe der Sperrfrist" + BODY, False),
        ("For immediate release after\n\nEmbargoed until 10:00 GMT, 5 March 2018" + ENGLISH, False),
        ("Sperrfrist: 23. Februar 2018, 10 Uhr" + BODY * 20 + "\n\nZur sofortigen Veröffentlichung", False),
        ("Zur sofortigen Veröffentlichung\n\n" + "Zeile\n\n" * 20 + "Sperrfrist: 23. Februar 2018, 10 Uhr", False),
    ],
)
def test_a_release_is_free_or_under_embargo(text: str, wrong: bool) -> None:  # noqa: FBT001 - a column of the table
    found = hits("embargo.contradicts", text)
    assert bool(found) is wrong
    if found:
        assert isinstance(found[0].at, Span)
        assert [related.note for related in found[0].related] == ["embargo"]


DAY = "\n\nAhrenfeld, {}\n\n"


@pytest.mark.parametrize(
    ("embargo", "day", "body", "expected"),
    [
        ("23. Februar 2018", "26. Februar 2018", "Der Haushalt ist da.", ["before-release"]),
        ("26. Februar 2018", "26. Februar 2018", "Der Haushalt ist da.", []),
        ("23. Mai 2018", "26. Februar 2018", "Der Haushalt ist da.", ["far"]),
        ("26. September 2018", "10. September 2018", "Die Woche findet vom 17. bis 24. September 2018 statt.",
         ["after-event"]),
        ("19. September 2018", "10. September 2018", "Die Woche findet vom 17. bis 24. September 2018 statt.",
         ["after-start"]),
        ("14. September 2018", "10. September 2018", "Die Woche findet vom 17. bis 24. September 2018 statt.", []),
        ("18. September 2018", "17. September 2018", "Die Feier findet am 17. September 2018 statt.", []),
        ("26. September 2018", "20. September 2018", "Die Woche fand vom 10. bis 14. September 2018 statt.", []),
    ],
)  # fmt: skip
def test_an_embargo_ends_between_release_and_event(embargo: str, day: str, body: str, expected: list[str]) -> None:
    assert cases("embargo.order", f"Sperrfrist: {embargo}, 10 Uhr" + DAY.format(day) + body) == expected


def test_a_staged_embargo_is_judged_as_a_whole() -> None:
    line = "Sperrfrist: 24. Dezember 2018, 18 Uhr (Online), 25. Dezember 2018, 20 Uhr (Fernsehen)"
    assert cases("embargo.order", line + DAY.format("25. Dezember 2018") + "Der Präsident spricht.") == []


def test_an_embargo_without_a_day_or_a_release_without_one_has_no_order() -> None:
    assert cases("embargo.order", "Sperrfrist: Redebeginn" + BODY) == []
    assert cases("embargo.order", "Sperrfrist: 23. Februar 2018, 10 Uhr" + BODY) == []
    line = "Sperrfrist: 26. September 2018, 10 Uhr\n\nDie Woche findet vom 17. bis 24. September 2018 statt."
    assert cases("embargo.order", line) == ["after-event"]


def test_a_house_says_how_far_ahead_is_far() -> None:
    text = "Sperrfrist: 5. März 2018, 10 Uhr" + DAY.format("26. Februar 2018") + "Der Haushalt ist da."
    assert cases("embargo.order", text) == []
    assert cases("embargo.order", text, params=OrderParams(ahead=5)) == ["far"]


def test_a_release_date_from_outside_has_no_place() -> None:
    (hit,) = hits("embargo.order", "Sperrfrist: 23. Februar 2018, 10 Uhr" + BODY, day=date(2018, 2, 26))
    assert (hit.case, hit.related) == ("before-release", ())
