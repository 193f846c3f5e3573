import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Presslint = Callable[..., Any]
Write = Callable[..., Path]

TEXT = """---
date: 2026-02-20
presslint: {ignore: [LNK006]}
---
# Messe in Ahrenfeld

Sperrfrist: 23. Februar 2026, 10 Uhr

Die Messe 😀 läuft vom 3. bis 5. März 2026, am Dienstag, 3. März, ab 9:30 Uhr. „Wir freuen uns“, sagt sie.

- 2 -

Mehr auf [der Seite](https://www.stadt-ahrenfeld.de/messe).

Pressekontakt: Anna Berg, Telefon 0231 9876543, presse@stadt-ahrenfeld.de
"""


def test_the_table_shows_what_was_understood(presslint: Presslint, write: Write) -> None:
    write("a.md", TEXT)
    run = presslint("facts", "a.md")
    assert run.code == 0
    cells = [" ".join(line.split()) for line in run.out.splitlines()]
    assert "release date 2026-02-20" in cells
    assert "by frontmatter 2026-02-20 (2:7 2026-02-20)" in cells
    for kind in ("dates", "ranges", "times", "embargoes", "contacts", "phones", "emails", "links", "quotes"):
        assert any(line.startswith(f"{kind} ") for line in cells), kind
    assert any(line.startswith("headline 5:3 heading Messe in Ahrenfeld") for line in cells)


def test_the_json_has_places_that_people_count(presslint: Presslint, write: Write) -> None:
    write("a.md", TEXT)
    run = presslint("facts", "a.md", "--format", "json")
    facts = json.loads(run.out)
    assert (facts["version"], facts["path"], facts["format"], facts["language"]["code"]) == (
        1,
        "a.md",
        "markdown",
        "de",
    )
    assert facts["release_date"]["value"] == "2026-02-20"
    lines = TEXT.split("\n")
    for kind in ("dates", "times", "phones", "emails"):
        assert facts[kind], kind
        for fact in facts[kind]:
            line = lines[fact["line"] - 1]
            assert line[fact["column"] - 1 : fact["end_column"] - 1] == fact["text"]
    (written,) = [date for date in facts["dates"] if date["weekday"] is not None]
    assert (written["start"], written["weekday"], written["precision"]) == ("2026-03-03", 1, "day")
    assert facts["ranges"][0]["first"]["start"] == "2026-03-03"
    assert facts["emails"][0]["domain"] == "stadt-ahrenfeld.de"
    assert facts["fields"][0]["key"] == "date"
    assert {"kind": "heading", "zone": "headline"}.items() <= facts["blocks"][0].items()


def test_standard_input_is_read(presslint: Presslint) -> None:
    run = presslint("facts", "-", "--stdin-filename", "b.md", "--format", "json", stdin=TEXT.encode())
    assert json.loads(run.out)["path"] == "b.md"
    assert json.loads(presslint("facts", "-", "--format", "json", stdin=b"Text.\n").out)["path"] == "-"


def test_a_release_date_can_be_given(presslint: Presslint) -> None:
    run = presslint("facts", "-", "--release-date", "2026-01-07", "--format", "json", stdin=b"Text.\n")
    assert json.loads(run.out)["release_date"]["value"] == "2026-01-07"


def test_little_is_said_about_little(presslint: Presslint) -> None:
    run = presslint("facts", "-", stdin=b"4711\n")
    assert "unknown" in run.out
    assert "fact " not in run.out


def test_a_file_that_cannot_be_read_exits_with_2(presslint: Presslint) -> None:
    run = presslint("facts", "none.md")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("presslint: none.md: there is no such file")


def test_control_characters_are_escaped(presslint: Presslint) -> None:
    run = presslint("facts", "-", stdin="Am 3. März 2026 \x1b[31mrot\u202e.\n".encode())
    assert "\x1b" not in run.out
    assert "\u202e" not in run.out
    assert "\\x1b[31mrot" in run.out


@pytest.mark.parametrize("width", ["60", "200"])
def test_on_a_terminal_it_is_framed(presslint: Presslint, write: Write, width: str) -> None:
    write("a.md", TEXT)
    run = presslint("facts", "a.md", "--color", "always", environment={"COLUMNS": width})
    assert "\x1b[" in run.out
    assert "┃" in run.out


def test_the_table_cuts_no_value(presslint: Presslint, write: Write) -> None:
    address = f"https://www.stadt-ahrenfeld.de/{'messe-' * 30}halle"
    write("a.md", f"---\ntitle: {'Messe ' * 30}Ende\n---\n\nDie Stadt ist stolz, mehr auf <{address}>.\n")
    run = presslint("facts", "a.md")
    assert address in run.out
    assert f"{'Messe ' * 30}Ende" in run.out


def test_the_table_is_in_german_too(presslint: Presslint, write: Write) -> None:
    write("a.md", TEXT)
    cells = [" ".join(line.split()) for line in presslint("facts", "a.md", "--lang", "de").out.splitlines()]
    assert cells[0] == "Mitteilung"
    assert "Datum der Mitteilung 2026-02-20" in cells
    assert "laut frontmatter 2026-02-20 (2:7 2026-02-20)" in cells
    assert "Fakt Stelle Zone Text gelesen als" in cells
