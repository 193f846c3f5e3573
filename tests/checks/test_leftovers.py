from datetime import date
from typing import Any

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef
from presslint.text.span import SourceSpan, Span

PARAMS: dict[str, Any] = {
    "literals": ("Max Mustermann", "Musterstr."),
    "patterns": ("[Ll]orem ipsum",),
    "inside": ("Name", "Zitat", "Firma", "Ort", "XX"),
}


def found(check: str, text: str, format_: str = "text", **params: Any) -> list[tuple[str, str]]:
    declared = find(check)
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    result = []
    for hit in declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params(**params)):
        assert set(hit.args) == set(declared.says)
        match hit.at:
            case Span():
                shown = hit.at.of(release.text)
            case SourceSpan():
                shown = hit.at.of(text)
            case FieldRef(key):
                shown = key
            case _:
                shown = ""
        result.append((shown, hit.case))
    return result


def placeholders(text: str, format_: str = "text") -> list[str]:
    return [shown for shown, _ in found("leftovers.placeholder", text, format_, **PARAMS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mit XX Partnern und xx Büchern", ["XX", "xx"]),
        ("Mit XXX Euro und Teil XX Prozent", ["XXX", "XX"]),
        ("Am XX. März und am XX.", ["XX"]),
        ("Mit XXXX Partnern", ["XXXX"]),
        ("Das Haus VW XX kommt", ["XX"]),
        ("Am XX.XX.2026 und 12.xx.2026 um xx Uhr", ["XX.XX.2026", "12.xx.2026", "xx"]),
        (
            "Am 00.00.2026, TT.MM.JJJJ, DD.MM.YYYY und mm/dd/yyyy",
            ["00.00.2026", "TT.MM.JJJJ", "DD.MM.YYYY", "mm/dd/yyyy"],
        ),
        ("Ort: TBD und T.B.D. noch", ["TBD", "T.B.D."]),
        ("Es spricht N.N. im Haus", ["N.N."]),
        ("Die [Name], [Zitat Ministerin], [Name/Ort] und [XX]", ["[Name]", "[Zitat Ministerin]", "[Name/Ort]", "[XX]"]),
        (
            "Die <Firma> und [bitte Zahl einfügen], [insert quote]",
            ["<Firma>", "[bitte Zahl einfügen]", "[insert quote]"],
        ),
        ("Am ____ findet im ...... das Fest statt", ["____", "......"]),
        ("Lorem ipsum dolor sit amet", ["Lorem ipsum"]),
        ("Max Mustermann, Musterstr. 5", ["Max Mustermann", "Musterstr."]),
    ],
)
def test_placeholders(text: str, expected: list[str]) -> None:
    assert placeholders(text + ".") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die XX. Olympischen Spiele, Kapitel XXX, Band XX",
        "The XX Olympic Games, Super Bowl XXX, XX chromosomes",
        "Größe XXL, MAXX, xx-large, 0171-XXXX, a.xx",
        "Das Tiefbauamt (TBA) und TBC-Fälle, STBD",
        "N. N. Sommer, A.N.N.",
        "Das [1], [sic], […], [PDF], [Video: Name], [die Stadt], [Namen](http://a.de)",
        "a < b und <b>, <name>",
        "Name: ____ Ort: ____ Tag: ____ Jahr: ____",
        "Am ____ in ____ um ____ das Fest",
        "Inhalt ...... 12",
        "„Max Mustermann“ und „am TBD“ stehen da",
        "12.10.2026 und 1.00.2",
    ],
)
def test_what_is_no_placeholder(text: str) -> None:
    assert placeholders(text + ".") == []


def test_code_and_addresses_have_no_placeholders() -> None:
    assert placeholders("Mit `[Name]` und www.a.de/XX/ sowie https://a.de/xx gesagt.", "markdown") == []


def test_a_tag_that_hides_the_placeholder_is_found_in_the_source() -> None:
    text = "Die <Firma> lädt ein, `<Name>` und [Ort] auch.\n"
    assert placeholders(text, "markdown") == ["[Ort]", "<Firma>"]


def test_the_place_decides_how_bad_it_is() -> None:
    text = (
        "Kopf [Name] der Mitteilung\n\nDie Stadt Ahrenfeld öffnet ihre neue Bibliothek. Der Eintritt ist frei.\n\n"
        "Das Haus hat XX Bücher und sieben Etagen mit Aussicht.\n\n"
        "„Das Haus hat XX Bücher“, sagte die Bürgermeisterin der Stadt.\n\n"
        "Am 3. März 2026 spricht N. N. zum Auftakt der Reihe."
    )
    assert [case for _, case in found("leftovers.placeholder", text, **PARAMS)] == [
        "certain",
        "elsewhere",
        "certain",
        "announced",
    ]


def test_fields_have_placeholders_too() -> None:
    text = "---\ntitle: Die [Name] kommt\nspeaker: N. N.\nkind: Band XX\n---\n\nText ist da.\n"
    assert found("leftovers.placeholder", text, "markdown", **PARAMS) == [
        ("title", "certain"),
        ("speaker", "announced"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x", ["<<<<<<< HEAD", "=======", ">>>>>>> x"]),
        (
            "<<<<<<<\r\na\r\n||||||| base\r\nc\r\n=======\r\nb\r\n>>>>>>> x\r\n",
            ["<<<<<<<", "||||||| base", "=======", ">>>>>>> x"],
        ),
        ("a\n=======\nb\n>>>>>>> 0a1b2c3 (Neue Termine)", [">>>>>>> 0a1b2c3 (Neue Termine)"]),
        ("a\n=======\n\n>>>>>>> Zitat einer Mail\n>>>>>>>", []),
        ("<<<<<<<< acht\n a <<<<<<< b\n=======", []),
        ("Nichts davon", []),
    ],
)
def test_merge_conflicts(text: str, expected: list[str]) -> None:
    assert [shown for shown, _ in found("leftovers.conflict", text)] == expected


@pytest.mark.parametrize(
    ("text", "format_", "expected"),
    [
        ("Telefon: 0421 359-XX und +49 421 359-xxx", "text", ["0421 359-XX", "+49 421 359-xxx"]),
        ("Liebe <<Vorname>>, <<Zurück>>", "text", []),
        ("Liebe <<Name>>, <<LastName>>", "text", ["<<Name>>", "<<LastName>>"]),
        ("Ort (tbd), Zeit: tba. Der Verein tbd* lädt ein", "text", ["tbd", "tba"]),
        ("Haus.\n\n<Firma> lädt ein.", "markdown", ["<Firma>"]),
        ("Liebe <<Name>>, *|FNAME|* und `*|LNAME|*`", "markdown", ["<<Name>>", "*|FNAME|*"]),
        ("Liebe *|FNAME|*", "text", []),
    ],
)
def test_forms_of_fields(text: str, format_: str, expected: list[str]) -> None:
    assert placeholders(text, format_) == expected


def test_nobody_is_a_placeholder_only_in_a_contact() -> None:
    contact = "Die Stadt baut.\n\nPressekontakt\nJane Doe\nTelefon: 0561 70839-12\n"
    persons = {**PARAMS, "persons": ("Jane Doe",)}
    assert found("leftovers.placeholder", contact, **persons) == [("Jane Doe", "certain")]
    assert found("leftovers.placeholder", "Das Gericht nennt sie Jane Doe.", **persons) == []
