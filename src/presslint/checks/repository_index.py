"""All releases of a run side by side, in columns: what of them belongs together is found by equal sums, in one pass."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from presslint.model.repository import DATED_ADDRESS, Entry

NO_BIN = 0xFFFF  # of a sketch: nothing fell into it


class Index:
    """The entries of a run; a file is known by its position. A hundred thousand of them take some 60 MB."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.days = array("l")
        self.held = array("l")
        self.updated = array("l")
        self.flags = array("H")
        self.languages: list[str] = []
        self.slugs = array("Q")
        self.addresses = array("Q")
        self.headlines = array("Q")
        self.texts = array("Q")
        self.sums = array("Q")  # of the paths
        self.pairs = array("Q")
        self.origins = array("Q")
        self.paired = array("B")
        self.sketches: list[bytes] = []
        self.values: dict[int, tuple[int, ...]] = {}
        self.numbers: list[tuple[int, int, int, int]] = []  # series, year, count, position
        self.mentions: list[tuple[int, int, int, int, tuple[int, ...]]] = []
        self.links: list[tuple[int, int, int]] = []  # sums of a path and its shelf, position
        self.shelves = array("Q")

    def __len__(self) -> int:
        """Return the number of files."""
        return len(self.paths)

    def add(self, path: str, entry: Entry) -> None:
        """Take in what is known of a file."""
        place = len(self.paths)
        self.paths.append(path)
        self.days.append(entry.day)
        self.held.append(entry.held)
        self.updated.append(entry.updated)
        self.flags.append(entry.flags)
        self.languages.append(entry.language)
        self.slugs.append(entry.slug)
        self.addresses.append(entry.address)
        self.headlines.append(entry.headline)
        self.texts.append(entry.text)
        self.sums.append(entry.path)
        self.pairs.append(entry.pair)
        self.origins.append(entry.origin)
        self.paired.append(entry.paired)
        self.sketches.append(entry.shingles)
        if entry.paired:
            self.values[place] = entry.values
        for series, year, count in entry.numbers:
            self.numbers.append((series, year, count, place))
        for series, year, count, days in entry.mentions:
            self.mentions.append((series, year, count, place, days))
        self.shelves.append(entry.shelf)
        for path_, shelf in entry.links:
            self.links.append((path_, shelf, place))

    def has(self, place: int, flag: int) -> bool:
        """Tell whether a file has a flag."""
        return bool(self.flags[place] & flag)

    def year(self, place: int) -> int:
        """Return the year of a file's release date, 0 where it has none."""
        from datetime import date  # noqa: PLC0415 - asked for twins only

        return date.fromordinal(self.days[place]).year if self.days[place] else 0

    def in_time(self, places: Iterable[int]) -> list[int]:
        """Return files in the order of their release dates; those without one last."""
        return sorted(places, key=lambda place: (self.days[place] or 10**7, self.paths[place]))

    def versions(self, one: int, other: int) -> bool:
        """Tell whether two files are one release in two languages, as far as that is known, or in two formats."""
        if self.languages[one] != self.languages[other] or _are_formats(self.paths[one], self.paths[other]):
            return True
        sums, origins, pairs = self.sums, self.origins, self.pairs
        return (
            (origins[one] != 0 and origins[one] == sums[other])
            or (origins[other] != 0 and origins[other] == sums[one])
            or (pairs[one] != 0 and pairs[one] == pairs[other])
        )

    def yearly(self, one: int, other: int) -> bool:
        """Tell whether the addresses of two files may differ by their dates alone."""
        return self.has(one, DATED_ADDRESS) and self.year(one) != self.year(other)


def _are_formats(one: str, other: str) -> bool:
    """Tell whether two files have one name but for the suffix: a Word file and the PDF that was made of it."""
    first, _, suffix = one.rpartition("/")[2].rpartition(".")
    second, _, another = other.rpartition("/")[2].rpartition(".")
    return first == second and suffix != another


def twins(column: Sequence[int]) -> Iterator[list[int]]:
    """Yield the positions that have the same sum, from the first to the last; 0 is none."""
    first: dict[int, int] = {}
    more: dict[int, list[int]] = {}
    for place, key in enumerate(column):
        if key:
            before = first.setdefault(key, place)
            if before != place:
                more.setdefault(key, [before]).append(place)
    yield from more.values()


def likeness(one: bytes, other: bytes) -> float:
    """Return which part of their shingles two texts share, as their sketches tell (0 to 1)."""
    first, second = memoryview(one).cast("H"), memoryview(other).cast("H")
    used = same = 0
    for left, right in zip(first, second, strict=True):
        if left != NO_BIN or right != NO_BIN:
            used += 1
            same += left == right
    return same / used if used else 0.0
