"""Releases that are looked at a second time, side by side with others, because an index says that they have to."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from presslint.checks.repository_claims import Claims
from presslint.checks.repository_index import Index
from presslint.engine import judge, run
from presslint.engine.parting import HISTORY, split
from presslint.engine.places import Places
from presslint.engine.unseen import CUT_OFF
from presslint.engine.walk import Input
from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load
from presslint.model.outside import Outside
from presslint.model.repository import EXCEPTED, Claim, Neighbour, Repository, Version
from presslint.model.rule import BoundRule
from presslint.model.source import Source
from presslint.model.verdict import FileResult, Skipped
from presslint.packs import rules_for

if TYPE_CHECKING:
    from presslint.engine.history import History
    from presslint.engine.linter import Linter

_OPEN = 64  # releases that are kept as they were read


class Neighbours:
    """The releases of a run: which of them claims are about, and what the rules find there."""

    def __init__(
        self,
        linter: "Linter",
        files: Sequence[Input],
        read: Callable[[Input], Source],
        index: Index,
        claims: Claims,
    ) -> None:
        self._linter = linter
        self._read = read
        self._index = index
        self._claims = claims
        self._files = {file.shown: file for file in files}
        self._places = {path: place for place, path in enumerate(index.paths)}
        self._open: OrderedDict[str, Neighbour | None] = OrderedDict()
        self._about = {path for _, path in claims}
        self._excepted = {path for place, path in enumerate(index.paths) if index.has(place, EXCEPTED)}
        self._history = self._begun_history(linter, files)
        self._repository = Repository(self.claims, self.open)

    def concern(self, result: FileResult) -> bool:
        """Tell whether a file has to be looked at again."""
        return result.error is None and (
            result.path in self._about or result.path in self._excepted or self._has_history(result.path)
        )

    def claims(self, check: str, path: str) -> tuple[Claim, ...]:
        """Return what the index says to a check about a file."""
        return self._claims.get((check, path), ())

    def open(self, path: str) -> Neighbour | None:
        """Read another release of the run; None where it cannot be read any more."""
        if path not in self._open:
            self._open[path] = self._opened(path)
            if len(self._open) > _OPEN:
                self._open.popitem(last=False)
        return self._open[path]

    def judged(self, result: FileResult) -> FileResult:
        """Return the result of a file with what the rules find that look at other files too."""
        return self._looked_at(result) if self.concern(result) else self._without_history(result)

    def _looked_at(self, result: FileResult) -> FileResult:
        source = self._source(result.path)
        if source is None:
            return result
        linter = self._linter
        options = linter.options(result.path)
        outside = Outside(linter.web, linter.files(options), self._repository, self._versions(result.path))
        try:
            release = load(source, options.house)
        except LoadError:
            return result
        found = run.lint(release, self._rules(result.path), options, linter.names(options), outside)
        return result._replace(
            findings=judge.settle((*result.findings, *found.findings)),
            not_checked=tuple(dict.fromkeys((*result.not_checked, *found.not_checked))),
            text=found.text if result.findings or found.findings else result.text,
            crashed=result.crashed or found.crashed,
        )

    def _rules(self, path: str) -> tuple[BoundRule, ...]:
        options = self._linter.options(path)
        rules = split(rules_for(options, path), options).together
        if path in self._excepted:
            return rules
        return tuple(bound for bound in rules if (bound.rule.check, path) in self._claims or HISTORY in bound.partly)

    @staticmethod
    def _begun_history(linter: "Linter", files: Sequence[Input]) -> "History | None":
        if not any(linter.options(file.shown).house.registries.history for file in files):
            return None
        from presslint.engine.history import History  # noqa: PLC0415 - only a house that asks for it

        return History()

    def _versions(self, path: str) -> Callable[[str], tuple[Version, ...] | None] | None:
        if self._history is None:
            return None
        file, history = self._files.get(path), self._history
        return lambda _: history.versions(file.path) if file is not None else None

    def _has_history(self, path: str) -> bool:
        """Tell whether a file may have been changed since it was out."""
        place = self._places.get(path)
        if place is None or not self._is_remembered(path) or self._history is None:
            return False
        day = max(self._index.days[place], self._index.held[place])
        return self._history.concerns(self._files[path].path, day)

    def _is_remembered(self, path: str) -> bool:
        return path in self._files and self._linter.options(path).house.registries.history

    def _without_history(self, result: FileResult) -> FileResult:
        """Return the result of a file with what could not be said of it, where its history is not known."""
        path, history = result.path, self._history
        if history is None or result.error is not None or not self._is_remembered(path):
            return result
        if history.is_whole(self._files[path].path):
            return result
        options = self._linter.options(path)
        rules = (one for one in split(rules_for(options, path), options).together if HISTORY in one.partly)
        skipped = tuple(Skipped(one.rule.code, CUT_OFF.in_(options.language)) for one in rules)
        return result._replace(not_checked=(*result.not_checked, *skipped))

    def _source(self, path: str) -> Source | None:
        file = self._files.get(path)
        try:
            return self._read(file) if file is not None else None
        except LoadError:
            return None

    def _opened(self, path: str) -> Neighbour | None:
        source = self._source(path)
        options = self._linter.options(path)
        try:
            release = load(source, options.house) if source is not None else None
        except LoadError:
            release = None
        if release is None:
            return None
        facts = Facts(release, options.house, None, Outside(None, self._linter.files(options)))
        return Neighbour(path, release, facts, Places(release).at)
