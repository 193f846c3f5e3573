"""Checks of what conversion left behind: words broken at a line end, wrong encodings, escapes that show."""

from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.model.facts import LinkFact, PageFact
from presslint.model.finding import FieldRef, Hit, Proposal, Related
from presslint.model.release import BlockKind, MarkKind, Release
from presslint.model.values import Args, Quoted
from presslint.text.cover import Cover
from presslint.text.escapes import Escape, visible_escapes
from presslint.text.lazy import regex
from presslint.text.mojibake import Broken, broken_words
from presslint.text.span import SourceSpan, Span
from presslint.text.words import Vocabulary, keeps_its_hyphen

_MOST_RELATED = 20

_HYPHENS = ("-", "\u2010", "\u00ad")
_PLAIN_GAP = regex(r"-[ \n]{1,2}(?=[^\W\d_]{2})")  # one sign is found sooner than one of several
_GAP = regex(r"[-\u2010\u00ad][ \n]{1,2}(?=[^\W\d_]{2})")
_LEFT_HALF = regex(r"(?P<left>(?<![^\W_])[^\W\d_]{2,40})[-\u2010\u00ad]$")
_LETTERS = regex(r"[^\W\d_]{2,40}")
_ADDRESS = regex(r"(?:www\.|://|@)\S{0,200}$")
# an escaped sign that is found in addresses all the time: blank, umlauts, brackets, quotation marks, slash
_TWICE = regex(r"%25(?:2[0-9A-Fa-f]|3[A-Fa-f]|5[BDbd]|[Cc][23]|[Ee]2)")
_ADDRESS_GOES_ON = regex(r"[-\w]{1,60}(?:\.[a-z]{2,6}(?![\w ])|@|/\w)")


