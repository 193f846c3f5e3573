"""What findings and files are known by when lines have moved, paragraphs are elsewhere and the file has a new name.

Everything here is a hash, so that it can be kept beside the releases without saying what is in them.
"""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from presslint.model.finding import Finding
from presslint.text.lazy import regex

_REACH = 240  # characters of the source in which the words beside a finding are looked for
_WORDS = 24  # letters and digits of them that count
_CERTAIN = 8  # fewer on one side tell nothing by themselves
_LONG = 16  # a text that is as long as this is known without what stands beside it
_SKETCH = 32  # groups of words by which a file is known
_SHINGLE = 3  # words of a group

SAME = 0.5

_EMPTY_LINE = regex(r"(?:\r\n|\r|\n)[ \t]{0,80}(?:\r\n|\r|\n)")
_WORD = regex(r"\w+")


class Print(NamedTuple):
    """What one finding is known by: rule, text, and the words before and behind it in the same paragraph.

    The place is no part of it, nor are line ends, markup and letter case. A side is empty where too few words stand
    there to tell one place from another; ``long`` says that the text alone does.
    """

    rule: str
    text: str
    before: str
    after: str
    sides: str
    long: bool

    def __str__(self) -> str:
        """Return the print as it is kept in a file."""
        return ".".join((self.text + "+" * self.long, self.before, self.after, self.sides))


def print_of(finding: Finding, text: str) -> Print:
    """Return what a finding in a source text is known by."""
    snippet = " ".join(finding.snippet.split()).casefold()
    before = after = ""
    if finding.span is not None:
        start, end = finding.span
        before = _folded(_EMPTY_LINE.split(text[max(start - _REACH, 0) : start])[-1])[-_WORDS:]
        after = _folded(_EMPTY_LINE.split(text[end : end + _REACH])[0])[:_WORDS]
    rule = finding.rule
    return Print(
        rule,
        _hash(rule, snippet),
        _hash(rule, snippet, "<", before) if len(before) >= _CERTAIN else "",
        _hash(rule, snippet, ">", after) if len(after) >= _CERTAIN else "",
        _hash(rule, snippet, before, after),
        len(snippet) >= _LONG or finding.span is None,
    )


def parsed(rule: str, kept: str) -> Print:
    """Return a print as it was kept. Raises ValueError."""
    text, before, after, sides = kept.split(".")
    return Print(rule, text.rstrip("+"), before, after, sides, text.endswith("+"))


def pairs(old: list[Print], new: list[Print]) -> dict[int, int]:
    """Return which of ``new`` is which of ``old``, by position; what stands in the same words comes first.

    One old finding is one new one at most: of two that are alike, the one that was put in is left over.
    """
    found: dict[int, int] = {}
    left = dict.fromkeys(range(len(old)))
    for keys in (_whole, _one_side, _text_alone):
        places: dict[tuple[str, ...], list[int]] = {}
        for place in left:
            for key in keys(old[place]):
                places.setdefault(key, []).append(place)
        for place, one in enumerate(new):
            if place in found:
                continue
            candidates = (other for key in keys(one) for other in places.get(key, ()) if other in left)
            same = next(candidates, None)
            if same is not None:
                found[place] = same
                del left[same]
        if not left:
            break
    return found


def _whole(one: Print) -> tuple[tuple[str, ...], ...]:
    return ((one.rule, one.text, one.sides),)


def _one_side(one: Print) -> tuple[tuple[str, ...], ...]:
    return tuple((one.rule, one.text, side) for side in (one.before, one.after) if side)


def _text_alone(one: Print) -> tuple[tuple[str, ...], ...]:
    return ((one.rule, one.text),) if one.long else ()


def sketch(text: str) -> tuple[str, ...]:
    """Return what a release is known by whatever its file is called: hashes of some of its groups of words.

    Which groups these are depends on nothing but the words, so that two versions of a text share most of them. Groups
    do not reach from one paragraph into the next, whose order may change.
    """
    groups: set[str] = set()
    for paragraph in _EMPTY_LINE.split(text.casefold()):
        words = _WORD.findall(paragraph)
        groups.update(
            _hash(*group) for group in zip(*(islice(words, first, None) for first in range(_SHINGLE)), strict=False)
        )
    return tuple(sorted(groups)[:_SKETCH])


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Return how much of an old text is still in a new one as their sketches tell, from 0 to 1.

    They are versions of one another from :data:`SAME` on.
    """
    if not old or not new:
        return 0.0
    # beyond the last group of the shorter sketch, a missing one may merely not have been taken
    reach = "~" if min(len(old), len(new)) < _SKETCH else min(old[-1], new[-1])
    within = [group for group in old if group <= reach]
    there = set(new)
    return sum(group in there for group in within) / len(within)


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _hash(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
