"""Floor 7: what a run came to, written for people and for programs.

A reporter gets values and a stream. It does not filter, sort or judge, and it knows no settings: what it is given, in
the order in which it is given, is what it writes.
"""

from importlib import import_module
from typing import IO, Any, NamedTuple, Protocol, cast

from presslint.errors import ConfigError
from presslint.model.verdict import FileResult, RunInfo, RunResult


class Display(NamedTuple):
    """How to write for people; programs' formats look at ``language`` and ``packs`` alone.

    ``language`` is that of presslint's own words (``en`` or ``de``). ``width`` is in terminal cells. ``ascii`` draws
    frames without line-drawing characters; the text of a release is not touched by it. ``quiet`` leaves findings and
    unreadable files and drops the closing summary; ``statistics`` adds a table of findings per rule, also when quiet.
    ``explain`` adds why a rule is there, at its first finding. ``packs`` are the folders of further rule packs, for
    the words of their rules. ``wraps`` breaks sentences between words where they are wider than ``width``.
    """

    language: str = "en"
    color: bool = False
    width: int = 100
    ascii: bool = False
    quiet: bool = False
    statistics: bool = False
    explain: bool = False
    packs: tuple[str, ...] = ()
    wraps: bool = False


class Reporter(Protocol):
    """Writes one run: ``begin``, ``file`` for each file, then ``end``; or ``abort`` in place of what is left.

    ``binary`` tells which kind of stream the class writes to: bytes (always UTF-8, lines end with LF) for programs,
    text for people. Each method may write at once, so that memory does not grow with the run. The stream is flushed
    at the end and stays open. Errors of the stream (a closed pipe, a full disk) are the caller's.
    """

    binary: bool

    def begin(self, info: RunInfo) -> None:
        """Write what holds for the whole run."""

    def file(self, result: FileResult) -> None:
        """Write one file."""

    def end(self, result: RunResult) -> None:
        """Write the verdict."""

    def abort(self, reason: str) -> None:
        """Close what was begun, so that the output is well formed and says that the run did not finish."""


_PLAIN = Display()

# name of a format → module of this floor and class; imported when asked for
REPORTERS: dict[str, str] = {
    "rich": "presslint.report.console:ConsoleReporter",
    "concise": "presslint.report.concise:ConciseReporter",
    "json": "presslint.report.json_:JsonReporter",
    "jsonl": "presslint.report.json_:JsonLinesReporter",
    "sarif": "presslint.report.sarif:SarifReporter",
    "junit": "presslint.report.junit:JunitReporter",
    "github": "presslint.report.github:GithubReporter",
    "gitlab": "presslint.report.gitlab:GitlabReporter",
    "checkstyle": "presslint.report.checkstyle:CheckstyleReporter",
    "rdjson": "presslint.report.rdjson:RdjsonReporter",
    "markdown": "presslint.report.markdown:MarkdownReporter",
}


# what no --format asks for: the table of --statistics where no other output goes to people
_ALONE = {"statistics": "presslint.report.statistics:StatisticsReporter"}


def make(name: str, stream: IO[Any], display: Display = _PLAIN) -> Reporter:
    """Return the reporter of that name.

    ``stream`` takes bytes where :func:`is_binary` says so, else text. Raises ConfigError for a name that there is
    not.
    """
    return cast("Reporter", _find(name)(stream, display))


def is_binary(name: str) -> bool:
    """Tell whether a format is written as bytes. Raises ConfigError for a name that there is not."""
    return bool(_find(name).binary)


def _find(name: str) -> Any:
    found = REPORTERS.get(name) or _ALONE.get(name)
    if found is None:
        raise ConfigError(f"unknown format {name!r}; there are: {', '.join(REPORTERS)}")
    module, _, kind = found.partition(":")
    return getattr(import_module(module), kind)
