"""Faults planted into clean real releases: how many are found, and what is found that was not planted.

``python bench/accuracy/plant.py [CORPUS] [--seed N] [--most N]``. Each fault is planted at one place of one release.
It is found when the rule that is meant for it reports something at that line, or, for faults that concern the whole
release, anywhere. The unplanted twin is the same release with the same preparation (such as the page markers that the
fault then takes away) but without the fault: it must have no finding of the rules meant for the fault that the release
itself did not have.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from presslint.engine.linter import Linter
from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import DateFact, DateForm, DateRole, RangeFact, ReleaseDate, YearFrom
from presslint.model.house import House
from presslint.model.release import Release
from presslint.text.calendar_names import MONTHS_WIDE, WEEKDAYS_WIDE
from presslint.text.lines import LineIndex
from presslint.text.span import Span

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus"
TODAY = date(2026, 1, 1)


class Document(NamedTuple):
    """A release of the corpus, read."""

    path: Path
    text: str
    release: Release
    facts: Facts


class Plant(NamedTuple):
    """One fault: the text with it, its twin without it, the rules meant for it, and its line (0 for anywhere)."""

    name: str
    faulty: str
    twin: str
    rules: tuple[str, ...]
    line: int


def replaced(document: Document, span: Span, words: str) -> tuple[str, int] | None:
    """Return the text with a stretch of prose replaced, and its line; None where markup stands in between."""
    if not document.release.prose.editable(span):
        return None
    place = document.release.prose.to_source(span)
    line = LineIndex(document.text).position(place.start).line
    return document.text[: place.start] + words + document.text[place.end :], line


def weekday_shifted(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Write another weekday beside a full date."""
    names = WEEKDAYS_WIDE[document.facts.language]
    for fact in document.facts.of(DateFact):
        if fact.weekday is None or fact.weekday_span is None or fact.quoted or fact.start is None:
            continue
        if fact.weekday == fact.start.weekday() and fact.weekday_text in names and fact.year_from is YearFrom.WRITTEN:
            other = names[(fact.weekday + chance.randrange(1, 7)) % 7]
            made = replaced(document, fact.weekday_span, other)
            if made:
                yield Plant("weekday shifted", made[0], document.text, ("DAT002",), made[1])


def full_dates(document: Document) -> Iterator[tuple[DateFact, str]]:
    """Yield the dates that are written out in full, with the words of the day alone."""
    for fact in document.facts.of(DateFact):
        words = fact.day_span.of(document.release.text)
        in_full = fact.form in {DateForm.WORDS, DateForm.NUMERIC} and fact.year_from is YearFrom.WRITTEN
        if in_full and fact.start is not None and fact.day is not None and fact.month is not None and not fact.quoted:
            yield fact, words


def day_impossible(document: Document, _: random.Random) -> Iterator[Plant]:
    """Write the 31st of a month that has 30 days, or the 30th of February."""
    for fact, words in full_dates(document):
        if fact.month not in {2, 4, 6, 9, 11}:
            continue
        wrong = "30" if fact.month == 2 else "31"
        number = f"{fact.day:02}" if words.startswith("0") else str(fact.day)
        if words.count(number) != 1:
            continue
        made = replaced(document, fact.day_span, words.replace(number, wrong))
        if made:
            yield Plant("day impossible", made[0], document.text, ("DAT001",), made[1])


