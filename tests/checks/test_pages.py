from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import Hit
from presslint.model.release import Release
from presslint.text.edits import Edit, apply_edits
from presslint.text.span import SourceSpan, Span


def read(text: str, format_: str = "text") -> Release:
    return load(source_from_bytes(text.encode(), "a"), format=format_)


def hits(check: str, text: str, format_: str = "text") -> list[Hit]:
    declared = find(check)
    release = read(text, format_)
    return list(declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params()))


def release_with(*markers: str) -> str:
    return "\n\n".join(f"{marker}\n\nDie Bibliothek öffnet im März." for marker in markers) + "\n"


def args(check: str, *markers: str) -> list[tuple[str, object]]:
    return [(hit.case, hit.args.get("missing", hit.args.get("number"))) for hit in hits(check, release_with(*markers))]


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        (("Seite 1 von 2",), [("one", "2")]),
        (("Seite 2 von 2",), [("one", "1")]),
        (("Seite 1 von 9",), [("several", "2–9")]),
        (("Seite 1 von 4", "Seite 3 von 4"), [("several", "2, 4")]),
        (("Seite 2 von 9", "Seite 5 von 9"), [("several", "1, 3, 4, 6, 7, 8 …")]),
        (("Seite 1 von 2", "Seite 2 von 2"), []),
        (("Seite 1 von 1",), []),
        (("– 2 –", "– 3 –"), []),
        (("– 3 –",), []),
        (("– 2 –", "– 4 –"), [("one", "3")]),
        (("Seite 1 von 2", "Seite 2 von 3"), []),
        (("Seite 3 von 2",), []),
        (("Page 1 of 2", "Page 2 of 2", "Seite 1 von 2"), [("one", "2")]),
    ],
)
def test_pages_that_are_announced_but_missing(markers: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert args("pages.sequence", *markers) == expected


def test_text_before_page_two_is_page_one() -> None:
    assert hits("pages.sequence", "Die Bibliothek öffnet.\n\n" + release_with("Seite 2 von 3", "Seite 3 von 3")) == []
    (hit,) = hits("pages.sequence", "Die Bibliothek öffnet.\n\n" + release_with("Seite 2 von 3"))
    assert hit.args["missing"] == "3"


def test_the_place_is_the_last_marker_before_the_gap() -> None:
    (hit,) = hits("pages.sequence", release_with("Seite 1 von 4", "Seite 2 von 4", "Seite 4 von 4"))
    assert isinstance(hit.at, Span)
    assert hit.at.of(read(release_with("Seite 1 von 4", "Seite 2 von 4", "Seite 4 von 4")).text) == "Seite 2 von 4"


def test_totals_that_differ_within_a_numbering() -> None:
    (hit,) = hits("pages.totals", release_with("Seite 1 von 2", "– 2 –", "Seite 2 von 3"))
    assert (hit.args["total"], hit.args["other"]) == (3, 2)
    assert hits("pages.totals", release_with("– 2 –", "– 3 –")) == []


def test_an_enclosure_has_a_numbering_of_its_own() -> None:
    text = release_with("Seite 1 von 2", "Seite 2 von 2") + "\nAnlage 1: Zahlen\n\n" + release_with("Seite 2 von 3")
    assert hits("pages.totals", text) == []
    assert [hit.args["missing"] for hit in hits("pages.sequence", text)] == ["3"]


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        (("Seite 1 von 2", "Seite 2 von 2"), []),
        (("Seite 3 von 2",), [("beyond", 3)]),
        (("Seite 1 von 3", "Seite 2 von 3", "Seite 2 von 3"), [("repeated", 2)]),
        (("Seite 2 von 2", "Seite 1 von 2"), [("descending", 1)]),
        (("– 3 –", "– 2 –"), [("descending", 2)]),
        (("Seite 1 von 2", "Seite 1 von 2", "Seite 2 von 2", "Seite 2 von 2"), []),
        (("Seite 1 von 2", "Seite 1 von 2"), [("repeated", 1)]),
        (("– 2 –", "– 3 –", "Seite 1 von 1"), []),
    ],
)
def test_numbers_out_of_order(markers: tuple[str, ...], expected: list[tuple[str, int]]) -> None:
    assert args("pages.order", *markers) == expected


