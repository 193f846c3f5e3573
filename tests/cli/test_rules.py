import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presslint.packs import folders

Presslint = Callable[..., Any]
Write = Callable[..., Path]

RULE = """\
severity: warning
confidence: high
since: 0.1.0
check: wording.existence
params: {literals: [Synergie]}
message: {en: "{text} is a word to avoid.", de: "{text} ist zu vermeiden."}
why: {en: It says nothing., de: Es sagt nichts.}
instead: {en: Say what is meant., de: Das Gemeinte sagen.}
bad:
  - {text: "Das bringt Synergie.", finds: [Synergie]}
good: ["Das bringt beiden etwas."]
"""


def test_all_rules_are_listed(presslint: Presslint) -> None:
    run = presslint("rules", "list")
    assert run.code == 0
    head, *lines = run.out.splitlines()
    assert head.split() == ["rule", "name", "severity", "confidence", "fix"]
    assert max(map(len, run.out.splitlines())) <= 80
    assert any(line.split()[:3] == ["DAT001", "impossible-date", "error"] for line in lines)
    assert [line.split()[0] for line in lines] == sorted(line.split()[0] for line in lines)


def test_rules_are_listed_for_programs(presslint: Presslint) -> None:
    rules = {rule["rule"]: rule for rule in json.loads(presslint("rules", "list", "--format", "json").out)}
    assert rules["EXT003"]["name"] == "double-escaped"
    assert rules["EXT003"]["fix"] == "safe"


@pytest.mark.parametrize("name", ["DAT002", "weekday-date-mismatch", "dat002"])
@pytest.mark.parametrize(("language", "heading"), [("en", "What it finds"), ("de", "Was sie findet")])
def test_a_rule_is_explained(presslint: Presslint, name: str, language: str, heading: str) -> None:
    run = presslint("rules", "explain", name, "--lang", language)
    assert run.code == 0
    assert run.out.startswith("DAT002 weekday-date-mismatch\n")
    assert heading in run.out


def test_a_rule_that_there_is_not_is_told(presslint: Presslint) -> None:
    run = presslint("rules", "explain", "weekday-mismatch")
    assert run.code == 2
    assert run.err.startswith('presslint: there is no rule "weekday-mismatch"')
    assert "weekday-date-mismatch" in run.err


def test_a_house_sees_its_own_rules(presslint: Presslint, write: Write) -> None:
    write("rules/pack.yaml", "name: acme\ntitle: {en: Acme, de: Acme}\n")
    write("rules/HOU001-empty-word.yaml", RULE)
    write("presslint.toml", 'packs = ["rules"]\n')
    assert "acme:HOU001" in presslint("rules", "list").out
    assert presslint("rules", "explain", "acme:HOU001").code == 0
    write("a.md", "Das bringt Synergie.\n")
    run = presslint("check", "a.md", "--select", "acme:HOU001", "--fail-on", "warning", "--format", "json")
    assert run.code == 1
    assert json.loads(run.out)["files"][0]["findings"][0]["rule"] == "acme:HOU001"


def test_the_examples_of_a_rule_are_run(presslint: Presslint, write: Write) -> None:
    path = write("HOU001-empty-word.yaml", RULE)
    run = presslint("rules", "test", str(path))
    assert (run.code, run.out) == (0, "1 rules, 0 with problems\n")
    assert presslint("rules", "test", ".", "--lang", "de").out == "1 Regeln, 0 mit Fehlern\n"


def test_an_example_that_fails_exits_with_1(presslint: Presslint, write: Write) -> None:
    write("HOU001-empty-word.yaml", RULE.replace("finds: [Synergie]", "finds: [bringt]"))
    run = presslint("rules", "test", ".")
    assert run.code == 1
    assert "HOU001 bad-1: finds ['Synergie'], expected ['bringt']" in run.out


def test_a_rule_that_cannot_be_read_exits_with_2(presslint: Presslint, write: Write) -> None:
    write("HOU001-empty-word.yaml", RULE.replace("since:", "sinse:"))
    run = presslint("rules", "test", ".")
    assert run.code == 2
    assert "HOU001-empty-word.yaml:3: unknown key" in run.out


def test_a_file_with_a_wrong_name_is_not_passed_over(presslint: Presslint, write: Write) -> None:
    write("hou1.yaml", RULE)
    run = presslint("rules", "test", ".")
    assert run.code == 2
    assert "hou1.yaml:1: a rule's file is named CODE-name.yaml" in run.out


@pytest.mark.parametrize("path", ["none", "."])
def test_no_rules_are_never_fine(presslint: Presslint, path: str) -> None:
    run = presslint("rules", "test", path)
    assert run.code == 2
    assert run.out == ""


def test_without_a_path_presslints_own_rules_are_tested(
    presslint: Presslint, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write("own/pages/PAG999-x.yaml", RULE).parent.parent
    write("own/pack.yaml", "")
    write("own/profiles/base.yaml", "")
    monkeypatch.setattr(folders, "builtin_folder", lambda: str(folder))
    assert presslint("rules", "test").out == "1 rules, 0 with problems\n"


def test_rules_are_listed_in_german(presslint: Presslint) -> None:
    head = presslint("rules", "list", "--lang", "de").out.splitlines()[0]
    assert head.split() == ["Regel", "Name", "Schwere", "Sicherheit", "Korrektur"]


def test_a_group_is_explained_by_its_rules(presslint: Presslint) -> None:
    run = presslint("rules", "explain", "dat")
    assert run.code == 0
    assert run.out.startswith("DAT is a group of rules:\n")
    assert "DAT002" in run.out
    assert "LNK" not in run.out
    assert "Gruppe von Regeln" in presslint("rules", "explain", "DAT", "--lang", "de").out


@pytest.mark.parametrize(("name", "hide"), [("SYS001", True), ("suppression-unused", True), ("sys008", False)])
def test_what_presslint_says_itself_is_explained(presslint: Presslint, name: str, hide: bool) -> None:  # noqa: FBT001
    run = presslint("rules", "explain", name)
    assert run.code == 0
    assert run.out.startswith("SYS00")
    assert ("It can be hidden" in run.out) is hide


@pytest.mark.parametrize(("name", "meant"), [("LNK06", "LNK006"), ("dat2", "DAT002")])
def test_a_code_that_lacks_a_zero_is_recognised(presslint: Presslint, name: str, meant: str) -> None:
    assert presslint("rules", "explain", name).err.endswith(f'did you mean "{meant}"?\n')
