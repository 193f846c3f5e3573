"""``presslint check``: from a command line to outputs and an exit code."""

import gc
import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from presslint import __version__
from presslint.cli.cache import cache_for
from presslint.cli.known import Baselines, OnChangedLines, Sieve
from presslint.cli.outputs import Outputs
from presslint.cli.progress import Progress
from presslint.cli.settings import Settings, settings_of
from presslint.cli.streams import Standard, say
from presslint.cli.targets import Target, pair
from presslint.engine.judge import Verdict
from presslint.engine.linter import Linter
from presslint.engine.many import Checker
from presslint.engine.parting import is_together
from presslint.engine.walk import STDIN, Input, Inputs, find
from presslint.errors import ConfigError, LoadError
from presslint.load import read_source, source_from_bytes
from presslint.model.source import Source
from presslint.model.verdict import ExitCode, FileResult, RunInfo, RunResult
from presslint.report import Display

if TYPE_CHECKING:
    from presslint.cli.mend import Mender
    from presslint.cli.online import Follower

_DEFAULT = "rich"


def run_check(values: Mapping[str, Any], arguments: Sequence[str]) -> int:
    """Check what the command line names and return the exit code.

    ``values`` are the options by name; ``arguments`` is the command line, for the order of its outputs. Raises
    ConfigError, PackError, and PresslintError for an output that cannot be written.
    """
    settings = settings_of(values)
    targets = pair(arguments, _DEFAULT)
    linter = settings.linter
    inputs = find(settings.paths, linter.options, settings.stdin_name)
    _spare(inputs, targets)
    first = inputs.files[:1]
    options = linter.options(first[0].shown)
    whole = inputs.files
    inputs, lines = _changed(values, inputs)
    if not inputs.files:
        whole = ()
    linter.gathers = is_together(whole, linter)
    if not linter.gathers:
        whole = inputs.files
    alone = settings.lowest is not None or values["online"]
    cache = cache_for(values, options.language, useful=len(whole) > 1 and not alone)
    known: dict[str, Source | LoadError] = {}
    checker = Checker(linter, _reader(known), cache=cache, jobs=1 if alone else values["jobs"])
    # a mistake in a configuration or a rule ends the run before anything is read or written
    checker.prepare(whole or first)
    sieve = Sieve(Baselines(linter, inputs.files), lines)
    follower = _follower(values, settings)
    switches = {name: values[name] for name in ("quiet", "statistics", "explain")}
    display = Display(language=options.language, packs=options.packs, **switches)
    if settings.takes_stdout and not values["format"] and not values["output"]:
        targets = ()
    standard = Standard(sys.stderr if settings.takes_stdout else sys.stdout)
    info = RunInfo(
        __version__,
        linter.today.isoformat(),
        options.profile,
        options.language,
        options.fail_on.name.lower() if options.fail_on else "never",
    )
    if values["statistics"] and targets and all(target.file is not None for target in targets):
        targets = (*targets, Target("statistics", None))
    with Outputs(targets, display, values["color"], standard) as outputs:
        if follower is not None:
            known |= follower.follow(inputs.files)
        mender = _mender(settings, sieve)
        results = checker.over(whole) if mender is None else mender.over(inputs.files, _reader(known))
        shown = None if whole is inputs.files else frozenset(file.shown for file in inputs.files)
        compared = results if not linter.gathers else _compared(linter, whole, known, shown, results)
        with closing(results):
            code = _run(settings, inputs, sieve.over(compared), outputs, info, mender)
    sieve.close(options.language)
    return code


def _compared(
    linter: Linter,
    files: Sequence[Input],
    known: Mapping[str, Source | LoadError],
    shown: frozenset[str] | None,
    results: Iterable[FileResult],
) -> Iterable[FileResult]:
    from presslint.engine.together import Together  # noqa: PLC0415 - one file has nothing to be compared with

    return Together(linter, files, _reader(known), shown).over(results)


def _changed(values: Mapping[str, Any], inputs: Inputs) -> tuple[Inputs, "OnChangedLines | None"]:
    """Return the inputs that a change is to answer for, and what tells its lines, where that is asked for."""
    ref = values["changed_since"]
    if ref is None:
        return inputs, None
    from presslint.engine.changes import Changes  # noqa: PLC0415 - git is asked only then

    changes = Changes(ref)
    files = changes.among(inputs.files)
    if not files:
        say(f"0 files changed since {ref}")
    inputs = inputs._replace(files=files)
    return inputs, OnChangedLines(changes, ref, files) if values["changed_lines"] else None


def _spare(inputs: Inputs, targets: Sequence[Target]) -> None:
    """Raise ConfigError for an output that would take the place of a file that is to be checked."""
    outputs = {same for target in targets if target.file is not None and (same := _same(target.file))}
    for file in inputs.files if outputs else ():
        if _same(file.path) in outputs:
            raise ConfigError(f"--output {file.shown}: this is a file to check, and would be written over")


def _same(path: str) -> tuple[int, int] | None:
    """Return what is equal for all paths of one file, None where there is no file that could be lost."""
    try:
        status = os.stat(path)  # noqa: PTH116 - for each of many files
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def _follower(values: Mapping[str, Any], settings: Settings) -> "Follower | None":
    """Return who follows links, where that is asked for."""
    if not values["online"]:
        if values["online_budget"] is not None:
            raise ConfigError("--online-budget is the time for --online: add it")
        return None
    from presslint.cli.online import Follower  # noqa: PLC0415 - most runs ask no server

    return Follower(settings.linter, settings.lowest, values["online_budget"])


def _run(
    settings: Settings,
    inputs: Inputs,
    results: Iterable[FileResult],
    outputs: Outputs,
    info: RunInfo,
    mender: "Mender | None",
) -> ExitCode:
    verdict = Verdict()
    progress = Progress(len(inputs.files))
    outputs.begin(info)
    for result in progress.over(results):
        progress.hide()
        for one in result.unfolded():
            verdict.add(one, settings.linter.options(result.path))
            outputs.file(one)
            if one.error is not None and not outputs:
                say(f"{one.path}: {one.error}")
        if not gc.isenabled():
            gc.freeze()  # what is there now stays to the end: no collection needs to look at it again
            gc.enable()
    code = verdict.exit_code if inputs.files else ExitCode.CLEAN  # nothing has changed: there is nothing to look at
    if mender is not None and mender.failed:
        code = ExitCode.FAILED
    outputs.end(RunResult(info, verdict.summary, code))
    if mender is not None:
        mender.close(info.language)
    for suffix, count in inputs.passed_over:
        say(f"not looked into: {count} {suffix}")
    return code


def _mender(settings: Settings, sieve: Sieve) -> "Mender | None":
    if settings.lowest is None:
        return None
    from presslint.cli.mend import Mender  # noqa: PLC0415 - most runs mend nothing

    return Mender(settings.linter, settings.lowest, sieve.known, diff=settings.diff)


def _reader(known: Mapping[str, Source | LoadError]) -> Callable[[Input], Source]:
    """Return what reads a file, or hands out what could be read once only."""

    def known_or_read(file: Input) -> Source:
        source = known.get(file.path)
        if isinstance(source, LoadError):
            raise source
        return source or read(file)

    return known_or_read


def read(file: Input) -> Source:
    """Read a file or standard input. Raises LoadError."""
    if file.error is not None:
        raise file.error
    if file.path != STDIN:
        return read_source(file.path, file.shown)
    if sys.stdin is None:
        raise LoadError("standard input is closed", "die Standardeingabe ist geschlossen")
    return source_from_bytes(sys.stdin.buffer.read(), file.shown)
