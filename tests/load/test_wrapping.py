import pytest

from presslint.load import load
from presslint.load.continuation import begins_anew, goes_on, has_ended
from presslint.model.release import Zone
from presslint.model.source import Source
from presslint.text.span import Span


def shown(text: str, path: str = "a.txt") -> list[str]:
    release = load(Source(path, text))
    return [block.span.of(release.text) for block in release.blocks]


@pytest.mark.parametrize(
    "line", ["Er kam.", "Kam er?", "„Ja!“", "(so die Stadt.)", "Folgendes:", "so;", "und …", "‚Nein.‘“"]
)
def test_an_end_mark_ends_a_line(line: str) -> None:
    assert has_ended(line)


@pytest.mark.parametrize("line", ["Er kam", "Er kam,", "(so die Stadt)", "„Ja“", "–", ""])
def test_other_signs_do_not(line: str) -> None:
    assert not has_ended(line)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Die Eröffnung ist am Montag, 12.", "März 2026."),
        ("am 1.", "Mai"),
        ("zum 31.", "dezember"),
        ("Die Eröffnung ist am 12. März", "2026 im Rathaus."),
        ("Die Eröffnung ist am", "12. März 2026 im Rathaus."),
        ("The opening is on May", "3, 2026 in the town hall."),
        ("Die Eröffnung ist am Montag,", "12. März 2026."),
        ("Rate, Montag,", "12. März"),
        ("Die Stadt eröffnet ein neues Bad im Süden und", "Norden."),
        ("Die Stadt eröffnet ein neues Bad im Süden, das", "Haus kostet viel."),
        ("Die Stadt eröffnet ein neues Bad im Süden, im", "Norden folgt eins."),
        ("Die Stadt eröffnet ein neues Bad", "im Süden."),
        ("Die Kosten liegen bei rund 39,4", "Millionen Euro."),
        ("Die Sitzung beginnt um 18.30", "Uhr im Rathaus."),
        ("Auskunft erteilt das Amt unter", "0211 837-1234 oder"),
        ("Auskunft erteilt das Amt unter", "Telefon: 0211 837-1234"),
        ("Auskunft gibt es im Netz unter", "www.stadt-ahrenfeld.de"),
        ("Das Projekt leitet Frau Dr.", "Muster aus Ahrenfeld."),
        ("Das Gesetz regelt dies in Nr.", "12 der Anlage."),
        ("Das sind die großen Städte bzw.", "deren Ämter."),
        ("Zuvor war sie in Hamm. Per-", "spektivisch will sie mehr."),
        ("Per-", "spektivisch"),
        ("Per\u00ad", "spektivisch"),
        ("Weitere Orte sind Köln und der Kreis Minden-", "Lübbecke im Norden."),
    ],
)
def test_the_words_tell_that_a_sentence_goes_on(line: str, following: str) -> None:
    assert goes_on(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Er kam am Montag.", "Mai und Juni bleiben frei."),
        ("Er wohnt in der Nr. 12.", "Haus und Hof sind neu."),
        ("Es waren 1.412.", "März und April folgen."),
        ("Die Stadt baut. Das ist gut.", "sagte er dann auch."),
        ("Das neue Bad steht im Süden der Stadt", "Der Rat hat zugestimmt."),
        ("Kurz und", "Knapp"),
        ("Kurz", "und knapp"),
        ("Wir fordern für unsere Stadt", "- mehr Bäder"),
        ("Wir fordern für unsere Stadt", "a) mehr Bäder"),
        ("Die Pressestelle der Stadt Ahrenfeld", "presse@stadt-ahrenfeld.de"),
        ("Die Pressestelle der Stadt Ahrenfeld", "www.stadt-ahrenfeld.de"),
        ("Die Pressestelle der Stadt Ahrenfeld", "https://stadt-ahrenfeld.de"),
        ("Die Pressestelle der Stadt Ahrenfeld", "tel.: 0211 837-0"),
        ("Die Pressestelle der Stadt Ahrenfeld", "ansprechbar: immer"),
        ("Telefon: 0211 837-0, nur vormittags", "oder nachmittags"),
        ("Max Muster,", "Sprecher der Stadt"),
        ("Dafür stimmten am Ende alle, sagt Max.", "Ein Erfolg."),
        ("Dazu kommt noch viel Vitamin D.", "Ein Erfolg."),
        ("Sie trafen sich in den U.S.", "###"),
        ("Das kostet nach heutigem Stand etwa 2012", "Der Rat stimmt zu."),
        ("Streit um das neue Bad hört endlich auf", "Die Stadt eröffnet es."),
        ("Das neue Bad öffnet im Monat Mai", "2026 wird es fertig."),
        ("Der große Umbau dauert nun bis unter", "Haus und Hof"),
        ("jane.muster@acme-werke.com", "Acme Opens New Plant"),
        ("https://www.acme-werke.de/im", "Acme Opens New Plant"),
        ("Fett-", "- Punkt"),
        ("A-", "Bahn"),
    ],
)
def test_the_words_do_not_tell_so(line: str, following: str) -> None:
    assert not goes_on(line, following)


