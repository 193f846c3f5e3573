"""Releases inside a file are files of their own."""

# ruff: noqa: E501 - what stands in a file is easier to read on its lines
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from presslint import api
from presslint.engine.flat import flat, result_of
from presslint.engine.linter import Linter
from presslint.load import read_source
from presslint.model.finding import Safety
from presslint.model.verdict import FileResult

TODAY = date(2018, 3, 1)
RELEASE = (
    "Ahrenfeld, 23. Februar 2018\n\nNeues Bad im Süden öffnet im Mai\n\nDie Stadt Ahrenfeld eröffnet am Montag, 15. Mai"
    " 2018, ihr neues Hallenbad im Süden. Das teilte die Stadt am Freitag mit.\n\nPressekontakt: Jana Brehm, Telefon:"
    " 02534 6112-340, presse@stadt-ahrenfeld.de\n"
)
COVER = "Guten Tag,\n\nanbei unsere Pressemitteilung.\n\nJana Brehm\n"


def mail(text: str, subject: str = "Neues Bad") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "presse@stadt-ahrenfeld.de"
    message["Date"] = "Fri, 23 Feb 2018 09:12:00 +0100"
    message.set_content(text)
    return message


def results(folder: Path, message: EmailMessage) -> list[FileResult]:
    path = folder / "mail.eml"
    path.write_bytes(message.as_bytes())
    return list(api.check_path(str(path), today=TODAY).unfolded())


def test_an_attached_release_is_checked_and_the_letter_lacks_nothing(tmp_path: Path) -> None:
    message = mail(COVER)
    for name in ("PM.txt", "PM.txt"):
        message.add_attachment(RELEASE.encode(), maintype="text", subtype="plain", filename=name)
    message.add_attachment(b"\xd0\xcf\x11\xe0", maintype="application", subtype="msword", filename="PM.doc")
    letter, first, second, old = results(tmp_path, message)
    assert letter.findings == ()
    assert first.path.endswith("mail.eml/PM.txt")
    assert second.path.endswith("mail.eml/PM-2.txt")
    assert [finding.rule for finding in first.findings] == ["DAT002"]
    assert all(fix.safety is Safety.MANUAL for finding in first.findings for fix in finding.fixes)
    assert old.error is not None
    assert "old Word document" in old.error
    assert result_of(flat(letter), letter.path, letter.text).parts[0] == result_of(flat(first), first.path, first.text)


def test_a_run_that_mends_checks_what_is_attached_too(tmp_path: Path) -> None:
    message = mail(COVER)
    message.add_attachment(RELEASE.encode(), maintype="text", subtype="plain", filename="PM.txt")
    path = tmp_path / "mail.eml"
    path.write_bytes(message.as_bytes())
    linter = Linter({}, today=TODAY)
    fixed = linter.fix(read_source(path), Safety.UNSAFE)
    assert fixed.applied == ()
    (part,) = fixed.result.parts
    assert [finding.rule for finding in part.findings] == ["DAT002"]
    marked = linter.fix(read_source(path), Safety.UNSAFE, lambda result: result._replace(findings=()))
    assert marked.before.parts[0].findings == ()


def test_mails_in_mails_end(tmp_path: Path) -> None:
    message = mail(RELEASE)
    for _ in range(6):
        outer = mail("zur Info\n")
        outer.add_attachment(message)
        message = outer
    found = results(tmp_path, message)
    assert [result.error for result in found] == [None] * len(found)
    assert 2 < len(found) <= 5


def test_only_so_many_parts_are_checked(tmp_path: Path) -> None:
    message = mail(COVER)
    for number in range(30):
        message.add_attachment(RELEASE.encode(), maintype="text", subtype="plain", filename=f"PM{number}.txt")
    assert len(results(tmp_path, message)) == 21


def test_all_items_of_a_message_are_checked(tmp_path: Path) -> None:
    def item(guid: str, text: str) -> str:
        return (
            f'<newsItem guid="{guid}" version="1" standard="NewsML-G2" standardversion="2.30" conformance="power">'
            "<catalogRef href='x'/><itemMeta><itemClass qcode='a:b'/><provider literal='c'/>"
            "<versionCreated>2018-02-23T10:00:00+01:00</versionCreated></itemMeta><contentMeta><headline>Neues Bad im Süden"
            f"</headline></contentMeta><contentSet><inlineXML><p xmlns='http://www.w3.org/1999/xhtml'>{text}</p></inlineXML>"
            "</contentSet></newsItem>\n"
        )

    path = tmp_path / "m.xml"
    first = "Die Stadt eröffnet am Dienstag, 15. Mai 2018, ihr neues Bad im Süden. Mehr sagt presse@stadt-ahrenfeld.de."
    second = first.replace("Dienstag", "Montag")
    path.write_text(
        '<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>\n'
        + item("a", first)
        + item("b", second)
        + "</itemSet></newsMessage>"
    )
    whole, part = api.check_path(str(path), today=TODAY, select=["DAT002"]).unfolded()
    assert whole.findings == ()
    assert part.path.endswith("m.xml/item-2.xml")
    assert [(finding.rule, finding.where.line) for finding in part.findings] == [("DAT002", 4)]