def year_off(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Write the year before or after, where a weekday stands beside the date as evidence."""
    for fact, words in full_dates(document):
        if fact.start is None or fact.weekday != fact.start.weekday() or (fact.month, fact.day) == (2, 29):
            continue
        slip = chance.choice((-1, 1))
        made = replaced(document, fact.day_span, words.replace(str(fact.year), str((fact.year or 0) + slip)))
        if str(fact.year) in words and made:
            yield Plant("year off by one, weekday as evidence", made[0], document.text, ("DAT002", "DAT007"), made[1])


def range_reversed(document: Document, _: random.Random) -> Iterator[Plant]:
    """Swap the two days of a range within one month."""
    for fact in document.facts.of(RangeFact):
        first, last = fact.first, fact.last
        if first.start is None or last.start is None or fact.quoted or first.weekday is not None:
            continue
        if first.start >= last.start or last.weekday is not None or first.month != last.month or not first.month:
            continue
        text, one, two = document.release.text, str(first.day), str(last.day)
        start, end = first.day_span.of(text), last.day_span.of(text)
        if start.count(one) != 1 or end.count(two) != 1 or not document.release.prose.editable(fact.span):
            continue
        between = text[first.day_span.end : last.day_span.start]
        words = start.replace(one, two) + between + end.replace(two, one)
        made = replaced(document, Span(first.day_span.start, last.day_span.end), words)
        if made:
            yield Plant("range reversed", made[0], document.text, ("DAT012",), made[1])


def embargo_late(document: Document, _: random.Random) -> Iterator[Plant]:
    """Put an embargo that ends after the only event of the release at its head; the twin's ends before it."""
    release_day = document.facts.one(ReleaseDate).value
    language = document.facts.language
    if release_day is None:
        return
    later = [fact for fact in document.facts.of(DateFact) if fact.start and fact.start > release_day]
    events = [fact for fact in later if fact.role is DateRole.EVENT and fact.day]
    if (
        not events
        or len(events) < len(later)
        or any((fact.start - release_day).days > 20 for fact in later if fact.start)
    ):
        return
    ends = [fact.until for fact in events if fact.until]
    text = document.text
    late = embargo(max(ends) + timedelta(days=2), language) + "\n\n" + text
    yield Plant("embargo after the event", late, embargo(release_day, language) + "\n\n" + text, ("EMB003",), 0)


def embargo(day: date, language: str) -> str:
    """Return an embargo line."""
    month = MONTHS_WIDE[language][day.month - 1]
    if language == "de":
        return f"Sperrfrist: {day.day}. {month} {day.year}, 10.00 Uhr (MEZ)"
    return f"Embargoed until {day.day} {month} {day.year}, 10:00 a.m. ET"


def marker_removed(document: Document, _: random.Random) -> Iterator[Plant]:
    """Give two pages their markers, then take the second one away."""
    paragraphs = document.text.split("\n\n")
    if len(paragraphs) < 4 or paragraphs[0].startswith("---"):
        return
    words = ("Seite {} von 2", "Page {} of 2")[document.facts.language != "de"]
    middle = len(paragraphs) // 2
    first = [*paragraphs[:1], words.format(1), *paragraphs[1:]]
    both = [*paragraphs[:1], words.format(1), *paragraphs[1:middle], words.format(2), *paragraphs[middle:]]
    yield Plant("page marker removed", "\n\n".join(first), "\n\n".join(both), ("PAG001",), 0)


FAULTS: tuple[Callable[[Document, random.Random], Iterator[Plant]], ...] = (
    weekday_shifted, day_impossible, year_off, range_reversed, embargo_late, marker_removed,
)  # fmt: skip


def documents(corpus: Path) -> Iterator[Document]:
    """Yield the German and English text and Markdown releases that have no finding of the date rules."""
    linter = Linter({"select": ("DAT001", "DAT002", "DAT012", "EMB003", "PAG")}, today=TODAY)
    for language in ("de", "en"):
        for path in sorted((corpus / language).rglob("*")):
            if path.suffix not in {".txt", ".md", ".markdown"}:
                continue
            try:
                source = source_from_bytes(path.read_bytes(), path.name)
                release = load(source, House())
            except LoadError as error:
                print(f"{path}: {error}", file=sys.stderr)
                continue
            facts = Facts(release, House())
            if facts.language == language and not linter.check(source).findings:
                yield Document(path, source.text, release, facts)


def places(linter: Linter, text: str, name: str, rules: tuple[str, ...]) -> set[tuple[str, int]]:
    """Return rule and line of the findings of some rules."""
    result = linter.check(source_from_bytes(text.encode(), name))
    return {(finding.rule, finding.where.line) for finding in result.findings if finding.rule in rules}


def score(corpus: Path, seed: int, most: int) -> dict[str, Any]:
    """Plant, lint, count."""
    chance = random.Random(seed)
    planted: dict[str, list[tuple[Document, Plant]]] = {}
    for document in documents(corpus):
        for fault in FAULTS:
            plants = list(fault(document, chance))
            if plants:
                plant = chance.choice(plants)
                planted.setdefault(plant.name, []).append((document, plant))
    linter = Linter({"select": ("DAT", "EMB", "PAG")}, today=TODAY)
    rows: dict[str, Any] = {}
    for name, made in sorted(planted.items()):
        chosen = made if len(made) <= most else chance.sample(made, most)
        row: dict[str, Any] = {"planted": len(chosen), "found": 0, "false on twins": 0, "misses": [], "false": []}
        for document, plant in chosen:
            where = f"{document.path.name}:{plant.line}"
            found = places(linter, plant.faulty, document.path.name, plant.rules)
            hit = any(plant.line in {0, line} for _, line in found)
            row["found"] += hit
            if not hit:
                row["misses"].append(where)
            before = places(linter, document.text, document.path.name, plant.rules)
            twin = places(linter, plant.twin, document.path.name, plant.rules)
            if len(twin) > len(before):
                row["false on twins"] += 1
                row["false"].append(f"{where} {sorted(twin)}")
        rows[name] = row
    return rows


def main() -> None:
    """Read the arguments, plant, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--most", type=int, default=200)
    chosen = options.parse_args()
    for name, row in score(chosen.corpus, chosen.seed, chosen.most).items():
        recall = 100 * row["found"] / row["planted"]
        print(
            f"{name:38} {row['found']:4} of {row['planted']:4} {recall:6.1f} %   false on twins {row['false on twins']}"
        )
        for line in (*row["misses"], *row["false"]):
            print(f"    {line}")


if __name__ == "__main__":
    main()
