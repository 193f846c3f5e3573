"""Selectors: the short texts by which a rule names facts, fields and zones.

``phone[kind=fax].e164`` are the numbers of all faxes, ``link[scheme=http|ftp]`` the links with one of two schemes,
``field.title`` a metadata field, ``zone.headline`` the text of a zone, ``release_date.year`` a part of a value.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from presslint.checks import Context
from presslint.errors import PackError
from presslint.model import facts as kinds
from presslint.model.finding import FieldRef, Place
from presslint.model.release import Zone
from presslint.text.lazy import regex
from presslint.text.span import Span

# name → kind of fact, and the attribute that stands for the whole fact in a comparison
_FACTS: dict[str, tuple[type[Any], str]] = {
    "date": (kinds.DateFact, "start"),
    "time": (kinds.TimeFact, "start"),
    "page": (kinds.PageFact, "number"),
    "quote": (kinds.QuoteFact, "text"),
    "phone": (kinds.PhoneFact, "e164"),
    "email": (kinds.EmailFact, "text"),
    "link": (kinds.LinkFact, "target"),
    "embargo": (kinds.EmbargoFact, "text"),
    "contact": (kinds.ContactFact, "text"),
    "range": (kinds.RangeFact, "text"),
}
_ONE: dict[str, tuple[type[Any], str]] = {
    "release_date": (kinds.ReleaseDate, "value"),
    "language": (kinds.Language, "code"),
}
_ZONES = frozenset(zone.value for zone in Zone)

_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = regex(r"\d{1,9}")
_ISO = regex(r"\d{4}-\d\d-\d\d")

_SELECTOR = regex(
    r"(?P<kind>[a-z_]+)(?P<tests>(?:\[[a-z0-9_]+!?=[^\[\]]{0,200}\]){0,5})(?P<path>(?:\.[A-Za-z0-9_-]+){0,4})"
)
_TEST = regex(r"\[(?P<name>[a-z0-9_]+)(?P<unlike>!?)=(?P<values>[^\[\]]*)\]")


class Item(NamedTuple):
    """One value that a selector names, where it stands, and the contact block (0 for none) and block it belongs to."""

    value: Any
    at: Place
    text: str
    group: int = 0
    block: int = 0


class Test(NamedTuple):
    """A condition on an attribute: it has one of the values, or (``unlike``) none of them."""

    name: str
    values: tuple[str, ...]
    unlike: bool


class Selector(NamedTuple):
    """A selector as read: what to take, which of it, and which part of each."""

    kind: str
    tests: tuple[Test, ...]
    path: tuple[str, ...]


@lru_cache(maxsize=256)
def read(text: str) -> Selector:
    """Read a selector. Raises PackError for one that names nothing that exists."""
    found = _SELECTOR.fullmatch(text)
    if found is None:
        raise PackError(f'selector "{text}": expected KIND[attribute=value].attribute')
    tests = tuple(
        Test(test["name"], tuple(test["values"].split("|")), bool(test["unlike"]))
        for test in _TEST.finditer(found["tests"])
    )
    selector = Selector(found["kind"], tests, tuple(found["path"].split(".")[1:]))
    _verify(text, selector)
    return selector


def _verify(text: str, selector: Selector) -> None:
    kind, tests, path = selector
    if kind in ("field", "zone"):
        if not path or tests:
            raise PackError(f'selector "{text}": expected {kind}.NAME')
        if kind == "zone" and path[0] not in _ZONES:
            raise PackError(f'selector "{text}": "{path[0]}" is none of {", ".join(sorted(_ZONES))}')
        names = path[1:]
    elif kind in _FACTS or kind in _ONE:
        known = (_FACTS.get(kind) or _ONE[kind])[0]._fields
        for name in (*(test.name for test in tests), *path[:1]):
            if name not in known and name not in _PARTS:
                raise PackError(f'selector "{text}": a {kind} has no "{name}" but {", ".join(known)}')
        names = path[1:]
    else:
        raise PackError(
            f'selector "{text}": "{kind}" is none of {", ".join(sorted((*_FACTS, *_ONE, "field", "zone")))}'
        )
    for name in names:
        if name not in _PARTS:
            raise PackError(f'selector "{text}": "{name}" is none of {", ".join(sorted(_PARTS))}')


def verify(params: NamedTuple, names: tuple[str, ...]) -> None:
    """Read all selectors in the parameters of these names. Raises PackError."""
    for name in names:
        value = getattr(params, name)
        for text in (value,) if isinstance(value, str) else value:
            if text:
                read(text)


def select(ctx: Context, text: str) -> list[Item]:
    """Return what a selector names in a release, in the order of the text; values that are not there are left out."""
    selector = read(text)
    items = []
    for item, rest in _items(ctx, selector):
        value = item.value
        for name in rest:
            value = None if value is None else _PARTS[name](value)
        if value is not None and value != "":
            items.append(item._replace(value=value))
    return items


def _items(ctx: Context, selector: Selector) -> Iterator[tuple[Item, tuple[str, ...]]]:
    kind, tests, path = selector
    release = ctx.release
    if kind == "field":
        for field in release.fields:
            if field.name == path[0]:
                yield Item(field.value, FieldRef(field.key), field.value), path[1:]
    elif kind == "zone":
        for index, block in enumerate(release.blocks):
            if block.zone == path[0]:
                text = block.span.of(release.text)
                yield Item(text, block.span, text, block=index), path[1:]
    else:
        fact_type, whole = _FACTS.get(kind) or _ONE[kind]
        own = bool(path) and path[0] in fact_type._fields
        for fact in ctx.facts.of(fact_type):
            if all(_holds(fact, test) for test in tests):
                value = getattr(fact, path[0] if own else whole)
                yield _item(ctx, fact, value), path[1:] if own else path


def _item(ctx: Context, fact: Any, value: Any) -> Item:
    at = getattr(fact, "span", None)
    text = getattr(fact, "text", "")
    if isinstance(fact, kinds.ReleaseDate) and fact.witnesses:
        at, text = fact.witnesses[0].at, fact.witnesses[0].text
    if isinstance(value, Span):
        value = value.of(ctx.release.text)
    return Item(value, at, text, getattr(fact, "group", 0), getattr(fact, "block", 0))


def _holds(fact: Any, test: Test) -> bool:
    value = getattr(fact, test.name, None)
    written = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return (written in test.values) is not test.unlike


def _year(value: Any) -> int | None:
    if isinstance(value, date):
        return value.year
    found = _YEAR.search(str(value))
    return int(found[0]) if found else None


def _number(value: Any) -> int | None:
    found = _NUMBER.search(str(value))
    return int(found[0]) if found else None


def _date(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    found = _ISO.search(str(value))
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


# parts of a value that no fact has as an attribute
_PARTS: dict[str, Callable[[Any], Any]] = {
    "year": _year,
    "month": lambda value: getattr(_date(value), "month", None),
    "day": lambda value: getattr(_date(value), "day", None),
    "number": _number,
    "date": _date,
    "lower": lambda value: str(value).lower(),
}
