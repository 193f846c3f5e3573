"""Checks of hosts: letters that only look like others, and names that are one slip away from a known one."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.link_places import place, rewritten, written
from presslint.facts.hosts import in_domain, is_host_ending, is_ip, plain_host, registrable
from presslint.model.facts import EmailFact, LinkFact
from presslint.model.finding import Hit, Proposal
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.slips import slips
from presslint.text.suffixes import is_known_tld, unicode_host

# UTS 39, "highly restrictive": these scripts are written together, each with Latin
_TOGETHER = (
    frozenset(("LATIN", "CJK", "HIRAGANA", "KATAKANA")),
    frozenset(("LATIN", "CJK", "HANGUL")),
    frozenset(("LATIN", "CJK", "BOPOMOFO")),
)
# UTS 39, confusables of the letters that hosts are made of
_ALIKE = str.maketrans(
    "аеорсухіјѕһԁԛԝӏвкмнтгбзпοανρικτυχεγωϲϳ",
    "aeopcyxijshdqwlbkmhtr63noavpiktuxeywcj",
)
_WWW = regex(r"(?:w{2,5}\.)+")
_ALIKE_ASCII = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"))


class Known(NamedTuple):
    """``known`` are hosts that are imitated often; a house's own, and those of mail in a release, are known as well."""

    known: tuple[str, ...] = ()


@check(
    "host_names.homograph",
    needs=(LinkFact, EmailFact),
    says=("host", "other", "letter"),
    params=Known,
    when=(LinkFact,),
)
def homograph(ctx: Context, params: Known) -> Iterator[Hit]:
    """Find hosts whose letters come from several scripts, or that only look like a known host."""
    for link in ctx.facts.of(LinkFact):
        if not link.domain:
            continue
        name = unicode_host(link.host)
        strange = _stranger(name) if not name.isascii() else ""
        args = {"host": Quoted(link.host), "letter": Quoted(strange)}
        if strange:
            letter = unicodedata.name(strange, "?").replace("LETTER ", "").title()
            yield Hit(place(link), {**args, "letter": Quoted(f"{strange} ({letter})")}, "scripts")
            continue
        known = (*ctx.facts.house.domains, *params.known, *(mail.domain for mail in ctx.facts.of(EmailFact)))
        other = _lookalike(registrable(link.host), known)
        if other:
            yield Hit(place(link), {**args, "other": Quoted(other)}, "lookalike")
        elif "xn--" in link.text.lower() and name != link.host:
            yield Hit(link.span, {**args, "other": Quoted(name)}, "punycode")


def _stranger(host: str) -> str:
    """Return the first letter that is of another script than most of its label, or nothing."""
    for label in host.split("."):
        scripts = [(_script(sign), sign) for sign in label if sign.isalpha()]
        kinds = {script for script, _ in scripts}
        if len(kinds) > 1 and not any(kinds <= allowed for allowed in _TOGETHER):
            counted = Counter(script for script, _ in scripts)
            rare = min(counted, key=lambda script: (counted[script], script == "LATIN", script))
            return next(sign for script, sign in scripts if script == rare)
    return ""


def _script(sign: str) -> str:
    """Return the script of a letter: the first word of its name."""
    return "LATIN" if sign.isascii() else unicodedata.name(sign, "UNKNOWN").partition(" ")[0]


def _lookalike(domain: str, known: Iterable[str]) -> str:
    for other in known:
        if other != domain and _skeleton(other) == _skeleton(domain) and registrable(other) != domain:
            return other
    return ""


@lru_cache(maxsize=4096)
def _skeleton(host: str) -> str:
    """Return what a host looks like at a glance."""
    name = unicode_host(host)
    if not name.isascii():
        name = name.translate(_ALIKE)
    for signs, alike in _ALIKE_ASCII:
        name = name.replace(signs, alike)
    return name


class Near(NamedTuple):
    """``often`` is how often a release must name a domain that counts as known; ``sisters`` are known to be right.

    ``endings`` are endings of hosts that only exist inside a house, which another rule is for. A name shorter than
    ``shortest`` is too short to be near another one.
    """

    often: int = 3
    sisters: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    shortest: int = 5


