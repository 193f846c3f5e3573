"""Sample data that survived: names and numbers that are kept free so that they reach nobody."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.link_places import place
from presslint.facts.hosts import in_domain, split
from presslint.facts.phone_numbers import dialled
from presslint.facts.url_finder import find
from presslint.model.facts import EmailFact, LinkFact, PhoneFact
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.suffixes import unicode_host

_RUN = 6
_ASCENDING = "01234567890"
_GROUP = regex(r"\d+")
_LOOPBACK = regex(r"127\.\d{1,3}\.\d{1,3}\.\d{1,3}")
_MAIL_HOST = regex(r"@([\w-]{1,63}(?:\.[\w-]{1,63}){0,8})")


class Reserved(NamedTuple):
    """What is kept free for examples.

    ``domains`` and ``endings`` are names of the Internet; ``numbers`` are E.164 numbers with an ``x`` for any digit;
    ``services`` begin numbers in which runs of digits are wanted; ``about`` are words of a text that is about such
    names and numbers.
    """

    domains: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@check(
    "reserved.sample",
    needs=(LinkFact, EmailFact, PhoneFact),
    says=("text", "name"),
    params=Reserved,
    when=(
        LinkFact,
        EmailFact,
        PhoneFact,
        "fields",
    ),
)
def sample(ctx: Context, params: Reserved) -> Iterator[Hit]:
    """Find reserved domains and fictitious numbers."""
    if ctx.facts.house.fictitious_contacts:
        return
    yield from _domains(ctx, params)
    yield from _numbers(ctx, params)
    yield from _in_fields(ctx, params)


def _domains(ctx: Context, params: Reserved) -> Iterator[Hit]:
    for mail in ctx.facts.of(EmailFact):
        if _is_reserved(mail.domain, params) and not _is_about(ctx, mail.block, mail.zone, params):
            at = mail.target_at if mail.target_at is not None and "@" not in mail.text else mail.span
            yield Hit(at, {"text": Quoted(mail.text), "name": Quoted(mail.domain)}, _case("domain", mail.zone))
    for link in ctx.facts.of(LinkFact):
        if _is_reserved(link.host, params) and not _is_about(ctx, link.block, link.zone, params):
            yield Hit(place(link), {"text": Quoted(link.target), "name": Quoted(link.host)}, _case("domain", link.zone))


def _is_reserved(host: str, params: Reserved) -> bool:
    name = unicode_host(host)
    if not name:
        return False
    return in_domain(name, params.domains) or in_domain(name, params.endings) or _LOOPBACK.fullmatch(name) is not None


def _case(kind: str, zone: Zone) -> str:
    return f"{kind}-contact" if zone is Zone.CONTACT else kind


def _is_about(ctx: Context, block: int, zone: Zone, params: Reserved) -> bool:
    """Tell whether the text speaks of sample data instead of using it."""
    if zone is Zone.CONTACT or not ctx.release.blocks:
        return False
    text = ctx.release.blocks[block].span.of(ctx.release.text).casefold()
    return any(word in text for word in params.about)


def _numbers(ctx: Context, params: Reserved) -> Iterator[Hit]:
    fictitious = _pattern(params.numbers)
    for phone in ctx.facts.of(PhoneFact):
        if any(map(fictitious.fullmatch, _readings(phone))):
            case = _case("number", phone.zone)
        elif _has_run(phone.text, phone.e164 or dialled(phone.text), params.services):
            case = "run"
        else:
            continue
        if not _is_about(ctx, phone.block, phone.zone, params):
            yield Hit(phone.span, {"text": Quoted(phone.text), "name": Quoted(phone.text)}, case)


@lru_cache(maxsize=16)
def _pattern(numbers: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for numbers with an ``x`` for any digit; without numbers it matches nothing."""
    return regex("|".join(re.escape(number).replace("x", r"\d") for number in numbers) or r"(?!)")


def _readings(phone: PhoneFact) -> tuple[str, ...]:
    """Return the international forms that a number may have; a national one may be of any of three countries."""
    if phone.e164:
        return (phone.e164,)
    number = dialled(phone.text)
    if number.startswith("0"):
        return ("+49" + number[1:], "+44" + number[1:])
    if len(number) == 7:
        return ("+1000" + number,)
    return ("+1" + number.removeprefix("1"),)


@lru_cache(maxsize=1024)
def _has_run(text: str, number: str, services: tuple[str, ...]) -> bool:
    """Tell whether a number has six digits that rise one by one, or are one and the same.

    Pairs that rise are usual where numbers are written in pairs (``01 42 34 56 78``): over several groups digits must
    rise from 0 or 1.
    """
    if number.startswith(services) or text.startswith(services):
        return False
    groups = _GROUP.findall(text) or [number.lstrip("+")]
    starts = {sum(map(len, groups[:index])) for index in range(len(groups))}
    digits = "".join(groups)
    for start in range(len(digits) - _RUN + 1):
        part = digits[start : start + _RUN]
        if part[0] != "0" and part == part[0] * _RUN:
            return True
        if part not in _ASCENDING:
            continue
        if part[0] in "01" and (start in starts or start + 1 not in starts):
            return True
        if starts.isdisjoint(range(start + 1, start + _RUN)):
            return True
    return False


def _in_fields(ctx: Context, params: Reserved) -> Iterator[Hit]:
    for field in ctx.release.fields:
        value = field.value
        if "." not in value and "@" not in value:
            continue
        hosts = [split(value[start:end]).host for start, end in find(value)] + _MAIL_HOST.findall(value)
        name = next((host for host in hosts if _is_reserved(host.lower(), params)), "")
        if name:
            case = "domain-contact" if field.name.startswith("contact") else "domain"
            yield Hit(FieldRef(field.key), {"text": Quoted(value), "name": Quoted(name)}, case)
