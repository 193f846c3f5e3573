"""Lines of a PDF as blocks: paragraphs from spacing and indentation, headings from the size of letters, items, rows."""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from presslint.load.contact_blocks import is_heading
from presslint.load.continuation import has_ended
from presslint.load.drafts import Draft, Line, Run
from presslint.load.furniture import is_dateline, is_label
from presslint.load.pdf_layout import TextLine, is_bullet
from presslint.load.pdf_seams import HYPHENS, Piece, Wording, line_of
from presslint.model.release import BlockKind, Zone
from presslint.text.lazy import regex

_ADDRESS_LAST = regex(r"(?:https?://|www\.|@)\S+$", re.IGNORECASE)
_SMALL_WORD = regex(r"[a-zäöüß]{1,30}(?:[ ,;.)]|$)(?!\S{0,60}@)")
_NAME = regex(r"[^\W\d_][^\d@:;!?]{1,60}")
_NUMBERED = regex(r"\(?(?:\d{1,2}|[a-z])[.)][ \t](?!\S{3,10} \d{4})")
_LARGER = 1.15  # a heading is set that much larger than the text
_HEADLINE = 1.3  # and a headline
_BOLD = 1000  # the rank of headings that are only bold: the larger the letters, the less
_NARROW = 22  # characters of a line in a narrow column of text, on the average
_OPEN_EDGE = 5000.0  # points: the right edge of a column without running text is not known
_HEADING = 220  # characters: a longer one is no heading
_LEAD = 1.3  # lines of one paragraph are not farther apart than this, in multiples of the usual distance
_LONG = 45  # characters: lines of running text tell where a column ends
_WIDEST = 2.4  # lines of one paragraph are never farther apart, in multiples of the size
_PAPER = 1.25  # the usual distance, in multiples of the size, where too few lines tell


class Placed(NamedTuple):
    """A line of the text with the place of its first character in ``Source.text``, and its page, from 0."""

    line: TextLine
    start: int
    page: int


class Setting(NamedTuple):
    """How the text of a document is set: size of the letters, distances of lines by size, and its wording.

    ``gaps`` are the distances, in whole points, that surely part two paragraphs: above them a sentence and its line
    end early.
    """

    size: float
    steps: dict[int, float]
    wording: Wording
    gaps: frozenset[int] = frozenset()


def setting(lines: list[Placed], wording: Wording) -> Setting:
    """Look at how all lines are set."""
    sizes: Counter[float] = Counter()
    steps: dict[int, Counter[float]] = {}
    wide: set[int] = set()
    for placed in lines:
        sizes[round(placed.line.size * 2) / 2] += len(placed.line.text)
    for before, after in pairwise(lines):
        step = before.line.base - after.line.base
        if before.page == after.page and before.line.column == after.line.column and 0 < step < 3 * before.line.size:
            key = round(before.line.size)
            if round(after.line.size) == key and len(before.line.text) > 25:
                steps.setdefault(key, Counter())[round(step, 1)] += 1
            if len(before.line.text) < _LONG and has_ended(before.line.text) and len(after.line.text) >= _LONG:
                wide.add(round(step))
    usual = {size: _usual(counts) for size, counts in steps.items() if sum(counts.values()) > 1}
    gaps = frozenset(step for step in wide if all(step > _LEAD * own for own in usual.values()))
    return Setting(sizes.most_common(1)[0][0] if sizes else 10.0, usual, wording, gaps)


def _usual(counts: Counter[float]) -> float:
    """Return the most frequent distance; of those about as frequent the smallest, for gaps are never smaller."""
    most = max(counts.values())
    return min(step for step, count in counts.items() if count * 2 >= most)


def drafts_of(lines: list[Placed], set_: Setting) -> list[Draft]:
    """Return the blocks of a document."""
    _set_edges(lines)
    drafts: list[Draft] = []
    group: list[Placed] = []
    glues: list[str] = []
    for placed in _cells_apart(lines):
        glue = _glue(group, placed, set_) if group else ""
        if not glue and group:
            drafts.append(_draft(group, glues, set_))
            group, glues = [], []
        if group:
            glues.append(glue)
        group.append(placed)
    if group:
        drafts.append(_draft(group, glues, set_))
    _rank(drafts)
    _name_letterhead(drafts)
    return drafts


