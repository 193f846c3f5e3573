"""Printed lines as one line to read: words that line ends split are made whole, and halves of addresses."""

from typing import NamedTuple

from presslint.load.drafts import Line, Run
from presslint.text.lazy import regex
from presslint.text.words import CONJUNCTIONS, Vocabulary, keeps_its_hyphen

HYPHENS = "-\u2010\u00ad"
# a hyphen inside an address is a part of it: what begins one before the line end, and what ends one behind it
_ADDRESS = regex(r"[@/]|www\.", 2)
_DOMAIN = regex(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,}(?![^\W_])", 2)
# the only words that a word without its second half stands before in German; „en“ and „i“ are no words there
_GERMAN = frozenset(
    (
        "und",
        "oder",
        "sowie",
        "bzw",
        "beziehungsweise",
        "respektive",
        "bis",
        "als",
        "auch",
        "noch",
        "wie",
        "nicht",
        "samt",
    )
)


class Wording(NamedTuple):
    """What tells how hyphens at line ends are meant: the words of the document, its language, and its addresses.

    ``addresses`` are the places of line ends in the middle of a linked address.
    """

    words: Vocabulary
    language: str
    addresses: frozenset[int] = frozenset()


class Piece(NamedTuple):
    """A line or a part of one: where it begins in the source, what it says, and its page."""

    start: int
    text: str
    page: int


def line_of(pieces: list[Piece], wording: Wording, *, hard: bool) -> Line:
    """Return printed lines as one line to read, with the words whole that their ends split."""
    runs: list[Run] = []
    shown: list[str] = []
    for number, piece in enumerate(pieces):
        start, text, page = piece
        end = start + len(text)
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if following is None:
            runs.append(Run(start, end))
            shown.append(text)
            continue
        cut, between = (0, "") if end in wording.addresses else _seam(text, following.text, wording)
        if cut and page != following.page:
            cut, between = 0, " "  # a word must not be split over two pages: that is shown
        runs.append(Run(start, end - cut))
        shown.append(text[: len(text) - cut])
        if between:
            runs.append(Run(end, following.start, between))
            shown.append(between)
    return Line([run for run in runs if run.start < run.end or run.text], "".join(shown), hard=hard)


def _seam(line: str, following: str, wording: Wording) -> tuple[int, str]:
    """Return how many characters go from the end of a line, and what stands before the next.

    A hyphen that only fills the line goes; „Stiftungs- und Drittmittel“ keeps it and the blank, „Kita-Initiative“ the
    hyphen alone.
    """
    if line[-1] not in HYPHENS or not line[-2:-1].isalpha():
        return 0, "" if line[-1] in "/–" and line[-2:-1].isalpha() and following[0].isalpha() else " "
    first = line[:-1].rpartition(" ")[2]
    second = following.partition(" ")[0]
    if line[-1] != "\u00ad" and (_ADDRESS.search(first) or _DOMAIN.match(second)):
        return 0, ""
    word = second.rstrip(".,;:!?)“”\"'»«")
    if not second[0].isalpha() or word.casefold() in (CONJUNCTIONS if wording.language != "de" else _GERMAN):
        return 0, " " if second[0].isalpha() else ""
    known = line[-1] == "\u00ad" or wording.words.has(first + word)
    stays = not known and (not second[0].islower() or keeps_its_hyphen(first, second, wording.language))
    return (0, "") if stays else (1, "")
