from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from presslint.checks import Context, find
from presslint.errors import PackError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit, Related
from presslint.text.span import Span

RELEASE = """\
---
title: Bibliothek öffnet
number: 11/2026
---

# Bibliothek öffnet am Markt

Ahrenfeld, 3. März 2026

Die Stadt öffnet ihre neue Bibliothek am Markt. Mehr unter http://www.stadt-ahrenfeld.de und
https://www.stadt-ahrenfeld.de/haus. Der Eintritt ist frei.

## Pressekontakt

Anna Beispielsen\\
Telefon: 0231 4017110\\
E-Mail: presse@stadt-ahrenfeld.de
"""


def hits(check: str, text: str = RELEASE, format_: str = "markdown", **params: Any) -> Iterator[Hit]:
    declared = find(check)
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    for hit in declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params(**params)):
        assert set(hit.args) == set(declared.says)
        yield hit


def found(check: str, text: str = RELEASE, format_: str = "markdown", **params: Any) -> list[str]:
    """Return the texts at the places of the hits."""
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    shown = []
    for hit in hits(check, text, format_, **params):
        at = hit.at
        shown.append(at.of(release.text) if isinstance(at, Span) else at.key if isinstance(at, FieldRef) else "")
    return shown


def test_what_must_be_there() -> None:
    assert found("structure.required", all_of=("field.title", "zone.headline", "email", "release_date")) == []
    (hit,) = hits("structure.required", all_of=("field.title", "field.subtitle"))
    assert (hit.at, hit.args["missing"]) == (None, "field.subtitle")
    (hit,) = hits("structure.required", any_of=("zone.boilerplate", "phone[kind=fax]"))
    assert hit.args["missing"] == "zone.boilerplate, phone[kind=fax]"
    assert found("structure.required", any_of=("zone.boilerplate", "phone[kind=phone]")) == []


def test_what_must_be_there_when_something_else_is() -> None:
    assert found("structure.required", all_of=("phone[kind=fax]",), when=("zone.boilerplate",)) == []
    assert found("structure.required", all_of=("phone[kind=fax]",), when=("email",)) == ["presse@stadt-ahrenfeld.de"]


def test_what_must_not_be_there() -> None:
    assert found("structure.forbidden", what=("link[scheme=http]",)) == ["http://www.stadt-ahrenfeld.de"]
    assert found("structure.forbidden", what=("link[scheme=http][host!=www.stadt-ahrenfeld.de]",)) == []
    assert found("structure.forbidden", what=("link[scheme=http]",), unless=("field.title",)) == []
    assert found("structure.forbidden", what=("field.number",)) == ["number"]


def test_the_order_of_zones() -> None:
    assert found("structure.order", zones=("headline", "boilerplate", "lead", "contact")) == []
    (hit,) = hits("structure.order", zones=("lead", "headline"))
    assert (hit.args["zone"], hit.args["other"]) == ("headline", "lead")
    assert hit.at == Span(0, 26)
    assert len(hit.related) == 1


def test_how_long_something_may_be() -> None:
    (hit,) = hits("structure.length", of=("zone.headline",), max=20)
    assert (hit.args["length"], hit.args["limit"]) == (26, 20)
    (hit,) = hits("structure.length", of=("zone.headline",), unit="letters", min=40)
    assert (hit.args["length"], hit.args["limit"]) == (23, 40)
    (hit,) = hits("structure.length", of=("field.title",), unit="words", min=3, max=5)
    assert (hit.at, hit.args["length"]) == (FieldRef("title"), 2)
    assert found("structure.length", of=("zone.headline",), min=1, max=26) == []
    assert found("structure.length", of=("zone.boilerplate",), min=5) == []
    (hit,) = hits("structure.length", of=(), unit="words", max=10)
    assert hit.at is None


def test_how_often_something_may_be_there() -> None:
    assert found("structure.count", of=("link",), max=1) == ["https://www.stadt-ahrenfeld.de/haus"]
    assert found("structure.count", of=("link", "email"), min=3, max=3) == []
    (hit,) = hits("structure.count", of=("link",), min=4)
    assert (hit.at, hit.args["count"], hit.args["limit"]) == (None, 2, 4)


def test_which_values_something_may_have() -> None:
    assert found("structure.values", of=("link.scheme",), among=("https",)) == ["http://www.stadt-ahrenfeld.de"]
    assert found("structure.values", of=("link.domain",), unique=True) == ["https://www.stadt-ahrenfeld.de/haus"]
    (hit,) = hits("structure.values", of=("field.number.year", "release_date.year"), unique=True)
    assert hit.at is not None
    assert hit.related == (Related(FieldRef("number"), ""),)
    assert found("structure.values", of=("link.target",), unique=True) == []


@pytest.mark.parametrize(
    ("check", "params", "reason"),
    [
        ("structure.required", {"all_of": ("title",)}, '"title" is none of'),
        ("structure.required", {"any_of": ("phone[",)}, "expected KIND"),
        ("structure.forbidden", {"what": ("phone.colour",)}, 'has no "colour" but'),
        ("structure.forbidden", {"what": ("phone[colour=red]",)}, 'has no "colour" but'),
        ("structure.forbidden", {"what": ("phone.kind.colour",)}, '"colour" is none of'),
        ("structure.forbidden", {"what": ("zone.lede",)}, '"lede" is none of'),
        ("structure.forbidden", {"what": ("field",)}, "expected field.NAME"),
        ("structure.order", {"zones": ("lede",)}, '"lede" is none of'),
        ("structure.length", {"of": (), "unit": "pages"}, '"pages" is none of'),
        ("structure.count", {"of": ("x",)}, '"x" is none of'),
        ("structure.values", {"of": ("x",)}, '"x" is none of'),
    ],
)
def test_wrong_parameters_are_refused_when_the_rule_is_bound(check: str, params: dict[str, Any], reason: str) -> None:
    with pytest.raises(PackError, match=reason):
        find(check).params(**params)
