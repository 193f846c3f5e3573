"""What a run came to."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from presslint.model.finding import Finding


class ExitCode(IntEnum):
    """What the shell is told. FAILED wins over FINDINGS: a check that did not run is no verdict."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130


class Skipped(NamedTuple):
    """A rule that did not run on a file, and why, in the user's language."""

    rule: str
    reason: str


class FileResult(NamedTuple):
    """One file: its findings, or the error that kept it from being read, never both.

    ``text`` is the source text, for reporters that show it; ``crashed`` says that a rule failed on this file. ``parts``
    are the releases inside the file: those attached to a mail, or the further items of a news message. ``entry`` is
    what the index of a repository has to know of the release, empty where nobody compares releases.
    """

    path: str
    format: str = ""
    language: str = ""
    release_date: str | None = None
    error: str | None = None
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[Skipped, ...] = ()
    text: str = ""
    crashed: bool = False
    parts: "tuple[FileResult, ...]" = ()
    entry: tuple[object, ...] = ()

    def unfolded(self) -> "Iterator[FileResult]":
        """Yield this result, and those of the releases inside the file."""
        yield self
        for part in self.parts:
            yield from part.unfolded()


class Summary(NamedTuple):
    """Counts over a run. Findings that are suppressed or baselined count only there."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    fixable: int = 0
    suppressed: int = 0
    baselined: int = 0
    unreadable: int = 0


class RunInfo(NamedTuple):
    """What holds for a whole run: known before the first file is read."""

    version: str
    today: str
    profile: str
    language: str
    fail_on: str


class RunResult(NamedTuple):
    """The verdict over all files."""

    info: RunInfo
    summary: Summary
    exit_code: ExitCode
