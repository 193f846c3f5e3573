"""presslint: a linter for press releases.

The public names are those of :mod:`presslint.api` and the values that they return; each is imported when it is first
used, so that ``import presslint`` costs nothing.
"""

TYPE_CHECKING = False  # as type checkers read it; importing typing for it would take longer than all the rest

if TYPE_CHECKING:
    from presslint.api import check_path as check_path
    from presslint.api import check_paths as check_paths
    from presslint.api import check_text as check_text
    from presslint.api import fix_text as fix_text
    from presslint.errors import ConfigError as ConfigError
    from presslint.errors import LoadError as LoadError
    from presslint.errors import PackError as PackError
    from presslint.errors import PresslintError as PresslintError
    from presslint.model.finding import Finding as Finding
    from presslint.model.verdict import FileResult as FileResult

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
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
