"""Whether readers abroad can dial a number of a release."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.facts.phone_country import ENDINGS
from presslint.facts.phone_numbers import dialled, judge
from presslint.model.facts import EmailFact, LinkFact, PhoneFact
from presslint.model.finding import Hit, Proposal
from presslint.model.values import Quoted

_NOTHING: Mapping[str, tuple[str, ...]] = {}


class Readers(NamedTuple):
    """``languages`` are those that people read at home, by country; a release in another one is for readers abroad.

    ``fields`` are metadata fields that name the readers, ``audiences`` their values for readers abroad.
    """

    languages: Mapping[str, tuple[str, ...]] = _NOTHING
    fields: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@check(
    "phone_reach.country_code",
    needs=(PhoneFact, EmailFact, LinkFact),
    says=("number", "meant"),
    params=Readers,
    when=(PhoneFact,),
)
def country_code(ctx: Context, params: Readers) -> Iterator[Hit]:
    """Find the first number of a release for readers abroad where no number names its country."""
    phones = [phone for phone in ctx.facts.of(PhoneFact) if len(dialled(phone.text)) > 5]
    if not phones or any(phone.text.lstrip("( ")[:1] == "+" or phone.text.startswith("00") for phone in phones):
        return
    country = _country(ctx)
    if not country or not _is_abroad(ctx, country, params):
        return
    for phone in phones:
        number = judge(dialled(phone.text), country)
        if number.e164 and number.valid and number.region == country:
            free = number.type in ("free", "shared", "premium")
            meant = _international(phone, number.e164)
            args = {"number": Quoted(phone.text), "meant": Quoted(meant)}
            proposals = () if free else (Proposal(((phone.span, meant),)),)
            yield Hit(phone.span, args, "service" if free else "default", proposals=proposals)
            return


def _country(ctx: Context) -> str:
    """Return the one country of the house: as configured, or that of all addresses in the release."""
    if ctx.facts.house.country:
        return ctx.facts.house.country.upper()
    hosts = [mail.domain for mail in ctx.facts.of(EmailFact)]
    hosts = hosts or [link.host for link in ctx.facts.of(LinkFact) if link.host]
    found = {ENDINGS.get(host.rpartition(".")[2], "") for host in hosts}
    return found.pop() if len(found) == 1 else ""


def _is_abroad(ctx: Context, country: str, params: Readers) -> bool:
    for field in ctx.release.fields:
        if field.key.casefold() in params.fields and field.value.strip().casefold() in params.audiences:
            return True
    language = ctx.facts.language
    house = ctx.facts.house.language
    at_home = (house,) if house else params.languages.get(country, ())
    return bool(language and at_home) and language not in at_home


def _international(phone: PhoneFact, e164: str) -> str:
    """Return a number with its country in front, its digits grouped as they were."""
    code = e164[: len(e164) - len(dialled(phone.text).lstrip("0"))]
    rest = phone.text.replace("(", "").replace(")", " ").strip()
    rest = rest.lstrip("0").replace(" / ", " ").replace("/", " ")
    return " ".join(f"{code} {rest}".split())
