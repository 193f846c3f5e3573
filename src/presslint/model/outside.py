"""What lies outside of a release: where its links lead on the web, and the files beside it.

A check looks at neither. Whoever runs it may give :class:`Outside` to the facts; without it nothing of this is known.
"""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from presslint.model.facts import LinkFact
from presslint.model.finding import Confidence
from presslint.model.release import Zone
from presslint.model.repository import Repository, Version
from presslint.text.span import Span


class Hop(NamedTuple):
    """A redirect that was followed: the status of the answer and the address that it leads to."""

    status: int
    address: str


class Visit(NamedTuple):
    """What came of asking for an address.

    ``hops`` are the redirects on the way; ``status`` is that of the last answer, 0 where there was none. ``failure``
    says why the way ended without a verdict of the server:

    * ``name``: the host does not exist; ``tls``: its certificate is not valid, ``detail`` says how (``expired``,
      ``early``, ``host``, ``self-signed``); ``loop``: redirects without end. These are the link's own faults.
    * all others tell nothing about the link, such as ``timeout``, ``refused``, ``budget`` or ``private``.

    ``anchor`` tells whether the page has the place that the address names behind ``#``; None where that is not known.
    """

    address: str
    hops: tuple[Hop, ...] = ()
    status: int = 0
    failure: str = ""
    detail: str = ""
    anchor: bool | None = None

    @property
    def final(self) -> str:
        """The address at the end of the redirects."""
        return self.hops[-1].address if self.hops else self.address


class VisitFact(NamedTuple):
    """A link and what came of following it. ``state`` is ``fine``, ``dead`` or ``unverified``."""

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    link: LinkFact
    visit: Visit
    state: str


class FileFact(NamedTuple):
    """A link to a file or a heading of the repository, and what is wrong with it.

    ``problem`` is ``missing``, ``case`` (the name differs in capital letters) or ``anchor``, and empty for a link that
    leads somewhere. ``meant`` is the target as it was probably meant, or empty.
    """

    span: Span
    text: str
    zone: Zone
    confidence: Confidence
    link: LinkFact
    problem: str = ""
    meant: str = ""


class Files(NamedTuple):
    """The files around a release; paths are absolute and have forward slashes.

    ``place`` gives the path of a release by the one that is shown, None for a text that has none; ``names`` what a
    folder holds, None for what is no folder that can be read; ``text`` the text of a file, None where there is none;
    ``root`` the folder of the repository that a folder belongs to, None where it is in none. ``site`` is the folder
    that a path from the root of the site (``/presse/bild.png``) begins in, or empty.
    """

    place: Callable[[str], str | None]
    names: Callable[[str], Collection[str] | None]
    text: Callable[[str], str | None]
    root: Callable[[str], str | None]
    site: str = ""


class Outside(NamedTuple):
    """What the facts may look at outside of a release. ``web`` answers for an address, None where it was not asked.

    ``repository`` is there once all releases of a run are known; ``history`` gives the states of a file from the
    first to the last, None where there is no history that can be trusted to be whole.
    """

    web: Callable[[str], Visit | None] | None = None
    files: Files | None = None
    repository: Repository | None = None
    history: Callable[[str], tuple[Version, ...] | None] | None = None


class Pace(NamedTuple):
    """How often one host is asked: at most ``concurrency`` requests at once, begun ``delay`` seconds apart."""

    delay: float = 0.2
    concurrency: int = 2


class Online(NamedTuple):
    """How links are followed on the web; times are in seconds.

    ``allow`` are hosts that may be asked although their address is private or they lie below one of ``deny``, whose
    hosts are never asked. ``budget`` is the time for all links of a run, ``timeout`` that for one answer. What was
    fine is not asked again for ``cache_age``. ``hosts`` has a pace of their own for some hosts.
    """

    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    budget: float = 60.0
    timeout: float = 10.0
    cache_age: float = 86400.0
    pace: Pace = Pace()
    hosts: Mapping[str, Pace] = MappingProxyType({})
