"""The day of a release, as other dates are held against it."""

from datetime import date

from presslint.checks import Context
from presslint.model.facts import EmbargoFact, ReleaseDate
from presslint.model.finding import Place, Related
from presslint.text.span import Span


def reading_day(ctx: Context, release: date | None = None) -> date | None:
    """Return the day on which the release speaks: its own, or the day on which its embargo ends if that is later.

    ``release`` is another day than its own that it is supposed to be dated. None where the day is not known.
    """
    release = release or ctx.facts.one(ReleaseDate).value
    if release is None:
        return None
    ends = [fact.date.start for fact in ctx.facts.of(EmbargoFact) if fact.date is not None and fact.date.start]
    return max((release, *ends))


def embargo_of(ctx: Context, day: date | None) -> EmbargoFact | None:
    """Return the embargo that moves the day on which the release speaks to ``day``; None where its own date does."""
    if day is None or day == ctx.facts.one(ReleaseDate).value:
        return None
    facts = ctx.facts.of(EmbargoFact)
    return next((fact for fact in facts if fact.date is not None and fact.date.start == day), None)


def release_place(ctx: Context) -> Place:
    """Return where the release date stands; None where it was given from outside."""
    fact = ctx.facts.one(ReleaseDate)
    places = [witness.at for witness in fact.witnesses if witness.value == fact.value and witness.at is not None]
    return next((at for at in places if isinstance(at, Span)), places[0] if places else None)


def release_related(ctx: Context) -> tuple[Related, ...]:
    """Return the place of the release date as a related place of a hit."""
    at = release_place(ctx)
    return () if at is None else (Related(at, "release"),)
