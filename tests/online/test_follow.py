"""What servers answer, and what is made of it."""

import socket
import ssl
from time import monotonic
from typing import Any

import pytest

from presslint.facts.visits import state_of
from presslint.model.outside import Hop, Pace, Visit


@pytest.mark.parametrize(
    ("code", "state"),
    [
        (200, "fine"),
        (204, "fine"),
        (304, "unverified"),
        (400, "unverified"),
        (401, "unverified"),
        (403, "unverified"),
        (404, "dead"),
        (405, "unverified"),
        (410, "dead"),
        (429, "unverified"),
        (451, "unverified"),
        (500, "unverified"),
        (503, "unverified"),
        (999, "unverified"),
    ],
)
def test_statuses(web: Any, code: int, state: str) -> None:
    server = web.serve({"/x": web.status(code)})
    visit = web.ask(server.at("/x"))
    assert visit == Visit(server.at("/x"), status=code)
    assert state_of(visit) == state


def test_a_page_that_is_there_is_asked_for_once_and_not_fetched(web: Any) -> None:
    server = web.serve({"/x": web.page("text")})
    assert web.ask(server.at("/x")).status == 200
    assert server.asked == ["HEAD /x"]


@pytest.mark.parametrize("code", [400, 403, 404, 405, 410, 500, 501])
def test_a_server_that_does_not_like_head_is_asked_again(web: Any, code: int) -> None:
    server = web.serve({"/x": web.by_method(web.status(code), web.page("text"))})
    assert web.ask(server.at("/x")).status == 200
    assert server.asked == ["HEAD /x", "GET /x"]


def test_a_server_that_breaks_off_at_head_is_asked_again(web: Any) -> None:
    server = web.serve({"/x": web.by_method(web.reset, web.page("text"))})
    assert web.ask(server.at("/x")).status == 200


def test_a_chain_of_redirects_is_followed_step_by_step(web: Any) -> None:
    server = web.serve({"/a": web.to("/b", 301), "/b": web.to("c?x=1", 308), "/c": web.page("text")})
    visit = web.ask(server.at("/a"))
    assert visit == Visit(server.at("/a"), (Hop(301, server.at("/b")), Hop(308, server.at("/c?x=1"))), 200)
    assert visit.final == server.at("/c?x=1")
    assert server.asked == ["HEAD /a", "HEAD /b", "HEAD /c?x=1"]


def test_a_redirect_to_another_host_is_followed(web: Any) -> None:
    there = web.serve({"/y": web.status(410)})
    here = web.serve({"/x": web.to(there.at("/y", "localhost"), 301)})
    visit = web.ask(here.at("/x"))
    assert (visit.final, visit.status) == (there.at("/y", "localhost"), 410)


def test_a_circle_of_redirects_is_dead(web: Any) -> None:
    server = web.serve({"/a": web.to("/b"), "/b": web.to("/a")})
    visit = web.ask(server.at("/a"))
    assert (visit.failure, visit.hops) == ("loop", (Hop(302, server.at("/b")),))
    assert state_of(visit) == "dead"


def test_a_circle_that_a_cookie_would_end_is_not(web: Any) -> None:
    server = web.serve({"/a": web.to("/a", Set_Cookie="seen=1")})
    visit = web.ask(server.at("/a"))
    assert visit.failure == "cookie"
    assert state_of(visit) == "unverified"


def test_redirects_without_end_are_left_at_twenty(web: Any) -> None:
    server = web.serve({f"/{step}": web.to(f"/{step + 1}") for step in range(40)})
    assert web.ask(server.at("/0")).failure == "loop"
    assert len(server.asked) == 21


def test_cookies_are_neither_kept_nor_sent(web: Any) -> None:
    server = web.serve({"/a": web.to("/b", Set_Cookie="seen=1"), "/b": web.status(200, Set_Cookie="seen=2")})
    web.follow(server.at("/a"), server.at("/b"))
    assert all("Cookie" not in headers for headers in server.headers)
    assert all(headers["User-Agent"].startswith("presslint/") for headers in server.headers)


