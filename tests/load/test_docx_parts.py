"""Parts of a Word document beside its body: notes, margins, pictures, properties; and what is no document."""

from types import ModuleType
from typing import Any

import pytest

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.model.release import Release, TraceKind, Zone

EMBARGO = "Sperrfrist: 3. April 2026, 10 Uhr"
LEAD = "Die Stadt Ahrenfeld eröffnet am Dienstag, 14. April 2026, nach zwei Jahren Umbau ihr neues Stadtbad im Süden."
MORE = "Das Bad hat fünfundzwanzig Bahnen, und es ist an dreihundert Tagen im Jahr für alle Menschen der Stadt offen."


Word = Any  # see conftest.py
STYLES = ("s", "styles", "styles.xml")


def texts(release: Release) -> list[str]:
    return [block.span.of(release.text) for block in release.blocks]


def field(code: str, result: str) -> str:
    sign = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    instruction = f"<w:r><w:instrText xml:space='preserve'>{code}</w:instrText></w:r>"
    return sign.format("begin") + instruction + sign.format("separate") + result + sign.format("end")


def test_notes_stand_behind_the_text_in_the_order_in_which_it_cites_them(word: Word) -> None:
    cited = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
    body = f"<w:p>{word.r('Das Bad')}{cited.format(3)}{word.r(' ist')}{cited.format(2)}{word.r(' offen.')}"
    body += "<w:r><w:endnoteReference w:id='1'/></w:r></w:p>"

    def notes(kind: str, **told: str) -> str:
        inner = "".join(f'<w:{kind} w:id="{name[1:]}">{word.p(text)}</w:{kind}>' for name, text in told.items())
        root: str = word.office.element(f"{kind}s", inner)
        return root

    parts: dict[str, str | bytes] = {
        "word/footnotes.xml": notes("footnote", n0="Trenner", n2="Zweite Note.", n3="Dritte Note."),
        "word/endnotes.xml": notes("endnote", n1="Endnote."),
    }
    release = word.read(body, parts, ("f", "footnotes", "footnotes.xml"), ("e", "endnotes", "endnotes.xml"))
    assert texts(release) == ["Das Bad ist offen.", "Dritte Note.", "Zweite Note.", "Endnote."]
    assert [block.zone for block in release.blocks[1:]] == [Zone.NOTE] * 3
    assert texts(word.read(body)) == ["Das Bad ist offen."]


def section(*references: tuple[str, str, str], titled: bool = False) -> str:
    inner = "".join(f'<w:{kind}Reference w:type="{type_}" r:id="{name}"/>' for kind, type_, name in references)
    return f"<w:sectPr>{inner}{'<w:titlePg/>' * titled}</w:sectPr>"


def margins(word: Word, **texts: str) -> tuple[dict[str, str | bytes], tuple[tuple[str, str, str], ...]]:
    parts: dict[str, str | bytes] = {}
    told = []
    for name, inner in texts.items():
        parts[f"word/{name}.xml"] = word.office.element("hdr", inner)
        told.append((name, "header", f"{name}.xml"))
    return parts, tuple(told)


def test_margins_of_the_first_page_tell_what_readers_need(word: Word) -> None:
    p = word.p
    contact = p("Pressekontakt") + p("Jana Wolters") + p("Telefon: 0231 44556-0")
    parts, told = margins(
        word,
        h1=p("Stadt Ahrenfeld") + p("Pressemitteilung") + p("Ahrenfeld, 2. April 2026") + p(EMBARGO),
        h2=f"<w:p>{word.r('Seite ')}{field('PAGE', word.r('2'))}</w:p>",
        h3=contact,
    )
    body = p("Neues Bad in Ahrenfeld") + p(LEAD) + p(MORE)
    body += section(("header", "first", "h1"), ("header", "default", "h2"), ("footer", "first", "h3"), titled=True)
    release = word.read(body, parts, *told)
    zones = [(block.zone.value, text) for block, text in zip(release.blocks, texts(release), strict=True)]
    assert zones[:3] == [
        ("label", "Pressemitteilung"), ("dateline", "Ahrenfeld, 2. April 2026"), ("embargo", EMBARGO),
    ]  # fmt: skip
    assert zones[-1] == ("contact", "Pressekontakt\nJana Wolters\nTelefon: 0231 44556-0")
    assert ("headline", "Neues Bad in Ahrenfeld") in zones
    assert release.source.text.startswith("Neues Bad in Ahrenfeld\n")
    assert len(release.paging.margins) == 3
    assert len(release.paging.first_only) == 2
    assert (release.paging.numbered, release.paging.totalled) == (True, False)
    where = [(trace.where, trace.text.split("\n")[0]) for trace in release.traces if trace.kind is TraceKind.MARGIN]
    assert where == [("first header", "Stadt Ahrenfeld"), ("header", "Seite #"), ("first footer", "Pressekontakt")]


