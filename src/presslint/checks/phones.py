"""Checks of phone numbers."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.facts.phone_numbers import dialled
from presslint.model.facts import ContactFact, PhoneFact
from presslint.model.finding import Hit, Place, Proposal, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span


@check("phones.valid", needs=(PhoneFact,), says=("number",), when=(PhoneFact,))
def valid(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find numbers that nobody can dial."""
    for phone in ctx.facts.of(PhoneFact):
        if phone.valid:
            continue
        shown = any(map(str.isdigit, phone.text))
        at: Place = phone.span if shown or phone.target_at is None else phone.target_at
        yield Hit(at, {"number": Quoted(phone.text if shown else phone.target)}, phone.problem or "invalid")


class TrunkZero(NamedTuple):
    """``kept`` are the codes of countries in which the zero belongs to the number."""

    kept: tuple[str, ...] = ()


# ITU-T E.164: codes with one and with two digits; all others have three
_CODE = r"(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})"
_ZERO = regex(rf"(?:\+|\b00) ?\(?({_CODE})\)?([\s./–-]{{0,3}})(\(\s?0\s?\)|0)[\s./–-]{{0,3}}(?=\(?[1-9])")
_QUOTES = "„“\"»«‚‘'›‹"


@check("phones.trunk_zero", needs=(PhoneFact,), says=("number", "code"), params=TrunkZero, when=(PhoneFact,))
def trunk_zero(ctx: Context, params: TrunkZero) -> Iterator[Hit]:
    """Find international numbers that still have the zero of national ones."""
    text = ctx.release.text
    for phone in ctx.facts.of(PhoneFact):
        match = _ZERO.match(phone.text.lstrip("("))
        if match is None or match[1] in params.kept or len(dialled(phone.text)) < 9:
            continue
        if phone.zone is Zone.QUOTE or text[max(phone.span.start - 1, 0) : phone.span.start] in tuple(_QUOTES):
            continue
        shift = phone.span.end - len(phone.text.lstrip("("))
        gap = match[2] or (" " if "(" in match[3] else "")
        edit = (Span(shift + match.start(2), shift + match.end()), gap)
        args = {"number": Quoted(phone.text), "code": Quoted("+" + match[1])}
        yield Hit(phone.span, args, proposals=(Proposal((edit,)),))


@check("phones.same_fax", needs=(PhoneFact, ContactFact), says=("number", "name"), when=(PhoneFact,))
def same_fax(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find a fax number that is the phone number beside it, and a direct line that two people share."""
    calls: dict[tuple[int, int, str], PhoneFact] = {}
    faxes = []
    for phone in ctx.facts.of(PhoneFact):
        key = (phone.group, -1 if phone.group else phone.block, phone.e164 or dialled(phone.text))
        if len(key[2]) < 5:
            continue
        if phone.kind == "fax":
            faxes.append((key, phone))
        elif phone.kind != "combined":
            calls.setdefault(key, phone)
    for key, fax in faxes:
        call = calls.get(key)
        if call is not None:
            yield Hit(fax.span, {"number": Quoted(fax.text)}, related=(Related(call.span, "phone"),))
    yield from _shared(ctx)


def _shared(ctx: Context) -> Iterator[Hit]:
    """Find one direct line behind two names of a contact; a line that ends in 0 is the switchboard's."""
    phones = ctx.facts.of(PhoneFact)
    for contact in ctx.facts.of(ContactFact):
        if len(contact.names) < 2:
            continue
        owners: dict[str, tuple[Span, PhoneFact]] = {}
        for phone in phones:
            names = [name for name in contact.names if name.end <= phone.span.start]
            if not names or not contact.span.contains(phone.span) or not _is_direct(phone):
                continue
            owner, first = owners.setdefault(phone.e164 or "", (names[-1], phone))
            if owner != names[-1]:
                args = {"number": Quoted(phone.text), "name": Quoted(owner.of(ctx.release.text))}
                yield Hit(phone.span, args, "shared", related=(Related(first.span, "first"),))


def _is_direct(phone: PhoneFact) -> bool:
    return phone.kind in ("phone", "mobile") and phone.e164 is not None and not phone.e164.endswith("0")
