"""What stands in the margins of the pages of a PDF: running heads and feet, page numbers, repeated letterheads."""

from collections import defaultdict
from typing import NamedTuple

from presslint.load.contact_blocks import is_channel
from presslint.load.furniture import is_dated_label, is_dateline, is_embargo, is_label, is_pagemark
from presslint.load.pdf_layout import TextLine
from presslint.text.lazy import regex

_LETTERS = regex(r"[^\W\d_]{4}")
_DIGITS = regex(r"\d+")
_BARE = regex(r"\d{1,3}$")
_ROMAN = regex(r"[ivx]{1,5}$")
_DATA = regex(r"@|\+\d\d|\b0\d{2,5}[ /-]|\(0\d")
_EDGE = 0.15  # the share of a page, at its head and at its foot, where numbers may differ from page to page
_MOST = 1000  # equal lines: more are no heads or feet
_NEAR = 4.0  # points by which a line may move from page to page


class Margins(NamedTuple):
    """The lines of one page: what stands above and below the text, and the text."""

    top: list[TextLine]
    body: list[TextLine]
    bottom: list[TextLine]


class Sheet(NamedTuple):
    """The lines of a page in reading order, and its height in points."""

    lines: list[TextLine]
    height: float


def part(sheets: list[Sheet]) -> list[Margins]:
    """Return the pages with what is repeated on other pages, and their numbers, set apart from the text.

    A letterhead with a date, an embargo or somebody to ask is text on one page: above it on the first one, below it
    on the last. What stands on one page only is text, unless it is a page number.
    """
    furniture = _repeated(sheets) | _numbers(sheets) | _marked(sheets)
    pages = [_parted(sheet, furniture) for sheet in sheets]
    if pages:
        top, body, bottom = pages[0]
        kept, top = _kept(top)
        pages[0] = Margins(top, kept + body, bottom)
        top, body, bottom = pages[-1]
        kept, bottom = _kept(bottom)
        pages[-1] = Margins(top, body + kept, bottom)
    return pages


def _parted(sheet: Sheet, furniture: set[TextLine]) -> Margins:
    top, body, bottom = [], [], []
    for line in sheet.lines:
        if line not in furniture:
            body.append(line)
        elif line.base > sheet.height / 2:
            top.append(line)
        else:
            bottom.append(line)
    return Margins(top, body, bottom)


def _kept(lines: list[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Return the lines that tell a reader something about the release, and those that do not."""
    marks = [line for line in lines if is_number(line)]
    others = [line for line in lines if line not in marks]
    return (others, marks) if any(map(_tells, others)) else ([], lines)


def _tells(line: TextLine) -> bool:
    return any(
        bool(_DATA.search(cell.text))
        or is_channel(cell.text)
        or is_dateline(cell.text)
        or is_embargo(cell.text)
        or is_label(cell.text)
        or is_dated_label(cell.text)
        for cell in line.cells
    )


def is_number(line: TextLine) -> bool:
    """Tell whether a line has the number of a page, alone or beside the name of the issuer."""
    return any(_is_mark(cell.text) for cell in line.cells)


def _is_mark(text: str) -> bool:
    return is_pagemark(text) or bool(_BARE.match(text)) or bool(_ROMAN.match(text))


def _repeated(sheets: list[Sheet]) -> set[TextLine]:
    """Return the lines that stand at the same place of two pages or more."""
    places: defaultdict[str, list[tuple[int, float, TextLine]]] = defaultdict(list)
    for number, sheet in enumerate(sheets):
        for line in sheet.lines:
            at_edge = not _EDGE * sheet.height < line.base < (1 - _EDGE) * sheet.height
            text = line.text.casefold()
            key = _DIGITS.sub("#", text) if at_edge else text
            # from the nearer edge of the page: the last page may be shorter
            place = line.base if line.base < sheet.height / 2 else line.base - sheet.height
            places[key].append((number, place, line))
    found: set[TextLine] = set()
    for same in places.values():
        pages = {number for number, _, _ in same}
        if len(pages) < 2 or len(same) > _MOST:
            continue
        for number, place, line in same:
            if any(other != number and abs(where - place) <= _NEAR for other, where, _ in same):
                found.add(line)
    return found


def _marked(sheets: list[Sheet]) -> set[TextLine]:
    """Return the lines that are a page number in words, wherever they stand: ministries have them in a side column."""
    return {line for sheet in sheets for line in sheet.lines if is_pagemark(line.text) and _LETTERS.search(line.text)}


def _numbers(sheets: list[Sheet]) -> set[TextLine]:
    """Return the page numbers: marks that are the first or last line of their page, bare numbers if they count on."""
    found: set[TextLine] = set()
    bare: list[tuple[int, int, TextLine]] = []
    for index, sheet in enumerate(sheets):
        for line in _extremes(sheet):
            if any(is_pagemark(cell.text) for cell in line.cells):
                found.add(line)
            elif _BARE.match(line.text):
                bare.append((index, int(line.text), line))
    steps = [number - index for index, number, _ in bare]
    for (_, _, line), step in zip(bare, steps, strict=True):
        if steps.count(step) > 1:
            found.add(line)
    return found


def _extremes(sheet: Sheet) -> list[TextLine]:
    """Return the two highest and the two lowest lines, where they stand near the edges of the page."""
    lines = sorted(sheet.lines, key=_base)
    low = [line for line in lines[:2] if line.base < sheet.height * 2 * _EDGE]
    high = [line for line in lines[-2:] if line.base > sheet.height * (1 - _EDGE)]
    return low + high


def _base(line: TextLine) -> float:
    return line.base
