"""Checks of what travels with a file beside its text: changes, comments, and what is hidden."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.model.finding import Hit, Related, TraceRef
from presslint.model.release import Mark, MarkKind, Release, Trace, TraceKind
from presslint.model.values import Args, Quoted, Words
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_MOST = 20  # findings of one kind: who has seen that many knows what to do
_OTHERS = 3  # places that are shown with the first
_AUTHOR = 30  # characters of a name

# ---- tracked changes

_CASES = {
    TraceKind.DELETION: "deletion",
    TraceKind.INSERTION: "insertion",
    TraceKind.MOVE: "move",
    TraceKind.FORMATTING: "formatting",
    TraceKind.TRACKING: "tracking",
}


@check("traces.changes", says=("text", "author", "count"), when=("traces",))
def changes(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report tracked changes that nobody has accepted or rejected, once for the file, at the gravest.

    Cases in that order: ``deletion``, ``insertion``, ``move``, ``formatting``, ``tracking`` (changes are only being
    recorded); ``paragraph`` where only ends of paragraphs came or went.

    ``author`` is empty or `` by NAME``; ``count`` counts the changes of text, or those of looks.
    """
    found = _of(ctx.release, _CASES)
    kind = next((kind for kind in _CASES if any(trace.kind is kind for _, trace in found)), None)
    if kind is None:
        return
    alike = {kind} if kind in (TraceKind.FORMATTING, TraceKind.TRACKING) else set(_CASES) - _LOOKS
    counted = [(number, trace) for number, trace in found if trace.kind in alike]
    # what can be read says more than an empty paragraph
    first = next(((n, t) for n, t in counted if t.kind is kind and len(t.text) > 1), None) or next(
        (n, t) for n, t in counted if t.kind is kind
    )
    others = [other for other in counted if other != first and other[1].text][:_OTHERS]
    args: Args = {"text": Quoted(first[1].text), "author": _by(first[1].author), "count": len(counted)}
    related = tuple(Related(TraceRef(number), "other") for number, _ in others)
    case = "paragraph" if kind in _TEXTS and not first[1].text.strip("¶ \n\t") else _CASES[kind]
    yield Hit(TraceRef(first[0]), args, case, related)


_LOOKS = {TraceKind.FORMATTING, TraceKind.TRACKING}
_TEXTS = frozenset((TraceKind.DELETION, TraceKind.INSERTION, TraceKind.MOVE))


def _of(release: Release, kinds: "frozenset[TraceKind] | dict[TraceKind, str]") -> list[tuple[int, Trace]]:
    return [(number, trace) for number, trace in enumerate(release.traces) if trace.kind in kinds]


def _by(author: str) -> Words:
    name = " ".join(author.split())[:_AUTHOR]
    name = "".join(character for character in name if character.isprintable())
    return Words(f" by {name}", f" von {name}") if name else Words("", "")


# ---- comments


class Comments(NamedTuple):
    """What counts as a comment.

    ``annotations`` are the subtypes of PDF annotations that say something; ``not_remarks`` are beginnings of comments
    in markup that are meant for programs; ``cues`` are words that only sentences for people have.
    """

    annotations: tuple[str, ...] = ()
    not_remarks: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


_LINK_COMMENT = regex(
    r"^\[(?://|#|comment)\]: ?(?:#|<>|/) ?(?:\(([^\n]{1,500})\)|\"([^\n]{1,500})\"|'([^\n]{1,500})')[ \t]*$", 8
)
_WORD = regex(r"[^\W\d_]{2,}")
_CODE = regex(r"[{}<>|\\=;]|\w\(\)|https?:|^\W{0,3}(?:/?\w{1,20}[:/-]){2}")
_STOP = regex(r"(?:\w[.!…]{1,3}|\w[?!]{0,3} ?\?)[)\"'“”»]{0,2}$")
_FENCE = regex(r"\b(?:START|BEGIN|ENDE?|ANFANG)\b")  # where a part of a page begins or ends


