"""Links: those that markup makes, and addresses that stand in the text.

An address inside the visible text of a link is no link of its own. Inline code names addresses without meaning them
(``http://www.w3.org/…`` as a name space) and is left out.
"""

from bisect import bisect_right
from collections.abc import Iterator

from presslint.facts import Facts
from presslint.facts.hosts import registrable, split
from presslint.facts.taken import Taken
from presslint.facts.url_finder import find
from presslint.model.facts import LinkFact
from presslint.model.finding import Confidence
from presslint.model.release import Mark, MarkKind, Release
from presslint.text.span import SourceSpan, Span

_KINDS = {MarkKind.LINK: "link", MarkKind.AUTOLINK: "autolink", MarkKind.IMAGE: "image"}
_LABEL_ENDS = ",;|·•\t\n(–"
_LABEL_LENGTH = 40


def extract(release: Release, _facts: Facts) -> Iterator[LinkFact]:
    """Yield all links in the order of the text."""
    places = _Places(release)
    found = [_marked(places, mark) for mark in release.marks if mark.kind in _KINDS]
    covered = Taken(mark.span for mark in release.marks if mark.kind in _KINDS or mark.kind is MarkKind.CODE)
    for start, end in find(release.text):
        if not covered.overlaps(start, end):
            found.append(_bare(places, Span(start, end)))
    found.sort(key=lambda link: link.span)
    return iter(found)


class _Places:
    """Looks up the block and the label of a place."""

    __slots__ = ("_starts", "release")

    def __init__(self, release: Release) -> None:
        self.release = release
        self._starts = [block.span.start for block in release.blocks]

    def block(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def label(self, start: int) -> str:
        """Return the words before a colon in front of ``start`` on the same line, or nothing."""
        reach = max(start - _LABEL_LENGTH - 2, 0)
        before = self.release.text[reach:start].rstrip(" \u00a0")
        if not before.endswith(":"):
            return ""
        cut = max(before.rfind(sign) for sign in _LABEL_ENDS)
        return before[cut + 1 : -1].strip() if cut >= 0 or not reach else ""


def _marked(places: _Places, mark: Mark) -> LinkFact:
    text = mark.span.of(places.release.text)
    return _link(places, mark.span, (mark.target.strip(), _KINDS[mark.kind], mark.target_at), text, mark.title)


def _bare(places: _Places, span: Span) -> LinkFact:
    text = span.of(places.release.text)
    return _link(places, span, (text, "bare", places.release.prose.to_source(span)), text, "")


def _link(places: _Places, span: Span, goal: tuple[str, str, SourceSpan | None], text: str, title: str) -> LinkFact:
    target, kind, target_at = goal
    parts = split(target)
    block = places.block(span.start)
    blocks = places.release.blocks
    return LinkFact(
        span=span,
        text=text,
        zone=blocks[block].zone if blocks else places.release.zone_at(span.start),
        confidence=Confidence.HIGH if kind != "bare" or parts.scheme else Confidence.MEDIUM,
        target=target,
        kind=kind,
        target_at=target_at,
        scheme=_scheme(target, parts.scheme),
        host=parts.host,
        domain=registrable(parts.host),
        path=parts.path,
        query=parts.query,
        fragment=parts.fragment,
        label=places.label(span.start),
        title=title,
        block=block,
    )


def _scheme(target: str, scheme: str) -> str:
    """Return the scheme; the path of a file on a computer, which has none, gets the one it would have: ``file``."""
    return "file" if target.startswith("\\\\") or (len(scheme) == 1 and target[1:3] in (":\\", ":/")) else scheme