@check("host_names.near", needs=(LinkFact, EmailFact), says=("host", "other", "ending"), params=Near, when=(LinkFact,))
def near(ctx: Context, params: Near) -> Iterator[Hit]:
    """Find hosts that are one slip away from a known domain, and endings that no host has."""
    links = [link for link in ctx.facts.of(LinkFact) if link.host and link.scheme not in ("mailto", "tel")]
    if not links:
        return
    known = _known(ctx, links, params)
    for link in links:
        if is_ip(link.host) or "." not in link.host or in_domain(link.host, params.sisters + params.endings):
            continue
        found = _doubled(link) or _unknown(ctx, link, known) or _neighbour(link, known, params)
        if found is not None:
            case, meant = found
            args = {
                "host": Quoted(link.host),
                "other": Quoted(meant),
                "ending": Quoted("." + link.host.rpartition(".")[2]),
            }
            yield Hit(place(link), args, case, proposals=tuple(_proposals(ctx, link, meant)))


def _known(ctx: Context, links: list[LinkFact], params: Near) -> tuple[str, ...]:
    """Return the domains that a slip can be told by: the house's, and those that the release names often."""
    counted = Counter(link.domain for link in links)
    counted.update(registrable(mail.domain) for mail in ctx.facts.of(EmailFact))
    often = (name for name, count in counted.items() if count >= params.often and name)
    house = map(unicode_host, ctx.facts.house.domains)
    return tuple(dict.fromkeys((*house, *often)))


def _doubled(link: LinkFact) -> tuple[str, str] | None:
    """Find ``www`` written twice or with another number of letters."""
    match = _WWW.match(link.host)
    if match is None or match[0] == "www." or not link.host.endswith("." + link.domain) or _WWW.match(link.domain):
        return None
    return "www", "www." + link.host[match.end() :]


def _unknown(ctx: Context, link: LinkFact, known: tuple[str, ...]) -> tuple[str, str] | None:
    """Find an ending that no host has; only a host beyond doubt has one, and none that the line end cut off."""
    name = unicode_host(link.host)
    ending = name.rpartition(".")[2]
    if is_host_ending(ending) or not ending.replace("-", "").isalnum() or ending.isdigit() or ending[-1] == "-":
        return None
    after = ctx.release.text[link.span.end : link.span.end + 2]
    if link.kind == "bare" and (after[:1] in ("…", "-", "‑") or after == ".."):
        return None
    meant = next((other for other in known if _is_slip(plain_host(name), other)), "")
    return "ending", meant


def _neighbour(link: LinkFact, known: tuple[str, ...], params: Near) -> tuple[str, str] | None:
    """Find a domain that is one slip away from a known one and is not known itself."""
    if not link.domain or link.domain in known or in_domain(link.host, known):
        return None
    for other in known:
        own, _, ending = link.domain.partition(".")
        their, _, expected = other.partition(".")
        if ending != expected:
            typo = own == their and len(own) >= params.shortest and slips(ending, expected) == 1 and len(ending) > 2
            if typo and not is_known_tld(ending):
                return "near", other
        elif min(len(own), len(their)) >= params.shortest and _is_slip(own, their):
            return "near", other
    return None


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one letter makes the difference; two years or two numbers are no slip."""
    if slips(one, other, 1) != 1:
        return False
    return "".join(filter(str.isdigit, one)) == "".join(filter(str.isdigit, other))


def _proposals(ctx: Context, link: LinkFact, meant: str) -> Iterator[Proposal]:
    """Put the host that was probably meant in its place; what stands before its domain is kept."""
    text = written(ctx, link)
    own = link.domain or plain_host(link.host)
    wrong = link.host if meant.startswith("www.") or meant.endswith("." + own) or not own else own
    if meant and text.count(wrong) == 1:
        yield Proposal(tuple(rewritten(link, text.replace(wrong, meant))))
