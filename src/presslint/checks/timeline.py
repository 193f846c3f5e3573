"""Whether the moments and the status in the metadata can all be true."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.fielddates import moment
from presslint.model.finding import FieldRef, Hit, Related
from presslint.model.release import Field, FieldOrigin, Release
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex

_SCOPE = regex(r"[^.@]+$")
_FIRST = ["firstcreated", "created", "datecreated"]
_VERSION = ["versioncreated", "versionscreated"]
_PUBLISHED = ["date", "published", "publishdate", "datepublished", "pubdate", "publishedat", "article:published_time"]
_MODIFIED = ["updated", "lastmod", "modified", "datemodified", "lastmodified", "updatedat", "article:modified_time"]
_SHOWN = ["published", "publishdate", "publishedat"]
_EMBARGO = ["embargo", "embargoed", "embargoeduntil", "embargountil"]
_EXPIRES = ["expires", "expirydate", "expirationdate", "article:expiration_time"]
_ISSUED = (*_PUBLISHED, *_VERSION)
# the widest offsets there are (Line Islands, Baker Island): a day without a zone begins and ends within these
_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)
_JEKYLL = "_posts/"


Names = Sequence[str]


class Timeline(NamedTuple):
    """``published`` are folders from which a site is made: a draft does not belong there."""

    published: tuple[str, ...] = (_JEKYLL,)


class _Between(NamedTuple):
    """When a field can mean, at the earliest and at the latest, and whether a time is given."""

    field: Field
    first: datetime
    last: datetime


@check("timeline.order", says=("key", "text", "other", "value"), params=Timeline, when=("fields",))
def order(ctx: Context, params: Timeline) -> Iterator[Hit]:
    """Report moments of the metadata that cannot be in the order they have, and a status that contradicts them.

    Only moments of one place are held together: of the front matter, of one object of JSON. A day without a time zone
    is any time that this day is somewhere on earth.
    """
    for fields in _groups(ctx.release).values():
        yield from _orders(fields)
        yield from _status(fields, ctx.release, params)


def _groups(release: Release) -> Mapping[tuple[FieldOrigin, str], dict[str, Field]]:
    """Return the fields by place and by the last step of their key, in small letters."""
    groups: dict[tuple[FieldOrigin, str], dict[str, Field]] = {}
    for field in release.fields:
        found = _SCOPE.search(field.key)
        start = found.start() if found else 0
        scope = "" if field.origin in (FieldOrigin.META, FieldOrigin.XML) else field.key[:start]
        last = field.key[start:] if field.origin is not FieldOrigin.META else field.key
        name = last.replace("_", "").replace("-", "").lower() if ":" not in last else last.lower()
        groups.setdefault((field.origin, scope), {}).setdefault(name, field)
        if field.origin is FieldOrigin.FRONTMATTER and not scope:
            groups[field.origin, scope].setdefault(field.name, field)
    return groups


def _orders(fields: Mapping[str, Field]) -> Iterator[Hit]:
    yield from _reversed(fields, _FIRST, _VERSION, "created")
    yield from _reversed(fields, _PUBLISHED, _MODIFIED, "modified")
    yield from _reversed(fields, _ISSUED, _EXPIRES, "expires", equal=True)
    yield from _reversed(fields, _EMBARGO, _EXPIRES, "expires", equal=True)
    yield from _reversed(fields, _EMBARGO, _SHOWN, "embargo")


def _reversed(
    fields: Mapping[str, Field],
    earlier: Names,
    later: Names,
    case: str,
    *,
    equal: bool = False,
) -> Iterator[Hit]:
    """Report the first of the later fields that certainly lies before the first of the earlier ones."""
    before, after = _first(fields, earlier), _first(fields, later)
    if before is None or after is None or before.field is after.field:
        return
    same = equal and before.first == after.first and before.last == after.last and before.first == before.last
    if after.last < before.first or same:
        args: Args = {
            "key": after.field.key,
            "text": Quoted(after.field.value),
            "other": before.field.key,
            "value": Quoted(before.field.value),
        }
        yield Hit(FieldRef(after.field.key), args, case, (Related(FieldRef(before.field.key), "other"),))


def _first(fields: Mapping[str, Field], names: Names) -> _Between | None:
    for name in names:
        field = fields.get(name)
        at = moment(field) if field is not None else None
        if field is None or at is None:
            continue
        if at.time is None:
            start = datetime(at.day.year, at.day.month, at.day.day, tzinfo=timezone.utc)  # noqa: UP017 - one import less
            return _Between(field, _moved(start, -_EAST), _moved(start, timedelta(days=1) + _WEST))
        if at.time.tzinfo is None:
            time = at.time.replace(tzinfo=timezone.utc)  # noqa: UP017 - as above
            return _Between(field, _moved(time, -_EAST), _moved(time, _WEST))
        return _Between(field, at.time, at.time)
    return None


def _moved(at: datetime, by: timedelta) -> datetime:
    try:
        return at + by
    except OverflowError:
        return at


def _status(fields: Mapping[str, Field], release: Release, params: Timeline) -> Iterator[Hit]:
    draft = fields.get("draft")
    path = f"/{release.source.path}"
    if draft is not None and draft.origin is FieldOrigin.FRONTMATTER and draft.value.strip().lower() in ("true", "yes"):
        folder = next((folder for folder in params.published if f"/{folder.strip('/')}/" in path), "")
        shown = fields.get("published")
        if folder:
            yield Hit(FieldRef(draft.key), {"key": draft.key, "text": Quoted(draft.value), "other": folder}, "draft")
        elif shown is not None and shown.value.strip().lower() == "true":
            args: Args = {"key": draft.key, "text": Quoted(draft.value), "other": f"{shown.key}: {shown.value}"}
            yield Hit(FieldRef(draft.key), args, "draft")
    urgency, keys = fields.get("urgency"), {field.key for field in fields.values()}
    # ninjs 3 has the limits in its schema
    if urgency is not None and "versionCreated" not in keys and _is_no_urgency(urgency.value):
        yield Hit(FieldRef(urgency.key), {"key": urgency.key, "text": Quoted(urgency.value)}, "urgency")
    status = fields.get("pubstatus") or fields.get("status")
    shown = fields.get("published")
    if (
        status is not None
        and status.value.lower().rpartition(":")[2] in ("withheld", "canceled", "cancelled", "zurückgezogen")
        and shown is not None
        and shown.value.strip().lower() == "true"
    ):
        args = {"key": status.key, "text": Quoted(status.value), "other": f"{shown.key}: {shown.value}"}
        yield Hit(FieldRef(status.key), args, "status")


def _is_no_urgency(value: str) -> bool:
    """Tell whether a number is no urgency; words are a house's own."""
    return value.strip().lstrip("-").isdecimal() and not 1 <= int(value.strip()[:6]) <= 9
