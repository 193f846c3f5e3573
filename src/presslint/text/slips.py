"""How many slips of the hand lie between two words: a sign missing, added, changed, or swapped with its neighbour."""

from functools import lru_cache

_LONGEST = 80


@lru_cache(maxsize=4096)
def slips(one: str, other: str, most: int = 2) -> int:
    """Return the number of slips (Damerau's distance, no part edited twice), or ``most + 1`` where there are more.

    Texts of more than 80 signs count as far apart.
    """
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most or max(len(one), len(other)) > _LONGEST:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, counterpart in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (sign != counterpart))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == counterpart:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
