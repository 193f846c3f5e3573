"""Mail: its text as a mail program shows it, its header, and what is attached."""

# ruff: noqa: E501 - what stands in a file is easier to read on its lines
import time
from contextlib import suppress
from email.message import EmailMessage

import pytest

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.load.eml import attachments
from presslint.load.mail_parts import MAX_DEPTH, read_mail, words
from presslint.model.release import Release, TraceKind
from presslint.text.span import SourceSpan

TEXT = (
    "Ahrenfeld, 23. Februar 2018\n\nNeues Bad im Süden öffnet im Mai\n\nDie Stadt Ahrenfeld eröffnet im Mai ihr neues"
    " Hallenbad im Süden der Stadt. Das teilte die Verwaltung am Freitag mit.\n"
)
LONG = TEXT + "\nDas Bad hat sechs Bahnen, und Schulen können ab Juni Zeiten buchen.\n" * 20
PAGE = (
    '<html><head><title>no</title></head><body><p>Die Stadt öffnet ihr Bad.</p><p>Es ist <a href="https://a.de">neu</a>.'
    '</p><img src="cid:logo" alt="Logo"><p style="display:none">Versteckt</p></body></html>'
)


def mail(text: str = TEXT, subject: str = "Neues Bad im Süden", cte: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Presse <presse@stadt-ahrenfeld.de>"
    message["Date"] = "Fri, 23 Feb 2018 09:12:00 +0100"
    message.set_content(text, cte=cte)
    return message


def read(message: EmailMessage | bytes, path: str = "a.eml") -> Release:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return load(source_from_bytes(data, path))


def raw(header: str, body: bytes = TEXT.encode()) -> bytes:
    return f"From: a@b.de\r\nSubject: x\r\n{header}\r\n\r\n".encode() + body


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_text_is_read_whatever_it_was_packed_in(encoding: str) -> None:
    release = read(mail(cte=encoding))
    assert release.source.text.rstrip() == TEXT.rstrip()
    assert release.source.derived
    assert release.format == "eml"
    assert release.text.startswith("Ahrenfeld, 23. Februar 2018\n\nNeues Bad im Süden öffnet im Mai\n\nDie Stadt")
    fields = {field.key: (field.name, field.value) for field in release.fields}
    assert fields["Subject"] == ("subject", "Neues Bad im Süden")
    assert fields["Date"] == ("sent", "Fri, 23 Feb 2018 09:12:00 +0100")
    assert not release.notes
    assert not release.cover


def test_a_subject_is_the_title_of_a_text_without_headline() -> None:
    release = read(mail("Die Stadt Ahrenfeld eröffnet im Mai ihr neues Hallenbad im Süden der Stadt.\n"))
    assert [field.key for field in release.fields if field.name == "title"] == ["Subject"]


@pytest.mark.parametrize(
    ("charset", "body", "text", "said"),
    [
        ("iso-8859-1", "„Süd“".encode("cp1252"), "„Süd“", ""),
        ("us-ascii", "Süd".encode("cp1252"), "Süd", "us-ascii"),
        ("us-ascii", "Süd".encode(), "Süd", "us-ascii"),
        ("utf-8", "Süd".encode("cp1252"), "Süd", "utf-8"),
        ("x-unknown", "Süd".encode(), "Süd", "x-unknown"),
        ("unicode_escape", b"S\\u00fcd", "S\\u00fcd", "unicode_escape"),
        ("utf-8", b"\xef\xbb\xbfS\xc3\xbcd", "Süd", ""),
        ("iso-8859-2", "Łódź".encode("iso-8859-2"), "Łódź", ""),
        ("", "Süd".encode("cp1252"), "Süd", "us-ascii"),
        ("utf-7", b"+2AA-", "+2AA-", "utf-7"),
    ],
)
def test_charsets_that_are_wrong_are_read_and_told(charset: str, body: bytes, text: str, said: str) -> None:
    release = read(raw(f"Content-Type: text/plain; charset={charset}" if charset else "X-A: b", body))
    assert release.text == text
    assert [dict(note.args)["said"] for note in release.notes] == ([said] if said else [])


def test_html_is_what_a_reader_sees() -> None:
    message = mail()
    message.add_alternative(PAGE, subtype="html")
    release = read(message)
    assert release.text == release.source.text == "Die Stadt öffnet ihr Bad.\n\nEs ist neu."
    assert release.other.startswith("Ahrenfeld, 23.")
    assert [(mark.target, mark.at) for mark in release.marks] == [("https://a.de", SourceSpan(34, 37))]
    assert [trace.text for trace in release.traces] == ["Versteckt"]
    message.make_mixed()
    message.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    assert read(message).text == release.text


def test_html_without_text_leaves_the_plain_one() -> None:
    message = mail()
    message.add_alternative('<html><body><img src="cid:a"></body></html>', subtype="html")
    assert read(message).text.startswith("Ahrenfeld, 23. Februar 2018")
    bare = EmailMessage()
    bare["Subject"] = "Bad"
    bare.set_content('<html><body><img src="cid:a"></body></html>', subtype="html")
    with pytest.raises(LoadError, match="no text"):
        read(bare)


def test_several_texts_are_one() -> None:
    message = mail("Erster Teil.\n")
    message.make_mixed()
    second = EmailMessage()
    second.set_content("Zweiter Teil.\n")
    message.attach(second)
    assert read(message).text == "Erster Teil.\n\nZweiter Teil."


def test_soft_line_ends_are_taken_back() -> None:
    body = b"Die Stadt \nAhrenfeld baut.\n\n> Zitat \n> weiter\n>> tief\n-- \nJana\n"
    flowed = read(raw("Content-Type: text/plain; format=flowed", body))
    assert flowed.source.text == "Die Stadt Ahrenfeld baut.\n\n> Zitat weiter\n>> tief\n-- \nJana\n"
    joined = read(raw("Content-Type: text/plain; format=flowed; delsp=yes", b"Haus \nboot\n"))
    assert joined.source.text == "Hausboot\n"


@pytest.mark.parametrize(
    ("data", "english"),
    [
        (raw("Content-Type: multipart/encrypted; boundary=b", b"--b\r\n\r\nx\r\n--b--"), "encrypted (PGP)"),
        (raw("Content-Type: application/pkcs7-mime; smime-type=enveloped-data", b"x"), "encrypted (S/MIME)"),
        (raw("Content-Type: application/pkcs7-mime; smime-type=signed-data", b"x"), "wrapped in its signature"),
        (raw("Content-Type: application/ms-tnef; name=winmail.dat", b"x"), "winmail.dat"),
        (raw("Content-Type: application/octet-stream; name=winmail.dat", b"x"), "winmail.dat"),
        (raw("X-A: b", b"-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n"), "encrypted (PGP)"),
        (raw("X-A: b", b" \n"), "has no text"),
        (raw("Content-Type: image/png; name=a.png", b"x"), "has no text"),
        (b"nothing like a header\n\nText", "this is no mail"),
        (b"\n\nText", "this is no mail"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, english: str) -> None:
    with pytest.raises(LoadError) as caught:
        read(data)
    assert english in str(caught.value)
    assert caught.value.german


def test_what_is_signed_is_read_without_its_signature() -> None:
    clear = (
        b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nDas Bad ist neu.\n-----BEGIN PGP SIGNATURE-----\n\nabc\n"
    )
    assert read(raw("X-A: b", clear + b"-----END PGP SIGNATURE-----\n")).text == "Das Bad ist neu."
    parts = b"--b\r\n\r\nDas Bad ist neu.\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--b--"
    release = read(raw("Content-Type: multipart/signed; boundary=b", parts))
    assert release.text == "Das Bad ist neu."
    assert release.traces == ()


def attached(*files: tuple[str, str], text: str) -> EmailMessage:
    message = mail(text)
    for name, kind in files:
        maintype, _, subtype = kind.partition("/")
        message.add_attachment(LONG.encode(), maintype=maintype, subtype=subtype, filename=name)
    return message


COVER = "Guten Tag,\n\nanbei unsere Pressemitteilung.\n\nJana Brehm\n"


@pytest.mark.parametrize(
    ("text", "files", "releases"),
    [
        (COVER, [("bad.txt", "text/plain"), ("bad.png", "image/png")], ["bad.txt"]),
        (COVER, [("Lebenslauf.docx", "application/octet-stream"), ("neu.odt", "application/x")], ["neu.odt"]),
        (COVER, [("programm.pdf", "application/pdf")], []),
        (LONG, [("bad.txt", "text/plain")], []),
        (
            LONG,
            [("PM_12_Bad.txt", "text/plain"), ("press-release.html", "text/html")],
            ["PM_12_Bad.txt", "press-release.html"],
        ),
        (COVER, [("smime.p7s", "application/pkcs7-signature")], []),
    ],
)
def test_releases_are_told_from_other_attachments(text: str, files: list[tuple[str, str]], releases: list[str]) -> None:
    message = attached(*files, text=text)
    source = source_from_bytes(message.as_bytes(), "a.eml")
    assert [name for name, _ in attachments(source)] == releases
    release = read(message)
    assert release.cover is (text is COVER and bool(releases))
    assert [trace.text for trace in release.traces if trace.kind is TraceKind.ATTACHMENT] == [
        name for name, _ in files if not name.endswith("p7s")
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Temp\\PM.txt", "PM.txt"),
        ("PM\x00\x1b[31m\u202etxt.exe.txt", "PM[31mtxt.exe.txt"),
        ("", "part-1.txt"),
        ("..", "part-1.txt"),
        ("=?utf-8?Q?PM_B=C3=A4der=2Etxt?=", "PM Bäder.txt"),
        ("PM", "PM.txt"),
    ],
)
def test_names_of_attachments_are_harmless(name: str, shown: str) -> None:
    head = "Content-Type: multipart/mixed; boundary=b"
    quoted = name.replace("\\", "\\\\")
    part = (
        f'--b\r\n\r\nanbei\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="{quoted}"'
    )
    release = read(raw(head, part.encode() + b"\r\n\r\nText\r\n--b--"))
    assert [trace.text for trace in release.traces] == [shown]


def test_a_mail_in_a_mail_is_attached() -> None:
    outer = mail("zur Info\n", subject="WG: Bad")
    outer.add_attachment(mail())
    release = read(outer)
    assert release.cover
    assert [field.name for field in release.fields if field.key == "Subject"] == ["subject"]
    ((name, part),) = attachments(release.source)
    assert (name, part.kind) == ("part-1.eml", "message/rfc822")
    bare = raw(
        "Content-Type: multipart/mixed; boundary=b",
        b"--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a\r\n\r\nx\r\n--b--",
    )
    assert read(bare).text == ""


def test_pictures_of_a_page_are_not_attached() -> None:
    related = (
        b"--b\r\nContent-Type: text/plain\r\nContent-ID: <r>\r\n\r\nDas Bad ist neu.\r\n--b\r\nContent-Type: image/png\r\n"
        b"Content-ID: <a>\r\n\r\nx\r\n--b\r\nContent-Type: application/pdf\r\n"
        b"Content-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n--b--"
    )
    release = read(raw('Content-Type: multipart/related; boundary=b; start="<r>"', related))
    assert release.text == "Das Bad ist neu."
    assert [trace.text for trace in release.traces] == ["a.pdf"]


def test_alternatives_without_html_or_text() -> None:
    parts = b"--b\r\nContent-Type: text/calendar\r\n\r\nx\r\n--b\r\nContent-Type: text/plain\r\n\r\nDas Bad.\r\n--b--"
    assert read(raw("Content-Type: multipart/alternative; boundary=b", parts)).text == "Das Bad."
    with pytest.raises(LoadError, match="has no text"):
        read(
            raw(
                "Content-Type: multipart/alternative; boundary=b",
                b"--b\r\nContent-Type: text/calendar\r\n\r\nx\r\n--b--",
            )
        )
    assert read(raw("Content-Type: multipart/mixed", b"Das Bad.")).text == "Das Bad."


def test_limits_of_parts() -> None:
    nested = b"Das Bad.\r\n"
    for depth in range(MAX_DEPTH + 5):
        nested = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n%s\r\n--b%d--\r\n" % (
            depth,
            depth,
            nested,
            depth,
        )
    with pytest.raises(LoadError, match="nested more than 20 levels"):
        read(b"From: a@b.de\r\n" + nested)
    many = b"--b\r\n\r\nx\r\n" * 1000
    with pytest.raises(LoadError, match="more than 500 parts"):
        read(raw("Content-Type: multipart/mixed; boundary=b", many))
    assert len(read_mail(b"From a@b Mon\nFrom: x\n\nText").fields) == 1
    with pytest.raises(LoadError, match="header of the mail has more than 1000000 bytes"):
        read(raw("X: " + "a" * 2_000_000))
    with pytest.raises(LoadError, match="text of the mail has more than 4194304 bytes"):
        read(raw("X: y", b"wort " * 1_000_000))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=?utf-8?q?S=C3=BCd?= =?iso-8859-1?q?=FCd?=", "Südüd"),
        ("=?x-unknown?q?S=FCd?=", "Süd"),
        ("=?utf-8?b?!!!?=", ""),
        ("=?utf-8?b?a?=", "=?utf-8?b?a?="),
        ("=?x-unknown?q?S=C3=BCd?=", "Süd"),
        ("a\t b", "a b"),
    ],
)
def test_encoded_words(value: str, shown: str) -> None:
    assert words(value) == shown


def test_broken_packing_is_read_as_far_as_it_goes() -> None:
    assert read(raw("Content-Transfer-Encoding: base64", b"RGFzIEJhZC4gRQ=!=\xff")).text == "Das Bad. E"
    assert read(raw("Content-Transfer-Encoding: base64", b"RGFzI")).text == "Das"
    assert read(raw("Content-Transfer-Encoding: quoted-printable", b"Das=20Bad=2E=ZZ")).text.startswith("Das Bad.")


@pytest.mark.parametrize(
    "data",
    [
        raw("X: " + "a" * 900_000),
        raw("Content-Type: multipart/mixed; boundary=b", b"--b" * 300_000),
        b"From: a\r\n" + b"X: y\r\n" * 200_000 + b"\r\nText",
        raw("Subject: " + "=?utf-8?q?a?= " * 100_000),
        raw("Content-Type: text/plain; " + "a=b; " * 100_000),
        raw("Content-Type: text/plain; format=flowed", b"a \n" * 100_000),
    ],
)
def test_huge_headers_take_no_longer_than_they_must(data: bytes) -> None:
    began = time.process_time()
    with suppress(LoadError):
        read(data)
    assert time.process_time() - began < 3
