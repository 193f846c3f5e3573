"""What a rule looks for: words and patterns, and what a text must hold for them to be worth looking for."""

import re
from functools import lru_cache
from typing import NamedTuple

from presslint.text.patterns import Scan, compiled, shape
from presslint.text.span import Span
from presslint.text.watch import likelihood, rarest, seen

Gates = tuple[tuple[str, str], ...]


class Needle(NamedTuple):
    """One thing to look for.

    ``gates`` are texts of which one must occur, each with its rarest sign, which is quicker to look for; of ``also``
    one must occur as well. Where one of them is empty, it tells nothing. They are in lower case if case is ignored.
    ``texts`` are the texts of ``gates``, where case is not.
    """

    gates: Gates
    pattern: str
    ignore_case: bool
    also: Gates = ()
    texts: frozenset[str] = frozenset()

    def scan(self) -> Scan:
        """Return the compiled pattern; compiling waits until a text passes the gates."""
        return compiled(self.pattern, ignore_case=self.ignore_case)


@lru_cache(maxsize=256)
def needles(literals: tuple[str, ...], patterns: tuple[str, ...], *, ignore_case: bool) -> tuple[Needle, ...]:
    """Return what to look for, with what each cannot match without."""
    made = [_literal(text, ignore_case) for text in literals]
    for pattern in patterns:
        shaped = shape(pattern)
        made.append(_needle(shaped.needles, shaped.also, pattern, ignore_case))
    return tuple(made)


def _literal(text: str, ignore_case: bool) -> Needle:  # noqa: FBT001 - one caller
    """Return how to look for a literal; white space in the text may be of another kind than in the literal."""
    words = sorted(filter(None, text.split(" ")), key=len, reverse=True)
    return _needle(tuple(words[:1]), tuple(words[1:2]), literal_pattern(text), ignore_case)


def _needle(one: tuple[str, ...], other: tuple[str, ...], pattern: str, ignore_case: bool) -> Needle:  # noqa: FBT001
    """Return a needle whose gates are what prose is less likely to hold."""
    if other and (not one or likelihood(other) < likelihood(one)):
        one, other = other, one
    texts = frozenset() if ignore_case else frozenset(one)
    return Needle(_gates(one, ignore_case), pattern, ignore_case, _gates(other, ignore_case), texts)


def _gates(texts: tuple[str, ...], ignore_case: bool) -> Gates:  # noqa: FBT001 - three callers
    gates = [text.lower() if ignore_case else text for text in texts]
    return tuple((rarest(gate), gate) for gate in gates)


def held(wanted: tuple[Needle, ...]) -> tuple[str, ...] | None:
    """Return texts of which each match holds one, as the conditions of a check name them; None where none are known."""
    if not all(needle.gates and not needle.ignore_case for needle in wanted):
        return None
    return tuple(dict.fromkeys(f"text:{text}" for needle in wanted for _, text in needle.gates))


def literal_pattern(text: str) -> str:
    """Return the pattern of a literal: whole words, and any single white space where the literal has a blank."""
    words = "[ \\t\\n\u00a0\u202f]".join(re.escape(word) for word in text.split(" "))
    end = r"(?!\w)" if text[-1:].isalnum() else ""
    if not text[:1].isalnum():
        return words + end
    # the sign first, then what must not stand in front of it: so the search skips what is no such sign at full speed
    return rf"{text[0]}(?<!\w{text[0]}){words[1:]}{end}"


def all_spans(wanted: tuple[Needle, ...], text: str) -> list[Span]:
    """Return where any of the needles is in ``text``, needle by needle."""
    if not wanted:
        return []
    known = seen(text)
    where = lowered(text) if wanted[0].ignore_case else text
    spans: list[Span] = []
    for needle in wanted:
        gates, _, _, also, texts = needle
        if known is not None and texts and known.found.isdisjoint(texts) and texts <= known.watched.keys():
            continue
        for sign, gate in gates:
            if sign in where and gate in where:
                break
        else:
            if gates:
                continue
        if not also or _may_pass(also, where):
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
