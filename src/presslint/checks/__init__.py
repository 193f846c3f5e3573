"""Floor 3: checks. Small pure functions over facts that yield hits.

A check is named by the module and the function's given name: ``dates.weekday`` lives in ``checks/dates.py``.
"""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple, TypeVar, cast

from presslint.facts import Facts
from presslint.model.finding import Hit
from presslint.model.release import Release


class NoParams(NamedTuple):
    """The parameters of a check that has none."""


class Context(NamedTuple):
    """What a check may look at. ``today`` is the day of the run, never read from a clock here."""

    release: Release
    facts: Facts
    today: date


Condition = type | str | Callable[[Context], bool]
When = tuple[Condition, ...]


class Check(NamedTuple):
    """A check as declared.

    ``needs`` are the kinds of facts it reads; ``says`` the values that its hits may carry for the message;
    ``params`` the NamedTuple class of its parameters; ``requires`` what must be known for it to run at all
    (``release_date``): without it the rule is listed as not checked. ``partly`` is what a part of it needs
    (``online``): the rest runs without, and the rule is listed too. ``when`` is what the check finds nothing without.
    Where a release has none of it, there is nothing to judge and the check is not called; where it is empty, the check
    is always called. It names kinds of facts, ``fields`` (metadata), ``images``, ``traces`` (comments in markup too),
    ``source:`` and a text that stands in the file, ``text:`` and a text that stands in the prose, in metadata or in the
    description of an image; a function tells of a release whether it has something. What depends on parameters is a
    function of them, too.
    """

    name: str
    run: Callable[[Context, Any], Iterator[Hit]]
    needs: tuple[type, ...]
    says: tuple[str, ...]
    params: type[Any]
    requires: tuple[str, ...]
    partly: tuple[str, ...] = ()
    when: When | Callable[[Any], When] = ()


P = TypeVar("P")
_CHECKS: dict[str, Check] = {}


def check(  # noqa: PLR0913 - one declaration
    name: str,
    *,
    needs: tuple[type, ...] = (),
    says: tuple[str, ...] = (),
    params: type[Any] = NoParams,
    requires: tuple[str, ...] = (),
    partly: tuple[str, ...] = (),
    when: When | Callable[[Any], When] = (),
) -> Callable[[Callable[[Context, P], Iterator[Hit]]], Callable[[Context, P], Iterator[Hit]]]:
    """Declare a check; ``name`` begins with the name of its module."""

    def declare(run: Callable[[Context, P], Iterator[Hit]]) -> Callable[[Context, P], Iterator[Hit]]:
        _CHECKS[name] = Check(name, cast("Any", run), needs, says, params, requires, partly, when)
        return run

    return declare


def find(name: str) -> Check:
    """Return the check of that name, importing its module. Raises KeyError where there is none."""
    if name not in _CHECKS:
        module = f"{__name__}.{name.partition('.')[0]}"
        try:
            import_module(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
    return _CHECKS[name]
