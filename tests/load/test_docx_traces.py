"""What travels with a Word document: changes, comments, hidden text, and what else is in the file."""

from typing import Any

import pytest

from presslint.model.release import MarkKind, Release, Trace, TraceKind

BY = 'w:author="Jana Wolters" w:date="2026-04-02T10:00:00Z"'
LEAD = "Die Stadt Ahrenfeld eröffnet am Dienstag, 14. April 2026, ihr neues Stadtbad."


Word = Any  # see conftest.py


def changed(kind: str, text: str, by: str = BY) -> str:
    name = "delText" if kind == "del" else "t"
    return f"<w:{kind} {by}><w:r><w:{name} xml:space='preserve'>{text}</w:{name}></w:r></w:{kind}>"


def told(release: Release) -> list[tuple[str, str, str]]:
    """Return kind, text, and the text at the place of each trace."""
    source = release.source.text
    return [(trace.kind.value, trace.text, trace.at.of(source) if trace.at else "-") for trace in release.traces]


def test_the_accepted_state_is_the_text(word: Word) -> None:
    body = word.p("Das Bad ", changed("ins", "am Fluss "), changed("del", "öffnet nicht"), "öffnet.")
    release = word.read(body)
    assert release.text == "Das Bad am Fluss öffnet."
    assert told(release) == [("insertion", "am Fluss", "am Fluss "), ("deletion", "öffnet nicht", "")]
    assert {trace.author for trace in release.traces} == {"Jana Wolters"}
    deleted = release.traces[1].at
    assert deleted
    assert release.source.text[deleted.start :] == "öffnet."


def test_pieces_of_one_change_are_one(word: Word) -> None:
    other = 'w:author="T. Hale"'
    body = word.p("Das ", changed("ins", "neue "), changed("ins", "Bad"), changed("ins", " hier", other), " öffnet.")
    body += word.p("Und ", changed("del", "nicht "), changed("del", "nur"), "heute.")
    assert told(word.read(body)) == [
        ("insertion", "neue Bad", "neue Bad"), ("insertion", "hier", " hier"), ("deletion", "nicht nur", ""),
    ]  # fmt: skip


def test_changes_within_changes(word: Word) -> None:
    inserted_and_gone = f"<w:ins {BY}>{changed('del', 'doch nicht')}</w:ins>"
    gone = f"<w:del {BY}>{changed('ins', 'weg')}{changed('del', 'ganz')}<w:r><w:tab/><w:br/><w:delText>x</w:delText>"
    gone += "<w:footnoteReference w:id='2'/><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r></w:del>"
    release = word.read(word.p("Das ", inserted_and_gone, gone, "Bad."))
    assert release.text == "Das Bad."
    assert told(release) == [("deletion", "doch nichtwegganz x", "")]
    assert release.marks == ()


def test_moves_and_blank_insertions(word: Word) -> None:
    body = word.p(changed("moveFrom", "Zuerst. "), "Dann. ", changed("moveTo", "Zuerst."), changed("ins", " "))
    release = word.read(body)
    assert release.text == "Dann. Zuerst."
    assert told(release) == [("move", "Zuerst.", "")]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next(word: Word) -> None:
    gone = f"<w:rPr><w:del {BY}/></w:rPr>"
    body = word.p("Das Bad ", shape=gone) + word.p("öffnet am ", shape=gone) + word.p("Montag.") + word.p("Danach.")
    release = word.read(body)
    assert release.text == "Das Bad öffnet am Montag.\n\nDanach."
    assert release.source.text == "Das Bad \nöffnet am \nMontag.\nDanach."
    assert told(release)[0][:2] == ("deletion", "¶")
    last = word.read(word.p("Das Bad", shape=gone))
    assert last.text == "Das Bad"


def test_inserted_paragraphs_and_rows(word: Word) -> None:
    new = f"<w:rPr><w:ins {BY}/></w:rPr>"
    row = f"<w:tr><w:trPr><w:{{}} {BY}/></w:trPr><w:tc>{word.p('Dach')}</w:tc><w:tc>{word.p('2,1')}</w:tc></w:tr>"
    body = word.p("Eins.", shape=new) + f"<w:tbl>{row.format('ins')}{row.format('del')}{row.format('x')}</w:tbl>"
    release = word.read(body)
    assert [(kind, text) for kind, text, _ in told(release)] == [
        ("insertion", ""), ("deletion", "Dach 2,1"), ("insertion", ""),
    ]  # fmt: skip
    assert release.text.count("Dach") == 2


