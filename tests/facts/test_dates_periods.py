"""Periods, and words that count from the release."""

from collections.abc import Callable
from datetime import date

import pytest

from presslint.facts import Facts
from presslint.facts.intervals import interval
from presslint.facts.years import nearest_period, season_near
from presslint.model.facts import DateFact, DateForm, Precision, YearFrom
from presslint.model.finding import Confidence

Read = Callable[..., Facts]
RELEASED = date(2018, 2, 23)

# language, text, what is found: as written, first and last day
PERIODS = [
    ("de", "ihre im Sommer 2017 begonnene Tour", ["Sommer 2017 = 2017-06-01..2017-09-30"]),
    ("de", "2012 hatte der Landtag beschlossen", ["2012 = 2012-01-01..2012-12-31"]),
    ("de", "Es war gut. 2012 hatte der Rat", ["2012 = 2012-01-01..2012-12-31"]),
    ("de", "Die 2012 gegründete Firma wurde 2015 verkauft", ["2012", "2015"]),
    ("de", "seit 2015, im Jahr 2016, bis 2020", ["2015", "2016", "2020"]),
    ("de", "in den Jahren 2010 bis 2015", ["2010 = 2010-01-01..2010-12-31", "2015 = 2015-01-01..2015-12-31"]),
    ("de", "das Haushaltsjahr 2019", ["2019 = 2019-01-01..2019-12-31"]),
    ("de", "das Geschäftsjahr 2019", ["2019 = 2018-07-01..2019-12-31"]),
    ("de", "Ende 2017 und Anfang 2018", ["Ende 2017 = 2017-07-02..2017-12-31", "Anfang 2018 = 2018-01-01..2018-07-02"]),
    ("de", "Mitte 2017", ["Mitte 2017 = 2017-04-02..2017-10-01"]),
    ("de", "im Mai 2018", ["Mai 2018 = 2018-05-01..2018-05-31"]),
    ("de", "im Mai", ["Mai = 2018-05-01..2018-05-31"]),
    ("de", "im Dezember", ["Dezember = 2017-12-01..2017-12-31"]),
    ("de", "Anfang Mai", ["Anfang Mai = 2018-05-01..2018-05-16"]),
    ("de", "Mai und Juni 2019", ["Mai = 2019-05-01..2019-05-31", "Juni 2019 = 2019-06-01..2019-06-30"]),
    ("de", "von Mai bis Juli", ["Mai = 2018-05-01..2018-05-31", "Juli = 2018-07-01..2018-07-31"]),
    ("de", "von Oktober bis April", ["Oktober = 2017-10-01..2017-10-31", "April = 2018-04-01..2018-04-30"]),
    ("de", "November und Januar 2019", ["November = 2018-11-01..2018-11-30", "Januar 2019 = 2019-01-01..2019-01-31"]),
    ("de", "im Mai 1500 Gäste", ["Mai = 2018-05-01..2018-05-31"]),
    ("de", "seit 2015 und 1500", ["2015"]),
    ("de", "im Winter 2017/18", ["Winter 2017/18 = 2017-12-01..2018-03-31"]),
    ("de", "im Winter 2017", ["Winter 2017 = 2016-12-01..2018-03-31"]),
    ("de", "im 1. Quartal 2018", ["1. Quartal 2018 = 2018-01-01..2018-03-31"]),
    ("de", "im ersten Quartal 2018", ["ersten Quartal 2018 = 2018-01-01..2018-03-31"]),
    ("de", "Q3 2018 und Q4/2018", ["Q3 2018 = 2018-07-01..2018-09-30", "Q4/2018 = 2018-10-01..2018-12-31"]),
    ("de", "im zweiten Halbjahr 2017", ["zweiten Halbjahr 2017 = 2017-07-01..2017-12-31"]),
    ("de", "H1 2018", ["H1 2018 = 2018-01-01..2018-06-30"]),
    ("de", "im Schuljahr 2017/18", ["2017/18 = 2017-07-01..2018-09-30"]),
    ("de", "im Jagdjahr 2017/2018", ["2017/2018 = 2017-07-01..2018-09-30"]),
    ("de", "im Schuljahr 2017/2018", ["2017/2018 = 2017-07-01..2018-09-30"]),
    ("de", "eine Studie (2015)", ["2015 = 2015-01-01..2015-12-31"]),
    ("de", "im Mai vergangenen Jahres", ["Mai = 2017-05-01..2017-05-31", "vergangenen Jahres"]),
    ("de", "im Herbst dieses Jahres", ["Herbst = 2018-09-01..2018-12-31", "dieses Jahres"]),
    ("en", "in 2015, since 2010 and by 2020", ["2015", "2010", "2020"]),
    ("en", "the summer of 2017", ["summer of 2017 = 2017-06-01..2017-09-30"]),
    (
        "en",
        "late 2017 and mid-May 2018",
        ["late 2017 = 2017-07-02..2017-12-31", "mid-May 2018 = 2018-05-08..2018-05-24"],
    ),
    ("en", "the end of May 2018", ["end of May 2018 = 2018-05-16..2018-05-31"]),
    ("en", "from May to July 2019", ["May = 2019-05-01..2019-05-31", "July 2019 = 2019-07-01..2019-07-31"]),
    ("en", "the first quarter of 2018", ["first quarter of 2018 = 2018-01-01..2018-03-31"]),
    ("en", "the second half of 2018", ["second half of 2018 = 2018-07-01..2018-12-31"]),
    ("en", "fiscal year 2018", ["2018 = 2017-07-01..2018-12-31"]),
    ("en", "in May", ["May = 2018-05-01..2018-05-31"]),
    ("fr", "en mars 2018, depuis 2015", ["mars 2018 = 2018-03-01..2018-03-31", "2015"]),
    ("es", "primer trimestre de 2018", ["primer trimestre de 2018 = 2018-01-01..2018-03-31"]),
    ("it", "nel 2017, estate 2018", ["2017", "estate 2018 = 2018-06-01..2018-09-30"]),
    ("nl", "begin mei, in 2017", ["begin mei = 2018-05-01..2018-05-16", "2017"]),
    ("pl", "w maju 2018, I kwartał 2018", ["maju 2018", "I kwartał 2018 = 2018-01-01..2018-03-31"]),
    ("pt", "em maio de 2018", ["maio de 2018 = 2018-05-01..2018-05-31"]),
    ("da", "i foråret 2018", ["foråret 2018 = 2018-03-01..2018-06-30"]),
    ("sv", "under våren 2018", ["våren 2018 = 2018-03-01..2018-06-30"]),
]

