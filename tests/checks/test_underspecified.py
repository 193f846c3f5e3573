from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.checks.underspecified import UnderspecifiedParams
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.text.span import Span

TITLE = "Museum in Ahrenfeld eröffnet\n\n"
DATED = "Ahrenfeld, 20. November 2018\n\n"


def found(text: str, params: UnderspecifiedParams | None = None) -> list[tuple[str, str]]:
    release = load(source_from_bytes(text.encode(), "-"), format="text")
    context = Context(release, Facts(release), date(2026, 1, 15))
    hits = find("underspecified.date").run(context, params or UnderspecifiedParams())
    return [(hit.case, hit.at.of(text)) for hit in hits if isinstance(hit.at, Span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TITLE + "Am Freitag eröffnete der Minister das Museum der Stadt.", [("relative", "Freitag")]),
        (TITLE + "Gestern eröffnete der Minister das Museum der Stadt.", [("relative", "Gestern")]),
        (TITLE + "In der heutigen Sitzung hat der Rat das Museum der Stadt eröffnet.", [("relative", "heutigen")]),
        (TITLE + "Das Museum der Stadt ist heute wichtiger denn je für alle.", []),
        (TITLE + "Das Museum der Stadt war im vergangenen Jahr sehr gut besucht.", []),
        (TITLE + "Am Freitag, 23. Februar 2018, eröffnete der Minister gestern das Museum der Stadt.", []),
        (DATED + "Am Freitag eröffnete der Minister das Museum der Stadt.", []),
        (DATED + "Das Fest beginnt am 19. Januar auf dem Markt der Stadt.", [("yearless", "19. Januar")]),
        (DATED + "Das Fest ist am 19. Januar und am 20. Januar auf dem Markt der Stadt.", [("yearless", "19. Januar")]),
        (DATED + "Das Fest beginnt am Samstag, 19. Januar, auf dem Markt der Stadt.", []),
        (DATED + "Das Fest beginnt am 19. Dezember auf dem Markt der Stadt.", []),
        (DATED + "Programm 2019: Das Fest beginnt am 19. Januar auf dem Markt der Stadt.", []),
        (DATED + "Die Stadt hat kürzlich ihr Museum eröffnet und unlängst erweitert.", [("vague", "kürzlich")]),
        (DATED + "Die Stadt hat ihr Museum eröffnet. " + "Es ist schön. " * 20 + "Kürzlich, kürzlich.", []),
    ],
)
def test_days_that_only_an_insider_can_resolve(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_each_part_can_be_switched_off() -> None:
    none = UnderspecifiedParams(relative=False, yearless=False, vague=())
    assert found(TITLE + "Am Freitag eröffnete der Minister kürzlich das Museum der Stadt.", none) == []
    assert found(DATED + "Das Fest beginnt am 19. Januar auf dem Markt der Stadt.", none) == []
