from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Zone

BODY = "Die Stadt Ahrenfeld öffnet im März ihre neue Bibliothek am Markt. Der Eintritt ist frei.\n"


def hits(text: str, format_: str = "markdown") -> list[Hit]:
    declared = find("headlines.present")
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    result = list(declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params()))
    assert all(set(hit.args) == set(declared.says) for hit in result)
    return result


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        (f"# Bibliothek öffnet im März\n\n{BODY}", []),
        (f"# Presseinformation\n\n{BODY}", ["label"]),
        (f"Presseinformation\n\n{BODY}", ["label"]),
        (f"## Presseinformation\n\n### Bibliothek öffnet im März\n\n{BODY}", []),
        (BODY, ["unrecognised"]),
        (f"---\ndate: 2026-03-03\n---\n\n{BODY}", ["missing"]),
        (f"---\ntitle: Bibliothek öffnet\n---\n\n{BODY}", []),
        (f"---\ntitle: Pressemitteilung\n---\n\n{BODY}", ["label"]),
        (f"---\ntitle: Pressemitteilung\n---\n\n# Bibliothek öffnet\n\n{BODY}", []),
        (f"{BODY}\n\n# Pressekontakt\n\nTelefon: 0231 4017110\n", ["missing"]),
        (f"# Eins öffnet\n\n{BODY}\n# Zwei öffnet\n\n{BODY}\n# Drei öffnet\n\n{BODY}", ["several"]),
        (f"# Presseinformation\n\n# Bibliothek öffnet\n\n{BODY}", []),
    ],
)
def test_one_headline_is_asked_for(text: str, cases: list[str]) -> None:
    assert [hit.case for hit in hits(text)] == cases


def test_a_label_in_the_metadata_is_pointed_at() -> None:
    (hit,) = hits(f"---\ntitle: Pressemitteilung\n---\n\n{BODY}")
    assert hit.at == FieldRef("title")


def test_several_headlines_are_counted_and_the_first_is_related() -> None:
    (hit,) = hits(f"# Eins öffnet\n\n{BODY}\n# Zwei öffnet\n\n{BODY}\n# Drei öffnet\n\n{BODY}")
    assert hit.args["count"] == 3
    assert [related.note for related in hit.related] == ["first"]


@pytest.mark.parametrize(
    ("line", "case"),
    [("Bibliothek öffnet im März", "unrecognised"), ("Die Stadt teilt mit:", "label"), ("Stadt Ahrenfeld", "label")],
)
def test_a_line_that_may_be_the_headline_leaves_it_open(line: str, case: str) -> None:
    declared = find("headlines.present")
    text = f"Pressemitteilung\n\n{line}\n\n{BODY}"
    release = load(source_from_bytes(text.encode(), "a"), format="text")
    blocks = [
        block if text.find(line) != block.span.start else block._replace(zone=Zone.UNKNOWN) for block in release.blocks
    ]
    release = release._replace(blocks=tuple(blocks))
    found = declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params())
    assert [hit.case for hit in found] == [case]


def test_a_text_of_labels_alone_has_no_headline() -> None:
    assert [hit.case for hit in hits("Pressemitteilung\n", "text")] == ["label"]
