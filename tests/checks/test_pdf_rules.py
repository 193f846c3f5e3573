import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import Hit, TraceRef
from presslint.model.release import Release, TraceKind
from presslint.text.span import SourceSpan

LONG = (
    "Die Stadt Ahrenfeld eröffnet am Freitag die neue Stadtbibliothek am Markt. Das Haus hat 34.000 Bücher, einen"
    " Lesesaal mit vierzig Plätzen und ein Café, das der Verein Lesezeichen betreibt. Der Umbau hat lange gedauert."
)


@pytest.fixture(scope="module")
def pdfs() -> ModuleType:
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    path = Path(__file__).parents[2] / "bench" / "pdf_files.py"
    spec = importlib.util.spec_from_file_location("pdf_files", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def hits(check: str, release: Release) -> list[Hit]:
    declared = find(check)
    return list(declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params()))


def pages(pdfs: ModuleType, *feet: str, texts: tuple[str, ...] = (), **more: Any) -> Release:
    """Return a PDF with a page of text above each foot; ``texts`` are further pages."""
    made = [
        [*pdfs.paragraph(f"{number}. {LONG}", 700), pdfs.Placed(60, 30, foot, 8)] for number, foot in enumerate(feet)
    ]
    made += [pdfs.paragraph(text, 700) for text in texts]
    return load(source_from_bytes(pdfs.document(made, **more), "release.pdf"))


def found(release: Release, check: str) -> list[tuple[str, str]]:
    text = release.source.text
    return [(hit.case, hit.at.of(text) if isinstance(hit.at, SourceSpan) else "") for hit in hits(check, release)]


def test_a_page_that_is_announced_is_missing(pdfs: ModuleType) -> None:
    assert found(pages(pdfs, "Seite 1 von 2"), "pages.sequence") == [("one", "Seite 1 von 2")]
    assert found(pages(pdfs, "Seite 1 von 2", "Seite 2 von 2"), "pages.sequence") == []


def test_a_page_without_a_marker_is_not_missing(pdfs: ModuleType) -> None:
    release = pages(pdfs, "Seite 1 von 3", "Stadt Ahrenfeld", "Seite 3 von 3")
    assert found(release, "pages.sequence") == []


def test_markers_in_margins_are_out_of_order(pdfs: ModuleType) -> None:
    release = pages(pdfs, "Seite 2 von 2", "Seite 1 von 2")
    assert found(release, "pages.order") == [("descending", "Seite 1 von 2")]
    assert found(pages(pdfs, "Seite 1 von 2", "Seite 2 von 3"), "pages.totals") == [("default", "Seite 2 von 3")]


def test_markers_in_margins_stand_in_no_text(pdfs: ModuleType) -> None:
    assert hits("pages.in_text", pages(pdfs, "Seite 1 von 2", "Seite 2 von 2")) == []


def test_forms_of_markers_are_mixed(pdfs: ModuleType) -> None:
    release = pages(pdfs, "Seite 1 von 2", "– 2 –")
    assert found(release, "pages_style.form") == [("mixed", "– 2 –")]


def test_the_total_is_held_against_the_pages(pdfs: ModuleType) -> None:
    grown = pages(pdfs, "Seite 1 von 2", "Seite 2 von 2", texts=(LONG,))
    [hit] = hits("pages_document.total", grown)
    assert (hit.case, hit.args["total"], hit.args["pages"]) == ("counted", 2, 3)
    assert hits("pages_document.total", pages(pdfs, "Seite 1 von 1", texts=("Foto: Lesesaal",))) == []
    assert hits("pages_document.total", pages(pdfs, "Seite 1 von 1", texts=("Anlage: Zahlen. " + LONG,))) == []
    assert hits("pages_document.total", pages(pdfs, "Seite 1 von 2")) == []  # a page is missing: another rule


