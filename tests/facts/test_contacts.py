"""Contacts: which blocks belong together, and whose names they give."""

import pytest

from presslint.facts import Facts
from presslint.facts.contact_blocks import groups
from presslint.facts.person_names import find_names
from presslint.load import load, source_from_bytes
from presslint.model.facts import ContactFact
from presslint.model.finding import Confidence
from presslint.model.release import Block, BlockKind, Release, Zone
from presslint.model.source import Source
from presslint.text.sourcemap import ViewBuilder
from presslint.text.span import Span


def contacts(text: str, format_: str = "text") -> tuple[ContactFact, ...]:
    return Facts(load(source_from_bytes(text.encode(), "-"), format=format_)).of(ContactFact)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wibke Op den Akker\nPressesprecherin\nTelefon: 0561", ["Wibke Op den Akker"]),
        ("Pressekontakt: Dr. Petra Kühnel, Leiterin Kommunikation", ["Petra Kühnel"]),
        ("Contact: Barry E. Piatt and Brenden O'Shea, 202", ["Barry E. Piatt", "Brenden O'Shea"]),
        (
            "Prof. Dr. h.c. Hans-Peter Müller-Lüdenscheidt | Jean de La Tour",
            ["Hans-Peter Müller-Lüdenscheidt", "Jean de La Tour"],
        ),
        ("Frau Petra Kühnel (pk)", ["Petra Kühnel"]),
        ("Stadt Ahrenfeld\nReferat Presse\nLange Straße 5\n34117 Ahrenfeld", []),
        ("Ministerium für Landesplanung, Pressestelle Nord, Acme Werke GmbH", []),
        ("Für Rückfragen stehen wir gern bereit", []),
    ],
)
def test_names_of_persons(text: str, names: list[str]) -> None:
    assert [span.of(text) for span in find_names(text, Span(0, len(text)))] == names


def test_neighbouring_blocks_are_one_contact() -> None:
    text = (
        "Die Stadt saniert.\n\nPetra Kühnel\nPressesprecherin\nTelefon: 0561 70839-17\n\n"
        "Fax: 0561 70839-18\nE-Mail: a@stadt.de\n"
    )
    (contact,) = contacts(text)
    assert contact.confidence is Confidence.HIGH
    assert len(contact.names) == 1
    assert len(contact.phones) == 2
    assert len(contact.emails) == 1
    assert contact.group == 1


def release_of(*blocks: tuple[str, Zone, BlockKind]) -> Release:
    text = "\n\n".join(words for words, _, _ in blocks)
    made, place = [], 0
    for words, zone, kind in blocks:
        made.append(Block(kind, zone, Span(place, place + len(words))))
        place += len(words) + 2
    builder = ViewBuilder(text)
    builder.verbatim(0, len(text))
    return Release(Source("-", text), "text", builder.build(), tuple(made), language="en")


def test_a_title_takes_what_follows_it() -> None:
    release = release_of(
        ("Harwell opens a plant.", Zone.LEAD, BlockKind.PARAGRAPH),
        ("Contact Information", Zone.CONTACT, BlockKind.HEADING),
        ("Send mail to press@harwell-tools.co.uk or call +44 1865 270000.", Zone.BODY, BlockKind.PARAGRAPH),
        ("Or write to x@harwell-tools.co.uk.", Zone.BODY, BlockKind.PARAGRAPH),
    )
    assert groups(release) == [0, 1, 1, 0]
    (contact,) = Facts(release).of(ContactFact)
    assert len(contact.emails) == len(contact.phones) == 1


def test_a_title_takes_all_rows_of_a_table_but_no_prose_without_data() -> None:
    rows = [(f"Jo\t0561 70839-1{number}", Zone.TABLE, BlockKind.ROW) for number in range(2)]
    title = ("Kontakt", Zone.CONTACT, BlockKind.HEADING)
    last = ("Ende der Mitteilung", Zone.BODY, BlockKind.PARAGRAPH)
    assert groups(release_of(title, *rows, last)) == [1, 1, 1, 0]
    assert groups(release_of(title, last, *rows)) == [1, 0, 0, 0]


def test_a_page_marker_does_not_divide_a_contact() -> None:
    card = ("Jo Reiter\n0561 70839-17", Zone.CONTACT, BlockKind.PARAGRAPH)
    marker = ("Seite 2 von 2", Zone.PAGEMARK, BlockKind.PARAGRAPH)
    body = ("Die Stadt saniert.", Zone.BODY, BlockKind.PARAGRAPH)
    assert groups(release_of(card, marker, card, body, card)) == [1, 0, 1, 0, 2]


def test_without_a_title_phone_and_mail_side_by_side_are_a_contact() -> None:
    text = "| Wer | Wo |\n|---|---|\n| Petra Kühnel | Telefon 0561 70839-17, a@stadt.de |\n| Lager | Halle 3 |\n"
    (contact,) = contacts(text, "markdown")
    assert contact.confidence is Confidence.MEDIUM or contact.group == 1
    assert len(contact.phones) == 1


def test_a_long_paragraph_with_both_is_none() -> None:
    text = "Die Stadt saniert. " * 25 + "Telefon 0561 70839-17, a@stadt.de."
    assert contacts(text) == ()
