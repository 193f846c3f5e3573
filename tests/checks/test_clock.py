from datetime import date, time

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import TimeFact
from presslint.model.finding import Confidence, Hit
from presslint.model.house import House
from presslint.model.release import Zone
from presslint.text.span import Span


def hits(check: str, text: str, house: House | None = None, times: tuple[TimeFact, ...] | None = None) -> list[Hit]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    facts = Facts(release, house, date(2018, 1, 5))
    if times is not None:
        facts._known[TimeFact] = times
    known = find(check)
    return list(known.run(Context(release, facts, date(2026, 1, 15)), known.params()))


def found(check: str, text: str, **more: object) -> list[tuple[str, str]]:
    return [(hit.case, hit.at.of(text)) for hit in hits(check, text, **more) if isinstance(hit.at, Span)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Feier der Stadt ist am 5. Juni 2018 um 25:10 Uhr.", [("impossible", "25:10 Uhr")]),
        ("Die Feier der Stadt ist am 5. Juni 2018 um 9:75 Uhr.", [("impossible", "9:75 Uhr")]),
        ("The doors open at 12 a.m. on June 5, 2018, for all.", [("twelve", "12 a.m.")]),
        ("Sperrfrist: Freitag, 23. Februar 2018, 24 Uhr", [("midnight", "24 Uhr")]),
        ("Die Schau ist am 5. Juni 2018 bis 0:00 Uhr für die Stadt offen.", [("midnight", "0:00 Uhr")]),
        ("Die Schau ist am 5. Juni 2018 bis 24 Uhr für die Stadt offen.", []),
        ("Die Schau ist am 5. Juni 2018 von 18 bis 24 Uhr für die Stadt offen.", []),
        ("Die Schau ist jeden Tag ab 24 Uhr für die Stadt offen.", []),
        ("Er sagte: „Ich komme am 5. Juni 2018 um 25:10 Uhr.“ Das war in der Stadt.", []),
        ("Die Tat war am 5. Juni 2018 zwischen 14..40 Uhr und 15 Uhr in der Stadt.", []),
    ],
)
def test_times_that_are_none_or_two(text: str, expected: list[tuple[str, str]]) -> None:
    assert found("clock.time", text) == expected


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("The doors open at 14:30 p.m. on June 5, 2018, for all.", ["2:30 p.m."]),
        ("The doors open at 12 p.m. on June 5, 2018, for all.", ["noon"]),
        ("The doors open at 12 a.m., June 5, 2018, for all.", ["midnight"]),
        ("The doors of the town hall open on June 5, 2018, at 12 p.m.", ["noon"]),
        ("Die Feier der Stadt ist am 5. Juni 2018 um 25:10 Uhr.", []),
    ],
)
def test_what_is_offered_for_a_time(text: str, fixed: list[str]) -> None:
    (hit,) = hits("clock.time", text)
    assert [proposal.edits[0][1] for proposal in hit.proposals] == fixed


def test_a_full_stop_of_the_abbreviation_goes_with_it_within_a_sentence() -> None:
    (hit,) = hits("clock.time", "The doors open at 12 p.m. on June 5, 2018, for all.")
    assert hit.proposals[0].edits[0][0] == Span(18, 25)
    (hit,) = hits("clock.time", "The doors of the hall open on June 5, 2018, at 12 p.m.")
    assert hit.proposals[0].edits[0][0].end == 53


@pytest.mark.parametrize(
    ("text", "house", "expected"),
    [
        ("Sperrfrist der Stadt: 25. März 2018, 2.30 Uhr", None, [("skipped", "2.30 Uhr")]),
        ("Sperrfrist der Stadt: 28. Oktober 2018, 2.30 Uhr", None, [("twice", "2.30 Uhr")]),
        ("Sperrfrist der Stadt: 28. Oktober 2018, 2.30 Uhr MEZ", None, []),
        ("Sperrfrist der Stadt: 24. März 2018, 2.30 Uhr", None, []),
        ("Sperrfrist der Stadt: 25. März 2018, 4.30 Uhr", None, []),
        ("Der Bus der Stadt fährt immer um 2.30 Uhr ab.", None, []),
        ("The servers of the town are down on March 11, 2018, at 2:30 a.m.", None, []),
        (
            "The servers of the town are down on March 11, 2018, at 2:30 a.m.",
            House(timezone="America/New_York"),
            [("skipped", "2:30 a.m.")],
        ),
        ("The servers of the town are down on March 11, 2018, at 2:30 a.m.", House(timezone="No/Where"), []),
    ],
)
def test_the_night_of_the_clock_change(text: str, house: House | None, expected: list[tuple[str, str]]) -> None:
    assert found("clock.gap", text, house=house) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The webcast starts at 2 p.m. EST on July 12, 2018, for all.", [("default", "EST")]),
        ("The webcast starts at 2 p.m. EDT on January 12, 2018, for all.", [("default", "EDT")]),
        ("Die Schau der Stadt beginnt am 12. Juli 2018 um 14 Uhr MEZ.", [("everyday", "MEZ")]),
        ("The webcast starts at 2 p.m. ET on July 12, 2018, for all.", []),
        ("The webcast starts at 2 p.m. EST on January 12, 2018, for all.", []),
        ("The webcast starts at 2 p.m. GMT on July 12, 2018, for all.", []),
        ("The webcast from Arizona starts at 2 p.m. MST on July 12, 2018, for all.", []),
        ("The webcast starts at 2 p.m. EST for all.", []),
        ("He said: “It starts at 2 p.m. EST on July 12, 2018, for all.” Then he left.", []),
    ],
)
def test_zones_of_the_wrong_half_of_the_year(text: str, expected: list[tuple[str, str]]) -> None:
    assert found("clock.zone", text) == expected


def test_both_the_right_and_the_generic_name_are_offered() -> None:
    (hit,) = hits("clock.zone", "The webcast starts at 2 p.m. EST on July 12, 2018, for all.")
    assert [proposal.edits[0][1] for proposal in hit.proposals] == ["EDT", "ET"]


def test_a_time_whose_date_is_no_day_has_no_season() -> None:
    lost = TimeFact(Span(0, 9), "2 Uhr EST", Zone.BODY, Confidence.HIGH, time(2), zone_name="EST", date=Span(40, 50))
    assert not hits("clock.zone", "2 Uhr EST in der Stadt und der Welt.", times=(lost,))
    assert not hits("clock.gap", "2 Uhr EST in der Stadt und der Welt.", times=(lost._replace(zone_name=""),))
