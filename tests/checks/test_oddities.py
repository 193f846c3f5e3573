"""Invisible and unusual characters: what counts, what is orthography, and what the fixes leave."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Field, FieldOrigin, Release
from presslint.text.oddities import odd_characters
from presslint.text.span import SourceSpan, Span


def release_of(text: str, format_: str = "text", *fields: Field) -> Release:
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    return release._replace(fields=release.fields + fields)


def hits(name: str, release: Release) -> list[Hit]:
    declared = find(name)
    context = Context(release, Facts(release), date(2026, 3, 3))
    return list(declared.run(context, declared.params()))


def cases(name: str, text: str, format_: str = "text") -> list[str]:
    return [hit.case for hit in hits(name, release_of(text, format_))]


UNSEEN = "invisible.characters"
NORMAL = "normalised.text"


def test_ascii_has_no_odd_characters() -> None:
    assert odd_characters("plain text") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mail: presse@stadt\u200b-ahrenfeld.de und mehr", "address"),
        ("Siehe stadt-ahren\u00adfeld.de im Netz", "address"),
        ("Folgen: @stadt\u2060ahrenfeld heute", "address"),
        ("Konto DE12 3456\u200b 7890", "address"),
        ("Ruf 02381\u200b\u200b17 an", "address"),
        ("Ein\u200b Wort", "spaceless"),
        ("Ein\u2061Wort", "spaceless"),
        ("Ein Wort\u200c am Ende", "joiner"),
        ("Ein \u2066Wort\u2069 am Ende", "direction"),
        ("Ein \u202eWort", "override"),
    ],
)
def test_each_sign_is_of_its_case(text: str, expected: str) -> None:
    assert cases(UNSEEN, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "20\u2060–\u206030 Seiten",
        "Auf\u200clage",
        "👩\u200d💻 sitzt am Rechner",
        "שלום \u200e20\u200e \u202eabc",
        "Das Wort am Zeilen\u00ad ende",
        "می\u200cخواهم",
    ],
)
def test_orthography_is_left_alone(text: str) -> None:
    assert cases(UNSEEN, text) == []


def test_a_link_whose_target_holds_one_is_left_to_the_rule_of_links() -> None:
    assert cases(UNSEEN, "Mehr: https://www.stadt-ahren\u00adfeld.de/presse") == []


def test_signs_of_direction_in_an_address_have_no_fix_and_blanks_a_safe_one() -> None:
    (turned,) = hits(UNSEEN, release_of("Mail: presse@\u200estadt-ahrenfeld.de"))
    assert not turned.proposals
    (blank,) = hits(UNSEEN, release_of("Mail: presse@\u200bstadt-ahrenfeld.de"))
    assert [proposal.fix for proposal in blank.proposals] == [0]
    (soft,) = hits(UNSEEN, release_of("Mail: presse@stadt-ahren\u00adfeld.de"))
    assert [proposal.fix for proposal in soft.proposals] == [1]


def test_all_of_a_kind_are_one_finding_with_its_places() -> None:
    (hit,) = hits(UNSEEN, release_of("Ein\u200b Wort\u200b und\u200b noch eines"))
    assert hit.args["count"] == 3
    assert len(hit.related) == 2
    assert len(hit.proposals[0].edits) == 3


def test_a_field_is_reported_once() -> None:
    fields = (
        Field("title", "title", "Ein\u200b Wort\u200b"),
        Field("contact.email", "contact.email", "presse@stadt\u00ad-ahrenfeld.de"),
        Field("summary", "summary", "Grüße\ufb01"),
    )
    found = hits(UNSEEN, release_of("Ein Text.", "text", *fields))
    assert [(hit.at, hit.case) for hit in found] == [
        (FieldRef("title"), "spaceless"),
        (FieldRef("contact.email"), "address"),
    ]


def test_soft_hyphens_are_wanted_in_pages_only() -> None:
    text = "Die Landes\u00adregierung"
    assert cases(UNSEEN, text) == ["soft"]
    assert hits(UNSEEN, release_of(text)._replace(format="html")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gu\u0308ler", ["decomposed"]),
        ("Gu\u00a8ler", ["detached"]),
        ("G\u00a8uler", ["detached"]),
        ("o\ufb03ce", ["ligature"]),
        ("\uff21\uff22", ["lookalike"]),
        ("H\U0001d5f2\U0001d601", ["lookalike"]),
        ("Ruf \ue01e an", ["private"]),
        ("\ue01e Ruf", []),
        ("Text\n\n\ue01e Ruf", []),
        ("日本 \uff21\uff22", []),
        ("x\u1d49 und \U0001d465", []),
        ("²½™№ª", []),
    ],
)
def test_each_letter_is_of_its_case(text: str, expected: list[str]) -> None:
    assert cases(NORMAL, text) == expected


def test_neighbours_of_another_kind_are_places_of_their_own() -> None:
    found = hits(NORMAL, release_of("Ein o\ufb01\ue000\ue001ce"))
    assert [(hit.case, hit.at) for hit in found] == [("ligature", Span(5, 6)), ("private", Span(6, 8))]


def test_code_is_no_prose() -> None:
    assert cases(NORMAL, "Der Name `Gu\u0308ler` steht da.", "markdown") == []


def test_a_field_is_mended_where_it_stands_as_is() -> None:
    source = "---\ntitle: Gu\u0308ler\n---\nText."
    (hit,) = hits(NORMAL, release_of(source, "markdown"))
    assert hit.proposals[0].edits == ((SourceSpan(11, 17), "Güler"),)
    derived = Field("title", "dc:title", "Gu\u0308ler", FieldOrigin.PROPERTY)
    (hit,) = hits(NORMAL, release_of("Text.", "text", derived))
    assert not hit.proposals


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=80))
def test_the_fix_leaves_normal_form_c(text: str) -> None:
    release = release_of(f"Wort {text} Wort")
    for hit in hits(NORMAL, release):
        if hit.case == "decomposed":
            shown = release.text
            for place, new in reversed(hit.proposals[0].edits):
                shown = shown[: place.start] + new + shown[place.end :]
            assert unicodedata.is_normalized("NFC", shown) or unicodedata.combining(shown[0])


@settings(deadline=None, max_examples=60)
@given(st.text("a1.@ \u00ad\u200b\u200d\u200e\u202e\u2060\ufeffשا", max_size=60))
def test_any_mixture_of_signs_is_taken(text: str) -> None:
    release = release_of(f"Wort {text} Wort")
    for hit in hits(UNSEEN, release):
        assert isinstance(hit.at, Span)
        assert any(sign in hit.at.of(release.text) for sign in "\u00ad\u200b\u200d\u200e\u202e\u2060\ufeff")
