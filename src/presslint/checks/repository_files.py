"""Names of files: the day they carry, and what not every system can read."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.facts.file_dates import has_digit, in_file_name
from presslint.model.facts import DateFact, EmbargoFact, ReleaseDate
from presslint.model.finding import Hit, Related
from presslint.model.release import Release
from presslint.model.values import Quoted
from presslint.text.lazy import regex

_POST = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-.+")
_DIGITS = regex(r"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")
_DAY_FIRST = regex(r"[0-9]{1,2}[-_.][0-9]{1,2}[-_.](?:19|20)[0-9]{2}(?![0-9])")
_ELSEWHERE = ("embargo", "updated", "expires", "published")


class FileParams(NamedTuple):
    """``portable`` says that names with capitals, blanks or umlauts, and those that begin with the day, count too."""

    portable: bool = False


@check(
    "repository_files.day",
    needs=(ReleaseDate, DateFact, EmbargoFact),
    says=("name", "date", "expected", "problem"),
    params=FileParams,
)
def day(ctx: Context, params: FileParams) -> Iterator[Hit]:
    """Find files whose name carries another day than the release, or one that does not exist."""
    path = ctx.release.source.path
    name = path.rpartition("/")[2]
    if path == "-" or not name:
        return
    yield from _days(ctx, name)
    if not unicodedata.is_normalized("NFC", name):
        yield Hit(None, {"name": Quoted(unicodedata.normalize("NFC", name))}, "decomposed")
    if params.portable:
        if _DAY_FIRST.match(name):
            yield Hit(None, {"name": Quoted(name)}, "order")
        if name != name.lower() or " " in name or not name.isascii():
            yield Hit(None, {"name": Quoted(name)}, "portable")


def _days(ctx: Context, name: str) -> Iterator[Hit]:
    found = in_file_name(ctx.release.source.path)
    if found is None:
        digits = _DIGITS.search(name) if has_digit(name) else None
        # groups of eight digits without a sign between them may be any number
        if digits is not None and digits[2] and _is_impossible(int(digits[1]), int(digits[3]), int(digits[4])):
            yield Hit(None, {"name": Quoted(digits[0])}, "impossible")
        return
    release = ctx.facts.one(ReleaseDate)
    others = [witness for witness in release.witnesses if witness.carrier not in ("filename", "option")]
    if found.weak or not others or any(witness.value == found.day for witness in others):
        return
    if len({witness.value for witness in others}) > 1:
        return  # the release contradicts itself: that is another rule's matter
    if _is_named_after(ctx, found.day):
        return
    expected = others[0].value
    case = "overridden" if _is_post(ctx.release, name) else "default"
    related = tuple(Related(one.at, "other", {"date": one.value}) for one in others[:1] if one.at is not None)
    yield Hit(None, {"name": Quoted(name), "date": found.day, "expected": expected}, case, related)


def _is_impossible(year: int, month: int, number: int) -> bool:
    """Tell whether no calendar has such a day; any other number does not look like a day at all."""
    if not 1 <= month <= 12 or not 28 < number <= 31:
        return False
    try:
        date(year, month, number)
    except ValueError:
        return True
    return False


def _is_post(release: Release, name: str) -> bool:
    """Tell whether a file is a post of a site generator that lets the metadata overrule the name."""
    is_laid_out = any(field.key == "layout" for field in release.fields)
    return _POST.fullmatch(name) is not None and (is_laid_out or "/_posts/" in f"/{release.source.path}")


def _is_named_after(ctx: Context, day: date) -> bool:
    """Tell whether the day of the name is that of an event or an embargo in the release."""
    if any(fact.start is not None and fact.start <= day <= (fact.until or fact.start) for fact in _full(ctx)):
        return True
    fields = (field.value for field in ctx.release.fields if field.name in _ELSEWHERE)
    return any(value.startswith(day.isoformat()) for value in fields)


def _full(ctx: Context) -> Iterator[DateFact]:
    for fact in ctx.facts.of(DateFact):
        if fact.day is not None:
            yield fact
