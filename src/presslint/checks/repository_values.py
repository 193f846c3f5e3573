"""The facts that a release and its translations have in common, in forms in which equal ones are equal.

Contacts, boilerplate and notes are left out: they differ from country to country on purpose.
"""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from presslint.checks import Context
from presslint.checks.zones import moments, offset_at
from presslint.facts.taken import Taken
from presslint.model.facts import DateFact, EmailFact, Fact, LinkFact, PhoneFact, Precision, ReleaseDate, TimeFact
from presslint.model.release import Zone
from presslint.model.repository import NumberFact
from presslint.text.lazy import regex
from presslint.text.span import Span

DAY, TIME, PHONE, MAIL, HOST, PERCENT, MONEY, COUNT, ISIN = range(1, 10)
KINDS = 16  # a kind takes four bits of a sum

_APART = frozenset(
    {Zone.CONTACT, Zone.BOILERPLATE, Zone.NOTE, Zone.SOCIAL, Zone.PAGEMARK, Zone.CAPTION, Zone.ENDMARK, Zone.EMBARGO}
)
_COMMON_CLOCK = "Europe/Berlin"  # of a house that names none: it counts only where one version names a zone
_NOON = time(12)
_SMALL = 13  # numbers below it are written in words in one language and in digits in the other

_SCALES = {
    "tausend": 3, "thousand": 3, "mio": 6, "million": 6, "millionen": 6, "millions": 6, "m": 6,
    "mrd": 9, "milliarde": 9, "milliarden": 9, "billion": 9, "bn": 9,
}  # fmt: skip
_CURRENCIES = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "$": "USD", "us-dollar": "USD", "dollar": "USD",
    "dollars": "USD", "usd": "USD", "£": "GBP", "pfund": "GBP", "pounds": "GBP", "gbp": "GBP", "chf": "CHF",
    "franken": "CHF", "francs": "CHF",
}  # fmt: skip
_SCALE = r"(?:[  -]?(?P<scale>tausend|thousand|Mio|Millionen|millions?|Mrd|Milliarden?|billion|bn|m)\b\.?)?"
_FIGURE = regex(
    r"(?P<before>[€$£]|EUR|USD|GBP|CHF)?[  ]?(?<![\w.,/:-])(?P<digits>[0-9]{1,3}(?:[.,'  ][0-9]{3})+(?:[.,][0-9]{1,2})?"
    r"|[0-9]{1,15}(?:[.,][0-9]{1,4})?)(?![0-9]|[/:][0-9]|[.,][0-9])"
    rf"{_SCALE}(?:[  -]?(?P<unit>%|Prozent\b|percent\b|per\ cent\b|€|\$|£|(?:[Ee]uros?|EUR|US-Dollar|[Dd]ollars?|USD"
    r"|Pfund|pounds|GBP|CHF|Franken|francs)\b))?",
)
_ISIN = regex(r"(?<![A-Z0-9])[A-Z]{2}[A-Z0-9]{9}[0-9](?![A-Z0-9])")
_GROUP = regex(r"[0-9]{1,3}(?:[.,'  ][0-9]{3})+")
_OPEN = regex(r"\([^()\n]{0,60}$")


class Value(NamedTuple):
    """One fact: its kind, the form in which equal ones are equal, and where it stands as written."""

    kind: int
    key: str
    span: Span
    text: str


def values_of(ctx: Context) -> Iterator[Value]:
    """Yield the facts of a release that its translations share, by kind."""
    for value in _all(ctx):
        if ctx.release.zone_at(value.span.start) not in _APART:
            yield value


def _all(ctx: Context) -> Iterator[Value]:
    yield from _days(ctx)
    yield from _times(ctx)
    for phone in ctx.facts.of(PhoneFact):
        if phone.e164:
            yield Value(PHONE, phone.e164, phone.span, phone.text)
    for mail in ctx.facts.of(EmailFact):
        if not mail.problem:
            yield Value(MAIL, f"{mail.local}@{mail.domain}".casefold(), mail.span, mail.text)
    for link in ctx.facts.of(LinkFact):
        if link.scheme in ("", "http", "https") and link.domain:
            yield Value(HOST, link.domain.partition(".")[0], link.span, link.text)
    for match in _ISIN.finditer(ctx.release.text):
        yield Value(ISIN, match[0], Span(match.start(), match.end()), match[0])
    yield from _figures(ctx)


