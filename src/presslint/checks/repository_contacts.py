"""Contacts of a release against the registry of the house, as it was on the day of the release."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from presslint.checks import Context, NoParams, check
from presslint.facts.person_names import find_names
from presslint.facts.phone_country import country
from presslint.facts.phone_numbers import dialled, judge
from presslint.model.facts import ContactFact, EmailFact, PhoneFact, ReleaseDate
from presslint.model.finding import Hit, Proposal
from presslint.model.repository import Person
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import Span

_TITLE = regex(
    r"[ ]?[,(|–-][ ]?(?P<title>[^\n\t,()|0-9@]{0,60}?(?:sprecher(?:in)?|referent(?:in)?|leiter(?:in)?"
    r"|leitung|redakteur(?:in)?|manager(?:in)?|direktor(?:in)?|officer|spokes(?:man|woman|person)|director|editor"
    r"|head of [a-z ]{3,30}))\b",
    re.IGNORECASE,
)
_BLANKS = regex(r"\s+")
_NEAR = 0.86


@check(
    "repository_contacts.registry",
    needs=(ContactFact, PhoneFact, EmailFact, ReleaseDate),
    says=("name", "found", "expected", "date"),
    requires=("contacts", "release_date"),
)
def registry(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find contacts that the registry does not know, knows otherwise, or that have left."""
    day = ctx.facts.one(ReleaseDate).value
    people = ctx.facts.house.registries.people
    if day is None or not people:
        return
    reader = _Reader(ctx, people, day)
    for contact in ctx.facts.of(ContactFact):
        yield from reader.contact(contact)


class _Named:
    """A name in a contact block, and the entries of the registry that have it; none for an unknown one."""

    __slots__ = ("entries", "name", "span")

    def __init__(self, span: Span, name: str, entries: Sequence[Person]) -> None:
        self.span = span
        self.name = name
        self.entries = entries


