from collections.abc import Mapping
from datetime import date, time

import pytest

from presslint.checks import Context, find
from presslint.checks.order import OrderParams
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import DateFact, DateForm, DateOrder, Precision, RangeFact, TimeFact, YearFrom
from presslint.model.finding import Confidence, FieldRef, Hit
from presslint.model.release import Field, Zone
from presslint.text.span import Span


def hits(
    text: str,
    params: OrderParams | None = None,
    *,
    fields: Mapping[str, str] | None = None,
    day: date | None = date(2018, 5, 2),
    facts: Mapping[type, tuple[object, ...]] | None = None,
) -> list[Hit]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    release = release._replace(fields=tuple(Field(key, key, value) for key, value in (fields or {}).items()))
    known = Facts(release, release_date=day)
    known._known.update(facts or {})
    return list(find("order.violation").run(Context(release, known, date(2026, 1, 15)), params or OrderParams()))


def found(text: str, **more: object) -> list[tuple[str, str]]:
    return [(hit.case, hit.at.of(text)) for hit in hits(text, **more) if isinstance(hit.at, Span)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Die Messe dauert vom 15. bis 12. Juni 2018 in der Stadt.", "15. bis 12. Juni 2018"),
        ("Die Messe dauert vom 15. bis 12. Juni in der Stadt.", "15. bis 12. Juni"),
        ("Die Messe dauert vom 15.06.2018 bis 12.06.2018 in der Stadt.", "15.06.2018 bis 12.06.2018"),
        ("Die Messe dauert vom 3. Mai 2018 bis 10. April 2018 in der Stadt.", "3. Mai 2018 bis 10. April 2018"),
        ("The fair lasts from 15 to 12 June 2018 in the town.", "15 to 12 June 2018"),
    ],
)
def test_a_range_does_not_end_before_it_starts(text: str, place: str) -> None:
    assert found(text) == [("range", place)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Messe dauert vom 12. bis 15. Juni 2018 in der Stadt.",
        "Die Ferien dauern vom 28. Dezember bis 3. Januar in der Stadt.",
        "Die Ferien dauern vom 28. Dezember bis zum 3. Januar 2018 in der Stadt.",
        "Die Ferien dauern vom 28. Dezember 2017 bis zum 3. Januar in der Stadt.",
        "Die Halle ist von Freitag bis Montag für die Stadt geöffnet.",
        "Sie sagte: „Die Messe dauert vom 15. bis 12. Juni 2018 in der Stadt.“",
    ],
)
def test_ranges_that_may_be_meant_are_left_alone(text: str) -> None:
    assert found(text) == []


def day(on: date | None, **parts: object) -> DateFact:
    made = DateFact(
        Span(0, 1), "", Zone.BODY, Confidence.HIGH, on, on, Precision.DAY, DateForm.WORDS, DateOrder.DMY,
        YearFrom.WRITTEN, year=2018, month=6, day=1,
    )  # fmt: skip
    return made._replace(**parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "parts"),
    [
        (day(date(2018, 6, 2), problem="absurd-year"), day(date(2018, 6, 1)), {}),
        (day(date(2018, 6, 2), form=DateForm.PERIOD), day(date(2018, 6, 1)), {}),
        (day(None), day(date(2018, 6, 1)), {}),
        (day(date(2018, 6, 2)), day(date(2018, 6, 1)), {"confidence": Confidence.LOW}),
        (day(date(2018, 6, 2), year=None, day=None), day(date(2018, 6, 1)), {}),
    ],
)
def test_ranges_that_are_not_understood_are_left_alone(
    first: DateFact, last: DateFact, parts: dict[str, object]
) -> None:
    made = RangeFact(Span(0, 5), "", Zone.BODY, Confidence.HIGH, first, last)._replace(**parts)  # type: ignore[arg-type]
    assert not hits("Ein Text ohne Daten.", facts={RangeFact: (made,)})


@pytest.mark.parametrize(
    ("start", "until", "parts", "wrong"),
    [
        (time(14), time(12), {}, True),
        (time(22), time(2), {}, False),
        (time(16), time(10), {}, False),
        (time(14), time(12), {"midnight_end": True}, False),
        (time(14), time(12), {"quoted": True}, False),
        (time(14), time(12), {"confidence": Confidence.LOW}, False),
        (time(14), None, {}, False),
        (None, time(2), {}, False),
        (time(9), time(12), {}, False),
    ],
)
def test_times_may_run_over_midnight_but_not_round_the_clock(
    start: time | None,
    until: time | None,
    parts: dict[str, object],
    wrong: bool,  # noqa: FBT001 - a column
) -> None:
    fact = TimeFact(Span(0, 5), "", Zone.BODY, Confidence.HIGH, start, until)._replace(**parts)  # type: ignore[arg-type]
    assert [hit.case for hit in hits("Ein Text ohne Daten.", facts={TimeFact: (fact,)})] == (["time"] if wrong else [])


