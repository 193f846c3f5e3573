from collections.abc import Mapping
from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.checks.dates import last_day, no_such_day
from presslint.checks.fielddates import Written
from presslint.checks.weekdays import mismatch, nearest
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import DateFact, DateForm, DateOrder, Precision, YearFrom
from presslint.model.finding import Confidence, FieldRef, Hit
from presslint.model.release import Field, Zone
from presslint.text.span import Span


def hits(check: str, text: str, *, day: date | None = None, fields: Mapping[str, str] | None = None) -> list[Hit]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    release = release._replace(fields=tuple(Field(key, key, value) for key, value in (fields or {}).items()))
    known = find(check)
    return list(known.run(Context(release, Facts(release, release_date=day), date(2026, 1, 15)), known.params()))


def found(check: str, text: str, **more: object) -> list[str]:
    return [hit.at.of(text) for hit in hits(check, text, **more) if isinstance(hit.at, Span)]  # type: ignore[arg-type]


def fact(of: date | None, number: int | None, **parts: object) -> DateFact:
    made = DateFact(
        Span(0, 9), "", Zone.BODY, Confidence.HIGH, of, of, Precision.DAY, DateForm.WORDS, DateOrder.DMY,
        YearFrom.WRITTEN, weekday=number, weekday_span=Span(0, 3),
    )  # fmt: skip
    return made._replace(**parts)  # type: ignore[arg-type]


TUESDAY = date(2026, 3, 3)


def test_a_written_date_has_one_weekday() -> None:
    assert mismatch(fact(TUESDAY, 1), None) is None
    wrong = mismatch(fact(TUESDAY, 0), None)
    assert wrong is not None
    assert (wrong.weekday, wrong.day, wrong.fits) == (0, TUESDAY, None)


@pytest.mark.parametrize(
    "parts",
    [
        {"weekday": None},
        {"weekday_span": None},
        {"precision": Precision.MONTH},
        {"quoted": True},
        {"zone": Zone.BOILERPLATE},
        {"confidence": Confidence.LOW},
        {"start": None},
        {"start": date(1412, 5, 3)},
        {"order": DateOrder.AMBIGUOUS, "candidates": (TUESDAY, date(2026, 3, 2))},
    ],
)
def test_what_is_not_surely_wrong_is_left_alone(parts: dict[str, object]) -> None:
    assert mismatch(fact(TUESDAY, 0, **parts), date(2026, 3, 1)) is None


def test_an_ambiguous_date_must_fit_one_way() -> None:
    assert mismatch(fact(TUESDAY, 3, order=DateOrder.AMBIGUOUS, candidates=(TUESDAY,)), None) is not None


@pytest.mark.parametrize(
    ("day", "release", "weekday", "expected"),
    [
        (date(2018, 3, 12), date(2018, 3, 1), 0, "fine"),
        (date(2018, 3, 12), date(2018, 3, 1), 2, "none"),
        (date(2018, 3, 12), date(2018, 3, 1), 1, "2019-03-12"),
        (date(2018, 1, 9), date(2017, 12, 20), 1, "fine"),  # the year that is nearer
        (date(2017, 3, 4), date(2017, 6, 20), 6, "fine"),  # the coming spring
        (date(2018, 2, 28), date(2018, 3, 1), 2, "fine"),
    ],
)
def test_a_missing_year_is_looked_for_around_the_release(day: date, release: date, weekday: int, expected: str) -> None:
    wrong = mismatch(fact(day, weekday, year_from=YearFrom.RELEASE), release)
    assert ("fine" if wrong is None else str(wrong.fits).lower()) == expected


def test_without_a_release_date_a_missing_year_stays_open() -> None:
    assert mismatch(fact(TUESDAY, 0, year_from=YearFrom.RELEASE), None) is None


def test_a_leap_day_without_a_year_has_a_weekday_in_leap_years_only() -> None:
    leap = fact(date(2024, 2, 29), 3, year_from=YearFrom.RELEASE)
    assert mismatch(leap, date(2024, 3, 1)) is None
    assert mismatch(leap._replace(weekday=0), date(2024, 3, 1)) is not None


