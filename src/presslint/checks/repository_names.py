"""Releases that are there twice: by slug, by address, by text, or by headline on one day."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.repository_entries import address_of
from presslint.checks.repository_others import elsewhere, headline_of
from presslint.model.finding import FieldRef, Hit, Place, Related
from presslint.model.release import Release
from presslint.model.repository import Claim
from presslint.model.values import Args, Quoted


class NameParams(NamedTuple):
    """``similar`` says that texts of which nine tenths are the same count too."""

    similar: bool = False


@check(
    "repository_names.unique",
    says=("value", "other", "percent"),
    params=NameParams,
    requires=("repository",),
)
def unique(ctx: Context, _: NameParams) -> Iterator[Hit]:
    """Find releases that have the slug, the address or the text of another one."""
    repository = ctx.facts.outside.repository
    if repository is None:
        return
    for claim in repository.claims("repository_names.unique", ctx.release.source.path):
        neighbour = repository.open(claim.other)
        at, value = _place(ctx.release, claim)
        args: Args = {"value": Quoted(value), "other": Quoted(claim.other), "percent": sum(claim.values)}
        related: tuple[Related, ...] = ()
        if neighbour is not None:
            there, _text = _place(neighbour.release, claim)
            related = (elsewhere(neighbour, there, "other"),)
        yield Hit(at, args, claim.case, related)


def _place(release: Release, claim: Claim) -> tuple[Place, str]:
    field = None
    if claim.case == "slug":
        field = release.field("slug")
    elif claim.case == "address":
        field = address_of(release)
    if field is not None:
        return FieldRef(field.key), field.value
    at = headline_of(release)
    return at, ""