def test_a_house_says_how_long_its_nights_are() -> None:
    fact = TimeFact(Span(0, 5), "", Zone.BODY, Confidence.HIGH, time(16), time(10))
    assert hits("Ein Text ohne Daten.", OrderParams(longest_night=12), facts={TimeFact: (fact,)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Kongress findet am 14. Juni 2018 in der Stadt statt. Anmeldung bis 20. Juni 2018.", ["20. Juni 2018"]),
        ("Die Feier ist am Donnerstag, 14. Juni 2018. Anmeldung bis zum 20. Juni 2018.", ["20. Juni 2018"]),
        ("Der Kongress findet am 14. Juni 2018 in der Stadt statt. Anmeldung bis 10. Juni 2018.", []),
        ("Der Kongress findet am 14. Juni 2018 statt. Anmeldung für das nächste Mal bis 20. Juni 2018.", []),
        ("Der Kongress findet am 14. Juni 2018 statt. Anmeldung bis 20. September 2018.", []),
        ("Der Kongress fand am 14. April 2018 statt. Anmeldung zum Kurs bis 30. Mai 2018.", []),
        ("Es gibt Kurse am 14. Juni 2018 und am 28. Juni 2018. Anmeldung bis 20. Juni 2018.", []),
        ("Im Rathaus hängt ein Plan vom 14. Juni 2018 aus. Anmeldung bis 20. Juni 2018.", []),
        ("Anmeldung bis 20. Juni 2018.", []),
    ],
)
def test_a_deadline_lies_before_its_event(text: str, expected: list[str]) -> None:
    assert [place for case, place in found(text) if case == "deadline"] == expected


def test_far_away_dates_are_not_the_event_of_a_deadline() -> None:
    text = "Der Kongress findet am 14. Juni 2018 in der Stadt statt.\n\n" + "Noch ein Satz.\n\n" * 4
    assert found(text + "Anmeldung bis 20. Juni 2018.") == []


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"startDate": "2018-06-15", "endDate": "2018-06-12"}, "endDate"),
        ({"event.start": "2018-06-15T10:00", "event.end": "2018-06-15T09:00"}, "event.end"),
        ({"date": "2018-06-15", "expires": "2018-06-12"}, "expires"),
    ],
)
def test_metadata_keeps_its_order(fields: dict[str, str], at: str) -> None:
    (hit,) = hits("Ein Text ohne Daten.", fields=fields)
    assert (hit.case, hit.at) == ("fields", FieldRef(at))


@pytest.mark.parametrize(
    "fields",
    [
        {"startDate": "2018-06-12", "endDate": "2018-06-15"},
        {"startDate": "2018-06-12"},
        {"startDate": "soon", "endDate": "2018-06-15"},
        {"startDate": "2018-06-12", "endDate": "later"},
    ],
)
def test_metadata_that_is_in_order_or_unclear_is_left_alone(fields: dict[str, str]) -> None:
    assert not hits("Ein Text ohne Daten.", fields=fields)


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("Das Projekt der Stadt läuft von 2018 bis 2016 weiter.", ["years"]),
        ("The project of the town runs from 2018 to 2016.", ["years"]),
        ("Das Projekt der Stadt läuft von 2016 bis 2018 weiter.", []),
        ("Das Volk lebte von 2000 bis 1990 v. Chr. in der Stadt.", []),
        ("Die Preise sanken von 2018 bis 1950 Euro in der Stadt.", []),
        ("Das Fest beginnt um 17 Uhr und endet um 15 Uhr.", ["time"]),
        ("The fair starts at 5 p.m. and ends at 3 p.m. in the town.", ["time"]),
        ("Das Fest beginnt um 20 Uhr und endet um 2 Uhr in der Stadt.", []),
        ("Das Fest beginnt um 15 Uhr und endet um 17 Uhr in der Stadt.", []),
        ("Der Zug kommt um 17 Uhr und endet um 15 Uhr in der Stadt.", []),
        ("Das Fest ist um 14 bis 16 Uhr und um 15 Uhr in der Stadt.", []),
    ],
)
def test_years_and_verbs_have_an_order_too(text: str, cases: list[str]) -> None:
    assert [hit.case for hit in hits(text)] == cases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bitte melden Sie sich bis 20. Juni 2018 an. Das Seminar ist am 9. Juni 2018.", True),
        ("Bitte melden Sie bis 20. Juni 2018 jeden Schaden. Das Seminar ist am 9. Juni 2018.", False),
        ("Apply by June 20, 2018. The course starts on June 9, 2018, in the town.", True),
        ("Apply by June 20, 2018. The conference on June 9, 2018, is about the town.", False),
        ("Infos beim Kongress am 9. Juni 2018. Anmeldung zum Kurs bis 20. Juni 2018.", False),
        ("Infos beim Kongress am 9. Juni 2018. Anmeldung zum Kongress bis 20. Juni 2018.", True),
        ("Das Fest findet am 9. Juni 2018 statt. Anmeldung zum Ferienkurs bis 20. Juni 2018.", False),
        ("Das Fest findet am 9. Juni 2018 statt. Anmeldung zur Teilnahme bis 20. Juni 2018.", True),
        ("Infos beim Infoabend am 9. Juni 2018. Anmeldung zum Kurs bis 20. Juni 2018.", False),
        ("Der Kurs ist am 9. Juni 2018. Anmeldung für die weiteren Kurse bis 20. Juni 2018.", False),
        ("Der Kurs ist am 9. Juni 2018, ein zweiter am 1. Juli 2018. Anmeldung bis 20. Juni 2018.", False),
        ("Der Kurs ist am 9. April 2018 gewesen. Anmeldung bis 10. Mai 2018 beim Kurs am 9. April 2018.", False),
        ("Anmeldung bis 20. Juni 2018 und bis 9. Juni 2018 beim Amt der Stadt.", False),
    ],
)
def test_a_deadline_belongs_to_what_people_register_for(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert [hit.case for hit in hits(text)] == ["deadline"] * expected
