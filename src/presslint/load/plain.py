"""Plain text: paragraphs between empty lines."""

from bisect import bisect_left
from collections import Counter

from presslint.load.assembly import assemble
from presslint.load.drafts import Draft, Line, RawMark, Run
from presslint.load.frontmatter import read_front_matter
from presslint.load.furniture import is_dateline, is_label
from presslint.model.house import House
from presslint.model.release import BlockKind, MarkKind, Release, Zone
from presslint.model.source import Source
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_OTHER_END = regex(r"\r(?!\n)|[\f\v\x85\u2028\u2029]")
_DIRECTIVE = regex(r"<!--\s{0,20}(presslint:[^<>]{0,2000}?)\s{0,20}-->")
_COLUMNS = regex(r"[ \u00a0]{4,200}|[ ]{0,3}\t\s{0,100}")
_BULLETS = frozenset("-–—*•·‣▪◦●○■□►")


def load(source: Source, house: House) -> Release:
    """Read a plain text. Only a comment for presslint is taken out; everything else is text, bullets too.

    Raises LoadError where the text begins with front matter that cannot be read.
    """
    text = source.text
    fields, body = read_front_matter(text, house.fields) if text.startswith("---") else ((), 0)
    marks: list[RawMark] = []
    drafts = paragraphs(text, body, marks)
    return assemble(source, "text", drafts, marks=marks, fields=fields)


def paragraphs(text: str, body: int, marks: list[RawMark]) -> list[Draft]:
    """Return the blocks of a plain text from ``body`` on; comments for presslint are added to ``marks``."""
    return with_items(with_columns(_paragraphs(text, body, marks)))


def _paragraphs(text: str, body: int, marks: list[RawMark]) -> list[Draft]:
    """Return the text as paragraphs, which empty lines part."""
    hidden = _directives(text, body, marks)
    drafts: list[Draft] = []
    lines: list[Line] = []
    gap = empty = 0
    place = body
    for raw in _lines(text, body):
        shown = raw.strip()
        line = None
        if shown:
            indent = len(raw) - len(raw.lstrip())
            start = place + indent
            run = Run(start, start + len(shown))
            line = _line_without(hidden, text, run, indent) if hidden else Line([run], shown, indent=indent)
        place += len(raw) + 1
        if line is None:
            empty += 1
            continue
        if empty and lines:
            drafts.append(Draft(BlockKind.PARAGRAPH, lines, gap=gap))
            lines, gap = [], empty
        empty = 0
        lines.append(line)
    if lines:
        drafts.append(Draft(BlockKind.PARAGRAPH, lines, gap=gap))
    return drafts


def _lines(text: str, body: int) -> list[str]:
    """Return the lines of the text, each without the one character that ends it.

    The carriage return of a Windows line end stays with its line, where it is white space; any other line end that is
    not a line feed is made one.
    """
    rest = text[body:] if body else text
    if _OTHER_END.search(rest):
        rest = _OTHER_END.sub("\n", rest)
    return rest.split("\n")


def with_columns(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with a label and a date that share a line of the letterhead as lines of their own."""
    for draft in drafts[:3]:
        lines: list[Line] = []
        for line in draft.lines[:3]:
            gap = _COLUMNS.search(line.text) if len(line.text) <= 160 and len(line.runs) == 1 else None
            if gap and (_is_letterhead(line.text[: gap.start()]) or _is_letterhead(line.text[gap.end() :])):
                start = line.start
                lines.append(Line([Run(start, start + gap.start())], line.text[: gap.start()], indent=line.indent))
                lines.append(Line([Run(start + gap.end(), line.end)], line.text[gap.end() :], hard=True))
            else:
                lines.append(line)
        draft.lines[:3] = lines
    return drafts


def _is_letterhead(text: str) -> bool:
    return is_label(text) or is_dateline(text)


def with_items(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks with each line behind a bullet as an item, where a bullet comes at least twice."""
    bullets = Counter(_bullet(line) for draft in drafts if _is_plain(draft) for line in draft.lines)
    used = {bullet for bullet, count in bullets.items() if bullet and count > 1}
    if not used:
        return drafts
    result: list[Draft] = []
    for draft in drafts:
        if not _is_plain(draft) or used.isdisjoint(map(_bullet, draft.lines)):
            result.append(draft)
            continue
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


def _is_plain(draft: Draft) -> bool:
    return draft.kind is BlockKind.PARAGRAPH and draft.zone is Zone.UNKNOWN


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


def _directives(text: str, body: int, marks: list[RawMark]) -> list[SourceSpan]:
    """Return the places of the comments for presslint, and note them."""
    if "<!--" not in text:
        return []
    spans = []
    for match in _DIRECTIVE.finditer(text, body):
        at = SourceSpan(*match.span())
        spans.append(at)
        marks.append(RawMark(MarkKind.COMMENT, at, SourceSpan(at.end, at.end), match.group(1)))
    return spans


def _line_without(hidden: list[SourceSpan], text: str, line: Run, indent: int) -> Line | None:
    """Return a line without what is hidden of it; None where nothing is left."""
    runs: list[Run] = []
    place = line.start
    for span in hidden[bisect_left(hidden, line.start, key=_end) :]:
        if span.start >= line.end:
            break
        _add_trimmed(runs, text, place, span.start)
        place = max(place, span.end)
    _add_trimmed(runs, text, place, line.end)
    if not runs:
        return None
    last = runs[-1]
    runs[-1] = Run(last.start, last.start + len(text[last.start : last.end].rstrip()))
    return Line(runs, "".join(text[run.start : run.end] for run in runs), indent=indent)


def _end(span: SourceSpan) -> int:
    return span.end


def _add_trimmed(runs: list[Run], text: str, start: int, end: int) -> None:
    """Add a stretch of a line unless it is white space; a line neither begins nor ends with white space."""
    shown = text[start:end] if start < end else ""
    if shown.strip():
        runs.append(Run(start if runs else end - len(shown.lstrip()), end))