@check("traces.comments", says=("text", "author", "kind"), params=Comments, when=("traces", "source:]:"))
def comments(ctx: Context, params: Comments) -> Iterator[Hit]:
    """Report what colleagues wrote into the margin: comments of documents, notes in a PDF, remarks in markup.

    Cases ``comment`` (``blank`` without a text), ``annotation`` (``drawing`` without a text) and ``markup``. At most 20
    of each are reported.
    """
    release = ctx.release
    for number, trace in _of(release, frozenset((TraceKind.COMMENT,)))[:_MOST]:
        args: Args = {"text": Quoted(trace.text), "author": _by(trace.author), "kind": ""}
        yield Hit(TraceRef(number), args, "comment" if trace.text else "blank")
    for number, trace in _annotations(release, params)[:_MOST]:
        args = {"text": Quoted(trace.text), "author": _by(trace.author), "kind": trace.where.partition(" ")[0]}
        yield Hit(TraceRef(number), args, "annotation" if trace.text else "drawing")
    for at, text in _remarks(release, params)[:_MOST]:
        yield Hit(at, {"text": Quoted(text), "author": Words("", ""), "kind": ""}, "markup")


def _annotations(release: Release, params: Comments) -> list[tuple[int, Trace]]:
    found = _of(release, frozenset((TraceKind.ANNOTATION,)))
    return [(number, trace) for number, trace in found if trace.where.partition(" ")[0] in params.annotations]


def _remarks(release: Release, params: Comments) -> list[tuple[SourceSpan, str]]:
    """Return the comments in markup that are sentences for people, with their places."""
    found = [(mark.at, mark.target) for mark in release.marks if _is_comment(mark)]
    if release.format == "markdown" and "]:" in release.source.text:
        for match in _LINK_COMMENT.finditer(release.source.text):
            text = next(text for text in match.groups() if text is not None)
            found.append((SourceSpan(*match.span()), text))
    return [(at, " ".join(text.split())) for at, text in sorted(found) if _is_remark(text, params)]


def _is_comment(mark: Mark) -> bool:
    return mark.kind is MarkKind.COMMENT and not mark.target.startswith("presslint:")


def _is_remark(text: str, params: Comments) -> bool:
    """Tell whether a comment in markup is a sentence for people, not a sign for a program."""
    text = " ".join(text[:2000].split()).strip("-–—=*#~ ")
    folded = text.casefold()
    if folded.startswith(params.not_remarks) or _CODE.search(text[:300]) or _FENCE.search(text):
        return False
    words = [word.casefold() for word in _WORD.findall(text[:300])]
    if len(words) < 3:
        return False
    return bool(_STOP.search(text)) or not set(words).isdisjoint(params.cues)


# ---- what is hidden


class Hidden(NamedTuple):
    """``generic`` are entries of an outline that programs make by themselves, as patterns of whole entries."""

    generic: tuple[str, ...] = ()


_HIDING = {
    TraceKind.HIDDEN: "hidden",
    TraceKind.COVERED: "covered",
    TraceKind.LAYER: "layer",
    TraceKind.BOOKMARK: "bookmark",
    TraceKind.ATTACHMENT: "attachment",
}
_FEW = 4  # words: what web pages hide of fewer are labels of buttons
_PAGES = frozenset(("html",))
_CARRIERS = frozenset(("eml", "ninjs", "newsml"))  # whose attachments everybody sees


@check("traces.hidden", says=("text",), params=Hidden)
def hidden(ctx: Context, params: Hidden) -> Iterator[Hit]:
    """Report what readers do not see but programs and curious people do, at most 20 times of each kind.

    Cases ``hidden``, ``covered``, ``layer``, ``bookmark`` (an entry of the outline that the text does not have) and
    ``attachment``.
    """
    release = ctx.release
    counts = dict.fromkeys(_HIDING.values(), 0)
    for number, trace in _of(release, _HIDING):
        case = _HIDING[trace.kind]
        if counts[case] < _MOST and _is_telling(release, trace, params):
            counts[case] += 1
            yield Hit(TraceRef(number), {"text": Quoted(trace.text)}, case)


def _is_telling(release: Release, trace: Trace, params: Hidden) -> bool:
    words = [word.casefold() for word in _WORD.findall(trace.text)]
    if trace.kind is TraceKind.ATTACHMENT:
        return release.format not in _CARRIERS
    if trace.kind is TraceKind.BOOKMARK:
        return len(words) > 1 and not _is_in_text(release, words) and not _is_generic(trace.text, params.generic)
    if release.format in _PAGES:
        return len(words) >= _FEW and not _is_in_text(release, words)
    return bool(words) or any(character.isdigit() for character in trace.text)


def _is_in_text(release: Release, words: Sequence[str]) -> bool:
    """Tell whether the text has most of these words, so that they say nothing new."""
    text = release.text.casefold()
    return sum(word in text for word in words) * 3 >= len(words) * 2


def _is_generic(text: str, generic: tuple[str, ...]) -> bool:
    return any(regex(pattern, re.IGNORECASE).fullmatch(text.strip()) for pattern in generic)
