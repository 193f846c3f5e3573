"""Links that a mail gateway or a tracker has rewritten, and the addresses that stand inside them."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.link_places import place, rewritten
from presslint.facts.hosts import above, split
from presslint.model.facts import LinkFact
from presslint.model.finding import Hit, Proposal
from presslint.model.values import Quoted
from presslint.text.lazy import regex

_NOTHING: Mapping[str, tuple[str, ...]] = {}
_LAYERS = 5
_LONGEST = 8000
_ESCAPE = regex(r"(?:%[0-9A-Fa-f]{2})+")
_WEB = regex(r"https?://[^\s<>\"'()\[\]\\`|{}\x00-\x20\x7f]{3,2000}", re.IGNORECASE)
_SLASHES = regex(r"^(https?:/)(?=[^/])", re.IGNORECASE)
_V3 = regex(r"/v3/__(.{3,4000}?)__;([\w-]{0,400}={0,2})!")
_BETWEEN = regex(r"/v\d/_{2,3}(https?:/{1,2}.{3,4000}?)_{2,3}(?:\.|/|$)", re.IGNORECASE)
_IN_PATH = regex(r"/(https?(?::|%3A)(?:/|%2F){1,2}[^/?#]{3,2000})", re.IGNORECASE)
_RUN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Gateways(NamedTuple):
    """Hosts that rewrite links.

    ``hosts`` maps those of mail gateways, ``trackers`` those of pages that pass the reader on, to the parameters that
    hold the original address; a host with all below it is meant. ``paths`` are the beginnings of paths on which a host
    does so, where it has other pages as well.
    """

    hosts: Mapping[str, tuple[str, ...]] = _NOTHING
    trackers: Mapping[str, tuple[str, ...]] = _NOTHING
    paths: Mapping[str, tuple[str, ...]] = _NOTHING


@check("gateways.rewritten", needs=(LinkFact,), says=("target", "host", "original"), params=Gateways, when=(LinkFact,))
def rewrites(ctx: Context, params: Gateways) -> Iterator[Hit]:
    """Find links that lead to a gateway instead of to the page that was meant."""
    for link in ctx.facts.of(LinkFact):
        case = _case(link.host, link.path, params)
        if not case:
            continue
        original = _innermost(link.target, params)
        args = {"target": Quoted(link.target), "host": Quoted(link.host), "original": Quoted(original)}
        if not original or _goes_on(ctx, link):
            yield Hit(place(link), args, case if original else f"{case}-opaque")
        else:
            edits = tuple(rewritten(link, original))
            yield Hit(place(link), args, case, proposals=(Proposal(edits),))


def _case(host: str, path: str, params: Gateways) -> str:
    """Return ``gateway`` or ``tracker``, or nothing for a page like any other."""
    for name in above(host) if host else ():
        if name in params.hosts or name in params.trackers:
            begins = params.paths.get(name)
            if begins and not path.startswith(begins):
                return ""
            return "gateway" if name in params.hosts else "tracker"
    return ""


def _goes_on(ctx: Context, link: LinkFact) -> bool:
    """Tell whether the address goes on behind a sign that ends it in running text."""
    return link.kind == "bare" and ctx.release.text[link.span.end : link.span.end + 1] in ("|", "`", "{")


def _innermost(target: str, params: Gateways) -> str:
    """Return the address inside all layers, or nothing where one of them keeps it to itself."""
    for _ in range(_LAYERS):
        parts = split(target)
        case = _case(parts.host, parts.path, params)
        if not case:
            return target
        target = _original(target, (*_parameters(parts.host, params.hosts), *_parameters(parts.host, params.trackers)))
        if not target:
            break
    return ""


def _parameters(host: str, listed: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next((listed[name] for name in above(host) if name in listed), ())


def _original(target: str, names: tuple[str, ...]) -> str:
    """Return the address that is written inside a target, or nothing."""
    if len(target) > _LONGEST:
        return ""
    parts = split(target)
    values = dict(part.partition("=")[::2] for part in reversed(parts.query.split("&")))
    for name in names:
        for read in _READERS:
            found = _address(read(values.get(name, "")))
            if found:
                return found
    after_scheme = target.partition("://")[2]
    path = after_scheme[after_scheme.find("/") :]
    return _address(_third_version(path)) or _address(_in_path(path))


def _address(text: str) -> str:
    """Return ``text`` if it is an address that can be opened as it stands."""
    return text if _WEB.fullmatch(text) and "." in split(text).host else ""


def _plain(value: str) -> str:
    return _unquoted(value)


def _proofpoint(value: str) -> str:
    """Read the second version of Proofpoint: ``-`` stands for ``%``, ``_`` for ``/``."""
    return _unquoted(value.replace("-", "%").replace("_", "/")) if value.startswith("http") else ""


def _base64(value: str) -> str:
    from base64 import urlsafe_b64decode  # noqa: PLC0415 - for a rare kind of link only

    try:
        return urlsafe_b64decode(_unquoted(value).encode("ascii") + b"==").decode("utf-8")
    except ValueError:
        return ""


_READERS: tuple[Callable[[str], str], ...] = (_plain, _proofpoint, _base64)


def _third_version(path: str) -> str:
    """Read the third version of Proofpoint: ``*`` is the next of the signs listed in base64, ``**B`` the next three.

    The letter behind ``**`` says how many follow, from two on.
    """
    match = _V3.match(path)
    if match is None:
        return ""
    signs = _listed(match[2])
    result, place, text = "", 0, match[1]
    while place < len(text):
        if text[place] != "*":
            result += text[place]
            place += 1
            continue
        run = text[place + 1 : place + 2] == "*" and place + 2 < len(text)
        count = _RUN.find(text[place + 2]) + 2 if run else 1
        if len(signs) < count:
            return ""
        result, signs = result + signs[:count], signs[count:]
        place += 3 if run else 1
    return _SLASHES.sub(r"\1/", result)


def _listed(text: str) -> str:
    from base64 import urlsafe_b64decode  # noqa: PLC0415 - as above

    try:
        return urlsafe_b64decode(text.rstrip("=") + "==").decode("utf-8")
    except ValueError:
        return ""


def _in_path(path: str) -> str:
    """Read an address that is a part of the path, as it is or escaped."""
    match = _BETWEEN.match(path) or _IN_PATH.search(path)
    return _SLASHES.sub(r"\1/", _unquoted(match[1])) if match else ""


def _unquoted(text: str) -> str:
    return _ESCAPE.sub(lambda match: bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace"), text)
