"""The table of ``--statistics`` alone, for a run whose reports all go to files."""

from typing import TextIO

from presslint.model.verdict import FileResult, RunInfo, RunResult
from presslint.report import Display
from presslint.report.closing import statistics
from presslint.report.paint import painter
from presslint.report.tally import Tally


class StatisticsReporter:
    """Counts while files pass by, and writes how often each rule reported."""

    binary = False

    def __init__(self, stream: TextIO, display: Display) -> None:
        self._stream = stream
        self._painter = painter(stream, display.width, color=display.color)
        self._tally = Tally()

    def begin(self, info: RunInfo) -> None:
        """Write nothing."""

    def file(self, result: FileResult) -> None:
        """Count."""
        self._tally.add(result)

    def end(self, result: RunResult) -> None:  # noqa: ARG002 - the table is that of the files
        """Write the table."""
        self._painter.paint(statistics(self._tally))
        self._stream.flush()

    def abort(self, reason: str) -> None:
        """Write nothing: half of a count misleads."""
