"""``presslint config``."""

import json

from presslint.cli.environment import today
from presslint.cli.streams import show
from presslint.cli.tables import Table, show_tables
from presslint.config import show as shown_values
from presslint.model.verdict import ExitCode


def run_show(file: str, config_file: str | None) -> int:
    """Show each value that holds for a file, and where it was set."""
    values = shown_values(file, {}, today=today(), config_file=config_file)
    rows = [(value.key, json.dumps(value.value, ensure_ascii=False), value.origin) for value in values]
    show_tables(Table(("setting", "value", "from"), rows))
    return ExitCode.CLEAN


def run_schema() -> int:
    """Show the JSON schema of a configuration."""
    from presslint.config.settings import RuleSettings, Settings  # noqa: PLC0415 - brings pydantic

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Settings.model_json_schema()}
    schema["title"] = "A configuration of presslint"
    # pydantic shows one shape for the table of a rule; a level alone is the other that is allowed
    level = schema["$defs"]["PathSettings"]["properties"]["severity"]["additionalProperties"]
    of_rule = {"$ref": f"#/$defs/{RuleSettings.__name__}"}
    schema["properties"]["rules"]["additionalProperties"] = {"anyOf": [level, of_rule]}
    show(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
    return ExitCode.CLEAN
