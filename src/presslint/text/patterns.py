"""Regular expressions that rules bring along: what they cannot match without, and whether they could run away.

``re`` has no timeout, so a pattern is read before it is run: one that repeats a repetition is refused, one whose ways
to match multiply runs in the ``regex`` module under a timeout, and the others run in ``re``.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from presslint.text.lazy import regex
from presslint.text.span import Span

TIMEOUT = 0.5  # seconds for one search through one release
_MOST_WAYS = 4000  # ways to match from one place that `re` may try
_FEW = 4  # characters of a set that are looked for one by one
_UNBOUNDED = 1000  # what an endless repetition counts as

_LITERAL_ESCAPES = frozenset(".^$*+?{}[]|()\\/-#&~@!%,;:'\"<>=_ `")


_PLAIN = regex(r"[^\\\[\](){}|*+?.^$]+")
_QUANTIFIERS = frozenset("*+?{")


class PatternError(ValueError):
    """A pattern that may not be run, or is none."""


class Shape(NamedTuple):
    """What can be said of a pattern without running it.

    A text with a match holds one of ``needles``, and one of ``also`` besides; where one is empty, nothing is known.
    ``ways`` estimates how many ways to match there are from one place. ``repeats`` says that it holds a repetition of
    more than one; ``wide``, that a match may be longer than nothing.
    """

    needles: tuple[str, ...]
    ways: int
    repeats: bool
    also: tuple[str, ...] = ()
    wide: bool = True

    @property
    def rarest(self) -> tuple[str, ...]:
        """The needles that a text without a match is least likely to hold."""
        return max(self.also, self.needles, key=_rareness)


class Scan(Protocol):
    """A compiled pattern."""

    def spans(self, text: str) -> Iterator[Span]:
        """Yield where the pattern matches, from left to right; empty matches are left out."""


def shape(pattern: str) -> Shape:
    """Read a pattern. Raises PatternError for a nested repetition, an unknown construct or an unbalanced one."""
    reader = _Reader(pattern)
    found = reader.alternatives()
    if reader.place < len(pattern):
        raise PatternError(f"a closing parenthesis too many at {reader.place} in: {pattern}")
    return found


@lru_cache(maxsize=512)
def compiled(pattern: str, *, ignore_case: bool = False) -> Scan:
    """Return the pattern ready to run over a text of several lines (``^`` and ``$`` are those of a line).

    Raises PatternError for a pattern that is wrong or may not be run.
    """
    return _Patient(pattern, ignore_case) if shape(pattern).ways > _MOST_WAYS else _Plain(pattern, ignore_case)


class _Plain:
    __slots__ = ("_finditer",)

    def __init__(self, pattern: str, ignore_case: bool) -> None:  # noqa: FBT001 - one caller, two lines above
        import re  # noqa: PLC0415

        try:
            self._finditer = re.compile(pattern, re.MULTILINE | (re.IGNORECASE if ignore_case else 0)).finditer
        except re.error as error:
            raise PatternError(f"{error} in: {pattern}") from error

    def spans(self, text: str) -> Iterator[Span]:
        return (Span(*match.span()) for match in self._finditer(text) if match.end() > match.start())


class _Patient:
    """Runs in ``regex``, which gives up with a TimeoutError after some time over one text."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str, ignore_case: bool) -> None:  # noqa: FBT001 - one caller
        import regex  # noqa: PLC0415 - large, and only few patterns need it

        try:
            self._pattern = regex.compile(pattern, regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0))
        except regex.error as error:
            raise PatternError(f"{error} in: {pattern}") from error

    def spans(self, text: str) -> Iterator[Span]:
        for match in self._pattern.finditer(text, timeout=TIMEOUT):
            if match.end() > match.start():
                yield Span(*match.span())


