"""The only policy: order, duplicates, threshold, counts and exit code."""

import hashlib
from collections.abc import Container, Iterable

from presslint.model.finding import Finding, Safety, Severity, State
from presslint.model.options import Options
from presslint.model.verdict import ExitCode, FileResult, Summary


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of one file in their total order, each once, with fingerprints.

    The order is by place, then the more severe first, then by rule and message. A fingerprint names rule, zone, text
    and the ordinal among equals, and no line: it survives a paragraph that is moved or put in front.
    """
    settled: list[Finding] = []
    seen: set[tuple[object, ...]] = set()
    counts: dict[tuple[str, str, str], int] = {}
    for finding in sorted(findings, key=_order):
        same = (finding.rule, finding.where, finding.span, finding.message)
        if same in seen:
            continue
        seen.add(same)
        kind = (finding.rule, finding.where.place, " ".join(finding.snippet.split()).casefold())
        counts[kind] = ordinal = counts.get(kind, 0) + 1
        settled.append(finding._replace(fingerprint=_fingerprint(kind, ordinal)))
    return tuple(settled)


def _order(finding: Finding) -> tuple[object, ...]:
    where = finding.where
    place = (where.line, where.column, where.end_line, where.end_column)
    return (*place, -finding.severity, finding.rule, finding.message)


def _fingerprint(kind: tuple[str, str, str], ordinal: int) -> str:
    return hashlib.sha256("\x1f".join((*kind, str(ordinal))).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def baselined(result: FileResult, known: Container[int]) -> FileResult:
    """Return the result with the reported findings at the positions in ``known`` set aside: they are old news."""
    findings = (
        finding._replace(state=State.BASELINED) if place in known and finding.state is State.REPORTED else finding
        for place, finding in enumerate(result.findings)
    )
    return result._replace(findings=tuple(findings))


class Verdict:
    """Counts a run as its files come in."""

    __slots__ = ("_counts", "_failed", "_files", "_limit", "_over", "_unreadable")

    def __init__(self) -> None:
        self._counts = Summary()
        self._files = 0
        self._unreadable = 0
        self._failed = False
        self._over = False
        self._limit: int | None = None

    def add(self, result: FileResult, options: Options) -> None:
        """Count one file against the threshold of its own options."""
        self._files += 1
        self._unreadable += result.error is not None
        self._failed |= result.error is not None or result.crashed
        if options.max_warnings is not None:
            self._limit = options.max_warnings if self._limit is None else min(self._limit, options.max_warnings)
        if result.findings:
            self._count(result.findings, options.fail_on)

    def _count(self, findings: Iterable[Finding], fail_on: Severity | None) -> None:
        reported = [finding for finding in findings if finding.state is State.REPORTED]
        counts = self._counts
        self._counts = counts._replace(
            errors=counts.errors + _count(reported, Severity.ERROR),
            warnings=counts.warnings + _count(reported, Severity.WARNING),
            infos=counts.infos + _count(reported, Severity.INFO),
            fixable=counts.fixable + sum(fixable(finding) for finding in reported),
            suppressed=counts.suppressed + sum(finding.state is State.SUPPRESSED for finding in findings),
            baselined=counts.baselined + sum(finding.state is State.BASELINED for finding in findings),
        )
        if fail_on is not None:
            self._over |= any(finding.severity >= fail_on for finding in reported)

    @property
    def summary(self) -> Summary:
        """The counts so far."""
        return self._counts._replace(files=self._files, unreadable=self._unreadable)

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell. A run that checked no file has failed: nothing was looked at."""
        if self._failed or not self._files:
            return ExitCode.FAILED
        if self._over or (self._limit is not None and self._counts.warnings > self._limit):
            return ExitCode.FINDINGS
        return ExitCode.CLEAN


def fixable(finding: Finding) -> bool:
    """Tell whether ``--fix`` alone would mend the finding."""
    return any(fix.safety is Safety.SAFE for fix in finding.fixes)


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
