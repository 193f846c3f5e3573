"""Ranges: two dates joined as start and end."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from presslint.facts import Facts
from presslint.facts.date_mentions import Mention
from presslint.facts.periods import Period
from presslint.facts.reading import Reading
from presslint.facts.times import BETWEEN
from presslint.model.facts import DateFact, RangeFact
from presslint.model.release import Release
from presslint.text.lazy import regex
from presslint.text.span import Span

_ENDS = "->"  # joined as the end of a range or of a night
_BETWEEN = regex(
    rf"\b(?:{'|'.join(sorted(BETWEEN))})[ \u00a0](?:(?:dem|the|le|el|o|den|d\.)[ \u00a0])?$",
    re.IGNORECASE,
)


def extract(release: Release, facts: Facts) -> Iterator[RangeFact]:
    """Yield one fact for each two dates that the text joins as start and end, in the order of the text.

    „zwischen 3. und 5. Mai" is one too. The dates are those of :class:`DateFact`, kept in the order in which they are
    written, even where the end lies before the start.
    """
    reading = facts.one(Reading)
    joined: tuple[Mention | Period, ...] = (*reading.days, *reading.periods)
    if not any(mention.joined for mention in joined):
        return
    known = {fact.day_span.start: fact for fact in facts.of(DateFact)}
    ends = [*_ends(reading.days, release.text), *_ends(reading.periods, release.text)]
    for first, last in sorted(ends):
        yield _range(known[first], known[last], release.text)


def _ends(mentions: Sequence[Mention | Period], text: str) -> Iterator[tuple[int, int]]:
    """Yield where the two dates of each range begin."""
    for before, mention in pairwise(mentions):
        first = _place(before)
        between = mention.joined == "&" and _BETWEEN.search(text, max(0, before.start - 16), before.start)
        if (mention.joined and mention.joined in _ENDS) or between:
            yield first, _place(mention)


def _place(mention: Mention | Period) -> int:
    return mention.day_start if isinstance(mention, Mention) else mention.start


def _range(first: DateFact, last: DateFact, text: str) -> RangeFact:
    span = Span(first.span.start, last.span.end)
    return RangeFact(
        span=span,
        text=span.of(text),
        zone=first.zone,
        confidence=min(first.confidence, last.confidence),
        first=first,
        last=last,
        quoted=first.quoted and last.quoted,
        block=first.block,
    )
