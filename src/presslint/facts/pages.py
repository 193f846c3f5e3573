"""Page markers: numbers of pages that stand alone on their line, never those in a sentence."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from presslint.facts import Facts
from presslint.model.facts import PageFact
from presslint.model.finding import Confidence, TraceRef
from presslint.model.release import NO_PAGES, Block, BlockKind, Page, Release, TraceKind, Zone
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan, Span

# the word for a page and the one between number and total, in German, English, French, Spanish, Portuguese, Italian,
# Dutch, Danish, Norwegian, Swedish, Polish and Czech
_PAGE = r"Seite|Page|Página|Pagina|Side|Sida|Sidan|Strona|Strana|Blatt|S\.|Pg\.|P\.|Str\."
_OF = r"von|of|out of|sur|de|di|van|af|av|z|/|\|"
_DASHES = "-\u2010\u2011–—"

_FRAME = r"[ \t\u00a0]"
_MARKER = regex(
    rf"(?P<open>[{_DASHES}(\[|~]{{0,2}}){_FRAME}?(?:(?P<word>{_PAGE}){_FRAME}?:?{_FRAME}?)?(?P<number>\d{{1,3}})"
    rf"(?:{_FRAME}?(?P<of>{_OF}){_FRAME}?(?P<total>\d{{1,3}}))?{_FRAME}?(?P<close>[{_DASHES})\]|~]{{0,2}})",
    re.IGNORECASE,
)
# the foot of a page often names the issuer: "Acme AG  Seite 2/3"
_ISSUER = regex(
    r"[^\d.!?:;\n]{3,40}?[ \t\u00a0,|–—-]{1,5}(?=(?:Seite|Page|Página|Pagina|Side|Sida|Strona)\b)", re.IGNORECASE
)
_DIGIT = regex(r"\d")

_LONGEST = 60
_MOST_PAGES = 60
_SKIPPED = (BlockKind.CODE, BlockKind.ROW)


def extract(release: Release, facts: Facts) -> Iterator[PageFact]:
    """Yield the page markers in the order of the text.

    ``form`` is ``of`` (``Seite 1 von 2``), ``slash`` (``1/2``), ``dashes`` (``– 2 –``) or ``word`` (``Seite 2``).
    A form without the word for a page could be something else; it counts when it is the first page, or another marker
    has the same total or the page before or after. Tables and code have no markers. Markers in the margins of a
    document are among them in the order of the pages, unless fields print them.
    """
    del facts
    markers = list(_markers(release))
    if release.paging is not NO_PAGES:
        markers = _with_margins(release, markers)
    footers: defaultdict[str, set[int]] = defaultdict(set)
    for marker in markers:
        footers[_words(marker)].add(marker.number)
    for marker in markers:
        footer = marker.confidence is Confidence.LOW
        if len(footers[_words(marker)]) > 1 if footer else _is_sure(marker, markers):
            yield marker._replace(confidence=max(marker.confidence, Confidence.MEDIUM))


def _is_sure(marker: PageFact, markers: list[PageFact]) -> bool:
    return marker.confidence is Confidence.HIGH or _has_company(marker, markers)


def _words(marker: PageFact) -> str:
    """Return the words of a line without its numbers: the same at the foot of every page."""
    return " ".join(word for word in marker.text.casefold().split() if word.isalpha())


def _has_company(marker: PageFact, markers: list[PageFact]) -> bool:
    if not marker.number <= (marker.total or 0) <= _MOST_PAGES:
        return False
    return marker.number == 1 or any(
        other.total is not None and (other.total == marker.total or abs(other.number - marker.number) == 1)
        for other in markers
        if other is not marker
    )


def _markers(release: Release) -> Iterator[PageFact]:
    for index, block in enumerate(release.blocks):
        if block.kind in _SKIPPED:
            continue
        for line in _short_lines(release.text, block.span):
            found = _MARKER.fullmatch(release.text, *line)
            issuer = _ISSUER.match(release.text, *line) if found is None else None
            if issuer is not None:
                found = _MARKER.fullmatch(release.text, issuer.end(), line.end)
            marker = _fact(found, block, index) if found is not None else None
            if marker is not None and issuer is not None:
                yield marker._replace(span=line, text=line.of(release.text), confidence=Confidence.LOW)
            elif marker is not None:
                yield marker


def _with_margins(release: Release, markers: list[PageFact]) -> list[PageFact]:
    """Return the markers with those of the margins, by the order of the pages."""
    paging = release.paging
    if not paging.pages:
        typed = () if paging.numbered or paging.totalled else enumerate(release.traces)
        margins = [
            marker
            for number, trace in typed
            if trace.kind is TraceKind.MARGIN
            for marker in _margin(trace.text.replace("\n", "\t"), Span(0, 0), 0, TraceRef(number))
        ]
        return margins + markers
    placed = [(release.prose.to_source(marker.span).start, marker) for marker in markers]
    placed = [(start, marker._replace(page=_page_at(paging.pages, start))) for start, marker in placed]
    starts = [release.prose.to_source(block.span).start for block in release.blocks]
    for page in paging.pages:
        for start, line in _margin_lines(page):
            block = bisect_left(starts, start)
            view = release.blocks[block].span.start if block < len(starts) else len(release.text)
            at = SourceSpan(start, start + len(line))
            margin = _margin(line, Span(view, view), min(block, max(len(starts) - 1, 0)), at)
            placed += [(start, marker._replace(page=page.number)) for marker in margin]
    return [marker for _, marker in sorted(placed, key=_place)]


def _place(placed: tuple[int, PageFact]) -> int:
    return placed[0]


def _page_at(pages: tuple[Page, ...], start: int) -> int:
    return max((page.number for page in pages if page.at.start <= start), default=0)


def _margin_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the lines in the margins of a page with their places in the source."""
    start = page.at.start
    for line in page.top:
        yield start, line
        start += len(line) + 1
    start = page.at.end
    for line in reversed(page.bottom):
        start -= len(line)
        yield start, line
        start -= 1