def _name_letterhead(drafts: list[Draft]) -> None:
    """Take short lines above „Pressemitteilung“ for the name of the issuer, which is no headline.

    Large letters there are a headline where none follows.
    """
    # of their lines, for how these are joined is not known yet
    names = [draft.lines[0].text if len(draft.lines) == 1 else "" for draft in drafts[:5]]
    label = next((number for number, name in enumerate(names) if name and is_label(name)), 0)
    later = any(draft.kind is BlockKind.HEADING for draft in drafts[label + 1 : label + 12])
    for draft, name in zip(drafts[:label], names, strict=False):
        plain = draft.kind is BlockKind.PARAGRAPH and not draft.strong
        if (plain or later) and name and len(name) < 60 and _NAME.fullmatch(name):
            draft.zone = Zone.LABEL


def _rank(drafts: list[Draft]) -> None:
    """Give headings their levels by the size of their letters; bold ones come last, and no level is left out.

    Sizes tell nothing of structure for sure, so of several headings in the largest letters the first is the headline.
    """
    headings = [draft for draft in drafts if draft.kind is BlockKind.HEADING]
    ranks = sorted({draft.level for draft in headings})
    first = 1 if ranks and ranks[0] < _BOLD - _HEADLINE * 20 else 2
    for draft in headings:
        draft.level = min(ranks.index(draft.level) + first, 6)
    tops = [number for number, draft in enumerate(drafts) if draft.kind is BlockKind.HEADING and draft.level == 1]
    for number, before in zip(tops[1:], tops, strict=False):
        if number > before + 1 or drafts[before].level != 1:
            drafts[number].level = 2


def _set_edges(lines: list[Placed]) -> None:
    """Tell every line how far the lines of its column reach; the first column has the same edges on all pages."""
    columns: dict[tuple[int, int], list[TextLine]] = {}
    for line, _, page in lines:
        columns.setdefault((page if line.column else 0, line.column), []).append(line)
    for own in columns.values():
        text = [line for line in own if len(line.text) > _LONG and not line.row]
        if len(text) < 2 and _is_narrow_text(own):
            text = own
        rights = sorted(line.right for line in text or own)
        left = min(line.left for line in text or own)
        edges = left, rights[int((len(rights) - 1) * 0.9)] if len(text) > 1 else rights[-1] + _OPEN_EDGE
        for line in own:
            line.edges = edges


def _is_narrow_text(lines: list[TextLine]) -> bool:
    """Tell whether the lines of a narrow column are running text: many, and most of them full."""
    edge = max(line.right for line in lines)
    width = edge - min(line.left for line in lines)
    full = sum(line.right > edge - 0.25 * width for line in lines)
    letters = sum(len(line.text) for line in lines)
    return len(lines) > 5 and letters > _NARROW * len(lines) and full * 5 >= len(lines) * 3


def _cells_apart(lines: list[Placed]) -> list[Placed]:
    """Return the lines with each cell of a letterhead line, which has nothing to do with its neighbour, alone."""
    result = []
    for placed in lines:
        line = placed.line
        if not line.apart or line.row:
            result.append(placed)
            continue
        start = placed.start
        for cell in line.cells:
            alone = TextLine([cell], line.column)
            alone.edges = line.edges
            alone.apart = True
            result.append(placed._replace(line=alone, start=start))
            start += len(cell.chars) + 1
    return result


# what stands between two lines of one block: a blank, a break, or what the words around it tell
_JOIN, _BREAK, _OPEN = " ", "\n", "?"


