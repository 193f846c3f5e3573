from datetime import date, time

import pytest

from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import EmbargoFact
from presslint.model.release import Zone

BODY = "\n\nDie Stadt Ahrenfeld stellt am Freitag ihren neuen Haushalt im Rathaus der Stadt vor."
ENGLISH = "\n\nThe town of Ahrenfeld will present its new budget on Monday in the hall of the town."


def embargoes(text: str, format_: str = "text") -> tuple[EmbargoFact, ...]:
    release = load(source_from_bytes(text.encode(), "-"), format=format_)
    return Facts(release).of(EmbargoFact)


def test_an_embargo_line_has_a_day_and_a_time() -> None:
    (fact,) = embargoes("Sperrfrist: Freitag, 23. Februar 2018, 10.00 Uhr" + BODY)
    assert fact.text == "Sperrfrist: Freitag, 23. Februar 2018, 10.00 Uhr"
    assert fact.date is not None
    assert fact.date.start == date(2018, 2, 23)
    assert fact.time is not None
    assert fact.time.start == time(10)
    assert not fact.event
    assert fact.zone is Zone.EMBARGO


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SPERRFRIST 23. Februar 2018, 10 Uhr", "SPERRFRIST 23. Februar 2018, 10 Uhr"),
        ("Achtung, Sperrfrist: 23. Februar 2018, 10 Uhr", "Sperrfrist: 23. Februar 2018, 10 Uhr"),
        ("*** Sperrfrist bis 23. Februar 2018, 10 Uhr ***", "Sperrfrist bis 23. Februar 2018, 10 Uhr ***"),
        ("Sendesperrfrist: 23. Februar 2018, 10 Uhr", "Sendesperrfrist: 23. Februar 2018, 10 Uhr"),
        ("Frei ab 23. Februar 2018, 10 Uhr", "Frei ab 23. Februar 2018, 10 Uhr"),
        (
            "Sperrfrist für alle Medien: 23. Februar 2018, 10 Uhr",
            "Sperrfrist für alle Medien: 23. Februar 2018, 10 Uhr",
        ),
        ("Sperrfrist:\n23. Februar 2018, 10 Uhr", "Sperrfrist:\n23. Februar 2018, 10 Uhr"),
        ("Sperrfrist: 23. Februar 2018\n10 Uhr", "Sperrfrist: 23. Februar 2018\n10 Uhr"),
        ("Sperrfrist:\n\n23. Februar 2018, 10 Uhr", "Sperrfrist:\n\n23. Februar 2018, 10 Uhr"),
        ("Sperrfrist: Redebeginn", "Sperrfrist: Redebeginn"),
        ("Sperrfrist", "Sperrfrist"),
        (
            "Es gilt eine Sperrfrist bis 23. Februar 2018, 10 Uhr.",
            "Es gilt eine Sperrfrist bis 23. Februar 2018, 10 Uhr.",
        ),
    ],
)
def test_german_embargoes(text: str, expected: str) -> None:
    facts = embargoes(text + BODY)
    assert [" ".join(fact.text.split()) for fact in facts] == [" ".join(expected.split())]


@pytest.mark.parametrize(
    "text",
    [
        "EMBARGOED UNTIL 10:00 GMT, 5 March 2018",
        "Embargo: 5 March 2018, 10:00 GMT",
        "Under strict embargo until 10:00 GMT on 5 March 2018",
        "Strictly embargoed until 10:00 GMT on 5 March 2018",
        "NOT FOR PUBLICATION BEFORE 10:00 GMT ON 5 MARCH 2018",
        "Hold for release until 5 March 2018, 10:00 GMT",
        "This release is embargoed until 10:00 GMT on 5 March 2018.",
    ],
)
def test_english_embargoes(text: str) -> None:
    (fact,) = embargoes(text + ENGLISH)
    assert fact.date is not None
    assert fact.date.start == date(2018, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Sous embargo jusqu'au 5 mars 2018",
        "EMBARGO : 5 mars 2018",
        "Embargo hasta el 5 de marzo de 2018",
        "Embargo fino al 5 marzo 2018",
        "Onder embargo tot 5 maart 2018",
        "Embargo do 5 marca 2018",
        "Sob embargo até 5 de março de 2018",
        "Klausuleret til 5. marts 2018",
        "Embargo till 5 mars 2018",
        "Får ej publiceras före 5 mars 2018",
    ],
)
def test_embargoes_of_other_languages(text: str) -> None:
    assert len(embargoes(text + "\n\nEt cetera.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sperrfrist: keine" + BODY,
        "Sperrfrist: entfällt" + BODY,
        "Embargo: none" + ENGLISH,
        "Embargo lifted" + ENGLISH,
        "Sperrfrist für den Führerschein beträgt zwei Jahre" + BODY,
        "Sperrfristen für Gülle beginnen im November" + BODY,
        "Embargo gegen das Land verlängert" + BODY,
        "Arms embargo extended until 2020" + ENGLISH,
        "Frei ab Werk liefert die Firma" + BODY,
        "Die Sperrfrist wurde gebrochen" + BODY,
        "The study that was embargoed until Monday is out" + ENGLISH,
        "The text is embargoed until further notice" + ENGLISH,
        "Die Stadt hat Zeit." + BODY,
        "",
    ],
)
def test_what_is_no_embargo(text: str) -> None:
    assert embargoes(text or "x") == ()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sperrfrist: Redebeginn", True),
        ("Sperrfrist: Beginn der Veranstaltung", True),
        ("Sperrfrist: 23. Februar 2018, Veranstaltungsbeginn", True),
        ("Sperrfrist: 23. Februar 2018, 10 Uhr", False),
        ("Embargoed until delivery", True),
        ("Embargo: start of speech, 5 March 2018", True),
        ("Embargo: start of the speech, 5 March 2018", True),
    ],
)
def test_an_embargo_may_end_with_an_event(text: str, event: bool) -> None:  # noqa: FBT001 - a column of the table
    (fact,) = embargoes(text + BODY)
    assert fact.event is event


def test_a_sentence_behind_an_embargo_does_not_belong_to_it() -> None:
    (fact,) = embargoes("Sperrfrist: Freitag, 10 Uhr\n\nAm 23. Februar 2018 stellt die Stadt ihren Haushalt vor.")
    assert fact.text == "Sperrfrist: Freitag, 10 Uhr"


def test_a_weekday_is_taken_where_no_day_is_written_out() -> None:
    (fact,) = embargoes("Sperrfrist: Freitag, 10 Uhr" + BODY)
    assert fact.date is not None
    assert fact.date.text == "Freitag"


def test_an_embargo_in_markdown() -> None:
    (fact,) = embargoes("# Titel\n\n**Sperrfrist: 23. Februar 2018, 10 Uhr**" + BODY, "markdown")
    assert fact.date is not None


def test_a_quotation_has_no_embargo() -> None:
    assert embargoes("> Sperrfrist: 23. Februar 2018, 10 Uhr" + BODY, "markdown") == ()
