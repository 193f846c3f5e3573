"""Which rules have anything to judge on a release: told once per release, not by every rule for itself.

A check says what it cannot find anything without (``when``: facts, metadata, a text in the file). What is there makes a
set of bits, and releases with the same bits run the same rules: the selection is made once for each such set. Texts in
the prose are looked for all at once.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from presslint.checks import Condition, Context
from presslint.model.release import MarkKind, Release
from presslint.model.rule import BoundRule
from presslint.text.watch import Watch

Step = tuple[BoundRule, str]  # a rule, and why it cannot run: empty where it can

_TEXT = "text:"
_MOST = 256  # sets that are remembered: a text that is made to have ever new ones must not fill the memory


class Known(NamedTuple):
    """What else decides about rules, and is the same for many releases; ``beside`` is what they can be compared to."""

    format: str
    language: str
    dated: bool
    ui: str
    beside: tuple[str, ...] = ()


class Plan:
    """The rules of one selection, cut down to those that may find something."""

    __slots__ = ("_features", "_masks", "_selected", "_watch", "rules")

    def __init__(self, rules: Sequence[BoundRule]) -> None:
        self.rules = rules
        bits: dict[Condition, int] = {}
        texts: dict[str, int] = {}
        self._masks = [_mask(bound, bits, texts) for bound in rules]
        codes = {bound.rule.code for bound in rules}
        self._features = [(_feature(what), bit) for what, bit in bits.items() if what not in codes]
        self._watch = Watch(texts)
        self._selected: dict[tuple[int, Known], list[Step]] = {}

    def steps(self, context: Context, known: Known, why: Callable[[BoundRule], str]) -> list[Step]:
        """Return the rules that may find something, in their order, and those that cannot run, each with the reason.

        ``why`` tells the reason of a rule, which ``known`` decides; it is empty for a rule that can run. A fact that
        cannot be extracted counts as there: the rules that need it then say so.
        """
        there = self._texts(context.release)
        for is_there, bit in self._features:
            try:
                there |= bit * is_there(context)
            except Exception:  # noqa: BLE001 - the rule that asks next is the one to report it
                there |= bit
        selected = self._selected.get((there, known))
        if selected is None:
            selected = self._select(there, known.format, why)
            if len(self._selected) >= _MOST:
                self._selected.clear()
            self._selected[there, known] = selected
        return selected

    def _texts(self, release: Release) -> int:
        beside = [field.value for field in release.fields]
        beside += [mark.title for mark in release.marks if mark.kind is MarkKind.IMAGE]
        there = self._watch.bits("\n".join(beside)) if beside else 0
        return there | self._watch.bits(release.text)  # last, because it is what the rules ask for next

    def _select(self, there: int, format_: str, why: Callable[[BoundRule], str]) -> list[Step]:
        steps = []
        for bound, mask in zip(self.rules, self._masks, strict=True):
            if bound.rule.formats and format_ not in bound.rule.formats:
                continue
            reason = why(bound)
            if reason or not mask or mask & there:
                steps.append((bound, reason))
        return steps


def _mask(bound: BoundRule, bits: dict[Condition, int], texts: dict[str, int]) -> int:
    mask = 0
    for what in bound.when:
        if isinstance(what, str) and what.startswith(_TEXT):
            # all texts of a rule share its bit: which of them is there makes no difference to a plan
            bit = bits.setdefault(bound.rule.code, 1 << len(bits))
            text = what.removeprefix(_TEXT)
            texts[text] = texts.get(text, 0) | bit
        else:
            bit = bits.setdefault(what, 1 << len(bits))
        mask |= bit
    return mask


def _has(kind: MarkKind, release: Release) -> bool:
    return any([mark.kind is kind for mark in release.marks])  # noqa: C419 - most have no more than a few


_PARTS: Mapping[str, Callable[[Release], bool]] = {
    "fields": lambda release: bool(release.fields),
    "images": lambda release: _has(MarkKind.IMAGE, release),
    "traces": lambda release: bool(release.traces) or _has(MarkKind.COMMENT, release),
}


def _feature(what: Condition) -> Callable[[Context], bool]:
    """Return what tells whether a release has this: facts of a kind, one of ``_PARTS``, or ``source:`` and a text."""
    if isinstance(what, type):
        kind: type = what
        return lambda context: bool(context.facts.of(kind))
    if not isinstance(what, str):
        return what
    if what in _PARTS:
        is_part = _PARTS[what]
        return lambda context: is_part(context.release)
    text = what.removeprefix("source:")
    return lambda context: text in context.release.source.text
