"""All links of a run at once, within the time that there is for them."""

import asyncio
import ssl
from collections.abc import Callable, Iterable

from presslint.facts.hosts import in_domain, split
from presslint.facts.visits import is_same_page, state_of
from presslint.model.outside import Online, Visit
from presslint.online.client import Client
from presslint.online.memory import Memory
from presslint.online.names import Lookup, Names, system_lookup
from presslint.online.places import place_of
from presslint.online.visits import Followed, Follower, Page, page_of
from presslint.text.suffixes import unicode_host

Web = Callable[[str], Visit | None]


def follow(
    addresses: Iterable[str],
    settings: Online,
    *,
    now: float,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    lookup: Lookup = system_lookup,
    context: ssl.SSLContext | None = None,
) -> Web:
    """Ask for all addresses side by side and return what answers for each; None for one that was not to be asked.

    It takes at most ``settings.budget`` seconds; an address that was not reached by then has the failure ``budget``.
    ``now``, in seconds since 1970, decides what was fine lately. ``progress`` is told how many pages of how many are
    done. ``context`` holds the certificates to trust.
    """
    run = _Run(addresses, settings, Memory(settings.cache_age, now), progress)
    try:
        asyncio.run(run.main(lookup, context))
    finally:
        run.remember()
    return run.visits().get


class _Run:
    """The addresses of one run, by the page that they are on."""

    def __init__(
        self, addresses: Iterable[str], settings: Online, memory: Memory, progress: Callable[[int, int], None]
    ) -> None:
        self.settings = settings
        self.allowed = frozenset(map(unicode_host, settings.allow))
        self.memory = memory
        self.progress = progress
        self.known: dict[str, Visit] = {}
        self.wanted: dict[str, Page] = {}  # each with the place that it names, if any
        self.found: dict[str, Followed] = {}
        for address in dict.fromkeys(addresses):
            self._sort(address)

    def _sort(self, address: str) -> None:
        parts = split(address)
        if in_domain(parts.host, self.settings.deny) and unicode_host(parts.host) not in self.allowed:
            return
        page = page_of(address)
        place = place_of(parts.fragment)
        if page is None:
            self.known[address] = Visit(address, failure="address")
        elif address in self.memory:
            self.known[address] = Visit(address, status=200, anchor=True if place else None)
        else:
            self.wanted[address] = Page(page, (place,) if place else ())

    def pages(self) -> list[Page]:
        """Return what is to be asked: every page once, with all places that are looked for on it."""
        places: dict[str, dict[str, None]] = {}
        for url, names in self.wanted.values():
            places.setdefault(str(url), {}).update(dict.fromkeys(names))
        urls = {str(page.url): page.url for page in self.wanted.values()}
        return [Page(urls[key], tuple(names)) for key, names in places.items()]

    async def main(self, lookup: Lookup, context: ssl.SSLContext | None) -> None:
        """Follow everything that is wanted, until the time is up."""
        pages = self.pages()
        if not pages:
            return

        def done(page: Page, followed: Followed) -> None:
            self.found[str(page.url)] = followed
            self.progress(len(self.found), len(pages))

        self.progress(0, len(pages))
        names = Names(self.settings.allow, lookup)
        async with Client(names, self.settings.timeout, context) as client:
            try:
                async with asyncio.timeout(self.settings.budget):
                    await Follower(client, names, self.settings).follow(pages, done)
            except TimeoutError:
                return

    def visits(self) -> dict[str, Visit]:
        """Return what came of each address."""
        has_network = any(followed.visit.status or followed.visit.hops for followed in self.found.values())
        for address, page in self.wanted.items():
            visit = self._visit(address, page)
            if visit.failure == "name" and not has_network:
                # without a network some systems say that no name exists
                visit = visit._replace(failure="network")
            self.known[address] = visit
        return self.known

    def remember(self) -> None:
        """Keep what was fine, and nothing else."""
        visits = [(address, self._visit(address, page)) for address, page in self.wanted.items()]
        self.memory.keep(address for address, visit in visits if _is_fine(visit))

    def _visit(self, address: str, page: Page) -> Visit:
        followed = self.found.get(str(page.url))
        if followed is None:
            return Visit(address, failure="budget")
        anchor = followed.places.get(page.places[0]) if page.places else None
        return followed.visit._replace(address=address, anchor=anchor)


def _is_fine(visit: Visit) -> bool:
    """Tell whether nothing at all can be said against a link."""
    return state_of(visit) == "fine" and visit.anchor is not False and is_same_page(visit.address, visit.final)
