"""Checks of marks that say a text is not, or not yet, for the public."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from presslint.checks import Context, When, check
from presslint.errors import PackError
from presslint.load.furniture import is_label
from presslint.model.facts import Language
from presslint.model.finding import FieldRef, Hit, TraceRef
from presslint.model.release import BlockKind, Release, TraceKind, Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.needles import all_spans, held, needles
from presslint.text.patterns import PatternError
from presslint.text.span import Span

_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_LONGEST = 80  # characters of a line that is a mark and nothing else
_TOP = 3  # blocks at the beginning in which a mark may be written like any other line
_BESIDE = frozenset((TraceKind.WATERMARK, TraceKind.MARGIN))
_INSIDE = frozenset("_-")  # signs that are inside a word besides letters and digits
_EDGE = " \t*_-–—|#!.:;,()[]<>=~»«\u00a0"
# what may stand beside a mark: a version, a day
_DETAIL = regex(
    r"(?:Stand|Fassung|Version|vom|of|as|No|Nr|v|V)?[ .:]{0,2}"
    r"(?:\d{1,2}(?:[.,]\d{1,2})?|\d{1,2}\. ?\d{1,2}\.(?: ?\d{2,4})?|\d{1,2}\. ?[^\W\d_]{3,9}(?: \d{4})?|\d{4}-\d\d-\d\d"
    r"|[^\W\d_]{3,9} \d{1,2}, \d{4}|\d{1,2} [^\W\d_]{3,9}(?: \d{4})?|\d{1,2}/\d{1,2}/\d{2,4})"
    r"(?:,? \d{1,2}[:.]\d\d(?: Uhr)?)?"
)
_IN_BRACKETS = regex(r"\[(?P<square>[^\]\n]{3,40})\]|\((?P<round>[^)\n]{3,40})\)")
_BEFORE_COLON = regex(r"(?P<mark>[^\W\d_][^:\n–—]{2,40}?)(?::| [–—-]) ")
_FILE = regex(r"(?:^|[_\s])(?:[vV]\d{1,2}|(?:rev|Rev|REV)\d{1,2}|korr\d?|Entwurf|ENTWURF|DRAFT)(?=[_\s.-]|$)")
_FINAL = regex(
    r"[_\s](?:final|Final|FINAL|endfassung|Endfassung|ENDFASSUNG|endversion|Endversion)(?:[_\s-]?\d{1,2})?(?=[_\s]|$)"
)
_TITLES = frozenset(("title", "subject"))
_DRAFTS = regex(r"(?:^|/)_?(?:drafts?|entw(?:ue|ü)rfe?)/", re.IGNORECASE)


class _MarksFields(NamedTuple):
    words: Mapping[str, tuple[str, ...]] = _NONE
    capitals: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


class Marks(_MarksFields):
    """How texts are marked: ``words`` fill a line, by the case of the rule that they are.

    Those in ``capitals`` are among them and count in capitals only. ``sentences`` are patterns of sentences about the
    document itself.
    """

    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Marks":
        """Check the patterns. Raises PackError."""
        self = super().__new__(cls, *args, **kwargs)
        try:
            needles((), self.sentences, ignore_case=False)
        except PatternError as error:
            raise PackError(f"drafts_marked.marks: {error}") from error
        return self


def _when(params: Marks) -> When:
    """Return nothing less than any text, since any line may be a mark; the sentences are looked for beforehand."""
    wanted = held(needles((), params.sentences, ignore_case=False))
    return () if wanted is None else (*wanted, Language)


@check("drafts_marked.marks", says=("text",), params=Marks, when=_when)
def marks(ctx: Context, params: Marks) -> Iterator[Hit]:
    """Report marks that say a text is a draft, confidential or internal.

    A mark is a line of its own (also beside a label or a date), a text in a header or footer, a watermark, or stands in
    the title. Cases ``draft`` and ``confidential``; ``sentence`` where the text says so of itself; ``file`` where the
    name of the file says that it is a version among others.
    """
    release = ctx.release
    written: set[str] = set()  # a margin with the date of the release is read as text, too
    if _may_be_marked(release.text, params):
        for hit in _lines(release, params):
            if isinstance(hit.at, Span):
                written.add(hit.at.of(release.text).strip())
            yield hit
    for span in all_spans(needles((), params.sentences, ignore_case=False), release.text):
        yield Hit(span, {"text": Quoted(span.of(release.text))}, "sentence")
    yield from _beside(release, params, written)
    if release.paging.margins or release.paging.first_only:
        yield from _margins(release, params, written)
    for field in release.fields:
        if field.name in _TITLES and (case := _titled(field.value, params)):
            yield Hit(FieldRef(field.key), {"text": Quoted(field.value)}, case)
    name = release.source.path.rpartition("/")[2].rpartition(".")[0]
    if name and (_FILE.search(name) or _FINAL.search(name)) and not _DRAFTS.search(release.source.path):
        yield Hit(None, {"text": Quoted(name)}, "file")


def _beside(release: Release, params: Marks, written: set[str]) -> Iterator[Hit]:
    """Report marks in watermarks, headers and footers."""
    for number, trace in enumerate(release.traces):
        if trace.kind in _BESIDE:
            for line in trace.text.split("\n"):
                if line.strip() not in written and (case := _case(line, params, top=True)):
                    yield Hit(TraceRef(number), {"text": Quoted(line.strip())}, case)
                    break


def _lines(release: Release, params: Marks) -> Iterator[Hit]:
    text = release.text
    last = len(release.blocks) - 1
    for index, block in enumerate(release.blocks):
        start, end = block.span
        if end - start > _LONGEST and "\n" not in text[start:end]:
            continue
        if block.kind is BlockKind.CODE or block.kind is BlockKind.ROW:
            continue
        top = index < _TOP or index == last
        for line in block.span.of(text).split("\n"):
            if len(line) <= _LONGEST:
                case = _case(line, params, top=top)
                if not case and block.zone in (Zone.HEADLINE, Zone.LABEL):
                    case = _titled(line, params)
                if case:
                    yield Hit(Span(start, start + len(line)), {"text": Quoted(line)}, case)
            start += len(line) + 1


def _margins(release: Release, params: Marks, written: set[str]) -> Iterator[Hit]:
    """Report marks in margins that are no traces."""
    known = {trace.text for trace in release.traces if trace.kind in _BESIDE}
    for margin in dict.fromkeys((*release.paging.margins, *release.paging.first_only)):
        if not any(margin in text for text in known):
            for line in margin.split("\n"):
                if line.strip() not in written and (case := _case(line, params, top=True)):
                    yield Hit(None, {"text": Quoted(line.strip())}, case)
                    break


def _case(line: str, params: Marks, *, top: bool) -> str:
    """Return the case that a line is; below the top, only marks in capitals are told from headings."""
    line = line.strip(_EDGE)
    if not line or len(line) > _LONGEST or not _holds_mark(line, params):
        return ""
    for case, pattern in _patterns(tuple(params.words.items())):
        match = pattern.search(line)
        if match is None:
            continue
        capitals = match[0].isupper()
        if not capitals and (not top or match[0].lower() in params.capitals):
            continue
        rest = [part.strip(_EDGE) for part in (line[: match.start()], line[match.end() :])]
        if all(not part or _is_detail(part, params) for part in rest):
            return case
    return ""


def _is_detail(part: str, params: Marks) -> bool:
    """Tell whether what stands beside a mark leaves the line one: a label, a version, a day, another mark."""
    return (
        _DETAIL.fullmatch(part) is not None
        or is_label(part)
        or any(pattern.fullmatch(part) for _, pattern in _patterns(tuple(params.words.items())))
    )


def _titled(title: str, params: Marks) -> str:
    """Return the case that a title is: all of it, what stands in brackets, or in capitals in front of a colon."""
    case = _case(title, params, top=True)
    if case:
        return case
    marked = [found["square"] or found["round"] for found in _IN_BRACKETS.finditer(title)]
    marked = [mark for mark in marked if mark.isupper() or f"[{mark}]" in title]
    front = _BEFORE_COLON.match(title)
    if front is not None and front["mark"].isupper() and not title.isupper():
        marked.append(front["mark"])
    return next((case for case in (_case(mark, params, top=True) for mark in marked) if case), "")


@lru_cache(maxsize=8)
def _patterns(words: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return a pattern of whole words for each case, the longest wording first."""
    return tuple(
        (
            case,
            re.compile(
                r"(?<![\w-])(?:"
                + "|".join(
                    re.escape(word).replace(r"\ ", "[ \u00a0]") for word in sorted(listed, key=len, reverse=True)
                )
                + r")(?![\w-])",
                re.IGNORECASE,
            ),
        )
        for case, listed in words
    )


def _may_be_marked(text: str, params: Marks) -> bool:
    """Tell whether one of the short lines holds the longest word of a mark."""
    return _holds_mark("\n".join([line for line in text.split("\n") if len(line) <= _LONGEST]), params)


def _holds_mark(text: str, params: Marks) -> bool:
    """Tell whether a text has the longest word of a mark, and not as a part of another: „Presseinformationen“."""
    lowered = text.lower()
    for word in _longest_words(tuple(params.words.values())):
        place = lowered.find(word)
        while place >= 0:
            end = place + len(word)
            around = lowered[place - 1 : place], lowered[end : end + 1]
            if not any(sign.isalnum() or sign in _INSIDE for sign in around):
                return True
            place = lowered.find(word, place + 1)
    return False


@lru_cache(maxsize=8)
def _longest_words(listed: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(sorted({max(word.lower().split(), key=len) for words in listed for word in words}))
