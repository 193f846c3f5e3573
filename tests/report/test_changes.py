import time

import pytest

from presslint.report.changes import change_rows, changes
from presslint.report.face import Face
from presslint.report.rows import plain
from presslint.report.sheet import Sheet
from presslint.text.edits import Edit
from presslint.text.span import SourceSpan


def edit(text: str, part: str, new: str) -> Edit:
    start = text.index(part)
    return Edit(SourceSpan(start, start + len(part)), new)


def diff(text: str, *edits: tuple[str, str], room: int = 60) -> list[str]:
    rows = []
    for change in changes([edit(text, part, new) for part, new in edits], Sheet(text)):
        before, after = change_rows(change, room, Face())
        rows += [f"- {plain(row)}" for row in before] + [f"+ {plain(row)}" for row in after]
    return rows


def test_a_word_is_replaced() -> None:
    assert diff("Am Montag, 3. März.\nEnde.\n", ("Montag", "Dienstag")) == [
        "- Am Montag, 3. März.",
        "+ Am Dienstag, 3. März.",
    ]


def test_two_edits_of_a_line_are_one_change() -> None:
    assert diff("Am Montag, 3. März.", ("3", "4"), ("Montag", "Mittwoch")) == [
        "- Am Montag, 3. März.",
        "+ Am Mittwoch, 4. März.",
    ]


def test_edits_of_two_lines_are_two_changes() -> None:
    assert diff("eins\nzwei\ndrei", ("eins", "1"), ("drei", "3")) == ["- eins", "+ 1", "- drei", "+ 3"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_line_that_goes_leaves_nothing(newline: str) -> None:
    text = f"Vorher.{newline}Seite 1 von 2{newline}Nachher."
    assert diff(text, (f"Seite 1 von 2{newline}", "")) == ["- Seite 1 von 2"]
    assert diff(text, (f"{newline}Seite 1 von 2", "")) == ["- Seite 1 von 2"]
    assert diff(text, ("Seite 1 von 2", "")) == ["- Seite 1 von 2"]


def test_lines_that_are_joined_are_shown_without_the_empty_one_between() -> None:
    assert diff("neue Per-\n\nspektivisch angelegte", ("Per-\n\nspektivisch", "Perspektivisch")) == [
        "- neue Per-",
        "- spektivisch angelegte",
        "+ neue Perspektivisch angelegte",
    ]


def test_lines_that_are_put_in_are_shown_alone() -> None:
    assert diff("Titel\nText", ("Text", "23. Mai\nText")) == ["+ 23. Mai"]


def test_of_many_lines_the_outermost_are_shown() -> None:
    text = "".join(f"Zeile {number}\n" for number in range(9))
    assert diff(text, (text, "")) == ["- Zeile 0", "- Zeile 1", "- …", "- Zeile 8"]


def test_what_differs_has_a_style_of_its_own() -> None:
    text = "Am Montag."
    before, after = change_rows(changes([edit(text, "Montag", "Dienstag")], Sheet(text))[0], 60, Face())
    assert before == [[("Am ", "old"), ("Montag", "old-part"), (".", "old")]]
    assert after == [[("Am ", "new"), ("Dienstag", "new-part"), (".", "new")]]


def test_both_sides_show_the_same_words_around_what_differs() -> None:
    text = f"{'Viele Gäste. ' * 9}Am Montag, 3. März, beginnt {'die Messe. ' * 9}"
    before, after = diff(text, ("Montag", "Donnerstagabend"), room=50)
    assert (before, after) == (
        "- …Viele Gäste. Am Montag, 3. März,…",
        "+ …Viele Gäste. Am Donnerstagabend, 3. März,…",
    )
    before, after = diff(text, ("Montag", "x" * 500), room=50)
    assert before.startswith("- …Am Montag, 3.…")
    assert len(after) <= 52


def test_a_line_of_megabytes_is_not_copied() -> None:
    text = "x" * 3_000_000 + " Montag " + "y" * 3_000_000
    sheet = Sheet(text)
    started = time.perf_counter()
    for _ in range(50):
        (change,) = changes(
            [edit(text[2_999_990:], "Montag", "Dienstag")._replace(span=SourceSpan(3_000_001, 3_000_007))], sheet
        )
        before, _ = change_rows(change, 60, Face())
    assert time.perf_counter() - started < 2
    assert "Montag" in plain(before[0])


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        diff("Am Montag", ("Montag", "x"), ("Mon", "y"))
