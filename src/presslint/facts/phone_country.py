"""The country whose national numbers a release means.

The configuration knows best. Without it, international numbers and the endings of addresses in the release vote, and
the language decides where they say nothing. A wrong country makes right numbers look wrong, so that one is only called
certain when nothing speaks against it; what cannot be certain is never called invalid.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from presslint.facts import Facts
from presslint.model.facts import EmailFact, LinkFact
from presslint.model.release import Release

_BY_CODE = (
    "1:US 31:NL 32:BE 33:FR 34:ES 39:IT 41:CH 43:AT 44:GB 45:DK 46:SE 47:NO 48:PL 49:DE 61:AU 64:NZ 351:PT 352:LU "
    "353:IE 358:FI 420:CZ 423:LI"
)
_BY_ENDING = (
    "at:AT au:AU be:BE br:BR ca:CA ch:CH cz:CZ de:DE dk:DK edu:US es:ES fi:FI fr:FR gov:US ie:IE in:IN it:IT li:LI "
    "lu:LU mil:US mx:MX nl:NL no:NO nz:NZ pl:PL pt:PT se:SE uk:GB us:US za:ZA"
)
_BY_LANGUAGE = "cs:CZ da:DK de:DE es:ES fi:FI fr:FR it:IT nb:NO nl:NL no:NO pl:PL pt:PT sv:SE"


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split(":", 1) for pair in pairs.split())


_CODES = _table(_BY_CODE)
# the country of a top-level domain
ENDINGS = _table(_BY_ENDING)
_HOME = _table(_BY_LANGUAGE)

# a German text from one of these places may leave its country unsaid
_NEIGHBOURS = (
    *(
        "Wien",
        "Graz",
        "Linz",
        "Salzburg",
        "Innsbruck",
        "Klagenfurt",
        "Bregenz",
        "Österreich",
        "Zürich",
        "Bern",
        "Basel",
    ),
    *("Luzern", "St. Gallen", "Genf", "Winterthur", "Schweiz", "Liechtenstein", "Vaduz", "Luxemburg", "Südtirol"),
    "Bozen",
)


class Country(NamedTuple):
    """An ISO 3166 country, or nothing; ``certain`` allows to call its numbers wrong."""

    code: str
    certain: bool


def country(release: Release, facts: Facts, numbers: Iterable[str]) -> Country:
    """Return the country of the national numbers of a release; ``numbers`` are all that it has, as dialled."""
    if facts.house.country:
        return Country(facts.house.country.upper(), certain=True)
    home = _HOME.get(facts.language, "")
    votes = _votes(facts, numbers)
    if len(votes) == 1:
        (only,) = votes
        return Country(only, certain=True)
    if home == "DE" and not votes:
        return Country("DE", certain=not _names_neighbour(release.text))
    return Country(home, certain=False)


def _names_neighbour(text: str) -> bool:
    there = [place for place in _NEIGHBOURS if place in text]
    return any(re.search(rf"\b{re.escape(place)}\b", text) for place in there)


def guessed(number: str) -> str:
    """Return the country that a national number of an English text has the shape of."""
    american = len(number) == 10 and number[0] not in "01"
    return "US" if american or (len(number) == 11 and number[0] == "1") else "GB" if number.startswith("0") else ""


def _votes(facts: Facts, numbers: Iterable[str]) -> set[str]:
    votes = {ENDINGS.get(mail.domain.rpartition(".")[2], "") for mail in facts.of(EmailFact)}
    for number in numbers:
        if number.startswith("+"):
            votes.add(next((_CODES[number[1:end]] for end in (4, 3, 2) if number[1:end] in _CODES), ""))
    votes.discard("")
    if not votes:
        votes = {ENDINGS.get(link.host.rpartition(".")[2], "") for link in facts.of(LinkFact) if link.kind == "bare"}
        votes.discard("")
    return votes
