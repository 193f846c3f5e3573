from collections.abc import Callable, Iterator
from typing import Any

import pytest

from presslint.checks import Context
from presslint.engine.run import lint
from presslint.engine.suppress import matches
from presslint.model.finding import FieldRef, Hit, Severity, State
from presslint.model.options import Options
from presslint.model.release import Release
from presslint.model.rule import BoundRule

MakeRule = Callable[..., BoundRule]
Read = Callable[..., Release]
Outcome = list[tuple[str, int, str]]

BAD = "Das ist schlecht.\n"


@pytest.fixture
def outcome(make_rule: MakeRule, read: Read, options: Options) -> Callable[..., Outcome]:
    """Return a function that lints a text with one rule, DAT002 bad-word, beside which DAT005 and LNK006 exist."""

    def run(text: str, path: str = "a.md", **kinds: Any) -> Outcome:
        known = ("DAT002", "bad-word", "DAT005", "other-word", "LNK006", "insecure-http")
        result = lint(read(text, path), [make_rule(**kinds)], options, known)
        return [
            (one.rule if one.state is State.REPORTED else f"({one.rule})", one.where.line, one.reason or one.message)
            for one in result.findings
        ]

    return run


@pytest.mark.parametrize("name", ["DAT002", "bad-word", "DAT", "LNK006, DAT002", " DAT002 ", "DAT002,"])
def test_the_next_block_is_spared(outcome: Callable[..., Outcome], name: str) -> None:
    text = f"# Titel\n\n<!-- presslint: ignore[{name}] so gesagt -->\n{BAD}\n{BAD}"
    assert outcome(text) == [("(DAT002)", 4, "so gesagt"), ("DAT002", 6, "Found schlecht.")]


def test_a_comment_may_stand_apart(outcome: Callable[..., Outcome]) -> None:
    text = f"{BAD}\n<!-- presslint: ignore[DAT002] -->\n\n{BAD}\n{BAD}"
    assert [(rule, line) for rule, line, _ in outcome(text)] == [("DAT002", 1), ("(DAT002)", 5), ("DAT002", 7)]


def test_a_hard_wrapped_block_is_spared_to_its_end(outcome: Callable[..., Outcome]) -> None:
    text = f"<!-- presslint: ignore[DAT002] -->\nEins zwei\n{BAD}"
    assert [(rule, line) for rule, line, _ in outcome(text)] == [("(DAT002)", 3)]


def test_in_plain_text_too(outcome: Callable[..., Outcome]) -> None:
    text = f"Titel\n\n<!-- presslint: ignore[DAT002] Zitat -->\n{BAD}\n{BAD}"
    assert [(rule, line) for rule, line, _ in outcome(text, "a.txt")] == [("(DAT002)", 4), ("DAT002", 6)]


def test_the_target_of_a_link_belongs_to_its_block(make_rule: MakeRule, read: Read, options: Options) -> None:
    text = "<!-- presslint: ignore[DAT002] -->\nMehr [hier](http://www.acme-werke.de)\n"

    def run(ctx: Context, _: Any) -> Iterator[Hit]:
        yield from (Hit(mark.target_at, {"what": mark.target}) for mark in ctx.release.marks if mark.target_at)

    assert [one.state for one in lint(read(text), [make_rule(run=run)], options).findings] == [State.SUPPRESSED]


def test_a_table_is_one_block(outcome: Callable[..., Outcome]) -> None:
    text = f"<!-- presslint: ignore[DAT002] -->\n\n| a | b |\n|---|---|\n| schlecht | x |\n| y | schlecht |\n\n{BAD}"
    assert [(rule, line) for rule, line, _ in outcome(text)] == [("(DAT002)", 5), ("(DAT002)", 6), ("DAT002", 8)]


def test_an_item_is_one_block(outcome: Callable[..., Outcome]) -> None:
    text = "<!-- presslint: ignore[DAT002] -->\n\n- schlecht\n- schlecht\n"
    assert [(rule, line) for rule, line, _ in outcome(text)] == [("(DAT002)", 3), ("DAT002", 4)]


def test_the_file_is_spared_by_a_comment(outcome: Callable[..., Outcome]) -> None:
    text = f"{BAD}\n{BAD}\n<!-- presslint: ignore-file[DAT002] Archiv -->\n"
    assert outcome(text) == [("(DAT002)", 1, "Archiv"), ("(DAT002)", 3, "Archiv")]


