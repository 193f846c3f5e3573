from presslint.api import check_path, check_paths, check_text, fix_text
from presslint.errors import ConfigError, LoadError, PackError, PresslintError
from presslint.model.finding import Finding
from presslint.model.verdict import FileResult

__version__: str
__all__ = [
    "ConfigError",
    "FileResult",
    "Finding",
    "LoadError",
    "PackError",
    "PresslintError",
    "__version__",
    "check_path",
    "check_paths",
    "check_text",
    "fix_text",
]
