"""Numbers of releases: which are its own, which are mentioned, and which are none."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.facts import Facts
from presslint.facts.release_numbers import series_of
from presslint.load import load, source_from_bytes
from presslint.model.house import House
from presslint.model.repository import NumberFact, Registries, Series

BODY = "\n\nBäder öffnen\n\nAhrenfeld, 23. Februar 2018\n\nDie Bäder der Stadt öffnen wieder, sagt die Stadt.{}\n"


def numbers(text: str, path: str = "a.md", registries: Registries | None = None) -> tuple[NumberFact, ...]:
    release = load(source_from_bytes(text.encode(), path))
    return Facts(release, House(registries=registries or Registries())).of(NumberFact)


def told(text: str, path: str = "a.md", registries: Registries | None = None) -> list[tuple[bool, int, int]]:
    return [(fact.own, fact.number.ordinal, fact.number.year) for fact in numbers(text, path, registries)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Pressemitteilung Nr. 12/2018", (12, 2018)),
        ("PRESSEINFORMATION 2018/012", (12, 2018)),
        ("Medienmitteilung Nummer 7-2018", (7, 2018)),
        ("Press release No. 7/18", (7, 2018)),
        ("News release #3/97", (3, 1997)),
        ("Nr. 12/2018 | 23. Februar 2018", (12, 2018)),
    ],
)
def test_a_line_above_the_text_is_its_own(line: str, found: tuple[int, int]) -> None:
    assert told(line + BODY.format("")) == [(True, *found)]


@pytest.mark.parametrize(
    "line",
    [
        "PM 12/18",
        "Drucksache Nr. 12/2018",
        "Korrektur zu Nr. 12/2018",
        "Nr. 12/13",
        "Presse 2018/2019",
        "Pressemitteilung 1.2/2018",
        "Pressemitteilung Nr. 0/18",
    ],
)
def test_other_lines_are_not(line: str) -> None:
    assert not [one for one in told(line + BODY.format("")) if one[0] and one[2] != 2013]


def test_fields_and_file_names() -> None:
    assert told("---\nnumber: 12/2018\n---\nText\n") == [(True, 12, 2018)]
    assert told("---\nnummer: 12\ndate: 2018-02-23\n---\nText\n") == [(True, 12, 2018)]
    assert told("---\nnummer: 12\n---\nText\n") == []
    assert told("---\nnummer: zwölf\n---\nText\n") == []
    assert told("Text\n", "presse/PM_12_2018.md") == [(True, 12, 2018)]
    pattern = Registries(patterns=("{yyyy}-{nnn}",))
    assert told("Text\n", "2018-012-baeder.md", pattern) == [(True, 12, 2018)]
    assert told("---\nnr: 2018-012\n---\nText\n", registries=pattern) == [(True, 12, 2018)]


@pytest.mark.parametrize(
    ("mention", "days"),
    [
        (" Siehe PM Nr. 11/2018 vom 20.02.2018.", (date(2018, 2, 20),)),
        (" Siehe Pressemitteilung Nr. 11/2018 (20. Februar 2018).", (date(2018, 2, 20),)),
        (" Siehe Pressemitteilung Nr. 11/2018 vom 20. Februar.", (date(2018, 2, 20),)),
        (" Siehe Pressemitteilung Nr. 11/2018. Am 3. März 2018 ist Markt.", ()),
        (" Siehe Pressemitteilung Nr. 11/2018 von heute.", ()),
        (" Siehe Pressemitteilung Nr. 11/2018", ()),
    ],
)
def test_a_mention_and_its_day(mention: str, days: tuple[date, ...]) -> None:
    (fact,) = [one for one in numbers("Pressemitteilung Nr. 12/2018" + BODY.format(mention)) if not one.own]
    assert (fact.number.ordinal, fact.days[:1]) == (11, days)


def test_series() -> None:
    registries = Registries(series=(Series("n", ("presse/nord",), ("N {n}/{yyyy}",)),))
    assert told("N 12/2018" + BODY.format(""), "presse/nord/a.md", registries) == [(True, 12, 2018)]
    release = load(source_from_bytes(b"---\nissuer: Stadt  Ahrenfeld\n---\nx\n", "a.md"))
    assert series_of("presse/2018/02/de/a.md", release, Registries()) == "presse\nstadt ahrenfeld"
    assert series_of("presse/nord/2018/a.md", release, registries) == "=n"


@given(st.integers(1, 9999), st.integers(1990, 2089))
@settings(max_examples=60, deadline=None)
def test_what_a_pattern_writes_is_read(count: int, year: int) -> None:
    for pattern, text in (
        ("Nr. {n}/{yyyy}", f"Nr. {count}/{year}"),
        ("{yy}-{nnn} PM", f"{year % 100:02}-{count:03} PM"),
    ):
        assert told(text + BODY.format(""), registries=Registries(patterns=(pattern,)))[0] == (True, count, year)
