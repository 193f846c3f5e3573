"""Places in this release and in others, for findings that name two files."""

from typing import cast

from presslint.checks import Context
from presslint.facts import Facts
from presslint.model.facts import ReleaseDate
from presslint.model.finding import FieldRef, Place, Related
from presslint.model.release import Release, Zone
from presslint.model.repository import Neighbour, NumberFact
from presslint.model.values import Args, Quoted

_NOTHING: Args = {}


def facts_of(neighbour: Neighbour) -> Facts:
    """Return the facts of another release."""
    return cast("Facts", neighbour.facts)


def elsewhere(neighbour: Neighbour, at: Place, note: str, args: Args = _NOTHING) -> Related:
    """Return a place in another release."""
    where, span, _ = neighbour.where(at)
    return Related(span, note, args, neighbour.path, where)


def own_number(ctx: Context) -> NumberFact | None:
    """Return the number of the release itself."""
    return next((fact for fact in ctx.facts.of(NumberFact) if fact.own), None)


def related_number(neighbour: Neighbour) -> tuple[Related, ...]:
    """Return the place of the number of another release."""
    for fact in facts_of(neighbour).of(NumberFact):
        if fact.own:
            return (elsewhere(neighbour, fact.at, "number", {"number": Quoted(fact.text)}),)
    return ()


def related_day(neighbour: Neighbour) -> tuple[Related, ...]:
    """Return the place of the date of another release; its beginning where only its name has one."""
    for witness in facts_of(neighbour).one(ReleaseDate).witnesses:
        return (elsewhere(neighbour, witness.at, "date", {"date": witness.value}),)
    return ()


def headline_of(release: Release) -> Place:
    """Return the place of the headline, of the title in the metadata where there is none, or None."""
    for block in release.blocks:
        if block.zone is Zone.HEADLINE:
            return block.span
    field = release.field("title")
    return FieldRef(field.key) if field is not None else None
