"""The outputs of one run, each a format and the place it is written to."""

import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Self, cast

from presslint.cli.environment import colored, plain, sized, width
from presslint.cli.streams import Standard
from presslint.cli.targets import Target
from presslint.errors import PresslintError
from presslint.model.verdict import FileResult, RunInfo, RunResult
from presslint.report import Display, Reporter, is_binary, make

if TYPE_CHECKING:
    from presslint.engine.write import NewFile


_REASONS: Mapping[type[BaseException], str] = {KeyboardInterrupt: "interrupted"}


class _Output(NamedTuple):
    reporter: Reporter
    stream: IO[Any]
    file: "NewFile | None"
    name: str

    def keep(self) -> None:
        self.stream.flush()
        if self.file is not None:
            self.file.keep()


class Outputs:
    """Hands every result to every reporter; files appear when the run has come to its end, and not before.

    ``standard`` takes what has no file of its own. Raises PresslintError for an output that cannot be written,
    ConfigError for a format that there is not.
    """

    def __init__(self, targets: Sequence[Target], display: Display, color: str, standard: Standard) -> None:
        self._outputs: list[_Output] = []
        try:
            for target in targets:
                self._outputs.append(_open(target, display, color, standard))
        except BaseException:
            self._drop()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if error is not None:
            reason = (
                str(error) if isinstance(error, PresslintError) else _REASONS.get(type(error), "a fault of presslint")
            )
            with suppress(PresslintError):  # the error that ended the run says more than a full disk behind it
                self._each(lambda output: output.reporter.abort(reason), standard_only=True)
        self._drop()

    def __bool__(self) -> bool:
        return bool(self._outputs)

    def begin(self, info: RunInfo) -> None:
        """Begin all outputs."""
        self._each(lambda output: output.reporter.begin(info))

    def file(self, result: FileResult) -> None:
        """Report one file."""
        self._each(lambda output: output.reporter.file(result))

    def end(self, result: RunResult) -> None:
        """Report the verdict, and put the files in their places."""
        self._each(lambda output: output.reporter.end(result))
        self._each(lambda output: output.keep())

    def _each(self, action: Callable[["_Output"], object], *, standard_only: bool = False) -> None:
        for output in self._outputs:
            if standard_only and output.file is not None:
                continue
            try:
                action(output)
            except OSError as error:
                raise PresslintError(f"{output.name}: cannot be written: {error.strerror}") from error

    def _drop(self) -> None:
        for output in self._outputs:
            if output.file is not None:
                output.file.drop()


def _open(target: Target, display: Display, color: str, standard: Standard) -> _Output:
    binary = is_binary(target.format)
    if target.file is None:
        stream: IO[Any] = cast("IO[bytes]", standard) if binary else standard.text()
        if not binary:
            display = display._replace(
                color=colored(color, standard), width=width(standard), ascii=plain(stream), wraps=sized(standard)
            )
        return _Output(make(target.format, stream, display), stream, None, "standard output")
    from presslint.engine.write import NewFile  # noqa: PLC0415 - most runs write no file

    try:
        file = NewFile(target.file)
    except OSError as error:
        raise PresslintError(f"{target.file}: cannot be written: {error.strerror}") from error
    stream = file.stream if binary else io.TextIOWrapper(file.stream, "utf-8", newline="\n", write_through=True)
    return _Output(make(target.format, stream, display), stream, file, target.file)
