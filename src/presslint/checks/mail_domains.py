"""Where the mail of a contact goes: to the house, to a domain that is a slip away from its own, or to a private box."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.facts.hosts import in_domain, registrable
from presslint.model.facts import ContactFact, EmailFact, LinkFact
from presslint.model.finding import Hit, Place
from presslint.model.release import Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.slips import slips
from presslint.text.suffixes import unicode_host

_PARTS = regex(r"[.\-_]")
_GENERAL = frozenset(("www", "presse", "press", "mail", "news", "info", "com", "org", "net"))
_TWO_SLIPS = 9
_ONE_SLIP = 4


class Expected(NamedTuple):
    """``free`` are hosts of mailboxes for anybody, ``shared`` hosts of pages that many houses have theirs on."""

    free: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@check(
    "mail_domains.unexpected",
    needs=(EmailFact, LinkFact, ContactFact),
    says=("domain", "site"),
    params=Expected,
    when=(EmailFact,),
)
def unexpected(ctx: Context, params: Expected) -> Iterator[Hit]:
    """Find addresses in another domain than the house's pages: nearly the same one, or quite another."""
    mails = [mail for mail in ctx.facts.of(EmailFact) if mail.domain and not mail.problem]
    if not mails:
        return
    house = tuple(map(unicode_host, ctx.facts.house.domains))
    sites = _sites(ctx, params)
    for mail in mails:
        if in_domain(mail.domain, (*house, *params.free)) or registrable(mail.domain) in sites:
            continue
        near = _near(mail.domain, (*house, *sites))
        other = near or _other(ctx, mail, house, params)
        if other:
            args = {"domain": Quoted(mail.domain), "site": Quoted(other)}
            yield Hit(_at(mail), args, "near" if near else "default")


def _at(mail: EmailFact) -> Place:
    return mail.target_at if mail.target_at is not None and "@" not in mail.text else mail.span


def _sites(ctx: Context, params: Expected) -> tuple[str, ...]:
    """Return the domains that the release links to, without those where many houses have their pages."""
    found = (
        link.domain
        for link in ctx.facts.of(LinkFact)
        if link.domain and link.scheme not in ("mailto", "tel") and not in_domain(link.host, params.shared)
    )
    return tuple(dict.fromkeys(found))


def _near(host: str, sites: tuple[str, ...]) -> str:
    own, _, ending = registrable(host).partition(".")
    for site in sites:
        their, _, expected = site.partition(".")
        shorter = min(len(own), len(their))
        most = 2 if shorter >= _TWO_SLIPS else 1 if shorter >= _ONE_SLIP else 0
        if ending == expected and most and 0 < slips(own, their) <= most and _digits(own) == _digits(their):
            return site
    return ""


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _other(ctx: Context, mail: EmailFact, house: tuple[str, ...], params: Expected) -> str:
    """Return the domain that was expected for an address of the contact, where there is exactly one."""
    if mail.zone is not Zone.CONTACT:
        return ""
    if house:
        return house[0]
    contact = next((item for item in ctx.facts.of(ContactFact) if mail.span in item.emails), None)
    if contact is None:
        return ""
    near = {
        link.domain: link.host
        for link in ctx.facts.of(LinkFact)
        if contact.span.contains(link.span) and link.kind != "image" and link.scheme not in ("mailto", "tel")
        if link.domain and not in_domain(link.host, params.shared)
    }
    if len(near) != 1:
        return ""
    ((domain, host),) = near.items()
    return "" if _is_akin(mail.domain, host) else domain


def _is_akin(one: str, other: str) -> bool:
    """Tell whether two hosts share a part of their names: ``mkffi.nrw.de`` and ``www.mkffi.nrw`` share two."""
    first, second = _names(one), _names(other)
    if not first.isdisjoint(second):
        return True
    whole, rest = "".join(sorted(first)), "".join(sorted(second))
    return any(part in rest for part in first if len(part) > 2) or any(
        part in whole for part in second if len(part) > 2
    )


def _names(host: str) -> frozenset[str]:
    labels = unicode_host(host).split(".")
    parts = (part.strip("0123456789") for label in labels[:-1] for part in _PARTS.split(label))
    return frozenset(part for part in parts if len(part) > 2 and part not in _GENERAL)
