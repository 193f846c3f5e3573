"""Whether what programs are told of a release is what people read in it."""

from collections.abc import Iterator
from datetime import timedelta
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.fielddates import moment
from presslint.facts import Facts
from presslint.load import load
from presslint.model.facts import DateFact, EmailFact, PhoneFact, RangeFact, ReleaseDate
from presslint.model.finding import FieldRef, Hit, Related
from presslint.model.release import Field, FieldOrigin, Release
from presslint.model.source import Source
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex
from presslint.text.span import Span

_TOLD = frozenset((FieldOrigin.META, FieldOrigin.LINKED_DATA))
_PHONE_KEY = regex(r"(?:^|[.\]])(?:telephone|phone|faxNumber|tel|fax)$")
_MAIL_KEY = regex(r"(?:^|[.\]])e-?mail$")
_DIGITS = regex(r"\D+")
_ADDRESS = regex(r"(?:mailto:)?([\w.+-]{1,64})@([\w.-]{1,200})$")
_WORD = regex(r"[^\W\d_]{5,60}")
_STEM = 5  # letters that the forms of a word have in common
_WORDS = 3  # in a subject that names a topic
_MOST = 100  # contacts in the metadata that are compared with those of the text
_DIRECT = 3  # last digits of a number that tell one desk of a house from another
_SHORTEST = 7  # digits that make a number worth a comparison
_LATE = timedelta(days=7)  # a release comes to the web when it is sent, or some days later


class _Said(NamedTuple):
    """A value of the text: where it is, how it is written, and what is compared."""

    span: Span
    text: str
    key: str


class Subjects(NamedTuple):
    """``general`` are beginnings of words that name no topic: what mails are called, in small letters."""

    general: tuple[str, ...] = ()


@check(
    "structured.mismatch",
    needs=(DateFact, EmailFact, PhoneFact, RangeFact, ReleaseDate),
    says=("key", "text", "other", "date"),
    params=Subjects,
    when=("fields",),
)
def mismatch(ctx: Context, params: Subjects) -> Iterator[Hit]:
    """Report metadata that says something else than the text.

    Case ``date`` another date of publication in the head of a page (the one that dates the release is DAT004's),
    ``year`` the same day in another year, ``contact`` a number or address with one slip, ``subject`` a day that only
    the subject of a mail names, ``topic`` a subject of which no word is in the mail, ``alternative`` a day, number or
    address in which the two texts of a mail differ.
    """
    release = ctx.release
    if release.cover:
        return
    yield from _dates(ctx)
    yield from _contacts(ctx)
    if release.format == "eml":
        yield from _subject(ctx)
        yield from _topic(ctx, params)
        yield from _alternative(ctx)


def _dates(ctx: Context) -> Iterator[Hit]:
    found = ctx.facts.one(ReleaseDate)
    shown = next((one for one in found.witnesses if isinstance(one.at, Span)), None)
    if shown is None:
        return
    told = {one.text for one in found.witnesses if isinstance(one.at, FieldRef)}
    for field in ctx.release.fields:
        if field.value in told:
            continue
        told.add(field.value)
        at = moment(field)
        related = (Related(shown.at, "shown"),)
        args: dict[str, Value] = {"key": field.key, "text": Quoted(field.value), "date": shown.value}
        if at is None:
            continue
        if field.name in ("date", "published") and field.origin in _TOLD:
            if abs(at.day - shown.value) > _LATE:
                yield Hit(FieldRef(field.key), args, "date", related)
        elif field.name in ("issued", "created") and field.origin in (FieldOrigin.JSON, FieldOrigin.XML):
            same = (at.day.month, at.day.day) == (shown.value.month, shown.value.day)
            if same and at.day.year != shown.value.year and "[" not in field.key:
                yield Hit(FieldRef(field.key), args, "year", related)


def _contacts(ctx: Context) -> Iterator[Hit]:
    for field in islice(filter(_is_contact, ctx.release.fields), _MOST):
        said = None
        if _PHONE_KEY.search(field.key):
            said = _near_number(_DIGITS.sub("", field.value).lstrip("0"), _phones(ctx.facts))
        elif _MAIL_KEY.search(field.key):
            said = _near_address(field.value, _mails(ctx.facts))
        if said is not None:
            args: dict[str, Value] = {"key": field.key, "text": Quoted(field.value), "other": Quoted(said.text)}
            yield Hit(FieldRef(field.key), args, "contact", (Related(said.span, "shown"),))


def _is_contact(field: Field) -> bool:
    told = bool(field.value) and field.origin in (*_TOLD, FieldOrigin.FRONTMATTER)
    return told and (_PHONE_KEY.search(field.key) is not None or _MAIL_KEY.search(field.key) is not None)


def _phones(facts: Facts) -> list[_Said]:
    return [_Said(one.span, one.text, one.e164.lstrip("+")) for one in facts.of(PhoneFact) if one.e164]