@check("extraction.hyphenation", needs=(PageFact,), says=("text", "word"))
def hyphenation(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a word that a line or page end has split.

    Case ``known`` where the release has the whole word elsewhere, with fix 0; else ``likely``, with fix 1.
    """
    release = ctx.release
    text = release.text
    if not any(hyphen in text for hyphen in _HYPHENS):
        return
    words: Vocabulary | None = None
    for left, right in _splits(release, ctx.facts.of(PageFact)):
        first, second = left.of(text), right.of(text)
        if _is_address(text, left, right) or keeps_its_hyphen(first, second, ctx.facts.language):
            continue
        words = words or Vocabulary(text)
        if words.has(first + second):
            yield _split_word(release, left, right, "known")
        elif not words.has_compound(first, second, pairs=ctx.facts.language == "en"):
            yield _split_word(release, left, right, "likely")


def _split_word(release: Release, left: Span, right: Span, case: str) -> Hit:
    text, to_source = release.text, release.prose.to_source
    args: Args = {
        "text": Quoted(f"{left.of(text)}{text[left.end]} {right.of(text)}"),
        "word": Quoted(left.of(text) + right.of(text)),
    }
    hyphen, rest = to_source(Span(left.end, left.end + 1)), to_source(right)
    joined = SourceSpan(hyphen.start, rest.start)
    proposal = Proposal(((joined, ""),), 0 if case == "known" else 1)
    return Hit(SourceSpan(to_source(left).start, rest.end), args, case, proposals=(proposal,))


def _splits(release: Release, pages: tuple[PageFact, ...]) -> Iterator[tuple[Span, Span]]:
    """Yield the halves around every hyphen at a line end; page markers between them do not count."""
    text, source = release.text, release.source.text
    code = Cover(block.span for block in release.blocks if block.kind is BlockKind.CODE)
    plain = "\u00ad" not in text and "\u2010" not in text
    for gap in (_PLAIN_GAP if plain else _GAP).finditer(text):
        between = release.prose.to_source(Span(*gap.span())).of(source)
        if "\n" not in between and "\r" not in between:
            continue
        before = _LEFT_HALF.search(text, max(gap.start() - 41, 0), gap.start() + 1)
        after = _LETTERS.match(text, gap.end())
        if before is None or after is None:
            continue
        left = Span(*before.span("left"))
        if not code.overlaps(left):
            yield left, Span(*after.span())
    blocks = release.blocks
    for page in pages:
        if page.span != blocks[page.block].span or not 0 < page.block < len(blocks) - 1:
            continue
        before = _LEFT_HALF.search(text, max(blocks[page.block].span.start - 50, 0), blocks[page.block - 1].span.end)
        after = _LETTERS.match(text, blocks[page.block + 1].span.start)
        if before is not None and after is not None:
            yield Span(*before.span("left")), Span(*after.span())


def _is_address(text: str, left: Span, right: Span) -> bool:
    before = text[max(left.start - 200, 0) : left.end]
    return _ADDRESS.search(before) is not None or _ADDRESS_GOES_ON.match(text, right.start) is not None


@check("extraction.mojibake", says=("text", "word", "count"))
def mojibake(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report words read in the wrong encoding (case ``repairable``) or with characters lost for good (``lost``).

    One mistake breaks all the words of a text, so each case is reported once, at the first word, with the others as
    related places; the fix mends all of them.
    """
    release = ctx.release
    if not release.text.isascii():
        skipped = _code(release)
        broken = [word for word in broken_words(release.text, ctx.facts.language) if not skipped.contains(word.span)]
        yield from _broken([word for word in broken if "\ufffd" not in word.repaired], "repairable")
        yield from _broken([word for word in broken if "\ufffd" in word.repaired], "lost")
    for field in release.fields:
        if not field.value.isascii():
            for word in broken_words(field.value, ctx.facts.language):
                args: Args = {"text": Quoted(word.text), "word": Quoted(word.repaired), "count": 1}
                yield Hit(FieldRef(field.key), args, "lost" if "\ufffd" in word.repaired else "repairable")
                break


def _broken(words: list[Broken], case: str) -> Iterator[Hit]:
    if words:
        first = words[0]
        args: Args = {"text": Quoted(first.text), "word": Quoted(first.repaired), "count": len(words)}
        related = tuple(Related(word.span, "more") for word in words[1:_MOST_RELATED])
        proposals = (Proposal(tuple((word.span, word.repaired) for word in words)),) if case == "repairable" else ()
        yield Hit(first.span, args, case, related, proposals)


@check(
    "extraction.escapes",
    needs=(LinkFact,),
    says=("text", "plain"),
    when=("text:\\", "text:&", "source:%25"),
)
def escapes(ctx: Context, _: NoParams) -> Iterator[Hit]:
    r"""Report escapes that a reader sees: ``\_``, ``&nbsp;``, ``\n``, and ``%2520`` in an address.

    Fix 0 drops one level of escaping in the text, fix 1 in an address.
    """
    release = ctx.release
    text = release.text
    if "\\" in text or "&" in text:
        skipped = _code(release)
        for escape in visible_escapes(text):
            if not skipped.overlaps(escape.span):
                yield _escape(release, escape)
    if "%25" in release.source.text:
        for link in ctx.facts.of(LinkFact):
            yield from _in_address(release, link)


def _escape(release: Release, escape: Escape) -> Hit:
    text, source = release.text, release.source.text
    args: Args = {"text": Quoted(escape.span.of(text)), "plain": Quoted(escape.plain)}
    blank = "blank" if escape.plain.isspace() else "unseen" if escape.plain == "\u00ad" else ""
    if escape.kind == "control":  # whether a blank or a paragraph was meant, nobody can tell
        return Hit(escape.span, args, "control")
    markdown = release.format == "markdown"
    start, end = release.prose.to_source(escape.mark)
    while start and source[start - 1] == "\\":
        start -= 1
    if escape.kind == "entity":
        edit = (SourceSpan(start, end), "&") if markdown else (release.prose.to_source(escape.span), escape.plain)
        return Hit(escape.span, args, blank or "text", proposals=(Proposal((edit,)),))
    while source[end : end + 1] == "\\":
        end += 1
    edit = (SourceSpan(start, end), "\\" if markdown else "")
    return Hit(SourceSpan(start, end + 1), args, "text", proposals=(Proposal((edit,)),))


def _in_address(release: Release, link: LinkFact) -> Iterator[Hit]:
    at = link.target_at or release.prose.to_source(link.span)
    path = at.of(release.source.text).partition("?")[0]
    for found in _TWICE.finditer(path):
        span = SourceSpan(at.start + found.start(), at.start + found.end())
        args: Args = {"text": Quoted(found[0]), "plain": Quoted("%" + found[0][3:])}
        sign = SourceSpan(span.start, span.start + 3)
        yield Hit(span, args, "address", proposals=(Proposal(((sign, "%"),), 1),))


def _code(release: Release) -> Cover:
    blocks = [block.span for block in release.blocks if block.kind is BlockKind.CODE]
    return Cover([*blocks, *(mark.span for mark in release.marks if mark.kind is MarkKind.CODE)])
