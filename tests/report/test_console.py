"""What people see of a run."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from presslint import packs
from presslint.model.finding import Safety, Severity, State
from presslint.model.rule import RulePage
from presslint.model.values import Words
from presslint.model.verdict import FileResult, Skipped

Write = Callable[..., str]

TEXT = """\
---
date: 2026-03-02
---
# Stadt Ahrenfeld eröffnet die Messe

Die Pressekonferenz ist am Montag, 3. März 2026, im Rathaus.

Viele suchen eine neue Per-

spektivisch angelegte Förderung.
Tel. 02931 5550-12, Fax 02931 5550-12
"""


def test_hostile_text_reaches_no_terminal(draft: Any, written: Write) -> None:
    hostile = "\x1b]0;x\x07\x9b31m\u202e[bold]red[/bold] :smile: \u200b"
    release = draft(f"Vor {hostile} nach")
    finding = release.finding(
        hostile, hostile, related=[("nach", hostile)], fixes=[release.fix(hostile, Safety.SAFE, ("nach", hostile))]
    )
    for color in (False, True):
        text = written("rich", release.result(finding, path=f"{hostile}.md"), color=color)
        assert "[bold]red[/bold] :smile:" in text
        assert not set(text) & set("\x07\x9b\u202e\u200b")
        assert "\x1b]" not in text


def test_colours_are_all_that_colour_adds(draft: Any, written: Write) -> None:
    import re

    release = draft(TEXT)
    finding = release.finding(
        "Montag", related=[("date", "here")], fixes=[release.fix("Mend", Safety.SAFE, ("Montag", "Dienstag"))]
    )
    result = release.result(finding, not_checked=(Skipped("LNK016", "needs --online"),))
    colored = written("rich", result, color=True)
    assert "\x1b[1;31merror[DAT002]\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == written("rich", result)
    assert written("rich", result, color=True) == colored


def test_the_closing_lines_say_what_nobody_looked_at(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    skipped = (Skipped("LNK016", "needs --online"), Skipped("DAT005", "the release date is unknown"))
    findings = [
        release.finding("Montag"),
        release.finding("März", severity=Severity.WARNING),
        release.finding("Rathaus", severity=Severity.INFO),
        release.finding("Viele", state=State.SUPPRESSED),
        release.finding("neue", state=State.BASELINED),
    ]
    results = [
        release.result(*findings, not_checked=skipped),
        release.result(path="b.md", not_checked=(*skipped, Skipped("DAT007", "the release date is unknown"))),
        FileResult("c.docx", error="DOCX is not supported yet"),
    ]
    text = written("rich", *results)
    assert (
        text[text.index("error[SYS001]") :]
        == """\
error[SYS001]: could not be read: DOCX is not supported yet
 --> c.docx

1 error, 1 warning, 1 info in 1 of 2 files.
1 suppressed, 1 in the baseline.
1 path could not be read.
Not checked:
  needs --online: LNK016 (2 files)
  the release date is unknown: DAT005 (2 files)
  the release date is unknown: DAT007 (1 file)
"""
    )
    assert "Viele" not in text.replace("Viele suchen", "")


def test_nothing_found_is_said_of_what_was_read(written: Write) -> None:
    clean, unread = FileResult("a.md", text="x"), FileResult("b.md", error="empty")
    assert written("rich", clean) == "No findings in 1 file.\n"
    assert written("rich", clean, clean, language="de") == "Keine Befunde in 2 Dateien.\n"
    assert written("rich", unread, language="de") == (
        "Fehler[SYS001]: nicht lesbar: empty\n --> b.md\n\n1 Pfad nicht lesbar.\n"
    )
    assert written("rich", clean, quiet=True) == ""


def test_statistics_count_the_rules_also_when_quiet(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    link = release.finding("date", rule="LNK006", name="insecure-http", severity=Severity.WARNING)
    result = release.result(*[link] * 10, release.finding("Montag"), release.finding("Viele", state=State.SUPPRESSED))
    text = written("rich", result, quiet=True, statistics=True)
    assert text.endswith("\n\n10  LNK006  insecure-http\n 1  DAT002  weekday-date-mismatch\n")
    assert "\n\n10  LNK006  insecure-http\n" in written("rich", result, statistics=True)


def test_why_is_said_once_per_rule_where_asked_for(draft: Any, written: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    page = RulePage(Words("It confuses. " * 8, "Es verwirrt."), Words("Check it.", "Prüfen."), (), (), "0.1.0")
    monkeypatch.setattr(packs, "pages", lambda folders: {"DAT002": page} if folders == ("house",) else {})
    release = draft(TEXT)
    result = release.result(
        release.finding("Montag", url="https://www.stadt-ahrenfeld.de/DAT002"),
        release.finding("März"),
        release.finding("Viele", rule="SYS003", name="suppression-unused"),
    )
    text = written("rich", result, explain=True, quiet=True, packs=("house",), width=60)
    assert text.count("why") == 1
    assert (
        text[text.index("  = why") : text.index("error[DAT002]", 9)]
        == """\
  = why: It confuses. It confuses. It confuses. It confuses.
    It confuses. It confuses. It confuses. It confuses.
  = instead: Check it.
  = more: https://www.stadt-ahrenfeld.de/DAT002

"""
    )
    assert "  = Warum: Es verwirrt.\n  = Stattdessen: Prüfen.\n" in written(
        "rich", result, explain=True, language="de", packs=("house",)
    )


def test_a_run_that_breaks_off_says_so(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    text = written("rich", release.result(release.finding("Montag")), abort="KeyboardInterrupt", quiet=True)
    assert text.endswith("\n\nThe run did not finish: KeyboardInterrupt\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_streams_that_lack_characters_get_all_of_it(encoding: str, draft: Any, written: Write) -> None:
    release = draft("„Über“ 日本 – 👩 Montag\n")
    result = release.result(release.finding("Montag", "„Montag“ ist für 日本 falsch."), path="ä.md")
    unread = FileResult("b", error="„für“")
    lines = written("rich", result, unread, encoding=encoding, language="de").splitlines()
    assert lines[3].startswith("1 | ")
    assert lines[3].index("Montag") == lines[4].index("^~~~~~")
    assert written("rich", result, unread, encoding=encoding, color=True, statistics=True)
    assert written("concise", result, unread, encoding=encoding, color=True, statistics=True, language="de")


def test_a_line_of_megabytes_is_shown_at_once(draft: Any, written: Write) -> None:
    release = draft("x " * 1_250_000 + "Montag" + " y" * 1_250_000)
    finding = release.finding("Montag", fixes=[release.fix("Mend", Safety.SAFE, ("Montag", "Dienstag"))])
    started = time.perf_counter()
    text = written("rich", release.result(*[finding] * 100))
    assert time.perf_counter() - started < 3
    assert max(map(len, text.splitlines())) <= 100


def test_a_field_is_a_place(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    finding = release.finding("2026-03-02", where=release.where(release.span("2026-03-02"), "field:date"))
    assert "2 │ date: 2026-03-02\n  │       ^^^^^^^^^^\n" in written("rich", release.result(finding))
