"""Deadlines that lie after what they are for: „Anmeldung bis 20. Juni" for a congress on 14 June.

A deadline belongs to an event only where both are near one another and nothing that lies later may be meant instead.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from presslint.checks import Context
from presslint.checks.clauses import sentence
from presslint.checks.events import announcement, around, is_day, is_event
from presslint.model.facts import DateFact, DateRole, Precision, ReleaseDate
from presslint.model.finding import Hit, Related
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex

# a deadline is held against the events of its own and the neighbouring blocks
NEAR_BLOCKS = 2
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


def late_deadlines(ctx: Context) -> Iterator[Hit]:
    """Yield the deadlines that lie after the event that they are for."""
    facts = [fact for fact in ctx.facts.of(DateFact) if is_day(fact)]
    if len(facts) < 2:
        return
    for deadline in facts:
        if deadline.start is None or not _is_deadline(ctx, deadline) or _next_round(ctx, deadline):
            continue
        near = [fact for fact in facts if fact is not deadline and _may_be_the_event(fact, deadline)]
        latest = max((fact.until for fact in near if fact.until), default=None)
        if latest is None or not timedelta(0) < deadline.start - latest <= LATE or _period_behind(ctx, deadline):
            continue
        events = [fact for fact in near if _is_its_event(ctx, fact, deadline) and not _is_over(ctx, fact)]
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


def _may_be_the_event(fact: DateFact, deadline: DateFact) -> bool:
    return abs(fact.block - deadline.block) <= NEAR_BLOCKS and fact.role in {DateRole.EVENT, DateRole.MENTION}


def _is_its_event(ctx: Context, fact: DateFact, deadline: DateFact) -> bool:
    """Tell whether a day is that of the event which people register for."""
    beside = around(ctx, fact)
    if _is_deadline(ctx, fact) or _ABOUT_IT.search(beside.before) or _ABOUT_IT.search(beside.after):
        return False
    text = ctx.release.text
    clause = sentence(text, deadline.span, ctx.release.blocks[deadline.block].span)
    meant = _FOR.search(text, clause.start, clause.end)
    if meant is not None and meant[1].casefold() not in f"{beside.before} {beside.after}".casefold():
        return False
    if announcement(ctx, fact) or _START.search(beside.before):
        return True
    named = is_event(ctx, fact) or _EVENT.search(beside.before) is not None
    return named and _REGISTRATION.search(text, clause.start, clause.end) is not None


def _is_over(ctx: Context, fact: DateFact) -> bool:
    """Tell whether an event lies before the release: a deadline after it is for something else."""
    release = ctx.facts.one(ReleaseDate).value
    return release is not None and fact.until is not None and fact.until < release


def _period_behind(ctx: Context, deadline: DateFact) -> bool:
    """Tell whether a month or a season beside the deadline lies behind it: „für die Messe im Herbst"."""
    day = deadline.start
    return any(
        fact.precision not in {Precision.DAY, Precision.YEAR} and fact.start and day and fact.start > day
        for fact in ctx.facts.of(DateFact)
        if abs(fact.block - deadline.block) <= NEAR_BLOCKS
    )


def _next_round(ctx: Context, deadline: DateFact) -> bool:
    around_it = sentence(ctx.release.text, deadline.span, ctx.release.blocks[deadline.block].span)
    return _NEXT_ROUND.search(ctx.release.text, around_it.start, around_it.end) is not None
