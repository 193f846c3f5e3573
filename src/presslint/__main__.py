"""``python -m presslint`` and the ``presslint`` command."""

import sys


def main() -> int:
    """Run the command line and return the exit code."""
    if sys.argv[1:] == ["--version"]:  # asked for by scripts: answered before the command line is even imported
        from presslint.cli.version import version  # noqa: PLC0415

        return version()
    from presslint.cli.main import run  # noqa: PLC0415

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
