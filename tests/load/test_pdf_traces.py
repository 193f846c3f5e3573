from types import ModuleType

import pytest

from presslint.load import load, source_from_bytes
from presslint.model.release import Release, Trace, TraceKind

LONG = "Die Stadt Ahrenfeld eröffnet am Freitag die neue Stadtbibliothek am Markt mit einem Fest für alle."
IMAGE = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
PICTURE = b"<<" + IMAGE + b"/Length 1>>\nstream\n0\nendstream"


def read(data: bytes) -> Release:
    return load(source_from_bytes(data, "release.pdf"))


def traces(release: Release, kind: TraceKind) -> list[Trace]:
    return [trace for trace in release.traces if trace.kind is kind]


@pytest.mark.parametrize(
    ("before", "size", "why"),
    [("1 g", 11, "white"), ("3 Tr", 11, "invisible"), ("", 1, "tiny"), ("", 11, "outside")],
)
def test_text_that_nobody_sees_is_no_text(pdfs: ModuleType, before: str, size: float, why: str) -> None:
    x = 700 if why == "outside" else 60
    hidden = pdfs.Placed(x, 600, "Nur für den Dienstgebrauch", size, before=before)
    release = read(pdfs.document([[*pdfs.paragraph(LONG, 700), hidden]]))
    assert "Dienstgebrauch" not in release.text
    [trace] = traces(release, TraceKind.HIDDEN)
    assert (trace.text, trace.where, trace.page) == ("Nur für den Dienstgebrauch", why, 1)


def test_white_text_on_a_dark_bar_is_text(pdfs: ModuleType) -> None:
    bar = b"0 0 0.5 rg 50 590 400 30 re f\n" + pdfs.drawn(pdfs.Placed(60, 600, "Presseinformation", before="1 g"))
    release = read(pdfs.document([b"".join(map(pdfs.drawn, pdfs.paragraph(LONG, 700))) + bar]))
    assert "Presseinformation" in release.text
    assert release.traces == ()


def test_text_under_a_box_is_covered(pdfs: ModuleType) -> None:
    page = b"".join(map(pdfs.drawn, [*pdfs.paragraph(LONG, 700), pdfs.Placed(60, 600, "Name: Erika Ruf")]))
    release = read(pdfs.document([page + b"0 g 50 590 400 30 re f\n"]))
    assert "Erika" not in release.text
    assert [trace.text for trace in traces(release, TraceKind.COVERED)] == ["Name: Erika Ruf"]


def test_words_that_are_blacked_out_are_no_text(pdfs: ModuleType) -> None:
    line = pdfs.Placed(60, 600, "Der Vertrag mit Erika Ruf gilt ab Mai.")
    page = b"".join(map(pdfs.drawn, [*pdfs.paragraph(LONG, 700), line]))
    release = read(pdfs.document([page + b"0 g 140 595 60 14 re f\n"]))
    [trace] = traces(release, TraceKind.COVERED)
    assert trace.text in "Der Vertrag mit Erika Ruf gilt ab Mai."
    assert len(trace.text) > 5
    assert trace.text not in release.text
    assert "Der Vertrag" in release.text
    assert "ab Mai." in release.text


def test_a_box_over_two_letters_covers_no_word(pdfs: ModuleType) -> None:
    page = pdfs.drawn(pdfs.Placed(60, 600, "Pressekontakt: Nora Falk")) + b"0 g 50 595 14 14 re f\n"
    release = read(pdfs.document([page]))
    assert (release.text, release.traces) == ("Pressekontakt: Nora Falk", ())


def test_white_words_within_a_line_are_no_text(pdfs: ModuleType) -> None:
    tail = pdfs.Placed(60, 600, "Die Halle bleibt offen.) Tj 1 g ( Nur intern.) Tj 0 g ( Der Eintritt ist frei.")
    page = b"".join(map(pdfs.drawn, pdfs.paragraph(LONG, 700)))
    release = read(pdfs.document([page + pdfs.drawn(tail).replace(b"\\)", b")").replace(b"\\(", b"(")]))
    assert [trace.text for trace in traces(release, TraceKind.HIDDEN)] == ["Nur intern."]
    assert "intern" not in release.text