def _glue(group: list[Placed], placed: Placed, set_: Setting) -> str:
    """Return what stands between the last line of a block and the next; nothing where a new block begins."""
    before, line = group[-1].line, placed.line
    if group[-1].start + len(before.text) in set_.wording.addresses:
        return _JOIN
    if before.row or line.row:
        return _BREAK if line.row == before.row and placed.page == group[-1].page else ""
    if bullet_length(line) or before.apart or line.apart or not _is_alike(before, line):
        return ""
    if placed.page != group[-1].page or line.column != before.column:
        return _over_page(group, line, set_)
    return _beneath(group, line, set_) if _is_near(group, line, set_) else ""


def _beneath(group: list[Placed], line: TextLine, set_: Setting) -> str:
    """Decide between two lines of one column, one below the other."""
    before, first = group[-1].line, group[0].line
    if bullet_length(first):
        return _JOIN if line.left > first.left + 0.3 * line.size or not _is_short(before, line) else ""
    if _NUMBERED.match(line.text) and has_ended(before.text) and line.left < first.left + line.size:
        return ""
    return _within(group, line, set_)


def _is_near(group: list[Placed], line: TextLine, set_: Setting) -> bool:
    """Tell whether a line is not too far below the one before to belong to its paragraph.

    A full line without an end mark goes on however far the lines are apart, and lines as far apart as those before.
    """
    before = group[-1].line
    step = before.base - line.base
    if not 0 < step < _WIDEST * before.size:
        return False
    if step <= _LEAD * set_.steps.get(round(before.size), _PAPER * before.size) + 0.5:
        return True
    if _is_short(before, line) or len(before.text) < _LONG:
        return False
    if round(step) in set_.gaps and not line.text[0].islower():
        return False
    alike = len(group) > 1 and group[-2].page == group[-1].page and step < group[-2].line.base - before.base + 0.6
    return alike or not has_ended(before.text)


def _within(group: list[Placed], line: TextLine, set_: Setting) -> str:
    """Decide between two lines of usual distance and the same size."""
    before = group[-1].line
    short, ended = _is_short(before, line), has_ended(before.text)
    if before.strong != line.strong and (short or ended):
        # a heading above its text; but a name above a number is a card
        return _BREAK if short and max(len(before.text), len(line.text)) < _LONG else ""
    if before.size > _LARGER * set_.size:
        return _JOIN
    if short:
        return _behind_short(group, line, ended=ended)
    if _ADDRESS_LAST.search(before.text) and line.text[0].isupper():
        return _OPEN
    indented = ended and len(group) > 1 and line.left > before.left + 0.8 * line.size
    return "" if indented else _JOIN


def _behind_short(group: list[Placed], line: TextLine, *, ended: bool) -> str:
    """Decide behind a line that had room for the next word: what a sentence leaves, or a break that is meant."""
    before = group[-1].line
    if not ended and _SMALL_WORD.match(line.text) and len(before.text) > _NARROW:
        return _JOIN
    if ended and (len(group) > 1 or len(before.text) > 60) and _is_prose(group):
        return ""
    return _BREAK if before.edges[1] < _OPEN_EDGE else _OPEN


def _is_prose(group: list[Placed]) -> bool:
    return any(len(placed.line.text) > _LONG + 15 for placed in group)


def _over_page(group: list[Placed], line: TextLine, set_: Setting) -> str:
    """Decide between the last line of a page or column and the first of the next: only a sentence goes on."""
    before = group[-1].line
    if has_ended(before.text) or before.size > _LARGER * set_.size or before.strong != line.strong:
        return ""
    small = line.text[0].islower()
    if small and not _is_short(before, line):
        return _JOIN
    prose = len(before.text) > _NARROW and len(line.text) > _NARROW - 2
    return _JOIN if prose and (small or before.text[-1] in HYPHENS or not _is_short(before, line)) else ""


def _is_alike(before: TextLine, line: TextLine) -> bool:
    return abs(before.size - line.size) <= 0.08 * max(before.size, line.size)


