"""What a house says of itself below a release, against the text that held on that day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.model.facts import ReleaseDate
from presslint.model.finding import Hit, Proposal
from presslint.model.release import BlockKind, Zone
from presslint.model.repository import Boilerplate
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span

_WORD = regex(r"[0-9][0-9.,]*[0-9]|\w+")
_MARKUP = regex(r"!?\[([^\[\]]*)\]\([^()]*\)|[*_`#>]+")
_TITLE = 60
_LONGEST = 2000  # words that are compared


class DriftParams(NamedTuple):
    """``least`` is the likeness, of a hundred, from which a text is meant to be the one of the house."""

    least: int = 60


class _Compared(NamedTuple):
    boilerplate: Boilerplate
    share: float
    numbers: tuple[str, str]


@check(
    "repository_boilerplates.drift",
    needs=(ReleaseDate,),
    says=("id", "percent", "found", "expected", "date"),
    params=DriftParams,
    requires=("boilerplates", "release_date"),
)
def drift(ctx: Context, params: DriftParams) -> Iterator[Hit]:
    """Find boilerplates that are not the text that the house had decided on for that day."""
    day = ctx.facts.one(ReleaseDate).value
    known = ctx.facts.house.registries.boilerplates
    language = ctx.facts.language
    fitting = [one for one in known if not one.language or not language or one.language == language]
    if day is None or not fitting:
        return
    for span in _stretches(ctx):
        words = _words(span.of(ctx.release.text))
        compared = [_compare(words, one) for one in fitting]
        valid = [one for one in compared if _holds(one.boilerplate, day)]
        if any(one.share == 1 for one in valid):
            continue
        yield from _hits(span, compared, valid, params.least / 100)


def _hits(span: Span, compared: list[_Compared], valid: list[_Compared], least: float) -> Iterator[Hit]:
    old = next((one for one in compared if one.share == 1), None)
    best = max(valid, key=lambda one: one.share, default=None)
    same = [one for one in valid if old is not None and one.boilerplate.id == old.boilerplate.id]
    best = max(same, key=lambda one: one.share, default=best)
    proposals = (Proposal(((span, best.boilerplate.text),)),) if best is not None else ()
    if old is not None:
        args: Args = {"id": Quoted(old.boilerplate.id)}
        until = old.boilerplate.until
        if until is not None and best is not None:
            yield Hit(span, {**args, "date": until}, "outdated", proposals=proposals)
        return
    if best is None or best.share < least:
        return
    args = {"id": Quoted(best.boilerplate.id), "percent": min(round(best.share * 100), 99)}
    found, expected = best.numbers
    if found and expected:
        yield Hit(span, {**args, "found": Quoted(found), "expected": Quoted(expected)}, "numbers", proposals=proposals)
    else:
        yield Hit(span, args, "differs", proposals=proposals)


def _stretches(ctx: Context) -> Iterator[Span]:
    """Yield the boilerplates of a release without their headings; neighbouring paragraphs are one."""
    current: Span | None = None
    for block in ctx.release.blocks:
        if block.zone is Zone.BOILERPLATE:
            if block.kind is BlockKind.HEADING or (current is None and _is_title(block.span.of(ctx.release.text))):
                continue
            current = block.span if current is None else current.join(block.span)
        elif current is not None:
            yield current
            current = None
    if current is not None:
        yield current


def _is_title(line: str) -> bool:
    return len(line) <= _TITLE and line.rstrip()[-1:] not in ".!?…"


def _words(text: str) -> list[str]:
    return _WORD.findall(_MARKUP.sub(r"\1", text).casefold())[:_LONGEST]


def _compare(words: list[str], boilerplate: Boilerplate) -> _Compared:
    """Return how alike a text is to a boilerplate, and the first numbers in which they differ."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where a house has boilerplates

    canonical = _words(boilerplate.text)
    if words == canonical:
        return _Compared(boilerplate, 1.0, ("", ""))
    matcher = SequenceMatcher(None, words, canonical, autojunk=False)
    share = min(matcher.ratio(), 0.999)
    numbers = ("", "")
    for kind, first, last, start, end in matcher.get_opcodes():
        mine = [word for word in words[first:last] if word[0].isdigit()]
        theirs = [word for word in canonical[start:end] if word[0].isdigit()]
        if kind == "replace" and mine and theirs and mine != theirs and not numbers[0]:
            numbers = (mine[0], theirs[0])
    return _Compared(boilerplate, share, numbers)


def _holds(one: Boilerplate, day: date) -> bool:
    return (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
