"""NewsML-G2: what people read of it, and what is no NewsML-G2."""

# ruff: noqa: E501 - what stands in a file is easier to read on its lines
import pytest

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.load.newsml import further_items
from presslint.load.newsml_tree import tree_of
from presslint.load.newsml_xml import declared
from presslint.model.release import Release
from presslint.model.source import Source
from presslint.text.span import Span

NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title>'
    "</head><body><p>Die Stadt Ahrenfeld er&#246;ffnet\n    im Mai <b>ihr</b> neues Hallenbad &amp; mehr.</p>"
    '<ul><li>Eins</li></ul><p><a href="https://www.stadt-ahrenfeld.de/">Mehr steht im Netz auf der Seite der Stadt.</a></p></body></html></inlineXML>'
)
META = (
    '<contentMeta><contentCreated>2018-02-22</contentCreated><located qcode="city:ahr"><name>Ahrenfeld</name></located>'
    "<creator><name>Stadt Ahrenfeld</name><organisationDetails><contactInfo><phone>02534 6112-340</phone>"
    "<email>presse@stadt-ahrenfeld.de</email><address><line>Markt 1</line></address></contactInfo></organisationDetails>"
    "</creator><slugline>bad</slugline><by>Von Jana Brehm</by><headline> Neues Bad  im Süden </headline>"
    '<language tag="de"/><description role="drol:summary">Es öffnet im Mai.</description></contentMeta>'
)
ITEM_META = (
    '<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2018-02-23T10:00:00+01:00</versionCreated>'
    '<embargoed>2018-02-24T10:00:00+01:00</embargoed><pubStatus qcode="stat:usable"/></itemMeta>'
)


def item(content: str = XHTML, meta: str = META, item_meta: str = ITEM_META, guid: str = "a") -> str:
    inside = f"<contentSet>{content}</contentSet>" if content else ""
    return (
        f'<newsItem xmlns="{NAR}" guid="{guid}" version="1" standard="NewsML-G2" standardversion="2.30" xml:lang="de">'
        f"\n{item_meta}{meta}{inside}</newsItem>"
    )


def message(*items: str) -> str:
    return f'<?xml version="1.0"?><newsMessage xmlns="{NAR}"><header><sent>2018-02-23</sent></header><itemSet>' + (
        "".join(items) + "</itemSet></newsMessage>"
    )


def read(text: str) -> Release:
    return load(Source("a.xml", text), None, "newsml")


def blocks(release: Release) -> list[tuple[str, str]]:
    return [(block.zone.value, block.span.of(release.text)) for block in release.blocks]


def test_an_item_is_read_in_the_order_of_people() -> None:
    release = read(item())
    assert blocks(release) == [
        ("headline", "Neues Bad im Süden"),
        ("subhead", "Von Jana Brehm"),
        ("subhead", "Es öffnet im Mai."),
        ("lead", "Die Stadt Ahrenfeld eröffnet im Mai ihr neues Hallenbad & mehr."),
        ("list", "Eins"),
        ("body", "Mehr steht im Netz auf der Seite der Stadt."),
        ("contact", "Stadt Ahrenfeld\nTelefon: 02534 6112-340\nE-Mail: presse@stadt-ahrenfeld.de\nMarkt 1"),
    ]
    assert release.language == "de"
    (link,) = release.marks
    assert link.target_at is not None
    assert link.target_at.of(release.source.text) == link.target == "https://www.stadt-ahrenfeld.de/"
    start = release.text.index("neues Hallenbad")
    assert release.prose.to_source(Span(start, start + 5)).of(release.source.text) == "neues"


def test_fields_are_evidence_of_what_they_say() -> None:
    release = read(item())
    named = {field.name: field.value for field in release.fields}
    assert named["issued"] == "2018-02-23T10:00:00+01:00"
    assert named["embargo"] == "2018-02-24T10:00:00+01:00"
    assert named["status"] == "stat:usable"
    assert named["title"] == "Neues Bad im Süden"
    assert named["place"] == "Ahrenfeld"
    assert "date" not in named
    for field in release.fields:
        assert field.span is not None
        assert " ".join(field.span.of(release.source.text).split()) == field.value