@pytest.mark.parametrize(
    "ignore",
    ["\n    DAT002: Archiv", " {bad-word: Archiv}", "\n    - DAT002", " [DAT]", " DAT002"],
)
def test_the_file_is_spared_by_its_front_matter(outcome: Callable[..., Outcome], ignore: str) -> None:
    text = f"---\npresslint:\n  ignore:{ignore}\n---\n\n{BAD}"
    ((rule, _, reason),) = outcome(text)
    assert rule == "(DAT002)"
    assert reason in {"Archiv", "Found schlecht."}


def test_a_finding_of_the_file_is_spared_only_by_the_file(make_rule: MakeRule, read: Read, options: Options) -> None:
    def run(ctx: Context, _: Any) -> Iterator[Hit]:
        yield Hit(None, {"what": "nothing"})
        yield Hit(FieldRef("title"), {"what": "a field"})

    rule = make_rule(run=run)
    block = lint(read(f"# Titel\n\n<!-- presslint: ignore[DAT002] -->\n{BAD}"), [rule], options).findings
    assert [one.rule for one in block if one.state is State.REPORTED] == ["DAT002", "DAT002", "SYS003"]
    whole = lint(read(f"<!-- presslint: ignore-file[DAT002] -->\n{BAD}"), [rule], options).findings
    assert [one.state for one in whole] == [State.SUPPRESSED, State.SUPPRESSED]


def test_an_unknown_rule_is_told(outcome: Callable[..., Outcome]) -> None:
    text = "<!-- presslint: ignore[DAT999] -->\n\nText.\n\n<!-- presslint: ignore[bad-wort] -->\n\nText.\n"
    assert outcome(text) == [
        ("SYS002", 1, "The suppression names DAT999, which is no rule."),
        ("SYS002", 5, "The suppression names bad-wort, which is no rule; probably bad-word is meant."),
    ]


def test_an_unknown_rule_in_front_matter_is_told(outcome: Callable[..., Outcome]) -> None:
    assert outcome("---\npresslint: {ignore: [NIX]}\n---\n\nText.\n") == [
        ("SYS002", 2, "The suppression names NIX, which is no rule.")
    ]


def test_a_suppression_in_vain_is_told(outcome: Callable[..., Outcome]) -> None:
    text = "<!-- presslint: ignore[DAT002] -->\nAlles gut.\n"
    assert outcome(text) == [("SYS003", 1, "The suppression of DAT002 suppresses nothing.")]
    assert outcome("Alles gut.\n\n<!-- presslint: ignore[bad-word] -->\n")[0][0] == "SYS003"


def test_a_suppression_of_a_rule_that_did_not_run_may_be_needed(outcome: Callable[..., Outcome]) -> None:
    assert outcome("<!-- presslint: ignore[LNK006] -->\nAlles gut.\n") == []
    assert outcome("<!-- presslint: ignore[DAT] -->\nAlles gut.\n") == [], "DAT005 did not run"
    assert outcome("<!-- presslint: ignore[DAT002] -->\nAlles gut.\n", requires=("release_date",)) == []


def test_each_of_two_suppressions_of_one_place_counts(outcome: Callable[..., Outcome]) -> None:
    text = f"---\npresslint: {{ignore: {{DAT002: Archiv}}}}\n---\n\n<!-- presslint: ignore[DAT002] Zitat -->\n{BAD}"
    assert outcome(text) == [("(DAT002)", 6, "Zitat")]


@pytest.mark.parametrize(
    "comment",
    ["presslint: ignore", "presslint: ignore[]", "presslint: ignore[ , ]", "presslint: disable[DAT002]", "presslint:"],
)
def test_a_malformed_one_is_told(outcome: Callable[..., Outcome], comment: str) -> None:
    (unread, found) = outcome(f"<!-- {comment} -->\n{BAD}")
    assert (unread[0], unread[1]) == ("SYS002", 1)
    assert found[0] == "DAT002"


@pytest.mark.parametrize("text", ["<!-- a comment -->\n", "<!-- presslinter: ignore[DAT002] -->\n"])
def test_other_comments_are_nobodys_business(outcome: Callable[..., Outcome], text: str) -> None:
    assert [rule for rule, _, _ in outcome(text + BAD)] == ["DAT002"]