NO_PERIODS = [
    ("de", "Agenda 2030, RUHR.2010, ISO 9001:2015, Horizont 2020, die Legislaturperiode 2022"),
    ("de", "rund 2000 kleine Betriebe, 2012 Menschen, in 2018 Fällen, mit 1995 Euro, für 2000 Euro"),
    ("de", "Telefon 0211 2015, 44137 Ahrenfeld, A-2015, 2015-er, 2017/19, 1.900"),
    ("de", "Herr August und Frau Mai kamen, Juni auch"),
    ("de", "im Sommer, der Sommer, ein Halbjahr, jedes Quartal, 5. Quartal 2018, Q3-Bericht"),
    ("en", "In 2000 people voted, 1500 people, the 2018 election, H2-B visas"),
    ("en", "may, march, Senator May spoke, in may"),
    ("de", "„Klimaneutralität“ 2030 auf keinen Fall"),
    ("de", "Q3 1500, von 1500 an"),
    ("en", "in 2000 cases"),
]

RELATIVE = [
    ("de", "heute", 0, "2018-02-23", "2018-02-23"),
    ("de", "die heutige Sitzung", 0, "2018-02-23", "2018-02-23"),
    ("de", "gestern Abend", -1, "2018-02-22", "2018-02-22"),
    ("de", "vorgestern", -2, "2018-02-21", "2018-02-21"),
    ("de", "bis morgen früh", 1, "2018-02-24", "2018-02-24"),
    ("de", "übermorgen", 2, "2018-02-25", "2018-02-25"),
    ("de", "im vergangenen Jahr", -1, "2017-01-01", "2017-12-31"),
    ("de", "im laufenden Jahr", 0, "2018-01-01", "2018-12-31"),
    ("de", "im kommenden Monat", 1, "2018-03-01", "2018-03-31"),
    ("en", "today", 0, "2018-02-23", "2018-02-23"),
    ("en", "tomorrow", 1, "2018-02-24", "2018-02-24"),
    ("en", "tonight", 0, "2018-02-23", "2018-02-23"),
    ("en", "last year", -1, "2017-01-01", "2017-12-31"),
    ("en", "last month", -1, "2018-01-01", "2018-01-31"),
    ("fr", "aujourd'hui", 0, "2018-02-23", "2018-02-23"),
    ("fr", "l'année dernière", -1, "2017-01-01", "2017-12-31"),
    ("es", "pasado mañana", 2, "2018-02-25", "2018-02-25"),
    ("pt", "depois de amanhã", 2, "2018-02-25", "2018-02-25"),
    ("it", "dopodomani", 2, "2018-02-25", "2018-02-25"),
    ("nl", "eergisteren", -2, "2018-02-21", "2018-02-21"),
    ("pl", "wczoraj", -1, "2018-02-22", "2018-02-22"),
    ("da", "i går", -1, "2018-02-22", "2018-02-22"),
    ("sv", "igår", -1, "2018-02-22", "2018-02-22"),
]


