"""Plain text: paragraphs between empty lines."""

import re

from presslint.load.assembly import assemble
from presslint.load.drafts import Draft, Line, RawMark, Run
from presslint.load.frontmatter import read_front_matter
from presslint.model.house import House
from presslint.model.release import BlockKind, MarkKind, Release
from presslint.model.source import Source
from presslint.text.span import SourceSpan

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+|\r\n|[\r\n\f\v\x85\u2028\u2029]")
_DIRECTIVE = re.compile(r"<!--\s{0,20}(presslint:[^<>]{0,2000}?)\s{0,20}-->")
_BULLET = re.compile(r"[-–*•·‣▪◦●○■□►]\s")


def load(source: Source, house: House) -> Release:
    """Read a plain text. Only a comment for presslint is taken out; everything else is text."""
    fields, body = read_front_matter(source.text, house.fields) if source.text.startswith("---") else ((), 0)
    marks: list[RawMark] = []
    return assemble(source, "text", _drafts(source.text, body, marks), marks=marks, fields=fields)


def _drafts(text: str, body: int, marks: list[RawMark]) -> list[Draft]:
    directives = "<!--" in text
    drafts: list[Draft] = []
    lines: list[Line] = []
    gap = empty = 0
    for match in _LINE.finditer(text, body):
        start, end = match.span()
        raw = match.group()
        shown = raw.strip()
        if not shown:
            if raw[0] in "\r\n\f\v\x85\u2028\u2029":
                empty += 1
            continue
        if empty > 1 and lines:
            drafts.append(Draft(BlockKind.PARAGRAPH, lines, gap=gap))
            lines, gap = [], empty - 1
        empty = 0
        indent = len(raw) - len(raw.lstrip())
        start += indent
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
