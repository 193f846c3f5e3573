"""Whether a release says when it was issued, and whether all places that say so agree."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.restate import date_like
from presslint.model.facts import DateFact, ReleaseDate, Witness
from presslint.model.finding import FieldRef, Hit, Place, Proposal, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan, Span

_ISO_DAY = regex(r"\d{4}-\d\d-\d\d")


class MissingParams(NamedTuple):
    """``carriers`` are places that count as a date although the text does not show it, such as ``filename``."""

    carriers: tuple[str, ...] = ()


@check("releasedate.missing", needs=(DateFact, ReleaseDate), says=("date", "text"), params=MissingParams)
def missing(ctx: Context, params: MissingParams) -> Iterator[Hit]:
    """Find releases that do not show the day of their issue."""
    found = ctx.facts.one(ReleaseDate)
    every = found.witnesses
    if any(isinstance(witness.at, Span) or witness.carrier in params.carriers for witness in every):
        return
    if not ctx.release.text.strip() or any(_is_shown(ctx, witness) for witness in every):
        return
    # a day that was given for this run is no part of the release
    witnesses = [witness for witness in every if witness.carrier != "option"]
    hidden = next((witness for witness in witnesses if isinstance(witness.at, FieldRef)), None)
    if hidden is None and not witnesses:
        unread = found.unread[0] if found.unread else ""
        field = next((field for field in ctx.release.fields if field.value == unread), None)
        at = FieldRef(field.key) if field and unread else None
        yield Hit(at, {"date": "", "text": Quoted(unread)}, "unread" if unread else "default")
    else:
        shown = hidden or witnesses[0]
        yield Hit(shown.at, {"date": shown.value, "text": ""}, "metadata")


def _is_shown(ctx: Context, witness: Witness) -> bool:
    """Tell whether the text names the day that was given for the run, wherever that is.

    The day in the head of a web page is shown where the text above the lead names it, amid whatever else stands there.
    """
    page = ctx.release.format == "html" and isinstance(witness.at, FieldRef)
    if witness.carrier != "option" and not page:
        return False
    end = _lead(ctx) if page else len(ctx.release.text)
    days = (fact for fact in ctx.facts.of(DateFact) if fact.year is not None and not fact.quoted)
    return any(fact.start == fact.until == witness.value for fact in days if fact.span.start < end)


def _lead(ctx: Context) -> int:
    """Return where the first paragraph of the body begins."""
    blocks = ctx.release.blocks
    return next((block.span.start for block in blocks if block.zone is Zone.LEAD), len(ctx.release.text))


@check("releasedate.conflict", needs=(DateFact, ReleaseDate), says=("date", "expected"))
def conflict(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find releases that are dated differently in different places."""
    release = ctx.facts.one(ReleaseDate)
    witnesses = [witness for witness in release.witnesses if witness.carrier != "option"]
    if len({witness.value for witness in witnesses}) < 2:
        return
    # a date from outside decides nothing about which of the others is odd
    expected = release.value if len(witnesses) == len(release.witnesses) else _majority(witnesses)
    wrong = [witness for witness in witnesses if witness.value != expected] if expected else witnesses
    first = min(wrong, key=_rank)
    others = [witness for witness in witnesses if witness is not first]
    target = expected or next(witness.value for witness in others if witness.value != first.value)
    if expected is not None and all(witness.carrier == "filename" for witness in wrong):
        return  # the release itself is of one mind: a rule about file names has to say it
    yield Hit(
        first.at,
        {"date": first.value, "expected": target},
        related=tuple(Related(other.at, "other", {"date": other.value}) for other in others if other.at is not None),
        proposals=tuple(_proposals(ctx, first, others, target, open_=expected is None)),
    )


def _majority(witnesses: list[Witness]) -> date | None:
    """Return the day that more witnesses name than any other, or None."""
    counted = Counter(witness.value for witness in witnesses).most_common(2)
    return counted[0][0] if counted[0][1] > counted[1][1] else None


def _rank(witness: Witness) -> int:
    return 0 if isinstance(witness.at, Span) else 1 if isinstance(witness.at, FieldRef) else 2


def _proposals(ctx: Context, first: Witness, others: list[Witness], target: date, *, open_: bool) -> Iterator[Proposal]:
    edit = _edit(ctx, first.at, target)
    if edit is not None:
        yield Proposal((edit,), 0, {"date": target})
    if open_ and len(others) == 1:  # one against one: either may be wrong
        edit = _edit(ctx, others[0].at, first.value)
        if edit is not None:
            yield Proposal((edit,), 0, {"date": first.value})


def _edit(ctx: Context, at: Place, day: date) -> tuple[Span | SourceSpan, str] | None:
    """Return the edit that makes the date at a place say ``day``, in the form it is written in."""
    if isinstance(at, FieldRef):
        return _field_edit(ctx, at, day)
    for fact in ctx.facts.of(DateFact) if isinstance(at, Span) else ():
        if fact.weekday is None and isinstance(at, Span) and fact.span.overlaps(at):
            written = date_like(fact, fact.day_span.of(ctx.release.text), day, ctx.facts.language)
            return None if written is None else (fact.day_span, written)
    return None


def _field_edit(ctx: Context, at: FieldRef, day: date) -> tuple[SourceSpan, str] | None:
    field = next((field for field in ctx.release.fields if field.key == at.key), None)
    if field is None or field.span is None:
        return None
    if not _ISO_DAY.fullmatch(field.value) or field.span.of(ctx.release.source.text) != field.value:
        return None
    return field.span, day.isoformat()
