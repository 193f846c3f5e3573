"""ninjs 1.x to 3.x: what people read, in their order, and where it stands."""

import json
from typing import Any

import pytest

from presslint.errors import LoadError
from presslint.load import load
from presslint.load.wire import is_news
from presslint.model.house import House
from presslint.model.release import BlockKind, MarkKind, Release, Zone
from presslint.model.source import Source
from presslint.text.span import Span

BODY = "Ahrenfeld, 23. Februar 2018\n\nDie Stadt Ahrenfeld eröffnet im Mai ihr neues Hallenbad im Süden der Stadt."


def read(item: Any, house: House | None = None, **options: Any) -> Release:
    return load(Source("a.json", json.dumps(item, **options)), house, "ninjs")


def blocks(release: Release) -> list[tuple[str, str]]:
    return [(block.zone.value, block.span.of(release.text)) for block in release.blocks]


def test_texts_are_read_in_the_order_of_people_whatever_the_file_has() -> None:
    item = {
        "uri": "urn:a:1",
        "bodies": [
            {"role": "text", "contentType": "text/plain", "value": "Anders."},
            {"role": "html", "contentType": "text/html", "value": "<p>Die Stadt &ouml;ffnet\n ihr <b>Bad</b>.</p>"},
        ],
        "located": "Ahrenfeld",
        "by": "Von Jana Brehm",
        "headlines": [{"role": "short", "value": "Bad"}, {"role": "main", "value": "Neues Bad im Süden"}],
        "language": "de",
    }
    release = read(item)
    assert blocks(release)[:3] == [
        ("headline", "Neues Bad im Süden"),
        ("subhead", "Von Jana Brehm"),
        ("dateline", "Ahrenfeld"),
    ]
    assert release.blocks[3].span.of(release.text) == "Die Stadt öffnet ihr Bad."
    assert release.language == "de"
    assert release.source.escaping == "json"
    for block in release.blocks:
        assert release.prose.to_view(release.prose.to_source(block.span)) == block.span


def test_a_place_is_exact_behind_escapes() -> None:
    release = read({"uri": "a", "body_text": BODY, "headline": "Bad „Süd“"}, ensure_ascii=True)
    text, source = release.text, release.source.text
    start = text.index("Hallenbad")
    found = release.prose.to_source(Span(start, start + len("Hallenbad")))
    assert found.of(source) == "Hallenbad"
    assert release.prose.editable(Span(start, start + 5))
    umlaut = text.index("ö")
    assert release.prose.to_source(Span(umlaut, umlaut + 1)).of(source) == "\\u00f6"
    assert not release.prose.editable(Span(umlaut, umlaut + 1))


@pytest.mark.parametrize("key", ["body_text", "body_xhtml", "body_main", "body"])
def test_bodies_of_the_first_versions(key: str) -> None:
    value = BODY if key != "body_xhtml" else "<p>Ahrenfeld, 23. Februar 2018</p><p>" + BODY[29:] + "</p>"
    release = read({"uri": "a", key: value, "headline": "Neues Bad"})
    assert [zone for zone, _ in blocks(release)] == ["headline", "dateline", "lead"]
    assert not release.cover


def test_a_body_that_has_its_headline_is_shown_once() -> None:
    release = read({"uri": "a", "headline": "Neues Bad", "body_html": "<h1>Neues Bad</h1><p>Es öffnet im Mai.</p>"})
    assert [text for _, text in blocks(release)] == ["Neues Bad", "Es öffnet im Mai."]
    assert release.blocks[0].zone is Zone.HEADLINE
    plain = read({"uri": "a", "headline": "Neues Bad", "body_text": "Neues Bad\n\nEs öffnet im Mai."})
    assert [text for _, text in blocks(plain)] == ["Neues Bad", "Es öffnet im Mai."]


def test_xml_bodies_are_the_last_choice() -> None:
    item = {"uri": "a", "bodies": [{"role": "nitf", "value": "<nitf><body><p>Es öffnet.</p></body></nitf>"}]}
    assert [text for _, text in blocks(read(item))] == ["Es öffnet."]
    item["bodies"].append({"role": "text", "value": "Es öffnet bald."})  # type: ignore[attr-defined]
    assert [text for _, text in blocks(read(item))] == ["Es öffnet bald."]


