"""``presslint config``."""

import json

from presslint.cli.environment import locale_language, today, ui_language
from presslint.cli.streams import show
from presslint.cli.tables import Table, show_tables
from presslint.config import show as shown_values
from presslint.config.show import DEFAULT
from presslint.model.values import Words
from presslint.model.verdict import ExitCode

_HEAD = (Words("setting", "Einstellung"), Words("value", "Wert"), Words("from", "aus"))
_ORIGINS = {"default": "Vorgabe", "command line": "Befehlszeile", "this run": "dieser Lauf"}


def run_show(file: str, lang: str | None, config_file: str | None) -> int:
    """Show each value that holds for a file, and where it was set."""
    given = ui_language(lang)
    values = shown_values(file, {"language": lang}, today=today(), config_file=config_file)
    language = given or next((value.value for value in values if value.key == "lang" and value.origin != DEFAULT), None)
    language = language or locale_language()
    origins = _ORIGINS if language == "de" else {}
    rows = [
        (value.key, json.dumps(value.value, ensure_ascii=False), origins.get(value.origin, value.origin))
        for value in values
    ]
    show_tables(Table([words.in_(language) for words in _HEAD], rows))
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
