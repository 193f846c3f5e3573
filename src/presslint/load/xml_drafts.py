"""Paragraphs of a word processor's document as blocks.

Some people press the return key once behind a paragraph and let the program keep the distance, some press it twice;
some type a contact as one paragraph of several lines, some as several paragraphs. All of them mean the same blocks.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from presslint.load import contact_blocks
from presslint.load.drafts import APART, Draft, Line, Run
from presslint.load.plain import with_columns, with_items
from presslint.load.xml_story import BREAK, Paragraph
from presslint.model.release import BlockKind, Zone

_PROSE = 100  # characters: two paragraphs that long are no lines of one block
_SHORT = 80  # of a line of a contact
_CELL = 300  # a cell that holds more, or more paragraphs than two, lays out a page and is no cell of data
_CELL_PARAGRAPHS = 2


def drafts(text: str, paragraphs: Sequence[Paragraph], *, margin: bool = False) -> list[Draft]:
    """Return the blocks of some paragraphs of ``text``, each a stretch of it.

    In a ``margin`` every line says something of its own, unless it is one of a contact.
    """
    typed = not margin and _is_typed(paragraphs)
    found: list[Draft] = []
    for table, group in groupby(paragraphs, key=_table):
        if table is not None:
            found += _of_table(text, list(group))
        else:
            found += _flowing(text, list(group), typed=typed)
    return with_items(with_columns(found)) if found else found


def _table(paragraph: Paragraph) -> int | None:
    return paragraph.cell.table if paragraph.cell is not None else None


def _is_typed(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether empty paragraphs part the blocks, as empty lines do in a plain text."""
    empty = long = False
    for paragraph in paragraphs:
        length = paragraph.end - paragraph.start
        if not length:
            empty = True
            long = False
            continue
        if paragraph.kind is not BlockKind.PARAGRAPH or paragraph.cell is not None:
            long = False
            continue
        if length > _PROSE and long:
            return False
        long = length > _PROSE
    return empty


def _flowing(text: str, paragraphs: list[Paragraph], *, typed: bool) -> list[Draft]:
    """Return the blocks of paragraphs that are in no table."""
    found: list[Draft] = []
    gap = 0
    apart = False
    for group in _joined(paragraphs):
        first = group[0]
        lines = _lines(text, group)
        apart = apart or first.apart
        if not lines:
            gap += 1
            continue
        draft = Draft(first.kind, lines, level=first.level, zone=_zone(first), gap=APART if apart else gap)
        draft.strong = all(part.strong or part.start == part.end for part in group)
        apart = group[-1].apart and first is not group[-1]
        gap = 0
        before = found[-1] if found else None
        if typed and before is not None and _is_next_line(before, draft):
            before.extend(lines)
            before.strong = False
        else:
            found.append(draft)
    if not typed:
        found = list(_with_contacts(found))
    for draft in found:
        draft.gap = max(draft.gap, 1)
    return found


def _zone(paragraph: Paragraph) -> Zone:
    if paragraph.zone is not Zone.UNKNOWN:
        return paragraph.zone
    return Zone.LIST if paragraph.kind is BlockKind.ITEM else Zone.UNKNOWN


