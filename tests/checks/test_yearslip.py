from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Field, Release
from presslint.text.span import Span

PLACE = "Ahrenfeld, {}\n\n"


def read(text: str, field: str = "", path: str = "-") -> Release:
    release = load(source_from_bytes(text.encode(), path), format="text")
    return release._replace(fields=(Field("date", "date", field),)) if field else release


def hits(release: Release, day: date | None = None) -> list[Hit]:
    check = find("yearslip.suspected")
    return list(check.run(Context(release, Facts(release, release_date=day), date(2026, 1, 15)), check.params()))


def told(text: str, **more: str) -> list[tuple[str, str, int]]:
    """Return case, place and suggested year of each hit."""
    release = read(text, **more)
    return [
        (hit.case, hit.at.of(release.text) if isinstance(hit.at, Span) else str(hit.at), int(str(hit.args["other"])))
        for hit in hits(release)
    ]


def test_a_wrong_year_of_the_release_is_told_with_its_evidence() -> None:
    release = read("23. Februar 2017\n\nDie Ministerin setzt ihre im Sommer 2017 begonnene Tour durch das Land fort.")
    (hit,) = hits(release)
    assert hit.case == "release"
    assert isinstance(hit.at, Span)
    assert hit.at.of(release.text) == "23. Februar 2017"
    assert [related.note for related in hit.related] == ["evidence"]
    assert hit.proposals[0].edits[0][1] == "23. Februar 2018"


@pytest.mark.parametrize(
    "body",
    [
        "Die Stadt saniert 2018 ihre Halle und eröffnet sie im nächsten Jahr.",  # nothing contradicts
        "Die im Sommer 2017 begonnene Tour geht weiter. Am 20. Februar 2017 war sie in der Stadt.",  # speaks for 2017
        "Die im Sommer 2017 begonnene Tour geht weiter. Am 3. Mai 2017 findet das Fest statt.",  # 2018 contradicts
        "Am Mittwoch, 1. März, tagt der Rat der Stadt, am Dienstag, 7. März, auch.",
        "Der Rat hat heute, am 23. Februar 2017, getagt, die im Sommer 2017 begonnene Tour geht weiter.",
    ],
)
def test_no_year_is_suspected_where_another_fits_no_better(body: str) -> None:
    assert told(PLACE.format("23. Februar 2017") + body) == []


def test_one_odd_weekday_without_a_year_proves_nothing() -> None:
    assert told(PLACE.format("23. Februar 2017") + "Der Rat der Stadt tagt am Donnerstag, 1. März, im Rathaus.") == []


def test_two_odd_weekdays_without_a_year_do() -> None:
    body = "Der Rat der Stadt tagt am Donnerstag, 1. März, im Rathaus, der Ausschuss am Mittwoch, 7. März, im Saal."
    assert told(PLACE.format("23. Februar 2017") + body) == [("release", "23. Februar 2017", 2018)]


def test_the_weekday_of_the_release_itself_must_fit() -> None:
    body = "Die Ministerin setzt ihre im Sommer 2017 begonnene Tour durch das Land fort."
    assert told("Freitag, 23. Februar 2017\n\n" + body)[0][2] == 2018
    assert told("Donnerstag, 23. Februar 2017\n\n" + body) == []


def test_a_leap_day_has_no_other_year() -> None:
    assert told("29. Februar 2016\n\nDie im Sommer 2016 begonnene Tour der Ministerin geht im Land weiter.") == []


@pytest.mark.parametrize(
    ("day", "body", "place", "year"),
    [
        ("11. Januar 2006", "Am Montag, den 9. Januar 2005, wurde ein Roller gestohlen.", "9. Januar 2005", 2006),
        ("13. Juni 2018", "Am 10. Juni 2019 wurde ein Roller gestohlen, sagt der Mann.", "10. Juni 2019", 2018),
        ("13. Juni 2018", "Heute (13. Juni 2017) hat die Stadt das neue Bad eröffnet.", "13. Juni 2017", 2018),
        ("20. Januar 2010", "Der Chef wird am Montag, 25. Januar 2009, im Rathaus sprechen.", "25. Januar 2009", 2010),
    ],
)
def test_a_wrong_year_of_what_happened(day: str, body: str, place: str, year: int) -> None:
    assert told(PLACE.format(day) + body) == [("event", place, year)]


