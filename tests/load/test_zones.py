import pytest

from presslint.load import load
from presslint.model.release import Zone
from presslint.model.source import Source

LEAD = "Die Stadt Ahrenfeld eröffnet am Montag ein neues Hallenbad im Süden der Stadt."
BODY = "Der Rat hatte dem Bau vor zwei Jahren nach langer Debatte einstimmig zugestimmt."


def zones(text: str, path: str = "a.md") -> list[tuple[str, str]]:
    release = load(Source(path, text))
    return [(block.zone.value, block.span.of(release.text)) for block in release.blocks]


def only(text: str, path: str = "a.md") -> list[str]:
    return [zone for zone, _ in zones(text, path)]


MINISTRY = f"""## Presseinformation

### Neues Hallenbad für den Süden

**Die Stadt Ahrenfeld teilt mit:**

23. Februar 2018

Seite 1 von 2

Erika Muster{"  "}
Pressesprecherin{"  "}
Telefon: 0211 837-1234

Fax: 0211 837-1235{"  "}
E-Mail: [presse@stadt-ahrenfeld.de](mailto:presse@stadt-ahrenfeld.de)

{LEAD}

{BODY}

Weitere Informationen: [www.stadt-ahrenfeld.de](https://www.stadt-ahrenfeld.de).

### **Folgen Sie uns im Netz:**

Twitter: [@ahrenfeld](https://twitter.com/ahrenfeld)

Facebook: [Stadt Ahrenfeld](https://www.facebook.com/ahrenfeld)
"""


def test_a_release_as_ministries_write_it() -> None:
    assert only(MINISTRY) == [
        *("label", "headline", "unknown", "dateline", "pagemark", "contact", "contact", "lead", "body", "body"),
        *("social", "social", "social"),
    ]


AGENCY = f"""FOR IMMEDIATE RELEASE

Embargoed until 3 May 2018, 10:00 BST

Ahrenfeld opens a new public pool

Twelve million euros for the south of the town

AHRENFELD, 3 May 2018

The town of Ahrenfeld is to open a new public pool in the south on Monday, the mayor said.

{BODY}

> "We are glad," said the mayor.

- one
- two

| a | b |
|---|---|

Photo: the new pool (town of Ahrenfeld)

ENDS

Notes to editors

The pool has eight lanes and was planned by a local office.

About Ahrenfeld

Ahrenfeld is a town of forty thousand people on the river Ahr.

Media contact

Erika Muster

+44 20 7946 0000
"""


def test_a_release_as_agencies_write_it() -> None:
    assert only(AGENCY) == [
        *("label", "embargo", "headline", "subhead", "dateline", "lead", "body", "quote", "list", "list", "table"),
        *("caption", "endmark", "note", "note", "boilerplate", "boilerplate", "contact", "contact", "contact"),
    ]


POLICE = f"""23.02.2018 – 11:05

Polizeipräsidium Ahrenfeld

Ahrenfeld (ots)

Südstadt: Räuberischer Diebstahl aus einer Bäckerei.

{LEAD}
Nordstadt: Einbruch
{BODY}

Rückfragen bitte an:

Polizeipräsidium Ahrenfeld
Telefon: 0211 837-1234

Original-Content von: Polizeipräsidium Ahrenfeld, übermittelt durch news aktuell
"""


def test_a_bare_text_as_the_police_writes_it() -> None:
    assert only(POLICE, "a.txt") == [
        *("dateline", "unknown", "dateline", "headline", "lead", "subhead", "body", "contact", "contact", "boilerplate")
    ]


def test_lines_at_the_top_of_a_plain_text_stand_for_themselves() -> None:
    text = f"Pressemitteilung Nr. 12/2018\nAhrenfeld, 3. Mai 2018\nNeues Bad im Süden\n{LEAD}\n\n{BODY}"
    assert only(text, "a.txt") == ["label", "dateline", "headline", "lead", "body"]


def test_a_label_and_a_date_on_one_line_of_a_letterhead_are_two() -> None:
    text = f"Pressemitteilung 45/2018{' ' * 30}Ahrenfeld, 3. Mai 2018\n\nNeues Bad im Süden\n\n{LEAD}"
    assert only(text, "a.txt") == ["label", "dateline", "headline", "lead"]
    assert only(f"Montag      Rathaus\n\nNeues Bad im Süden\n\n{LEAD}", "a.txt")[0] == "headline"


def test_a_greeting_is_neither_headline_nor_part_of_a_sentence() -> None:
    text = f"Sehr geehrte Damen und Herren,\n\nwir laden Sie ein zur Eröffnung des Bades am Montag, 12. März.\n\n{BODY}"
    assert only(text, "a.txt") == ["unknown", "lead", "body"]


def test_one_long_line_is_the_lead() -> None:
    assert only((LEAD + " " + BODY) * 20, "a.txt") == ["lead"]


