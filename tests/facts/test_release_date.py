"""The release date and its witnesses."""

from collections.abc import Callable
from datetime import date

import pytest

from presslint.facts import Facts
from presslint.facts.file_dates import in_code, in_file_name
from presslint.load import load, source_from_bytes
from presslint.model.facts import DateFact, DateRole, ReleaseDate
from presslint.model.finding import FieldRef
from presslint.model.house import House
from presslint.model.release import Field, Zone
from presslint.text.span import Span

Read = Callable[..., Facts]
DAY = date(2018, 2, 23)
BODY = "Die Stadt Ahrenfeld lädt alle Bürgerinnen und Bürger zu einem Fest ein, das lange vorbereitet worden ist. " * 2
PROSE = "The town of Ashfield invites everyone to a fair that has been prepared for a long time by many people. " * 2


def carriers(facts: Facts) -> list[tuple[str, date]]:
    return [(witness.carrier, witness.value) for witness in facts.one(ReleaseDate).witnesses]


# language, text: a line near the top dates the release
LINES = [
    ("de", f"Presseinformation\n\nFest in Ahrenfeld\n\n23. Februar 2018\n\n{BODY}"),
    ("de", f"Ahrenfeld, 23. Februar 2018\n\nFest in Ahrenfeld\n\n{BODY}"),
    ("de", f"Ahrenfeld, den 23.02.2018\n\n{BODY}"),
    ("de", f"Ahrenfeld, am 23. Februar 2018\n\n{BODY}"),
    ("de", f"23.02.2018 – 13:52\n\nPolizeipräsidium Ahrenfeld\n\n{BODY}"),
    ("de", f"Pressemitteilung Nr. 12/2018 vom 23. Februar 2018\n\n{BODY}"),
    ("de", f"Freitag, 23. Februar 2018\n\n{BODY}"),
    ("de", f"Datum: 23.02.2018\nTelefon: 0211 8379\n\n{BODY}"),
    ("de", f"Fest in Ahrenfeld\n\nAhrenfeld, 23. Februar 2018 – {BODY}"),
    ("de", f"Fest in Ahrenfeld\n\n(Ahrenfeld, 23. Februar 2018) {BODY}"),
    ("de", f"Fest in Ahrenfeld\n\nAhrenfeld (23. Februar 2018). {BODY}"),
    ("de", f"Ahrenfeld an der Rhin, 23. Februar 2018. – {BODY}"),
    ("en", f"FOR IMMEDIATE RELEASE\n\nFebruary 23, 2018\n\n{PROSE}"),
    ("en", f"ASHFIELD, Feb. 23, 2018 – {PROSE}"),
    ("en", f"ASHFIELD, Ill., Feb. 23, 2018 /Newsline/ -- {PROSE}"),
    ("en", f"Ashfield, 23 February 2018: {PROSE}"),
    ("de", f"Fest in Ahrenfeld\n\nAhrenfeld, 23. Februar 2018. {BODY}"),
    ("de", f"Fest in Ahrenfeld\n\nAhrenfeld, den 23.02.2018. {BODY}"),
    ("de", f"Fest in Ahrenfeld\n\nBad Ahrenfeld am See, Freitag, 23. Februar 2018. {BODY}"),
    ("de", f"Veröffentlicht am 23. Februar 2018\n\n{BODY}"),
    ("en", f"ASHFIELD, February 23, 2018. {PROSE}"),
    ("en", f"Ashfield, NY, Feb. 23, 2018 (TOWN NEWSWIRE) -- {PROSE}"),
    ("en", f"For release: 23 February 2018\n\n{PROSE}"),
    ("en", f"Press release dated 23 February 2018\n\n{PROSE}"),
    ("en", f"Published on 23 February 2018\n\n{PROSE}"),
    ("en", f"Media release – Friday 23 February 2018\n\n{PROSE}"),
    # a letter has its date below
    ("de", f"{BODY}\n\n{BODY}\n\nAhrenfeld, den 23.2.2018"),
    # texts that lost their line ends and punctuation
    ("en", f"February 23  2018 U S  Senator Jo Field {PROSE}"),
    ("en", f"Field Announces Grant for Ashfield      February 23rd  2018   ASHFIELD  IL     {PROSE}"),
    ("en", f"Field Announces Grant for Ashfield Friday  February 23  2018  FOR IMMEDIATE RELEASE  {PROSE}"),
    ("en", f"FOR IMMEDIATE RELEASEFebruary 23  2018 {PROSE}"),
    ("en", f"FOR IMMEDIATE RELEASE  February 23  2018Contact  Jo Field {PROSE}"),
    ("fr", f"Lyon, le 23 février 2018\n\n{PROSE}"),
    ("es", f"Madrid, 23 de febrero de 2018.- {PROSE}"),
    ("it", f"Roma, 23 febbraio 2018\n\n{PROSE}"),
    ("nl", f"Utrecht, 23 februari 2018\n\n{PROSE}"),
    ("pl", f"Warszawa, 23 lutego 2018 r.\n\n{PROSE}"),
    ("pt", f"Lisboa, 23 de fevereiro de 2018\n\n{PROSE}"),
    ("da", f"København, den 23. februar 2018\n\n{PROSE}"),
    ("sv", f"Stockholm den 23 februari 2018\n\n{PROSE}"),
]