def test_a_box_under_text_covers_nothing(pdfs: ModuleType) -> None:
    page = b"0.9 g 50 590 400 30 re f 0 g\n" + pdfs.drawn(pdfs.Placed(60, 600, "Pressekontakt: Nora Falk"))
    release = read(pdfs.document([page]))
    assert release.text == "Pressekontakt: Nora Falk"


def test_a_box_within_a_form_covers_too(pdfs: ModuleType) -> None:
    page = pdfs.drawn(pdfs.Placed(60, 600, "Name: Erika Ruf")) + b"1 0 0 1 50 590 cm /Fm Do\n"
    form = pdfs.stream(b"0 g 0 0 400 30 re f", "/Type/XObject/Subtype/Form/BBox[0 0 400 30]")
    release = read(pdfs.document([page], resources="/XObject<</Fm 100 0 R>>", more={100: form}))
    assert [trace.text for trace in traces(release, TraceKind.COVERED)] == ["Name: Erika Ruf"]


@pytest.mark.parametrize("listed", ["[101 0 R]", "102 0 R"])
def test_a_layer_that_is_off_is_no_text(pdfs: ModuleType, listed: str) -> None:
    page = b"".join(map(pdfs.drawn, pdfs.paragraph(LONG, 700)))
    page += b"/OC /L1 BDC " + pdfs.drawn(pdfs.Placed(60, 600, "Interne Notiz")) + b"EMC\n"
    release = read(
        pdfs.document(
            [page],
            catalog=f"/OCProperties<</OCGs[101 0 R]/D<</OFF {listed}>>>>",
            resources="/Properties<</L1 101 0 R>>",
            more={101: b"<</Type/OCG/Name(Notizen)>>", 102: b"[101 0 R]"},
        )
    )
    assert "Interne" not in release.text
    [trace] = traces(release, TraceKind.LAYER)
    assert (trace.text, trace.where) == ("Interne Notiz", "Notizen")


def test_a_layer_that_is_on_is_text(pdfs: ModuleType) -> None:
    page = b"/OC /L1 BDC " + pdfs.drawn(pdfs.Placed(60, 600, "Die Stadt hat eine Bibliothek.")) + b"EMC\n"
    catalog = "/OCProperties<</OCGs[101 0 R]/D<</OFF[]>>>>"
    more = {101: b"<</Type/OCG/Name(Text)>>"}
    release = read(pdfs.document([page], catalog=catalog, resources="/Properties<</L1 101 0 R>>", more=more))
    assert release.text == "Die Stadt hat eine Bibliothek."


def test_annotations_say_what_they_are_and_where(pdfs: ModuleType) -> None:
    notes = "/Annots[<</Type/Annot/Subtype/{}/Rect[55 695 500 712]/Contents(Stimmt das?)/T(Nora Falk)>>]"
    for kind in ("Highlight", "StrikeOut", "Text", "FreeText", "Ink"):
        release = read(pdfs.document([pdfs.paragraph(LONG, 700)], page=notes.format(kind)))
        [trace] = traces(release, TraceKind.ANNOTATION)
        assert (trace.text, trace.author, trace.where) == ("Stimmt das?", "Nora Falk", f"{kind} on page 1")
        assert trace.at is not None
        assert trace.at.of(release.source.text).startswith("Die Stadt Ahrenfeld")


def test_an_attachment_is_named(pdfs: ModuleType) -> None:
    more = {
        100: b"<</Names[(a) 101 0 R]>>",
        101: b"<</Type/Filespec/F(Etat.xlsx)/UF(Etat.xlsx)/EF<</F 102 0 R>>>>",
        102: pdfs.stream(b"x"),
    }
    catalog = "/Names<</EmbeddedFiles 100 0 R>>"
    release = read(pdfs.document([pdfs.paragraph(LONG, 700)], catalog=catalog, more=more))
    assert [trace.text for trace in traces(release, TraceKind.ATTACHMENT)] == ["Etat.xlsx"]