@pytest.mark.parametrize("text", ["Neues Bad", "Neues Bad\n\nAhrenfeld", "Stadtfest im Süden der Stadt"])
def test_a_text_without_any_prose_is_body(text: str) -> None:
    assert set(only(text, "a.txt")) == {"body"}


def test_the_headline_is_the_first_heading_that_names_no_part() -> None:
    assert only(f"## Kontakt\n\nErika Muster\n\n## Neues Bad\n\n{LEAD}")[2:] == ["headline", "lead"]
    assert only(f"Bitte um Abdruck in Ihrer nächsten Ausgabe.\n\n# Neues Bad\n\n{LEAD}") == [
        *("unknown", "headline", "lead")
    ]
    assert only(f"# Über Wasser\n\n{LEAD}\n\n## Der Bau\n\n{BODY}") == ["headline", "lead", "subhead", "body"]
    assert only(f"{LEAD} {BODY} {BODY}\n\n### Der Bau\n\n{BODY}") == ["lead", "subhead", "body"]
    assert only(f"**Neues Bad im Süden**\n\n{LEAD}") == ["headline", "lead"]


def test_a_heading_of_a_low_level_behind_prose_is_no_headline() -> None:
    text = f"**Neues Bad im Süden**\n\n*Baubeginn im Herbst*\n\n{LEAD}\n\n### Zeitplan\n\n{BODY}"
    assert only(text) == ["headline", "subhead", "lead", "subhead", "body"]


def test_a_title_in_the_metadata_needs_no_headline_in_the_text() -> None:
    assert only(f"---\ntitle: Neues Bad\n---\nAhrenfeld baut\n\n{LEAD}\n\n{BODY}") == ["unknown", "lead", "body"]
    assert only(f"---\ntitle: Neues Bad\n---\n# Neues Bad\n\n{LEAD}") == ["headline", "lead"]


def test_a_long_headline_is_no_lead() -> None:
    headline = (
        "SENS. MUSTER, BEISPIEL WELCOME THE NEW POOL OF AHRENFELD AND CALL FOR MORE OF THEM IN THE SOUTH OF THE STATE"
    )
    assert only(f"{headline}\n\n{LEAD}", "a.txt") == ["headline", "lead"]


def test_short_lines_between_paragraphs_are_subheads() -> None:
    assert only(f"Bad im Süden\n\n{LEAD}\n\nDer Bau dauert\n\n{BODY}\n\nAhrenfeld, im Mai", "a.txt") == [
        *("headline", "lead", "subhead", "body", "body")
    ]


def test_a_date_amid_the_body_is_not_that_of_the_release() -> None:
    assert only(f"{LEAD}\n\n18. Juli 2017\n\n{BODY}\n\nAhrenfeld, den 3. Mai 2018") == [
        *("lead", "body", "body", "dateline")
    ]
    assert only(f"# Bad\n\n{LEAD}\n\n## Medienhinweis\n\n{BODY}")[2:] == ["subhead", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Telefon: 0211 837-1234",
        "E-Mail: presse@stadt-ahrenfeld.de",
        "presse@stadt-ahrenfeld.de",
        "+49 211 837-1234",
        "202-555-0143",
        "T 0211 837-1234",
        "Pressekontakt: Erika Muster",
        "Kontakt: Erika Muster, Tel. 0211 837-1234",
        "Erika Muster, Pressestelle, Telefon: 0211 837-1234, E-Mail: presse@stadt-ahrenfeld.de",
        "Erika Muster | presse@stadt-ahrenfeld.de",
        "Rathaus\nMarkt 1\n12345 Ahrenfeld\nTel. 0211 837-1234",
        "Pressekontakt\nErika Muster\nTelefon: 0211 837-1234",
        "Erika Muster\npresse (at) stadt-ahrenfeld.de",
    ],
)
def test_contact_data_is_a_contact_block(line: str) -> None:
    assert only(f"{LEAD}\n\n{BODY}\n\n{line}", "a.txt")[-1] == "contact"


@pytest.mark.parametrize(
    "line",
    [
        "Anmeldung unter Telefon 0211 837-1234 bis Freitag.",
        "Hinweise nimmt die Polizei unter der Nummer 0211 837-1234 entgegen.",
        "Der Bau kostet 1 200 000 Euro, Stand 2018",
        "Weitere Informationen: www.stadt-ahrenfeld.de.",
        f"Weitere Informationen: {BODY} Der Bau dauert zwei Jahre.",
        "Fragen beantwortet das Amt gern unter presse@stadt-ahrenfeld.de.",
        "Mail an alle Haushalte im Süden",
    ],
)
def test_a_sentence_that_mentions_a_number_is_none(line: str) -> None:
    assert only(f"{LEAD}\n\n{BODY}\n\n{line}", "a.txt")[-1] == "body"


