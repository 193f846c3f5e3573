"""Which rules look at a file alone, and which need others beside it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from presslint.engine.walk import Input
from presslint.model.options import Options
from presslint.model.repository import Registries
from presslint.model.rule import BoundRule

if TYPE_CHECKING:
    from presslint.checks.repository_entries import Wanted
    from presslint.engine.linter import Linter

REPOSITORY, HISTORY = "repository", "history"

# what a house may have, and whether it has
REGISTRIES: Mapping[str, Callable[[Registries], bool]] = {
    "contacts": lambda registries: bool(registries.people),
    "boilerplates": lambda registries: bool(registries.boilerplates),
    "declared": lambda registries: bool(registries.declared),
    HISTORY: lambda registries: registries.history,
}
_MANY = 64


class Split:
    """The rules of a file, parted: those for it ``alone``, and those that need others ``together`` with it.

    A rule that has something to say in both cases is in both. ``single`` are those of a file that nothing is compared
    with.
    """

    __slots__ = ("_wanted", "alone", "single", "together")

    def __init__(
        self, alone: tuple[BoundRule, ...], together: tuple[BoundRule, ...], single: tuple[BoundRule, ...]
    ) -> None:
        self.alone = alone
        self.together = together
        self.single = single
        self._wanted: Wanted | None = None

    @property
    def wanted(self) -> "Wanted | None":
        """What the rules together ask of an index, None where there are none: only who compares has to know."""
        if self._wanted is None and self.together:
            self._wanted = _wanted(self.together)
        return self._wanted


_splits: dict[int, tuple[tuple[BoundRule, ...], Split]] = {}


def split(rules: tuple[BoundRule, ...], options: Options) -> Split:
    """Part the rules of a file, which ``options`` select; done once for a selection.

    Rules that compare with a registry that the house has not are left out, unless they were asked for: then they are
    among those that run alone, and say what they lack.
    """
    known = _splits.get(id(rules))
    if known is None or known[0] is not rules:
        if len(_splits) >= _MANY:
            _splits.clear()
        known = _splits[id(rules)] = (rules, _split(rules, options))
    return known[1]


def alone(rules: tuple[BoundRule, ...], options: Options) -> tuple[BoundRule, ...]:
    """Return the rules for a file that has no others beside it.

    Those that need others are left out, unless they were asked for: then they say why they do not run.
    """
    return split(rules, options).single


def is_together(files: Sequence[Input], linter: "Linter") -> bool:
    """Tell whether files are to be compared with each other, or with their history."""
    return len(files) > 1 or any(linter.options(file.shown).house.registries.history for file in files)


def _split(rules: tuple[BoundRule, ...], options: Options) -> Split:
    asked = {*options.select, *options.params, *options.severity}
    there = [bound for bound in rules if _has_all(bound, options) or _is_asked(bound, asked)]
    needy = [bound for bound in there if _needs(bound) & {REPOSITORY, HISTORY} and _has_all(bound, options)]
    only = {bound.rule.code for bound in needy if REPOSITORY in bound.requires or HISTORY in _needs(bound)}
    together = tuple(needy)
    if not needy:
        whole = rules if len(there) == len(rules) else tuple(there)
        return Split(whole, (), whole)
    return Split(
        tuple(bound for bound in there if bound.rule.code not in only),
        together,
        tuple(bound for bound in there if bound.rule.code not in only or _is_asked(bound, asked)),
    )


def _wanted(together: Sequence[BoundRule]) -> "Wanted":
    from presslint.checks.repository_claims import LINKS, NAMES, PAIRS  # noqa: PLC0415 - only who compares releases
    from presslint.checks.repository_entries import Wanted  # noqa: PLC0415 - as above

    checks = {bound.rule.check: bound for bound in together}
    similar = NAMES in checks and getattr(checks[NAMES].params, "similar", False)
    return Wanted(bool(similar), PAIRS in checks, LINKS in checks)


def _needs(bound: BoundRule) -> set[str]:
    return {*bound.requires, *bound.partly}


def _has_all(bound: BoundRule, options: Options) -> bool:
    """Tell whether the house has what a rule compares with."""
    return all(REGISTRIES[what](options.house.registries) for what in _needs(bound) if what in REGISTRIES)


def _is_asked(bound: BoundRule, asked: set[str]) -> bool:
    return not asked.isdisjoint((bound.rule.code, bound.rule.name, bound.rule.code[:-3]))
