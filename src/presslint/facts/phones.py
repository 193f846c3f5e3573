"""Phone numbers: those behind a label or in a contact block, and the targets of ``tel`` links."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from presslint.facts import Facts
from presslint.facts.contact_blocks import groups, stretches
from presslint.facts.phone_country import Country, country, guessed
from presslint.facts.phone_finder import Candidate, digits_of, find, is_nearly_american
from presslint.facts.phone_numbers import UNKNOWN, Number, dialled, extension_of, judge, with_extension
from presslint.facts.phone_owners import REACH, owner_of
from presslint.facts.phone_styles import style_of
from presslint.facts.taken import Links, Taken
from presslint.model.facts import EmailFact, LinkFact, PhoneFact
from presslint.model.finding import Confidence
from presslint.model.release import BlockKind, Release, Zone
from presslint.text.span import Span

_LETTERS = frozenset("OolI")
_REACH = 200
# where every number of a subscriber has seven digits; elsewhere neighbours may dial four or five
_NORTH_AMERICA = (Country("US", certain=True), Country("CA", certain=True))


def extract(release: Release, facts: Facts) -> Iterator[PhoneFact]:
    """Yield all numbers in the order of the text."""
    links = facts.of(LinkFact)
    dials = Links([link for link in links if link.scheme == "tel"])
    numbers = groups(release)
    candidates = _candidates(release, facts, dials, numbers)
    if not candidates and not dials.links:
        return iter(())
    reader = _Reader(release, facts, numbers, [item for item, _ in candidates])
    found = [fact for item, link in candidates if (fact := reader.fact(item, link)) is not None]
    shown = {link.span for _, link in candidates if link is not None}
    found += [reader.hidden(link) for link in dials.links if link.span not in shown]
    found.sort(key=lambda phone: phone.span)
    return iter(found)


def _candidates(
    release: Release, facts: Facts, dials: Links, numbers: list[int]
) -> list[tuple[Candidate, LinkFact | None]]:
    """Return the candidates outside addresses, each with the ``tel`` link that it is the text of."""
    bare = (link.span for link in facts.of(LinkFact) if link.kind == "bare")
    taken = Taken((*bare, *(mail.span for mail in facts.of(EmailFact))))
    contact = stretches(release, numbers)
    contact += [
        block.span for block in release.blocks if block.kind is BlockKind.ROW and "@" in block.span.of(release.text)
    ]
    result: list[tuple[Candidate, LinkFact | None]] = []
    linked = set()
    for item in find(release.text, contact):
        if taken.overlaps(item.start, item.end):
            continue
        link = dials.around(Span(item.start, item.end))
        if link is not None:
            linked.add(link.span)
        result.append((item, link))
    result += [
        (Candidate(*link.span, None), link) for link in dials.links if link.span not in linked and _is_number(link)
    ]
    return result


def _is_number(link: LinkFact) -> bool:
    return len(digits_of(link.text)) >= 5 and not any(map(str.isalpha, link.text))


class _Reader:
    """Turns candidates into facts, with what is known of the whole release."""

    __slots__ = ("_base", "_country", "_facts", "_groups", "_numbers", "_starts", "release")

    def __init__(self, release: Release, facts: Facts, numbers: list[int], items: Iterable[Candidate]) -> None:
        self.release = release
        self._facts = facts
        self._groups = numbers
        self._starts = [block.span.start for block in release.blocks]
        self._numbers = [dialled(release.text[item.start : item.end]) for item in items]
        self._country: Country | None = None
        self._base: tuple[int, str] = (-_REACH, "")

    def fact(self, item: Candidate, link: LinkFact | None) -> PhoneFact | None:
        """Return the fact of a candidate, or None for a run of digits that is no number after all."""
        raw = self.release.text[item.start : item.end]
        number = self._extended(item, raw) if item.extension else self._judged(raw)
        block = self._block(item.start)
        group = self._groups[block] if self._groups else 0
        if item.label is None and link is None and not group and not number.valid and number.problem != "letters":
            return None
        if not item.extension:
            self._base = (item.end, raw)
        return PhoneFact(
            span=Span(item.start, item.end),
            text=raw,
            zone=self.release.blocks[block].zone if self.release.blocks else Zone.UNKNOWN,
            confidence=Confidence.HIGH if item.label or link else Confidence.MEDIUM,
            kind=item.label.kind if item.label else "phone",
            label=item.label.text if item.label else "",
            e164=number.e164 or None,
            possible=number.possible,
            valid=number.valid,
            extension=raw.lstrip("-–‑ ") if item.extension else extension_of(raw),
            target=link.target[4:] if link else "",
            target_at=link.target_at if link else None,
            group=group,
            block=block,
            problem=number.problem,
            style="" if item.extension else style_of(raw),
            type=number.type,
            region=number.region,
            area=number.area,
            owner=self._owner(item.start, group, block),
        )

    def hidden(self, link: LinkFact) -> PhoneFact:
        """Return the number behind a text that is none."""
        number = self._judged(link.path)
        return PhoneFact(
            span=link.span,
            text=link.text,
            zone=link.zone,
            confidence=Confidence.HIGH,
            kind="phone",
            label="",
            e164=number.e164 or None,
            possible=number.possible,
            valid=number.valid,
            target=link.target[4:],
            target_at=link.target_at,
            group=self._groups[link.block] if self._groups else 0,
            block=link.block,
            problem=number.problem,
            type=number.type,
            region=number.region,
            area=number.area,
        )

    def _owner(self, start: int, group: int, block: int) -> str:
        """Return whom a number belongs to, as far as its contact says; outside of one, its block."""
        blocks = self.release.blocks
        lowest = start - REACH
        while group and block and self._groups[block - 1] == group and blocks[block].span.start >= lowest:
            block -= 1
        return owner_of(self.release.text, start, blocks[block].span.start if blocks else 0)

    def _block(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _judged(self, raw: str) -> Number:
        """Judge a number; a national one only as far as its country is known."""
        number = dialled(raw)
        if not number.startswith("+") and (len(number) < 5 or (len(number) <= 6 and number[0] != "0")):
            american = len(number) > 4 and self._home() in _NORTH_AMERICA
            return Number("", possible=False, valid=False, problem="short") if american else UNKNOWN
        if number.startswith("+"):
            judged = judge(number, "")
        else:
            place = self._home()
            american = not place.code and is_nearly_american(raw)
            judged = judge(number, "US" if american else place.code or guessed(number))
            if not place.certain and not judged.valid and not american:
                return UNKNOWN
        if not _LETTERS.isdisjoint(raw):
            return judged._replace(possible=False, valid=False, problem="letters")
        return judged

    def _extended(self, item: Candidate, raw: str) -> Number:
        end, base = self._base
        if item.label is not None and item.label.text.lower().startswith("ext"):
            return UNKNOWN  # "ext. 23" is dialled after the number, not in the place of its end
        whole = with_extension(base, digits_of(raw)) if item.start - end < _REACH else ""
        judged = self._judged(whole) if whole else UNKNOWN
        return judged if judged.valid else UNKNOWN

    def _home(self) -> Country:
        if self._country is None:
            self._country = country(self.release, self._facts, self._numbers)
        return self._country
