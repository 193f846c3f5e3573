"""What the entries of an index say about each other, told file by file: which rule has to look, and at which other.

Nothing here sees a text. A rule that gets a claim reads both releases again and says what it finds there.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from presslint.checks.repository_index import Index, likeness, twins
from presslint.model.repository import CORRECTION, DENSE, DRAFT, Claim

NUMBERS, NAMES = "repository_numbers.unique", "repository_names.unique"
PAIRS, LINKS = "repository_translations.drift", "repository_links.broken"

Claims = dict[tuple[str, str], tuple[Claim, ...]]

_ALIKE = 0.9
_BANDS, _BAND = 8, 16  # of a sketch: two texts of which nine tenths are the same share one nearly always
_FEW_DAYS = 2  # by which releases may be out of order where nobody said how they are numbered
_WHOLE = 0.9  # share of its numbers from which a series is complete
_FEWEST = 8


def claims_of(index: Index) -> Claims:
    """Return all claims, by the name of a check and the path of the file that it has to look at."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for check, claims in (
        (NUMBERS, _numbers(index)),
        (NAMES, _names(index)),
        (PAIRS, _pairs(index)),
        (LINKS, _references(index)),
    ):
        for place, claim in claims:
            found.setdefault((check, index.paths[place]), []).append(claim)
    return {key: tuple(dict.fromkeys(claims)) for key, claims in found.items()}


Found = Iterator[tuple[int, Claim]]


def _numbers(index: Index) -> Found:
    series: dict[tuple[int, int], dict[int, list[int]]] = {}
    for name, year, count, place in index.numbers:
        series.setdefault((name, year), {}).setdefault(count, []).append(place)
    for counts in series.values():
        line: list[tuple[int, int]] = []
        for count in sorted(counts):
            places = index.in_time(place for place in counts[count] if not index.has(place, CORRECTION))
            first = places[:1]
            for place in places[1:]:
                if not any(index.versions(place, other) for other in first):
                    yield place, Claim("duplicate", index.paths[first[0]])
            line += [(count, place) for place in first]
        yield from _order(index, line)
        yield from _gaps(index, sorted(counts), counts)


def _order(index: Index, line: list[tuple[int, int]]) -> Found:
    """Yield the releases whose dates do not rise with their numbers: as few as explain it."""
    dated = [(count, place) for count, place in line if index.days[place] and not index.held[place]]
    rising = _rising([index.days[place] for _, place in dated])
    before = -1
    for position, (_, place) in enumerate(dated):
        if position in rising:
            before = position
            continue
        after = next((one for one in range(position + 1, len(dated)) if one in rising), -1)
        day = index.days[place]
        late = after >= 0 and day > index.days[dated[after][1]]
        other = after if late else before
        if other < 0:
            continue
        apart = abs(day - index.days[dated[other][1]])
        if apart > _FEW_DAYS or index.has(place, DENSE):
            count, neighbour = dated[other]
            yield place, Claim("order", index.paths[neighbour], (count, index.days[neighbour], int(late)))


