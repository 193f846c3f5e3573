import codecs
import hashlib
import os
from pathlib import Path

import pytest

from presslint.errors import LoadError
from presslint.load import SUFFIXES, decode, detect, load, read_source, source_from_bytes
from presslint.model.source import Source
from presslint.text.span import SourceSpan

TEXT = "Die Stadt Ahrenfeld eröffnet am Montag ein Bad.\n"


def test_utf8_is_read_as_it_is() -> None:
    data = TEXT.encode()
    source = source_from_bytes(data, "a.md")
    assert source == Source("a.md", TEXT, "utf-8", "\n", False, hashlib.sha256(data).hexdigest(), data)  # noqa: FBT003
    assert load(source).notes == ()


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(bom: bytes, encoding: str) -> None:
    source = source_from_bytes(bom + TEXT.encode(encoding), "a.txt")
    assert (source.text, source.encoding, source.bom) == (TEXT, encoding, True)


def test_windows_1252_is_read_and_noted_at_its_first_foreign_character() -> None:
    source = source_from_bytes("„Schön“ – 5 €".encode("cp1252"), "a.txt")
    assert (source.text, source.encoding) == ("„Schön“ – 5 €", "cp1252")
    (note,) = load(source).notes
    assert (note.code, note.case, note.span) == ("SYS001", "legacy-encoding", SourceSpan(0, 1))
    assert dict(note.args) == {"encoding": "Windows-1252"}


@pytest.mark.parametrize(
    ("text", "newline"),
    [("a\nb\n", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\rb\rc", "\r"), ("a", "\n"), ("a\r\nb\n\nc", "\n")],
)
def test_the_line_end_used_most_is_the_style(text: str, newline: str) -> None:
    assert source_from_bytes(text.encode(), "a.txt").newline == newline


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xd0\xcf\x11\xe0....", "an old Word document"),
        (b"\xd0\xcf\x11\xe0...." + "EncryptedPackage".encode("utf-16-le"), "is password-protected"),
        (b"{\\rtf1 ...", "an RTF document"),
        (b"\x89PNG\r\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a", "an image"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"eins\nzw\x00ei", "line 2 has a NUL byte"),
        ("Am Montag".encode("utf-16-le"), "NUL bytes as UTF-16 does"),
        (b"\xff\xfeA", "byte 0 is not valid UTF-16-LE"),
        (b"\xff\xfe" + b"\x00\xd8A\x00", "not valid UTF-16-LE"),
        (bytes(range(1, 32)) + b"\xff" * 9, "binary data"),
        (b"gr\xfc\xdfe \x00", "binary data"),
        (b"gr\xfc\xdfe \x81", r"byte 6 \(0x81\) is neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(LoadError, match=reason):
        source_from_bytes(data, "a.txt")


def test_escape_sequences_and_form_feeds_are_text() -> None:
    assert source_from_bytes(b"\x1b[31mrot\x1b[0m\x0cneu", "a.txt").text == "\x1b[31mrot\x1b[0m\x0cneu"


def test_too_large_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 10)
    with pytest.raises(LoadError, match="the file has 11 bytes: more than 10"):
        source_from_bytes(b"a" * 11, "a.txt")


def test_a_file_is_read_under_its_path(tmp_path: Path) -> None:
    path = tmp_path / "meldung.md"
    path.write_bytes(TEXT.encode())
    assert read_source(path).path == path.as_posix()
    assert read_source(str(path), "releases/meldung.md").path == "releases/meldung.md"


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "gone.md")
    for name, reason in (("gone.md", "no such file"), ("folder.md", "a folder"), ("link.md", "leads to no file")):
        with pytest.raises(LoadError, match=reason):
            read_source(tmp_path / name)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "no permission"),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error"),
        (OSError(), "cannot be read: OSError"),
    ],
)
def test_other_troubles_of_the_system_are_named(
    error: OSError, reason: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    (tmp_path / "a.md").write_text(TEXT)
    monkeypatch.setattr("builtins.open", fail)
    with pytest.raises(LoadError, match=reason):
        read_source(tmp_path / "a.md")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"\r\n%PDF-1.4 ...", b"PK\x03\x04....", b"MIME-Version: 1.0\n\nText"]
)
def test_a_document_has_no_text_before_its_loader_has_made_one(data: bytes) -> None:
    source = source_from_bytes(data, "a")
    assert (source.text, source.encoding, source.data) == ("", "", data)


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("a.md", "nur Text", "markdown"),
        ("a.markdown", "nur Text", "markdown"),
        ("a.MDOWN", "nur Text", "markdown"),
        ("a.txt", "# Titel", "text"),
        ("a.text", "**fett**", "text"),
        ("-", "nur Text\n\nmehr Text", "text"),
        ("-", "Text\n\n## Titel\n", "markdown"),
        ("-", "---\ntitle: x\n---\nText", "markdown"),
        ("-", "Mehr [dazu](https://www.stadt-ahrenfeld.de)", "markdown"),
        ("-", "Das **Bad** öffnet", "markdown"),
        ("-", "Text\n###\n", "text"),
        ("NEWS", "Text * mit * Sternen", "text"),
    ],
)
def test_the_format_is_told_by_the_suffix_else_by_the_text(path: str, text: str, name: str) -> None:
    assert detect(Source(path, text)) == name


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("-", "<!DOCTYPE html><p>x", "html"),
        ("a.htm", " <html>", "html"),
        ("a.html", "nur Text", "html"),
        ("-", '<?xml version="1.0"?><newsItem/>', "newsml"),
        ("-", '<?xml version="1.0"?><html/>', "html"),
        ("-", '{"headline": "x"}', "ninjs"),
    ],
)
def test_markup_is_told_by_what_it_begins_with(path: str, text: str, name: str) -> None:
    assert detect(Source(path, text)) == name


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("a.docx", b"Text", "plain text, although its name says a Word document: rename it to .txt or save it again"),
        ("a.docx", b"<html><p>x", "an HTML page, although its name says a Word document"),
        ("a.docx", b"%PDF-1.7", "a PDF document, although its name says a Word document"),
        ("a.pdf", b"Text", "plain text, although its name says a PDF document"),
        ("a.md", b"%PDF-1.7", "a PDF document, although its name says Markdown"),
    ],
)
def test_a_document_under_the_name_of_another_format_is_refused(path: str, data: bytes, reason: str) -> None:
    with pytest.raises(LoadError, match=reason):
        detect(source_from_bytes(data, path))