def test_an_unknown_key_in_front_matter_is_told(outcome: Callable[..., Outcome]) -> None:
    text = "---\npresslint:\n  ignored: [DAT002]\npresslinter: {x: 1}\n---\n\nText.\n"
    ((rule, _, message),) = outcome(text)
    assert rule == "SYS002"
    assert message == "The front matter has presslint.ignored[0]; under presslint only ignore is known."


@pytest.mark.parametrize("code", ["SYS002", "SYS003", "SYS008", "SYS"])
def test_what_did_not_work_cannot_be_hidden(outcome: Callable[..., Outcome], code: str) -> None:
    def broken(ctx: Context, _: Any) -> Iterator[Hit]:
        raise ValueError

    found = outcome(f"<!-- presslint: ignore-file[{code}] -->\n{BAD}", run=broken)
    assert [rule for rule, _, _ in found] == ["SYS003", "SYS008"] or [rule for rule, _, _ in found] == [
        "SYS008",
        "SYS003",
    ]


def test_what_is_told_is_in_the_users_language(make_rule: MakeRule, read: Read, options: Options) -> None:
    german = options._replace(language="de")
    (one,) = lint(read("<!-- presslint: ignore[DAT999] -->\nText.\n"), [make_rule()], german).findings
    assert one.message == "Die Ausnahme nennt DAT999; eine solche Regel gibt es nicht."


@pytest.mark.parametrize(
    ("selector", "answer"),
    [
        ("DAT002", True),
        ("bad-word", True),
        ("DAT", True),
        ("DA", False),
        ("DAT0", False),
        ("dat", False),
        ("", False),
        ("DAT003", False),
    ],
)
def test_a_rule_is_named_by_code_name_or_group(selector: str, answer: bool) -> None:  # noqa: FBT001
    assert matches(selector, "DAT002", "bad-word") is answer


def test_a_house_rule_is_named_with_its_prefix() -> None:
    assert matches("acme:HOU", "acme:HOU001", "x")
    assert not matches("HOU", "acme:HOU001", "x")


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("<!-- presslint: ignore[DAT002] -->\n# Titel\n\nText.\n", ["(DAT002)"]),
        ("---\ntitle: Titel\n---\n<!-- presslint: ignore[DAT002] -->\n\n# Titel\n", ["(DAT002)"]),
        ("# Titel\n\n<!-- presslint: ignore-file[DAT002] -->\nText.\n", ["(DAT002)"]),
        ("# Titel\n\n<!-- presslint: ignore[DAT002] -->\nText.\n", ["DAT002", "SYS003"]),
    ],
)
def test_what_has_no_place_is_spared_from_the_top(outcome: Callable[..., Outcome], text: str, rules: list[str]) -> None:
    def run(*_: Any) -> Iterator[Hit]:
        yield Hit(None, {"what": "x"})

    assert [rule for rule, _, _ in outcome(text, run=run)] == rules


@pytest.mark.parametrize("name", ["DAT02", "dat002", "dat2"])
def test_a_code_that_is_written_otherwise_is_recognised(outcome: Callable[..., Outcome], name: str) -> None:
    ((rule, _, message),) = outcome(f"<!-- presslint: ignore[{name}] -->\nText.\n")
    assert (rule, message) == ("SYS002", f"The suppression names {name}, which is no rule; probably DAT002 is meant.")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("ignore", "ignore"), ("3", "3"), ("[ignore, DAT002]", "ignore")],
    ids=["text", "number", "list"],
)
def test_front_matter_that_is_no_suppression_is_told(outcome: Callable[..., Outcome], value: str, shown: str) -> None:
    found = outcome(f"---\npresslint: {value}\n---\n\nText.\n")
    assert found[0] == (
        "SYS002",
        2,
        f"presslint: {shown} in the front matter is no suppression; expected ignore: [RULE].",
    )


def test_what_the_run_itself_says_may_be_hidden_or_said_louder(
    make_rule: MakeRule, read: Read, options: Options
) -> None:
    release = read("<!-- presslint: ignore[DAT002] -->\nText.\n")

    def severities(**changes: Any) -> list[tuple[str, Severity]]:
        return [(one.rule, one.severity) for one in lint(release, [make_rule()], options._replace(**changes)).findings]

    assert severities() == [("SYS003", Severity.WARNING)]
    assert severities(ignore=("SYS003",)) == []
    assert severities(severity={"suppression-unused": Severity.INFO}) == [("SYS003", Severity.INFO)]
    assert severities(ignore=("DAT001",)) == [("SYS003", Severity.WARNING)]
