"""Checks of what a click on a contact does: write to the address that is shown, dial the number that is shown."""

from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.facts.mailto import is_malformed
from presslint.facts.phone_numbers import dialled
from presslint.model.facts import EmailFact, LinkFact, PhoneFact
from presslint.model.finding import Hit, Proposal
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan
from presslint.text.suffixes import unicode_host

_ADDRESS = regex(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_TEL_SIGNS = regex(r"\+?[\d().-]+")


@check(
    "contact_links.target",
    needs=(LinkFact, EmailFact, PhoneFact),
    says=("shown", "target"),
    when=(
        LinkFact,
        EmailFact,
        PhoneFact,
    ),
)
def target(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find links that write to or call somebody else than their text says, or nobody.

    Documents have the targets of their links elsewhere than in the text: there the text of the link is the place.
    """
    for link in ctx.facts.of(LinkFact):
        if link.kind == "bare" or not link.target:
            continue
        args = {"shown": Quoted(link.text), "target": Quoted(link.target)}
        if link.scheme == "mailto" and is_malformed(link.target):
            meant = "mailto:" + link.target[7:].removeprefix("%20").lstrip("/ ")
            yield Hit(link.target_at or link.span, args, "mailto-form", proposals=_changed(link.target_at, meant, 2))
        elif not link.scheme and link.kind == "link" and _ADDRESS.fullmatch(link.target):
            meant = "mailto:" + link.target
            yield Hit(link.target_at or link.span, args, "no-scheme", proposals=_changed(link.target_at, meant, 2))
    yield from _mails(ctx)
    yield from _phones(ctx)


def _changed(at: SourceSpan | None, target: str, fix: int) -> tuple[Proposal, ...]:
    return (Proposal(((at, target),), fix),) if at is not None else ()


def _mails(ctx: Context) -> Iterator[Hit]:
    for mail in ctx.facts.of(EmailFact):
        if not mail.local or not _is_shown(mail):
            continue
        goals = [_folded(goal) for goal in mail.target.split(", ")]
        shown = mail.suggestion or f"{mail.local}@{mail.domain}"
        if not mail.target or _folded(shown) in goals:
            continue
        raw = mail.target_at.of(ctx.release.source.text) if mail.target_at is not None else ""
        _, mark, rest = raw.partition("?")
        args = {"shown": Quoted(mail.text), "target": Quoted(mail.target)}
        proposals = [*_changed(mail.target_at, f"mailto:{shown}{mark}{rest}", 0)]
        if len(goals) == 1:
            proposals.append(Proposal(((mail.span, mail.target),), 1))
        yield Hit(mail.span, args, "mailto", proposals=tuple(proposals))


def _is_shown(mail: EmailFact) -> bool:
    return "@" in mail.text or mail.problem == "disguised"


def _folded(address: str) -> str:
    local, _, domain = address.strip().rpartition("@")
    return f"{local.casefold()}@{unicode_host(domain)}"


def _phones(ctx: Context) -> Iterator[Hit]:
    for phone in ctx.facts.of(PhoneFact):
        if not phone.target:
            continue
        number, *parameters = phone.target.split(";")
        args = {"shown": Quoted(phone.text), "target": Quoted("tel:" + phone.target)}
        if _differs(phone, number):
            proposals = tuple(_dial(phone.target_at, phone.e164, 0))
            yield Hit(phone.span, args, "tel", proposals=proposals)
        elif _TEL_SIGNS.fullmatch(number) is None or not (_is_global(number) or _has_context(parameters)):
            proposals = tuple(_dial(phone.target_at, phone.e164, 2))
            yield Hit(phone.target_at or phone.span, args, "tel-form", proposals=proposals)


def _dial(at: SourceSpan | None, e164: str | None, fix: int) -> Iterator[Proposal]:
    if e164:
        yield from _changed(at, "tel:" + e164, fix)


def _differs(phone: PhoneFact, number: str) -> bool:
    """Tell whether a shown number and a dialled one are two; national and international writing are one."""
    shown = dialled(phone.text)
    goal = dialled(number.replace("%20", " "))
    if len(shown) < 5 or not any(map(str.isdigit, goal)):
        return False
    if phone.e164 and goal.startswith("+"):
        return goal != phone.e164
    one, other = (phone.e164 or shown).lstrip("+0"), goal.lstrip("+0")
    return not (one.endswith(other) or other.endswith(one))


def _has_context(parameters: list[str]) -> bool:
    return any(part.lower().startswith("phone-context=") for part in parameters)


def _is_global(number: str) -> bool:
    """Tell whether a number can be dialled from anywhere; a short one, such as 115, needs not be."""
    return number.startswith("+") or len(dialled(number)) <= 6
