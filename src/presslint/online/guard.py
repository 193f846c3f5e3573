"""Which addresses may be asked at all. Pure, so that it is proven over a table without a packet being sent.

Release text is untrusted: a link may be made to reach a router, a database or the metadata service of a cloud through
the machine that checks it. So an address has to be public by the registries of IANA, and everything else is refused;
the wrappings in which an IPv4 address hides in IPv6 are refused whatever they hold.
"""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from presslint.text.lazy import regex

# https://www.iana.org/assignments/iana-ipv4-special-registry, and 168.63.129.16, which answers inside of Azure alone
_IPV4 = (
    ("unspecified", "0.0.0.0/8"),
    ("private", "10.0.0.0/8"),
    ("shared", "100.64.0.0/10"),
    ("loopback", "127.0.0.0/8"),
    ("metadata", "168.63.129.16/32"),
    ("link-local", "169.254.0.0/16"),
    ("private", "172.16.0.0/12"),
    ("protocol", "192.0.0.0/24"),
    ("documentation", "192.0.2.0/24"),
    ("protocol", "192.31.196.0/24"),
    ("protocol", "192.52.193.0/24"),
    ("relay", "192.88.99.0/24"),
    ("private", "192.168.0.0/16"),
    ("protocol", "192.175.48.0/24"),
    ("benchmark", "198.18.0.0/15"),
    ("documentation", "198.51.100.0/24"),
    ("documentation", "203.0.113.0/24"),
    ("multicast", "224.0.0.0/4"),
    ("reserved", "240.0.0.0/4"),
)
# https://www.iana.org/assignments/iana-ipv6-special-registry; outside of 2000::/3 nothing is public
_IPV6 = (
    ("loopback", "::1/128"),
    ("unspecified", "::/128"),
    ("mapped", "::ffff:0:0/96"),
    ("mapped", "::ffff:0:0:0/96"),
    ("compatible", "::/96"),
    ("nat64", "64:ff9b::/96"),
    ("nat64", "64:ff9b:1::/48"),
    ("teredo", "2001::/32"),
    ("protocol", "2001::/23"),
    ("documentation", "2001:db8::/32"),
    ("6to4", "2002::/16"),
    ("protocol", "2620:4f:8000::/48"),
    ("documentation", "3fff::/20"),
    ("private", "fc00::/7"),
    ("link-local", "fe80::/10"),
    ("site-local", "fec0::/10"),
    ("multicast", "ff00::/8"),
)
_NETWORKS_4 = tuple((kind, IPv4Network(network)) for kind, network in _IPV4)
_NETWORKS_6 = tuple((kind, IPv6Network(network)) for kind, network in _IPV6)
_GLOBAL_6 = IPv6Network("2000::/3")

# a house may let its own machines be asked; these belong to nobody or to the machine that presslint runs on
_HOUSE = frozenset(("private", "loopback", "shared"))

_DOTTED = regex(r"(?:(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])(?:\.(?!$)|$)){4}", re.ASCII)
_NUMBER = r"(?:0[xX][0-9a-fA-F]*|\d+)"
_NUMERIC = regex(rf"(?:{_NUMBER}\.){{0,3}}{_NUMBER}\.?", re.ASCII)
# a browser sends mail, files or print jobs to none of the ports below 1024 but those of the web
_PORTS = frozenset((80, 443))


def kind_of(address: str) -> str:
    """Return what kind of address this is that nobody outside can be reached at; empty for a public one.

    ``address`` is an IP address in its usual spelling. What is none, or has a zone (``fe80::1%eth0``), is ``unknown``.
    """
    try:
        if ":" not in address:
            ipv4 = IPv4Address(address)
            return next((kind for kind, network in _NETWORKS_4 if ipv4 in network), "")
        if "%" in address:
            return "unknown"
        ipv6 = IPv6Address(address)
    except ValueError:
        return "unknown"
    named = next((kind for kind, network in _NETWORKS_6 if ipv6 in network), "")
    return named or ("" if ipv6 in _GLOBAL_6 else "reserved")


def may_reach(address: str, *, is_allowed: bool = False) -> bool:
    """Tell whether an address may be asked; ``is_allowed`` says that the configuration names its host."""
    kind = kind_of(address)
    return not kind or (is_allowed and kind in _HOUSE)


def literal(host: str) -> str | None:
    """Return the address that a host is itself, None for a name.

    A number that programs take for an address though it does not look like one (``2130706433``, ``0x7f.1``,
    ``0177.0.0.1``) gives an empty text: nobody who means well writes so.
    """
    if host.startswith("[") or ":" in host:
        return host.strip("[]")
    if _DOTTED.fullmatch(host):
        return host
    return "" if _NUMERIC.fullmatch(host) else None


def is_web_port(port: int) -> bool:
    """Tell whether a port may be one of the web."""
    return port in _PORTS or 1024 <= port <= 65535
