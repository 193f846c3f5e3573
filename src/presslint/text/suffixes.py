"""Which part of a host can be registered: the public suffix list, shipped and searched offline.

Hosts may be given in Unicode or in ASCII (``xn--``) form, in any case, with or without the dot of the root.
"""

import unicodedata
from functools import lru_cache

from presslint.text.public_suffixes import BELOW, TOP


@lru_cache(maxsize=4096)
def unicode_host(host: str) -> str:
    """Return ``host`` in lower case, Unicode form and without a final dot, so that equal hosts compare equal.

    A label that claims to be in ASCII form and cannot be decoded stays as it is.
    """
    host = host.rstrip(".").lower()
    if host.isascii() and "xn--" not in host:
        return host
    dots = host.replace("。", ".").replace("．", ".").replace("｡", ".")
    return ".".join(unicodedata.normalize("NFKC", _decoded(label)).lower() for label in dots.split("."))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def is_known_tld(label: str) -> bool:
    """Tell whether ``label`` is a top-level domain of the list; a dot in front is not allowed."""
    name = unicode_host(label)
    return bool(name) and " " not in name and f" {name} " in TOP


@lru_cache(maxsize=4096)
def registrable_domain(host: str) -> str:
    """Return the part of ``host`` that somebody can register, in Unicode form (``www.a.co.uk`` → ``a.co.uk``).

    It is empty for a host that is a public suffix itself, has a single label or an empty one, or is an IP address.
    Under a top-level domain that the list does not know, the last two labels are taken, as the list prescribes.
    """
    labels = unicode_host(host).split(".")
    if len(labels) < 2 or not all(labels) or labels[-1].isdigit() or ":" in host:
        return ""
    own = len(labels) - _suffix_length(labels)
    return ".".join(labels[own - 1 :]) if own > 0 else ""


def subdomains(host: str) -> tuple[str, ...]:
    """Return the labels left of the registrable domain, as in ``("www",)``; empty where there is no such domain."""
    domain = registrable_domain(host)
    return tuple(unicode_host(host)[: -len(domain) - 1].split(".")) if domain and domain != unicode_host(host) else ()


def _suffix_length(labels: list[str]) -> int:
    """Return how many labels the public suffix has: the longest rule wins, and an exception beats it."""
    rules = BELOW.get(labels[-1], "")
    if not rules:
        return 1
    for start in range(max(len(labels) - 6, 0), len(labels) - 1):
        name = ".".join(labels[start:-1])
        if f" !{name} " in rules:
            return len(labels) - start - 1
        rest = ".".join(labels[start + 1 : -1])
        if f" {name} " in rules or f" {'*.' + rest if rest else '*'} " in rules:
            return len(labels) - start
    return 1
