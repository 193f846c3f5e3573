from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load
from presslint.model.finding import Hit
from presslint.model.source import Source
from presslint.text.span import SourceSpan, Span

CHECKS = (
    "pages.sequence",
    "pages.totals",
    "pages.order",
    "pages.in_text",
    "extraction.hyphenation",
    "extraction.mojibake",
    "extraction.escapes",
    "quotes.balanced",
    "headlines.present",
    "leftovers.conflict",
)
QUOTES = tuple("\"„“”»«'‚‘’")
BREAKS = (" ", "\n", "\n\n", "\r\n", ". ", "a", "Wort", "27", "# ", "`", "[", "]")
CONVERTED = ("Per-\nsp", "Ã¼", "â€", "\ufffd", "â", "\\_", "&amp;", "&nbsp;", "\\n")
PAGES = ("Seite 1 von 2", "\n\nSeite 2 von 2\n\n", "– 2 –", "1/2", "Anlage\n\n")
LEFT = ("XX", "[Name]", "TBD", "N. N.", "____", "<Name>", "<<<<<<<\n", "=======\n", ">>>>>>> a\n")
PIECES = st.sampled_from((*QUOTES, *BREAKS, *CONVERTED, *PAGES, *LEFT))


def verify(hit: Hit, text: str, prose: str) -> None:
    for at in (hit.at, *(related.at for related in hit.related)):
        if isinstance(at, Span):
            assert 0 <= at.start < at.end <= len(prose)
        elif isinstance(at, SourceSpan):
            assert 0 <= at.start < at.end <= len(text)
    for proposal in hit.proposals:
        spans = sorted(span for span, _ in proposal.edits)
        assert all(one.end <= other.start for one, other in pairwise(spans))


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["text", "markdown"]))
def test_hits_lie_in_the_text_whatever_it_is(text: str, format_: str) -> None:
    release = load(Source("a", text), format=format_)
    context = Context(release, Facts(release), date(2026, 3, 3))
    for name in CHECKS:
        declared = find(name)
        for hit in declared.run(context, declared.params()):
            assert set(hit.args) == set(declared.says)
            verify(hit, text, release.text)


@pytest.mark.parametrize("name", CHECKS)
def test_a_release_without_text_has_no_hits_that_point(name: str) -> None:
    release = load(Source("a", ""), format="text")
    declared = find(name)
    hits = declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params())
    assert all(hit.at is None for hit in hits)
