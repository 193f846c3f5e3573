"""What decides whether a rule runs, kept with the rule: a rule that has nothing to judge needs no check.

A check declares it in its module. Written down with the compiled rules, it is known without importing that.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from presslint.model.rule import BoundRule, Rule, When

_NAMED = "named:"  # a condition that is a class or a function: where it is defined


class Gate(NamedTuple):
    """What a check declares of when it runs; a condition that is no text stands as its place in the code.

    ``params`` are the parameters that the rule gives to the check as values of their types, where they are others than
    its file has, in which each number is a text.
    """

    requires: tuple[str, ...]
    partly: tuple[str, ...]
    when: tuple[str, ...]
    params: Mapping[str, Any] | None = None


def gate_of(bound: BoundRule) -> Gate:
    """Return what is to be kept of a rule that was bound."""
    given = bound.rule.params
    params = {name: getattr(bound.params, name) for name in given}
    return Gate(
        bound.requires, bound.partly, tuple(map(_written, bound.when)), None if params == _frozen(given) else params
    )


def conditions(gate: Gate) -> When:
    """Return the conditions as a check declares them. Raises ValueError where the code has no such thing."""
    return tuple([_read(what) if what.startswith(_NAMED) else what for what in gate.when])


def late(rule: Rule, gate: Gate) -> BoundRule:
    """Return the rule, ready to run with its own parameters, which were read when it was compiled."""

    def bound() -> tuple[Any, Any]:
        from presslint.checks import find  # noqa: PLC0415 - what is deferred

        check = find(rule.check)
        given = _frozen(rule.params if gate.params is None else gate.params)
        values = {**check.params._field_defaults, **given}
        # not called: what it would refuse was refused when the rule was compiled
        return check.run, check.params._make(values[name] for name in check.params._fields)

    return BoundRule(rule, requires=gate.requires, partly=gate.partly, when=conditions(gate), late=bound)


def _written(what: Any) -> str:
    return what if isinstance(what, str) else f"{_NAMED}{what.__module__}:{what.__qualname__}"


@lru_cache(maxsize=256)
def _read(what: str) -> Any:
    module, _, name = what.removeprefix(_NAMED).partition(":")
    try:
        return getattr(import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise ValueError(what) from error


def _frozen(value: Any) -> Any:
    """Return a value of JSON as parameters have it: with tuples for lists."""
    if isinstance(value, list):
        return tuple([_frozen(item) for item in value])
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
