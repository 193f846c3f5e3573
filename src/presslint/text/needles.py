"""What a rule looks for: words and patterns, and what a text must hold for them to be worth looking for."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.text.patterns import Scan, compiled, shape
from presslint.text.span import Span


class Needle(NamedTuple):
    """One thing to look for. ``gates`` are texts of which one must occur, or empty; lower case if case is ignored."""

    gates: tuple[str, ...]
    pattern: str
    ignore_case: bool

    def scan(self) -> Scan:
        """Return the compiled pattern; compiling waits until a text passes the gate."""
        return compiled(self.pattern, ignore_case=self.ignore_case)


@lru_cache(maxsize=256)
def needles(literals: tuple[str, ...], patterns: tuple[str, ...], *, ignore_case: bool) -> tuple[Needle, ...]:
    """Return what to look for, with what each cannot match without."""
    made = [Needle((_shortest_part(text),), literal_pattern(text), ignore_case) for text in literals]
    made += [Needle(shape(pattern).needles, pattern, ignore_case) for pattern in patterns]
    if not ignore_case:
        return tuple(made)
    return tuple(needle._replace(gates=tuple(gate.lower() for gate in needle.gates)) for needle in made)


def literal_pattern(text: str) -> str:
    """Return the pattern of a literal: whole words, and any single white space where the literal has a blank."""
    words = "[ \\t\\n\u00a0\u202f]".join(re.escape(word) for word in text.split(" "))
    start = r"(?<!\w)" if text[:1].isalnum() else ""
    return start + words + (r"(?!\w)" if text[-1:].isalnum() else "")


def _shortest_part(text: str) -> str:
    """Return the longest word of a literal: white space in the text may be of another kind than in the literal."""
    return max(text.split(" "), key=len)


def found(needle: Needle, text: str, folded: str) -> Iterator[Span]:
    """Yield where a needle is in ``text``; ``folded`` is the text in lower case, used when case is ignored."""
    where = folded if needle.ignore_case else text
    if not needle.gates or any(gate in where for gate in needle.gates):
        yield from needle.scan().spans(text)


def all_spans(wanted: tuple[Needle, ...], text: str) -> list[Span]:
    """Return where any of the needles is in ``text``, needle by needle."""
    folded = text.lower() if wanted and wanted[0].ignore_case else text
    return [span for needle in wanted for span in found(needle, text, folded)]
