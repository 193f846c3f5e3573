"""Links that the text shows broken: markup that a reader sees, and addresses that a blank or a line end cuts."""

import re
from collections.abc import Iterator

from presslint.checks.link_syntax import Flaw
from presslint.facts.hosts import is_host_ending
from presslint.model.facts import LinkFact
from presslint.model.release import BlockKind, MarkKind, Release
from presslint.text.cover import Cover
from presslint.text.lazy import regex
from presslint.text.span import Span

_SPLIT = regex(
    r"\b(https?)(?: ://|: //|:/ /) ?((?:[\w-]{1,63}\.){1,6}([a-z]{2,24})(?:[/?#][^\s<>\"„“”»«()]{0,400})?)",
    re.IGNORECASE,
)
# what a blank makes of the signs behind a scheme
GAPS = (" ://", ": //", ":/ /")
_MAIL = regex(r"\[([^\[\]\n]{1,120})\] ?\((mailto|tel): ?([^\s()]{3,120})\)")
# both a text and a label of letters: "[1][2]" are two notes
_REFERENCE = regex(r"(?<![\w\]\\!])\[[^\W\d_][^\[\]\n]{0,80}\]\[(?:[a-zäöü][\w .-]{0,40}|\d{1,3})?\](?![\[(:])")
_REST = regex(r"\.[ \n]{1,2}([a-z]{2,24}(?:/[^\s<>\"„“”»«()]{0,400})?)(?![\w.])")


def broken_markup(release: Release) -> Iterator[tuple[Flaw, Span]]:
    """Yield addresses cut by a blank and, in Markdown, links whose brackets are shown; each with what was meant."""
    text = release.text
    found = []
    if "http" in text and any(gap in text for gap in GAPS):
        for match in _SPLIT.finditer(text):
            if is_host_ending(match[3]):
                whole = match[0].rstrip(".,;:!?")
                found.append((Flaw("blank", whole.replace(" ", "")), Span(match.start(), match.start() + len(whole))))
    if release.format == "markdown" and "]" in text:
        found += [
            (Flaw("markup", f"[{match[1]}]({match[2]}:{match[3]})"), Span(*match.span()))
            for match in _MAIL.finditer(text)
        ]
        found += [(Flaw("markup"), Span(*match.span())) for match in _REFERENCE.finditer(text)]
    if found:
        shown = _code(release)
        for flaw, span in found:
            if not shown.overlaps(span) and release.prose.to_source(span).of(release.source.text) == span.of(text):
                yield flaw, span


def _code(release: Release) -> Cover:
    blocks = [block.span for block in release.blocks if block.kind is BlockKind.CODE]
    return Cover([*blocks, *(mark.span for mark in release.marks if mark.kind is MarkKind.CODE)])


def cut_host(release: Release, link: LinkFact) -> Span | None:
    """Return the whole of an address whose host is cut by a line end behind a dot: ``https://www.firma.`` ``de/x``."""
    if link.kind != "bare" or not link.scheme.startswith("http") or link.path:
        return None
    match = _REST.match(release.text, link.span.end)
    if match is None or is_host_ending(link.host.rpartition(".")[2]) or not is_host_ending(match[1].partition("/")[0]):
        return None
    cut = Span(match.start() + 1, match.start(1))
    lines = release.prose.to_source(cut).of(release.source.text).replace("\r\n", "\n")
    return Span(link.span.start, match.end()) if lines.strip(" \t") == "\n" else None
