"""Contacts: what is missing, what cannot be reached, and what is only sample data."""

from datetime import date

import pytest

from presslint.engine.run import lint
from presslint.load import load, source_from_bytes
from presslint.model.house import House
from presslint.model.options import Options
from presslint.packs import load_rules
from presslint.packs.bind import bind

RULES = {rule.code: rule for rule in load_rules() if rule.code.startswith(("CON", "LEF009"))}


def found(code: str, text: str, format_: str = "markdown", **house: object) -> list[tuple[str, str]]:
    """Return severity and text of what a rule reports."""
    owner = House(**house)  # type: ignore[arg-type]
    release = load(source_from_bytes(text.encode(), "-"), owner, format_)
    result = lint(release, [bind(RULES[code])], Options(today=date(2026, 1, 15), house=owner))
    assert not result.crashed
    return [(item.severity.name, item.snippet) for item in result.findings if item.rule == code]


BODY = "# Stadt saniert\n\nDie Stadt Ahrenfeld saniert ihre alte Turnhalle an der Lindenstraße.\n\n"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (BODY, True),
        (BODY + "Fax: 0561 70839-18", False),
        (BODY + "Im Notfall gilt: Telefon 110.", True),
        (BODY + "Fragen an presse@stadt-ahrenfeld.de.", False),
        (BODY + "## Über die Stadt\n\nDie Stadt hat 40.000 Einwohner. Mehr: info@stadt-ahrenfeld.de.", True),
        (BODY + "## Über die Stadt\n\nDie Stadt hat 40.000 Einwohner. Mehr: presse@stadt-ahrenfeld.de.", False),
        (BODY + "[Kontakt](https://www.stadt-ahrenfeld.de/x)", False),
        (BODY + "[Bericht](https://www.stadt-ahrenfeld.de/kontakt/bericht)", True),
        (BODY + "![Kontaktbogen](kontakt.png)", True),
        ("---\ncontact: Petra Kühnel\n---\n\n" + BODY, False),
        ("---\npress_contact:\n  name: ''\n---\n\n" + BODY, True),
    ],
)
def test_whether_there_is_a_contact(text: str, *, missing: bool) -> None:
    assert bool(found("CON001", text)) is missing


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (BODY + "Kontakt: Petra Kühnel, Telefon 0561 70839-17, a@stadt.de", None),
        (
            BODY + "Kontakt: Petra Kühnel, Fax 0561 70839-17, a@stadt.de",
            "Kontakt: Petra Kühnel, Fax 0561 70839-17, a@stadt.de",
        ),
        (BODY + "Kontakt: https://www.stadt.de/presse", None),
        ("---\ncontact: Petra Kühnel, presse@stadt.de, 0561 70839\n---\n\n" + BODY, None),
        ("---\ncontact:\n  name: Petra Kühnel\n  email: presse@stadt.de\n---\n\n" + BODY, "Petra Kühnel"),
        ("---\ncontact:\n  name: Petra Kühnel\n  phone: '0561 70839'\n---\n\n" + BODY, "Petra Kühnel"),
    ],
)
def test_what_a_contact_lacks(text: str, place: str | None) -> None:
    assert [snippet for _, snippet in found("CON002", text)] == ([place] if place else [])


def test_a_house_may_ask_for_less() -> None:
    text = BODY + "Kontakt: presse@stadt.de"
    release = load(source_from_bytes(text.encode(), "-"), format="markdown")
    rule = bind(RULES["CON002"], {"required": ["email"]})
    assert lint(release, [rule], Options(today=date(2026, 1, 15))).findings == ()


def test_a_number_behind_a_link_is_judged_too() -> None:
    assert found("CON003", "[Anruf](tel:+999561)") == [("ERROR", "tel:+999561")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Telefon: +49 (0)561 70839", False),
        ("Telefon: (+49) (0)561 70839", False),
        ("Telefon: +490561 70839", False),
        ("Telefon: +39 06 69819800", True),
        ("„+49 (0)561 70839“", True),
        ("> Telefon: +49 (0)561 70839", True),
        ("Telefon: +49 561 07083", True),
        ("Telefon: +47 02800", True),
    ],
)
def test_zeros_behind_a_country(text: str, *, kept: bool) -> None:
    assert bool(found("CON005", text)) is not kept


