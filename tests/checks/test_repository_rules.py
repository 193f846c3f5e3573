"""What the rules about a repository say, beyond the examples in their files."""

from datetime import date
from typing import Any

import pytest

from presslint import packs
from presslint.engine.examples import options_of, release_of
from presslint.engine.run import lint
from presslint.engine.surroundings import surroundings
from presslint.model.rule import Example

TOP = "Turnhalle wird saniert\n\nAhrenfeld, 23. Februar 2018\n\nDie Stadt saniert ihre Turnhalle.\n\n"
RULES = {rule.code: rule for rule in packs.load_rules()}


def told(code: str, text: str, **more: Any) -> list[tuple[str, str]]:
    """Return the messages of a rule about a text, and what they point at; reasons where it did not run."""
    example = Example(text, **more)
    release = release_of(example, text, example.format or "text")
    bound = packs.bind(RULES[code], example.params)
    result = lint(release, [bound], options_of(example), [code], surroundings(example))
    assert not result.crashed
    return [(one.message, one.snippet) for one in result.findings] + [(one.reason, "") for one in result.not_checked]


def contact(lines: str, registry: str, **more: Any) -> list[tuple[str, str]]:
    files = {"c.yml": f"contacts:\n{registry}"}
    return told(
        "REP006", f"{TOP}Pressekontakt\n{lines}\n", files=files, repository={"contacts": {"file": "c.yml"}}, **more
    )


def test_titles_mails_and_second_numbers() -> None:
    entry = (
        "  - {name: Merle Tiedtke, title: Pressesprecherin, phone: 0211 837-2417,"
        " email: m.tiedtke@stadt-ahrenfeld.de}\n"
    )
    (title,) = contact("Merle Tiedtke, Leiterin\nTelefon: 0211 837-2417", entry)
    assert title == ("Merle Tiedtke: Leiterin here, Pressesprecherin in the registry of contacts.", "Leiterin")
    assert not contact("Merle Tiedtke, stellv. Pressesprecherin\nTelefon: 0211 837-2417", entry)
    (mail,) = contact("Merle Tiedtke\nE-Mail: tiedtke@stadt-ahrenfeld.de", entry)
    assert mail[1] == "tiedtke@stadt-ahrenfeld.de"
    assert not contact("Merle Tiedtke\nMobil: 0171 8372417", entry), "a number of a kind that nobody registered"
    assert not contact("Telefon: 0211 837-9999", entry), "nobody's number"


def test_an_address_of_somebody_who_left() -> None:
    entry = "  - {name: Jonas Wielandt, email: j.wielandt@stadt-ahrenfeld.de, valid_to: 2017-12-31}\n"
    (found,) = contact("E-Mail: j.wielandt@stadt-ahrenfeld.de", entry)
    assert found == (
        "j.wielandt@stadt-ahrenfeld.de is in the registry of contacts until 31 December 2017 only.",
        "j.wielandt@stadt-ahrenfeld.de",
    )
    assert not contact("E-Mail: presse@stadt-ahrenfeld.de", entry)


def test_without_a_date_or_a_registry_nothing_is_passed_in_silence() -> None:
    files = {"c.yml": "contacts:\n  - name: A Berg\n"}
    text = "Die Stadt saniert ihre Turnhalle.\n"
    found = told("REP006", text, files=files, repository={"contacts": {"file": "c.yml"}})
    assert found == [("the release date is unknown (SYS006)", "")]
    assert told("REP006", TOP) == [("needs [contacts] in the configuration (SYS004)", "")]
    assert told("REP001", TOP) == [("needs several files (SYS004)", "")]
    assert told("REP010", TOP) == [("needs history = true in [repository], and git (SYS004)", "")]


def test_boilerplates_over_several_paragraphs() -> None:
    files = {"t/a.md": "Nordwerk baut Pumpen.\n\nEs liegt an der Ahre.\n", "t/b.en.md": "Nordwerk builds pumps.\n"}
    repository = {"boilerplates": {"folder": "t"}}
    contact_ = "Pressekontakt\nTelefon: 0211 837-2417\n"
    text = f"{TOP}Über Nordwerk\n\nNordwerk baut Pumpen.\n\nEs liegt an der Ahre.\n\n{contact_}"
    assert not told("REP007", text, files=files, repository=repository)
    assert told("REP007", text.replace("an der", "bei der"), files=files, repository=repository)
    only = {"t/b.en.md": "Nordwerk builds pumps.\n"}
    assert not told("REP007", text, files=only, repository=repository), "no text in this language"
    old = {"t/a.md": "---\nvalid_to: 2017-01-01\n---\nNordwerk baut Pumpen. Es liegt an der Ahre.\n"}
    assert not told("REP007", text, files=old, repository=repository), "and no later one to use instead"


