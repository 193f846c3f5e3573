"""Checks of the visible text of links against their targets."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.facts.hosts import Address, above, is_host_ending, plain_host, registrable, split
from presslint.model.facts import LinkFact
from presslint.model.finding import Hit
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.suffixes import unicode_host

_NOTHING: Mapping[str, tuple[str, ...]] = {}
_ADDRESS = regex(
    r"(?:https?://)?(?:[^\W_][\w-]{0,62}\.){1,8}([^\W\d_]{2,24}|xn--[\w-]{2,59})(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_AROUND = " \u00a0.,;:()[]<>»«„“\"'→>"
_LANGUAGE = regex(r"^[a-z]{2}(?:[-_][a-z]{2})?$", re.IGNORECASE)
_INDEX = regex(r"^(?:index|default|home)\.\w{3,5}$", re.IGNORECASE)
_FILES = frozenset(("zip", "mov", "md", "py", "sh", "rs", "ps", "docs"))


class Same(NamedTuple):
    """``aliases`` are groups of hosts, divided by blanks, that lead to one another."""

    aliases: tuple[str, ...] = ()


@check("link_texts.target", needs=(LinkFact,), says=("shown", "target"), params=Same, when=(LinkFact,))
def target(ctx: Context, params: Same) -> Iterator[Hit]:
    """Find links whose text is one address and whose target is another."""
    redirects = ctx.facts.house.redirects
    for link in ctx.facts.of(LinkFact):
        if link.kind != "link" or not link.host:
            continue
        shown = _shown(link.text)
        case = _difference(shown, link, params.aliases, redirects) if shown else ""
        if case:
            yield Hit(link.span, {"shown": Quoted(link.text), "target": Quoted(link.target)}, case)


def _shown(text: str) -> Address | None:
    """Return the address that a link shows; None where its text is none, or is cut off."""
    if "…" in text or "..." in text:
        return None
    text = text.strip(_AROUND)
    match = _ADDRESS.fullmatch(text)
    if match is None or not is_host_ending(match[1]):
        return None
    parts = split(text)
    plain = _is_plain(text, parts)
    return None if plain and (match[1].lower() in _FILES or not match[1].islower()) else parts


def _is_plain(text: str, parts: Address) -> bool:
    return not parts.scheme and text[:4].lower() != "www." and not parts.path


def _is_name(link: LinkFact, shown: Address) -> bool:
    """Tell whether an address is rather the name of a thing: ``linux.conf.au``, whose page is on linux.org.au."""
    one, _, ending = registrable(plain_host(shown.host)).partition(".")
    other, _, real = registrable(plain_host(link.host)).partition(".")
    country = ending.rpartition(".")
    return one == other != "" and country[1] == "." and real.rpartition(".")[1:] == country[1:]


def _difference(shown: Address, link: LinkFact, aliases: tuple[str, ...], redirects: Mapping[str, str]) -> str:
    one, other = plain_host(shown.host), plain_host(link.host)
    if one != other:
        if plain_host(redirects.get(unicode_host(shown.host), redirects.get(one, ""))) == other:
            return ""
        if any(one in group.split() and other in group.split() for group in aliases):
            return ""
        if _is_plain(link.text.strip(_AROUND), shown) and _is_name(link, shown):
            return ""
        return "related" if registrable(one) == registrable(other) != "" else "host"
    return "" if _same_path(shown.path, link.path) else "path"


def _same_path(shown: str, real: str) -> bool:
    """Tell whether two paths lead to one page; a shown path may be shorter, and languages make no difference."""
    one, other = _steps(shown), _steps(real)
    return one == other[: len(one)] or one == [step for step in other if not _LANGUAGE.fullmatch(step)][: len(one)]


def _steps(path: str) -> list[str]:
    steps = [unicodedata.normalize("NFC", step).casefold() for step in path.split("/") if step]
    if steps and _INDEX.fullmatch(steps[-1]):
        steps.pop()
    return steps


class Generic(NamedTuple):
    """``texts`` are the texts that say nothing, by language; ``longest`` is the longest address worth reading."""

    texts: Mapping[str, tuple[str, ...]] = _NOTHING
    longest: int = 60


@check("link_texts.generic", needs=(LinkFact,), says=("text", "length"), params=Generic, when=(LinkFact,))
def generic(ctx: Context, params: Generic) -> Iterator[Hit]:
    """Find links whose text does not say where they lead."""
    texts: frozenset[str] | None = None
    for link in ctx.facts.of(LinkFact):
        if link.kind not in ("link", "autolink") or link.title:
            continue
        if len(link.text) > params.longest and link.text.startswith(("http://", "https://", "www.")):
            yield Hit(link.span, {"text": Quoted(link.text), "length": len(link.text)}, "address")
        elif link.text:
            texts = _lexicon(ctx.facts.language, params.texts) if texts is None else texts
            if link.text.strip(_AROUND + "!…").casefold() in texts:
                yield Hit(link.span, {"text": Quoted(link.text), "length": len(link.text)}, "generic")


def _lexicon(language: str, texts: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the texts of the language of the release, and the English ones; all of them where nobody knows it."""
    chosen = texts if language not in texts else {code: texts[code] for code in (language, "en") if code in texts}
    return frozenset(text for listed in chosen.values() for text in listed)