def test_two_people_with_one_line() -> None:
    card = "Kontakt:\nPetra Kühnel, Telefon 0561 70839-{}\nJonas Reiter, Telefon 0561 70839-{}\n"
    assert found("CON009", BODY + card.format(17, 17), "text") == [("INFO", "0561 70839-17")]
    assert found("CON009", BODY + card.format(17, 18), "text") == []
    assert found("CON009", BODY + card.format(0, 0), "text") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a@b-stadt.de](mailto:A@B-Stadt.de)", []),
        ("[a@b-stadt.de](mailto:)", []),
        ("[a@b-stadt,de](mailto:a@b-stadt.de)", []),
        ("[a [at] b-stadt.de](mailto:a@b-stadt.de)", []),
        ("[a [at] b-stadt.de](mailto:c@b-stadt.de)", ["a [at] b-stadt.de"]),
        ("[a@b-stadt.de](mailto:c@b-stadt.de,d@b-stadt.de)", ["a@b-stadt.de"]),
        ("[a@b-stadt.de](mailto:a@b-stadt.de%0D%0ABcc:x@y.de)", ["a@b-stadt.de"]),
        ("Telefon: [0561 70839-17](tel:+49561708391)", ["0561 70839-17"]),
        ("Telefon: [0561 70839-17](tel:056170839-18)", ["0561 70839-17"]),
        ("Telefon: [0561 70839-17](tel:abc)", ["tel:abc"]),
        ("Telefon: [0561 70839-17](tel:+49%20561%2070839%2017)", ["tel:+49%20561%2070839%2017"]),
        ("Telefon: [0561 70839-17](tel:+49561-70839(17);ext=3)", []),
        ("[Anruf](tel:056170839)", ["tel:056170839"]),
        ("[Anruf](tel:115) [x](mailto:?subject=y)", []),
    ],
)
def test_what_a_click_does(text: str, places: list[str]) -> None:
    assert [
        snippet for _, snippet in found("CON012", "Sprache: deutsch und die Stadt ist mit der Bahn.\n\n" + text)
    ] == places


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("presse@stadt,de", [("ERROR", "presse@stadt,de")]),
        ("presse @stadt.de", [("ERROR", "presse @stadt.de")]),
        ("presse@stadt.zzz", [("WARNING", "presse@stadt.zzz")]),
        ("presse@stadt.de", []),
        ("Presse <presse@stadt,de>", []),
        ("presse@stadt.example", []),
        ("presse", []),
    ],
)
def test_addresses_in_the_metadata(value: str, places: list[tuple[str, str]]) -> None:
    assert found("CON013", f"---\ncontact:\n  email: '{value}'\n---\n\n{BODY}") == places


def test_reserved_names_are_left_to_their_own_rule() -> None:
    assert found("CON013", "E-Mail: root@localhost, a@b.example, c@d.test") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Mehr unter www.example.com und http://127.0.0.1/x",
            ["www.example.com", "http://127.0.0.1/x"],
        ),
        (
            "[Mail](mailto:a@example.org) an a@example.org",
            ["mailto:a@example.org", "a@example.org"],
        ),
        ("Mehr auf example.de und beispiel.test-werke.de", []),
        ("Phone: 555-0123", ["555-0123"]),
        ("Phone: (212) 555-0199 or 1-212-555-0100", ["(212) 555-0199", "1-212-555-0100"]),
        ("Phone: 212-555-0200, Phone: 0800 1234567", []),
        ("Telefon: 0561 234567", ["0561 234567"]),
        ("Telefon: 0561 2000000", []),
        ("Die fiktive Nummer Telefon 030 23125-111 gibt es nicht.", []),
        ("Telefon: 030 23125-111", ["030 23125-111"]),
    ],
)
def test_sample_data(text: str, places: list[str]) -> None:
    text = "Vorab ein Satz.\n\nUnd " + text + " und mehr."
    assert found("LEF009", text) == [("WARNING", place) for place in places]


def test_sample_data_in_the_metadata() -> None:
    text = "---\ncontact:\n  email: presse@example.com\nsource: https://www.example.org/x\ntitle: a.b\n---\n\n" + BODY
    assert found("LEF009", text) == [("ERROR", "presse@example.com"), ("WARNING", "https://www.example.org/x")]
    assert found("LEF009", text, fictitious_contacts=True) == []
