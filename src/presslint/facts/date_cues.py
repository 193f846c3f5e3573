"""Words around dates that tell what they are: looked up when a date or a number has been found, never searched for."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from presslint.facts.date_tables import DateWords

EARLY, MID, LATE = "early", "mid", "late"
FISCAL = "fiscal"  # a year of accounts, which may begin in the middle of the year before


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class Cues(NamedTuple):
    """The words of one language, or of several, as sets. The fields are those of :class:`DateWords`."""

    before: frozenset[str]
    in_: frozenset[str]
    firm: frozenset[str]
    clause: frozenset[str]
    years: frozenset[str]
    school: frozenset[str]
    feasts: frozenset[str]
    lasting: frozenset[str]
    day_parts: frozenset[str]
    nights: frozenset[str]
    on: frozenset[str]
    clock: frozenset[str]
    at: frozenset[str]
    prefixed: Mapping[str, str]
    overmorrow: tuple[str, ...]
    morning: frozenset[str]
    postposed: bool
    ordinals: Mapping[str, int]
    edges: Mapping[str, str]
    directions: Mapping[str, int]
    counted: tuple[tuple[str, int], ...]

    def count(self, word: str) -> int:
        """Return 1 to 4 for the words first to fourth in any form and for I to IV, else 0."""
        return _ROMAN.get(word) or next((number for stem, number in self.counted if word.startswith(stem)), 0)

    def is_year_word(self, word: str) -> bool:
        """Tell whether the digits behind a word are a year: ``Jahr``, ``Haushaltsjahr``, "fiscal"."""
        return word in self.years or word in self.edges or word.endswith(("jahr", "jahres", "jahre", "jaar"))


def cues_of(tables: Iterable[DateWords]) -> Cues:
    """Return the cues of the languages of ``tables``, the first of them winning where they differ."""
    listed = list(tables)
    edges: dict[str, str] = {}
    directions: dict[str, int] = {}
    ordinals: dict[str, int] = {}
    for table in reversed(listed):
        for edge, words in ((EARLY, table.early), (MID, table.mid), (LATE, table.late)):
            edges |= dict.fromkeys(words.split(), edge)
        for direction, words in ((-1, table.last), (0, table.this), (1, table.next_)):
            directions |= dict.fromkeys(words.split(), direction)
        ordinals |= table.ordinals
    return Cues(
        before=_merged(table.before for table in listed),
        in_=_merged(table.in_ for table in listed),
        firm=_merged(table.firm for table in listed),
        clause=_merged(table.clause for table in listed),
        years=_merged(table.years for table in listed),
        school=_merged(table.school for table in listed),
        feasts=_merged(table.feasts for table in listed),
        lasting=_merged(table.lasting for table in listed),
        day_parts=_merged(table.day_parts for table in listed),
        nights=_merged(table.nights for table in listed),
        on=_merged(table.on for table in listed),
        clock=_merged(table.clock for table in listed),
        at=_merged(table.at for table in listed),
        prefixed={
            word: table.prefix
            for table in listed
            for word in table.relative
            if table.prefix and not word.startswith(table.prefix)
        },
        overmorrow=tuple(table.overmorrow for table in listed if table.overmorrow),
        morning=_merged(table.morning for table in listed),
        postposed=any(table.postposed for table in listed),
        ordinals=ordinals,
        edges=edges,
        directions=directions,
        counted=tuple((stem, number) for table in listed for number, stem in enumerate(table.counted.split(), 1)),
    )


def _merged(lists: Iterable[str]) -> frozenset[str]:
    return frozenset(word for listed in lists for word in listed.split())