def test_names_before_contact_data_belong_to_it_and_prose_behind_it_does_not() -> None:
    text = f"{LEAD}\n\nErika Muster\n\nPressesprecherin\n\nTelefon: 0211 837-1234\n\n{BODY}"
    assert only(text) == ["lead", "contact", "contact", "contact", "body"]
    assert only(f"{LEAD}\n\n## Pressekontakt\n\nErika Muster\n\n{BODY}\n\nErika Muster") == [
        *("lead", "contact", "contact", "body", "body")
    ]


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("Pressekontakt", Zone.CONTACT),
        ("Für Rückfragen stehen Ihnen zur Verfügung:", Zone.CONTACT),
        ("For more information please contact:", Zone.CONTACT),
        ("Contacts presse", Zone.CONTACT),
        ("Kon\u00adtakt", Zone.CONTACT),
        ("Hinweis an die Redaktionen:", Zone.NOTE),
        ("Hintergrund", Zone.NOTE),
        ("Notes to Editors", Zone.NOTE),
        ("Folgen Sie uns auf Twitter", Zone.SOCIAL),
        ("Über uns", Zone.BOILERPLATE),
        ("Über die Acme Werke GmbH", Zone.BOILERPLATE),
        ("Über Acme:", Zone.BOILERPLATE),
        ("About Acme", Zone.BOILERPLATE),
        ("À propos d’Acme", Zone.BOILERPLATE),
        ("Acerca de Acme", Zone.BOILERPLATE),
        ("Informazioni su Acme", Zone.BOILERPLATE),
        ("Over Acme", Zone.BOILERPLATE),
        ("O firmie", Zone.BOILERPLATE),
        ("Sobre a Acme", Zone.BOILERPLATE),
        ("Om Acme", Zone.BOILERPLATE),
        ("Über 500 Gäste kamen", None),
        ("Über kurz oder lang", None),
        ("Überall Baustellen", None),
        ("Über den Wolken fliegt sie nach Ahrenfeld.", None),
        ("Kontakte knüpfen", None),
    ],
)
def test_headings_begin_parts(heading: str, zone: Zone | None) -> None:
    expected = [zone.value, zone.value] if zone else ["subhead", "body"]
    if zone in (Zone.CONTACT, Zone.SOCIAL):
        assert only(f"# Bad\n\n{LEAD}\n\n## {heading}\n\nErika Muster")[2:] == expected
    else:
        assert only(f"# Bad\n\n{LEAD}\n\n## {heading}\n\n{BODY}")[2:] == expected


def test_a_part_ends_at_the_next_heading() -> None:
    text = f"# Bad\n\n{LEAD}\n\n## Hintergrund\n\n{BODY}\n\n- eins\n\n## Zeitplan\n\n{BODY}"
    assert only(text)[2:] == ["note", "note", "note", "subhead", "body"]


def test_an_about_heading_far_from_the_end_describes_no_issuer() -> None:
    text = f"# Bad\n\n{LEAD}\n\n## Über Ahrenfeld\n\n" + f"{BODY} " * 30 + f"\n\n## Zeitplan\n\n{BODY}"
    assert only(text)[2] == "subhead"
    parts = f"# Bad\n\n{LEAD}\n\n" + "".join(f"## Über Firma {name}\n\n{BODY * 9}\n\n" for name in ("A", "B", "C"))
    assert only(parts)[2:] == ["boilerplate"] * 6


def test_a_description_of_the_issuer_may_begin_with_its_heading() -> None:
    assert only(f"# Bad\n\n{LEAD}\n\n**Über die Stadtwerke:** {BODY}\n\nErika Muster")[2:] == ["boilerplate", "body"]
    assert only(f"# Bad\n\n{LEAD}\n\nÜber den Preis: {BODY}\n\n" + BODY * 30)[2] == "body"


def test_behind_the_end_mark_the_issuer_describes_itself() -> None:
    text = f"{LEAD}\n\n{BODY}\n\n###\n\nDie Acme GmbH baut seit 1998 Bäder in ganz Europa.\n\nTelefon: 0211 837-1234"
    assert only(text)[2:] == ["endmark", "boilerplate", "contact"]


@pytest.mark.parametrize(
    "line", ["Foto: Stadt Ahrenfeld", "[Bild 2: Das Bad]", "© Stadt Ahrenfeld", "Photo (JPG): the pool"]
)
def test_captions(line: str) -> None:
    assert only(f"{LEAD}\n\n{line}\n\n{BODY}")[1] == "caption"


def test_a_long_caption_is_one_and_a_long_contact_block_too() -> None:
    assert only(f"{LEAD}\n\nBildunterschrift: {BODY} {BODY} {BODY}")[1] == "caption"
    card = "  \n".join(
        f"Person {name}  \nTelefon: 0211 837-12{name}  \nRathaus am großen Markt" for name in range(10, 20)
    )
    assert only(f"{LEAD}\n\n{BODY}\n\n{card}")[2] == "contact"
    assert only(f"{LEAD}\n\n{BODY}\n\n" + "Das Bad öffnet im Mai.  \n" * 50)[2] == "body"
