from types import ModuleType
from typing import Any

import pytest

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.model.release import BlockKind, MarkKind, Release, TraceKind, Zone

LEAD = "Die Stadt Ahrenfeld eröffnet am Dienstag, 14. April 2026, nach zwei Jahren Umbau ihr neues Stadtbad im Süden."
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MORE = "Das Bad hat fünfundzwanzig Bahnen, und es ist an dreihundert Tagen im Jahr für alle Menschen der Stadt offen."


class Writer:
    """Makes OpenDocument texts and reads them."""

    def __init__(self, office: ModuleType) -> None:
        self.office: Any = office

    def read(self, body: str, styles: str = "", common: str = "", meta: str = "", **parts: str | bytes) -> Release:
        data = self.office.odt(
            body, styles, common, meta, {name.replace("__", "/"): part for name, part in parts.items()}
        )
        return load(source_from_bytes(data, "a.odt"))


@pytest.fixture(scope="session")
def writer(office: ModuleType) -> Writer:
    return Writer(office)


def p(inner: str, style: str = "") -> str:
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:p{name}>{inner}</text:p>"


def h(inner: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{inner}</text:h>'


def style(name: str, inner: str = "", family: str = "text", more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{inner}</style:style>'


def looks(told: str) -> str:
    return f"<style:text-properties {told}/>"


def texts(release: Release) -> list[str]:
    return [block.span.of(release.text) for block in release.blocks]


def told(release: Release) -> list[tuple[str, str, str]]:
    """Return kind, text, and the text at the place of each trace."""
    source = release.source.text
    return [(trace.kind.value, trace.text, trace.at.of(source) if trace.at else "-") for trace in release.traces]


def test_every_paragraph_is_a_line(writer: Writer) -> None:
    release = writer.read(h("Neues Bad", 1) + p("") + p(LEAD) + "<text:p/>" + p("Ende des Textes."))
    assert release.source.text == f"Neues Bad\n\n{LEAD}\n\nEnde des Textes."
    assert (release.source.derived, release.format) == (True, "odt")
    assert [(block.kind.value, block.level) for block in release.blocks] == [
        ("heading", 1), ("paragraph", 0), ("paragraph", 0),
    ]  # fmt: skip


def test_white_space_is_what_the_format_says(writer: Writer) -> None:
    inner = "  Das\n   <text:span> Bad</text:span> <text:span>  am  </text:span> Fluss<text:s text:c='2'/>ist<text:s/>"
    inner += "<text:s text:c='x'/>da<text:tab/>und <text:line-break/> offen. "
    release = writer.read(p(inner))
    assert release.source.text.rstrip() == "Das Bad am Fluss  ist  da\tund \u2028offen."


def test_headings_by_style(writer: Writer) -> None:
    common = style("Title", family="paragraph") + style("Untertitel", family="paragraph")
    common += style("H_20_2", family="paragraph", more='style:default-outline-level="2"')
    common += style("a", family="paragraph", more='style:parent-style-name="b"')
    common += style("b", family="paragraph", more='style:parent-style-name="a"')
    own = style("P1", family="paragraph", more='style:parent-style-name="H_20_2"')
    body = p("Eins Zwei", "Title") + p("Drei Vier", "Untertitel") + p("Fünf Sechs", "P1") + p(LEAD, "a") + h("Tief", 9)
    assert [block.level for block in writer.read(body, own, common).blocks] == [1, 2, 2, 0, 6]


def test_quotations_by_style(writer: Writer) -> None:
    common = style("Block_20_Text", family="paragraph", more='style:display-name="Quotations"')
    own = style("P1", family="paragraph", more='style:parent-style-name="Block_20_Text"')
    block = writer.read(h("Neues Bad", 1) + p(LEAD) + p(MORE, "P1"), own, common).blocks[-1]
    assert (block.kind, block.zone) == (BlockKind.QUOTE, Zone.QUOTE)


def test_a_text_longer_than_a_book_is_refused(writer: Writer) -> None:
    with pytest.raises(LoadError, match="more than 4000000 characters"):
        writer.read(p("<text:s text:c='1000'/>" * 25_000 + "x"))


LISTS = """
<text:list-style style:name="Z"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:start-value="3"/>
<text:list-level-style-number text:level="3" style:num-format="I" text:start-value="99999999"/>
</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>
"""


def listed(*items: str, name: str = "", more: str = "") -> str:
    styled = f' text:style-name="{name}"' if name else ""
    return (
        f"<text:list{styled}{more}>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"
    )


def test_lists_have_their_numbers(writer: Writer) -> None:
    inner = listed(p("Ziegel"), p("Rinne") + listed(p("Tief")))
    body = listed(p("Dach") + inner, p("Lift") + p("Fortsetzung"), inner, name="Z")
    body += listed(p("Weiter"), name="Z", more=' text:continue-numbering="true"') + listed(p("Neu"), name="Z")
    body += (
        '<text:list text:style-name="Z"><text:list-item text:start-value="7"><text:p>Sieben</text:p></text:list-item>'
    )
    body += "<text:list-header><text:p>Kopf</text:p></text:list-header></text:list>" + listed(p("Punkt"), name="B")
    release = writer.read(body, LISTS)
    assert texts(release) == [
        "1. Dach", "c) Ziegel", "d) Rinne", "I Tief", "2. Lift", "Fortsetzung", "c) Ziegel", "d) Rinne", "I Tief",
        "3. Weiter", "1. Neu", "7. Sieben", "Kopf", "Punkt",
    ]  # fmt: skip
    kinds = {text: (block.kind.value, block.level) for text, block in zip(texts(release), release.blocks, strict=True)}
    assert (kinds["1. Dach"], kinds["c) Ziegel"], kinds["Punkt"]) == (("item", 1), ("item", 2), ("item", 1))
    assert kinds["7. Sieben"] == ("item", 1)
    assert kinds["3. Weiter"] == ("item", 1)


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows)
    lines = [f"<table:table-row>{row}</table:table-row>" for row in cells]
    return (
        f"<table:table><table:table-header-rows>{lines[0]}</table:table-header-rows>{''.join(lines[1:])}</table:table>"
    )


def test_tables(writer: Writer) -> None:
    release = writer.read(table((p("Posten"), p("Betrag")), (p("Dach"), p("2,1"))) + p(LEAD))
    assert texts(release) == ["Posten\tBetrag", "Dach\t2,1", LEAD]
    letterhead = writer.read(table((p("PRESSEMITTEILUNG"), p("Ahrenfeld, 2. April 2026"))) + p(LEAD))
    assert texts(letterhead)[:2] == ["PRESSEMITTEILUNG", "Ahrenfeld, 2. April 2026"]


def test_links_and_pictures(writer: Writer) -> None:
    image = "<draw:image xlink:href='Pictures/bad.png'/>"
    frames = f"<draw:frame>{image}<svg:title>Bad</svg:title><svg:desc>Das Becken</svg:desc></draw:frame>"
    frames += f"<draw:frame loext:decorative='true'>{image}</draw:frame><draw:rect/>"
    frames += f"<draw:a xlink:href='https://a-bad.de'><draw:frame>{image}</draw:frame></draw:a>"
    body = p(f"Mehr: <text:a xlink:href='https://www.stadt-ahrenfeld.de'>hier</text:a>, <text:a>dort</text:a>{frames}")
    release = writer.read(body)
    assert [(mark.kind, mark.target, mark.title) for mark in release.marks] == [
        (MarkKind.LINK, "https://www.stadt-ahrenfeld.de", ""),
        (MarkKind.IMAGE, "bad.png", "Das Becken"),
        (MarkKind.IMAGE, "bad.png", ""),
    ]
    assert release.marks[0].span.of(release.text) == "hier"
    only = writer.read(p(f"<draw:frame>{image}</draw:frame>"))
    assert [trace.kind for trace in only.traces] == [TraceKind.IMAGE]


def test_text_boxes_stand_behind_their_paragraph(writer: Writer) -> None:
    box = f"<draw:frame><draw:text-box>{p('Termin:')}{p('13. April 2026')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('In der Form')}</draw:custom-shape></draw:g>"
    release = writer.read(
        p(f"Der Umbau {box}{shape}dauerte lange.") + p("und mehr") + f"<draw:frame>{image_box()}</draw:frame>"
    )
    assert texts(release) == [
        "Der Umbau dauerte lange.",
        "Termin:",
        "13. April 2026",
        "In der Form",
        "und mehr",
        "Frei.",
    ]


def image_box() -> str:
    return f"<draw:text-box>{p('Frei.')}</draw:text-box>"


def test_notes_fields_and_signs(writer: Writer) -> None:
    note = f"<text:note><text:note-body>{p('Eine Note.')}</text:note-body></text:note>"
    fields = (
        "<text:page-number>1</text:page-number>/<text:page-count>3</text:page-count> <text:title>Titel</text:title>"
    )
    ruby = (
        "<text:ruby><text:ruby-base>Grund</text:ruby-base><text:ruby-text>oben</text:ruby-text></text:ruby><text:ruby/>"
    )
    nothing = "<text:alphabetical-index-mark text:string-value='x'/><text:hidden-paragraph/><text:soft-page-break/>"
    release = writer.read(p(f"Das Bad{note}<text:note/> {fields} {ruby}{nothing}."))
    assert texts(release) == ["Das Bad #/# Titel Grund.", "Eine Note."]
    assert release.blocks[-1].zone is Zone.NOTE
    assert (release.paging.numbered, release.paging.totalled) == (True, True)


CHANGES = """<text:tracked-changes text:track-changes="false">
<text:changed-region xml:id="c1"><text:insertion><office:change-info><dc:creator>Jana Wolters</dc:creator>
<dc:date>2026-04-02</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="c2"><text:deletion><office:change-info><dc:creator>Jana Wolters</dc:creator>
</office:change-info><text:p>war nicht <text:s/>informiert</text:p><text:p>und ging</text:p></text:deletion>
</text:changed-region>
<text:changed-region text:id="c3"><text:format-change/></text:changed-region></text:tracked-changes>"""


def test_tracked_changes(writer: Writer) -> None:
    body = "Das <text:change-start text:change-id='c1'/>neue <text:change-end text:change-id='c1'/>Bad "
    body += "<text:change text:change-id='c2'/><text:change-start text:change-id='c3'/>öffnet"
    body += "<text:change-end text:change-id='c3'/>."
    body += "<text:change text:change-id='nix'/><text:change-end text:change-id='nix'/>"
    release = writer.read(CHANGES + p(body))
    assert release.text == "Das neue Bad öffnet."
    assert told(release)[:3] == [
        ("insertion", "neue", "neue "),
        ("deletion", "war nicht informiert und ging", ""),
        ("formatting", "", "öffnet"),
    ]
    assert release.traces[0].author == "Jana Wolters"
    recording = writer.read("<text:tracked-changes/>" + p(LEAD))
    assert [trace.kind for trace in recording.traces] == [TraceKind.TRACKING]


def comment(text: str, name: str = "") -> str:
    named = f' office:name="{name}"' if name else ""
    who = "<dc:creator>Jana Wolters</dc:creator><dc:date>2026</dc:date>"
    return f"<office:annotation{named}>{who}{p(text)}</office:annotation>"


def test_comments(writer: Writer) -> None:
    body = f"Es kamen {comment('Zahl vom Vorjahr?', 'c1')}12.300<office:annotation-end office:name='c1'/> Gäste."
    body += f"{comment('Stimmt das?')}{comment('Ohne Ende', 'c2')}<office:annotation-end office:name='nix'/>"
    release = writer.read(p(body) + p(f"{comment('presslint: ignore[DAT002] Zitat')}Text."))
    assert told(release) == [
        ("comment", "Zahl vom Vorjahr?", "12.300"), ("comment", "Stimmt das?", ""), ("comment", "Ohne Ende", ""),
    ]  # fmt: skip
    assert {trace.author for trace in release.traces} == {"Jana Wolters"}
    assert [mark.target for mark in release.marks] == ["presslint: ignore[DAT002] Zitat"]


def test_hidden_text(writer: Writer) -> None:
    own = style("weg", looks('text:display="none"')) + style("weiss", looks('fo:color="#ffffff"'))
    own += style("klein", looks('fo:font-size="1.5pt"')) + style(
        "ganz", looks('fo:color="#FFFFFF" fo:background-color="#003366"')
    )
    own += style("gross", looks('fo:font-size="120%" fo:font-weight="bold"'))
    own += style("kasten", '<style:paragraph-properties fo:background-color="#003366"/>', "paragraph")
    body = "Das<text:span text:style-name='weg'> geheim<text:line-break/></text:span> Bad"
    body += "<text:span text:style-name='weiss'> weiß</text:span>"
    body += "<text:span text:style-name='klein'> klein</text:span> <text:span text:style-name='ganz'>am</text:span>"
    body += " <text:span text:style-name='gross'>Fluss</text:span>"
    body += "<text:hidden-text text:string-value='Feld' text:is-hidden='true'/>"
    body += "<text:hidden-text text:is-hidden='false'>.</text:hidden-text>"
    white = p("<text:span text:style-name='weiss'>Weiß auf Blau</text:span>", "kasten")
    hidden = (
        f"<text:section text:display='none'>{p('Abschnitt')}</text:section><text:section>{p('Offen.')}</text:section>"
    )
    release = writer.read(
        p(body) + white + hidden + table((p("<text:span text:style-name='weiss'>T</text:span>"), p("U"))), own
    )
    assert texts(release)[:3] == ["Das Bad am Fluss.", "Weiß auf Blau", "Offen."]
    assert [text for kind, text, _ in told(release) if kind == "hidden"] == [
        "geheim",
        "weiß klein",
        "Feld",
        "Abschnitt",
    ]


MASTERS = """<office:master-styles>
<style:master-page style:name="Erste" style:next-style-name="Standard"><style:header><text:p>Pressemitteilung</text:p>
<text:p>Ahrenfeld, 2. April 2026</text:p></style:header></style:master-page>
<style:master-page style:name="Standard"><style:header><text:p>Bad</text:p></style:header>
<style:footer><text:p>Seite <text:page-number>2</text:page-number></text:p></style:footer>
<style:header-left style:display="false"><text:p>links</text:p></style:header-left>
<style:footer-left><text:p/></style:footer-left>
</style:master-page></office:master-styles>"""


def test_margins(writer: Writer) -> None:
    own = style("P1", family="paragraph", more='style:master-page-name="Erste"')
    release = writer.read(p("Neues Bad am Fluss", "P1") + p(LEAD) + p(MORE), own, MASTERS)
    assert texts(release)[:2] == ["Pressemitteilung", "Ahrenfeld, 2. April 2026"]
    assert release.paging.margins == ("Pressemitteilung\nAhrenfeld, 2. April 2026", "Bad", "Seite #")
    assert release.paging.first_only == ("Pressemitteilung\nAhrenfeld, 2. April 2026",)
    assert release.paging.numbered
    plain = writer.read(p(LEAD), "", MASTERS)
    assert texts(plain) == [LEAD]
    titled = MASTERS.replace(
        "<style:header><text:p>Bad",
        "<style:header-first><text:p>Pressemitteilung</text:p></style:header-first><style:header><text:p>Bad",
    )
    assert texts(writer.read(p(LEAD), "", titled)) == ["Pressemitteilung", LEAD]


def test_a_watermark(writer: Writer) -> None:
    shape = f"<draw:custom-shape draw:name='PowerPlusWaterMarkObject1'>{p('ENTWURF')}</draw:custom-shape>"
    master = f"<style:master-page style:name='Standard'><style:header>{p(shape)}</style:header></style:master-page>"
    release = writer.read(p(LEAD), "", f"<office:master-styles>{master}</office:master-styles>")
    assert [(trace.kind, trace.text, trace.where) for trace in release.traces] == [
        (TraceKind.WATERMARK, "ENTWURF", "header")
    ]


def test_properties(writer: Writer) -> None:
    meta = "<meta:initial-creator>Praktikant2</meta:initial-creator><dc:title>Neues Bad</dc:title><dc:subject/>"
    meta += "<meta:user-defined meta:name='Company'>Stadt Ahrenfeld</meta:user-defined>"
    meta += "<meta:editing-cycles>4</meta:editing-cycles>"
    meta += "<meta:template xlink:href='file:///C:/Vorlagen/PM.ott' xlink:title='PM'/>"
    meta += "<meta:document-statistic meta:page-count='2'/>"
    release = writer.read(p(LEAD), meta=meta)
    assert [(field.key, field.value) for field in release.fields] == [
        ("meta:initial-creator", "Praktikant2"),
        ("dc:title", "Neues Bad"),
        ("custom:Company", "Stadt Ahrenfeld"),
        ("meta:template", "file:///C:/Vorlagen/PM.ott"),
    ]
    assert (release.paging.total, release.paging.certain) == (2, False)


def test_the_language(writer: Writer) -> None:
    def default(language: str, country: str) -> str:
        properties = looks(f'fo:language="{language}" fo:country="{country}"')
        return f"<style:default-style style:family='paragraph'>{properties}</style:default-style>"

    def said(own: str, common: str) -> list[tuple[str, str]]:
        body = p(f"<text:span text:style-name='T1'>{LEAD}</text:span> Ja.")
        return [(field.name, field.value) for field in writer.read(body, own, common).fields]

    assert said(style("T1", looks('fo:language="de"')), default("en", "US")) == [("language", "de")]
    assert said("", default("de", "AT")) == [("fo:language", "de-AT")]
    assert said("", default("en", "US")) == []
    assert said("", default("zxx", "none")) == []


def test_embedded_sheets_are_named(writer: Writer) -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f"<manifest:file-entry manifest:full-path='Object 1/' manifest:media-type='{kind}'/>"
    manifest = f"<manifest:manifest xmlns:manifest='{MANIFEST}'>{entry}</manifest:manifest>"
    data = writer.office.odt(p(LEAD), parts={"META-INF/manifest.xml": manifest})
    (trace,) = load(source_from_bytes(data, "a.odt")).traces
    assert (trace.kind, trace.text) == (TraceKind.ATTACHMENT, "Object 1")


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (
            {"META-INF/manifest.xml": f"<m:manifest xmlns:m='{MANIFEST}'><m:encryption-data/></m:manifest>"},
            "password-protected",
        ),
        ({"encrypted-package": "x"}, "password-protected"),
        ({"content.xml": "<a/>"}, r"no text part \(content.xml\)"),
        ({"content.xml": ""}, r"no text part \(content.xml\)"),
        ({"content.xml": "<a>"}, "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(writer: Writer, parts: dict[str, str | bytes], reason: str) -> None:
    with pytest.raises(LoadError, match=reason) as caught:
        load(source_from_bytes(writer.office.odt(p(LEAD), parts=parts), "a.odt"))
    assert caught.value.german


def test_what_lies_in_itself_without_end_is_refused(writer: Writer) -> None:
    with pytest.raises(LoadError, match="nested deeper"):
        writer.read("<text:section>" * 5000 + p(LEAD) + "</text:section>" * 5000)


def test_indexes_are_read(writer: Writer) -> None:
    index = f"<text:table-of-content><text:index-body>{p('Inhalt 1')}</text:index-body></text:table-of-content>"
    assert texts(writer.read(index + p(LEAD) + "<office:forms/>"))[0] == "Inhalt 1"


def test_a_release_that_was_pasted_is_read_like_its_text(writer: Writer) -> None:
    text = (
        f"Neues Bad am Fluss\n\nAhrenfeld, 2. April 2026\n\n{LEAD}\n\nPressekontakt:\nJana Wolters\nTel. 0231 44556-0"
    )
    plain = load(source_from_bytes(text.encode(), "a.txt"))
    pasted = load(source_from_bytes(writer.office.odt_of(text), "a.odt"))
    assert (texts(pasted), pasted.blocks) == (texts(plain), plain.blocks)