@pytest.mark.parametrize(
    ("location", "failure"),
    [
        ("itms-apps://apps.apple.com/app", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://user:secret@127.0.0.1/", "password"),
        ("http://127.0.0.1:99999/", "address"),
        ("http://a b/", "address"),
        ("http://[::1", "address"),
        ("http://127.0.0.1/" + "a" * 9000, "address"),
    ],
)
def test_what_a_redirect_must_not_lead_to(web: Any, location: str, failure: str) -> None:
    server = web.serve({"/x": web.to(location)})
    visit = web.ask(server.at("/x"))
    assert visit.failure == failure
    assert state_of(visit) == "unverified"
    assert server.asked == ["HEAD /x"]


def test_no_redirect_leads_to_a_denied_host(web: Any) -> None:
    server = web.serve({"/x": web.to("http://www.archiv-ahrenfeld.de/x")})
    visit = web.ask(server.at("/x"), web.quick._replace(deny=("archiv-ahrenfeld.de",)))
    assert (visit.failure, visit.final) == ("denied", "http://www.archiv-ahrenfeld.de/x")


def test_a_denied_host_is_no_visit_at_all(web: Any) -> None:
    assert (
        web.follow("http://www.archiv-ahrenfeld.de/x", settings=web.quick._replace(deny=("archiv-ahrenfeld.de",))) == []
    )


def test_a_location_in_latin_1_is_understood(web: Any) -> None:
    server = web.serve({"/x": web.to("/gr\xfc\xdfe"), "/gr%C3%BC%C3%9Fe": web.status(200)})
    assert web.ask(server.at("/x")).status == 200


def test_a_redirect_without_a_target_is_no_verdict(web: Any) -> None:
    server = web.serve({"/x": web.status(302)})
    visit = web.ask(server.at("/x"))
    assert (visit.status, state_of(visit)) == (302, "unverified")


def test_a_bot_wall_is_no_verdict_whatever_it_answers(web: Any) -> None:
    server = web.serve({"/x": web.status(404, cf_mitigated="challenge")})
    assert state_of(web.ask(server.at("/x"))) == "unverified"


def test_the_same_link_twenty_times_is_one_request(web: Any) -> None:
    server = web.serve({"/x": web.page("text")})
    visits = web.follow(*[server.at("/x")] * 20)
    assert [visit.status for visit in visits] == [200] * 20
    assert server.asked == ["HEAD /x"]


def test_pages_that_lead_to_the_same_page_ask_for_it_once(web: Any) -> None:
    server = web.serve({"/a": web.to("/c"), "/b": web.to("/c"), "/c": web.page("text")})
    web.follow(server.at("/a"), server.at("/b"), server.at("/c"))
    assert sorted(server.asked) == ["HEAD /a", "HEAD /b", "HEAD /c"]


def test_no_answer_in_time_is_tried_again_once(web: Any) -> None:
    server = web.serve()
    server.routes["/x"] = server.hang
    begin = monotonic()
    visit = web.ask(server.at("/x"), web.quick._replace(timeout=0.3))
    assert (visit.failure, state_of(visit)) == ("timeout", "unverified")
    assert server.asked == ["HEAD /x", "GET /x"]
    assert monotonic() - begin < 2


def test_a_connection_that_breaks_off_is_no_verdict(web: Any) -> None:
    server = web.serve({"/x": web.reset})
    visit = web.ask(server.at("/x"))
    assert (visit.failure, state_of(visit)) == ("reset", "unverified")


def test_a_port_where_nobody_listens_is_no_verdict(web: Any) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        visit = web.ask(f"http://127.0.0.1:{nobody.getsockname()[1]}/x")
    assert (visit.failure, state_of(visit)) == ("refused", "unverified")


def test_an_answer_that_is_no_http_is_no_verdict(web: Any) -> None:
    server = web.serve({"/x": lambda handler: handler.wfile.write(b"220 mail.example ESMTP\r\n")})
    assert web.ask(server.at("/x")).failure in {"protocol", "reset"}


def test_a_server_that_never_secures_the_connection_is_no_verdict(web: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        settings = web.quick._replace(timeout=0.3)
        visit = web.ask(f"https://127.0.0.1:{mute.getsockname()[1]}/x", settings)
    assert visit.failure in {"unreachable", "timeout"}
    assert state_of(visit) == "unverified"


@pytest.mark.parametrize(
    ("certificate", "trusted", "failure", "detail"),
    [
        ("good.pem", "good.pem", "", ""),
        ("good.pem", "other-host.pem", "tls", "self-signed"),
        ("expired.pem", "expired.pem", "tls", "expired"),
        ("other-host.pem", "other-host.pem", "tls", "host"),
    ],
)
def test_certificates(web: Any, certificate: str, trusted: str, failure: str, detail: str) -> None:
    server = web.serve({"/x": web.page("text")}, certificate)
    context = ssl.create_default_context(cafile=web.data / trusted)
    visit = web.ask(server.at("/x"), context=context)
    assert (visit.failure, visit.detail) == (failure, detail)
    assert state_of(visit) == ("dead" if failure else "fine")


def test_a_connection_that_cannot_be_secured_is_no_verdict(web: Any) -> None:
    plain = web.serve({"/x": web.page("text")})
    visit = web.ask(plain.at("/x").replace("http:", "https:"))
    assert (visit.failure, state_of(visit)) == ("handshake", "unverified")


def test_a_huge_answer_is_not_fetched(web: Any) -> None:
    sent: list[int] = []

    def huge(handler: Any) -> None:
        handler.send_response_only(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        sent.extend(handler.wfile.write(b"<p>" + b"x" * 65536) for _ in range(10_000))

    server = web.serve({"/x": web.by_method(web.status(405), huge)})
    assert web.ask(server.at("/x")).status == 200
    before = len(sent)
    assert web.ask(server.at("/x#kapitel-9")).anchor is None
    assert sum(sent[before:]) < 20_000_000


def test_headers_without_end_are_no_verdict(web: Any) -> None:
    server = web.serve({"/x": web.status(200, X_Long="a" * 100_000)})
    assert web.ask(server.at("/x")).failure == "protocol"
    server.routes["/y"] = web.status(200, X_Long="a" * 30_000)
    assert web.ask(server.at("/y")).status == 200


def test_a_host_in_haste_is_left_alone_for_as_long_as_it_asks(web: Any) -> None:
    server = web.serve({"/x": web.in_turn(web.status(429, Retry_After="1"), web.status(200))})
    begin = monotonic()
    assert web.ask(server.at("/x")).status == 200
    assert 1 <= monotonic() - begin < 3
    assert server.asked == ["HEAD /x", "HEAD /x"]


@pytest.mark.parametrize("wanted", ["120", "Wed, 21 Oct 2026 07:28:00 GMT", "soon", "9" * 40, ""])
def test_a_host_that_wants_to_be_left_alone_for_long_is(web: Any, wanted: str) -> None:
    headers = {"Retry_After": wanted, "Date": "Wed, 21 Oct 2026 07:18:00 GMT"}
    server = web.serve({"/x": web.status(429, **headers)})
    visit = web.ask(server.at("/x"))
    assert (visit.status, state_of(visit)) == (429, "unverified")
    assert server.asked == ["HEAD /x"]


def test_a_date_to_come_back_at_is_understood(web: Any) -> None:
    wait = {"Retry_After": "Wed, 21 Oct 2026 07:18:01 GMT", "Date": "Wed, 21 Oct 2026 07:18:00 GMT"}
    server = web.serve({"/x": web.in_turn(web.status(503, **wait), web.status(200))})
    assert web.ask(server.at("/x")).status == 200


def test_a_host_that_has_enough_is_not_asked_on(web: Any) -> None:
    server = web.serve({f"/{number}": web.status(429) for number in range(20)})
    settings = web.quick._replace(pace=Pace(delay=0, concurrency=1))
    visits = web.follow(*(server.at(f"/{number}") for number in range(20)), settings=settings)
    assert [visit.status for visit in visits] == [429] * 20
    assert len(server.asked) == 3


def test_a_host_without_answers_is_given_up(web: Any) -> None:
    server = web.serve()
    server.routes |= {f"/{number}": server.hang for number in range(20)}
    settings = web.quick._replace(timeout=0.2, pace=Pace(delay=0, concurrency=1))
    visits = web.follow(*(server.at(f"/{number}") for number in range(20)), settings=settings)
    assert {visit.failure for visit in visits} == {"timeout"}
    assert server.asked == ["HEAD /0", "GET /0", "HEAD /1"]


def test_requests_to_one_host_keep_their_distance(web: Any) -> None:
    server = web.serve({f"/{number}": web.status(200) for number in range(5)})
    settings = web.quick._replace(hosts={"127.0.0.1": Pace(delay=0.1, concurrency=3)})
    begin = monotonic()
    web.follow(*(server.at(f"/{number}") for number in range(5)), settings=settings)
    assert monotonic() - begin >= 0.4


def test_a_slow_host_delays_no_run_beyond_its_time(web: Any) -> None:
    slow, quick = web.serve(), web.serve({"/x": web.status(404)})
    slow.routes |= {f"/{number}": slow.hang for number in range(9)}
    addresses = [slow.at(f"/{number}") for number in range(9)]
    begin = monotonic()
    visits = web.follow(*addresses, quick.at("/x"), settings=web.quick._replace(timeout=30, budget=0.5))
    assert monotonic() - begin < 1.5
    assert [visit.failure for visit in visits] == ["budget"] * 9 + [""]
    assert visits[-1].status == 404


def test_progress_is_told_page_by_page(web: Any) -> None:
    server = web.serve({"/a": web.status(200), "/b": web.status(200)})
    told: list[tuple[int, int]] = []
    web.follow(*(server.at(path) for path in ("/a", "/b", "/a#x")), progress=lambda *counts: told.append(counts))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_without_a_link_nothing_is_begun(web: Any) -> None:
    assert web.follow() == []
