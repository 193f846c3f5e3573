import pytest

from presslint.load import load
from presslint.model.release import Block, BlockKind, Mark, MarkKind, Release, Zone
from presslint.model.source import Source
from presslint.text.span import SourceSpan, Span


def read(text: str) -> Release:
    return load(Source("a.md", text))


def shown(text: str) -> list[str]:
    release = read(text)
    return [block.span.of(release.text) for block in release.blocks]


def kinds(text: str) -> list[tuple[str, int]]:
    return [(block.kind.value, block.level) for block in read(text).blocks]


def marks(text: str, kind: MarkKind) -> list[Mark]:
    return [mark for mark in read(text).marks if mark.kind is kind]


def source_of(release: Release, words: str) -> str:
    start = release.text.index(words)
    return release.prose.to_source(Span(start, start + len(words))).of(release.source.text)


def test_blocks_stand_apart_and_know_their_shape() -> None:
    text = "# Titel\n\nAbsatz.\n\n- eins\n  - zwei\n\n> Zitat.\n\n```\nCode\n```\n\n| a | b |\n|---|---|\n| c | d |\n"
    assert read(text).text == "Titel\n\nAbsatz.\n\neins\n\nzwei\n\nZitat.\n\nCode\n\na\tb\n\nc\td"
    assert kinds(text) == [
        ("heading", 1),
        ("paragraph", 0),
        ("item", 1),
        ("item", 2),
        ("quote", 0),
        ("code", 0),
        ("row", 0),
        ("row", 0),
    ]


def test_emphasis_is_hidden_and_its_words_keep_their_places() -> None:
    release = read("Am **12. März** 2026 öffnet *das* ~~alte~~ Bad.")
    assert release.text == "Am 12. März 2026 öffnet das alte Bad."
    assert source_of(release, "12. März") == "12. März"
    assert source_of(release, "12. März 2026") == "12. März** 2026"
    assert not release.prose.editable(Span(3, 16))


@pytest.mark.parametrize(
    "line", ["23. Februar 2017", "23. **Februar** 2017", "1. Mai 2018", "3) x", "9. Ahrenfelder Stadtlauf"]
)
def test_the_number_at_a_line_start_is_text(line: str) -> None:
    assert read(line).text == line.replace("*", "")


def test_a_date_that_looks_like_an_item_is_a_line_of_its_own() -> None:
    release = read("Ahrenfeld\n\n23. Februar 2017\n24. Februar 2017\n\nDer Rat tagt am\n1. März 2017 im Rathaus.\n")
    assert [block.span.of(release.text) for block in release.blocks] == [
        "Ahrenfeld",
        "23. Februar 2017",
        "24. Februar 2017",
        "Der Rat tagt am 1. März 2017 im Rathaus.",
    ]
    assert {block.kind for block in release.blocks} == {BlockKind.PARAGRAPH}
    assert release.prose.editable(Span(11, 27))


def test_numbers_of_a_list_are_shown_and_bullets_are_not() -> None:
    assert shown("1. eins\n2. zwei\n\n   mehr\n\n- drei\n* vier\n+ fünf\n") == [
        *("1. eins", "2. zwei", "mehr", "drei", "vier", "fünf")
    ]


@pytest.mark.parametrize(
    ("line", "zone"), [("- 2 -", Zone.PAGEMARK), ("- Ende -", Zone.ENDMARK), ("* ENDS *", Zone.ENDMARK)]
)
def test_dashes_around_a_page_number_are_no_bullet(line: str, zone: Zone) -> None:
    release = read(f"Die Stadt baut ein neues Bad im Süden.\n\n{line}\n\nDer Rat hat zugestimmt.")
    assert release.blocks[1] == Block(BlockKind.PARAGRAPH, zone, Span(40, 40 + len(line)))


def test_a_plus_before_a_country_code_is_no_bullet() -> None:
    assert shown("+ 49 211 837-0") == ["+ 49 211 837-0"]


@pytest.mark.parametrize("line", ["###", "# # #", "### ###"])
def test_number_signs_alone_are_an_end_mark(line: str) -> None:
    release = read(f"Die Stadt baut ein neues Bad im Süden.\n\n{line}\n\nDie Stadt Ahrenfeld hat Bäder.")
    assert release.blocks[1].zone is Zone.ENDMARK
    assert release.blocks[1].span.of(release.text) == line


def test_an_empty_heading_leaves_no_trace() -> None:
    assert shown("# \n\nText\n\n## ##\n") == ["Text", "## ##"]
    assert shown("#\n\nText") == ["Text"]


def test_escapes_and_entities_are_decoded_in_their_places() -> None:
    release = read(r"chancen\_ahrenfeld &amp; M&uuml;ller &#8211; 5 \* 3")
    assert release.text == "chancen_ahrenfeld & Müller – 5 * 3"
    assert source_of(release, "chancen_ahrenfeld") == r"chancen\_ahrenfeld"
    assert source_of(release, "Müller") == "M&uuml;ller"
    assert source_of(release, "– 5") == "&#8211; 5"