def _rising(days: list[int]) -> frozenset[int]:
    """Return the positions of a longest part of ``days`` that never falls."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for position, day in enumerate(days):
        length = bisect_right(tails, day)
        links.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(day)
            ends.append(position)
        else:
            tails[length], ends[length] = day, position
    chosen = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        chosen.add(position)
        position = links[position]
    return frozenset(chosen)


def _is_whole(index: Index, counts: "Iterable[int]", places: Iterable[int]) -> bool:
    """Tell whether all numbers of a series ought to be here."""
    known = sorted(counts)
    if any(index.has(place, DENSE) for place in places):
        return True
    return len(known) >= _FEWEST and len(known) >= _WHOLE * (known[-1] - known[0] + 1)


def _gaps(index: Index, known: list[int], counts: dict[int, list[int]]) -> Found:
    if not _is_whole(index, known, (places[0] for places in counts.values())):
        return
    for before, after in pairwise(known):
        if after - before > 1:
            yield counts[after][0], Claim("gap", index.paths[counts[before][0]], (before + 1, after - 1, before))


def _names(index: Index) -> Found:
    told: set[tuple[int, int]] = set()
    for case, column in (("slug", index.slugs), ("address", index.addresses), ("text", index.texts)):
        for group in twins(column):
            for place, first in _against_first(index, group):
                years_apart = case == "slug" and index.yearly(place, first)
                if not years_apart and (place, first) not in told:
                    told.add((place, first))
                    yield place, Claim(case, index.paths[first])
    for place, first, share in _alike(index):
        if (place, first) not in told:
            told.add((place, first))
            is_same_day = index.days[place] == index.days[first]
            same = is_same_day and index.headlines[place] == index.headlines[first]
            yield place, Claim("alike" if same else "recycled", index.paths[first], (round(share * 100),))
    for group in twins(index.headlines):
        for same_day in _by_day(index, group):
            for place, first in _against_first(index, same_day):
                if (place, first) not in told:
                    told.add((place, first))
                    yield place, Claim("headline", index.paths[first])


def _against_first(index: Index, group: list[int]) -> Iterator[tuple[int, int]]:
    """Yield each file of a group with the first one that it is no version and no correction of."""
    ordered = index.in_time(place for place in group if not index.has(place, CORRECTION))
    for position, place in enumerate(ordered[:50]):
        for other in ordered[:position]:
            if not index.versions(place, other):
                yield place, other
                break


def _by_day(index: Index, group: Iterable[int]) -> Iterator[list[int]]:
    days: dict[int, list[int]] = {}
    for place in group:
        if index.days[place]:
            days.setdefault(index.days[place], []).append(place)
    for same in days.values():
        if len(same) > 1:
            yield same


def _alike(index: Index) -> Iterator[tuple[int, int, float]]:
    """Yield releases that are nearly the same as an earlier one. Three and more of different days are a series."""
    seen: set[tuple[int, int]] = set()
    for band in range(_BANDS):
        buckets: dict[bytes, list[int]] = {}
        for place, sketch in enumerate(index.sketches):
            if sketch:
                buckets.setdefault(sketch[band * _BAND : (band + 1) * _BAND], []).append(place)
        for bucket in buckets.values():
            groups = [bucket] if len(bucket) == 2 else list(_by_day(index, bucket)) if len(bucket) > 2 else []
            for group in groups:
                for place, other in _against_first(index, group):
                    if (place, other) in seen or index.texts[place] == index.texts[other]:
                        continue
                    seen.add((place, other))
                    share = likeness(index.sketches[place], index.sketches[other])
                    if share >= _ALIKE:
                        yield place, other, share


def _pairs(index: Index) -> Found:
    by_path = {index.sums[place]: place for place in range(len(index))} if any(index.origins) else {}
    for place, origin in enumerate(index.origins):
        if not origin:
            continue
        base = by_path.get(origin)
        if base is None:
            yield place, Claim("missing")
        elif base != place and not (index.origins[base] == index.sums[place] and base > place):
            yield from _pair(index, base, place)
    for group in twins(index.pairs):
        languages = {index.languages[place]: place for place in group if index.languages[place]}
        if len(languages) == len(group):
            base, *others = sorted(group, key=lambda place: (index.languages[place] != "de", index.paths[place]))
            for other in others:
                yield from _pair(index, base, other)


def _pair(index: Index, base: int, place: int) -> Found:
    if index.languages[base] == index.languages[place]:
        return
    path = index.paths[base]
    own, others = index.values.get(place), index.values.get(base)
    if own is None or others is None or _differ(own, others):
        yield place, Claim("drift", path)
    numbers = [{one[1:3] for one in index.numbers if one[3] == side} for side in (base, place)] if index.numbers else []
    if numbers and all(numbers) and not numbers[0] & numbers[1]:
        yield place, Claim("number", path)
    if index.updated[base] and 0 < (index.updated[place] or index.days[place]) < index.updated[base]:
        yield place, Claim("older", path, (index.updated[base], index.updated[place] or index.days[place]))


def _differ(own: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Tell whether both sides have facts of one kind that the other has not."""
    mine, theirs = set(own), set(others)
    return bool({one & 15 for one in mine - theirs} & {one & 15 for one in theirs - mine})


def _references(index: Index) -> Found:
    yield from _mentions(index)
    if not index.links:
        return
    by_path = {index.sums[place]: place for place in range(len(index))}
    # where one link leads to a file, all others to files of its kind in its folder have to
    used = {shelf for target, shelf, _ in index.links if target in by_path}
    for target, shelf, place in index.links:
        other = by_path.get(target)
        if other is None:
            if shelf in used:
                yield place, Claim("lost")
        elif other == place:
            continue
        elif index.has(other, DRAFT) and not index.has(place, DRAFT):
            yield place, Claim("draft", index.paths[other])
        elif index.held[other] > max(index.held[place], index.days[place]) > 0:
            yield place, Claim("embargoed", index.paths[other], (index.held[other],))


def _mentions(index: Index) -> Found:
    if not index.mentions:
        return
    own: dict[tuple[int, int, int], list[int]] = {}
    anywhere: dict[tuple[int, int], list[int]] = {}
    series: dict[tuple[int, int], dict[int, int]] = {}
    for name, year, count, place in index.numbers:
        own.setdefault((name, year, count), []).append(place)
        anywhere.setdefault((year, count), []).append(place)
        series.setdefault((name, year), {})[count] = place
    for name, year, count, place, days in index.mentions:
        there = own.get((name, year, count)) or anywhere.get((year, count), [])
        known = [index.days[one] for one in there]
        if there:
            if days and all(known) and not set(days) & set(known):
                yield place, Claim("date", index.paths[there[0]], (year, count, known[0]))
            continue
        counts = series.get((name, year), {})
        if counts and min(counts) < count < max(counts) and _is_whole(index, counts, counts.values()):
            yield place, Claim("number", "", (year, count))
