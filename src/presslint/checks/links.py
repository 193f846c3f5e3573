"""Checks of addresses themselves: malformed ones, signs that do not belong to them, and targets that are none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, NoParams, check
from presslint.checks.link_markup import GAPS, broken_markup, cut_host
from presslint.checks.link_places import place, rewritten, written
from presslint.checks.link_syntax import Flaw, continues, encoded, flaw_of, is_template, without_invisible
from presslint.facts.hosts import looks_like_host
from presslint.model.facts import LinkFact
from presslint.model.finding import Hit, Proposal
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span

_PAIR = regex(r"\[[^\[\]\n]{1,120}\] \($")
_REVERSED = regex(r"\)\[[^\[\]\n]{1,120}\]")
_REST = regex(r" [^()\n]{1,200}(?=\))")
_WORD = regex(r"[^\s<>\"„“”»«()]{1,400}")
_BLANK_WWW = regex(r"\b(?:https?:// ?)?www\. $|\bhttps?:// $", re.IGNORECASE)
# most addresses are, which is quickly told: no second scheme, no sign that would need a look
_SOUND = regex(r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}(?:/[\w./~+=&?#,;-]*)?", re.ASCII)
_FILES = (".md", ".zip", ".py", ".sh", ".mov", ".docs")


@check(
    "links.malformed",
    needs=(LinkFact,),
    says=("target", "meant"),
    when=(LinkFact, "text:]", *(f"text:{gap}" for gap in GAPS)),
)
def malformed(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find addresses that no browser opens, or that end before their end."""
    for link in ctx.facts.of(LinkFact):
        if link.scheme in ("mailto", "tel") or (link.kind != "bare" and _SOUND.fullmatch(link.target)):
            continue
        if is_template(link.target):
            continue
        found = _flaw(ctx, link)
        if found is not None:
            flaw, at = found
            args = {"target": Quoted(at.of(ctx.release.text) if at else link.target), "meant": Quoted(flaw.meant)}
            yield Hit(at or place(link), args, flaw.case, proposals=tuple(_proposals(link, flaw, at)))
    for flaw, span in broken_markup(ctx.release):
        args = {"target": Quoted(span.of(ctx.release.text)), "meant": Quoted(flaw.meant)}
        yield Hit(span, args, flaw.case, proposals=(Proposal(((span, flaw.meant),)),) if flaw.meant else ())


def _proposals(link: LinkFact, flaw: Flaw, at: Span | None) -> Iterator[Proposal]:
    if flaw.meant:
        yield Proposal(((at, flaw.meant),) if at else tuple(rewritten(link, flaw.meant)))


def _flaw(ctx: Context, link: LinkFact) -> tuple[Flaw, Span | None] | None:
    """Return what is wrong with a link, and the stretch of text that shows it where it is not the link alone."""
    flaw = flaw_of(link.target, bare=link.kind == "bare")
    if flaw is not None:
        return flaw, None
    if link.kind == "bare":
        return _flaw_around(ctx, link)
    if link.kind == "link" and not link.scheme and link.target[:1] != "/" and link.host and _is_page(link):
        return Flaw("no-scheme", "https://" + link.target), None
    return _raw(link)


def _raw(link: LinkFact) -> tuple[Flaw, Span | None] | None:
    """Find what has to be escaped; invisible signs are another rule's matter."""
    if not link.scheme.startswith("http") or without_invisible(link.target) != link.target:
        return None
    meant = encoded(link.target)
    return (Flaw("raw", meant), None) if meant != link.target else None


def _is_page(link: LinkFact) -> bool:
    return looks_like_host(link.host) and not link.host.endswith(_FILES)


def _flaw_around(ctx: Context, link: LinkFact) -> tuple[Flaw, Span | None] | None:
    """Find what the text around an address shows: a blank inside it, a line end, broken markup."""
    text, span = ctx.release.text, link.span
    before = text[max(span.start - 130, 0) : span.start]
    blank = _BLANK_WWW.search(before)
    if blank is not None and not link.scheme and looks_like_host(link.host):
        whole = Span(span.start - (len(before) - blank.start()), span.end)
        return Flaw("blank", whole.of(text).replace(" ", "")), whole
    if ctx.release.format == "markdown":
        pair = _PAIR.search(before) if text[span.end : span.end + 1] == ")" else None
        if pair is not None:
            whole = Span(span.start - (len(before) - pair.start()), span.end + 1)
            return Flaw("markup", whole.of(text).replace("] (", "](")), whole
        other = _REVERSED.match(text, span.end) if before.endswith("(") else None
        if other is not None:
            whole = Span(span.start - 1, other.end())
            return Flaw("markup", f"[{other[0][2:-1]}]({span.of(text)})"), whole
        rest = _REST.match(text, span.end) if before.endswith("](") else None
        if rest is not None:
            return Flaw("markup", link.target + encoded(rest[0])), Span(span.start, rest.end())
    return _wrapped(ctx, link)


