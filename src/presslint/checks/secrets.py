"""Links that let a stranger in: names with passwords, tokens, signatures and sessions."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.link_places import place
from presslint.checks.link_syntax import is_template
from presslint.facts.hosts import in_domain, split
from presslint.model.facts import LinkFact
from presslint.model.finding import Hit
from presslint.model.values import Quoted
from presslint.text.lazy import regex

_TOKEN = regex(r"[A-Za-z0-9+/=_.~%!-]+")
_WORDS = regex(r"[A-Za-zÄÖÜäöüß]+(?:[-_+.][A-Za-zÄÖÜäöüß]+)*|\d{1,8}|(?:19|20)\d\d[\d-]{0,6}")
_FILE = regex(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|mov|webm|zip)$", re.IGNORECASE)
_LONGEST = 200


class Secrets(NamedTuple):
    """Names of parameters, in lower case, whose values open a door.

    ``tokens`` always do, ``signatures`` together with a time limit (``limits``) or where no file is meant; ``sessions``
    name a visit, also behind ``;`` in a path. ``partings`` are words in the path of personal links that end a
    subscription. A value counts from ``shortest`` signs on that are no word and no date. ``public`` are hosts that sign
    the addresses of public files.
    """

    tokens: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    partings: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    shortest: int = 12


@check("secrets.in_url", needs=(LinkFact,), says=("host", "name"), params=Secrets, when=(LinkFact,))
def in_url(ctx: Context, params: Secrets) -> Iterator[Hit]:
    """Find addresses that carry a secret; messages name where it stands, never the secret itself."""
    for link in ctx.facts.of(LinkFact):
        if not link.host or link.scheme in ("mailto", "tel") or is_template(link.target):
            continue
        found = _user(link) or _parameter(link, params)
        if found is not None:
            case, name = found
            yield Hit(place(link), {"host": Quoted(link.host), "name": Quoted(name)}, case)


def _user(link: LinkFact) -> tuple[str, str] | None:
    user, colon, password = split(link.target).user.partition(":")
    if not user:
        return None
    return ("password", user) if colon and password else ("user", user)


def _parameter(link: LinkFact, params: Secrets) -> tuple[str, str] | None:
    given = _given(link)
    for name, value in given:
        lower = name.lower()
        if lower in params.tokens and _is_secret(value, params.shortest):
            return None if in_domain(link.host, params.public) else ("token", name)
        if lower in params.signatures and _is_secret(value, params.shortest) and _is_limited(link, given, params):
            return ("token", name)
    for name, value in given:
        if name.lower() in params.sessions and _is_secret(value, params.shortest):
            return ("session", name)
    return _parting(link, given, params)


def _given(link: LinkFact) -> list[tuple[str, str]]:
    """Return names and values of the query, of the fragment where it holds such, and behind ``;`` in the path."""
    parts = link.query.split("&") if link.query else []
    if "=" in link.fragment:
        parts += link.fragment.split("&")
    parts += link.path.split("/")[-1].split(";")[1:]
    return [(name, value[:_LONGEST]) for name, _, value in (part.partition("=") for part in parts) if value]


def _is_limited(link: LinkFact, given: list[tuple[str, str]], params: Secrets) -> bool:
    """Tell whether a signed address opens something for a time; a signed file without an end is a public one."""
    if in_domain(link.host, params.public):
        return False
    return any(name.lower() in params.limits for name, _ in given) or not _FILE.search(link.path)


def _is_secret(value: str, shortest: int) -> bool:
    """Tell whether a value was made by a machine: long, no word, no date, and with more than a few kinds of signs."""
    if len(value) < shortest or _TOKEN.fullmatch(value) is None or _WORDS.fullmatch(value):
        return False
    mixed = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    return mixed and len(set(value)) >= min(8, shortest - 2)


def _parting(link: LinkFact, given: list[tuple[str, str]], params: Secrets) -> tuple[str, str] | None:
    """Find a link that ends somebody's subscription: it has such a word and says whose."""
    words = re.split(r"[/._-]", link.path.lower())
    word = next((word for word in words if word in params.partings), "")
    if not word:
        return None
    personal = any(_is_secret(value, params.shortest) or "@" in value or "%40" in value for _, value in given)
    last = link.path.rstrip("/").rpartition("/")[2]
    return ("parting", word) if personal or _is_secret(last, params.shortest) else None
