from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest

from presslint.checks import Context, find
from presslint.checks.selectors import select
from presslint.errors import PackError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit, Related
from presslint.model.values import Quoted
from presslint.text.span import Span

CONTACT = "Pressekontakt\n\nAnna Beispielsen\nTelefon: 0231 4017110\nFax: {fax}\nE-Mail: presse@stadt-ahrenfeld.de\n"


def context(text: str, format_: str = "text") -> Context:
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    return Context(release, Facts(release), date(2026, 3, 3))


def hits(check: str, text: str, format_: str = "text", **params: Any) -> Iterator[Hit]:
    declared = find(check)
    for hit in declared.run(context(text, format_), declared.params(**params)):
        assert set(hit.args) == set(declared.says)
        yield hit


def found(check: str, text: str, format_: str = "text", **params: Any) -> list[str]:
    release = context(text, format_).release
    shown = []
    for hit in hits(check, text, format_, **params):
        at = hit.at
        shown.append(at.of(release.text) if isinstance(at, Span) else at.key if isinstance(at, FieldRef) else "")
    return shown


def values(text: str, selector: str, format_: str = "text") -> list[Any]:
    return [item.value for item in select(context(text, format_), selector)]


def test_selectors_name_facts_fields_and_zones() -> None:
    text = "---\ntitle: PM 11/2026\ndate: 2026-03-03\nempty:\n---\n\n# Kopf\n\nDie Stadt öffnet am 5. März 2026.\n"
    assert values(text, "field.title", "markdown") == ["PM 11/2026"]
    assert values(text, "field.title.year", "markdown") == [2026]
    assert values(text, "field.title.number", "markdown") == [11]
    assert values(text, "field.title.lower", "markdown") == ["pm 11/2026"]
    assert values(text, "field.title.date", "markdown") == []
    assert values(text, "field.empty", "markdown") == []
    assert values(text, "field.date.date.month", "markdown") == [3]
    assert values(text, "zone.headline", "markdown") == ["Kopf"]
    assert values(text, "release_date", "markdown") == [date(2026, 3, 3)]
    assert values(text, "release_date.year", "markdown") == [2026]
    assert values(text, "date.day", "markdown") == [5]
    assert values(text, "date.start.day", "markdown") == [5]
    assert values(text, "date.day_span", "markdown") == ["5. März 2026"]
    assert values(text, "date[precision=month]", "markdown") == []
    assert values(text, "date[weekday=]", "markdown") == [date(2026, 3, 5)]
    assert values(text, "date[quoted=false].year.lower", "markdown") == ["2026"]
    assert values(text, "language", "markdown") == ["de"]
    assert values(text, "field.title.year.number.date", "markdown") == []


def test_a_date_that_cannot_be_is_no_date() -> None:
    assert values("---\ndate: 2026-02-31\n---\n\nText.\n", "field.date.date", "markdown") == []


def test_values_that_must_agree() -> None:
    text = "Seite 1 von 2\n\nDie Bibliothek öffnet im März.\n\nSeite 2 von 3\n\nDer Eintritt ist frei."
    (hit,) = hits("compare.agree", text, select=("page.total",))
    assert (hit.args["text"], hit.args["other"]) == (Quoted("Seite 2 von 3"), Quoted("Seite 1 von 2"))
    assert hit.related == (Related(Span(0, 13), ""),)
    assert found("compare.agree", text, select=("page.total",), within="block") == []
    assert found("compare.agree", text, select=("page.form",)) == []


def test_a_number_must_agree_with_the_year_of_the_release() -> None:
    text = "---\nnumber: PM 11/2017\ndate: 2018-02-23\n---\n\n# Kopf\n\nDie Stadt öffnet ihr neues Haus.\n"
    selectors = ("field.number.year", "release_date.year")
    (hit,) = hits("compare.agree", text, "markdown", select=selectors)
    assert hit.related == (Related(FieldRef("number"), ""),)
    assert found("compare.agree", text.replace("2017", "2018"), "markdown", select=selectors) == []


def test_texts_agree_without_case_and_white_space() -> None:
    text = "---\ntitle: Das  Haus\n---\n\n# das Haus\n\nDie Stadt öffnet ihr neues Haus.\n"
    assert found("compare.agree", text, "markdown", select=("field.title", "zone.headline")) == []


def test_values_that_must_differ() -> None:
    params: dict[str, Any] = {"left": "phone[kind=phone].e164", "right": "phone[kind=fax].e164"}
    same = CONTACT.format(fax="0231/401 71-10")
    assert found("compare.differ", same, **params) == ["0231/401 71-10"]
    assert found("compare.differ", CONTACT.format(fax="0231 4017111"), **params) == []
    assert found("compare.differ", same, unless=("Fax:",), **params) == []
    assert found("compare.differ", same, left="email", right="email") == []


def test_values_in_order() -> None:
    text = "Die Schau beginnt am 5. März 2026 und endet am 3. März 2026."
    params: dict[str, Any] = {"first": "date[day=5]", "then": "date[day=3]"}
    assert found("compare.before", text, **params) == ["3. März 2026"]
    assert found("compare.before", text, first="date[day=3]", then="date[day=5]") == []
    assert found("compare.before", text, first="date[day=5].text", then="date[day=3].text") == []
    assert found("compare.before", text, first="date.year", then="date.year") == []
    assert len(found("compare.before", text, first="date.year", then="date.year", equal=False)) == 2
    assert found("compare.before", text, within="group", **params) == ["3. März 2026"]


def test_times_are_compared_too() -> None:
    text = "Die Schau öffnet am 5. März 2026 um 18 Uhr und schließt am 6. März 2026 um 9 Uhr."
    assert values(text, "time") == [time(18), time(9)]
    assert len(found("compare.before", text, first="time", then="time")) == 1


@pytest.mark.parametrize(
    ("check", "params", "reason"),
    [
        ("compare.agree", {"select": ("x",)}, '"x" is none of'),
        ("compare.agree", {"select": (), "within": "page"}, 'within: "page"'),
        ("compare.differ", {"left": "x", "right": "email"}, '"x" is none of'),
        ("compare.differ", {"left": "email", "right": "email", "within": "page"}, 'within: "page"'),
        ("compare.before", {"first": "date", "then": "x"}, '"x" is none of'),
        ("compare.before", {"first": "date", "then": "date", "within": "page"}, 'within: "page"'),
    ],
)
def test_wrong_parameters_are_refused_when_the_rule_is_bound(check: str, params: dict[str, Any], reason: str) -> None:
    with pytest.raises(PackError, match=reason):
        find(check).params(**params)