def fixed(text: str, format_: str = "text") -> list[tuple[int, str]]:
    result = []
    release = read(text, format_)
    for hit in hits("pages.in_text", text, format_):
        if not hit.proposals:
            continue
        (proposal,) = hit.proposals
        edits = [
            Edit(span if isinstance(span, SourceSpan) else release.prose.to_source(span), new)
            for span, new in proposal.edits
        ]
        result.append((proposal.fix, apply_edits(text, edits)))
    return result


def test_a_marker_between_paragraphs_goes_with_its_line() -> None:
    assert fixed("Eins ist da.\n\n– 2 –\n\nZwei ist da.\n") == [(0, "Eins ist da.\n\nZwei ist da.\n")]
    assert fixed("Eins ist da.\r\n\r\n– 2 –\r\n\r\nZwei ist da.\r\n") == [(0, "Eins ist da.\n\nZwei ist da.\r\n")]


def test_all_markers_go_at_once_where_they_agree() -> None:
    text = "Eins ist da.\n\nSeite 1 von 2\n\nZwei ist da.\n\nSeite 2 von 2\n"
    assert fixed(text) == [(0, "Eins ist da.\n\nZwei ist da.\n")]
    head = "Seite 1 von 2\n\nEins ist da.\n\nSeite 2 von 2\n\nZwei ist da.\n"
    assert fixed(head) == [(0, "Eins ist da.\n\nZwei ist da.\n")]
    together = "Eins ist da.\n\nSeite 1 von 2\n\nSeite 2 von 2\n\nZwei ist da.\n"
    assert fixed(together) == [(0, "Eins ist da.\n\nZwei ist da.\n")]
    last = "Eins ist da.\n\nSeite 1 von 3\n\nZwei ist da.\n\nSeite 2 von 3\n\nSeite 3 von 3\n"
    assert [text for _, text in fixed(last)] == ["Eins ist da.\n\nZwei ist da.\n"]


def test_only_a_person_may_remove_one_of_markers_that_disagree() -> None:
    text = "Eins ist da.\n\nSeite 1 von 3\n\nZwei ist da.\n\nSeite 2 von 3\n\nDrei ist da.\n"
    assert fixed(text) == [
        (1, "Eins ist da.\n\nZwei ist da.\n\nSeite 2 von 3\n\nDrei ist da.\n"),
        (1, "Eins ist da.\n\nSeite 1 von 3\n\nZwei ist da.\n\nDrei ist da.\n"),
    ]
    for markers in (("Seite 1 von 1", "Seite 2 von 1"), ("– 3 –", "– 2 –"), ("Seite 1 von 2", "Seite 2 von 3")):
        text = f"Eins ist da.\n\n{markers[0]}\n\nZwei ist da.\n\n{markers[1]}\n\nDrei ist da.\n"
        assert {fix for fix, _ in fixed(text)} == {1}


def test_the_halves_of_a_sentence_are_joined() -> None:
    text = (
        "Die Bürgermeisterin und der Kämmerer\n\nSeite 1 von 1\n\nöffnen am Dienstag das Haus. Der Eintritt ist frei.\n"
    )
    assert fixed(text)[0][1].startswith("Die Bürgermeisterin und der Kämmerer\nöffnen am Dienstag")


def test_a_marker_inside_a_paragraph_leaves_one_line_end() -> None:
    text = "# Kopf\n\nEins ist da\\\nSeite 1 von 1\\\nund zwei ist auch da.\n"
    assert [new for _, new in fixed(text, "markdown")] == ["# Kopf\n\nEins ist da\\\nund zwei ist auch da.\n"]


@pytest.mark.parametrize(
    "text",
    [
        "Seite 1 von 1\n\nEins ist da.\n",
        "Eins ist da.\n\nSeite 1 von 1\n",
        "Eins ist da.\n\n- more -\n\nPage 2 of 2\n\nZwei ist da.\n",
        "Name: ________\n\nSeite 1 von 1\n\nOrt: ________ Tag: ______\n",
        "",
    ],
)
def test_markers_that_are_fine_where_they_are(text: str) -> None:
    assert hits("pages.in_text", text or "Eins ist da.") == []


def test_a_heading_may_be_called_page() -> None:
    assert hits("pages.in_text", "# Kopf\n\nEins.\n\n## Seite 3\n\nZwei.\n", "markdown") == []
    assert len(hits("pages.in_text", "# Kopf\n\nEins.\n\n## Seite 1 von 1\n\nZwei.\n", "markdown")) == 1
