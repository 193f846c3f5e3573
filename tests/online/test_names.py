"""Names are looked up once, and lead only where they may."""

import asyncio
import socket
from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Any

import pytest

from presslint.facts.visits import state_of
from presslint.online.names import Names, NoAddressError, Resolver, system_lookup

NO_SUCH_NAME = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
LATER = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


class Directory:
    """Names and addresses of a test, and who asked for them."""

    def __init__(self, **names: list[str] | Exception) -> None:
        self.names = {name.replace("_", "."): found for name, found in names.items()}
        self.asked: list[str] = []

    def __call__(self, host: str) -> list[str]:
        self.asked.append(host)
        found = self.names.get(host.removesuffix(".").lower(), NO_SUCH_NAME)
        if isinstance(found, Exception):
            raise found
        return found


def addresses(names: Callable[[], Names], *hosts: str) -> list[list[str] | str]:
    async def ask() -> list[list[str] | str]:
        known = names()
        found: list[list[str] | str] = []
        for host in hosts:
            try:
                found.append(await known.addresses(host))
            except NoAddressError as error:
                found.append(str(error))
        return found

    return asyncio.run(ask())


def test_a_name_leads_to_its_public_addresses_alone() -> None:
    lookup = Directory(a_de=["1.1.1.1", "10.0.0.1", "fe80::1", "2606:4700::1111", "64:ff9b::1.1.1.1"])
    assert addresses(lambda: Names((), lookup), "a.de") == [["1.1.1.1", "2606:4700::1111"]]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "::1", "::ffff:127.0.0.1", "192.0.0.8"]
)
def test_a_name_that_leads_inside_is_refused(address: str) -> None:
    lookup = Directory(evil_de=[address])
    assert addresses(lambda: Names((), lookup), "evil.de") == ["private"]


def test_a_name_is_looked_up_once() -> None:
    lookup = Directory(a_de=["1.1.1.1"])
    assert addresses(lambda: Names((), lookup), "a.de", "a.de", "b.de", "b.de") == [["1.1.1.1"]] * 2 + ["name"] * 2
    assert lookup.asked == ["a.de.", "b.de."]


@pytest.mark.parametrize(
    ("failure", "why"),
    [(NO_SUCH_NAME, "name"), (LATER, "lookup"), (OSError("broken"), "lookup"), (UnicodeError("label"), "address")],
)
def test_why_a_name_has_no_address(failure: Exception, why: str) -> None:
    lookup = Directory(a_de=failure)
    assert addresses(lambda: Names((), lookup), "a.de") == [why]


def test_addresses_are_taken_at_their_word() -> None:
    lookup = Directory()
    hosts = ("1.1.1.1", "127.0.0.1", "2130706433", "0x7f.1", "::1")
    expected = [["1.1.1.1"], "private", "address", "address", "private"]
    assert addresses(lambda: Names((), lookup), *hosts) == expected
    assert lookup.asked == []


def test_a_house_may_allow_a_host_by_its_name() -> None:
    lookup = Directory(intern_de=["10.1.2.3"], evil_de=["10.1.2.3"], meta_de=["169.254.169.254"])
    hosts = ("intern.de", "Intern.DE.", "evil.de", "meta.de")
    lookup.names["Intern.DE."] = ["10.1.2.3"]
    found = addresses(lambda: Names(("intern.de", "meta.de"), lookup), *hosts)
    assert lookup.asked == ["intern.de", "Intern.DE.", "evil.de.", "meta.de"]
    assert found == [["10.1.2.3"], ["10.1.2.3"], "private", "private"]


def test_the_last_gate_opens_only_for_what_was_let_through() -> None:
    async def open_all() -> None:
        names = Names(("localhost",), Directory(localhost=["127.0.0.1"]))
        info = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 80))
        with pytest.raises(PermissionError):
            names.open(info)
        await names.addresses("localhost")
        names.open(info).close()
        with pytest.raises(PermissionError):
            names.open((*info[:4], ("10.0.0.1", 80)))

    asyncio.run(open_all())


def test_the_client_is_given_no_other_addresses() -> None:
    async def resolve() -> None:
        names = Names((), Directory(a_de=["1.1.1.1", "2606:4700::1111", "10.0.0.1"]))
        resolver = Resolver(names)
        found = await resolver.resolve("a.de", 443)
        assert [(one["host"], one["port"], one["family"]) for one in found] == [
            ("1.1.1.1", 443, socket.AF_INET),
            ("2606:4700::1111", 443, socket.AF_INET6),
        ]
        assert [one["host"] for one in await resolver.resolve("a.de", 80, socket.AF_INET)] == ["1.1.1.1"]
        with pytest.raises(OSError, match="name"):
            await resolver.resolve("b.de")
        await resolver.close()

    asyncio.run(resolve())


def test_the_system_knows_this_machine() -> None:
    assert "127.0.0.1" in system_lookup("127.0.0.1")


def test_a_name_that_leads_to_loopback_is_not_asked(web: Any) -> None:
    server = web.serve({"/": web.status(200)})
    visit = web.ask(server.at("/", "rebind.de"), lookup=Directory(rebind_de=["127.0.0.1"]))
    assert (visit.failure, state_of(visit)) == ("private", "unverified")


def test_the_same_name_allowed_is_asked(web: Any) -> None:
    server = web.serve({"/": web.status(200)})
    lookup = Directory(www_stadt_ahrenfeld_de=["127.0.0.1"])
    lookup.names["www.stadt-ahrenfeld.de"] = ["127.0.0.1"]
    assert web.ask(server.at("/", "www.stadt-ahrenfeld.de"), lookup=lookup).status == 200


@pytest.mark.parametrize(
    "inside",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://10.0.0.1/",
        "http://[::1]:8080/",
        "http://[::ffff:127.0.0.1]:8080/",
        "http://2130706433:8080/",
        "http://0x7f.1:8080/",
        "http://0177.0.0.1:8080/",
        "http://１２７.0.0.2:8080/",
        "http://rebind.de/",
        "http://10.0.0.1:25/",
    ],
)
def test_no_redirect_leads_inside(web: Any, inside: str) -> None:
    server = web.serve({"/x": web.to(inside.encode().decode("latin-1"))})
    lookup = Directory(rebind_de=["10.0.0.1"])
    visit = web.ask(server.at("/x"), lookup=lookup)
    assert visit.failure in {"private", "address", "port"}
    assert state_of(visit) == "unverified"
    assert server.asked == ["HEAD /x"]


def test_without_a_network_no_name_is_called_dead(web: Any) -> None:
    first, second = web.follow("http://a-ahrenfeld.de/", "http://b-ahrenfeld.de/", lookup=Directory())
    assert (first.failure, second.failure) == ("network", "network")


def test_with_a_network_a_name_that_does_not_exist_is_dead(web: Any) -> None:
    server = web.serve({"/x": web.status(404)})
    visits = web.follow(server.at("/x"), "http://b-ahrenfeld.de/", lookup=Directory())
    assert [visit.failure for visit in visits] == ["", "name"]
    assert state_of(visits[1]) == "dead"


def test_a_lookup_that_hangs_delays_no_run_beyond_its_time(web: Any) -> None:
    over = Event()

    def hang(host: str) -> list[str]:
        over.wait(30)
        raise NO_SUCH_NAME

    begin = monotonic()
    addresses = [f"http://www.ahrenfeld-{number}.de/" for number in range(40)]
    visits = web.follow(*addresses, lookup=hang, settings=web.quick._replace(budget=0.5))
    assert {visit.failure for visit in visits} == {"budget"}
    assert monotonic() - begin < 1.5
    over.set()