NO_LINES = [
    ("de", f"Am 23. Februar 2018 öffnet das Fest. {BODY}"),
    ("de", f"Fest in Ahrenfeld am 23. Februar 2018\n\n{BODY}"),
    ("de", f"Stand: 23. Februar 2018\n\n{BODY}"),
    ("de", f"Sperrfrist: 23. Februar 2018\n\n{BODY}"),
    ("de", f"Termin: 23. Februar 2018\n\n{BODY}"),
    ("de", f"Zuletzt aktualisiert: 23.02.2018\n\n{BODY}"),
    ("de", f"{BODY}\n\n{BODY}\n\n[1] Pressemitteilung der Stadt, 23.02.2018"),
    ("de", f"23. Februar\n\n{BODY}"),
    ("de", f"31. Februar 2018\n\n{BODY}"),
    ("de", f"23.–25. Februar 2018\n\n{BODY}"),
    ("de", BODY),
    ("en", f"Fair in Ashfield on February 23, 2018\n\n{PROSE}"),
    ("en", f"Applications are due by 5 00 p m  EST  Friday  October 2  2005  These funds help. {PROSE}"),
    ("en", f"Field to visit Ashfield for the fair on  May 3  2018  Residents are invited {PROSE}"),
    ("en", f"Field Sends Letter to Colleagues     February 6  2018      Dear Colleague   {PROSE}"),
    ("en", f"Embargoed until February 23, 2018\n\n{PROSE}"),
    ("en", f"Today: July 24, 2008\n\n{PROSE}"),
    ("en", f"03/04/2018\n\n{PROSE}"),
    ("de", f"Sperrvermerk: 23. Februar 2018, 10:00\n\n{BODY}"),
    ("de", f"Der Beschluss vom 23. Februar 2018. {BODY}"),
    ("de", f"Preisverleihung: 23. Februar 2018. {BODY}"),
    ("de", f"Ostermontag, 23. April 2018\n\n{BODY}"),
    ("de", f"{BODY}\n\n{BODY}\n\nAhrenfeld, 23. Februar 2018"),
    ("de", f"{BODY}\n\n{BODY}\n\nAhrenfeld, den 23.2.2018\n\nOberfeld, den 24.2.2018"),
    # behind the beginning of the text, days of a programme
    ("de", "Es gibt wieder ein Fest.\n\nFreitag, 23. Februar 2018\n\nMusik"),
    ("de", "Es gibt wieder ein Fest.\n\n23. Februar 2018, 10 Uhr\n\nMusik"),
    ("de", "Es gibt wieder ein Fest.\n\n23. Februar 2018\n\nMusik\n\n24. Februar 2018\n\nTanz"),
]


@pytest.mark.parametrize(("language", "text"), LINES)
def test_a_line_or_a_dateline_dates_the_release(facts_of: Read, language: str, text: str) -> None:
    facts = facts_of(text, language)
    fact = facts.one(ReleaseDate)
    assert fact.value == DAY
    witness = fact.witnesses[0]
    assert isinstance(witness.at, Span)
    assert witness.at.of(text) == witness.text
    dated = next(date for date in facts.of(DateFact) if date.span == witness.at)
    assert dated.role is DateRole.RELEASE


@pytest.mark.parametrize(("language", "text"), NO_LINES)
def test_other_days_do_not_date_the_release(facts_of: Read, language: str, text: str) -> None:
    assert facts_of(text, language).one(ReleaseDate)[:2] == (None, ())


def test_days_of_a_programme_are_no_witnesses_beside_a_dateline_or_metadata(facts_of: Read) -> None:
    programme = "Es gibt wieder ein Fest.\n\nOberfeld, 9. Juni 2018\n\nMusik"
    for text in (f"Ahrenfeld, 23. Februar 2018 – {programme}", f"23. Februar 2018\n\n{programme}"):
        assert [day for _, day in carriers(facts_of(text, "de"))] == [DAY]
    fields = (Field("date", "date", "2018-02-23"),)
    assert [day for _, day in carriers(facts_of(programme, "de", fields=fields))] == [DAY]
    assert carriers(facts_of(programme, "de")) == [("line", date(2018, 6, 9))]


