"""Contacts: blocks that say whom a journalist can reach, and how.

A contact is a run of blocks that the loader has marked so. Where it has marked none, a short block with a phone number
and an address for mail is one, such as a row of a table.
"""

from collections.abc import Iterator

from presslint.facts import Facts
from presslint.facts.contact_blocks import groups, stretches
from presslint.facts.person_names import find_names
from presslint.model.facts import ContactFact, EmailFact, PhoneFact
from presslint.model.finding import Confidence
from presslint.model.release import Release, Zone
from presslint.text.lazy import regex
from presslint.text.span import Span

_LONGEST = 400
_DIGIT = regex(r"\d")


def extract(release: Release, facts: Facts) -> Iterator[ContactFact]:
    """Yield all contacts in the order of the text."""
    phones, mails = facts.of(PhoneFact), facts.of(EmailFact)
    spans = stretches(release, groups(release))
    marked = bool(spans)
    if not marked:
        spans = _clusters(release, [phone.span for phone in phones], [mail.span for mail in mails])
    for number, span in enumerate(spans, start=1):
        yield ContactFact(
            span=span,
            text=span.of(release.text),
            zone=Zone.CONTACT if marked else release.zone_at(span.start),
            confidence=Confidence.HIGH if marked else Confidence.MEDIUM,
            names=tuple(find_names(release.text, span)),
            phones=tuple(phone.span for phone in phones if span.contains(phone.span)),
            emails=tuple(mail.span for mail in mails if span.contains(mail.span)),
            group=number if marked else 0,
        )


def _clusters(release: Release, phones: list[Span], mails: list[Span]) -> list[Span]:
    return [
        block.span
        for block in release.blocks
        if block.span.length <= _LONGEST
        and any(block.span.contains(phone) for phone in phones)
        and any(block.span.contains(mail) for mail in mails)
    ]
