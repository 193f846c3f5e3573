"""One request to one server, without cookies, without redirects, and with little of the body."""

import ssl
from collections.abc import Collection
from email.utils import parsedate_to_datetime
from typing import Self

import aiohttp
from aiohttp import ClientResponse, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from yarl import URL

import presslint
from presslint.online.names import Names, NoAddressError, Resolver
from presslint.online.pace import Answer
from presslint.online.places import Search

BODY = 2_000_000  # bytes of a page in which a place is looked for
_CONNECT = 5.0  # seconds
_HEADERS = {
    "User-Agent": f"presslint/{presslint.__version__} (checks the links of a press release)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "identity",  # a small answer must not unpack to a large one
}
_LINE = 65536  # bytes of a header: some sites name all their partners in one
_PART = 65536  # bytes
_PAGES = ("text/html", "application/xhtml+xml")
# OpenSSL's codes for what a browser objects to as well
_FLAWS = {9: "early", 10: "expired", 18: "self-signed", 62: "host", 64: "host"}
REDIRECTS = (301, 302, 303, 307, 308)


class Client:
    """Asks servers. ``timeout`` is in seconds, for the whole of an answer."""

    def __init__(self, names: Names, timeout: float, context: ssl.SSLContext | None = None) -> None:
        self._names = names
        connector = TCPConnector(
            resolver=Resolver(names),
            socket_factory=names.open,
            limit=0,  # counted by the caller: waiting for a connection must not use up the time for an answer
            ttl_dns_cache=None,
            ssl=context or True,
        )
        self._session = ClientSession(
            connector=connector,
            headers=_HEADERS,
            cookie_jar=DummyCookieJar(),
            timeout=ClientTimeout(total=timeout, sock_connect=min(_CONNECT, timeout)),
            auto_decompress=False,
            read_bufsize=_PART,
            trust_env=False,  # a proxy would look names up itself, where nobody checks the address
            max_line_size=_LINE,
            max_field_size=_LINE,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        await self._session.close()

    async def ask(self, method: str, url: URL, places: Collection[str] = ()) -> Answer:
        """Ask for an address; whatever goes wrong is the answer's ``failure``."""
        try:
            await self._names.addresses(url.raw_host or "")
            async with self._session.request(method, url, allow_redirects=False) as response:
                answer = await _answer(response, places)
                response.close()  # what is left of the body is not wanted
                return answer
        except (NoAddressError, aiohttp.ClientError, OSError, ValueError) as error:
            return failed(error)


def failed(error: Exception) -> Answer:  # noqa: PLR0911 - one answer per kind
    """Return what an error of a request means; an error of the client's own may be several at once."""
    match error:
        case NoAddressError():
            return Answer(failure=str(error))
        case aiohttp.ClientConnectorCertificateError():
            code = getattr(error.certificate_error, "verify_code", 0)
            # an issuer that is not known here may be known to browsers, or be a proxy of the house
            return Answer(failure="tls", detail=_FLAWS[code]) if code in _FLAWS else Answer(failure="handshake")
        case aiohttp.ClientSSLError():
            return Answer(failure="handshake")
        case aiohttp.ConnectionTimeoutError():
            return Answer(failure="unreachable")
        case TimeoutError():
            return Answer(failure="timeout")
        case aiohttp.ClientConnectorError():
            return Answer(failure="refused" if isinstance(error.os_error, ConnectionRefusedError) else "unreachable")
        case aiohttp.ClientResponseError() | ValueError():
            return Answer(failure="protocol")
    return Answer(failure="reset")


async def _answer(response: ClientResponse, places: Collection[str]) -> Answer:
    headers = response.headers
    anchors = None
    if places and 200 <= response.status < 300 and response.content_type in _PAGES:
        anchors = await _places(response, places)
    return Answer(
        response.status,
        failure="wall" if "cf-mitigated" in headers else "",
        location=_location(headers.get("Location", "")) if response.status in REDIRECTS else "",
        retry_after=_seconds(headers.get("Retry-After", ""), headers.get("Date", "")),
        has_cookie="Set-Cookie" in headers,
        anchors=anchors,
    )


async def _places(response: ClientResponse, places: Collection[str]) -> dict[str, bool]:
    """Read a page as far as need be and tell which places it has."""
    if response.headers.get("Content-Encoding", "identity") != "identity":
        return {}
    search, size = Search(places), 0
    while size < BODY and not search.is_over:
        part = await response.content.read(_PART)
        if not part:
            return search.result(is_whole=True)
        search.feed(part)
        size += len(part)
    return search.result(is_whole=False)


def _location(raw: str) -> str:
    """Return where a redirect leads; old servers write it in Latin-1."""
    try:
        raw.encode()
    except UnicodeEncodeError:
        return raw.encode("utf-8", "surrogateescape").decode("latin-1")
    return raw


def _seconds(wanted: str, now: str) -> float | None:
    """Return the seconds of a Retry-After, which is a number or a date; None where it is neither."""
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 10:
        return float(wanted)
    try:
        return max((parsedate_to_datetime(wanted) - parsedate_to_datetime(now)).total_seconds(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return None
