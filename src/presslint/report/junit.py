"""JUnit's XML, for services that show tests: a suite per file, a case per finding.

A finding at or above the run's threshold is a failure; one below it is a case that passed, with its text as output, so
that the report and the exit code say the same. A rule that did not run is a skipped case. A file without findings has
one case that passed.
"""

from collections.abc import Iterable

from presslint.model.finding import Finding, State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, Summary
from presslint.report.markup import attributes, escaped
from presslint.report.phrases import SEVERITIES
from presslint.report.programs import ProgramReporter, portable

_LEVELS = {name: severity for severity, name in SEVERITIES.items()}


class JunitReporter(ProgramReporter):
    """The format ``junit``."""

    def file(self, result: FileResult) -> None:
        """Write the suite of one file."""
        cases: list[str] = []
        failures = 0
        path = portable(result.path)
        if result.error is not None:
            message = self._phrases("unread", reason=result.error)
            cases.append(_case("SYS001", path, [f"<error{attributes(message=message, type='SYS001')}/>"]))
        for finding in result.findings:
            if finding.state is State.REPORTED:
                failed = self._fails_from is not None and finding.severity >= self._fails_from
                failures += failed
                cases.append(_finding(finding, path, failed=failed))
        if not cases:
            cases.append(_case("presslint", path))
        cases += [_case(rule, path, [f"<skipped{attributes(message=reason)}/>"]) for rule, reason in result.not_checked]
        counts = attributes(
            name=path, tests=len(cases), failures=failures, errors=int(result.error is not None),
            skipped=len(result.not_checked),
        )  # fmt: skip
        self._write(f" <testsuite{counts}>\n{''.join(cases)} </testsuite>\n")

    def _head(self, info: RunInfo) -> str:
        self._fails_from = _LEVELS.get(info.fail_on)
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="presslint">\n'

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:  # noqa: ARG002 - each suite has its counts
        if not aborted:
            return "</testsuites>\n"
        message = self._phrases("aborted", reason=aborted)
        case = _case("presslint", "presslint", [f"<error{attributes(message=message, type='aborted')}/>"])
        counts = attributes(name="presslint", tests=1, failures=0, errors=1)
        return f" <testsuite{counts}>\n{case} </testsuite>\n</testsuites>\n"


def _finding(finding: Finding, path: str, *, failed: bool) -> str:
    text = f"{path}:{finding.where.line}:{finding.where.column}: {finding.message}"
    if failed:
        kind = SEVERITIES[finding.severity]
        body = f"<failure{attributes(message=finding.message, type=kind)}>{escaped(text)}</failure>"
    else:
        body = f"<system-out>{escaped(f'{SEVERITIES[finding.severity]}: {text}')}</system-out>"
    # without the line: a paragraph put in front must not make the service see other tests
    return _case(f"{finding.rule} {finding.name}: {finding.message}", path, [body])


def _case(name: str, path: str, body: Iterable[str] = ()) -> str:
    inside = "".join(f"\n   {part}" for part in body)
    values = attributes(name=name, classname=path)
    return f"  <testcase{values}>{inside}\n  </testcase>\n" if inside else f"  <testcase{values}/>\n"
