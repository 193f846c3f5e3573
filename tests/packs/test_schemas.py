"""The published schemas say what the program accepts."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from presslint.config.settings import settings_schema
from presslint.packs.schema import rule_schema

ROOT = Path(__file__).parents[2]
RULES = sorted(ROOT.joinpath("rules").rglob("[A-Z][A-Z][A-Z][0-9]*.yaml"))


class Editor(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: of the plain words only numbers, true, false and null are not texts."""


Editor.yaml_implicit_resolvers = {}
PLAIN = {"bool": "true|false", "int": "-?(?:0|[1-9][0-9]*)", "float": r"-?[0-9]+\.[0-9]+", "null": "null|"}
for tag, pattern in PLAIN.items():
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def published(name: str) -> dict[str, Any]:
    schema = json.loads((ROOT / "schemas" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return dict(schema)


@pytest.mark.parametrize(
    ("name", "schema"), [("rule.schema.json", rule_schema()), ("settings.schema.json", settings_schema())]
)
def test_the_published_schema_is_that_of_the_program(name: str, schema: dict[str, Any]) -> None:
    assert published(name).keys() == schema.keys()
    assert published(name)["$defs"].keys() == schema["$defs"].keys()
    for part, definition in (*schema["$defs"].items(), ("", schema)):
        other = published(name)["$defs"][part] if part else published(name)
        assert other["properties"].keys() == definition["properties"].keys()
        assert other.get("required") == definition.get("required")


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_rule_is_what_an_editor_accepts(path: Path) -> None:
    value = yaml.load(path.read_bytes(), Loader=Editor)  # noqa: S506 - a safe loader
    assert [error.message for error in Draft202012Validator(published("rule.schema.json")).iter_errors(value)] == []


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("[rules]\nDAT002 = 'warning'\n[rules.STR002]\nseverity = 'off'\nmax = 90", True),
        ("[house]\nnames = ['A']\n[fields]\ndatum = 'date'\n[per_path.'*.txt']\nignore = ['DAT']", True),
        ("[rules]\nDAT002 = 'eror'", False),
        ("selct = ['DAT']", False),
        ("max_warnings = -1", False),
    ],
)
def test_an_editor_accepts_what_the_program_accepts(text: str, *, accepted: bool) -> None:
    assert Draft202012Validator(published("settings.schema.json")).is_valid(tomllib.loads(text)) == accepted
