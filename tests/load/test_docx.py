from typing import Any

import pytest

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.model.release import BlockKind, FieldOrigin, MarkKind, Release, Zone
from presslint.text.lines import LineIndex

LEAD = "Die Stadt Ahrenfeld eröffnet am Dienstag, 14. April 2026, nach zwei Jahren Umbau ihr neues Stadtbad im Süden."
MORE = "Das Bad hat fünfundzwanzig Bahnen, und es ist an dreihundert Tagen im Jahr für alle Menschen der Stadt offen."


Word = Any  # see conftest.py
STYLES = ("s", "styles", "styles.xml")


def style(name: str, title: str, inner: str = "", kind: str = "paragraph", default: str = "") -> str:
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{first}><w:name w:val="{title}"/>{inner}</w:style>'


def shown(release: Release) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.span.of(release.text)) for block in release.blocks]


def texts(release: Release) -> list[str]:
    return [block.span.of(release.text) for block in release.blocks]


def test_every_paragraph_is_a_line(word: Word) -> None:
    release = word.read(word.p("Titel") + word.p() + word.p(LEAD) + "<w:p/>" + word.p("Ende des Textes."))
    assert release.source.text == f"Titel\n\n{LEAD}\n\nEnde des Textes."
    assert (release.source.derived, release.format, release.source.encoding) == (True, "docx", "")
    place = release.prose.to_source(release.blocks[-1].span)
    assert LineIndex(release.source.text).position(place.start).line == 5


def test_a_place_in_the_prose_is_the_place_in_its_paragraph(word: Word) -> None:
    release = word.read(word.p(word.r("Am "), word.r("Montag", "<w:b/>"), word.r(", 14. April")) + word.p(MORE))
    start = release.text.index("Montag")
    assert release.text.startswith("Am Montag, 14. April")
    for block in release.blocks:
        span = release.prose.to_source(block.span)
        assert span.of(release.source.text) == block.span.of(release.text)
    assert release.prose.to_source(release.blocks[0].span._replace(start=start)).start == start


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("heading 1", 1), ("Heading 2", 2), ("Überschrift 1", 1), ("Titre 3", 3), ("Título 2", 2), ("Kop 1", 1),
        ("Rubrik 1", 1), ("heading 9", 6), ("Title", 1), ("Titel", 1), ("Untertitel", 2), ("Subtitle", 2),
        ("Normal", 0), ("Titelzeile Foto", 0), ("Kopfzeile", 0),
    ],
)  # fmt: skip
def test_headings_are_told_by_their_style(word: Word, title: str, level: int) -> None:
    body = word.p("Neues Bad", shape='<w:pStyle w:val="x"/>') + word.p(LEAD)
    release = word.read(body, word.styles(style("x", title)), STYLES)
    block = release.blocks[0]
    assert (block.kind is BlockKind.HEADING, block.level) == (level > 0, level)