def test_a_running_head_with_the_day_of_the_release_is_text(word: Word) -> None:
    parts, told = margins(word, h1=word.p("Pressemitteilung vom 2. April 2026"), h2=word.p("Satzung vom 2. April 2026"))
    release = word.read(word.p(LEAD) + section(("header", "default", "h1"), ("footer", "default", "h2")), parts, *told)
    assert texts(release) == ["Pressemitteilung vom 2. April 2026", LEAD]


def test_margins_of_later_pages_are_no_text(word: Word) -> None:
    parts, told = margins(word, h1="", h2=word.p("Pressemitteilung"), h3=word.p("gerade Seiten"))
    body = word.p(LEAD) + section(
        ("header", "default", "h2"), ("header", "first", "h1"), ("header", "even", "h3"), titled=True
    )
    release = word.read(body, parts, *told)
    assert texts(release) == [LEAD]
    assert release.paging.margins == ("Pressemitteilung", "gerade Seiten")
    without = word.read(word.p(LEAD) + section(("header", "first", "h2"), ("header", "default", "gone")), parts, *told)
    assert without.paging.margins == ()
    plain = word.read(word.p(LEAD) + section(("header", "default", "h2")), parts, *told)
    assert texts(plain) == ["Pressemitteilung", LEAD]


def test_a_letterhead_in_a_text_box_is_read_line_by_line(word: Word) -> None:
    contact = word.p("Stadt Ahrenfeld, Pressestelle") + word.p("Jana Wolters") + word.p("Telefon: 0231 44556-0")
    box = f"<w:r><w:drawing><wp:anchor><w:txbxContent>{contact}</w:txbxContent></wp:anchor></w:drawing></w:r>"
    lines = word.p("Pressemitteilung") + word.p("Ahrenfeld, 2. April 2026")
    parts, told = margins(word, h1=lines + f"<w:p>{box}</w:p>")
    release = word.read(word.p(LEAD) + section(("header", "default", "h1")), parts, *told)
    zones = [block.zone for block in release.blocks]
    assert zones == [Zone.LABEL, Zone.DATELINE, Zone.CONTACT, Zone.LEAD]
    assert texts(release)[2].startswith("Stadt Ahrenfeld, Pressestelle\nJana Wolters")


def test_pictures_have_their_descriptions(word: Word) -> None:
    def picture(properties: str) -> str:
        graphic = "<a:graphic><pic:pic><a:blip r:embed='b'/></pic:pic></a:graphic>"
        inner = f"<wp:docPr id='1' name='Bild 1' {properties}</wp:docPr>{graphic}"
        return f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>"

    old = "<w:r><w:pict><v:shape alt='Altes Bild'><v:imagedata r:id='b'/></v:shape></w:pict></w:r>"
    bare = "<w:r><w:pict><v:imagedata/></w:pict></w:r>"
    line = "<w:r><w:drawing><wp:inline><wp:docPr descr='Strich'/></wp:inline></w:drawing></w:r>"
    body = picture("descr='Das Becken'>") + picture("title='Nur ein Titel'>") + picture(">") + old + bare + line
    body += picture("><a:extLst><a:ext><adec:decorative val='1'/></a:ext></a:extLst>")
    release = word.read(f"<w:p>{word.r('Foto')}{body}</w:p>", None, ("b", "image", "media/image1.png"))
    assert [(mark.title, mark.target) for mark in release.marks] == [
        ("Das Becken", "image1.png"), ("Nur ein Titel", "image1.png"), ("", "image1.png"), ("Altes Bild", "image1.png"),
        ("", "image"),
    ]  # fmt: skip
    assert not any(trace.kind is TraceKind.IMAGE for trace in release.traces)


