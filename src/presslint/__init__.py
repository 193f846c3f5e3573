"""presslint: a linter for press releases.

The public names are those of :mod:`presslint.api`, the errors, and the values that they return. Each is imported when
it is first used, so that ``import presslint`` costs nothing; ``__init__.pyi`` tells type checkers what they are.
"""

__version__ = "0.1.0"

_HOME = {
    "check_path": "presslint.api",
    "check_paths": "presslint.api",
    "check_text": "presslint.api",
    "fix_text": "presslint.api",
    "ConfigError": "presslint.errors",
    "LoadError": "presslint.errors",
    "PackError": "presslint.errors",
    "PresslintError": "presslint.errors",
    "FileResult": "presslint.model.verdict",
    "Finding": "presslint.model.finding",
}
__all__ = ["__version__", *_HOME]  # noqa: PLE0604 - the names are texts, as they should be


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - costs more than this module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
