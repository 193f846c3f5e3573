"""Which rules run on a file, how severe they are, and with which parameters."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint import packs
from presslint.errors import ConfigError
from presslint.model.finding import Confidence, Severity
from presslint.model.options import Options, PathRules
from presslint.model.rule import Case, Rule
from presslint.model.values import Words
from presslint.packs.compiled import Layer, Profile
from presslint.packs.select import Names, Selection, applied

TODAY = date(2026, 1, 15)
CASES = {"default": Case(Severity.ERROR, Confidence.HIGH, Words("One.", "Eins."))}


def rule(code: str, name: str, pack: str = "core", status: str = "stable", check: str = "pages.in_text") -> Rule:
    return Rule(code, name, pack, check, CASES, status=status)


RULES = [
    rule("DAT001", "impossible-date"),
    rule("DAT002", "weekday-date-mismatch"),
    rule("LNK006", "insecure-http"),
    rule("LNK099", "new-idea", status="preview"),
    rule("STR002", "headline-length")._replace(check="structure.length", params={"of": []}),
    rule("acme:HOU001", "wrong-legal-form", "acme"),
    rule("acme:HOU002", "insecure-http", "acme"),
]
NAMES = Names(RULES)
PROFILES = {
    "base": Profile((Layer(("core",)),), {}, {}),
    "strict": Profile(
        (Layer(("core",)), Layer((), ("LNK",))),
        {"DAT": Severity.WARNING, "DAT002": Severity.INFO},
        {"headline-length": {"min": "2"}},
    ),
}
CORE = ["DAT001", "DAT002", "LNK006", "STR002"]
HOUSE = ["acme:HOU001", "acme:HOU002"]


def selected(path: str = "a.md", **options: Any) -> list[str]:
    selection = Selection(Options(TODAY, **options), NAMES, PROFILES)
    return [bound.rule.code for bound in selection.rules(path)]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ({}, CORE + HOUSE),
        ({"profile": "strict"}, ["DAT001", "DAT002", "STR002", *HOUSE]),
        ({"select": ("DAT002",)}, ["DAT002"]),
        ({"select": ("weekday-date-mismatch",)}, ["DAT002"]),
        ({"select": ("DAT",)}, ["DAT001", "DAT002"]),
        ({"select": ("core",)}, CORE),
        ({"select": ("acme",)}, HOUSE),
        ({"select": ("acme:HOU",)}, HOUSE),
        ({"select": ("acme:HOU002", "acme:wrong-legal-form")}, HOUSE),
        ({"select": ("wrong-legal-form",)}, ["acme:HOU001"]),
        ({"select": ("insecure-http",)}, ["LNK006"]),  # presslint's own name comes first
        ({"select": ("acme:insecure-http",)}, ["acme:HOU002"]),
        ({"select": ("ALL",)}, CORE + HOUSE),
        ({"select": ("LNK",)}, ["LNK006"]),  # a preview rule waits for its own name
        ({"select": ("LNK099",)}, ["LNK099"]),
        ({"select": ("LNK", "new-idea")}, ["LNK006", "LNK099"]),
        ({"ignore": ("DAT", "acme")}, ["LNK006", "STR002"]),
        ({"ignore": ("ALL",)}, []),
        ({"select": ("ALL",), "ignore": ("DAT",)}, ["LNK006", "STR002", *HOUSE]),
        ({"select": ("DAT002", "LNK"), "ignore": ("DAT",)}, ["DAT002", "LNK006"]),  # the more exact one wins
        ({"select": ("DAT",), "ignore": ("DAT",)}, []),  # of equals: ignore
        ({"select": ("DAT",), "ignore": ("impossible-date",)}, ["DAT002"]),
    ],
)
def test_selection(options: dict[str, Any], codes: list[str]) -> None:
    assert selected(**options) == codes


def test_exceptions_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    options = Options(
        TODAY,
        select=("DAT",),
        root=str(tmp_path),
        severity={"DAT": Severity.INFO},
        per_path=(
            PathRules("old/**", select=("LNK006",), ignore=("DAT",), severity={"LNK006": Severity.WARNING}),
            PathRules("/old/kept.md", select=("DAT002",)),
            PathRules("*.txt", severity={"DAT002": Severity.ERROR}),
        ),
    )
    selection = Selection(options, NAMES, PROFILES)

    def found(path: str) -> list[tuple[str, Severity | None]]:
        return [(bound.rule.code, bound.severity) for bound in selection.rules(path)]

    assert found("a.md") == [("DAT001", Severity.INFO), ("DAT002", Severity.INFO)]
    assert found("old/a.md") == found(str(tmp_path / "old" / "b" / "c.md")) == [("LNK006", Severity.WARNING)]
    assert found("old/kept.md") == [("DAT002", Severity.INFO)]  # the last pattern that selects decides alone
    assert found("new/../old/kept.md") == found("old/kept.md")
    assert found("a.txt") == [("DAT001", Severity.INFO), ("DAT002", Severity.ERROR)]
    assert found("../old/a.txt") == found("a.md")  # outside of the folder
    assert selection.rules("a.md") is selection.rules("b.md")


def test_the_most_exact_severity_wins_and_the_configuration_beats_the_profile() -> None:
    def severities(**options: Any) -> dict[str, Severity | None]:
        bound = Selection(Options(TODAY, **options), NAMES, PROFILES).rules("a.md")
        return {one.rule.code: one.severity for one in bound if one.rule.code.startswith("DAT")}

    assert severities() == {"DAT001": None, "DAT002": None}
    assert severities(profile="strict") == {"DAT001": Severity.WARNING, "DAT002": Severity.INFO}
    error = {"ALL": Severity.ERROR}
    assert severities(profile="strict", severity=error) == {"DAT001": Severity.ERROR, "DAT002": Severity.ERROR}
    levels = {"impossible-date": Severity.INFO, "DAT": Severity.ERROR}
    assert severities(severity=levels) == {"DAT001": Severity.INFO, "DAT002": Severity.ERROR}


def test_parameters_of_the_profile_and_of_the_house() -> None:
    rules = Selection(Options(TODAY, profile="strict"), NAMES, PROFILES).rules("a.md")
    headline = next(bound for bound in rules if bound.rule.code == "STR002")
    assert headline.params.min == 2
    options = Options(TODAY, profile="strict", select=("STR002",), params={"STR002": {"min": 3}})
    assert Selection(options, NAMES, PROFILES).rules("a.md")[0].params.min == 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"select": ("DTA002",)}, 'select: unknown rule "DTA002"; did you mean "DAT002"?'),
        ({"ignore": ("insecure-htp",)}, 'ignore: unknown rule "insecure-htp"; did you mean "insecure-http"?'),
        ({"ignore": ("nothing-like-it-at-all",)}, 'ignore: unknown rule "nothing-like-it-at-all"'),
        ({"profile": "bsae"}, 'profile: unknown profile "bsae"; did you mean "base"?'),
        ({"severity": {"DAT9": Severity.INFO}}, 'rules: unknown rule "DAT9"; did you mean "DAT"?'),
        ({"params": {"DAT": {"a": 1}}}, 'rules.DAT: unknown rule "DAT"'),
        ({"per_path": (PathRules("*", ("dat002",)),)}, 'per_path.*: unknown rule "dat002"; did you mean "DAT002"?'),
        ({"per_path": (PathRules("*", severity={"X": Severity.INFO}),)}, 'per_path.*: unknown rule "X"'),
        ({"params": {"DAT002": {"a": 1}}}, 'rules.DAT002: unknown parameter "a"'),
        (
            {"params": {"DAT002": {"sev": "info"}}, "origins": {"rules.DAT002.sev": "presslint.toml:4"}},
            'presslint.toml:4: rules.DAT002: unknown parameter "sev"; did you mean "severity"?',
        ),
        ({"ignore": ("LNK6",)}, 'ignore: unknown rule "LNK6"; did you mean "LNK006"?'),
        ({"ignore": ("lnk06",)}, 'ignore: unknown rule "lnk06"; did you mean "LNK006"?'),
        ({"ignore": ("SYS008",)}, "ignore: SYS008 cannot be changed: it says that something went wrong"),
        ({"select": ("SYS001",)}, 'select: unknown rule "SYS001"'),
        ({"params": {"SYS001": {"a": 1}}}, 'rules.SYS001: unknown rule "SYS001"'),
        ({"ignore": ("X",), "origins": {"ignore": "presslint.toml:3"}}, 'presslint.toml:3: unknown rule "X"'),
        ({"ignore": ("X",), "origins": {"ignore.X": "command line"}}, 'command line: unknown rule "X"'),
    ],
)
def test_what_does_not_exist_is_an_error(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        selected(**options)
    assert str(caught.value).startswith(message)
    assert str(caught.value).removeprefix(message) in {"", '; did you mean "DAT001"?', '; did you mean "DAT002"?'}


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(*[st.lists(st.sampled_from(sorted(NAMES)), max_size=3)] * 2), max_size=3))
def test_a_rule_that_is_named_by_code_last_is_decided_by_it(layers: list[tuple[list[str], list[str]]]) -> None:
    before = [Layer(tuple(select), tuple(ignore)) for select, ignore in layers]
    assert applied([*before, Layer(("DAT001",))], NAMES) == sorted({*applied(before, NAMES), "DAT001"})
    assert applied([*before, Layer((), ("DAT001",))], NAMES) == sorted({*applied(before, NAMES)} - {"DAT001"})


@pytest.fixture
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    packs.forget()
    yield
    packs.forget()


@pytest.mark.usefixtures("_fresh")
def test_rules_for_a_file_are_found_once() -> None:
    options = Options(TODAY)
    rules = packs.rules_for(options, "a.md")
    assert rules
    assert [bound.rule.code for bound in rules] == sorted(bound.rule.code for bound in rules)
    assert packs.rules_for(options, "b.md") is rules
    again = packs.rules_for(options._replace(), "b.md")
    assert [bound.rule for bound in again] == [bound.rule for bound in rules]
    kept = [Options(TODAY) for _ in range(2 * packs._MANY)]
    for other in kept:
        packs.rules_for(other, "a.md")
    assert len(packs._selections) <= packs._MANY


@pytest.mark.usefixtures("_fresh")
def test_everything_that_names_a_rule_is_known() -> None:
    rules = packs.load_rules()
    known = packs.known_names(rules)
    assert {"ALL", "core", "PAG", "PAG001", "page-sequence-incomplete"} <= set(known)
    assert list(known) == sorted(known)
    assert "base" in packs.profiles()


def test_what_is_selected_on_the_command_line_is_run_on_every_path() -> None:
    options = Options(
        TODAY, select=("DAT002",), per_path=(PathRules("*", select=("LNK",)),), origins={"select": "command line"}
    )
    assert [bound.rule.code for bound in Selection(options, NAMES, PROFILES).rules("a.md")] == ["DAT002"]


def test_a_path_that_selects_still_leaves_out_what_is_ignored() -> None:
    options = Options(TODAY, ignore=("DAT001",), per_path=(PathRules("*", select=("DAT",)),))
    assert [bound.rule.code for bound in Selection(options, NAMES, PROFILES).rules("a.md")] == ["DAT002"]


def test_some_of_what_presslint_says_itself_may_be_hidden_or_said_louder() -> None:
    options = Options(
        TODAY,
        ignore=("suppression-unused",),
        per_path=(PathRules("*.txt", severity={"SYS001": Severity.INFO}), PathRules("b.*", ignore=("SYS001",))),
    )
    selection = Selection(options, NAMES, PROFILES)
    with pytest.raises(KeyError):
        selection.of_self("SYS003", "a.md")
    assert selection.of_self("SYS001", "a.md") is None
    assert selection.of_self("SYS001", "a.txt") is Severity.INFO
    with pytest.raises(KeyError):
        selection.of_self("SYS001", "b.txt")
