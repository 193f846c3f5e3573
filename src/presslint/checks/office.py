"""Checks of what office programs write into a document beside its text: people, companies, paths, times."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.model.facts import ReleaseDate
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Field, FieldOrigin
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex

# a drive, a server, or the folder of a user
_PATH = regex(
    r"(?:^|[\s\"'(])(?:file:/{2,3})?/?(?:[A-Za-z]:[\\/](?!/)|\\\\[\w.-]{1,60}\\|//[\w.-]{1,60}/[^/\s])"
    r"|^file:/{2,3}\S|(?:^|[\s\"'(]|file://)/(?:Users|home|Volumes)/\w"
)
_DAY = regex(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_WORD = regex(r"[^\W_]+")
_MAIL = regex(r"[^\s@]{1,64}@[\w-]{1,63}\.[\w.-]{2,60}")
# names that a program or administrator gives, not parents
_ACCOUNT = regex(r"[a-zäöüß][a-zäöüß0-9._-]{1,30}|[A-Z]{1,4}[0-9]{2,8}|[A-ZÄÖÜ]?[^\W\d_]{2,20}[ _-]?\d{1,3}")
_YEAR = 366


class Properties(NamedTuple):
    """Which properties say what, by their keys, and what may stand in them.

    ``people`` and ``companies`` name somebody, ``made`` tells when the document was made and ``saved`` when it was last
    saved. ``allowed`` are names that may stand there, such as that of an agency. ``generic`` are names that programs
    write by themselves, ``roles`` names of nobody in particular that an office gives to its computers; ``forms`` are
    words that only names of companies have.
    """

    people: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@check("office.properties", needs=(ReleaseDate,), says=("property", "value", "day", "release"), params=Properties)
def properties(ctx: Context, params: Properties) -> Iterator[Hit]:
    """Report properties that name others than the issuer, machines of the house, or times that do not fit.

    Cases: ``path``; ``company`` (not one of the house's names) and ``firm`` (where the house has told none);
    ``account`` (a login); ``generic`` (what a program writes); ``person`` (somebody the text does not name); ``made``
    and ``saved`` (later than the release, a year before it). Each value is reported once.
    """
    told = ctx.facts.one(ReleaseDate).value
    seen: set[str] = set()
    for field in ctx.release.fields:
        if field.origin is not FieldOrigin.PROPERTY or field.key in params.ignored:
            continue
        case = _case(ctx, field, params)
        if case and field.value.casefold() not in seen:
            seen.add(field.value.casefold())
            yield Hit(FieldRef(field.key), {"property": _shown(field.key), "value": Quoted(field.value)}, case)
        elif told is not None and (hit := _time(field, told, params)):
            yield hit


def _shown(key: str) -> str:
    return key.rpartition(":")[2][:40]


def _case(ctx: Context, field: Field, params: Properties) -> str:
    """Return the case of a value, or nothing where it may stand there."""
    value = field.value
    if _PATH.search(value):
        return "path"
    if field.key in params.people and value.casefold() in params.generic:
        return "generic"
    if field.key not in params.people + params.companies or _is_known(ctx, value, params):
        return ""
    return _other(ctx) if field.key in params.companies else _person(ctx, value, params)


def _person(ctx: Context, name: str, params: Properties) -> str:
    words = {word.casefold() for word in _WORD.findall(name)}
    if not words.isdisjoint(params.forms):
        return _other(ctx)
    if name.casefold().rstrip("0123456789 _-") in params.roles or _ACCOUNT.fullmatch(name) or _MAIL.fullmatch(name):
        return "account"
    return "person" if len(words) > 1 else ""


def _other(ctx: Context) -> str:
    """Return the case of a name that is not the issuer's: only where the house says who it is, it is known."""
    return "company" if ctx.facts.house.names else "firm"


def _is_known(ctx: Context, value: str, params: Properties) -> bool:
    """Tell whether a name is one of the house, is allowed, or stands in the release."""
    bare = _bare(value, params)
    if not bare:
        return True
    for name in (*ctx.facts.house.names, *params.allowed):
        other = _bare(name, params)
        if other and (other in bare or bare in other):
            return True
    text = f" {' '.join(_WORD.findall(ctx.release.text.casefold()))} "
    if f" {bare} " in text:
        return True
    # "Wolters, Jana" and "Dr. Jana Wolters" are the Jana Wolters of the text
    words = [word for word in bare.split() if len(word) > 2]
    return len(words) > 1 and all(f" {word} " in text for word in words)


def _bare(name: str, params: Properties) -> str:
    """Return a name without its legal form and signs, in small letters."""
    return " ".join(word for word in _WORD.findall(name.casefold()) if word not in params.forms)


def _time(field: Field, told: date, params: Properties) -> Hit | None:
    made = field.key in params.made
    if not made and field.key not in params.saved:
        return None
    day = _day(field.value)
    if day is None:
        return None
    args: Args = {"property": _shown(field.key), "value": Quoted(field.value), "day": day, "release": told}
    if made and day > told:
        return Hit(FieldRef(field.key), args, "made")
    if not made and (told - day).days > _YEAR:
        return Hit(FieldRef(field.key), args, "saved")
    return None


def _day(value: str) -> date | None:
    found = _DAY.match(value)
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None
