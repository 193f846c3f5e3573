"""Checks of addresses for mail."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.facts.mail_addresses import mended, problem
from presslint.model.facts import EmailFact
from presslint.model.finding import FieldRef, Hit, Proposal
from presslint.model.release import Field
from presslint.model.values import Quoted
from presslint.text.lazy import regex

# names that can never be delegated (RFC 2606, RFC 6761): whoever wrote one meant it, or another rule says so
_RESERVED = frozenset(("example", "invalid", "test", "localhost"))
_FIELD = regex(r"(?:^|[._\-\[\]])(?:e-?)?mail$|(?:^|[._\-\[\]])e-?mail(?:address|_address)?$", re.IGNORECASE)


@check(
    "emails.valid",
    needs=(EmailFact,),
    says=("address", "meant"),
    when=(
        EmailFact,
        "fields",
    ),
)
def valid(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find addresses to which no mail can be sent as they stand there."""
    for mail in ctx.facts.of(EmailFact):
        case = _case(mail.problem, mail.domain)
        nobody = mail.problem == "empty" and not mail.target and "@" not in mail.text
        if not case or nobody:  # a link without an address is another rule's matter, or only opens a mail
            continue
        hidden = "@" not in mail.text and bool(mail.target) and mail.problem != "disguised"
        in_target = hidden or (mail.problem == "disguised" and bool(mail.target) and "@" not in mail.target)
        address = mail.target if in_target else mail.text
        yield Hit(
            mail.target_at if in_target and mail.target_at else mail.span,
            {"address": Quoted(address), "meant": Quoted(mail.suggestion)},
            "target" if mail.problem == "disguised" and in_target else case,
            proposals=tuple(_proposals(ctx, mail, in_target=in_target)),
        )
    yield from _in_fields(ctx)


def _proposals(ctx: Context, mail: EmailFact, *, in_target: bool) -> Iterator[Proposal]:
    if not mail.suggestion:
        return
    if not in_target:
        yield Proposal(((mail.span, mail.suggestion),))
    elif mail.target_at is not None:
        rest = mail.target_at.of(ctx.release.source.text).partition("?")
        yield Proposal(((mail.target_at, f"mailto:{mail.suggestion}{rest[1]}{rest[2]}"),))


def _case(flaw: str, domain: str) -> str:
    if not flaw or domain == "localhost" or (flaw == "unknown-tld" and domain.rpartition(".")[2] in _RESERVED):
        return ""
    return "character" if flaw == "empty" else flaw


def _in_fields(ctx: Context) -> Iterator[Hit]:
    for field in ctx.release.fields:
        address = field.value.strip()
        if "@" not in address or not _FIELD.search(field.key) or any(sign in address for sign in ";<"):
            continue
        local, _, domain = address.rpartition("@")
        case = _case(_field_problem(local, domain), domain)
        if case:
            meant = mended(address)
            yield Hit(
                FieldRef(field.key),
                {"address": Quoted(address), "meant": Quoted(meant)},
                case,
                proposals=tuple(_field_proposals(field, meant)),
            )


def _field_problem(local: str, domain: str) -> str:
    if local != local.strip() or domain != domain.strip():
        return "space"
    return "comma" if "," in domain else problem(local, domain)


def _field_proposals(field: Field, meant: str) -> Iterator[Proposal]:
    if meant and field.span is not None:
        yield Proposal(((field.span, meant),))
