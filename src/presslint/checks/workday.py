"""Releases and embargoes on days on which few desks are manned."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.embargo import ends_of
from presslint.checks.holidays import holiday
from presslint.checks.releaseday import release_place
from presslint.checks.weekdays import mismatch
from presslint.model.facts import DateFact, EmbargoFact, ReleaseDate
from presslint.model.finding import Hit, Place
from presslint.model.values import Value, Weekday, Words
from presslint.text.lazy import regex

_HEAD = 600  # characters in which a release shows what it is about
# what happens on Sundays and holidays, too
_ANY_DAY = regex(
    r"\b(?:POL-|FW-|\w*polizei|Kripo|Feuerwehr|police|fire department|Wetter|weather|Unwetter|storm|Wahl\w*"
    r"|election|Spiel\w*|Liga|Turnier|match|league|game|Neujahr|Weihnacht|Ostern|Christmas|Easter|New Year|Sonntag"
    r"|Sunday|Feiertag|holiday|Einheit)",
    re.IGNORECASE,
)


# one of these is in every match of the pattern above, and quicker to look for
_ANY_DAY_WORDS = (
    *("pol-", "fw-", "polizei", "police", "kripo", "feuerwehr", "fire department", "wetter", "weather", "storm"),
    *("wahl", "election", "spiel", "liga", "turnier", "match", "league", "game", "neujahr", "new year", "weihnacht"),
    *("christmas", "ostern", "easter", "sonntag", "sunday", "feiertag", "holiday", "einheit"),
)


class WorkdayParams(NamedTuple):
    """``weekend`` and ``holidays`` say which days are unusual; ``region`` beats that of the house."""

    weekend: bool = True
    holidays: bool = True
    region: str = ""


@check(
    "workday.published",
    needs=(ReleaseDate, EmbargoFact, DateFact),
    says=("date", "what", "weekday"),
    params=WorkdayParams,
)
def published(ctx: Context, params: WorkdayParams) -> Iterator[Hit]:
    """Find a release, or the end of its embargo, on a Saturday, a Sunday or a public holiday."""
    release = ctx.facts.one(ReleaseDate).value
    days: list[tuple[Place, date]] = [(fact.span, day) for fact, day in ends_of(ctx)[:1]]
    if not days and release is not None:
        days = [(release_place(ctx), release)]
    for at, day in days:
        what = _unusual(ctx, params, day)
        if what is not None and not _happens_any_day(ctx.release.text[:_HEAD]):
            args: dict[str, Value] = {"date": day, "what": what, "weekday": Weekday(day.weekday())}
            yield Hit(at, args, "suspicious" if _is_doubtful(ctx) else "default")


def _happens_any_day(head: str) -> bool:
    """Tell whether the beginning of a release names what happens on Sundays, too."""
    lowered = head.lower()
    held = any([word in lowered for word in _ANY_DAY_WORDS])  # noqa: C419 - short tests are over sooner so
    return held and _ANY_DAY.search(head) is not None


def _unusual(ctx: Context, params: WorkdayParams, day: date) -> Words | None:
    """Return what makes a day unusual, None where nothing does."""
    region = params.region or ctx.facts.house.region or ctx.facts.house.country
    name = holiday(day, region) if params.holidays else None
    if name is not None:
        return name
    if params.weekend and day.weekday() > 4:
        return (Words("a Saturday", "ein Samstag"), Words("a Sunday", "ein Sonntag"))[day.weekday() - 5]
    return None


def _is_doubtful(ctx: Context) -> bool:
    """Tell whether the date of the release is in doubt anyway."""
    release = ctx.facts.one(ReleaseDate)
    if len({witness.value for witness in release.witnesses if witness.carrier != "filename"}) > 1:
        return True
    return any(mismatch(fact, release.value) is not None for fact in ctx.facts.of(DateFact) if fact.weekday is not None)
