"""The places of a Markdown text that a ``#`` can lead to.

Every program makes them from the headings in its own way: with umlauts, without, or with "ae". So anchors are compared
by their letters and digits alone, and one that fits any of the ways fits.
"""

import re
import unicodedata
from collections.abc import Iterator

from presslint.text.lazy import regex

_HEADING = regex(r"^ {0,3}#{1,6}[ \t]+([^\n]{1,500})$|^([^\n]{1,500})\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_NAMED = regex(r"\b(?:id|name)\s{0,3}=\s{0,3}[\"']?([^\"'>\s]{1,200})|\{\s{0,3}#([^\s}]{1,200})", re.IGNORECASE)
_LINK = regex(r"\[([^\[\]]{0,300})\]\([^()\n]{0,300}\)")
_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "ł": "l"})
_COUNTER = regex(r"[-_]\d{1,3}$")


def anchors(text: str) -> frozenset[str]:
    """Return the anchors of a Markdown text, folded: what its headings may be called, and what it names itself."""
    text = text.replace("\r\n", "\n")
    return frozenset(form for name in _names(text) for form in folded(name) if form)


def _names(text: str) -> Iterator[str]:
    for match in _HEADING.finditer(text):
        heading = match[1] or match[2]
        yield from {heading, _LINK.sub(r"\1", heading), heading.partition(":")[0]}
    for match in _NAMED.finditer(text):
        yield match[1] or match[2]


def folded(name: str) -> tuple[str, ...]:
    """Return the forms in which an anchor or a heading is compared: whole, without accents, transcribed, and ASCII.

    The number that a second heading of the same words gets (``termine-1``) is left out in further forms.
    """
    name = unicodedata.normalize("NFC", name).casefold()
    names = (name, _COUNTER.sub("", name)) if _COUNTER.search(name) else (name,)
    forms = (form for one in names for form in _forms(one))
    return tuple(dict.fromkeys(_letters(form) for form in forms))


def _forms(name: str) -> Iterator[str]:
    yield name
    yield "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    yield name.translate(_TRANSCRIBED)
    yield "".join(sign for sign in name if sign.isascii())


def _letters(name: str) -> str:
    return "".join(sign for sign in name if sign.isalnum())
