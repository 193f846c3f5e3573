from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.engine.judge import Verdict, fixable, settle
from presslint.model.finding import Confidence, Finding, Fix, Location, Safety, Severity, State
from presslint.model.options import Options
from presslint.model.verdict import ExitCode, FileResult, Summary
from presslint.text.edits import Edit
from presslint.text.span import SourceSpan

TODAY = date(2026, 3, 2)


def finding(  # noqa: PLR0917
    line: int = 1,
    rule: str = "DAT002",
    severity: Severity = Severity.ERROR,
    message: str = "m",
    snippet: str = "Montag",
    place: str = "body",
    state: State = State.REPORTED,
    safety: Safety | None = None,
) -> Finding:
    fixes = () if safety is None else (Fix("t", safety, (Edit(SourceSpan(0, 1), "x"),)),)
    where = Location(line, 1, line, 7, None, place)
    span = SourceSpan(line * 10, line * 10 + 6)
    return Finding(rule, "n", severity, Confidence.HIGH, message, where, span, snippet, fixes=fixes, state=state)


def test_the_order_is_by_place_then_severity_then_rule_then_message() -> None:
    ordered = (
        finding(1, "LNK001", Severity.INFO),
        finding(2, "LNK001", Severity.ERROR),
        finding(2, "DAT001", Severity.WARNING),
        finding(2, "DAT002", Severity.WARNING, "a"),
        finding(2, "DAT002", Severity.WARNING, "b"),
    )
    expected = settle(ordered)
    assert [(one.where.line, one.rule, one.message) for one in expected] == [
        (one.where.line, one.rule, one.message) for one in ordered
    ]
    for shuffled in permutations(ordered):
        assert settle(shuffled) == expected


def test_the_same_at_the_same_place_is_told_once() -> None:
    assert len(settle([finding(), finding(), finding(message="other")])) == 2


def test_a_fingerprint_survives_moved_lines() -> None:
    before, after = settle([finding(3)]), settle([finding(40)])
    assert before[0].fingerprint == after[0].fingerprint
    assert len(before[0].fingerprint) == 16


def test_a_fingerprint_does_not_see_white_space_or_case() -> None:
    (one,), (other,) = settle([finding(snippet="Am  Montag")]), settle([finding(snippet="am\nMontag")])
    assert one.fingerprint == other.fingerprint


def test_equal_findings_are_told_apart_by_their_number() -> None:
    first, second = settle([finding(1), finding(2)])
    assert first.fingerprint != second.fingerprint
    assert settle([finding(7), finding(9)])[1].fingerprint == second.fingerprint


@pytest.mark.parametrize(
    "other", [finding(rule="DAT003"), finding(snippet="Dienstag"), finding(place="contact")], ids=repr
)
def test_a_fingerprint_names_rule_text_and_zone(other: Finding) -> None:
    assert settle([finding()])[0].fingerprint != settle([other])[0].fingerprint


def test_a_lone_surrogate_has_a_fingerprint() -> None:
    assert settle([finding(snippet="\ud800")])[0].fingerprint


@given(st.lists(st.builds(finding, st.integers(1, 4), st.sampled_from(["A", "B"]), st.sampled_from(Severity))))
def test_settling_is_deterministic_and_final(findings: list[Finding]) -> None:
    settled = settle(findings)
    assert settle(reversed(findings)) == settled
    assert settle(settled) == settled


def verdict_on(*results: FileResult, fail_on: Severity | None = Severity.ERROR, most: int | None = None) -> Verdict:
    verdict = Verdict()
    for result in results:
        verdict.add(result, Options(TODAY, fail_on=fail_on, max_warnings=most))
    return verdict


def test_nothing_checked_is_a_failure() -> None:
    assert verdict_on().exit_code is ExitCode.FAILED


def test_a_clean_file_is_clean() -> None:
    verdict = verdict_on(FileResult("a"))
    assert verdict.exit_code is ExitCode.CLEAN
    assert verdict.summary == Summary(files=1)


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        (Severity.ERROR, Severity.ERROR, 1),
        (Severity.WARNING, Severity.ERROR, 0),
        (Severity.WARNING, Severity.WARNING, 1),
        (Severity.INFO, Severity.WARNING, 0),
        (Severity.INFO, Severity.INFO, 1),
        (Severity.ERROR, None, 0),
    ],
)
def test_the_threshold_decides(severity: Severity, fail_on: Severity | None, code: int) -> None:
    result = FileResult("a", findings=(finding(severity=severity),))
    assert verdict_on(result, fail_on=fail_on).exit_code == code


@pytest.mark.parametrize("count", [1, 255, 256, 257, 512])
def test_many_findings_are_findings(count: int) -> None:
    findings = tuple(finding(line) for line in range(1, count + 1))
    verdict = verdict_on(FileResult("a", findings=findings))
    assert verdict.exit_code is ExitCode.FINDINGS
    assert verdict.summary.errors == count


@pytest.mark.parametrize(("most", "code"), [(None, 0), (2, 0), (1, 1), (0, 1)])
def test_warnings_are_limited_over_the_run(most: int | None, code: int) -> None:
    results = [FileResult(path, findings=(finding(severity=Severity.WARNING),)) for path in ("a", "b")]
    assert verdict_on(*results, most=most).exit_code == code


def test_the_strictest_limit_holds() -> None:
    verdict = Verdict()
    for most in (5, 1, 9):
        verdict.add(FileResult("a", findings=(finding(severity=Severity.WARNING),)), Options(TODAY, max_warnings=most))
    assert verdict.exit_code is ExitCode.FINDINGS


@pytest.mark.parametrize("bad", [FileResult("b", error="gone"), FileResult("b", crashed=True)])
def test_what_did_not_run_wins_over_findings(bad: FileResult) -> None:
    found = FileResult("a", findings=(finding(),))
    assert verdict_on(found, bad).exit_code is ExitCode.FAILED
    assert verdict_on(bad, found).exit_code is ExitCode.FAILED
    assert verdict_on(bad, fail_on=None).exit_code is ExitCode.FAILED


@pytest.mark.parametrize("state", [State.SUPPRESSED, State.BASELINED])
def test_what_is_not_reported_fails_nothing_and_counts_apart(state: State) -> None:
    verdict = verdict_on(FileResult("a", findings=(finding(state=state, safety=Safety.SAFE),)), fail_on=Severity.INFO)
    assert verdict.exit_code is ExitCode.CLEAN
    suppressed = state is State.SUPPRESSED
    assert verdict.summary == Summary(files=1, suppressed=int(suppressed), baselined=int(not suppressed))


def test_the_summary_counts() -> None:
    findings = (
        finding(1, safety=Safety.SAFE),
        finding(2, severity=Severity.WARNING, safety=Safety.UNSAFE),
        finding(3, severity=Severity.INFO),
    )
    verdict = verdict_on(FileResult("a", findings=findings), FileResult("b", error="gone"))
    assert verdict.summary == Summary(files=2, errors=1, warnings=1, infos=1, fixable=1, unreadable=1)


def test_fixable_means_by_fix_alone() -> None:
    assert [fixable(finding(safety=safety)) for safety in (None, *Safety)] == [False, False, False, True]
