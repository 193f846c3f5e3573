"""What came of following the links of a release on the web. Without somebody who asks there is none of this."""

import re
from collections.abc import Iterator

from presslint.facts import Facts
from presslint.facts.hosts import plain_host, split
from presslint.model.facts import LinkFact
from presslint.model.outside import Visit, VisitFact
from presslint.model.release import Release
from presslint.text.lazy import regex

LONGEST = 8000  # of an address: servers refuse longer ones

_DEAD_STATUS = (404, 410)
_DEAD_FAILURE = ("name", "tls", "loop")
_UNUSABLE = regex(r"[\x00-\x20\x7f<>\"{}|\\^`]")
_INDEX = regex(r"(?:index|default|home)\.(?:html?|php|aspx?)$", re.IGNORECASE)


def extract(_release: Release, facts: Facts) -> Iterator[VisitFact]:
    """Yield the links that were followed, in the order of the text."""
    web = facts.outside.web
    if web is None:
        return
    for link, address in addresses(facts):
        visit = web(address)
        if visit is not None:
            yield VisitFact(link.span, link.text, link.zone, link.confidence, link, visit, state_of(visit))


def addresses(facts: Facts) -> Iterator[tuple[LinkFact, str]]:
    """Yield the links that can be followed on the web, each with the address to ask for.

    An address that stands in the text without a scheme gets the one that it has had from the beginning of the web.
    What no browser would ask for as it stands, and what holds a password, is left out.
    """
    for link in facts.of(LinkFact):
        if not link.host or len(link.target) > LONGEST or _UNUSABLE.search(link.target):
            continue
        address = _address(link)
        if address and not split(address).user:
            yield link, address


def _address(link: LinkFact) -> str:
    if link.scheme in ("http", "https"):
        return link.target
    if link.scheme:
        return ""
    if link.target.startswith("//"):
        return "https:" + link.target
    return "http://" + link.target if link.kind == "bare" else ""


def state_of(visit: Visit) -> str:
    """Return ``fine``, ``dead``, or ``unverified`` where the answer is the server's affair and not the link's."""
    if visit.failure:
        return "dead" if visit.failure in _DEAD_FAILURE else "unverified"
    if visit.status in _DEAD_STATUS:
        return "dead"
    return "fine" if 200 <= visit.status < 300 else "unverified"


def is_same_page(one: str, other: str) -> bool:
    """Tell whether a redirect from one address to the other is a matter of form alone.

    Such are the scheme, ``www.``, capital letters, a slash at the end, the name of an index page, and escapes.
    """
    return _form(one) == _form(other)


def _form(address: str) -> tuple[str, str, str]:
    from urllib.parse import unquote  # noqa: PLC0415 - only who follows links pays for it

    parts = split(address)
    path = _INDEX.sub("", unquote(parts.path)).rstrip("/").casefold()
    return plain_host(parts.host), path, unquote(parts.query)
