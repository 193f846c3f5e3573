from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks.restate import date_like, weekday_like
from presslint.checks.weekdays import nearest
from presslint.model.facts import DateFact, DateForm, DateOrder, Precision, YearFrom
from presslint.model.finding import Confidence
from presslint.model.release import Zone
from presslint.text.calendar_names import MONTHS_WIDE, WEEKDAYS, WEEKDAYS_WIDE
from presslint.text.span import Span


def fact(day: date, form: DateForm = DateForm.WORDS, order: DateOrder = DateOrder.DMY, **parts: object) -> DateFact:
    made = DateFact(
        Span(0, 9), "", Zone.BODY, Confidence.HIGH, day, day, Precision.DAY, form, order, YearFrom.WRITTEN,
        year=day.year, month=day.month, day=day.day,
    )  # fmt: skip
    return made._replace(**parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "old", "new", "language", "expected"),
    [
        ("Montag", 0, 1, "de", "Dienstag"),
        ("MONTAG", 0, 1, "de", "DIENSTAG"),
        ("Dienstagabend", 1, 2, "de", "Mittwochabend"),
        ("Montags", 0, 4, "de", "Freitags"),
        ("Sonnabend", 5, 6, "de", "Sonntag"),
        ("Mo", 0, 1, "de", "Di"),
        ("Di.", 1, 2, "de", "Mi."),
        ("Tue", 1, 2, "en", "Wed"),
        ("Tues.", 1, 2, "en", "Wed."),
        ("Monday", 0, 1, "de", "Tuesday"),
        ("lundi", 0, 1, "fr", "mardi"),
        ("Lundi", 0, 1, "fr", "Mardi"),
        ("środę", 2, 3, "pl", "czwartek"),
        ("środę", 2, 5, "pl", "sobotę"),
        ("piątek", 4, 3, "pl", "czwartek"),
        ("piątek", 4, 5, "pl", None),
        ("terça-feira", 1, 2, "pt", "quarta-feira"),
        ("terça-feira", 1, 5, "pt", None),
        ("Feiertag", 1, 5, "de", None),
        ("Mondays", 1, 5, "xx", None),
    ],
)
def test_a_weekday_keeps_its_form(written: str, old: int, new: int, language: str, expected: str | None) -> None:
    assert weekday_like(written, old, new, language) == expected


@pytest.mark.parametrize("language", sorted(WEEKDAYS_WIDE))
def test_every_full_name_is_answered_by_a_full_name(language: str) -> None:
    for old in range(7):
        for new in range(7):
            answer = weekday_like(WEEKDAYS_WIDE[language][old], old, new, language)
            if language not in {"pl", "pt"}:
                assert answer == WEEKDAYS[language][new][0]


@pytest.mark.parametrize(
    ("written", "made", "new", "language", "expected"),
    [
        ("3. März 2026", fact(date(2026, 3, 3)), date(2026, 3, 2), "de", "2. März 2026"),
        ("03. März 2026", fact(date(2026, 3, 3)), date(2026, 3, 2), "de", "02. März 2026"),
        ("1. März 2026", fact(date(2026, 3, 1)), date(2026, 2, 27), "de", "27. Februar 2026"),
        ("31. Dezember 2025", fact(date(2025, 12, 31)), date(2026, 1, 2), "de", "2. Januar 2026"),
        ("1. Sept. 2026", fact(date(2026, 9, 1)), date(2026, 8, 31), "de", "31. Aug. 2026"),
        ("Feb. 28, 2026", fact(date(2026, 2, 28)), date(2026, 3, 1), "en", "Mar. 1, 2026"),
        ("Apr. 30, 2026", fact(date(2026, 4, 30)), date(2026, 5, 1), "en", "May 1, 2026"),
        ("May 1st, 2026", fact(date(2026, 5, 1)), date(2026, 5, 2), "en", "May 2nd, 2026"),
        ("May 3rd", fact(date(2026, 5, 3)), date(2026, 5, 4), "en", "May 4th"),
        ("MAY 10TH", fact(date(2026, 5, 10)), date(2026, 5, 11), "en", "MAY 11TH"),
        ("1er mai 2026", fact(date(2026, 5, 1)), date(2026, 5, 2), "fr", "2 mai 2026"),
        ("1er mai 2026", fact(date(2026, 5, 1)), date(2026, 6, 1), "fr", "1er juin 2026"),
        ("21.", fact(date(2026, 5, 21), year=None), date(2026, 5, 20), "de", "20."),
        ("1.", fact(date(2026, 5, 1), year=None), date(2026, 4, 30), "de", None),
        ("1.", fact(date(2026, 5, 1), year=None, month=None), date(2026, 4, 30), "de", None),
        ("3. Irgendwann", fact(date(2026, 5, 3)), date(2026, 4, 30), "de", None),
        ("dritter Mai", fact(date(2026, 5, 3)), date(2026, 5, 4), "de", None),
    ],
)
def test_a_date_in_words_keeps_its_form(
    written: str, made: DateFact, new: date, language: str, expected: str | None
) -> None:
    assert date_like(made, written, new, language) == expected


