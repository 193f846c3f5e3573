"""Documents that LibreOffice has saved, from the same source (``data/stadtbad.fodt``)."""

from pathlib import Path

import pytest

from presslint.load import load, read_source
from presslint.model.release import MarkKind, Release, TraceKind, Zone

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module", params=["docx", "odt"])
def release(request: pytest.FixtureRequest) -> Release:
    return load(read_source(DATA / f"stadtbad.{request.param}", "stadtbad"), format=request.param)


def test_the_paragraphs_are_those_of_the_program(release: Release) -> None:
    lines = release.source.text.split("\n")
    assert lines[:2] == ["Ahrenfeld, 2. April 2026", "Stadtbad Ahrenfeld öffnet nach dem Umbau"]
    assert lines[2].startswith("Das Stadtbad Ahrenfeld öffnet am Montag, 14. April 2026")
    assert lines[2].endswith("Der Eintritt ist am ersten Tag frei, auch für Gäste aus dem Umland.")
    assert lines[11:17] == ["Posten", "Betrag", "Dach", "2,1 Mio. Euro", "Technik", "3,4 Mio. Euro"]
    assert lines[24].split("\u2028")[1] == "Telefon: 0231\t44 55 66-0"
    assert len(lines) == 29


def test_the_blocks_are_those_of_a_release(release: Release) -> None:
    blocks = [(block.kind.value, block.zone.value, block.span.of(release.text)) for block in release.blocks]
    assert blocks[:3] == [
        ("paragraph", "label", "Pressemitteilung"),
        ("paragraph", "dateline", "Ahrenfeld, 2. April 2026"),
        ("heading", "headline", "Stadtbad Ahrenfeld öffnet nach dem Umbau"),
    ]
    assert ("item", "list", "2. Alle Becken haben einen Lift.") in blocks
    assert ("item", "list", "Frühschwimmen ab 6 Uhr") in blocks
    assert ("row", "table", "Technik\t3,4 Mio. Euro") in blocks
    assert ("paragraph", "note", "Baujahr 1974, Architekt unbekannt.") in blocks
    contact = "Jana Wolters\nTelefon: 0231\t44 55 66-0\nE-Mail: presse@stadt-ahrenfeld.de"
    assert ("paragraph", "contact", contact) in blocks
    assert [block.level for block in release.blocks if block.zone is Zone.SUBHEAD] == [2]


def test_links_and_pictures_are_marks(release: Release) -> None:
    marks = [(mark.kind, mark.span.of(release.text), mark.target) for mark in release.marks]
    assert marks[0] == (
        MarkKind.LINK,
        "www.stadt-ahrenfeld.de/stadtbad",
        "http://www.stadt-ahrenfeld.de/stadtbad",
    )
    assert marks[2] == (MarkKind.LINK, "presse@stadt-ahrenfeld.de", "mailto:presse@stadt-ahrenfeld.de")
    assert (marks[1][0], release.marks[1].title) == (MarkKind.IMAGE, "Das neue Becken im Stadtbad")


def test_what_travels_with_the_file(release: Release) -> None:
    source = release.source.text
    told = {(one.kind, one.text, one.at.of(source) if one.at else "") for one in release.traces}
    assert {
        (TraceKind.TRACKING, "", ""),
        (TraceKind.DELETION, "der Bürgermeister war nicht informiert", ""),
        (TraceKind.INSERTION, ", auch für Gäste aus dem Umland", ", auch für Gäste aus dem Umland"),
        (TraceKind.COMMENT, "Zahl vom Vorjahr?", "allen Menschen"),
        (TraceKind.HIDDEN, "Kosten noch nicht bestätigt.", ""),
        (TraceKind.HIDDEN, "Sperrvermerk weiß winzig klein", ""),
    } <= told
    assert release.paging[:4] == (2, False, True, True)
    assert release.paging.margins == ("Pressemitteilung\nStadt Ahrenfeld, Pressestelle", "Seite # von #")


def test_properties_are_fields(release: Release) -> None:
    values = {field.value for field in release.fields}
    assert {"Praktikant2", "Jana Wolters", "Bäder Musterfeld GmbH", "Stadtbad Ahrenfeld"} <= values
    assert release.field("date") is None
    assert release.field("title") is None
