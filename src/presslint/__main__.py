"""``python -m presslint`` and the ``presslint`` command."""

import gc
import sys


def main() -> int:
    """Run the command line and return the exit code."""
    if sys.argv[1:] == ["--version"]:  # asked for by scripts: answered before the command line is even imported
        from presslint.cli.version import version  # noqa: PLC0415

        return version()
    # starting makes a hundred thousand objects and no garbage: looking for some would take a tenth of a short run;
    # a long one turns the collector on again behind its first file
    gc.disable()
    try:
        from presslint.cli.main import run  # noqa: PLC0415

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    except Exception:  # noqa: BLE001 - a fault of presslint itself would otherwise exit with 1, which means "findings"
        sys.excepthook(*sys.exc_info())
        return 2


if __name__ == "__main__":
    sys.exit(main())