def test_changes_of_looks(word: Word) -> None:
    looks = f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"
    shape = f"<w:jc w:val='left'/><w:pPrChange {BY}><w:pPr/></w:pPrChange>"
    release = word.read(word.p(word.r("Das Bad", looks), " öffnet.", shape=shape))
    assert [kind for kind, *_ in told(release)] == ["formatting", "formatting"]


def test_a_block_can_be_changed(word: Word) -> None:
    body = f"<w:ins {BY}>{word.p('Neu.')}</w:ins><w:moveFrom {BY}>{word.p('Alt.')}</w:moveFrom>" + word.p("Text.")
    release = word.read(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>")
    assert "Alt." not in release.text
    assert {("insertion", "Neu."), ("move", "Alt.")} == {(kind, text) for kind, text, _ in told(release)}


def comments(word: Word, *texts: str) -> dict[str, str | bytes]:
    inner = "".join(
        f'<w:comment w:id="{number}" w:author="Jana Wolters">{word.p(text) if text else ""}</w:comment>'
        for number, text in enumerate(texts)
    )
    return {"word/comments.xml": word.office.element("comments", inner)}


def ranged(number: int, inner: str) -> str:
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    return f'{start}{inner}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def test_comments_stand_at_their_text(word: Word) -> None:
    body = word.p("Es kamen ", ranged(0, word.r("12.300")), " Gäste.", '<w:r><w:commentReference w:id="1"/></w:r>')
    body += '<w:commentRangeStart w:id="2"/>' + word.p("Und mehr.") + '<w:commentRangeEnd w:id="2"/>'
    release = word.read(body, comments(word, "Zahl vom Vorjahr?", "Stimmt das?", "Kürzen", "Verwaist"),
                        ("c", "comments", "comments.xml"))  # fmt: skip
    assert told(release) == [
        ("comment", "Verwaist", "-"),
        ("comment", "Zahl vom Vorjahr?", "12.300"),
        ("comment", "Stimmt das?", ""),
        ("comment", "Kürzen", "\nUnd mehr."),
    ]
    assert release.text == "Es kamen 12.300 Gäste.\n\nUnd mehr."


def test_a_comment_can_be_for_presslint(word: Word) -> None:
    body = word.p("Oben.") + word.p(ranged(0, word.r("Am Montag, 14. April 2026.")))
    release = word.read(body, comments(word, " presslint: ignore[DAT002] Zitat"), ("c", "comments", "comments.xml"))
    assert release.traces == ()
    (mark,) = release.marks
    assert (mark.kind, mark.target) == (MarkKind.COMMENT, "presslint: ignore[DAT002] Zitat")
    assert release.text[mark.span.start :].startswith("Am Montag")


@pytest.mark.parametrize(
    "looks",
    [
        "<w:vanish/>",
        '<w:sz w:val="2"/>',
        '<w:color w:val="FFFFFF"/>',
        '<w:rStyle w:val="weg"/>',
        '<w:color w:val="ffffff" w:themeColor="background1"/>',
    ],
)
def test_hidden_text_is_no_text(word: Word, looks: str) -> None:
    styles = '<w:style w:type="character" w:styleId="weg"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = word.p(word.r("Das Bad"), word.r(" noch ", looks), word.r("geheim", looks), word.r(" öffnet."))
    parts: dict[str, str | bytes] = {"word/styles.xml": word.office.element("styles", styles)}
    release = word.read(body, parts, ("s", "styles", "styles.xml"))
    assert release.text == "Das Bad öffnet."
    assert told(release) == [("hidden", "noch geheim", "")]


@pytest.mark.parametrize(
    "looks",
    [
        '<w:vanish w:val="0"/>',
        '<w:sz w:val="12"/>',
        '<w:sz w:val="x"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="FFFFFF" w:themeTint="80"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>',
        "<w:webHidden/>",
    ],
)
def test_what_can_be_seen_is_text(word: Word, looks: str) -> None:
    assert word.read(word.p(word.r("Das Bad öffnet.", looks))).text == "Das Bad öffnet."


def test_white_text_on_a_colour_is_text(word: Word) -> None:
    white = word.p(word.r("Weiß", '<w:color w:val="FFFFFF"/>'))
    shaded = word.p(word.r("Weiß", '<w:color w:val="FFFFFF"/>'), shape='<w:shd w:val="clear" w:fill="1F4E79"/>')
    table = f"<w:tbl><w:tr><w:tc>{white}</w:tc></w:tr></w:tbl>"
    box = f"<w:r><w:drawing><wp:inline><w:txbxContent>{white}</w:txbxContent></wp:inline></w:drawing></w:r>"
    for body in (shaded, table, f"<w:p>{box}</w:p>"):
        assert word.read(body).text == "Weiß"
    assert word.read(white + word.p("Text.")).text == "Text."


def test_white_text_on_a_coloured_page_is_text(word: Word) -> None:
    white = word.p(word.r("Weiß", '<w:color w:val="FFFFFF"/>')) + word.p("Text.")
    behind = "<w:p><w:r><w:drawing><wp:anchor behindDoc='1'><pic:pic/></wp:anchor></w:drawing></w:r></w:p>"
    assert word.read(white + behind).text.startswith("Weiß")
    for color, shown in (("1F4E79", True), ("FFFFFF", False), ("auto", False)):
        inner = f'<w:background w:color="{color}"/><w:body>{white}</w:body>'
        release = word.read("", {"word/document.xml": word.office.element("document", inner)})
        assert release.text.startswith("Weiß") is shown


def test_a_blank_that_is_hidden_is_no_find(word: Word) -> None:
    assert word.read(word.p(word.r("Das Bad"), word.r(" ", "<w:vanish/>"), word.r(" öffnet."))).traces == ()
    broken = f"<w:p>{word.r('Text.')}<w:r><w:rPr><w:vanish/></w:rPr><w:br/></w:r></w:p>"
    assert word.read(broken).source.text == "Text."


def test_settings_and_embedded_files(word: Word) -> None:
    def read(inner: str) -> list[Trace]:
        parts: dict[str, str | bytes] = {
            "word/settings.xml": word.office.element("settings", inner),
            "word/embeddings/Kalkulation.xlsx": b"PK",
        }
        return list(word.read(word.p(LEAD), parts, ("s", "settings", "settings.xml")).traces)

    recording = read("<w:trackRevisions/>")
    assert [(trace.kind, trace.text, trace.at) for trace in recording] == [
        (TraceKind.TRACKING, "", None), (TraceKind.ATTACHMENT, "Kalkulation.xlsx", None),
    ]  # fmt: skip
    assert [trace.kind for trace in read('<w:trackRevisions w:val="false"/>')] == [TraceKind.ATTACHMENT]


def test_a_watermark_is_found_in_the_header(word: Word) -> None:
    shape = '<w:r><w:pict><v:shape><v:textpath string="ENTWURF"/></v:shape></w:pict></w:r>'
    body = word.p(LEAD) + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    parts: dict[str, str | bytes] = {"word/h.xml": word.office.element("hdr", f"<w:p>{shape}</w:p>")}
    release = word.read(body, parts, ("h", "header", "h.xml"))
    assert [(trace.kind, trace.text, trace.where) for trace in release.traces] == [
        (TraceKind.WATERMARK, "ENTWURF", "header")
    ]
    changed_header = word.p("Stadt ", changed("del", "alt"), word.r("Ahrenfeld", '<w:color w:val="FFFFFF"/>'))
    parts = {"word/h.xml": word.office.element("hdr", changed_header)}
    release = word.read(body, parts, ("h", "header", "h.xml"))
    assert ("deletion", "alt", "header") in [(trace.kind.value, trace.text, trace.where) for trace in release.traces]
    assert release.paging.margins == ("Stadt Ahrenfeld",)


def test_what_travels_is_cut(word: Word) -> None:
    (trace,) = word.read(word.p(LEAD, changed("del", "sehr " * 2000))).traces
    assert len(trace.text) == 500
