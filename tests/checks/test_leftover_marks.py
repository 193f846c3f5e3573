"""Marks of drafts, and what programs leave behind."""

from datetime import date
from typing import Any

import pytest

from presslint.checks import Context, find
from presslint.errors import PackError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit, TraceRef
from presslint.model.release import Field, Paging, Release, Trace, TraceKind
from presslint.text.span import SourceSpan, Span

WORDS = {"draft": ("entwurf", "draft"), "confidential": ("vertraulich", "confidential", "VS-NfD", "intern")}


def release_of(text: str, format_: str = "text", path: str = "-") -> Release:
    return load(source_from_bytes(text.encode(), path), format=format_)


def hits(name: str, release: Release, **params: Any) -> list[Hit]:
    declared = find(name)
    context = Context(release, Facts(release), date(2026, 3, 3))
    return list(declared.run(context, declared.params(**params)))


def marked(release: Release) -> list[Hit]:
    return hits("drafts_marked.marks", release, words=WORDS, capitals=("intern",))


BODY = "\n\nDie Bibliothek am Markt öffnet im März.\n\nSie hat zwei Etagen.\n\nDer Eintritt ist frei.\n\n"


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("ENTWURF", "draft"),
        ("Entwurf vom 21.02.2018", "draft"),
        ("2. Entwurf", "draft"),
        ("DRAFT v3", "draft"),
        ("Draft, March 3, 2026", "draft"),
        ("*** VERTRAULICH ***", "confidential"),
        ("VS-NfD", "confidential"),
        ("INTERN", "confidential"),
        ("ENTWURF – VERTRAULICH", "draft"),
        ("Pressemitteilung – ENTWURF", "draft"),
        ("Intern", ""),
        ("Entwurf des Haushalts", ""),
        ("Draft beer festival", ""),
        ("Vorentwurf", ""),
    ],
)
def test_a_line_is_a_mark_or_not(line: str, case: str) -> None:
    assert [hit.case for hit in marked(release_of(line + BODY))] == ([case] if case else [])


def test_below_the_top_a_mark_is_written_in_capitals() -> None:
    inside = "Bibliothek öffnet" + BODY + "{}\n\nDas Haus ist hell und groß." + BODY
    assert [hit.case for hit in marked(release_of(inside.format("ENTWURF")))] == ["draft"]
    assert marked(release_of(inside.format("Entwurf"))) == []


def test_code_and_tables_hold_no_marks() -> None:
    assert marked(release_of("# Titel\n\n    ENTWURF\n\n| ENTWURF | 2 |\n|---|---|\n| a | b |\n", "markdown")) == []


def test_watermarks_and_margins_are_looked_at() -> None:
    release = release_of("Bibliothek öffnet" + BODY)
    traces = (
        Trace(TraceKind.COMMENT, "ENTWURF"),
        Trace(TraceKind.WATERMARK, "Stadt\nEntwurf"),
        Trace(TraceKind.MARGIN, "Presseamt"),
    )
    (hit,) = marked(release._replace(traces=traces))
    assert hit.at == TraceRef(1)
    margins = Paging(margins=("Presseamt", "Stadt\nVERTRAULICH"), first_only=("VERTRAULICH",))
    assert [(hit.at, hit.case) for hit in marked(release._replace(paging=margins))] == [
        (None, "confidential"),
        (None, "confidential"),
    ]
    known = release._replace(paging=margins, traces=(Trace(TraceKind.MARGIN, "Stadt\nVERTRAULICH"),))
    assert [hit.at for hit in marked(known)] == [TraceRef(0)]


@pytest.mark.parametrize(
    ("title", "case"),
    [
        ("[Entwurf] Bibliothek öffnet", "draft"),
        ("Bibliothek öffnet (ENTWURF)", "draft"),
        ("DRAFT: Library opens", "draft"),
        ("Entwurf", "draft"),
        ("Haushaltsplan (Entwurf)", ""),
        ("DRAFT: TITANS PICK FIRST", ""),
        ("Bibliothek: DRAFT", ""),
        ("Neues (im März) in der Bibliothek", ""),
    ],
)
def test_a_title_says_so_in_front_or_in_brackets(title: str, case: str) -> None:
    release = release_of("Die Bibliothek öffnet.")._replace(fields=(Field("title", "Subject", title),))
    assert [hit.case for hit in marked(release)] == ([case] if case else [])


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("PM_v7.txt", True),
        ("PM_final_FINAL.txt", True),
        ("PM Bibliothek Entwurf.txt", True),
        ("a/PM_rev2.txt", True),
        ("drafts/PM_v7.txt", False),
        ("2026-cup-final.txt", False),
        ("final.txt", False),
        ("draft.txt", False),
        ("report-v2.txt", False),
        ("-", False),
    ],
)
def test_the_name_of_a_file_tells_versions(path: str, *, found: bool) -> None:
    assert [hit.case for hit in marked(release_of("Die Bibliothek öffnet.", path=path))] == ["file"] * found


def test_sentences_are_patterns() -> None:
    (hit,) = hits("drafts_marked.marks", release_of("Dieses Papier ist geheim."), sentences=("Papier ist geheim",))
    assert hit.at == Span(7, 24)
    with pytest.raises(PackError):
        find("drafts_marked.marks").params(sentences=("(a+)+",))


RESIDUE = {
    "openings": {"assistant": ("Hier ist … Version", "Sure! Here"), "mail": ("Sent from my iPhone",)},
    "patterns": {"program": (r"\[caption\]",), "path": (r"C:\\Users\\\w+",)},
    "subjects": ("WG: ",),
}


def residue(release: Release) -> list[Hit]:
    return hits("residue.phrases", release, **RESIDUE)


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Hier ist die neue Version Ihres Textes:", "assistant"),
        ("Sure! Here you are", "assistant"),
        ("Text.\n\nSent from my iPhone", "mail"),
        ("Ein [caption] im Text", "program"),
        ("Sie sagte: „Ein [caption] im Text.“", "quoted"),
        ("WG: Bibliothek öffnet", "mail"),
        ("Hier ist der Ort. Die Version ist neu.", ""),
        ("Er sagte Sure! Here am I", ""),
        ("Sent from my iPhones", ""),
        ("Die WG: Bibliothek", ""),
    ],
)
def test_phrases_are_found_at_their_place(text: str, case: str) -> None:
    assert [hit.case for hit in residue(release_of(text))] == ([case] if case else [])


def test_of_two_that_overlap_the_first_counts() -> None:
    assert [hit.case for hit in residue(release_of("Sure! Here is a [caption] of it"))] == ["assistant"]


def test_descriptions_of_images_and_fields_are_looked_at() -> None:
    head = "---\ntitle: 'WG: Bibliothek'\nsummary: Ein [caption]\nauthor: '[caption]'\n---\n"
    text = f"{head}![a [caption] b](c.png) ![d](e.png)\n\nText."
    found = residue(release_of(text, "markdown"))
    assert [hit.at for hit in found if isinstance(hit.at, FieldRef)] == [FieldRef("title"), FieldRef("summary")]
    (image,) = [hit for hit in found if isinstance(hit.at, SourceSpan)]
    assert isinstance(image.at, SourceSpan)
    assert image.at.of(text) == "![a [caption] b](c.png)"


def test_code_is_passed_over_and_bad_patterns_are_refused() -> None:
    assert residue(release_of("Der Code `[caption]` steht da.", "markdown")) == []
    with pytest.raises(PackError):
        find("residue.phrases").params(patterns={"mail": ("(a+)+",)})
