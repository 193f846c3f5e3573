"""HTML as a release: blocks, tables, links, hidden text, and what is no text."""

import pytest

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.model.release import BlockKind, MarkKind, Release, TraceKind, Zone


def read(text: str) -> Release:
    """Load a text as HTML."""
    return load(source_from_bytes(text.encode(), "a.html"))


def shown(text: str) -> list[tuple[str, str]]:
    """Return kind and text of every block."""
    release = read(text)
    return [(block.kind.value, block.span.of(release.text)) for block in release.blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<p>Das\n  Bad <b> öffnet</b>.</p>", [("paragraph", "Das Bad öffnet.")]),
        ("<p>Eins<p>Zwei", [("paragraph", "Eins"), ("paragraph", "Zwei")]),
        ("<div>Eins<div>Zwei</div>Drei</div>", [("paragraph", "Eins"), ("paragraph", "Zwei"), ("paragraph", "Drei")]),
        ("<h2>Neues Bad</h2>Text", [("heading", "Neues Bad"), ("paragraph", "Text")]),
        ("<ul><li>eins<li>zwei<ul><li>drei</ul></ul>", [("item", "eins"), ("item", "zwei"), ("item", "drei")]),
        ("<blockquote><p>Gut so.</p></blockquote>", [("quote", "Gut so.")]),
        ("Das Bad.<br><br>Der Park.", [("paragraph", "Das Bad."), ("paragraph", "Der Park.")]),
        ("B&auml;der&nbsp;&amp; Parks", [("paragraph", "Bäder\u00a0& Parks")]),
        ("Das&#32;Bad&#10; öffnet", [("paragraph", "Das Bad öffnet")]),
        (
            "<table><tr><th>Tag<th>Zeit<tr><td>Montag<td><p>8</p><p>Uhr</p></table>",
            [("row", "Tag\tZeit"), ("row", "Montag\t8\nUhr")],
        ),
        ("<table><tr><td><td>8 Uhr</table>", [("row", "\t8 Uhr")]),
        ("<table><tr><td><h1>Bad</h1><td>Text</table>", [("heading", "Bad"), ("paragraph", "Text")]),
        ("<table role=presentation><tr><td>a<td>b</table>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<table><tr><td>a</table>", [("paragraph", "a")]),
        ("<table><tr><td>a<td>" + "b " * 300 + "</table>", [("paragraph", "a"), ("paragraph", ("b " * 300).strip())]),
        ("<tr><td>a<td>b", [("paragraph", "a"), ("paragraph", "b")]),
        ("<p>A</p><script>b</script><style>c</style><template>d</template>", [("paragraph", "A")]),
        ("<p>A</p><noscript>b</noscript><select><option>c</select><textarea>d</textarea>", [("paragraph", "A")]),
        ("<p>A<svg><title>b</title><text>c</text></svg>.</p>", [("paragraph", "A.")]),
        ("<p>A</i></p></div>B", [("paragraph", "A"), ("paragraph", "B")]),
        ("<b>Ahrenfeld<p>Text</b> mehr", [("paragraph", "Ahrenfeld"), ("paragraph", "Text mehr")]),
    ],
)
def test_elements_become_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert shown(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Rathaus<br>Markt 1<br />Ahrenfeld", ["Rathaus\nMarkt 1\nAhrenfeld"]),
        ("Rathaus</br>Markt 1", ["Rathaus\nMarkt 1"]),
        ("<pre>Rathaus\nMarkt 1\n\n Park</pre>", ["Rathaus\nMarkt 1", "Park"]),
        ("<pre>Rathaus <b>Markt</b>&#33;\r\nAhrenfeld</pre>", ["Rathaus Markt!\nAhrenfeld"]),
    ],
)
def test_line_breaks_behind_the_lead_are_kept(text: str, blocks: list[str]) -> None:
    lead = "<p>Die Stadt Ahrenfeld eröffnet im Mai ihr neues Bad im Süden der Stadt.</p>"
    assert [block for _, block in shown(lead + text)][1:] == blocks


def test_headings_and_items_have_levels() -> None:
    release = read("<h1>Neues Bad</h1><ul><li>eins<ul><li>zwei</ul></ul><h3>Mehr</h3>")
    assert [block.level for block in release.blocks] == [1, 1, 2, 3]


def test_captions_have_their_zone() -> None:
    release = read("<p>Text der Meldung.</p><figure><img src=a><figcaption>Das neue Bad</figcaption></figure>")
    assert release.blocks[1].zone is Zone.CAPTION