def _margin(line: str, span: Span, block: int, at: SourceSpan | TraceRef) -> Iterator[PageFact]:
    """Yield the marker of a line in a margin, whose cells have nothing to do with one another."""
    for cell in line.split("\t"):
        cell = cell.strip()  # noqa: PLW2901 - only its white space
        found = _MARKER.fullmatch(cell) if len(cell) <= _LONGEST and _DIGIT.search(cell) else None
        if found is None and len(cell) <= _LONGEST:
            issuer = _ISSUER.match(cell)
            found = _MARKER.fullmatch(cell, issuer.end()) if issuer is not None else None
        marker = _fact(found, Block(BlockKind.PARAGRAPH, Zone.PAGEMARK, span), block) if found is not None else None
        if marker is not None:
            yield marker._replace(span=span, at=_within(at, line, marker.text), confidence=Confidence.HIGH)


def _within(at: SourceSpan | TraceRef, line: str, marker: str) -> SourceSpan | TraceRef:
    if isinstance(at, TraceRef):
        return at
    start = at.start + line.index(marker)
    return SourceSpan(start, start + len(marker))


def _short_lines(text: str, within: Span) -> Iterator[Span]:
    start, end = within
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop - start <= _LONGEST and _DIGIT.search(text, start, stop):
            line = text[start:stop]
            first = start + len(line) - len(line.lstrip())
            yield Span(first, first + len(line.strip()))
        start = stop + 1


def _fact(found: re.Match[str], block: Block, index: int) -> PageFact | None:
    word, of = found["word"], found["of"]
    dashed = _is_dashed(found["open"]) and _is_dashed(found["close"])
    if of is not None:
        form = "slash" if of in "/|" else "of"
    elif word is not None and word[-1] != ".":
        form = "word"
    elif dashed and word is None:
        form = "dashes"
    else:
        return None
    if int(found["number"]) == 0 or (word is None and bool(found["open"]) != bool(found["close"])):
        return None
    sure = word is not None or form == "dashes"
    return PageFact(
        span=Span(*found.span()),
        text=found[0],
        zone=block.zone,
        confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
        number=int(found["number"]),
        total=int(found["total"]) if of is not None else None,
        form=form,
        block=index,
    )


def _is_dashed(frame: str) -> bool:
    return bool(frame) and frame[0] in _DASHES
