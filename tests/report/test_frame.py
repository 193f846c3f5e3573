"""Findings as people see them, as whole snapshots."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presslint import packs
from presslint.model.finding import Fix, Location, RelatedFinding, Safety, Severity
from presslint.report.face import Face
from presslint.text.edits import Edit
from presslint.text.span import SourceSpan

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
Fixes: 1 by hand.
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
Fixes: 1 with --fix.
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
Fixes: 1 with --fix --unsafe-fixes.
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


@pytest.fixture(autouse=True)
def _pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "pages", lambda _: {})


_TEXTS = st.text(st.sampled_from("ab cdä日👩\t\u0301\x1b\u202e\r\n"), min_size=1, max_size=300)


@st.composite
def _drafts(draw: st.DrawFn) -> tuple[str, list[SourceSpan]]:
    text = draw(_TEXTS)
    ends = sorted(draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    return text, [SourceSpan(*ends[:2]), SourceSpan(*ends[2:]), SourceSpan(ends[1], ends[3])]


@given(drafted=_drafts(), new=_TEXTS, plain=st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_place_in_any_text_can_be_shown(
    draft: Any, written: Write, *, drafted: tuple[str, list[SourceSpan]], new: str, plain: bool
) -> None:
    text, (first, second, third) = drafted
    release = draft(text)
    fix = Fix("Mend", Safety.SAFE, tuple(sorted({Edit(first, new), Edit(second, "x")})))
    fixes = (fix,) if first.end < second.start else ()
    finding = release.finding(text[:1])._replace(
        span=first,
        where=release.where(first),
        related=tuple(RelatedFinding(release.where(span), span, "note") for span in (second, third)),
        fixes=fixes,
    )
    shown = written("rich", release.result(finding), ascii=plain, quiet=True, width=60)
    assert all(Face().width(line) <= 70 for line in shown.splitlines()[2:])
    for name in ("json", "sarif", "junit", "github", "concise"):
        assert written(name, release.result(finding))
