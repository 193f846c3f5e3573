"""Chunks of a PDF page in the order in which people read them: lines, side by side columns, rows of tables."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from presslint.load.furniture import is_dateline, is_embargo, is_label
from presslint.load.pdf_glyphs import Chunk
from presslint.text.lazy import regex

BULLETS = frozenset("•·‣▪◦●○■□►–—-*➢➤✓✔❖")
_NUMBER = regex(r"(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$")
_REACHABLE = regex(
    r"@|www\.|https?:|[+(]\d{1,4}\)?[ /-]?\d|\b0\d{2,5}[ /)-]{1,3}\d{2}|\b(?:Tel|Fon|Phone|Fax|Mobil)|"
    r"\b\d{4,5} [A-ZÄÖÜ][a-zäöüß]{2}"
)
# in multiples of the size of the letters
_SAME_LINE = 0.45  # how far base lines of one line may lie apart
_LEVEL = 0.08
_GUTTER = 0.8  # the narrowest gap between two columns
_APART = 3.0  # a gap within a line that no justified text has
_LEADING = 1.75  # lines of running text are not set wider
_FAR = 6.0  # lines farther apart have nothing to do with one another
_SEARCHED = 40  # lines without a second column after which a gutter is given up
_LONGEST = 500  # lines of a column
_GAPS = 4  # gaps of a line that may be gutters
_DEEPEST = 5  # columns within columns
_COMPARED = 40_000  # pairs of lines
_RUNNING = 24  # characters: running text is not set narrower on the average


class TextLine:
    """One line to read: the cells of a row, or a single cell.

    ``row`` numbers the row of a table that the line belongs to; it is 0 outside of tables. ``edges`` are the left and
    right edge of the column that it stands in, once they are known; ``apart`` says that its cells have nothing to do
    with one another.
    """

    __slots__ = ("apart", "base", "cells", "column", "edges", "row")

    def __init__(self, cells: list[Chunk], column: int) -> None:
        self.cells = cells
        self.base = cells[0].base
        self.column = column
        self.edges = (0.0, 0.0)
        self.row = 0
        self.apart = False

    @property
    def left(self) -> float:
        """The left edge."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """The right edge."""
        return self.cells[-1].right

    @property
    def size(self) -> float:
        """The size of most letters in points."""
        return max(self.cells, key=_length).size

    @property
    def strong(self) -> bool:
        """Whether all of it is bold."""
        return all(cell.strong for cell in self.cells)

    @property
    def text(self) -> str:
        """The cells, parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)


def _length(chunk: Chunk) -> int:
    return len(chunk.chars)


def read(chunks: Sequence[Chunk]) -> list[TextLine]:
    """Return the lines of a page in reading order."""
    layout = _Layout()
    layout.order(_rows(chunks))
    return layout.lines


