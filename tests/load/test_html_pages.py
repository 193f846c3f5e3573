"""Whole pages: the release is found among menus and teasers, and what the head says of it becomes fields."""

import pytest

from presslint.load import load, source_from_bytes
from presslint.model.house import House
from presslint.model.release import FieldOrigin, Release, TraceKind

LEAD = (
    "Die Stadt Ahrenfeld eröffnet im Mai ihr neues Hallenbad im Süden der Stadt. Der Rat hat dem Bau vor drei Jahren"
    " zugestimmt, nun sind die Arbeiten fertig."
)
SECOND = (
    "Das Bad hat fünf Bahnen von 25 Metern, ein Becken für Kinder und eine Rutsche. Die Kosten blieben mit zwölf"
    " Millionen Euro im Rahmen, den der Rat gesetzt hatte."
)
BODY = f"<p>{LEAD}</p><p>{SECOND}</p>"
MENU = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("Rathaus", "Kultur", "Verkehr", "Bauen"))


def read(text: str, house: House | None = None) -> Release:
    """Load a text as HTML."""
    return load(source_from_bytes(text.encode(), "a.html"), house)


def blocks(text: str) -> list[str]:
    """Return the text of every block."""
    release = read(text)
    return [block.span.of(release.text) for block in release.blocks]


@pytest.mark.parametrize(
    "page",
    [
        # elements that say what they are
        (
            "<header><h1>Stadt Ahrenfeld</h1><nav><ul>{menu}</ul></nav></header><main><h1>Neues Bad</h1>{body}</main>"
            "<footer><p>Impressum</p></footer>"
        ),
        # classes only
        (
            '<div id="header"><ul class="mainNav">{menu}</ul></div><div id="content"><h1>Neues Bad</h1>{body}</div>'
            '<div class="site-footer"><p>Impressum</p></div>'
        ),
        # a menu without any name
        '<div><ul>{menu}</ul></div><article><h1>Neues Bad</h1>{body}</article><div class="footer">Impressum</div>',
        # roles
        (
            '<div role="navigation">{menu}</div><div role="main"><h1>Neues Bad</h1>{body}</div>'
            '<div role="contentinfo">Impressum</div>'
        ),
        # a table that puts the page in order
        '<table><tr><td class="menu"><ul>{menu}</ul><td><h1>Neues Bad</h1>{body}</table>',
        # teasers, buttons to share, a cookie banner
        (
            '<nav>{menu}</nav><main><article><h1>Neues Bad</h1><ul class="share-buttons">{menu}</ul>{body}</article>'
            '<section><h2>Weitere Meldungen</h2><p>Neuer Park</p></section></main><div id="cookie-banner">Wir nutzen'
            " Cookies.</div>"
        ),
        (
            "<nav>{menu}</nav><main><h1>Neues Bad</h1>{body}<h3>Das könnte Sie auch interessieren</h3><p>Neuer Park</p>"
            "</main>"
        ),
        (
            '<nav>{menu}</nav><main><p>Sie sind hier: <a href="/">Start</a></p><h1>Neues Bad</h1>{body}<ul>{menu}</ul>'
            "</main>"
        ),
    ],
)
def test_the_release_is_found_in_a_page(page: str) -> None:
    assert blocks(page.format(menu=MENU, body=BODY)) == ["Neues Bad", LEAD, SECOND]


def test_a_contact_beside_the_release_stays() -> None:
    contact = "<h2>Pressekontakt</h2><p>Jana Brehm<br>Telefon: 02534 6112-340<br>presse@stadt-ahrenfeld.de</p>"
    page = (
        f"<nav>{MENU}</nav><div><main><h1>Neues Bad</h1>{BODY}</main><aside>{contact}</aside></div><footer>x</footer>"
    )
    assert "Telefon: 02534 6112-340" in read(page).text
    inside = f"<nav>{MENU}</nav><main><h1>Neues Bad</h1>{BODY}<aside class='box'>{contact}</aside></main>"
    assert "Telefon: 02534 6112-340" in read(inside).text


@pytest.mark.parametrize(
    "date",
    ["<p class='date'>23.02.2018</p>", "<div class='footer'><p>23.02.2018 Bäder</p></div>", "<span>23.02.2018</span>"],
)
def test_the_date_at_the_headline_stays(date: str) -> None:
    page = f"<nav>{MENU}</nav><div><div>{date}</div><div><h1>Neues Bad</h1>{BODY}</div></div>"
    assert "23.02.2018" in read(page).text
    page = f"<nav>{MENU}</nav><div><h1>Neues Bad</h1>{date}<div>{BODY}</div></div>"
    assert "23.02.2018" in read(page).text


