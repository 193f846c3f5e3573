"""The version, without the rest of the command line."""

from presslint import __version__
from presslint.cli.streams import say, show
from presslint.errors import PresslintError
from presslint.model.verdict import ExitCode


def version() -> int:
    """Show the version and return the exit code."""
    try:
        show(f"presslint {__version__}\n")
    except PresslintError as error:
        say(str(error))
        return ExitCode.FAILED
    return ExitCode.CLEAN
