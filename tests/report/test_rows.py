from presslint.report.face import Face
from presslint.report.rows import Mark, Row, plain, trimmed, underlines, wrapped


def drawn(*marks: Mark, room: int = 40, face: Face | None = None) -> list[str]:
    return [plain(row) for row in underlines(marks, room, face or Face())]


def test_a_mark_is_underlined_and_labelled_beside_it() -> None:
    assert drawn(Mark(4, 8, "note", "release date")) == ["    ──── release date"]
    assert drawn(Mark(4, 8, "error", "here"), face=Face(plain=True)) == ["    ^~~~ here"]


def test_an_empty_mark_is_a_caret() -> None:
    assert drawn(Mark(3, 3, "error")) == ["   ^"]


def test_two_marks_share_a_row() -> None:
    assert drawn(Mark(0, 3, "error"), Mark(6, 8, "note", "phone")) == ["^^^   ── phone"]


def test_a_label_before_another_mark_stands_below() -> None:
    assert drawn(Mark(0, 3, "note", "phone"), Mark(6, 8, "error")) == ["───   ^^", "╰ phone"]


def test_several_labels_stand_below_one_another() -> None:
    assert drawn(Mark(0, 2, "note", "first"), Mark(4, 6, "note", "second"), Mark(8, 9, "error")) == [
        "──  ──  ^",
        "│   ╰ second",
        "╰ first",
    ]
    plainly = drawn(Mark(0, 2, "note", "first"), Mark(4, 6, "note", "second"), Mark(8, 9, "x"), face=Face(plain=True))
    assert plainly == ["--  --  ^", "|   second", "first"]


def test_a_label_without_room_moves_to_the_left() -> None:
    assert drawn(Mark(0, 1, "note", "one"), Mark(15, 18, "note", "a long label"), room=20) == [
        "─              ───",
        "│     ╰ a long label",
        "╰ one",
    ]
    assert drawn(Mark(9, 10, "note", "one"), Mark(15, 18, "note", "a long label"), room=20) == [
        "         ─     ───",
        "      ╰ a long label",
        "         ╰ one",
    ]
    assert drawn(Mark(5, 8, "note", "far too long for a row"), room=10) == ["     ───", "╰ far too long for a row"]


def test_marks_that_overlap_get_a_row_each() -> None:
    assert drawn(Mark(0, 9, "error"), Mark(3, 6, "note", "year")) == ["^^^^^^^^^", "   ─── year"]
    assert drawn(Mark(3, 3, "error"), Mark(3, 6, "note")) == ["   ^", "   ───"]


def test_rows_end_without_blanks() -> None:
    row: Row = [("a ", "note"), ("b  ", "old"), ("  ", ""), ("", "new")]
    assert plain(row) == "a b"
    assert trimmed(row) == [("a ", "note"), ("b", "old")]
    assert trimmed([("  ", "")]) == []


def test_a_row_that_is_too_wide_is_broken_between_words() -> None:
    row: Row = [("error[DAT002]", "error"), (": one two three", "message"), (" (name)", "dim")]
    assert wrapped(row, 40, Face()) == [row]
    assert [plain(one) for one in wrapped(row, 22, Face())] == ["error[DAT002]: one two", "  three (name)"]
    assert [plain(one) for one in wrapped([("a" * 30, "")], 22, Face())] == ["a" * 30]
    note: Row = [("   = ", "frame"), ("Write one two", "")]
    assert [plain(one) for one in wrapped(note, 15, Face())] == ["   = Write one", "     two"]
