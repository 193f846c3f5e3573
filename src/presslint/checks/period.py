"""Periods that were left over from the template: another quarter in the headline, another „laufendes Jahr"."""

import re
from collections.abc import Iterator
from datetime import date

from presslint.checks import Context, NoParams, check
from presslint.model.facts import DateFact, DateForm, Precision, ReleaseDate, YearFrom
from presslint.model.finding import Confidence, Hit, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted, Value
from presslint.text.span import Span

_HEADS = frozenset({Zone.HEADLINE, Zone.SUBHEAD})
_BODY = frozenset({Zone.LEAD, Zone.BODY, Zone.LIST, Zone.TABLE})
_OUTLOOK = re.compile(r"\b(?:Ausblick|Prognose|outlook|guidance|forecast)\b", re.IGNORECASE)
_RELATIVE_YEAR = re.compile(
    r"\b(?P<word>(?P<this>im laufenden Jahr|in diesem Jahr|im aktuellen Jahr|this year|the current year)"
    r"|(?P<last>im vergangenen Jahr|im letzten Jahr|im Vorjahr|last year)"
    r"|(?P<next>im kommenden Jahr|im nächsten Jahr|next year))"
    r"\s?(?:,\s|\(|\s)\s?(?P<year>(?:19|20)\d\d)(?![\d/-])",
    re.IGNORECASE,
)


@check(
    "period.stale",
    needs=(DateFact, ReleaseDate),
    says=("text", "year", "expected", "other"),
)
def stale(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find years and quarters that belong to an earlier release."""
    release = ctx.facts.one(ReleaseDate).value
    if release is not None:
        yield from _years(ctx, release)
    yield from _headline(ctx)


def _years(ctx: Context, release: date) -> Iterator[Hit]:
    text = ctx.release.text
    if "ahr" not in text and "year" not in text:
        return
    quoted = [fact.span for fact in ctx.facts.of(DateFact) if fact.quoted]
    for found in _RELATIVE_YEAR.finditer(text):
        offset = 0 if found["this"] else -1 if found["last"] else 1
        year, expected = int(found["year"]), release.year + offset
        place = Span(*found.span())
        if year == expected or any(span.overlaps(place) for span in quoted):
            continue
        if ctx.release.zone_at(place.start) in {Zone.BOILERPLATE, Zone.QUOTE}:
            continue
        args: dict[str, Value] = {"text": Quoted(found[0].strip()), "year": year, "expected": expected}
        yield Hit(place, args, "year")


def _headline(ctx: Context) -> Iterator[Hit]:
    """Yield a quarter or half-year of the headline that the body never names while it names another one often."""
    facts = [fact for fact in ctx.facts.of(DateFact) if fact.precision in {Precision.QUARTER, Precision.HALF}]
    for head in facts:
        if head.zone not in _HEADS or not _is_written(head) or _OUTLOOK.search(head.text):
            continue
        body = [fact for fact in facts if fact.zone in _BODY and fact.precision is head.precision and _is_written(fact)]
        if len(body) < 2 or any(_same(fact, head) for fact in body):
            continue
        if len({(fact.start, fact.until) for fact in body}) == 1:
            args: dict[str, Value] = {"text": Quoted(head.text), "other": Quoted(body[0].text)}
            yield Hit(head.span, args, "headline", related=(Related(body[0].span, "body"),))


def _is_written(fact: DateFact) -> bool:
    return (
        fact.start is not None
        and not fact.quoted
        and fact.confidence > Confidence.LOW
        and fact.form is not DateForm.RELATIVE
        and fact.year_from is not YearFrom.NONE
    )


def _same(fact: DateFact, head: DateFact) -> bool:
    """Tell whether two periods may be the same: also one of another year whose own year was left out."""
    if fact.start is None or head.start is None:
        return True
    return fact.start == head.start or (fact.year is None and fact.start.month == head.start.month)
