import pytest

from presslint.load import load
from presslint.model.release import BlockKind, MarkKind, Release, Zone
from presslint.model.source import Source
from presslint.text.span import Span


def read(text: str) -> Release:
    return load(Source("a.txt", text))


def shown(text: str) -> list[str]:
    release = read(text)
    return [block.span.of(release.text) for block in release.blocks]


def test_empty_lines_part_paragraphs() -> None:
    assert shown("Eins.\n\n\n  Zwei. \n \t\nDrei.") == ["Eins.", "Zwei.", "Drei."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028", "\v", "\x85"])
def test_any_line_end_ends_a_line(end: str) -> None:
    release = read(f"Eins.{end}{end}Zwei **fett** [x](y) &amp; \\_.{end}")
    assert release.text == "Eins.\n\nZwei **fett** [x](y) &amp; \\_."
    start = release.source.text.index("Zwei")
    assert release.prose.to_source(Span(7, 11)).start == start
    assert release.prose.editable(Span(7, 20))


def test_nothing_is_markup() -> None:
    text = "# Titel\n\n<b>x</b> <!-- c -->\n\n1. Punkt\n\n> Zitat"
    assert shown(text) == ["# Titel", "<b>x</b> <!-- c -->", "1. Punkt", "> Zitat"]
    assert read(text).marks == ()


def test_a_comment_for_presslint_is_taken_out() -> None:
    text = (
        "Eins.\n<!-- presslint: ignore[DAT002] Brief -->\n"
        "Zwei <!-- presslint: ignore[LNK] -->drei.\n<!--presslint: x\ny-->"
    )
    release = read(text)
    assert release.text == "Eins.\n\nZwei drei."
    assert [mark.target for mark in release.marks] == [
        *("presslint: ignore[DAT002] Brief", "presslint: ignore[LNK]", "presslint: x\ny")
    ]
    assert [mark.span for mark in release.marks] == [Span(7, 7), Span(12, 12), Span(17, 17)]
    assert all(mark.kind is MarkKind.COMMENT for mark in release.marks)


def test_a_comment_at_the_end_of_a_line_leaves_no_white_space() -> None:
    assert shown("Eins <!-- presslint: a --> \nZwei") == ["Eins", "Zwei"]


def test_lines_behind_bullets_are_items_and_the_bullets_are_shown() -> None:
    text = "Wir fordern:\n- mehr Bäder,\n  auch im Süden\n- weniger Lärm\nund Ruhe.\nDanke.\n\n• eins\n\n• zwei"
    release = read(text)
    blocks = [(block.kind, block.span.of(release.text)) for block in release.blocks]
    assert blocks == [
        (BlockKind.PARAGRAPH, "Wir fordern:"),
        (BlockKind.ITEM, "- mehr Bäder, auch im Süden"),
        (BlockKind.ITEM, "- weniger Lärm und Ruhe."),
        (BlockKind.PARAGRAPH, "Danke."),
        (BlockKind.ITEM, "• eins"),
        (BlockKind.ITEM, "• zwei"),
    ]
    assert {block.zone for block in release.blocks if block.kind is BlockKind.ITEM} == {Zone.LIST}


def test_a_single_dash_at_a_line_start_is_no_bullet() -> None:
    assert {block.kind for block in read("- so sagte er.\n\nMehr.\n\n– Ende –").blocks} == {BlockKind.PARAGRAPH}


def test_front_matter_is_read_here_too() -> None:
    release = read("---\ndate: 2018-02-23\n---\nText.")
    assert release.text == "Text."
    assert [(field.name, field.value) for field in release.fields] == [("date", "2018-02-23")]


def test_a_row_of_dashes_or_plus_signs_is_text() -> None:
    assert shown("---\nText.") == ["---", "Text."]
    assert shown("+++\nEilmeldung\n+++") == ["+++", "Eilmeldung", "+++"]


def test_each_paragraph_of_one_line_is_a_block() -> None:
    first = "Die Stadt Ahrenfeld eröffnet am Montag ein neues Bad. " * 3
    second = "Der Rat hat dem Bau vor zwei Jahren zugestimmt. " * 3
    assert len(shown(f"{first}\n{second}\nKurz.")) == 3