class _Reader:
    """Compares the contacts of one release with the registry of its day."""

    def __init__(self, ctx: Context, people: tuple[Person, ...], day: date) -> None:
        self.ctx = ctx
        self.text = ctx.release.text
        self.people = people
        self.day = day
        self.current = [person for person in people if _holds(person, day)]
        numbers = [dialled(phone.text) for phone in ctx.facts.of(PhoneFact)]
        self.country = country(ctx.release, ctx.facts, numbers).code or "DE"
        self.mails = {mail.casefold() for person in self.current for mail in person.emails}
        self.phones = {self._number(phone) for person in self.current for phone in (*person.phones, *person.faxes)}

    def contact(self, contact: ContactFact) -> Iterator[Hit]:
        """Yield what is wrong with one contact block."""
        named = self._named(contact)
        starts = [one.span.start for one in named]
        for one in named:
            yield from self._person(one)
        for phone in self.ctx.facts.of(PhoneFact):
            if contact.span.contains(phone.span):
                yield from self._phone(phone, _owner(named, starts, phone.span.start))
        for mail in self.ctx.facts.of(EmailFact):
            if contact.span.contains(mail.span) and not mail.problem:
                yield from self._mail(mail, _owner(named, starts, mail.span.start))

    def _named(self, contact: ContactFact) -> list[_Named]:
        found: dict[Span, _Named] = {}
        pattern = _names(self.people)
        for match in pattern.finditer(self.text, *contact.span):
            span = Span(match.start(), match.end())
            found[span] = _Named(span, match[0], _entries(self.people, match[0]))
        for span in find_names(self.text, contact.span):
            if not any(span.overlaps(other) for other in found):
                found[span] = _Named(span, span.of(self.text), ())
        return [found[span] for span in sorted(found)]

    def _person(self, one: _Named) -> Iterator[Hit]:
        args: Args = {"name": Quoted(one.name)}
        if not one.entries:
            near = _near(one.name, self.current)
            if near:
                proposal = Proposal(((one.span, near),), 0, {"expected": Quoted(near)})
                yield Hit(one.span, {**args, "expected": Quoted(near)}, "near", proposals=(proposal,))
            else:
                yield Hit(one.span, args, "unknown")
            return
        current = [entry for entry in one.entries if _holds(entry, self.day)]
        if current:
            yield from self._title(one, current)
            return
        left = [entry.until for entry in one.entries if entry.until is not None and entry.until < self.day]
        if left:
            yield Hit(one.span, {**args, "date": max(left)}, "left")
        else:
            begins = [entry.since for entry in one.entries if entry.since is not None]
            yield Hit(one.span, {**args, "date": min(begins)}, "early")

    def _title(self, one: _Named, current: Sequence[Person]) -> Iterator[Hit]:
        known = [title for entry in current for title in entry.titles]
        match = _TITLE.match(self.text, one.span.end)
        if match is None or not known or len(current) > 1:
            return
        written = _folded(match["title"])
        if any(written in _folded(title) or _folded(title) in written for title in known):
            return
        span = Span(match.start("title"), match.end("title"))
        yield self._differs(one.name, span, known[0])

    def _phone(self, phone: PhoneFact, owner: _Named | None) -> Iterator[Hit]:
        current = self._entries_of(owner)
        if not phone.e164 or owner is None or len(current) != 1 or phone.e164 in self.phones:
            return
        entry = current[0]
        known = entry.faxes if phone.kind == "fax" else entry.phones
        # a second number, such as that of a mobile, may be one that the registry need not know
        kind = "mobile" if phone.type == "mobile" else "fixed"
        alike = [one for one in known if self._kind(one) == kind]
        if alike:
            yield self._differs(owner.name, phone.span, alike[0])

    def _mail(self, mail: EmailFact, owner: _Named | None) -> Iterator[Hit]:
        written = f"{mail.local}@{mail.domain}".casefold()
        current = self._entries_of(owner)
        if written in self.mails:
            return
        if owner is not None and len(current) == 1:
            if current[0].emails:
                yield self._differs(owner.name, mail.span, current[0].emails[0])
            return
        left = [
            person for person in self.people if person.until and person.until < self.day and written in _mails(person)
        ]
        if left and (owner is None or not owner.entries):
            until = max(person.until for person in left if person.until is not None)
            yield Hit(mail.span, {"name": Quoted(mail.text), "date": until}, "left")

    def _differs(self, name: str, span: Span, expected: str) -> Hit:
        args: Args = {"name": Quoted(name), "found": Quoted(span.of(self.text)), "expected": Quoted(expected)}
        return Hit(span, args, "differs", proposals=(Proposal(((span, expected),), 0, args),))

    def _entries_of(self, owner: _Named | None) -> list[Person]:
        return [entry for entry in owner.entries if _holds(entry, self.day)] if owner is not None else []

    def _number(self, written: str) -> str:
        return judge(dialled(written), self.country).e164

    def _kind(self, written: str) -> str:
        return "mobile" if judge(dialled(written), self.country).type == "mobile" else "fixed"


def _owner(named: Sequence[_Named], starts: Sequence[int], offset: int) -> _Named | None:
    """Return the last name in front of a place in the same block."""
    index = bisect_right(starts, offset) - 1
    return named[index] if index >= 0 else None


def _holds(person: Person, day: date) -> bool:
    return (person.since is None or person.since <= day) and (person.until is None or day <= person.until)


def _mails(person: Person) -> list[str]:
    return [mail.casefold() for mail in person.emails]


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()


def _entries(people: Iterable[Person], name: str) -> list[Person]:
    folded = _folded(name)
    return [person for person in people if any(_folded(one) == folded for one in person.names)]


@lru_cache(maxsize=16)
def _names(people: tuple[Person, ...]) -> "re.Pattern[str]":
    """Return what finds every name of a registry, the longest first."""
    names = sorted({name for person in people for name in person.names}, key=lambda name: (-len(name), name))
    parts = [r"\s+".join(map(re.escape, name.split())) for name in names]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _near(name: str, current: Iterable[Person]) -> str:
    """Return the known name that was probably meant, or an empty text."""
    from difflib import get_close_matches  # noqa: PLC0415 - only an unknown name pays for it

    known = {_folded(one): one for person in current for one in person.names}
    near = get_close_matches(_folded(name), sorted(known), n=1, cutoff=_NEAR)
    return known[near[0]] if near else ""
