"""The parts of a web address, and what two hosts have in common.

Addresses are split as RFC 3986 (appendix B) says, without judging them: release text is full of addresses that no
parser accepts, and those are the ones to find.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from presslint.text.lazy import regex
from presslint.text.suffixes import is_known_tld, registrable_domain, unicode_host

# no scheme in use has a dot, but a host in front of a port has; the one host without a dot is named
_PARTS = regex(
    r"(?:(?!localhost:\d)([A-Za-z][A-Za-z0-9+-]{0,30}):)?(?://([^/?#\\]*))?"
    r"([^?#]*)(?:\?([^#]*))?(?:#(.*))?",
    re.DOTALL,
)
_HOST = regex(r"([^\s/:@?#\\]+)((?::\d{1,5})?)(/.*)?", re.DOTALL)
_WWW = regex(r"(?:www\d{0,2}|m)\.(?=[^.]+\.)")
_IPV4 = regex(r"\d{1,3}(?:\.\d{1,3}){3}")
# names that nobody can register (RFC 2606, RFC 6761): hosts of examples end in them
_RESERVED = frozenset(("example", "invalid", "localhost", "test"))


class Address(NamedTuple):
    """The parts of an address as written; a part that is missing is empty. Scheme and host are in lower case."""

    scheme: str = ""
    user: str = ""
    host: str = ""
    port: str = ""
    path: str = ""
    query: str = ""
    fragment: str = ""


@lru_cache(maxsize=4096)
def split(target: str) -> Address:
    """Split an address; one without a scheme has a host when it begins like one (``www.stadt.de/presse``)."""
    scheme, authority, path, query, fragment = _PARTS.findall(target)[0]
    if not scheme and not authority:
        first = _HOST.fullmatch(path)
        if first is not None and looks_like_host(first[1]):
            authority, path = first[1] + first[2], first[3] or ""
    user, _, place = authority.rpartition("@")
    host, port = _host_and_port(place)
    return Address(scheme.lower(), user, host.lower(), port, path, query, fragment)


def _host_and_port(place: str) -> tuple[str, str]:
    if place.startswith("["):
        host, bracket, port = place.partition("]")
        return host + bracket, port.removeprefix(":")
    host, _, port = place.partition(":")
    return host, port


_MOST_LABELS = 128  # a name of the Internet has fewer


def looks_like_host(text: str) -> bool:
    """Tell whether a text without a scheme can only be a host: it begins with ``www.`` or ends in a known domain."""
    head, dot, last = text.rpartition(".")
    return bool(dot and head) and (text[:4].lower() == "www." or is_host_ending(last))


def is_host_ending(label: str) -> bool:
    """Tell whether a host can end in ``label``: a top-level domain, or a name that is kept free for examples."""
    return is_known_tld(label) or label.lower() in _RESERVED


def plain_host(host: str) -> str:
    """Return a host in the form in which equal ones are equal: Unicode, lower case, without ``www.`` or ``m.``."""
    name = unicode_host(host)
    return _WWW.sub("", name, count=1) if name.count(".") > 1 else name


def is_ip(host: str) -> bool:
    """Tell whether a host is an IP address in one of its two usual spellings."""
    return host.startswith("[") or _IPV4.fullmatch(host) is not None


def in_domain(host: str, domains: tuple[str, ...]) -> bool:
    """Tell whether a host is one of ``domains`` or lies below one of them."""
    return bool(domains) and not _set_of(domains).isdisjoint(above(host))


@lru_cache(maxsize=4096)
def above(host: str) -> tuple[str, ...]:
    """Return a host and all that it lies below, in Unicode form: ``a.b.de``, ``b.de``, ``de``."""
    labels = unicode_host(host).split(".")[-_MOST_LABELS:]
    return tuple(".".join(labels[start:]) for start in range(len(labels)))


@lru_cache(maxsize=256)
def _set_of(domains: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(unicode_host, domains))


def registrable(host: str) -> str:
    """Return the registrable domain of a host that is a name; empty for an IP address."""
    return "" if is_ip(host) else registrable_domain(host)
