"""What a rule looks for: words and patterns, and what a text must hold for them to be worth looking for."""

import re
from functools import lru_cache
from typing import NamedTuple

from presslint.text.patterns import Scan, compiled, shape
from presslint.text.span import Span

# letters and signs of prose from the usual to the rare; whatever is not listed is rarer still
_USUAL = " enisratdhulcgmobwfkzv.,-:p/üäßSDAEMBGKFWVPHRTLöNIZUJOÖjyxCYqÜÄQX"
_RARITY = {sign: place for place, sign in enumerate(_USUAL)}

Gates = tuple[tuple[str, str], ...]


class Needle(NamedTuple):
    """One thing to look for.

    ``gates`` are texts of which one must occur, each with its rarest sign, which is quicker to look for; of ``also``
    one must occur as well. Where one of them is empty, it tells nothing. They are in lower case if case is ignored.
    """

    gates: Gates
    pattern: str
    ignore_case: bool
    also: Gates = ()

    def scan(self) -> Scan:
        """Return the compiled pattern; compiling waits until a text passes the gates."""
        return compiled(self.pattern, ignore_case=self.ignore_case)


@lru_cache(maxsize=256)
def needles(literals: tuple[str, ...], patterns: tuple[str, ...], *, ignore_case: bool) -> tuple[Needle, ...]:
    """Return what to look for, with what each cannot match without."""
    made = [
        Needle(_gates((_longest_word(text),), ignore_case), literal_pattern(text), ignore_case) for text in literals
    ]
    for pattern in patterns:
        shaped = shape(pattern)
        made.append(Needle(_gates(shaped.needles, ignore_case), pattern, ignore_case, _gates(shaped.also, ignore_case)))
    return tuple(made)


def _gates(texts: tuple[str, ...], ignore_case: bool) -> Gates:  # noqa: FBT001 - three callers
    gates = [text.lower() if ignore_case else text for text in texts]
    return tuple((max(gate, key=lambda sign: _RARITY.get(sign, len(_RARITY))), gate) for gate in gates)


def literal_pattern(text: str) -> str:
    """Return the pattern of a literal: whole words, and any single white space where the literal has a blank."""
    words = "[ \\t\\n\u00a0\u202f]".join(re.escape(word) for word in text.split(" "))
    start = r"(?<!\w)" if text[:1].isalnum() else ""
    return start + words + (r"(?!\w)" if text[-1:].isalnum() else "")


def _longest_word(text: str) -> str:
    """Return the longest word of a literal: white space in the text may be of another kind than in the literal."""
    return max(text.split(" "), key=len)


def all_spans(wanted: tuple[Needle, ...], text: str) -> list[Span]:
    """Return where any of the needles is in ``text``, needle by needle."""
    where = lowered(text) if wanted and wanted[0].ignore_case else text
    spans: list[Span] = []
    for needle in wanted:
        gates, _, _, also = needle
        if _may_pass(gates, where) and (not also or _may_pass(also, where)):
            spans += needle.scan().spans(text)
    return spans


def _may_pass(gates: Gates, text: str) -> bool:
    for sign, gate in gates:
        if sign in text and gate in text:
            return True
    return not gates


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """Return ``text`` in lower case; several checks ask for that of the same release."""
    return text.lower()