def test_an_article_is_told_from_a_long_banner() -> None:
    banner = f"<div class=x1><h2>Wir respektieren Sie</h2><p>{SECOND}</p><p>{LEAD}</p></div>"
    page = f"{banner}<nav>{MENU}</nav><article><h1>Neues Bad</h1>{BODY}</article><footer>Impressum</footer>"
    assert blocks(page) == ["Neues Bad", LEAD, SECOND]


def test_a_press_contact_in_the_footer_stays_where_there_is_no_other() -> None:
    contact = "<p>Nora Falk<br>Telefon: 0231 9544-210<br>presse@stadt-ahrenfeld.de</p>"
    page = "<nav>{}</nav><main><h1>Neues Bad</h1>{}</main><footer><h4>Presse</h4>{}<p>© 2026</p></footer>"
    shown = "Nora Falk\nTelefon: 0231 9544-210\npresse@stadt-ahrenfeld.de"
    assert blocks(page.format(MENU, BODY, contact)) == ["Neues Bad", LEAD, SECOND, shown]
    own = BODY + "<p>Rückfragen: falk@stadt-ahrenfeld.de</p>"
    assert shown not in blocks(page.format(MENU, own, contact))
    assert shown not in blocks(page.format(MENU, BODY, contact.replace("<p>", "<p hidden>")))
    assert blocks(page.format(MENU, BODY, contact.replace("presse@", "info@"))) == ["Neues Bad", LEAD, SECOND]


def test_a_sentence_that_the_release_of_a_page_hides_is_known() -> None:
    inner = "<p style='display:none'>{}</p><div class=dialog style='display:none'>{}</div><p hidden>Kurz.</p>"
    told = "Der Vertrag mit der Firma ist noch nicht unterschrieben."
    page = f"<nav>{MENU}</nav><main><h1>Neues Bad</h1>{BODY}{inner.format(told, told)}</main>"
    assert [(trace.kind, trace.text) for trace in read(page).traces] == [(TraceKind.HIDDEN, told)]


def test_the_headline_is_the_heading_that_the_title_names() -> None:
    page = f"<title>Neues Bad im Süden – Stadt Ahrenfeld</title><nav>{MENU}</nav><h1>Stadt Ahrenfeld</h1>"
    page += f"<div><h4>Neues Bad im Süden</h4>{BODY}</div>"
    assert "Neues Bad im Süden" in blocks(page)


@pytest.mark.parametrize(
    "text",
    [
        f"<h1>Neues Bad</h1>{BODY}<ul>{MENU}</ul>",
        f"<html><body class='page'><h1>Neues Bad</h1>{BODY}<p>Weitere Meldungen</p></body></html>",
    ],
)
def test_a_text_without_furniture_is_taken_whole(text: str) -> None:
    assert len(blocks(text)) > 3


def test_a_page_that_is_all_furniture_keeps_its_text() -> None:
    assert "Neues Bad" in read(f"<div class='sidebar'><h1>Neues Bad</h1>{BODY}</div>").text
    assert "Bad" in read("<aside>Bad</aside>text").text + "Bad"


def test_buttons_of_a_page_are_no_links() -> None:
    page = f"<nav>{MENU}</nav><main><h1>Neues Bad</h1>{BODY}<p><a href='#'>auf</a> <a href='/a'>Bild</a>"
    page += " <a href='javascript:print()'>Drucken</a></p></main>"
    assert [mark.target for mark in read(page).marks] == ["/a"]
    assert [mark.target for mark in read("<p>Mehr: <a href='#'>hier</a></p>").marks] == ["#"]


def field(release: Release, key: str) -> tuple[str, str, str] | None:
    """Return name, value and source of a field."""
    found = next((one for one in release.fields if one.key == key), None)
    if found is None or found.span is None:
        return None
    return found.name, found.value, found.span.of(release.source.text)


