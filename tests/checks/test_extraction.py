from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Release
from presslint.text.edits import Edit, apply_edits
from presslint.text.span import SourceSpan


def read(text: str, format_: str = "text") -> Release:
    return load(source_from_bytes(text.encode(), "a"), format=format_)


def hits(check: str, text: str, format_: str = "text") -> list[Hit]:
    declared = find(check)
    release = read(text, format_)
    result = list(declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params()))
    assert all(set(hit.args) == set(declared.says) for hit in result)
    return result


def fixed(check: str, text: str, format_: str = "text") -> list[tuple[str, str]]:
    """Return case and fixed text of each hit that offers a fix."""
    release = read(text, format_)
    return [
        (
            hit.case,
            apply_edits(
                text,
                [
                    Edit(span if isinstance(span, SourceSpan) else release.prose.to_source(span), new)
                    for span, new in proposal.edits
                ],
            ),
        )
        for hit in hits(check, text, format_)
        for proposal in hit.proposals
    ]


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Informiert. Per-\n\nspektivisch will sie.", "likely", "Informiert. Perspektivisch will sie."),
        ("Die Bücherei hat Büche-\nrei gesagt.", "known", "Die Bücherei hat Bücherei gesagt."),
        ("Die Stadt hat das Rat\u00ad\nhaus verkauft.", "likely", "Die Stadt hat das Rathaus verkauft."),
        ("Die Stadt hat das Rat\u2010\nhaus verkauft.", "likely", "Die Stadt hat das Rathaus verkauft."),
        ("Das ist die Biblio-\r\nthek der Stadt.", "likely", "Das ist die Bibliothek der Stadt."),
    ],
)
def test_a_word_split_by_a_line_end(text: str, case: str, expected: str) -> None:
    assert fixed("extraction.hyphenation", text) == [(case, expected)]


def test_a_word_split_in_a_quoted_paragraph_of_markdown() -> None:
    text = "> Das ist die neue Biblio-\n> thek der Stadt Ahrenfeld.\n"
    assert fixed("extraction.hyphenation", text, "markdown") == [
        ("likely", "> Das ist die neue Bibliothek der Stadt Ahrenfeld.\n")
    ]


def test_a_word_split_by_a_page_end() -> None:
    text = "Die Stadt hat mehr Fördermit-\n\n– 2 –\n\ntel beantragt als im Jahr zuvor."
    assert [new for _, new in fixed("extraction.hyphenation", text)] == [
        "Die Stadt hat mehr Fördermittel beantragt als im Jahr zuvor."
    ]
    for unsplit in (
        "– 2 –\n\nDie Stadt hat mehr.",
        "Die Stadt hat mehr.\n\n– 2 –",
        "Die Stadt hat mehr.\n\n– 2 –\n\ntel",
        "Die Fördermit-\n\n– 2 –\n\n2 Euro.",
    ):
        assert hits("extraction.hyphenation", unsplit) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt setzt Stiftungs-\nund Drittmittel ein.",
        "Die Stadt setzt Stiftungs- und Drittmittel ein.",
        "Mehr unter www.stadt-\nahrenfeld.de und im Rathaus.",
        "Mehr unter presse@stadt-\nahrenfeld.de und im Rathaus.",
        "Mehr bei stadt-\nahrenfeld.de, der Seite der Stadt.",
        "Das Haus ist groß-\nartig-es bleibt groß-artig.",
        "Das Haus - so heißt es -\nbleibt.",
        "Der Nord-Ost-\nPfad und die B-\nseite.",
        "Kein Strich weit und breit.",
    ],
)
def test_a_hyphen_that_is_meant(text: str) -> None:
    assert hits("extraction.hyphenation", text) == []


def test_two_english_words_that_the_release_uses_alone_make_a_compound() -> None:
    text = "The museum and the library share a roof. A library is a library: the museum-\nlibrary opens in March."
    assert hits("extraction.hyphenation", text) == []
    assert len(hits("extraction.hyphenation", "The committee has approved the new build-\ning in the town.")) == 1


def test_code_is_left_alone() -> None:
    text = "# Kopf\n\nText.\n\n```\nBiblio-\nthek fÃ¼r &nbsp; \\_\n```\n\nUnd `fÃ¼r &nbsp;` auch.\n"
    for check in ("extraction.hyphenation", "extraction.mojibake", "extraction.escapes"):
        assert hits(check, text, "markdown") == []


def test_one_wrong_encoding_is_one_finding() -> None:
    text = "Die BÃ¼cherei in KÃ¶ln Ã¶ffnet, sagt Anna Gï¿½ler und Jï¿½rg."
    broken, lost = hits("extraction.mojibake", text)
    assert (broken.case, broken.args["count"], len(broken.related)) == ("repairable", 3, 2)
    assert (lost.case, lost.args["count"], lost.proposals) == ("lost", 2, ())
    assert fixed("extraction.mojibake", text)[0][1].startswith("Die Bücherei in Köln öffnet")


def test_fields_may_be_broken_too() -> None:
    text = "---\ntitle: BÃ¼cherei Ã¶ffnet\nteaser: Gr\ufffdn\nkind: Grün\n---\n\nDie Stadt ist da.\n"
    assert [(hit.at, hit.case) for hit in hits("extraction.mojibake", text, "markdown")] == [
        (FieldRef("title"), "repairable"),
        (FieldRef("teaser"), "lost"),
    ]


@pytest.mark.parametrize(
    ("text", "format_", "expected"),
    [
        ("ahrenfeld\\_lebt", "text", "ahrenfeld_lebt"),
        ("ahrenfeld\\\\_lebt", "text", "ahrenfeld_lebt"),
        ("ahrenfeld\\\\_lebt", "markdown", "ahrenfeld\\_lebt"),
        ("ahrenfeld\\\\\\_lebt", "markdown", "ahrenfeld\\_lebt"),
        ("Hart &amp;amp; Sons", "markdown", "Hart &amp; Sons"),
        ("Hart \\&amp; Sons", "markdown", "Hart &amp; Sons"),
        ("Hart &amp; Sons", "text", "Hart & Sons"),
    ],
)
def test_one_level_of_escaping_is_dropped(text: str, format_: str, expected: str) -> None:
    ((case, new),) = fixed("extraction.escapes", text, format_)
    assert (case, new) == ("text", expected)
    assert hits("extraction.escapes", new, format_) == []


def test_a_line_end_that_shows_has_no_fix() -> None:
    (hit,) = hits("extraction.escapes", "Ende.\\nAnfang und mehr.")
    assert (hit.case, hit.proposals) == ("control", ())


def test_an_address_that_is_escaped_twice() -> None:
    text = (
        "Das [Programm](https://www.stadt-ahrenfeld.de/mein%2520haus%252Fda?u=%2520) und https://ahrenfeld.de/a%2520b\n"
    )
    result = fixed("extraction.escapes", text, "markdown")
    assert [case for case, _ in result] == ["address"] * 3
    assert "mein%20haus%252Fda" in result[0][1]
    assert "ahrenfeld.de/a%20b" in result[2][1]