def test_all_wrong_years_are_mended_together() -> None:
    text = PLACE.format("13. Juni 2018") + "Am 10. Juni 2019 brannte es. Am 11. Juni 2019 kam ein Zeuge zur Polizei."
    (hit,) = hits(read(text))
    assert [new for _, new in hit.proposals[0].edits] == ["2018", "2018"]
    assert [related.note for related in hit.related] == ["evidence", "release"]


@pytest.mark.parametrize(
    ("day", "body"),
    [
        ("3. August 2010", "Am Dienstag, den 2. August 2010, wurde ein Roller gestohlen."),  # the day, not the year
        ("13. Juni 2018", "Am 10. Juni 2019 wurde dort gebaut. Am 11. Juni 2020 wurde eröffnet."),  # two years
        ("13. Juni 2018", "Am Dienstag, den 10. Juni 2019, wurde dort ein Roller gestohlen."),  # no weekday fits
        ("12. Mai 2006", "Am Freitag, 2. Juni 2005, stahl er einem Mann der Stadt einen Roller."),  # would lie ahead
    ],
)
def test_years_that_explain_nothing_are_not_blamed(day: str, body: str) -> None:
    assert [case for case, *_ in told(PLACE.format(day) + body)] in ([], ["release"])
    assert "event" not in [case for case, *_ in told(PLACE.format(day) + body)]


def test_a_leap_day_cannot_be_moved() -> None:
    assert told(PLACE.format("1. März 2018") + "Am 29. Februar 2020 wurde dort ein Roller gestohlen, hieß es.") == []


def test_two_carriers_a_year_apart_are_decided_by_the_text() -> None:
    body = "Die Ministerin setzt ihre im Sommer 2017 begonnene Tour durch das Land fort."
    assert told("23. Februar 2017\n\n" + body, field="2018-02-23") == [("release", "23. Februar 2017", 2018)]
    assert told("23. Februar 2018\n\n" + body, field="2017-02-23") == [("release", str(FieldRef("date")), 2018)]


def test_two_carriers_a_year_apart_that_both_fit_are_left_to_another_rule() -> None:
    assert told("23. Februar 2017\n\nDie Stadt saniert ihre Halle.", field="2018-02-23") == []
    assert told("23. Februar 2017\n\nDie Stadt saniert ihre Halle.", field="2017-03-23") == []


def test_a_carrier_that_is_outvoted_by_a_year_is_named() -> None:
    found = told("23. Februar 2017\n\nDie Stadt saniert.", field="2018-02-23", path="2018-02-23-halle.txt")
    assert found == [("release", "23. Februar 2017", 2018)]


def test_a_release_date_from_outside_has_no_place() -> None:
    release = read("Die Ministerin setzt ihre im Sommer 2017 begonnene Tour durch das Land fort.")
    (hit,) = hits(release, date(2017, 2, 23))
    assert (hit.at, hit.proposals) == (None, ())


def test_without_any_date_nothing_is_suspected() -> None:
    assert hits(read("Die Ministerin setzt ihre im Sommer 2017 begonnene Tour durch das Land fort.")) == []


@pytest.mark.parametrize(
    "body",
    [
        "Am 22. Mai 2026 wurde die neue Brücke eröffnet, teilt die Stadt mit.",  # the day, not the year
        "Die Preisverleihung findet am 10. Mai 2026 im Rathaus der Stadt statt.",
        "Die im Sommer 2026 begonnene Tour der Ministerin geht im Land weiter.",  # far, but no turn of a year
        "Am 20. Mai 2025 findet das Fest im Rathaus der Stadt statt. Am 3. Juni 2026 ist frei.",
    ],
)
def test_away_from_the_turn_of_the_year_one_date_does_not_blame_the_release(body: str) -> None:
    assert "release" not in [case for case, *_ in told(PLACE.format("12. Mai 2026") + body)]


def test_two_dates_from_afar_blame_the_release_at_any_time() -> None:
    body = "Die im Sommer 2026 begonnene Tour der Ministerin geht weiter. Die im Herbst 2026 eröffnete Brücke ist voll."
    assert told(PLACE.format("12. Mai 2026") + body) == [("release", "12. Mai 2026", 2027)]


def test_before_the_turn_of_the_year_the_event_is_the_likelier_one() -> None:
    body = "Das Fest der Stadt findet am 14. Januar 2027 im Rathaus statt, teilt die Stadt mit."
    assert told(PLACE.format("12. Dezember 2027") + body) == [("event", "14. Januar 2027", 2028)]