def _mails(facts: Facts) -> list[_Said]:
    return [_Said(one.span, one.text, f"{one.local}@{one.domain}".lower()) for one in facts.of(EmailFact) if one.domain]


def _near_number(digits: str, shown: list[_Said]) -> _Said | None:
    """Return the number of the text that differs from ``digits`` by one slip in front of the direct line."""
    if len(digits) < _SHORTEST or any(one.key.endswith(digits) or digits.endswith(one.key) for one in shown):
        return None
    for one in shown:
        # with or without the code of the country
        tail = one.key[-len(digits) :] if len(one.key) >= len(digits) else one.key
        if len(tail) != len(digits) or tail[-_DIRECT:] != digits[-_DIRECT:]:
            continue
        wrong = [place for place in range(len(tail)) if tail[place] != digits[place]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and tail[wrong[0]] == digits[wrong[1]]
        if len(wrong) == 1 or (swapped and tail[wrong[1]] == digits[wrong[0]]):
            return one
    return None


def _near_address(value: str, shown: list[_Said]) -> _Said | None:
    """Return the address of the text that differs from ``value`` by one letter, in one of its halves."""
    found = _ADDRESS.match(value.strip().lower())
    address = f"{found[1]}@{found[2]}" if found else ""
    if not found or any(one.key == address for one in shown):
        return None
    for one in shown:
        local, _, domain = one.key.partition("@")
        if (domain == found[2] and _slip(local, found[1])) or (local == found[1] and _slip(domain, found[2])):
            return one
    return None


def _slip(one: str, other: str) -> bool:
    """Tell whether two words of five letters or more differ by one letter, or by two that changed places."""
    if one == other or min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    if any(character.isdigit() for character in one + other):
        return False
    same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return max(len(one), len(other)) - same == 1


def _read(text: str, ctx: Context) -> Facts:
    """Return the facts of a further text, read in the language of the release."""
    release: Release = load(Source("-", text), ctx.facts.house, "text")
    return Facts(release._replace(language=ctx.facts.language), ctx.facts.house, ctx.facts.one(ReleaseDate).value)


def _days(facts: Facts) -> list[_Said]:
    """Return the days that are written with day and month."""
    return [
        _Said(fact.span, fact.text, f"{fact.month}-{fact.day}")
        for fact in facts.of(DateFact)
        if fact.day is not None and fact.month is not None and not fact.quoted
    ]


def _subject(ctx: Context) -> Iterator[Hit]:
    """Report a day in the subject that the text does not name, where the text names other days."""
    field = next((field for field in ctx.release.fields if field.key == "Subject"), None)
    if field is None or not any(character.isdigit() for character in field.value):
        return
    shown = _days(ctx.facts)
    known = {one.key for one in shown}
    issued = ctx.facts.one(ReleaseDate)
    known |= {f"{one.value.month}-{one.value.day}" for one in issued.witnesses}
    if not shown or _covers(ctx.facts):
        return
    for day in _days(_read(field.value, ctx)):
        if day.key not in known:
            yield Hit(FieldRef("Subject"), {"key": "Subject", "text": Quoted(day.text)}, "subject")
            return


def _topic(ctx: Context, params: Subjects) -> Iterator[Hit]:
    """Report a subject none of whose words is in the text, as that of an earlier mail."""
    field = next((field for field in ctx.release.fields if field.key == "Subject"), None)
    if field is None:
        return
    topic = field.value.rpartition(": ")[2]
    words = {word[:_STEM] for word in _WORD.findall(topic.casefold()) if not word.startswith(params.general)}
    text = f"{ctx.release.text} {ctx.release.other}".casefold()
    if len(words) >= _WORDS and not any(word in text for word in words):
        yield Hit(FieldRef("Subject"), {"key": "Subject", "text": Quoted(field.value)}, "topic")


def _covers(facts: Facts) -> bool:
    """Tell whether the text names periods in which a day may lie."""
    return bool(facts.of(RangeFact)) or any(
        fact.start is not None and fact.start != fact.until for fact in facts.of(DateFact)
    )


def _alternative(ctx: Context) -> Iterator[Hit]:
    """Report the first value of each kind that one text of a mail has in place of that of the other."""
    if not ctx.release.other.strip():
        return
    other = _read(ctx.release.other, ctx)
    for read in (_days, _phones, _mails):
        here, there = read(ctx.facts), read(other)
        only_here = [one for one in here if one.key not in {said.key for said in there}]
        only_there = [one for one in there if one.key not in {said.key for said in here}]
        # a text that merely has less, such as no signature, says nothing else
        if only_here and only_there and len(here) == len(there):
            args: dict[str, Value] = {"text": Quoted(only_here[0].text), "other": Quoted(only_there[0].text)}
            yield Hit(only_here[0].span, args, "alternative")
