"""Addresses for mail: visible ones, also broken and disguised ones, and the targets of ``mailto`` links.

An ``@`` alone is no address: names of accounts (``@stadt``, ``@stadt@social.example``), of projects (``Kunst@Bau``) and
addresses of web pages have one too. A broken address is only taken for one where nothing else can be meant.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from presslint.facts import Facts
from presslint.facts.hosts import is_host_ending
from presslint.facts.mail_addresses import mended, problem
from presslint.facts.mailto import recipients
from presslint.facts.taken import Links, Taken
from presslint.model.facts import EmailFact, LinkFact
from presslint.model.finding import Confidence
from presslint.model.release import Release, Zone
from presslint.text.lazy import regex
from presslint.text.span import Span
from presslint.text.suffixes import registrable_domain

# some sites put soft hyphens into addresses, so that they wrap; nobody sees them, and the address is meant without
_UNSEEN = "\u00ad\u200b"
_NO_UNSEEN = str.maketrans("", "", _UNSEEN)
_LOCAL_SIGNS = frozenset("._+%&'~-" + _UNSEEN)
_LOCAL_EDGE = "'&~%-." + _UNSEEN
_DOMAIN = regex(rf"[{_UNSEEN}]?[^\W_][\w{_UNSEEN}-]{{0,70}}(?:(?:\.{{1,3}}|,)[\w{_UNSEEN}-]{{1,70}}){{0,10}}")
_SPACED_DOMAIN = regex(r" (?=[a-z0-9])([\w-]{1,70}(?:\.[\w-]{1,70}){1,8})")
_SPACED_LOCAL = regex(r"[\w.+-]{1,64}$")
_GLUED = regex(r"\.(?=[A-ZÄÖÜ][a-zäöüß])|-(?=[A-ZÄÖÜ])")
_LABEL = regex(
    r"(?:e-?mail|mail|mailto|courriel|correo|correio|posta|kontakt|contact|contatto|e-post)"
    r"[\w -]{0,12}[:.]?[ \t]{0,3}$",
    re.IGNORECASE,
)
_ONLY_LABEL = regex(r"(?:e-?mail|e-post|mail|courriel)", re.IGNORECASE)
_DOUBLED = regex(r"@{2,3}([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")
# what stands before the @ of an account that is named like a domain
_NETWORKS = frozenset(
    ("twitter", "x", "instagram", "insta", "ig", "facebook", "bluesky", "threads", "mastodon", "tiktok")
)
# names below a country that are no country themselves: co.uk, com.au
_SECOND = frozenset(("ac", "co", "com", "edu", "gov", "net", "or", "org"))
_DESKS = frozenset(("presse", "press", "pressestelle", "info", "kontakt", "contact", "media", "medien", "redaktion"))
_AT = r"[\[({][ \u00a0]?(?:at|ät|æt|@)[ \u00a0]?[\])}][ \u00a0]?"
_DOT = r"[ \u00a0]?[\[({][ \u00a0]?(?:dot|punkt|point|\.)[ \u00a0]?[\])}][ \u00a0]?"
_DISGUISED = regex(_AT, re.IGNORECASE)
_DISGUISED_DOT = regex(_DOT, re.IGNORECASE)
_DISGUISED_DOMAIN = regex(rf"[\w-]{{1,63}}(?:(?:\.|{_DOT})[\w-]{{1,63}}){{1,6}}", re.IGNORECASE)


class _Found(NamedTuple):
    """An address as it stands in the text; ``flaw`` is what reading it already showed."""

    span: Span
    local: str
    domain: str
    flaw: str = ""


def extract(release: Release, facts: Facts) -> Iterator[EmailFact]:
    """Yield all addresses in the order of the text."""
    text = release.text
    links = facts.of(LinkFact)
    taken = Taken(link.span for link in links if link.kind == "bare")
    mailtos = Links([link for link in links if link.scheme == "mailto"])
    disguised = _disguised(text) if "(" in text or "[" in text or "{" in text else ()
    found = [*_visible(release, taken, mailtos), *disguised, *_without_at(links)]
    starts = [block.span.start for block in release.blocks]
    result = [_fact(release, starts, item, mailtos) for item in found]
    shown = {link.span for item in found if (link := mailtos.around(item.span)) is not None}
    result += [_hidden(link) for link in mailtos.links if link.span not in shown]
    result.sort(key=lambda fact: fact.span)
    return iter(result)


def _fact(release: Release, starts: list[int], item: _Found, mailtos: Links) -> EmailFact:
    block = max(bisect_right(starts, item.span.start) - 1, 0)
    raw = item.span.of(release.text)
    flaw = item.flaw or problem(item.local, item.domain)
    if flaw == "space" and "\n" in release.prose.to_source(item.span).of(release.source.text):
        flaw = problem(item.local, item.domain)  # the blank is the end of a line
    link = mailtos.around(item.span)
    plain = f"{item.local}@{item.domain}" if flaw in ("disguised", "doubled", "no-at") else raw
    suggestion = mended(plain) if flaw else ""
    return EmailFact(
        span=item.span,
        text=raw,
        zone=release.blocks[block].zone if release.blocks else Zone.UNKNOWN,
        confidence=Confidence.MEDIUM if flaw else Confidence.HIGH,
        local=item.local,
        domain=item.domain.lower(),
        problem=flaw,
        suggestion=suggestion if suggestion != raw else "",
        target=", ".join(recipients(link.target)) if link else "",
        target_at=link.target_at if link else None,
        block=block,
    )


def _hidden(link: LinkFact) -> EmailFact:
    """Return the address behind a text that is no address."""
    goals = recipients(link.target)
    first = goals[0] if goals else ""
    local, _, domain = first.rpartition("@")
    flaw = problem(local, domain)
    if "," in domain:
        flaw = "comma"
    elif _DISGUISED.search(first):
        flaw = "disguised"
    return EmailFact(
        span=link.span,
        text=link.text,
        zone=link.zone,
        confidence=Confidence.HIGH,
        local=local,
        domain=domain.lower(),
        problem=flaw,
        suggestion=mended(_DISGUISED_DOT.sub(".", _DISGUISED.sub("@", first))) if flaw else "",
        target=", ".join(goals),
        target_at=link.target_at,
        block=link.block,
    )


def _visible(release: Release, taken: Taken, mailtos: Links) -> Iterator[_Found]:
    text = release.text
    at = text.find("@")
    done = 0
    while at >= 0:
        if not taken.overlaps(at, at + 1):
            meant = mailtos.around(Span(at, at + 1)) is not None or release.zone_at(at) is Zone.CONTACT
            item = _around(text, at, done, meant=meant)
            if item is not None:
                yield item
                done = item.span.end
        at = text.find("@", at + 1)


def _around(text: str, at: int, done: int, *, meant: bool) -> _Found | None:
    """Read the address around the ``@`` at ``at``, or say that it is none; ``meant`` says that one is likely here."""
    start = _local_start(text, at, done)
    doubled = _DOUBLED.match(text, at) if start < at else None
    if doubled is not None:
        known = is_host_ending(doubled[1].rpartition(".")[2]) and text[doubled.end() : doubled.end() + 1] != "@"
        return _Found(Span(start, doubled.end()), text[start:at], doubled[1], "doubled") if known else None
    match = _DOMAIN.match(text, at + 1)
    if start == at or match is None:
        return _spaced(text, start, at, done, meant=meant)
    if start and text[start - 1] in "@/":
        return None
    end = _domain_end(text, match)
    local, domain = text[start:at].translate(_NO_UNSEEN), text[at + 1 : end].translate(_NO_UNSEEN)
    labelled = _LABEL.search(text, max(start - 40, 0), start) is not None
    if "." not in domain and "," not in domain:
        meant = meant or "." in local or "_" in local
        beyond_doubt = labelled or (meant and (local + domain).islower())
        if not beyond_doubt or domain.endswith("-") or text[end : end + 2] in {"- ", ".."}:
            return None
    return _Found(Span(start, end), local, domain, "comma" if "," in domain else "")


def _local_start(text: str, at: int, done: int) -> int:
    start = at
    lowest = max(done, at - 100)
    while start > lowest and (text[start - 1].isalnum() or text[start - 1] in _LOCAL_SIGNS):
        start -= 1
    while start < at and text[start] in _LOCAL_EDGE:
        start += 1
    return start


def _domain_end(text: str, match: re.Match[str]) -> int:
    """Return where the domain ends: before a comma of the sentence, before a word that was joined to it."""
    end = match.end()
    comma = text.find(",", match.start(), end)
    if comma >= 0 and not _is_dot(text, match.start(), comma, end):
        end = comma
    for glued in _GLUED.finditer(text, match.start(), end):
        before = text[match.start() : glued.start()]
        if "." in before and is_host_ending(before.rpartition(".")[2]):
            return glued.start()
    while text[end - 1] in "-_":
        end -= 1
    return end


def _is_dot(text: str, start: int, comma: int, end: int) -> bool:
    """Tell whether the comma stands for a dot: only a domain stands behind it, and none yet before it."""
    before, after = text[start:comma], text[comma + 1 : end]
    if text[end : end + 1] == "@" or "," in after or not after.islower():
        return False
    if not is_host_ending(after.rpartition(".")[2]):
        return False
    last = before.rpartition(".")[2]
    return (
        "." not in before or not is_host_ending(last) or (last in _SECOND and not registrable_domain(f"{last}.{after}"))
    )


def _spaced(text: str, start: int, at: int, done: int, *, meant: bool) -> _Found | None:
    """Read an address with a space beside its ``@``.

    Behind the ``@`` a whole domain makes it one; before it a label, a name such as ``presse``, or a line of a contact.
    """
    match = _SPACED_DOMAIN.match(text, at + 1) or (_DOMAIN.match(text, at + 1) if start == at else None)
    if match is None or not is_host_ending(match[0].rpartition(".")[2]) or "." not in match[0] or "," in match[0]:
        return None
    if start == at:
        local = _SPACED_LOCAL.search(text, max(done, at - 65), at - 1) if text[at - 1 : at] == " " else None
        if local is None or not _is_local(text, local, meant=meant):
            return None
        start = local.start()
    return _Found(Span(start, match.end()), text[start:at].strip(), match[0].strip(), "space")


def _is_local(text: str, local: re.Match[str], *, meant: bool) -> bool:
    """Tell whether a word with a space behind it is the beginning of an address."""
    if _LABEL.search(text, max(local.start() - 40, 0), local.start()):
        return True
    name, before = local[0], text[: local.start()][-2:].rstrip(" ")[-1:]
    alone = meant and before in ("", "\n", "\t", ",", "|") and name.islower()
    return name not in _NETWORKS and (alone or name in _DESKS)


def _without_at(links: tuple[LinkFact, ...]) -> Iterator[_Found]:
    """Yield what is labelled as an address for mail and has a dot in the place of the ``@``."""
    for link in links:
        local, _, domain = link.text.partition(".")
        if link.kind != "bare" or link.text.lower() != link.host or not _ONLY_LABEL.fullmatch(link.label):
            continue
        if local.lower() != "www" and registrable_domain(domain):
            yield _Found(link.span, local, domain, "no-at")


def _disguised(text: str) -> Iterator[_Found]:
    for match in _DISGUISED.finditer(text):
        end = match.start() - (text[match.start() - 1 : match.start()] in (" ", "\u00a0"))
        start = _local_start(text, end, 0)
        domain = _DISGUISED_DOMAIN.match(text, match.end())
        if start == end or domain is None:
            continue
        name = _DISGUISED_DOT.sub(".", domain[0])
        if is_host_ending(name.rpartition(".")[2]):
            yield _Found(Span(start, domain.end()), text[start:end], name, "disguised")
