import pytest

from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import PageFact
from presslint.model.finding import Confidence
from presslint.model.release import Zone


def pages(text: str, format_: str = "text") -> tuple[PageFact, ...]:
    return Facts(load(source_from_bytes(text.encode(), "a"), format=format_)).of(PageFact)


def shown(text: str, format_: str = "text") -> list[tuple[str, int, int | None, str]]:
    return [(fact.text, fact.number, fact.total, fact.form) for fact in pages(text, format_)]


@pytest.mark.parametrize(
    ("marker", "number", "total", "form"),
    [
        ("Seite 1 von 2", 1, 2, "of"),
        ("SEITE 2 VON 2", 2, 2, "of"),
        ("- Seite 2 von 3 -", 2, 3, "of"),
        ("(Seite 2/3)", 2, 3, "slash"),
        ("S. 2/3", 2, 3, "slash"),
        ("Page 1 of 3", 1, 3, "of"),
        ("Page 4 sur 5", 4, 5, "of"),
        ("Página 1 de 2", 1, 2, "of"),
        ("Pagina 1 di 2", 1, 2, "of"),
        ("Pagina 1 van 2", 1, 2, "of"),
        ("Side 1 af 2", 1, 2, "of"),
        ("Sida 1 av 2", 1, 2, "of"),
        ("Strona 1 z 2", 1, 2, "of"),
        ("– 2 –", 2, None, "dashes"),
        ("-2-", 2, None, "dashes"),
        ("Seite 3", 3, None, "word"),
        ("1/2", 1, 2, "slash"),
        ("1 von 2", 1, 2, "of"),
    ],
)
def test_a_marker_on_its_own(marker: str, number: int, total: int | None, form: str) -> None:
    text = f"Die Bibliothek öffnet im März.\n\n{marker}\n\nDer Eintritt ist frei."
    assert shown(text) == [(marker, number, total, form)]


@pytest.mark.parametrize(
    "text",
    [
        "Seite 1 von 2 der Studie nennt den Grund.",
        "Mehr steht auf Seite 12 des Hefts.",
        "Siehe\nSeite 12 des Hefts, das die Stadt im März an alle Haushalte verteilt.",
        "2/3",
        "24/7",
        "9/11",
        "1/100",
        "2018",
        "12",
        "S. 12",
        "Seite 0 von 2",
        "(2",
        "[3]",
        "Zimmer 1/2",
        "",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    assert shown(f"Die Bibliothek öffnet im März.\n\n{text}\n\nDer Eintritt ist frei.") == []


def test_a_form_without_a_word_needs_company() -> None:
    assert [fact.number for fact in pages("Eins ist da.\n\n2/3\n\nZwei ist da.\n\n3/3")] == [2, 3]
    assert [fact.number for fact in pages("Eins ist da.\n\n2 of 3\n\nZwei ist da.\n\n3 of 4")] == [2, 3]
    assert pages("Eins ist da.\n\n2/3\n\nZwei ist da.\n\n7/9") == ()


def test_tables_and_code_have_no_markers() -> None:
    table = "| Gruppe | Anteil |\n| --- | --- |\n| Seite 1 von 2 | 1/2 |"
    assert pages(table, "markdown") == ()
    assert pages("```\nSeite 1 von 2\n```", "markdown") == ()


def test_dashes_that_markdown_takes_for_a_list() -> None:
    text = "# Kopf\n\nDie Bibliothek öffnet.\n\n- 2 -\n\nDer Eintritt ist frei."
    (fact,) = pages(text, "markdown")
    assert (fact.number, fact.form, fact.confidence) == (2, "dashes", Confidence.HIGH)


def test_a_marker_on_a_line_of_a_paragraph() -> None:
    lines = [
        "Die Stadt Ahrenfeld öffnet im März ihre neue Bibliothek am Markt",
        "und lädt alle Menschen ein, die gern lesen, spielen oder nur in",
        "Seite 1 von 2",
        "einem Sessel sitzen möchten. Der Eintritt ist an allen Tagen der",
        "Woche frei, auch an den Feiertagen und in allen Ferien des Jahres.",
    ]
    assert shown("\n".join(lines)) == [("Seite 1 von 2", 1, 2, "of")]
    assert shown("\n".join(lines), "markdown") == [("Seite 1 von 2", 1, 2, "of")]
    assert shown(" ".join(lines)) == []


def test_the_foot_of_a_page_may_name_the_issuer() -> None:
    text = "Eins ist da.\n\nStadt Ahrenfeld Seite 1/2\n\nZwei ist da.\n\nStadt Ahrenfeld Seite 2/2\n"
    assert [(fact.text, fact.number, fact.confidence) for fact in pages(text)] == [
        ("Stadt Ahrenfeld Seite 1/2", 1, Confidence.MEDIUM),
        ("Stadt Ahrenfeld Seite 2/2", 2, Confidence.MEDIUM),
    ]
    assert pages("Eins ist da.\n\nDie Studie sagt auf Seite 2\n\nZwei ist da, siehe auch Seite 3\n") == ()
    assert pages("Eins ist da.\n\nStadt Ahrenfeld Seite 1/2\n\nMuseum Seite 2/2\n") == ()


def test_a_marker_knows_its_block_and_zone() -> None:
    (fact,) = pages("Die Bibliothek öffnet im März.\n\nSeite 1 von 2\n\nDer Eintritt ist frei.")
    assert (fact.block, fact.zone, fact.confidence) == (1, Zone.PAGEMARK, Confidence.HIGH)
    (bare,) = pages("Die Bibliothek öffnet im März.\n\n1 von 2\n\nDer Eintritt ist frei.")
    assert bare.confidence is Confidence.MEDIUM
