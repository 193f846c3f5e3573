"""Weekdays: which ones belong to a date, and which never do."""

from collections.abc import Callable
from datetime import date

import pytest

from presslint.facts import Facts
from presslint.model.facts import DateFact, DateForm
from presslint.model.finding import Confidence

Read = Callable[..., Facts]
RELEASED = date(2018, 2, 23)  # a Friday

# language, text, each weekday that belongs to a date, with that date
BOUND = [
    ("de", "Donnerstag, 23. Februar 2018", ["Donnerstag: 2018-02-23"]),
    ("de", "am Donnerstag, den 23.2.", ["Donnerstag: 2018-02-23"]),
    ("de", "am Donnerstag, dem 23. Februar 2018, gegen 10 Uhr", ["Donnerstag: 2018-02-23"]),
    ("de", "am Donnerstag dem 23. Februar 2018", ["Donnerstag: 2018-02-23"]),
    ("de", "Do 3. Mai 2018", ["Do: 2018-05-03"]),
    ("de", "Das Fest ist So 3. Juni, 11 Uhr", ["So: 2018-06-03"]),
    ("de", "So 3. Mai 2018: Fest", ["So: 2018-05-03"]),
    ("de", "Freitag den 12ten Mai 2018", ["Freitag: 2018-05-12"]),
    ("de", "am Freitag, 12. mai 2018,", ["Freitag: 2018-05-12"]),
    ("de", "Freitag, der zwölfte Mai 2018", ["Freitag: 2018-05-12"]),
    ("de", "Der 12. Mai 2018 ist ein Freitag.", ["Freitag: 2018-05-12"]),
    ("de", "Der 12. Mai 2018 fällt auf einen Freitag.", ["Freitag: 2018-05-12"]),
    ("en", "12 May 2018 is a Friday", ["Friday: 2018-05-12"]),
    ("en", "It opens Mon 13 May 2018 and on Sun 14 May", ["Mon: 2018-05-13", "Sun: 2018-05-14"]),
    ("de", "Ort\tTag\tDatum\n\nAhrenfeld\tMontag\t12. Mai 2018", ["Montag: 2018-05-12"]),
    ("de", "am Donnerstag 23.02.2018", ["Donnerstag: 2018-02-23"]),
    ("de", "Donnerstagabend (23.02.)", ["Donnerstagabend: 2018-02-23"]),
    ("de", "am Donnerstag abend, den 23.02.2018", ["Donnerstag abend: 2018-02-23"]),
    ("de", "am frühen Donnerstagmorgen, dem 23.02.2018", ["Donnerstagmorgen: 2018-02-23"]),
    ("de", "am Sonnabend, 24. Februar 2018", ["Sonnabend: 2018-02-24"]),
    ("de", "vergangenen Mittwoch, dem 13.01.2000, gegen 02.00 Uhr", ["Mittwoch: 2000-01-13"]),
    ("de", "am heutigen Mittwoch, dem 07.04.2009", ["Mittwoch: 2009-04-07"]),
    ("de", "am Freitag, dem 23.", ["Freitag: 2018-02-23"]),
    ("de", "Mittwoch,den 14.11.2007", ["Mittwoch: 2007-11-14"]),
    ("de", "Mittwoch,\u00a0den 14.11.2007", ["Mittwoch: 2007-11-14"]),
    ("de", "Am    Freitag, dem 02.09.2004", ["Freitag: 2004-09-02"]),
    ("de", "Termin: Freitag: 23. Februar 2018", ["Freitag: 2018-02-23"]),
    ("de", "Freitag\t23.02.2018\t10 Uhr", ["Freitag: 2018-02-23"]),
    ("de", "23.02.2018 (Freitag)", ["Freitag: 2018-02-23"]),
    ("de", "23.02.2018 (Fr)", ["Fr: 2018-02-23"]),
    ("de", "Am 26. März 1998, einem Donnerstag, begann es.", ["Donnerstag: 1998-03-26"]),
    ("de", "am 23. Februar 2018, Freitag.", ["Freitag: 2018-02-23"]),
    ("de", "Mo., 3. Mai 2018; Di, 4.5.2018; Fr 5.5.2018", ["Mo.: 2018-05-03", "Di: 2018-05-04", "Fr: 2018-05-05"]),
    ("de", "So., 3. Mai 2018 und So, 4. Mai 2018", ["So.: 2018-05-03", "So: 2018-05-04"]),
    ("de", "Mittwoch, 21., und Freitag, 23. Februar", ["Mittwoch: 2018-02-21", "Freitag: 2018-02-23"]),
    ("de", "Montag bis Freitag, 19.–23. Februar", ["Montag: 2018-02-19", "Freitag: 2018-02-23"]),
    ("de", "Freitag bis Sonntag, 23., 24. und 25. Februar", ["Freitag: 2018-02-23", "Sonntag: 2018-02-25"]),
    ("de", "am Montag und am Dienstag, den 05.08.2008", ["Dienstag: 2008-08-05"]),
    ("de", "Mittwoch – 21.02.2018", ["Mittwoch: 2018-02-21"]),
    ("de", "am Donnerstag – dem 1. März – und", ["Donnerstag: 2018-03-01"]),
    ("de", "am kommenden Sonntag, also am 4. März", ["Sonntag: 2018-03-04"]),
    ("de", "Freitag, 2. 3. um 10 Uhr", ["Freitag: 2018-03-02"]),
    ("de", "Freitag, 2. März ’18", ["Freitag: 2018-03-02"]),
    ("de", "Freitag\n2. März 2018", ["Freitag: 2018-03-02"]),
    ("de", "02.03.2018\tFreitag\t19 Uhr", ["Freitag: 2018-03-02"]),
    ("de", "Donnerstag/Freitag, 1./2. März", ["Donnerstag: 2018-03-01", "Freitag: 2018-03-02"]),
    ("de", "Montag und Dienstag, 4. Mai 2018 (Freitag)", ["Freitag: 2018-05-04"]),
    ("de", "vom Freitag, 23., bis Sonntag, 25. Februar", ["Freitag: 2018-02-23", "Sonntag: 2018-02-25"]),
    ("en", "Thursday, February 23, 2018", ["Thursday: 2018-02-23"]),
    ("en", "Tuesday  May 1  2007 ", ["Tuesday: 2007-05-01"]),
    ("en", "on Monday  February 21  2004 from 3 00 p m", ["Monday: 2004-02-21"]),
    ("en", "Tuesday evening, May 1, 2007", ["Tuesday evening: 2007-05-01"]),
    ("en", "Tuesday night (May 1, 2007)", ["Tuesday night: 2007-05-01"]),
    ("en", "23 February 2018 (Friday)", ["Friday: 2018-02-23"]),
    ("en", "on May 3, 2018, a Thursday, it began", ["Thursday: 2018-05-03"]),
    ("en", "Fri., Feb. 23, 2018 and Sat, 24 Feb 2018", ["Fri.: 2018-02-23", "Sat: 2018-02-24"]),
    ("en", "Saturday and Sunday, September 15 and 16, 2018", ["Saturday: 2018-09-15", "Sunday: 2018-09-16"]),
    ("en", "on Wednesday, the 7th of March 2018", ["Wednesday: 2018-03-07"]),
    ("en", "on Friday the 23rd.", ["Friday: 2018-02-23"]),
    ("fr", "vendredi 23 février 2018", ["vendredi: 2018-02-23"]),
    ("fr", "le vendredi matin 23 février 2018", ["vendredi matin: 2018-02-23"]),
    ("fr", "du lundi 3 au vendredi 7 mai 2018", ["lundi: 2018-05-03", "vendredi: 2018-05-07"]),
    ("fr", "ven. 23 févr. 2018", ["ven.: 2018-02-23"]),
    ("es", "el viernes 23 de febrero de 2018", ["viernes: 2018-02-23"]),
    ("it", "venerdì 23 febbraio 2018", ["venerdì: 2018-02-23"]),
    ("nl", "vrijdagavond 23 februari 2018", ["vrijdagavond: 2018-02-23"]),
    ("pl", "w piątek, 23 lutego 2018 r.", ["piątek: 2018-02-23"]),
    ("pl", "w sobotę 15 i niedzielę 16 września 2018", ["sobotę: 2018-09-15", "niedzielę: 2018-09-16"]),
    ("pt", "sexta-feira, 23 de fevereiro de 2018", ["sexta-feira: 2018-02-23"]),
    ("pt", "na sexta, 23 de fevereiro de 2018", ["sexta: 2018-02-23"]),
    ("da", "fredag den 23. februar 2018", ["fredag: 2018-02-23"]),
    ("da", "fredag d. 23. februar 2018", ["fredag: 2018-02-23"]),
    ("sv", "fredagen den 23 februari 2018", ["fredagen: 2018-02-23"]),
]

