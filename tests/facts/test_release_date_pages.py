"""The release date of web pages: lines beside the headline, and what the head says of several days."""

from datetime import date

import pytest

from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import ReleaseDate
from presslint.model.house import House

DAY = date(2021, 3, 12)
LEAD = (
    "<p>Die Stadt Ahrenfeld eröffnet im Mai ihr neues Hallenbad im Süden der Stadt. Der Rat hat dem Bau vor drei Jahren"
    " zugestimmt, nun sind die Arbeiten fertig und die Becken gefüllt.</p>"
)


def dated(above: str, head: str = "", behind: str = "", language: str = "de") -> date | None:
    """Return the release date of a page with something between its headline and its text."""
    text = (
        f"<html lang={language}><head>{head}</head><nav><a href=/>Start</a></nav>"
        f"<main><h1>Neues Bad</h1>{above}{LEAD}{behind}{LEAD}</main>"
    )
    return Facts(load(source_from_bytes(text.encode(), "a.html")), House()).one(ReleaseDate).value


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("<p>Veröffentlicht am 12.03.2021 um 10:15 Uhr</p>", "de"),
        ("<p>Erstellt am 12.03.2021 von der Redaktion</p>", "de"),
        ("<p>Pressemitteilung 14/2021 | 12.03.2021</p>", "de"),
        ("<ul><li>12.03.2021</li><li>Pressemitteilung</li></ul>", "de"),
        ("<ul><li>Nr. 14</li><li><b>Datum:</b> 12. März 2021</li></ul>", "de"),
        ("<table><tr><th>Datum<td>12.03.2021<tr><th>Nummer<td>14</table>", "de"),
        ("<dl><dt>Datum</dt><dd>12.03.2021</dd></dl>", "de"),
        ("<h3>12. März 2021</h3>", "de"),
        ("<p>Published on 12 March 2021 by the press office</p>", "en"),
        ("<p>Publié le 12 mars 2021</p>", "fr"),
        ("<p>Le 12/03/2021</p>", "fr"),
        ("<p>12.03.2021 r.</p>", "pl"),
        ("<p>Communiqué de presse du 12 mars 2021</p>", "fr"),
        ("<p>Pubblicato il 12 marzo 2021</p>", "it"),
        ("<p>Fecha de publicación: 12 de marzo de 2021</p>", "es"),
        ("<p>Geplaatst op 12 maart 2021</p>", "nl"),
    ],
)
def test_a_line_at_the_headline_dates_the_page(line: str, language: str) -> None:
    assert dated(line, language=language) == DAY


def test_a_date_below_its_label_dates_the_page() -> None:
    assert dated("", behind="<p>Erschienen am:</p><h2>12.03.2021</h2>") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "<p>Veröffentlicht am 12.03.2021 von Redaktion</p><p>Kontakt: Nora Falk, Telefon 0231 9544-210</p>",
        "<p>Veröffentlicht: 12. März 2021, 10:30 Uhr</p>",
    ],
)
def test_a_line_below_the_text_that_says_so_dates_the_page(line: str) -> None:
    assert dated("", behind=LEAD + line) == DAY


def test_a_deadline_below_the_text_does_not_date_the_page() -> None:
    line = "<p>Kontakt: Nora Falk, Telefon 0231 9544-210</p><p>Veröffentlicht am 12.03.2021, Termin am Markt</p>"
    assert dated("", behind=LEAD + line) is None


@pytest.mark.parametrize(
    "behind",
    [
        "<ul><li>12.03.2021</li><li>19.03.2021</li></ul>",
        "<ul><li>Datum: 12.03.2021</li></ul>",
        "<p>Termine:</p><h2>Am 12.03.2021</h2>",
    ],
)
def test_dates_of_lists_below_are_those_of_something_else(behind: str) -> None:
    assert dated("", behind=behind) is None


META = '<meta name="{}" content="{}">'


@pytest.mark.parametrize(
    ("line", "told", "day"),
    [
        ("", ["2021-03-12"], DAY),
        ("", ["2021-03-12", "2021-03-15"], DAY),
        # readers see the day in the text
        ("<p>12.03.2021</p>", ["2021-03-11T20:35:36+01:00", "2021-03-12"], DAY),
        ("<p>12.03.2021</p>", ["2021-03-15"], DAY),
        ("<p>12.03.2021</p>", ["2021-03-11"], DAY),
        # a day that lies ahead may be that of an event: then nobody knows
        ("<p>12.03.2021</p>", ["2021-03-01"], None),
        ("<p>12.03.2021</p>", ["demnächst"], DAY),
    ],
)
def test_the_text_tells_which_day_of_the_head_counts(line: str, told: list[str], day: date | None) -> None:
    names = ("article:published_time", "dcterms.issued")
    head = "".join(META.format(name, value) for name, value in zip(names, told, strict=False))
    assert dated(line, head) == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("12.03.2021 | Neues Bad im Süden", DAY),
        ("Neues Bad | Stadt Ahrenfeld", None),
        ("Bad am 12.03.2021 im Süden der Stadt | Ahrenfeld", None),
        ("Saison 2021 | Ahrenfeld", None),
    ],
)
def test_a_day_in_front_of_the_title_is_heard_where_nothing_else_is(title: str, day: date | None) -> None:
    assert dated("", f"<title>{title}</title>") == day
