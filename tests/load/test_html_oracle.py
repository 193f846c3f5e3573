"""Random HTML: no text is lost, every place is right, and html5lib reads the same text where it is installed."""

from collections import Counter
from collections.abc import Iterator
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.load.html_references import unescaped
from presslint.load.html_tokens import REFERENCE, TEXT, tokens
from presslint.model.release import Release

PIECES = [
    *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<ul>", "<li>", "</ul>", "<ol>", "</ol>", "<br>"),
    *("<h1>", "</h1>", "<h2>", "</h3>", "<blockquote>", "</blockquote>", "<a href='x'>", "</a>", "<hr>", "<img src=a>"),
    *("<pre>", "</pre>", "<dl>", "<dt>", "<dd>", "</dl>", "<span>", "</span>", "<code>", "</code>", "<!-- c -->"),
    *("&auml;", "&amp;", "&nbsp;", "&#8211;", "&copy", "&zz;", "&", "<", ">", "<3", "a<b ", "</", "<?x?>", "</ x>"),
    *("Bad", " ", "\n", "\n\n", "Ahrenfeld, 3. Mai", "x", "Seite 1 von 2", "1. ", "– ", "<center>", "</center>"),
]
TABLES = ["<table>", "<tr>", "<td>", "<th>", "</td>", "</tr>", "</table>", "<caption>", "</caption>", "<tbody>"]
OTHERS = ["<script>a<b</script>", "<style>p{}</style>", "<title>T</title>", "<textarea>u</textarea>", "<nav>", "</nav>"]
SPACE = {ord(sign): None for sign in " \t\n\f\r"}


def problems(release: Release) -> Iterator[str]:
    """Say what is wrong with the blocks and marks of a release; its map has checked itself."""
    text, source, place = release.text, release.source.text, 0
    for number, block in enumerate(release.blocks):
        if text[place : block.span.start] != ("\n\n" if number else "") or not block.span.of(text).strip():
            yield f"block {number} {block}"
        place = block.span.end
    if place != len(text):
        yield "text behind the last block"
    for mark in release.marks:
        if not 0 <= mark.span.start <= mark.span.end <= len(text) or not 0 <= mark.at.start < mark.at.end <= len(
            source
        ):
            yield f"mark {mark}"
        if mark.target_at is not None and unescaped(mark.target_at.of(source)) != mark.target:
            yield f"target of {mark}"


def bare(text: str) -> str:
    """Return a text without any white space."""
    return "".join(text.split())


def shown(text: str) -> str:
    """Return the text of all tokens."""
    return "".join(
        name if kind == REFERENCE else text[start:end]
        for kind, start, end, name in tokens(text)
        if kind in (TEXT, REFERENCE)
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES + TABLES), max_size=40).map("".join))
def test_a_fragment_shows_all_of_its_text_at_its_places(text: str) -> None:
    try:
        release = load(source_from_bytes(text.encode(), "a.html"), format="html")
    except LoadError:
        assert not bare(shown(text))
        return
    assert bare(release.text) == bare(shown(text))
    assert not list(problems(release))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES + TABLES + OTHERS), max_size=40).map("".join))
def test_a_page_has_right_places(text: str) -> None:
    try:
        release = load(source_from_bytes(text.encode(), "a.html"), format="html")
    except LoadError:
        return
    assert not list(problems(release))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES + OTHERS), max_size=30).map("".join))
def test_html5lib_reads_the_same_text(text: str) -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(text, scripting=True)
    for comment in [one for one in tree.iter() if not isinstance(one.tag, str)]:
        comment.text = ""
    read = "".join(tree.itertext())
    assert Counter(bare(read)) == Counter(bare(shown(text)))


def test_the_place_of_a_reference_is_that_of_all_of_it() -> None:
    text = "<p>Das B&auml;derkonzept &amp; mehr</p>"
    release = load(source_from_bytes(text.encode(), "a.html"))
    assert release.text == unescape("Das Bäderkonzept & mehr")
    found = [text[segment.source : segment.source + segment.width] for segment in release.prose.segments]
    assert found == ["Das B", "&auml;", "derkonzept ", "&amp;", " mehr"]
