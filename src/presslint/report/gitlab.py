"""GitLab's Code Quality report: a JSON array with one object per finding.

A file that could not be read, and a run that could not be finished, are entries of their own: an empty array would
look like a clean verdict. Findings that are suppressed or in the baseline are left out, since the format has no
word for them.

Source: https://docs.gitlab.com/ci/testing/code_quality/ (the subset of the Code Climate report that GitLab reads).
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from typing import Any, BinaryIO

from presslint.model.finding import Finding, Severity, State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, Summary
from presslint.report import Display
from presslint.report.face import Face
from presslint.report.programs import ProgramReporter, dumps, relative

_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
_FACE = Face()


class GitlabReporter(ProgramReporter):
    """The format ``gitlab``."""

    def __init__(self, stream: BinaryIO, display: Display) -> None:
        super().__init__(stream, display)
        self._seen: Counter[str] = Counter()
        self._entries = 0

    def file(self, result: FileResult) -> None:
        """Write the entries of one file."""
        self._tally.add(result)
        if result.error is not None:
            message = self._phrases("unread", reason=result.error)
            self._entry("SYS001", message, "blocker", result.path, {"begin": 1}, result.path)
        for finding in result.findings:
            if finding.state is State.REPORTED:
                lines = {"begin": finding.where.line, "end": finding.where.end_line}
                level = _LEVELS[finding.severity]
                identity = f"{finding.rule}\0{finding.fingerprint}"
                self._entry(_name(finding), finding.message, level, result.path, lines, identity)

    def _entry(self, name: str, message: str, level: str, path: str, lines: Mapping[str, int], identity: str) -> None:
        """Write one entry; the service drops entries whose fingerprint it has seen, so each gets one of its own."""
        whole = f"{relative(path)}\0{identity}"
        self._seen[whole] += 1
        fingerprint = hashlib.sha256(f"{whole}\0{self._seen[whole]}".encode("utf-8", "surrogateescape")).hexdigest()
        entry: dict[str, Any] = {
            "description": f"{name}: {_FACE.show(message)}",
            "check_name": name.partition(" ")[0],
            "fingerprint": fingerprint,
            "severity": level,
            "location": {"path": relative(path), "lines": lines},
        }
        self._write(f"{',' if self._entries else ''}\n {dumps(entry)}")
        self._entries += 1

    def _head(self, info: RunInfo) -> str:  # noqa: ARG002 - the format has no place for it
        return "["

    def _tail(self, summary: Summary, exit_code: ExitCode, aborted: str) -> str:  # noqa: ARG002 - the shell has the code
        if aborted:
            message = self._phrases("aborted", reason=aborted)
            self._entry("presslint", message, "blocker", ".", {"begin": 1}, "aborted")
        return "\n]\n"


def _name(finding: Finding) -> str:
    return f"{finding.rule} {finding.name}"