@pytest.mark.parametrize(
    ("value", "pattern", "text", "found"),
    [
        ("2017-05-01", "seit dem {value} offen", "Das Haus ist seit dem 2. Mai 2017 offen.", ["2. Mai 2017"]),
        ("2017-05", "seit {value} offen", "Das Haus ist seit Mai 2017 offen.", []),
        ("2017-H1", "im {value} eröffnet", "Das Haus wurde im Herbst 2017 eröffnet.", ["Herbst 2017"]),
        ("2017-13", "seit {value} offen", "Das Haus ist seit Mai 2017 offen.", []),
        ("Sommer 1999", "im {value} eröffnet", "Das Haus wurde im Sommer 1999 eröffnet.", []),
        ("Haus Nord", "Sitz ist {value}", "Der Sitz ist Haus Süd. Der Sitz ist Haus Nord.", ["Haus Süd"]),
        ("Nord", "{value} ist der Sitz", "Süd ist der Sitz.", []),
        ("Nord", "im {value} des Landes", "Es liegt im Süd des Landes, im Osten der Stadt.", ["Süd"]),
        ("1.200", "mit {value} Plätzen", "Ein Saal mit 1200 Plätzen und einer mit 1.300 Plätzen.", ["1.300"]),
    ],
)
def test_declared_facts(value: str, pattern: str, text: str, found: list[str]) -> None:
    files = {"f.yml": f"facts:\n  - {{id: a, value: '{value}', patterns: '{pattern}'}}\n"}
    hits = told("REP009", text, files=files, repository={"declared": {"file": "f.yml"}})
    assert [snippet for _, snippet in hits] == found


def changed(text: str, *states: tuple[str, str], **more: Any) -> list[str]:
    history = tuple({"date": day, "text": before} for day, before in states)
    return [message for message, _ in told("REP010", text, format="markdown", history=history, **more)]


def test_histories() -> None:
    front = "---\ndate: 2018-02-23\n---\n"
    first = ("2018-02-23", f"{front}Um 10 Uhr.\n")
    assert not changed(f"{front}Um 10 Uhr.\n", first)
    assert not changed("Um 10 Uhr.\n", first), "no date"
    assert not changed(f"{front.replace('2018', '2027')}Um 11 Uhr.\n", first), "not out yet"
    assert not changed("---\ndate: 2018-02-23\ndraft: true\n---\nUm 11 Uhr.\n", first)
    assert not changed(f"{front}\n\nKorrektur vom 26. Februar: statt 10 Uhr\n\nUm 11 Uhr.\n", first)
    (today,) = changed(f"{front}Um 11 Uhr.\n", first, today=date(2018, 3, 1))
    assert "changed on 1 March 2018" in today
    late = ("2019-01-01", f"{front}Um 10 Uhr.\n")
    assert changed(f"{front}Um 11 Uhr.\n", late), "an archive that came later"
    assert not changed(
        "---\ndate: 2018-02-23\nembargo: 2018-02-26\n---\nUm 11 Uhr.\n", first, ("2018-02-25", f"{front}Um 11 Uhr.\n")
    )
    assert changed("---\ndate: 2018-02-23\n---\n", first)[0].endswith("was taken out.")
    (address,) = changed(f"{front}Mehr: https://a.de/x\n", ("2018-02-23", f"{front}Mehr: https://a.de/y\n"))
    assert "became" in address
    long_ = "wort " * 30
    (added,) = changed(f"{front}Um 10 Uhr {long_}\n", first)
    assert "…" in added
    assert not changed("+++\ndate = 2018-02-23\n+++\nUm 10 Uhr.\n", first)


def test_translations_that_cannot_be_read_and_numbers_that_differ() -> None:
    german = (
        "Pressemitteilung Nr. 12/2018\n\nBibliothek\n\nAhrenfeld, 23. Februar 2018\n\n"
        "Die Bibliothek der Stadt öffnet im März für alle.\n"
    )
    text = (
        "Press release No. 13/2018\n\nLibrary\n\nAhrenfeld, 23 February 2018\n\n"
        "The library of the town opens in March for all of them.\n"
    )
    (found,) = told("REP005", text, path="p/a.en.txt", files={"p/a.de.txt": german})
    assert found[0].startswith("Press release No. 13/2018 here, but Pressemitteilung Nr. 12/2018")


def test_names_of_files() -> None:
    assert not told("REP004", TOP)
    assert not told("REP004", TOP, path="p/2018-44-44.txt")
    assert not told("REP004", TOP.replace("23. Februar 2018", "Ende"), path="p/2018-02-23.txt")
    both = f"---\ndate: 2018-02-22\n---\n{TOP}"
    assert not told("REP004", both, path="p/2018-02-21-a.md", format="markdown"), "it contradicts itself"
    assert not told("REP004", TOP + "Am 21. Februar 2018 war Markt.\n", path="p/2018-02-21-a.txt")


def test_years_of_numbers_without_a_year_in_four_digits() -> None:
    (found,) = told("REP002", f"---\nnumber: 12/2017\ndate: 2018-02-23\n---\n{TOP}", format="markdown")
    assert found[1] == "12/2017"
    assert told("REP002", "x\n") == [("the release date is unknown (SYS006)", "")]


def test_links_that_only_other_releases_show_to_be_broken() -> None:
    files = {"p/b.md": "Siehe [c](c.md).\n", "p/c.md": "Text.\n", "q.pdf": ""}
    text = "Siehe [die andere](d/../ce.md) und [a](x.md) und [q](../q.pdf).\n"
    found = [snippet for _, snippet in told("REP008", text, path="p/a.md", format="markdown", files=files)]
    assert "x.md" in found