class Platforms(NamedTuple):
    """``hosts`` maps the name of a platform to its hosts, ``labels`` to the words that name it in a text."""

    hosts: Mapping[str, tuple[str, ...]] = _NOTHING
    labels: Mapping[str, tuple[str, ...]] = _NOTHING


_HANDLE = regex(r"@?([\w.-]{2,60})(?:@([\w.-]{3,80}))?")
_NO_PROFILES = (
    "p reel hashtag search intent i home share sharer events groups watch explore playlist profile.php pages feed "
    "pulse posts video t tag results login hash shorts embed story stories media photo photo.php people joinchat"
)
_NO_PROFILE = frozenset(_NO_PROFILES.split())
_WORDS = "kanal profil seite account channel page profile follow folgen beitrag fanpage facebook instagram youtube"
_NO_HANDLE = frozenset((*_WORDS.split(), "twitter", "linkedin", "mastodon", "bluesky", "threads", "tiktok"))
_LABEL_WORD = regex(r"[^\W_]+")
_PREFIX_WORDS = "in company school showcase c user profile web users s pg photos channels companies"
_PREFIXES = frozenset(_PREFIX_WORDS.split())
_NUMBERED = regex(r"(?:user|profile)?\d+", re.IGNORECASE)


@check(
    "link_texts.handle",
    needs=(LinkFact,),
    says=("shown", "handle", "label", "platform"),
    params=Platforms,
    when=(LinkFact,),
)
def handle(ctx: Context, params: Platforms) -> Iterator[Hit]:
    """Find links to accounts whose text or label names another account or another platform."""
    hosts = {host: name for name, listed in params.hosts.items() for host in listed}
    labels = {word: name for name, listed in params.labels.items() for word in listed}
    for link in ctx.facts.of(LinkFact):
        if not link.host or link.kind == "image":
            continue
        platform = next((hosts[name] for name in above(link.host) if name in hosts), "")
        label = _labelled(link.label, labels)
        if platform and label and label != platform:
            args = {"label": Quoted(link.label), "platform": Quoted(platform), "shown": Quoted(link.text)}
            yield Hit(link.span, args, "platform")
        elif link.kind == "link" and (other := _other_handle(link, platform, labelled=bool(label))):
            args = {"shown": Quoted(link.text), "handle": Quoted(other)}
            yield Hit(link.span, args, "handle")


def _labelled(label: str, labels: Mapping[str, str]) -> str:
    """Return the one platform that the label in front of a link names."""
    named = {labels[word] for word in _LABEL_WORD.findall(label.casefold()) if word in labels}
    return named.pop() if len(named) == 1 else ""


def _other_handle(link: LinkFact, platform: str, *, labelled: bool) -> str:
    """Return the account that a link leads to where its text names another one."""
    shown = unicodedata.normalize("NFKC", link.text.strip(_AROUND)).replace("\\_", "_")
    match = _HANDLE.fullmatch(shown)
    if match is None or not (shown.startswith("@") or (labelled and _looks_like_handle(shown))):
        return ""
    found = _account(link, platform)
    return "" if not found or _folded(match[1]) == _folded(found) else "@" + found


def _looks_like_handle(shown: str) -> bool:
    """Tell whether a word without ``@`` is the name of an account and not a word: "chancen_nrw", "stadtahrenfeld"."""
    if any(sign in shown for sign in "_.0123456789"):
        return True
    return shown.isascii() and shown.islower() and len(shown) > 5 and shown not in _NO_HANDLE


def _account(link: LinkFact, platform: str) -> str:
    """Return the name of the account in the path of a link; empty for other pages and for numbers of accounts."""
    steps = [step for step in link.path.split("/") if step]
    while len(steps) > 1 and steps[0].casefold() in _PREFIXES:
        steps.pop(0)
    if not steps or steps[0].casefold() in _NO_PROFILE or (not platform and not steps[0].startswith("@")):
        return ""
    name = unicodedata.normalize("NFKC", steps[0]).lstrip("@").partition("@")[0]
    by_number = "channel" in link.path.casefold().split("/") or link.host.endswith("youtu.be")
    numbered = by_number or _NUMBERED.fullmatch(name) is not None
    return "" if numbered else name


def _folded(name: str) -> str:
    return name.casefold().removesuffix(".bsky.social").strip(".")
