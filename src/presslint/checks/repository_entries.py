"""What an index keeps of a release: numbers, days and sums that other releases are compared with."""

import posixpath
import re
import zlib
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import unquote

from presslint.checks import Context
from presslint.checks.fielddates import moment
from presslint.checks.repository_index import NO_BIN
from presslint.model.facts import EmbargoFact, LinkFact, ReleaseDate
from presslint.model.release import Field, MarkKind, Release, Zone
from presslint.model.repository import CORRECTION, DATED_ADDRESS, DENSE, DRAFT, EXCEPTED, Entry, NumberFact
from presslint.text.languages import CODES, language_code
from presslint.text.lazy import regex

_TEXT_ZONES = frozenset(
    {Zone.HEADLINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY, Zone.QUOTE, Zone.LIST, Zone.TABLE, Zone.UNKNOWN}
)
_STUB = 200  # characters of a text that says too little to be told from others
_WORD = regex(r"\w+")
_WIDTH = 5  # words of a shingle
_BINS = 64
_MIX = 0x9E3779B1  # spreads the bits of a sum, so that any of them may choose a bin
_SLUG = regex(r"(?:[^\w/]|_)+")
_SUFFIX = regex(r"(?P<stem>.+)[._-](?P<language>[a-z]{2})(?:[-_][A-Za-z]{2})?")
_CORRECTION = regex(
    r"\b(?:korrektur|korrigierte|berichtigung|berichtigte|ber\.|correction|corrected|corrigendum"
    r"|2\. ?(?:meldung|fassung)|zweite (?:meldung|fassung)|neufassung)\b",
    re.IGNORECASE,
)
_CORRECTION_KEYS = frozenset(("correction", "corrections", "korrektur", "berichtigung", "corrected", "correctionof"))
_DRAFT_VALUES = frozenset(("draft", "entwurf", "unpublished", "unveröffentlicht", "false", "private"))
_ORIGINS = ("translationof", "übersetzungvon", "uebersetzungvon", "originalversion", "originalfile")
_KEYS = ("translationkey", "translationid", "i18nkey", "translationref")
_VERSIONS = ("hreflang", "alternates", "translations", "sprachversionen", "languageversions")
_PLAIN = regex(r"[-_\s]")
_MOST_LINKS = 100
_TOP, _LINE = 600, 90  # characters above the text, and of a line that is no paragraph


class Wanted(NamedTuple):
    """What rules ask of an index beside what is always kept: texts that are ``alike``, ``translations``, ``links``."""

    alike: bool = False
    translations: bool = False
    links: bool = False


class Pair(NamedTuple):
    """What a release says of its other language versions: the name that they share, and the files they are."""

    name: str = ""
    origins: tuple[tuple[str, Field | None], ...] = ()
    declared: bool = False


def total(text: str) -> int:
    """Return the sum that stands for a text: 60 bits of it, 0 for an empty one."""
    return (
        int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") >> 4
        if text
        else 0
    )


def entry_of(ctx: Context, wanted: Wanted) -> Entry:
    """Return what is kept of a release."""
    release, facts = ctx.release, ctx.facts
    day = facts.one(ReleaseDate).value
    numbers = facts.of(NumberFact)
    text = "".join(_text(release).split()).casefold()
    pair = pair_of(release) if wanted.translations else Pair()
    slug, address = release.field("slug"), address_of(release)
    is_pair = bool(pair.name or pair.origins)
    return Entry(
        day.toordinal() if day is not None else 0,
        facts.language,
        total(normalised(slug.value)) if slug is not None else 0,
        total(normalised(address.value)) if address is not None else 0,
        total(headline(release)),
        total(text) if len(text) >= _STUB else 0,
        sketch(_text(release)) if wanted.alike and len(text) >= _STUB else b"",
        tuple((total(fact.number.series), fact.number.year, fact.number.ordinal) for fact in numbers if fact.own),
        tuple(
            (
                total(fact.number.series),
                fact.number.year,
                fact.number.ordinal,
                tuple(one.toordinal() for one in fact.days),
            )
            for fact in numbers
            if not fact.own
        )
        if wanted.links
        else (),
        tuple((total(path), total(shelf_of(path))) for path, _ in targets(ctx)) if wanted.links else (),
        total(pair.name),
        total(pair.origins[0][0]) if pair.origins else 0,
        sums(ctx) if is_pair else (),
        _held(ctx),
        _flags(ctx, numbers),
        is_pair,
        total(release.source.path),
        _updated(ctx),
        total(shelf_of(release.source.path)) if wanted.links else 0,
    )


def sums(ctx: Context) -> tuple[int, ...]:
    """Return the sums of the facts that translations share, sorted; the lowest bits of each are its kind."""
    from presslint.checks.repository_values import KINDS, values_of  # noqa: PLC0415 - most releases are in one language

    return tuple(sorted({total(value.key) * KINDS + value.kind for value in values_of(ctx)}))


def normalised(value: str) -> str:
    """Return a slug or an address in the form in which equal ones are equal."""
    return _SLUG.sub("-", unquote(value).casefold()).strip("-/")


def headline(release: Release) -> str:
    """Return the headline in the form in which equal ones are equal; empty where there is none."""
    for block in release.blocks:
        if block.zone is Zone.HEADLINE:
            return " ".join(block.span.of(release.text).casefold().split())
    field = release.field("title")
    return " ".join(field.value.casefold().split()) if field is not None else ""


