"""Follows the addresses of a run: HEAD, then GET where HEAD does not tell, and every redirect step by step."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from yarl import URL

from presslint.facts.hosts import in_domain
from presslint.facts.visits import LONGEST, is_same_page
from presslint.model.outside import Hop, Online, Pace, Visit
from presslint.online.client import Client
from presslint.online.guard import is_web_port
from presslint.online.names import Names
from presslint.online.pace import Answer, Gate
from presslint.text.lazy import regex
from presslint.text.suffixes import unicode_host

_AT_ONCE = 128  # requests of the whole run
_HOPS = 20  # as browsers do
_PATIENCE = 30.0  # seconds that a server may ask for before the next try
_WEB = ("http", "https")
_HOST = regex(r"[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}")
# what a server may have against HEAD alone
_DOUBTFUL = ("timeout", "reset", "protocol")
_FIRM = (401, 429, 999)


class Page(NamedTuple):
    """An address without what follows ``#``, and the places of it that links name there."""

    url: URL
    places: tuple[str, ...] = ()


class Followed(NamedTuple):
    """What came of a page, and which of its places it has; those of which that is not known are left out."""

    visit: Visit
    places: dict[str, bool]


class Follower:
    """Follows pages side by side; no address is asked for twice with the same method."""

    def __init__(self, client: Client, names: Names, settings: Online) -> None:
        self._client = client
        self._names = names
        self._settings = settings
        self._paces = {unicode_host(host): pace for host, pace in settings.hosts.items()}
        self._gates: dict[str, Gate] = {}
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._asked: dict[tuple[str, URL, tuple[str, ...]], asyncio.Task[Answer]] = {}

    async def follow(self, pages: Iterable[Page], done: Callable[[Page, Followed], None]) -> None:
        """Follow all pages and hand each to ``done`` when its way has ended. Each host has workers of its own."""
        queues: dict[str, list[Page]] = {}
        for page in pages:
            queues.setdefault(_host(page.url), []).append(page)
        try:
            async with asyncio.TaskGroup() as group:
                for host, queue in queues.items():
                    rest = iter(queue)
                    for _ in range(min(self._pace(host).concurrency, len(queue))):
                        group.create_task(self._work(rest, done))
        finally:
            for asked in self._asked.values():
                asked.cancel()
            await asyncio.gather(*self._asked.values(), return_exceptions=True)

    async def _work(self, queue: Iterator[Page], done: Callable[[Page, Followed], None]) -> None:
        for page in queue:
            done(page, await self._follow(page))

    async def _follow(self, page: Page) -> Followed:
        """Follow one page to its end."""
        url, places = page
        method = "GET" if places else "HEAD"
        hops: list[Hop] = []
        seen = {url}
        has_cookie = False
        while True:
            if failure := self.refused(url):
                return _ended(page, hops, Answer(failure=failure))
            answer = await self._ask(method, url, places)
            if method == "HEAD" and _is_doubtful(answer):
                method = "GET"
                answer = await self._ask(method, url, places)
            if answer.failure or not answer.location:
                return _ended(page, hops, answer)
            has_cookie |= answer.has_cookie
            target = _usable(url, answer.location)
            if target is None:
                return _ended(page, hops, Answer(failure="address"))
            if target in seen or len(hops) == _HOPS:
                # a site may lead in a circle until it has its cookie, which it does not get here
                return _ended(page, hops, Answer(failure="cookie" if has_cookie else "loop"))
            hops.append(Hop(answer.status, str(target)))
            seen.add(target)
            url = target

    def refused(self, url: URL) -> str:
        """Return why an address is not asked, whatever it resolves to; empty for one that may be."""
        host = url.raw_host or ""
        is_allowed = self._names.is_allowed(host)
        if url.scheme not in _WEB:
            return "scheme"
        if len(str(url)) > LONGEST:
            return "address"
        if url.raw_user is not None or url.raw_password is not None:
            return "password"
        if is_allowed:
            return ""
        if in_domain(host, self._settings.deny):
            return "denied"
        return "" if is_web_port(url.port or 0) else "port"

    async def _ask(self, method: str, url: URL, places: tuple[str, ...]) -> Answer:
        key = (method, url, places)
        if key not in self._asked:
            self._asked[key] = asyncio.create_task(self._turn(method, url, places))
        return await asyncio.shield(self._asked[key])

    async def _turn(self, method: str, url: URL, places: Collection[str]) -> Answer:
        """Ask when the host's turn has come; a second time where it wants to be asked a little later."""
        gate = self._gate(_host(url))
        answer = await self._at_gate(gate, method, url, places)
        wait = answer.retry_after
        if answer.status in (429, 503) and wait is not None and wait <= _PATIENCE and gate.closed is None:
            gate.hold(wait)
            answer = await self._at_gate(gate, method, url, places)
        return answer

    async def _at_gate(self, gate: Gate, method: str, url: URL, places: Collection[str]) -> Answer:
        async with gate.turn(), self._slots:
            if gate.closed is not None:
                return gate.closed
            answer = await self._client.ask(method, url, places)
            gate.note(answer)
            return answer

    def _gate(self, host: str) -> Gate:
        if host not in self._gates:
            self._gates[host] = Gate(self._pace(host))
        return self._gates[host]

    def _pace(self, host: str) -> Pace:
        return self._paces.get(unicode_host(host.rpartition(":")[0]), self._settings.pace)


def page_of(address: str) -> URL | None:
    """Return an address as it is asked for, without what follows ``#``; None for one that no server understands."""
    return _usable(None, address)


def _host(url: URL) -> str:
    return f"{(url.raw_host or '').lower().rstrip('.')}:{url.port}"


def _usable(base: URL | None, address: str) -> URL | None:
    try:
        url = URL(address).with_fragment(None)
        url = url if base is None else base.join(url)
        # the library lets blanks and control characters through, which no name has
        return url if url.scheme not in _WEB or _HOST.fullmatch(url.raw_host or "") else None
    except (ValueError, TypeError):
        return None


def _is_doubtful(answer: Answer) -> bool:
    if answer.failure:
        return answer.failure in _DOUBTFUL
    return answer.status >= 400 and answer.status not in _FIRM


def _ended(page: Page, hops: list[Hop], answer: Answer) -> Followed:
    visit = Visit(str(page.url), tuple(hops), answer.status, answer.failure, answer.detail)
    # a page that was led away to another, perhaps to be asked for consent, has other places
    is_page = is_same_page(visit.address, visit.final)
    return Followed(visit, dict(answer.anchors or {}) if is_page else {})