def test_headings_are_told_by_what_their_style_is_based_on(word: Word) -> None:
    styles = word.styles(
        style("a", "heading 2"),
        style("b", "Haus Zwischentitel", '<w:basedOn w:val="a"/>'),
        style("c", "Haus Titel", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        style("d", "Haus Text", '<w:basedOn w:val="c"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        style("e", "Kreis", '<w:basedOn w:val="f"/>'),
        style("f", "Kreis 2", '<w:basedOn w:val="e"/>'),
    )
    body = "".join(word.p(f"Zeile {name}", shape=f'<w:pStyle w:val="{name}"/>') for name in "cbdef")
    body += word.p("Zeile direkt", shape='<w:outlineLvl w:val="2"/>')
    body += word.p("Zeile zurück", shape='<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>')
    levels = [block.level for block in word.read(body, styles, STYLES).blocks]
    assert levels == [1, 2, 0, 0, 0, 3, 0]


NUMBERED = """
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
"""


def test_lists_have_their_numbers(word: Word) -> None:
    def item(text: str, list_: int, depth: int = 0) -> str:
        paragraph: str = word.p(text, shape=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>')
        return paragraph

    body = item("Dach", 1) + item("Ziegel", 1, 1) + item("Rinne", 1, 1) + item("Lift", 1) + item("Rampe", 1, 1)
    body += item("Punkt", 2) + item("Neu gezählt", 3) + item("Ohne", 0) + item("Fremd", 9) + item("Tief", 1, 8)
    release = word.read(body, {"word/numbering.xml": word.office.element("numbering", NUMBERED)},
                        ("n", "numbering", "numbering.xml"))  # fmt: skip
    assert shown(release) == [
        ("item", 1, "1. Dach"),
        ("item", 2, "1.a) Ziegel"),
        ("item", 2, "1.b) Rinne"),
        ("item", 1, "2. Lift"),
        ("item", 2, "2.a) Rampe"),
        ("item", 1, "Punkt"),
        ("item", 1, "4. Neu gezählt"),
        ("paragraph", 0, "Ohne"),
        ("item", 1, "Fremd"),
        ("item", 9, "Tief"),
    ]
    assert release.blocks[0].zone is Zone.LIST


def test_quotations_and_captions_are_told_by_their_style(word: Word) -> None:
    styles = word.styles(
        style("q", "Intense Quote"), style("z", "Haus Zitat", '<w:basedOn w:val="q"/>'), style("c", "Beschriftung")
    )
    body = word.p("Neues Bad am Fluss") + word.p(LEAD)
    body += "".join(word.p(MORE, shape=f'<w:pStyle w:val="{name}"/>') for name in "qzc")
    blocks = word.read(body, styles, STYLES).blocks[-3:]
    assert [(block.kind, block.zone) for block in blocks] == [
        (BlockKind.QUOTE, Zone.QUOTE), (BlockKind.QUOTE, Zone.QUOTE), (BlockKind.PARAGRAPH, Zone.CAPTION),
    ]  # fmt: skip


def test_fields_in_one_another_without_end_are_refused(word: Word) -> None:
    begun = "<w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/></w:r>"
    assert word.read(f"<w:p>{begun * 50}{word.r('x')}</w:p>").text == "x"
    with pytest.raises(LoadError, match="nested deeper"):
        word.read(f"<w:p>{begun * 51}{word.r('x')}</w:p>")


def test_a_list_can_be_that_of_the_style(word: Word) -> None:
    inner = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    release = word.read(
        word.p("Dach", shape='<w:pStyle w:val="l"/>') + word.p("Lift", shape='<w:pStyle w:val="l"/>'),
        {"word/numbering.xml": word.office.element("numbering", NUMBERED), **word.styles(style("l", "Liste", inner))},
        STYLES,
        ("n", "numbering", "numbering.xml"),
    )
    assert [block.kind for block in release.blocks] == [BlockKind.ITEM, BlockKind.ITEM]


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_row_is_a_block_and_its_paragraphs_are_lines(word: Word) -> None:
    p = word.p
    body = p(LEAD) + table((p("Posten"), p("Betrag")), (p("Dach") + p("neu"), p("2,1")), (p(), p("5,5")), (p(), p()))
    release = word.read(body + p(MORE))
    rows = [text for kind, _, text in shown(release) if kind == "row"]
    assert rows == ["Posten\tBetrag", "Dach neu\t2,1", "\t5,5"]
    assert release.source.text.split("\n")[1:8] == ["Posten", "Betrag", "Dach", "neu", "2,1", "", "5,5"]
    assert release.source.text.split("\n")[-1] == MORE


def test_a_table_that_lays_out_the_page_is_no_table(word: Word) -> None:
    p = word.p
    left, right = p("PRESSEMITTEILUNG"), p("Ahrenfeld, 2. April 2026")
    contact = p("Pressekontakt") + p("Jana Wolters") + p("Telefon: 0231 44556-0")
    for body in (
        table((left, right)),
        table((left,), (right,)),
        table((left, p("A")), (right, contact)),
        table((left, p("A")), (right, table((p("x"), p("y"))))),
    ):
        release = word.read(body + p("Neues Bad") + p(LEAD))
        assert texts(release)[0] == "PRESSEMITTEILUNG"
        assert "Ahrenfeld, 2. April 2026" in texts(release)
        assert all(block.kind is not BlockKind.ROW for block in release.blocks)


def test_cells_behind_controls_are_read(word: Word) -> None:
    p = word.p
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{p('Dach')}</w:tc><w:tc>{p('2,1')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    assert texts(word.read(f"<w:tbl>{row}<w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>")) == [
        "Dach\t2,1", "a\tb",
    ]  # fmt: skip


def box(inner: str) -> str:
    return f"<wp:anchor><wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor>"


def test_a_text_box_is_read_once_behind_its_paragraph(word: Word) -> None:
    inner = word.p("Termin für die Presse:") + word.p("Rundgang am 13. April 2026")
    both = f"<mc:Choice Requires='wps'><w:drawing>{box(inner)}</w:drawing></mc:Choice>"
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    older = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    run = f"<w:r><mc:AlternateContent>{both}<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    release = word.read(f"<w:p>{word.r('Der Umbau ')}{run}{word.r('dauerte zwei Jahre.')}</w:p>" + word.p("und mehr"))
    assert texts(release) == [
        "Der Umbau dauerte zwei Jahre.", "Termin für die Presse:", "Rundgang am 13. April 2026", "und mehr",
    ]  # fmt: skip
    older = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    assert len(texts(word.read(f"<w:p>{older}</w:p>"))) == 2


def test_links_have_their_targets(word: Word) -> None:
    linked = f'<w:hyperlink r:id="l1" w:tooltip="Seite">{word.r("www.stadt-ahrenfeld.de")}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="bad">{word.r("unten")}</w:hyperlink>'
    broken = f'<w:hyperlink r:id="nix">{word.r("nirgends")}</w:hyperlink>'
    release = word.read(
        word.p("Mehr: ", linked, ", ", inside, ", ", broken),
        None,
        ("l1", "hyperlink", "https://www.stadt-ahrenfeld.de/bad"),
    )
    first, second = release.marks
    assert (first.kind, first.span.of(release.text), first.target, first.title) == (
        MarkKind.LINK, "www.stadt-ahrenfeld.de", "https://www.stadt-ahrenfeld.de/bad", "Seite",
    )  # fmt: skip
    assert (second.target, second.span.of(release.text)) == ("#bad", "unten")
    assert release.text == "Mehr: www.stadt-ahrenfeld.de, unten, nirgends"


def field(code: str, result: str) -> str:
    sign = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    instruction = f"<w:r><w:instrText xml:space='preserve'>{code}</w:instrText></w:r>"
    return sign.format("begin") + instruction + sign.format("separate") + result + sign.format("end")


@pytest.mark.parametrize(
    ("code", "target"),
    [
        (' HYPERLINK "https://a-bad.de/x" ', "https://a-bad.de/x"),
        ("HYPERLINK https://a-bad.de", "https://a-bad.de"),
        (' HYPERLINK "https://a-bad.de" \\l "teil" \\o "Tipp" ', "https://a-bad.de#teil"),
        (' HYPERLINK  \\l "teil"', "#teil"),
        (' hyperlink \\n "mailto:presse@a-bad.de"', "mailto:presse@a-bad.de"),
    ],
)
def test_links_can_be_fields(word: Word, code: str, target: str) -> None:
    code = code.replace('"', "&quot;")
    release = word.read(f"<w:p>{word.r('Mehr ')}{field(code, word.r('hier'))}{word.r('.')}</w:p>")
    assert release.text == "Mehr hier."
    assert [(mark.target, mark.span.of(release.text)) for mark in release.marks] == [(target, "hier")]


def test_fields_show_their_result(word: Word) -> None:
    nested = field(f"IF {field('PAGE', word.r('1'))} = 1 ", word.r("Ja"))
    simple = f'<w:fldSimple w:instr="MERGEFIELD Ort">{word.r("Ahrenfeld")}</w:fldSimple>'
    hidden = field("XE &quot;Bad&quot;", word.r("Bad"))
    button = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>MACROBUTTON X [Name]</w:instrText></w:r>"
    button += "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    release = word.read(f"<w:p>{nested}{word.r(' in ')}{simple}{hidden}{word.r(' von ')}{button}</w:p>")
    assert release.text == "Ja in Ahrenfeld von [Name]"


def test_page_numbers_that_are_fields_are_not_typed(word: Word) -> None:
    body = f"<w:p>{word.r('Seite ')}{field(' PAGE ', word.r('1') + word.r('2'))}{word.r(' von ')}"
    body += f'<w:fldSimple w:instr=" NUMPAGES ">{word.r("3")}</w:fldSimple><w:r><w:pgNum/></w:r></w:p>'
    release = word.read(body + word.p(LEAD))
    assert texts(release)[0] == "Seite # von ##"
    assert (release.paging.numbered, release.paging.totalled) == (True, True)


def test_a_field_that_never_ends_swallows_its_paragraph_only(word: Word) -> None:
    begun = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
    stray = "<w:r><w:fldChar w:fldCharType='end'/><w:fldChar w:fldCharType='separate'/></w:r>"
    assert texts(word.read(f"<w:p>{begun}{word.r('weg')}</w:p><w:p>{stray}{word.r(LEAD)}</w:p>")) == [LEAD]


def test_signs_of_word_are_characters(word: Word) -> None:
    signs = "<w:tab/><w:ptab/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font='Wingdings' w:char='F028'/>"
    signs += "<w:sym w:font='Symbol' w:char='F0AE'/><w:sym w:font='Symbol' w:char='0025'/>"
    signs += "<w:sym w:font='Webdings' w:char='F0FF'/><w:sym w:font='Wingdings' w:char='F001'/><w:sym w:char='x'/>"
    signs += "<w:sym w:font='Arial' w:char='0041'/>"
    math = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{word.r('oben')}</w:rt><w:rubyBase>{word.r('Grund')}</w:rubyBase></w:ruby></w:r>"
    release = word.read(f"<w:p>{word.r('a')}<w:r>{signs}</w:r>{math}{ruby}{word.r('z&amp;z')}</w:p>")
    assert release.text == "a\t\t\u2011\u00ad☎→%□□Aa+bGrundz&amp;z"


def test_line_breaks_are_lines_of_one_paragraph(word: Word) -> None:
    lines = "Jana Wolters<w:br/>Telefon: 0231 44556-0<w:cr/>E-Mail: presse@stadt-ahrenfeld.de<w:br w:type='page'/>"
    run = "<w:r>" + lines.replace("<w:", "</w:t><w:").replace("/>", "/><w:t>") + "</w:t></w:r>"
    release = word.read(word.p("Pressekontakt") + f"<w:p>{run.replace('<w:r>', '<w:r><w:t>', 1)}</w:p>")
    assert texts(release)[-1].endswith("Telefon: 0231 44556-0\nE-Mail: presse@stadt-ahrenfeld.de")
    assert release.source.text.count("\n") == 1


def test_wrappers_are_seen_through(word: Word) -> None:
    wrapped = word.r("Die Stadt ")
    for name in ("smartTag", "customXml", "dir", "bdo"):
        wrapped = f"<w:{name}>{wrapped}</w:{name}>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{word.r('eröffnet')}</w:sdtContent></w:sdt><w:sdt/>"
    block = f"<w:sdt><w:sdtContent>{word.p('ein Bad.')}</w:sdtContent></w:sdt><w:sdt/>"
    block += f"<w:customXml>{word.p('Und mehr.')}</w:customXml>"
    assert texts(word.read(f"<w:p>{wrapped}{control}</w:p>{block}")) == ["Die Stadt eröffnet", "ein Bad.", "Und mehr."]


def test_bold_text_is_strong_by_itself_and_by_its_style(word: Word) -> None:
    styles = word.styles(style("f", "Fett", "<w:rPr><w:b/></w:rPr>", kind="character"))
    text = word.p(f"{LEAD} {MORE}") + word.p(MORE)
    name = "Stadtwerke Ahrenfeld GmbH"
    for looks, zone in (("", Zone.HEADLINE), ("<w:b/>", Zone.HEADLINE), ("<w:rStyle w:val='f'/>", Zone.HEADLINE)):
        head = word.p(word.r(name, looks)) if looks else word.p("Neues Bad am Fluss")
        release = word.read(head + text, styles, STYLES)
        assert release.blocks[0].zone is zone
    off = word.p(word.r(name, "<w:rStyle w:val='f'/><w:b w:val='0'/>"))
    assert word.read(off + text, styles, STYLES).blocks[0].zone is not Zone.HEADLINE


def test_the_language_of_most_of_the_text_is_a_field(word: Word) -> None:
    def said(*languages: str, default: str = "") -> list[tuple[str, str, str]]:
        runs = [word.r(LEAD, f'<w:lang w:val="{one}"/>' if one else "") for one in languages]
        defaults = (
            f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{default}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        )
        release = word.read(word.p(*runs), word.styles(defaults=defaults if default else ""), STYLES)
        assert release.language == ""
        assert all(field.origin is FieldOrigin.PROPERTY for field in release.fields)
        return [(field.name, field.key, field.value) for field in release.fields]

    assert said("de-DE", "de-DE", "en-US") == [("language", "w:lang", "de-DE")]
    assert said("", "", "en-GB", default="de-AT") == [("w:lang", "w:lang", "de-AT")]
    assert said("", default="en-US") == []
    assert said("") == []


def test_lines_of_a_contact_that_are_paragraphs_are_one_block(word: Word) -> None:
    body = word.p("Neues Bad am Fluss") + word.p(LEAD) + word.p(MORE) + word.p(word.r("Pressekontakt", "<w:b/>"))
    body += word.p("Jana Wolters") + word.p("Telefon: 0231 44556-0") + word.p("E-Mail: presse@stadt-ahrenfeld.de")
    body += word.p("Kurzer Satz") + word.p(LEAD) + word.p("Zeile ohne Daten") + word.p("Noch eine Zeile")
    release = word.read(body)
    contact = next(block for block in release.blocks if block.zone is Zone.CONTACT)
    assert contact.span.of(release.text).startswith("Pressekontakt\nJana Wolters\nTelefon: 0231 44556-0\nE-Mail")
    assert texts(release)[-2:] == ["Zeile ohne Daten", "Noch eine Zeile"]


def test_a_release_that_was_pasted_is_read_like_its_text(word: Word) -> None:
    text = f"Neues Bad am Fluss\n\nAhrenfeld, 2. April 2026\n\n{LEAD}\n\n- Dach\n- Lift\n\nPressekontakt:\n"
    text += "Jana Wolters\nTel. 0231 44556-0\n"
    plain = load(source_from_bytes(text.encode(), "a.txt"))
    pasted = load(source_from_bytes(word.office.docx_of(text), "a.docx"))
    assert (texts(pasted), pasted.blocks) == (texts(plain), plain.blocks)