def _is_short(line: TextLine, following: TextLine) -> bool:
    """Tell whether the first word of the next line would have had room on this one."""
    left, right = line.edges
    if line.left > left + 3 * line.size and abs(line.left - following.left) > 0.3 * line.size:
        return True  # centred, or set to the right
    cell = following.cells[0]
    end = next((index for index, char in enumerate(cell.chars) if char == " "), len(cell.chars))
    word = cell.rights[end - 1] - cell.lefts[0]
    return line.right + word + 0.35 * line.size < right


def bullet_length(line: TextLine) -> int:
    """Return how many characters at the beginning of a line are its bullet and the blank behind it; 0 without one.

    A sign alone with a wide gap behind it is one, whatever the font calls it.
    """
    cell = line.cells[0]
    if len(cell.chars) < 3 or cell.chars[1] != " " or cell.chars[0].isalnum():
        return 0
    if is_bullet(cell.chars[0]) and cell.chars[0] not in "-–—":
        return 2
    wide = cell.lefts[2] - cell.rights[0] > 0.55 * cell.size
    return 2 if wide or (cell.chars[0] in "-–—" and cell.chars[2] != " ") else 0


def _draft(group: list[Placed], glues: list[str], set_: Setting) -> Draft:
    first = group[0].line
    if first.row:
        return _row(group)
    skipped = bullet_length(first)
    pieces = [Piece(group[0].start + skipped, first.text[skipped:], group[0].page)]
    lines: list[Line] = []
    hard = False
    for glue, placed in zip(glues, group[1:], strict=True):
        if glue != _JOIN:
            lines.append(line_of(pieces, set_.wording, hard=hard))
            pieces = []
            hard = glue == _BREAK
        pieces.append(Piece(placed.start, placed.line.text, placed.page))
    lines.append(line_of(pieces, set_.wording, hard=hard))
    if skipped:
        return Draft(BlockKind.ITEM, lines, level=1, zone=Zone.LIST)
    level = _level(group, set_)
    draft = Draft(BlockKind.HEADING if level else BlockKind.PARAGRAPH, lines, level=level)
    draft.strong = all(placed.line.strong for placed in group)
    return draft


def _level(group: list[Placed], set_: Setting) -> int:
    """Return how low a heading is that a block is, for :func:`_rank`; 0 where it is none.

    Larger letters make one, and bold ones on one or two lines that are no sentence.
    """
    text = " ".join(placed.line.text for placed in group)
    letters = sum(map(str.isalpha, text))
    if len(text) > _HEADING or letters < 3 or is_label(text) or is_dateline(text):
        return 0
    ratio = group[0].line.size / set_.size
    if ratio > _LARGER:
        return _BOLD - round(ratio * 20)
    strong = all(placed.line.strong for placed in group)
    if strong and ratio > 0.95 and len(group) < 4 and not has_ended(text) and len(text) > 8:
        return _BOLD if len(group) < 3 else _BOLD - 1
    return 0


def _row(group: list[Placed]) -> Draft:
    """Return the lines of one row of a table as a block.

    A date or a contact with its label in the first cell is a line of the letterhead, not of a table.
    """
    label = group[0].line.cells[0]
    start = group[0].start
    if len(group[0].line.cells) == 2 and is_heading(label.text):
        rest = start + len(label.chars) + 1
        lines = [_plain(start, label.text), _plain(rest, group[0].line.cells[1].text)]
        lines += [_plain(placed.start, placed.line.text) for placed in group[1:]]
        for line in lines[1:]:
            line.hard = True
        reachable = any(char.isdigit() or char == "@" for line in lines for char in line.text)
        return Draft(BlockKind.PARAGRAPH, lines, zone=Zone.CONTACT if reachable else Zone.UNKNOWN)
    lines = [_plain(placed.start, placed.line.text) for placed in group]
    for line in lines[1:]:
        line.hard = True
    text = group[0].line.text
    dated = len(group) == 1 and is_dateline(text)
    return Draft(BlockKind.PARAGRAPH if dated else BlockKind.ROW, lines)


def _plain(start: int, text: str) -> Line:
    return Line([Run(start, start + len(text))], text)
