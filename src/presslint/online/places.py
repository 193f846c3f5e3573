"""Whether a page has the places that links name behind ``#``.

Only what is beyond doubt counts as missing: pages that a program builds in the browser have hardly any text before,
and what stands anywhere in the page may become a place later.
"""

import html
import re
from collections.abc import Iterable
from urllib.parse import quote, unquote

_PLAIN = re.compile(r"(?=[^\W\d_]|.*[^\W\d_])[\w.-]{1,100}")
_ANY_PAGE = frozenset(("top", "content", "main", "footer", "header", "nav", "start"))
_HEADING = re.compile(rb"<h[1-6][\s>]", re.IGNORECASE)
_NAMED = re.compile(rb"\sid\s{0,3}=", re.IGNORECASE)
_TEXT = re.compile(rb">[^<>]{40}")
_NAMES_OF_A_PAGE = 3


def place_of(fragment: str) -> str:
    """Return the place that a fragment names, decoded; empty where it is meant for a program, or for any page."""
    name = unquote(fragment)
    return name if _PLAIN.fullmatch(name) and name.lower() not in _ANY_PAGE else ""


def present(body: bytes, places: Iterable[str], *, is_whole: bool) -> dict[str, bool]:
    """Return for each place whether the page has it; places of which that is not known are left out."""
    found = {place: _stands_in(body, place) for place in places}
    if is_whole and _is_page(body):
        return found
    return {place: True for place, stands in found.items() if stands}


def _stands_in(body: bytes, place: str) -> bool:
    spellings = {place, quote(place), html.escape(place), place.encode("ascii", "xmlcharrefreplace").decode()}
    return any(
        spelling.encode(encoding, "ignore") in body for spelling in spellings for encoding in ("utf-8", "latin-1")
    )


def _is_page(body: bytes) -> bool:
    """Tell whether the text of the page is there already, with headings and names of its own."""
    has_text = _HEADING.search(body) is not None and _TEXT.search(body) is not None
    return has_text and sum(1 for _ in _NAMED.finditer(body)) >= _NAMES_OF_A_PAGE
