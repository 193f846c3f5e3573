"""The numbers that press offices give their releases, and those of other releases that a text mentions.

Much else is counted by year: gazettes, files of courts, parliamentary papers. So without a word of the house a number
counts only behind a label such as „Pressemitteilung“, alone on a line above the text, in a field of that name, or in a
file name that says PM.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from presslint.facts import Facts
from presslint.facts.file_dates import has_digit
from presslint.model.facts import DateFact, Precision, ReleaseDate
from presslint.model.finding import FieldRef, Place
from presslint.model.release import Release, Zone
from presslint.model.repository import Number, NumberFact, Registries
from presslint.text.languages import CODES
from presslint.text.lazy import regex
from presslint.text.span import Span

_PAIR = regex(r"[0-9](?:[0-9]{0,4}) ?[/–-] ?[0-9]{2,4}(?![0-9]|[./–-][0-9]|\.[0-9])")
_PARTS = regex(r"([0-9]{1,5}) ?[/–-] ?([0-9]{2,4})")
_LABELS = (
    r"presse(?:mitteilung|information|info|meldung|dienst)|medien(?:mitteilung|information|info)|PM|PI|MM"
    r"|(?:press|news|media)\ release"
)
_NUMBERED = r"(?P<nr>nr\.?|nummer|no\.?|number|n[º°]|№|\#)"
_BEFORE = regex(
    rf"(?:(?<!\w)(?P<label>{_LABELS})(?:[ \t\n,–-]{{1,3}})?(?:{_NUMBERED})?"
    r"|(?<!\w)(?P<alone>nr\.?|no\.?|nummer|number))"
    r"[ \t:]{0,3}$",
    re.IGNORECASE,
)
_REACH = 45
# what stands in front of the number of another release, above the text too
_OTHER = regex(
    r"\b(?:korrektur|korrigier\w*|berichtig\w*|ergänz\w*|nachtrag|siehe|s\.|vgl|zu(?:r|m)?|ersetzt|correct\w*|see|to"
    r"|replaces|update of|aktualisierung)\b",
    re.IGNORECASE,
)
_HEADS = frozenset({Zone.LABEL, Zone.HEADLINE, Zone.SUBHEAD, Zone.DATELINE, Zone.EMBARGO, Zone.UNKNOWN})
_TOP_BLOCKS = 8
_SHORT = 90  # characters of a line that is no sentence
_KEYS = frozenset(
    (
        *("number", "nummer", "nr", "no", "releasenumber", "pressreleasenumber", "pmnummer", "pmnr", "pressenummer"),
        *("pressemitteilungnr", "pressemitteilungnummer", "meldungsnummer", "mitteilungsnummer"),
    )
)
_SEPARATORS = regex(r"[-_\s.]")
_FILE = regex(r"(?:^|[-_ ])pm[-_ ]?([0-9]{1,4})[-_]((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE)
_DATED_BY = regex(r"[\s(„“\"»«*]{0,3}(?:vom|of|from|dated|am|on)?[\s,]{0,2}", re.IGNORECASE)
_YEARLY = regex(r"(?:19|20)[0-9]{2}(?:[-_]?[01][0-9])?|[0-9]{1,2}")
_SLOT = regex(r"\{(n+|yyyy|yy)\}")
_MOST = 50  # numbers of one release


def extract(release: Release, facts: Facts) -> Iterator[NumberFact]:
    """Yield the release's own number first, if it has one, then those of others in the order of the text."""
    registries = facts.house.registries
    finder = _Finder(release, facts, registries)
    found = list(finder.in_text())
    own = next(finder.in_fields(), None) or next((fact for fact in found if fact.own), None) or finder.in_name()
    if own is not None:
        yield own
    for fact in found[:_MOST]:
        if not fact.own and (own is None or fact.number != own.number):
            yield fact


def series_of(path: str, release: Release, registries: Registries) -> str:
    """Return what tells numbers apart that are counted apart: a series of the house, else folder and issuer.

    Folders of years, months and languages do not count.
    """
    shown = path.replace("\\", "/")
    for series in registries.series:
        if any(f"/{shown}".find(f"/{start.strip('/')}/") >= 0 for start in series.paths):
            return f"={series.name}"
    folders = [part for part in shown.lower().split("/")[:-1] if part not in CODES and not _YEARLY.fullmatch(part)]
    issuer = release.field("issuer")
    return "/".join(folders) + ("" if issuer is None else f"\n{' '.join(issuer.value.casefold().split())}")


