"""A result comes back from its plain form as it went in."""

import marshal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.engine.flat import flat, result_of, slim
from presslint.model.finding import (
    Confidence,
    Finding,
    Fix,
    Location,
    RelatedFinding,
    Safety,
    Severity,
    State,
)
from presslint.model.verdict import FileResult, Skipped
from presslint.text.edits import Edit
from presslint.text.span import SourceSpan

texts = st.text(st.characters(exclude_categories=()), max_size=12)
numbers = st.integers(0, 10**9)
spans = st.builds(SourceSpan, numbers, numbers)
places = st.builds(Location, numbers, numbers, numbers, numbers, st.none() | numbers, texts)
fixes = st.builds(Fix, texts, st.sampled_from(Safety), st.lists(st.builds(Edit, spans, texts), max_size=2).map(tuple))
related = st.builds(RelatedFinding, places, st.none() | spans, texts, st.none() | texts)
findings = st.builds(
    Finding,
    rule=texts,
    name=texts,
    severity=st.sampled_from(Severity),
    confidence=st.sampled_from(Confidence),
    message=texts,
    where=places,
    span=st.none() | spans,
    snippet=texts,
    related=st.lists(related, max_size=2).map(tuple),
    fixes=st.lists(fixes, max_size=2).map(tuple),
    fingerprint=texts,
    state=st.sampled_from(State),
    url=texts,
    reason=texts,
    args=st.just({}),
)
singles = st.builds(
    FileResult,
    path=texts,
    format=texts,
    language=texts,
    release_date=st.none() | texts,
    error=st.none() | texts,
    findings=st.lists(findings, max_size=3).map(tuple),
    not_checked=st.lists(st.builds(Skipped, texts, texts), max_size=3).map(tuple),
    text=texts,
    crashed=st.booleans(),
    parts=st.just(()),
    entry=st.just(()) | st.tuples(numbers, texts, st.binary(max_size=8)),
)


def with_parts(result: FileResult, parts: list[FileResult]) -> FileResult:
    """Return a file with the releases that are in it."""
    return result._replace(parts=tuple(part._replace(path=f"{result.path}/{part.path}") for part in parts))


results = st.builds(with_parts, singles, st.lists(singles, max_size=2))


@given(results)
@settings(max_examples=150, deadline=None)
def test_a_result_comes_back_as_it_was(result: FileResult) -> None:
    sent: Any = marshal.loads(marshal.dumps(flat(result)))  # noqa: S302 - what has just been written
    back = result_of(sent, result.path, result.text)
    assert back == slim(result)
    for one, other in zip(back.findings, result.findings, strict=True):
        assert (type(one.severity), type(one.state)) == (type(other.severity), type(other.state))


def test_the_text_goes_where_findings_are() -> None:
    assert slim(FileResult("a", text="x")).text == ""
    assert result_of(flat(FileResult("a", text="x")), "a", "x").text == ""
