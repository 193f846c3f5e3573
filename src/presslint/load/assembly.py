"""Drafts to a release: the view with its map, the blocks, and the marks at their places in the view."""

from bisect import bisect_left

from presslint.load import rejoining, zones
from presslint.load.drafts import Draft, RawMark
from presslint.model.release import Block, Field, Mark, Note, Release
from presslint.model.source import Source
from presslint.text.sourcemap import TextView, ViewBuilder
from presslint.text.span import SourceSpan, Span


def assemble(
    source: Source,
    format: str,  # noqa: A002 - the name of the field in Release
    drafts: list[Draft],
    *,
    marks: list[RawMark],
    fields: tuple[Field, ...] = (),
    reordered: bool = False,
) -> Release:
    """Join what belongs together, give every block its zone, and build the release.

    ``reordered`` says that the blocks are in the order of reading, which is not that of the source.
    """
    drafts = rejoining.settle(drafts, flowing=format == "markdown") if drafts else drafts
    zones.assign(drafts, titled=any(field.name == "title" and field.value for field in fields))
    prose, blocks = _view(source.text, drafts, reordered=reordered)
    return Release(
        source=source,
        format=format,
        prose=prose,
        blocks=blocks,
        fields=fields,
        marks=_marks(marks, prose),
        language=_language(fields),
        notes=_notes(source),
    )


def _view(text: str, drafts: list[Draft], *, reordered: bool) -> tuple[TextView, tuple[Block, ...]]:
    builder = ViewBuilder(text, reordered=reordered)
    blocks: list[Block] = []
    place = 0
    for draft in drafts:
        if blocks:
            begin = draft.lines[0].start
            builder.replaced("\n\n", begin if reordered else place, begin)
        start = builder.length
        for line in draft.lines:
            if line.glue:
                builder.replaced(line.glue, place, line.start)
            for run in line.runs:
                if run.text is None:
                    builder.verbatim(run.start, run.end)
                else:
                    builder.replaced(run.text, run.start, run.end)
            place = line.end
        blocks.append(Block(draft.kind, draft.zone, Span(start, builder.length), draft.level))
    return builder.build(), tuple(blocks)


def _marks(marks: list[RawMark], prose: TextView) -> tuple[Mark, ...]:
    if not marks:
        return ()
    starts = [segment.source for segment in prose.in_source_order]
    return tuple(
        Mark(mark.kind, _shown(mark.shown, prose, starts), mark.at, mark.target, mark.target_at, mark.title)
        for mark in marks
    )


def _shown(span: SourceSpan, prose: TextView, starts: list[int]) -> Span:
    """Return where the view shows a stretch of source, without white space at its ends.

    A stretch that is empty, or of which nothing is left, gets the empty place where the next text begins.
    """
    start = _view_place(span.start, prose, starts)
    if span.end <= span.start or not starts:
        return Span(start, start)
    segment = prose.in_source_order[bisect_left(starts, span.end) - 1]
    end = segment.view + (min(span.end - segment.source, segment.length) if segment.verbatim else segment.length)
    text = prose.text
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, max(start, end))


def _view_place(offset: int, prose: TextView, starts: list[int]) -> int:
    """Return where in the view the first character at or after ``offset`` of the source stands."""
    segments = prose.in_source_order
    place = bisect_left(starts, offset)
    if place:
        before = segments[place - 1]
        if before.verbatim and offset < before.source + before.width:
            return before.view + offset - before.source
    return segments[place].view if place < len(segments) else len(prose.text)


def _language(fields: tuple[Field, ...]) -> str:
    """Return the first declared language that is one: ``lang: xx`` declares nothing."""
    declared = [field.value for field in fields if field.name == "language" and field.value]
    if not declared:
        return ""
    from presslint.text.languages import language_code  # noqa: PLC0415 - few releases declare a language

    return next((code for code in map(language_code, declared) if code), "")


def _notes(source: Source) -> tuple[Note, ...]:
    if source.encoding != "cp1252":
        return ()
    place = next((index for index, character in enumerate(source.text) if character > "\x7f"), 0)
    return (Note("SYS001", "legacy-encoding", (("encoding", "Windows-1252"),), SourceSpan(place, place + 1)),)
