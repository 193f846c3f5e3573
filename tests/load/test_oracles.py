"""The oracles that every loaded release is held to, and random texts that try to break them.

EQUAL and ORDER are checked by the source map itself when it is made. COMPLETE is checked here, against the events of
the Markdown library and against the characters of a plain text: a map can be right about everything it shows and still
have lost half of the text.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pyromark
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.load.frontmatter import read_front_matter
from presslint.model.release import BlockKind, MarkKind, Release
from presslint.text.span import SourceSpan

OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
SPACE = re.compile(r"\s+")
NUMBER = re.compile(rb"\d{1,9}[.)]")
DIRECTIVE = re.compile(r"<!--\s{0,20}presslint:[^<>]*?-->")
SIGNS = frozenset("#-+*<>&; \t\n")


def problems(release: Release) -> Iterator[str]:
    """Say what is wrong with a release, whatever it was read from."""
    text, source = release.text, release.source.text
    place = 0
    for number, block in enumerate(release.blocks):
        start, end = block.span
        if not place <= start < end <= len(text):
            yield f"block {number} {block.span} is empty, overlaps, or lies outside"
        if text[place:start] != ("\n\n" if number else ""):
            yield f"between blocks stands {text[place:start]!r}"
        if not text[start:end].strip():
            yield f"block {number} shows nothing"
        if (block.level > 0) != (block.kind in (BlockKind.HEADING, BlockKind.ITEM)):
            yield f"block {number} is a {block.kind} of level {block.level}"
        place = end
    if place != len(text):
        yield "text behind the last block"
    yield from _mark_problems(release, text, source)
    for field in release.fields:
        if field.span is None or not 0 <= field.span.start <= field.span.end <= len(source):
            yield f"field {field.key} at {field.span}"


def _mark_problems(release: Release, text: str, source: str) -> Iterator[str]:
    for mark in release.marks:
        if not 0 <= mark.span.start <= mark.span.end <= len(text):
            yield f"mark {mark} outside of the prose"
        if not 0 <= mark.at.start < mark.at.end <= len(source):
            yield f"mark {mark} outside of the source"
        if mark.kind is MarkKind.COMMENT and mark.span.length:
            yield f"a comment shows {mark.span.of(text)!r}"
        if mark.target_at is not None and mark.kind is not MarkKind.CODE:
            written = decoded(mark.target_at.of(source))
            if written not in (mark.target, mark.target.removeprefix("mailto:")):
                yield f"{mark.target!r} is written {written!r}"
        if mark.span.length:
            back = release.prose.to_source(mark.span)
            if not (mark.at.start <= back.start and back.end <= mark.at.end):
                yield f"mark {mark} shows {back}, which is outside of it"


def decoded(written: str) -> str:
    """Return an address without Markdown's escapes and entities."""
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", written))


def missing_in_plain(release: Release) -> str:
    """Return the first thing that differs between a plain text and its prose, white space apart."""
    text = release.source.text
    body = read_front_matter(text, {})[1] if text.startswith("---") else 0
    return _first_difference(DIRECTIVE.sub("", text[body:]), release.text)


def missing_in_markdown(release: Release) -> str:
    """Return the first thing that the library shows and the prose does not, or the other way round."""
    _, body = read_front_matter(release.source.text, {})
    shown = "".join(_shown(release.source.text[body:]))
    return _first_difference(shown, release.text)


def _first_difference(expected: str, shown: str) -> str:
    expected, shown = SPACE.sub("", expected), SPACE.sub("", shown)
    if expected == shown:
        return ""
    place = next((n for n, pair in enumerate(zip(expected, shown, strict=False)) if pair[0] != pair[1]), -1)
    return f"expected …{expected[place:][:40]!r}, shown …{shown[place:][:40]!r}"


def _shown(markdown: str) -> Iterator[str]:
    """Yield what the library's own events show, with the numbers of lists and signs that are no markup to us."""
    data = markdown.encode()
    images = 0
    lists: list[bool] = []
    signs = ""
    events: Iterable[tuple[Any, Any]] = pyromark.events_with_range(markdown, options=OPTIONS)
    for event, place in events:
        if isinstance(event, str):
            continue
        ((name, value),) = event.items()
        kind = next(iter(value)) if isinstance(value, dict) else value
        if name in ("Start", "End"):
            images += (kind == "Image") * (1 if name == "Start" else -1)
            if (name, kind) == ("Start", "List"):
                lists.append(value["List"] is not None)
            elif (name, kind) == ("End", "List"):
                lists.pop()
            elif (name, kind) == ("Start", "Item") and lists[-1]:
                number = NUMBER.match(data, place["start"])
                yield number.group().decode() if number else ""
            elif kind == "Heading":
                signs = _signs(data[place["start"] : place["end"]].decode()) if name == "Start" else ""
                yield signs
        elif name in ("Text", "Code") and not images and not signs:
            yield str(value)


def _signs(heading: str) -> str:
    """Return the number signs of a heading that has nothing else and at least three of them."""
    heading = heading.strip(" \t\r\n")
    return heading if heading.count("#") > 2 and not heading.strip("# \t") else ""


