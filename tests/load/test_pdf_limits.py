import zlib
from types import ModuleType

import pytest

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes

LINE = "Die Stadt Ahrenfeld eröffnet am Freitag die neue Stadtbibliothek am Markt."
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"


def refused(data: bytes) -> str:
    with pytest.raises(LoadError) as caught:
        load(source_from_bytes(data, "release.pdf"))
    assert caught.value.german
    return str(caught.value)


def test_what_is_cut_off_is_refused(pdfs: ModuleType) -> None:
    data = pdfs.document([pdfs.paragraph(LINE, 700)])
    assert "damaged or incomplete" in refused(data[: len(data) // 2])
    assert "damaged or incomplete" in refused(b"%PDF-1.7\n%%EOF\n")


def test_a_file_for_the_web_that_is_cut_off_is_refused(pdfs: ModuleType) -> None:
    data = pdfs.document([pdfs.paragraph(LINE, 700)]).replace(
        b"\n1 0 obj", b"\n9 0 obj<</Linearized 1/L 99999>>endobj\n1 0 obj"
    )
    assert "damaged or incomplete" in refused(data)


def test_no_pages_and_too_many_are_refused(pdfs: ModuleType) -> None:
    assert "no pages" in refused(pdfs.document([]))
    assert "101 pages" in refused(pdfs.document([b""] * 101))


def test_a_page_that_is_none_is_refused(pdfs: ModuleType) -> None:
    data = pdfs.document([b""]).replace(b"/Kids[20 0 R]", b"/Kids[ 9 0 R]")
    assert "page" in refused(data)


def test_too_many_characters_are_refused(pdfs: ModuleType) -> None:
    page = b"BT /F1 9 Tf 60 700 Td " + (b"(" + b"Wort " * 1000 + b") Tj ") * 12 + b"ET"
    assert "characters" in refused(pdfs.document([page, page]))


def test_streams_that_unpack_to_gigabytes_are_refused(pdfs: ModuleType) -> None:
    bomb = zlib.compress(b" " * 80_000_000)
    more = {100: f"<</Length {len(bomb)}/Filter/FlateDecode>>\nstream\n".encode() + bomb + b"\nendstream"}
    assert "64 MB" in refused(pdfs.document([b""], more=more))
    twice = zlib.compress(bomb)
    head = f"<</Length {len(twice)}/Filter[/FlateDecode/FlateDecode]>>\nstream\n".encode()
    assert "64 MB" in refused(pdfs.document([b""], more={100: head + twice + b"\nendstream"}))
    packed = b"<</Length 70000/Filter/LZWDecode>>\nstream\n" + b"x" * 70_000 + b"\nendstream"
    assert "64 MB" in refused(pdfs.document([b""], more={100: packed}))


def test_forms_within_forms_are_counted(pdfs: ModuleType) -> None:
    more = {
        number: pdfs.stream(b"/A Do " * 10, f"{FORM}/Resources<</XObject<</A {number + 1} 0 R>>>>")
        for number in range(100, 112)
    }
    more[112] = pdfs.stream(b"0 0 m 1 1 l S", FORM)
    data = pdfs.document([b"/A Do"], resources="/XObject 120 0 R", more={**more, 120: b"<</A 100 0 R>>"})
    assert "draws more" in refused(data)


@pytest.mark.parametrize("content", [b"0 0 m 1 1 l S\n" * 400_000, b"q " * 30_000])
def test_pages_that_draw_without_end_are_refused(pdfs: ModuleType, content: bytes) -> None:
    assert "draws more" in refused(pdfs.document([content]))


def test_a_page_that_is_shown_again_and_again_counts_each_time(pdfs: ModuleType) -> None:
    data = pdfs.document([b"0 0 m 1 1 l S\n" * 40_000])
    data = data.replace(b"/Kids[20 0 R]/Count 1", b"/Kids[" + b"20 0 R " * 30 + b"]/Count 30")
    assert "draws more" in refused(data)


def test_a_form_that_draws_itself_is_no_bomb(pdfs: ModuleType) -> None:
    form = pdfs.stream(b"/A Do 0 0 m 1 1 l S", f"{FORM}/Resources<</XObject<</A 100 0 R>>>>")
    data = pdfs.document(
        [b"/A Do " + pdfs.drawn(pdfs.Placed(60, 700, LINE))], resources="/XObject<</A 100 0 R>>", more={100: form}
    )
    assert load(source_from_bytes(data, "release.pdf")).text == LINE


def test_a_length_that_lies_is_no_harm(pdfs: ModuleType) -> None:
    data = pdfs.document([pdfs.paragraph(LINE, 700)])
    wrong = data.replace(b"/Length ", b"/Length 9", 1)
    assert load(source_from_bytes(wrong, "release.pdf")).format == "pdf"
