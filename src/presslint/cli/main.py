"""The commands and their options. What they do is imported when they are called."""

import os
from collections.abc import Sequence
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from presslint.cli.streams import say
from presslint.errors import PresslintError
from presslint.model.verdict import ExitCode

_ORDER = "presslint.arguments"


class _Group(TyperGroup):
    """The top level, where a path without a command means ``check``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, "--help", "--version"}:
            args = ["check", *args]
        return super().parse_args(ctx, args)


class _Ordered(TyperCommand):
    """A command that has to know the order of ``--format`` and ``--output``, since it pairs them."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.meta[_ORDER] = tuple(args)
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="A linter for press releases: dates, page markers, contacts, links and leftovers that do not agree.",
)
rules = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="The rules: what they find, and why.")
config = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="The configuration, and where it comes from.")
cache = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="The results that are kept for later runs.")
app.add_typer(rules, name="rules")
app.add_typer(config, name="config")
app.add_typer(cache, name="cache")

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATHS...", help="Files, folders, or - for standard input. Default: .")
]
File = Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")]
Format = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="rich, concise, json, jsonl, sarif, junit, github, gitlab, checkstyle, rdjson, markdown; repeatable.",
    ),
]
Output = Annotated[
    list[str] | None, typer.Option(metavar="FILE", help="Write the --format before it to this file; may be repeated.")
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="RULES", help="Run only these: codes, names or groups, by commas.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULES", help="Do not run these.")]
Profile = Annotated[str | None, typer.Option(metavar="NAME", help="The selection of rules to begin with.")]
FailOn = Annotated[
    Literal["error", "warning", "info", "never"] | None,
    typer.Option(help="The least severity that gives exit code 1. Default: error."),
]
MaxWarnings = Annotated[int | None, typer.Option(min=0, metavar="N", help="More warnings than this give exit code 1.")]
Today = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of the run, for repeatable results.")]
Lang = Annotated[Literal["de", "en"] | None, typer.Option(help="The language of messages.")]
ReleaseDate = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="The date of the release; beats what its text says.")
]
StdinFilename = Annotated[str | None, typer.Option(metavar="NAME", help="The name to use for standard input.")]
Config = Annotated[str | None, typer.Option(metavar="FILE", help="Use this configuration and look for no other.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="Colours, on a terminal unless told.")]
Fix = Annotated[bool, typer.Option("--fix", help="Apply the fixes that are safe.")]
Unsafe = Annotated[bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: fixes too that need a look.")]
Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix would change and write nothing.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Add a table of findings per rule.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Findings only, without the summary.")]
Online = Annotated[bool, typer.Option("--online", help="Follow links on the web too: needs the extra online.")]
OnlineBudget = Annotated[
    str | None, typer.Option(metavar="TIME", help="With --online: the time for all links, such as 60s or 5m.")
]
Jobs = Annotated[
    int, typer.Option(min=0, metavar="N", help="Check with so many processes; 0: as many as are worth it.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep results of other runs.")]
CacheDir = Annotated[str | None, typer.Option(metavar="FOLDER", help="Keep results here, not in the user's cache.")]
Baseline = Annotated[
    str | None, typer.Option(metavar="FILE", help="Do not report what this file knows (presslint baseline).")
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Report also what the configured baseline knows.")]
ChangedSince = Annotated[
    str | None, typer.Option(metavar="REF", help="Only files that differ from where the work left this git commit.")
]
ChangedLines = Annotated[bool, typer.Option("--changed-lines", help="With --changed-since: only on changed lines.")]
Explain = Annotated[bool, typer.Option("--explain", help="Add to each finding why its rule is there.")]
ColumnName = Annotated[str | None, typer.Option(metavar="NAME", help="Default: by its usual name.")]
ListFormat = Annotated[Literal["table", "json"], typer.Option(help="How to show them.")]


@app.callback(invoke_without_command=True)
def top(*, version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False) -> None:
    """Say what presslint is; the commands do the work."""
    if version:
        from presslint.cli.version import version as show_version  # noqa: PLC0415

        raise typer.Exit(show_version())


@app.command(cls=_Ordered)
def check(  # noqa: PLR0913 - one parameter per option
    ctx: typer.Context,
    paths: Paths = None,
    *,
    format: Format = None,  # noqa: A002 - the name of the option
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    profile: Profile = None,
    fail_on: FailOn = None,
    max_warnings: MaxWarnings = None,
    today: Today = None,
    lang: Lang = None,
    release_date: ReleaseDate = None,
    fix: Fix = False,
    unsafe_fixes: Unsafe = False,
    diff: Diff = False,
    stdin_filename: StdinFilename = None,
    config: Config = None,
    statistics: Statistics = False,
    color: Color = "auto",
    quiet: Quiet = False,
    explain: Explain = False,
    online: Online = False,
    online_budget: OnlineBudget = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    cache_dir: CacheDir = None,
    baseline: Baseline = None,
    no_baseline: NoBaseline = False,
    changed_since: ChangedSince = None,
    changed_lines: ChangedLines = False,
) -> None:
    """Check releases. Exit code 0: nothing to object to; 1: findings; 2: something could not be checked."""
    from presslint.cli.check import run_check  # noqa: PLC0415

    raise typer.Exit(run_check(locals(), ctx.meta[_ORDER]))


@app.command(add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def fix(ctx: typer.Context) -> None:
    """Apply the fixes that are safe: the same as check --fix, with the same options."""
    raise typer.Exit(run(["check", "--fix", *ctx.args]))


@app.command()
def baseline(  # noqa: PLR0913 - one parameter per option
    paths: Paths = None,
    *,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Default: the configured one, or presslint-baseline.json.")
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Take out what is no longer found, and add nothing.")] = False,
    select: Select = None,
    ignore: Ignore = None,
    profile: Profile = None,
    today: Today = None,
    lang: Lang = None,
    release_date: ReleaseDate = None,
    config: Config = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    cache_dir: CacheDir = None,
) -> None:
    """Write down all findings there are, so that check --baseline reports only new ones."""
    from presslint.cli.baseline import run_baseline  # noqa: PLC0415

    raise typer.Exit(run_baseline(locals()))


@app.command()
def batch(  # noqa: PLR0913 - one parameter per option
    input: Annotated[str, typer.Argument(metavar="INPUT", help="JSON Lines or Parquet; - for standard input.")],  # noqa: A002
    *,
    output: Annotated[str, typer.Option(metavar="FILE", help="A row of findings for each row of the input.")],
    input_format: Annotated[Literal["jsonl", "parquet"] | None, typer.Option(help="Default: by the suffix.")] = None,
    output_format: Annotated[Literal["jsonl", "parquet"] | None, typer.Option(help="Default: by the suffix.")] = None,
    text_column: ColumnName = None,
    id_column: ColumnName = None,
    path_column: ColumnName = None,
    date_column: ColumnName = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Work on this Dask cluster: needs the extra dask.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Work with so many processes of this machine.")] = 1,
    select: Select = None,
    ignore: Ignore = None,
    profile: Profile = None,
    fail_on: FailOn = None,
    max_warnings: MaxWarnings = None,
    today: Today = None,
    lang: Lang = None,
    config: Config = None,
) -> None:
    """Check an archive of releases, of any size. A row that cannot be checked is a row with an error."""
    from presslint.cli.batch import run_batch  # noqa: PLC0415

    raise typer.Exit(run_batch(locals()))


@app.command()
def facts(  # noqa: PLR0913 - one parameter per option
    file: File,
    *,
    format: Annotated[Literal["table", "json"], typer.Option(help="How to show them.")] = "table",  # noqa: A002
    release_date: ReleaseDate = None,
    lang: Lang = None,
    stdin_filename: StdinFilename = None,
    config: Config = None,
    color: Color = "auto",
) -> None:
    """Show what was understood of a release: dates, times, page markers, contacts, links, zones."""
    from presslint.cli.facts import run_facts  # noqa: PLC0415

    raise typer.Exit(run_facts(locals()))


@rules.command("list")
def rules_list(*, format: ListFormat = "table", lang: Lang = None, config: Config = None) -> None:  # noqa: A002
    """List all rules: code, name, severity, confidence, and whether they can be fixed."""
    from presslint.cli.rules import run_list  # noqa: PLC0415

    raise typer.Exit(run_list(format, lang, config))


@rules.command("explain")
def rules_explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A code or a name.")],
    *,
    lang: Lang = None,
    config: Config = None,
) -> None:
    """Say what a rule finds, why, what to do about it, and when it stays silent."""
    from presslint.cli.rules import run_explain  # noqa: PLC0415

    raise typer.Exit(run_explain(rule, lang, config))


@rules.command("test")
def rules_test(
    path: Annotated[
        str | None, typer.Argument(metavar="PATH", help="A rule file or a folder of them. Default: presslint's own.")
    ] = None,
    *,
    lang: Lang = None,
) -> None:
    """Run the examples of rules. Exit code 1: an example fails; 2: a rule cannot be read."""
    from presslint.cli.rules import run_test  # noqa: PLC0415

    raise typer.Exit(run_test(path, lang))


@config.command("show")
def config_show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file that the settings hold for.")] = "-",
    *,
    lang: Lang = None,
    config: Config = None,
) -> None:
    """Show every setting that holds for a file, and where it comes from."""
    from presslint.cli.config import run_show  # noqa: PLC0415

    raise typer.Exit(run_show(file, lang, config))


@config.command("schema")
def config_schema() -> None:
    """Show the JSON schema of a configuration."""
    from presslint.cli.config import run_schema  # noqa: PLC0415

    raise typer.Exit(run_schema())


@cache.command("clear")
def cache_clear(*, cache_dir: CacheDir = None) -> None:
    """Remove all results."""
    from presslint.cli.cache import run_clear  # noqa: PLC0415

    raise typer.Exit(run_clear(cache_dir))


@cache.command("info")
def cache_info(*, cache_dir: CacheDir = None) -> None:
    """Say where results are kept, and how many."""
    from presslint.cli.cache import run_info  # noqa: PLC0415

    raise typer.Exit(run_info(cache_dir))


@app.command()
def completion(
    shell: Annotated[Literal["bash", "zsh", "fish", "powershell"], typer.Argument(help="The shell to write it for.")],
) -> None:
    """Show the script that completes presslint's commands and options in a shell."""
    from presslint.cli.completion import run_completion  # noqa: PLC0415

    raise typer.Exit(run_completion(shell))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit code. Mistakes of the user are told in one line."""
    if os.environ.get("_PRESSLINT_COMPLETE"):
        from presslint.cli.completion import prepare  # noqa: PLC0415

        prepare()
    try:
        get_command(app).main(list(arguments), prog_name="presslint")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.CLEAN
    except PresslintError as error:
        say(str(error))
    return ExitCode.FAILED
