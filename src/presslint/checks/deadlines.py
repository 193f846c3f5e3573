"""Deadlines that lie after what they are for: „Anmeldung bis 20. Juni" for a congress on 14 June.

A deadline belongs to an event only where both are near one another and nothing that lies later may be meant instead.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from presslint.checks import Context
from presslint.checks.clauses import sentence
from presslint.checks.events import announcement, around, is_day, is_event
from presslint.facts.embargo import within
from presslint.model.facts import DateFact, DateRole, Precision, ReleaseDate
from presslint.model.finding import Hit, Related
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex
from presslint.text.span import Span

# a deadline is held against the events of its own and the neighbouring blocks
NEAR_BLOCKS = 2
REACH = 1500  # characters to either side: longer blocks are lists of many events
_MAY_BE_EVENTS = frozenset({DateRole.EVENT, DateRole.MENTION})
# a deadline further behind the event belongs to the next round
LATE = timedelta(days=60)

_NEXT_ROUND = regex(
    r"\b(?:nächst|kommend|folgend|weiter|next|following|coming|further|prochain|próxim|prossim|volgend)", re.IGNORECASE
)
# where people are told about the thing before they apply for it
_ABOUT_IT = regex(
    r"info(?:rmation\w*|s)?[\s-]?(?:veranstaltung|abend|termin|tag|stunde|session|evening|event|day|meeting|webinar)"
    r"|\bkick-?off|\bauftakt|beratung|sprechstunde|open (?:day|house)|tag der offenen",
    re.IGNORECASE,
)
_DEADLINE = regex(
    r"\b(?:registrations?|applications?|entries|submissions?|sign-up)\s+(?:\w+\s+){0,2}?"
    r"(?:closes?|ends?|(?:is|are)\s+open\s+(?:until|till))\s+(?:on\s+)?$"
    r"|\b(?:register|apply|sign\s+up|rsvp)\b[^.;:]{0,60}\bby\s+$"
    r"|\b(?:anmeld\w+|bewerb\w+)\b[^.;]{0,60}\bbis\s+(?:(?:spätestens|zum|einschließlich)\s+)*$",
    re.IGNORECASE,
)
_SIGN_ON = regex(r"\bmelde(?:n|t)?\b[^.;]{0,60}\bbis\s+(?:(?:spätestens|zum|einschließlich)\s+)*$", re.IGNORECASE)
_ON = regex(r"[^.;,]{0,40}\ban(?:melden)?\b")
# who registers does so for the event; who applies or hands in may do so long after one
_REGISTRATION = regex(r"\b(?:anmeld|angemeldet|melde|regist|rsvp|sign|teilnahme)", re.IGNORECASE)
_EVENT = regex(
    r"\b(?:[\w-]*(?:kongress|konferenz|tagung|seminar|workshop|symposium|forum|lehrgang|schulung|turnier|lauf|kurs)"
    r"(?:es|s)?\s+(?:(?:ist|sind|beginnt|startet|findet|läuft)\s+)?(?:am|vom)"
    r"|(?:event|congress|conference|seminar|workshop|webinar|course|summit|symposium|race|tournament|hackathon)"
    r"\s+(?:(?:is|will\s+be|takes\s+place|will\s+take\s+place|starts|begins|runs)(?:\s+held)?\s+)?(?:on|from))\s+$",
    re.IGNORECASE,
)
# what a registration is for, where it says so in more than general words
_FOR = regex(
    r"\b(?:zu[mr]|für\s+(?:den|die|das)|for\s+the)\s+(?!(?:teilnahme|veranstaltung|termin|event)\b)([^\W\d]\w{2,})",
    re.IGNORECASE,
)
_START = regex(
    r"\b(?:event|congress|conference|seminar|workshop|webinar|course|summit|symposium|race|tournament|programme|program"
    r"|training|residency|semester|internship)\s+(?:starts|begins|runs\s+from|will\s+(?:start|begin))\s+(?:on\s+)?$",
    re.IGNORECASE,
)


class _Event(NamedTuple):
    """What the sentence of a day says about it. ``surely`` tells that something begins or is announced for it."""

    beside: str
    surely: bool
    named: bool


def late_deadlines(ctx: Context) -> Iterator[Hit]:
    """Yield the deadlines that lie after the event that they are for."""
    facts = [fact for fact in ctx.facts.of(DateFact) if is_day(fact)]
    if len(facts) < 2:
        return
    deadlines = [fact for fact in facts if _is_deadline(ctx, fact)]
    known: dict[Span, _Event | None] = {fact.span: None for fact in deadlines}
    for deadline in deadlines:
        if deadline.start is None or _next_round(ctx, deadline):
            continue
        near = [fact for fact in _near(facts, deadline) if fact.role in _MAY_BE_EVENTS and fact is not deadline]
        latest = max((fact.until for fact in near if fact.until), default=None)
        if latest is None or not timedelta(0) < deadline.start - latest <= LATE or _period_behind(ctx, deadline):
            continue
        meant = _what_for(ctx, deadline)
        events = [fact for fact in near if _is_its_event(_event(ctx, fact, known), meant) and not _is_over(ctx, fact)]
        if events:
            last = max(events, key=lambda fact: fact.until or date.min)
            args: dict[str, Value] = {
                "text": Quoted(deadline.text),
                "start": deadline.start,
                "end": last.until or latest,
            }
            yield Hit(deadline.span, args, "deadline", related=(Related(last.span, "event"),))


def _is_deadline(ctx: Context, fact: DateFact) -> bool:
    if fact.role not in {DateRole.DEADLINE, DateRole.MENTION}:
        return False
    beside = around(ctx, fact)
    if _SIGN_ON.search(beside.before):  # „melden Sie sich … an", but not „melden Sie jeden Schaden"
        return _ON.match(beside.after) is not None
    return fact.role is DateRole.DEADLINE or _DEADLINE.search(beside.before) is not None


def _near(facts: Sequence[DateFact], deadline: DateFact) -> list[DateFact]:
    """Return the dates of the same and the neighbouring blocks, never those of a whole long text."""
    window = Span(deadline.span.start - REACH, deadline.span.end + REACH)
    return [fact for fact in within(facts, window) if abs(fact.block - deadline.block) <= NEAR_BLOCKS]


def _event(ctx: Context, fact: DateFact, known: dict[Span, _Event | None]) -> _Event | None:
    """Return what is known of a day, None where it is that of no event."""
    if fact.span not in known:
        beside = around(ctx, fact)
        about = _ABOUT_IT.search(beside.before) or _ABOUT_IT.search(beside.after)
        known[fact.span] = (
            None
            if about
            else _Event(
                f"{beside.before} {beside.after}".casefold(),
                announcement(ctx, fact) is not None or _START.search(beside.before) is not None,
                is_event(ctx, fact) or _EVENT.search(beside.before) is not None,
            )
        )
    return known[fact.span]


class _Purpose(NamedTuple):
    """What a deadline is for: whether people register until then, and the word for what, or nothing."""

    registers: bool
    word: str


def _what_for(ctx: Context, deadline: DateFact) -> _Purpose:
    text = ctx.release.text
    clause = sentence(text, deadline.span, ctx.release.blocks[deadline.block].span)
    meant = _FOR.search(text, clause.start, clause.end)
    registers = _REGISTRATION.search(text, clause.start, clause.end) is not None
    return _Purpose(registers, "" if meant is None else meant[1].casefold())


def _is_its_event(event: _Event | None, meant: _Purpose) -> bool:
    """Tell whether a day is that of the event which a deadline is for."""
    if event is None or meant.word not in event.beside:
        return False
    return event.surely or (event.named and meant.registers)


def _is_over(ctx: Context, fact: DateFact) -> bool:
    """Tell whether an event lies before the release: a deadline after it is for something else."""
    release = ctx.facts.one(ReleaseDate).value
    return release is not None and fact.until is not None and fact.until < release


def _period_behind(ctx: Context, deadline: DateFact) -> bool:
    """Tell whether a month or a season beside the deadline lies behind it: „für die Messe im Herbst"."""
    day = deadline.start
    return any(
        fact.precision not in {Precision.DAY, Precision.YEAR} and fact.start and day and fact.start > day
        for fact in _near(ctx.facts.of(DateFact), deadline)
    )


def _next_round(ctx: Context, deadline: DateFact) -> bool:
    around_it = sentence(ctx.release.text, deadline.span, ctx.release.blocks[deadline.block].span)
    return _NEXT_ROUND.search(ctx.release.text, around_it.start, around_it.end) is not None