def _rows(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Return the chunks by base line, from the top down, each line from left to right."""
    rows: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=_from_top):
        last = rows[-1][0] if rows else None
        if last is not None and _is_level(last, chunk):
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    return [_joined(sorted(row, key=_from_left)) for row in rows]


def _is_level(last: Chunk, chunk: Chunk) -> bool:
    """Tell whether two chunks stand on one line; the sign of a footnote in front of it stands higher."""
    step = last.base - chunk.base
    if (
        last.size < chunk.size
        and last.text.isdecimal()
        and len(last.chars) < 3
        and chunk.left - last.right < 3 * chunk.size
    ):
        return step <= 0.75 * chunk.size
    return step <= _SAME_LINE * min(last.size, chunk.size)


def _from_top(chunk: Chunk) -> tuple[float, float]:
    return -chunk.base, chunk.left


def _from_left(chunk: Chunk) -> float:
    return chunk.left


def _joined(row: list[Chunk]) -> list[Chunk]:
    """Return the chunks of a line with those in one that touch, and a bullet or number with the text behind it."""
    joined = [row[0]]
    for chunk in row[1:]:
        last = joined[-1]
        gap = (chunk.left - last.right) / max(last.size, chunk.size)
        starts_item = len(joined) == 1 and gap < 2 * _APART and is_bullet(last.text)
        if gap < _GUTTER or starts_item:
            if gap > 0.15:
                last.add(" ", last.right, chunk.left)
            last.chars += chunk.chars
            last.lefts += chunk.lefts
            last.rights += chunk.rights
            last.strong = chunk.strong and (last.strong or starts_item)
            if starts_item or len(chunk.chars) > len(last.chars) // 2:
                last.look = last.look._replace(size=chunk.size)
        else:
            joined.append(chunk)
    return joined


def is_bullet(text: str) -> bool:
    """Tell whether a text is a bullet (the signs of symbol fonts count) or the number of an item."""
    if len(text) == 1:
        return text in BULLETS or text == "o" or "\ue000" <= text <= "\uf8ff" or text == "\ufffd"
    return bool(_NUMBER.match(text))


class _Layout:
    """Collects lines; every column of the page gets a number."""

    __slots__ = ("_column", "_depth", "_row", "lines")

    def __init__(self) -> None:
        self.lines: list[TextLine] = []
        self._column = 0
        self._row = 0
        self._depth = 0

    def order(self, rows: list[list[Chunk]]) -> None:
        """Read rows from the top down, and columns one after the other."""
        column = self._column
        place = 0
        for first, last, gutter in _bands(rows):
            self._plain(rows[place:first], column)
            band = rows[first:last]
            if self._depth >= _DEEPEST or _is_table(band, gutter):
                self._table(band, column)
            else:
                self._depth += 1
                for part in _ordered(*_parted(band, gutter)):
                    self._column += 1
                    self.order(part)
                self._depth -= 1
            place = last
        self._plain(rows[place:], column)

    def _plain(self, rows: list[list[Chunk]], column: int) -> None:
        for row in rows:
            line = TextLine(row, column)
            line.apart = any(after.left - before.right > _APART * line.size for before, after in pairwise(row))
            self.lines.append(line)

    def _table(self, rows: list[list[Chunk]], column: int) -> None:
        left = min(row[0].left for row in rows)
        for row in rows:
            line = TextLine(row, column)
            if row[0].left - left < line.size or not self._row:
                self._row += 1
            line.row = self._row
            self.lines.append(line)


def _bands(rows: list[list[Chunk]]) -> Iterator[tuple[int, int, tuple[float, float]]]:
    """Yield the stretches of rows that one gutter parts in two: first row, row behind the last, and the gutter."""
    done = place = 0
    while place < len(rows):
        found = _widest(rows, place, done) if len(rows[place]) > 1 else None
        if found is None:
            place += 1
            continue
        yield found
        done = place = found[1]


def _widest(rows: list[list[Chunk]], place: int, done: int) -> tuple[int, int, tuple[float, float]] | None:
    """Return the longest band that one of the gaps of a row makes."""
    best: tuple[int, int, tuple[float, float]] | None = None
    gaps = sorted(pairwise(rows[place]), key=_width, reverse=True)[:_GAPS]
    for before, after in gaps:
        gutter = before.right, after.left
        last, gutter = _reach(rows[place + 1 : place + _LONGEST], gutter, rows[place])
        first, gutter = _reach(rows[max(done, place - _SEARCHED) : place][::-1], gutter, rows[place])
        # above the first line of the right column, the left one is no column yet
        begin = next(number for number in range(place - first, place + 1) if _is_right(rows[number], gutter))
        band = begin, _without_rest(rows, place, place + 1 + last, gutter)
        if _counts(rows[band[0] : band[1]], gutter) and (best is None or band[1] - band[0] > best[1] - best[0]):
            best = (*band, gutter)
    return best


def _width(gap: tuple[Chunk, Chunk]) -> float:
    return gap[1].left - gap[0].right


def _is_right(row: list[Chunk], gutter: tuple[float, float]) -> bool:
    return row[-1].left >= gutter[1] - 0.1


def _reach(rows: list[list[Chunk]], gutter: tuple[float, float], last: list[Chunk]) -> tuple[int, tuple[float, float]]:
    """Return how many of the rows keep a gutter free, and what is left of the gutter then."""
    low, high = gutter
    alone = 0
    for number, row in enumerate(rows):
        size = max(row[0].size, last[0].size)
        narrow = _GUTTER * min(row[0].size, last[0].size)
        new_low, new_high = low, high
        for chunk in row:
            if chunk.left < low and chunk.right < high - narrow:
                new_low = max(new_low, chunk.right)
            elif chunk.left > low + narrow:
                new_high = min(new_high, chunk.left)
            else:
                return number, (low, high)
        if new_high - new_low < narrow or abs(row[0].base - last[0].base) > _FAR * size:
            return number, (low, high)
        alone = alone + 1 if row[-1].left < new_high else 0
        if alone > _SEARCHED:
            return number, (low, high)
        low, high, last = new_low, new_high, row
    return len(rows), (low, high)


def _without_rest(rows: list[list[Chunk]], first: int, last: int, gutter: tuple[float, float]) -> int:
    """Return the end of a band without the lines behind it that only happen to be short."""
    end = max(number for number in range(first, last) if _is_right(rows[number], gutter)) + 1
    while end < last:
        before, row = rows[end - 1][0], rows[end][0]
        if before.base - row.base > _LEADING * row.size or before.strong != row.strong:
            break
        end += 1
    return end


def _counts(band: list[list[Chunk]], gutter: tuple[float, float]) -> bool:
    both = sum(row[0].left < gutter[0] and _is_right(row, gutter) for row in band)
    return both > 1 or (both == 1 and len(band) > 2)


def _parted(band: list[list[Chunk]], gutter: tuple[float, float]) -> Iterator[list[list[Chunk]]]:
    """Yield the rows of the left and of the right column."""
    middle = (gutter[0] + gutter[1]) / 2
    for left in (True, False):
        part = [[chunk for chunk in row if (chunk.left < middle) is left] for row in band]
        yield [row for row in part if row]


def _ordered(left: list[list[Chunk]], right: list[list[Chunk]]) -> tuple[list[list[Chunk]], list[list[Chunk]]]:
    """Return two columns in reading order: a side column with the date of the release comes before its text."""
    dated = _is_running(left) and not _is_running(right) and any(_is_head(row) for row in right)
    return (right, left) if dated else (left, right)


def _is_head(row: list[Chunk]) -> bool:
    """Tell whether a line is one of the head of a release: its label, its date, its embargo."""
    text = row[0].text
    return is_label(text) or is_dateline(text) or is_embargo(text)


def _is_table(band: list[list[Chunk]], gutter: tuple[float, float]) -> bool:
    """Tell whether what stands side by side belongs together line by line."""
    left, right = _parted(band, gutter)
    if _is_running(left):
        return False
    if _is_running(right):
        # labels beside their descriptions; a column of text has no gaps that the other one fills
        return len(left) < len(right) and _is_aligned(left, right) and _mean(left) < _RUNNING * 0.75
    if all(_is_card(rows) and _is_tight(rows) for rows in (left, right)) or any(map(_is_head, left)):
        return False
    return any(len(row) > 2 for row in band) or _is_aligned(left, right)


def _is_running(rows: list[list[Chunk]]) -> bool:
    """Tell whether rows are lines of running text: long, many, close to one another, and of one length.

    A heading above them and a card below do not count, so most lines are enough.
    """
    if len(rows) < 4 or _mean(rows) < _RUNNING:
        return False
    edge = max(row[-1].right for row in rows)
    start = min(row[0].left for row in rows)
    full = sum(row[-1].right > edge - 0.25 * (edge - start) for row in rows)
    return full * 5 >= len(rows) * 3 and _is_tight(rows)


def _mean(rows: list[list[Chunk]]) -> float:
    return sum(len(chunk.chars) for row in rows for chunk in row) / max(len(rows), 1)


def _is_tight(rows: list[list[Chunk]]) -> bool:
    steps = [before[0].base - after[0].base <= _LEADING * after[0].size for before, after in pairwise(rows)]
    return sum(steps) * 3 >= len(steps) * 2


def _is_aligned(left: list[list[Chunk]], right: list[list[Chunk]]) -> bool:
    """Tell whether nearly every line of the left side has one beside it.

    A card beside other lines may be level with one of them by chance, or nearly so.
    """
    if len(left) * len(right) > _COMPARED:
        return False
    others = [row[0] for row in right]
    level = near = 0
    for row in left:
        chunk = row[0]
        other = min(others, key=lambda other: abs(other.base - chunk.base))
        apart = abs(other.base - chunk.base) / chunk.size
        level += apart < _LEVEL
        near += apart < _SAME_LINE and abs(other.size - chunk.size) < 0.1 * chunk.size
    if len(right) > len(left) and _is_card(right) and level * 2 < len(left):
        return False
    return max(level, near) * 5 >= len(left) * 4


def _is_card(rows: list[list[Chunk]]) -> bool:
    """Tell whether rows are those of a visiting card: more than one, and one of them with a number or an address."""
    return len(rows) > 1 and any(_REACHABLE.search(chunk.text) for row in rows for chunk in row)
