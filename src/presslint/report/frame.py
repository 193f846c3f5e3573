"""A finding as people see it: what, where, the lines with both places marked, and what could be written instead."""

from collections.abc import Iterator
from typing import NamedTuple

from presslint.model.finding import Finding, Fix, Location, RelatedFinding, Severity
from presslint.report.changes import change_rows, changes
from presslint.report.excerpt import excerpt
from presslint.report.face import Face
from presslint.report.phrases import SAFETIES, SEVERITIES, Phrases
from presslint.report.rows import Mark, Row, underlines
from presslint.report.sheet import Sheet, Strip
from presslint.text.span import SourceSpan

# what a frame shows; the formats for programs have all
_PLACES = 5
_CHANGES = 2


class Look(NamedTuple):
    """How frames look: the characters, the words, and how many cells there are for a row."""

    face: Face
    phrases: Phrases
    width: int


class _Label(NamedTuple):
    """What to mark on one line, its number for people; ``drawn`` is false for an empty line inside a longer span."""

    strip: Strip
    number: int
    style: str
    text: str
    drawn: bool


def header(severity: Severity, code: str, message: str, name: str, look: Look) -> Row:
    """Return ``error[DAT002]: message (weekday-date-mismatch)``."""
    style = SEVERITIES[severity]
    return [
        (f"{look.phrases(style)}[{code}]", style),
        (f": {look.face.show(message)}", "message"),
        (f" ({name})" if name else "", "dim"),
    ]


def frame(finding: Finding, path: str, sheet: Sheet, look: Look) -> list[Row]:
    """Return the rows of one finding, without an empty row around them.

    A place whose text was not handed on is shown by the finding's snippet alone.
    """
    here = [(place, span) for place in finding.related if (span := _span_here(place, sheet))]
    elsewhere = [place for place in finding.related if not _span_here(place, sheet)]
    labels = _labels(finding, here[:_PLACES], sheet)
    pad = " " * len(str(max([label.number for label in labels], default=1)))
    rows = [
        header(finding.severity, finding.rule, finding.message, finding.name, look),
        [(f"{pad}--> ", "frame"), (place_of(path, finding.where if finding.span else None, look), "path")],
    ]
    rows += _lines(labels, pad, sheet, look)
    if not labels and finding.snippet:
        rows += [_bar(pad, look), [*_bar(pad, look), (f" {look.face.show(finding.snippet)}", "")]]
    notes = [_note(place, pad, look) for place in elsewhere[:_PLACES]]
    hidden = max(len(here) - _PLACES, 0) + max(len(elsewhere) - _PLACES, 0)
    if hidden:
        notes.append(remark(look.phrases("more_places", count=look.phrases.count("place", hidden)), pad))
    for fix in finding.fixes:
        notes += _fix_rows(fix, pad, sheet, look)
    return [*rows, _bar(pad, look), *notes] if notes else rows


def place_of(path: str, where: Location | None, look: Look) -> str:
    """Return ``path:line:column``, or the path alone for what belongs to no place in it."""
    place = look.face.show(path)
    if where is None:
        return place
    page = f" ({look.phrases('page', number=where.page)})" if where.page is not None else ""
    return f"{place}:{where.line}:{where.column}{page}"


def remark(text: str, pad: str, style: str = "") -> Row:
    """Return a row of its own below the lines."""
    return [(f"{pad} = ", "frame"), (text, style)]


def _bar(pad: str, look: Look) -> Row:
    return [(f"{pad} {look.face.glyphs.bar}", "frame")]


def _span_here(place: RelatedFinding, sheet: Sheet) -> SourceSpan | None:
    """Return where in the text of the finding's own file a place is, if that is known."""
    return place.span if place.path is None and place.span and sheet.holds(place.span) else None


def _labels(finding: Finding, related: list[tuple[RelatedFinding, SourceSpan]], sheet: Sheet) -> list[_Label]:
    labels: list[_Label] = []
    if finding.span and sheet.holds(finding.span):
        labels += _spread(finding.span, finding.where, SEVERITIES[finding.severity], "", sheet)
    for place, span in related:
        labels += _spread(span, place.where, "note", place.note, sheet)
    return sorted(labels, key=lambda label: label.strip.line)


def _spread(span: SourceSpan, where: Location, style: str, text: str, sheet: Sheet) -> Iterator[_Label]:
    """Mark a span on each of its lines; what is said about it stands at the last one."""
    strips = sheet.strips(span)
    drawn = [strip for strip in strips if not strip.blank] or strips[:1]
    for strip in strips:
        # people may count other lines than the text has, such as paragraphs
        number = where.line + strip.line - strips[0].line
        yield _Label(strip, number, style, text if strip is drawn[-1] else "", strip in drawn)


def _lines(labels: list[_Label], pad: str, sheet: Sheet, look: Look) -> list[Row]:
    rows: list[Row] = [_bar(pad, look)] if labels else []
    before = 0
    for line in dict.fromkeys(label.strip.line for label in labels):
        if before and line > before + 1:
            rows.append([(f"{pad} {look.face.glyphs.gap}", "frame")])
        rows += _line([label for label in labels if label.strip.line == line], pad, sheet, look)
        before = line
    return rows


def _line(labels: list[_Label], pad: str, sheet: Sheet, look: Look) -> list[Row]:
    """Return one line of the source with what is marked on it."""
    marked = [label for label in labels if label.drawn]
    strip = labels[0].strip
    room = look.width - len(pad) - 3
    stretches = [(label.strip.first, label.strip.last) for label in marked]
    shown = excerpt(sheet.text, (strip.start, strip.end), stretches, room, look.face)
    marks = [
        Mark(start, end, label.style, label.text) for (start, end), label in zip(shown.columns, marked, strict=True)
    ]
    number = f"{labels[0].number:>{len(pad)}} {look.face.glyphs.bar}"
    rows: list[Row] = [[(number, "frame"), (f" {shown.text}", "")]]
    return rows + [[*_bar(pad, look), (" ", ""), *row] for row in underlines(marks, room, look.face)]


def _note(place: RelatedFinding, pad: str, look: Look) -> Row:
    if place.path is None:
        return remark(look.face.show(place.note), pad, "note")
    return [
        (f"{pad}::: ", "frame"),
        (place_of(place.path, place.where, look), "path"),
        (f" {look.face.show(place.note)}", "note"),
    ]


def _fix_rows(fix: Fix, pad: str, sheet: Sheet, look: Look) -> list[Row]:
    how = look.phrases(SAFETIES[fix.safety])
    rows: list[Row] = [[*remark(look.face.show(fix.title), pad), (f" ({how})", "dim")]]
    if not all(sheet.holds(edit.span) for edit in fix.edits):
        return rows
    parts = changes(fix.edits, sheet)
    room = look.width - len(pad) - 3
    for part in parts[:_CHANGES]:
        before, after = change_rows(part, room, look.face)
        rows += [[(f"{pad} - ", "old"), *row] for row in before] + [[(f"{pad} + ", "new"), *row] for row in after]
    if len(parts) > _CHANGES:
        rest = look.phrases.count("change", len(parts) - _CHANGES)
        rows.append([(f"{pad}   {look.face.show(rest)}", "dim")])
    return rows
