"""Checks of page markers: whether they announce what is there, and belong where they stand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from presslint.checks import Context, NoParams, check
from presslint.model.facts import PageFact
from presslint.model.finding import Hit, Place, Proposal, Related
from presslint.model.release import BlockKind, Paging, Release
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

ENCLOSURE = regex(r"(?:Anlagen?|Anhang|Beilage|Annexe?|Appendix|Attachment|Enclosure)\b[^\n]{0,60}", re.IGNORECASE)
# a page that says that it goes on is laid out on purpose
_GOES_ON = regex(
    r"[-–—(\[ ]{0,3}(?:more|mehr|Fortsetzung (?:folgt|auf[^\n]{0,20})|…|\.\.\.)[-–—)\] ]{0,3}", re.IGNORECASE
)
_FILL_IN = ("____", "......", "………")
_SENTENCE_END = regex(r"[.!?:;…][\"'“”’»«)\]]{0,2}$")


def runs(release: Release, facts: Sequence[PageFact]) -> list[list[PageFact]]:
    """Split the markers into numberings: an enclosure begins its own, and so does a page 1 after a complete one."""
    found: list[list[PageFact]] = []
    for fact in facts:
        if not found or (fact.number == 1 and _is_complete(found[-1])) or _is_apart(release, found[-1][-1], fact):
            found.append([])
        found[-1].append(fact)
    return found


def place_of(fact: PageFact) -> Place:
    """Return where a marker stands: in the prose, or in a margin."""
    return fact.span if fact.at is None else fact.at


def _is_complete(run: list[PageFact]) -> bool:
    first, last = run[0], run[-1]
    begins = first.number == 1 or (first.number == 2 and first.total is None)
    return begins and last.number == (last.total or last.number) and last.number > 1


def _is_apart(release: Release, before: PageFact, fact: PageFact) -> bool:
    between = release.blocks[before.block + 1 : fact.block]
    return any(block.span.length <= 80 and ENCLOSURE.fullmatch(block.span.of(release.text)) for block in between)


def totals_of(run: list[PageFact]) -> set[int]:
    """Return the numbers of pages that the markers of a numbering name."""
    return {fact.total for fact in run if fact.total is not None}


def _missing(run: list[PageFact], *, follows_text: bool) -> list[int]:
    """Return the pages that a numbering announces but does not have; none where it contradicts itself.

    Text before the marker of page 2 is page 1: many letters number their pages from the second on.
    """
    numbers = {fact.number for fact in run}
    totals = totals_of(run)
    if len(totals) > 1 or any(fact.total is not None and fact.number > fact.total for fact in run):
        return []
    first = min(numbers) if not totals or (min(numbers) == 2 and follows_text) else 1
    return [number for number in range(first, max(totals | numbers) + 1) if number not in numbers]


def lost(run: list[PageFact], paging: Paging) -> list[int]:
    """Return the pages that a numbering announces and the document does not have.

    Where the document has pages, one without a marker is there all the same.
    """
    missing = _missing(run, follows_text=run[0].block > 0)
    if not missing or not run[0].page:
        return missing
    step = run[0].page - run[0].number
    marked = {fact.page for fact in run}
    return [number for number in missing if not 1 <= number + step <= paging.total or number + step in marked]


@check("pages.sequence", needs=(PageFact,), says=("marker", "missing", "total"), when=(PageFact,))
def sequence(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report markers that announce pages which no marker has: once per numbering, at the last marker before the gap."""
    for run in runs(ctx.release, ctx.facts.of(PageFact)):
        missing = lost(run, ctx.release.paging)
        if not missing:
            continue
        at = next((fact for fact in reversed(run) if fact.number < missing[0]), run[0])
        total = max(totals_of(run), default=run[-1].number)
        args: Args = {"marker": Quoted(at.text), "missing": _listed(missing), "total": total}
        yield Hit(place_of(at), args, "one" if len(missing) == 1 else "several")


def _listed(numbers: list[int]) -> str:
    if len(numbers) > 4 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(str(number) for number in numbers[:6]) + (" …" if len(numbers) > 6 else "")


