"""The cost of a release grows with its length and no faster, however hostile it is."""

from datetime import date
from time import process_time

import pytest

from presslint import packs
from presslint.engine.run import check_source
from presslint.load import source_from_bytes
from presslint.model.options import Options

OPTIONS = Options(today=date(2026, 1, 1), release_date=date(2018, 2, 23))
CONTACT = (
    "Pressekontakt\n\nMerle Tiedtke\nTel.: 0511 120-2417\nE-Mail: a@b-c.de\n\nHier steht ein Satz, der lang genug ist,"
    " um einer zu sein, ja wirklich, und noch etwas mehr dazu.\n\n"
)
UNITS = (
    *("heute ", "gestern, am 3. Mai 2018, ", "this year ", "laufenden Jahr 2018 ", "morgen "),
    *("3.–5. Mai 2018, ", "um 10 Uhr ", "am 3. Mai 2018 um 10 Uhr, ", "Montag, 3. Mai 2018. ", "3. "),
    *(CONTACT, "Telefon: 0511 120-2417\n", "0511 120-2417\n", "Merle Tiedtke, privat 0511 1202417, "),
    *("www.", "https://a.de/x ", "a@", "[a](https://a-b.de) ", "[", "*a", "<b>a</b> ", "- - ", "> a\n"),
    *('"', "„", "'a ", "Seite 1 von 2\n\n", "- 2 -\n\n", "wort", "Wort-\n", "{{a}} ", "Ã¤", "a\n\n", "\\_"),
)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("unit", UNITS)
def test_ten_times_the_text_takes_ten_times_as_long(unit: str, name: str) -> None:
    rules = packs.rules_for(OPTIONS, name)
    head = "Ein Text, der nicht nur die Wörter der Sprache hat, sondern auch das, was für den Rest von ihm gilt.\n\n"

    def cost(length: int) -> float:
        source = source_from_bytes((head + unit * (length // len(unit))).encode(), name)
        begun = process_time()
        assert not check_source(source, rules, OPTIONS).crashed
        return process_time() - begun

    # what is compiled and imported once is no part of the growth: the second look counts
    short, long = (min(cost(length), cost(length)) for length in (1_000, 10_000))
    assert long < 0.1 + 25 * short
