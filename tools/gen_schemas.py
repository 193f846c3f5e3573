"""Write schemas/rule.schema.json and schemas/settings.schema.json; with --check, fail where they are out of date."""

import json
import sys
from pathlib import Path

from presslint.config.settings import settings_schema
from presslint.packs.schema import rule_schema

SCHEMAS = Path(__file__).parent.parent / "schemas"


def files() -> dict[str, str]:
    """Return the schemas as file name to text."""
    schemas = {"rule.schema.json": rule_schema(), "settings.schema.json": settings_schema()}
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()}


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
