"""Counts over the files of a run, kept while they pass by so that memory does not grow with them."""

from collections.abc import Mapping

from presslint.model.finding import Finding, Safety, Severity, State
from presslint.model.verdict import FileResult, Summary


class RuleCount:
    """How often a rule reported, and its name."""

    __slots__ = ("count", "name", "severity")

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.severity = Severity.INFO


class Tally:
    """What the closing lines say."""

    def __init__(self) -> None:
        self.files = 0
        self.with_findings = 0
        self.unreadable = 0
        self.suppressed = 0
        self.baselined = 0
        self.severities = dict.fromkeys((Severity.ERROR, Severity.WARNING, Severity.INFO), 0)
        self.fixes = dict.fromkeys((Safety.SAFE, Safety.UNSAFE, Safety.MANUAL), 0)
        self.rules: dict[str, RuleCount] = {}
        self._skipped: dict[str, dict[str, int]] = {}

    def add(self, result: FileResult) -> None:
        """Count one file."""
        self.files += 1
        self.unreadable += result.error is not None
        reported = self.reported
        for finding in result.findings:
            self._count(finding)
        self.with_findings += self.reported > reported
        for rule, reason in result.not_checked:
            rules = self._skipped.setdefault(reason, {})
            rules[rule] = rules.get(rule, 0) + 1

    @property
    def reported(self) -> int:
        """Number of findings that are neither suppressed nor in the baseline."""
        return sum(self.severities.values())

    @property
    def skipped(self) -> Mapping[str, Mapping[str, int]]:
        """Reason → rule → number of files that the rule did not run on, by reason and rule."""
        return {reason: dict(sorted(self._skipped[reason].items())) for reason in sorted(self._skipped)}

    def summary(self) -> Summary:
        """Return the counts of a run that could not be finished."""
        return Summary(
            files=self.files,
            errors=self.severities[Severity.ERROR],
            warnings=self.severities[Severity.WARNING],
            infos=self.severities[Severity.INFO],
            fixable=self.fixes[Safety.SAFE],
            suppressed=self.suppressed,
            baselined=self.baselined,
            unreadable=self.unreadable,
        )

    def _count(self, finding: Finding) -> None:
        if finding.state is State.SUPPRESSED:
            self.suppressed += 1
            return
        if finding.state is State.BASELINED:
            self.baselined += 1
            return
        self.severities[finding.severity] += 1
        if finding.fixes:
            self.fixes[max(fix.safety for fix in finding.fixes)] += 1
        rule = self.rules.setdefault(finding.rule, RuleCount(finding.name))
        rule.count += 1
        rule.severity = max(rule.severity, finding.severity)
