"""What people see, as whole snapshots."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from presslint import packs
from presslint.model.finding import Location, RelatedFinding, Safety, Severity, State
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


def test_two_places_on_two_lines_and_both_corrections(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    finding = release.finding(
        "Montag",
        "“Montag” does not match 3 March 2026: it is a Tuesday.",
        related=[("2026-03-02", "release date")],
        fixes=[
            release.fix("Write Dienstag", Safety.MANUAL, ("Montag", "Dienstag")),
            release.fix("Write 2. März 2026", Safety.MANUAL, ("3. März 2026", "2. März 2026")),
        ],
    )
    assert (
        written("rich", release.result(finding))
        == """\
error[DAT002]: “Montag” does not match 3 March 2026: it is a Tuesday. (weekday-date-mismatch)
 --> releases/a.md:6:28
  │
2 │ date: 2026-03-02
  │       ────────── release date
  ┆
6 │ Die Pressekonferenz ist am Montag, 3. März 2026, im Rathaus.
  │                            ^^^^^^
  │
  = Write Dienstag (by hand)
  - Die Pressekonferenz ist am Montag, 3. März 2026, im Rathaus.
  + Die Pressekonferenz ist am Dienstag, 3. März 2026, im Rathaus.
  = Write 2. März 2026 (by hand)
  - Die Pressekonferenz ist am Montag, 3. März 2026, im Rathaus.
  + Die Pressekonferenz ist am Montag, 2. März 2026, im Rathaus.

1 error in 1 file.
Can be fixed: 1 by hand.
"""
    )


def test_two_places_on_one_line_in_german(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    finding = release.finding(
        "Fax 02931 5550-12",
        "Telefon und Fax haben dieselbe Nummer.",
        rule="CON009",
        name="phone-equals-fax",
        severity=Severity.WARNING,
        related=[("Tel. 02931 5550-12", "Telefon")],
    )
    assert (
        written("rich", release.result(finding), language="de")
        == """\
Warnung[CON009]: Telefon und Fax haben dieselbe Nummer. (phone-equals-fax)
  --> releases/a.md:11:21
   │
11 │ Tel. 02931 5550-12, Fax 02931 5550-12
   │ ──────────────────  ^^^^^^^^^^^^^^^^^
   │ ╰ Telefon

1 Warnung in 1 Datei.
"""
    )


def test_a_span_over_lines_in_plain_characters(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    part = "Per-\n\nspektivisch"
    finding = release.finding(
        part, "The word is broken.", rule="EXT001", name="word-broken", severity=Severity.INFO,
        related=[("neue", "the words before")], fixes=[release.fix("Join", Safety.SAFE, (part, "Perspektivisch"))],
    )  # fmt: skip
    assert (
        written("rich", release.result(finding), ascii=True)
        == """\
info[EXT001]: The word is broken. (word-broken)
  --> releases/a.md:8:24
   |
 8 | Viele suchen eine neue Per-
   |                   ---- ^~~~
   |                   the words before
 9 |
10 | spektivisch angelegte Förderung.
   | ^~~~~~~~~~~
   |
   = Join (with --fix)
   - Viele suchen eine neue Per-
   - spektivisch angelegte Förderung.
   + Viele suchen eine neue Perspektivisch angelegte Förderung.

1 info in 1 file.
Can be fixed: 1 with --fix.
"""
    )


def test_a_narrow_window_on_a_long_line(draft: Any, written: Write) -> None:
    release = draft(f"{'Viele Gäste kommen. ' * 20}Am Montag, 3. März. {'Alle freuen sich. ' * 20}")
    finding = release.finding("Montag", fixes=[release.fix("Dienstag", Safety.UNSAFE, ("Montag", "Dienstag"))])
    assert (
        written("rich", release.result(finding), width=50)
        == """\
error[DAT002]: Something is wrong here. (weekday-date-mismatch)
 --> releases/a.md:1:404
  │
1 │ …Gäste kommen. Am Montag, 3. März. Alle…
  │                   ^^^^^^
  │
  = Dienstag (with --fix --unsafe-fixes)
  - …Gäste kommen. Am Montag, 3. März. Alle…
  + …Gäste kommen. Am Dienstag, 3. März. Alle…

1 error in 1 file.
Can be fixed: 1 with --fix --unsafe-fixes.
"""
    )


def test_what_has_no_place_in_the_text(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    top = Location(1, 1, 1, 1)
    missing = release.finding("Montag", "There is no contact.", span=None, where=top, snippet="")
    field = release.finding("Montag", "The title is too long.", span=None, where=top, snippet="A title")
    assert (
        written("rich", release.result(missing, field), quiet=True)
        == """\
