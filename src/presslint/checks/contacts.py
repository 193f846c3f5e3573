"""Checks of the press contact as a whole: whether there is one, and what it lacks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.facts.person_names import find_names
from presslint.facts.phone_labels import LABELS
from presslint.model.facts import ContactFact, EmailFact, LinkFact, PhoneFact
from presslint.model.finding import FieldRef, Hit, Place
from presslint.model.release import Field, Zone
from presslint.text.lazy import regex
from presslint.text.span import Span

_FIELD = regex(r"(?:press_?)?(?:contact|kontakt|ansprechpartner|media_?contact|presse)", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]{3,}")
_NAME_REACH = 120
_URL = regex(r"\S*[@/.]\S*\w")


class Words(NamedTuple):
    """Words that matter for contacts.

    ``forms`` in the text or target of a link make it a way to write to the house; ``desks`` begin the address of a
    press office, which is a contact wherever it stands; ``labels`` in a contact say nothing about whom one reaches.
    """

    forms: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    required: tuple[str, ...] = ("phone", "email", "name")


@check("contacts.missing", needs=(ContactFact, PhoneFact, EmailFact, LinkFact), params=Words)
def missing(ctx: Context, params: Words) -> Iterator[Hit]:
    """Find releases that name nobody to ask."""
    if not ctx.facts.house.contact_external and not _fields(ctx) and not _is_there(ctx, params):
        yield Hit(None)


@check(
    "contacts.channel",
    needs=(ContactFact, PhoneFact, EmailFact, LinkFact),
    params=Words,
    when=(
        ContactFact,
        "fields",
    ),
)
def channel(ctx: Context, params: Words) -> Iterator[Hit]:
    """Find contacts that lack a phone number, an address for mail, or somebody to ask for.

    A number in the running text is a way to reach somebody, but nobody said that it is for the press.
    """
    fields = _fields(ctx)
    contacts = ctx.facts.of(ContactFact)
    if ctx.facts.house.contact_external or not (fields or contacts):
        return
    given = {
        "phone": bool(_lines(ctx)) or _has_field(fields, ("phone", "tel", "mobil", "fon")),
        "email": bool(ctx.facts.of(EmailFact)) or _has_field(fields, ("mail",)) or _has_form(ctx, params.forms),
        "name": bool(fields) or _has_name(ctx, params.labels),
    }
    lacking = [name for name in ("phone", "email", "name") if name in params.required and not given[name]]
    if lacking and len(lacking) < 3:
        yield Hit(_place(contacts, fields), case="-".join(lacking))


def _is_there(ctx: Context, params: Words) -> bool:
    if ctx.facts.of(ContactFact):
        return True
    if any(phone.zone is not Zone.BOILERPLATE for phone in _lines(ctx)):
        return True
    for mail in ctx.facts.of(EmailFact):
        if mail.zone is not Zone.BOILERPLATE or mail.local.casefold().startswith(params.desks):
            return True
    return _has_form(ctx, params.forms)


def _lines(ctx: Context) -> list[PhoneFact]:
    """Return the numbers that reach somebody: no fax, no emergency call; broken ones and local ones count."""
    return [phone for phone in ctx.facts.of(PhoneFact) if phone.kind != "fax" and (phone.e164 or _is_line(phone))]


def _is_line(phone: PhoneFact) -> bool:
    return len(phone.text) > (3 if phone.label and phone.zone is Zone.CONTACT else 5)


def _has_form(ctx: Context, words: tuple[str, ...]) -> bool:
    return any(
        word in link.text.casefold() or word in link.path.rstrip("/").rpartition("/")[2].casefold()
        for link in ctx.facts.of(LinkFact)
        if link.kind != "image"
        for word in words
    )


def _fields(ctx: Context) -> list[Field]:
    return [
        field
        for field in ctx.release.fields
        if field.value.strip() and (field.name.startswith("contact") or _FIELD.match(field.key))
    ]


def _has_field(fields: list[Field], words: tuple[str, ...]) -> bool:
    """Tell whether a field of the contact has such a key, or holds all in one value."""
    for field in fields:
        key = field.key.casefold().rpartition(".")[2]
        if any(word in key for word in words):
            return True
        whole = "." not in field.key
        if whole and (("mail" in words and "@" in field.value) or ("tel" in words and _digits(field) > 5)):
            return True
    return False


def _digits(field: Field) -> int:
    return sum(map(str.isdigit, field.value))


def _has_name(ctx: Context, labels: tuple[str, ...]) -> bool:
    """Tell whether a contact says whom one reaches, or a name stands before a number elsewhere."""
    if any(_is_named(contact, labels) for contact in ctx.facts.of(ContactFact)):
        return True
    before = (Span(max(phone.span.start - _NAME_REACH, 0), phone.span.start) for phone in _lines(ctx))
    return any(any(find_names(ctx.release.text, span)) for span in before)


def _is_named(contact: ContactFact, labels: tuple[str, ...]) -> bool:
    """Tell whether a contact says whom one reaches: a person, an office or a house."""
    if contact.names:
        return True
    rest = contact.text
    for span in sorted((*contact.phones, *contact.emails), reverse=True):
        start = span.start - contact.span.start
        rest = rest[:start] + " " + rest[start + span.length :]
    words = [word.casefold() for word in _WORD.findall(_URL.sub(" ", rest))]
    return any(word not in LABELS and word not in labels for word in words)


def _place(contacts: tuple[ContactFact, ...], fields: list[Field]) -> Place:
    """Return the first line of the contact, or the first field of it."""
    if not contacts:
        return FieldRef(fields[0].key)
    first = contacts[0]
    return Span(first.span.start, first.span.start + len(first.text.partition("\n")[0]))