def test_a_double_escape_stays_visible() -> None:
    assert read(r"[chancen\\_a](https://a.de)").text == r"chancen\_a"


def test_inline_code_is_shown_without_its_ticks() -> None:
    release = read("Der Befehl `` a`b `` und `x y` gelten.")
    assert release.text == "Der Befehl a`b und x y gelten."
    assert [mark.span.of(release.text) for mark in release.marks] == ["a`b", "x y"]
    assert source_of(release, "a`b") == "a`b"
    assert read("`a\nb`").text == "a b"


def test_a_hard_break_is_kept_and_a_soft_break_judged() -> None:
    assert read("Max Muster  \nSprecher\\\nRathaus").text == "Max Muster\nSprecher\nRathaus"
    assert read("Max Muster\nSprecher").text == "Max Muster\nSprecher"
    assert read("Die Stadt eröffnet im neuen Jahr ein großes\nBad.").text == (
        "Die Stadt eröffnet im neuen Jahr ein großes\nBad."
    )
    assert read("Die Stadt Ahrenfeld eröffnet im kommenden Jahr ein großes neues\nBad.").text.endswith("neues Bad.")


@pytest.mark.parametrize(
    ("text", "target", "written"),
    [
        ("[Bad](https://a.de)", "https://a.de", "https://a.de"),
        ("[Bad](<https://a.de/x y>)", "https://a.de/x y", "https://a.de/x y"),
        ('[Bad]( https://a.de "Titel")', "https://a.de", "https://a.de"),
        ("[**Bad**](https://a.de/(x))", "https://a.de/(x)", "https://a.de/(x)"),
        ("[Bad](https://a.de/x\\_y?a&amp;b)", "https://a.de/x_y?a&b", "https://a.de/x\\_y?a&amp;b"),
        ("[Bad ](https://a.de)", "https://a.de", "https://a.de"),
        ("[ Bad](https://a.de)", "https://a.de", "https://a.de"),
        ("> [Bad](\n> https://a.de)", "https://a.de", "https://a.de"),
        ("[Bad][r]\n\n[r]: https://a.de 'x'", "https://a.de", "https://a.de"),
        ("[Bad][]\n\n[BAD]:\n  <https://a.de>", "https://a.de", "https://a.de"),
        ("[Bad]\n\n[bad]: https://a.de", "https://a.de", "https://a.de"),
        ("[](https://a.de)", "https://a.de", "https://a.de"),
        ("[a\\]b](https://a.de)", "https://a.de", "https://a.de"),
        ("[Bad](mailto:presse@a.de)", "mailto:presse@a.de", "mailto:presse@a.de"),
        ("[Bad](https://a.de/\\))", "https://a.de/)", "https://a.de/\\)"),
        ("[![x](b.png)](https://a.de)", "https://a.de", "https://a.de"),
    ],
)
def test_a_link_knows_its_target_and_where_that_stands(text: str, target: str, written: str) -> None:
    release = read(f"Mehr\n\n{text}")
    (mark,) = (mark for mark in release.marks if mark.kind is MarkKind.LINK)
    assert mark.target == target
    assert mark.target_at is not None
    assert mark.target_at.of(release.source.text) == written
    assert mark.at.of(release.source.text).startswith("[")


def test_an_empty_target_has_an_empty_place() -> None:
    (mark,) = marks("[Bad]()", MarkKind.LINK)
    assert (mark.target, mark.target_at) == ("", SourceSpan(6, 6))


def test_a_link_over_a_line_end_shows_all_of_its_words() -> None:
    release = read("> Lesen Sie [den ganzen\n> Bericht](https://a.de) dazu.")
    (mark,) = (mark for mark in release.marks if mark.kind is MarkKind.LINK)
    assert mark.span.of(release.text).split() == ["den", "ganzen", "Bericht"]


@pytest.mark.parametrize(
    ("text", "target"),
    [("<https://a.de/x>", "https://a.de/x"), ("<presse@a.de>", "mailto:presse@a.de")],
)
def test_an_autolink_is_its_own_target(text: str, target: str) -> None:
    release = read(f"Mehr: {text} hier")
    (mark,) = release.marks
    assert (mark.kind, mark.target, mark.span.of(release.text)) == (MarkKind.AUTOLINK, target, text[1:-1])
    assert mark.target_at is not None
    assert mark.target_at.of(release.source.text) == text[1:-1]


def test_a_link_behind_a_number_begins_behind_it() -> None:
    release = read("1. <https://a.de>\n2. **fett**")
    assert [mark.span.of(release.text) for mark in release.marks] == ["https://a.de", "fett"]


def test_an_image_shows_nothing_and_keeps_its_description() -> None:
    release = read('Vor ![Das *alte* `Bad`\nvon außen](bad.jpg "Titel") nach.')
    assert release.text == "Vor  nach."
    (mark,) = release.marks
    assert (mark.kind, mark.title, mark.target) == (MarkKind.IMAGE, "Das alte Bad von außen", "bad.jpg")
    assert mark.span == Span(4, 4)
    assert mark.target_at is not None
    assert mark.target_at.of(release.source.text) == "bad.jpg"


