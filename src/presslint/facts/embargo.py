"""Embargoes: the lines that say until when a release must not be published.

Other things have that name: embargoes on goods, and the „Sperrfristen" of drivers, tenants and farmers. So a word
counts only at the beginning of a line near the top, or in a turn of phrase that nothing else has.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, islice, takewhile
from operator import attrgetter
from typing import TypeVar

from presslint.facts import Facts
from presslint.facts import embargo_words as words
from presslint.model.facts import DateFact, DateForm, EmbargoFact, Precision, TimeFact
from presslint.model.finding import Confidence
from presslint.model.release import Block, Release, Zone
from presslint.text.lazy import regex
from presslint.text.span import Span

TOP_LINES = 15
K = TypeVar("K", DateFact, TimeFact)
_PLACE = attrgetter("span")
_WINDOW = 240  # characters after the word within which its date stands
_SMALL_WORDS = 8  # letters of „um", „Uhr", „(MEZ)"
_SHORT = 90  # a line this short may continue the one before

_STEMS = {language: ("embarg", *stems.split("|")) for language, stems in words.STEMS.items()}
_ALL_STEMS = tuple(dict.fromkeys(stem for stems in _STEMS.values() for stem in stems))
_FRONT = (
    r"[^\w\n]*(?:(?:achtung|wichtig|hinweis|bitte beachten|note|please note|attention|atención|attenzione)[\s:,!–-]*)?"
)
_LABEL = regex(
    rf"{_FRONT}(?P<label>{words.LABELS})\b(?:\s+{words.MEDIA})?"
    rf"(?P<joint>\s*[:–—-]|\s+(?:{words.UNTIL})(?!\w)|(?=\s*[.!*_)]*\s*(?:\n|$))|(?=\s+\d)|\s*,)?",
    re.IGNORECASE,
)
_INSIDE = regex(rf"\b(?P<label>{words.INSIDE})(?!\w)", re.IGNORECASE)
_NONE = regex(rf"[\s:–—-]*(?:ist\s+)?(?:{words.NONE})\b", re.IGNORECASE)
_EVENT = regex(rf"\b(?:{words.EVENTS})\b", re.IGNORECASE)
_DAYS = frozenset({DateForm.WORDS, DateForm.NUMERIC, DateForm.ISO})
_NEVER = frozenset({Zone.BOILERPLATE, Zone.QUOTE})
_HEADS = frozenset({Zone.EMBARGO, Zone.LABEL, Zone.DATELINE})
_ANYWHERE = frozenset({*_HEADS, Zone.NOTE})


def extract(release: Release, facts: Facts) -> Iterator[EmbargoFact]:
    """Yield the embargoes of a release in the order of the text."""
    if not _may_have_one(release, facts.language):
        return
    line = 0
    for index, block in enumerate(release.blocks):
        for start, end in _lines(release.text, block.span):
            line += 1
            found = _label(release.text, start, end, block, near_top=line <= TOP_LINES)
            if found is not None:
                fact = _fact(release, facts, index, found, end)
                label = found.of(release.text).lower()
                if not label.endswith(words.PREPOSITIONAL) or any(character.isdigit() for character in fact.text):
                    yield fact
                continue
            found = _phrase(release.text, start, end, block, near_top=line <= TOP_LINES)
            if found is not None:
                fact = _fact(release, facts, index, found, end)
                if fact.date is not None or fact.time is not None:
                    yield fact


def _may_have_one(release: Release, language: str) -> bool:
    """Tell by a quick look whether any pattern is worth a try: most releases have no embargo."""
    text, top = release.text, 0
    for _ in range(2 * TOP_LINES):  # blocks are parted by two line ends
        top = text.find("\n", top) + 1
        if not top:
            top = len(text)
            break
    places = [text[:top], *(block.span.of(text) for block in release.blocks if block.zone in _ANYWHERE)]
    folded = "\n".join(places).lower()
    return any(stem in folded for stem in _STEMS.get(language, _ALL_STEMS))


def within(facts: Sequence[K], window: Span) -> Iterator[K]:
    """Yield the facts that lie wholly inside a window, of facts in the order of the text."""
    first = bisect_left(facts, (window.start, window.start), key=_PLACE)
    behind = takewhile(lambda fact: fact.span.start < window.end, islice(facts, first, None))
    return (fact for fact in behind if window.contains(fact.span))


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _label(text: str, start: int, end: int, block: Block, *, near_top: bool) -> Span | None:
    """Return the words at the beginning of a line that say that it is an embargo, or None."""
    if block.zone in _NEVER or not (near_top or block.zone in _HEADS):
        return None
    found = _LABEL.match(text, start, end)
    return Span(*found.span("label")) if found and _opens(found, text, end, block) else None


def _phrase(text: str, start: int, end: int, block: Block, *, near_top: bool) -> Span | None:
    """Return the words within a line that can only mean an embargo on what is read, or None."""
    if block.zone in _NEVER or not (near_top or block.zone in _ANYWHERE):
        return None
    found = _INSIDE.search(text, start, end)
    return Span(*found.span("label")) if found and not _NONE.match(text, found.end(), end) else None


def _opens(found: re.Match[str], text: str, end: int, block: Block) -> bool:
    """Tell whether a label is followed by what an embargo needs, and not by „keine"."""
    label, joint = found["label"], found["joint"]
    if _NONE.match(text, found.end(), end):
        return False
    if joint is None:
        return label.lower().endswith(words.PREPOSITIONAL)
    if joint.strip() == ",":
        return block.zone is Zone.EMBARGO
    if joint or block.zone is Zone.EMBARGO or label.isupper():
        return True
    return "sperrfrist" in label.lower() or text[found.end("label") : found.end("label") + 3].lstrip()[:1].isdigit()