@pytest.mark.parametrize(
    ("tag", "written", "expected"),
    [
        ("en-GB", "02/03/2018", date(2018, 3, 2)),
        ("en_US", "02/03/2018", date(2018, 2, 3)),
        ("en", "02/03/2018", None),
        ("en", "Friday 02/03/2018", date(2018, 3, 2)),
        ("en-GB", "Saturday 02/03/2018", date(2018, 2, 3)),
        ("en-GB", "Monday 02/03/2018", None),
    ],
)
def test_a_date_of_two_meanings_needs_a_weekday_or_a_country(
    facts_of: Read, tag: str, written: str, expected: date | None
) -> None:
    fields = (Field("language", "lang", tag),)
    fact = facts_of(f"{written}\n\n{PROSE}", "en", fields=fields).one(ReleaseDate)
    assert fact.value == expected
    assert fact.unread == (() if expected else (written,))


def test_metadata_that_is_no_date_is_told(facts_of: Read) -> None:
    fields = (Field("date", "date", "in spring"),)
    assert facts_of(PROSE, "en", fields=fields).one(ReleaseDate).unread == ("in spring",)
    dated = facts_of(f"February 23, 2018\n\n{PROSE}", "en", fields=fields).one(ReleaseDate)
    assert (dated.value, dated.unread) == (DAY, ())


def test_bold_type_sets_a_dateline_apart() -> None:
    for head in ("**Ahrenfeld, 23. Februar 2018** ", "**Ahrenfeld, 23. Februar 2018.** "):
        text = f"# Fest in Ahrenfeld\n\n{head}{BODY}\n\n## Programm\n\n### 9. Juni 2018\n\nMusik\n"
        facts = Facts(load(source_from_bytes(text.encode(), "release.md")))
        assert carriers(facts) == [("dateline", DAY)]


def test_a_headline_with_a_date_does_not_date_the_release(facts_of: Read) -> None:
    headline = facts_of(f"Stadtfest Ahrenfeld 23. Februar 2018\n\n{BODY}", "de", zones=(Zone.HEADLINE,))
    assert headline.one(ReleaseDate).value is None
    label = facts_of(f"Pressemitteilung 23. Februar 2018\n\n{BODY}", "de", zones=(Zone.HEADLINE,))
    assert label.one(ReleaseDate).value == DAY


@pytest.mark.parametrize("zone", [Zone.EMBARGO, Zone.NOTE, Zone.BOILERPLATE, Zone.TABLE])
def test_days_in_other_zones_do_not_date_the_release(facts_of: Read, zone: Zone) -> None:
    facts = facts_of(f"23. Februar 2018\n\n{BODY}", "de", zones=(zone,))
    assert facts.one(ReleaseDate).value is None