def read(data: bytes, path: str) -> Release | None:
    """Load, or return None where that is refused as it should be."""
    try:
        return load(source_from_bytes(data, path))
    except LoadError:
        return None


def check(data: bytes, path: str) -> Release | None:
    """Load and hold the release to all oracles that can be applied to any text."""
    release = read(data, path)
    if release is not None:
        assert list(problems(release)) == []
        if release.format == "text":
            assert missing_in_plain(release) == ""
    return release


WORDS = st.sampled_from(
    [
        *(
            "Die",
            "Stadt",
            "eröffnet",
            "am",
            "Montag,",
            "12.",
            "März",
            "2026",
            "Per-",
            "spektivisch",
            "z.B.",
            "😀",
            "„Ja“",
        ),
        *(
            "**fett**",
            "*kursiv*",
            "`Code`",
            "[Link](https://a.de/x_y)",
            "[r][]",
            "<https://a.de>",
            "![Bild](b.png)",
            "\\_",
        ),
        *(
            "&amp;",
            "&auml;",
            "~~weg~~",
            "[a",
            "](b)",
            "**",
            "_",
            "`",
            "x<b>y</b>",
            "<!-- c -->",
            "<br>",
            "a|b",
            "|",
            "\\",
        ),
        *(
            "Telefon:",
            "0211",
            "837-2417",
            "presse@stadt-ahrenfeld.de",
            "Seite",
            "1",
            "von",
            "2",
            "–",
            "-",
            "###",
            "ENDE",
        ),
    ]
)
STARTS = st.sampled_from(
    [
        *(
            "",
            "",
            "",
            "# ",
            "## ",
            "### ",
            "- ",
            "* ",
            "+ ",
            "1. ",
            "23. ",
            "> ",
            ">> ",
            "    ",
            "  ",
            "\t",
            "| ",
            "***",
        ),
        *("---", "===", "```", "###", "- 2 -", "Seite 1 von 2", "<div>", "</div>", "<!--", "-->", "[r]: https://r.de"),
        *(
            "Presseinformation",
            "Über die Acme AG",
            "Pressekontakt:",
            "| a | b |\n|---|---|",
            "[^1]: Note",
            "x[^1]",
            "+++",
        ),
    ]
)
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "  \n", "\\\n", "\r", "\n\n\n", "", "\f"])
LINES = st.tuples(STARTS, st.lists(WORDS, max_size=9).map(" ".join), ENDS).map("".join)
TEXTS = st.lists(LINES, min_size=1, max_size=14).map("".join)


def is_strict(text: str) -> bool:
    """Tell whether the events show all of a text: no HTML, read by our own code, no bullet that we show as text."""
    return "<" not in text and not re.search(r"[-+*][ \t]", text)


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_any_markdown_loads_in_one_piece(text: str) -> None:
    check(text.encode(), "a.md")


@given(TEXTS.filter(is_strict))
@settings(deadline=None, max_examples=300)
def test_markdown_shows_all_that_the_library_shows_and_no_more(text: str) -> None:
    release = check(text.encode(), "a.md")
    if release is not None:
        assert missing_in_markdown(release) == ""


@given(TEXTS)
@settings(deadline=None, max_examples=200)
def test_plain_text_shows_every_character(text: str) -> None:
    check(text.encode(), "a.txt")


@given(st.binary(max_size=200), st.sampled_from(["a.md", "a.txt", "-"]))
@settings(deadline=None, max_examples=300)
def test_any_bytes_give_a_release_or_a_reason(data: bytes, path: str) -> None:
    check(data, path)


@given(TEXTS, st.integers(0, 400), st.binary(max_size=4))
@settings(deadline=None, max_examples=150)
def test_damaged_text_gives_a_release_or_a_reason(text: str, place: int, damage: bytes) -> None:
    data = text.encode()
    check(data[:place] + damage + data[place + 1 :], "a.md")


@given(TEXTS, st.sampled_from(["utf-16", "utf-8-sig", "cp1252"]))
@settings(deadline=None, max_examples=100)
def test_every_encoding_gives_the_same_text(text: str, encoding: str) -> None:
    data = text.encode(encoding, errors="ignore")
    same = data.decode(encoding)
    first, second = read(data, "a.md"), read(same.encode(), "a.md")
    assert (first is None) == (second is None)
    if first is not None and second is not None:
        assert first.text == second.text
        assert first.blocks == second.blocks


def test_the_oracle_for_lost_text_finds_lost_text() -> None:
    release = load(source_from_bytes(b"Die **Stadt** baut.", "a.md"))
    assert missing_in_markdown(release) == ""
    lost = release._replace(prose=load(source_from_bytes(b"Die baut.", "a.md")).prose)
    assert "Stadt" in missing_in_markdown(lost)


def test_a_span_of_the_source_is_never_searched_for() -> None:
    """The same words twice: each place keeps its own."""
    text = "Am Montag kommt er.\n\n> Am **Montag** kommt sie."
    release = load(source_from_bytes(text.encode(), "a.md"))
    second = release.text.rindex("Montag")
    span = release.blocks[1].span._replace(start=second, end=second + 6)
    assert release.prose.to_source(span) == SourceSpan(text.rindex("Montag"), text.rindex("Montag") + 6)