def test_bookmarks_that_repeat_a_line_are_headings(pdfs: ModuleType) -> None:
    more = {
        100: b"<</Type/Outlines/First 101 0 R/Last 102 0 R/Count 2>>",
        101: b"<</Title(Neue Bibliothek)/Parent 100 0 R/Next 102 0 R/Dest[20 0 R/Fit]>>",
        102: b"<</Title(Entwurf 3, Freigabe fehlt)/Parent 100 0 R/Prev 101 0 R>>",
    }
    lines = [pdfs.Placed(60, 760, "Neue Bibliothek", 18), *pdfs.paragraph(LONG, 700)]
    release = read(pdfs.document([lines], catalog="/Outlines 100 0 R", more=more))
    found = [(trace.text, trace.where, trace.page) for trace in traces(release, TraceKind.BOOKMARK)]
    assert found == [("Neue Bibliothek", "heading", 1), ("Entwurf 3, Freigabe fehlt", "outline", None)]


def test_large_slanted_letters_are_a_watermark(pdfs: ModuleType) -> None:
    mark = b"q 0.8 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (ENTWURF) Tj ET Q\n"
    file_number = b"BT /F1 7 Tf 0 1 -1 0 20 300 Tm (Vorlage 12) Tj ET\n"
    page = b"".join(map(pdfs.drawn, pdfs.paragraph(LONG, 700))) + mark + file_number
    release = read(pdfs.document([page]))
    assert "ENTWURF" not in release.text
    assert [trace.text for trace in traces(release, TraceKind.WATERMARK)] == ["ENTWURF"]
    assert [trace.text for trace in traces(release, TraceKind.MARGIN)] == ["Vorlage 12"]


def scan(pdfs: ModuleType, text: bytes) -> Release:
    return read(
        pdfs.document(
            [b"q 595 0 0 842 0 0 cm /Im Do Q\n" + text],
            resources="/XObject<</Im 100 0 R>>",
            more={100: PICTURE},
        )
    )


def test_a_scan_is_a_picture_and_a_cover(pdfs: ModuleType) -> None:
    release = scan(pdfs, b"")
    assert release.text == ""
    assert release.cover
    assert release.paging.pages[0].pictured == 1.0
    assert [(trace.where, trace.page) for trace in traces(release, TraceKind.IMAGE)] == [("page 1", 1)]


def test_recognised_text_is_text(pdfs: ModuleType) -> None:
    release = scan(
        pdfs, b"".join(map(pdfs.drawn, [line._replace(before="3 Tr") for line in pdfs.paragraph(LONG, 700)]))
    )
    assert release.text == LONG
    assert release.paging.pages[0].recognised
    assert not release.cover


def test_text_that_lets_everything_through_is_hidden(pdfs: ModuleType) -> None:
    page = b"".join(map(pdfs.drawn, pdfs.paragraph(LONG, 700)))
    page += pdfs.drawn(pdfs.Placed(60, 600, "Entwurf von Nora Falk", before="/G1 gs"))
    release = read(pdfs.document([page], resources="/ExtGState<</G1<</ca 0>>>>"))
    assert [trace.where for trace in traces(release, TraceKind.HIDDEN)] == ["transparent"]


@pytest.mark.parametrize(
    "box",
    [
        b"0 g 50 599 400 1 re f\n",  # a rule
        b"/G1 gs 0 g 50 590 400 30 re f\n",  # a highlighter
        b"0 G 50 590 400 30 re S\n",  # a frame
        b"0 g 50 590 m 60 620 l 70 590 l f\n",  # a drawing
        b"0 g 50 300 400 30 re f\n",  # elsewhere
    ],
)
def test_what_does_not_cover_text_leaves_it_alone(pdfs: ModuleType, box: bytes) -> None:
    page = pdfs.drawn(pdfs.Placed(60, 600, "Pressekontakt: Nora Falk")) + box
    release = read(pdfs.document([page], resources="/ExtGState<</G1<</ca 0.4>>>>"))
    assert release.text == "Pressekontakt: Nora Falk"


def test_forms_within_forms_are_looked_into_so_far(pdfs: ModuleType) -> None:
    page = pdfs.drawn(pdfs.Placed(60, 600, "Pressekontakt: Nora Falk")) + b"/A Do\n"
    form = "/Type/XObject/Subtype/Form/BBox[0 0 600 900]"
    more = {
        number: pdfs.stream(b"/A Do", f"{form}/Resources<</XObject<</A {number + 1} 0 R>>>>")
        for number in range(100, 110)
    }
    more[110] = pdfs.stream(b"0 g 50 590 400 30 re f", form)
    release = read(pdfs.document([page], resources="/XObject<</A 100 0 R>>", more=more))
    assert release.text == "Pressekontakt: Nora Falk"