@check("pages.totals", needs=(PageFact,), says=("marker", "total", "other"), when=(PageFact,))
def totals(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report markers of one numbering whose total is another than that of the first."""
    for run in runs(ctx.release, ctx.facts.of(PageFact)):
        first = next((fact for fact in run if fact.total is not None), None)
        for fact in run:
            if first is not None and fact.total not in (None, first.total):
                args: Args = {"marker": Quoted(fact.text), "total": fact.total or 0, "other": first.total or 0}
                yield Hit(place_of(fact), args, related=(Related(place_of(first), "other"),))


@check("pages.order", needs=(PageFact,), says=("marker", "number", "total", "before"), when=(PageFact,))
def order(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a page beyond the total, a page that comes twice, and a page after a later one."""
    for run in runs(ctx.release, ctx.facts.of(PageFact)):
        doubled = _is_doubled(run)
        first: dict[int, PageFact] = {}
        before = run[0]
        for fact in run:
            args: Args = {"marker": Quoted(fact.text), "number": fact.number, "total": fact.total or 0}
            same = first.setdefault(fact.number, fact)
            if fact.total is not None and fact.number > fact.total:
                yield Hit(place_of(fact), {**args, "before": before.number}, "beyond")
            elif same is not fact and not doubled:
                related = (Related(place_of(same), "before"),)
                yield Hit(place_of(fact), {**args, "before": same.number}, "repeated", related)
            elif fact.number < before.number and not _is_free(fact):
                related = (Related(place_of(before), "before"),)
                yield Hit(place_of(fact), {**args, "before": before.number}, "descending", related)
            before = fact


def _is_free(fact: PageFact) -> bool:
    """Tell whether a marker stands in a margin of a document that knows no pages: the first page may be told last."""
    return fact.at is not None and not fact.page


def _is_doubled(run: list[PageFact]) -> bool:
    """Tell whether each page bears its marker twice, at its head and at its foot."""
    numbers = [fact.number for fact in run]
    counts = set(Counter(numbers).values())
    return counts == {2} and numbers == sorted(numbers) and len(numbers) > 2


@check("pages.in_text", needs=(PageFact,), says=("marker",), when=(PageFact,))
def in_text(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a marker between the paragraphs, where it belongs to the head or foot of a page.

    Fix 0 removes all markers at once, and is offered at the first where they agree with one another; else fix 1 removes
    the one.
    Markers of a text laid out in pages on purpose, and of forms, are left alone.
    """
    release, facts = ctx.release, [fact for fact in ctx.facts.of(PageFact) if fact.at is None]
    inside = [fact for fact in facts if _is_inside(release, fact)]
    if not inside or _is_form(release.text) or any(_goes_on(release, fact) for fact in facts):
        return
    clean = _is_clean(release, facts)
    everything = Proposal(_merged([_removed(release, fact) for fact in facts]), 0)
    for fact in inside:
        single = (Proposal((_removed(release, fact),), 1),)
        every = (everything,) if fact is inside[0] else ()
        yield Hit(fact.span, {"marker": Quoted(fact.text)}, proposals=every if clean else single)


def _is_form(text: str) -> bool:
    """Tell whether a text has lines to fill in, in more than one place."""
    return sum(len(text.split(sign)) > 2 for sign in _FILL_IN if sign in text) > 0


def _is_inside(release: Release, fact: PageFact) -> bool:
    """Tell whether text stands both before and after the marker."""
    block = release.blocks[fact.block].span
    first = fact.block == 0 and not release.text[block.start : fact.span.start].strip()
    last = fact.block == len(release.blocks) - 1 and not release.text[fact.span.end : block.end].strip()
    heading = fact.form == "word" and release.blocks[fact.block].kind is BlockKind.HEADING
    return not (first or last or heading)


def _goes_on(release: Release, fact: PageFact) -> bool:
    around = release.blocks[max(fact.block - 1, 0) : fact.block + 2]
    return any(_GOES_ON.fullmatch(block.span.of(release.text)) for block in around if block.span.length < 60)


def _is_clean(release: Release, facts: Sequence[PageFact]) -> bool:
    return not any(
        _missing(run, follows_text=run[0].block > 0) or len(totals_of(run)) > 1 or _is_disordered(run)
        for run in runs(release, facts)
    )


def _is_disordered(run: list[PageFact]) -> bool:
    numbers = [fact.number for fact in run]
    beyond = any(fact.total is not None and fact.number > fact.total for fact in run)
    return beyond or numbers != sorted(numbers) or (len(set(numbers)) < len(numbers) and not _is_doubled(run))


def _removed(release: Release, fact: PageFact) -> tuple[SourceSpan, str]:
    """Return the edit that takes the marker out with its line, and joins the halves of a sentence around it."""
    source = release.source.text
    start, end = release.prose.to_source(fact.span)
    while start and source[start - 1] not in "\r\n":
        start -= 1
    while end < len(source) and source[end] not in "\r\n":
        end += 1
    before, after = start, end
    while before and source[before - 1].isspace():
        before -= 1
    while after < len(source) and source[after].isspace():
        after += 1
    if after == len(source):
        return SourceSpan(before, len(source.rstrip())), ""
    if before == 0:
        return SourceSpan(0, after), ""
    ends = max(_line_ends(source[before:start]), _line_ends(source[end:after]))
    splits = source[after].islower() and not _SENTENCE_END.search(source[max(before - 4, 0) : before])
    return SourceSpan(before, after), "\n" if splits or ends < 2 else "\n\n"


def _line_ends(space: str) -> int:
    return space.count("\n") or space.count("\r")


def _merged(edits: list[tuple[SourceSpan, str]]) -> tuple[tuple[SourceSpan, str], ...]:
    """Join the edits of markers that follow one another with nothing but white space between them."""
    merged: list[tuple[SourceSpan, str]] = []
    for span, text in sorted(edits):
        if merged and span.start < merged[-1][0].end:
            last, written = merged[-1]
            merged[-1] = (SourceSpan(last.start, span.end), max(written, text, key=len) if text else text)
        else:
            merged.append((span, text))
    return tuple(merged)