def shown(fact: DateFact, like: str) -> str:
    return f"{fact.text} = {fact.start}..{fact.until}" if "=" in like else fact.text


@pytest.mark.parametrize(("language", "text", "expected"), PERIODS)
def test_periods(facts_of: Read, language: str, text: str, expected: list[str]) -> None:
    facts = facts_of(text, language, RELEASED).of(DateFact)
    assert [shown(fact, like) for fact, like in zip(facts, expected, strict=True)] == expected


@pytest.mark.parametrize(("language", "text"), NO_PERIODS)
def test_numbers_and_names_that_are_no_periods(facts_of: Read, language: str, text: str) -> None:
    assert facts_of(text, language, RELEASED).of(DateFact) == ()


@pytest.mark.parametrize(("language", "text", "offset", "start", "until"), RELATIVE)
def test_words_that_count_from_the_release(
    facts_of: Read, language: str, text: str, offset: int, start: str, until: str
) -> None:
    (fact,) = facts_of(text, language, RELEASED).of(DateFact)
    assert (fact.form, fact.offset) == (DateForm.RELATIVE, offset)
    assert (str(fact.start), str(fact.until)) == (start, until)
    assert fact.year_from is YearFrom.RELEASE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "am Morgen, der Morgen danach, Guten Morgen"),
        ("es", "por la mañana, esta mañana"),
        ("da", "en dag, han går, hver dag"),
        ("de", "innerhalb der nächsten Jahre"),
        ("de", "in der vergangenen Woche"),
        ("de", "ein Jahr"),
    ],
)
def test_words_that_do_not_count_from_the_release(facts_of: Read, language: str, text: str) -> None:
    assert facts_of(text, language, RELEASED).of(DateFact) == ()


def test_today_may_mean_nowadays(facts_of: Read) -> None:
    facts = facts_of("bis heute, noch heute, wie heute", "de", RELEASED).of(DateFact)
    assert {fact.confidence for fact in facts} == {Confidence.LOW}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("im vergangenen Sommer", date(2017, 6, 1)),
        ("im nächsten Sommer", date(2018, 6, 1)),
        ("in diesem Sommer", date(2018, 6, 1)),
        ("im vergangenen Winter", date(2016, 12, 1)),
    ],
)
def test_seasons_beside_the_release(facts_of: Read, text: str, start: date) -> None:
    (fact,) = facts_of(text, "de", RELEASED).of(DateFact)
    assert (fact.start, fact.precision, fact.form) == (start, Precision.SEASON, DateForm.RELATIVE)


def test_a_month_without_its_year_keeps_the_other_year(facts_of: Read) -> None:
    (fact,) = facts_of("im August", "de", RELEASED).of(DateFact)
    assert fact.candidates == (date(2018, 8, 1), date(2017, 8, 1))
    assert fact.month == 8


def test_a_quarter_without_its_year_is_doubtful(facts_of: Read) -> None:
    (fact,) = facts_of("im ersten Quartal", "de", RELEASED).of(DateFact)
    assert (fact.start, fact.confidence, fact.precision) == (None, Confidence.LOW, Precision.QUARTER)


def test_the_nearest_year_of_a_month() -> None:
    assert nearest_period(12, date(2018, 1, 10)) == (2017, 2018)
    assert nearest_period(1, date(2018, 12, 10)) == (2019, 2018)
    assert nearest_period(6, date(2018, 5, 10)) == (2018, 2017)


def test_the_season_around_a_day() -> None:
    assert season_near(2, date(2018, 7, 1), 0)[0] == date(2018, 6, 1)
    assert season_near(2, date(2018, 7, 1), -1)[0] == date(2017, 6, 1)
    assert season_near(2, date(2018, 7, 1), 1)[0] == date(2019, 6, 1)


@pytest.mark.parametrize("precision", [Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.SEASON])
@pytest.mark.parametrize("edge", ["", "early", "mid", "late"])
def test_an_edge_lies_inside_its_period(precision: Precision, edge: str) -> None:
    whole = interval(precision, 1, 2018)
    first, last = interval(precision, 1, 2018, edge=edge)
    assert whole[0] <= first < last <= whole[1]
