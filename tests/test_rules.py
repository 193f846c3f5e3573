"""Every example of every rule, and every rule's file: the rules' own tests."""

from pathlib import Path
from typing import NamedTuple

import pytest

from presslint import packs
from presslint.engine.examples import examples_of, verify_example, verify_messages
from presslint.errors import PackError
from presslint.model.rule import Example
from presslint.packs.bind import bind, problems
from presslint.packs.folders import builtin_folder, yaml_files
from presslint.packs.read import RuleFile, read_rule

PATHS = [path for path in yaml_files(builtin_folder()) if Path(path).name[0].isupper()]


class Trial(NamedTuple):
    """One example of one rule."""

    file: RuleFile
    name: str
    example: Example


def readable() -> list[RuleFile]:
    """Return the rules whose files can be read; the others fail in a test of their own."""
    files = []
    for path in PATHS:
        try:
            files.append(read_rule(path))
        except PackError:
            continue
    return files


FILES = readable()
TRIALS = [Trial(file, name, example) for file in FILES for name, example in examples_of(file.page)]


def test_there_are_rules() -> None:
    assert PATHS


@pytest.mark.parametrize("path", PATHS, ids=lambda path: Path(path).stem)
def test_file(path: str) -> None:
    assert not list(problems(read_rule(path)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.rule.code)
def test_messages(file: RuleFile) -> None:
    found = verify_messages(file.rule)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: f"{trial.file.rule.code}-{trial.name}")
def test_example(trial: Trial) -> None:
    found = verify_example(bind(trial.file.rule), trial.name, trial.example)
    assert not found, "\n" + "\n".join(found) + f"\n\n{trial.example.text}"


def test_all_rules_together_are_what_a_run_gets() -> None:
    rules = packs.load_rules()
    assert [rule.code for rule in rules] == sorted(Path(path).name[:6] for path in PATHS)
    assert list(packs.pages()) == [rule.code for rule in rules]
