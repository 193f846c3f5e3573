"""Times of day: what counts as one, what it says, and the date it belongs to."""

from collections.abc import Callable
from datetime import date, time

import pytest

from presslint.facts import Facts
from presslint.facts.times import MERIDIEM, NO_HOUR, NO_MINUTE, clock
from presslint.model.facts import TimeFact

Read = Callable[..., Facts]
RELEASED = date(2018, 2, 23)

# language, text, each time as written with its start (and end)
TIMES = [
    ("de", "um 10 Uhr", ["10 Uhr = 10:00"]),
    ("de", "um 10.30 Uhr", ["10.30 Uhr = 10:30"]),
    ("de", "um 10:30 Uhr", ["10:30 Uhr = 10:30"]),
    ("de", "um 10:30Uhr", ["10:30Uhr = 10:30"]),
    ("de", "um 10:30", ["10:30 = 10:30"]),
    ("de", "von 14 bis 12 Uhr", ["14 bis 12 Uhr = 14:00–12:00"]),
    ("de", "von 9.00–17.00 Uhr", ["9.00–17.00 Uhr = 09:00–17:00"]),
    ("de", "von 9.00-17.00 Uhr", ["9.00-17.00 Uhr = 09:00–17:00"]),
    ("de", "10:00–12:00", ["10:00–12:00 = 10:00–12:00"]),
    ("de", "von 10.45 Uhr bis 16 Uhr", ["10.45 Uhr bis 16 Uhr = 10:45–16:00"]),
    ("de", "zwischen 11.15 Uhr und 12.30 Uhr", ["11.15 Uhr und 12.30 Uhr = 11:15–12:30"]),
    ("de", "zwischen 11 und 12 Uhr", ["11 und 12 Uhr = 11:00–12:00"]),
    ("de", "um 10 und 15 Uhr", ["10 = 10:00", "15 Uhr = 15:00"]),
    ("de", "um Mitternacht", ["Mitternacht = 00:00"]),
    ("de", "09.03.2016 – 13:52", ["13:52 = 13:52"]),
    ("en", "at 3 p.m.", ["3 p.m. = 15:00"]),
    ("en", "at 11:15 am", ["11:15 am = 11:15"]),
    ("en", "at 11:15 AM", ["11:15 AM = 11:15"]),
    ("en", "at 5 00 p m  EST", ["5 00 p m  EST = 17:00"]),
    ("en", "from 8 00 am to 5 00 pm", ["8 00 am to 5 00 pm = 08:00–17:00"]),
    ("en", "from 10 a.m. to 3 p.m.", ["10 a.m. to 3 p.m. = 10:00–15:00"]),
    ("en", "from 2–4 p.m.", ["2–4 p.m. = 14:00–16:00"]),
    ("en", "from 10–2 p.m.", ["10–2 p.m. = 10:00–14:00"]),
    ("en", "at 12 p.m. and 12 a.m.", ["12 p.m. = 12:00", "12 a.m. = 00:00"]),
    ("en", "at noon and by midnight", ["noon = 12:00", "midnight = 00:00"]),
    ("en", "at 15:00 CET", ["15:00 CET = 15:00"]),
    ("en", "at 10 o'clock", ["10 o'clock = 10:00"]),
    ("fr", "à 15h30, 15 h 30, 15h et 16 heures", ["15h30", "15 h 30", "15h = 15:00", "16 heures = 16:00"]),
    ("fr", "à midi", ["midi = 12:00"]),
    ("es", "a las 15:30 horas", ["15:30 horas = 15:30"]),
    ("it", "alle ore 15.30", ["15.30 = 15:30"]),
    ("it", "alle 15.", ["15 = 15:00"]),
    ("nl", "om 15.30 uur", ["15.30 uur = 15:30"]),
    ("pl", "o godz. 15.30", ["15.30 = 15:30"]),
    ("pt", "às 15h30", ["15h30 = 15:30"]),
    ("da", "kl. 15.30 og kl. 10.10.", ["15.30 = 15:30", "10.10 = 10:10"]),
    ("da", "kl. 15-17", ["15-17 = 15:00–17:00"]),
    ("sv", "kl 10 och klockan 11", ["10 = 10:00", "11 = 11:00"]),
]

NO_TIMES = [
    ("de", "Format 16:9, Ergebnis 3:2, Johannes 3:16, Lauf 25:10 Minuten, um 2:30 Stunden"),
    ("de", "8.77 Euro, Abschnitt 10.30, am 10.11.2018, vom 3.5. an"),
    ("en", "5 hours longer, 10 hours per day, I am here"),
    ("da", "10.10 kroner, 15 personer, den 15. maj"),
]


def shown(fact: TimeFact, like: str) -> str:
    until = f"–{fact.until:%H:%M}" if fact.until else ""
    return f"{fact.text} = {fact.start:%H:%M}{until}" if "=" in like else fact.text


