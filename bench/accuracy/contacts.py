"""Faults planted into the contacts and links of real releases: recall per fault, and new findings on the twins.

``python bench/accuracy/contacts.py [CORPUS] [--seed N] [--most N] [--show]``. One place of a release gets one fault. It
is found when one of the rules meant for it reports something on that line that the twin does not have. The twin is the
same release with the same preparation, such as a second mention of the contact, but without the fault; it must have no
finding of those rules that the release itself did not have. What the preparation adds is made of the release's own
numbers, names and addresses.

A fault is only planted where it can be told from the text: a digit is dropped where the plan of numbers has one length
(North America), or where the same number stands a second time beside the same name or in the target of its link.
"""

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from typos import changed, digits_at, dropped, misspelt, swapped

from presslint.engine.linter import Linter
from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import EmailFact, LinkFact, PhoneFact
from presslint.model.house import House
from presslint.model.release import Release
from presslint.text.lines import LineIndex
from presslint.text.span import Span

DEFAULT = Path(__file__).parents[2].parent / "shared" / "corpus"
TODAY = date(2026, 1, 1)
INTERNAL = ("intranet.{0}", "staging.{0}", "localhost", "10.0.0.4", "cms.intern", "preview.{0}", "192.168.3.7")
TRACKERS = (
    "utm_source=newsletter",
    "fbclid=IwAR0xyz",
    "gclid=CjwKxyz",
    "mc_cid=9f8e7d",
    "utm_medium=mail&utm_campaign=pm",
)
SCHEMES = (
    ("://", "//"),
    ("://", ":/"),
    ("http", "htp"),
    ("http", "htttp"),
    ("://", ":"),
    ("://", ";//"),
    ("://", "::/"),
)


class Document(NamedTuple):
    """A release of the corpus, read."""

    path: Path
    text: str
    release: Release
    facts: Facts


class Plant(NamedTuple):
    """One fault: the text with it, its twin, the rules meant for it, its line, and the domains of the house."""

    name: str
    faulty: str
    twin: str
    rules: tuple[str, ...]
    line: int
    file: str
    domains: tuple[str, ...] = ()


def put(document: Document, span: Span, words: str) -> tuple[str, int] | None:
    """Return the text with a stretch of prose replaced, and its line; None where markup stands in between."""
    if not document.release.prose.editable(span):
        return None
    place = document.release.prose.to_source(span)
    line = LineIndex(document.text).position(place.start).line
    return document.text[: place.start] + words + document.text[place.end :], line


def is_linked(text: str, link: str) -> bool:
    """Tell whether Markdown makes a link of the last thing that was put into a text."""
    target = link.rpartition("](")[2].removesuffix(")")
    return any(mark.target == target for mark in load(source_from_bytes(text.encode(), "a.md"), House()).marks)


def planted(
    document: Document, name: str, span: Span, words: tuple[str, str], rules: tuple[str, ...], **more: Any
) -> Iterator[Plant]:
    """Yield the plant that puts the second of ``words`` at a place whose twin has the first one."""
    twin, faulty = put(document, span, words[0]), put(document, span, words[1])
    if twin and faulty and words[0] != words[1]:
        file = more.pop("file", document.path.name)
        if file == "a.md" and not is_linked(twin[0], words[0]):
            return  # in code, for example
        yield Plant(name, faulty[0], twin[0], rules, faulty[1], file, **more)


# ---- numbers


def numbers(document: Document) -> Iterator[PhoneFact]:
    """Yield the visible, valid, whole numbers outside links."""
    for phone in document.facts.of(PhoneFact):
        if phone.valid and phone.e164 and phone.target_at is None and phone.text[0] not in "-–":
            yield phone


def letter_in_number(document: Document, _: random.Random) -> Iterator[Plant]:
    """Write the letter O for a zero, or l for a one, behind another digit."""
    for phone in numbers(document):
        for wrong in (("0", "O"), ("1", "l")):
            at = phone.text.rfind(wrong[0])
            if at > 3 and phone.text[at - 1].isdigit():
                words = phone.text[:at] + wrong[1] + phone.text[at + 1 :]
                yield from planted(document, "letter for a digit", phone.span, (phone.text, words), ("CON003",))


