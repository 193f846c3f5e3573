"""Checks of what the way of a text has left in it: mail programs, content systems, writing assistants."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from presslint.checks import Context, When, check
from presslint.checks.exceptions import Filter
from presslint.errors import PackError
from presslint.model.facts import QuoteFact
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import MarkKind
from presslint.model.values import Quoted
from presslint.text.cover import Cover
from presslint.text.lazy import regex
from presslint.text.needles import Needle, all_spans, held, needles
from presslint.text.patterns import PatternError
from presslint.text.span import Span

_GAP = "…"  # in an opening: a few words of any kind
_LONGEST = 100  # characters of a line that are pointed at
_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class _ResidueFields(NamedTuple):
    openings: Mapping[str, tuple[str, ...]] = _NONE
    patterns: Mapping[str, tuple[str, ...]] = _NONE
    descriptions: Mapping[str, tuple[str, ...]] = _NONE
    subjects: tuple[str, ...] = ()
    fields: tuple[str, ...] = ("title", "subject", "subtitle", "summary")


class Residue(_ResidueFields):
    """What tells of the way that a text took, by the case of the rule that it is.

    ``openings`` are the first words of a line, as they are written; ``…`` in them stands for up to 60 characters of
    the same sentence. ``patterns`` may match anywhere; ``descriptions`` are texts anywhere in the description of an
    image. ``subjects`` count at the very beginning only, and at that of
    ``fields``.
    """

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Residue":
        """Check the patterns. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        try:
            for patterns in self.patterns.values():
                needles((), patterns, ignore_case=False)
        except PatternError as error:
            raise PackError(f"residue.phrases: {error}") from error
        return self


def _when(params: Residue) -> When:
    wanted = held(needles((), tuple(chain.from_iterable(params.patterns.values())), ignore_case=False))
    if wanted is None:
        return ()
    openings = (opening for listed in params.openings.values() for opening in listed)
    texts = [max(opening.split(_GAP), key=lambda part: len(part.strip())).strip() for opening in openings]
    texts += [text for listed in params.descriptions.values() for text in listed]
    return tuple(dict.fromkeys((*wanted, *(f"text:{text}" for text in (*texts, *params.subjects)))))


@check("residue.phrases", needs=(QuoteFact,), says=("text",), params=Residue, when=_when)
def phrases(ctx: Context, params: Residue) -> Iterator[Hit]:
    """Report phrases that mail programs, content systems and writing assistants leave in a text.

    A phrase inside a quotation is of the case ``quoted``: releases write about such phrases too. Descriptions of
    images are looked at as well, and metadata that readers see.
    """
    release = ctx.release
    text = release.text
    found = [*_found(text, params), *_subjects(text, params)]
    if found:
        which = Filter(ctx, except_in=("code",))
        quotes = Cover(quote.span for quote in ctx.facts.of(QuoteFact) if quote.close is not None)
        end = 0
        for span, case in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
            if span.start >= end and which.counts(span):
                end = span.end
                quoted = quotes.contains(Span(span.start, span.start + 1))
                yield Hit(span, {"text": Quoted(span.of(text))}, "quoted" if quoted else case)
    for mark in release.marks:
        if mark.kind is MarkKind.IMAGE and mark.title:
            for span, case in [*_found(mark.title, params), *_described(mark.title, params)][:1]:
                yield Hit(mark.at, {"text": Quoted(span.of(mark.title))}, case)
    for field in release.fields:
        if field.name in params.fields:
            for span, case in [*_found(field.value, params), *_subjects(field.value, params)][:1]:
                yield Hit(FieldRef(field.key), {"text": Quoted(span.of(field.value))}, case)


def _found(text: str, params: Residue) -> list[tuple[Span, str]]:
    found = [
        (span, case)
        for sign, group in _groups(tuple(params.patterns.items()))
        if sign in text
        for needle, case in group
        for span in all_spans((needle,), text)
    ]
    lines = text.split("\n")
    openings = _index(tuple(params.openings.items()))
    if not openings.keys().isdisjoint([line.partition(" ")[0] for line in lines]):
        found += _opened(lines, openings)
    return found


def _described(title: str, params: Residue) -> Iterator[tuple[Span, str]]:
    for case, listed in params.descriptions.items():
        for words in listed:
            start = title.find(words)
            if start >= 0:
                yield Span(start, start + len(words)), case


def _opened(lines: list[str], openings: Mapping[str, list[tuple[re.Pattern[str], str]]]) -> Iterator[tuple[Span, str]]:
    offset = 0
    for line in lines:
        for pattern, case in openings.get(line.partition(" ")[0], ()):
            match = pattern.match(line)
            if match is not None:
                yield Span(offset, offset + match.end()), case
                break
        offset += len(line) + 1


@lru_cache(maxsize=8)
def _groups(
    patterns: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[str, tuple[tuple[Needle, str], ...]], ...]:
    """Return patterns by the rarest sign that a match must hold: most are about brackets, which few texts have."""
    groups: dict[str, list[tuple[Needle, str]]] = {}
    for case, listed in patterns:
        for needle in needles((), listed, ignore_case=False):
            sign = needle.gates[0][0] if len(needle.gates) == 1 else ""
            groups.setdefault(sign, []).append((needle, case))
    return tuple((sign, tuple(group)) for sign, group in groups.items())


@lru_cache(maxsize=8)
def _index(openings: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """Return openings as patterns of the line up to its end, by the first word."""
    index: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for case, listed in openings:
        for opening in listed:
            parts = [re.escape(part.strip()) for part in opening.split(_GAP)]
            pattern = r"[^\n.!?]{0,60}\b".join(parts) + rf"(?!\w)[^\n]{{0,{_LONGEST}}}"
            index.setdefault(opening.partition(" ")[0], []).append((regex(pattern), case))
    return index


def _subjects(text: str, params: Residue) -> list[tuple[Span, str]]:
    """Return what a reply or a forwarded mail has put in front of the first line."""
    return [(Span(0, len(subject)), "mail") for subject in params.subjects if text.startswith(subject)]
