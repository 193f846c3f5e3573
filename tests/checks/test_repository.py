"""Releases side by side: entries, the index, its claims, and the checks that follow them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks import Context
from presslint.checks.repository_claims import LINKS, NAMES, NUMBERS, PAIRS, claims_of
from presslint.checks.repository_entries import Wanted, address_of, entry_of, is_correction, is_draft, pair_of, sketch
from presslint.checks.repository_index import Index, likeness, twins
from presslint.checks.repository_values import COUNT, MONEY, PERCENT, TIME, values_of
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.house import House
from presslint.model.release import Release
from presslint.model.repository import CORRECTION, DENSE, DRAFT, Claim, Entry, Registries

DAY = date(2018, 1, 1).toordinal()


def release(text: str, path: str = "a.md") -> Release:
    return load(source_from_bytes(text.encode(), path))


def context(text: str, path: str = "a.md", **registries: Any) -> Context:
    loaded = release(text, path)
    return Context(loaded, Facts(loaded, House(registries=Registries(**registries))), date.max)


def claims(entries: Mapping[str, Entry]) -> dict[tuple[str, str], tuple[Claim, ...]]:
    index = Index()
    for place, (path, entry) in enumerate(entries.items(), 1):
        index.add(path, entry._replace(path=entry.path or place))
    assert len(index) == len(entries)
    return claims_of(index)


def numbered(count: int, day: int, **more: Any) -> Entry:
    return Entry(day=DAY + day if day >= 0 else 0, language="de", numbers=((1, 2018, count),), **more)


def test_numbers_rise_and_nothing_is_said() -> None:
    assert claims({f"{n}.md": numbered(n, n * 7) for n in range(1, 6)}) == {}
    assert claims({"a.md": numbered(1, -1), "b.md": numbered(2, 3)}) == {}
    assert claims({"a.md": numbered(1, 2), "b.md": numbered(2, 0)}) == {}, "two days are nothing"


def test_the_fewest_are_out_of_order() -> None:
    found = claims({f"{n}.md": numbered(n, 90 if n == 3 else n * 7) for n in range(1, 7)})
    assert found == {(NUMBERS, "3.md"): (Claim("order", "4.md", (4, DAY + 28, 1)),)}
    found = claims({f"{n}.md": numbered(n, 1 if n == 6 else n * 7) for n in range(1, 7)})
    assert found == {(NUMBERS, "6.md"): (Claim("order", "5.md", (5, DAY + 35, 0)),)}
    close = claims({"a.md": numbered(1, 2, flags=DENSE), "b.md": numbered(2, 0, flags=DENSE)})
    assert [claim.case for one in close.values() for claim in one] == ["order"]


def test_a_whole_series_has_gaps() -> None:
    found = claims({f"{n}.md": numbered(n, n * 7) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11)})
    assert found == {(NUMBERS, "11.md"): (Claim("gap", "9.md", (10, 10, 9)),)}
    assert claims({f"{n}.md": numbered(n, n * 7) for n in (1, 2, 3, 9, 11)}) == {}


def test_one_number_twice() -> None:
    found = claims({"b.md": numbered(1, 9), "a.md": numbered(1, 5), "c.md": numbered(1, 20, flags=CORRECTION)})
    assert found == {(NUMBERS, "b.md"): (Claim("duplicate", "a.md"),)}
    assert claims({"a.md": numbered(1, 5), "b.md": numbered(1, 5)._replace(language="en")}) == {}


def test_names_texts_and_likeness() -> None:
    same = {"a.md": Entry(DAY, "de", slug=7, headline=3, text=5), "b.md": Entry(DAY, "de", slug=7, headline=3, text=5)}
    assert claims(same) == {(NAMES, "b.md"): (Claim("slug", "a.md"),)}
    other_day = {
        "a.md": Entry(DAY, "de", headline=3),
        "b.md": Entry(DAY + 1, "de", headline=3),
        "c.md": Entry(0, headline=3),
    }
    assert claims(other_day) == {}
    first, second = (
        sketch("ein Wort und noch eins " * 9 + "ende der Liste"),
        sketch("ganz andere Dinge stehen hier " * 9 + "und aus"),
    )
    assert likeness(first, second) < 0.5
    assert sketch("zu kurz") == b""
    series = {f"{n}.md": Entry(DAY + n, "de", text=n + 1, shingles=first) for n in range(4)}
    assert claims(series) == {}, "more than two are a series"
    series["x.md"] = Entry(DAY, "de", text=99, shingles=first)
    assert claims(series) == {(NAMES, "x.md"): (Claim("alike", "0.md", (100,)),)}


def test_twins() -> None:
    assert list(twins([0, 5, 0, 6, 5, 7, 5])) == [[1, 4, 6]]


@given(st.lists(st.text("abcdefgh ", min_size=3, max_size=9), min_size=60, max_size=200))
@settings(max_examples=40, deadline=None)
def test_a_text_is_wholly_like_itself(words: list[str]) -> None:
    drawn = sketch(" ".join(words))
    assert not drawn or likeness(drawn, drawn) in (0.0, 1.0)


def paired(language: str, *values: int, **more: Any) -> Entry:
    return Entry(DAY, language, pair=9, paired=True, values=values, **more)


def test_pairs() -> None:
    assert claims({"a": paired("de", 17, 33), "b": paired("en", 17)}) == {}, "one version may be shorter"
    assert claims({"a": paired("de", 17), "b": paired("en", 34)}) == {}, "facts of other kinds"
    assert claims({"b": paired("en", 17), "a": paired("de", 33)}) == {(PAIRS, "b"): (Claim("drift", "a"),)}
    assert claims({"a": paired("de", 17), "b": paired("de", 33)}) == {}, "no versions of one release"
    number = {"a": paired("de", numbers=((1, 2018, 2),)), "b": paired("en", numbers=((1, 2018, 3),))}
    assert claims(number)[PAIRS, "b"] == (Claim("number", "a"),)
    older = {"a": paired("de", updated=DAY + 9), "b": paired("en", updated=DAY + 2)}
    assert claims(older) == {(PAIRS, "b"): (Claim("older", "a", (DAY + 9, DAY + 2)),)}


def test_origins() -> None:
    base, copy = Entry(DAY, "de", path=50), Entry(DAY, "en", origin=50, paired=True)
    assert claims({"a": base, "b": copy}) == {(PAIRS, "b"): (Claim("drift", "a"),)}
    assert claims({"b": copy}) == {(PAIRS, "b"): (Claim("missing"),)}
    assert claims({"a": base._replace(language="en"), "b": copy}) == {}
    both = {
        "a": Entry(DAY, "de", path=50, origin=51, paired=True, values=(17,)),
        "b": copy._replace(path=51, values=(33,)),
    }
    assert list(claims(both)) == [(PAIRS, "b")]


def test_references() -> None:
    to = {"a": Entry(DAY, links=((50, 1), (50, 1)))}
    assert claims({**to, "b": Entry(DAY, path=50)}) == {}
    assert claims({**to, "b": Entry(DAY, path=50, flags=DRAFT)}) == {(LINKS, "a"): (Claim("draft", "b"),)}
    held = Entry(DAY, path=50, held=DAY + 3)
    assert claims({**to, "b": held}) == {(LINKS, "a"): (Claim("embargoed", "b", (DAY + 3,)),)}
    assert claims({"a": to["a"]._replace(held=DAY + 3), "b": held}) == {}
    assert claims({"a": Entry(DAY, path=50, links=((50, 1),))}) == {}, "a link to itself"
    assert claims({"a": Entry(DAY, links=((50, 1), (60, 1), (70, 2))), "b": Entry(DAY, path=50)}) == {
        (LINKS, "a"): (Claim("lost"),)
    }


def test_mentions() -> None:
    one = {"b": numbered(11, 0), "c": numbered(13, 9)}
    assert claims({**one, "a": Entry(mentions=((1, 2018, 11, ()),))}) == {}
    assert claims({**one, "a": Entry(mentions=((2, 2018, 11, (DAY,)),))}) == {}, "in another folder"
    wrong = claims({**one, "a": Entry(mentions=((1, 2018, 11, (DAY + 1,)),))})
    assert wrong == {(LINKS, "a"): (Claim("date", "b", (2018, 11, DAY)),)}
    assert claims({**one, "a": Entry(mentions=((1, 2018, 12, ()), (1, 2009, 1, ())))}) == {}
    dense = {path: entry._replace(flags=DENSE) for path, entry in one.items()}
    assert claims({**dense, "a": Entry(mentions=((1, 2018, 12, ()),))})[LINKS, "a"] == (
        Claim("number", "", (2018, 12)),
    )


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Das kostet 1.234 Euro und 3,4 Mio. Euro.", "de", {(MONEY, "EUR 1234"), (MONEY, "EUR 3400000")}),
        ("€1,234 and 3.4 million euros (4.2 million dollars).", "en", {(MONEY, "EUR 1234"), (MONEY, "EUR 3400000")}),
        ("Etwa 1.234,5 t, 12 Orte, 1998, 007, 42 000 Gäste.", "de", {(COUNT, "42000")}),
        ("Rund 3 Milliarden Bäume.", "de", {(COUNT, "3000000000")}),
        ("Der Anteil stieg auf 39,4 Prozent.", "de", {(PERCENT, "39.4")}),
        ("The share rose to 39.4 per cent.", "en", {(PERCENT, "39.4")}),
        ("At 9 a.m. GMT the doors open on 15 March 2018.", "en", {(TIME, "09:00")}),
    ],
)
def test_values_are_the_same_in_all_languages(text: str, language: str, found: set[tuple[int, str]]) -> None:
    ctx = context(f"---\nlanguage: {language}\n---\n{text}\n")
    assert {(value.kind, value.key) for value in values_of(ctx) if value.kind != 1} == found


def test_what_metadata_says() -> None:
    assert is_draft(release("---\nstatus: draft\n---\nx\n"))
    assert is_draft(release("---\ndraft: true\n---\nx\n"))
    assert not is_draft(release("---\ndraft: false\nstatus: published\n---\nx\n"))
    assert is_correction(release("---\nkorrektur: 1\n---\nx\n"))
    assert is_correction(release("---\ntitle: Berichtigung zur Tour\n---\nx\n"))
    assert is_correction(release("Korrektur\n\n# Tour\n\nDie Tour beginnt.\n"))
    assert not is_correction(release("# Tour\n\nDie Tour beginnt.\n"))
    field = address_of(release("---\nurl: /a/\n---\nx\n"))
    assert field is not None
    assert field.value == "/a/"


def test_how_versions_are_named() -> None:
    assert pair_of(release("x\n", "p/a.de.md")).name == "p/a.md"
    assert pair_of(release("x\n", "p/a-en.md")).name == "p/a.md"
    assert pair_of(release("x\n", "p/a.xx.md")).name == ""
    assert pair_of(release("---\ntranslationKey: k\n---\nx\n")).name == "#k"
    found = pair_of(release("---\nlanguage: en\nhreflang:\n  de: b.md\n  en: a.md\n---\nx\n", "p/a.md"))
    assert [path for path, _ in found.origins] == ["p/b.md"]
    assert pair_of(release("---\ntranslation_of: https://www.ahrenfeld.de/x\n---\nx\n")).origins == ()


def test_an_entry_holds_no_text() -> None:
    head = "---\ntitle: Geheimer Titel\nslug: geheim\nembargo: 2018-03-01\nupdated: 2018-02-01\n---\n"
    text = f"{head}# Geheimer Titel\n\nGeheime Worte.\n"
    entry = entry_of(context(text), Wanted(alike=True, translations=True, links=True))
    assert "eheim" not in repr(entry)
    assert (entry.held, entry.updated) == (date(2018, 3, 1).toordinal(), date(2018, 2, 1).toordinal())
    assert entry_of(context("x\n"), Wanted()).slug == 0
