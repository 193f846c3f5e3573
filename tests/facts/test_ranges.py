"""Two dates joined as start and end."""

from collections.abc import Callable
from datetime import date

import pytest

from presslint.facts import Facts
from presslint.model.facts import RangeFact
from presslint.model.finding import Confidence

Read = Callable[..., Facts]
RELEASED = date(2018, 2, 23)

RANGES = [
    ("de", "Die Messe dauert vom 3. bis 5. Mai 2018.", "3. bis 5. Mai 2018", "2018-05-03", "2018-05-05"),
    ("de", "Die Messe dauert vom 8. bis 5. Juni 2018.", "8. bis 5. Juni 2018", "2018-06-08", "2018-06-05"),
    ("de", "3.–5. Mai 2018", "3.–5. Mai 2018", "2018-05-03", "2018-05-05"),
    ("de", "zwischen dem 3. und dem 5. Mai 2018", "3. und dem 5. Mai 2018", "2018-05-03", "2018-05-05"),
    ("de", "28. Dezember bis 3. Januar", "28. Dezember bis 3. Januar", "2017-12-28", "2018-01-03"),
    ("de", "in der Nacht vom 13. auf den 14. Mai 2018", "13. auf den 14. Mai 2018", "2018-05-13", "2018-05-14"),
    ("de", "von 2015 bis 2017", "2015 bis 2017", "2015-01-01", "2017-12-31"),
    ("de", "zwischen 2015 und 2017", "2015 und 2017", "2015-01-01", "2017-12-31"),
    ("de", "von Mai bis Juli 2018", "Mai bis Juli 2018", "2018-05-01", "2018-07-31"),
    (
        "de",
        "Freitag, 4., bis Sonntag, 6. Mai 2018",
        "Freitag, 4., bis Sonntag, 6. Mai 2018",
        "2018-05-04",
        "2018-05-06",
    ),
    ("en", "from 3 to 5 May 2018", "3 to 5 May 2018", "2018-05-03", "2018-05-05"),
    ("en", "between May 30 and June 2, 2018", "May 30 and June 2, 2018", "2018-05-30", "2018-06-02"),
    ("en", "May 3 through 5, 2018", "May 3 through 5, 2018", "2018-05-03", "2018-05-05"),
    ("fr", "entre le 3 et le 5 mai 2018", "3 et le 5 mai 2018", "2018-05-03", "2018-05-05"),
]


@pytest.mark.parametrize(("language", "text", "written", "first", "last"), RANGES)
def test_ranges(facts_of: Read, language: str, text: str, written: str, first: str, last: str) -> None:
    (fact,) = facts_of(text, language, RELEASED).of(RangeFact)
    assert fact.text == fact.span.of(text) == written
    assert (str(fact.first.start), str(fact.last.until)) == (first, last)


@pytest.mark.parametrize(
    "text", ["am 3. und 5. Mai 2018", "3., 4. und 5. Mai 2018", "3./4. Mai 2018", "3. Mai", "kein Datum"]
)
def test_lists_are_no_ranges(facts_of: Read, text: str) -> None:
    assert facts_of(text, "de", RELEASED).of(RangeFact) == ()


def test_a_range_knows_its_block_and_is_as_sure_as_its_ends(facts_of: Read) -> None:
    text = "Vorab.\n\n„Vom 3. bis 5. Mai“, sagte er. 2016 und von 2010 bis 2012."
    first, second = facts_of(text, "de", RELEASED).of(RangeFact)
    assert (first.block, first.quoted, first.confidence) == (1, True, Confidence.MEDIUM)
    assert (second.block, second.quoted, second.confidence) == (1, False, Confidence.HIGH)
