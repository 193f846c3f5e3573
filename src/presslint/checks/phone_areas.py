"""Checks of area codes: they have to exist, and to be that of the place that stands in the contact."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.facts import Facts
from presslint.facts.phone_areas import area_of
from presslint.model.facts import ContactFact, PhoneFact
from presslint.model.finding import Hit
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.slips import slips
from presslint.text.span import Span

_CITY = regex(r"(?<!\d)(?:D[- ]{1,3})?\d{5} +([A-ZÄÖÜ][a-zäöüß]+(?:[ -](?:am|an|der|im|[A-ZÄÖÜ][a-zäöüß]+)){0,3})")
_COUNTRY = "+49"
_LARGE = 3  # digits of the area codes of large towns


class Areas(NamedTuple):
    """``nowhere`` begin numbers that belong to no place, without their zero."""

    nowhere: tuple[str, ...] = ()


@check(
    "phone_areas.known",
    needs=(PhoneFact, ContactFact),
    says=("number", "code", "place", "city"),
    params=Areas,
    when=(PhoneFact,),
)
def known(ctx: Context, params: Areas) -> Iterator[Hit]:
    """Find German numbers with an area code that no place has, or one slip away from that of the address."""
    for phone in ctx.facts.of(PhoneFact):
        if phone.region != "DE" or phone.type != "fixed" or not phone.valid or not phone.e164:
            continue
        national = phone.e164.removeprefix(_COUNTRY)
        if national.startswith(params.nowhere):
            continue
        area = area_of(national)
        args = {"number": Quoted(phone.text), "code": Quoted("0" + (area.code if area else phone.area))}
        if area is None:
            yield Hit(phone.span, args)
            continue
        city, expected = _expected(ctx, phone)
        if expected and area.code not in expected and city not in area.place and _is_slip(area.code, expected):
            yield Hit(phone.span, {**args, "place": Quoted(area.place), "city": Quoted(city)}, "place")


def _expected(ctx: Context, phone: PhoneFact) -> tuple[str, tuple[str, ...]]:
    """Return the one town of the address in a number's contact, with its area codes."""
    contact = _contacts(ctx.facts).get(phone.span)
    cities = _cities(contact.text) if contact else frozenset()
    if len(cities) != 1:
        return "", ()
    (city,) = cities
    return city, _codes(city)


@lru_cache(maxsize=64)
def _cities(address: str) -> frozenset[str]:
    return frozenset(_CITY.findall(address))


@lru_cache(maxsize=1)
def _contacts(facts: Facts) -> dict[Span, ContactFact]:
    """Return the first contact that each number stands in."""
    contacts = reversed(facts.of(ContactFact))
    return {span: contact for contact in contacts for span in contact.phones}


@lru_cache(maxsize=256)
def _codes(city: str) -> tuple[str, ...]:
    """Return the area codes of a large town; of others nobody can tell, since their codes are those of neighbours."""
    from presslint.facts.area_codes import AREA_CODES  # noqa: PLC0415 - 100 kB that few releases need

    found = []
    for listed in AREA_CODES.values():
        place = listed.find(f" {city};")
        while place >= 0:
            code = listed[listed.rfind(";", 0, place) + 1 : place]
            if code.isdigit() and len(code) <= _LARGE:
                found.append(code)
            place = listed.find(f" {city};", place + 1)
    return tuple(found)


def _is_slip(code: str, expected: tuple[str, ...]) -> bool:
    return any(len(code) == len(other) and slips(code, other, 1) == 1 for other in expected)