def test_a_label_or_a_bullet_begins_anew() -> None:
    assert begins_anew("Telefon: 0211")
    assert begins_anew("Hinweis: bitte")
    assert begins_anew("• Punkt")
    assert not begins_anew("- so sagte er -")
    assert not begins_anew("5. Polizeirevier")
    assert not begins_anew("Ein Satz: mit Doppelpunkt")


WRAPPED = """Die Stadt Ahrenfeld eröffnet im kommenden Jahr ein
neues Hallenbad. Der Bau kostet nach Angaben der
Verwaltung rund zwölf Millionen Euro und dauert bis
Herbst.
Der Rat hatte dem Bau vor zwei Jahren nach langer
Debatte zugestimmt.

Max Muster
Pressesprecher der Stadt Ahrenfeld
Telefon: 0211 837-1234
"""


def test_lines_broken_at_a_column_are_joined_and_short_ones_are_not() -> None:
    assert shown(WRAPPED) == [
        (
            "Die Stadt Ahrenfeld eröffnet im kommenden Jahr ein neues Hallenbad. Der Bau kostet nach Angaben der"
            " Verwaltung rund zwölf Millionen Euro und dauert bis Herbst."
        ),
        "Der Rat hatte dem Bau vor zwei Jahren nach langer Debatte zugestimmt.",
        "Max Muster\nPressesprecher der Stadt Ahrenfeld\nTelefon: 0211 837-1234",
    ]


def test_markdown_joins_them_as_well() -> None:
    first, *_, contact = shown(WRAPPED, "a.md")
    assert "ein neues Hallenbad" in first
    assert contact == "Max Muster\nPressesprecher der Stadt Ahrenfeld\nTelefon: 0211 837-1234"


def test_a_joined_line_end_is_no_verbatim_text() -> None:
    release = load(Source("a.txt", WRAPPED))
    start = release.text.index("ein neues")
    span = Span(start, start + len("ein neues"))
    assert release.prose.to_source(span).of(WRAPPED) == "ein\nneues"
    assert not release.prose.editable(span)
    assert release.prose.editable(Span(start + 4, start + 9))


def test_an_indented_line_behind_a_full_stop_begins_a_paragraph() -> None:
    text = (
        "Die Stadt Ahrenfeld eröffnet im kommenden Jahr ein\n"
        "großes Hallenbad. Der Bau kostet nach den Angaben.\n"
        "   Der Rat hatte dem Bau vor zwei Jahren nach lange\n"
        "währender Debatte am Ende doch noch zugestimmt.\n"
    )
    assert len(shown(text)) == 2


