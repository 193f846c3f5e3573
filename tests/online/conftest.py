"""A server on loopback that the tests start themselves, and a gate that lets no packet go anywhere else."""

import socket
import ssl
import struct
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from presslint.model.outside import Online, Pace, Visit
from presslint.online.run import follow

DATA = Path(__file__).parent / "data"
ALLOWED = ("127.0.0.1", "localhost", "www.stadt-ahrenfeld.de", "www.zeitung-ahrenfeld.de")
QUICK = Online(allow=ALLOWED, pace=Pace(delay=0, concurrency=4), timeout=2.0, budget=20.0, cache_age=0)


class _Border:
    """What Python itself says before it opens a connection or asks for a name."""

    def __init__(self) -> None:
        self.is_watching = False
        self.strangers: list[str] = []

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.is_watching or event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
            return
        where = args if event == "socket.getaddrinfo" else args[1]
        host = where[0] if isinstance(where, tuple) else ""  # a local socket has a path
        if host and not _is_here(str(host)):
            self.strangers.append(f"{event} {host}")
            raise PermissionError(f"a test may not reach {host}")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


BORDER = _Border()
sys.addaudithook(BORDER)


@pytest.fixture(autouse=True)
def border(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[_Border]:
    """Refuse and record whatever is not loopback; a test that tried fails. The cache is one of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    BORDER.strangers.clear()
    BORDER.is_watching = True
    yield BORDER
    BORDER.is_watching = False
    assert not BORDER.strangers


class Handler(BaseHTTPRequestHandler):
    """Answers by the path of a request with what the test has laid there."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_HEAD(self) -> None:
        """Answer a HEAD."""
        self._answer()

    def do_GET(self) -> None:
        """Answer a GET."""
        self._answer()

    def _answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        self.server.headers.append(dict(self.headers))
        self.server.routes.get(self.path.partition("?")[0], status(404))(self)

    def send(self, code: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> None:
        """Send an answer; the body only where it was asked for."""
        self.send_response_only(code)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            with suppress(OSError):
                self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


Route = Callable[[Handler], None]


def status(code: int, **headers: str) -> Route:
    """Answer with a status, and headers whose names have underscores for hyphens."""
    return lambda handler: handler.send(
        code, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def page(body: str, kind: str = "text/html; charset=utf-8") -> Route:
    """Answer with a page."""
    return lambda handler: handler.send(200, body.encode(), {"Content-Type": kind})


def to(address: str, code: int = 302, **headers: str) -> Route:
    """Answer with a redirect."""
    return status(code, Location=address, **headers)


def in_turn(*routes: Route) -> Route:
    """Answer one request after the other."""
    left = list(routes)

    def route(handler: Handler) -> None:
        left.pop(0)(handler)

    return route


def by_method(head: Route, get: Route) -> Route:
    """Answer HEAD and GET differently."""
    return lambda handler: (head if handler.command == "HEAD" else get)(handler)


def reset(handler: Handler) -> None:
    """Break the connection off."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


class Server(ThreadingHTTPServer):
    """A server that keeps what it was asked."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.over = Event()
        self.scheme = "http"

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path on this server."""
        return f"{self.scheme}://{host}:{self.server_address[1]}{path}"

    def hang(self, handler: Handler) -> None:
        """Give no answer before the test is over."""
        self.over.wait(30)
        handler.close_connection = True

    def handle_error(self, *_: Any) -> None:
        """Clients of tests go away as they like."""


class Loopback:
    """What a test of links needs: servers, routes for them, and somebody who asks."""

    data = DATA
    quick = QUICK
    status = staticmethod(status)
    page = staticmethod(page)
    to = staticmethod(to)
    in_turn = staticmethod(in_turn)
    by_method = staticmethod(by_method)
    reset = staticmethod(reset)

    def __init__(self) -> None:
        self._running: list[Server] = []

    def serve(self, routes: Mapping[str, Route] | None = None, certificate: str = "") -> Server:
        """Start a server with routes; with ``certificate``, the name of a file, one for https."""
        server = Server()
        server.routes.update(routes or {})
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(DATA / certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
            server.scheme = "https"
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        self._running.append(server)
        return server

    def follow(self, *addresses: str, settings: Online = QUICK, **options: Any) -> list[Visit]:
        """Follow addresses in one run and return what came of each; all of them were to be asked."""
        answers = follow(addresses, settings, **{"now": 0.0, **options})
        visits = [answers(address) for address in addresses]
        return [visit for visit in visits if visit is not None]

    def ask(self, address: str, settings: Online = QUICK, **options: Any) -> Visit:
        """Follow one address."""
        (visit,) = self.follow(address, settings=settings, **options)
        return visit

    def stop(self) -> None:
        """End all servers."""
        for server in self._running:
            server.over.set()
            server.shutdown()
            server.server_close()


@pytest.fixture
def web() -> Iterator[Loopback]:
    """Return servers on loopback, and end them with the test."""
    loopback = Loopback()
    yield loopback
    loopback.stop()
