"""Two numbers of one person or office that are one slip apart."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.facts.phone_numbers import dialled
from presslint.model.facts import PhoneFact
from presslint.model.finding import Hit, Proposal, Related
from presslint.model.values import Quoted
from presslint.text.slips import slips

_SHORTEST = 7
_MOST = 100  # numbers of one person or office
_REACH = 500


class Twins(NamedTuple):
    """``prefixes`` are those of free numbers, international: one is easily taken for another."""

    prefixes: tuple[str, ...] = ()


@check("phone_twins.near_miss", needs=(PhoneFact,), says=("number", "other", "owner"), params=Twins, when=(PhoneFact,))
def near_miss(ctx: Context, params: Twins) -> Iterator[Hit]:
    """Find a number that is nearly the one that was named before for the same person or office."""
    first: dict[tuple[str, str], dict[str, PhoneFact]] = {}
    for phone in ctx.facts.of(PhoneFact):
        digits = _digits(phone)
        if not phone.owner or len(digits) < _SHORTEST or not any(map(str.isdigit, phone.text)):
            continue
        earlier = first.setdefault((phone.owner.casefold(), phone.kind), {})
        if digits in earlier or len(earlier) > _MOST:
            continue
        other = next((item for item in earlier.values() if _is_slip(phone, item, params)), None)
        earlier[digits] = phone
        # what lies between is longest for the first: where the name is not in there, it is in none
        if other is not None and _is_apart(ctx, other, phone):
            args = {"number": Quoted(phone.text), "other": Quoted(other.text), "owner": Quoted(phone.owner)}
            proposals = () if phone.text[0] in "-–‑" else (Proposal(((phone.span, other.text),)),)
            yield Hit(phone.span, args, related=(Related(other.span, "other"),), proposals=proposals)


def _digits(phone: PhoneFact) -> str:
    return phone.e164 or dialled(phone.text)


def _is_apart(ctx: Context, other: PhoneFact, phone: PhoneFact) -> bool:
    """Tell whether the person or office is named again between two numbers: else both are meant to be there."""
    name, start, end = phone.owner.casefold(), other.span.end, phone.span.start
    near = max(start, end - _REACH)  # most names stand close by
    return any(name in ctx.release.text[place:end].casefold() for place in dict.fromkeys((near, start)))


def _is_slip(phone: PhoneFact, other: PhoneFact, params: Twins) -> bool:
    """Tell whether two numbers differ by one slip, or by the prefix of free numbers alone."""
    one, two = _digits(phone), _digits(other)
    if one[:1] != two[:1] or (phone.owner[0].islower() and one[:-1] == two[:-1]):
        return False  # an office has lines that follow one another
    if slips(one, two, 1) == 1:
        return True
    heads = [next((prefix for prefix in params.prefixes if number.startswith(prefix)), "") for number in (one, two)]
    return all(heads) and heads[0] != heads[1] and one[len(heads[0]) :] == two[len(heads[1]) :]
