import re
from collections.abc import Callable
from typing import Any

from presslint.model.finding import Location, Severity, State
from presslint.model.verdict import FileResult, Skipped

Write = Callable[..., str]

COMMAND = re.compile(r"::(error|warning|notice) ([a-zA-Z]+=[^:,\n]*(?:,[a-zA-Z]+=[^:,\n]*)*)::([^\n]+)\n")


def test_a_command_per_finding_and_a_summary_for_the_log(draft: Any, written: Write) -> None:
    release = draft("Am Montag,\n3. März.")
    result = release.result(
        release.finding("Montag", "50 % wrong: it is a Tuesday."),
        release.finding("Montag,\n3", "Over two lines.", severity=Severity.WARNING),
        release.finding("März", "No contact.", severity=Severity.INFO, span=None, where=Location(1, 1, 1, 1)),
        release.finding("März", state=State.SUPPRESSED),
        path="a,b:c.md",
        not_checked=(Skipped("LNK016", "needs --online"),),
    )
    name = "title=DAT002 weekday-date-mismatch"
    assert (
        written("github", result, FileResult("b.docx", error="not supported yet"))
        == f"""\
::error file=a%2Cb%3Ac.md,line=1,col=4,endLine=1,endColumn=10,{name}::50 %25 wrong: it is a Tuesday.
::warning file=a%2Cb%3Ac.md,line=1,endLine=2,{name}::Over two lines.
::notice file=a%2Cb%3Ac.md,line=1,{name}::No contact.
::error file=b.docx,title=SYS001::could not be read: not supported yet
1 error, 1 warning, 1 info in 1 file.
1 suppressed.
1 path could not be read.
Not checked: needs --online: LNK016 (1 file)
"""
    )


def test_annotations_that_the_service_does_not_show_are_counted(draft: Any, written: Write) -> None:
    release = draft("Am Montag")
    error = release.finding("Montag")
    warning = error._replace(severity=Severity.WARNING)
    text = written("github", release.result(*[error] * 11, *[warning] * 12), FileResult("b", error="empty"))
    assert text.endswith("\n4 findings not shown as annotations: the service shows 10 of a kind per step.\n")
    assert "annotations" not in written("github", release.result(*[error] * 10, *[warning] * 10))
    german = written("github", release.result(*[error] * 11), language="de")
    assert german.endswith("\n1 Befund nicht als Anmerkung gezeigt: Der Dienst zeigt je Schritt 10 einer Art.\n")


def test_nothing_of_a_release_becomes_a_command(draft: Any, written: Write) -> None:
    hostile = "x\n::error::a\r::set-output name=b::c%0A::stop-commands::d\u2028::warning::e\x85\x0b::f,line=1::g"
    release = draft(hostile)
    finding = release.finding(hostile, hostile, name=hostile, related=[("x", hostile)])
    result = release.result(finding, path=hostile, not_checked=(Skipped(hostile, hostile),))
    for abort in ("", hostile):
        text = written("github", result, FileResult(hostile, error=hostile), abort=abort)
        commands = [line for line in text.splitlines(keepends=True) if line.startswith("::")]
        assert len(commands) == (3 if abort else 2)
        assert all(COMMAND.fullmatch(line) for line in commands)
        assert not re.search(r"^\s*(?:::|##\[)", text.replace("".join(commands), ""), re.MULTILINE)


def test_a_run_that_breaks_off_is_an_annotation(draft: Any, written: Write) -> None:
    text = written("github", draft("x").result(), abort="disk full")
    assert text == "::error title=presslint::The run did not finish: disk full\nNo findings in 1 file.\n"
