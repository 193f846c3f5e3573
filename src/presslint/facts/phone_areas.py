"""The place that the area code of a German number stands for."""

from functools import lru_cache
from typing import NamedTuple

_LONGEST = 5


class Area(NamedTuple):
    """An area code without its zero, and the place that it stands for."""

    code: str
    place: str


@lru_cache(maxsize=1024)
def area_of(national: str) -> Area | None:
    """Return the area of a German number, given without its zero; None where no area has such a code."""
    from presslint.facts.area_codes import AREA_CODES  # noqa: PLC0415 - 100 kB that few releases need

    listed = AREA_CODES.get(national[:2], "")
    for length in range(2, _LONGEST + 1):
        code = national[:length]
        start = listed.find(f";{code} ")
        if start >= 0 and len(code) == length:
            return Area(code, listed[start + length + 2 : listed.index(";", start + 1)])
    return None
