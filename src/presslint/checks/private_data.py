"""Private contact data in a release: mailboxes for anybody, numbers and addresses at home."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.clauses import sentence
from presslint.facts.hosts import in_domain
from presslint.facts.phone_labels import is_signed
from presslint.model.facts import EmailFact, LinkFact, PhoneFact
from presslint.model.finding import Hit, Place
from presslint.model.release import Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span

_REACH = 40
_COLON = regex(":")
_PARTS = regex(r"[,;|·•\d]")
_WORD = regex(r"[^\W\d_]+")
_MORE = 20  # letters that a ``*`` stands for
_GAP = " \u00a0:().,-–/"


class Private(NamedTuple):
    """What tells that contact data is private.

    ``free`` are hosts of mailboxes for anybody. ``clubs`` are words of a release whose house may well have no domain
    of its own, as clubs and volunteers. ``labels`` stand in front of or behind a number or an address at home;
    ``addresses`` are labels of a home. ``contact`` are words of a sentence that invites to call.
    """

    free: tuple[str, ...] = ()
    clubs: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()


@check("private_data.contact", needs=(EmailFact, PhoneFact, LinkFact), says=("text", "host"), params=Private)
def contact(ctx: Context, params: Private) -> Iterator[Hit]:
    """Find contact data that belongs to a person and not to an office."""
    yield from _mails(ctx, params)
    yield from _phones(ctx, params)
    yield from _homes(ctx, params)


def _mails(ctx: Context, params: Private) -> Iterator[Hit]:
    mails = [mail for mail in ctx.facts.of(EmailFact) if mail.domain and in_domain(mail.domain, params.free)]
    if not mails or in_domain(mails[0].domain, ctx.facts.house.domains):
        return
    club = _matches(ctx.release.text, params.clubs)
    for mail in mails:
        labelled = _is_labelled(ctx, mail.span, params.labels)
        if club and not labelled and not _is_dated(mail.local):
            continue
        at: Place = mail.target_at if mail.target_at is not None and "@" not in mail.text else mail.span
        text = mail.text if "@" in mail.text else mail.target
        yield Hit(at, {"text": Quoted(text), "host": Quoted(mail.domain)}, "labelled" if labelled else "free-mail")


def _is_dated(local: str) -> bool:
    """Tell whether a mailbox is named after a person's year of birth."""
    return re.search(r"(?:19|20)\d\d$", local) is not None


def _matches(text: str, words: tuple[str, ...]) -> bool:
    return _pattern(words).search(text) is not None


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole words, ``*`` at an end standing for more letters; without words it never matches."""
    parts = (re.escape(word).replace(r"\*", rf"[^\W\d_]{{0,{_MORE}}}") for word in words)
    return regex(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if words else r"(?!)", re.IGNORECASE)


def _is_labelled(ctx: Context, span: Span, labels: tuple[str, ...]) -> bool:
    """Tell whether one of ``labels`` stands right before a place on its line, or in brackets behind it."""
    text = ctx.release.text
    line = max(text.rfind("\n", 0, span.start), text.rfind("\t", 0, span.start)) + 1
    before = text[max(line, span.start - _REACH) : span.start].casefold()
    last = _PARTS.split(before)[-1]
    if any(word in labels for word in _WORD.findall(last)) or last.strip(_GAP).endswith(labels):
        return True
    behind = text[span.end : span.end + _REACH].casefold()
    return behind.lstrip()[:1] == "(" and behind.lstrip(" (").startswith(tuple(label + ")" for label in labels))


def _phones(ctx: Context, params: Private) -> Iterator[Hit]:
    phones = ctx.facts.of(PhoneFact)
    for phone in phones:
        args = {"text": Quoted(phone.text)}
        if _is_labelled(ctx, phone.span, params.labels):
            yield Hit(phone.span, args, "labelled")
        elif phone.type == "mobile" and not phone.group and phone.zone in (Zone.LEAD, Zone.BODY, Zone.QUOTE):
            alone = not any(other.block == phone.block and other is not phone for other in phones)
            if alone and not is_signed(ctx.release.text, *phone.span) and not _invites(ctx, phone, params.contact):
                yield Hit(phone.span, args, "mobile")


def _invites(ctx: Context, phone: PhoneFact, words: tuple[str, ...]) -> bool:
    """Tell whether the sentence of a number invites to call it."""
    within = ctx.release.blocks[phone.block].span if ctx.release.blocks else Span(0, len(ctx.release.text))
    around = sentence(ctx.release.text, phone.span, within)
    said = ctx.release.text[max(around.start - 1, 0) : around.end]
    return within.length < 160 or _matches(said, words)


def _homes(ctx: Context, params: Private) -> Iterator[Hit]:
    """Find the label of a home in front of a street or a postcode."""
    text = ctx.release.text
    parts = [max(word.split("*"), key=len) for word in params.addresses]
    reach = max(map(len, params.addresses), default=0) + 2 * _MORE
    # a label has a colon behind it
    before = "\n".join([text[max(colon.start() - reach, 0) : colon.start()] for colon in _COLON.finditer(text)]).lower()
    if not any(part in before for part in parts):
        return
    for match in _pattern(params.addresses).finditer(text):
        rest = text[match.end() : match.end() + 60].lstrip(_GAP + "\n")
        found = re.match(r"[^\d\n]{3,40}\d{1,4}\s?[a-z]?\b(?!\.\d)|\d{1,4} [A-Z]\w+ \w+|\d{5} [A-ZÄÖÜ]\w+", rest)
        if text[match.end() : match.end() + 2].lstrip()[:1] == ":" and found is not None:
            start = text.index(found[0], match.end())
            yield Hit(Span(start, start + len(found[0])), {"text": Quoted(found[0])}, "home")
