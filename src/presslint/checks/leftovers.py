"""Checks of what the making of a release has left in it: placeholders and merge conflicts."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from presslint.checks import Context, NoParams, When, check
from presslint.checks.exceptions import Filter
from presslint.model.facts import DateFact, EmailFact, PhoneFact, QuoteFact
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Release, Zone
from presslint.model.values import Quoted
from presslint.text.calendar_names import MONTHS
from presslint.text.cover import Cover
from presslint.text.lazy import regex
from presslint.text.needles import all_spans, held, needles
from presslint.text.span import SourceSpan, Span
from presslint.text.watch import is_absent
from presslint.text.words import BEFORE_COUNTS

# ---- placeholders


class Placeholders(NamedTuple):
    """Words that stand for what was to be filled in.

    ``literals`` (whole words) and ``patterns`` are placeholders wherever they stand but in a quotation, ``inside`` are
    the words that make a pair of brackets one: ``[Name]``, ``[Zitat Ministerin]``; ``persons`` are such in
    a contact. Signs such as ``XX``, ``TBD`` and ``____`` are known.
    """

    literals: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


def _when(params: Placeholders) -> When:
    wanted = held(needles((*params.literals, *params.persons), params.patterns, ignore_case=False))
    if wanted is None:
        return ()
    # in Markdown, signs of placeholders may be taken for markup and not be shown
    return (*wanted, *(f"text:{gate}" for _, gate, _ in _FINDERS), "text:[", "text:<", "source:<", "source:*|")


@check(
    "leftovers.placeholder",
    needs=(QuoteFact, DateFact, PhoneFact, EmailFact),
    says=("text",),
    params=Placeholders,
    when=_when,
)
def placeholder(ctx: Context, params: Placeholders) -> Iterator[Hit]:
    """Report what should have been replaced before the release went out.

    Case ``certain`` in and near what readers rely on (headline, lead, contact, quotations, dates), else ``elsewhere``;
    ``announced`` for what may be meant: ``N. N.`` for a speaker and ``TBA`` for a venue.
    """
    release = ctx.release
    found = [*_placeholders(release.text, params), *_nobodies(release, params.persons)]
    if found:
        which = Filter(ctx, except_in=("code", "address"))
        quotes = Cover(quote.body for quote in ctx.facts.of(QuoteFact) if quote.close is not None)
        nearness = _Nearness(ctx)
        for sign in _longest(found):
            if which.counts(sign.span) and not (sign.quotable and quotes.contains(sign.span)):
                case = "announced" if sign.announced else nearness.case(sign.span)
                yield Hit(sign.span, {"text": Quoted(sign.span.of(release.text))}, case)
    if release.format == "markdown" and ("<" in release.source.text or "*|" in release.source.text):
        yield from _hidden(release, params)
    for field in release.fields:
        for sign in _longest(list(_placeholders(field.value, params)))[:1]:
            case = "announced" if sign.announced else "certain"
            yield Hit(FieldRef(field.key), {"text": Quoted(sign.span.of(field.value))}, case)


def _hidden(release: Release, params: Placeholders) -> Iterator[Hit]:
    """Report what Markdown takes for markup: ``<Firma>`` is not even shown, ``*|NAME|*`` without its stars."""
    source = release.source.text
    signs = [sign for sign in _brackets(source, params.inside) if source[sign.span.start] == "<"]
    signs += [_Sign(Span(*found.span())) for found in _STARRED.finditer(source)]
    for sign in _longest(signs):
        span = SourceSpan(*sign.span)
        if _is_markup(release, span):
            yield Hit(span, {"text": Quoted(span.of(source))}, "certain")


def _is_markup(release: Release, span: SourceSpan) -> bool:
    """Tell whether readers do not see the first sign and the last one of a stretch of the source."""
    inner = release.prose.to_view(SourceSpan(span.start + 1, span.end - 1))
    if inner is None or not inner.of(release.text).strip():
        return True
    outer = release.prose.to_view(span)
    return outer == inner


class _Sign(NamedTuple):
    """A placeholder. One that is ``quotable`` is none inside a quotation; ``announced`` may be meant."""

    span: Span
    quotable: bool = False
    announced: bool = False


_CROSSES = regex(r"(?<![\w\-.])(?P<x>[Xx]{2,})(?![\w-])")
_BRACKETS = regex(r"[\[<](?P<text>[^\W\d_][^\]\[<>\n]{1,40})[\]>](?!\()")
_ANGLES = regex(r"(?<!<)<<(?P<text>[^\W\d_][^\W\d]{1,30})>>(?!>)")
_MASKED = regex(r"(?<![\w+/.])[+(0]\d[\d ().\u00a0/\u2013-]{3,18}[Xx]{2,3}(?![\w-])")
_STARRED = regex(r"(?<![\w*|])\*\|[A-Za-z][\w:]{1,40}\|\*(?![\w*|])")
_OPEN = regex(r"(?<=[(\[])tb[dac](?=[)\]])|(?<=: )tb[dac](?=[.,;)]?(?:\s|$))")
_DETERMINED = regex(r"(?<![\w-])(?:TB(?P<what>[ACD])|T\.B\.(?P<dotted>[ACD])\.)(?![\w-])")
_NOBODY = regex(r"(?<![\w.])N\.[ \u00a0]?N\.(?![\w-])(?![ \u00a0][A-ZÄÖÜ][a-zäöüß])")
_ZERO_DATE = regex(r"(?<![\d.])(?:00\.00\.(?:\d{4}|\d\d)|(?:[Xx]{2}|\d\d)\.[Xx]{2}\.(?:\d{4}|[Xx]{2,4}|\d\d)?)(?!\d)")
_LETTER_DATE = regex(r"(?<![\w.])(?:TT\.MM\.JJJJ|[Dd]{2}[./][Mm]{2}[./][Yy]{4}|[Mm]{2}/[Dd]{2}/[Yy]{4})(?!\w|\.\w)")
_BLANKS = regex(r"(?<=[^\W\d_][ \u00a0])(?:_{4,}|\.{6,})(?=[ \u00a0][^\W\d_])")

_MONTHS = frozenset(name.lower() for language in ("de", "en") for names in MONTHS[language] for name in names)
# what is counted with Roman numerals in front
_COUNTED = regex(
    r"[ \u00a0](?:Olympi|Winter|Summer|Commonwealth|Pan|International|Annual|Biennial|World|Congress|Conference|Games"
    r"|Edition|Century|Jahrhundert|Dynast|Legislatur|Chromosom|chromosom|Corps)"
)
_UNIT = regex(r"[ \u00a0]?(?:%|€|\$|£|Prozent|percent|per cent|Euro|Mio|Mrd|Million|Billion|Uhr\b|Jahre|years|km|qm)")
_WORD_BEFORE = regex(r"([^\W\d_]+)[ \u00a0]$")
_WORD_AFTER = regex(r"[ \u00a0]([^\W\d_]+)")


def _nobodies(release: Release, persons: tuple[str, ...]) -> Iterator[_Sign]:
    """Yield names such as ``Jane Doe`` in a contact."""
    for span in all_spans(needles(persons, (), ignore_case=False), release.text):
        if release.zone_at(span.start) is Zone.CONTACT:
            yield _Sign(span)


def _longest(found: list[_Sign]) -> list[_Sign]:
    """Sort placeholders and leave out those that overlap an earlier, longer one."""
    kept: list[_Sign] = []
    for sign in sorted(found, key=lambda sign: (sign.span.start, -sign.span.end)):
        if not kept or sign.span.start >= kept[-1].span.end:
            kept.append(sign)
    return kept


def _placeholders(text: str, params: Placeholders) -> Iterator[_Sign]:
    for span in all_spans(needles(params.literals, params.patterns, ignore_case=False), text):
        yield _Sign(span, quotable=True)
    for sign, gate, finder in _FINDERS:
        if sign in text and not is_absent(gate, text) and gate in text:
            yield from finder(text)
    if "[" in text or "<" in text:
        yield from _brackets(text, params.inside)


def _crosses(text: str) -> Iterator[_Sign]:
    for found in _CROSSES.finditer(text):
        if found["x"].islower() or not _is_roman(text, found):
            yield _Sign(Span(*found.span()))


def _is_roman(text: str, found: re.Match[str]) -> bool:
    """Tell whether ``XX`` may be the number twenty: ``XX. Olympische Spiele``, ``Kapitel XXX``, ``Super Bowl XXX``."""
    if len(found["x"]) > 3 or found["x"] not in ("XX", "XXX"):
        return False
    start, end = found.span()
    after = text[end : end + 40]
    if _UNIT.match(after):
        return False
    if _COUNTED.match(after):
        return True
    if after.startswith("."):
        following = _WORD_AFTER.match(after, 1)
        return following is None or following[1].lower() not in _MONTHS
    before = _WORD_BEFORE.search(text[max(start - 40, 0) : start])
    if before is None or before[1].lower() in BEFORE_COUNTS:
        return False
    return before[1][0].isupper() and not before[1].isupper()


def _determined(text: str) -> Iterator[_Sign]:
    for found in _DETERMINED.finditer(text):
        what = found["what"] or found["dotted"]
        before = text[max(found.start() - 60, 0) : found.start()]
        defined = text[found.end() : found.end() + 1] == ")" and re.search(r"\bT\w{3,40}[^()]{0,40}\($", before)
        if not defined:
            yield _Sign(Span(*found.span()), quotable=True, announced=what != "D")


def _open(text: str) -> Iterator[_Sign]:
    """Yield ``tbd`` in small letters, which says so alone in brackets or behind a colon."""
    for found in _OPEN.finditer(text):
        yield _Sign(Span(*found.span()), quotable=True, announced=found[0] != "tbd")


def _nobody(text: str) -> Iterator[_Sign]:
    signs = _NOBODY.finditer(text) if "N.N." in text or "N. N." in text or "N.\u00a0N." in text else ()
    return (_Sign(Span(*found.span()), quotable=True, announced=True) for found in signs)


def _blanks(text: str) -> Iterator[_Sign]:
    """Yield gaps in a sentence; many of them make a form, where they are meant."""
    gaps = list(_BLANKS.finditer(text))
    if len(gaps) < 3 and text.count("____") < 4:
        yield from (_Sign(Span(*found.span())) for found in gaps)


def _pattern(pattern: re.Pattern[str]) -> Callable[[str], Iterator[_Sign]]:
    return lambda text: (_Sign(Span(*found.span()), quotable=True) for found in pattern.finditer(text))


# what a text must hold for the search to be worth its while: a rare sign first, which is quicker to look for
_FINDERS: tuple[tuple[str, str, Callable[[str], Iterator[_Sign]]], ...] = (
    ("X", "XX", _crosses),
    ("x", "xx", _crosses),
    ("X", "XX", _pattern(_MASKED)),
    ("x", "xx", _pattern(_MASKED)),
    ("T", "TB", _determined),
    ("b", "tbd", _open),
    ("b", "tba", _open),
    ("b", "tbc", _open),
    (".", "T.B", _determined),
    (".", "N.", _nobody),
    (".", "00.00.", _pattern(_ZERO_DATE)),
    ("X", ".XX.", _pattern(_ZERO_DATE)),
    ("x", ".xx.", _pattern(_ZERO_DATE)),
    ("J", "JJJJ", _pattern(_LETTER_DATE)),
    ("Y", "YYYY", _pattern(_LETTER_DATE)),
    ("y", "yyyy", _pattern(_LETTER_DATE)),
    ("_", "____", _blanks),
    (".", "......", _blanks),
)


def _brackets(text: str, inside: tuple[str, ...]) -> Iterator[_Sign]:
    """Yield brackets that begin with a word for what is missing, or say that something is to be put in."""
    words = _words(inside)
    for found in _BRACKETS.finditer(text):
        content = found["text"].strip().lower()
        first = re.split(r"[\s,/:()-]", content, maxsplit=1)[0]
        if (found["text"][0].isupper() and (first in words or content in words)) or _FILL_IN.search(content):
            yield _Sign(Span(*found.span()), quotable=found["text"][0].islower())
    for found in _ANGLES.finditer(text):
        if any(part.lower() in words for part in _CAMEL.findall(found["text"])):
            yield _Sign(Span(*found.span()))


_CAMEL = regex(r"[^\W\d_][^\W\d_A-ZÄÖÜ]{1,30}|[A-ZÄÖÜ]{2,30}")
_FILL_IN = regex(
    r"\b(?:einfügen|ergänzen|einsetzen|eintragen|nachtragen|ausfüllen|to be (?:added|inserted|filled)|goes here)\b"
    r"|^(?:insert|your|enter|fill in|add) (?!to\b)[a-z]|\bhier$|\bhere$"
)


@lru_cache(maxsize=16)
def _words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


_RELIED_ON = frozenset(
    {Zone.HEADLINE, Zone.SUBHEAD, Zone.LABEL, Zone.DATELINE, Zone.LEAD, Zone.CONTACT, Zone.EMBARGO, Zone.QUOTE}
)


class _Nearness:
    """Tells how much depends on the place of a placeholder: on its zone, and on the facts beside it."""

    __slots__ = ("_blocks", "_near", "_starts")

    def __init__(self, ctx: Context) -> None:
        kinds: tuple[type[QuoteFact | DateFact | PhoneFact | EmailFact], ...] = (
            QuoteFact,
            DateFact,
            PhoneFact,
            EmailFact,
        )
        self._blocks = ctx.release.blocks
        self._starts = [block.span.start for block in self._blocks]
        self._near = {fact.block for kind in kinds for fact in ctx.facts.of(kind)}

    def case(self, span: Span) -> str:
        index = bisect_right(self._starts, span.start) - 1
        relied_on = index in self._near or self._blocks[index].zone in _RELIED_ON
        return "certain" if relied_on else "elsewhere"


# ---- merge conflicts

_OURS = regex(r"^<{7}(?: [^\n\r]*)?\r?$", re.MULTILINE)
_MIDDLE = regex(r"^(?:={7}|\|{7}(?: [^\n\r]*)?)\r?$", re.MULTILINE)
_THEIRS = regex(r"^>{7}(?: [^\n\r]*)?\r?$", re.MULTILINE)
# without the first line of a conflict only a branch or a commit behind the last one tells it from a quoted mail
_BRANCH = regex(r">{7} (?:\S{1,100}|[0-9a-f]{7,40} \([^\n]{1,200}\))")


@check(
    "leftovers.conflict",
    says=("text",),
    when=(
        "source:<<<<<<<",
        "source:>>>>>>>",
    ),
)
def conflict(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report the lines that a version control system puts around two versions of a passage."""
    text = ctx.release.source.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    opened = -1
    for found in sorted(
        chain(_OURS.finditer(text), _MIDDLE.finditer(text), _THEIRS.finditer(text)), key=re.Match.start
    ):
        sign = found[0][0]
        if sign == "<":
            opened = found.start()
        elif opened < 0 and _BRANCH.fullmatch(found[0].rstrip()) is None:
            continue
        yield Hit(SourceSpan(found.start(), found.start() + len(found[0].rstrip())), {"text": Quoted(found[0][:40])})
        if sign == ">":
            opened = -1