def test_an_absurd_year_still_has_a_weekday() -> None:
    odd = fact(None, 0, year=3008, month=3, day=3, problem="absurd-year")
    assert mismatch(odd, None) is not None
    assert mismatch(odd._replace(day=32), None) is None
    assert mismatch(odd._replace(problem="no-such-day"), None) is None


def test_both_halves_of_a_contradiction_are_offered() -> None:
    (hit,) = hits("dates.weekday", "Die Pressekonferenz ist am Montag, 3. März 2026, im Rathaus.")
    assert [proposal.edits[0][1] for proposal in hit.proposals] == ["Dienstag", "2. März 2026"]
    assert hit.related[0].at == Span(35, 47)


def test_a_sentence_that_corrects_a_date_is_no_mistake() -> None:
    assert not found("dates.weekday", "Das Amt nannte irrtümlich Montag, 3. März 2026, als Termin.")


def test_a_text_without_weekdays_costs_nothing() -> None:
    assert not hits("dates.weekday", "Die Messe beginnt am 3. März 2026.")


@pytest.mark.parametrize(
    ("written", "case"),
    [
        (Written(2018, 4, 31), "default"),
        (Written(None, 2, 30), "default"),
        (Written(2018, 4, 0), "default"),
        (Written(2018, 2, 29), "leap-day"),
        (Written(2018, 13, 1), "month"),
        (Written(2018, 0, 1), "month"),
        (Written(0, 4, 31), "default"),
    ],
)
def test_a_day_that_is_none_says_why(written: Written, case: str) -> None:
    missing = no_such_day(written)
    assert missing is not None
    assert missing.case == case


@pytest.mark.parametrize(
    "written",
    [Written(2018, 4, 30), Written(None, 2, 29), Written(2020, 2, 29), Written(2018, None, 31), Written(2018, 4, None)],
)
def test_a_day_of_the_calendar_is_none_of_these(written: Written) -> None:
    assert no_such_day(written) is None


def test_the_length_of_months() -> None:
    assert [last_day(2018, month) for month in range(1, 13)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_impossible_days_are_found_in_text_and_metadata() -> None:
    assert found("dates.impossible", "Anmeldungen sind bis zum 31. April 2018 möglich.") == ["31. April 2018"]
    assert found("dates.impossible", "Sie sagte: „Bis zum 31. April 2018 ist Zeit.“") == []
    at = [
        hit.at for hit in hits("dates.impossible", "Ein Text.", fields={"date": "2018-02-30", "version": "2018-02-30"})
    ]
    assert at == [FieldRef("date")]


@pytest.mark.parametrize(
    "text", ["Er wohnt am 31.4. nicht mehr hier.", "Das Fest geht bis Samstag, den 31.4. hier weiter."]
)
def test_numbers_without_a_year_need_a_preposition(text: str) -> None:
    assert found("dates.impossible", text) == ["31.4."]


def test_a_weekday_without_a_year_tells_which_year_it_fits() -> None:
    text = "Der Rat der Stadt tagt am {}, 12. März, im großen Saal des Rathauses."
    (hit,) = hits("dates.weekday", text.format("Mittwoch"), day=date(2018, 3, 1))
    assert hit.case == "any-year"
    (hit,) = hits("dates.weekday", text.format("Dienstag"), day=date(2018, 3, 1))
    assert (hit.case, hit.args["fits"]) == ("other-year", date(2019, 3, 12))


def test_what_cannot_be_written_is_not_offered() -> None:
    (hit,) = hits("dates.weekday", "Die Rentnerin wurde am Montag, den 03.03.3008, in der Stadt bestohlen.")
    assert [proposal.fix for proposal in hit.proposals] in ([0], [0, 1])


def test_a_doubtful_impossible_date_is_left_alone() -> None:
    release = load(source_from_bytes(b"Am 31.4. hier.", "-"), format="text")
    facts = Facts(release)
    doubtful = fact(None, None, problem="no-such-day", month=4, day=31, confidence=Confidence.LOW)
    strange = doubtful._replace(confidence=Confidence.HIGH, day=30)
    facts._known[DateFact] = (doubtful, strange)
    check = find("dates.impossible")
    assert not list(check.run(Context(release, facts, date(2026, 1, 15)), check.params()))


def test_the_first_and_the_last_day_of_the_calendar_have_neighbours() -> None:
    assert nearest(date.max, 0) <= date.max
    assert nearest(date.min, 6) >= date.min
