"""Write schemas/rule.schema.json and schemas/settings.schema.json; with --check, fail where they are out of date."""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from presslint.config.settings import RuleSettings, Settings
from presslint.packs.schema import GoodFile, RuleSchema

SCHEMAS = Path(__file__).parent.parent / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rule_schema() -> dict[str, Any]:
    """Return the schema of a rule's file as an editor needs it."""
    schema = _schema(RuleSchema, "A rule of presslint")
    schema["properties"]["good"]["items"] = {"anyOf": [{"type": "string"}, _ref(GoodFile)]}
    return schema


def settings_schema() -> dict[str, Any]:
    """Return the schema of presslint.toml."""
    schema = _schema(Settings, "A configuration of presslint")
    level = schema["$defs"]["PathSettings"]["properties"]["severity"]["additionalProperties"]
    schema["properties"]["rules"]["additionalProperties"] = {"anyOf": [level, _ref(RuleSettings)]}
    return schema


def files() -> dict[str, str]:
    """Return the schemas as file name to text."""
    schemas = {"rule.schema.json": rule_schema(), "settings.schema.json": settings_schema()}
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()}


def _schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    return {"$schema": DIALECT, **model.model_json_schema(), "title": title}


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": f"#/$defs/{model.__name__}"}


def main(arguments: list[str]) -> int:
    """Write the schemas or, with ``--check``, return 1 where a file differs."""
    stale = 0
    for name, text in files().items():
        path = SCHEMAS / name
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            print(f"{path.name} is out of date: run tools/gen_schemas.py")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
