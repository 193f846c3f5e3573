"""Slips of the hand in numbers and words, made by chance."""

import random

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def digits_at(text: str) -> list[int]:
    """Return where the digits of the subscriber stand: not the first five, which name country and area."""
    return [place for place, sign in enumerate(text) if sign.isdigit()][5:]


def dropped(text: str, chance: random.Random) -> str:
    """Leave out a digit."""
    at = chance.choice(digits_at(text))
    return text[:at] + text[at + 1 :]


def swapped(text: str, chance: random.Random) -> str:
    """Swap two neighbouring digits that differ; nothing where there are none."""
    at = [place for place in digits_at(text)[:-1] if text[place + 1].isdigit() and text[place] != text[place + 1]]
    if not at:
        return text
    place = chance.choice(at)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def changed(text: str, chance: random.Random) -> str:
    """Write another digit."""
    at = chance.choice(digits_at(text))
    return text[:at] + str((int(text[at]) + chance.randrange(1, 10)) % 10) + text[at + 1 :]


def misspelt(text: str, chance: random.Random, length: int) -> str:
    """Drop, double, swap or change one letter of the first ``length`` signs."""
    places = [place for place in range(1, length - 1) if text[place].isalpha() and text[place + 1].isalpha()]
    at = chance.choice(places)
    kind = chance.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2 and text[at] != text[at + 1]:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + LETTERS[(LETTERS.find(text[at].lower()) + chance.randrange(1, 26)) % 26] + text[at + 1 :]
