"""Floor 4: what a user has configured. pydantic is imported only where a file was not validated before."""

from presslint.config import find as _find
from presslint.config import options as _options
from presslint.config.house import house_of
from presslint.config.options import options_for
from presslint.config.show import Shown, show

__all__ = ["Shown", "forget", "house_of", "options_for", "show"]


def forget() -> None:
    """Read configurations again when they are next asked for: for programs that outlive a change of the files."""
    _find.forget()
    _options.forget()
