"""Archives of releases: rows in, rows out, on one machine or on a distributed engine.

A row that cannot be checked is a row with an error, never the end of a job. The output has as many rows as the input,
in the same order, and is the same whatever ran it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presslint.batch.arrow import lint_batch

__all__ = ["lint_batch"]


def __getattr__(name: str) -> Any:
    if name == "lint_batch":  # Arrow is imported by who works with it
        return import_module("presslint.batch.arrow").lint_batch
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