class _Finder:
    """Finds the numbers of one release."""

    def __init__(self, release: Release, facts: Facts, registries: Registries) -> None:
        self.release = release
        self.facts = facts
        path = release.source.path
        self.series = series_of(path, release, registries)
        named = next((one for one in registries.series if self.series == f"={one.name}"), None)
        patterns = (named.patterns if named is not None else ()) or registries.patterns
        self.patterns = [_compiled(pattern) for pattern in patterns]

    def in_fields(self) -> Iterator[NumberFact]:
        """Yield the numbers in fields of that name; a bare number is of the year of the release."""
        for field in self.release.fields:
            if _SEPARATORS.sub("", field.key).casefold() not in _KEYS or not field.value:
                continue
            found = self._configured(field.value) or _plain(field.value.strip())
            if found is None and field.value.strip().isdigit() and len(field.value.strip()) <= 4:
                day = self.facts.one(ReleaseDate).value
                found = _Read(int(field.value), day.year) if day is not None else None
            if found is not None:
                yield self._fact(FieldRef(field.key), field.value, found, own=True)

    def in_text(self) -> Iterator[NumberFact]:
        """Yield the numbers in the prose; the first one above the text is its own."""
        has_own = False
        for start, end, found, told in self._matches():
            own = not has_own and self._is_own(start, end, told)
            if not own and told == "alone":
                continue
            has_own |= own
            days, at = ((), None) if own else self._days(end)
            span = Span(start, end)
            text = span.of(self.release.text)
            yield NumberFact(span, text, self._number(found), own, days, at, bool(self.patterns))

    def in_name(self) -> NumberFact | None:
        """Return the number in the name of the file."""
        name = self.release.source.path.replace("\\", "/").rpartition("/")[2]
        stem = name.rpartition(".")[0] or name
        for pattern in self.patterns:
            match = pattern.search(stem)
            if match is not None:
                return self._fact(None, match[0], _read(match), own=True)
        match = _FILE.search(stem) if has_digit(stem) else None
        return self._fact(None, match[0], _Read(int(match[1]), int(match[2])), own=True) if match else None

    def _matches(self) -> "Iterator[tuple[int, int, _Read, str]]":
        text = self.release.text
        if self.patterns:
            found = [
                (match.start(), match.end(), _read(match), "pattern")
                for one in self.patterns
                for match in one.finditer(text)
            ]
            yield from sorted(found, key=lambda place: place[:2])
            return
        for match in _PAIR.finditer(text):
            start = match.start()
            if text[start - 1 : start] in ("/", "-", ".", "–", ",") and start:
                continue
            before = _BEFORE.search(text, max(start - _REACH, 0), start)
            found_one = _plain(match[0]) if before is not None else None
            if before is None or found_one is None:
                continue
            label = "label" if before["label"] else "alone"
            if found_one.short and not (before["nr"] or before["alone"]):
                continue  # PM 12/18 may be a month
            yield before.start(), match.end(), found_one, label

    def _is_own(self, start: int, end: int, told: str) -> bool:
        """Tell whether a number stands above the text as its own: on a line that has little else."""
        release, text = self.release, self.release.text
        blocks = release.blocks[:_TOP_BLOCKS]
        block = next((one for one in blocks if one.span.start <= start < one.span.end), None)
        if block is None or block.zone not in _HEADS:
            return False
        line_start = max(text.rfind("\n", 0, start) + 1, block.span.start)
        line_end = text.find("\n", end, block.span.end)
        line = text[line_start : line_end if line_end >= 0 else block.span.end]
        before = text[line_start:start]
        if (
            len(line) > _SHORT
            or _OTHER.search(before)
            or (told == "alone" and before.strip(" \t|*–-•·") and "|" not in before)
        ):
            return False
        return block.zone is not Zone.HEADLINE or not before.strip()

    def _days(self, end: int) -> "tuple[tuple[date, ...], Span | None]":
        """Return the days that are told right behind a mention, and where."""
        gap = _DATED_BY.match(self.release.text, end)
        reach = (gap.end() if gap else end) + 1
        for fact in self.facts.of(DateFact):
            if fact.span.start < end:
                continue
            if fact.span.start > reach or fact.precision is not Precision.DAY or fact.offset is not None:
                return (), None
            days = (fact.start,) if fact.start is not None and fact.year is not None else fact.candidates
            return days, fact.span
        return (), None

    def _configured(self, value: str) -> "_Read | None":
        for pattern in self.patterns:
            match = pattern.search(value)
            if match is not None:
                return _read(match)
        return None

    def _fact(self, at: Place, text: str, found: "_Read", *, own: bool) -> NumberFact:
        return NumberFact(at, text, self._number(found), own, configured=bool(self.patterns))

    def _number(self, found: "_Read") -> Number:
        return Number(self.series, found.year, found.ordinal)


class _Read(NamedTuple):
    """A number as read; ``short`` tells that its year has two digits."""

    ordinal: int
    year: int
    short: bool = False


def _plain(text: str) -> _Read | None:
    """Return ``12/2018`` or ``2018/012`` as a number, None for anything else."""
    parts = _PARTS.search(text)
    if parts is None:
        return None
    first, last = parts[1], parts[2]
    if len(last) == 4 and last[:2] in ("19", "20"):
        return _Read(int(first), int(last)) if len(first) < 4 or first[:2] not in ("19", "20") else None
    if len(first) == 4 and first[:2] in ("19", "20"):
        return _Read(int(last), int(first))
    return _Read(int(first), _century(int(last)), short=True) if len(last) == 2 and int(first) else None


def _century(year: int) -> int:
    return year + (1900 if year >= 90 else 2000)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "re.Pattern[str]":
    """Return a house's pattern as an expression: ``{n}``, ``{yyyy}``, ``{yy}`` are digits, a blank any white space."""
    parts: list[str] = []
    place = 0
    for slot in _SLOT.finditer(pattern):
        parts.append(_literal(pattern[place : slot.start()]))
        kind = slot[1]
        width = "{1,6}" if kind == "n" else f"{{{len(kind)},6}}" if kind[0] == "n" else f"{{{len(kind)}}}"
        parts.append(f"(?P<{'n' if kind[0] == 'n' else kind}>[0-9]{width})")
        place = slot.end()
    parts.append(_literal(pattern[place:]))
    edge = r"(?<![0-9A-Za-z])" if pattern[:1].isalnum() or pattern.startswith("{") else ""
    return re.compile(f"{edge}{''.join(parts)}(?![0-9])", re.IGNORECASE)


def _literal(text: str) -> str:
    return r"[\s\u00a0]{1,3}".join(re.escape(part) for part in text.split(" "))


def _read(match: "re.Match[str]") -> _Read:
    groups = match.groupdict()
    year = int(groups["yyyy"]) if groups.get("yyyy") else _century(int(groups["yy"]))
    return _Read(int(groups["n"]), year)