def test_nitf_says_what_its_parts_are() -> None:
    nitf = (
        '<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>no</title></head><body><body.head>'
        "<hedline><hl1>Neues Bad im Süden</hl1><hl2>Es kostet 18 Millionen</hl2></hedline><byline>Von Jana Brehm</byline>"
        "<dateline><location>Ahrenfeld</location>, <story.date>23. Februar 2018</story.date></dateline></body.head>"
        "<body.content><p>Die Stadt Ahrenfeld öffnet ihr neues Hallenbad im Mai.</p><media><media-metadata>no"
        "</media-metadata><media-caption>Das Bad.</media-caption></media></body.content></body></nitf></inlineXML>"
    )
    assert blocks(read(item(nitf)))[:6] == [
        ("subhead", "Es öffnet im Mai."),
        ("headline", "Neues Bad im Süden"),
        ("subhead", "Es kostet 18 Millionen"),
        ("subhead", "Von Jana Brehm"),
        ("dateline", "Ahrenfeld, 23. Februar 2018"),
        ("lead", "Die Stadt Ahrenfeld öffnet ihr neues Hallenbad im Mai."),
    ]


@pytest.mark.parametrize(
    "content",
    [
        '<inlineData contenttype="text/plain">Die Stadt Ahrenfeld öffnet ihr Bad.\n\nEs ist &lt;neu&gt;.</inlineData>',
        "<inlineData><![CDATA[Die Stadt Ahrenfeld öffnet ihr Bad.\n\nEs ist <neu>.]]></inlineData>",
        (
            '<inlineData contenttype="text/html">&lt;p>Die Stadt Ahrenfeld &amp;ouml;ffnet ihr Bad.&lt;/p>'
            "&lt;p>Es ist &amp;lt;neu&amp;gt;.</inlineData>"
        ),
    ],
)
def test_text_in_data(content: str) -> None:
    release = read(item(content, meta=""))
    assert release.text == "Die Stadt Ahrenfeld öffnet ihr Bad.\n\nEs ist <neu>."
    start = release.text.index("Stadt")
    assert release.prose.to_source(Span(start, start + 5)).of(release.source.text) == "Stadt"


def test_data_is_no_text() -> None:
    table = '<inlineXML><sports-event xmlns="urn:sports">4:0</sports-event></inlineXML>'
    release = read(item(table + '<inlineData encoding="base64">QUJD</inlineData>', meta=""))
    assert release.text == ""
    assert release.cover
    picture = ITEM_META.replace("ninat:text", "ninat:picture")
    shown = read(item("", item_meta=picture))
    assert ("caption", "Es öffnet im Mai.") in blocks(shown)


def test_every_item_of_a_message_can_be_read() -> None:
    empty = item("", guid="b")
    third = item(XHTML.replace("Hallenbad", "Freibad"), guid="c")
    source = Source("m.xml", message(item(), empty, third))
    first = load(source, None, "newsml")
    assert "Hallenbad" in first.text
    assert "Freibad" not in first.text
    ((name, other),) = further_items(source)
    assert name == "item-2.xml"
    assert len(other.text) == len(source.text)
    assert "Freibad" in load(other, None, "newsml").text
    assert list(further_items(Source("a.xml", item()))) == []


def test_a_missing_namespace_is_said_in_german_too() -> None:
    with pytest.raises(LoadError) as caught:
        read("<newsItem>x</newsItem>")
    assert caught.value.german.startswith("<newsItem> steht in keinem Namensraum; NewsML-G2 hat ")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("<newsItem>x</newsItem>", "in the namespace none; NewsML-G2 has"),
        ('<newsItem xmlns="urn:x">x</newsItem>', "in the namespace urn:x"),
        (f'<planningItem xmlns="{NAR}"/>', "a planning item"),
        (f'<other xmlns="{NAR}"/>', "<other>"),
        (f'<newsMessage xmlns="{NAR}"><itemSet/></newsMessage>', "has no news item"),
        ("<NewsML><NewsItem/></NewsML>", "NewsML 1, not NewsML-G2"),
        ("<nitf/>", "NITF alone"),
        ('<rss version="2.0"/>', "an RSS feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"/>', "an Atom feed"),
        ("<project/>", "XML with the root <project>"),
        ("<a><b></a>", "line 1, column 9: this is no XML: mismatched tag"),
        ("<a>&x;</a>", "undefined entity"),
        ("<a>", "no element found"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type definition"),
        ("<a>" * 1000 + "</a>" * 1000, "nested more than 200 levels deep"),
    ],
)
def test_what_is_no_newsml_is_refused_by_name(text: str, english: str) -> None:
    with pytest.raises(LoadError) as caught:
        read(text)
    assert english in str(caught.value)
    assert caught.value.german


