"""Host names to addresses that may be asked, each name looked up once in a run."""

import asyncio
import socket
from collections.abc import Callable, Iterable
from threading import Thread

from aiohttp.abc import AbstractResolver, ResolveResult

from presslint.online.guard import literal, may_reach
from presslint.text.suffixes import unicode_host

Lookup = Callable[[str], list[str]]

_AT_ONCE = 32
# the answers of a resolver that mean "there is no such name", on all systems; any other failure may pass
_NO_NAME = tuple(getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name))


class NoAddressError(Exception):
    """A host that cannot be asked. The argument says why: ``name``, ``lookup``, ``private`` or ``address``."""


def system_lookup(host: str) -> list[str]:
    """Return the addresses that the system knows for ``host``; a dot at its end keeps it whole. Raises OSError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


class Names:
    """Looks hosts up and lets through only addresses that may be asked. ``allowed`` are hosts of the configuration."""

    def __init__(self, allowed: Iterable[str], lookup: Lookup = system_lookup) -> None:
        self._allowed = frozenset(map(unicode_host, allowed))
        self._lookup = lookup
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._answers: dict[str, asyncio.Task[list[str]]] = {}
        self._admitted: set[str] = set()

    def is_allowed(self, host: str) -> bool:
        """Tell whether the configuration allows a host by its name."""
        return unicode_host(host) in self._allowed

    async def addresses(self, host: str) -> list[str]:
        """Return the addresses of a host that may be asked, at least one. Raises NoAddressError."""
        is_allowed = self.is_allowed(host)
        itself = literal(host)
        if itself == "":
            raise NoAddressError("address")
        if itself is None:
            found = await self._looked_up(host)
        else:
            found = [itself]
        usable = [address for address in found if may_reach(address, is_allowed=is_allowed)]
        if not usable:
            raise NoAddressError("private")
        if is_allowed:
            self._admitted.update(usable)
        return usable

    def open(self, info: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
        """Return a socket for an address: the last gate, which no connection can go around.

        Raises OSError for an address that may not be asked.
        """
        family, kind, protocol, _, where = info
        address = str(where[0])
        if not may_reach(address, is_allowed=address in self._admitted):
            raise PermissionError(f"{address} may not be asked")
        return socket.socket(family, kind, protocol)

    async def _looked_up(self, host: str) -> list[str]:
        if host not in self._answers:
            self._answers[host] = answer = asyncio.create_task(self._ask(host))
            answer.add_done_callback(lambda task: task.cancelled() or task.exception())  # the run may be over by then
        return await asyncio.shield(self._answers[host])

    async def _ask(self, host: str) -> list[str]:
        async with self._slots:
            try:
                return await _in_thread(self._lookup, self._whole(host))
            except ValueError as error:
                raise NoAddressError("address") from error
            except socket.gaierror as error:
                raise NoAddressError("name" if error.errno in _NO_NAME else "lookup") from error
            except OSError as error:
                raise NoAddressError("lookup") from error

    def _whole(self, host: str) -> str:
        """Return the name to look up: whole, so that no search domain of this network is put behind it.

        A network may answer for every name below its own domain, and need not know what a release links to. A host of
        the house is looked up as its machines do it, who may know it from a file.
        """
        return host if self.is_allowed(host) or "." not in host else host.rstrip(".") + "."


class Resolver(AbstractResolver):
    """Gives the HTTP client the addresses that were let through, and no others."""

    def __init__(self, names: Names) -> None:
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of ``host``. Raises OSError where there are none."""
        try:
            found = await self._names.addresses(host)
        except NoAddressError as error:
            raise OSError(str(error)) from error
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in found
            if family in (socket.AF_UNSPEC, socket.AF_INET6 if ":" in address else socket.AF_INET)
        ]

    async def close(self) -> None:
        """Nothing is kept open."""


async def _in_thread(lookup: Lookup, host: str) -> list[str]:
    """Run a lookup beside the loop, in a thread that nothing waits for: a resolver may hang for minutes."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str], error: BaseException | None) -> None:
        if not answer.done():
            if error is None:
                answer.set_result(found)
            else:
                answer.set_exception(error)

    def work() -> None:
        found: list[str] = []
        failure: BaseException | None = None
        try:
            found = lookup(host)
        except (OSError, ValueError) as error:
            failure = error
        try:
            loop.call_soon_threadsafe(settle, found, failure)
        except RuntimeError:  # the run is over and its loop closed
            return

    Thread(target=work, daemon=True).start()
    return await answer