# language, text: the weekday beside the date is none of it
FREE = [
    ("de", "So 3. Mai 2018 begann das Fest."),
    ("de", "Und so 6. Mai 2018, dann nicht."),
    ("de", "Der 3. Mai 2018 war ein Freitag."),
    ("de", "6. Juni 2018\tSamstag\t29. Mai 2018"),
    ("de", "Ort\tTag\tFrist\n\nAhrenfeld\tMontag\t12. Mai 2018"),
    ("de", "Donnerstagsausgabe vom 23. Februar 2018"),
    ("de", "Gründonnerstag, 29. März 2017"),
    ("de", "Rosenmontag, 3. Mai 2018, Ostersonntag (3. Mai 2018)"),
    ("de", "Montags geschlossen. Nächster Termin: 3. März 2018."),
    ("de", "Am Montag sprach sie. 3. März 2018"),
    ("de", "Samstag und Sonntag, 15. September 2018"),
    ("de", "Montag bis Freitag, 3. März 2018"),
    ("de", "3. März 2018, Montag bis Freitag von 10 bis 12 Uhr"),
    ("de", "Montag 3 Gruppen, Mai folgt"),
    ("de", "am 3. Mai 2018 den Freitag."),
    ("de", "Freitag bis 3. Mai 2018"),
    ("de", "Anmeldung bis Freitag\n3. Mai 2018 Konzert"),
    ("de", "3. Mai 2018\nFreitag\nSamstag"),
    ("de", "3. Mai 2018, Freitag bis 5. Mai 2018"),
    ("en", "Black Friday, November 23, 2018"),
    ("en", "Good Friday, March 30, 2018, Cyber Monday, March 3, 2018"),
    ("en", "The Sun 3 May 2018 and Baltimore Sun 4 May 2018"),
    ("en", "They wed 3 May 2018, and we sat 4 May 2018"),
    ("en", "May 3, 2018 is a Friday concert"),
    ("en", "On Friday, the House voted. May 3, 2018"),
    ("fr", "mer 3 mai 2018"),
    ("pt", "na segunda 3 de maio de 2018"),
]


