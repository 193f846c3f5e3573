"""The metadata of a ninjs item: every scalar, with the release field that it is evidence of."""

from collections.abc import Iterator, Mapping

from presslint.load.json_reader import Atom, Items, Members, Text, Value
from presslint.load.ninjs_parts import headline
from presslint.model.release import Field, FieldOrigin
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

# keys of ninjs 1.x to 3.x, in small letters → release field. What a version was made on is weak evidence of the day
# of the release: it may be corrected later, or written the day before
_NAMES = {
    "versioncreated": "issued",
    "firstcreated": "created",
    "contentcreated": "created",
    "embargoed": "embargo",
    "embargoeduntil": "embargo",
    "expires": "expires",
    "language": "language",
    "pubstatus": "status",
    "byline": "author",
    "by": "author",
    "located": "place",
    "slugline": "slug",
    "copyrightholder": "rights",
    "title": "label",  # a short name for editors
}
_BODY = regex(r"body(?:_|$)|bodies\[|descriptions?(?:_|\[|$)|headlines?\[|headline_")
_LONGEST = 2000  # characters of a value: more is no metadata


def fields_of(item: Members, house: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the scalars of an item; ``house`` maps keys as written to release fields and wins."""
    main = headline(item)
    return tuple(_fields(item, "", house, main))


def _fields(value: Value, path: str, house: Mapping[str, str], main: Text | None) -> Iterator[Field]:
    if isinstance(value, Members):
        for key, inside in value.values.items():
            yield from _fields(inside, f"{path}.{key}" if path else key, house, main)
    elif isinstance(value, Items):
        for number, inside in enumerate(value.values):
            yield from _fields(inside, f"{path}[{number}]", house, main)
    elif value is main and main is not None:
        yield _field("title", path, value)
    elif len(value.value) <= _LONGEST and not _is_body(path):
        yield _field(house.get(path) or _NAMES.get(path.lower(), path), path, value)


def _is_body(path: str) -> bool:
    return _BODY.match(path) is not None and path.rpartition(".")[2] not in ("role", "contentType", "contenttype")


def _field(name: str, key: str, value: Text | Atom) -> Field:
    shown = "" if isinstance(value, Atom) and value.value == "null" else value.value
    return Field(name, key, shown, FieldOrigin.JSON, SourceSpan(value.start, value.end))