error[DAT002]: There is no contact. (weekday-date-mismatch)
 --> releases/a.md

error[DAT002]: The title is too long. (weekday-date-mismatch)
 --> releases/a.md
  │
  │ A title
"""
    )


def test_places_elsewhere(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    here = RelatedFinding(Location(1, 1, 1, 1), None, "the file name says 1 March 2026")
    there = RelatedFinding(Location(3, 5, 3, 9), release.span("date"), "said here", "other.md")
    many = release.finding("Montag", related=[("im", "again")] * 7)
    finding = many._replace(related=(here, there, *many.related, *[here] * 5))
    assert (
        written("rich", release.result(finding), quiet=True)
        == """\
error[DAT002]: Something is wrong here. (weekday-date-mismatch)
 --> releases/a.md:6:28
  │
6 │ Die Pressekonferenz ist am Montag, 3. März 2026, im Rathaus.
  │                            ^^^^^^                ── again
  │                                                  ── again
  │                                                  ── again
  │                                                  ── again
  │                                                  ── again
  │
  = the file name says 1 March 2026
 ::: other.md:3:5 said here
  = the file name says 1 March 2026
  = the file name says 1 March 2026
  = the file name says 1 March 2026
  = and 4 places elsewhere
"""
    )


def test_a_second_place_is_shown_where_the_first_is_none(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    top = Location(1, 1, 1, 1)
    finding = release.finding("Montag", span=None, where=top, snippet="draft.md", related=[("date", "here")])
    assert (
        written("rich", release.result(finding), quiet=True)
        == """\
error[DAT002]: Something is wrong here. (weekday-date-mismatch)
 --> releases/a.md
  │
2 │ date: 2026-03-02
  │ ──── here
"""
    )


def test_a_page_and_a_line_that_is_not_the_line_of_the_text(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    where = release.where(release.span("Montag"))._replace(line=98, end_line=98, page=3)
    there = RelatedFinding(where._replace(line=100, end_line=100), release.span("suchen"), "why")
    finding = release.finding("Montag", where=where)._replace(related=(there,))
    lines = written("rich", release.result(finding), language="de", quiet=True).splitlines()
    assert lines[1:4] == [
        "   --> releases/a.md:98:28 (Seite 3)",
        "    │",
        " 98 │ Die Pressekonferenz ist am Montag, 3. März 2026, im Rathaus.",
    ]
    assert "100 │ Viele suchen eine neue Per-" in lines


def test_a_fix_of_many_places(draft: Any, written: Write) -> None:
    release = draft("eins\nzwei\ndrei\nvier\n")
    fix = release.fix("Count", Safety.SAFE, ("eins", "1"), ("zwei", "2"), ("drei", "3"), ("vier", "4"))
    assert (
        written("rich", release.result(release.finding("zwei", fixes=[fix])), quiet=True)
        == """\
error[DAT002]: Something is wrong here. (weekday-date-mismatch)
 --> releases/a.md:2:1
  │
2 │ zwei
  │ ^^^^
  │
  = Count (with --fix)
  - eins
  + 1
  - zwei
  + 2
    2 more changes
"""
    )


def test_a_text_that_was_not_handed_on(draft: Any, written: Write) -> None:
    release = draft(TEXT)
    finding = release.finding("Montag", fixes=[release.fix("Write Dienstag", Safety.MANUAL, ("Montag", "Dienstag"))])
    assert (
        written("rich", release.result(finding)._replace(text=""), quiet=True)
        == """\
error[DAT002]: Something is wrong here. (weekday-date-mismatch)
 --> releases/a.md:6:28
  │
  │ Montag
  │
  = Write Dienstag (by hand)
"""
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_columns_after_tabs_wide_characters_and_every_line_end(newline: str, draft: Any, written: Write) -> None:
    release = draft(newline.join(["Titel", "a\t日本👩ä Montag", "Ende"]))
    lines = written("rich", release.result(release.finding("Montag")), quiet=True).splitlines()
    assert lines[1:] == [
        " --> releases/a.md:2:8",
        "  │",
        "2 │ a    日本👩ä Montag",
        "  │              ^^^^^^",
    ]


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
1 file could not be read.
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
        "Fehler[SYS001]: nicht lesbar: empty\n --> b.md\n\n1 Datei nicht lesbar.\n"
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
