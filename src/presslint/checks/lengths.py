"""Checks of the length that a release says it has."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.model.finding import FieldRef, Hit, Proposal
from presslint.model.release import Block, BlockKind, FieldOrigin, Release, Zone
from presslint.model.values import Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span
from presslint.text.words import count_words

_NUMBER = r"(?P<number>\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})|\d{2,6})(?![\d.,]?\d)"
_CHARACTERS = r"(?P<characters>Zeichen(?:zahl)?|Anschläge|characters|chars|character count)"
_WORDS = r"(?P<words>Wörter|Worte|Wortzahl|words|word count)"
_SPACES = (
    r"(?:[ \u00a0]{0,2}[(,]?[ \u00a0]?(?:(?P<without>ohne|o\.|without|excluding|excl\.?|not including)"
    r"|inkl\.?|inklusive|mit|m\.|einschließlich|incl\.?|including|with)[ \u00a0]?(?:Leerzeichen|LZ|spaces|blanks)\)?)?"
)
_ABOUT = r"(?:(?:ca\.?|circa|rund|etwa|approx\.?|about)[ \u00a0])?"
_SPACES_BEHIND = _SPACES.replace("without", "no", 1)
_BEHIND = regex(
    rf"(?:{_CHARACTERS}|{_WORDS}){_SPACES}[ \u00a0]?:[ \u00a0]{{0,4}}{_ABOUT}{_NUMBER}{_SPACES_BEHIND}",
    re.IGNORECASE,
)
_BEFORE = regex(rf"{_ABOUT}{_NUMBER}[ \u00a0]?(?:{_CHARACTERS}|{_WORDS}){_SPACES}", re.IGNORECASE)
_LABEL = regex(
    r"(?:Länge|Umfang|Textlänge|Length|Text|Haupttext|Meldung|Pressemitteilung|Gesamt|Total)"
    r"(?:[ \u00a0]der[ \u00a0]\w{4,20})?[ \u00a0]?:[ \u00a0]{0,3}",
    re.IGNORECASE,
)
_BETWEEN = regex(r"[ \u00a0]{0,3}(?:[/|,;·•]|und\b|and\b|bei\b|–|-)?[ \u00a0]{0,3}")
_FRAME = " \t\u00a0()[]*_–-—.+"
_MARK = regex(r"zeichen|anschläge|w[öo]rt|word|character|chars", re.IGNORECASE)
_MARKS = ("zeichen", "anschläge", "wort", "wört", "word", "character", "chars")  # one of these is in each match of it
_DIGIT = regex(r"\d")
_LONGEST = 110
_KEYS = {
    "charcount": "characters",
    "wordcount": "words",
    "zeichenzahl": "characters",
    "zeichen": "characters",
    "wortzahl": "words",
}
_ASIDE = frozenset({Zone.CONTACT, Zone.PAGEMARK, Zone.ENDMARK, Zone.SOCIAL, Zone.NOTE})
_HEAD = frozenset({Zone.LABEL, Zone.DATELINE, Zone.EMBARGO})
_TITLES = frozenset({Zone.HEADLINE, Zone.SUBHEAD})


class LengthParams(NamedTuple):
    """``tolerance`` is by how many per cent a length may be wrong."""

    tolerance: int = 3


class _Declared(NamedTuple):
    """A length as the release gives it."""

    at: Span | FieldRef
    text: str
    unit: str
    value: int
    number: Span | None = None
    spaces: bool | None = None


@check("lengths.declared", says=("text", "count"), params=LengthParams)
def declared(ctx: Context, params: LengthParams) -> Iterator[Hit]:
    """Report a length that the text has in no plausible way of counting it: with headline or without, and so on.

    ``count`` is the nearest of them. Several lengths of one unit are those of several versions and are left alone, and
    so is one in the text that is not even near: it is that of something else.
    """
    release = ctx.release
    found = [*_lines(release), *_fields(release)]
    for unit in ("characters", "words"):
        same = [one for one in found if one.unit == unit]
        if not same or len({one.value for one in same}) > 1:
            continue
        one = same[0]
        counts = _counts(release, one)
        nearest = min(counts, key=lambda count: abs(count - one.value), default=0)
        slack = max(params.tolerance * nearest / 100, 2 if unit == "words" else 10)
        near = nearest < 4 * one.value < 16 * nearest or _is_of_item(one)
        if not nearest or abs(nearest - one.value) <= slack or not near:
            continue
        edits = ((one.number, _written(nearest, one)),) if one.number is not None else ()
        proposals = (Proposal(edits),) if edits else ()
        yield Hit(one.at, {"text": Quoted(one.text), "count": nearest}, unit, proposals=proposals)


def _is_of_item(one: _Declared) -> bool:
    """Tell whether a field counts the whole item: what it says is not the length of something else."""
    return isinstance(one.at, FieldRef) and one.at.key.isalpha() and one.value > 0


def _lines(release: Release) -> Iterator[_Declared]:
    """Yield the lengths on lines that hold nothing else."""
    text = release.text
    short = [block for block in release.blocks if block.span[1] - block.span[0] <= 4 * _LONGEST]
    whole = "\n".join([text[start:end] for _, _, (start, end), _ in short]).lower()
    if not any([word in whole for word in _MARKS]):  # noqa: C419 - few tests are over sooner so
        return
    for block in short:
        if block.kind is BlockKind.CODE:
            continue
        start = block.span.start
        for line in block.span.of(text).split("\n"):
            if len(line) <= _LONGEST and _DIGIT.search(line) and _MARK.search(line):
                yield from _line(line, start)
            start += len(line) + 1


def _line(line: str, start: int) -> Iterator[_Declared]:
    begin = len(line) - len(line.lstrip(_FRAME))
    end = len(line.rstrip(_FRAME))
    if line[end : end + 1] == ")" and line.count("(", begin) > line.count(")", begin, end):
        end += 1
    label = _LABEL.match(line, begin, end)
    place = label.end() if label is not None else begin
    parts = []
    while place < end:
        match = _BEHIND.match(line, place, end) or _BEFORE.match(line, place, end)
        if match is None:
            return  # something else stands on the line
        parts.append(match)
        gap = _BETWEEN.match(line, match.end(), end)
        place = max(gap.end() if gap is not None else match.end(), match.end())
    for match in parts:
        number = Span(start + match.start("number"), start + match.end("number"))
        at = Span(start + match.start(), start + match.end())
        unit = "words" if match["words"] else "characters"
        spaces = None if "leer" not in match[0].lower() and "space" not in match[0].lower() else not _is_without(match)
        yield _Declared(at, match[0], unit, _value(match["number"]), number, spaces)


def _is_without(match: re.Match[str]) -> bool:
    return any(match.groupdict().get(name) for name in ("without", "no"))


def _value(number: str) -> int:
    return int("".join(filter(str.isdigit, number)))


def _fields(release: Release) -> Iterator[_Declared]:
    for field in release.fields:
        key = field.key.rpartition(".")[2].casefold().replace("_", "").replace("-", "")
        unit = _KEYS.get(key)
        if unit is not None and field.value.isdecimal() and field.origin is not FieldOrigin.PROPERTY:
            yield _Declared(FieldRef(field.key), field.value, unit, int(field.value))


def _counts(release: Release, one: _Declared) -> set[int]:
    """Return the lengths that the text has: whole, without contact, without boilerplate, without headline and so on."""
    blocks = [block for block in release.blocks if not _declares(block, one)]
    last = next((index for index, block in enumerate(blocks) if block.zone is Zone.ENDMARK), len(blocks))
    scopes = [blocks, blocks[:last]]
    for aside in (_ASIDE, _ASIDE | _HEAD, _ASIDE | _HEAD | _TITLES, _ASIDE | _HEAD | {Zone.CAPTION}):
        for left_out in (aside, aside | {Zone.BOILERPLATE}):
            scopes += [[block for block in blocks[:last] if block.zone not in left_out]]
    texts = {" ".join(block.span.of(release.text) for block in scope) for scope in scopes}
    if one.unit == "words":
        return {count_words(text) for text in texts}
    counts = set[int]()
    for text in texts:
        if one.spaces is not False:
            counts.add(len(text))
        if one.spaces is not True:
            counts.add(len("".join(text.split())))
    return counts


def _declares(block: Block, one: _Declared) -> bool:
    return isinstance(one.at, Span) and block.span.start <= one.at.start < block.span.end


def _written(count: int, one: _Declared) -> str:
    """Return a number with the thousands separator of the one that stands there."""
    separator = next((char for char in one.text[_first_digit(one.text) :] if not char.isdigit()), "")
    grouped = separator in ".,'’ \u00a0\u202f" and separator != "" and one.value >= 1000 and _is_grouped(one.text)
    if count < 1000 or not grouped:
        return str(count)
    return f"{count:,}".replace(",", separator)


def _first_digit(text: str) -> int:
    return next(index for index, char in enumerate(text) if char.isdigit())


def _is_grouped(text: str) -> bool:
    first = _first_digit(text)
    digits = next((index for index in range(first, len(text)) if not text[index].isdigit()), len(text)) - first
    return digits < 4
