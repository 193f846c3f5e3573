"""Generic checks that compare values: facts with facts, facts with fields."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any, NamedTuple

from presslint.checks import Context, check
from presslint.checks.selectors import Item, select, verify
from presslint.errors import PackError
from presslint.model.finding import Hit, Related
from presslint.model.values import Quoted

_WITHIN = ("release", "group", "block")
_SAYS = ("text", "other")


def _verify_within(name: str, within: str) -> None:
    if within not in _WITHIN:
        raise PackError(f'{name}: within: "{within}" is none of {", ".join(_WITHIN)}')


def _place(item: Item, within: str) -> int:
    """Return what two values must share to be compared."""
    return 0 if within == "release" else item.group if within == "group" else item.block


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
    return bool(one == other)


def _hit(item: Item, other: Item) -> Hit:
    """Point at ``item``, with the other value as the related place."""
    related = (Related(other.at, ""),) if other.at is not None else ()
    return Hit(item.at, {"text": Quoted(item.text), "other": Quoted(other.text)}, related=related)


# ---- agree


class _AgreeFields(NamedTuple):
    select: tuple[str, ...]
    within: str = "release"


class Agree(_AgreeFields):
    """Values that must be the same: all that the selectors name, in the release, a contact group or a block."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Agree":
        """Read the selectors. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        verify(self, ("select",))
        _verify_within("compare.agree", self.within)
        return self


@check("compare.agree", says=_SAYS, params=Agree)
def agree(ctx: Context, params: Agree) -> Iterator[Hit]:
    """Report each value that differs from the first one."""
    first: dict[int, Item] = {}
    for text in params.select:
        for item in select(ctx, text):
            other = first.setdefault(_place(item, params.within), item)
            if not _same(item.value, other.value):
                yield _hit(item, other)


# ---- differ


class _DifferFields(NamedTuple):
    left: str
    right: str
    within: str = "release"
    unless: tuple[str, ...] = ()


class Differ(_DifferFields):
    """Values that must not be the same. ``unless`` are labels, in lower case, that say that one value serves both."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Differ":
        """Read the selectors. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        verify(self, ("left", "right"))
        _verify_within("compare.differ", self.within)
        return self


@check("compare.differ", says=_SAYS, params=Differ)
def differ(ctx: Context, params: Differ) -> Iterator[Hit]:
    """Report each value on the right that a value on the left has too."""
    left = select(ctx, params.left)
    text = ctx.release.text.lower() if params.unless else ""
    if any(label.lower() in text for label in params.unless):
        return
    for item in select(ctx, params.right):
        for other in left:
            apart = other.at != item.at and _place(other, params.within) == _place(item, params.within)
            if apart and _same(item.value, other.value):
                yield _hit(item, other)
                break


# ---- before


class _BeforeFields(NamedTuple):
    first: str
    then: str
    within: str = "release"
    equal: bool = True


class Before(_BeforeFields):
    """Dates, times or numbers in order: none of ``first`` after any of ``then``. ``equal`` allows the same value."""

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Before":
        """Read the selectors. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        verify(self, ("first", "then"))
        _verify_within("compare.before", self.within)
        return self


@check("compare.before", says=_SAYS, params=Before)
def before(ctx: Context, params: Before) -> Iterator[Hit]:
    """Report each later value that is in fact earlier, with the value it should follow as the related place."""
    first = select(ctx, params.first)
    for item in select(ctx, params.then):
        for other in first:
            comparable = _place(other, params.within) == _place(item, params.within) and other.at != item.at
            if comparable and _is_late(other.value, item.value, equal=params.equal):
                yield _hit(item, other)
                break


def _is_late(first: Any, then: Any, *, equal: bool) -> bool:
    for kind in (date, time, int):
        if isinstance(first, kind) and isinstance(then, kind):
            return first > then or (first == then and not equal)  # type: ignore[operator]
    return False
