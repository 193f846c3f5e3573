"""Numeric dates that two readers read as two days."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.checks.fielddates import DATE_KEY
from presslint.checks.weekdays import calendar_day
from presslint.model.facts import DateFact, DateOrder
from presslint.model.finding import Confidence, FieldRef, Hit
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span

_REFERENCE = regex(r"[-/_]\w")  # what goes on like this is the number of a file
_TWO_WAYS = regex(r"(0?[1-9]|1[0-2])([/-])(0?[1-9]|1[0-2])\2(\d{4}|\d{2})(?!\d)")


@check(
    "slashdates.ambiguous",
    needs=(DateFact,),
    says=("text", "first", "second"),
    when=(
        DateFact,
        "fields",
    ),
)
def ambiguous(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find numeric dates with slashes or hyphens that can be read as two days."""
    declared = _country(ctx)
    if ctx.facts.language == "en":
        for fact in ctx.facts.of(DateFact):
            if fact.order is DateOrder.AMBIGUOUS and not fact.quoted and fact.confidence > Confidence.LOW:
                text = fact.day_span.of(ctx.release.text)
                found = _TWO_WAYS.fullmatch(text.strip())
                if found and not _REFERENCE.match(ctx.release.text, fact.day_span.end):
                    yield from _ambiguous_hit(fact.day_span, found, "declared" if declared else "default")
    for field in ctx.release.fields:
        found = _TWO_WAYS.match(field.value) if DATE_KEY.search(field.key) else None
        if found:
            yield from _ambiguous_hit(FieldRef(field.key), found, "default")


def _country(ctx: Context) -> bool:
    """Tell whether the release, or its house, says for which country its English is written."""
    declared = ctx.release.field("language")
    tag = declared.value if declared else ""
    return bool(re.fullmatch(r"en[-_][A-Za-z]{2}", tag.strip()) or ctx.facts.house.region or ctx.facts.house.country)


def _ambiguous_hit(at: Span | FieldRef, found: re.Match[str], case: str) -> Iterator[Hit]:
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if one == two:
        return
    first, second = calendar_day(year, two, one), calendar_day(year, one, two)
    if first is not None and second is not None:
        yield Hit(at, {"text": Quoted(found[0]), "first": first, "second": second}, case)
