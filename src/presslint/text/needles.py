"""What a rule looks for: words and patterns, and what a text must hold for them to be worth looking for."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.text.patterns import Scan, compiled, shape
from presslint.text.span import Span


class Needle(NamedTuple):
    """One thing to look for.

    ``gates`` are texts of which one must occur, each with its rarest sign, which is quicker to look for; without gates
    nothing is known. They are in lower case if case is ignored.
    """

    gates: tuple[tuple[str, str], ...]
    pattern: str
    ignore_case: bool

    def scan(self) -> Scan:
        """Return the compiled pattern; compiling waits until a text passes the gate."""
        return compiled(self.pattern, ignore_case=self.ignore_case)


@lru_cache(maxsize=256)
def needles(literals: tuple[str, ...], patterns: tuple[str, ...], *, ignore_case: bool) -> tuple[Needle, ...]:
    """Return what to look for, with what each cannot match without."""
    made = [
        Needle(_gates((_longest_word(text),), ignore_case), literal_pattern(text), ignore_case) for text in literals
    ]
    made += [Needle(_gates(shape(pattern).needles, ignore_case), pattern, ignore_case) for pattern in patterns]
    return tuple(made)


def _gates(texts: tuple[str, ...], ignore_case: bool) -> tuple[tuple[str, str], ...]:  # noqa: FBT001 - two callers
    gates = [text.lower() if ignore_case else text for text in texts]
    return tuple((next((sign for sign in gate if not sign.isalnum() and sign != " "), gate[0]), gate) for gate in gates)


def literal_pattern(text: str) -> str:
    """Return the pattern of a literal: whole words, and any single white space where the literal has a blank."""
    words = "[ \\t\\n\u00a0\u202f]".join(re.escape(word) for word in text.split(" "))
    start = r"(?<!\w)" if text[:1].isalnum() else ""
    return start + words + (r"(?!\w)" if text[-1:].isalnum() else "")


def _longest_word(text: str) -> str:
    """Return the longest word of a literal: white space in the text may be of another kind than in the literal."""
    return max(text.split(" "), key=len)


def found(needle: Needle, text: str, folded: str) -> Iterator[Span]:
    """Yield where a needle is in ``text``; ``folded`` is the text in lower case, used when case is ignored."""
    where = folded if needle.ignore_case else text
    if not needle.gates or any(sign in where and gate in where for sign, gate in needle.gates):
        yield from needle.scan().spans(text)


def all_spans(wanted: tuple[Needle, ...], text: str) -> list[Span]:
    """Return where any of the needles is in ``text``, needle by needle."""
    folded = text.lower() if wanted and wanted[0].ignore_case else text
    return [span for needle in wanted for span in found(needle, text, folded)]
