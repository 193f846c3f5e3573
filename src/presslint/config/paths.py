"""Paths as people see them."""

from pathlib import Path


def shown_path(path: str | Path) -> str:
    """Return a path below the current folder without that folder, any other whole; with forward slashes."""
    whole = Path(path).absolute()
    here = Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