def address_of(release: Release) -> Field | None:
    """Return the field that says where the page of a release will be."""
    return next(
        (one for one in release.fields if one.key.casefold() in ("permalink", "url") and "/" in one.value), None
    )


def targets(ctx: Context) -> Iterator[tuple[str, LinkFact]]:
    """Yield the files that a release leads to, as paths like its own, at most a hundred."""
    path = ctx.release.source.path
    count = 0
    for link in ctx.facts.of(LinkFact):
        if link.kind != "link" or link.scheme or link.target.startswith(("//", "#", "/", "mailto:")):
            continue
        target = unquote(link.target.partition("#")[0].partition("?")[0])
        if target and count < _MOST_LINKS:
            count += 1
            yield beside(path, target), link


def shelf_of(path: str) -> str:
    """Return the folder and the ending of a file: what lies on one shelf is of one kind."""
    return f"{posixpath.dirname(path)}/*{posixpath.splitext(path)[1].lower()}"


def beside(path: str, target: str) -> str:
    """Return the path of a file that is named from the folder of the file at ``path``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def pair_of(release: Release) -> Pair:
    """Return how the file or the metadata of a release tells its other language versions."""
    path = release.source.path
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    suffixed = _SUFFIX.fullmatch(stem) if dot else None
    pair, declared = "", False
    if suffixed is not None and suffixed["language"] in CODES:
        pair = f"{folder}/{suffixed['stem']}.{ending}"
        declared = stem[suffixed.end("stem")] == "."
    origins: list[tuple[str, Field | None]] = []
    for field in release.fields:
        head, _, rest = field.key.partition(".")
        key = _PLAIN.sub("", head).casefold()
        if not field.value:
            continue
        if key in _KEYS:
            pair, declared = f"#{field.value}", True
        elif "://" not in field.value and (key in _ORIGINS or _is_version(key, rest, release)):
            origins.append((beside(path, field.value), field))
    return Pair(pair, tuple(origins), declared)


def _is_version(key: str, rest: str, release: Release) -> bool:
    language = language_code(rest) if key in _VERSIONS else ""
    return bool(language) and language != release.language


def sketch(text: str) -> bytes:
    """Return 128 bytes that tell how alike two texts are: a sum of the shingles in each of 64 bins.

    (P. Li, A. Owen, C.-H. Zhang: One Permutation Hashing, 2012.) Empty for a text of too few words.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < _WIDTH * 4:
        return b""
    # one byte for each character, so that lengths stay; letters of other scripts are alike then
    joined = " ".join(words).encode("latin-1", "replace")
    starts = [0, *accumulate([len(word) + 1 for word in words])]
    crc = zlib.crc32
    found = {
        crc(joined[start : end - 1]) * _MIX & 0xFFFFFFFF for start, end in zip(starts, starts[_WIDTH:], strict=False)
    }
    # what is put into a bin last is the smallest of it
    bins = {one >> 7 & 63: one >> 13 & 0x3FFF | one << 14 & 0x4000 for one in sorted(found, reverse=True)}
    return array("H", [bins.get(number, NO_BIN) for number in range(_BINS)]).tobytes()


def _text(release: Release) -> str:
    """Return headline and body, without what is the same in all releases of a house."""
    text = release.text
    return "\n".join(block.span.of(text) for block in release.blocks if block.zone in _TEXT_ZONES)


def _held(ctx: Context) -> int:
    """Return the day until which a release is under embargo, as an ordinal; 0 where it is not."""
    field = ctx.release.field("embargo")
    day = moment(field) if field is not None else None
    if day is not None:
        return day.day.toordinal()
    days = [fact.date.start for fact in ctx.facts.of(EmbargoFact) if fact.date is not None and fact.date.start]
    return max(days).toordinal() if days else 0


def _updated(ctx: Context) -> int:
    field = ctx.release.field("updated")
    day = moment(field) if field is not None else None
    return day.day.toordinal() if day is not None else 0


def is_draft(release: Release) -> bool:
    """Tell whether the metadata says that a release is not out."""
    for field in release.fields:
        key, value = field.key.casefold(), field.value.strip().casefold()
        if (key == "draft" and value in ("true", "yes", "1", "ja")) or (
            key in ("status", "state", "published") and value in _DRAFT_VALUES
        ):
            return True
    return False


def is_correction(release: Release) -> bool:
    """Tell whether a release says that it corrects another, in its metadata or above its text."""
    if any(_PLAIN.sub("", field.key.partition(".")[0]).casefold() in _CORRECTION_KEYS for field in release.fields):
        return True
    title = release.field("title")
    if title is not None and _CORRECTION.search(title.value):
        return True
    top = next((block.span.start for block in release.blocks if block.zone in (Zone.LEAD, Zone.BODY)), _TOP // 2)
    line = release.text.find("\n")  # a word alone on the first line may be taken for the first paragraph
    top = max(min(top, _TOP), line if line <= _LINE else 0)
    return _CORRECTION.search(release.text, 0, top) is not None


def _flags(ctx: Context, numbers: tuple[NumberFact, ...]) -> int:
    release, registries = ctx.release, ctx.facts.house.registries
    excepted = any((mark.kind is MarkKind.COMMENT and "presslint" in mark.target) for mark in release.marks) or any(
        field.key.startswith("presslint") for field in release.fields
    )
    return (
        CORRECTION * is_correction(release)
        | DRAFT * is_draft(release)
        | EXCEPTED * excepted
        | DENSE * any(fact.own and fact.configured for fact in numbers)
        | DATED_ADDRESS * (not registries.site or "{yy" in registries.site)
    )