def _wrapped(ctx: Context, link: LinkFact) -> tuple[Flaw, Span | None] | None:
    text, end = ctx.release.text, link.span.end
    whole = cut_host(ctx.release, link)
    if whole is not None:
        return Flaw("wrapped", "".join(whole.of(text).split())), whole
    if text[end : end + 1] not in (" ", "\n") or not link.host:
        return None
    word = _WORD.match(text, end + 1)
    if word is None or not continues(link.target, word[0]):
        return None
    gap = ctx.release.prose.to_source(Span(end, end + 1)).of(ctx.release.source.text)
    if "\n" not in gap and "\r" not in gap:
        return None
    rest = word[0].rstrip(".,;:!?)")
    return Flaw("wrapped", link.target + rest), Span(link.span.start, word.start() + len(rest))


class Punctuation(NamedTuple):
    """``wikis`` are parts of a path whose pages may end in a sign, as ``/wiki/Yahoo!`` does."""

    wikis: tuple[str, ...] = ("/wiki/",)


_TRAILING = regex(r"[.,;:!?)\]}“”„\"’‘'»«]+$")
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))


@check("links.punctuation", needs=(LinkFact,), says=("target", "sign"), params=Punctuation, when=(LinkFact,))
def punctuation(ctx: Context, params: Punctuation) -> Iterator[Hit]:
    """Find signs of the sentence, and signs that nobody sees, in the target of a link."""
    for link in ctx.facts.of(LinkFact):
        if not (link.scheme.startswith("http") or link.host) or is_template(link.target):
            continue
        seen = without_invisible(written(ctx, link))
        if seen != written(ctx, link):
            edits = tuple(rewritten(link, seen))
            yield Hit(place(link), {"target": Quoted(link.target)}, "invisible", proposals=(Proposal(edits, 1),))
        elif link.kind != "bare" and (sign := _swallowed(link.target, params.wikis)):
            args = {"target": Quoted(link.target), "sign": Quoted(sign)}
            yield Hit(place(link), args, "sign", proposals=_outside(ctx, link, sign))


def _swallowed(target: str, wikis: tuple[str, ...]) -> str:
    """Return the signs at the end of a target that belong to the sentence."""
    match = _TRAILING.search(target)
    if match is None or len(match[0]) == len(target):
        return ""
    signs = match[0]
    for opening, closing in _BRACKETS:
        if closing in signs and target.count(opening) >= target.count(closing):
            signs = signs[signs.rfind(closing) + 1 :]
    return "" if signs.strip("!.?'’") == "" and any(wiki in target for wiki in wikis) else signs


def _outside(ctx: Context, link: LinkFact, sign: str) -> tuple[Proposal, ...]:
    """Move the signs behind a link whose text is its target, unless they stand there too; else drop them."""
    at, source = link.target_at, ctx.release.source.text
    if at is None or not at.of(source).endswith(sign):
        return ()
    if link.kind != "autolink":
        return (Proposal(tuple(rewritten(link, at.of(source)[: -len(sign)]))),)
    behind = source[at.end + 1 : at.end + 1 + len(sign)]
    whole = at._replace(end=at.end + 1)
    return (Proposal(((whole, at.of(source)[: -len(sign)] + ">" + ("" if behind == sign else sign)),)),)


class Placeholders(NamedTuple):
    """``words`` stand for an address that was never filled in; ``tops`` are texts of links to the top of the page."""

    words: tuple[str, ...] = ()
    tops: tuple[str, ...] = ()


_SCHEME_ONLY = regex(r"(?:(?:https?|ftp):?/{0,3}|mailto:|tel:|www\.?|https?://www\.?)", re.IGNORECASE)
_AROUND = regex(r"^(?:https?:/{0,3})?(?:www\.)?#?|[/.]+$", re.IGNORECASE)
_NO_TEXT = regex(r"(?<!\\)\[\s{0,10}\]\(\s{0,5}<?$")
_DUMMY = regex(r"[x?._*-]+", re.IGNORECASE)


@check("links.empty", needs=(LinkFact,), says=("text", "target"), params=Placeholders, when=(LinkFact,))
def empty(ctx: Context, params: Placeholders) -> Iterator[Hit]:
    """Find links that lead nowhere, or that nobody sees.

    They have no target, only a scheme, a word that was to be replaced, or no text.
    """
    for link in ctx.facts.of(LinkFact):
        if link.target == "#" and link.text.strip(" ↑^").casefold() in params.tops:
            continue
        case = _emptiness(link.target, params.words)
        if case and not is_template(link.target):
            at = link.span if link.span.start < link.span.end else link.target_at
            yield Hit(at, {"text": Quoted(link.text), "target": Quoted(link.target)}, case)
        elif link.kind == "link" and not link.text.strip() and _is_empty_text(ctx.release.source.text, link):
            yield Hit(link.target_at, {"text": Quoted(link.text), "target": Quoted(link.target)}, "text")


def _is_empty_text(source: str, link: LinkFact) -> bool:
    """Tell whether nothing stands between the brackets: a picture there has no text either."""
    at = link.target_at
    return at is not None and _NO_TEXT.search(source, max(at.start - 20, 0), at.start) is not None


def _emptiness(target: str, words: tuple[str, ...]) -> str:
    if target in ("", "#"):
        return "none"
    if _SCHEME_ONLY.fullmatch(target):
        return "scheme"
    inner = _AROUND.sub("", target).casefold()
    return "word" if inner in words or _DUMMY.fullmatch(inner or target) else ""
