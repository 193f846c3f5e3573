"""One file, from its bytes to its findings.

Checks speak of places in the prose and know no language of messages; here their hits become findings. A check that
crashes is a finding too: what did not run must not look clean.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from presslint import packs
from presslint.checks import Context
from presslint.engine import judge
from presslint.engine.diagnostics import SKIPPED, diagnose
from presslint.engine.places import TOP, Places, concretise
from presslint.engine.plan import Known, Plan
from presslint.engine.unseen import unseen
from presslint.engine.wording import render
from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load, read_source
from presslint.model.facts import ReleaseDate
from presslint.model.finding import Finding
from presslint.model.options import Options
from presslint.model.outside import Outside
from presslint.model.release import MarkKind, Release
from presslint.model.rule import BoundRule
from presslint.model.self_ import HIDEABLE
from presslint.model.source import Source
from presslint.model.values import Args
from presslint.model.verdict import FileResult, Skipped
from presslint.text.span import SourceSpan

if TYPE_CHECKING:
    from presslint.checks.repository_entries import Wanted

HOLDERS = frozenset({"eml", "newsml"})  # formats whose files may hold further releases
# what a release may be compared with: whether it is there
BESIDE: Mapping[str, Callable[[Facts], bool]] = {
    "repository": lambda facts: facts.outside.repository is not None,
    "contacts": lambda facts: bool(facts.house.registries.people),
    "boilerplates": lambda facts: bool(facts.house.registries.boilerplates),
    "declared": lambda facts: bool(facts.house.registries.declared),
}
A = TypeVar("A")
T = TypeVar("T")


def check_path(
    path: str,
    rules: Sequence[BoundRule],
    options: Options,
    known: Collection[str] = (),
    shown: str | None = None,
    outside: Outside | None = None,
) -> FileResult:
    """Read and lint one file; ``shown`` is the path that people see. A file that cannot be read has an ``error``."""
    try:
        source = read_source(path, shown)
    except LoadError as error:
        return FileResult(path if shown is None else shown, error=error.in_(options.language))
    return check_source(source, rules, options, known, outside)


def check_source(
    source: Source,
    rules: Sequence[BoundRule],
    options: Options,
    known: Collection[str] = (),
    outside: Outside | None = None,
    wanted: "Wanted | None" = None,
) -> FileResult:
    """Load and lint one source. A source that cannot be understood has an ``error`` and no findings."""
    try:
        release = load(source, options.house)
    except LoadError as error:
        return FileResult(source.path, error=error.in_(options.language))
    except Exception as error:  # noqa: BLE001 - one file that breaks the loader must not keep the others from being checked
        args = {"problem": _problem(error)}
        return FileResult(source.path, error=render(SKIPPED["loader"], args, options.language), crashed=True)
    result = lint(release, rules, options, known, outside, wanted)
    if release.format in HOLDERS:
        from presslint.engine.attached import check_parts  # noqa: PLC0415 - few files hold further releases

        parts = check_parts(release, lambda part: check_source(part, rules, options, known, outside), options.language)
        result = result._replace(parts=parts)
    return result


def lint(
    release: Release,
    rules: Sequence[BoundRule],
    options: Options,
    known: Collection[str] = (),
    outside: Outside | None = None,
    wanted: "Wanted | None" = None,
) -> FileResult:
    """Run ``rules`` on a release, in their order.

    ``known`` are the codes and names of all rules that exist, so that a suppression of a rule that merely was not
    selected is not called unknown. ``outside`` is what may be looked at beside the release. ``wanted`` is what an index
    asks of it. Findings that are suppressed keep their place among the others.
    """
    run = _Run(release, options, outside)
    run.rules(_plan(rules))
    for note in release.notes:
        run.note(note.code, note.case, dict(note.args), note.span)
    entry = run.entry(wanted) if wanted is not None else ()
    # what a letter around a release lacks is in the release
    findings = [found for found in run.findings if found.span or found.where.place] if release.cover else run.findings
    if any(mark.kind is MarkKind.COMMENT for mark in release.marks) or any(
        field.key.startswith("presslint") for field in release.fields
    ):
        from presslint.engine import suppress  # noqa: PLC0415 - few releases have exceptions

        scope = suppress.Scope(set(run.ran(rules)), known or _names(rules))
        findings = suppress.mark(release, findings, scope, run.places, options.language)
    return FileResult(
        path=release.source.path,
        format=release.format,
        language=run.language,
        release_date=run.release_date,
        findings=judge.settle(_told(findings, options, release.source.path)),
        not_checked=tuple(run.skipped),
        text=release.source.text,
        crashed=run.crashed,
        entry=entry,
    )


_plans: dict[int, Plan] = {}
_MANY = 64  # selections of rules, one for each set of options


def _plan(rules: Sequence[BoundRule]) -> Plan:
    """Return the plan of a selection of rules: made once for a tuple, which nobody can change."""
    if not isinstance(rules, tuple):
        return Plan(rules)
    plan = _plans.get(id(rules))
    if plan is None or plan.rules is not rules:
        if len(_plans) >= _MANY:
            _plans.clear()
        plan = _plans[id(rules)] = Plan(rules)
    return plan


def _told(findings: list[Finding], options: Options, path: str) -> list[Finding]:
    """Return the findings without those about the run that the configuration hides, or with the severity it gives."""
    if not (options.ignore or options.severity or options.per_path):
        return findings
    told = []
    for finding in findings:
        severity = None
        if finding.rule in HIDEABLE:
            try:
                severity = packs.severity_of_self(options, path, finding.rule)
            except KeyError:
                continue
        told.append(finding if severity is None else finding._replace(severity=severity))
    return told


class _Run:
    """What has been found on one release so far."""

    def __init__(self, release: Release, options: Options, outside: Outside | None) -> None:
        self.release = release
        self.ui = options.language
        self.facts = Facts(release, options.house, options.release_date, outside)
        self.context = Context(release, self.facts, options.today)
        self.places = Places(release)
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        self._not_run: set[str] = set()
        self.crashed = False
        self.language = self._guard("facts.language", _language, self.facts) or ""
        self.release_date = self._guard("facts.release_date", _day, self.facts)

    def rules(self, plan: Plan) -> None:
        """Run the rules that may find something, or say why they do not run."""
        context, places, ui = self.context, self.places, self.ui
        beside = tuple([what for what, is_there in BESIDE.items() if is_there(self.facts)])
        known = Known(self.release.format, self.language, self.release_date is not None, ui, beside)
        for bound, reason in plan.steps(context, known, self._reason):
            if reason:
                self._skip(bound, reason)
                continue
            try:
                hits = list(bound.run(context, bound.params))
                if hits:
                    self.findings += [concretise(hit, bound, places, ui) for hit in hits]
            except Exception as error:  # noqa: BLE001 - whatever a rule does, the others still run and the crash is shown
                self._crash(bound.rule.code, error)
                self._skip(bound, SKIPPED["crashed"].in_(ui))
                continue
            if bound.partly:
                self.skipped += self._guard(bound.rule.code, self._unseen, bound) or []

    def ran(self, rules: Sequence[BoundRule]) -> list[str]:
        """Return the codes and names of those of ``rules`` that ran, or had nothing to judge."""
        format_ = self.release.format
        applicable = (bound for bound in rules if not bound.rule.formats or format_ in bound.rule.formats)
        alone = self.facts.outside.repository is None  # then the others may yet show what a rule finds
        return _names(
            [
                bound
                for bound in applicable
                if bound.rule.code not in self._not_run and not (alone and "repository" in bound.partly)
            ]
        )

    def entry(self, wanted: "Wanted") -> tuple[object, ...]:
        """Return what an index has to know of the release, as ``marshal`` takes it."""
        from presslint.checks.repository_entries import entry_of  # noqa: PLC0415 - only who compares releases

        entry = self._guard("repository index", lambda context: entry_of(context, wanted), self.context)
        return tuple(entry) if entry is not None else ()

    def _skip(self, bound: BoundRule, reason: str) -> None:
        self._not_run.add(bound.rule.code)
        self.skipped.append(Skipped(bound.rule.code, reason))

    def note(self, code: str, case: str, args: Args, span: SourceSpan | None) -> None:
        """Add what the loader had to guess or repair."""
        where, span, _ = self.places.at(span)
        self.findings.append(diagnose(code, case, args, self.ui, where, span))

    def _unseen(self, bound: BoundRule) -> list[Skipped]:
        reasons = [reason for what in bound.partly for reason in unseen(what, self.facts, bound.params)]
        return [Skipped(bound.rule.code, reason.in_(self.ui)) for reason in reasons]

    def _reason(self, bound: BoundRule) -> str:
        """Return why a rule cannot run on the release, or nothing."""
        languages = bound.rule.languages
        if languages and self.language not in languages:
            key = "language" if self.language else "no-language"
            return render(SKIPPED[key], {"language": self.language}, self.ui)
        for what in bound.requires:
            if what in BESIDE:
                if not BESIDE[what](self.facts):
                    return SKIPPED[what].in_(self.ui)
            elif what != "release_date":
                return render(SKIPPED["requires"], {"what": what}, self.ui)
            elif self.release_date is None:
                return SKIPPED["release_date"].in_(self.ui)
        return ""

    def _guard(self, rule: str, work: Callable[[A], T], given: A) -> T | None:
        try:
            return work(given)
        except Exception as error:  # noqa: BLE001 - as above
            self._crash(rule, error)
            return None

    def _crash(self, rule: str, error: Exception) -> None:
        self.crashed = True
        args = {"rule": rule, "problem": _problem(error)}
        self.findings.append(diagnose("SYS008", "default", args, self.ui, TOP))


def _language(facts: Facts) -> str:
    return facts.language


def _day(facts: Facts) -> str | None:
    day = facts.one(ReleaseDate).value
    return day.isoformat() if day else None


def _problem(error: Exception) -> str:
    """Name an error by its type and place in the program; its text might hold text of the release."""
    place = ""
    frame = error.__traceback__
    while frame is not None:
        file = PurePath(frame.tb_frame.f_code.co_filename)
        if "presslint" in file.parts or not place:  # where the interpreter itself gave up tells nobody anything
            place = f" ({file.name}:{frame.tb_lineno})"
        frame = frame.tb_next
    return type(error).__name__ + place


def _names(rules: Sequence[BoundRule]) -> list[str]:
    return [name for bound in rules for name in (bound.rule.code, bound.rule.name)]
