"""Laws that hold between rules: no rule breaks on the examples of another, and no fix does harm elsewhere."""

import re
from collections import Counter
from datetime import date
from functools import cache

import pytest

from presslint import packs
from presslint.engine.examples import examples_of, options_of, release_of
from presslint.engine.run import lint
from presslint.load import load, source_from_bytes
from presslint.model.finding import Confidence, Finding, Severity
from presslint.model.options import Options
from presslint.model.release import Field, Release
from presslint.model.rule import BoundRule, Example, Rule
from presslint.model.source import Source
from presslint.model.verdict import FileResult
from presslint.report.rulepage import rule_page
from presslint.text.edits import apply_edits
from presslint.text.sourcemap import TextView

TODAY = date(2026, 1, 15)
EXAMPLES = [
    pytest.param(example, id=f"{code}-{name}")
    for code, page in packs.pages().items()
    for name, example in examples_of(page)
]
FIXED = [
    pytest.param(code, example, id=f"{code}-bad-{number}")
    for code, page in packs.pages().items()
    for number, example in enumerate(page.bad, 1)
    if example.fixed
]


@cache
def everything() -> tuple[BoundRule, ...]:
    return tuple(packs.bind(rule) for rule in packs.load_rules())


def check(release: Release, options: Options) -> FileResult:
    return lint(release, everything(), options, packs.known_names(packs.load_rules()))


def crashes(result: FileResult) -> list[str]:
    return [finding.message for finding in result.findings if finding.rule == "SYS008"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_check_survives_the_examples_of_every_rule(example: Example) -> None:
    release = release_of(example, example.text, example.format or "text")
    result = check(release, options_of(example))
    assert not result.crashed, crashes(result)


def nothing(format_: str, *fields: Field) -> Release:
    """Return a release without a text: no loader gives one, but a document may hold nothing but its properties."""
    return Release(Source("-", ""), format_, TextView("", (), ""), (), fields)


@pytest.mark.parametrize("format_", ["text", "markdown"])
@pytest.mark.parametrize("text", ["", "a", "\u00ad.", "---\n-", "# \n.", "\t|\n.", "1.\n"])
def test_every_check_survives_a_release_of_nothing(text: str, format_: str) -> None:
    release = load(source_from_bytes(text.encode(), "-"), format=format_) if text else nothing(format_)
    result = check(release, Options(TODAY))
    assert not result.crashed, crashes(result)


@pytest.mark.parametrize("value", ["", "2018-02-23", "x", "0", "{}"])
def test_every_check_survives_a_release_of_fields_alone(value: str) -> None:
    names = ("title", "date", "language", "embargo", "expires", "updated", "contact", "contact.phone", "tags[0]")
    fields = [Field(name.partition(".")[0], name, value) for name in names]
    result = check(nothing("markdown", *fields), Options(TODAY))
    assert not result.crashed, crashes(result)


def at_least(findings: tuple[Finding, ...], severity: Severity) -> Counter[str]:
    """Count the findings of each rule that are as severe; their texts may change with the text that is mended."""
    return Counter(finding.rule for finding in findings if finding.severity >= severity)


@pytest.mark.parametrize(("code", "example"), FIXED)
def test_no_fix_brings_in_what_is_as_bad(code: str, example: Example) -> None:
    format_ = example.format or "text"
    options = options_of(example)
    before = check(release_of(example, example.text, format_), options)
    for finding in before.findings:
        for fix in finding.fixes if finding.rule == code else ():
            text = apply_edits(example.text, fix.edits)
            after = check(release_of(example, text, format_), options)
            new = at_least(after.findings, finding.severity) - at_least(before.findings, finding.severity)
            bad = [(one.rule, one.message) for one in after.findings if one.rule in new]
            assert not bad, f"{fix.title}: {bad}\n\n{text}"


@pytest.mark.parametrize("rule", packs.load_rules(), ids=lambda rule: rule.code)
def test_names_say_what_is_bad(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert not rule.name.startswith(("no-", "disallow-", "forbid-"))


@pytest.mark.parametrize("rule", packs.load_rules(), ids=lambda rule: rule.code)
def test_what_is_a_mere_guess_fails_no_run(rule: Rule) -> None:
    for case in rule.cases.values():
        assert case.confidence > Confidence.LOW or case.severity == Severity.INFO


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("rule", packs.load_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: Rule, language: str) -> None:
    page = packs.pages()[rule.code]
    for markdown in (True, False):
        text = rule_page(rule, page, language, markdown=markdown)
        assert rule.code in text
        assert page.why.in_(language) in text.replace("\\", "")


def test_every_profile_runs() -> None:
    for profile in packs.profiles():
        assert packs.rules_for(Options(TODAY, profile=profile), "a.md")
