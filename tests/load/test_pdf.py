import sys
from pathlib import Path
from types import ModuleType

import pytest

from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load, read_source, source_from_bytes
from presslint.model.facts import ContactFact, PageFact, ReleaseDate
from presslint.model.house import House
from presslint.model.release import BlockKind, MarkKind, Release, Zone

DATA = Path(__file__).parent / "data"
LONG = (
    "Die Stadt Ahrenfeld eröffnet am Freitag die neue Stadtbibliothek am Markt. Das Haus hat 34.000 Bücher, einen"
    " Lesesaal mit vierzig Plätzen und ein Café, das der Verein Lesezeichen betreibt."
)


def read(data: bytes) -> Release:
    return load(source_from_bytes(data, "release.pdf"))


def texts(release: Release) -> list[str]:
    return [block.span.of(release.text) for block in release.blocks]


def zones(release: Release) -> dict[Zone, str]:
    return {block.zone: block.span.of(release.text) for block in release.blocks}


@pytest.fixture(scope="module")
def library(pdfs: ModuleType) -> Release:
    del pdfs
    return load(read_source(DATA / "bibliothek.pdf"))


def test_a_letter_of_two_pages_is_read_as_people_read_it(library: Release) -> None:
    found = zones(library)
    assert found[Zone.LABEL] == "Pressemitteilung"
    assert found[Zone.DATELINE] == "Ahrenfeld, 3. März 2026"
    assert found[Zone.CONTACT] == "Pressekontakt\nNora Falk\nTelefon 0211 837-2417\npresse@stadt-ahrenfeld.de"
    assert found[Zone.HEADLINE] == "Stadt Ahrenfeld eröffnet neue Bibliothek"
    assert found[Zone.BOILERPLATE].startswith("Über die Stadtbibliothek:")
    assert [block.span.of(library.text) for block in library.blocks if block.kind is BlockKind.ITEM] == [
        "ein Ausweis",
        "gute Laune",
    ]
    assert "Stadtbibliothek am Markt. Oberbürgermeisterin" in library.text


def test_heads_and_feet_are_margins_and_page_numbers_facts(library: Release) -> None:
    assert library.paging.total == 2
    assert library.paging.certain
    assert library.paging.pages[0].top == ("Stadt Ahrenfeld – Presse- und Informationsamt",)
    assert library.paging.pages[1].bottom[-1] == "Seite 2 von 2"
    assert "Informationsamt" not in library.text
    facts = Facts(library, House(), None).of(PageFact)
    assert [(fact.number, fact.total, fact.page) for fact in facts] == [(1, 2, 1), (2, 2, 2)]
    assert [fact.at.of(library.source.text) for fact in facts if fact.at] == ["Seite 1 von 2", "Seite 2 von 2"]  # type: ignore[union-attr]


def test_facts_are_those_of_the_text(library: Release) -> None:
    facts = Facts(library, House(), None)
    assert str(facts.one(ReleaseDate).value) == "2026-03-03"
    assert facts.of(ContactFact)[0].names


def test_a_link_has_the_target_of_its_annotation(library: Release) -> None:
    [link] = library.marks
    assert link.kind is MarkKind.LINK
    assert link.span.of(library.text) == "presse@stadt-ahrenfeld.de"
    assert link.target == "mailto:preise@stadt-ahrenfeld.de"


def test_properties_say_what_the_file_says(library: Release) -> None:
    told = {field.key: field.value for field in library.fields}
    assert told["pdf:Title"] == told["dc:title"] == "Stadt Ahrenfeld eröffnet neue Bibliothek"
    assert told["pdf:Lang"] == "de-DE"
    assert told["pdf:Marked"] == told["pdf:DisplayDocTitle"] == told["pdf:Copy"] == "true"
    assert told["pdf:Encrypted"] == "false"
    assert told["pdf:Pages"] == "2"
    assert told["pdf:CreationDate"].startswith("D:20")
    assert told["pdfuaid:part"] == "1"
    assert release_names(library) == []


def release_names(release: Release) -> list[str]:
    return [field.name for field in release.fields if field.name != field.key]


def test_columns_are_read_one_after_the_other(pdfs: ModuleType) -> None:
    del pdfs
    release = load(read_source(DATA / "spalten.pdf"))
    assert zones(release)[Zone.LEAD].endswith("ein Café, das der Verein Lesezeichen betreibt.")
    assert "das Land hat davon 60 Prozent übernommen, den Rest" in release.text


def test_every_line_has_its_place_on_its_page(library: Release) -> None:
    first, second = library.paging.pages
    lines = first.at.of(library.source.text).split("\n")
    assert lines[0] == "Stadt Ahrenfeld – Presse- und Informationsamt"
    assert lines[1] == "Pressemitteilung"
    assert second.at.start == first.at.end + 1
    assert library.source.derived


def test_a_file_that_forbids_copying_is_read(pdfs: ModuleType) -> None:
    del pdfs
    release = load(read_source(DATA / "gesperrt.pdf"))
    told = {field.key: field.value for field in release.fields}
    assert (told["pdf:Encrypted"], told["pdf:Copy"]) == ("true", "false")
    assert "Stadtbibliothek am Markt" in release.text


def test_a_file_with_a_password_is_refused(pdfs: ModuleType) -> None:
    del pdfs
    with pytest.raises(LoadError, match="needs a password"):
        load(read_source(DATA / "passwort.pdf"))


def test_a_missing_library_is_said_with_the_install_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    source = source_from_bytes((DATA / "spalten.pdf").read_bytes(), "release.pdf")
    with pytest.raises(LoadError, match=r'pipx install "presslint\[pdf\]"') as caught:
        load(source)
    assert "Für PDF fehlt" in caught.value.in_("de")
