"""Images and headings for those who do not see them."""

from datetime import date
from typing import Any

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import Hit
from presslint.model.release import Mark, MarkKind, Release
from presslint.text.span import SourceSpan, Span

PROSE = "\n\nDie Bibliothek am Markt öffnet im März ihre Türen, und die Leiterin lädt alle Leser ein.\n\n"


def release_of(text: str) -> Release:
    return load(source_from_bytes(text.encode(), "a.md"), format="markdown")


def hits(name: str, release: Release, **params: Any) -> list[Hit]:
    declared = find(name)
    context = Context(release, Facts(release), date(2026, 3, 3))
    return list(declared.run(context, declared.params(**params)))


def images(text: str) -> list[str]:
    found = hits("images.description", release_of(text + PROSE), generic=("Bild", "Foto"), repeated=("Logo",))
    return [hit.case for hit in found]


@pytest.mark.parametrize(
    ("image", "case"),
    [
        ("![](a.jpg)", "missing"),
        ("![DSC_0042](a.jpg)", "file"),
        ("![Bildschirmfoto 2026-03-01](a.jpg)", "file"),
        ("![bild 3](a.jpg)", "generic"),
        ("![Logo](a.jpg)", ""),
        ("![Die Leiterin](a.jpg)", ""),
        ("![Stadt-Bücherei](a.jpg)", ""),
        (f"![{'Wort ' * 40}](a.jpg)", "long"),
        ('<img src="a.jpg">', "missing"),
        ('<img src="a.jpg" alt="">', "empty"),
        ('<img src="a.jpg" alt>', "empty"),
        ('<img src="a.jpg" aria-hidden="true">', ""),
        ('<img src="a.jpg" width=1 height=1>', ""),
        ("![](/img/spacer.gif)", ""),
    ],
)
def test_each_image_is_of_its_case(image: str, case: str) -> None:
    assert images(image) == ([case] if case else [])


def test_logos_may_not_repeat_and_captions_speak_for_themselves() -> None:
    assert images("![Logo](a.svg) ![Logo](b.svg)") == ["generic", "generic"]
    assert images("Text vor dem Bild.\n\n![](a.jpg)\n\nFoto: Die Leiterin") == ["captioned"]
    assert images("Text vor dem Bild.\n\n![Die Leiterin](a.jpg)\n\nFoto: Die Leiterin (Foto: Stadt)") == ["caption"]


def test_images_of_documents_have_no_markup() -> None:
    release = release_of("Text." + PROSE)
    mark = Mark(MarkKind.IMAGE, Span(0, 0), SourceSpan(0, 0))
    release = release._replace(source=release.source._replace(derived=True), marks=(mark,))
    assert [hit.case for hit in hits("images.description", release)] == ["missing"]


def headings(text: str) -> list[tuple[str, str]]:
    return [(hit.case, str(hit.args["text"].text)) for hit in hits("headings.structure", release_of(text))]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"# A b{PROSE}### C d{PROSE}", [("jump", "C d")]),
        (f"## A b{PROSE}### C d{PROSE}# E f{PROSE}", []),
        (f"# A b{PROSE}##{PROSE}", [("empty", "##")]),
        (f"# A b{PROSE}###{PROSE}", []),
        (f"# A b{PROSE}<h2></h2>{PROSE}", [("empty", "<h2></h2>")]),
        (f"# A b{PROSE}<h2>Text</h2>{PROSE}", []),
        (f"# A b{PROSE}**Neue Räume**{PROSE}", [("fake", "Neue Räume")]),
        (f"# A b{PROSE}**Neue Räume:**{PROSE}", []),
        (f"# A b{PROSE}**Stadtverwaltung Ahrenfeld**{PROSE}", []),
        (f"# A b{PROSE}**presse@stadt-ahrenfeld.de**{PROSE}", []),
        (f"# A b{PROSE}**Neue Räume**\n\nKurz.", []),
        (f"# A b{PROSE}- **Neue Räume**\n{PROSE}", []),
        ("", []),
    ],
)
def test_headings_are_what_they_look_like(text: str, expected: list[tuple[str, str]]) -> None:
    assert headings(text or "Text.") == expected


def test_bold_lines_are_one_finding_that_makes_them_headings() -> None:
    (hit,) = hits("headings.structure", release_of(f"**Titel hier**{PROSE}**Neue Räume**{PROSE}"))
    assert hit.args["count"] == 2
    assert [text for _, text in hit.proposals[0].edits] == ["# Titel hier", "# Neue Räume"]
    release = release_of(f"**Titel hier**{PROSE}")._replace(format="docx")
    (hit,) = hits("headings.structure", release)
    assert not hit.proposals


def test_documents_have_no_markup_to_be_empty() -> None:
    release = release_of(f"# A b{PROSE}##{PROSE}")
    assert hits("headings.structure", release._replace(source=release.source._replace(derived=True))) == []
