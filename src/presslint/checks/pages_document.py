"""Checks of page numbers against the pages that a document really has."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.pages import ENCLOSURE, lost, place_of, runs, totals_of
from presslint.model.facts import PageFact
from presslint.model.finding import Hit
from presslint.model.release import Page, Release
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex

# fewer characters make no page of text: a cover, a picture, a page left blank
_TEXT = 200
_BARE = regex(r"[-–—\[(|. ]{0,3}(\d{1,3})[-–—\])|. ]{0,3}")
_WITHIN = regex(r"(?:^|\s)(?:Seite|Page|Blatt|S\.|p\.)\s?(\d{1,3})(?:\D|$)", 2)


@check("pages_document.total", needs=(PageFact,), says=("marker", "total", "pages"), when=(PageFact,))
def total(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a total that is not the number of pages of the document: ``counted`` in the file, or ``stored`` in it.

    Left alone are totals that fields print, those that contradict one another or announce pages that are missing
    (which other rules report), pages beyond the total that are no text of the release (covers, enclosures, photos), and
    a stored number of pages that the markers themselves go beyond: programs leave it as it was in the template.
    """
    release, paging = ctx.release, ctx.release.paging
    facts = ctx.facts.of(PageFact)
    if not facts or not paging.total or paging.totalled or (paging.numbered and not paging.certain):
        return
    found = runs(release, facts)
    totals = [totals_of(run) for run in found]
    if any(len(numbers) != 1 for numbers in totals) or any(lost(run, paging) for run in found):
        return
    if not paging.certain and any(fact.number > paging.total for fact in facts):
        return
    announced = sum(max(numbers) for numbers in totals)
    beyond = [page for page in paging.pages if not any(fact.page == page.number for fact in facts)]
    aside = sum(not _is_text(release, page) for page in beyond)
    if announced == paging.total or paging.total - aside <= announced < paging.total:
        return
    fact = next(fact for fact in facts if fact.total is not None)
    args: Args = {"marker": Quoted(fact.text), "total": announced, "pages": paging.total}
    yield Hit(place_of(fact), args, "counted" if paging.certain else "stored")


def _is_text(release: Release, page: Page) -> bool:
    """Tell whether a page has text of the release: not a cover, a picture, an enclosure, or next to nothing."""
    text = page.at.of(release.source.text).strip()
    return len(text) >= _TEXT and not ENCLOSURE.match(text) and page.pictured < 0.5


class NumberParams(NamedTuple):
    """``from_pages`` is how many pages of text a document has at least that should number them."""

    from_pages: int = 2


@check("pages_document.numbers", needs=(PageFact,), says=("pages",), params=NumberParams)
def numbers(ctx: Context, params: NumberParams) -> Iterator[Hit]:
    """Report a document of several pages without page numbers."""
    release, paging = ctx.release, ctx.release.paging
    if paging.total < params.from_pages or paging.numbered or ctx.facts.of(PageFact):
        return
    texts = [page for page in paging.pages if _is_text(release, page)]
    if paging.pages and (len(texts) < params.from_pages or any(_is_numbered(release, page) for page in paging.pages)):
        return
    yield Hit(None, {"pages": paging.total})


def _is_numbered(release: Release, page: Page) -> bool:
    """Tell whether a line at the head or foot of a page has its number, in whatever form."""
    lines = [line for line in page.at.of(release.source.text).split("\n") if line.strip()]
    cells = [cell for line in (*page.top, *page.bottom) for cell in line.split("\t")]
    alone = (*cells, *lines[:2], *lines[-2:])
    found = (_BARE.fullmatch(cell.strip()) or _WITHIN.search(cell) for cell in alone if len(cell) < 80)
    return any(match is not None and int(match[1]) == page.number for match in found)
