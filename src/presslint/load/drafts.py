"""What a loader hands on: blocks of lines, each line with its place in the source, before zones and joins are known."""

from typing import NamedTuple

from presslint.errors import LoadError
from presslint.model.release import BlockKind, MarkKind, Zone
from presslint.text.span import SourceSpan

# more empty lines than this, or a rule between them, and two blocks are not halves of one sentence
APART = 3
# lines, blocks, or pieces of one line: a thick book has fewer, and each takes a thousand bytes of memory
MOST = 200_000


def too_many(what: str, german: str, most: int = MOST) -> LoadError:
    """Return the reason why a file is not read that has more than ``most`` of something."""
    return LoadError(
        f"the file has more than {most} {what}: that is no press release",
        f"die Datei hat mehr als {most} {german}: das ist keine Pressemitteilung",
    )


class Run(NamedTuple):
    """A stretch of a line. ``text`` is None where the reader sees the source as it is."""

    start: int
    end: int
    text: str | None = None


class Line:
    """One line as it stands in the source, without its line end and outer white space.

    ``text`` is what the reader sees of it. ``glue`` is what the view has between the line before and this one: a
    blank where the text goes on, a line break where the break is meant; it is empty for the first line of a block.
    ``hard`` says that the author asked for the break. ``indent`` counts the white space in front.
    """

    __slots__ = ("end", "glue", "hard", "indent", "runs", "start", "text")

    def __init__(self, runs: list[Run], text: str, *, hard: bool = False, indent: int = 0) -> None:
        self.runs = runs
        self.text = text
        self.start = runs[0].start
        self.end = runs[-1].end
        self.hard = hard
        self.indent = indent
        self.glue = ""


class Draft:
    """A block to be: its shape, its lines, and what the markup says about it.

    ``zone`` is UNKNOWN until :mod:`presslint.load.zones` has decided. ``strong`` says that all of it is bold;
    ``gap`` counts the blank lines before it.
    """

    __slots__ = ("_text", "gap", "kind", "level", "lines", "strong", "zone")

    def __init__(
        self, kind: BlockKind, lines: list[Line], *, level: int = 0, zone: Zone = Zone.UNKNOWN, gap: int = 1
    ) -> None:
        self.kind = kind
        self.lines = lines
        self.level = level
        self.zone = zone
        self.strong = False
        self.gap = gap
        self._text = ""

    def part(self, lines: list[Line], gap: int) -> "Draft":
        """Return a block of some of the lines, like this one in everything else."""
        lines[0].glue = ""
        part = Draft(self.kind, lines, level=self.level, zone=self.zone, gap=gap)
        part.strong = self.strong
        return part

    def extend(self, lines: list[Line]) -> None:
        """Add the lines of a block that belongs to this one."""
        self.lines.extend(lines)
        self._text = ""

    @property
    def text(self) -> str:
        """What the reader sees of the block."""
        if not self._text:
            lines = self.lines
            self._text = (
                lines[0].text
                if len(lines) == 1
                else "".join([part for line in lines for part in (line.glue, line.text)])
            )
        return self._text


class RawMark(NamedTuple):
    """A mark whose visible text is known by its place in the source only."""

    kind: MarkKind
    at: SourceSpan
    shown: SourceSpan
    target: str = ""
    target_at: SourceSpan | None = None
    title: str = ""
