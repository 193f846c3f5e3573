"""``presslint completion``: the scripts that typer writes for shells."""

from typer import completion

from presslint.cli.streams import show
from presslint.model.verdict import ExitCode

_VARIABLE = "_PRESSLINT_COMPLETE"


def run_completion(shell: str) -> int:
    """Show the script that makes ``shell`` ask presslint for what can be completed."""
    script = completion.get_completion_script(  # type: ignore[attr-defined]  # exported without __all__
        prog_name="presslint", complete_var=_VARIABLE, shell=shell
    )
    show(f"{script}\n")
    return ExitCode.CLEAN


def prepare() -> None:
    """Make typer ready to answer such a question; it does so by itself only for apps with its own options."""
    completion.get_completion_inspect_parameters()
