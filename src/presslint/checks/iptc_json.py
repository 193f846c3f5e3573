"""ninjs against the JSON schemas that IPTC publishes: the leaf that is wrong, not all that follows from it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from presslint.model.values import Words
from presslint.text.lazy import regex

VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.0", "2.1", "2.2", "3.0", "3.1")
MAX_PROBLEMS = 20

_VERSION = regex(r"(\d+\.\d+)")
_NAME = regex(r"'([^']{1,80})'")
_TYPES = {
    "string": Words("text", "ein Text"),
    "integer": Words("a whole number", "eine ganze Zahl"),
    "number": Words("a number", "eine Zahl"),
    "object": Words("an object", "ein Objekt"),
    "array": Words("a list", "eine Liste"),
    "boolean": Words("true or false", "true oder false"),
    "null": Words("null", "null"),
}
_SIMPLE = {
    "oneOf": Words("only one of its alternatives may be there", "nur eine der Alternativen darf dastehen"),
    "pattern": Words("not of the form that the standard asks for", "nicht in der Form des Standards"),
}
Path = tuple[str | int, ...]


class Problem(NamedTuple):
    """One value that a schema does not allow: the keys and positions that lead to it, and what is wrong."""

    path: Path
    words: Words


def can_check() -> bool:
    """Tell whether the library that reads schemas is installed."""
    from importlib.util import find_spec  # noqa: PLC0415 - only news items are held to schemas

    return find_spec("jsonschema") is not None


def version_of(item: Mapping[str, Any]) -> str:
    """Return the version that an item declares; empty where it declares none that is known."""
    for key in ("standard", "$standard"):
        told = item.get(key)
        for value in (told.get("version"), told.get("schema")) if isinstance(told, dict) else ():
            found = _VERSION.search(value) if isinstance(value, str) else None
            if found and found[1] in VERSIONS:
                return found[1]
    schema = item.get("$schema")
    found = _VERSION.search(schema) if isinstance(schema, str) and "ninjs" in schema else None
    return found[1] if found and found[1] in VERSIONS else ""


def guessed(item: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the versions that an item can be which declares none: the newest of each line, the likeliest first."""
    lines = ["1.6", "2.2", "3.1"]
    if any(key[:1].islower() and not key.islower() and "_" not in key for key in item):
        likely = "3.1"
    elif any(key in item for key in ("headlines", "bodies", "descriptions", "altids", "people", "organisations")):
        likely = "2.2"
    else:
        likely = "1.6"
    return (likely, *(line for line in reversed(lines) if line != likely))


def problems_of(item: Mapping[str, Any]) -> tuple[str, list[Problem]]:
    """Return the version that an item was held to, and what that version does not allow.

    An item that declares no version is held to the one that takes most of it.
    """
    declared = version_of(item)
    if declared:
        return declared, problems(item, declared)
    held = [(version, problems(item, version)) for version in guessed(item)]
    return min(held, key=lambda one: len(one[1]))


def problems(item: Any, version: str) -> list[Problem]:
    """Return what a version of ninjs does not allow in an item, at most ``MAX_PROBLEMS``, in the order of the file."""
    found: dict[Path, Problem] = {}
    if isinstance(item, dict):
        # what is in an item beside the standard's properties, so that editors find the schema
        item = {key: value for key, value in item.items() if key != "$schema"}
    for problem in islice(_all(item, version), 10 * MAX_PROBLEMS):
        found.setdefault(problem.path, problem)
    kept = [problem for problem in found.values() if not _follows(problem, found)]
    return kept[:MAX_PROBLEMS]


def _all(item: Any, version: str) -> Iterator[Problem]:
    for error in _validator(version).iter_errors(item):
        yield from _leaves(error)


def _follows(problem: Problem, found: Iterable[Path]) -> bool:
    """Tell whether a problem only says that something inside is wrong, which is a problem of its own."""
    return any(len(path) > len(problem.path) and path[: len(problem.path)] == problem.path for path in found)


@cache
def _validator(version: str) -> Any:
    import json  # noqa: PLC0415 - only news items are held to schemas
    from importlib.resources import files  # noqa: PLC0415 - as above

    from jsonschema.validators import validator_for  # noqa: PLC0415 - as above, and it is an extra
    from referencing import Registry, Resource  # noqa: PLC0415 - as above
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415 - as above

    folder = files("presslint.schemas_data")
    schema = json.loads(folder.joinpath(f"ninjs-{version}.json").read_text(encoding="utf-8"))
    geo = json.loads(folder.joinpath("geojson.json").read_text(encoding="utf-8"))
    resource = Resource.from_contents(geo, default_specification=DRAFT202012)
    registry: Any = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", resource)
    return validator_for(schema)(schema, registry=registry)


def _leaves(error: Any) -> Iterator[Problem]:
    """Yield what is wrong at the end of a chain of alternatives."""
    if error.context:
        best = _best(error.context)
        if best is not None:
            yield from _leaves(best)
            return
    path: Path = tuple(error.absolute_path)
    kind = str(error.validator)
    if kind in ("additionalProperties", "unevaluatedProperties"):
        for name in _unexpected(error):
            yield Problem((*path, name), Words("the standard has no such property", "der Standard kennt das nicht"))
        return
    yield Problem(path, _words(kind, error))


def _best(context: list[Any]) -> Any:
    """Return the error of the alternative that was most likely meant: the one that is right for longest."""
    branches: dict[Any, list[Any]] = {}
    for error in context:
        branches.setdefault(error.schema_path[0] if error.schema_path else 0, []).append(error)
    ranked = sorted(
        branches.values(), key=lambda errors: (-max(len(error.absolute_path) for error in errors), len(errors))
    )
    deepest = [error for error in ranked[0] if error.validator not in ("unevaluatedProperties", "additionalProperties")]
    choice = deepest or ranked[0]
    return max(choice, key=lambda error: len(error.absolute_path)) if choice else None


def _unexpected(error: Any) -> list[str]:
    if not isinstance(error.instance, dict):
        return []
    named = [name for name in _NAME.findall(error.message) if name in error.instance]
    return named or [next(iter(error.instance), "")]


def _words(kind: str, error: Any) -> Words:
    value = error.validator_value
    if kind == "type":
        names = [value] if isinstance(value, str) else [name for name in value if isinstance(name, str)]
        kinds = [_TYPES.get(name, Words(name, name)) for name in names]
        return Words(
            "expected " + " or ".join(one.en for one in kinds), "erwartet: " + " oder ".join(one.de for one in kinds)
        )
    if kind == "enum":
        shown = ", ".join(str(one) for one in value[:5])
        return Words(f"expected one of {shown}", f"erwartet: {shown}")
    if kind == "required":
        names = [name for name in value if name not in error.instance] if isinstance(value, list) else []
        shown = ", ".join(names[:3]) or "uri"
        return Words(f"{shown} is missing", f"{shown} fehlt")
    if kind in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"):
        return _limit(kind, value)
    other = Words(f"the standard does not allow this ({kind})", f"der Standard erlaubt das nicht ({kind})")
    return _SIMPLE.get(kind, other)


def _limit(kind: str, value: Any) -> Words:
    if kind.lower().endswith("minimum"):
        return Words(f"the least is {value}", f"mindestens {value}")
    return Words(f"the most is {value}", f"höchstens {value}")