def _fact(release: Release, facts: Facts, index: int, trigger: Span, end: int) -> EmbargoFact:
    block, text = release.blocks[index], release.text
    dates, times = facts.of(DateFact), facts.of(TimeFact)
    window = Span(trigger.start, min(end, trigger.start + _WINDOW))
    for start, stop in _next_lines(release, index, end):
        whole = _date(dates, window) is not None and _time(times, window) is not None
        if whole or stop - start > _SHORT or not _goes_on(release, facts, Span(start, stop), start < block.span.end):
            break
        window = Span(window.start, stop)
    return EmbargoFact(
        span=window,
        text=window.of(text),
        zone=block.zone,
        confidence=Confidence.HIGH if block.zone is Zone.EMBARGO else Confidence.MEDIUM,
        trigger=trigger,
        date=_date(dates, window),
        time=_time(times, window),
        event=_EVENT.search(text, trigger.end, window.end) is not None,
        block=index,
    )


def _next_lines(release: Release, index: int, end: int) -> list[tuple[int, int]]:
    """Return up to two lines behind a line that ends at ``end``, of its block or else of the next one."""
    spans = (Span(max(block.span.start, end), block.span.end) for block in release.blocks[index : index + 2])
    return list(islice(chain.from_iterable(_lines(release.text, span) for span in spans), 2))


def _goes_on(release: Release, facts: Facts, line: Span, same_block: bool) -> bool:  # noqa: FBT001 - a measured place
    """Tell whether a line goes on with the day or time of an embargo: begins with one, or is nothing else."""
    found: list[Span] = [fact.span for fact in within(facts.of(DateFact), line)]
    found += [fact.span for fact in within(facts.of(TimeFact), line)]
    if not found or min(found).start - line.start > _SMALL_WORDS:
        return False
    rest = sum(1 for place in range(*line) if release.text[place].isalnum() and not _inside(place, found))
    return same_block or rest <= _SMALL_WORDS


def _inside(place: int, spans: list[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _date(dates: tuple[DateFact, ...], window: Span) -> DateFact | None:
    """Return the day in a window: one that is written out, else a weekday or „heute", else None."""
    inside = [fact for fact in within(dates, window) if fact.precision is Precision.DAY]
    explicit = [fact for fact in inside if fact.form in _DAYS]
    return next(iter(explicit or inside), None)


def _time(times: tuple[TimeFact, ...], window: Span) -> TimeFact | None:
    return next(within(times, window), None)
