"""The table ``online`` of a configuration as the value that whoever follows links is given."""

from collections.abc import Mapping
from typing import Any

from presslint.model.outside import Online, Pace


def online_of(table: Mapping[str, Any]) -> Online:
    """Return how links are followed, by a validated table."""
    usual = Online()
    pace = _pace(table, usual.pace)
    return Online(
        allow=tuple(table.get("allow", usual.allow)),
        deny=tuple(table.get("deny", usual.deny)),
        budget=table.get("budget", usual.budget),
        timeout=table.get("timeout", usual.timeout),
        cache_age=table.get("cache_age", usual.cache_age),
        pace=pace,
        hosts={host: _pace(values, pace) for host, values in table.get("hosts", {}).items()},
    )


def _pace(table: Mapping[str, Any], otherwise: Pace) -> Pace:
    return Pace(table.get("delay", otherwise.delay), table.get("concurrency", otherwise.concurrency))
