import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Presslint = Callable[..., Any]
Write = Callable[..., Path]
SCHEMA = Path(__file__).parent.parent.parent / "schemas" / "settings.schema.json"


def test_every_value_has_its_origin(presslint: Presslint, write: Write) -> None:
    write("x/presslint.toml", '\nfail_on = "warning"\n')
    run = presslint("config", "show", "x/a.md")
    rows = {line.split()[0]: line.split()[1:] for line in run.out.splitlines()}
    assert run.code == 0
    assert rows["fail_on"] == ['"warning"', "x/presslint.toml:2"]
    assert rows["profile"] == ['"base"', "default"]


def test_a_configuration_can_be_named(presslint: Presslint, write: Write) -> None:
    write("other.toml", "max_warnings = 3\n")
    assert "other.toml:1" in presslint("config", "show", "--config", "other.toml").out


def test_the_schema_is_the_published_one(presslint: Presslint) -> None:
    assert json.loads(presslint("config", "schema").out) == json.loads(SCHEMA.read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", [["config", "show"], ["check", "a.md"], ["facts", "a.md"], ["rules", "list"]])
def test_a_mistake_in_the_configuration_exits_with_2(presslint: Presslint, write: Write, command: list[str]) -> None:
    write("a.md", "Text.\n")
    write("presslint.toml", 'ignore = []\nfail_om = "error"\n')
    run = presslint(*command)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("presslint: presslint.toml:2: ")
    assert "fail_on" in run.err


def test_each_mistake_has_a_line_of_its_own(presslint: Presslint, write: Write) -> None:
    write("a.md", "Text.\n")
    write("presslint.toml", 'ignroe = []\nfail_om = "error"\n')
    assert presslint("check", "a.md").err.count("presslint: presslint.toml:") == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_shells_can_complete(presslint: Presslint, shell: str) -> None:
    run = presslint("completion", shell)
    assert run.code == 0
    assert "_PRESSLINT_COMPLETE" in run.out


def test_commands_are_completed(presslint: Presslint) -> None:
    asked = {"_PRESSLINT_COMPLETE": "complete_bash", "COMP_WORDS": "presslint ", "COMP_CWORD": "1"}
    assert {"check", "facts", "rules"} <= set(presslint(environment=asked).out.split())


def test_options_are_completed(presslint: Presslint) -> None:
    asked = {"_PRESSLINT_COMPLETE": "complete_bash", "COMP_WORDS": "presslint check --st", "COMP_CWORD": "2"}
    assert presslint(environment=asked).out.split() == ["--stdin-filename", "--statistics"]


def test_settings_are_shown_in_the_language_of_the_reader(presslint: Presslint, write: Write) -> None:
    assert presslint("config", "show", "--lang", "de").out.splitlines()[0].split() == ["Einstellung", "Wert", "aus"]
    assert presslint("config", "show").out.splitlines()[0].split() == ["setting", "value", "from"]
    write("presslint.toml", 'lang = "de"\n')
    rows = {line.split()[0]: line.split()[1:] for line in presslint("config", "show").out.splitlines()}
    assert rows["lang"] == ['"de"', "presslint.toml:1"]
    assert rows["profile"] == ['"base"', "Vorgabe"]
