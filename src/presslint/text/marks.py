"""Quotation marks: which glyph opens, which one closes, and what only looks like one.

U+201C closes in German and opens in English, a straight single mark is mostly an apostrophe, and a straight double
mark behind a number is mostly an inch. So a glyph alone decides little: its neighbours and what is still open do.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.text.lazy import regex
from presslint.text.span import Span

# language → pairs of marks, the usual one first, then the one for a quotation inside a quotation
STYLES: dict[str, tuple[tuple[str, str], ...]] = {
    "da": (("»", "«"), ("›", "‹"), ("“", "”"), ("„", "“")),
    "de": (("„", "“"), ("‚", "‘"), ("»", "«"), ("›", "‹"), ("«", "»"), ("‹", "›")),
    "en": (("“", "”"), ("‘", "’")),
    "es": (("«", "»"), ("“", "”"), ("‘", "’")),
    "fr": (("«", "»"), ("‹", "›"), ("“", "”")),
    "it": (("«", "»"), ("“", "”"), ("‘", "’")),
    "nl": (("“", "”"), ("‘", "’"), ("„", "”")),
    "pl": (("„", "”"), ("«", "»"), ("‚", "’")),
    "pt": (("«", "»"), ("“", "”"), ("‘", "’")),
    "sv": (("”", "”"), ("’", "’"), ("»", "»")),
}

STRAIGHT = ('"', "''")

# what may close each double mark, in any language: word processors mix them
CLOSERS: dict[str, tuple[str, ...]] = {
    "„": ("“", "”", '"', "''"),
    ",,": ("“", "”", '"', "''"),
    "``": ("''", '"', "”"),
    "“": ("”", "“", '"'),
    "”": ("”", '"'),
    '"': ('"', "“", "”", "''"),
    "''": ("''", '"'),
    "«": ("»",),
    "»": ("«", "»"),
}
_SINGLES = {
    "‚": regex("[‘’']"),
    "‘": regex("[’']"),
    "'": regex("['’]"),
    "’": regex("’"),
    "›": regex("‹"),
    "‹": regex("›"),
}

_GLYPHS = "„“”\"«»‚‘’'›‹"
_MARKS = regex(f"[{_GLYPHS}]|,,|``")
_USUAL_MARKS = regex(f"[{_GLYPHS}]")
_MUCH = 1000  # characters from which on it pays to look for those alone that the text has
_LOW_LANGUAGES = frozenset(language for language, pairs in STYLES.items() if ("„", "“") in pairs)

_BEFORE_OPENING = frozenset("([{/–—-*_|=\t„“”\"«»‚‘'’›‹")
_NOT_AFTER_OPENING = frozenset(",;:!?)]}")
_AFTER_CLOSING = frozenset(".,;:!?)]}…–—-/*_|\t„“”\"«»‚‘'’›‹")

# words that begin with an apostrophe, and shortened years
_ELISION = regex(
    r"(?:\d\d(?:s|er|ers)?|n|ne|nen|ner|nem|nes|s|ran|rein|raus|runter|rüber|rum|"
    r"til|tis|twas|em|cause|bout|round|cuz|kay|neath|gainst)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_SINGLE = 400

# no text needs more, and a hostile one must not take for ever
_REACH = 3000
_DEEPEST = 40
_MOST_CLOSERS = 20

_PARAGRAPH = 200  # characters: a shorter stretch is no paragraph of its own
_SENTENCE_ENDS = frozenset(".!?…")
# after these the speaker is named outside the quotation, so that it has ended
_ATTRIBUTION = regex(
    r",[ \n](?:so|sagt|erklär|beton|berichte|meint|ergänz|kommentier|fordert|unterstreicht|freut)\w{0,4} "
    r"|(?<!\bI )(?<!\b[Ww]e )(?<!\b[Yy]ou )(?<!\bwho )(?<!\b[Tt]hey )\b(?:said|says|added|explained|explains)\b"
)
# words that the speaker repeats: "Bristol's best day out, as my daughter says"
_ASIDE = regex(r"\b[Aa]s (?:[\w'’-]{1,20} ){1,4}(?:said|says|explained|explains)\b")


def names_speaker(text: str) -> bool:
    """Tell whether somebody is named as the speaker in ``text``, so that what stands there is no quotation."""
    return _ATTRIBUTION.search(_ASIDE.sub("", text)) is not None


class Glyph(NamedTuple):
    """One quotation mark; ``sure`` when its neighbours say what it does (open, or close)."""

    span: Span
    mark: str
    sure: bool


class Pairs(NamedTuple):
    """The marks of one paragraph: pairs that belong together, marks never closed, and marks that close nothing."""

    closed: tuple[tuple[Glyph, Glyph], ...]
    unclosed: tuple[Glyph, ...]
    strays: tuple[Glyph, ...]


def marks_in(text: str, within: Span) -> Iterator[re.Match[str]]:
    """Yield every quotation mark, and everything that may be one."""
    if text.find(",,", *within) >= 0 or text.find("``", *within) >= 0:
        return _MARKS.finditer(text, *within)
    if within.length < _MUCH:
        return _USUAL_MARKS.finditer(text, *within)
    there = "".join([glyph for glyph in _GLYPHS if glyph in text])
    return _set_of(there).finditer(text, *within) if there else iter(())


@lru_cache(maxsize=256)
def _set_of(glyphs: str) -> re.Pattern[str]:
    """Return a pattern for some glyphs: a plain set of few is searched soonest."""
    return re.compile(f"[{glyphs}]")


def pair_quotes(text: str, within: Span, language: str, still_open: tuple[Glyph, ...] = ()) -> Pairs:
    """Pair the quotation marks of the paragraph ``within`` of ``text``.

    ``still_open`` are marks of earlier paragraphs that this one may close; they come back in ``closed`` or
    ``unclosed``. Apostrophes, shortened years, inches and marks that stand alone (ditto marks) are no quotation marks.
    """
    return _Pairing(text, within, language, still_open).run()


class _Pairing:
    """The state while one paragraph is read: the stack of open double marks, and where the last single pair ended."""

    __slots__ = ("closed", "end", "low", "repeats", "singles", "stack", "start", "strays", "styles", "text", "unclosed")

    def __init__(self, text: str, within: Span, language: str, still_open: tuple[Glyph, ...]) -> None:
        self.text = text
        self.start, self.end = within
        self.low = language in _LOW_LANGUAGES
        self.repeats = language == "en"
        self.styles = STYLES.get(language, ())
        self.stack: list[Glyph] = list(still_open)
        self.closed: list[tuple[Glyph, Glyph]] = []
        self.unclosed: list[Glyph] = []
        self.strays: list[Glyph] = []
        self.singles = self.start  # single marks before this place are spoken for

    def run(self) -> Pairs:
        done = self.start
        for found in marks_in(self.text, Span(self.start, self.end)):
            start, end = found.span()
            mark = found[0]
            if start < done:
                continue
            if mark == "'" and end < self.end and self.text[end] == "'":
                mark, end = "''", end + 1
            done = end
            if mark in _SINGLES:
                self._single(mark, start)
            else:
                self._double(mark, Span(start, end))
        self.closed.sort()
        return Pairs(tuple(self.closed), tuple(sorted((*self.unclosed, *self.stack))), tuple(self.strays))

    def _before(self, place: int) -> str:
        return self.text[place - 1] if place > self.start else ""

    def _after(self, place: int) -> str:
        return self.text[place] if place < self.end else ""

    def _opens(self, span: Span) -> bool:
        before, after = self._before(span.start), self._after(span.end)
        if not after or after.isspace() or after in _NOT_AFTER_OPENING:
            return False
        if after == "." and self._after(span.end + 1) != ".":
            return False
        return not before or before.isspace() or before in _BEFORE_OPENING

    def _closes(self, span: Span) -> bool:
        before, after = self._before(span.start), self._after(span.end)
        if not before or before.isspace():
            return False
        return not after or after.isspace() or after in _AFTER_CLOSING

    def _reach(self, span: Span) -> int:
        return min(self.end, span.end + _REACH)

    # ---- double marks: a stack

    def _double(self, mark: str, span: Span) -> None:
        opens, closes = self._opens(span), self._closes(span)
        partner = self._partner(mark)
        if opens and (closes or (partner is not None and self._before(span.start) == "-")):
            opens = closes = False  # between two marks, or behind a hyphen: what is open decides
        if mark in ("„", ",,", "``"):
            if mark == "„" or opens:
                self._push(Glyph(span, mark, sure=bool(self._after(span.end))))
        elif mark in "«»":
            self._guillemet(mark, span, partner, opens=opens, closes=closes)
        elif opens:
            if partner is None or not self._is_repeated(mark, span):
                self._push(Glyph(span, mark, sure=True))
        elif partner is not None:
            if not (mark in STRAIGHT and self._is_inch(span)):
                self._close(partner, Glyph(span, mark, sure=closes))
        elif closes:
            self._stray(mark, span)
        elif self._after(span.end) and not self._alone(span) and not self._is_low_closing(mark, span):
            self._push(Glyph(span, mark, sure=False))

    def _is_repeated(self, mark: str, span: Span) -> bool:
        """Tell whether the mark opens a further paragraph of a quotation, though the break between them was lost."""
        last = self.stack[-1]
        if not self.repeats or last.mark != mark or span.start - last.span.end < _PARAGRAPH:
            return False
        between = self.text[max(last.span.end, span.start - _REACH) : span.start].rstrip()
        return between[-1:] in _SENTENCE_ENDS and not names_speaker(between)

    def _stray(self, mark: str, span: Span) -> None:
        if mark not in STRAIGHT:
            self.strays.append(Glyph(span, mark, sure=True))
        elif not self._before(span.start).isdigit():
            following = self.text.find(mark, span.end, self._reach(span))
            if following >= 0 and self._closes(Span(following, following + len(mark))):
                self._push(Glyph(span, mark, sure=False))  # opens, with the blank on the wrong side
            else:
                self.strays.append(Glyph(span, mark, sure=mark == '"'))

    def _guillemet(self, mark: str, span: Span, partner: int | None, *, opens: bool, closes: bool) -> None:
        if partner is not None and not opens:
            self._close(partner, Glyph(span, mark, sure=closes))
        elif opens:
            self._push(Glyph(span, mark, sure=True))
        elif closes:
            self.strays.append(Glyph(span, mark, sure=True))
        elif mark == "«" and self.text.find("»", span.end, self._reach(span)) >= 0:  # spaced, as in French
            self._push(Glyph(span, mark, sure=False))

    def _partner(self, mark: str) -> int | None:
        for index in range(len(self.stack) - 1, -1, -1):
            if mark in CLOSERS[self.stack[index].mark]:
                return index
        return None

    def _push(self, glyph: Glyph) -> None:
        if len(self.stack) == _DEEPEST:
            self.unclosed.append(self.stack.pop(0))
        self.stack.append(glyph)

    def _close(self, partner: int, closing: Glyph) -> None:
        self.closed.append((self.stack[partner], closing))
        self.unclosed += self.stack[partner + 1 :]
        del self.stack[partner:]

    def _is_inch(self, span: Span) -> bool:
        """Tell whether a mark behind a digit is an inch: the marks that follow close all that is open without it."""
        if not self._before(span.start).isdigit():
            return False
        rest = self.text[span.end : self._reach(span)]
        left = rest.count('"') - sum(glyph.mark in STRAIGHT for glyph in self.stack)
        return rest[:1].isspace() and rest.lstrip()[:1].isalpha() and left >= 0 and left % 2 == 0

    def _is_low_closing(self, mark: str, span: Span) -> bool:
        return mark == "“" and self.low and self._before(span.start) not in (":", ",")

    def _alone(self, span: Span) -> bool:
        """Free on both sides, and nothing after it to form a pair with: a ditto mark, an arrow."""
        before, after = self._before(span.start), self._after(span.end)
        free = (not before or before.isspace()) and after.isspace()
        return free and (
            after in "\t\n" or before in ("\t", "\n") or self.text.find('"', span.end, self._reach(span)) < 0
        )

    # ---- single marks: a pair is seen at once or not at all

    def _single(self, mark: str, start: int) -> None:
        span = Span(start, start + 1)
        if start < self.singles or not self._opens(span) or (mark == "’" and ("’", "’") not in self.styles):
            return
        if mark in "'‘" and _ELISION.match(self.text, start + 1, self.end):
            return
        end = self._single_end(start, _SINGLES[mark])
        if end is not None:
            closing = Glyph(Span(end, end + 1), self.text[end], sure=True)
            self.closed.append((Glyph(span, mark, sure=True), closing))
            self.singles = end + 1
        elif mark == "‚":
            self.unclosed.append(Glyph(span, mark, sure=self._after(start + 1).isalnum()))

    def _single_end(self, start: int, closers: re.Pattern[str]) -> int | None:
        first, seen = None, 0
        for found in closers.finditer(self.text, start + 2, min(self.end, start + _LONGEST_SINGLE)):
            place = found.start()
            seen += 1
            if seen > _MOST_CLOSERS:
                break
            if not self._closes(Span(place, place + 1)):
                continue
            if not self._is_possessive(place):
                return place if first is None or self.text[place - 1] in ",.!?…" else first
            first = place if first is None else first
        return first

    def _is_possessive(self, place: int) -> bool:
        """Tell ``the members' view`` by the s before the mark and the small letter after the space."""
        after = self.text[place + 1 : place + 3]
        return self.text[place - 1] == "s" and len(after) == 2 and after[0] == " " and after[1].islower()
