from collections.abc import Callable
from typing import Any

from presslint.model.finding import Location, Severity, State
from presslint.model.verdict import FileResult, Skipped

Write = Callable[..., str]


def test_one_line_per_finding_and_a_last_one(draft: Any, written: Write) -> None:
    release = draft("Am Montag, 3. März.\nEnde.\n")
    result = release.result(
        release.finding("Montag", "It is a Tuesday."),
        release.finding("März", "Hm.", rule="LNK006", severity=Severity.WARNING),
        release.finding("Ende", "Oh.", rule="STR001", severity=Severity.INFO),
        release.finding("Am", state=State.SUPPRESSED),
        release.finding("Am", "No contact.", rule="CON001", span=None, where=Location(1, 1, 1, 1)),
        not_checked=(Skipped("LNK016", "needs --online"), Skipped("DAT005", "no date")),
    )
    assert (
        written("concise", result, FileResult("b.docx", error="not supported yet"))
        == """\
releases/a.md:1:4: E DAT002 It is a Tuesday.
releases/a.md:1:15: W LNK006 Hm.
releases/a.md:2:1: I STR001 Oh.
releases/a.md:1:1: E CON001 No contact.
b.docx:1:1: E SYS001 could not be read: not supported yet
2 errors, 1 warning, 1 info in 1 file; 1 suppressed; 1 path could not be read; 2 rules did not run
"""
    )


def test_quiet_leaves_the_findings(draft: Any, written: Write) -> None:
    release = draft("Am Montag")
    result = release.result(release.finding("Montag", "Hm."))
    assert written("concise", result, quiet=True) == "releases/a.md:1:4: E DAT002 Hm.\n"
    assert written("concise", result, quiet=True, statistics=True).endswith("\n1  DAT002  weekday-date-mismatch\n")
    assert written("concise", release.result(), quiet=True) == ""
    assert written("concise", release.result(), language="de") == "Keine Befunde in 1 Datei\n"


def test_nothing_is_called_clean_that_was_not_read(written: Write) -> None:
    assert written("concise", FileResult("b", error="empty")) == (
        "b:1:1: E SYS001 could not be read: empty\n1 path could not be read\n"
    )


def test_a_page_does_not_get_between_path_and_line(draft: Any, written: Write) -> None:
    release = draft("Am Montag")
    finding = release.finding("Montag", "Hm.", where=Location(2, 3, 2, 9, page=4))
    assert written("concise", release.result(finding), quiet=True) == "releases/a.md:2:3: E DAT002 Hm. (page 4)\n"


def test_nothing_of_a_release_makes_a_second_line(draft: Any, written: Write) -> None:
    release = draft("Am Montag")
    result = release.result(release.finding("Montag", "a\nb\x1b[0m\u2028c"), path="x\ny\udce4.md")
    assert written("concise", result, quiet=True) == ("x\\x0ay\\udce4.md:1:4: E DAT002 a\\x0ab\\x1b[0m↵c\n")


def test_a_run_that_breaks_off_says_so(draft: Any, written: Write) -> None:
    text = written("concise", draft("x").result(), abort="disk full", language="de")
    assert text == "Keine Befunde in 1 Datei\nDer Lauf wurde nicht beendet: disk full\n"
