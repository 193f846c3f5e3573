from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import Hit
from presslint.text.span import Span

DAY = "Ahrenfeld, 2. Mai 2018\n\n"


def hits(text: str) -> list[Hit]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    check = find("datestyles.mixed")
    return list(check.run(Context(release, Facts(release), date(2026, 1, 15)), check.params()))


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.case, hit.at.of(text)) for hit in hits(text) if isinstance(hit.at, Span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am 3. Mai 2018 und am 6. Mai 2018 ist Markt, am 05.03.2018 nicht.", [("date", "05.03.2018")]),
        ("Am 03.05.2018 und am 06.05.2018 ist Markt, am 07.05.18 nicht.", [("date", "07.05.18")]),
        ("Am 3. Mai 2018 und am 6. August 2018 ist Markt, am 5. Okt. 2018 nicht.", [("date", "5. Okt. 2018")]),
        ("Am 3. Mai 2018 und am 6. Mai 2018 ist Markt, am 5. Okt. 2018 nicht.", []),  # May is seldom shortened
        ("Vom 20. bis 24. August 2018 und vom 20. bis 21. Mai 2018 ist Markt.", []),
        ("Am 3. Mai 2018 um 0.00 Uhr endet die Messe, der Markt am 6. Mai 2018 um 9 Uhr.", []),
        ("Am 3. Mai 2018 um 9.00 Uhr und am 6. Mai 2018 um 11:15 Uhr ist Markt.", [("time", "11:15 Uhr")]),
        ("Am 3. Mai 2018 um 9 Uhr und am 6. Mai 2018 um 11.00 Uhr ist Markt.", [("time", "11.00 Uhr")]),
        ("The fair is at 9 a.m. and at 11 a.m., the choir sings at 6 pm for all.", [("time", "6 pm")]),
        ("Am 3. Mai 2018 um 15 Uhr und am 6. Mai 2018 um 15:30 Uhr ist Markt.", []),
        ("Am 3. Mai 2018 ist Markt. Sie sagte: „Am 06.05.2018 ist Schluss.“", []),
        ("Am 3. Mai 2018 ist Markt.", []),
        ("Am 3. Mai 2018 um 9.00 Uhr ist Markt.", []),
    ],
)
def test_the_style_of_most_wins(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(case, place) for case, place in found(DAY + text)] == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Am 3. Mai 2018 und am 6. Mai 2018 ist Markt, am 05.03.2018 nicht.", ["5. März 2018"]),
        ("Am 3. Mai 2018 und am 6. Mai 2018 ist Markt, am 05.06. nicht.", ["5. Juni"]),
        ("Am 03.05.2018 und am 06.05.2018 ist Markt, am 7. Mai 2018 nicht.", []),  # words are right in a text
        ("Vom 3. bis 6. Mai 2018 und am 9. Mai 2018 ist Markt, vom 10.05. bis 11.05.2018 nicht.", []),  # a range
        ("Am 3. Mai 2018 und am 6. Mai 2018 ist Markt, nicht am 07.05. Der Park ist offen.", []),  # a sentence ends
        ("Am 3. Mai 2018 ist Markt, am 05.03.2018 nicht.", []),  # no majority
        ("Am 03.05.18 und am 06.05.18 ist Markt, am 7. Mai 2018 nicht.", []),  # not a style to go to
    ],
)
def test_a_majority_is_a_safe_fix(text: str, written: list[str]) -> None:
    (hit,) = hits(DAY + text)
    assert [new for proposal in hit.proposals for _, new in proposal.edits] == written


def test_lists_may_have_numbers_where_the_text_has_words() -> None:
    assert hits(DAY + "Vom 20. bis 24. August 2018 ist Markt.\n\n- 20.8.: Tanz\n- 21.8.: Musik\n- 22.8.: Ende") == []


def test_a_list_of_numbers_is_rewritten_in_numbers() -> None:
    text = "Die Stadt lädt alle ein, die mit uns auf dem Markt feiern:\n\n"
    (hit,) = hits(DAY + text + "- 20.08.2018: Tanz\n- 21.08.2018: Musik\n- 22. August 2018: Ende")
    assert [new for proposal in hit.proposals for _, new in proposal.edits] == ["22.08.2018"]


def test_english_dates_have_too_many_forms_to_rewrite() -> None:
    text = "The fair is on May 3, 2018, and on May 6, 2018, but the choir sings on 2018-05-07 for all the town."
    (hit,) = hits(text)
    assert hit.proposals == ()
