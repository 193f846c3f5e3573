"""Language versions of one release: the same facts in all of them, and none that is older than its original."""

from collections.abc import Iterator
from datetime import date

from presslint.checks import Context, NoParams, check
from presslint.checks.repository_entries import pair_of
from presslint.checks.repository_others import elsewhere, facts_of, own_number, related_number
from presslint.checks.repository_values import COUNT, Value, values_of
from presslint.model.finding import FieldRef, Hit, Place
from presslint.model.repository import Claim, Neighbour, NumberFact, Repository
from presslint.model.values import Args, Quoted

_MOST = 5  # findings of one kind in one release
_SHOWN = 40


@check(
    "repository_translations.drift",
    needs=(NumberFact,),
    says=("here", "there", "other", "target", "date", "updated", "number"),
    requires=("repository",),
)
def drift(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find facts in which a translation differs from its original, and translations that were left behind."""
    repository = ctx.facts.outside.repository
    if repository is None:
        return
    for claim in repository.claims("repository_translations.drift", ctx.release.source.path):
        if claim.case == "missing":
            yield from _missing(ctx)
        else:
            yield from _compared(ctx, repository, claim)


def _compared(ctx: Context, repository: Repository, claim: Claim) -> Iterator[Hit]:
    neighbour = repository.open(claim.other)
    if neighbour is None:
        return
    args: Args = {"other": Quoted(claim.other)}
    if claim.case == "drift":
        yield from _differences(ctx, neighbour, args)
    elif claim.case == "number":
        own = own_number(ctx)
        there = related_number(neighbour)
        if own is not None and there:
            shown: Args = {**args, "here": Quoted(own.text), "there": there[0].args["number"]}
            yield Hit(own.at, shown, "default", there)
    else:
        changed, before = claim.values
        told: Args = {**args, "updated": date.fromordinal(changed), "date": date.fromordinal(before)}
        field = ctx.release.field("updated") or ctx.release.field("date")
        base = neighbour.release.field("updated")
        related = (elsewhere(neighbour, FieldRef(base.key), "updated"),) if base is not None else ()
        yield Hit(FieldRef(field.key) if field is not None else None, told, "older", related)


def _differences(ctx: Context, neighbour: Neighbour, args: Args) -> Iterator[Hit]:
    other = Context(neighbour.release, facts_of(neighbour), ctx.today)
    mine, theirs = _by_kind(values_of(ctx)), _by_kind(values_of(other))
    hits = []
    for kind in sorted(mine.keys() & theirs.keys()):
        here = [value for key, value in mine[kind].items() if key not in theirs[kind]]
        there = [value for key, value in theirs[kind].items() if key not in mine[kind]]
        if kind == COUNT and not len(here) == len(there) == 1:
            continue
        for one, its in zip(here[:_MOST], there[:_MOST], strict=False):
            told: Args = {**args, "here": _short(one), "there": _short(its)}
            hits.append(Hit(one.span, told, "default", (elsewhere(neighbour, its.span, "there", told),)))
    yield from hits


def _short(value: Value) -> Quoted:
    text = " ".join(value.text.split())
    return Quoted(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def _by_kind(values: Iterator[Value]) -> dict[int, dict[str, Value]]:
    kinds: dict[int, dict[str, Value]] = {}
    for value in values:
        kinds.setdefault(value.kind, {}).setdefault(value.key, value)
    return kinds


def _missing(ctx: Context) -> Iterator[Hit]:
    """Yield the version that the metadata names where no such file is on the disk either."""
    files = ctx.facts.outside.files
    for path, field in pair_of(ctx.release).origins[:1]:
        place = files.place(path) if files is not None else None
        if files is None or place is None or field is None:
            continue
        folder, _, name = place.rpartition("/")
        names = files.names(folder)
        at: Place = FieldRef(field.key)
        if "." in name and (names is None or name not in names):
            yield Hit(at, {"target": Quoted(field.value)}, "missing")
