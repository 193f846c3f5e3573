"""Embargoes: the lines that say until when a release must not be published.

Other things have that name: embargoes on goods, and the „Sperrfristen" of drivers, tenants and farmers. So a word
counts only at the beginning of a line near the top, or in a turn of phrase that nothing else has.
"""

import re
from collections.abc import Iterator

from presslint.facts import Facts
from presslint.facts import embargo_words as words
from presslint.model.facts import DateFact, DateForm, EmbargoFact, Precision, TimeFact
from presslint.model.finding import Confidence
from presslint.model.release import Block, Release, Zone
from presslint.text.span import Span

TOP_LINES = 15
_WINDOW = 240  # characters after the word within which its date stands
_SHORT = 90  # a line this short may continue the one before

_STEMS = tuple(words.STEMS.split("|"))
_FRONT = (
    r"[^\w\n]*(?:(?:achtung|wichtig|hinweis|bitte beachten|note|please note|attention|atención|attenzione)[\s:,!–-]*)?"
)
_LABEL = re.compile(
    rf"{_FRONT}(?P<label>{words.LABELS})\b(?:\s+{words.MEDIA})?"
    rf"(?P<joint>\s*[:–—-]|\s+(?:{words.UNTIL})(?!\w)|(?=\s*[.!*_)]*\s*(?:\n|$))|(?=\s+\d)|\s*,)?",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"\b(?P<label>{words.INSIDE})(?!\w)", re.IGNORECASE)
_NONE = re.compile(rf"[\s:–—-]*(?:ist\s+)?(?:{words.NONE})\b", re.IGNORECASE)
_EVENT = re.compile(rf"\b(?:{words.EVENTS})\b", re.IGNORECASE)
_DAYS = frozenset({DateForm.WORDS, DateForm.NUMERIC, DateForm.ISO})
_NEVER = frozenset({Zone.BOILERPLATE, Zone.QUOTE})
_HEADS = frozenset({Zone.EMBARGO, Zone.LABEL, Zone.DATELINE})


def extract(release: Release, facts: Facts) -> Iterator[EmbargoFact]:
    """Yield the embargoes of a release in the order of the text."""
    folded = release.text.lower()
    if not any(stem in folded for stem in _STEMS):
        return
    line = 0
    for index, block in enumerate(release.blocks):
        for start, end in _lines(release.text, block.span):
            line += 1
            found = _label(release.text, start, end, block, near_top=line <= TOP_LINES)
            if found is not None:
                yield _fact(release, facts, index, found, end)
                continue
            found = _phrase(release.text, start, end, block, near_top=line <= TOP_LINES)
            if found is not None:
                fact = _fact(release, facts, index, found, end)
                if fact.date is not None or fact.time is not None:
                    yield fact


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
    if block.zone in _NEVER or not (near_top or block.zone in _HEADS or block.zone is Zone.NOTE):
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
        day, clock = _date(dates, window), _time(times, window)
        own_block = start <= block.span.end
        if (day and clock) or stop - start > _SHORT or not (own_block or (day is None and clock is None)):
            break
        if not _begins_with_one(dates, times, start, stop):
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
    blocks = release.blocks[index : index + 2]
    following = [line for block in blocks for line in _lines(release.text, block.span) if line[0] >= end]
    return following[:2]


def _begins_with_one(dates: tuple[DateFact, ...], times: tuple[TimeFact, ...], start: int, stop: int) -> bool:
    """Tell whether a line has a date or a time at its beginning, perhaps behind a preposition."""
    places = [fact.span.start for fact in dates if start <= fact.span.start < stop]
    places += [fact.span.start for fact in times if start <= fact.span.start < stop]
    return bool(places) and min(places) - start <= 5


def _date(dates: tuple[DateFact, ...], window: Span) -> DateFact | None:
    """Return the day in a window: one that is written out, else a weekday or „heute", else None."""
    inside = [fact for fact in dates if window.contains(fact.span) and fact.precision is Precision.DAY]
    explicit = [fact for fact in inside if fact.form in _DAYS]
    return next(iter(explicit or inside), None)


def _time(times: tuple[TimeFact, ...], window: Span) -> TimeFact | None:
    return next((fact for fact in times if window.contains(fact.span)), None)
