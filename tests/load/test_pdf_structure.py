import zlib

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

from presslint.load.pdf_structure import Structure

XMP = b"""<x:xmpmeta><rdf:Description xmp:CreatorTool="Writer" pdfuaid:part='1'>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bad &amp; Bibliothek</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-03-03T10:00:00Z</xmp:CreateDate></rdf:Description></x:xmpmeta>"""


def packed(objects: dict[int, bytes]) -> bytes:
    """Return an object stream (ISO 32000-1, 7.5.7) that holds these objects."""
    heads, bodies = [], b""
    for number, body in objects.items():
        heads.append(f"{number} {len(bodies)}")
        bodies += body + b" "
    head = " ".join(heads).encode() + b" "
    data = zlib.compress(head + bodies)
    told = f"<</Type/ObjStm/N {len(objects)}/First {len(head)}/Filter/FlateDecode/Length {len(data)}>>"
    return b"9 0 obj\n" + told.encode() + b"\nstream\n" + data + b"\nendstream\nendobj\n"


ROOT = b"trailer\n<</Root 1 0 R>>\n%%EOF"


def test_the_catalog_is_found_in_a_packed_stream() -> None:
    catalog = b"<</Type/Catalog/ViewerPreferences 3 0 R/Metadata 4 0 R>>"
    data = packed({1: catalog, 3: b"<</DisplayDocTitle true>>"})
    data += b"4 0 obj\n<</Length %d>>\nstream\n" % len(XMP) + XMP + b"\nendstream\nendobj\n" + ROOT
    structure = Structure(data)
    assert structure.shows_title()
    assert "Bad &amp; Bibliothek" in structure.metadata()
    assert structure.numbers() == [1, 3, 4, 9]
    assert structure.is_stream(4)
    assert not structure.is_stream(1)
    assert structure.raw(1) == (b"", [])


def test_the_last_object_of_a_number_counts() -> None:
    data = b"1 0 obj<</ViewerPreferences<</DisplayDocTitle true>>>>endobj\n1 0 obj<</Type/Catalog>>endobj\n" + ROOT
    assert not Structure(data).shows_title()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (b"(Notizen)", "Notizen"),
        (b"(Notiz \\(intern\\)\\040A\\n)", "Notiz (intern) A\n"),
        (b"<4E6F74697A>", "Notiz"),
        (b"<FEFF00DC0062>", "Üb"),
    ],
)
def test_names_of_layers_are_read_in_any_writing(name: bytes, expected: str) -> None:
    data = (
        b"1 0 obj<</OCProperties 2 0 R>>endobj\n2 0 obj<</OCGs[5 0 R]/D 3 0 R>>endobj\n"
        b"3 0 obj<</OFF[5 0 R]>>endobj\n5 0 obj<</Type/OCG/Name" + name + b">>endobj\n" + ROOT
    )
    assert Structure(data).layers_off() == {expected}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        ROOT,
        b"1 0 obj<</Type/ObjStm/N 3/First 99>>stream\nx\nendstream endobj" + ROOT,
        b"1 0 obj<</Type/ObjStm/N 0/First 4>>stream\nx\nendstream endobj" + ROOT,
        b"1 0 obj<</Metadata 1 0 R/OCProperties 1 0 R/ViewerPreferences 1 0 R>>endobj" + ROOT,
        b"1 0 obj<</Metadata 2 0 R>>endobj 2 0 obj<</Length 3/Filter/FlateDecode>>stream\nxxx\nendstream endobj" + ROOT,
        b"1 0 obj<</Metadata 2 0 R>>endobj 2 0 obj<</Length 3/Filter/LZWDecode>>stream\nxxx\nendstream endobj" + ROOT,
        b"1 0 obj<</Metadata 2 0 R>>endobj 2 0 obj<</Length 3>>stream\nxxx",
    ],
)
def test_what_is_broken_is_taken_for_absent(data: bytes) -> None:
    structure = Structure(data)
    assert not structure.shows_title()
    assert structure.layers_off() == frozenset()
    assert structure.metadata().strip("x") == ""
    assert structure.dictionary(77) == b""