def _joined(paragraphs: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs, those together whose end is to be deleted with the one behind it."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        group.append(paragraph)
        if not paragraph.joined:
            yield group
            group = []
    if group:
        yield group


def _lines(text: str, group: list[Paragraph]) -> list[Line]:
    """Return the lines of a paragraph, or of several that are to be one, without white space at their ends."""
    pieces: list[list[Run]] = [[]]
    for paragraph in group:
        start = paragraph.start
        for number, part in enumerate(text[start : paragraph.end].split(BREAK)):
            if number:
                pieces.append([])
            if part:
                pieces[-1].append(Run(start, start + len(part)))
            start += len(part) + 1
    lines = []
    hard = False
    for runs in pieces:
        line = _line(text, runs)
        if line is not None:
            line.hard = hard
            lines.append(line)
        hard = hard or bool(lines)
    return lines


def _line(text: str, runs: list[Run]) -> Line | None:
    shown = [run for run in runs if not text[run.start : run.end].isspace()]
    if not shown:
        return None
    kept = runs[runs.index(shown[0]) : runs.index(shown[-1]) + 1]
    first, last = kept[0], kept[-1]
    begin = text[first.start : first.end]
    kept[0] = Run(first.start + len(begin) - len(begin.lstrip()), first.end)
    last = kept[-1]
    kept[-1] = Run(last.start, last.start + len(text[last.start : last.end].rstrip()))
    return Line(kept, "".join([text[run.start : run.end] for run in kept]))


def _is_next_line(before: Draft, draft: Draft) -> bool:
    """Tell whether a paragraph right behind another is a further line of its block."""
    return (
        draft.gap == 0
        and before.kind is BlockKind.PARAGRAPH
        and draft.kind is BlockKind.PARAGRAPH
        and before.zone is draft.zone
        and not draft.strong
        and (not before.strong or contact_blocks.is_heading(before.text))
    )


def _with_contacts(found: list[Draft]) -> Iterator[Draft]:
    """Yield the blocks, the lines of a contact that are paragraphs of their own as one."""
    group: list[Draft] = []
    for draft in found:
        heading = contact_blocks.is_heading(draft.text)
        if group and (draft.gap or heading or not _is_contact_line(draft)):
            yield from _contact(group)
            group = []
        if heading or _is_contact_line(draft):
            group.append(draft)
        else:
            yield draft
    yield from _contact(group)


def _is_contact_line(draft: Draft) -> bool:
    return (
        draft.kind is BlockKind.PARAGRAPH
        and draft.zone is Zone.UNKNOWN
        and len(draft.lines) == 1
        and len(draft.text) <= _SHORT
        and not draft.strong
    )


def _contact(group: list[Draft]) -> list[Draft]:
    if len(group) < 2 or group[0].kind is not BlockKind.PARAGRAPH:
        return group
    lines = [line for draft in group for line in draft.lines]
    whole = Draft(BlockKind.PARAGRAPH, lines, gap=group[0].gap)
    for line in lines[1:]:
        line.glue = "\n"
    told = contact_blocks.is_heading(group[0].text) or any(contact_blocks.is_channel(line.text) for line in lines)
    if not told or not contact_blocks.is_contact(whole):
        for draft in group:
            draft.lines[0].glue = ""
        return group
    for line in lines[1:]:
        line.hard = True
    return [whole]


def _of_table(text: str, paragraphs: list[Paragraph]) -> Iterator[Draft]:
    """Yield the rows of a table; the paragraphs of one that only lays out the page."""
    rows = [[list(cell) for _, cell in groupby(row, key=_cell)] for _, row in groupby(paragraphs, key=_row)]
    if any(_is_layout(cell) for row in rows for cell in row):
        for row in rows:
            for cell in row:
                cell[0].apart = True
                yield from _flowing(text, cell, typed=_is_typed(cell))
        return
    for row in rows:
        line = _row_line(text, row)
        if line is not None:
            yield Draft(BlockKind.ROW, [line])


def _row(paragraph: Paragraph) -> int:
    return paragraph.cell.row if paragraph.cell is not None else 0


def _cell(paragraph: Paragraph) -> int:
    return paragraph.cell.cell if paragraph.cell is not None else 0


def _is_layout(cell: list[Paragraph]) -> bool:
    filled = [paragraph.end - paragraph.start for paragraph in cell if paragraph.end > paragraph.start]
    return len(filled) > _CELL_PARAGRAPHS or sum(filled) > _CELL


def _row_line(text: str, row: list[list[Paragraph]]) -> Line | None:
    """Return a row as one line, with a tab between two cells; None where all of them are empty."""
    runs: list[Run] = []
    shown: list[str] = []
    place = row[0][0].start
    last = 0
    for number, cell in enumerate(row):
        if number:
            runs.append(Run(place, cell[0].start, "\t"))
            shown.append("\t")
            place = cell[0].start
        glue = ""
        for paragraph in cell:
            for line in _lines(text, [paragraph]):
                if glue:
                    runs.append(Run(place, line.start, glue))
                    shown.append(glue)
                runs += line.runs
                shown.append(line.text)
                place = line.end
                glue = " "
                last = len(runs)
    if not last:
        return None
    return Line(runs[:last], "".join(shown).rstrip("\t"))
