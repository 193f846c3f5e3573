"""The fix loop: apply what does not collide, read again, check again, until nothing is left to mend."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from presslint.errors import LoadError
from presslint.load import load
from presslint.model.finding import Finding, Fix, Safety, Severity, State
from presslint.model.house import House
from presslint.model.release import Release
from presslint.model.source import Source
from presslint.model.verdict import FileResult
from presslint.text.edits import Edit, apply_edits

PASSES = 10


class Fixed(NamedTuple):
    """What became of one source: ``before`` is its result as it was read, ``result`` the one for ``text``.

    ``applied`` counts the fixes that were made, by rule; ``refused`` names the rules whose fix would have done harm;
    ``cycle`` those whose fixes undo one another.
    """

    source: Source
    text: str
    before: FileResult
    result: FileResult
    applied: tuple[tuple[str, int], ...] = ()
    refused: tuple[str, ...] = ()
    cycle: tuple[str, ...] = ()


class _Choice(NamedTuple):
    """A fix that is to be made, and what it mends."""

    finding: Finding
    fix: Fix

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.finding.rule, self.finding.fingerprint, self.fix.title)


class _State(NamedTuple):
    """A text that could be read, and what was found in it."""

    source: Source
    release: Release
    result: FileResult


def fix_source(
    source: Source, house: House, lint: Callable[[Release], FileResult], lowest: Safety, language: str = "en"
) -> Fixed:
    """Mend ``source`` with the fixes that are at least as safe as ``lowest``; nothing is written.

    ``lint`` checks a release. A fix is refused when the text behind it cannot be read, when it changes the language or
    a metadata field that it does not name, or when it brings a finding at least as severe as the one it mends. A
    source that cannot be read is returned as it is, with the error in its result, in ``language``.
    """
    try:
        state = _State(source, release := load(source, house), lint(release))
    except LoadError as error:
        failed = FileResult(source.path, error=error.in_(language))
        return Fixed(source, source.text, failed, failed)
    return _Loop(state, house, lint, lowest).run()


class _Loop:
    """The passes over one source."""

    def __init__(self, start: _State, house: House, lint: Callable[[Release], FileResult], lowest: Safety) -> None:
        self.start = start
        self.state = start
        self.house = house
        self.lint = lint
        self.lowest = lowest
        self.applied: Counter[str] = Counter()
        self.refused: dict[tuple[str, str, str], None] = {}

    def run(self) -> Fixed:
        seen = {self.start.source.text: 0}
        passes: list[set[str]] = []
        cycle: tuple[str, ...] = ()
        for _ in range(PASSES):
            made, state = self._pass(self._choices())
            if not made:
                break
            passes.append({choice.finding.rule for choice in made})
            if state.source.text in seen:
                cycle = tuple(sorted(set().union(*passes[seen[state.source.text] :])))
                break
            seen[state.source.text] = len(passes)
            self.state = state
            self.applied.update(choice.finding.rule for choice in made)
        return Fixed(
            self.start.source,
            self.state.source.text,
            self.start.result,
            self.state.result,
            tuple(sorted(self.applied.items())),
            tuple(sorted({key[0] for key in self.refused})),
            cycle,
        )

    def _choices(self) -> list[_Choice]:
        """Return the fixes to make now: sorted by place and rule, none overlapping another."""
        choices = [
            _Choice(finding, fix)
            for finding in self.state.result.findings
            if finding.state is State.REPORTED
            for fix in [fix for fix in finding.fixes if fix.safety >= self.lowest][:1]
        ]
        chosen: list[_Choice] = []
        taken: list[Edit] = []
        for choice in sorted(choices, key=lambda choice: (min(choice.fix.edits), choice.finding.rule)):
            if choice.key in self.refused or any(_collide(edit, other) for edit in choice.fix.edits for other in taken):
                continue
            chosen.append(choice)
            taken += choice.fix.edits
        return chosen

    def _pass(self, choices: list[_Choice]) -> tuple[list[_Choice], _State]:
        """Make all fixes at once; where that does harm, one after the other, leaving out those that do."""
        if not choices:
            return [], self.state
        state = self._made(choices)
        if state is not None:
            return choices, state
        made: list[_Choice] = []
        state = self.state
        for choice in choices:
            mended = self._made([*made, choice])
            if mended is None:
                self.refused[choice.key] = None
            else:
                made, state = [*made, choice], mended
        return made, state

    def _made(self, choices: Sequence[_Choice]) -> _State | None:
        """Return the state with the fixes made, or None where one of them does harm."""
        state = self.state
        edits = [edit for choice in choices for edit in choice.fix.edits]
        try:
            source = state.source._replace(text=apply_edits(state.source.text, edits), data=b"", digest="")
            release = load(source, self.house, state.release.format)
        except (LoadError, ValueError):
            return None
        result = self.lint(release)
        if (result.crashed and not state.result.crashed) or result.language != state.result.language:
            return None
        if _other_fields_differ(state.release, release, edits) or _worse(state.result, result, choices):
            return None
        return _State(source, release, result)


def _collide(one: Edit, other: Edit) -> bool:
    """Tell whether two edits touch the same text, or insert at the same place, where their order would matter."""
    return one.span.overlaps(other.span) or one.span.start == other.span.start


def _other_fields_differ(before: Release, after: Release, edits: Iterable[Edit]) -> bool:
    edits = list(edits)
    meant = {
        field.key
        for field in before.fields
        if field.span is not None and any(_collide(edit, Edit(field.span, "")) for edit in edits)
    }
    return _values(before, meant) != _values(after, meant)


def _values(release: Release, but: set[str]) -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in release.fields if field.key not in but]


def _worse(before: FileResult, after: FileResult, choices: Iterable[_Choice]) -> bool:
    """Tell whether a rule has more findings than before that are at least as severe as what was mended.

    Rules are counted, not findings compared: mending a link changes the text that another finding points at.
    """
    limit = min(choice.finding.severity for choice in choices)
    return any((_count(after, limit) - _count(before, limit)).values())


def _count(result: FileResult, limit: Severity) -> Counter[str]:
    return Counter(
        finding.rule for finding in result.findings if finding.state is State.REPORTED and finding.severity >= limit
    )