def test_a_heading_with_nothing_but_a_date_is_no_headline() -> None:
    release = read("<h3>2. Januar 2022</h3><h1>Neues Bad im Süden</h1><p>Die Stadt eröffnet im Mai ihr neues Bad.</p>")
    assert [block.zone for block in release.blocks[:2]] == [Zone.DATELINE, Zone.HEADLINE]


def test_links_images_and_comments_are_marks_at_their_places() -> None:
    text = (
        '<p>Mehr: <a href="?a=1&amp;b=2" title="T">hier</a><img src=a.jpg alt="Das Bad"><!-- prüfen --> <code>x</code>'
    )
    release = read(text)
    link, image, comment, code = release.marks
    assert (link.kind, link.target, link.title, link.span.of(release.text)) == (MarkKind.LINK, "?a=1&b=2", "T", "hier")
    assert link.target_at is not None
    assert link.target_at.of(text) == "?a=1&amp;b=2"
    assert link.at.of(text).endswith("</a>")
    assert (image.kind, image.target, image.title, image.span.length) == (MarkKind.IMAGE, "a.jpg", "Das Bad", 0)
    assert (comment.kind, comment.target) == (MarkKind.COMMENT, "prüfen")
    assert (code.kind, code.span.of(release.text)) == (MarkKind.CODE, "x")


def test_anchors_are_no_links_and_empty_links_have_no_text() -> None:
    release = read('<p><a name="a">Bad</a> <a href=" /x "></a>Text</p>')
    assert [(mark.target, mark.span.length) for mark in release.marks] == [("/x", 0)]


def test_bold_blocks_are_bold() -> None:
    release = read("<p><strong>Neues Bad</strong></p><p>Text <b>fett</b></p>")
    assert [mark.kind for mark in release.marks] == [MarkKind.STRONG, MarkKind.STRONG]


@pytest.mark.parametrize(
    ("attribute", "how"),
    [
        ("hidden", "hidden"),
        ('style="color:red; display : none"', "display:none"),
        ("style='visibility:hidden'", "visibility:hidden"),
        ("style='font-size:0px'", "font-size:0"),
        ("style='opacity:0'", "opacity:0"),
        ("style='color:#FFF;background-color:white'", "same color as its background"),
    ],
)
def test_hidden_text_is_a_trace(attribute: str, how: str) -> None:
    text = f"<p>Das Bad öffnet.</p><div {attribute}>Bitte <b>nicht</b> drucken</div>"
    release = read(text)
    assert release.text == "Das Bad öffnet."
    (trace,) = release.traces
    assert (trace.kind, trace.text, trace.where) == (TraceKind.HIDDEN, "Bitte nicht drucken", how)
    assert trace.at is not None
    assert trace.at.of(text).startswith("<div")


@pytest.mark.parametrize(
    "text",
    [
        "<p>Bad <span style='font-size:0.9em;opacity:0.5'>a</span>",
        "<p>Bad <span style='color:#fff;background:#000'>a</span>",
        "<p>Bad <span style='color:#fff'>a</span>",
        "<p>Bad <dialog open>a</dialog>",
    ],
)
def test_visible_text_is_text(text: str) -> None:
    assert "a" in read(text).text.split()[-1]


def test_what_only_screen_readers_say_is_neither_text_nor_trace() -> None:
    release = read("<p>Das Bad <span class='x sr-only'>(extern)</span> öffnet.</p>")
    assert (release.text, release.traces) == ("Das Bad öffnet.", ())


def test_hidden_markup_without_text_is_no_trace() -> None:
    assert read("<p>Das Bad</p><div hidden><script>x</script> <img src=a></div><dialog></dialog>").traces == ()


def test_bold_text_over_several_blocks_and_empty_rows() -> None:
    assert shown("<b><p>Eins</p><p>Zwei</p></b>") == [("paragraph", "Eins"), ("paragraph", "Zwei")]
    assert shown("<table><tr><td>a<td>b<tr><td><td></table>") == [("row", "a\tb")]


def test_a_fix_is_written_with_escapes() -> None:
    assert read("<p>Das Bad</p>").source.escaping == "xml"


@pytest.mark.parametrize("text", ["<p></p>", "<script>a</script>", "<div id=app></div>", "<p hidden>a</p>"])
def test_a_page_without_text_is_refused(text: str) -> None:
    with pytest.raises(LoadError, match="has no text"):
        read("<html>" + text)


@pytest.mark.parametrize("name", ["div", "b", "table", "ul", "blockquote", "a", "section", "p", "q"])
def test_deep_nesting_is_read(name: str) -> None:
    release = read(f"<{name}>" * 20_000 + "Das Bad" + f"</{name}>" * 20_000)
    assert release.text == "Das Bad"
    assert all(block.kind is not BlockKind.ROW for block in release.blocks)