def test_links_inside_a_description_are_no_links() -> None:
    release = read("![vor [Bad](https://a.de) **nach** ![innen](c.png)](b.png)")
    assert [(mark.kind, mark.title) for mark in release.marks] == [(MarkKind.IMAGE, "vor Bad nach innen")]


def test_bold_text_is_marked() -> None:
    release = read("Das **neue Bad** und **[der Park](https://a.de)** öffnen. ****")
    bold = [mark.span.of(release.text) for mark in release.marks if mark.kind is MarkKind.STRONG]
    assert bold == ["neue Bad", "der Park"]


def test_a_comment_stands_where_the_next_text_begins() -> None:
    text = "Eins.\n\n<!-- presslint: ignore[DAT002] Brief -->\n\nZwei <!-- c --> drei."
    release = read(text)
    assert release.text == "Eins.\n\nZwei  drei."
    first, second = release.marks
    assert (first.kind, first.target) == (MarkKind.COMMENT, "presslint: ignore[DAT002] Brief")
    assert first.span == Span(7, 7)
    assert second.span == Span(12, 12)
    assert first.at.of(text) == "<!-- presslint: ignore[DAT002] Brief -->"


def test_a_comment_at_the_end_stands_at_the_end() -> None:
    (mark,) = marks("Eins.\n\n<!-- Ende\nder Datei -->", MarkKind.COMMENT)
    assert mark.span == Span(5, 5)


def test_tags_are_invisible_and_their_text_is_text() -> None:
    assert read("H<sub>2</sub>O<br>und <span>mehr</span>").text == "H2O\nund mehr"
    assert shown("<div>\nEins &amp; zwei <b>drei</b>\n<p>vier</p>\n<script>var x;</script>\n</div>\n") == [
        "Eins & zwei drei",
        "vier",
    ]
    assert kinds("<h2>Titel</h2>\n<p>Text</p>") == [("heading", 2), ("paragraph", 0)]
    assert shown("<table><tr><td>a</td><td>b &unbekannt; c</td></tr></table>") == ["a\nb &unbekannt; c"]


def test_links_and_images_in_tags_are_marks() -> None:
    text = (
        'Mehr <a class="x" href="https://a.de/?a=1&amp;b=2">dazu</a>, <img src=b.png alt=\'Das Bad\'> <a id=x></a></a>'
    )
    release = read(text)
    link, image = release.marks
    assert (link.kind, link.target, link.span.of(release.text)) == (MarkKind.LINK, "https://a.de/?a=1&b=2", "dazu")
    assert link.target_at is not None
    assert link.target_at.of(text) == "https://a.de/?a=1&amp;b=2"
    assert (image.kind, image.target, image.title) == (MarkKind.IMAGE, "b.png", "Das Bad")


def test_unclosed_comments_and_tags_hide_what_follows() -> None:
    assert shown("Eins.\n\n<!-- offen\n\nZwei.") == ["Eins."]
    assert read("Eins < zwei & drei").text == "Eins < zwei & drei"


def test_code_keeps_its_lines() -> None:
    assert shown("```\na = 1\n  b = 2\n\nc\n```\n") == ["a = 1\nb = 2\nc"]
    assert shown("    a\r\n    b\r\n") == ["a\nb"]


def test_cells_are_parted_by_tabs_and_empty_ones_too() -> None:
    assert shown("| a | b | c |\n|---|---|---|\n| 1 |   | 3 |\n|  | x | |\n| nur |\n|  |\n") == [
        *("a\tb\tc", "1\t\t3", "\tx", "nur")
    ]


def test_footnotes_are_notes_and_their_signs_invisible() -> None:
    release = read("Im Februar 2017[^1] kam er.\n\n[^1]: Quelle der Angabe")
    assert release.text == "Im Februar 2017 kam er.\n\nQuelle der Angabe"
    assert release.blocks[1].zone is Zone.NOTE


def test_a_rule_is_invisible_and_parts_sentences() -> None:
    assert shown("Ein Satz ohne Ende der weiter\n\n***\n\ngeht nicht") == [
        "Ein Satz ohne Ende der weiter",
        "geht nicht",
    ]


def test_windows_line_ends_change_nothing() -> None:
    text = "# Titel\n\nEin Satz über das Bad.\n\n- eins\n- zwei\n"
    assert read(text.replace("\n", "\r\n")).text == read(text).text


def test_a_text_of_markup_alone_has_no_prose() -> None:
    release = read("<!-- nichts -->\n\n[r]: https://a.de\n\n![](a.png)")
    assert (release.text, release.blocks) == ("", ())
    assert [mark.span for mark in release.marks] == [Span(0, 0), Span(0, 0)]


def test_places_count_characters_and_not_bytes() -> None:
    release = read("😀 „Grüße“ **aus** Köln\n\n[ä](https://ü.de) ß")
    assert source_of(release, "Köln") == "Köln"
    assert source_of(release, "ß") == "ß"
    (mark,) = (mark for mark in release.marks if mark.kind is MarkKind.LINK)
    assert mark.target_at is not None
    assert mark.target_at.of(release.source.text) == "https://ü.de"
