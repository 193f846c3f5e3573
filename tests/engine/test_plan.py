"""Rules that are passed over find nothing when they are called all the same."""

import random
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from presslint import packs
from presslint.checks import Context
from presslint.engine.examples import examples_of, options_of, release_of
from presslint.engine.plan import _PARTS, Known, Plan
from presslint.engine.run import lint
from presslint.errors import LoadError
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.facts import LinkFact, PhoneFact
from presslint.model.options import Options
from presslint.model.release import Release
from presslint.model.rule import BoundRule, Example
from presslint.model.verdict import FileResult

MakeRule = Callable[..., BoundRule]
Read = Callable[..., Release]

KNOWN = Known("text", "de", dated=True, ui="en")
PIECES = (
    *("\n\n", "\n", " ", "www.stadt-ahrenfeld.de", "https://", "presse@stadt-ahrenfeld.de", "Tel. 0511 3471-220"),
    *("Seite 2", "Sperrfrist: 3. Mai 2024, 10 Uhr", "am 31. April", "vom 3. bis 5. Mai 2024", "10:30 Uhr"),
    *("„", "“", "[", "](", "<<<<<<<"),
)


@cache
def rules() -> tuple[BoundRule, ...]:
    """Return all rules there are, stable or not."""
    return tuple(packs.bind(rule) for rule in packs.load_rules())


@cache
def ungated() -> tuple[BoundRule, ...]:
    """Return all rules, none of which is ever passed over."""
    return tuple(bound.waiting_for(()) for bound in rules())


def examples() -> Iterator[Example]:
    for page in packs.pages().values():
        for _, example in examples_of(page):
            yield example


def both(release: Release, options: Options) -> tuple[FileResult, FileResult]:
    return lint(release, rules(), options), lint(release, ungated(), options)


def test_every_example_is_judged_the_same() -> None:
    for example in examples():
        found, told = both(release_of(example, example.text, example.format or "text"), options_of(example))
        assert found == told, example.text


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_a_damaged_text_is_judged_the_same(format_: str) -> None:
    chance = random.Random(20240503)  # noqa: S311 - texts to try, no secrets
    texts = [example.text for example in examples() if not example.format or example.format in ("text", "markdown")]
    for _ in range(150):
        text = "\n\n".join(chance.choice(texts) for _ in range(chance.randrange(1, 4)))
        for _ in range(chance.randrange(6)):
            place = chance.randrange(len(text) + 1)
            text = text[:place] + chance.choice(PIECES) + text[place + chance.randrange(8) :]
        if text.strip() and "\0" not in text:
            try:
                release = load(source_from_bytes(text.encode(), "a.md"), format=format_)
            except LoadError:  # what was damaged is the front matter
                continue
            found, told = both(release, Options(today=date(2024, 5, 1)))
            assert found == told, text


def test_most_rules_are_passed_over_where_there_is_nothing_to_judge(read: Read) -> None:
    release = read("Die Stadt baut einen Park.\n")
    context = Context(release, Facts(release), date(2024, 5, 1))
    called = [bound for bound, _ in Plan(rules()).steps(context, KNOWN, lambda _: "")]
    assert len(called) < len(rules()) / 2


def test_a_rule_that_cannot_run_is_listed_with_its_reason_even_if_it_is_passed_over(
    make_rule: MakeRule, read: Read
) -> None:
    release = read("Die Stadt baut einen Park.\n")
    context = Context(release, Facts(release), date(2024, 5, 1))
    bound = make_rule().waiting_for((LinkFact,))
    assert Plan((bound,)).steps(context, KNOWN, lambda _: "because") == [(bound, "because")]
    assert Plan((bound,)).steps(context, KNOWN, lambda _: "") == []


def test_a_fact_that_cannot_be_extracted_counts_as_there(
    make_rule: MakeRule, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = read("Die Stadt baut einen Park.\n")

    def fail(self: Facts, kind: type) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(Facts, "of", fail)
    context = Context(release, Facts(release), date(2024, 5, 1))
    bound = make_rule().waiting_for((PhoneFact,))
    assert Plan((bound,)).steps(context, KNOWN, lambda _: "") == [(bound, "")]


def test_sets_that_are_remembered_are_few(make_rule: MakeRule, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presslint.engine.plan._MOST", 2)
    release = read("Die Stadt baut einen Park.\n")
    context = Context(release, Facts(release), date(2024, 5, 1))
    plan = Plan((make_rule(),))
    for language in ("de", "en", "fr", "it"):
        assert len(plan.steps(context, KNOWN._replace(language=language), lambda _: "")) == 1
    assert len(plan._selected) == 2


def test_what_a_check_waits_for_is_something_that_can_be_told() -> None:
    for bound in rules():
        for what in bound.when:
            told = isinstance(what, str) and (what in _PARTS or what.startswith(("source:", "text:")))
            assert told or callable(what), bound.rule.code
