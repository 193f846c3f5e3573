"""A rule: identity, words, parameters and examples, all from one file."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from presslint.model.finding import Confidence, Hit, Safety, Severity
from presslint.model.values import Words


class Case(NamedTuple):
    """One way in which a rule can be broken: how bad, how sure, and the sentence that says so."""

    severity: Severity
    confidence: Confidence
    message: Words


class FixSpec(NamedTuple):
    """The title and safety of one kind of fix that a rule offers."""

    safety: Safety
    title: Words


class Example(NamedTuple):
    """A text that is a test of its rule and a part of its documentation.

    ``finds`` are the texts at the places that must be reported, in order; ``fixed`` is the text after each fix that
    is offered, in order. ``fields`` is front matter, ``today`` the day of the run, ``release_date`` stands for
    ``--release-date``, ``house`` for the table of that name in the configuration. ``web`` says what servers answer, by
    address, ``files`` what lies in the repository of the release, by path; ``repository`` has the tables of the
    configuration that are about all releases, whose registries are among ``files``; ``history`` are earlier states of
    the release, ``params`` parameters of the rule that a house has set. ``traces`` are what travels with the file
    beside its text, each with the fields of Trace; ``paging`` has the fields of Paging. For a format that is no text,
    ``text`` is what its loader would have made of it, and form feeds part its pages.
    """

    text: str
    finds: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    case: str = "default"
    format: str = "text"
    language: str = ""
    path: str = ""
    fields: Mapping[str, str] = {}
    house: Mapping[str, Any] = {}
    args: Mapping[str, str] = {}
    today: date | None = None
    release_date: date | None = None
    web: Mapping[str, str] = {}
    files: Mapping[str, str] = {}
    traces: tuple[Mapping[str, str], ...] = ()
    paging: Mapping[str, Any] = {}
    repository: Mapping[str, Any] = {}
    history: tuple[Mapping[str, Any], ...] = ()
    params: Mapping[str, Any] = {}


class Rule(NamedTuple):
    """One rule as its file says. ``languages`` and ``formats`` are empty for "all"."""

    code: str
    name: str
    pack: str
    check: str
    cases: Mapping[str, Case]
    params: Mapping[str, Any] = {}
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    notes: Mapping[str, Words] = {}
    fixes: tuple[FixSpec, ...] = ()
    status: str = "stable"
    profiles: tuple[str, ...] = ()
    url: str = ""


class RulePage(NamedTuple):
    """The part of a rule that only documentation and tests need; loaded on demand."""

    why: Words
    instead: Words
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    since: str
    references: tuple[str, ...] = ()
    source: str = ""


CheckFn = Callable[[Any, Any], Iterator[Hit]]


When = tuple[type | str | Callable[[Any], bool], ...]


class BoundRule:
    """A rule with what decides whether it runs; its check and the check's parameters are there when it does.

    ``late`` returns both where they are not given: importing the check of a rule that has nothing to judge would take
    longer than all the others take to run. ``severity`` is the house's own severity for all cases of the rule, or None.
    """

    __slots__ = ("_late", "needs", "params", "partly", "requires", "rule", "run", "severity", "when")

    run: CheckFn
    params: Any

    def __init__(  # noqa: PLR0913, PLR0917 - a record
        self,
        rule: Rule,
        run: CheckFn | None = None,
        params: Any = None,
        needs: tuple[type, ...] = (),
        requires: tuple[str, ...] = (),
        severity: Severity | None = None,
        partly: tuple[str, ...] = (),
        when: When = (),
        late: Callable[[], tuple[CheckFn, Any]] | None = None,
    ) -> None:
        self.rule = rule
        self.needs = needs
        self.requires = requires
        self.severity = severity
        self.partly = partly
        self.when = when
        self._late = late
        if run is not None:
            self.run = run
            self.params = params

    def __getattr__(self, name: str) -> Any:
        """Find the check when it is first asked for. Raises what ``late`` raises."""
        if name not in ("run", "params") or self._late is None:
            raise AttributeError(name)
        self.run, self.params = self._late()
        return getattr(self, name)

    def waiting_for(self, when: When) -> "BoundRule":
        """Return the same rule with other conditions; it is bound at once."""
        return BoundRule(self.rule, self.run, self.params, self.needs, self.requires, self.severity, self.partly, when)