def test_a_document_of_nothing_but_a_picture_is_one(word: Word) -> None:
    picture = "<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>"
    release = word.read(f"<w:p>{picture}</w:p>")
    assert [trace.kind for trace in release.traces] == [TraceKind.IMAGE]
    assert release.cover
    assert (release.text, release.blocks) == ("", ())
    with pytest.raises(LoadError, match="the document is empty"):
        word.read("<w:p/>")


def test_properties_are_fields(word: Word) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Neues  Bad</dc:title><dc:creator>Praktikant2</dc:creator><cp:revision>7</cp:revision><dc:subject/>"
        "<dc:language>en-US</dc:language><dcterms:created>2026-04-01T08:00:00Z</dcterms:created></cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Company>Stadt Ahrenfeld</Company><Pages>3</Pages><Words>200</Words></Properties>"
    )
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="v">'
        '<property name="Aktenzeichen"><vt:lpwstr>A-12</vt:lpwstr></property><property name="leer"/></Properties>'
    )
    settings = word.office.element("settings", "<w:attachedTemplate/>")
    release = word.read(
        word.p(LEAD),
        {
            "docProps/core.xml": core,
            "docProps/app.xml": app,
            "docProps/custom.xml": custom,
            "word/settings.xml": settings,
            "word/_rels/settings.xml.rels": word.office.relations(
                ("t", "attachedTemplate", r"file:///C:\Vorlagen\PM.dotx"), ("u", "image", "x.png")
            ),
        },
        ("s", "settings", "settings.xml"),
    )
    assert [(field.name, field.value) for field in release.fields] == [
        ("dc:title", "Neues Bad"),
        ("dc:creator", "Praktikant2"),
        ("dcterms:created", "2026-04-01T08:00:00Z"),
        ("Company", "Stadt Ahrenfeld"),
        ("custom:Aktenzeichen", "A-12"),
        ("attachedTemplate", r"file:///C:\Vorlagen\PM.dotx"),
    ]
    assert all(field.key == field.name and field.span is None for field in release.fields)
    assert (release.paging.total, release.paging.certain) == (3, False)


def test_the_strict_form_is_read_like_the_usual_one(word: Word) -> None:
    usual = word.office.element("document", f"<w:body>{word.p(LEAD)}</w:body>")
    strict = usual.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert word.read("", {"word/document.xml": strict}).text == LEAD
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert word.read("", {"word/document.xml": usual.replace("UTF-8", "UTF-16").encode(encoding)}).text == LEAD


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><x/>', "document type declaration"),
        ("<w:document", "damaged"),
        ("<x/>", "no text of Word"),
        ("\ufeff<w:a xmlns:w='b'>&c;</w:a>", "damaged"),
        ("<?xml version='1.0' encoding='nix'?><a/>", "damaged"),
        (b"<\0x", "damaged"),
        ("<a>" + "".join(f"<b{one}/>" for one in range(300_000)) + "</a>", "more parts than any press release"),
    ],
)
def test_markup_that_is_none_of_word_is_refused(word: Word, document: str | bytes, reason: str) -> None:
    with pytest.raises(LoadError, match=reason) as caught:
        word.read("", {"word/document.xml": document})
    assert caught.value.german


def test_a_document_without_its_text_part_is_refused(office: ModuleType) -> None:
    with pytest.raises(LoadError, match=r"no text part \(word/document.xml\)"):
        load(source_from_bytes(office.archive({"[Content_Types].xml": "<a/>", "word/styles.xml": "<a/>"}), "a.docx"))


def test_text_in_an_embedded_file_is_not_passed_over(word: Word) -> None:
    with pytest.raises(LoadError, match="in an embedded file"):
        word.read('<w:altChunk r:id="x"/>')


def test_what_lies_in_itself_without_end_is_refused(word: Word) -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + word.p(LEAD) + "</w:sdtContent></w:sdt>" * 5000
    with pytest.raises(LoadError, match="nested deeper"):
        word.read(deep)
