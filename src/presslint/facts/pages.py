"""Page markers: numbers of pages that stand alone on their line, never those in a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator

from presslint.facts import Facts
from presslint.model.facts import PageFact
from presslint.model.finding import Confidence
from presslint.model.release import Block, BlockKind, Release
from presslint.text.lazy import regex
from presslint.text.span import Span

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
    has the same total or the page before or after. Tables and code have no markers.
    """
    del facts
    markers = list(_markers(release))
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
