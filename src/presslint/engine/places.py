"""The only border between the prose that checks look at and the source that people edit."""

from presslint.engine.wording import render
from presslint.model.finding import (
    FieldRef,
    Finding,
    Fix,
    Hit,
    Location,
    Place,
    Proposal,
    RelatedFinding,
    Safety,
    TraceRef,
)
from presslint.model.release import Field, Page, Release
from presslint.model.rule import BoundRule, Rule
from presslint.text.edits import Edit
from presslint.text.escaping import escaped
from presslint.text.lines import LineIndex
from presslint.text.span import SourceSpan, Span

TOP = Location(1, 1, 1, 1)

_SNIPPET = 200


class Places:
    """Places of one release: in the prose, in the source, or in the metadata; answered as places in the source."""

    __slots__ = ("_lines", "release")

    def __init__(self, release: Release) -> None:
        self.release = release
        self._lines: LineIndex | None = None

    def at(self, place: Place) -> tuple[Location, SourceSpan | None, str]:
        """Return where ``place`` is for people, its stretch of the source, and the text there (200 characters of it).

        None, and a field whose place in the source is not known, is the top of the file and has no stretch.
        """
        if isinstance(place, Span):
            span = self.release.prose.to_source(place)
            return self._located(span, self.release.zone_at(place.start).value)
        if isinstance(place, SourceSpan):
            return self._located(place, self._zone(place))
        if isinstance(place, FieldRef):
            return self._field(place.key)
        if isinstance(place, TraceRef):
            return self._trace(place.number)
        return TOP, None, ""

    def edit(self, place: Span | SourceSpan, text: str) -> Edit | None:
        """Return the edit of the source that puts ``text`` at ``place``; None where the source cannot take it."""
        if isinstance(place, Span):
            if not self.release.prose.editable(place):
                return None
            place = self.release.prose.to_source(place)
        source = self.release.source
        text = text.replace("\n", source.newline)
        return Edit(place, escaped(text, source.escaping) if source.escaping else text)

    def location(self, span: SourceSpan, place: str) -> Location:
        """Return a stretch of the source as lines and columns, of its page where there are pages."""
        if self._lines is None:
            self._lines = LineIndex(self.release.source.text)
        start, end = self._lines.position(span.start), self._lines.position(span.end)
        page = self._page(span.start) if self.release.paging.pages else None
        if page is None:
            return Location(*start, *end, None, place)
        before = self._lines.position(page.at.start).line - 1
        return Location(start.line - before, start.column, end.line - before, end.column, page.number, place)

    def _page(self, offset: int) -> Page | None:
        """Return the page that an offset of the source is on; what lies between two pages is on the first of them."""
        on = None
        for page in self.release.paging.pages:
            if page.at.start > offset:
                break
            on = page
        return on

    def _located(self, span: SourceSpan, place: str) -> tuple[Location, SourceSpan, str]:
        return self.location(span, place), span, span.of(self.release.source.text)[:_SNIPPET]

    def _field(self, key: str) -> tuple[Location, SourceSpan | None, str]:
        field = next((field for field in self.release.fields if field.key == key), None)
        place = f"field:{key}"
        if field is None or field.span is None:
            return TOP._replace(place=place), None, field.value[:_SNIPPET] if field else ""
        return self.location(field.span, place), field.span, field.value[:_SNIPPET]

    def _trace(self, number: int) -> tuple[Location, SourceSpan | None, str]:
        trace = self.release.traces[number]
        place = trace.kind.value
        if trace.at is None:
            return TOP._replace(place=place, page=trace.page), None, trace.text[:_SNIPPET]
        return self.location(trace.at, place), trace.at, trace.text[:_SNIPPET]

    def _zone(self, span: SourceSpan) -> str:
        field = next((field for field in self.release.fields if field.span and _holds(field, span)), None)
        if field is not None:
            return f"field:{field.key}"
        shown = self.release.prose.to_view(span)
        return self.release.zone_at(shown.start).value if shown else ""


def concretise(hit: Hit, bound: BoundRule, places: Places, language: str) -> Finding:
    """Return what a user is shown of a hit. Raises KeyError for a case, note, fix or value that the rule lacks."""
    rule = bound.rule
    case = rule.cases[hit.case]
    where, span, snippet = places.at(hit.at)
    related = []
    for other in hit.related:
        note = render(rule.notes[other.note], {**hit.args, **other.args}, language) if other.note else ""
        if other.path:
            span_there = other.at if isinstance(other.at, SourceSpan) else None
            related.append(RelatedFinding(other.where or TOP, span_there, note, other.path))
            continue
        where_other, span_other, _ = places.at(other.at)
        related.append(RelatedFinding(where_other, span_other, note))
    fixes = [_fix(proposal, hit, rule, places, language) for proposal in hit.proposals]
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=case.severity if bound.severity is None else bound.severity,
        confidence=case.confidence,
        message=render(case.message, hit.args, language),
        where=where,
        span=span,
        snippet=snippet,
        related=tuple(related),
        fixes=tuple(fix for fix in fixes if fix is not None),
        url=rule.url,
        args=hit.args,
    )


def _fix(proposal: Proposal, hit: Hit, rule: Rule, places: Places, language: str) -> Fix | None:
    edits = [places.edit(place, text) for place, text in proposal.edits]
    if not edits or None in edits:
        return None
    spec = rule.fixes[proposal.fix]
    title = render(spec.title, {**hit.args, **proposal.args}, language)
    # what a loader has made of a document can be read, not written back
    safety = Safety.MANUAL if places.release.source.derived else spec.safety
    return Fix(title, safety, tuple(edit for edit in edits if edit is not None))


def _holds(field: Field, span: SourceSpan) -> bool:
    return field.span is not None and field.span.start <= span.start and span.end <= field.span.end
