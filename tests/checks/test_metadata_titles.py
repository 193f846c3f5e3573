"""Titles and languages that metadata declares."""

from datetime import date
from typing import Any

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Field, FieldOrigin, Release
from presslint.text.span import SourceSpan

HEADLINE = "Bibliothek am Markt öffnet im März"
TEXT = f"{HEADLINE}\n\nDie Bibliothek am Markt öffnet im März ihre Türen. Die Leiterin lädt ein."
GERMAN = " ".join(["Die Bibliothek ist auf und der Eintritt ist frei, das ist für die Stadt nicht neu."] * 6)


def release_of(text: str, *fields: Field, format_: str = "text") -> Release:
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    return release._replace(fields=release.fields + fields)


def hits(name: str, release: Release, **params: Any) -> list[Hit]:
    declared = find(name)
    context = Context(release, Facts(release), date(2026, 3, 3))
    return list(declared.run(context, declared.params(**params)))


def titles(title: str, text: str = TEXT, origin: FieldOrigin = FieldOrigin.PROPERTY) -> list[str]:
    release = release_of(text, Field("dc:title", "dc:title", title, origin))
    return [hit.case for hit in hits("titles.differ", release, junk=("Dokument1",), junk_starts=("Microsoft Word - ",))]


@pytest.mark.parametrize(
    ("title", "case"),
    [
        (HEADLINE, ""),
        (f"{HEADLINE} | Stadt Ahrenfeld", ""),
        (f"Presse: {HEADLINE}", ""),
        (f"Stadt Ahrenfeld - Presse - {HEADLINE}", ""),
        ("Bibliothek am Markt öff…", ""),
        ("Bibliotheken öffnen am Markt", ""),
        ("dokument1", "junk"),
        ("Microsoft Word - Bibliothek", "junk"),
        ("PM Bibliothek.docx", "junk"),
        ("pm_bibliothek_neu", "junk"),
        ("Freibad bleibt zu", "differs"),
        ("Pressemitteilung", "differs"),
        ("a b", "differs"),
    ],
)
def test_a_title_is_the_headline_or_not(title: str, case: str) -> None:
    assert titles(title) == ([case] if case else [])


def test_without_a_headline_only_junk_is_told() -> None:
    text = "Die Bibliothek am Markt öffnet im März ihre Türen. Die Leiterin lädt ein, und alle kommen gern dorthin."
    assert titles("Freibad bleibt zu", text) == []
    assert titles("Dokument1", text) == ["junk"]


def test_a_title_that_is_shown_as_the_headline_must_be_about_something_else() -> None:
    assert titles("Ein Haus für Leser und die Leiterin lädt ein", origin=FieldOrigin.JSON) == []
    assert titles("Freibad bleibt zu", origin=FieldOrigin.JSON) == ["differs"]


def test_the_same_title_is_told_once_and_headings_count() -> None:
    text = "# Presse der Stadt\n\n## Freibad bleibt zu\n\nDas Bad bleibt bis Mai zu."
    fields = [Field(key, key, "Dokument1", FieldOrigin.META) for key in ("og:title", "dc:title")]
    release = release_of(text, *fields, Field("og:title", "x", ""), format_="markdown")
    assert len(hits("titles.differ", release, junk=("Dokument1",))) == 1
    assert hits("titles.differ", release, junk=()) == hits("titles.differ", release, junk=())
    about = release_of(text, Field("og:title", "og:title", "Freibad bleibt zu", FieldOrigin.META), format_="markdown")
    assert hits("titles.differ", about) == []


def test_of_two_titles_with_one_key_each_has_its_place() -> None:
    fields = (
        Field("og:title", "og:title", "Bibliothek am Markt", FieldOrigin.META, SourceSpan(11, 30)),
        Field("og:title", "og:title", "Freibad bleibt zu", FieldOrigin.META, SourceSpan(0, 10)),
    )
    (hit,) = hits("titles.differ", release_of(TEXT, *fields))
    assert hit.at == SourceSpan(0, 10)


def test_the_headline_is_proposed_where_it_needs_no_markup() -> None:
    matter = "---\ntitle: Freibad gesperrt\n---\n# {}\n\nDie Bücher sind da."
    (hit,) = hits("titles.differ", release_of(matter.format("Haus öffnet"), format_="markdown"))
    assert hit.proposals[0].edits == ((SourceSpan(11, 27), "Haus öffnet"),)
    (hit,) = hits("titles.differ", release_of(matter.format("Haus: „offen“"), format_="markdown"))
    assert not hit.proposals


def languages(value: str, key: str = "lang", text: str = GERMAN) -> list[tuple[str, object]]:
    release = release_of(text, Field("language", key, value, FieldOrigin.PROPERTY))
    return [(hit.case, hit.args["tag"]) for hit in hits("languages_declared.tag", release)]


@pytest.mark.parametrize(
    "tag",
    ["de", "DE", "de-AT", "de-x-leicht", "de-1996", "de-Latn-DE-1996", "mul", "gsw", "x-leicht", "lb", "de, fr-CH"],
)
def test_tags_are_taken(tag: str) -> None:
    assert [case for case, _ in languages(tag) if case != "contradicts"] == []


@pytest.mark.parametrize(
    ("tag", "case", "meant"),
    [
        ("deutsch", "malformed", "de"),
        ("de_DE", "malformed", "de-DE"),
        ("de_DE.UTF-8", "malformed", "de-DE"),
        ("deu-AT", "malformed", "de-AT"),
        ("en-UK", "malformed", "en-GB"),
        ("german (Germany)", "malformed", "de"),
        ("xq", "unknown", ""),
        ("???", "unknown", ""),
        ("en", "contradicts", "de"),
        ("fi-FI", "contradicts", "de"),
    ],
)
def test_other_tags_are_told_with_what_was_meant(tag: str, case: str, meant: str) -> None:
    assert languages(tag) == [(case, meant)]


def test_open_graph_has_underscores() -> None:
    assert languages("de_DE", "og:locale") == []
    assert languages("en_GB", "og:locale") == [("contradicts", "de")]


def test_a_short_text_or_two_languages_contradict_nothing() -> None:
    assert languages("en", text="Die Bibliothek ist auf.") == []
    english = " ".join(["The library is open and the entry is free for all, which is not new to the town."] * 6)
    assert languages("fr", text=f"{GERMAN} {english}") == []


def test_a_page_has_to_declare_its_language() -> None:
    page = release_of("<html><body><p>Die Bibliothek ist auf.</p></body></html>")._replace(format="html")
    assert [hit.case for hit in hits("languages_declared.tag", page)] == ["missing"]
    assert hits("languages_declared.tag", release_of("<p>Die Bibliothek ist auf.</p>")._replace(format="html")) == []
    assert hits("languages_declared.tag", release_of("Die Bibliothek ist auf.")) == []


def test_the_tag_is_written_where_it_stands() -> None:
    (hit,) = hits("languages_declared.tag", release_of("---\nlang: de_DE\n---\nText.", format_="markdown"))
    assert (hit.at, hit.proposals[0].edits) == (FieldRef("lang"), ((SourceSpan(10, 15), "de-DE"),))