DOUBLE = """23.02.2018 – 11:05

Polizeipräsidium Ahrenfeld

Südstadt: Räuberischer Diebstahl aus einer Bäckerei

Ein unbekannter Täter betrat in den frühen

Morgenstunden des Donnerstags eine Bäckerei in der

Hauptstraße. Er packte sich einige Brötchen ein, als der Bäcker

den Raum betrat. Die Polizei sucht Zeugen (Telefon 0211

837-1234).

Der Wert der Ware liegt bei sieben Euro.
"""


def test_a_text_with_an_empty_line_behind_every_line_is_made_whole() -> None:
    assert shown(DOUBLE) == [
        "23.02.2018 – 11:05",
        "Polizeipräsidium Ahrenfeld",
        "Südstadt: Räuberischer Diebstahl aus einer Bäckerei",
        (
            "Ein unbekannter Täter betrat in den frühen Morgenstunden des Donnerstags eine Bäckerei in der Hauptstraße."
            " Er packte sich einige Brötchen ein, als der Bäcker den Raum betrat. Die Polizei sucht Zeugen (Telefon"
            " 0211 837-1234)."
        ),
        "Der Wert der Ware liegt bei sieben Euro.",
    ]


def test_a_word_broken_over_an_empty_line_keeps_its_hyphen_for_the_rule_that_looks_for_it() -> None:
    text = "Zuvor war sie in Hamm und Hagen. Per-\n\nspektivisch will sie mehr."
    release = load(Source("a.md", text))
    assert release.text == "Zuvor war sie in Hamm und Hagen. Per- spektivisch will sie mehr."
    blank = release.text.index("- s") + 1
    assert release.prose.to_source(Span(blank, blank + 1)).of(text) == "\n\n"


def test_a_date_over_an_empty_line_is_one_date() -> None:
    text = "Die Eröffnung des Bades ist am Montag, 12.\n\nMärz 2026, im Rathaus."
    (only,) = shown(text)
    assert "am Montag, 12. März 2026, im Rathaus." in only


def test_a_page_marker_is_never_in_a_sentence() -> None:
    text = "Die Stadt eröffnet ein neues Bad im\n\nSeite 1 von 2\n\nsüdlichen Teil der Stadt Ahrenfeld."
    release = load(Source("a.md", text))
    assert [block.span.of(release.text) for block in release.blocks][1] == "Seite 1 von 2"
    assert release.blocks[1].zone is Zone.PAGEMARK
    lines = "Die Stadt Ahrenfeld eröffnet im kommenden Jahr im\nSeite 2 von 2\nsüdlichen Teil ein neues Bad."
    for path in ("a.txt", "a.md"):
        zones = [block.zone for block in load(Source(path, lines)).blocks]
        assert zones[1] is Zone.PAGEMARK


def test_headings_quotations_and_distant_blocks_are_not_joined() -> None:
    assert len(shown("## Das neue Bad im Süden\n\nund der Rat.", "a.md")) == 2
    assert len(shown("> Das neue Bad im Süden der Stadt\n\nund der Rat.", "a.md")) == 2
    assert len(shown("Das neue Bad im Süden der Stadt\n\n\n\nund der Rat.")) == 2


def test_a_list_of_addresses_in_a_broken_text_stays_a_list() -> None:
    text = (
        DOUBLE
        + "\nMehr gibt es im Netz bei der Stadt unter www.a.de\n\nHinweis: bitte anrufen.\n\nBäckerei (Süd)\n\nEnde\n"
    )
    assert shown(text)[-4:] == [
        *("Mehr gibt es im Netz bei der Stadt unter www.a.de", "Hinweis: bitte anrufen.", "Bäckerei (Süd)", "Ende")
    ]


def test_a_text_that_is_broken_from_its_first_line_on_is_made_whole() -> None:
    first = (
        "Ein unbekannter Täter betrat am frühen Morgen. "
        "Er nahm nach Angaben der Polizei und der Zeugen am Ort des Geschehens in der"
    )
    text = f"{first} Stadt\n\nBrötchen und packte sie, ohne zu zahlen\n\nund ohne auch nur einmal zu\n\nzögern, ein."
    assert len(shown(text)) == 1