def test_contacts_are_blocks_with_labels() -> None:
    contact = [
        {"type": "telephone", "value": "02534 6112-340"},
        {"type": "fax", "value": "02534 6112-349"},
        {"type": "mobile", "value": "0171 3612340"},
        {"type": "email", "value": "presse@stadt-ahrenfeld.de"},
        {"type": "web", "value": "https://www.stadt-ahrenfeld.de"},
        {"type": "twitter", "value": "@ahrenfeld"},
        {"type": "address", "name": "Rathaus", "address": {"lines": ["Markt 1"], "locality": "Ahrenfeld"}},
    ]
    item = {
        "uri": "a",
        "language": "de-DE",
        "body_text": BODY,
        "people": [{"name": "Jana Brehm", "contactInfo": contact}],
    }
    release = read(item)
    zone, text = blocks(release)[-1]
    assert zone == "contact"
    assert text.split("\n") == [
        "Jana Brehm",
        "Telefon: 02534 6112-340",
        "Fax: 02534 6112-349",
        "Mobil: 0171 3612340",
        "E-Mail: presse@stadt-ahrenfeld.de",
        "Web: https://www.stadt-ahrenfeld.de",
        "@ahrenfeld",
        "Rathaus",
        "Markt 1",
        "Ahrenfeld",
    ]
    english = read({**item, "language": "en", "organisations": [{"name": "Town"}], "contactInfo": [{"value": "x"}]})
    assert "Phone: 02534" in english.text
    assert blocks(english)[-2] == ("contact", "x")


def test_captions_of_pictures_belong_to_the_text() -> None:
    picture = {"uri": "b", "type": "picture", "description_text": "Das Bad von oben."}
    by_name = read({"uri": "a", "body_text": BODY, "associations": {"main": picture, "other": {"type": "text"}}})
    assert blocks(by_name)[-1] == ("caption", "Das Bad von oben.")
    listed = read({"uri": "a", "body_text": BODY, "associations": [{"name": "main", **picture}]})
    assert blocks(listed)[-1] == ("caption", "Das Bad von oben.")


def test_a_summary_is_shown_unless_the_text_begins_with_it() -> None:
    item = {"uri": "a", "headline": "Neues Bad", "body_text": BODY, "description_text": "Das Bad öffnet im Mai."}
    assert ("subhead", "Das Bad öffnet im Mai.") in blocks(read(item))
    assert len(read({**item, "description_text": BODY[29:80]}).blocks) == 3


def test_what_has_no_body_is_a_companion() -> None:
    release = read({"uri": "a", "type": "picture", "headline": "Bad", "description_text": "Das Bad von oben."})
    assert release.cover
    assert blocks(release) == [("headline", "Bad"), ("caption", "Das Bad von oben.")]
    assert read({"uri": "a", "headline": "x", "descriptions": [{"value": "Das Bad öffnet im Mai."}]}).cover


def test_fields_have_keys_places_and_names() -> None:
    item = {
        "uri": "a",
        "title": "bad-1",
        "headlines": [{"role": "main", "value": "Neues Bad"}],
        "versionCreated": "2018-02-23T10:00:00+01:00",
        "firstCreated": "2018-02-22T10:00:00+01:00",
        "embargoedUntil": "2018-02-24T10:00:00+01:00",
        "urgency": 4,
        "expires": None,
        "genres": [{"name": "release"}],
        "bodies": [{"role": "text", "contentType": "text/plain", "value": "x" * 3000}],
    }
    release = read(item, House(fields={"genres[0].name": "type"}))
    fields = {field.key: field for field in release.fields}
    assert {key: field.name for key, field in fields.items()} == {
        "uri": "uri",
        "title": "label",
        "headlines[0].role": "headlines[0].role",
        "headlines[0].value": "title",
        "versionCreated": "issued",
        "firstCreated": "created",
        "embargoedUntil": "embargo",
        "urgency": "urgency",
        "expires": "expires",
        "genres[0].name": "type",
        "bodies[0].role": "bodies[0].role",
        "bodies[0].contentType": "bodies[0].contentType",
    }
    assert fields["expires"].value == ""
    for field in release.fields:
        assert field.span is not None
        assert field.span.of(release.source.text) in (field.value, "null")