class _Reader:
    """Reads a pattern from left to right; ``place`` is where it is."""

    __slots__ = ("pattern", "place")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0

    def _error(self, what: str) -> PatternError:
        return PatternError(f"{what} at {self.place} in: {self.pattern}")

    def _peek(self) -> str:
        return self.pattern[self.place : self.place + 1]

    def alternatives(self) -> Shape:
        """Read branches up to the end or a closing parenthesis."""
        branches = [self._sequence()]
        while self._peek() == "|":
            self.place += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        needles: tuple[str, ...] = ()
        if all(branch.needles for branch in branches):
            needles = _united(branch.needles for branch in branches)
        also = _united(branch.rarest for branch in branches) if needles else ()
        ways = sum(branch.ways for branch in branches)
        repeats, wide = any(branch.repeats for branch in branches), any(branch.wide for branch in branches)
        return Shape(needles, ways, repeats, also if also != needles else (), wide)

    def _sequence(self) -> Shape:
        parts: list[tuple[str, ...]] = []  # of every match, each holds one
        run, ways, repeats, wide = "", 1, False, False
        while self._peek() not in ("", "|", ")"):
            plain = self._plain()
            if plain:
                run += plain
                wide = True
                continue
            literal, atom = self._atom()
            low, high = self._quantifier()
            wide = wide or bool(literal) or atom.wide
            if low == high == 1 and (literal or not atom.wide):
                run += literal
                parts += [atom.needles, atom.also]
                ways, repeats = min(ways * atom.ways, 10**9), repeats or atom.repeats
                continue
            parts.append((run + literal * min(low, 10),))
            run = ""
            if low:
                parts += [atom.needles, atom.also]
            inner = self._repeated(atom, low, high)
            ways = min(ways * inner.ways, 10**9)
            repeats = repeats or inner.repeats
        parts.append((run,))
        known = [part for part in parts if part and all(part)]
        needles = max(known, key=_worth, default=())
        others = (part for part in known if part != needles)
        return Shape(needles, ways, repeats, max(others, key=_rareness, default=()), wide)

    def _plain(self) -> str:
        """Read the characters that stand for themselves, up to one that is repeated; patterns are mostly such."""
        found = _PLAIN.match(self.pattern, self.place)
        if found is None:
            return ""
        end = found.end()
        if self.pattern[end : end + 1] in _QUANTIFIERS:
            end -= 1
        start, self.place = self.place, end
        return self.pattern[start:end]

    def _repeated(self, atom: Shape, low: int, high: int) -> Shape:
        if high <= 1:
            return Shape((), atom.ways + (low == 0), atom.repeats)
        if atom.repeats and high > 10:
            raise self._error("a repetition inside a repetition")
        choices = high - low + 1 if high < _UNBOUNDED else _UNBOUNDED
        return Shape((), min(max(atom.ways, 1) ** min(high, 30) * choices, 10**9), repeats=True)

    def _atom(self) -> tuple[str, Shape]:
        """Return the literal character read, or empty and the shape of what was read instead."""
        sign = self._peek()
        self.place += 1
        nothing = Shape((), 1, repeats=False)
        if sign == "\\":
            wide = self._peek() not in _WITHOUT_WIDTH
            return self._escape(), nothing._replace(wide=wide)
        if sign == "[":
            return "", Shape(self._class(), 1, repeats=False)
        if sign == "(":
            return "", self._group()
        if sign in "*+?":
            raise self._error("nothing to repeat")
        return ("" if sign in ".^$" else sign), nothing._replace(wide=sign not in "^$")

    def _escape(self) -> str:
        sign = self._peek()
        if not sign:
            raise self._error("a backslash at the end")
        self.place += 1
        if sign.isdigit() and sign != "0":
            raise self._error("a reference to a group")
        for letter, digits in (("x", 2), ("u", 4), ("U", 8)):
            if sign == letter:
                self.place += digits
        return sign if sign in _LITERAL_ESCAPES else ""

    def _class(self) -> tuple[str, ...]:
        """Read a set of characters; return them where they are few and written out."""
        start = self.place
        if self._peek() == "^":
            self.place += 1
        if self._peek() == "]":
            self.place += 1
        while self._peek() not in ("]", ""):
            self.place += 2 if self._peek() == "\\" else 1
        if not self._peek():
            raise self._error("an open bracket")
        content = self.pattern[start : self.place]
        self.place += 1
        plain = content.replace("\\[", "[").replace("\\]", "]").replace("\\{", "{").replace("\\}", "}")
        few = 0 < len(plain) <= _FEW and plain[0] != "^" and "-" not in plain and "\\" not in plain
        return tuple(plain) if few else ()

    def _group(self) -> Shape:
        kind = next((kind for kind in _GROUPS if self.pattern.startswith(kind, self.place)), "")
        if not kind and self._peek() == "?":
            raise self._error("an unknown kind of group")
        self.place += len(kind)
        if kind == "?P<":
            self.place = self.pattern.find(">", self.place) + 1
        found = self.alternatives()
        if self._peek() != ")":
            raise self._error("an open parenthesis")
        self.place += 1
        if kind in _NOT_THERE:
            return Shape((), found.ways, found.repeats, wide=False)
        return found._replace(wide=False) if kind in _ELSEWHERE else found

    def _quantifier(self) -> tuple[int, int]:
        sign = self._peek()
        low, high = 1, 1
        if sign == "{":
            end = self.pattern.find("}", self.place)
            first, comma, last = self.pattern[self.place + 1 : max(end, 0)].partition(",")
            if not (first + last).isdigit():
                return 1, 1  # a brace as a character, as in re
            low = int(first or 0)
            high = int(last) if last else (_UNBOUNDED if comma else low)
            self.place = end + 1
        elif sign and sign in "*+?":
            low, high = {"*": (0, _UNBOUNDED), "+": (1, _UNBOUNDED), "?": (0, 1)}[sign]
            self.place += 1
        else:
            return 1, 1
        if self._peek() and self._peek() in "?+":
            self.place += 1
        return low, high


_NOT_THERE = ("?!", "?<!")
_ELSEWHERE = ("?=", "?<=")
_GROUPS = ("?:", *_ELSEWHERE, *_NOT_THERE, "?P<")
_WITHOUT_WIDTH = tuple("bBAZ")


def _united(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(needle for needles in lists for needle in needles))


def _worth(needles: tuple[str, ...]) -> int:
    """Return more for needles that cost less to look for and are rarer: few, long, with other signs than letters."""
    rare = all(needle.strip() and not needle.replace(" ", "").isalnum() for needle in needles)
    return min(4, _shortest(needles)) + 3 * rare - len(needles)


def _rareness(needles: tuple[str, ...]) -> float:
    """Return more for needles of which a text is less likely to hold one: few and long ones."""
    return -sum(3.0 ** -len(needle) for needle in needles) if needles else float("-inf")


def _shortest(needles: tuple[str, ...]) -> int:
    return min(map(len, needles), default=0)
