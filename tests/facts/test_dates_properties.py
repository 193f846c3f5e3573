"""Laws of date reading: what is rendered is found again, nothing crashes, and the cost grows with the length only."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.facts import Facts
from presslint.facts.date_grammar import days
from presslint.facts.date_lexer import lexer_for
from presslint.facts.date_words import DATE_WORDS
from presslint.model.facts import DateFact, Fact, RangeFact, ReleaseDate, TimeFact
from presslint.text.calendar_names import MONTHS, MONTHS_WIDE, WEEKDAYS_WIDE

Read = Callable[..., Facts]

# language: a sentence, and the forms of a date in it
FORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "de": (
        "Das Fest beginnt am {} im Park.",
        (
            "{d}. {month} {y}",
            "{d}. {short} {y}",
            "{dd}.{mm}.{y}",
            "{d}.{m}.{y}",
            "{y}-{mm}-{dd}",
            "{dd}/{mm}/{y}",
            "{weekday}, {d}. {month} {y}",
            "{weekday}, den {d}. {month} {y}",
            "{weekday}, dem {dd}.{mm}.{y}",
            "{weekday} ({dd}.{mm}.{y})",
            "{weekday} {d}. {month} {y}",
            "{dd}.{mm}.{y} ({weekday})",
        ),
    ),
    "en": (
        "The fair opens on {} in town.",
        (
            "{d} {month} {y}",
            "{month} {d}, {y}",
            "{short} {d}, {y}",
            "{d} {short} {y}",
            "{month} {d}  {y}",
            "the {d}{th} of {month} {y}",
            "{month} {d}{th}, {y}",
            "{y}-{mm}-{dd}",
            "{weekday}, {month} {d}, {y}",
            "{weekday}, {d} {month} {y}",
            "{weekday}  {month} {d}  {y}",
            "{d} {month} {y} ({weekday})",
        ),
    ),
    "fr": ("Le salon ouvre le {} à Lyon.", ("{d} {month} {y}", "{weekday} {d} {month} {y}", "{dd}/{mm}/{y}")),
    "es": (
        "La feria abre el {} en Madrid.",
        ("{d} de {month} de {y}", "{weekday} {d} de {month} de {y}", "{dd}/{mm}/{y}"),
    ),
    "it": ("La fiera apre il {} a Roma.", ("{d} {month} {y}", "{weekday} {d} {month} {y}", "{dd}/{mm}/{y}")),
    "nl": ("De beurs opent op {} in Utrecht.", ("{d} {month} {y}", "{weekday} {d} {month} {y}", "{dd}-{mm}-{y}")),
    "pl": ("Targi otwarto dnia {} w Gdyni.", ("{d} {month} {y}", "{weekday}, {d} {month} {y}", "{dd}.{mm}.{y}")),
    "pt": (
        "A feira abre em {} no Porto.",
        ("{d} de {month} de {y}", "{weekday}, {d} de {month} de {y}", "{dd}/{mm}/{y}"),
    ),
    "da": ("Messen åbner {} i Odense.", ("den {d}. {month} {y}", "{weekday} den {d}. {month} {y}", "{dd}.{mm}.{y}")),
    "sv": ("Mässan öppnar {} i Lund.", ("den {d} {month} {y}", "{weekday} den {d} {month} {y}", "{y}-{mm}-{dd}")),
}
CASES = [(language, form) for language, (_, forms) in FORMS.items() for form in forms]
DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 12, 31))


def render(form: str, language: str, day: date) -> str:
    th = "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    wide, *_, short = (*MONTHS[language][day.month - 1][:1], *MONTHS[language][day.month - 1])
    return form.format(
        d=day.day,
        dd=f"{day.day:02}",
        m=day.month,
        mm=f"{day.month:02}",
        y=day.year,
        th=th,
        month=MONTHS_WIDE[language][day.month - 1],
        short=short if short == wide else f"{short}.",
        weekday=WEEKDAYS_WIDE[language][day.weekday()],
    )


def test_every_language_has_its_forms() -> None:
    assert set(FORMS) == set(DATE_WORDS)


@given(case=st.sampled_from(CASES), day=DAYS)
@settings(deadline=None, max_examples=600)
def test_a_rendered_date_is_found_again(facts_of: Read, case: tuple[str, str], day: date) -> None:
    language, form = case
    written = render(form, language, day)
    text = FORMS[language][0].format(written)
    (fact,) = facts_of(text, language).of(DateFact)
    start = text.index(written)
    leading = next(len(word) for word in ("the ", "den ", "") if written.startswith(word))
    assert (fact.span.start, fact.span.end) == (start + leading, start + len(written))
    assert fact.start == fact.until == day
    assert (fact.weekday is None) is ("{weekday}" not in form)
    assert fact.weekday in (None, day.weekday())
    assert fact.problem == ""


@given(case=st.sampled_from([case for case in CASES if "{weekday}" in case[1]]), day=DAYS, shift=st.integers(1, 6))
@settings(deadline=None, max_examples=200)
def test_a_wrong_weekday_is_kept_as_written(facts_of: Read, case: tuple[str, str], day: date, shift: int) -> None:
    language, form = case
    other = day + timedelta(days=shift)
    text = render(form, language, day).replace(
        WEEKDAYS_WIDE[language][day.weekday()], WEEKDAYS_WIDE[language][other.weekday()]
    )
    (fact,) = facts_of(f"{text}, hm", language).of(DateFact)
    assert (fact.start, fact.weekday) == (day, other.weekday())


_PIECES = (
    "1 23 31 2018 206 3008 1. 23. 23.02. 23.02.2018 31.02.2018 2018-02-30 03/04/2018 10:30 10.30 25:10 Uhr p.m. am "
    "Februar Mai May March Montag Freitag So So. Do, (Fr) bis und auf den dem , – - / ( ) heute morgen today Sommer "
    "30.2 31/4 31. 4. siebter vierter "
    "23-Sep-2020 am Quartal Q1 2017/18 vergangenen Jahr Jahres last year ersten third of MEZ 180223 470 ’ “ „ zwischen"
)
PIECES = st.sampled_from([*_PIECES.split(" "), "\n", "\n\n", "\t", "\u00a0"])


@given(
    pieces=st.lists(PIECES, max_size=30),
    glue=st.sampled_from([" ", "", ", "]),
    language=st.sampled_from([*DATE_WORDS, ""]),
    released=st.one_of(st.none(), DAYS),
)
@settings(deadline=None, max_examples=500)
def test_no_text_breaks_the_reading(
    facts_of: Read, pieces: list[str], glue: str, language: str, released: date | None
) -> None:
    text = glue.join(pieces)
    facts = facts_of(text, language, released)
    dates = facts.of(DateFact)
    assert list(dates) == sorted(dates, key=lambda fact: fact.span)
    found: list[Fact] = [*dates, *facts.of(RangeFact), *facts.of(TimeFact)]
    for fact in found:
        assert fact.text == fact.span.of(text) != ""
    for one in dates:
        assert (one.start is None) is (one.until is None)
        assert one.start is None or one.until is None or one.start <= one.until
        assert one.span.contains(one.day_span)
    facts.one(ReleaseDate)


@given(text=st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_no_characters_break_the_reading(facts_of: Read, text: str) -> None:
    for language in ("de", "en", "pl"):
        facts = facts_of(text, language, date(2018, 2, 23))
        found: list[Fact] = [*facts.of(DateFact), *facts.of(TimeFact)]
        assert all(fact.text == fact.span.of(text) for fact in found)


HARD = ["1.", "1.1.", "11", "1 ", "1, ", "23. ", "1:1", "2018-", "Mai ", "Montag ", "Montag, ", "1. bis ", "und ", " "]
HARD += ["(", "1.–", "May 1 and ", "heute ", "a1", "1/", "\n", "A ", "1 Uhr "]


@pytest.mark.parametrize("piece", HARD)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_long_text_costs_no_more_than_its_length(language: str, piece: str) -> None:
    lexer = lexer_for((language,))

    def cost(length: int) -> float:
        text = piece * (length // len(piece))
        best = 1e9
        for _ in range(3):
            began = time.process_time()
            tokens = lexer.tokens(text)
            list(days(text, tokens, lexer.shape(text, tokens), lexer))
            best = min(best, time.process_time() - began)
        return best

    short, long = cost(4_000), cost(32_000)
    assert long < 0.05 + 24 * short
