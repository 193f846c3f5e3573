"""Periods that were left over from the template: another quarter in the headline, another „laufendes Jahr"."""

import re
from collections.abc import Iterator
from datetime import date

from presslint.checks import Context, NoParams, check
from presslint.model.facts import DateFact, DateForm, Precision, ReleaseDate, YearFrom
from presslint.model.finding import Confidence, Hit, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex
from presslint.text.span import Span
from presslint.text.watch import is_absent

_HEADS = frozenset({Zone.HEADLINE, Zone.SUBHEAD})
_BODY = frozenset({Zone.LEAD, Zone.BODY, Zone.LIST, Zone.TABLE})
_OUTLOOK = regex(r"\b(?:Ausblick|Prognose|outlook|guidance|forecast)\b", re.IGNORECASE)
# language → words for a year from the release on, in front of the year that they mean → how many years further
_RELATIVE_YEARS: dict[str, dict[str, int]] = {
    "de": {
        "laufenden Jahr": 0, "diesem Jahr": 0, "aktuellen Jahr": 0, "vergangenen Jahr": -1, "letzten Jahr": -1,
        "Vorjahr": -1, "kommenden Jahr": 1, "nächsten Jahr": 1,
    },
    "en": {"this year": 0, "current year": 0, "last year": -1, "next year": 1},
}  # fmt: skip
_ITS_YEAR = regex(r"\s?(?:,\s|\(|\s)\s?(?P<year>(?:19|20)\d\d)(?![\d/–-])")


@check(
    "period.stale",
    needs=(DateFact, ReleaseDate),
    says=("text", "year", "expected", "other"),
    when=(DateFact, *(f"text:{words}" for listed in _RELATIVE_YEARS.values() for words in listed)),
)
def stale(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find years and quarters that belong to an earlier release."""
    release = ctx.facts.one(ReleaseDate).value
    if release is not None:
        yield from _years(ctx, release)
    yield from _headline(ctx)


def _years(ctx: Context, release: date) -> Iterator[Hit]:
    text = ctx.release.text
    for words, offset in _RELATIVE_YEARS.get(ctx.facts.language, {}).items():
        start = -1 if is_absent(words, text) else text.find(words)
        while start >= 0:
            found = _ITS_YEAR.match(text, start + len(words))
            if found and int(found["year"]) != release.year + offset:
                yield from _year_hit(ctx, Span(start, found.end()), int(found["year"]), release.year + offset)
            start = text.find(words, start + 1)


def _year_hit(ctx: Context, place: Span, year: int, expected: int) -> Iterator[Hit]:
    quoted = (fact.span for fact in ctx.facts.of(DateFact) if fact.quoted)
    if any(span.overlaps(place) for span in quoted):
        return
    if ctx.release.zone_at(place.start) not in {Zone.BOILERPLATE, Zone.QUOTE}:
        args: dict[str, Value] = {"text": Quoted(place.of(ctx.release.text)), "year": year, "expected": expected}
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
