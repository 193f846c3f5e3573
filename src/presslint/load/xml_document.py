"""What has been read of a word processor's document, put together as a release."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from presslint.errors import LoadError
from presslint.load import contact_blocks
from presslint.load.assembly import assemble
from presslint.load.drafts import Draft, RawMark
from presslint.load.furniture import is_dated_label, is_dateline, is_embargo, is_label
from presslint.load.xml_drafts import drafts
from presslint.load.xml_story import MAX_TRACE, Margin, Story, cut
from presslint.model.release import (
    NO_PAGES,
    BlockKind,
    Field,
    FieldOrigin,
    MarkKind,
    Paging,
    Release,
    Trace,
    TraceKind,
    Zone,
)
from presslint.model.source import Source
from presslint.text.span import SourceSpan

_FACTORY = frozenset(("en-US",))  # programs are set to it when nobody has set them
_MERGED = frozenset((TraceKind.INSERTION, TraceKind.DELETION, TraceKind.MOVE, TraceKind.HIDDEN))


class Document(NamedTuple):
    """A document that has been read: ``prose`` counts the paragraphs of the text, behind which are those of margins."""

    story: Story
    prose: int
    margins: tuple[Margin, ...] = ()
    fields: tuple[Field, ...] = ()
    paging: Paging = NO_PAGES


def assembled(source: Source, format_: str, document: Document) -> Release:
    """Return a document as a release, whose source has one line for each paragraph.

    Of the headers and footers of the first page, what tells a reader when the release was issued, until when it is
    barred and whom to ask is part of the prose, above and below the text. Raises LoadError where there is neither
    text nor a picture.
    """
    story = document.story
    text = story.whole()
    if not text.strip() and not story.images:
        raise LoadError(
            "the document is empty: there is no text to check", "das Dokument ist leer: es gibt keinen Text zu prüfen"
        )
    body = drafts(text, story.paragraphs[: document.prose])
    headers = [*_told(text, document, "header")]
    footers = [*_told(text, document, "footer")]
    source = source._replace(text=text, derived=True)
    release = assemble(
        source,
        format_,
        [*headers, *body, *footers],
        marks=[*(mark for mark in story.marks if not _beside(mark.at.start, document)), *_bold(body)],
        reordered=bool(headers),
    )
    traces = _merged(story.traces)
    pictured = bool(story.images) and not body
    if pictured:
        traces.append(Trace(TraceKind.IMAGE))
    # what stands in a picture is not missing: rules about texts have nothing to judge
    return release._replace(fields=document.fields, traces=tuple(traces), paging=document.paging, cover=pictured)


def language(key: str, counts: Mapping[str, int], default: str, story: Story) -> Iterator[Field]:
    """Yield the language of the spelling, as the field of that key.

    ``counts`` are the characters that somebody gave a language. Where they are not most of the text, the language is
    that of the program's setting, which says nothing of the text; so it stands for no field of the release.
    """
    total = sum(part.end - part.start for part in story.paragraphs)
    most = max(sorted(counts), key=counts.__getitem__, default="")
    said = bool(most) and counts[most] * 2 > total
    value = most if said else default
    if value and (said or value not in _FACTORY):
        yield Field("language" if said else key, key, value, FieldOrigin.PROPERTY)


def _bold(body: list[Draft]) -> Iterator[RawMark]:
    """Yield a mark for each paragraph that is bold from end to end: some people write their headings so."""
    for draft in body:
        if draft.strong and draft.kind is BlockKind.PARAGRAPH and draft.lines:
            span = SourceSpan(draft.lines[0].start, draft.lines[-1].end)
            yield RawMark(MarkKind.STRONG, span, span)


def _beside(offset: int, document: Document) -> bool:
    """Tell whether a place is behind the text, in a header or footer."""
    paragraphs = document.story.paragraphs
    return len(paragraphs) > document.prose and offset >= paragraphs[document.prose].start


def _told(text: str, document: Document, kind: str) -> Iterator[Draft]:
    """Yield those blocks of the margins of the first page that a reader needs."""
    for margin in document.margins:
        if margin.kind != kind:
            continue
        for draft in drafts(text, document.story.paragraphs[margin.first : margin.last], margin=True):
            zone = _zone(draft) if draft.kind is not BlockKind.ROW else Zone.UNKNOWN
            if zone is not Zone.UNKNOWN:
                draft.zone, draft.kind = zone, BlockKind.PARAGRAPH
                yield draft


def _zone(draft: Draft) -> Zone:
    text = draft.text
    if is_label(text) or is_dated_label(text):
        return Zone.LABEL
    if is_embargo(text):
        return Zone.EMBARGO
    if len(draft.lines) == 1 and is_dateline(text):
        return Zone.DATELINE
    return Zone.CONTACT if contact_blocks.is_contact(draft) else Zone.UNKNOWN


def _merged(traces: list[Trace]) -> list[Trace]:
    """Return what travels with the document, with the pieces of one change as one."""
    found: list[Trace] = []
    for trace in traces:
        before = found[-1] if found else None
        if before is not None and before.at is not None and trace.at is not None and _continues(before, trace):
            found[-1] = before._replace(
                text=(before.text + trace.text)[: 4 * MAX_TRACE], at=before.at._replace(end=trace.at.end)
            )
        else:
            found.append(trace)
    return [trace._replace(text=cut(trace.text)) for trace in sorted(found, key=_place)]


def _place(trace: Trace) -> int:
    """Return where a trace stands, before all others where it has no place."""
    return trace.at.start if trace.at is not None else -1


def _continues(before: Trace, trace: Trace) -> bool:
    """Tell whether a change goes on in the next one: programs cut changes where the look of the text changes."""
    same = (trace.kind, trace.author, trace.where) == (before.kind, before.author, before.where)
    return (
        same
        and trace.kind in _MERGED
        and before.at is not None
        and trace.at is not None
        and 0 <= trace.at.start - before.at.end <= 1
    )
