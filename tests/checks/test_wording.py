from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from presslint.checks import Context, find
from presslint.errors import PackError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit, Related
from presslint.model.values import Quoted
from presslint.text.edits import Edit, apply_edits
from presslint.text.span import SourceSpan, Span


def hits(check: str, text: str, format_: str = "text", **params: Any) -> Iterator[tuple[Hit, str]]:
    """Yield the hits, each with the text at its place."""
    declared = find(check)
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    for hit in declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params(**params)):
        assert set(hit.args) == set(declared.says)
        match hit.at:
            case Span():
                yield hit, hit.at.of(release.text)
            case SourceSpan():
                yield hit, hit.at.of(text)
            case FieldRef(key):
                yield hit, key
            case _:
                yield hit, ""


def found(check: str, text: str, format_: str = "text", **params: Any) -> list[str]:
    return [shown for _, shown in hits(check, text, format_, **params)]


EXISTENCE = "wording.existence"


def test_literals_are_whole_words_and_patterns_lines() -> None:
    text = "Die Kita (nicht: Kitas) und die\u00a0Kita öffnen.\nEnde."
    assert found(EXISTENCE, text, literals=("Kita",)) == ["Kita", "Kita"]
    assert found(EXISTENCE, text, literals=("die Kita",)) == ["die\u00a0Kita"]
    assert found(EXISTENCE, text, literals=("kita",)) == []
    assert found(EXISTENCE, text, literals=("kita",), ignore_case=True) == ["Kita", "Kita"]
    assert found(EXISTENCE, text, patterns=(r"^Ende\.$",)) == ["Ende."]


def test_overlapping_matches_are_one() -> None:
    assert found(EXISTENCE, "Ein Test im Haus", literals=("Test", "Test im Haus", "Haus")) == ["Test im Haus"]


def test_a_match_over_two_blocks_does_not_count() -> None:
    assert found(EXISTENCE, "Das Haus\n\nEnde ist da.", patterns=(r"Haus\s+Ende",)) == []


def test_patterns_may_name_the_case() -> None:
    cases = {"soft": (r"etwa",), "hard": (r"TODO",)}
    assert [(hit.case, text) for hit, text in hits(EXISTENCE, "TODO etwa hier", cases=cases)] == [
        ("hard", "TODO"),
        ("soft", "etwa"),
    ]


def test_what_a_match_stands_in_may_excuse_it() -> None:
    text = "Das `XY`, [XY](https://a.de), „XY“ und XY: presse@XY.de, http://XY.de/"
    assert len(found(EXISTENCE, text, "markdown", patterns=("XY",), except_in=())) == 6
    assert len(found(EXISTENCE, text, "markdown", patterns=("XY",))) == 5
    excused = ("code", "link_text", "quotation", "address")
    assert [hit.at for hit, _ in hits(EXISTENCE, text, "markdown", patterns=("XY",), except_in=excused)] == [
        Span(21, 23)
    ]
    assert found(EXISTENCE, "```\nXY\n```", "markdown", patterns=("XY",)) == []


def test_zones_decide_where_to_look() -> None:
    text = "# Haus\n\nDas Haus öffnet im März. Der Eintritt ist frei.\n\n## Pressekontakt\n\nHaus, Telefon: 0231 4017"
    assert len(found(EXISTENCE, text, "markdown", literals=("Haus",))) == 3
    assert len(found(EXISTENCE, text, "markdown", literals=("Haus",), zones=("headline",))) == 1
    assert len(found(EXISTENCE, text, "markdown", literals=("Haus",), not_zones=("headline",))) == 2
    assert len(found(EXISTENCE, text, "markdown", zone_patterns={"contact": ("Haus",)})) == 1


def test_a_rule_may_allow_texts() -> None:
    text = "XX. Spiele und XX Partner"
    assert [hit.at for hit, _ in hits(EXISTENCE, text, literals=("XX",), allow=(r"XX\. [A-Z]\w+",))] == [Span(15, 17)]


def test_the_source_may_be_looked_at_instead() -> None:
    text = "Das **Haus** ist da."
    assert found(EXISTENCE, text, "markdown", patterns=(r"\*\*",)) == []
    assert found(EXISTENCE, text, "markdown", patterns=(r"\*\*",), scope="source") == ["**", "**"]


def test_fields_are_looked_into_and_compared_whole() -> None:
    text = "---\ntitle: Haus XX im XX\nteaser: Haus XX\nplace: undefined\nkind: Kapitel XX\n---\n\nDas Haus ist da.\n"
    assert found(EXISTENCE, text, "markdown", literals=("XX",)) == []
    assert found(EXISTENCE, text, "markdown", literals=("XX",), fields=("title",)) == ["title"]
    assert found(EXISTENCE, text, "markdown", literals=("XX",), fields=("*",), allow=("Kapitel XX",)) == [
        "title",
        "teaser",
    ]
    assert found(EXISTENCE, text, "markdown", values=("undefined",)) == ["place"]


def test_a_better_wording_is_offered_with_the_capital_kept() -> None:
    text = "Click here oder click here, „click here“ und `click here`."
    (first, _), (second, _) = hits("wording.substitution", text, "markdown", swap={"click here": "see below"})
    assert [hit.args["replacement"] for hit in (first, second)] == [Quoted("See below"), Quoted("see below")]
    ((span, new),) = first.proposals[0].edits
    assert isinstance(span, Span)
    assert new == "See below"
    assert found("wording.substitution", "See Below", swap={"see below": "See Below"}) == []


def test_the_rarer_spelling_is_reported_with_a_place_of_the_other() -> None:
    text = "E-Mail, E-Mail und Email. Delfin und Delphin."
    result = list(hits("wording.consistency", text, pairs={"E-Mail": "Email", "Delfin": "Delphin", "Foto": "Photo"}))
    assert [(shown, hit.args["other"]) for hit, shown in result] == [
        ("Email", Quoted("E-Mail")),
        ("Delphin", Quoted("Delfin")),
    ]
    assert result[0][0].related == (Related(Span(0, 6), ""),)


@pytest.mark.parametrize(
    ("check", "params", "reason"),
    [
        (EXISTENCE, {"patterns": ("(a+)+",)}, "repetition"),
        (EXISTENCE, {"allow": ("(a",)}, "open parenthesis"),
        (EXISTENCE, {"cases": {"x": ("*",)}}, "nothing to repeat"),
        (EXISTENCE, {"zone_patterns": {"lede": ("a",)}}, 'zone "lede" is none of'),
        (EXISTENCE, {"zones": ("lede",)}, 'zone "lede" is none of'),
        (EXISTENCE, {"not_zones": ("lede",)}, 'zone "lede" is none of'),
        (EXISTENCE, {"except_in": ("quote",)}, 'except_in "quote" is none of'),
        (EXISTENCE, {"scope": "file"}, "neither prose nor source"),
        ("wording.substitution", {"swap": {}, "zones": ("lede",)}, "wording.substitution"),
        ("wording.consistency", {"pairs": {}, "allow": ("[a",)}, "wording.consistency"),
    ],
)
def test_wrong_parameters_are_refused_when_the_rule_is_bound(check: str, params: dict[str, Any], reason: str) -> None:
    with pytest.raises(PackError, match=reason):
        find(check).params(**params)


def test_a_substitution_is_an_edit_of_the_source() -> None:
    text = "Bitte click here."
    ((hit, _),) = hits("wording.substitution", text, swap={"click here": "hier"})
    ((span, new),) = hit.proposals[0].edits
    assert new == "hier"
    assert apply_edits(text, [Edit(SourceSpan(*span), new)]) == "Bitte hier."