def _days(ctx: Context) -> Iterator[Value]:
    for fact in ctx.facts.of(DateFact):
        if fact.precision is Precision.DAY and fact.offset is None and fact.start and fact.start == fact.until:
            yield Value(DAY, fact.start.isoformat(), fact.span, fact.text)


def _times(ctx: Context) -> Iterator[Value]:
    days = {fact.span: fact.start for fact in ctx.facts.of(DateFact)}
    usual = ctx.facts.one(ReleaseDate).value or date(2000, 1, 15)
    for fact in ctx.facts.of(TimeFact):
        day = (days.get(fact.date) if fact.date else None) or usual
        for at in (fact.start, fact.until):
            if at is not None and not fact.problem:
                yield Value(TIME, _moment(ctx, day, at, fact.zone_name), fact.span, fact.text)


def _moment(ctx: Context, day: date, at: time, zone: str) -> str:
    """Return a local time as that of UTC on the day, so that ``10 Uhr`` and ``9 a.m. GMT`` are one."""
    known = moments(day, at, zone) if zone else ()
    if known:
        return known[-1].strftime("%H:%M")
    offset = offset_at(ctx.facts.house.timezone or _COMMON_CLOCK, day, at)
    minutes = at.hour * 60 + at.minute - (int(offset.total_seconds()) // 60 if offset is not None else 0)
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _figures(ctx: Context) -> Iterator[Value]:
    text = ctx.release.text
    of = ctx.facts.of
    facts: tuple[Fact, ...] = (*of(DateFact), *of(TimeFact), *of(PhoneFact), *of(EmailFact), *of(LinkFact))
    spans = [fact.span for fact in facts]
    spans += [fact.at for fact in ctx.facts.of(NumberFact) if isinstance(fact.at, Span)]
    taken = Taken(spans)
    english = ctx.facts.language == "en"
    for match in _FIGURE.finditer(text):
        start, end = match.start("digits"), match.end()
        if taken.overlaps(start, end):
            continue
        value = _amount(match["digits"], english=english)
        scale = _SCALES.get((match["scale"] or "").casefold(), 0)
        unit = (match["unit"] or match["before"] or "").casefold()
        kind, key = _sorted(value.scaleb(scale), unit)
        if kind == MONEY and _OPEN.search(text, max(start - 61, 0), start):
            continue  # the same sum in another currency
        if kind == COUNT and not _counts(value, match["digits"], scaled=bool(scale)):
            continue
        yield Value(kind, key, Span(start, end), text[start:end])


def _sorted(value: Decimal, unit: str) -> tuple[int, str]:
    plain = f"{value.normalize():f}"
    if unit in ("%", "prozent", "percent", "per cent"):
        return PERCENT, plain
    return (MONEY, f"{_CURRENCIES[unit]} {plain}") if unit in _CURRENCIES else (COUNT, plain)


def _counts(value: Decimal, digits: str, *, scaled: bool) -> bool:
    """Tell whether a plain number counts something: small ones are often words, others are years or codes."""
    if scaled:
        return True
    if value != value.to_integral_value() or value < _SMALL or (digits[0] == "0" and len(digits) > 1):
        return False
    return not (digits.isdigit() and 1800 <= value <= 2100)


def _amount(digits: str, *, english: bool) -> Decimal:
    """Return ``1.234,5`` or ``1,234.5`` as a number; what three digits stand behind is read as the language does."""
    plain = digits.translate({ord(blank): None for blank in "'  "})
    point, comma = plain.rfind("."), plain.rfind(",")
    if point >= 0 and comma >= 0:
        decimal = "." if point > comma else ","
    elif _GROUP.fullmatch(digits):
        group = "," if english else "."
        decimal = "" if group in plain else "." if "." in plain else ","
    else:
        decimal = "." if point >= 0 else ","
    other = "," if decimal == "." else "."
    plain = plain.replace(other, "") if decimal else plain.replace(".", "").replace(",", "")
    return Decimal(plain.replace(decimal, ".") if decimal else plain)
