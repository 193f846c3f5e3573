"""Generic checks of structure: what must be there, what must not, in which order, how long and how often."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from presslint.checks import Context, check
from presslint.checks.selectors import Item, select, verify
from presslint.errors import PackError
from presslint.model.finding import Hit, Related
from presslint.model.release import Zone
from presslint.model.values import Quoted
from presslint.text.span import Span
from presslint.text.words import count_words

_ZONES = frozenset(zone.value for zone in Zone)
_UNITS = ("characters", "letters", "words")


# ---- required


class _RequiredFields(NamedTuple):
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    when: tuple[str, ...] = ()


class Required(_RequiredFields):
    """What a release must have: all of one list, and at least one of the other; only ``when`` any of these is there."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Required":
        """Read the selectors. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        verify(self, ("all_of", "any_of", "when"))
        return self


@check("structure.required", says=("missing",), params=Required)
def required(ctx: Context, params: Required) -> Iterator[Hit]:
    """Report what is missing: at the thing that calls for it, or for the file as a whole."""
    at = None
    if params.when:
        causes = [item for text in params.when for item in select(ctx, text)]
        if not causes:
            return
        at = causes[0].at
    for text in params.all_of:
        if not select(ctx, text):
            yield Hit(at, {"missing": text})
    if params.any_of and not any(select(ctx, text) for text in params.any_of):
        yield Hit(at, {"missing": ", ".join(params.any_of)})


# ---- forbidden


class _ForbiddenFields(NamedTuple):
    what: tuple[str, ...]
    unless: tuple[str, ...] = ()


class Forbidden(_ForbiddenFields):
    """What a release must not have, ``unless`` it has one of these."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Forbidden":
        """Read the selectors. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        verify(self, ("what", "unless"))
        return self


@check("structure.forbidden", says=("text",), params=Forbidden)
def forbidden(ctx: Context, params: Forbidden) -> Iterator[Hit]:
    """Report everything that must not be there."""
    found = [item for text in params.what for item in select(ctx, text)]
    if found and not any(select(ctx, text) for text in params.unless):
        for item in found:
            yield Hit(item.at, {"text": Quoted(item.text)})


# ---- order


class _OrderFields(NamedTuple):
    zones: tuple[str, ...]


class Order(_OrderFields):
    """Zones in the order in which they must begin; one that is not there is passed over."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Order":
        """Read the names of the zones. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        for zone in self.zones:
            if zone not in _ZONES:
                raise PackError(f'structure.order: "{zone}" is none of {", ".join(sorted(_ZONES))}')
        return self


@check("structure.order", says=("zone", "other"), params=Order)
def order(ctx: Context, params: Order) -> Iterator[Hit]:
    """Report a zone that begins before one that must come first."""
    begin: dict[str, Span] = {}
    for block in ctx.release.blocks:
        begin.setdefault(block.zone.value, block.span)
    there = [zone for zone in params.zones if zone in begin]
    for earlier, later in pairwise(there):
        if begin[later] < begin[earlier]:
            yield Hit(begin[later], {"zone": later, "other": earlier}, related=(Related(begin[earlier], ""),))


# ---- length and count


class _LengthFields(NamedTuple):
    of: tuple[str, ...]
    unit: str = "characters"
    min: int = 0
    max: int = 0


class Length(_LengthFields):
    """How long something may be, in characters, in characters that are no white space (letters), or in words.

    A limit of 0 is none. An empty list of selectors means the whole prose.
    """

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Length":
        """Read the selectors. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        verify(self, ("of",))
        if self.unit not in _UNITS:
            raise PackError(f'structure.length: unit: "{self.unit}" is none of {", ".join(_UNITS)}')
        return self


@check("structure.length", says=("length", "limit", "text"), params=Length)
def length(ctx: Context, params: Length) -> Iterator[Hit]:
    """Report a text that is longer or shorter than it may be."""
    text = ctx.release.text
    items = [item for selector in params.of for item in select(ctx, selector)]
    for item in items if params.of else [Item(text, None, text)]:
        measured = _measure(str(item.value), params.unit)
        limit = _limit_broken(measured, params.min, params.max)
        if limit:
            yield Hit(item.at, {"length": measured, "limit": limit, "text": Quoted(item.text)})


def _measure(text: str, unit: str) -> int:
    if unit == "words":
        return count_words(text)
    return len(text) if unit == "characters" else len("".join(text.split()))


def _limit_broken(measured: int, least: int, most: int) -> int:
    """Return the limit that ``measured`` is beyond, or 0."""
    if most and measured > most:
        return most
    return least if measured < least else 0


class _CountFields(NamedTuple):
    of: tuple[str, ...]
    min: int = 0
    max: int = 0


class Count(_CountFields):
    """How often something may be there. A ``max`` of 0 is no limit: use ``structure.forbidden`` for none at all."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Count":
        """Read the selectors. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        verify(self, ("of",))
        return self


@check("structure.count", says=("count", "limit"), params=Count)
def count(ctx: Context, params: Count) -> Iterator[Hit]:
    """Report the first thing beyond the most that may be there, or the file where there are too few."""
    items = [item for selector in params.of for item in select(ctx, selector)]
    limit = _limit_broken(len(items), params.min, params.max)
    if limit:
        at = items[params.max].at if params.max and len(items) > params.max else None
        yield Hit(at, {"count": len(items), "limit": limit})


# ---- values


class _ValuesFields(NamedTuple):
    of: tuple[str, ...]
    among: tuple[str, ...] = ()
    unique: bool = False


class Values(_ValuesFields):
    """Which values something may have: one ``among`` a list, and (``unique``) none of them twice."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Values":
        """Read the selectors. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        verify(self, ("of",))
        return self


@check("structure.values", says=("text",), params=Values)
def values(ctx: Context, params: Values) -> Iterator[Hit]:
    """Report a value that is not in the list, or that was there before."""
    seen: dict[str, Item] = {}
    for selector in params.of:
        for item in select(ctx, selector):
            written = str(item.value)
            before = seen.setdefault(written, item)
            if params.among and written not in params.among:
                yield Hit(item.at, {"text": Quoted(item.text)})
            elif params.unique and before is not item:
                related = (Related(before.at, ""),) if before.at is not None else ()
                yield Hit(item.at, {"text": Quoted(item.text)}, related=related)
