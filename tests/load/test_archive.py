import io
import struct
import zipfile
from types import ModuleType

import pytest

from presslint.errors import LoadError
from presslint.load import archive as archive_module
from presslint.load import detect, load, source_from_bytes
from presslint.load.archive import MAX_ENTRIES, MAX_UNPACKED, Archive, document_kind

TYPES = "[Content_Types].xml"


def packed(*names: str, **contents: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in names:
            zipped.writestr(name, b"x")
        for name, content in contents.items():
            zipped.writestr(name, content)
    return file.getvalue()


def reason(data: bytes, path: str = "-") -> str:
    with pytest.raises(LoadError) as caught:
        load(source_from_bytes(data, path))
    assert caught.value.german
    return str(caught.value)


def test_documents_are_told_by_their_parts(office: ModuleType) -> None:
    assert document_kind(office.docx_of("Text")) == "docx"
    assert document_kind(office.odt_of("Text")) == "odt"
    assert document_kind(packed("content.xml", "META-INF/manifest.xml")) == "odt"
    template = office.archive({"mimetype": "application/vnd.oasis.opendocument.text-template", "content.xml": "x"})
    assert document_kind(template) == "odt"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (packed(TYPES, "xl/workbook.xml"), "an Excel workbook"),
        (packed(TYPES, "ppt/presentation.xml"), "a PowerPoint presentation"),
        (packed(TYPES, "visio/document.xml"), "a Visio drawing"),
        (packed("Index/Document.iwa"), "an Apple Pages document"),
        (packed("META-INF/MANIFEST.MF", "a.class"), "a Java archive"),
        (packed(mimetype=b"application/epub+zip"), "an EPUB book"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument spreadsheet"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.presentation"), "an OpenDocument presentation"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.graphics"), "an OpenDocument drawing"),
        (
            packed("Fotos/", "Fotos/bad.jpg", "meldung.md"),
            r"a ZIP archive .* \(files in it: 2, such as Fotos/bad.jpg\)",
        ),
        (packed(), r"a ZIP archive .* \(files in it: 0\)"),
        (packed(TYPES), "damaged or was cut off"),
    ],
)
def test_what_is_no_text_document_is_named(data: bytes, what: str) -> None:
    # an archive without entries begins with its end
    with pytest.raises(LoadError, match=what):
        document_kind(data)


def test_an_archive_under_the_name_of_a_document_is_named() -> None:
    assert "an Excel workbook" in reason(packed(TYPES, "xl/workbook.xml"), "meldung.docx")
    with pytest.raises(LoadError, match="this is an OpenDocument text, although its name says a Word document"):
        detect(source_from_bytes(packed("content.xml"), "meldung.docx"))


def test_a_document_that_was_cut_off_is_refused_wherever_it_was(office: ModuleType) -> None:
    data = office.docx_of("Das Bad öffnet.\n" * 50)
    for end in range(4, len(data) - 1, 41):
        assert "damaged or was cut off" in reason(data[:end])


def test_a_part_that_was_damaged_is_refused(office: ModuleType) -> None:
    data = office.docx_of("Das Bad öffnet.")
    place = data.find(b"word/document.xml") + 30
    assert "damaged" in reason(data[:place] + b"\xff\xff\xff" + data[place + 3 :])


def flagged(data: bytes, name: bytes, offset: int, value: int) -> bytes:
    """Return an archive with a number of an entry changed where its list of entries has it."""
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(name)) + offset
    return data[:place] + struct.pack("<H", value) + data[place + 2 :]


def test_an_encrypted_entry_is_refused(office: ModuleType) -> None:
    data = flagged(office.docx_of("Das Bad öffnet."), b"word/document.xml", 8, 1)
    assert "password-protected" in reason(data)


def test_an_unusual_compression_is_refused(office: ModuleType) -> None:
    data = flagged(office.docx_of("Das Bad öffnet."), b"word/document.xml", 10, 14)
    assert "damaged" in reason(data)


def test_a_bomb_is_refused_whatever_sizes_it_states(office: ModuleType) -> None:
    bomb = office.docx("", {"word/document.xml": b" " * (MAX_UNPACKED + 1)})
    assert "unpacks to more" in reason(bomb)
    place = bomb.rfind(b"PK\x01\x02", 0, bomb.rfind(b"word/document.xml"))
    lying = bomb[: place + 24] + struct.pack("<L", 100) + bomb[place + 28 :]
    assert "damaged" in reason(lying)
    dense = office.docx("", {"word/document.xml": b" " * 4_000_000})
    assert "unpacks to more" in reason(dense)


def test_all_that_is_read_counts_together(office: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MAX_UNPACKED", 100)
    archive = Archive(office.archive({"a": "x" * 60, "b": "y" * 60}))
    assert archive.read("a") == b"x" * 60
    with pytest.raises(LoadError, match="unpacks to more"):
        archive.read("b")
    assert archive.read("c") == b""


def test_what_is_never_read_may_be_large(office: ModuleType) -> None:
    body = office.paragraph("Das Bad öffnet am Montag.")
    data = office.docx(body, {"word/media/bild.bmp": b"\0" * (MAX_UNPACKED + 1)})
    assert load(source_from_bytes(data, "-")).text == "Das Bad öffnet am Montag."


def test_too_many_entries_are_refused() -> None:
    assert "unpacks to more" in reason(packed(*(str(number) for number in range(MAX_ENTRIES + 1))))


def test_a_name_that_comes_twice_is_refused(office: ModuleType) -> None:
    file = io.BytesIO(office.docx_of("Das Bad öffnet."))
    with zipfile.ZipFile(file, "a") as zipped, pytest.warns(UserWarning, match="Duplicate"):
        zipped.writestr("word/document.xml", b"x")
    assert "damaged" in reason(file.getvalue())


def test_entries_that_lie_in_one_another_are_refused(office: ModuleType) -> None:
    data = office.archive({"a": "x" * 50, "b": "y" * 50})
    first = data.find(b"PK\x01\x02")
    second = data.find(b"PK\x01\x02", first + 4)
    with pytest.raises(LoadError, match="damaged"):
        Archive(data[: second + 42] + struct.pack("<L", 0) + data[second + 46 :])


def test_archives_for_larger_files_are_refused(office: ModuleType) -> None:
    data = office.docx_of("Text")
    end = data.rfind(b"PK\x05\x06")
    with pytest.raises(LoadError, match="unpacks to more"):
        Archive(data[:end] + b"PK\x06\x07" + b"\0" * 16 + data[end:])
    with pytest.raises(LoadError, match="damaged"):
        Archive(data[:end] + data[end : end + 4] + b"\1" + data[end + 5 :])


def test_names_that_lead_out_of_the_folder_lead_nowhere(office: ModuleType) -> None:
    data = office.docx(
        office.paragraph("Das Bad öffnet."),
        {"../../etc/passwd": "x", "/etc/shadow": "y"},
        ("s", "styles", "../../../../etc/passwd"),
        ("n", "numbering", "/etc/shadow"),
    )
    assert load(source_from_bytes(data, "-")).text == "Das Bad öffnet."


def test_the_first_name_in_an_archive_is_shown_without_control_characters() -> None:
    assert "such as a[31mb)" in reason(packed("a\x1b[31mb"))
