"""Timestamps in metadata: one without an offset means another moment in every time zone."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.fielddates import DATE_KEY
from presslint.facts.release_date import ZONES
from presslint.model.finding import FieldRef, Hit, Proposal
from presslint.model.release import Field, FieldOrigin
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_STAMP = regex(
    r"\s*(\d{4})-(\d\d?)-(\d\d?)(?:[ ]{1,3}|[Tt])(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?"
    r"[ ]{0,3}(Z|z|[+-]\d\d(?::?\d\d)?|[A-Z]{2,5}(?:[+-]\d{1,2})?)?\s*"
)
_RELEASE_FIELDS = frozenset(
    ["date", "published", "updated", "expires", "embargo", "issued", "created", "modified", "sent"]
)
# keys whose values generators of sites read in the zone that the site is configured with
_SITE = frozenset(["date", "published", "updated"])
_ORIGINS = frozenset(
    (FieldOrigin.FRONTMATTER, FieldOrigin.JSON, FieldOrigin.XML, FieldOrigin.META, FieldOrigin.LINKED_DATA)
)


class _Stamp(NamedTuple):
    at: datetime
    offset: str


@check("timestamps.offset", says=("key", "text", "zone", "right", "offset"), when=("fields",))
def offset(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report timestamps whose moment is not certain.

    Case ``missing`` a date and time without offset; ``site`` the same where the program that makes the site adds its
    own zone; ``season`` the offset that the zone of the house has in the other half of the year. Fix 0 writes the
    offset of the house on that day. A pure date is fine, so is any offset that is not the house's own.
    """
    seen: set[str] = set()
    for field in ctx.release.fields:
        if ":" not in field.value or field.origin not in _ORIGINS or field.value in seen:
            continue
        if field.name not in _RELEASE_FIELDS and not DATE_KEY.search(field.key.rpartition(".")[2]):
            continue
        stamp = _read(field.value)
        if stamp is not None:
            seen.add(field.value)  # the heads of pages say the same in several ways
            yield from _judge(ctx, field, stamp)


def _read(value: str) -> _Stamp | None:
    found = _STAMP.fullmatch(value)
    if found is None:
        return None
    numbers = [int(part or 0) for part in found.groups()[:6]]
    try:
        return _Stamp(datetime(*numbers), found[7] or "")  # type: ignore[arg-type]  # noqa: DTZ001 - the question is which zone
    except ValueError:
        return None


def _judge(ctx: Context, field: Field, stamp: _Stamp) -> Iterator[Hit]:
    zone = ctx.facts.house.timezone or ZONES.get(ctx.facts.language, "")
    right = _offset(zone, stamp.at) if zone else ""
    args: Args = {"key": field.key, "text": Quoted(field.value), "zone": zone, "right": right, "offset": stamp.offset}
    if not stamp.offset:
        site = field.origin is FieldOrigin.FRONTMATTER and field.name in _SITE
        yield Hit(FieldRef(field.key), args, "site" if site else "missing", (), _proposals(ctx, field, stamp, right))
    elif right and stamp.offset[0] in "+-" and _is_other_season(zone, stamp, right):
        yield Hit(FieldRef(field.key), args, "season", (), _proposals(ctx, field, stamp, right))


def _offset(zone: str, at: datetime) -> str:
    """Return the offset that a zone has at a time on its clocks; empty where the clocks skip or repeat that time."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - most releases have no timestamp

    try:
        first = at.replace(tzinfo=ZoneInfo(zone), fold=0).utcoffset()
        second = at.replace(tzinfo=ZoneInfo(zone), fold=1).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OverflowError):
        return ""
    return _written(first) if first == second and first is not None else ""


def _written(delta: timedelta) -> str:
    minutes = int(delta.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _normal(offset: str) -> str:
    digits = re.sub(r"\D", "", offset).ljust(4, "0")
    return f"{offset[0]}{digits[:2]}:{digits[2:4]}"


def _is_other_season(zone: str, stamp: _Stamp, right: str) -> bool:
    written = _normal(stamp.offset)
    if written == right:
        return False
    year = stamp.at.year
    # noon in January and in July: north and south of the equator one of them is summer
    seasons = {_offset(zone, datetime(year, month, 15, 12)) for month in (1, 7)}  # noqa: DTZ001 - the time on the clock
    return len(seasons) == 2 and written in seasons


def _proposals(ctx: Context, field: Field, stamp: _Stamp, right: str) -> tuple[Proposal, ...]:
    if not right or field.span is None or field.span.of(ctx.release.source.text) != field.value:
        return ()
    edits: tuple[tuple[SourceSpan, str], ...] = ((field.span, stamp.at.isoformat() + right),)
    return (Proposal(edits, 0),)
