"""Checks of where links lead: schemes, hosts that readers cannot reach, plain http, trackers and shorteners."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.link_markup import cut_host
from presslint.checks.link_places import place, rewritten, written
from presslint.checks.link_syntax import flaw_of, is_misspelt_scheme, is_template
from presslint.facts.hosts import above, in_domain, is_ip, plain_host
from presslint.model.facts import LinkFact
from presslint.model.finding import Hit, Proposal
from presslint.model.values import Quoted
from presslint.text.suffixes import subdomains, unicode_host

_INSIDE = ("data", "cid")  # images that the file itself, or the mail around it, has
_NOTHING: Mapping[str, tuple[str, ...]] = {}


class Schemes(NamedTuple):
    """``allowed`` are the schemes that a link may have; one without a scheme is no matter of this check."""

    allowed: tuple[str, ...] = ("http", "https", "mailto", "tel")


@check("link_targets.scheme", needs=(LinkFact,), says=("target", "scheme"), params=Schemes, when=(LinkFact,))
def scheme(ctx: Context, params: Schemes) -> Iterator[Hit]:
    """Find links that lead to a computer, a share or a program instead of a page."""
    for link in ctx.facts.of(LinkFact):
        if not link.scheme or link.scheme in params.allowed or is_misspelt_scheme(link.scheme):
            continue
        if link.kind == "image" and link.scheme in _INSIDE:
            continue
        if not is_template(link.target):
            yield Hit(place(link), {"target": Quoted(link.target), "scheme": Quoted(link.scheme)})


class Internal(NamedTuple):
    """What tells that a page is not for readers.

    ``endings`` are the last labels of hosts that exist only inside a house, ``labels`` those left of the registrable
    domain, ``paths`` begin a path (``*`` stands for one part of it), ``queries`` are parameters, with their value or
    without. ``services`` maps hosts on which only some paths are internal to these paths. ``public`` are hosts that
    look internal and are not; ``words`` are hosts that stand for one to be filled in, which is another rule's matter.
    """

    endings: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    services: Mapping[str, tuple[str, ...]] = _NOTHING
    public: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@check("link_targets.internal", needs=(LinkFact,), says=("target", "host"), params=Internal, when=(LinkFact,))
def internal(ctx: Context, params: Internal) -> Iterator[Hit]:
    """Find links that only the author's house can open, or that open an editor instead of a page."""
    for link in ctx.facts.of(LinkFact):
        if not link.host or in_domain(link.host, params.public):
            continue
        case = _internal_case(link, params)
        if case and not _is_broken(ctx, link, params):
            yield Hit(place(link), {"target": Quoted(link.target), "host": Quoted(link.host)}, case)


def _is_broken(ctx: Context, link: LinkFact, params: Internal) -> bool:
    """Tell whether a host is only internal because its address is broken or was never filled in."""
    if "." in link.host:
        return False
    broken = link.host in params.words or flaw_of(link.target, bare=link.kind == "bare") is not None
    return broken or cut_host(ctx.release, link) is not None


def _internal_case(link: LinkFact, params: Internal) -> str:
    if is_ip(link.host):
        return "address" if _is_private(link.host) else ""
    name = unicode_host(link.host)
    if name == "localhost" or name.endswith(".localhost"):
        return "host"
    if "." in name and in_domain(name, params.endings):
        return "host"
    if "." not in name:
        return "host" if link.scheme in ("http", "https") and _is_label(name) else ""
    if any(label in params.labels for label in subdomains(name)):
        return "host"
    paths = (*params.paths, *_for_host(name, params.services))
    return "page" if any(_begins(link.path, path) for path in paths) or _asks(link.query, params.queries) else ""


