"""Whether a page has the place that a link names."""

from typing import Any

import pytest

from presslint.online.places import Search, place_of

FULL = (
    '<html><body><h1 id="titel">Sanierung der Turnhalle</h1><p id="eins">Der Rat hat den Plan am Montag ohne '
    'Gegenstimme beschlossen.</p><a name="termine-2026"></a><div id="m&uuml;ll"></div>'
    '<h2 id="über-uns">Über uns</h2><h2 id="caf&#233;">Café</h2></body></html>'
)
SHELL = '<html><body><div id="root"></div><script src="app.js"></script></body></html>'


@pytest.mark.parametrize("fragment", ["titel", "termine-2026", "%C3%BCber-uns", "über-uns", "caf%C3%A9", "titel.2"])
def test_what_stands_in_the_page_is_there(web: Any, fragment: str) -> None:
    server = web.serve({"/x": web.page(FULL.replace("Café", "titel.2"))})
    assert web.ask(server.at(f"/x#{fragment}")).anchor is True
    assert server.asked == ["GET /x"]


def test_what_does_not_is_missing(web: Any) -> None:
    server = web.serve({"/x": web.page(FULL)})
    assert web.ask(server.at("/x#anfahrt")).anchor is False


@pytest.mark.parametrize(
    "fragment", ["top", "page=3", "!/start", ":~:text=Rat", "/route", "123", "", "a" * 200, "a%20b"]
)
def test_what_is_meant_for_a_program_is_not_looked_for(web: Any, fragment: str) -> None:
    server = web.serve({"/x": web.page(FULL)})
    visit = web.ask(server.at(f"/x#{fragment}"))
    assert (visit.status, visit.anchor) == (200, None)
    assert server.asked == ["HEAD /x"]


@pytest.mark.parametrize("body", [SHELL, "", "<h1>Titel</h1>", FULL.replace("id=", "class=")])
def test_a_page_that_is_built_later_may_have_every_place(web: Any, body: str) -> None:
    server = web.serve({"/x": web.page(body)})
    assert web.ask(server.at("/x#anfahrt")).anchor is None


def test_places_of_other_files_are_not_known(web: Any) -> None:
    server = web.serve({"/x.pdf": web.page(FULL, "application/pdf"), "/y": web.page(FULL, "text/plain")})
    assert [visit.anchor for visit in web.follow(server.at("/x.pdf#anfahrt"), server.at("/y#anfahrt"))] == [None, None]


def test_a_packed_page_is_not_unpacked(web: Any) -> None:
    packed = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    server = web.serve({"/x": lambda handler: handler.send(200, FULL.encode(), packed)})
    assert web.ask(server.at("/x#anfahrt")).anchor is None
    assert server.headers[0]["Accept-Encoding"] == "identity"


def test_all_places_of_a_page_are_one_request(web: Any) -> None:
    server = web.serve({"/x": web.page(FULL)})
    addresses = [server.at(f"/x{fragment}") for fragment in ("#titel", "#anfahrt", "", "#titel", "#top")]
    assert [visit.anchor for visit in web.follow(*addresses)] == [True, False, None, True, None]
    assert server.asked == ["GET /x"]


def test_a_page_at_another_address_has_other_places(web: Any) -> None:
    server = web.serve({"/x": web.to("/einwilligung"), "/einwilligung": web.page(FULL)})
    server.routes |= {"/y": web.to("/y/"), "/y/": web.page(FULL)}
    visits = web.follow(server.at("/x#anfahrt"), server.at("/y#anfahrt"))
    assert [visit.anchor for visit in visits] == [None, False]


@pytest.mark.parametrize("size", [1, 7, 64, 100_000])
def test_a_page_is_read_alike_in_parts_of_any_size(size: int) -> None:
    search = Search(["termine-2026", "über-uns", "anfahrt"])
    data = FULL.encode("latin-1") * 3
    for start in range(0, len(data), size):
        search.feed(data[start : start + size])
    assert search.result(is_whole=True) == {"termine-2026": True, "über-uns": True, "anfahrt": False}
    assert search.result(is_whole=False) == {"termine-2026": True, "über-uns": True}


def test_the_place_of_a_fragment() -> None:
    assert place_of("%C3%BCber-uns") == "über-uns"
    assert place_of("Top") == ""
