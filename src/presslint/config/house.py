"""A house's table of the configuration as the value that rules are given."""

from collections.abc import Mapping
from typing import Any

from presslint.model.house import House


def house_of(table: Mapping[str, Any], fields: Mapping[str, str] | None = None) -> House:
    """Return the house that a validated table describes; ``fields`` maps front matter keys to release fields."""
    lists = {key: tuple(value) for key, value in table.items() if isinstance(value, (list, tuple))}
    return House(**{**table, **lists, "fields": dict(fields or {}), "redirects": dict(table.get("redirects", {}))})
