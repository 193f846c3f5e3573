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
_LONGEST = 1024  # bytes of a place in its longest spelling


def place_of(fragment: str) -> str:
    """Return the place that a fragment names, decoded; empty where it is meant for a program, or for any page."""
    name = unquote(fragment)
    return name if _PLAIN.fullmatch(name) and name.lower() not in _ANY_PAGE else ""


class Search:
    """Looks for places in a page as it comes in, and keeps no more of it than a word could be broken over."""

    def __init__(self, places: Iterable[str]) -> None:
        self._left = {place: _spellings(place) for place in places}
        self._found: dict[str, bool] = {}
        self._tail = b""
        self._names = 0
        self._has_heading = False
        self._has_text = False

    def feed(self, part: bytes) -> None:
        """Look at the next part of the page."""
        text = self._tail + part
        for place in [place for place, spellings in self._left.items() if any(word in text for word in spellings)]:
            del self._left[place]
            self._found[place] = True
        self._has_heading = self._has_heading or _HEADING.search(text) is not None
        self._has_text = self._has_text or _TEXT.search(text) is not None
        if self._names < _NAMES_OF_A_PAGE:
            self._names += sum(match.end() > len(self._tail) for match in _NAMED.finditer(text))
        self._tail = text[-_LONGEST:]

    @property
    def is_over(self) -> bool:
        """Tell whether everything has been found."""
        return not self._left

    def result(self, *, is_whole: bool) -> dict[str, bool]:
        """Return for each place whether the page has it; places of which that is not known are left out."""
        is_page = self._has_heading and self._has_text and self._names >= _NAMES_OF_A_PAGE
        return self._found | (dict.fromkeys(self._left, False) if is_whole and is_page else {})


def _spellings(place: str) -> frozenset[bytes]:
    texts = (place, quote(place), html.escape(place), place.encode("ascii", "xmlcharrefreplace").decode())
    return frozenset(text.encode(encoding, "ignore") for text in texts for encoding in ("utf-8", "latin-1")) - {b""}
