"""Regular expressions that are compiled when they are first used: no run needs all of those there are."""

import re
from typing import cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub")


class _Lazy:
    """Takes the place of a compiled pattern; behind the first call its methods are those of the pattern itself."""

    __slots__ = ("flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as ``re.compile(pattern, flags)`` and compiles when a method is first called.

    Only then is ``re.error`` raised for a pattern that is wrong.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