@pytest.mark.parametrize(
    "item", [{"name": "presslint", "version": "1"}, {"uri": "a"}, [{"uri": "a", "headline": "x"}], 3]
)
def test_json_that_is_no_news_is_refused(item: Any) -> None:
    with pytest.raises(LoadError, match="no news item") as caught:
        read(item)
    assert "keine Nachricht" in caught.value.german


def test_an_item_may_say_that_it_is_ninjs() -> None:
    assert read({"uri": "a", "standard": {"name": "ninjs", "version": "3.0"}}).blocks == ()
    assert read({"standard": {"name": "Own"}, "uri": "a", "headline": "Neues Bad"}).text == "Neues Bad"


@pytest.mark.parametrize(
    ("key", "value", "english"),
    [
        ("body_html", "<p>x" * 60_000, "more than 50000 tags"),
        ("body_text", "\u00fc" * 210_000, "more than 200000 escapes"),
        ("body_text", "a\n" * 210_000, "more than 200000 escapes"),
    ],
)
def test_a_text_with_too_many_pieces_is_refused(key: str, value: str, english: str) -> None:
    with pytest.raises(LoadError, match=english):
        read({"uri": "a", "headline": "b", key: value})


def test_a_file_that_is_too_long_is_refused() -> None:
    with pytest.raises(LoadError, match="more than 4194304 characters"):
        load(Source("a.json", '{"uri": "a", "headline": "' + "x" * 4_200_000 + '"}'), None, "ninjs")


@pytest.mark.parametrize(
    ("data", "suffix", "expected"),
    [
        (b'{"uri": "a", "headline": "b"}', ".json", True),
        (b'\xef\xbb\xbf {"standard": {"name": "ninjs"}}', ".json", True),
        ('{"uri": "a", "bodies": []}'.encode("utf-16"), ".json", True),
        (b'{"name": "x", "version": "1", "headline": "b"}', ".json", False),
        (b'[{"uri": "a", "headline": "b"}]', ".json", False),
        (b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', ".xml", True),
        (b"<project><newsItem/></project>", ".xml", False),
    ],
)
def test_news_is_told_from_data_by_its_beginning(data: bytes, suffix: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert is_news(data, suffix) is expected


def test_lists_tables_and_links_in_html() -> None:
    value = (
        "<h2>Zahlen</h2><ul><li>Eins</li><li><p>Zwei</p></li></ul><blockquote>Zitat hier</blockquote>"
        "<table><tr><th>A</th><td>1</td></tr></table><pre>x\n  y</pre><p>Mehr: "
        '<a href="https://www.stadt-ahrenfeld.de/?a=1&amp;b=2">Seite</a><br>neu</p><img src="b.png" alt="Bad">'
        "<script>var x = '<p>no</p>';</script><svg><title>no</title></svg><!-- no -->"
    )
    release = read({"uri": "a", "headline": "Bad", "body_html": value})
    kinds = [(block.kind, block.span.of(release.text)) for block in release.blocks]
    assert kinds[1:] == [
        (BlockKind.HEADING, "Zahlen"),
        (BlockKind.ITEM, "Eins"),
        (BlockKind.ITEM, "Zwei"),
        (BlockKind.QUOTE, "Zitat hier"),
        (BlockKind.ROW, "A\t1"),
        (BlockKind.PARAGRAPH, "x\ny"),
        (BlockKind.PARAGRAPH, "Mehr: Seite\nneu"),
    ]
    link, image = (mark for mark in release.marks if mark.kind is not MarkKind.COMMENT)
    assert (link.target, link.span.of(release.text)) == ("https://www.stadt-ahrenfeld.de/?a=1&b=2", "Seite")
    assert link.target_at is not None
    assert link.target_at.of(release.source.text) == "https://www.stadt-ahrenfeld.de/?a=1&amp;b=2"
    assert (image.target, image.title) == ("b.png", "Bad")