def test_the_head_of_a_page_becomes_fields() -> None:
    head = (
        '<html lang="de-DE"><head><title>\n Neues Bad &amp; mehr </title>'
        '<meta name="description" content="Im S&uuml;den"><meta name="viewport" content="width=1">'
        '<meta property="og:title" content="Neues Bad"><meta name="DC.date" content="2018-02-24">'
        '<meta property="article:published_time" content="2018-02-23T10:00:00+01:00">'
        '<meta itemprop="dateModified" content="2018-02-25"><meta name="author" content="">'
        '<meta http-equiv="refresh" content="5"><meta http-equiv="Content-Language" content="de">'
        '<link rel="shortcut canonical" href="https://www.stadt-ahrenfeld.de/bad"><link rel="icon" href="a"></head>'
    )
    release = read(f"{head}<h1>Neues Bad</h1>{BODY}")
    assert field(release, "title") == ("title", "Neues Bad & mehr", "Neues Bad &amp; mehr")
    assert field(release, "description") == ("summary", "Im Süden", "Im S&uuml;den")
    assert field(release, "og:title") == ("og:title", "Neues Bad", "Neues Bad")
    assert field(release, "html lang") == ("language", "de-DE", "de-DE")
    assert field(release, "dateModified") == ("updated", "2018-02-25", "2018-02-25")
    assert field(release, "canonical") == (
        "url",
        "https://www.stadt-ahrenfeld.de/bad",
        "https://www.stadt-ahrenfeld.de/bad",
    )
    assert field(release, "Content-Language") is not None
    assert not {"viewport", "author", "refresh"} & {one.key for one in release.fields}
    dates = [one.key for one in release.fields if one.name == "date"]
    assert dates == ["article:published_time", "DC.date"]
    assert release.language == "de"


def test_a_house_names_its_own_fields() -> None:
    house = House(fields={"og:release": "date"})
    release = read(f'<meta property="og:release" content="2018-02-23">{BODY}', house)
    assert field(release, "og:release") == ("date", "2018-02-23", "2018-02-23")


@pytest.mark.parametrize(
    ("markup", "key"),
    [
        ('<time itemprop="datePublished" datetime="2018-02-23">gestern</time>', "datePublished"),
        ('<time pubdate datetime="2018-02-23">gestern</time>', "datePublished"),
        ('<time datetime="2018-02-23T10:00">gestern</time>', "time datetime"),
    ],
)
def test_time_elements_at_the_headline_date_the_release(markup: str, key: str) -> None:
    release = read(f"<nav>{MENU}</nav><main><h1>Neues Bad</h1>{markup}{BODY}</main>")
    found = field(release, key)
    assert found is not None
    assert (found[0], found[1][:10]) == ("date", "2018-02-23")


def test_two_times_at_the_headline_tell_nothing() -> None:
    times = '<time datetime="2018-02-23">a</time><time datetime="2018-03-01">b</time><time>c</time><time datetime="">'
    assert read(f"<main><h1>Neues Bad</h1>{times}{BODY}</main>").field("date") is None
    assert read('<p>Bad <time itemprop="dateModified" datetime="2018-02-23">a</time></p>').field("updated") is not None


def linked(data: str) -> dict[str, str]:
    """Return what a page with that JSON-LD says of the release; every place must hold its value."""
    release = read(f'<script type="application/ld+json">{data}</script><h1>Neues Bad</h1>{BODY}')
    found = [one for one in release.fields if one.origin is FieldOrigin.LINKED_DATA]
    for one in found:
        assert one.span is not None
        assert one.span.of(release.source.text) == one.value
    return {one.key: one.value for one in found}


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        (
            '{"@type": "NewsArticle", "headline": "Neues Bad", "datePublished": "2018-02-23", "author": {"name": "J"}}',
            {"jsonld.headline": "Neues Bad", "jsonld.datePublished": "2018-02-23", "jsonld.author.name": "J"},
        ),
        (
            '[{"@type": "Organization", "name": "A"}, {"@type": ["Thing", "s:Article"], "author": [{"name": "J"}]}]',
            {"jsonld.author[0].name": "J"},
        ),
        (
            (
                '{"@graph": [{"@type": "BreadcrumbList", "name": "A"}, {"@type": "WebPage", "name": "B"},'
                ' {"@type": "https://schema.org/PressRelease", "headline":"C", "text": null,'
                ' "isPartOf": {"name": "D"}}]}'
            ),
            {"jsonld.headline": "C"},
        ),
        (
            '{"@graph": [{"@type": "WebPage", "name": "B", "wordCount": 5}]}',
            {"jsonld.name": "B", "jsonld.wordCount": "5"},
        ),
        ('{"@type": "Organization", "name": "A"}', {}),
        ('{"@type": 5, "name": "A"}', {}),
        ('"NewsArticle"', {}),
        ('{"@type": "NewsArticle", "headline": "A",}', {}),
        ("", {}),
        ("[" * 500, {}),
    ],
)
def test_linked_data_tells_of_the_article(data: str, fields: dict[str, str]) -> None:
    assert linked(data) == fields


def test_a_drawing_has_no_title_of_the_page() -> None:
    release = read(f"<svg><title>Logo</title></svg><title></title><title>Neues Bad</title>{BODY}")
    assert [one.value for one in release.fields if one.key == "title"] in (["Neues Bad"], [])
