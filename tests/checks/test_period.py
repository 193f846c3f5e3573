from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.release import Zone
from presslint.text.span import Span


def found(text: str, day: date | None = date(2018, 8, 2), format_: str = "text") -> list[tuple[str, str]]:
    release = load(source_from_bytes(text.encode(), "-"), format=format_)
    check = find("period.stale")
    hits = check.run(Context(release, Facts(release, release_date=day), date(2026, 1, 15)), check.params())
    return [(hit.case, hit.at.of(release.text)) for hit in hits if isinstance(hit.at, Span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Stadt hat im laufenden Jahr 2017 viel gebaut.", ["laufenden Jahr 2017"]),
        ("Die Stadt hat im vergangenen Jahr, 2015, viel gebaut.", ["vergangenen Jahr, 2015"]),
        ("Die Stadt wird im nächsten Jahr (2018) viel bauen.", ["nächsten Jahr (2018"]),
        ("The town has built a lot this year (2017) for all.", ["this year (2017"]),
        ("Die Stadt hat im laufenden Jahr 2018 viel gebaut.", []),
        ("Die Stadt hat im vergangenen Jahr 2016/17 viel gebaut.", []),
        ("Die Stadt hat im vergangenen Jahr viel gebaut, 2015 nicht.", []),
        ("Sie sagte: „Im laufenden Jahr 2017 ist viel gebaut worden.“ Das war die Stadt.", []),
        ("La ciudad construyó mucho el año pasado, 2015, y este año también.", []),
    ],
)
def test_years_of_an_earlier_release(text: str, expected: list[str]) -> None:
    assert [place for _, place in found(text)] == expected


def test_without_a_release_date_there_is_no_current_year() -> None:
    assert found("Die Stadt hat im laufenden Jahr 2017 viel gebaut.", None) == []


def test_years_in_the_boilerplate_are_left_alone() -> None:
    text = "Die Stadt hat im laufenden Jahr 2017 viel gebaut."
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    release = release._replace(blocks=tuple(block._replace(zone=Zone.BOILERPLATE) for block in release.blocks))
    check = find("period.stale")
    context = Context(release, Facts(release, release_date=date(2018, 8, 2)), date(2026, 1, 15))
    assert not list(check.run(context, check.params()))


QUARTERS = "# Umsatz im {} gestiegen\n\nAhrenfeld, 2. August 2018\n\nIm {} war der Umsatz gut.\n\nIm {} war er es auch."


@pytest.mark.parametrize(
    ("head", "one", "other", "wrong"),
    [
        ("ersten Quartal 2018", "zweiten Quartal 2018", "zweiten Quartal 2018", True),
        ("zweiten Quartal 2018", "zweiten Quartal 2018", "ersten Quartal 2018", False),
        ("ersten Quartal 2018", "zweiten Quartal 2018", "dritten Quartal 2018", False),
        ("ersten Quartal 2018", "zweiten Quartal 2018", "Mai 2018", False),
        ("ersten Halbjahr 2018", "zweiten Quartal 2018", "zweiten Quartal 2018", False),
    ],
)
def test_the_quarter_of_the_headline(head: str, one: str, other: str, wrong: bool) -> None:  # noqa: FBT001 - a column
    assert [case for case, _ in found(QUARTERS.format(head, one, other), format_="markdown")] == (
        ["headline"] if wrong else []
    )
