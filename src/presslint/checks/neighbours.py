"""A date in its sentence: what stands before it, and what behind it."""

import re
from typing import NamedTuple

from presslint.checks.clauses import sentence
from presslint.text.lazy import regex
from presslint.text.span import Span

NEAR = 90  # characters in front of a date that may belong to it


class Neighbours(NamedTuple):
    """The sentence of a date, cut at the date. ``start`` and ``end`` are where ``before`` and ``after`` begin."""

    before: str
    after: str
    start: int
    end: int

    def in_before(self, found: re.Match[str], group: str) -> Span:
        """Return where a group of a match in ``before`` stands in the prose."""
        return Span(self.start + found.start(group), self.start + found.end(group))

    def in_after(self, found: re.Match[str], group: str) -> Span:
        """Return where a group of a match in ``after`` stands in the prose."""
        return Span(self.end + found.start(group), self.end + found.end(group))


# the words in front of a period may belong to its fact („im Sommer 2017") or not
_OWN_PREPOSITION = regex(r"(?:im|in|am|seit|anfang|mitte|ende|on|since|early|late|mid|the)\b[\s-]+", re.IGNORECASE)


def neighbours(text: str, place: Span, within: Span) -> Neighbours:
    """Return what stands around ``place`` in its sentence, never beyond ``within``."""
    around = sentence(text, place, within)
    start = place.start
    while found := _OWN_PREPOSITION.match(text, start, place.end):
        start = found.end()
    return Neighbours(text[around.start : start], text[place.end : around.end], around.start, place.end)