@pytest.mark.parametrize(
    ("root", "reason"),
    [
        ("pkg:package", r"a Word document as one XML file \(Flat OPC\)"),
        ("w:wordDocument", "a Word 2003 XML document"),
        ("office:document", "a flat OpenDocument file"),
    ],
)
def test_documents_in_one_file_of_xml_are_named(root: str, reason: str) -> None:
    text = f'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<{root} xmlns:x="y"/>'
    for path in ("a.xml", "a.docx", "-"):
        with pytest.raises(LoadError, match=f"this is {reason}, which presslint does not read"):
            detect(Source(path, text))


def test_the_format_can_be_said() -> None:
    source = Source("a.txt", "# Titel")
    assert load(source).format == "text"
    assert load(source, format="markdown").format == "markdown"
    with pytest.raises(LoadError, match="there is no format 'wordperfect'"):
        load(source, format="wordperfect")


def test_suffixes_of_all_formats_are_known() -> None:
    assert set(SUFFIXES) >= {".md", ".markdown", ".mdown", ".txt", ".text", ".html", ".docx", ".odt", ".pdf", ".eml"}


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "a.md")
        with pytest.raises(LoadError, match="no regular file"):
            read_source(tmp_path / "a.md")
    (tmp_path / "b.md").symlink_to("b.md")
    with pytest.raises(LoadError, match="leads back to itself"):
        read_source(tmp_path / "b.md")


def test_reasons_are_given_in_german_too(tmp_path: Path) -> None:
    for name, content, reason in (
        ("a.md", b"", "die Datei ist leer"),
        ("b.md", b"%PDF-1.7", "das ist ein PDF-Dokument, obwohl der Name Markdown verspricht: in .pdf umbenennen"),
        ("c.docx", b"PK", "das ist reiner Text, obwohl der Name ein Word-Dokument verspricht"),
        ("d.md", b"abc\0def", "Zeile 1 hat ein NUL-Byte"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(LoadError) as caught:
            detect(read_source(tmp_path / name))
        assert caught.value.in_("de").startswith(reason)
        assert caught.value.in_("en") == str(caught.value)


@pytest.mark.parametrize(
    ("head", "codec", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252", "windows-1252"),
        ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-15'>", "iso-8859-15", "iso8859-15"),
        ("<meta charset=windows-1250>", "cp1250", "cp1250"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso-8859-2", "iso8859-2"),
        ("<meta charset=utf-8>", "utf-8", "utf-8"),
        ("<meta charset=iso-8859-1>", "utf-8", "utf-8"),
        ("<meta charset=nothing>", "cp1252", "cp1252"),
        ("<meta charset=iso-8859-99>", "cp1252", "cp1252"),
        ("<meta charset=hex>", "cp1252", "cp1252"),
        ("<meta charset=euc-jp>", "cp1252", "cp1252"),
    ],
)
def test_a_page_is_decoded_as_it_declares(head: str, codec: str, encoding: str) -> None:
    source = source_from_bytes(f"<html>{head}<p>Bäder, Straße</p>".encode(codec), "a.html")
    assert "Bäder, Straße" in source.text
    assert source.encoding == encoding
