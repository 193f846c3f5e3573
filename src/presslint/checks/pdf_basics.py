"""Checks of what a PDF lacks for those who copy from it, search it, or have it read out."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.model.finding import FieldRef, Hit, TraceRef
from presslint.model.release import Page, Release, TraceKind
from presslint.model.values import Words

_FEW = 50  # characters: fewer on a page are a stamp or a page number


@check("pdf_basics.access", says=("lacks",), when=("fields",))
def access(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a PDF that forbids copying (``locked``), is protected (``protected``), or lacks the basics (``plain``).

    The basics are a title that is shown, a language and tags. A scan lacks more than these, which another rule says.
    """
    release = ctx.release
    told = {field.key: field.value for field in release.fields if field.key.startswith("pdf:")}
    if told.get("pdf:Copy") == "false":
        yield Hit(FieldRef("pdf:Copy"), case="locked")
    elif told.get("pdf:Encrypted") == "true":
        yield Hit(FieldRef("pdf:Encrypted"), case="protected")
    if "pdf:Marked" not in told or not release.text.strip():
        return
    titled = told.get("pdf:DisplayDocTitle") == "true" and (told.get("pdf:Title") or told.get("dc:title"))
    lacks = [
        words
        for words, given in (
            (Words("a title that is shown", "ein angezeigter Titel"), titled),
            (Words("a language", "die Sprache"), told.get("pdf:Lang")),
            (Words("tags", "Tags"), told["pdf:Marked"] == "true"),
        )
        if not given
    ]
    if lacks:
        english = ", ".join(words.en for words in lacks)
        german = ", ".join(words.de for words in lacks)
        yield Hit(FieldRef("pdf:Marked"), {"lacks": Words(english, german)}, "plain")


class ScanParams(NamedTuple):
    """``pictured`` is the share of a page that a picture covers, ``unmapped`` that of unknown characters; per cent."""

    pictured: int = 80
    unmapped: int = 5


@check("pdf_basics.text_layer", says=("pages", "share"), params=ScanParams)
def text_layer(ctx: Context, params: ScanParams) -> Iterator[Hit]:
    """Report a release without text: ``scan`` (pictures of pages), ``none`` (nothing), ``unmapped``, ``recognised``.

    A page with a photo among pages of text is left alone.
    """
    release = ctx.release
    pages = release.paging.pages
    pictures = [number for number, trace in enumerate(release.traces) if trace.kind is TraceKind.IMAGE]
    if not pages:
        if pictures and not release.text.strip():
            yield Hit(TraceRef(pictures[0]), {"pages": max(release.paging.total, 1)}, "scan")
        return
    yield from _of_pages(release, pages, pictures, params)


def _of_pages(release: Release, pages: tuple[Page, ...], pictures: list[int], params: ScanParams) -> Iterator[Hit]:
    empty = [page for page in pages if page.characters < _FEW]
    scans = [page for page in empty if page.pictured * 100 >= params.pictured]
    characters = sum(page.characters for page in pages)
    if scans and len(empty) == len(pages):
        place = TraceRef(pictures[0]) if pictures else None
        yield Hit(place, {"pages": len(scans)}, "scan")
    elif characters < _FEW and len(release.text.strip()) < _FEW:
        yield Hit(FieldRef("pdf:Pages"), case="none")
    elif sum(page.unmapped for page in pages) * 100 > params.unmapped * max(characters, 1):
        share = round(sum(page.unmapped for page in pages) * 100 / characters)
        yield Hit(FieldRef("pdf:Pages"), {"share": share}, "unmapped")
    elif all(page.recognised for page in pages if page.characters >= _FEW):
        yield Hit(FieldRef("pdf:Pages"), {"pages": len(pages)}, "recognised")
