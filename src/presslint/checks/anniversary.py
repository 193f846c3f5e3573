"""Anniversaries and numbers of editions against the year of the founding."""

import re
from collections.abc import Iterator
from datetime import date

from presslint.checks import Context, NoParams, check
from presslint.checks.clauses import sentence
from presslint.model.facts import DateFact, ReleaseDate
from presslint.model.finding import Hit, Related
from presslint.model.release import Block, Zone
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex
from presslint.text.span import Span

_FOUNDED = regex(
    r"\b(?:(?P<before>(?:1[5-9]|20)\d\d)(?:\s+\w+){0,2}?\s+(?:gegründet|errichtet|eröffnet)(?:e[nrsm]?)?\b"
    r"|(?:gegründet|Gründung|(?:[Ff]ounded|[Ee]stablished|set up)\s+in)(?:\s+(?:im\s+Jahre?|im|in|wurde)){0,2}"
    r"\s+(?P<after>(?:1[5-9]|20)\d\d))\b"
)
_JUBILEE = regex(
    r"\b(?P<number>\d{1,3})(?:-jährige[nrsm]?\s+\w{0,12}(?:bestehen|jubiläum)s?|\s+Jahre\s+Bestehen"
    r"|(?:st|nd|rd|th)\s+anniversary)\b",
    re.IGNORECASE,
)
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_NEXT_YEAR = regex(r"\b(?:nächste[nms]|kommende[nms]?|next|coming)\s+(?:Jahr|year)", re.IGNORECASE)
_LAST_YEAR = regex(r"\b(?:vergangene[nms]|letzte[nms]|vorige[nms]|last)\s+(?:Jahr|year)", re.IGNORECASE)
_EDITION = regex(
    r"\b(?:zum\s+(?P<de>\d{1,3})\.\s+Mal|for\s+the\s+(?P<en>\d{1,3})(?:st|nd|rd|th)\s+time)\b[^.;]{0,60}?"
    r"\b(?:seit|since)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_JUBILEES = ("Bestehen", "jubiläum", "Jubiläum", "anniversary")
_EDITIONS = (". Mal", "th time", "st time", "nd time", "rd time")
_SILENT = frozenset({Zone.QUOTE, Zone.CONTACT, Zone.SOCIAL})


@check(
    "anniversary.arithmetic",
    needs=(DateFact, ReleaseDate),
    says=("text", "year", "number", "right"),
    requires=("release_date",),
    when=(*(f"text:{word}" for word in _JUBILEES), "text:. Mal", "text: time"),
)
def arithmetic(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find anniversaries that do not follow from the founding year in the same sentence."""
    release = ctx.facts.one(ReleaseDate).value
    text = ctx.release.text
    jubilees = any(word in text for word in _JUBILEES)
    editions = ". Mal" in text or (" time" in text and any(word in text for word in _EDITIONS))
    if release is None or not (jubilees or editions):
        return
    quoted = [fact.span for fact in ctx.facts.of(DateFact) if fact.quoted]
    for block in ctx.release.blocks:
        if jubilees and block.zone not in _SILENT:
            yield from _jubilees(ctx, block, release, quoted)
        if editions and block.zone not in _SILENT:
            yield from _editions(ctx, block, release)


def _jubilees(ctx: Context, block: Block, release: date, quoted: list[Span]) -> Iterator[Hit]:
    text = ctx.release.text
    for found in _JUBILEE.finditer(text, *block.span):
        around = sentence(text, Span(*found.span()), block.span)
        founded = list(_FOUNDED.finditer(text, *around))
        if len(founded) != 1 or len(_JUBILEE.findall(text, *around)) != 1:
            continue
        place = Span(*founded[0].span("before" if founded[0]["before"] else "after"))
        year = int(place.of(text))
        if any(span.overlaps(place) for span in quoted):
            continue
        years = _years_of(text, around, place, release)
        number = int(found["number"])
        if years and number not in {other - year for other in years}:
            args: dict[str, Value] = {
                "text": Quoted(found[0]), "year": year, "number": number, "right": min(years) - year,
            }  # fmt: skip
            yield Hit(Span(*found.span()), args, related=(Related(place, "founded"),))


def _years_of(text: str, around: Span, founded: Span, release: date) -> set[int]:
    """Return the years in which the anniversary may be: one that is written, else that of the release."""
    written = {int(match[0]) for match in _YEAR.finditer(text, *around) if not founded.overlaps(Span(*match.span()))}
    if written:
        return written
    if _NEXT_YEAR.search(text, *around):
        return {release.year + 1}
    if _LAST_YEAR.search(text, *around):
        return {release.year - 1}
    years = {release.year}
    if release.month >= 10:
        years.add(release.year + 1)
    if release.month <= 2:
        years.add(release.year - 1)
    return years


def _editions(ctx: Context, block: Block, release: date) -> Iterator[Hit]:
    """Yield numbers of editions that are too many for the years there were; some may have been left out."""
    for found in _EDITION.finditer(ctx.release.text, *block.span):
        number, year = int(found["de"] or found["en"]), int(found["year"])
        possible = release.year - year + 1
        if release.month >= 10:
            possible += 1
        if number > possible > 0:
            place = Span(*found.span())
            args: dict[str, Value] = {"text": Quoted(found[0]), "year": year, "number": number, "right": possible}
            yield Hit(place, args, "editions")
