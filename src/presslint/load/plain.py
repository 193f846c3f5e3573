"""Plain text: paragraphs between empty lines."""

import re
from collections import Counter

from presslint.load.assembly import assemble
from presslint.load.drafts import Draft, Line, RawMark, Run
from presslint.load.frontmatter import read_front_matter
from presslint.model.house import House
from presslint.model.release import BlockKind, MarkKind, Release, Zone
from presslint.model.source import Source
from presslint.text.span import SourceSpan

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+|\r\n|[\r\n\f\v\x85\u2028\u2029]")
_LINE_ENDS = "\r\n\f\v\x85\u2028\u2029"
_DIRECTIVE = re.compile(r"<!--\s{0,20}(presslint:[^<>]{0,2000}?)\s{0,20}-->")
_BULLETS = frozenset("-–—*•·‣▪◦●○■□►")


def load(source: Source, house: House) -> Release:
    """Read a plain text. Only a comment for presslint is taken out; everything else is text, bullets too.

    Raises LoadError where the text begins with front matter that cannot be read.
    """
    text = source.text
    fields, body = read_front_matter(text, house.fields) if text.startswith("---") else ((), 0)
    marks: list[RawMark] = []
    drafts = _with_items(_paragraphs(text, body, marks))
    return assemble(source, "text", drafts, marks=marks, fields=fields)


def _paragraphs(text: str, body: int, marks: list[RawMark]) -> list[Draft]:
    """Return the text as paragraphs, which empty lines part."""
    directives = "<!--" in text
    drafts: list[Draft] = []
    lines: list[Line] = []
    gap = empty = 0
    for match in _LINE.finditer(text, body):
        raw = match.group()
        shown = raw.strip()
        if not shown:
            empty += raw[0] in _LINE_ENDS
            continue
        if empty > 1 and lines:
            drafts.append(Draft(BlockKind.PARAGRAPH, lines, gap=gap))
            lines, gap = [], empty - 1
        empty = 0
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        if directives and "<!--" in shown:
            line = _without_directives(text, start, start + len(shown), indent, marks)
            if line is None:
                continue
        else:
            line = Line([Run(start, start + len(shown))], shown, indent=indent)
        lines.append(line)
    if lines:
        drafts.append(Draft(BlockKind.PARAGRAPH, lines, gap=gap))
    return drafts


def _with_items(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with each line behind a bullet as an item, where a bullet comes at least twice."""
    bullets = Counter(_bullet(line) for draft in drafts for line in draft.lines)
    used = {bullet for bullet, count in bullets.items() if bullet and count > 1}
    if not used:
        return drafts
    result: list[Draft] = []
    for draft in drafts:
        group: list[Line] = []
        item = False
        gap = draft.gap
        for line in draft.lines:
            begins = _bullet(line) in used
            if group and (begins or (item and not _continues(group, line))):
                result.append(_group(group, gap, item=item))
                group, gap = [], 0
            item = begins if not group else item
            group.append(line)
        result.append(_group(group, gap, item=item))
    return result


def _bullet(line: Line) -> str:
    """Return the bullet that a line begins with, or nothing; ``– Ende –`` has none."""
    text = line.text
    if text[0] in _BULLETS and text[1:2].isspace() and text[-1] != text[0]:
        return text[0]
    return ""


def _continues(item: list[Line], line: Line) -> bool:
    return line.indent > item[0].indent or line.text[0].islower()


def _group(lines: list[Line], gap: int, *, item: bool) -> Draft:
    if not item:
        return Draft(BlockKind.PARAGRAPH, lines, gap=gap)
    return Draft(BlockKind.ITEM, lines, level=1, zone=Zone.LIST, gap=gap)


def _without_directives(text: str, start: int, end: int, indent: int, marks: list[RawMark]) -> Line | None:
    runs: list[Run] = []
    place = start
    for match in _DIRECTIVE.finditer(text, start, end):
        at = SourceSpan(*match.span())
        marks.append(RawMark(MarkKind.COMMENT, at, SourceSpan(at.start, at.start), match.group(1)))
        runs.append(Run(place, at.start))
        place = at.end
    runs.append(Run(place, end))
    runs = [run for run in runs if text[run.start : run.end].strip()]
    if not runs:
        return None
    return Line(runs, "".join(text[run.start : run.end] for run in runs), indent=indent)
