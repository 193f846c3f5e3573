"""Checks of letters that look right and are others: taken apart, joined in one sign, or of another alphabet."""

import unicodedata
from collections.abc import Iterator
from itertools import islice

from presslint.checks import Context, NoParams, check
from presslint.model.finding import FieldRef, Hit, Proposal, Related
from presslint.model.release import BlockKind, Field, MarkKind, Release
from presslint.model.values import Args, Quoted
from presslint.text.cover import Cover
from presslint.text.lazy import regex
from presslint.text.oddities import MOST, odd_characters
from presslint.text.span import SourceSpan, Span

_MOST_RELATED = 20
_WORD = regex(r"[^\s]{1,200}")
_AROUND = " .,;:!?()[]\"'„“”‚‘’»«›‹–—/*_"
_DETACHED = regex(r"[aouAOU]\u00a8(?=[^\W\d_]|\b)|(?<=[^\W\d_])\u00a8[aouAOU]")
_DIAERESES = dict(zip("aouAOU", "äöüÄÖÜ", strict=True))
_EAST_ASIAN = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LIGATURES = ("\ufb00", "\ufb06")
_FIXES = {"decomposed": 0, "ligature": 1, "detached": 1, "lookalike": 1}


@check("normalised.text", says=("text", "plain", "count", "code"))
def text(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report letters that are stored in another way than the usual one.

    Each case once per release, at the first place with the others as related: ``decomposed`` for words that are not in
    normal form C (fix 0 puts them into it), ``detached`` for a diaeresis that stands beside its letter, ``ligature``
    for ﬁ and its like, ``lookalike`` for letters and digits of full width, of formulas or raised ones (fix 1 writes
    plain letters), ``private`` for signs that only one font knows. Signs that mean something of their own (², ½, ™, №)
    are left alone, and so are signs of private use at the beginning of a line, where they are bullets and logos.
    """
    release = ctx.release
    prose = release.text
    if not prose.isascii():
        found = _found(prose)
        if found:
            skipped = _code(release)
            for kind, changes in found.items():
                shown = [change for change in changes if not skipped.overlaps(change[0])]
                if shown:
                    yield _hit(prose, kind, shown)
    for field in release.fields:
        if not field.value.isascii():
            yield from _in_field(release, field)


Change = tuple[Span, str]


def _found(prose: str) -> dict[str, list[Change]]:
    """Return what is to be changed, by case; nothing is known to write in place of a sign of private use."""
    found: dict[str, list[Change]] = {}
    if not unicodedata.is_normalized("NFC", prose):
        found["decomposed"] = list(islice(_decomposed(prose), MOST))
    if "\u00a8" in prose:
        detached = islice(_DETACHED.finditer(prose), MOST)
        found["detached"] = [(Span(*match.span()), _umlaut(match[0])) for match in detached]
    odd = odd_characters(prose)
    if odd:
        for kind, change in _odd(prose, odd):
            found.setdefault(kind, []).append(change)
    return found


def _decomposed(prose: str) -> Iterator[Change]:
    for token in _WORD.finditer(prose):
        if not unicodedata.is_normalized("NFC", token[0]):
            bare = token[0].strip(_AROUND)
            start = token.start() + token[0].index(bare)
            composed = unicodedata.normalize("NFC", bare)
            if composed != bare:
                yield Span(start, start + len(bare)), composed


def _umlaut(pair: str) -> str:
    return _DIAERESES[pair.strip("\u00a8")]


def _odd(prose: str, odd: tuple[tuple[int, str], ...]) -> Iterator[tuple[str, Change]]:
    east_asian: bool | None = None
    for start, end in _runs(odd):
        sign = prose[start]
        change = Span(start, end), unicodedata.normalize("NFKC", prose[start:end])
        if _LIGATURES[0] <= sign <= _LIGATURES[1]:
            yield "ligature", change
        elif unicodedata.category(sign) == "Co":
            if start and prose[start - 1] != "\n":
                yield "private", change
        elif "\uff10" <= sign <= "\uff5a":
            if east_asian is None:
                east_asian = _EAST_ASIAN.search(prose) is not None
            if not east_asian:
                yield "lookalike", change
        elif end - start > 1 and unicodedata.category(sign) != "Cf":
            yield "lookalike", change  # one raised letter alone is an ordinal or a phonetic sign, one slanted a symbol


def _runs(odd: tuple[tuple[int, str], ...]) -> Iterator[tuple[int, int]]:
    """Yield stretches of neighbouring odd characters of the same kind; they come in the order of the text."""
    begun, last, kind = -1, -2, ""
    for offset, sign in odd:
        category = "ligature" if _LIGATURES[0] <= sign <= _LIGATURES[1] else unicodedata.category(sign)[0]
        if offset != last + 1 or category != kind:
            if begun >= 0:
                yield begun, last + 1
            begun, kind = offset, category
        last = offset
    yield begun, last + 1


def _code(release: Release) -> Cover:
    blocks = [block.span for block in release.blocks if block.kind is BlockKind.CODE]
    return Cover([*blocks, *(mark.span for mark in release.marks if mark.kind is MarkKind.CODE)])


def _hit(prose: str, kind: str, changes: list[Change]) -> Hit:
    (first, plain), *more = changes
    written = first.of(prose)
    args: Args = {
        "text": Quoted(written),
        "plain": Quoted(plain),
        "count": len(changes),
        "code": f"U+{ord(written[0]):04X}",
    }
    related = tuple(Related(span, "more") for span, _ in more[:_MOST_RELATED])
    fix = _FIXES.get(kind)
    return Hit(first, args, kind, related, () if fix is None else (Proposal(tuple(changes), fix),))


def _in_field(release: Release, field: Field) -> Iterator[Hit]:
    """Report a field at most once for each case; its text in the source can be mended where it stands there as is."""
    value, at = field.value, field.span
    as_is = at is not None and at.of(release.source.text) == value
    for kind, changes in _found(value).items():
        if changes:
            hit = _hit(value, kind, changes)
            proposals: tuple[Proposal, ...] = ()
            if hit.proposals and as_is and at is not None:
                edits = tuple((SourceSpan(at.start + span.start, at.start + span.end), new) for span, new in changes)
                proposals = (Proposal(edits, hit.proposals[0].fix),)
            yield hit._replace(at=FieldRef(field.key), related=(), proposals=proposals)
