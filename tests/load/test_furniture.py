import pytest

from presslint.load.furniture import is_dated_label, is_dateline, is_embargo, is_endmark, is_label, is_pagemark


@pytest.mark.parametrize(
    "line",
    [
        *("Presseinformation", "+++ Pressemitteilung +++", "PRESSEMITTEILUNG Nr. 12/2018", "Pressemitteilung 045"),
        *("Presseinformation 12 vom 3. Mai 2018", "Gemeinsame Pressemitteilung der Städte Ahrenfeld und Neufeld"),
        *(
            "News Release",
            "P R E S S E I N F O R M A T I O N",
            "PM 12/2018",
            "Nr. 7/2019",
            "For Immediate Release",
            "Communiqué de presse",
            "Nota de prensa",
            "News",
            "Einladung!",
        ),
    ],
)
def test_labels(line: str) -> None:
    assert is_label(line)


@pytest.mark.parametrize(
    "line",
    [
        *("Pressemitteilung: Neues Bad im Süden", "Presseinformation zum neuen Bad", "Newsletter gestartet"),
        *("News from Brussels", "Einladung zum Fest", "Medienhinweise", "Ein Bad"),
    ],
)
def test_no_labels(line: str) -> None:
    assert not is_label(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Sperrfrist: 3. Mai 2018, 10 Uhr",
            "SPERRFRIST",
            "Sperrfrist: Redebeginn",
            "+++ Sperrfrist bis 10.00 Uhr +++",
        ),
        *(
            "Embargoed until 3 May",
            "EMBARGO",
            "Not for publication before 3 May",
            "Frei ab 10 Uhr",
            "(Sperrfrist 10 Uhr)",
        ),
    ],
)
def test_embargo_lines(line: str) -> None:
    assert is_embargo(line)


@pytest.mark.parametrize(
    "line", ["Sperrfrist beim Arbeitslosengeld verlängert", "Embargos drohen", "Nicht vor Gericht"]
)
def test_no_embargo_lines(line: str) -> None:
    assert not is_embargo(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Seite 1 von 2",
            "Seite 2",
            "- Seite 1/2 -",
            "Page 1 of 2",
            "[Page 3]",
            "1/2",
            "(2/2)",
            "– 2 –",
            "-2-",
            "- 2 -",
        ),
        *("Page 2 sur 3", "S. 2", "Blatt 2", "1 von 2", "Strona 1 z 2"),
    ],
)
def test_page_markers(line: str) -> None:
    assert is_pagemark(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Seite 12 der Studie",
            "siehe Seite 12",
            "3/2",
            "0/2",
            "1/1",
            "-30-",
            "2018",
            "Seite",
            "12 von 20 Räten",
            "1/2 Liter",
        ),
        *("– zwei –", "24/7 offen"),
    ],
)
def test_no_page_markers(line: str) -> None:
    assert not is_pagemark(line)


@pytest.mark.parametrize("line", ["###", "# # #", "-30-", "– 30 –", "ENDS", "Ende", "– Ende –", "(Ende)", "***", "Fin"])
def test_end_marks(line: str) -> None:
    assert is_endmark(line)


@pytest.mark.parametrize("line", ["##", "30", "Ende gut", "Am Ende", "**"])
def test_no_end_marks(line: str) -> None:
    assert not is_endmark(line)


@pytest.mark.parametrize(
    "line",
    [
        *("23. Februar 2017", "23.02.2017", "2017-02-23", "Dortmund, 23. Februar 2017", "Ahrenfeld, den 3. Mai 2018"),
        *("Ahrenfeld am Rhein, 3. Mai 2018", "Mittwoch, 3. Mai 2018, 11:30 Uhr", "09.03.2016 – 13:52", "May 3, 2018"),
        *("LONDON, May 3, 2018", "3 May 2018 | London", "Stand: 3. Mai 2018", "Datum: 03.05.2018", "Mai 2018"),
        *(
            "Date: May 3, 2018 – 13:52",
            "Ahrenfeld den 3. Mai 2018",
            "le 3 mai 2018",
            "Madrid, 3 de mayo de 2018",
            "3.5.18",
        ),
    ],
)
def test_lines_with_a_date_only(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Stadtfest am 3. Mai 2018",
            "Am 3. Mai 2018 öffnet das Bad",
            "Programm 2018",
            "10 Uhr",
            "12",
            "Mai",
            "Bad öffnet",
        ),
        *("Baubeginn: 3. Mai 2018", "1. Mai 2018: Planung", "3. Mai 2018: Bad"),
        *("Sitzung des Rates der Stadt Ahrenfeld, 3. Mai 2018", "im Rathaus, 3. Mai 2018"),
        "Der Rat der Stadt Ahrenfeld tagt öffentlich im großen Saal des Rathauses, 3. Mai 2018, 10 Uhr",
    ],
)
def test_no_lines_with_a_date_only(line: str) -> None:
    assert not is_dateline(line)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Pressemitteilung vom 12. März 2026", True),
        ("Press release of 12 March 2026", True),
        ("Communiqué de presse du 12 mars 2026", True),
        ("Bericht vom 12. März 2026", False),
        ("Pressemitteilung vom Verband der Gärtner", False),
        ("Satzung der Stadt Ahrenfeld in der Fassung vom 12. März 2026, geändert am 3. Mai 2026", False),
    ],
)
def test_a_label_may_have_the_day_behind_it(line: str, *, is_one: bool) -> None:
    assert is_dated_label(line) is is_one