def _for_host(host: str, listed: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return what is listed for a host or for one that it lies below."""
    return [item for name in above(host) if name in listed for item in listed[name]]


def _asks(query: str, wanted: tuple[str, ...]) -> bool:
    parts = query.lower().split("&") if query else []
    return any(part == item or part.startswith(item + "=") for part in parts for item in wanted)


def _is_label(name: str) -> bool:
    return name.replace("-", "").isalnum() and name.isascii()


def _is_private(host: str) -> bool:
    from ipaddress import ip_address  # noqa: PLC0415 - few releases name an IP address

    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return False
    return not address.is_global or address.is_multicast


def _begins(path: str, pattern: str) -> bool:
    """Tell whether ``path`` begins with ``pattern``, part by part; ``*`` is any text without a slash."""
    path, pattern = path.lower(), pattern.lower()
    if not path.startswith(pattern.partition("*")[0].rstrip("/")):
        return False
    parts, wanted = path.split("/"), pattern.split("/")
    if wanted[-1] == "":
        wanted.pop()
    return len(parts) >= len(wanted) and all(_same(part, want) for part, want in zip(parts, wanted, strict=False))


def _same(part: str, wanted: str) -> bool:
    head, star, tail = wanted.partition("*")
    if not star:
        return part == wanted
    return part.startswith(head) and part.endswith(tail) and len(part) > len(head) + len(tail)


class Insecure(NamedTuple):
    """``allowed`` are hosts, with all below them, that have no https."""

    allowed: tuple[str, ...] = ()


@check("link_targets.insecure", needs=(LinkFact,), says=("target", "host"), params=Insecure, when=(LinkFact,))
def insecure(ctx: Context, params: Insecure) -> Iterator[Hit]:
    """Find links to pages that are fetched without encryption."""
    for link in ctx.facts.of(LinkFact):
        if link.scheme != "http" or not link.domain or in_domain(link.host, params.allowed):
            continue
        text = written(ctx, link)
        edits = tuple(rewritten(link, "https" + text[4:])) if text[:5].lower() == "http:" else ()
        yield Hit(
            place(link),
            {"target": Quoted(link.target), "host": Quoted(link.host)},
            "house" if in_domain(link.host, ctx.facts.house.domains) else "default",
            proposals=(Proposal(edits),) if edits else (),
        )


class Tracking(NamedTuple):
    """Names of parameters that only count readers.

    ``parameters`` hold everywhere (``utm_*`` stands for all that begin so), ``hosts`` maps hosts to names that mean
    something else elsewhere. A house may count its own readers: ``own`` are names allowed on its own hosts.
    """

    parameters: tuple[str, ...] = ()
    hosts: Mapping[str, tuple[str, ...]] = _NOTHING
    own: tuple[str, ...] = ()


@check("link_targets.tracking", needs=(LinkFact,), says=("target", "parameters"), params=Tracking, when=(LinkFact,))
def tracking(ctx: Context, params: Tracking) -> Iterator[Hit]:
    """Find parameters in links that follow the reader around."""
    for link in ctx.facts.of(LinkFact):
        if not link.query or not link.host:
            continue
        names = _tracking_names(link, params, ctx.facts.house.domains)
        if not names:
            continue
        text = _without(written(ctx, link), names)
        yield Hit(
            place(link),
            {"target": Quoted(link.target), "parameters": Quoted(", ".join(names))},
            proposals=(Proposal(tuple(rewritten(link, text))),) if text else (),
        )


def _tracking_names(link: LinkFact, params: Tracking, house: tuple[str, ...]) -> list[str]:
    wanted = [*params.parameters, *_for_host(link.host, params.hosts)]
    own = params.own if in_domain(link.host, house) else ()
    names = [part.partition("=")[0] for part in link.query.split("&")]
    found = [name for name in names if _listed(name, wanted) and not _listed(name, own)]
    return list(dict.fromkeys(found))


def _listed(name: str, names: list[str] | tuple[str, ...]) -> bool:
    lower = name.lower()
    return any(lower.startswith(item[:-1]) if item.endswith("*") else lower == item for item in names)


def _without(text: str, names: list[str]) -> str:
    """Return an address, as written, without the parameters of these names; empty where they cannot be told apart."""
    head, mark, rest = text.partition("?")
    query, hash_, fragment = rest.partition("#")
    if not mark or "\\" in query:
        return ""
    joint = "&amp;" if "&amp;" in query else "&"
    kept = [part for part in query.split(joint) if part.partition("=")[0] not in names]
    return head + ("?" + joint.join(kept) if kept else "") + hash_ + fragment


class Shorteners(NamedTuple):
    """``hosts`` hide where a link leads; ``allowed`` are those that the house itself runs."""

    hosts: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


@check("link_targets.shortener", needs=(LinkFact,), says=("target", "host"), params=Shorteners, when=(LinkFact,))
def shortener(ctx: Context, params: Shorteners) -> Iterator[Hit]:
    """Find links whose true target nobody can see."""
    ours = params.allowed + ctx.facts.house.domains
    for link in ctx.facts.of(LinkFact):
        if len(link.path) < 2 or plain_host(link.host) not in params.hosts or in_domain(link.host, ours):
            continue
        yield Hit(place(link), {"target": Quoted(link.target), "host": Quoted(link.host)})
