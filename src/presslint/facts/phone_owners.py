"""Whom a number reaches: the person in front of it, or the office where no person is named."""

import re
from functools import lru_cache

from presslint.facts.person_names import find_names
from presslint.text.lazy import regex
from presslint.text.span import Span

REACH = 240
_OFFICE = regex(
    r"(?<![^\W_])(presse(?:stelle|büro|referat|amt|team|kontakt)?|newsroom|redaktion|zentrale|geschäftsstelle|sekretariat"
    r"|kommunikation|unternehmenskommunikation|medienstelle|press office|media office|newsdesk|press desk"
    r"|media relations|press contact|media contact|switchboard|bureau de presse|service de presse|ufficio stampa"
    r"|gabinete de prensa|persvoorlichting|biuro prasowe)(?![^\W_])",
    re.IGNORECASE,
)
_NUMBER = regex(r"\d[\d ()/.–-]{4,20}\d")


def owner_of(text: str, start: int, lowest: int) -> str:
    """Return the name of the person or office that the number at ``start`` belongs to, or nothing.

    Only what stands behind ``lowest`` counts. A person keeps further numbers until an office or another person follows.
    """
    first = max(lowest, start - REACH)
    if first:
        first = text.find("\n", first, start) + 1 if first > lowest and "\n" in text[first:start] else first
    return _last_named(text[max(first - 1, 0) : start], 1 if first else 0)


@lru_cache(maxsize=512)
def _last_named(text: str, first: int) -> str:
    """Return who is named last behind ``first``; the releases of one house repeat their contacts."""
    person = Span(first, first)
    for name in find_names(text, Span(first, len(text))):
        person = name
    office = None
    for office in _OFFICE.finditer(text, person.end):  # noqa: B007 - the last one is wanted
        pass
    if person.length and (office is None or _NUMBER.search(text, person.end, office.start()) is None):
        return person.of(text)
    return office[1].lower() if office is not None else ""
