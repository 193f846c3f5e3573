"""Contacts: blocks that say whom a journalist can reach, and how.

A contact is a run of blocks that the loader has marked so. Where it has marked none, a short block with a phone number
and an address for mail is one, such as a row of a table.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

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
    phone_spans, mail_spans = _Inside(phone.span for phone in phones), _Inside(mail.span for mail in mails)
    for number, span in enumerate(spans, start=1):
        yield ContactFact(
            span=span,
            text=span.of(release.text),
            zone=Zone.CONTACT if marked else release.zone_at(span.start),
            confidence=Confidence.HIGH if marked else Confidence.MEDIUM,
            names=tuple(find_names(release.text, span)),
            phones=phone_spans.of(span),
            emails=mail_spans.of(span),
            group=number if marked else 0,
        )


class _Inside:
    """Spans in the order of the text that can tell which of them lie in a stretch of it."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._starts = [span.start for span in self._spans]

    def of(self, around: Span) -> tuple[Span, ...]:
        first, last = bisect_left(self._starts, around.start), bisect_right(self._starts, around.end)
        return tuple(span for span in self._spans[first:last] if around.contains(span))


def _clusters(release: Release, phones: list[Span], mails: list[Span]) -> list[Span]:
    numbers, addresses = _Inside(phones), _Inside(mails)
    short = (block.span for block in release.blocks if block.span.length <= _LONGEST)
    return [span for span in short if numbers.of(span) and addresses.of(span)]