@pytest.mark.parametrize(("feet", "count"), [(("Stadt", "Stadt"), 1), (("1", "2"), 0), (("Seite 1", "Seite 2"), 0)])
def test_pages_without_numbers(pdfs: ModuleType, feet: tuple[str, ...], count: int) -> None:
    assert len(hits("pages_document.numbers", pages(pdfs, *feet))) == count


def test_pages_with_little_text_need_no_numbers(pdfs: ModuleType) -> None:
    assert hits("pages_document.numbers", pages(pdfs, "Stadt", texts=("Foto: Lesesaal",))) == []


def test_an_embargo_is_missing_on_the_second_page(pdfs: ModuleType) -> None:
    line = pdfs.Placed(60, 780, "Sperrfrist: Freitag, 6. März 2026, 10 Uhr")
    one = [line, *pdfs.paragraph("Erstens: " + LONG, 700)]
    two = pdfs.paragraph("Zweitens: " + LONG, 700)
    alone = load(source_from_bytes(pdfs.document([one, two]), "release.pdf"))
    [hit] = hits("repeated.embargo", alone)
    assert (hit.case, hit.args["page"]) == ("page", 2)
    both = load(source_from_bytes(pdfs.document([one, [line, *two]]), "release.pdf"))
    assert hits("repeated.embargo", both) == []


def test_a_scan_is_reported_at_its_picture(pdfs: ModuleType) -> None:
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    data = pdfs.document(
        [b"q 595 0 0 842 0 0 cm /Im Do Q\n"],
        resources="/XObject<</Im 100 0 R>>",
        more={100: image + b"\nstream\n0\nendstream"},
    )
    release = load(source_from_bytes(data, "release.pdf"))
    [hit] = hits("pdf_basics.text_layer", release)
    assert hit.case == "scan"
    assert isinstance(hit.at, TraceRef)
    assert release.traces[hit.at.number].kind is TraceKind.IMAGE
    assert hits("pdf_basics.access", release) == []


def test_a_page_that_only_draws_has_no_text(pdfs: ModuleType) -> None:
    release = load(source_from_bytes(pdfs.document([b"60 700 m 90 720 l S\n"]), "release.pdf"))
    assert [hit.case for hit in hits("pdf_basics.text_layer", release)] == ["none"]


def test_basics_of_a_pdf(pdfs: ModuleType) -> None:
    [plain] = hits("pdf_basics.access", pages(pdfs, "Stadt"))
    assert plain.case == "plain"
    catalog = "/Lang(de)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
    assert hits("pdf_basics.access", pages(pdfs, "Stadt", catalog=catalog, info="/Title(Neue Bibliothek)")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(90 Zeichen inkl. Leerzeichen)", [("characters", 46)]),
        ("Zeichen (ohne Leerzeichen): 90", [("characters", 39)]),
        ("Länge: 20 Wörter / 90 Zeichen mit Leerzeichen", [("characters", 46), ("words", 8)]),
        ("Umfang: 20 Wörter", [("words", 8)]),
        ("46 Zeichen", []),
        ("1.200 Zeichen und 8 Bilder", []),
        ("90.000 Zeichen", []),
        ("Länge:", []),
    ],
)
def test_lengths_that_are_declared(text: str, expected: list[tuple[str, int]]) -> None:
    release = load(source_from_bytes(f"Die Bibliothek am Markt öffnet im März wieder.\n\n{text}\n".encode(), "a.txt"))
    assert [(hit.case, hit.args["count"]) for hit in hits("lengths.declared", release)] == expected


def test_a_length_is_written_as_the_one_it_replaces() -> None:
    body = "Die Bibliothek am Markt öffnet im März ihre Türen. " * 40
    for told, wanted in (("1.200 Zeichen", "1.680"), ("1200 Zeichen", "1680"), ("Zeichen: 1'200", "1'680")):
        release = load(source_from_bytes(f"{body}\n\n{told}\n".encode(), "a.txt"))
        [hit] = hits("lengths.declared", release)
        assert hit.proposals[0].edits[0][1] == wanted
