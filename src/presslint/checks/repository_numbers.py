"""Numbers of releases: each given once, rising with the days, and of the year in which the release came out."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.repository_others import own_number, related_day, related_number
from presslint.model.facts import ReleaseDate
from presslint.model.finding import Hit, Place, Related
from presslint.model.repository import NumberFact
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span

_YEAR = regex(r"(?:19|20)[0-9]{2}")
_YEAR_WRITTEN = regex(r"(?:19|20)[0-9]{2}(?![0-9])")


@check(
    "repository_numbers.unique",
    needs=(NumberFact, ReleaseDate),
    says=("number", "other", "date", "missing", "previous"),
    requires=("repository",),
)
def unique(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find numbers that two releases have, that do not rise with the days, and that nobody has."""
    repository = ctx.facts.outside.repository
    own = own_number(ctx)
    if repository is None or own is None:
        return
    for claim in repository.claims("repository_numbers.unique", ctx.release.source.path):
        neighbour = repository.open(claim.other)
        related = related_number(neighbour) if neighbour is not None else ()
        args: Args = {"number": Quoted(own.text), "other": Quoted(claim.other)}
        at = own.at
        if claim.case == "duplicate":
            yield Hit(at, args, "duplicate", related)
        elif claim.case == "order":
            previous, day, late = claim.values
            told = {**args, "previous": previous, "date": date.fromordinal(day)}
            beside = related or (related_day(neighbour) if neighbour is not None else ())
            yield Hit(at, told, "late" if late else "early", beside)
        else:
            first, last, previous = claim.values
            missing = str(first) if first == last else f"{first}–{last}"
            yield Hit(at, {**args, "previous": previous, "missing": missing}, "gap", related)


class YearParams(NamedTuple):
    """``days`` around the turn of a year in which a release may have the number of either year."""

    days: int = 5


@check(
    "repository_numbers.year",
    needs=(NumberFact, ReleaseDate),
    says=("number", "year", "date", "folder"),
    params=YearParams,
    requires=("release_date",),
)
def year(ctx: Context, params: YearParams) -> Iterator[Hit]:
    """Find releases whose number, or whose folder, is of another year than their date."""
    found = ctx.facts.one(ReleaseDate)
    day = found.value
    if day is None:
        return
    years = {(day - timedelta(days=params.days)).year, (day + timedelta(days=params.days)).year}
    own = own_number(ctx)
    registries = ctx.facts.house.registries
    related = tuple(Related(one.at, "date", {"date": one.value}) for one in found.witnesses[:1] if one.at is not None)
    if own is not None and registries.years == "calendar" and own.number.year not in years:
        args: Args = {"number": Quoted(own.text), "year": own.number.year, "date": day}
        yield Hit(_year_in(ctx, own), args, "number", related)
    folder = _folder(ctx.release.source.path)
    if folder and int(folder) not in years:
        yield Hit(None, {"folder": folder, "date": day}, "folder", related)


def _year_in(ctx: Context, own: NumberFact) -> Place:
    """Return the place of the year in a number, where it can be told, else that of the number."""
    if isinstance(own.at, Span):
        written = _YEAR_WRITTEN.search(own.at.of(ctx.release.text))
        if written is not None:
            return Span(own.at.start + written.start(), own.at.start + written.end())
    return own.at


def _folder(path: str) -> str:
    """Return the folder of a year that a file lies in, the nearest one; empty where there is none."""
    return next((part for part in reversed(path.split("/")[:-1]) if _YEAR.fullmatch(part)), "")