def test_a_file_that_is_too_long_is_refused() -> None:
    with pytest.raises(LoadError, match="more than 4194304 characters"):
        read("<a>" + "x" * 4_200_000 + "</a>")


def test_an_encoding_that_is_declared_is_used() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-2"?><a>Łódź</a>'
    source = source_from_bytes(text.encode("iso-8859-2"), "a.xml")
    assert tree_of(declared(source).text).text(declared(source).text) == "Łódź"
    same = source_from_bytes(text.encode(), "a.xml")
    assert declared(same) is same
    wrong = source_from_bytes(b'<?xml version="1.0" encoding="utf-8"?><a>\xe4</a>', "a.xml")
    with pytest.raises(LoadError, match="says that it is utf-8, but it is not"):
        declared(wrong)


def test_parts_of_nitf_and_pages() -> None:
    nitf = (
        '<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content><p>Die Stadt Ahrenfeld öffnet'
        " ihr neues Hallenbad im Mai.&#10;<em>So</em> ist es.</p><bq><block><p>Es ist schön.</p></block></bq><ol><li>Eins</li>"
        "</ol><table><tr><td>A</td><td>1<br/>2</td></tr></table><pre>x\n  y</pre><hl2>Kosten</hl2><p><a>ohne Ziel</a></p>"
        '<img src="b.png" alt="Bad"/><object><p>no</p><object/></object><media><media-producer>Foto: Holt</media-producer>'
        "</media></body.content></body></nitf></inlineXML>"
    )
    release = read(item(nitf, meta=""))
    found = [(block.kind.value, block.zone.value, block.span.of(release.text)) for block in release.blocks]
    assert found == [
        ("paragraph", "lead", "Die Stadt Ahrenfeld öffnet ihr neues Hallenbad im Mai. So ist es."),
        ("quote", "quote", "Es ist schön."),
        ("item", "list", "Eins"),
        ("row", "table", "A\t1\n2"),
        ("paragraph", "body", "x\ny"),
        ("heading", "subhead", "Kosten"),
        ("paragraph", "body", "ohne Ziel"),
        ("paragraph", "caption", "Foto: Holt"),
    ]
    assert [mark.target for mark in release.marks] == ["b.png"]


def test_nitf_in_data_is_read_by_its_elements() -> None:
    text = "&lt;nitf&gt;&lt;hl1&gt;Bad&lt;/hl1&gt;&lt;p&gt;Die &amp;amp; das &lt;a href='x'&gt;Bad&lt;/a&gt;.&lt;br/&gt;Gut.&lt;/p&gt;&lt;/a&gt;&lt;/nitf&gt;"
    release = read(item(f'<inlineData contenttype="application/nitf+html">{text}</inlineData>', meta=""))
    assert blocks(release)[0] == ("headline", "Bad")
    assert release.text == "Bad\n\nDie & das Bad.\n\nGut."
    assert [mark.target for mark in release.marks] == ["x"]


def test_wrong_codes_and_empty_elements_are_no_fields() -> None:
    meta = "<contentMeta><headline/><urgency>4</urgency><urgency>5</urgency><located/><creator><name/></creator></contentMeta>"
    release = read(item("", meta=meta, item_meta=""))
    keys = {field.key: field.value for field in release.fields if field.key.startswith("contentMeta")}
    assert keys == {"contentMeta.urgency": "4", "contentMeta.urgency[1]": "5"}