def bound(facts: Facts) -> list[str]:
    return [
        f"{fact.weekday_text}: {fact.start}"
        for fact in facts.of(DateFact)
        if fact.weekday is not None and fact.form is not DateForm.WEEKDAY
    ]


@pytest.mark.parametrize(("language", "text", "expected"), BOUND)
def test_a_weekday_beside_its_date(facts_of: Read, language: str, text: str, expected: list[str]) -> None:
    facts = facts_of(text, language, RELEASED)
    assert bound(facts) == expected
    for fact in facts.of(DateFact):
        assert fact.weekday_span is None or fact.weekday_span.of(text) == fact.weekday_text


@pytest.mark.parametrize(("language", "text"), FREE)
def test_a_weekday_that_is_not_that_of_the_date(facts_of: Read, language: str, text: str) -> None:
    assert bound(facts_of(text, language, RELEASED)) == []


def test_the_day_stands_apart_from_its_weekday(facts_of: Read) -> None:
    text = "Am Donnerstag, den 23. Februar 2018, geht es los."
    (fact,) = facts_of(text, "de", RELEASED).of(DateFact)
    assert fact.text == "Donnerstag, den 23. Februar 2018"
    assert fact.day_span.of(text) == "23. Februar 2018"
    assert fact.weekday == 3


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        # a night spans two days: its date may be that of either, so the one that fits is taken
        ("in der Nacht von Freitag auf Samstag, 13.08.2004", 4),
        ("in der Nacht von Freitag auf Samstag, 14.08.2004", 5),
        ("in der Nacht von Freitag auf Samstag, 16.08.2004", 5),
        ("in der Nacht zum Samstag (13.08.2004)", 4),
        ("in der Nacht auf Samstag, 14.08.2004", 5),
        ("in der Nacht zum Samstag, 15.08.2004", 5),
        ("in der Freitag Nacht, 14.08.2004", 5),
        ("in der Freitagnacht, 13.08.2004", 4),
        ("in der Freitagnacht, 14.08.2004", 5),
        # of one day only
        ("in der Nacht des Freitag, 14.08.2004", 4),
    ],
)
def test_nights(facts_of: Read, text: str, weekday: int) -> None:
    fact = next(fact for fact in facts_of(text, "de", RELEASED).of(DateFact) if fact.form is DateForm.NUMERIC)
    assert fact.weekday == weekday


