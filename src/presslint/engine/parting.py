"""Which rules look at a file alone, and which need others beside it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from presslint.engine.walk import Input
from presslint.model.options import Options
from presslint.model.rule import BoundRule

if TYPE_CHECKING:
    from presslint.checks.repository_entries import Wanted
    from presslint.engine.linter import Linter

REPOSITORY, HISTORY = "repository", "history"

_MANY = 64


class Split(NamedTuple):
    """The rules of a file, parted: those for it ``alone``, and those that need others ``together`` with it.

    A rule that has something to say in both cases is in both. ``wanted`` is what those together ask of an index, None
    where there are none.
    """

    alone: tuple[BoundRule, ...]
    together: tuple[BoundRule, ...]
    wanted: "Wanted | None"


_splits: dict[int, tuple[tuple[BoundRule, ...], Split]] = {}


def split(rules: tuple[BoundRule, ...]) -> Split:
    """Part the rules of a file; done once for a selection."""
    known = _splits.get(id(rules))
    if known is None or known[0] is not rules:
        if len(_splits) >= _MANY:
            _splits.clear()
        known = _splits[id(rules)] = (rules, _split(rules))
    return known[1]


_selected: dict[tuple[int, frozenset[str]], tuple[tuple[BoundRule, ...], tuple[BoundRule, ...]]] = {}


def alone(rules: tuple[BoundRule, ...], options: Options) -> tuple[BoundRule, ...]:
    """Return the rules for a file that has no others beside it.

    Those that need others are left out, unless they were asked for by name: then they say why they do not run.
    """
    parts = split(rules)
    if len(parts.alone) == len(rules):
        return rules
    asked = frozenset((*options.select, *options.params, *options.severity))
    return _asked(rules, parts, asked) if asked else parts.alone


def _asked(rules: tuple[BoundRule, ...], parts: Split, asked: frozenset[str]) -> tuple[BoundRule, ...]:
    known = _selected.get((id(rules), asked))
    if known is None or known[0] is not rules:
        kept = {bound.rule.code for bound in parts.alone}
        kept |= {one.rule.code for one in rules if asked & {one.rule.code, one.rule.name, one.rule.code[:-3]}}
        if len(_selected) >= _MANY:
            _selected.clear()
        known = _selected[id(rules), asked] = (rules, tuple(one for one in rules if one.rule.code in kept))
    return known[1]


def _split(rules: tuple[BoundRule, ...]) -> Split:
    needy = [bound for bound in rules if {REPOSITORY, HISTORY} & {*bound.requires, *bound.partly}]
    if not needy:
        return Split(rules, (), None)
    from presslint.checks.repository_claims import LINKS, NAMES, PAIRS  # noqa: PLC0415 - only who compares releases
    from presslint.checks.repository_entries import Wanted  # noqa: PLC0415 - as above

    checks = {bound.rule.check: bound.params for bound in needy}
    only = {bound.rule.code for bound in needy if {REPOSITORY, HISTORY} & set(bound.requires)}
    similar = getattr(checks.get(NAMES), "similar", False)
    return Split(
        tuple(bound for bound in rules if bound.rule.code not in only),
        tuple(needy),
        Wanted(bool(similar), PAIRS in checks, LINKS in checks),
    )


def is_together(files: Sequence[Input], linter: "Linter") -> bool:
    """Tell whether files are to be compared with each other, or with their history."""
    return len(files) > 1 or any(linter.options(file.shown).house.registries.history for file in files)
