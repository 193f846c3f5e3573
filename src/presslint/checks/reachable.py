"""Checks of what links lead to, as those say who looked: servers that were asked, and the files beside the release."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.link_places import place, rewritten
from presslint.facts.hosts import Address, in_domain, is_ip, registrable, split
from presslint.facts.visits import is_same_page
from presslint.model.facts import EmailFact, EmbargoFact, LinkFact, ReleaseDate
from presslint.model.finding import Hit, Proposal
from presslint.model.outside import FileFact, VisitFact
from presslint.model.values import Args, Quoted, Words
from presslint.text.lazy import regex

_PERMANENT = (301, 308)
_LANGUAGE = regex(r"[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
_FILE = regex(r"\.[a-z][a-z0-9]{1,4}$", re.IGNORECASE)
_PROBLEMS = {
    "expired": Words("it has expired", "es ist abgelaufen"),
    "early": Words("it is not valid yet", "es gilt noch nicht"),
    "host": Words("it is made for another host", "es gehört zu einem anderen Host"),
    "self-signed": Words("nobody vouches for it", "niemand bürgt dafür"),
}


class Following(NamedTuple):
    """What tells a page that is gone from one that has moved.

    ``walls`` are hosts that answer programs otherwise than readers: only their names are judged. ``forwarders`` are
    hosts that exist to lead elsewhere. A redirect to a page that one of ``homes``, ``lost`` or ``logins`` names, as a
    part of its path or, for logins, of its host, has lost what the link was for. ``own`` are hosts whose pages appear
    together with the release, beside those of the house.
    """

    walls: tuple[str, ...] = ()
    forwarders: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


@check(
    "reachable.links",
    needs=(LinkFact, VisitFact, FileFact, EmailFact, EmbargoFact, ReleaseDate),
    says=("target", "host", "status", "final", "fragment", "problem", "meant"),
    params=Following,
    partly=("online",),
)
def links(ctx: Context, params: Following) -> Iterator[Hit]:
    """Find links that lead nowhere, elsewhere than they say, or to a page that does not have the place they name."""
    for fact in ctx.facts.of(FileFact):
        if fact.problem:
            yield _hit(fact.link, fact.problem, fact.meant)
    for followed in ctx.facts.of(VisitFact):
        yield from _visit(ctx, followed, params)


def _hit(link: LinkFact, case: str, instead: str = "", **args: str | int | Words) -> Hit:
    values: Args = {
        "target": Quoted(link.target),
        "host": Quoted(link.host),
        "fragment": Quoted(link.fragment),
        "meant": Quoted(instead),
        **{name: Quoted(value) if isinstance(value, str) else value for name, value in args.items()},
    }
    proposals = (Proposal(tuple(rewritten(link, instead))),) if instead else ()
    return Hit(place(link), values, case, proposals=proposals)


def _visit(ctx: Context, fact: VisitFact, params: Following) -> Iterator[Hit]:
    link, visit = fact.link, fact.visit
    if fact.state == "unverified":
        return
    if visit.failure == "name":
        yield _hit(link, "name", host=split(visit.final).host)
    elif in_domain(link.host, params.walls) or in_domain(split(visit.final).host, params.walls):
        return
    elif visit.failure == "tls":
        yield _hit(link, "tls", host=split(visit.final).host, problem=_PROBLEMS[visit.detail])
    elif visit.failure:
        yield _hit(link, visit.failure)
    else:
        case = "gone" if fact.state == "dead" else _arrival(fact, params)
        if case in ("gone", "lost") and _comes_with_release(ctx, link, params):
            case = "pending"
        if case:
            meant = visit.final + (f"#{link.fragment}" if link.fragment else "") if case == "moved" else ""
            yield _hit(link, case, meant, final=visit.final, status=visit.status)
        elif visit.anchor is False:
            yield _hit(link, "fragment")


def _arrival(fact: VisitFact, params: Following) -> str:
    """Return what is wrong with the page at which a link arrives, or an empty text."""
    link, visit = fact.link, fact.visit
    if not visit.hops or is_same_page(visit.address, visit.final):
        return ""
    asked, final = split(visit.address), split(visit.final)
    if _is_login(final, params.logins) and not _is_login(asked, params.logins):
        return "login"
    if not _is_deep(asked) or in_domain(asked.host, params.forwarders):
        return ""
    parts = _parts(final)
    if not final.query and all(_LANGUAGE.fullmatch(part) or part in params.homes for part in parts):
        return "lost"
    if any(part in params.lost for part in parts) and not any(part in params.lost for part in _parts(asked)):
        return "lost"
    is_permanent = all(hop.status in _PERMANENT for hop in visit.hops)
    return "moved" if is_permanent and link.kind != "bare" and link.scheme else ""


def _is_login(address: Address, logins: tuple[str, ...]) -> bool:
    return any(part in logins for part in (*_parts(address), *address.host.split(".")[:-2]))


def _is_deep(address: Address) -> bool:
    """Tell whether an address names one page among many; short ones in print are made to lead elsewhere."""
    parts = _parts(address)
    return len(parts) > 1 or (len(parts) == 1 and (bool(address.query) or _FILE.search(parts[0]) is not None))


def _parts(address: Address) -> list[str]:
    return [_FILE.sub("", part) or part for part in address.path.casefold().split("/") if part]


def _comes_with_release(ctx: Context, link: LinkFact, params: Following) -> bool:
    """Tell whether a page may still be missing: the house's own, of a release that is not out yet."""
    house = (*ctx.facts.house.domains, *params.own)
    if not (in_domain(link.host, house) or (not is_ip(link.host) and link.domain in _domains(ctx))):
        return False
    released = ctx.facts.one(ReleaseDate).value
    if released is not None and released > ctx.today:
        return True
    return any(_is_ahead(ctx, embargo, released) for embargo in ctx.facts.of(EmbargoFact))


def _is_ahead(ctx: Context, embargo: EmbargoFact, released: date | None) -> bool:
    day = embargo.date.until if embargo.date is not None else None
    day = day or (released if embargo.event else None)
    return day is not None and day >= ctx.today


def _domains(ctx: Context) -> set[str]:
    """Return the domains that the release's own addresses for mail have."""
    return {domain for mail in ctx.facts.of(EmailFact) if (domain := registrable(mail.domain))}
