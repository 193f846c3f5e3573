"""References to other releases: the files and headings that links lead to, and the numbers and days that are told."""

from collections.abc import Iterator
from datetime import date

from presslint.checks import Context, NoParams, check
from presslint.checks.link_places import place, rewritten
from presslint.checks.repository_others import elsewhere, headline_of, related_day
from presslint.facts.paths import alike, suffix
from presslint.model.facts import LinkFact
from presslint.model.finding import Hit, Proposal
from presslint.model.outside import FileFact
from presslint.model.repository import Claim, NumberFact, Repository
from presslint.model.values import Args, Quoted

_TEXTS = ("md", "markdown", "txt", "html", "htm")


@check(
    "repository_links.broken",
    needs=(FileFact, NumberFact, LinkFact),
    says=("target", "meant", "number", "date", "expected", "other"),
    partly=("repository",),
)
def broken(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find references to files, headings and releases that are not there, not out, or of another day."""
    redirects = ctx.facts.house.registries.redirects
    for fact in ctx.facts.of(FileFact):
        if not fact.problem or _is_redirected(fact.link.target, redirects):
            continue
        args: Args = {"target": Quoted(fact.link.target), "meant": Quoted(fact.meant)}
        case = f"{fact.problem}-near" if fact.meant and fact.problem == "missing" else fact.problem
        proposals = (Proposal(tuple(rewritten(fact.link, fact.meant)), 0, args),) if fact.meant else ()
        yield Hit(place(fact.link), args, case, proposals=proposals)
    repository = ctx.facts.outside.repository
    if repository is None:
        return
    for claim in repository.claims("repository_links.broken", ctx.release.source.path):
        if claim.case == "lost":
            yield from _lost(ctx, redirects)
        elif claim.case in ("draft", "embargoed"):
            yield from _links(ctx, repository, claim)
        else:
            yield from _mentions(ctx, repository, claim)


def _is_redirected(target: str, redirects: tuple[str, ...]) -> bool:
    path = target.partition("#")[0].partition("?")[0].strip("./")
    return any(path == one.strip("./") for one in redirects)


def _lost(ctx: Context, redirects: tuple[str, ...]) -> Iterator[Hit]:
    """Yield links to files that are not on the disk either, where the tree alone did not tell."""
    from presslint.checks.repository_entries import targets  # noqa: PLC0415 - only who compares releases

    files = ctx.facts.outside.files
    told = {fact.link.target_at for fact in ctx.facts.of(FileFact) if fact.problem}
    for path, link in targets(ctx):
        there = files.place(path) if files is not None else None
        if files is None or there is None or link.target_at in told or _is_redirected(link.target, redirects):
            continue
        folder, _, name = there.rpartition("/")
        names = files.names(folder)
        if names is None or name in names or suffix(name) not in _TEXTS:
            continue
        likely = alike(name, names)
        meant = link.target.replace(name, likely) if likely else ""
        args: Args = {"target": Quoted(link.target), "meant": Quoted(meant)}
        proposals = (Proposal(tuple(rewritten(link, meant)), 0, args),) if meant else ()
        yield Hit(place(link), args, "missing-near" if meant else "missing", proposals=proposals)


def _links(ctx: Context, repository: Repository, claim: Claim) -> Iterator[Hit]:
    from presslint.checks.repository_entries import targets  # noqa: PLC0415 - as above

    neighbour = repository.open(claim.other)
    args: Args = {"target": Quoted(claim.other), "date": ""}
    if claim.values:
        args = {**args, "date": date.fromordinal(claim.values[0])}
    related = (elsewhere(neighbour, headline_of(neighbour.release), "other"),) if neighbour is not None else ()
    for path, link in targets(ctx):
        if path == claim.other:
            yield Hit(place(link), args, claim.case, related)


def _mentions(ctx: Context, repository: Repository, claim: Claim) -> Iterator[Hit]:
    year, ordinal = claim.values[:2]
    neighbour = repository.open(claim.other) if claim.other else None
    for fact in ctx.facts.of(NumberFact):
        if fact.own or fact.number[1:] != (year, ordinal):
            continue
        args: Args = {"number": Quoted(fact.text), "other": Quoted(claim.other)}
        if claim.case == "number":
            yield Hit(fact.at, args, "number")
            continue
        expected = date.fromordinal(claim.values[2])
        if not fact.days or expected in fact.days:
            continue
        told: Args = {**args, "date": fact.days[0], "expected": expected}
        related = related_day(neighbour) if neighbour is not None else ()
        yield Hit(fact.days_at, told, "date", related)