@pytest.mark.parametrize(
    ("value", "language", "zone", "expected"),
    [
        ("2018-02-23", "de", "", DAY),
        ("2018-02-23 18:00:00", "de", "", DAY),
        ("2018-02-23T18:00:00+01:00", "de", "", DAY),
        # just before midnight in London is the next day in Berlin
        ("2018-02-22T23:30:00Z", "de", "", DAY),
        ("2018-02-22 23:30:00 +0000", "de", "", DAY),
        ("2018-02-22T23:30:00.123Z", "de", "", DAY),
        ("2018-02-23T1:00:00+02:00", "de", "", DAY),
        ("2018-06-23T23:37:00+01:00", "de", "", date(2018, 6, 23)),  # a fixed offset, written in summer
        ("2018-06-22T23:30:00Z", "de", "", date(2018, 6, 23)),
        ("2018-06-22T23:30:00+02:00", "de", "", date(2018, 6, 22)),
        ("2018-02-23T03:00:00Z", "en", "America/New_York", date(2018, 2, 22)),
        ("2018-02-23T03:00:00+01", "en", "", DAY),
        ("2018-02-23T03:00:00Z", "en", "No/Where", DAY),
        ("23. Februar 2018", "de", "", DAY),
        ("February 23, 2018", "en", "", DAY),
        ("23.02.2018", "de", "", DAY),
        ("20180223", "en", "", DAY),
        ("20180223T101500Z", "en", "", DAY),
        ("23. Februar 2018", "en", "", DAY),
        ("February 23, 2018", "de", "", DAY),
        ("02/03/2018", "en", "", None),
        ("2018-02-30", "de", "", None),
        ("2018-02-23T25:00:00Z", "de", "", None),
        ("soon", "en", "", None),
    ],
)
def test_the_date_of_the_metadata(facts_of: Read, value: str, language: str, zone: str, expected: date | None) -> None:
    facts = facts_of(BODY, language, fields=(Field("date", "datum", value),), house=House(timezone=zone))
    fact = facts.one(ReleaseDate)
    assert fact.value == expected
    assert [(witness.carrier, witness.at, witness.text) for witness in fact.witnesses] == (
        [("frontmatter", FieldRef("datum"), value)] if expected else []
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2018-02-23-fest.md", DAY),
        ("releases/2018_02_23_fest.txt", DAY),
        ("20180223_fest.txt", DAY),
        ("fest-2018.02.23.txt", DAY),
        ("fest 23.02.2018.txt", DAY),
        ("23Feb2018Field3.txt", DAY),
        ("Field__1Feb2018Field3.txt", date(2018, 2, 1)),
        ("3_Mai_2018.md", date(2018, 5, 3)),
        ("18_02_23_Fest.txt", DAY),
        ("180223-fest.md", DAY),
        ("Mitteilung_180223.txt", DAY),
        ("C:\\texte\\2018-02-23.txt", DAY),
        ("fest.md", None),
        ("12345678.md", None),
        ("2018-13-45.md", None),
        ("103963.txt", None),
        ("1Foo2018.txt", None),
        ("2018-02-23/fest.md", None),
    ],
)
def test_the_date_of_a_file_name(facts_of: Read, path: str, expected: date | None) -> None:
    found = in_file_name(path)
    assert (found.day if found else None) == expected
    if found:
        assert path[found.start : found.end]
        fact = facts_of(BODY, "de", path=path).one(ReleaseDate)
        assert fact.value == expected
        assert [(witness.carrier, witness.at) for witness in fact.witnesses] == [("filename", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("180223 – 0470 Fest", DAY),
        ("POL-A: 180223 - 47 Fest", DAY),
        ("Telefon 0211-180223 - 47", None),
        ("189923 - 47 Fest", None),
        ("180223 - 47-11", None),
    ],
)
def test_the_date_of_a_press_office_number(text: str, expected: date | None) -> None:
    found = in_code(text)
    assert (found.day if found else None) == expected
    assert found is None or text[found.start : found.end] == "180223"


def test_a_press_office_number_is_heard_where_nothing_else_speaks(facts_of: Read) -> None:
    alone = facts_of(f"180223 – 0470 Fest\n\n{BODY}", "de")
    assert carriers(alone) == [("code", DAY)]
    agreeing = facts_of(f"23.02.2018 – 10:00\n\n180223 – 0470 Fest\n\n{BODY}", "de")
    assert carriers(agreeing) == [("line", DAY), ("code", DAY)]
    differing = facts_of(f"24.02.2018 – 10:00\n\n180223 – 0470 Fest\n\n{BODY}", "de")
    assert carriers(differing) == [("line", date(2018, 2, 24))]


def test_six_digits_in_a_file_name_are_weak_evidence(facts_of: Read) -> None:
    facts = facts_of(f"24.02.2018\n\n{BODY}", "de", path="180223-fest.md")
    assert carriers(facts) == [("line", date(2018, 2, 24))]


def test_the_option_wins_and_the_witnesses_are_kept(facts_of: Read) -> None:
    facts = facts_of(f"23.02.2018\n\n{BODY}", "de", date(2019, 1, 1))
    assert facts.one(ReleaseDate).value == date(2019, 1, 1)
    assert carriers(facts) == [("option", date(2019, 1, 1)), ("line", DAY)]


def test_two_that_contradict_leave_the_date_open(facts_of: Read) -> None:
    fields = (Field("date", "date", "2018-02-23"),)
    facts = facts_of(f"23. Februar 2017\n\n{BODY}", "de", fields=fields)
    assert facts.one(ReleaseDate).value is None
    assert len(carriers(facts)) == 2


def test_a_majority_decides(facts_of: Read) -> None:
    fields = (Field("date", "date", "2018-02-23"),)
    facts = facts_of(f"23. Februar 2017\n\n{BODY}", "de", fields=fields, path="2018-02-23.md")
    assert facts.one(ReleaseDate).value == DAY
    assert len(carriers(facts)) == 3


def test_the_text_weighs_more_than_the_file_name(facts_of: Read) -> None:
    facts = facts_of(f"23. Februar 2018\n\n{BODY}", "de", path="2018-02-22.md")
    assert facts.one(ReleaseDate).value == DAY


def test_a_release_without_blocks(facts_of: Read) -> None:
    assert facts_of("", "de").one(ReleaseDate) == ReleaseDate(None)
