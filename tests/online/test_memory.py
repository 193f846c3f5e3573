"""What was fine is not asked again for a while; failures always are."""

import json
from pathlib import Path
from typing import Any

import pytest

from presslint.online.memory import Memory

DAY = 86400.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the cache folder of the test."""
    return tmp_path / "cache" / "presslint"


def test_what_was_fine_is_not_asked_again_for_its_time(web: Any) -> None:
    server = web.serve({"/x": web.status(200)})
    settings = web.quick._replace(cache_age=DAY)
    for now, requests in ((1000.0, 1), (1000.0 + DAY, 1), (1001.0 + DAY, 2), (500.0, 3)):
        assert web.ask(server.at("/x"), settings, now=now).status == 200
        assert len(server.asked) == requests


@pytest.mark.parametrize("answer", [403, 404, 410, 429, 500])
def test_a_failure_is_never_kept(web: Any, folder: Path, answer: int) -> None:
    server = web.serve({"/x": web.status(answer)})
    for _ in range(2):
        web.ask(server.at("/x"), web.quick._replace(cache_age=DAY))
    assert len([asked for asked in server.asked if asked.startswith("HEAD")]) == 2
    assert not list(folder.glob("*"))


def test_neither_is_what_a_rule_may_object_to(web: Any, folder: Path) -> None:
    body = '<h1 id="a">Titel</h1><p id="b">' + "Text " * 20 + '</p><p id="c">'
    server = web.serve({"/a": web.to("/b"), "/b": web.status(200), "/c": web.page(body)})
    web.follow(server.at("/a"), server.at("/c#anfahrt"), settings=web.quick._replace(cache_age=DAY))
    assert not list(folder.glob("*"))


def test_redirects_of_form_alone_are_fine(web: Any, folder: Path) -> None:
    server = web.serve({"/a": web.to("/a/", 301), "/a/": web.status(200)})
    for _ in range(2):
        assert web.ask(server.at("/a"), web.quick._replace(cache_age=DAY)).status == 200
    assert server.asked == ["HEAD /a", "HEAD /a/"]


def test_each_place_of_a_page_is_kept_for_itself(web: Any) -> None:
    body = '<h1 id="a">Titel</h1><p id="b">' + "Text " * 20 + '</p><p id="c">'
    server = web.serve({"/x": web.page(body)})
    settings = web.quick._replace(cache_age=DAY)
    assert web.ask(server.at("/x#b"), settings).anchor is True
    assert web.ask(server.at("/x#b"), settings).anchor is True
    assert web.ask(server.at("/x#anfahrt"), settings).anchor is False
    assert server.asked == ["GET /x", "GET /x"]


def test_nobody_else_can_read_it_and_no_address_stands_in_it(web: Any, folder: Path) -> None:
    server = web.serve({"/geheim": web.status(200)})
    web.ask(server.at("/geheim"), web.quick._replace(cache_age=DAY))
    (file,) = folder.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert "geheim" not in file.read_text()


def test_what_other_runs_found_is_kept_too(web: Any) -> None:
    one, other = Memory(DAY, 1000.0), Memory(DAY, 1010.0)
    one.keep(["http://a.de/"])
    other.keep(["http://b.de/"])
    third = Memory(DAY, 1020.0)
    assert "http://a.de/" in third
    assert "http://b.de/" in third
    assert "http://c.de/" not in third


def test_a_cache_of_no_age_is_none(folder: Path) -> None:
    memory = Memory(0, 1000.0)
    memory.keep(["http://a.de/"])
    assert "http://a.de/" not in Memory(0, 1000.0)
    assert not folder.exists()


@pytest.mark.parametrize("value", [[], {"a": "b"}, {"a": None}, "text", 3])
def test_what_is_no_cache_is_not_believed(folder: Path, value: object) -> None:
    from presslint.config import store

    store.remember("links.json", "1", value)
    assert json.loads((folder / "links.json").read_bytes().partition(b"\n")[2]) == value
    assert "http://a.de/" not in Memory(DAY, 1000.0)


def test_a_run_that_breaks_keeps_what_it_has_found(web: Any) -> None:
    server = web.serve({"/x": web.status(200)})
    server.routes["/slow"] = server.hang
    settings = web.quick._replace(cache_age=DAY)

    def fail(done: int, _total: int) -> None:
        if done:
            raise RuntimeError("the bar broke")

    with pytest.raises(ExceptionGroup, match="unhandled"):
        web.follow(server.at("/x"), server.at("/slow"), settings=settings, progress=fail)
    server.asked.clear()
    assert web.ask(server.at("/x"), settings).status == 200
    assert "HEAD /x" not in server.asked