@pytest.mark.parametrize(
    ("written", "form", "order", "old", "new", "expected"),
    [
        ("03.03.2026", DateForm.NUMERIC, DateOrder.DMY, date(2026, 3, 3), date(2026, 3, 2), "02.03.2026"),
        ("1.3.26", DateForm.NUMERIC, DateOrder.DMY, date(2026, 3, 1), date(2026, 2, 28), "28.2.26"),
        ("1. 3. 2026", DateForm.NUMERIC, DateOrder.DMY, date(2026, 3, 1), date(2026, 3, 2), "2. 3. 2026"),
        ("03/13/2026", DateForm.NUMERIC, DateOrder.MDY, date(2026, 3, 13), date(2026, 3, 9), "03/09/2026"),
        ("2026-03-01", DateForm.ISO, DateOrder.YMD, date(2026, 3, 1), date(2026, 2, 28), "2026-02-28"),
        ("01/02/2026", DateForm.NUMERIC, DateOrder.AMBIGUOUS, date(2026, 2, 1), date(2026, 2, 2), None),
        ("3.3.2026/7", DateForm.NUMERIC, DateOrder.DMY, date(2026, 3, 3), date(2026, 3, 2), None),
        ("heute", DateForm.RELATIVE, DateOrder.DMY, date(2026, 3, 3), date(2026, 3, 2), None),
    ],
)
def test_a_date_in_numbers_keeps_its_form(
    written: str, form: DateForm, order: DateOrder, old: date, new: date, expected: str | None
) -> None:
    assert date_like(fact(old, form, order), written, new, "de") == expected


def test_parts_left_out_of_numbers_stay_out() -> None:
    made = fact(date(2026, 3, 3), DateForm.NUMERIC, year=None)
    assert date_like(made, "3.3.", date(2026, 3, 4), "de") == "4.3."
    only_day = fact(date(2026, 3, 3), DateForm.NUMERIC, year=None, month=None)
    assert date_like(only_day, "3.", date(2026, 3, 4), "de") == "4."


def test_a_date_that_is_none_is_not_rewritten() -> None:
    assert date_like(fact(date(2026, 3, 3), start=None), "31. April", date(2026, 3, 4), "de") is None


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
@settings(deadline=None, max_examples=200)
def test_the_nearest_day_has_the_weekday_and_is_near(day: date, weekday: int) -> None:
    found = nearest(day, weekday)
    assert found.weekday() == weekday
    assert abs(found - day) <= timedelta(days=3)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-3, 3), st.sampled_from(sorted(MONTHS_WIDE)))
@settings(deadline=None, max_examples=200)
def test_a_rewritten_date_names_the_new_day(day: date, days: int, language: str) -> None:
    new = day + timedelta(days=days)
    written = f"{day.day}. {MONTHS_WIDE[language][day.month - 1]} {day.year}"
    expected = f"{new.day}. {MONTHS_WIDE[language][new.month - 1]} {new.year}"
    answer = date_like(fact(day), written, new, language)
    assert answer is not None
    assert answer.casefold() == expected.casefold()
