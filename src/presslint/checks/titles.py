"""Checks of titles in metadata: they are what search engines, readers of feeds and screen readers announce."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.load.furniture import is_issuer, is_label
from presslint.model.finding import FieldRef, Hit, Proposal, Related
from presslint.model.release import BlockKind, Field, FieldOrigin, Release, Zone
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan, Span

# keys of titles that stand for no release field, since programs fill them in by themselves
_KEYS = frozenset({"pdf:Title", "dc:title", "og:title", "twitter:title", "jsonld.headline"})
_WORD = regex(r"[^\W_]{2,60}")
_PARTS = regex(r"\s+(?:[|–—·•»«>-]|::)\s+|:\s+")
_FILE_NAME = regex(
    r".{0,200}\.(?:docx?|dotx?|odt|ott|pdf|rtf|pages|indd|pptx?|xlsx?|txt|html?)(?:\s.{0,20})?", re.IGNORECASE
)
_UNDERSCORED = regex(r"(?![@#])[^\s@#]{0,60}[^\W_]_[^\W_].{0,120}")
_PLAIN = regex(r"[^\W\d_][\w ,.()–/-]{1,200}")
# a title that readers see as the headline itself; that of the text below it may well say something else
_SHOWN = frozenset({FieldOrigin.FRONTMATTER, FieldOrigin.HEADER, FieldOrigin.JSON, FieldOrigin.XML})
_ALIKE = 0.8  # share of the words of the shorter title that the longer one has
_TOP = 100  # blocks: what stands further down is no headline
_STEM = 5  # letters that two forms of a word have in common


class Titles(NamedTuple):
    """``junk`` are whole titles that programs give, ``junk_starts`` are their first words; in any case of letters."""

    junk: tuple[str, ...] = ()
    junk_starts: tuple[str, ...] = ()


@check("titles.differ", says=("title", "headline"), params=Titles, when=("fields",))
def differ(ctx: Context, params: Titles) -> Iterator[Hit]:
    """Report a title in the metadata that is not the headline.

    Case ``junk`` where a program gave it or it is the name of a file, ``differs`` where it has too few words in common
    with the headline. A title may be shorter, and have a label in front or the name of the site behind. One that is
    shown as the headline itself, as in front matter, must have hardly any word in common with the whole text. Fix 0
    writes the headline where that needs no markup.
    """
    release = ctx.release
    headline: Span | None = None
    shown: list[str] = []
    told: set[str] = set()
    for field in release.fields:
        if (field.name != "title" and field.key not in _KEYS) or not field.value or field.value in told:
            continue
        if not told:
            headline, shown = _headlines(release)
        told.add(field.value)
        case = _case(field.value, shown, params)
        if case == "differs" and field.origin in _SHOWN and _is_about(field.value, release.text):
            continue
        if case:
            text = headline.of(release.text) if headline else ""
            args: Args = {"title": Quoted(field.value), "headline": Quoted(text)}
            related = (Related(headline, "headline"),) if headline else ()
            yield Hit(_place(release, field), args, case, related, tuple(_proposals(release, field, text)))


def _place(release: Release, field: Field) -> FieldRef | SourceSpan:
    """Return the place of a field; a key names the first of several that have it."""
    first = next(other for other in release.fields if other.key == field.key)
    return FieldRef(field.key) if first == field or field.span is None else field.span


def _headlines(release: Release) -> tuple[Span | None, list[str]]:
    """Return where the headline is, and all that a title may be taken from: headlines, headings, the lines below."""
    text = release.text
    first: Span | None = None
    shown = []
    for block in release.blocks[:_TOP]:
        if block.zone is Zone.HEADLINE:
            first = first or block.span
            shown.append(block.span.of(text))
        elif (block.kind is BlockKind.HEADING or block.zone is Zone.SUBHEAD) and not is_issuer(block.span.of(text)):
            shown.append(block.span.of(text))
    return first, shown if first else []


def _case(title: str, shown: list[str], params: Titles) -> str:
    folded = unicodedata.normalize("NFC", title).casefold().strip(" .*_[]()<>\"'")
    if folded in _folded(params.junk) or folded.startswith(_folded_starts(params.junk_starts)):
        return "junk"
    if _FILE_NAME.fullmatch(title.strip()) and not any(title.casefold() in line.casefold() for line in shown):
        return "junk"
    if shown and _matches(title, shown):
        return ""
    if _UNDERSCORED.fullmatch(title.strip()):
        return "junk"
    return "differs" if shown else ""


@lru_cache(maxsize=8)
def _folded(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(text.casefold() for text in texts)


@lru_cache(maxsize=8)
def _folded_starts(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.casefold() for text in texts)


def _matches(title: str, shown: list[str]) -> bool:
    if is_label(title):
        return False
    cut = title.rstrip().endswith(("…", "..."))
    together = [*shown, *(f"{first} {second}" for first, second in pairwise(shown))]
    wanted = [_words(line) for line in together]
    return any(_alike(words, line) for words in _readings(title, cut=cut) for line in wanted)


def _is_about(title: str, text: str) -> bool:
    """Tell whether a text has a third of the words of a title; what stays of another release's title is less."""
    known = {word[:_STEM] for word in _words(text)}
    words = _words(title)
    return 3 * sum(word[:_STEM] in known for word in words) >= len(words)


def _readings(title: str, *, cut: bool) -> Iterator[list[str]]:
    """Yield the words of a title: of all of it, and of what is left without a label, a number or the name of a site."""
    parts = [part for part in _PARTS.split(title) if part.strip()]
    words = _words(title)
    yield words[:-1] if cut and len(words) > 1 else words
    for index, part in enumerate(parts if len(parts) > 1 else ()):
        own = _words(part)
        if len(own) >= (2 if index == 0 else 3):
            yield own


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFC", text).casefold().replace("\u00ad", "")
    return [word for word in _WORD.findall(folded) if len(word) > 2 or word.isdigit()]


def _alike(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    known = set(long)
    stems = {word[:_STEM] for word in long if len(word) >= _STEM}
    shared = sum(word in known or word[:_STEM] in stems for word in short)
    return shared >= _ALIKE * len(short)


def _proposals(release: Release, field: Field, headline: str) -> Iterator[Proposal]:
    """Yield the headline as the title, where it can be written as it is: not where YAML might take it for markup."""
    if not headline or field.span is None or release.source.derived or "\n" in headline:
        return
    if field.origin is FieldOrigin.FRONTMATTER and not _PLAIN.fullmatch(headline):
        return
    if field.span.of(release.source.text) == field.value:
        yield Proposal(((field.span, headline),))