@pytest.mark.parametrize(("language", "text", "expected"), TIMES)
def test_times(facts_of: Read, language: str, text: str, expected: list[str]) -> None:
    facts = facts_of(text, language, RELEASED).of(TimeFact)
    assert [shown(fact, like) for fact, like in zip(facts, expected, strict=True)] == expected
    assert all(fact.span.of(text) == fact.text for fact in facts)


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_numbers_that_are_no_times(facts_of: Read, language: str, text: str) -> None:
    assert facts_of(text, language, RELEASED).of(TimeFact) == ()


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("de", "um 15 Uhr MEZ", "MEZ"),
        ("de", "um 15 Uhr (MESZ)", "MESZ"),
        ("de", "um 15 Uhr Ortszeit", "Ortszeit"),
        ("en", "at 3 p.m. EST", "EST"),
        ("en", "at 3 p.m. ET, at the desk", "ET"),
        ("en", "at 15:00 GMT+1", "GMT+1"),
        ("en", "at 15:00 +01:00", "+01:00"),
        ("en", "at 15:00 UTC", "UTC"),
        ("en", "at 3 p.m. Eastern", "Eastern"),
        ("en", "at 3 p.m. Etna erupts", ""),
        ("de", "um 15 Uhr", ""),
    ],
)
def test_zones(facts_of: Read, language: str, text: str, zone: str) -> None:
    (fact,) = facts_of(text, language, RELEASED).of(TimeFact)
    assert fact.zone_name == zone
    assert fact.text.count("(") == fact.text.count(")")


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("de", "Am 3. Mai 2018 um 10 Uhr", ["3. Mai 2018"]),
        ("de", "Freitag, 23. Februar 2018, 10.00 Uhr (MEZ)", ["Freitag, 23. Februar 2018"]),
        ("de", "Um 10 Uhr am 3. Mai 2018", ["3. Mai 2018"]),
        ("de", "Am 3. Mai von 9 bis 12 Uhr und von 14 bis 16 Uhr", ["3. Mai", "3. Mai"]),
        ("de", "Heute, 10 Uhr", ["Heute"]),
        ("de", "Am Freitag gegen 10 Uhr", ["Freitag"]),
        ("de", "Am 3. Mai kam sie. Um 10 Uhr ging er.", [None]),
        ("de", "Am 3. Mai kam sie an.\n\nUm 10 Uhr ging er.", [None]),
        ("en", "15:00 CET / 9:00 a.m. ET on 20 March 2018", ["20 March 2018", "20 March 2018"]),
        ("en", "at 3 p.m. on Friday, May 4", ["Friday, May 4"]),
        ("en", "in 2018 at 3 p.m.", [None]),
    ],
)
def test_a_time_belongs_to_the_date_in_its_phrase(
    facts_of: Read, language: str, text: str, dates: list[str | None]
) -> None:
    facts = facts_of(text, language, RELEASED).of(TimeFact)
    assert [fact.date and fact.date.of(text) for fact in facts] == dates


@pytest.mark.parametrize(
    ("language", "text", "problem"),
    [
        ("de", "um 25:10 Uhr", NO_HOUR),
        ("de", "um 9:75 Uhr", NO_MINUTE),
        ("de", "um 24:30 Uhr", NO_HOUR),
        ("de", "von 9 bis 25 Uhr", NO_HOUR),
        ("en", "at 14:30 p.m.", MERIDIEM),
        ("en", "at 0 a.m.", NO_HOUR),
    ],
)
def test_times_that_cannot_be(facts_of: Read, language: str, text: str, problem: str) -> None:
    (fact,) = facts_of(text, language, RELEASED).of(TimeFact)
    assert fact.problem == problem
    assert fact.start is None or fact.until is None


@pytest.mark.parametrize(
    ("numbers", "half", "expected"),
    [((24, 0), "", time(0)), ((12,), "a", time(0)), ((12,), "p", time(12)), ((11, 59), "p", time(23, 59))],
)
def test_the_clock(numbers: tuple[int, ...], half: str, expected: time) -> None:
    assert clock(numbers, half).at == expected
    assert clock(numbers, half).end_of_day is (numbers == (24, 0))


def test_seconds_are_read_and_judged() -> None:
    assert clock((10, 30, 15), "").at == time(10, 30, 15)
    assert clock((10, 30, 75), "").problem == NO_MINUTE


def test_the_end_of_a_day(facts_of: Read) -> None:
    (fact,) = facts_of("von 22 bis 24 Uhr", "de", RELEASED).of(TimeFact)
    assert (fact.start, fact.until, fact.midnight_end) == (time(22), time(0), True)


def test_a_time_may_be_quoted(facts_of: Read) -> None:
    facts = facts_of("„Um 10 Uhr“, sagte sie, um 11 Uhr.", "de", RELEASED).of(TimeFact)
    assert [fact.quoted for fact in facts] == [True, False]
