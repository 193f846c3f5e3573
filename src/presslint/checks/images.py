"""Checks of images: what stands in for them where nobody sees them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.model.finding import Hit, Related
from presslint.model.release import Mark, MarkKind, Release, Zone
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex

_FILE_NAME = regex(
    r".{1,200}\.(?:jpe?g|jfif|png|gif|webp|avif|svg|tiff?|bmp|heic)(?:\?.{0,60})?"
    r"|(?:IMG|DSC[FN]?|PXL|DJI|MVIMG|WA|P)[_-]?\d{3,}.{0,40}"
    r"|(?:Screenshot|Bildschirmfoto|Bildschirmaufnahme|Screen Shot)[ _]\d.{0,40}"
    r"|[^\W_]+(?:[-_][^\W_]+){2,40}|[^\W_]+_[^\W_]+",
    re.IGNORECASE,
)
_ALT = regex(r"\salt(?:\s{0,20}=|[\s/>])", re.IGNORECASE)
_DECORATIVE = regex(
    r"role\s{0,5}=\s{0,5}[\"']?(?:presentation|none)\b|aria-hidden\s{0,5}=\s{0,5}[\"']?true", re.IGNORECASE
)
_UNSEEN = regex(
    r"\s(?:width|height)\s{0,5}=\s{0,5}[\"']?[01](?:px)?[\"'\s/>]|(?:display|visibility):\s?(?:none|hidden)",
    re.IGNORECASE,
)
_SPACER = regex(
    r"(?:^|/)(?:spacer|blank|pixel|clear|transparent|1x1|trans)\.(?:gif|png)|/(?:pixel|track|count|matomo|piwik)\b"
    r"|(?:^|[/_-])(?:loading|loader|ajax-loader|spinner|throbber)\b|^data:image/gif",
    re.IGNORECASE,
)
_NUMBERED = regex(r"[\s_-]{0,2}\d{1,3}$")
_CREDIT = regex(
    r"^(?:Foto|Bild|Photo|Image|Abbildung|Grafik)s?\s?:\s|\s?[(\[](?:Foto|Bild|Photo|Quelle|Credit|©)[^)\]]{0,80}[)\]]\s?$",
    re.IGNORECASE,
)


# what is worth a hint, at the first image of all that are so
_ONCE = frozenset(("captioned", "empty", "long", "caption"))
_MOST_RELATED = 20
_NEAR = 400  # characters of markup around a release within which its first or last image may stand


class Images(NamedTuple):
    """``generic`` descriptions say nothing; one in ``repeated`` may stand once. ``longest`` is in characters."""

    generic: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    longest: int = 150


@check("images.description", says=("text", "target", "length", "count"), params=Images, when=("images",))
def description(ctx: Context, params: Images) -> Iterator[Hit]:
    """Report images whose alternative text does not stand in for them.

    Case ``missing`` without any, ``captioned`` where a caption beside it makes up for that, ``empty`` where HTML says
    that the image is decoration, ``file`` for the name of a file, ``generic`` for a word that fits any image,
    ``long``, and ``caption`` for one that repeats the caption; what is only a hint is told once per release. Images of
    one pixel are none, and those that stand beside the release on its page are not looked at.
    """
    release = ctx.release
    images = [mark for mark in release.marks if mark.kind is MarkKind.IMAGE]
    if not images:
        return
    times = Counter(_folded(mark.title) for mark in images)
    once: dict[str, list[Mark]] = {}
    for mark in images:
        if _is_beside(release, mark):
            continue
        case = _case(release, mark, params, times)
        if case in _ONCE:
            once.setdefault(case, []).append(mark)
        elif case:
            yield _hit([mark], case)
    for case, marks in once.items():
        yield _hit(marks, case)


def _hit(marks: list[Mark], case: str) -> Hit:
    first, *more = marks
    alt = " ".join(first.title.split())
    name = first.target.rpartition("/")[2] or first.target
    args: Args = {"text": Quoted(alt), "target": Quoted(name), "length": len(alt), "count": len(marks)}
    return Hit(first.at, args, case, tuple(Related(mark.at, "more") for mark in more[:_MOST_RELATED]))


def _is_beside(release: Release, mark: Mark) -> bool:
    """Tell whether an image of a page stands outside of the release: above its first line or below its last one."""
    if release.format != "html" or not release.blocks:
        return False
    first = release.prose.to_source(release.blocks[0].span).start
    last = release.prose.to_source(release.blocks[-1].span).end
    return not first - _NEAR <= mark.at.start <= last + _NEAR


def _case(release: Release, mark: Mark, params: Images, times: Counter[str]) -> str:
    tag = "" if release.source.derived else mark.at.of(release.source.text)
    markup = tag if tag.startswith("<") else ""
    if _is_no_content(mark, markup):
        return ""
    if mark.title.strip():
        return _flaw(release, mark, params, times)
    if markup and _ALT.search(markup):
        return "empty"
    return "captioned" if _caption(release, mark) else "missing"


def _is_no_content(mark: Mark, markup: str) -> bool:
    """Tell whether an image is decoration by its markup, or a spacer or counter of one pixel."""
    if markup and (_DECORATIVE.search(markup) or _UNSEEN.search(markup)):
        return True
    return bool(mark.target and _SPACER.search(mark.target))


def _flaw(release: Release, mark: Mark, params: Images, times: Counter[str]) -> str:
    """Return what is wrong with an alternative text, or an empty text."""
    if _FILE_NAME.fullmatch(mark.title.strip()):
        return "file"
    alt = _folded(mark.title)
    word = _NUMBERED.sub("", alt)
    if word in _words(params.generic) or (word in _words(params.repeated) and times[alt] > 1):
        return "generic"
    if len(alt) > params.longest:
        return "long"
    return "caption" if _plain(_caption(release, mark)) == _plain(alt) else ""


@lru_cache(maxsize=8)
def _words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _plain(text: str) -> str:
    return _folded(_CREDIT.sub("", text)).strip(" .")


def _caption(release: Release, mark: Mark) -> str:
    """Return the caption right behind an image or right before it, or an empty text."""
    blocks = release.blocks
    behind = next((index for index, block in enumerate(blocks) if block.span.end > mark.span.start), len(blocks))
    for index in (behind, behind - 1):
        if 0 <= index < len(blocks) and blocks[index].zone is Zone.CAPTION:
            return blocks[index].span.of(release.text)
    return ""
