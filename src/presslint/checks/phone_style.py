"""Checks of how phone numbers are written: in one style within a contact, and in the style of the house."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.facts.hosts import registrable
from presslint.facts.phone_styles import styled
from presslint.model.facts import ContactFact, EmailFact, PhoneFact
from presslint.model.finding import Hit, Proposal, Related
from presslint.model.values import Quoted, Value, Words
from presslint.text.span import Span

_ORDINARY = ("fixed", "mobile", "either")
_NAMES = {
    "spaces": Words("with blanks", "mit Leerzeichen"),
    "slash": Words("with a slash", "mit Schrägstrich"),
    "brackets": Words("with brackets", "mit Klammern"),
    "mixed": Words("with brackets and slash", "mit Klammern und Strich"),
    "hyphens": Words("with hyphens", "mit Bindestrichen"),
    "dots": Words("with dots", "mit Punkten"),
    "pairs": Words("in groups of two", "in Zweiergruppen"),
    "compact": Words("without gaps", "ohne Lücken"),
}


class Families(NamedTuple):
    """``alike`` are pairs of styles, divided by a blank, that may stand side by side."""

    alike: tuple[str, ...] = ()


@check(
    "phone_style.mixed",
    needs=(PhoneFact, ContactFact, EmailFact),
    says=("number", "style", "usual"),
    params=Families,
    when=(PhoneFact,),
)
def mixed(ctx: Context, params: Families) -> Iterator[Hit]:
    """Find numbers of a contact that are written in another style than most numbers there."""
    for phones in _together(ctx):
        counted = Counter(phone.style for phone in phones)
        if len(counted) < 2:
            continue
        usual = max(counted, key=lambda style: (counted[style], style != "mixed"))
        model = next(phone for phone in phones if phone.style == usual)
        for phone in phones:
            if (
                phone.style == usual
                or f"{phone.style} {usual}" in params.alike
                or f"{usual} {phone.style}" in params.alike
            ):
                continue
            args: dict[str, Value] = {
                "number": Quoted(phone.text),
                "style": _NAMES[phone.style],
                "usual": Quoted(model.text),
            }
            meant = _like(phone, model)
            proposals = (Proposal(((phone.span, meant),)),) if meant else ()
            yield Hit(phone.span, args, related=(Related(model.span, "usual"),), proposals=proposals)


def _like(phone: PhoneFact, model: PhoneFact) -> str:
    meant = styled(phone.text, model.style, phone.area, phone.region)
    return meant.replace("/", " / ", 1) if meant and " / " in model.text else meant


def _together(ctx: Context) -> Iterator[list[PhoneFact]]:
    """Yield the numbers that stand in one contact of one house, each number once, in its first writing."""
    mails = ctx.facts.of(EmailFact)
    for contact in ctx.facts.of(ContactFact):
        houses: dict[str, list[PhoneFact]] = {}
        seen: set[str] = set()
        near = [(mail.span, registrable(mail.domain)) for mail in mails if contact.span.contains(mail.span)]
        for phone in ctx.facts.of(PhoneFact):
            number = phone.e164 or phone.text
            if not contact.span.contains(phone.span) or not _is_ordinary(phone) or number in seen:
                continue
            seen.add(number)
            houses.setdefault(f"{phone.region} {_house(phone, near)}", []).append(phone)
        yield from houses.values()


def _house(phone: PhoneFact, near: list[tuple[Span, str]]) -> str:
    """Return the domain of the next address for mail behind a number, or else of the last one in front of it."""
    behind = next((domain for span, domain in near if span.start > phone.span.start), "")
    return behind or (near[-1][1] if near else "")


def _is_ordinary(phone: PhoneFact) -> bool:
    return bool(phone.style) and phone.valid and phone.kind != "hotline" and phone.type in _ORDINARY


class Norm(NamedTuple):
    """``norm`` is the name of one of ``styles``, which says for each norm which styles it allows.

    A norm has two entries, one for international numbers behind its name and ``+``. ``regions`` are the countries that
    a norm is for; without an entry it is for all.
    """

    norm: str = "din5008"
    styles: Mapping[str, tuple[str, ...]] = {}
    regions: Mapping[str, tuple[str, ...]] = {}


@check(
    "phone_style.norm", needs=(PhoneFact,), says=("number", "style", "norm", "meant"), params=Norm, when=(PhoneFact,)
)
def norm(ctx: Context, params: Norm) -> Iterator[Hit]:
    """Find numbers that are not written as the norm of the house says."""
    regions = params.regions.get(params.norm, ())
    for phone in ctx.facts.of(PhoneFact):
        if not _is_ordinary(phone) or (regions and phone.region not in regions):
            continue
        allowed = params.styles.get(params.norm + "+" * (phone.text.lstrip("(")[0] == "+"), ())
        if not allowed or phone.style in allowed:
            continue
        meant = styled(phone.text, allowed[0], phone.area, phone.region)
        args: dict[str, Value] = {"number": Quoted(phone.text), "style": _NAMES[phone.style], "norm": params.norm}
        args["meant"] = Quoted(meant)
        fix = 1 if _same_digits(phone.text, meant) and "-" in meant else 0
        yield Hit(phone.span, args, proposals=(Proposal(((phone.span, meant),), fix),) if meant else ())


def _same_digits(one: str, other: str) -> bool:
    return "".join(filter(str.isdigit, one)) == "".join(filter(str.isdigit, other))
