"""Days: every form in which a text names one, what it means, and what is no date."""

from collections.abc import Callable
from datetime import date

import pytest

from presslint.facts import Facts
from presslint.facts.misspelt import is_one_slip
from presslint.model.facts import DateFact, DateForm, DateOrder, Precision, YearFrom
from presslint.model.finding import Confidence
from presslint.model.release import Field

Read = Callable[..., Facts]
RELEASED = date(2018, 2, 23)  # a Friday

# language, text, the days found: as written, and what they mean
DAYS = [
    ("de", "Das Fest ist am 23. Februar 2018 im Park.", ["23. Februar 2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 23.02.2018 im Park.", ["23.02.2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 23.2.18 im Park.", ["23.2.18 = 2018-02-23"]),
    ("de", "Das Fest ist am 23.2. im Park.", ["23.2. = 2018-02-23"]),
    ("de", "Das Fest ist am 23. 2. 2018 im Park.", ["23. 2. 2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 23.Februar2018 im Park.", ["23.Februar2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 25. Mai2007 im Park.", ["25. Mai2007 = 2007-05-25"]),
    ("de", "Das Fest ist am23.02.2018 im Park.", ["23.02.2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 23.\u00a0Februar\u00a02018 im Park.", ["23.\u00a0Februar\u00a02018 = 2018-02-23"]),
    ("de", "Das Fest ist am 23. Feb. 2018 im Park.", ["23. Feb. 2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 3. Jänner 2018 im Park.", ["3. Jänner 2018 = 2018-01-03"]),
    ("de", "Das Fest ist am dritten Mai 2018 im Park.", ["dritten Mai 2018 = 2018-05-03"]),
    ("de", "Das Fest ist am 27. 11. im Park.", ["27. 11. = 2017-11-27"]),
    ("de", "Das Fest ist am siebten 4. im Park.", ["siebten 4. = 2018-04-07"]),
    ("de", "Das Fest ist am Donnerstag, den siebten vierten.", ["Donnerstag, den siebten vierten = 2018-04-07"]),
    ("de", "Das Fest ist am Donnerstag, dem 7. vierten 2016.", ["Donnerstag, dem 7. vierten 2016 = 2016-04-07"]),
    ("de", "Das Fest ist am Donnerstag siebter 4. im Park.", ["Donnerstag siebter 4. = 2018-04-07"]),
    ("de", "Das Fest ist am So 27.02.2022 im Park.", ["So 27.02.2022 = 2022-02-27"]),
    ("de", "Das Fest ist am 23. Feburar 2018 im Park.", ["23. Feburar 2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 3. Septmber 2018 im Park.", ["3. Septmber 2018 = 2018-09-03"]),
    ("en", "It opens on Febuary 23, 2018, or on 5 Septembre 2018.", ["Febuary 23, 2018", "5 Septembre 2018"]),
    ("da", "den 3. febuar 2018", ["3. febuar 2018 = 2018-02-03"]),
    ("de", "Das Fest ist am 23. Februar 202 3 im Park.", ["23. Februar 202 3 = 2023-02-23"]),
    ("en", "It opens on May 5, 202 3.", ["May 5, 202 3 = 2023-05-05"]),
    ("en", "It had on May 5 301 4 guests.", ["May 5 = 2018-05-05"]),
    ("de", "29/3", ["29/3 = 2018-03-29"]),
    ("de", "Das Fest ist am 23-Sep-2020 im Park.", ["23-Sep-2020 = 2020-09-23"]),
    ("de", "Das Fest ist am 2020/Sep/23 im Park.", ["2020/Sep/23 = 2020-09-23"]),
    ("en", "It opens Sep-23-2020.", ["Sep-23-2020 = 2020-09-23"]),
    ("de", "Am zweiten und dritten Mai 2018.", ["zweiten = 2018-05-02", "dritten Mai 2018 = 2018-05-03"]),
    ("de", "Das Fest ist am 2018-02-23 im Park.", ["2018-02-23 = 2018-02-23"]),
    ("de", "Das Fest ist am 2018/02/23 im Park.", ["2018/02/23 = 2018-02-23"]),
    ("de", "Das Fest ist am 23/02/2018 im Park.", ["23/02/2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 23-02-2018 im Park.", ["23-02-2018 = 2018-02-23"]),
    ("de", "Das Fest ist am 22.04 im Park.", ["22.04 = 2018-04-22"]),
    ("de", "Das Fest ist am 22/04 im Park.", ["22/04 = 2018-04-22"]),
    ("de", "Das Fest ist am 15. wieder im Park.", ["15. = 2018-02-15"]),
    ("de", "(23.2.) und (Stand 3.2.18)", ["23.2. = 2018-02-23"]),
    ("de", "Presse\n3.2.18\nText", ["3.2.18 = 2018-02-03"]),
    ("en", "Grant for May 3            2018 Field", ["May 3 = 2018-05-03"]),
    ("de", "Die Zahl der Gäste stieg, anders als am 3. Mai, Juni kam.", ["3. Mai = 2018-05-03"]),
    ("en", "The fair opens on 23 February 2018 in town.", ["23 February 2018 = 2018-02-23"]),
    ("en", "The fair opens on February 23, 2018 in town.", ["February 23, 2018 = 2018-02-23"]),
    ("en", "The fair opens on February 23  2018 in town.", ["February 23  2018 = 2018-02-23"]),
    ("en", "The fair opens on Feb. 23 in town.", ["Feb. 23 = 2018-02-23"]),
    ("en", "The fair opens on the 23rd of February in town.", ["23rd of February = 2018-02-23"]),
    ("en", "The fair opens on February 23rd, 2018.", ["February 23rd, 2018 = 2018-02-23"]),
    ("en", "The fair opens on the third of May 2018.", ["third of May 2018 = 2018-05-03"]),
    ("en", "FOR RELEASE FEBRUARY 23, 2018", ["FEBRUARY 23, 2018 = 2018-02-23"]),
    ("en", "It opens on May 5, in the evening.", ["May 5 = 2018-05-05"]),
    ("en", "It opens on 02/23/2018.", ["02/23/2018 = 2018-02-23"]),
    ("en", "FOR IMMEDIATE RELEASEFebruary 10  2005 Contact", ["February 10  2005 = 2005-02-10"]),
    ("en", "December 19  2007Contact  Jo Field", ["December 19  2007 = 2007-12-19"]),
    ("fr", "Le salon ouvre le 1er mars 2018 à Lyon.", ["1er mars 2018 = 2018-03-01"]),
    ("fr", "Le salon ouvre le 23/02/2018 à Lyon.", ["23/02/2018 = 2018-02-23"]),
    ("fr", "Le salon ouvre le 23 févr. 2018 à Lyon.", ["23 févr. 2018 = 2018-02-23"]),
    ("es", "La feria abre el 23 de febrero de 2018.", ["23 de febrero de 2018 = 2018-02-23"]),
    ("es", "La feria abre el 1º de mayo del 2018.", ["1º de mayo del 2018 = 2018-05-01"]),
    ("es", "La feria abre este viernes (23).", ["viernes (23) = 2018-02-23"]),
    ("it", "La fiera apre il 1° maggio 2018.", ["1° maggio 2018 = 2018-05-01"]),
    ("it", "La fiera apre il 23 febbraio 2018.", ["23 febbraio 2018 = 2018-02-23"]),
    ("nl", "De beurs opent op 23 februari 2018.", ["23 februari 2018 = 2018-02-23"]),
    ("nl", "De beurs opent op 23-02-2018.", ["23-02-2018 = 2018-02-23"]),
    ("pl", "Targi otwarto 23 lutego 2018 r.", ["23 lutego 2018 = 2018-02-23"]),
    ("pl", "Targi otwarto dnia 23.02.2018 r.", ["23.02.2018 = 2018-02-23"]),
    ("pt", "A feira abre em 23 de fevereiro de 2018.", ["23 de fevereiro de 2018 = 2018-02-23"]),
    ("pt", "A feira abre em 1.º de maio de 2018.", ["1.º de maio de 2018 = 2018-05-01"]),
    ("da", "Messen åbner den 23. februar 2018.", ["23. februar 2018 = 2018-02-23"]),
    ("sv", "Mässan öppnar den 23 februari 2018.", ["23 februari 2018 = 2018-02-23"]),
    ("sv", "Mässan öppnar den 1:a maj 2018.", ["1:a maj 2018 = 2018-05-01"]),
    # the language is not known: German and English are tried
    ("", "23. Februar 2018 / February 24, 2018", ["23. Februar 2018 = 2018-02-23", "February 24, 2018 = 2018-02-24"]),
]

# lists and ranges: a part that is left out is taken from the other end
JOINED = [
    ("de", "vom 3.–5. Mai 2018", ["3. = 2018-05-03", "5. Mai 2018 = 2018-05-05"]),
    ("de", "vom 3. bis zum 5. Mai 2018", ["3. = 2018-05-03", "5. Mai 2018 = 2018-05-05"]),
    ("de", "vom 8. bis 5. Juni 2018", ["8. = 2018-06-08", "5. Juni 2018 = 2018-06-05"]),
    ("de", "am 3., 4. und 5. Mai 2018", ["3. = 2018-05-03", "4. = 2018-05-04", "5. Mai 2018 = 2018-05-05"]),
    ("de", "am 19./20. Mai 2018", ["19. = 2018-05-19", "20. Mai 2018 = 2018-05-20"]),
    ("de", "vom 19.2. bis 23.2.2018", ["19.2. = 2018-02-19", "23.2.2018 = 2018-02-23"]),
    ("de", "vom 19.-23.02.2018", ["19. = 2018-02-19", "23.02.2018 = 2018-02-23"]),
    ("de", "vom 19.02-23.02.2018", ["19.02 = 2018-02-19", "23.02.2018 = 2018-02-23"]),
    ("de", "vom 23.02.2018-25.02.2018", ["23.02.2018 = 2018-02-23", "25.02.2018 = 2018-02-25"]),
    ("de", "vom 28. Dezember bis 3. Januar 2019", ["28. Dezember = 2018-12-28", "3. Januar 2019 = 2019-01-03"]),
    ("de", "vom 28. Dezember 2018 bis 3. Januar", ["28. Dezember 2018 = 2018-12-28", "3. Januar = 2019-01-03"]),
    ("de", "vom 28. Dezember bis 3. Januar", ["28. Dezember = 2017-12-28", "3. Januar = 2018-01-03"]),
    ("de", "vom 20. August bis 30. August", ["20. August = 2018-08-20", "30. August = 2018-08-30"]),
    ("de", "vom 25. bis 27. in Ahrenfeld", ["25. = 2018-02-25", "27. = 2018-02-27"]),
    ("de", "vom 25. bis 3. in Ahrenfeld", ["25. = 2018-02-25", "3. = 2018-03-03"]),
    ("de", "in der Nacht vom 13. auf den 14. Mai 2018", ["13. = 2018-05-13", "14. Mai 2018 = 2018-05-14"]),
    ("en", "from 3 to 5 May 2018", ["3 = 2018-05-03", "5 May 2018 = 2018-05-05"]),
    ("en", "from 3-5 May 2018", ["3 = 2018-05-03", "5 May 2018 = 2018-05-05"]),
    ("en", "on May 3-5, 2018", ["May 3 = 2018-05-03", "5, 2018 = 2018-05-05"]),
    ("en", "on September 15 and 16.", ["September 15 = 2017-09-15", "16 = 2017-09-16"]),
    ("en", "on May 3, 4 and 5, 2018", ["May 3 = 2018-05-03", "4 = 2018-05-04", "5, 2018 = 2018-05-05"]),
    ("en", "from May 30 to June 2, 2018", ["May 30 = 2018-05-30", "June 2, 2018 = 2018-06-02"]),
    ("en", "on May 5 and 16 people came", ["May 5 = 2018-05-05"]),
    ("en", "on 31 and March 23, 2018", ["March 23, 2018 = 2018-03-23"]),
    ("en", "Room 3, 5 May 2018", ["5 May 2018 = 2018-05-05"]),
    ("en", "Room 10 – 5 May 2018", ["5 May 2018 = 2018-05-05"]),
    ("en", "Room 3 – 5 May 2018", ["3 = 2018-05-03", "5 May 2018 = 2018-05-05"]),
    ("en", "on 3, 4 and 5 May 2018", ["3 = 2018-05-03", "4 = 2018-05-04", "5 May 2018 = 2018-05-05"]),
    ("fr", "du 3 au 5 mai 2018", ["3 = 2018-05-03", "5 mai 2018 = 2018-05-05"]),
    ("es", "del 3 al 5 de mayo de 2018", ["3 = 2018-05-03", "5 de mayo de 2018 = 2018-05-05"]),
    ("it", "dal 3 al 5 maggio 2018", ["3 = 2018-05-03", "5 maggio 2018 = 2018-05-05"]),
    ("nl", "van 3 tot en met 5 mei 2018", ["3 = 2018-05-03", "5 mei 2018 = 2018-05-05"]),
    ("pl", "od 3 do 5 maja 2018 r.", ["3 = 2018-05-03", "5 maja 2018 = 2018-05-05"]),
    ("pt", "de 3 a 5 de maio de 2018", ["3 = 2018-05-03", "5 de maio de 2018 = 2018-05-05"]),
    ("da", "fra den 3. til den 5. maj 2018", ["3. = 2018-05-03", "5. maj 2018 = 2018-05-05"]),
    ("sv", "från den 3 till den 5 maj 2018", ["3 = 2018-05-03", "5 maj 2018 = 2018-05-05"]),
    ("de", "vom 3. bis 9. Oktober vergangenen Jahres", ["3. = 2017-10-03", "9. Oktober = 2017-10-09"]),
    ("en", "on May 3 of last year", ["May 3 = 2017-05-03"]),
]

NO_DAYS = [
    ("de", "Fassung 31.4.2 und Abschnitt 3.4.12 und 2.0.38-kern"),
    ("de", "Die Seite 10.2.20.1 kostet 39,4 Millionen Euro und 3.5.%"),
    ("de", "Um 31.04 Uhr, am 22.04 Uhr"),
    ("de", "Der 3. Spieltag am Freitag, 3. Spieltag der Liga, zum 15. Mal"),
    ("de", "Telefon 0211 837-2417, A5, U3, 53 der 54 Kreise"),
    ("de", "/bilder/2019-05-13-haus.jpg"),
    ("de", "Platz 3. Mail folgt."),
    ("en", "may 5 times, march 10 miles, 24/7 and 9/11"),
    ("en", "In June 10 people joined. In March 12 students left."),
    ("en", "Version 1.2.300 of 3.4.2"),
    ("it", "un insieme di 2 set di chiavi"),
    ("da", "opdatering til 2.0.38-kernen"),
    ("de", "am 45. Mai, am 0. Mai, am 45.13. und am 45. wieder, am Freitag, dem 45."),
    ("de", "am 3/4 der Strecke"),
    ("de", "(siehe /x/2019-05-13.jpg und a_2019-05-13)"),
    ("fr", "le 3/4 de la population"),
    ("en", "on Friday 13th street"),
    ("en", "first, 3 of them; the first or second of three; 23 - May - many"),
    ("de", "12/5"),
    ("de", "das 3. Quarta 2018, der 5. Augenblick 2018"),
    ("en", "Grant 5, 2018 and grants 5, 2018"),
]


def day(fact: DateFact) -> str:
    return f"{fact.text} = {fact.start}"


def days(facts: Facts) -> list[DateFact]:
    return [
        fact
        for fact in facts.of(DateFact)
        if fact.precision is Precision.DAY and fact.form not in (DateForm.RELATIVE, DateForm.WEEKDAY)
    ]


@pytest.mark.parametrize(("language", "text", "expected"), DAYS + JOINED)
def test_days(facts_of: Read, language: str, text: str, expected: list[str]) -> None:
    facts = facts_of(text, language, RELEASED)
    found = days(facts)
    assert [day(fact) if "=" in like else fact.text for fact, like in zip(found, expected, strict=True)] == expected
    assert all(fact.span.of(text) == fact.text for fact in facts.of(DateFact))
    assert all(fact.start == fact.until for fact in days(facts))


@pytest.mark.parametrize(("language", "text"), NO_DAYS)
def test_what_is_no_day(facts_of: Read, language: str, text: str) -> None:
    assert days(facts_of(text, language, RELEASED)) == []


@pytest.mark.parametrize(
    ("text", "language", "order", "start", "candidates"),
    [
        ("on 03/04/2018", "en", DateOrder.AMBIGUOUS, None, (date(2018, 4, 3), date(2018, 3, 4))),
        ("on 03-04-2018", "en", DateOrder.AMBIGUOUS, None, (date(2018, 4, 3), date(2018, 3, 4))),
        ("on Tuesday, 03/04/2018", "en", DateOrder.AMBIGUOUS, date(2018, 4, 3), (date(2018, 4, 3), date(2018, 3, 4))),
        ("on 04/04/2018", "en", DateOrder.DMY, date(2018, 4, 4), ()),
        ("on 02/23/2018", "en", DateOrder.MDY, date(2018, 2, 23), ()),
        ("on 23/02/2018", "en", DateOrder.DMY, date(2018, 2, 23), ()),
        ("am 03.04.2018", "de", DateOrder.DMY, date(2018, 4, 3), ()),
        ("le 03/04/2018", "fr", DateOrder.DMY, date(2018, 4, 3), ()),
        ("on 2018-04-03", "en", DateOrder.YMD, date(2018, 4, 3), ()),
        ("on May 3, 2018", "en", DateOrder.MDY, date(2018, 5, 3), ()),
    ],
)
def test_the_order_of_the_parts_is_never_guessed(
    facts_of: Read, text: str, language: str, order: DateOrder, start: date | None, candidates: tuple[date, ...]
) -> None:
    (fact,) = facts_of(text, language, RELEASED).of(DateFact)
    assert (fact.order, fact.start, fact.candidates) == (order, start, candidates)


@pytest.mark.parametrize(
    ("text", "language", "problem", "written"),
    [
        ("bis zum 31. April 2018", "de", "no-such-day", (2018, 4, 31)),
        ("bis zum 31. April", "de", "no-such-day", (None, 4, 31)),
        ("am 31.4 im Park", "de", "no-such-day", (None, 4, 31)),
        ("30/2", "de", "no-such-day", (None, 2, 30)),
        ("am 31-Apr-2018 im Park", "de", "no-such-day", (2018, 4, 31)),
        ("am 30.02.2018", "de", "no-such-day", (2018, 2, 30)),
        ("am 31.4.", "de", "no-such-day", (None, 4, 31)),
        ("am 13.13.2018", "de", "no-such-month", (2018, 13, 13)),
        ("am 29.02.2017", "de", "no-such-day", (2017, 2, 29)),
        ("on 2017-02-30", "en", "no-such-day", (2017, 2, 30)),
        ("Applications close on June 31, 2018.", "en", "no-such-day", (2018, 6, 31)),
        ("am 23. Februar 206, also bald", "de", "absurd-year", (206, 2, 23)),
        ("am 23.02.206 im Park", "de", "absurd-year", (206, 2, 23)),
    ],
)
def test_days_that_cannot_be(
    facts_of: Read, text: str, language: str, problem: str, written: tuple[int | None, int, int]
) -> None:
    (fact,) = facts_of(text, language, RELEASED).of(DateFact)
    assert (fact.problem, fact.start, fact.until) == (problem, None, None)
    assert (fact.year, fact.month, fact.day) == written


def test_a_leap_day_without_its_year_may_be(facts_of: Read) -> None:
    (fact,) = facts_of("am 29. Februar", "de", RELEASED).of(DateFact)
    assert (fact.problem, fact.start) == ("", date(2016, 2, 29))


def test_a_year_too_far_ahead_is_a_problem_but_has_its_day(facts_of: Read) -> None:
    (fact,) = facts_of("am Montag, den 03.03.3008", "de", RELEASED).of(DateFact)
    assert (fact.problem, fact.start, fact.weekday) == ("absurd-year", date(3008, 3, 3), 0)


@pytest.mark.parametrize(
    ("text", "released", "start", "candidates"),
    [
        ("am 23. Mai", date(2018, 2, 23), date(2018, 5, 23), 3),
        ("am 23. Dezember", date(2018, 2, 23), date(2017, 12, 23), 3),
        ("am 3. Januar", date(2018, 12, 20), date(2019, 1, 3), 3),
        # the weekday decides between the two nearest years, unless one of them is very near
        ("am Samstag, 9. März", date(2018, 7, 20), date(2019, 3, 9), 3),
        ("am Dienstag, 21. Februar", date(2018, 2, 23), date(2018, 2, 21), 3),
        # a day number alone: the month is looked for, too
        ("am Freitag, dem 23.", date(2018, 2, 20), date(2018, 2, 23), 3),
        ("am Montag, dem 26.", date(2018, 4, 10), date(2018, 3, 26), 3),
        ("am Freitag, dem 31.", date(2018, 2, 20), date(2018, 1, 31), 2),
    ],
)
def test_a_year_that_is_not_written_is_the_nearest(
    facts_of: Read, text: str, released: date, start: date, candidates: int
) -> None:
    (fact,) = facts_of(text, "de", released).of(DateFact)
    assert (fact.start, fact.year_from) == (start, YearFrom.RELEASE)
    assert fact.candidates[0] == start
    assert len(fact.candidates) == candidates


def test_a_year_that_the_paragraph_names_explains_a_weekday(facts_of: Read) -> None:
    text = "Im Jahr 2016 begann es am Samstag, 19. März.\n\nAm Samstag, 20. März, ging es weiter."
    _, first, second = facts_of(text, "de", RELEASED).of(DateFact)
    assert (first.start, first.year_from) == (date(2016, 3, 19), YearFrom.CONTEXT)
    assert (second.start, second.year_from) == (date(2018, 3, 20), YearFrom.RELEASE)


def test_a_leap_day_is_not_shifted_into_another_year(facts_of: Read) -> None:
    text = "Seit 2015, 2013 und 2011, am Dienstag, 29. Februar."
    assert facts_of(text, "de", RELEASED).of(DateFact)[-1].start == date(2016, 2, 29)


def test_without_a_release_date_a_year_stays_open(facts_of: Read) -> None:
    facts = facts_of("am 23. Mai, am Freitag, dem 23., heute, im Mai und letztes Jahr am Montag", "de").of(DateFact)
    assert [fact.start for fact in facts] == [None] * 6
    assert {fact.year_from for fact in facts} == {YearFrom.NONE}


def test_witnesses_that_differ_a_little_still_tell_the_year(facts_of: Read) -> None:
    text = "Ahrenfeld, 23. Februar 2018\n\nDas Fest ist am 3. Mai, und zwar heute."
    dates = facts_of(text, "de", fields=(Field("date", "date", "2018-02-21"),)).of(DateFact)
    assert [fact.start for fact in dates] == [date(2018, 2, 23), date(2018, 5, 3), None]
    far = facts_of(text, "de", fields=(Field("date", "date", "2017-02-21"),)).of(DateFact)
    assert [fact.start for fact in far] == [date(2018, 2, 23), None, None]


def test_a_day_that_the_months_beside_it_lack_stays_open(facts_of: Read) -> None:
    first, last = facts_of("vom 31. bis 30. wieder", "de", date(2018, 1, 31)).of(DateFact)
    assert (first.start, last.start, last.candidates) == (date(2018, 1, 31), None, ())


def test_a_release_date_out_of_this_world_resolves_nothing(facts_of: Read) -> None:
    facts = facts_of("am 3. Mai, heute, am Montag, im Mai", "de", date(9999, 12, 31)).of(DateFact)
    assert {fact.start for fact in facts} == {None}


@pytest.mark.parametrize(
    ("written", "slip"),
    [
        ("feburar", True),
        ("febuar", True),
        ("februarr", True),
        ("februat", True),
        ("februa", True),
        ("februar", False),
        ("fbruarr", False),
        ("fbeurar", False),
        ("feb", False),
        ("marz", False),
    ],
)
def test_one_slip_and_no_more(written: str, slip: bool) -> None:  # noqa: FBT001 - a table has no keywords
    assert is_one_slip(written, "februar") is slip


def test_where_a_year_comes_from(facts_of: Read) -> None:
    facts = facts_of("vom 3. bis 5. Mai 2018, am 7. Juni", "de", RELEASED).of(DateFact)
    assert [fact.year_from for fact in facts] == [YearFrom.CONTEXT, YearFrom.WRITTEN, YearFrom.RELEASE]
    assert [fact.confidence for fact in facts] == [Confidence.HIGH, Confidence.HIGH, Confidence.MEDIUM]


def test_a_date_stands_in_its_block_and_may_be_quoted(facts_of: Read) -> None:
    facts = facts_of("Am 3. Mai 2018.\n\n„Am 5. Mai 2018 geht es los“, sagte sie.", "de", RELEASED)
    first, second = facts.of(DateFact)
    assert (first.block, first.quoted) == (0, False)
    assert (second.block, second.quoted) == (1, True)


def test_addresses_hold_no_dates_but_labels_of_links_do(facts_of: Read) -> None:
    text = "Mehr unter https://www.stadt-ahrenfeld.de/heute/3.5.2018/ und am 4.5.2018."
    assert [fact.text for fact in facts_of(text, "de", RELEASED).of(DateFact)] == ["4.5.2018"]


def test_a_date_may_be_broken_over_a_line_end_or_after_its_article(facts_of: Read) -> None:
    text = "am Sonntag, dem\n\n06. Juni 2002, und am Freitag,\n7. Juni 2002 und 8. Juni\n2002"
    assert [fact.start for fact in facts_of(text, "de", RELEASED).of(DateFact)][:2] == [
        date(2002, 6, 6),
        date(2002, 6, 7),
    ]


def test_a_release_without_blocks_is_read_too(facts_of: Read) -> None:
    facts = facts_of("   ", "de", RELEASED)
    assert facts.of(DateFact) == ()