def digit_missing(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Leave out a digit where all numbers have one length, and a slash or brackets show of which plan they are."""
    for phone in numbers(document):
        if phone.region in {"US", "CA"} and phone.style in {"slash", "brackets"}:
            words = (phone.text, dropped(phone.text, chance))
            yield from planted(document, "digit dropped, numbers of one length", phone.span, words, ("CON003",))


def again(slip: Callable[[str, random.Random], str], name: str) -> Callable[[Document, random.Random], Iterator[Plant]]:
    """Return a fault that names a person with the number a second time at the end, with a slip in it."""

    def fault(document: Document, chance: random.Random) -> Iterator[Plant]:
        for phone in numbers(document):
            if not phone.owner or phone.owner[0].islower() or phone.kind != "phone" or len(digits_at(phone.text)) < 2:
                continue
            head = "Pressekontakt" if document.facts.language == "de" else "Press contact"
            label = "Telefon" if document.facts.language == "de" else "Phone"
            block = f"\n\n{head}:\n{phone.owner}\n{label}: "
            body = document.text.rstrip()
            wrong = slip(phone.text, chance)
            if wrong == phone.text:
                continue
            line = LineIndex(body + block).position(len(body + block)).line
            rules = ("CON003", "CON004", "CON011")
            yield Plant(name, body + block + wrong, body + block + phone.text, rules, line, document.path.name)

    return fault


def area_swapped(document: Document, _: random.Random) -> Iterator[Plant]:
    """Swap the last two digits of a German area code where no place has the result."""
    from presslint.facts.phone_areas import area_of  # noqa: PLC0415 - the table is large

    for phone in numbers(document):
        if phone.region != "DE" or phone.type != "fixed" or len(phone.area) < 3 or phone.area not in phone.text:
            continue
        wrong = phone.area[:-2] + phone.area[-1] + phone.area[-2]
        rest = (phone.e164 or "").removeprefix("+49" + phone.area)
        if wrong != phone.area and area_of(wrong + rest) is None and wrong[0] in "23456789":
            words = phone.text.replace(phone.area, wrong, 1)
            rules = ("CON003", "CON004")
            yield from planted(document, "area code swapped", phone.span, (phone.text, words), rules)


def fax_is_phone(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Give a contact a fax number: another one in the twin, the same one in the fault."""
    for phone in numbers(document):
        if phone.kind == "phone" and phone.label and phone.type in {"fixed", "either"}:
            other = changed(phone.text, chance)
            pair = (f"{phone.text}, Fax: {other}", f"{phone.text}, Fax: {phone.text}")
            if other[-1:] != phone.text[-1:] or other != phone.text:
                yield from planted(document, "fax equal to phone", phone.span, pair, ("CON009",))


def tel_changed(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Link a number to itself, and in the fault to one with another digit."""
    for phone in numbers(document):
        for slip in (changed, swapped, dropped):
            wrong = slip(phone.e164 or "", chance)
            if wrong != phone.e164:
                pair = (f"[{phone.text}](tel:{phone.e164})", f"[{phone.text}](tel:{wrong})")
                yield from planted(document, "tel target changed", phone.span, pair, ("CON012",), file="a.md")


# ---- addresses


def mails(document: Document) -> Iterator[EmailFact]:
    """Yield the visible, sound addresses outside links."""
    for mail in document.facts.of(EmailFact):
        if not mail.problem and mail.target_at is None and mail.text == f"{mail.local}@{mail.domain}":
            yield mail


def comma_in_address(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Write a comma for a dot of the domain."""
    for mail in mails(document):
        dots = [place for place, sign in enumerate(mail.text) if sign == "." and place > len(mail.local)]
        at = chance.choice(dots)
        words = (mail.text, mail.text[:at] + "," + mail.text[at + 1 :])
        yield from planted(document, "comma for a dot", mail.span, words, ("CON013",))


def mailto_changed(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Link an address to itself, and in the fault to one with another letter."""
    for mail in mails(document):
        wrong = misspelt(mail.text, chance, len(mail.text))
        pair = (f"[{mail.text}](mailto:{mail.text})", f"[{mail.text}](mailto:{wrong})")
        yield from planted(document, "mailto target changed", mail.span, pair, ("CON012",), file="a.md")


# ---- links


def pages(document: Document) -> Iterator[LinkFact]:
    """Yield the addresses of pages that stand in the text and have a scheme."""
    for link in document.facts.of(LinkFact):
        if link.kind == "bare" and link.scheme in {"http", "https"} and link.domain and link.text.isascii():
            yield link


def host_misspelt(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Misspell the domain of the house by one letter."""
    for link in pages(document):
        own = link.domain.partition(".")[0]
        if len(own) < 6 or link.text.count(own) != 1:
            continue
        words = (link.text, link.text.replace(own, misspelt(own, chance, len(own))))
        more = {"domains": (link.domain,)}
        yield from planted(document, "host misspelt by one letter", link.span, words, ("LNK015", "LNK001"), **more)


def scheme_broken(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Break the scheme of an address."""
    for link in pages(document):
        words = (link.text, link.text.replace(*chance.choice(SCHEMES), 1))
        yield from planted(document, "scheme broken", link.span, words, ("LNK001",))


def tracker_added(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Add parameters that follow the reader."""
    for link in pages(document):
        if "#" not in link.text:
            words = (link.text, link.text + ("&" if "?" in link.text else "?") + chance.choice(TRACKERS))
            yield from planted(document, "tracker added", link.span, words, ("LNK007",))


def internal_host(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Lead to a host inside the house."""
    for link in pages(document):
        host = chance.choice(INTERNAL).format(link.domain)
        words = (link.text, link.text.replace(link.host, host, 1))
        yield from planted(document, "internal host", link.span, words, ("LNK004",))


def gateway_added(document: Document, _: random.Random) -> Iterator[Plant]:
    """Wrap an address as a mail gateway does."""
    for link in pages(document):
        escaped = link.text.replace("%", "%25").replace(":", "%3A").replace("/", "%2F").replace("&", "%26")
        words = (link.text, f"https://eur01.safelinks.protection.outlook.com/?url={escaped}&data=05%7C01")
        yield from planted(document, "mail gateway around a link", link.span, words, ("LNK005",))


def targets_swapped(document: Document, chance: random.Random) -> Iterator[Plant]:
    """Show one address and lead to the other; the twin leads to the one that is shown."""
    links = list(pages(document))
    for link in links:
        others = [other for other in links if other.domain != link.domain]
        if others and not set("()[]<>") & set(document.release.text[max(link.span.start - 2, 0) : link.span.end]):
            target = chance.choice(others).target
            pair = (f"[{link.host}]({link.target})", f"[{link.host}]({target})")
            yield from planted(document, "text and target swapped", link.span, pair, ("LNK002",), file="a.md")


FAULTS: tuple[Callable[[Document, random.Random], Iterator[Plant]], ...] = (
    letter_in_number, digit_missing, area_swapped, fax_is_phone, tel_changed, comma_in_address, mailto_changed,
    host_misspelt, scheme_broken, tracker_added, internal_host, gateway_added, targets_swapped,
    again(dropped, "digit dropped, number given twice"),
    again(swapped, "digits swapped, number given twice"),
    again(changed, "digit changed, number given twice"),
)  # fmt: skip


def documents(corpus: Path) -> Iterator[Document]:
    """Yield the German and English text and Markdown releases."""
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
            if facts.language == language:
                yield Document(path, source.text, release, facts)


class Judge:
    """Lints texts, with one linter for each house."""

    def __init__(self) -> None:
        self._linters: dict[tuple[str, ...], Linter] = {}

    def found(self, text: str, plant: Plant) -> set[tuple[str, int, str]]:
        """Return rule, line and place of the findings of the rules meant for a plant."""
        linter = self._linters.get(plant.domains)
        if linter is None:
            overrides = {"select": ("CON", "LNK"), "house": House(domains=plant.domains)}
            linter = self._linters[plant.domains] = Linter(overrides, today=TODAY)
        result = linter.check(source_from_bytes(text.encode(), plant.file))
        return {
            (item.rule, item.where.line, re.sub(r"\s+", " ", item.snippet))
            for item in result.findings
            if item.rule in plant.rules
        }


def score(corpus: Path, seed: int, most: int) -> dict[str, dict[str, Any]]:
    """Plant, lint, count."""
    chance = random.Random(seed)
    planted_by_name: dict[str, list[tuple[Document, Plant]]] = {}
    for document in documents(corpus):
        for fault in FAULTS:
            plants = list(fault(document, chance))
            if plants:
                plant = chance.choice(plants)
                planted_by_name.setdefault(plant.name, []).append((document, plant))
    judge = Judge()
    rows: dict[str, dict[str, Any]] = {}
    for name, made in sorted(planted_by_name.items()):
        chosen = made if len(made) <= most else chance.sample(made, most)
        row: dict[str, Any] = {"planted": len(chosen), "found": 0, "new on twins": 0, "misses": [], "new": []}
        for document, plant in chosen:
            count(row, document, plant, judge)
        rows[name] = row
    return rows


def count(row: dict[str, Any], document: Document, plant: Plant, judge: Judge) -> None:
    """Lint one plant, its twin and the release itself."""
    twin = judge.found(plant.twin, plant)
    found = judge.found(plant.faulty, plant) - twin
    hit = any(abs(line - plant.line) <= 1 for _, line, _ in found)
    row["found"] += hit
    if not hit:
        shown = plant.faulty.split("\n")[plant.line - 1]
        row["misses"].append(f"missed: {document.path.name}:{plant.line}: {shown.strip()[:160]}")
    before = {(rule, place) for rule, _, place in judge.found(document.text, plant)}
    for rule, line, place in sorted(twin):
        if (rule, place) not in before:
            row["new on twins"] += 1
            row["new"].append(f"new on the twin: {document.path.name}:{line} {rule} {place}")


def main() -> None:
    """Read the arguments, plant, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--most", type=int, default=200)
    options.add_argument("--show", action="store_true", help="misses and new findings too")
    chosen = options.parse_args()
    for name, row in score(chosen.corpus, chosen.seed, chosen.most).items():
        recall = 100 * row["found"] / row["planted"]
        print(f"{name:38} {row['found']:4} of {row['planted']:4} {recall:6.1f} %   new on twins {row['new on twins']}")
        for line in (*row["misses"], *row["new"]) if chosen.show else ():
            print(f"    {line}")


if __name__ == "__main__":
    main()