def test_before_the_calendar_of_today_a_weekday_is_no_evidence(facts_of: Read) -> None:
    (fact,) = facts_of("am Donnerstag, 3. Mai 1520", "de", RELEASED).of(DateFact)
    assert (fact.start, fact.weekday, fact.weekday_span) == (date(1520, 5, 3), None, None)


@pytest.mark.parametrize(
    ("language", "text", "start", "candidates"),
    [
        ("de", "am Montag", None, [date(2018, 2, 26), date(2018, 2, 19)]),
        ("de", "am Mittwoch", None, [date(2018, 2, 21), date(2018, 2, 28)]),
        ("de", "am Freitag", None, [date(2018, 2, 23)]),
        ("de", "am kommenden Montag", date(2018, 2, 26), [date(2018, 2, 26)]),
        ("de", "am vergangenen Dienstagabend", date(2018, 2, 20), [date(2018, 2, 20)]),
        ("de", "am kommenden Freitag", date(2018, 3, 2), [date(2018, 3, 2)]),
        ("en", "last Friday", date(2018, 2, 16), [date(2018, 2, 16)]),
        ("fr", "vendredi prochain", date(2018, 3, 2), [date(2018, 3, 2)]),
        ("es", "el próximo lunes", date(2018, 2, 26), [date(2018, 2, 26)]),
    ],
)
def test_a_weekday_without_a_date(
    facts_of: Read, language: str, text: str, start: date | None, candidates: list[date]
) -> None:
    (fact,) = facts_of(text, language, RELEASED).of(DateFact)
    assert fact.form is DateForm.WEEKDAY
    assert (fact.start, list(fact.candidates)) == (start, candidates)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "open Monday-Friday"),
        ("en", "on the second Tuesday of each month"),
        ("en", "Friday Harbor"),
        ("de", "jeden Montag"),
        ("de", "Montag–Freitag"),
    ],
)
def test_recurring_weekdays_and_names_are_doubtful(facts_of: Read, language: str, text: str) -> None:
    assert {fact.confidence for fact in facts_of(text, language, RELEASED).of(DateFact)} == {Confidence.LOW}


@pytest.mark.parametrize("text", ["Die App v.2.30.2018", "Version 2.30.2018", "Az. 31.04.2018-12", "§ 3.12.2018"])
def test_numbers_of_versions_and_files_are_no_dates(facts_of: Read, text: str) -> None:
    assert facts_of(text, "de", RELEASED).of(DateFact) == ()


def test_there_is_no_day_nought(facts_of: Read) -> None:
    (fact,) = facts_of("am 0. Mai 2018", "de", RELEASED).of(DateFact)
    assert (fact.text, fact.problem) == ("0. Mai 2018", "no-such-day")
