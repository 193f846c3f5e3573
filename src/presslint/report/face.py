"""How text is drawn on a stream: what is shown of a character, and how many cells it takes.

The text of a release is untrusted: a control sequence in it must not reach the terminal, and a character that nobody
sees must be seen. Such characters are escaped, as in messages.
"""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from presslint.engine.wording import visible

_TAB = "    "
_RETURN = "↵"
# for streams that cannot write them: legible beats exact in a sentence
_SPELLED = {
    "„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "‚": "'", "‘": "'", "’": "'", "‹": "'", "›": "'",
    "–": "-", "—": "--", "…": "...", "·": "-", "•": "*", "→": "->", "€": "EUR",
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip


class Glyphs(NamedTuple):
    """The drawing characters of a frame."""

    bar: str
    gap: str
    ellipsis: str
    caret: str
    hit: str
    note: str
    branch: str


_DRAWN = Glyphs(bar="│", gap="┆", ellipsis="…", caret="^", hit="^", note="─", branch="╰ ")
_PLAIN = Glyphs(bar="|", gap=":", ellipsis="...", caret="^", hit="~", note="-", branch="")


class Face:
    """The characters of one stream. ``encoding`` None means that it can write everything."""

    __slots__ = ("_encoding", "_shown", "_widths", "glyphs")

    def __init__(self, encoding: str | None = None, *, plain: bool = False) -> None:
        self._encoding = None if encoding is None or encoding.lower().startswith("utf") else encoding
        self._shown: dict[str, str] = _Known(self._picture)
        self._widths: dict[str, int] = _Known(self._cells)
        drawable = all(self._writable(glyph) for glyph in _DRAWN)
        self.glyphs = _DRAWN if drawable and not plain else _PLAIN

    def show(self, text: str) -> str:
        """Return ``text`` on one line, without anything that a terminal would act on or the stream cannot write."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(map(self._shown.__getitem__, text))

    def width(self, text: str) -> int:
        """Return how many cells ``text`` takes when shown."""
        if text.isascii() and text.isprintable():
            return len(text)
        return sum(map(self._widths.__getitem__, text))

    def fitting(self, text: str, room: int) -> int:
        """Return how many characters at the beginning of ``text`` fit into ``room`` cells.

        One that takes no cell counts as one: a storm of accents must not count as nothing.
        """
        if text.isascii() and text.isprintable():
            return min(len(text), max(room, 0))
        count = 0
        for width in map(self._widths.__getitem__, text):
            room -= width or 1
            if room < 0:
                break
            count += 1
        return count

    def _writable(self, text: str) -> bool:
        if self._encoding is None:
            return True
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True

    def _picture(self, character: str) -> str:
        if character == "\t":
            return _TAB
        if character == "\u2028":  # a line break within a paragraph of a document
            return _RETURN if self._writable(_RETURN) else "|"
        if not self._writable(character):
            return _SPELLED.get(character) or character.encode("ascii", "backslashreplace").decode("ascii")
        # terminals disagree on the width of what a variation selector follows, unless it is left out
        return "" if "\ufe00" <= character <= "\ufe0f" else visible(character)

    def _cells(self, character: str) -> int:
        shown = self._shown[character]
        if len(shown) != 1 or shown != character:
            return len(shown)
        if unicodedata.category(character) in {"Mn", "Me"}:
            return 0
        return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


V = TypeVar("V")


class _Known(dict[str, V]):
    """What is known of characters so far; what is not is worked out when it is asked for."""

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[str], V]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, character: str) -> V:
        value = self[character] = self._work(character)
        return value
